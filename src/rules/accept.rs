//! Accept: the submitted action goes into the seat's sealed plan. Nothing else changes until every awaited seat has closed.

use super::board::{Book, Hand, Incoming, Now, SeatAt};
use super::position::Turn;
use crate::model::Action;
use crate::seat;
use bevy_ecs::prelude::*;

/// Puts the incoming action into the plan of its seat.
pub fn accept(mut incoming: ResMut<Incoming>, book: Res<Book>, mut now: ResMut<Now>, mut seats: Query<(&SeatAt, &mut Hand)>) {
    let Some((seat, action)) = incoming.0.take() else { return };
    let scenario = &*book.0;
    if let Some((_, mut hand)) = seats.iter_mut().find(|(at, _)| at.0 == seat) {
        let hand = &mut hand.0;
        match action {
            Action::Undo => undo(scenario, hand),
            Action::Close => hand.closed = true,
            action => {
                hand.effort -= seat::effort(scenario, &action);
                note(hand, &action, true);
                hand.plan.push(action);
            }
        }
    }
    if seats.iter().all(|(_, hand)| !hand.0.awaited || hand.0.closed) {
        now.turn = Turn::Closing;
    }
}

fn undo(scenario: &crate::model::Scenario, hand: &mut super::position::Hand) {
    if let Some(action) = hand.plan.pop() {
        hand.effort += seat::effort(scenario, &action);
        note(hand, &action, false);
    }
}

/// Keeps what a plan uses up in a round.
fn note(hand: &mut super::position::Hand, action: &Action, done: bool) {
    match action {
        Action::Move(m) if done => hand.moved.push(*m),
        Action::Move(m) => hand.moved.retain(|x| x != m),
        Action::Check(_) => hand.checked_now = done,
        Action::Quote(_) => hand.quoted_now = done,
        Action::Argue(p) if p.quote.is_some() => hand.quoted_now = done,
        _ => {}
    }
}
