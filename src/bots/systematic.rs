//! Takes what has not been tried: finds what no player would do, option by option.
//!
//! It knows how often each thing was done in the matches before (a [`Tried`] that somebody counts). Something that was never done
//! it does at once, of several the one whose turn it is by the number of the match, so that matches side by side take different
//! ones. Where all was done before, it keeps the dispute open, because what it has not seen lies further on; and every third
//! match it wanders, so that places are reached from many sides.

use super::{Bot, Play};
use crate::model::every;
use crate::model::{Action, Effect, Say, Scenario};
use crate::rules::{Dice, Purpose};
use crate::seat::{SeatView, legal_actions};
use std::sync::Arc;

/// How often each thing was done so far, by position in the scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tried {
    /// Options, by decision.
    pub options: Vec<Vec<u64>>,
    /// Side moves.
    pub moves: Vec<u64>,
    /// Offers, accepted.
    pub offers: Vec<u64>,
}

impl Tried {
    fn times(&self, action: &Action) -> Option<u64> {
        let count = match action {
            Action::Choose(d, o) => self.options.get(d.ix()).and_then(|x| x.get(usize::from(*o))),
            Action::Move(m) => self.moves.get(m.ix()),
            Action::Offer(o) | Action::Respond(o, true) => self.offers.get(o.ix()),
            _ => return None,
        };
        Some(count.copied().unwrap_or(0))
    }
}

/// The player.
pub struct Systematic {
    dice: Dice,
    turn: u64,
    tried: Arc<Tried>,
}

impl Systematic {
    /// A player of match number `turn`, after what was tried in earlier ones.
    #[must_use]
    pub fn new(turn: u64, seed: u64, tried: Arc<Tried>) -> Self {
        Self { dice: Dice::new(seed, Purpose::Choice, 0), turn, tried }
    }
}

impl Bot for Systematic {
    fn play(&mut self, view: &SeatView) -> Play {
        let because = Say::new("bot-random");
        let mut actions = legal_actions(view);
        let new: Vec<&Action> = actions.iter().filter(|a| self.tried.times(a) == Some(0)).collect();
        let wander = self.turn % 3 == 2 && self.dice.index(2) == 0;
        if !new.is_empty() && !wander {
            let at = usize::try_from(self.turn % new.len() as u64).unwrap_or(0);
            return Play { action: new[at].clone(), because };
        }
        if self.turn % 3 != 2 && actions.iter().any(|a| !ends(&view.scenario, a)) {
            actions.retain(|a| !ends(&view.scenario, a));
        }
        // Closing counts double, so that plans end.
        if actions.contains(&Action::Close) {
            actions.push(Action::Close);
        }
        let action = if actions.is_empty() { Action::Close } else { actions.swap_remove(self.dice.index(actions.len())) };
        Play { action, because }
    }
}

/// Whether an action may close the main case.
fn ends(s: &Scenario, action: &Action) -> bool {
    let effects = match action {
        Action::Choose(d, o) => &s.decision(*d).options[usize::from(*o)].act.effects,
        Action::Move(m) => &s.side_move(*m).act.effects,
        Action::Offer(o) | Action::Respond(o, true) => &s.offer(*o).act.effects,
        _ => return false,
    };
    closes(s, effects)
}

fn closes(s: &Scenario, effects: &[Effect]) -> bool {
    let mut found = false;
    every(effects, &mut |e| match e {
        Effect::Close(_) => found = true,
        // The checker refuses bundles that apply themselves.
        Effect::Do(bundle) => found |= closes(s, &s.bundles[bundle.ix()].1),
        _ => {}
    });
    found
}
