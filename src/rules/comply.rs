//! Comply: a provider that hands over what a legal order forbids, or refuses what one commands while the demand stands, breaks
//! a norm. The scenario says what that brings; it comes once a match, with the norm as its cause.

use super::board::{ALL, Board};
use crate::logic::duty;
use crate::model::{Act, Cause, Deed, Duty, Happened, InstrumentStatus, ItemIx, OrderIx, Role, SeatIx};
use std::sync::Arc;

/// Finds broken norms and applies what follows.
pub fn comply(mut board: Board) {
    let book = Arc::clone(&board.book.0);
    for breach in &book.breaches {
        if board.get(breach.broken) != 0 || !breach.when.holds(&board.ledger.0) {
            continue;
        }
        let day = board.now.clock.today;
        let mut statuses = vec![InstrumentStatus::Unasked; book.instruments.len()];
        for i in &board.instruments {
            statuses[i.0.ix()] = i.1;
        }
        let mut handed = vec![false; book.items.len()];
        for i in &board.items {
            handed[i.0.ix()] = i.1;
        }
        // Handed over by the provider means in obedience to a demand; what a foreign court sent by treaty is no deed of its.
        let obeyed = |item: usize| {
            let by_demand = |(x, status): (&crate::model::Instrument, &InstrumentStatus)| {
                *status == InstrumentStatus::Obeyed && x.items.contains(&item) && is_provider(&book, x.to)
            };
            handed[item] && book.instruments.iter().zip(&statuses).any(by_demand)
        };
        let norm = book.law.norm(breach.norm);
        let breaks = |item: usize| {
            let (deed, duty) = match breach.deed {
                Deed::Disclosed => (obeyed(item), Duty::MustNot),
                Deed::Refused => (!handed[item], Duty::Must),
            };
            deed && {
                let ix = ItemIx::new(item);
                let facts = duty::facts(&book, &board.ledger.0, &statuses, ix, day);
                let cell = duty::cell(&book.law, &facts, ix, OrderIx::new(norm.order), Act::Disclose);
                cell.duty == Some(duty) && cell.because.contains(&breach.norm)
            }
        };
        if (0..book.items.len()).any(breaks) {
            board.ledger.0[breach.broken.ix()] = 1;
            let who = (0..book.seats.len()).map(SeatIx::new).find(|s| is_provider(&book, *s));
            board.note(day, who, ALL, Happened::Broke(breach.norm));
            board.apply(&breach.effects, day, Cause::Norm(breach.norm));
        }
    }
}

fn is_provider(book: &crate::model::Scenario, seat: SeatIx) -> bool {
    book.seats[seat.ix()].role == Role::Provider
}
