//! Bind: what a ruling does to the law. A holding enters the base; a judgment below that it undoes is reversed.

use super::board::{Base, Board, Holding, Now};
use super::position::Turn;
use crate::logic::precedent as kernel;
use crate::model::{Date, FactorSet, Hearing, Scenario, Side, Standing};
use crate::seat::Held;
use bevy_ecs::prelude::*;

/// The holding a hearing makes.
pub fn holding(hearing: &Hearing, side: Side, facts: FactorSet, reason: FactorSet, day: Date) -> Held {
    Held { case: hearing.case, court: hearing.court, side, facts, reason, decided_on: day, history: Vec::new() }
}

/// Reverses the holdings of lower courts in the same case that went the other way.
pub fn reverse(board: &mut Board, hearing: &Hearing, winner: Side, day: Date) {
    let book = std::sync::Arc::clone(&board.book.0);
    let level = book.law.court(hearing.court).level;
    let undone = |h: &Held| h.case == hearing.case && h.side != winner && book.law.court(h.court).level < level;
    board.strike(undone, Standing::Reversed, day);
}

/// Rebuilds the case base when the holdings of the match changed.
pub fn bind(now: Res<Now>, book: Res<super::board::Book>, mut base: ResMut<Base>, holdings: Query<&Holding>) {
    if now.turn != Turn::Closing {
        return;
    }
    let mut held: Vec<(u16, &Held)> = holdings.iter().map(|h| (h.0, &h.1)).collect();
    held.sort_unstable_by_key(|(n, _)| *n);
    let changes: usize = held.iter().map(|(_, h)| 1 + h.history.len()).sum();
    if changes != base.changes {
        *base = build(&book.0, held.into_iter().map(|(_, h)| h), changes);
    }
}

/// The case base of the questions a scenario puts: decided cases of its law, then the holdings of the match.
pub fn build<'a>(book: &Scenario, held: impl Iterator<Item = &'a Held>, changes: usize) -> Base {
    let asked = |q| book.cases.iter().any(|c| c.question == q);
    let mut law = Vec::new();
    let mut cases = Vec::new();
    for (i, p) in book.law.precedents.iter().enumerate().filter(|(_, p)| asked(p.question)) {
        law.push(crate::model::PrecedentIx::new(i));
        cases.push(kernel::Precedent {
            question: p.question,
            court: p.court,
            decided_on: p.decided_on,
            facts: p.facts.clone(),
            reason: p.reason.clone(),
            side: p.side,
            history: p.history.iter().map(|(d, s, _)| (*d, *s)).collect(),
            binds: book.law.court(p.court).binds,
        });
    }
    for h in held {
        cases.push(kernel::Precedent {
            question: book.cases[h.case.ix()].question,
            court: h.court,
            decided_on: h.decided_on,
            facts: h.facts.clone(),
            reason: h.reason.clone(),
            side: h.side,
            history: h.history.clone(),
            binds: book.law.court(h.court).binds,
        });
    }
    let sides = book.law.factors.iter().map(|f| f.side).collect();
    let courts = book.law.courts.iter().map(kernel::Court::from).collect();
    // The checker has refused every scenario whose law would not make a base; a holding of the match is sound by
    // construction, so an error here can only mean an empty base.
    let base = kernel::CaseBase::new(sides, courts, cases).unwrap_or_default();
    Base { base: std::sync::Arc::new(base), law: law.into(), changes }
}
