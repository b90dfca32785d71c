//! May a court decide these facts so, for this reason?

use super::base::CaseBase;
use super::case::{CaseIx, Day, Precedent, QuestionIx};
use super::court::CourtIx;
use super::ruling::{Constraint, Mode, binding, constraint};
use crate::model::{FactorSet, Side};

/// A decision ⟨X, U, s⟩ that a court might take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision<'a> {
    /// X: the facts, of both sides.
    pub facts: &'a FactorSet,
    /// U: the reason.
    pub reason: &'a FactorSet,
    /// s: who would win.
    pub side: Side,
}

/// Whether a decision is permitted, and what it meets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Permission {
    /// It adds no conflict to the law that binds the court.
    Permitted {
        /// Binding holdings that a controlling holding from above makes it
        /// depart from: the court's own contrary ones, or outranked ones.
        displaces: Vec<CaseIx>,
    },
    /// Holdings from above point both ways: either side is permitted, flagged.
    Flagged {
        /// The holdings in conflict.
        between: Vec<CaseIx>,
        /// Other binding holdings that it departs from.
        displaces: Vec<CaseIx>,
    },
    /// Contrary to binding law: holdings from above force the other side.
    Contrary {
        /// Those holdings.
        to: Vec<CaseIx>,
    },
    /// It would make the law that binds the court inconsistent.
    Inconsistent {
        /// The holdings it would newly conflict with.
        with: Vec<CaseIx>,
    },
    /// A decision needs a reason.
    NoReason,
    /// The reason must favour the winner and be among the facts.
    NotAReason {
        /// The factors that do not or are not.
        factors: FactorSet,
    },
}

impl Permission {
    /// Whether the court may decide so.
    #[must_use]
    pub const fn is_permitted(&self) -> bool {
        matches!(self, Self::Permitted { .. } | Self::Flagged { .. })
    }
}

/// Whether `court` may take `decision` on `question` at `day`.
///
/// Holdings from above that force a side settle it; the reason is then the
/// court's own choice. Otherwise the decision must add no conflict to the
/// holdings that bind the court: it conflicts with none, or an earlier holding
/// for the same side already holds all that it would add, so that a base which
/// is inconsistent already does not silence the court.
#[must_use]
pub fn permitted(base: &CaseBase, court: CourtIx, question: QuestionIx, day: Day, decision: Decision<'_>) -> Permission {
    let Decision { facts, reason, side } = decision;
    if reason.is_empty() {
        return Permission::NoReason;
    }
    let usable = base.of_side(side, facts);
    if !reason.is_subset(&usable) {
        let factors = reason.difference(&usable);
        return Permission::NotAReason { factors };
    }
    let conflicting = || -> Vec<CaseIx> {
        binding(base, court, question, day).filter(|(_, case, _)| opposes(case, decision)).map(|(ix, ..)| ix).collect()
    };
    match constraint(base, court, question, facts, day) {
        Some(Constraint::Forced { side: forced, mode: Mode::Vertical, holdings }) => {
            if side == forced {
                let displaces = conflicting();
                Permission::Permitted { displaces }
            } else {
                Permission::Contrary { to: holdings }
            }
        }
        Some(Constraint::Conflict { mode: Mode::Vertical, holdings: between }) => {
            let mut displaces = conflicting();
            displaces.retain(|ix| between.binary_search(ix).is_err());
            Permission::Flagged { between, displaces }
        }
        _ => {
            let with = conflicting();
            let against = base.of_side(side.other(), facts);
            // Where holdings from above are strict, none applies here and so
            // none conflicts: the test is then about the court's own alone.
            // Where they can be distinguished, a reason too narrow to
            // distinguish them conflicts with them too.
            let said_already = binding(base, court, question, day)
                .any(|(_, case, _)| case.side == side && case.reason.is_subset(reason) && against.is_subset(&case.facts));
            if with.is_empty() || said_already {
                let displaces = Vec::new();
                Permission::Permitted { displaces }
            } else {
                Permission::Inconsistent { with }
            }
        }
    }
}

/// The pair test between a holding and a decision not yet taken.
pub(super) fn opposes(case: &Precedent, decision: Decision<'_>) -> bool {
    case.side != decision.side && case.reason.is_subset(decision.facts) && decision.reason.is_subset(&case.facts)
}

#[cfg(test)]
mod tests {
    use super::super::court::{Court, Vertical};
    use super::super::fixture::{ABOVE, HERE, NOW, QUESTION, case, courts, set, sides};
    use super::*;

    fn ask(cases: Vec<Precedent>, facts: &[u16], reason: &[u16], side: Side) -> Permission {
        ask_in(courts(), cases, facts, reason, side)
    }

    fn ask_in(courts: Vec<Court>, cases: Vec<Precedent>, facts: &[u16], reason: &[u16], side: Side) -> Permission {
        let base = CaseBase::new(sides(), courts, cases).expect("valid");
        let (facts, reason) = (&set(facts), &set(reason));
        let decision = Decision { facts, reason, side };
        permitted(&base, HERE, QUESTION, NOW, decision)
    }

    fn displacing(cases: &[u32]) -> Permission {
        Permission::Permitted { displaces: cases.iter().copied().map(CaseIx).collect() }
    }

    #[test]
    fn a_reason_must_be_one() {
        let none = ask(vec![], &[0, 4], &[], Side::Compel);
        assert_eq!(none, Permission::NoReason);
        let wrong = ask(vec![], &[0, 4], &[0, 1, 4], Side::Compel);
        let factors = set(&[1, 4]);
        assert_eq!(wrong, Permission::NotAReason { factors });
    }

    #[test]
    fn a_court_distinguishes_by_a_reason_the_old_case_did_not_meet() {
        let own = || vec![case(HERE, 0, &[0, 4], &[0], Side::Compel)];
        let broad = ask(own(), &[0, 4, 5], &[4], Side::Resist);
        let with = vec![CaseIx(0)];
        assert_eq!(broad, Permission::Inconsistent { with });
        let narrow = ask(own(), &[0, 4, 5], &[4, 5], Side::Resist);
        assert_eq!(narrow, displacing(&[]));
    }

    #[test]
    fn the_higher_court_displaces_what_the_court_held_itself() {
        let cases = || vec![case(HERE, 0, &[0, 4], &[0], Side::Compel), case(ABOVE, 1, &[0, 4], &[4], Side::Resist)];
        let follow = ask(cases(), &[0, 4], &[4], Side::Resist);
        assert_eq!(follow, displacing(&[0]));
        let resist = ask(cases(), &[0, 4], &[0], Side::Compel);
        let to = vec![CaseIx(1)];
        assert_eq!(resist, Permission::Contrary { to });
    }

    #[test]
    fn between_conflicting_orders_from_above_either_side_is_open() {
        let cases = || {
            vec![
                case(ABOVE, 1, &[0, 4], &[4], Side::Resist),
                case(ABOVE, 1, &[0, 4], &[0], Side::Compel),
                case(HERE, 0, &[0, 4], &[0], Side::Compel),
            ]
        };
        let between = vec![CaseIx(0), CaseIx(1)];
        let displaces = vec![CaseIx(2)];
        let flagged = Permission::Flagged { between, displaces };
        assert_eq!(ask(cases(), &[0, 4], &[4], Side::Resist), flagged);
        let compel = ask(cases(), &[0, 4], &[0], Side::Compel);
        assert!(compel.is_permitted());
    }

    #[test]
    fn an_inconsistent_base_leaves_open_what_it_already_says() {
        let cases = || vec![case(HERE, 0, &[0, 4, 5], &[0], Side::Compel), case(HERE, 1, &[0, 4, 5], &[4], Side::Resist)];
        let again = ask(cases(), &[0, 4, 5], &[4, 5], Side::Resist);
        assert_eq!(again, displacing(&[]));
        let new = ask(cases(), &[0, 4, 5], &[5], Side::Resist);
        let with = vec![CaseIx(0)];
        assert_eq!(new, Permission::Inconsistent { with });
    }

    #[test]
    fn a_holding_from_above_is_distinguished_by_the_reason_too() {
        let mut courts = courts();
        courts[usize::from(HERE.0)].vertical = Vertical::MayDistinguish;
        let ask = |reason: &[u16]| {
            let above = vec![case(ABOVE, 0, &[0, 4], &[0], Side::Compel)];
            ask_in(courts.clone(), above, &[0, 4, 5], reason, Side::Resist)
        };
        assert!(!ask(&[4]).is_permitted());
        assert!(ask(&[5]).is_permitted());
    }
}
