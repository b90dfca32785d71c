//! Bind: what a ruling does to the law. It follows, distinguishes or breaks with what came before; a holding enters the base,
//! a judgment below that it undoes is reversed, a contrary holding of a court below in another case is overruled.

use super::board::{ALL, Base, Board, Fallen, Holding, Now};
use super::position::Turn;
use crate::logic::precedent::{self as kernel, Decision};
use crate::model::{
    Authority, CaseIx, Cause, CourtIx, Date, FactorSet, Happened, Hearing, PrecedentIx, Requirement, Side, Standing, Treatment,
};
use crate::seat::{self, Held, LawInPlay};
use bevy_ecs::prelude::*;

/// The holding a decision makes.
pub fn holding(given: &Given<'_>) -> Held {
    Held {
        case: given.case,
        court: given.court,
        side: given.side,
        facts: given.facts.clone(),
        reason: given.reason.clone(),
        decided_on: given.day,
        history: Vec::new(),
    }
}

/// Reverses the holdings of lower courts in the same case that went the other way.
pub fn reverse(board: &mut Board, hearing: &Hearing, winner: Side, day: Date) {
    let book = std::sync::Arc::clone(&board.book.0);
    let level = book.law.court(hearing.court).level;
    let undone = |h: &Held| h.case == hearing.case && h.side != winner && book.law.court(h.court).level < level;
    board.strike(undone, Standing::Reversed, day);
}

/// A decision as it meets the law: who decided what, why, and what the precedents required.
pub struct Given<'a> {
    /// Case.
    pub case: CaseIx,
    /// Court.
    pub court: CourtIx,
    /// Winner.
    pub side: Side,
    /// Facts found.
    pub facts: &'a FactorSet,
    /// Reason.
    pub reason: &'a FactorSet,
    /// Day.
    pub day: Date,
    /// Authorities that were pleaded against the winner.
    pub cited: &'a [PrecedentIx],
    /// What the precedents required.
    pub requires: Requirement,
}

/// Says what a decision does with each earlier holding, and has it bear the consequences of following binding law or of
/// breaking with it. Nothing stops a court from breaking with it: that is what review is for.
pub fn reckon(board: &mut Board, law: &LawInPlay, given: &Given<'_>) {
    let book = std::sync::Arc::clone(&board.book.0);
    let decision = Decision { facts: given.facts, reason: given.reason, side: given.side };
    let dealt = law.dealt(&book, (given.case, given.court), given.day, decision, given.cited);
    let contrary = dealt.iter().any(|d| matches!(d, Happened::Treated { treatment: Treatment::Contrary, .. }));
    for entry in dealt {
        board.note(given.day, None, ALL, entry);
    }
    let Some(rules) = &book.bench else { return };
    if contrary {
        board.apply(&rules.defies, given.day, Cause::Binding(given.case));
    } else if given.requires.forced() == Some(given.side) {
        board.apply(&rules.follows, given.day, Cause::Binding(given.case));
    }
    let main = book.stages.iter().filter_map(|s| s.hearing.as_ref()).any(|h| h.case == given.case);
    if main {
        board.ledger.0[book.own.defied.ix()] = i16::from(contrary);
    }
}

/// What a new holding does to those of other cases: it overrules what contradicts it in courts below, and shakes what stood
/// on that alone.
pub fn overrule(board: &mut Board, law: &LawInPlay, given: &Given<'_>) {
    let book = std::sync::Arc::clone(&board.book.0);
    if !book.law.court(given.court).binds {
        return;
    }
    let question = book.cases[given.case.ix()].question;
    let decision = Decision { facts: given.facts, reason: given.reason, side: given.side };
    let same_case = |ix| matches!(law.authority(ix), Authority::Made(case, _) if case == given.case);
    let fallen = kernel::overruled(&law.base, given.court, question, given.day, decision);
    for ix in fallen.into_iter().filter(|ix| !same_case(*ix)) {
        if let Some(p) = law.decided(ix) {
            board.fallen.0.push((p, given.day, Standing::Overruled));
            board.note(given.day, None, ALL, Happened::Fell(p, Standing::Overruled));
        } else if let Authority::Made(case, court) = law.authority(ix) {
            board.strike(|h| h.case == case && h.court == court, Standing::Overruled, given.day);
        }
        for shaken in kernel::resting_on(&law.base, ix, given.day) {
            board.note(given.day, None, ALL, Happened::Shaken(law.authority(shaken)));
        }
    }
}

/// How many holdings and changes of status there are: what tells whether a base is up to date.
pub fn changes<'a>(held: impl Iterator<Item = &'a Held>, fallen: &[seat::Fallen]) -> usize {
    held.map(|h| 1 + h.history.len()).sum::<usize>() + fallen.len()
}

/// Rebuilds the case base when the holdings of the match changed.
pub fn bind(
    now: Res<Now>,
    book: Res<super::board::Book>,
    fallen: Res<Fallen>,
    mut base: ResMut<Base>,
    holdings: Query<&Holding>,
) {
    if now.turn != Turn::Closing {
        return;
    }
    let mut held: Vec<(u16, &Held)> = holdings.iter().map(|h| (h.0, &h.1)).collect();
    held.sort_unstable_by_key(|(n, _)| *n);
    let held = || held.iter().map(|(_, h)| *h);
    let changes = changes(held(), &fallen.0);
    if changes != base.changes {
        *base = Base { law: LawInPlay::of(&book.0, held(), &fallen.0), changes };
    }
}
