//! Trigger: thresholds. Each goes off once, at the reckoning at which its condition first holds; what one sets off, another
//! sees at the next reckoning.

use super::board::{ALL, Board};
use crate::model::{Cause, Happened, TriggerIx};
use std::sync::Arc;

/// Sets off what has come due.
pub fn trigger(mut board: Board) {
    if !board.reckons() {
        return;
    }
    let book = Arc::clone(&board.book.0);
    let day = board.now.clock.date;
    let ripe = |t: &crate::model::Trigger, n: &[i16]| n[t.happened.ix()] == 0 && t.when.holds(n);
    let due: Vec<usize> = (0..book.triggers.len()).filter(|i| ripe(&book.triggers[*i], &board.ledger.0)).collect();
    for i in due {
        let t = &book.triggers[i];
        board.ledger.0[t.happened.ix()] = 1;
        board.note(day, None, ALL, Happened::Trigger(TriggerIx::new(i)));
        board.apply(&t.effects, day, Cause::Trigger(TriggerIx::new(i)));
    }
}
