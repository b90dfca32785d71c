//! A worked example: the first steps of a match are played for the learner, each with its reason; then one is the learner's to
//! choose before the reason is told; then the match is theirs. Where a match stands in it follows from its actions alone, so
//! a saved match goes on where it was left.

use crate::model::{Action, Scenario, SeatIx, Worked};
use crate::play::Match;
use crate::seat::{Refusal, SeatView, open_decisions};
use std::sync::Arc;

/// Seeds on which the checker plays a worked example: its steps must be lawful whatever chance does.
const SEEDS: u64 = 8;

/// Where a match stands in its worked example.
#[derive(Clone, Copy, Debug)]
pub enum Lesson<'a> {
    /// A step is played for the learner.
    Shown {
        /// Which, from 0.
        number: usize,
        /// How many are shown.
        count: usize,
        /// The step.
        step: &'a Worked,
        /// What is played now: the step, and what goes with it.
        played: &'a [Worked],
    },
    /// The learner chooses; what they have planned, once they have.
    Asked {
        /// What the example would do, and why.
        step: &'a Worked,
        /// The option planned.
        chosen: Option<u16>,
    },
    /// The first plan that is wholly the learner's.
    Left,
}

fn shown(s: &Scenario) -> &[Worked] {
    let end = s.worked.iter().position(|w| w.ask).unwrap_or(s.worked.len());
    &s.worked[..end]
}

/// How many of a match's actions the worked example took: none once a match has gone another way.
#[must_use]
pub fn played_for(s: &Scenario, actions: &[(SeatIx, Action)]) -> usize {
    if followed(s, actions) { shown(s).len().min(actions.len()) } else { 0 }
}

fn followed(s: &Scenario, actions: &[(SeatIx, Action)]) -> bool {
    shown(s).iter().zip(actions).all(|(w, (seat, action))| w.seat == *seat && w.action == *action)
}

/// The seat that the learner takes over: that of the last step.
#[must_use]
pub fn learner(s: &Scenario) -> Option<SeatIx> {
    s.worked.last().map(|w| w.seat)
}

/// The step a match stands at, if its people are just the learner. `view` is that of the learner's seat.
#[must_use]
pub fn lesson<'a>(s: &'a Scenario, actions: &[(SeatIx, Action)], people: &[SeatIx], view: &SeatView) -> Option<Lesson<'a>> {
    let me = learner(s)?;
    let shown = shown(s);
    if people != [me] || !followed(s, actions) {
        return None;
    }
    if let Some((before, rest)) = shown.split_at_checked(actions.len())
        && let Some((step, next)) = rest.split_first()
    {
        let played = &rest[..=next.iter().take_while(|w| w.why.is_empty()).count()];
        let told = |steps: &[Worked]| steps.iter().filter(|w| !w.why.is_empty()).count();
        return Some(Lesson::Shown { number: told(before), count: told(shown), step, played });
    }
    let step = s.worked.last().filter(|w| w.ask && view.seat == me)?;
    let Action::Choose(decision, _) = step.action else { return None };
    let open = !view.me().closed && open_decisions(s, &view.numbers, &view.clock, me).any(|d| d == decision);
    let planned = view.plan.iter().find_map(|a| match a {
        Action::Choose(d, o) if *d == decision => Some(*o),
        _ => None,
    });
    if open {
        return Some(Lesson::Asked { step, chosen: planned });
    }
    let closed = actions.iter().skip(shown.len()).filter(|(seat, action)| *seat == me && *action == Action::Close).count();
    (closed == 1).then_some(Lesson::Left)
}

/// The first step of a worked example that the rules refuse, with its number.
#[must_use]
pub fn refused(s: &Arc<Scenario>) -> Option<(usize, Refusal)> {
    let play = |seed| {
        let mut game = Match::new(Arc::clone(s), seed, false);
        s.worked.iter().enumerate().find_map(|(i, w)| game.submit(w.seat, &w.action).err().map(|refusal| (i, refusal)))
    };
    if s.worked.is_empty() { None } else { (1..=SEEDS).find_map(play) }
}
