//! Matches of bots, for how they pass through a procedure.

use super::{Seats, play_out};
use crate::model::Scenario;
use crate::play::{Match, Passages};
use std::sync::Arc;

/// Plays `games` matches with seeds from `seed` on and counts which way they went; `done` is told after each. A match that comes
/// to no end is not counted.
#[must_use]
pub fn passages(s: &Arc<Scenario>, seats: &Seats, games: usize, seed: u64, mut done: impl FnMut()) -> Passages {
    let mut counts = Passages::of(s);
    let pinned = seats.pinned(s);
    let mut m = Match::new(Arc::clone(s), seed, pinned);
    for game in 0..games {
        let seed = seed.wrapping_add(game as u64);
        m.restart(Arc::clone(s), seed, pinned);
        if play_out(&mut m, seats, seed, |_, _, _| {}) {
            counts.count(m.log());
        }
        done();
    }
    counts
}
