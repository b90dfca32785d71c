//! A small legal order for tests: factors 0 to 3 compel, 4 to 7 resist; a court
//! ([`HERE`]) under an appeal court ([`ABOVE`]) under a top court ([`TOP`]), and a
//! foreign court ([`BESIDE`]).

use super::{Court, CourtIx, Day, Precedent, QuestionIx};
use crate::model::{FactorIx, FactorSet, Side};

pub(crate) const TOP: CourtIx = CourtIx(0);
pub(crate) const ABOVE: CourtIx = CourtIx(1);
pub(crate) const HERE: CourtIx = CourtIx(2);
pub(crate) const BESIDE: CourtIx = CourtIx(3);
pub(crate) const QUESTION: QuestionIx = QuestionIx(0);
pub(crate) const NOW: Day = Day(100);

pub(crate) fn sides() -> Vec<Side> {
    [[Side::Compel; 4], [Side::Resist; 4]].concat()
}

pub(crate) fn courts() -> Vec<Court> {
    vec![court(&[]), court(&[0]), court(&[1]), court(&[])]
}

pub(crate) fn court(reviewed_by: &[u16]) -> Court {
    Court::under(reviewed_by.iter().copied().map(CourtIx).collect())
}

pub(crate) fn case(court: CourtIx, day: i32, facts: &[u16], reason: &[u16], side: Side) -> Precedent {
    Precedent {
        question: QUESTION,
        court,
        decided_on: Day(day),
        facts: set(facts),
        reason: set(reason),
        side,
        history: vec![],
        binds: true,
    }
}

pub(crate) fn set(factors: &[u16]) -> FactorSet {
    factors.iter().copied().map(FactorIx).collect()
}
