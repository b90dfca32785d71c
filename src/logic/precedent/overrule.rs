//! What a new holding undoes elsewhere: the holdings it overrules, and those that stood on them alone.

use super::base::CaseBase;
use super::case::{CaseIx, Day, QuestionIx};
use super::court::CourtIx;
use super::permitted::{Decision, opposes};
use super::ruling::{Constraint, ruling};

/// The live holdings that a decision of `court` overrules: those of courts it outranks (its own smaller bench among them) on
/// the same question, for the other side, that contradict it.
///
/// What the court merely reviews in the same case is *reversed*, which is for the caller to tell apart.
#[must_use]
pub fn overruled(base: &CaseBase, court: CourtIx, question: QuestionIx, day: Day, decision: Decision<'_>) -> Vec<CaseIx> {
    let falls = |ix: &CaseIx| {
        let case = base.case(*ix);
        base.outranks(court, case.court) && case.is_live(day) && opposes(case, decision)
    };
    base.on_question(question).iter().copied().filter(falls).collect()
}

/// The live holdings that stood only on `fallen`: on their day it alone forced them. They stay good law until a court says
/// otherwise, and are worth a second look.
#[must_use]
pub fn resting_on(base: &CaseBase, fallen: CaseIx, day: Day) -> Vec<CaseIx> {
    let support = base.case(fallen);
    let rests = |ix: &CaseIx| {
        let case = base.case(*ix);
        case.side == support.side
            && case.is_live(day)
            && matches!(
                ruling(base, case.court, case.question, &case.facts, case.decided_on),
                Constraint::Forced { ref holdings, .. } if holdings[..] == [fallen]
            )
    };
    base.on_question(support.question).iter().copied().filter(|ix| *ix != fallen).filter(rests).collect()
}

#[cfg(test)]
mod tests {
    use super::super::case::{Precedent, Standing};
    use super::super::fixture::{ABOVE, BESIDE, HERE, NOW, QUESTION, TOP, case, courts, set, sides};
    use super::*;
    use crate::model::Side;

    fn base(cases: Vec<Precedent>) -> CaseBase {
        CaseBase::new(sides(), courts(), cases).expect("valid")
    }

    fn against(base: &CaseBase, court: CourtIx, reason: &[u16]) -> Vec<u32> {
        let (facts, reason) = (set(&[0, 4]), set(reason));
        let decision = Decision { facts: &facts, reason: &reason, side: Side::Resist };
        overruled(base, court, QUESTION, NOW, decision).iter().map(|ix| ix.0).collect()
    }

    #[test]
    fn only_a_court_above_overrules_and_only_what_contradicts_it() {
        let mut gone = case(HERE, 0, &[0, 4], &[0], Side::Compel);
        gone.history = vec![(Day(1), Standing::Vacated)];
        let base = base(vec![
            case(HERE, 0, &[0, 4], &[0], Side::Compel),
            case(ABOVE, 1, &[0, 4], &[0], Side::Compel),
            case(ABOVE, 1, &[0, 1, 4], &[0, 1], Side::Compel),
            case(BESIDE, 1, &[0, 4], &[0], Side::Compel),
            gone,
        ]);
        assert_eq!(against(&base, TOP, &[4]), [0, 1]);
        assert_eq!(against(&base, ABOVE, &[4]), [0]);
        assert!(against(&base, HERE, &[4]).is_empty());
    }

    #[test]
    fn what_one_holding_alone_forced_rests_on_it() {
        let lone = base(vec![case(ABOVE, 0, &[0, 4], &[0], Side::Compel), case(HERE, 1, &[0, 4], &[0], Side::Compel)]);
        assert_eq!(resting_on(&lone, CaseIx(0), NOW), [CaseIx(1)]);
        let two = base(vec![
            case(ABOVE, 0, &[0, 4], &[0], Side::Compel),
            case(TOP, 0, &[0, 4], &[0], Side::Compel),
            case(HERE, 1, &[0, 4], &[0], Side::Compel),
        ]);
        assert!(resting_on(&two, CaseIx(0), NOW).is_empty());
    }
}
