//! Decided cases: one court's answer to one question, and what became of it.

use super::court::CourtIx;
pub use crate::model::{Date as Day, QuestionIx, Standing};
use crate::model::{FactorSet, Side};
use serde::{Deserialize, Serialize};

/// A decided case: its place in the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CaseIx(pub u32);

/// A precedent ⟨X, U, s⟩ with its court, question, date and later history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Precedent {
    /// The question it answered.
    pub question: QuestionIx,
    /// The court that answered.
    pub court: CourtIx,
    /// The day of the decision.
    pub decided_on: Day,
    /// X: the factors present, of both sides.
    pub facts: FactorSet,
    /// U: the factors relied on, all of the winner's side and among the facts.
    pub reason: FactorSet,
    /// s: the winner.
    pub side: Side,
    /// Changes of standing, oldest first. Before the first it is good law.
    pub history: Vec<(Day, Standing)>,
    /// Whether it can bind anyone in another case. A magistrate's or a single
    /// trial judge's ruling may bind nobody, whatever the court graph says.
    pub binds: bool,
}

impl Precedent {
    /// Its standing at `day`: the last change that had come by then.
    ///
    /// Being distinguished never revives a case that had fallen, so that note
    /// counts only while nothing else has been recorded.
    #[must_use]
    pub fn standing(&self, day: Day) -> Standing {
        let past = || self.history.iter().rev().filter(|&&(on, _)| on <= day);
        let changed = past().find(|&&(_, standing)| standing != Standing::Distinguished);
        changed.or_else(|| past().next()).map_or(Standing::GoodLaw, |&(_, standing)| standing)
    }

    /// Whether it was decided before `day` and good law on it.
    #[must_use]
    pub fn is_live(&self, day: Day) -> bool {
        self.decided_on < day && matches!(self.standing(day), Standing::GoodLaw | Standing::Distinguished)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FactorIx;

    fn case(history: &[(i32, Standing)]) -> Precedent {
        let facts: FactorSet = [FactorIx(0)].into_iter().collect();
        Precedent {
            question: QuestionIx(0),
            court: CourtIx(0),
            decided_on: Day(10),
            reason: facts.clone(),
            facts,
            side: Side::Compel,
            history: history.iter().map(|&(on, what)| (Day(on), what)).collect(),
            binds: true,
        }
    }

    #[test]
    fn a_case_lives_from_the_day_after_it_to_the_day_it_falls() {
        let case = case(&[(20, Standing::Reversed)]);
        let live: Vec<i32> = (8..23).filter(|&day| case.is_live(Day(day))).collect();
        assert_eq!(live, (11..20).collect::<Vec<_>>());
    }

    #[test]
    fn a_lifted_stay_revives_and_a_distinction_does_not() {
        let stayed = case(&[(20, Standing::Stayed), (30, Standing::GoodLaw)]);
        assert!(!stayed.is_live(Day(25)));
        assert!(stayed.is_live(Day(30)));
        let fallen = case(&[(20, Standing::Vacated), (30, Standing::Distinguished)]);
        assert_eq!(fallen.standing(Day(30)), Standing::Vacated);
        assert!(!fallen.is_live(Day(30)));
        let noted = case(&[(20, Standing::Distinguished)]);
        assert_eq!(noted.standing(Day(20)), Standing::Distinguished);
        assert!(noted.is_live(Day(20)));
    }

    #[test]
    fn the_last_change_of_a_day_counts() {
        let case = case(&[(20, Standing::Stayed), (20, Standing::GoodLaw)]);
        assert!(case.is_live(Day(20)));
    }
}
