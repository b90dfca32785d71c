//! Second matches: how they are told apart from the first; and what everybody may know of one.

use super::table::flagship;
use comity::bots;
use comity::model::{CardIx, Happened, SeatIx};
use comity::play::Match;
use comity::report::compare;
use std::sync::Arc;

/// Bots of a name play a match to its end.
fn play(m: &mut Match, name: &str) {
    let count = m.scenario().seats.len();
    let mut bots: Vec<_> = (0..count).map(|i| bots::named(name, 5 + i as u64).unwrap()).collect();
    while m.over().is_none() {
        let seat = m.awaited()[0];
        let view = m.view(seat);
        let play = bots[seat.ix()].play(&view);
        m.submit(seat, &play.action).unwrap();
    }
}

#[test]
fn two_ways_from_one_point() {
    let mut first = Match::new(flagship(), 4, false);
    play(&mut first, "cautious");
    let (round, upto) = first.openings()[2];
    let mut second = first.fork(upto).unwrap();
    play(&mut second, "bold");
    let c = compare(&mut first, &mut second).unwrap();
    assert!(c.common >= upto && c.common < first.actions().len());
    let (parted, _) = c.parted.expect("bold and cautious bots part");
    assert!(parted >= round);
    assert!(c.rounds.iter().all(|r| r.round >= round), "nothing is told twice that both share");
    assert_eq!(c.endings, [first.over(), second.over()]);
    assert_eq!(c.points.len(), first.scenario().seats.len());
    let cards = [first.cards(), second.cards()];
    for (seat, two) in &c.points {
        assert_eq!(*two, [first.points(*seat, cards[0][seat.ix()]), second.points(*seat, cards[1][seat.ix()])]);
    }
    // The other way round, the columns change places and nothing else.
    let turned = compare(&mut second, &mut first).unwrap();
    assert_eq!((turned.common, turned.parted), (c.common, c.parted));
    for (a, b) in c.rounds.iter().zip(&turned.rounds) {
        assert_eq!((&a.lines[0], &a.lines[1]), (&b.lines[1], &b.lines[0]));
    }
}

#[test]
fn a_match_is_like_itself_and_unlike_another_scenario() {
    let mut m = Match::new(flagship(), 4, false);
    play(&mut m, "cautious");
    let mut same = m.fork(usize::MAX).unwrap();
    let c = compare(&mut m, &mut same).unwrap();
    assert_eq!((c.common, c.parted, c.rounds.len()), (m.actions().len(), None, 0));
    let other = comity::scenario::open("two-harbours").unwrap().scenario;
    assert!(compare(&mut m, &mut Match::new(other, 4, false)).is_none());
}

#[test]
fn of_a_running_match_a_comparison_tells_no_secret() {
    let mut first = Match::new(flagship(), 4, false);
    play(&mut first, "cautious");
    let (_, upto) = first.openings()[3];
    let mut running = first.fork(upto).unwrap();
    let mut begun = first.fork(0).unwrap();
    assert!(compare(&mut first, &mut running).unwrap().points.is_empty());
    assert!(compare(&mut begun, &mut running).unwrap().points.is_empty());
}

#[test]
fn what_everybody_may_know_changes_with_no_secret() {
    let s = flagship();
    let all = (0..s.seats.len()).fold(0_u16, |bits, i| bits | 1 << i);
    let shown = |m: &mut Match| {
        let v = m.public();
        format!("{:?}", (v.clock, v.numbers, v.awaited, v.offers, v.holdings))
    };
    let mut compared = 0;
    for seed in 0..12 {
        let mut m = Match::new(Arc::clone(&s), seed, false);
        let mut bots: Vec<_> = (0..s.seats.len()).map(|i| bots::named("random", seed * 7 + i as u64).unwrap()).collect();
        for step in 0..200 {
            if m.over().is_some() {
                break;
            }
            if step % 7 == 0 {
                let p = m.position();
                let mut q = p.clone();
                for (i, hand) in q.hands.iter_mut().enumerate() {
                    hand.card = CardIx::new((hand.card.ix() + 1) % s.seats[i].cards.len());
                    hand.effort = (hand.effort + 1) % 3;
                    hand.plan.clear();
                }
                for (i, v) in s.vars.iter().enumerate().filter(|(_, v)| v.known_to & all != all) {
                    q.numbers[i] = if q.numbers[i] == v.min { v.max } else { v.min };
                }
                for claim in &mut q.press {
                    claim.checked ^= all;
                }
                assert_ne!(format!("{:?}", p.numbers), format!("{:?}", q.numbers), "there are secrets to change");
                assert_eq!(shown(&mut Match::from_position(p)), shown(&mut Match::from_position(q)), "seed {seed}, step {step}");
                compared += 1;
            }
            let seat = m.awaited()[0];
            let view = m.view(seat);
            let play = bots[seat.ix()].play(&view);
            m.submit(seat, &play.action).unwrap();
        }
        // Sealed plans and what one seat found out are in nobody else's news.
        for e in m.public_events() {
            assert!(!matches!(e.what, Happened::Checked(_)));
            assert!((0..s.seats.len()).map(SeatIx::new).all(|eye| m.events(eye, 0).iter().any(|(_, x)| *x == e)));
        }
    }
    assert!(compared > 100, "{compared}");
}
