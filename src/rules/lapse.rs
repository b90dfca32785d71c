//! Lapse: what a round costs everybody, at its reckoning.

use super::board::Board;
use super::position::Turn;
use crate::model::{Beat, Cause};
use std::sync::Arc;

/// Applies the upkeep of the round.
pub fn lapse(mut board: Board) {
    if board.now.turn != Turn::Closing || board.now.clock.beat != Beat::Reckon {
        return;
    }
    let book = Arc::clone(&board.book.0);
    if board.get(book.own.ending) != 0 {
        return;
    }
    let day = board.now.clock.date;
    for (when, effects) in &book.upkeep {
        if when.holds(&board.ledger.0) {
            board.apply(effects, day, Cause::Upkeep);
        }
    }
}
