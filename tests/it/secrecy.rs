//! What only another seat may know never shows: positions that differ in nothing else give a seat the same view, the same
//! legal actions and the same news.

use super::table::flagship;
use comity::bots;
use comity::diagnostic::Source;
use comity::model::{CardIx, JudgeIx, LogEntry, Role, SeatIx};
use comity::play::Match;
use comity::rules::Position;
use comity::scenario::{self, catalog};
use comity::seat::{SeatView, legal_actions};
use std::fmt::Write;
use std::sync::Arc;

/// Everything in a view but the scenario, which both share.
fn bytes(v: &SeatView) -> String {
    let mut out = String::new();
    write!(
        out,
        "{:?}",
        (
            (v.seat, v.clock, &v.numbers, &v.seats, v.card, &v.plan, v.effort, &v.moved),
            (v.checked_now, v.quoted_now, &v.sitting, &v.offers, &v.holdings, &v.instruments),
            (&v.produced, &v.ahead, &v.press),
        )
    )
    .unwrap();
    write!(out, "{:?}", legal_actions(v)).unwrap();
    out
}

/// Changes everything that `eye` may not know, as far as it can change at all.
pub fn disguise(p: &Position, eye: SeatIx, salt: usize) -> Position {
    let mut q = p.clone();
    let s = Arc::clone(&p.scenario);
    for (i, hand) in q.hands.iter_mut().enumerate().filter(|(i, _)| *i != eye.ix()) {
        hand.card = CardIx::new((hand.card.ix() + 1 + salt) % s.seats[i].cards.len());
        hand.effort = (hand.effort + 1) % 3;
        hand.plan.clear();
    }
    for (i, v) in s.vars.iter().enumerate().filter(|(_, v)| v.known_to & (1 << eye.0) == 0) {
        q.numbers[i] = v.min + i16::try_from(salt).unwrap() % (v.max - v.min + 1).max(1);
    }
    for (event, day) in &mut q.agenda {
        if s.event(*event).known_to & (1 << eye.0) == 0 {
            *day = day.map(|day| day.plus(30 + i32::try_from(salt).unwrap()));
        }
    }
    for claim in &mut q.press {
        claim.checked ^= (0b1111 << (salt % 3)) & 0b1111 & !(1 << eye.0);
    }
    let court = s.seats[eye.ix()].role == Role::Court;
    let judges = &s.bench.as_ref().unwrap().judges;
    if !court && let Some(card) = q.bench.card {
        q.bench.card = Some(JudgeIx::new((card.ix() + 1) % judges.len()));
    }
    if !q.bench.revealed {
        // Another judge who cares for the same issue: only the leaning differs.
        for colleague in &mut q.bench.colleagues {
            let cares = judges[colleague.ix()].cares;
            let twin = (0..judges.len()).find(|j| judges[*j].cares == cares && *j != colleague.ix());
            if let Some(j) = twin {
                *colleague = JudgeIx::new(j);
            }
        }
    }
    q
}

#[test]
fn no_view_shows_what_only_another_seat_knows() {
    let s = flagship();
    let (mut compared, mut differed) = (0, 0);
    for seed in 0..30 {
        let mut m = Match::new(Arc::clone(&s), seed, false);
        let mut bots: Vec<_> = (0..s.seats.len()).map(|i| bots::named("random", seed * 7 + i as u64).unwrap()).collect();
        let mut steps = 0;
        while m.over().is_none() && steps < 300 {
            steps += 1;
            if steps % 5 == 0 {
                let p = m.position();
                for eye in (0..s.seats.len()).map(SeatIx::new) {
                    let other = disguise(&p, eye, steps);
                    let one = bytes(&Match::from_position(p.clone()).view(eye));
                    let two = bytes(&Match::from_position(other.clone()).view(eye));
                    assert_eq!(one, two, "seed {seed}, step {steps}: {} sees a secret", s.seats[eye.ix()].id);
                    compared += 1;
                    differed += usize::from(format!("{:?}", p.hands) != format!("{:?}", other.hands));
                }
            }
            let seat = m.awaited()[0];
            let view = m.view(seat);
            let play = bots[seat.ix()].play(&view);
            m.submit(seat, &play.action).unwrap();
        }
    }
    assert!(compared > 500 && differed > 500, "{compared} positions compared, {differed} really differed");
}

#[test]
fn news_of_a_seat_holds_nothing_it_may_not_know() {
    let s = flagship();
    for seed in 0..40 {
        let m = super::table::played(&s, "random", seed);
        for eye in (0..s.seats.len()).map(SeatIx::new) {
            let heard: Vec<&LogEntry> = m.events(eye, 0).into_iter().map(|(_, e)| e).collect();
            for e in heard {
                use comity::model::Happened;
                match &e.what {
                    Happened::Changed(v, ..) => assert!(s.var(*v).known_to & (1 << eye.0) != 0, "{}", s.var(*v).id),
                    Happened::Event(x) => assert!(s.event(*x).known_to & (1 << eye.0) != 0, "{}", s.event(*x).id),
                    Happened::Checked(_) => assert_eq!(e.actor, Some(eye)),
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn what_a_seat_does_with_its_secret_shows_only_when_it_acts() {
    // The same match twice, with another result of the hidden draw: nobody hears of it until the seat that knows acts on it.
    let s = flagship();
    let doj = s.seat("doj").unwrap();
    let found = s.var_named("user-found").unwrap();
    let truth = s.var_named("user-truth").unwrap();
    let mut p = Match::new(Arc::clone(&s), 3, false).position();
    let run = |p: Position| {
        let mut m = Match::from_position(p);
        let investigate = comity::model::MoveIx::new(s.moves.iter().position(|x| x.id == "investigate").unwrap());
        while m.clock().beat != comity::model::Beat::Plan {
            let seat = m.awaited()[0];
            m.submit(seat, &comity::model::Action::Close).unwrap();
        }
        m.submit(doj, &comity::model::Action::Move(investigate)).unwrap();
        let mut bots: Vec<_> = (0..s.seats.len()).map(|_| bots::named("cautious", 1).unwrap()).collect();
        while m.clock().beat == comity::model::Beat::Plan {
            let seat = m.awaited()[0];
            let view = m.view(seat);
            let play = bots[seat.ix()].play(&view);
            m.submit(seat, &play.action).unwrap();
        }
        m
    };
    p.numbers[truth.ix()] = 1;
    let mut one = run(p.clone());
    p.numbers[truth.ix()] = -2;
    let mut two = run(p);
    assert_ne!(one.view(doj).number(found), two.view(doj).number(found), "the seat itself learns it");
    for eye in (0..s.seats.len()).map(SeatIx::new).filter(|e| *e != doj) {
        assert_eq!(bytes(&one.view(eye)), bytes(&two.view(eye)));
        assert_eq!(one.events(eye, 0), two.events(eye, 0));
    }
}

/// The wall shows what is put to a seat, unless that would tell what not everybody may know.
#[test]
fn the_wall_tells_of_no_decision_that_hangs_on_a_secret() {
    let text = catalog::scenario("first-warrant").unwrap().text().to_owned();
    let text = text.replacen("flags: [", "flags: [(id: \"tipped\", title: \"A tip\"), ", 1);
    let when = "when: All([Stage(\"served\"), Is(\"tipped\", 0)]), source";
    let text = text.replacen("when: Stage(\"served\"), source", when, 1);
    let asked = |text: &str| {
        let s = scenario::load(&Source::new("first-warrant.ron", text), None).unwrap().scenario;
        let mut game = Match::new(Arc::clone(&s), 1, false);
        let public = game.public();
        public.asked.iter().map(|(d, options)| (s.decision(*d).id.clone(), options.len())).collect::<Vec<_>>()
    };
    assert_eq!(asked(&text), [("first".to_owned(), 3), ("ask".to_owned(), 2)]);
    let tip = "events: [(id: \"tip\", title: \"A tip\", known_to: [\"ferry\"], on: (2, \"2034-03-12\"), effects: [Set(\"tipped\", 1)])],\n  bundles:";
    assert_eq!(asked(&text.replacen("bundles:", tip, 1)), [("ask".to_owned(), 2)], "a tip that only the ferry gets");
    let some = "title: \"A tip\", known_to: [\"ferry\", \"orlen\"]), ";
    let hidden = text.replacen("title: \"A tip\"), ", some, 1);
    assert_eq!(asked(&hidden), [("ask".to_owned(), 2)], "a number that the judge does not see");
    // An option that everybody knows to be closed is no answer to raise hands on.
    let shut = text.replacen("(id: \"wait\", title", "(id: \"wait\", when: Is(\"tipped\", 1), title", 1);
    assert_eq!(asked(&shut)[0], ("first".to_owned(), 2));
}
