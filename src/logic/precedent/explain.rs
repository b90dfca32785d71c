//! Why a holding applies: the comparison of then and now.

use super::base::CaseBase;
use super::case::{CaseIx, QuestionIx};
use super::court::CourtIx;
use super::ruling::{Constraint, Mode};
use crate::model::{FactorSet, Side};
use serde::{Deserialize, Serialize};

/// Why one holding applies to facts.
///
/// In a sentence: *court*, in *holding*, let *shared reason* prevail over
/// *beaten again*; here the winner has *stronger now* besides, and the loser
/// lacks *absent now*; *new opposition* does not stop a holding from above.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// The holding.
    pub holding: CaseIx,
    /// The court that held it.
    pub court: CourtIx,
    /// The question it answered.
    pub question: QuestionIx,
    /// Along which line it binds.
    pub mode: Mode,
    /// For whom it was decided.
    pub side: Side,
    /// Its reason, present here: U.
    pub shared_reason: FactorSet,
    /// What the reason beat then and stands against it here too: `X_c`^s̄ ∩ X^s̄.
    pub beaten_again: FactorSet,
    /// Support for the winner that is here and was not there: X^s \ `X_c`^s.
    pub stronger_now: FactorSet,
    /// What the reason beat then and need not beat here: `X_c`^s̄ \ X^s̄.
    pub absent_now: FactorSet,
    /// What stands against it only here: X^s̄ \ `X_c`^s̄. Empty unless the holding
    /// comes from above and may not be distinguished.
    pub new_opposition: FactorSet,
}

/// One explanation per holding of a constraint on `facts`, in order; none for
/// a court that is free.
///
/// # Panics
/// When the constraint names cases that are not of this base.
#[must_use]
pub fn why(base: &CaseBase, facts: &FactorSet, constraint: &Constraint) -> Vec<Explanation> {
    let (mode, holdings) = match constraint {
        Constraint::Forced { mode, holdings, .. } | Constraint::Conflict { mode, holdings } => (*mode, holdings),
        Constraint::Free { .. } => return Vec::new(),
    };
    let of = Side::BOTH.map(|side| base.of_side(side, facts));
    let explain = |&holding: &CaseIx| {
        let case = base.case(holding);
        let won = &of[case.side as usize];
        let against = &of[case.side.other() as usize];
        let beaten = base.of_side(case.side.other(), &case.facts);
        Explanation {
            holding,
            court: case.court,
            question: case.question,
            mode,
            side: case.side,
            shared_reason: case.reason.intersection(facts),
            beaten_again: beaten.intersection(against),
            stronger_now: won.difference(&case.facts),
            absent_now: beaten.difference(against),
            new_opposition: against.difference(&beaten),
        }
    };
    holdings.iter().map(explain).collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{ABOVE, HERE, NOW, QUESTION, case, courts, set, sides};
    use super::super::ruling::ruling;
    use super::*;

    #[test]
    fn then_and_now_are_compared_factor_by_factor() {
        let cases = vec![case(ABOVE, 0, &[0, 1, 4, 5], &[0], Side::Compel)];
        let base = CaseBase::new(sides(), courts(), cases).expect("valid");
        let facts = set(&[0, 2, 4, 6]);
        let found = why(&base, &facts, &ruling(&base, HERE, QUESTION, &facts, NOW));
        let expected = Explanation {
            holding: CaseIx(0),
            court: ABOVE,
            question: QUESTION,
            mode: Mode::Vertical,
            side: Side::Compel,
            shared_reason: set(&[0]),
            beaten_again: set(&[4]),
            stronger_now: set(&[2]),
            absent_now: set(&[5]),
            new_opposition: set(&[6]),
        };
        assert_eq!(found, [expected]);
    }

    #[test]
    fn freedom_needs_no_explanation() {
        let base = CaseBase::new(sides(), courts(), vec![]).expect("valid");
        let facts = set(&[0, 4]);
        let free = ruling(&base, HERE, QUESTION, &facts, NOW);
        assert_eq!(why(&base, &facts, &free), []);
    }
}
