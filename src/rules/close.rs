//! Close: where the match goes once a beat has resolved: the next pass, the next beat, the next round, the coda, the end.

use super::board::{ALL, Board, Hand, Offers, SeatAt};
use super::enter::mandatory;
use super::position::Turn;
use crate::model::{Beat, EndingIx, Happened, Repeat, Scenario};
use bevy_ecs::prelude::*;
use std::sync::Arc;

/// Passes a beat may have: more means decisions that reopen each other.
const MOST_PASSES: u8 = 12;

/// Moves the clock on.
pub fn close(mut board: Board, mut seats: Query<(&SeatAt, &mut Hand)>, mut offers: ResMut<Offers>) {
    if board.now.turn != Turn::Closing {
        return;
    }
    let book = Arc::clone(&board.book.0);
    board.now.turn = Turn::Entering;
    if board.now.clock.beat != Beat::Reckon {
        let mut next = board.now.clock;
        next.pass += 1;
        let again = |at: &SeatAt, hand: &Hand| mandatory(&book, &board.ledger.0, &next, at.0, hand.0.effort);
        if next.pass < MOST_PASSES && seats.iter().any(|(at, hand)| again(at, hand)) {
            board.now.clock.pass = next.pass;
        } else {
            board.now.clock.pass = 0;
            board.now.clock.beat = following(board.now.clock.beat);
        }
        return;
    }
    offers.0.clear();
    let ending = board.get(book.own.ending);
    if ending == 0 {
        if usize::from(board.now.clock.round) >= book.rounds.len() {
            over(&mut board, book.fallback);
        } else {
            let round = board.now.clock.round + 1;
            next_round(&mut board, &book, round, &mut seats);
        }
        return;
    }
    let files_wait = book.decisions.iter().any(|d| d.file.is_some() && d.repeat == Repeat::Once && board.get(d.chosen) == 0);
    match book.coda {
        Some((stage, round)) if files_wait && board.get(book.own.coda) == 0 => {
            board.ledger.0[book.own.coda.ix()] = 1;
            board.now.next = Some(stage);
            let round = round.max(board.now.clock.round);
            next_round(&mut board, &book, round, &mut seats);
        }
        _ => over(&mut board, EndingIx::new(usize::try_from(ending - 1).unwrap_or(0))),
    }
}

const fn following(beat: Beat) -> Beat {
    match beat {
        Beat::Open => Beat::Plan,
        Beat::Plan => Beat::Answer,
        Beat::Answer => Beat::Rule,
        Beat::Rule | Beat::Reckon => Beat::Reckon,
    }
}

fn over(board: &mut Board, ending: EndingIx) {
    let own = board.book.0.own.ending;
    board.ledger.0[own.ix()] = i16::try_from(ending.0).unwrap_or(i16::MAX - 1) + 1;
    let day = board.now.clock.today.max(if board.get(board.book.0.own.coda) == 1 {
        board.now.clock.date
    } else {
        board.now.clock.today
    });
    board.note(day, None, ALL, Happened::Over(ending));
    board.now.clock.over = Some(ending);
    board.now.turn = Turn::Idle;
}

fn next_round(board: &mut Board, book: &Scenario, round: u8, seats: &mut Query<(&SeatAt, &mut Hand)>) {
    let clock = &mut board.now.clock;
    clock.round = round;
    clock.beat = Beat::Open;
    clock.pass = 0;
    clock.date = book.rounds[usize::from(round) - 1].ends;
    let by_itself = book.stage(clock.stage).then;
    if let Some(stage) = board.now.next.take().or(by_itself) {
        board.now.clock.stage = stage;
    }
    let own = book.own;
    board.ledger.0[own.round.ix()] = i16::from(round);
    board.ledger.0[own.stage.ix()] = i16::try_from(board.now.clock.stage.0).unwrap_or(i16::MAX);
    board.ledger.0[own.outcome.ix()] = 0;
    for (_, mut hand) in seats.iter_mut() {
        let hand = &mut hand.0;
        hand.effort = book.effort.0 + hand.effort.min(book.effort.1);
        hand.moved.clear();
        hand.checked_now = false;
        hand.quoted_now = false;
    }
}
