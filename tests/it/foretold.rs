//! What a preview foretells comes true: where a seat's action is all that is done in a beat, the numbers move as foretold, and
//! the norms are broken that were said to be broken.

use super::table::shipped;
use comity::bots;
use comity::model::{Action, Cause, Effect, Happened, NormIx, Scenario, VarIx};
use comity::play::Match;
use comity::scenario::catalog;
use comity::seat::{Preview, effects_of, preview};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Whether chance has a hand in an action.
fn draws(s: &Scenario, effects: &[Effect]) -> bool {
    effects.iter().any(|e| match e {
        Effect::Draw(_) => true,
        Effect::Do(b) => draws(s, &s.bundles[b.ix()].1),
        Effect::If(_, a, b) => draws(s, a) || draws(s, b),
        Effect::At(_, a) => draws(s, a),
        Effect::Fire(e) => draws(s, &s.event(*e).effects),
        _ => false,
    })
}

/// A match of random bots, and every beat of it in which only one thing was done: what was foretold, what came.
fn alone(s: &Arc<Scenario>, seed: u64, see: &mut impl FnMut(&Preview, &[NormIx], &BTreeMap<VarIx, i16>)) {
    let mut m = Match::new(Arc::clone(s), seed, false);
    let mut bots: Vec<_> = (0..s.seats.len()).map(|i| bots::named("random", seed * 17 + i as u64).unwrap()).collect();
    let mut planned: Vec<Option<Preview>> = Vec::new();
    while m.over().is_none() {
        let seat = m.awaited()[0];
        let view = m.view(seat);
        let action = bots[seat.ix()].play(&view).action;
        match &action {
            Action::Close => {}
            Action::Choose(..) | Action::Move(_) | Action::Respond(_, true) if !draws(s, effects_of(s, &action)) => {
                planned.push(Some(preview(&view, &action)));
            }
            _ => planned.push(None),
        }
        let before = m.log().len();
        m.submit(seat, &action).unwrap();
        let (was, now) = (view.clock, m.clock());
        if (was.round, was.beat, was.pass) == (now.round, now.beat, now.pass) && now.over.is_none() {
            continue;
        }
        let here = m.log()[before..].iter().filter(|e| (e.round, e.beat) == (was.round, was.beat));
        let (mut broken, mut moved) = (Vec::new(), BTreeMap::new());
        for entry in here {
            match &entry.what {
                Happened::Broke(norm) => broken.push(*norm),
                Happened::Changed(
                    var,
                    _,
                    to,
                    Cause::Choice(..) | Cause::Move(_) | Cause::Offer(_) | Cause::Event(_) | Cause::Binding(_) | Cause::Norm(_),
                ) => {
                    moved.insert(*var, *to);
                }
                _ => {}
            }
        }
        if let [Some(foretold)] = planned.as_slice()
            && !foretold.uncertain
        {
            see(foretold, &broken, &moved);
        }
        planned.clear();
    }
}

#[test]
fn what_is_foretold_comes_true() {
    let (mut beats, mut breaches) = (0, 0);
    for slug in catalog::scenarios() {
        let s = shipped(slug);
        for seed in 0..60 {
            alone(&s, seed, &mut |foretold, broken, moved| {
                beats += 1;
                breaches += broken.len();
                assert_eq!(foretold.breaks, broken, "{slug}, seed {seed}");
                for shift in &foretold.shifts {
                    let came = moved.get(&shift.var).copied();
                    assert_eq!(came, Some(shift.to), "{slug}, seed {seed}: {}", s.var(shift.var).id);
                }
            });
        }
    }
    assert!(beats > 200, "{beats} beats");
    assert!(breaches > 10, "{breaches} breaches");
}
