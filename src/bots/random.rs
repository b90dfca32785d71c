//! Legal play without a plan: finds what no player would try.

use super::{Bot, Play};
use crate::model::{Action, Say};
use crate::rules::{Dice, Purpose};
use crate::seat::{SeatView, legal_actions};

/// Picks among the legal actions, each as likely; closing counts double, so that plans end.
pub struct Random(Dice);

impl Random {
    /// A random player.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(Dice::new(seed, Purpose::Choice, 0))
    }
}

impl Bot for Random {
    fn play(&mut self, view: &SeatView) -> Play {
        let mut actions = legal_actions(view);
        if actions.contains(&Action::Close) {
            actions.push(Action::Close);
        }
        let action = if actions.is_empty() { Action::Close } else { actions.swap_remove(self.0.index(actions.len())) };
        Play { action, because: Say::new("bot-random") }
    }
}
