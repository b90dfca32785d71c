//! Reach: what one state does to data abroad, others may do in turn. At its reckoning a round lets claims that have stood
//! long enough spread one step, along ties, to states with practice of their own.

use super::board::{ALL, Board};
use crate::model::{Cause, Date, Happened, StateIx};
use crate::seat;
use std::sync::Arc;

/// Lets claims spread.
pub fn spread(mut board: Board) {
    if !board.reckons() || !board.pending() {
        return;
    }
    let book = Arc::clone(&board.book.0);
    let day = board.now.clock.date;
    let mut claims = seat::claims(&book, &board.ledger.0);
    let round = seat::claim_round(&book, &board.ledger.0);
    let followed = seat::followers(&book, &board.ledger.0);
    if followed.is_empty() {
        return;
    }
    for (state, on) in followed {
        claims.follow(state, on, round);
        board.note(day, None, ALL, Happened::Claimed(state, Some(on)));
    }
    write(&mut board, &claims, day, Cause::Reciprocity);
}

/// A state asserts reach by an act of its own.
pub fn assert(board: &mut Board, state: StateIx, day: Date, cause: Cause) {
    let book = Arc::clone(&board.book.0);
    let mut claims = seat::claims(&book, &board.ledger.0);
    if claims.assert(state, seat::claim_round(&book, &board.ledger.0)) {
        board.note(day, None, ALL, Happened::Claimed(state, None));
        write(board, &claims, day, cause);
    }
}

/// A state's claim is taken away.
pub fn withdraw(board: &mut Board, state: StateIx, day: Date, cause: Cause) {
    let book = Arc::clone(&board.book.0);
    let mut claims = seat::claims(&book, &board.ledger.0);
    if claims.withdraw(state) {
        board.note(day, None, ALL, Happened::Unclaimed(state));
        write(board, &claims, day, cause);
    }
}

fn write(board: &mut Board, claims: &crate::logic::reciprocity::Claims, day: Date, cause: Cause) {
    let book = Arc::clone(&board.book.0);
    for (var, value) in seat::claim_numbers(&book, claims) {
        board.set(var, i32::from(value), day, cause);
    }
}
