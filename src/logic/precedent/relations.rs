//! How cases relate to facts and to one another.

use super::base::CaseBase;
use super::case::{CaseIx, Day, Precedent};
use crate::model::{FactorSet, Side};

/// The relevant differences D(c, X) = (U \ X^s) ∪ (X^s̄ \ `X_c`^s̄): what of the
/// reason is absent here, and what stands against it here and did not then.
///
/// To *distinguish* the case is to point at a part of this set. Where it is
/// empty, the case decides these facts a fortiori.
#[must_use]
pub fn differences(base: &CaseBase, case: &Precedent, facts: &FactorSet) -> FactorSet {
    let absent = case.reason.difference(facts);
    let against = base.of_side(case.side.other(), facts);
    absent.union(&against.difference(&case.facts))
}

/// Whether two cases make a base inconsistent: they answered the same question
/// for opposite sides, and the reason of each was among the facts of the other.
#[must_use]
pub fn conflict(a: &Precedent, b: &Precedent) -> bool {
    a.question == b.question && a.side != b.side && a.reason.is_subset(&b.facts) && b.reason.is_subset(&a.facts)
}

/// All conflicting pairs (one for [`Side::Compel`], one for [`Side::Resist`]),
/// in order; with a day, only among the cases live on it.
///
/// A pair need not be an error: courts that bind each other in no way may
/// disagree, and a reversal conflicts with what it reverses.
#[must_use]
pub fn conflicts(base: &CaseBase, day: Option<Day>) -> Vec<(CaseIx, CaseIx)> {
    let mut pairs = Vec::new();
    for question in base.questions() {
        let Some(table) = base.table(question) else { continue };
        let [compel, resist] =
            Side::BOTH.map(|side| table.part(|ix| base.case(ix).side == side && day.is_none_or(|day| base.live(ix, day))));
        pairs.extend(compel.opposed(&resist));
    }
    pairs.sort_unstable();
    pairs
}

#[cfg(test)]
mod tests {
    use super::super::case::{QuestionIx, Standing};
    use super::super::fixture::{ABOVE, BESIDE, case, courts, set, sides};
    use super::*;

    #[test]
    fn differences_are_the_missing_reason_and_the_new_opposition() {
        let base = CaseBase::new(sides(), courts(), vec![]).expect("valid");
        let old = case(ABOVE, 0, &[0, 1, 4], &[0, 1], Side::Compel);
        let different = |facts: &[u16]| differences(&base, &old, &set(facts));
        assert_eq!(different(&[0, 1, 2]), set(&[]));
        assert_eq!(different(&[1, 4, 5]), set(&[0, 5]));
        let resist = case(ABOVE, 0, &[0, 4], &[4], Side::Resist);
        assert_eq!(differences(&base, &resist, &set(&[0, 1, 4, 5])), set(&[1]));
    }

    #[test]
    fn conflict_takes_both_reasons_in_both_records() {
        let compel = case(ABOVE, 0, &[0, 4], &[0], Side::Compel);
        let resist = case(BESIDE, 0, &[0, 4, 5], &[4], Side::Resist);
        assert!(conflict(&compel, &resist) && conflict(&resist, &compel));
        let narrow = case(BESIDE, 0, &[0, 4, 5], &[4, 5], Side::Resist);
        assert!(!conflict(&compel, &narrow));
        assert!(!conflict(&compel, &compel));
        let elsewhere = Precedent { question: QuestionIx(9), ..resist };
        assert!(!conflict(&compel, &elsewhere));
    }

    #[test]
    fn conflicts_are_listed_for_all_or_for_a_day() {
        let mut fallen = case(ABOVE, 0, &[0, 4], &[4], Side::Resist);
        fallen.history = vec![(Day(5), Standing::Overruled)];
        let cases = vec![fallen, case(ABOVE, 1, &[0, 4], &[0], Side::Compel)];
        let base = CaseBase::new(sides(), courts(), cases).expect("valid");
        let pair = [(CaseIx(1), CaseIx(0))];
        assert_eq!(conflicts(&base, None), pair);
        assert_eq!(conflicts(&base, Some(Day(4))), pair);
        assert_eq!(conflicts(&base, Some(Day(5))), []);
    }
}
