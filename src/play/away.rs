//! Who acted. People may leave their seats to bots, to see the end, and sit down again.

use super::Match;
use crate::model::{Action, Happened, SeatIx};

/// Actions that bots took for the people: from one, up to another that was the people's again; none: to the end.
pub type Away = (usize, Option<usize>);

impl Match {
    /// The people leave their seats to bots.
    pub fn hand_over(&mut self) {
        if self.away.last().is_none_or(|(_, to)| to.is_some()) {
            self.away.push((self.actions.len(), None));
        }
    }

    /// The people sit down again.
    pub fn take_seats(&mut self) {
        let now = self.actions.len();
        if let Some((_, to @ None)) = self.away.last_mut() {
            *to = Some(now);
        }
    }

    /// When the people were away, in order.
    #[must_use]
    pub fn away(&self) -> &[Away] {
        &self.away
    }

    /// Leaves and takes the seats as it was done before action `at`; what is done with is dropped from the list.
    pub fn sit(&mut self, away: &mut &[Away], at: usize) {
        while let [(from, to), rest @ ..] = *away {
            if *from == at {
                self.hand_over();
            }
            if *to != Some(at) {
                return;
            }
            self.take_seats();
            *away = rest;
        }
    }

    /// A match that was begun again and is not over is its people's to go on with.
    pub(super) fn stay(&mut self) {
        if self.over().is_none() {
            self.take_seats();
        }
    }

    /// The action that a choice or a ruling in the log comes from: plans are sealed, so it was taken some time before.
    #[must_use]
    pub fn action_of(&self, entry: usize) -> Option<usize> {
        let told = self.log().get(entry)?;
        let done = |(seat, action): &(SeatIx, Action)| match (&told.what, action) {
            (Happened::Chose(d, o), Action::Choose(x, y)) => (d, o) == (x, y),
            (Happened::Ruled { .. }, Action::Rule(..)) => told.actor == Some(*seat),
            _ => false,
        };
        // The first action after which the entry was there.
        let after = self.entries.partition_point(|entries| *entries <= entry);
        self.actions.iter().take(after + 1).rposition(done)
    }

    /// Whether a person took the action that an entry comes from, if one sits at its seat: the people were there, and its round
    /// is one that they play.
    #[must_use]
    pub fn is_persons(&self, entry: usize) -> bool {
        let away = |at: usize| self.away.iter().any(|(from, to)| *from <= at && to.is_none_or(|to| at < to));
        let round = self.log().get(entry).map(|e| e.round);
        !self.action_of(entry).is_some_and(away) && self.preset().zip(round).is_none_or(|(preset, round)| preset.is_live(round))
    }
}
