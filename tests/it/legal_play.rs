//! Random legal play on every shipped scenario: it ends, nothing goes out of bounds, and what is refused changes nothing.

use super::table::shipped;
use comity::bots;
use comity::model::{Action, DecisionIx, Happened, IssueIx, MoveIx, OfferIx, Scenario, SeatIx};
use comity::play::Match;
use comity::scenario::catalog;
use comity::seat::{check, legal_actions, unsaid};
use std::sync::Arc;

/// Every action one could think of for a seat, legal or not.
fn conceivable(s: &Scenario) -> Vec<Action> {
    let mut all = vec![Action::Close, Action::Undo];
    for (i, d) in s.decisions.iter().enumerate() {
        all.extend((0..=d.options.len()).map(|o| Action::Choose(DecisionIx::new(i), u16::try_from(o).unwrap())));
    }
    all.extend((0..=s.moves.len()).map(|m| Action::Move(MoveIx::new(m))));
    all.extend((0..=s.offers.len()).map(|o| Action::Offer(OfferIx::new(o))));
    all.extend((0..=s.offers.len()).map(|o| Action::Respond(OfferIx::new(o), true)));
    all.extend((0..=s.issues.len()).map(|i| Action::Attack(IssueIx::new(i), comity::model::Ground::Status)));
    all.extend((0..=s.claims.len()).map(|c| Action::Check(comity::model::ClaimIx::new(c))));
    all.extend((0..=s.claims.len()).map(|c| Action::Quote(comity::model::ClaimIx::new(c))));
    all
}

#[test]
fn random_play_keeps_every_invariant() {
    let (mut warned, mut secrets) = (0, 0);
    for slug in catalog::scenarios() {
        let s = shipped(slug);
        let all = conceivable(&s);
        for seed in 0..12 {
            let mut m = Match::new(Arc::clone(&s), seed, false);
            let mut bots: Vec<_> = (0..s.seats.len()).map(|i| bots::named("random", seed * 31 + i as u64).unwrap()).collect();
            let mut steps = 0;
            let mut ahead = vec![Vec::new(); s.seats.len()];
            while m.over().is_none() {
                steps += 1;
                assert!(steps < 2_000, "{slug}, seed {seed}: no end");
                for (i, before) in ahead.iter_mut().enumerate() {
                    // Whoever is not told when a thing comes must not see that it came.
                    let now: Vec<_> =
                        m.view(SeatIx::new(i)).ahead.iter().filter(|(_, day)| day.is_none()).map(|(e, _)| *e).collect();
                    assert!(before.iter().all(|e| now.contains(e)), "{slug}: what came in secret has left the list");
                    secrets += now.iter().filter(|e| m.numbers()[s.event(**e).happened.ix()] != 0).count();
                    *before = now;
                }
                let public = m.log().iter().rev().find(|e| e.known_to.count_ones() as usize >= s.seats.len());
                let today = public.map_or(m.clock().today, |e| e.date);
                assert_eq!(m.clock().today, today, "{slug}: what single seats hear moves nobody's calendar");
                let awaited = m.awaited();
                let seat = *awaited.first().expect("somebody is waited for until the match is over");
                let view = m.view(seat);
                for (v, n) in s.vars.iter().zip(m.numbers()) {
                    assert!((v.min..=v.max).contains(n), "{slug}: {} is {n}", v.id);
                }
                let legal = legal_actions(&view);
                assert!(!legal.is_empty(), "{slug}: a seat that is waited for can do something");
                for action in &legal {
                    assert!(check(&view, action).is_ok(), "{slug}: listed but refused: {action:?}");
                }
                let attacks = legal.iter().any(|a| matches!(a, Action::Attack(..)));
                let attacked = view.plan.iter().any(|a| matches!(a, Action::Attack(..)));
                let unanswered = unsaid(&view, false) == Some("desk-unanswered");
                assert!(unanswered == (attacks && !attacked), "{slug}: whoever may attack is told so before closing");
                warned += usize::from(unanswered);
                if steps % 7 == 0 {
                    refuse_all(&mut m, &s, seat, &all, &legal);
                }
                let play = bots[seat.ix()].play(&view);
                assert!(legal.contains(&play.action), "{slug}: a bot does what is not listed");
                m.submit(seat, &play.action).expect("legal");
            }
            for e in m.log() {
                let Happened::Argued(p) = &e.what else { continue };
                let cited = p.authority.map(|a| s.law.precedent(a));
                assert!(cited.is_none_or(|c| c.decided_on < e.date), "{slug}: {} is cited on {}", cited.unwrap().id, e.date);
            }
            assert!(m.awaited().is_empty());
            let last = m.view(SeatIx(0));
            assert!(legal_actions(&last).is_empty());
        }
    }
    assert!(warned > 10 && secrets > 10, "{warned} warnings, {secrets} secrets");
}

fn refuse_all(m: &mut Match, s: &Scenario, seat: SeatIx, all: &[Action], legal: &[Action]) {
    let before = (m.digest(), m.actions().len(), m.log().len());
    for action in all.iter().filter(|a| !legal.contains(a) && !matches!(a, Action::Undo)) {
        let refusal = m.submit(seat, action).expect_err("not listed, so refused");
        assert!(!refusal.say(s).key.is_empty());
    }
    let awaited = m.awaited();
    for other in (0..s.seats.len()).map(SeatIx::new).filter(|o| !awaited.contains(o)) {
        assert!(m.submit(other, &Action::Close).is_err());
    }
    assert_eq!(before, (m.digest(), m.actions().len(), m.log().len()), "what is refused changes nothing");
}

#[test]
fn undo_takes_back_to_the_letter() {
    for slug in catalog::scenarios() {
        let s = shipped(slug);
        let mut m = Match::new(Arc::clone(&s), 5, false);
        let mut bot = bots::named("cautious", 1).unwrap();
        for _ in 0..400 {
            if m.over().is_some() {
                break;
            }
            let seat = m.awaited()[0];
            let view = m.view(seat);
            for action in legal_actions(&view).iter().filter(|a| **a != Action::Close && **a != Action::Undo).take(6) {
                m.submit(seat, action).expect("legal");
                m.submit(seat, &Action::Undo).expect("undo");
                let back = m.view(seat);
                assert_eq!((&back.plan, back.effort, &back.moved), (&view.plan, view.effort, &view.moved));
                assert_eq!(
                    (back.checked_now, back.quoted_now, &back.numbers),
                    (view.checked_now, view.quoted_now, &view.numbers)
                );
            }
            let play = bot.play(&view);
            m.submit(seat, &play.action).expect("legal");
        }
    }
}

#[test]
fn plans_are_sealed_and_their_order_changes_nothing() {
    let s = shipped("microsoft-ireland");
    let script = |order: &[usize]| {
        let mut m = Match::new(Arc::clone(&s), 9, false);
        let mut bots: Vec<_> = (0..s.seats.len()).map(|_| bots::named("bold", 1).unwrap()).collect();
        for _ in 0..600 {
            if m.over().is_some() {
                break;
            }
            let awaited = m.awaited();
            let seat = *order.iter().map(|i| SeatIx::new(*i)).find(|s| awaited.contains(s)).as_ref().unwrap();
            let watching: Vec<_> = (0..s.seats.len()).map(SeatIx::new).filter(|o| *o != seat).collect();
            let clock = m.clock();
            let before: Vec<_> = watching.iter().map(|o| m.view(*o).numbers).collect();
            let view = m.view(seat);
            let play = bots[seat.ix()].play(&view);
            m.submit(seat, &play.action).expect("legal");
            if (m.clock().round, m.clock().beat, m.clock().pass) == (clock.round, clock.beat, clock.pass) {
                let after: Vec<_> = watching.iter().map(|o| m.view(*o).numbers).collect();
                assert_eq!(before, after, "a sealed plan shows nothing until the beat closes");
            }
        }
        (m.over(), m.numbers().to_vec())
    };
    assert_eq!(script(&[0, 1, 2, 3]), script(&[3, 2, 1, 0]));
}
