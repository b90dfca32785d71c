//! Lapse: what a round costs everybody, at its reckoning.

use super::board::Board;
use crate::model::Cause;
use std::sync::Arc;

/// Applies the upkeep of the round.
pub fn lapse(mut board: Board) {
    if !board.reckons() || !board.pending() {
        return;
    }
    let book = Arc::clone(&board.book.0);
    let day = board.now.clock.date;
    for (when, effects) in &book.upkeep {
        if when.holds(&board.ledger.0) {
            board.apply(effects, day, Cause::Upkeep);
        }
    }
}
