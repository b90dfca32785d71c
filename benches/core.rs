//! What the rules cost. `cargo bench --no-default-features`. Quote ratios: machines are noisy.

use comity::bots;
use comity::model::Action;
use comity::play::Match;
use comity::seat::{check, legal_actions};
use comity::sim::{Seats, simulate};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::sync::Arc;

fn scenario() -> Arc<comity::model::Scenario> {
    let slug =
        comity::scenario::catalog::scenarios().max_by_key(|s| comity::scenario::catalog::scenario(s).map(|t| t.text().len()));
    comity::scenario::open(slug.expect("a scenario ships")).expect("it loads").scenario
}

/// A match that has come to a busy plan in the middle.
fn busy() -> Match {
    let s = scenario();
    let mut m = Match::new(Arc::clone(&s), 1, true);
    let mut players: Vec<_> = s.seats.iter().filter_map(|_| bots::named("history", 1)).collect();
    while m.clock().round < 5 || m.clock().beat < comity::model::Beat::Plan {
        let seat = m.awaited()[0];
        let view = m.view(seat);
        let play = players[seat.ix()].play(&view);
        m.submit(seat, &play.action).expect("legal");
    }
    m
}

fn parts(c: &mut Criterion) {
    let mut m = busy();
    let seat = m.awaited()[0];
    let view = m.view(seat);
    let legal: Vec<Action> = legal_actions(&view).into_iter().filter(|a| *a != Action::Close).collect();
    let action = legal[legal.len() / 2].clone();
    c.bench_function("view", |b| b.iter(|| black_box(m.view(seat))));
    c.bench_function("legality of one action", |b| b.iter(|| black_box(check(&view, &action).is_ok())));
    c.bench_function("all legal actions", |b| b.iter(|| black_box(legal_actions(&view).len())));
    c.bench_function("submit and undo", |b| {
        b.iter(|| {
            m.submit(seat, &action).expect("legal");
            m.submit(seat, &Action::Undo).expect("legal");
        });
    });
    let position = m.position();
    c.bench_function("capture a position", |b| b.iter(|| black_box(m.position())));
    let mut other = Match::from_position(position.clone());
    c.bench_function("fork: set a table to a position", |b| {
        b.iter_batched(|| position.clone(), |p| other.set(p), BatchSize::SmallInput);
    });
    let mut table = comity::rules::Table::new(position);
    c.bench_function("the schedule with nothing to do", |b| b.iter(|| table.idle()));
}

fn matches(c: &mut Criterion) {
    let s = scenario();
    let random = Seats::parse(&s, "random").expect("a bot");
    let mut seed = 0;
    let mut m = Match::new(Arc::clone(&s), 0, false);
    c.bench_function("a whole random match", |b| {
        b.iter(|| {
            seed += 1;
            m.restart(Arc::clone(&s), seed, false);
            comity::sim::play_out(&mut m, &random, seed, |_, _, _| {})
        });
    });
    c.bench_function("100 random matches on all cores", |b| b.iter(|| simulate(&s, &random, 100, 1, || {}).finished));
    let slug = s.id.clone();
    c.bench_function("load the scenario and its law", |b| b.iter(|| comity::scenario::open(&slug).is_ok()));
}

criterion_group!(benches, parts, matches);
criterion_main!(benches);
