//! Comply: a provider that hands over what a legal order forbids, or refuses what one commands while the demand stands, breaks
//! a norm. The scenario says what that brings; it comes once a match, with the norm as its cause.

use super::board::{ALL, Board};
use crate::model::{Cause, Happened, InstrumentStatus};
use crate::seat::{Conduct, breaker};
use std::sync::Arc;

/// Finds broken norms and applies what follows.
pub fn comply(mut board: Board) {
    let book = Arc::clone(&board.book.0);
    let mut so_far = conduct(&board);
    for breach in &book.breaches {
        if so_far.breaks(&book, &board.ledger.0, breach) {
            board.ledger.0[breach.broken.ix()] = 1;
            board.note(so_far.day, breaker(&book), ALL, Happened::Broke(breach.norm));
            board.apply(&breach.effects, so_far.day, Cause::Norm(breach.norm));
            so_far = conduct(&board);
        }
    }
}

fn conduct(board: &Board) -> Conduct {
    let mut instruments = vec![InstrumentStatus::Unasked; board.book.0.instruments.len()];
    for i in &board.instruments {
        instruments[i.0.ix()] = i.1;
    }
    let mut produced = vec![false; board.book.0.items.len()];
    for i in &board.items {
        produced[i.0.ix()] = i.1;
    }
    Conduct { instruments, produced, day: board.now.clock.today }
}
