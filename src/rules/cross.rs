//! Cross: what the law, as it now stands, does to each case on the docket, inside a legal order and across its borders.
//! Only holdings that bind can force; a holding from another line of courts persuades and no more.

use super::board::{Base, Board, Book, Holding, Ledger, Now};
use super::position::Turn;
use crate::logic::precedent::{self as kernel, Constraint};
use crate::model::{CaseIx, CourtIx, Date, Scenario, Side};
use bevy_ecs::prelude::*;

/// What binds a court in a case on a day.
pub fn ruling(book: &Scenario, base: &Base, numbers: &[i16], case: CaseIx, court: CourtIx, day: Date) -> Constraint {
    let facts = book.record(case, numbers, None);
    kernel::ruling(&base.law.base, court, book.cases[case.ix()].question, &facts, day)
}

/// Writes, for each case, which side is forced, held and persuaded.
pub fn cross(now: Res<Now>, book: Res<Book>, base: Res<Base>, mut ledger: ResMut<Ledger>, holdings: Query<&Holding>) {
    if now.turn != Turn::Closing {
        return;
    }
    let day = now.clock.date;
    let book = &*book.0;
    let main = book.stage(now.clock.stage).hearing.as_ref();
    let mut live: Vec<&Holding> = holdings
        .iter()
        .filter(|h| h.1.standing() == crate::model::Standing::GoodLaw && book.law.court(h.1.court).binds)
        .collect();
    live.sort_unstable_by_key(|h| h.0);
    for (i, case) in book.cases.iter().enumerate() {
        let ix = CaseIx::new(i);
        let on_question = || live.iter().filter(|h| book.cases[h.1.case.ix()].question == case.question);
        let court = main.filter(|h| h.case == ix).map_or(case.court, |h| h.court);
        let sign = |side: Option<Side>| side.map_or(0, Board::sign);
        ledger.0[case.holding.ix()] = sign(on_question().next_back().map(|h| h.1.side));
        // Nothing forces where nothing was decided: the common state, and not worth a look.
        let forced =
            if base.law.base.cases().is_empty() { None } else { ruling(book, &base, &ledger.0, ix, court, day).forced() };
        ledger.0[case.forced.ix()] = sign(forced);
        let facts = book.record(ix, &ledger.0, None);
        ledger.0[case.persuaded.ix()] = sign(base.law.persuades(book, (ix, court), &facts, day));
    }
}
