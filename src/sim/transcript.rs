//! The tests that a scenario carries: who plays, from where, what is chosen, what must hold then.

use super::run::{Seats, SimError, reach};
use crate::logic::condition::{self, Line};
use crate::model::{Action, DecisionIx, Say, Scenario, Transcript};
use crate::play::{MOST_ACTIONS, Match};
use std::sync::Arc;

/// What went otherwise than a test says.
#[derive(Clone, Debug)]
pub enum Miss {
    /// No bot of that name.
    Bots(SimError),
    /// No match of bots came to the stage the test begins at.
    From,
    /// A choice was not open when its decision came: its number in `choose`, and why.
    Refused(usize, Say),
    /// The decision of a choice was never put to anybody: its number in `choose`.
    NeverAsked(usize),
    /// The stage the test ends at was never reached.
    Until,
    /// The match did not end.
    Stuck,
    /// Something expected does not hold: its number in `expect`, and what was found, part by part.
    NotMet(usize, Vec<Line>),
}

/// A test carried out.
pub struct Outcome {
    /// Seed of the match that was played.
    pub seed: u64,
    /// What went otherwise; nothing if the test holds.
    pub misses: Vec<Miss>,
    /// The match, if one was played.
    pub played: Option<Match>,
}

/// Carries out a test of a scenario.
#[must_use]
pub fn carry_out(s: &Arc<Scenario>, test: &Transcript) -> Outcome {
    let mut misses = Vec::new();
    let seats = match Seats::parse(s, &test.bots) {
        Ok(seats) => seats,
        Err(error) => return Outcome { seed: test.seed, misses: vec![Miss::Bots(error)], played: None },
    };
    let pinned = seats.pinned(s);
    let started = match test.from {
        None => Some((Match::new(Arc::clone(s), test.seed, pinned), test.seed)),
        Some(stage) => reach(s, &seats, pinned, test.seed, stage),
    };
    let Some((mut m, seed)) = started else {
        return Outcome { seed: test.seed, misses: vec![Miss::From], played: None };
    };
    let mut bots = seats.bots(seed, &Arc::default());
    let mut done = vec![false; test.choose.len()];
    let at = |m: &Match| test.until.is_some_and(|stage| m.clock().stage == stage);
    for _ in 0..MOST_ACTIONS {
        if m.over().is_some() || at(&m) {
            break;
        }
        // What is chosen is done first; the bots do the rest, one action at a time.
        if let Some((i, seat, action)) = next_choice(s, &mut m, test, &done) {
            done[i] = true;
            if let Err(refusal) = m.submit(seat, &action) {
                misses.push(Miss::Refused(i, refusal.say(s)));
                return Outcome { seed, misses, played: Some(m) };
            }
            continue;
        }
        let Some(seat) = m.awaited().first().copied() else { break };
        let view = m.view(seat);
        let play = bots[seat.ix()].play(&view);
        if m.submit_seen(&view, &play.action).is_err() {
            break;
        }
    }
    if test.until.is_some() && !at(&m) {
        // The rest follows from it.
        return Outcome { seed, misses: vec![Miss::Until], played: Some(m) };
    }
    if test.until.is_none() && m.over().is_none() {
        misses.push(Miss::Stuck);
    }
    misses.extend((0..done.len()).filter(|i| !done[*i]).map(Miss::NeverAsked));
    for (i, expected) in test.expect.iter().enumerate() {
        let trace = condition::trace(expected, m.numbers());
        if !trace.holds {
            misses.push(Miss::NotMet(i, condition::lines(s, &trace)));
        }
    }
    Outcome { seed, misses, played: Some(m) }
}

/// The next choice that a test makes, if its decision is put to a seat now. A decision that comes back takes the choices that
/// are left for it one after the other; after the last, the bots decide.
fn next_choice(s: &Scenario, m: &mut Match, test: &Transcript, done: &[bool]) -> Option<(usize, crate::model::SeatIx, Action)> {
    let clock = m.clock();
    for seat in m.awaited() {
        let left = |d: DecisionIx| (0..done.len()).find(|i| !done[*i] && test.choose[*i].0 == d);
        let wanted: Vec<DecisionIx> = crate::seat::open_decisions(s, m.numbers(), &clock, seat).collect();
        let view = m.view(seat);
        let planned = |d: DecisionIx| view.plan.iter().any(|a| matches!(a, Action::Choose(x, _) if *x == d));
        if let Some((i, d)) = wanted.into_iter().filter(|d| !planned(*d)).find_map(|d| Some((left(d)?, d))) {
            return Some((i, seat, Action::Choose(d, test.choose[i].1)));
        }
    }
    None
}
