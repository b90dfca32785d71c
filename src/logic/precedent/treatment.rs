//! What a decision does with each earlier holding: follows, distinguishes, overrules, or breaks with it.

use super::base::CaseBase;
use super::case::{CaseIx, Day, Precedent, QuestionIx};
use super::court::{CourtIx, Vertical};
use super::overrule::overruled;
use super::permitted::{Decision, Permission, permitted};
use super::relations::differences;
use super::ruling::{Mode, binding};
use crate::model::FactorSet;
pub use crate::model::Treatment;
use serde::{Deserialize, Serialize};

/// One earlier holding, and what a decision does with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Treated {
    /// The holding.
    pub holding: CaseIx,
    /// Along which line it binds the court; none where it only persuades.
    pub mode: Option<Mode>,
    /// What is done with it.
    pub treatment: Treatment,
    /// The relevant differences D(c, X): what of its reason is absent here, and what stands against it only here.
    pub differences: FactorSet,
    /// Of these, what the decision itself relies on. What is absent needs no naming: it is simply not there.
    pub named: FactorSet,
}

/// What a decision of `court` does with every holding that was good law on `day`, in order. Holdings for the winner that
/// neither bind nor share its reason are left out: there is nothing to do with them.
#[must_use]
pub fn treatments(base: &CaseBase, court: CourtIx, question: QuestionIx, day: Day, decision: Decision<'_>) -> Vec<Treated> {
    let bound = bound_by(base, court, question, day);
    let fallen = overruled(base, court, question, day, decision);
    let permission = permitted(base, court, question, day, decision);
    let against: &[CaseIx] = match &permission {
        Permission::Contrary { to } => to,
        Permission::Inconsistent { with } => with,
        _ => &[],
    };
    let live = base.on_question(question).iter().copied().filter(|&ix| base.live(ix, day));
    live.filter_map(|holding| {
        let case = base.case(holding);
        let mode = bound.iter().find(|(ix, _)| *ix == holding).map(|(_, mode)| *mode);
        let apart = differences(base, case, decision.facts);
        let treatment = if case.side == decision.side {
            let shares = case.reason.is_subset(decision.facts) && case.reason.intersects(decision.reason);
            let follows = mode.map_or(shares, |mode| applies(base, court, case, mode, decision.facts));
            follows.then_some(Treatment::Followed)?
        } else if against.binary_search(&holding).is_ok() {
            Treatment::Contrary
        } else if fallen.binary_search(&holding).is_ok() {
            Treatment::Overruled
        } else if let Some(mode) = mode {
            if applies(base, court, case, mode, decision.facts) { Treatment::Displaced } else { Treatment::Distinguished }
        } else if apart.is_empty() {
            Treatment::Declined
        } else {
            Treatment::Distinguished
        };
        let named = apart.intersection(decision.reason);
        Some(Treated { holding, mode, treatment, differences: apart, named })
    })
    .collect()
}

/// The live holdings on a question that bind a court at all, and along which line, whatever the facts.
#[must_use]
pub fn bound_by(base: &CaseBase, court: CourtIx, question: QuestionIx, day: Day) -> Vec<(CaseIx, Mode)> {
    binding(base, court, question, day).map(|(ix, _, mode)| (ix, mode)).collect()
}

/// What a decision does with a holding on *another* question, cited by analogy: it is distinguished where the decision goes
/// the other way and names what sets it apart; it can never bind.
#[must_use]
pub fn by_analogy(base: &CaseBase, cited: &Precedent, decision: Decision<'_>) -> (Treatment, FactorSet) {
    let apart = differences(base, cited, decision.facts);
    let treatment = if cited.side == decision.side {
        Treatment::Followed
    } else if apart.is_empty() {
        Treatment::Declined
    } else {
        Treatment::Distinguished
    };
    (treatment, apart)
}

/// Whether a holding that binds `court` applies to `facts`: its reason is here, and nothing new stands against it unless
/// it is strict.
fn applies(base: &CaseBase, court: CourtIx, case: &Precedent, mode: Mode, facts: &FactorSet) -> bool {
    let strict =
        mode == Mode::Vertical && base.courts().get(usize::from(court.0)).is_some_and(|court| court.vertical == Vertical::Strict);
    case.reason.is_subset(facts) && (strict || base.of_side(case.side.other(), facts).is_subset(&case.facts))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{ABOVE, BESIDE, HERE, NOW, QUESTION, TOP, case, courts, set, sides};
    use super::*;
    use crate::model::Side;

    fn done(court: CourtIx, cases: Vec<Precedent>, facts: &[u16], reason: &[u16], side: Side) -> Vec<(u32, Treatment)> {
        let base = CaseBase::new(sides(), courts(), cases).expect("valid");
        let (facts, reason) = (set(facts), set(reason));
        let decision = Decision { facts: &facts, reason: &reason, side };
        let all = treatments(&base, court, QUESTION, NOW, decision);
        all.iter().map(|t| (t.holding.0, t.treatment)).collect()
    }

    #[test]
    fn what_binds_and_applies_is_followed_or_defied() {
        let above = || vec![case(ABOVE, 0, &[0, 4], &[0], Side::Compel)];
        assert_eq!(done(HERE, above(), &[0, 4], &[0], Side::Compel), [(0, Treatment::Followed)]);
        assert_eq!(done(HERE, above(), &[0, 4, 5], &[5], Side::Resist), [(0, Treatment::Contrary)]);
    }

    #[test]
    fn an_absent_reason_distinguishes() {
        let above = vec![case(ABOVE, 0, &[0, 1, 4], &[0, 1], Side::Compel)];
        assert_eq!(done(HERE, above, &[0, 4], &[4], Side::Resist), [(0, Treatment::Distinguished)]);
    }

    #[test]
    fn a_new_fact_distinguishes_ones_own_holding_if_the_reason_names_it() {
        let own = || vec![case(HERE, 0, &[0, 4], &[0], Side::Compel)];
        assert_eq!(done(HERE, own(), &[0, 4, 5], &[4, 5], Side::Resist), [(0, Treatment::Distinguished)]);
        assert_eq!(done(HERE, own(), &[0, 4, 5], &[4], Side::Resist), [(0, Treatment::Contrary)]);
    }

    #[test]
    fn the_higher_court_overrules_and_the_controlling_holding_displaces() {
        let below = vec![case(ABOVE, 0, &[0, 4], &[0], Side::Compel)];
        assert_eq!(done(TOP, below, &[0, 4], &[4], Side::Resist), [(0, Treatment::Overruled)]);
        let ranked = vec![case(ABOVE, 0, &[0, 4], &[0], Side::Compel), case(TOP, 0, &[0, 4], &[4], Side::Resist)];
        let expected = [(0, Treatment::Displaced), (1, Treatment::Followed)];
        assert_eq!(done(HERE, ranked, &[0, 4], &[4], Side::Resist), expected);
    }

    #[test]
    fn what_only_persuades_is_distinguished_declined_or_followed() {
        let beside = || vec![case(BESIDE, 0, &[0, 4], &[0], Side::Compel)];
        assert_eq!(done(HERE, beside(), &[0, 4], &[4], Side::Resist), [(0, Treatment::Declined)]);
        assert_eq!(done(HERE, beside(), &[0, 4, 5], &[4], Side::Resist), [(0, Treatment::Distinguished)]);
        assert_eq!(done(HERE, beside(), &[0, 4], &[0], Side::Compel), [(0, Treatment::Followed)]);
        assert_eq!(done(HERE, beside(), &[0, 1, 4], &[1], Side::Compel), []);
    }
}
