//! The case base: factors with sides, courts and cases that fit together.

use super::case::{CaseIx, Day, Precedent, QuestionIx};
use super::court::{Court, CourtIx};
use super::error::BaseError;
use super::table::Table;
use crate::model::{FactorIx, FactorSet, Side};
use std::collections::{BTreeMap, BTreeSet};

/// Cases that may constrain one another, checked once on building.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseBase {
    sides: Vec<Side>,
    courts: Vec<Court>,
    cases: Vec<Precedent>,
    /// All factors of each side, by `Side as usize`.
    masks: [FactorSet; 2],
    by_question: BTreeMap<QuestionIx, Table>,
    /// Every court that reviews or binds each court, directly or through others.
    above: Vec<BTreeSet<CourtIx>>,
    /// Every court whose holdings bind each court.
    binding: Vec<BTreeSet<CourtIx>>,
}

impl CaseBase {
    /// Builds a base; `sides` gives each factor its side, in order.
    ///
    /// # Errors
    /// The first fault found: courts before cases, each in order.
    pub fn new(sides: Vec<Side>, courts: Vec<Court>, cases: Vec<Precedent>) -> Result<Self, BaseError> {
        let counted = |len: usize, max: u32| u32::try_from(len).is_ok_and(|len| len <= max);
        let small = u32::from(u16::MAX) + 1;
        if !counted(sides.len(), small) || !counted(courts.len(), small) || !counted(cases.len(), u32::MAX) {
            return Err(BaseError::TooLarge);
        }
        for (court, entry) in numbered(&courts) {
            let until = entry.bound_until.iter().chain(&entry.freed_after).map(|(court, _)| court);
            let links = entry.reviewed_by.iter().chain(&entry.asks).chain(until);
            for &to in links.chain(entry.bound_by.iter().flatten()) {
                if usize::from(to.0) >= courts.len() {
                    return Err(BaseError::UnknownLink { court, to });
                }
            }
        }
        let above = closure(&courts, |court| {
            let bound = court.bound_by.iter().flatten();
            court.reviewed_by.iter().chain(bound).copied().collect()
        });
        for (court, higher) in numbered(&above) {
            if higher.contains(&court) {
                return Err(BaseError::CourtCycle { court });
            }
        }
        let line = closure(&courts, |court| court.reviewed_by.clone());
        let binding = courts
            .iter()
            .zip(line)
            .map(|(court, line)| match &court.bound_by {
                None => line,
                Some(named) => named.iter().copied().collect(),
            })
            .collect();

        let masks = Side::BOTH.map(|side| {
            let factors = (0..=u16::MAX).map(FactorIx).zip(&sides);
            factors.filter(|&(_, &s)| s == side).map(|(f, _)| f).collect()
        });
        let mut by_question: BTreeMap<QuestionIx, Table> = BTreeMap::new();
        for (ix, case) in (0..=u32::MAX).map(CaseIx).zip(&cases) {
            check(ix, case, &masks, courts.len())?;
            by_question.entry(case.question).or_insert_with(|| Table::new(sides.len())).push(ix, case);
        }
        Ok(Self { sides, courts, cases, masks, by_question, above, binding })
    }

    /// The side of each factor.
    #[must_use]
    pub fn sides(&self) -> &[Side] {
        &self.sides
    }

    /// All courts, by [`CourtIx`].
    #[must_use]
    pub fn courts(&self) -> &[Court] {
        &self.courts
    }

    /// All cases, by [`CaseIx`].
    #[must_use]
    pub fn cases(&self) -> &[Precedent] {
        &self.cases
    }

    /// A case of this base.
    ///
    /// # Panics
    /// When the case is not of this base.
    #[must_use]
    pub fn case(&self, case: CaseIx) -> &Precedent {
        &self.cases[case.0 as usize]
    }

    /// The cases that answered a question, in order.
    #[must_use]
    pub fn on_question(&self, question: QuestionIx) -> &[CaseIx] {
        self.table(question).map_or(&[], Table::cases)
    }

    /// The masks of the cases that answered a question, if any did.
    pub(super) fn table(&self, question: QuestionIx) -> Option<&Table> {
        self.by_question.get(&question)
    }

    /// The questions that some case answered, in order.
    pub fn questions(&self) -> impl Iterator<Item = QuestionIx> {
        self.by_question.keys().copied()
    }

    /// The factors of `set` that favour `side`; unknown ones favour nobody.
    #[must_use]
    pub fn of_side(&self, side: Side, set: &FactorSet) -> FactorSet {
        set.intersection(self.all_of(side))
    }

    /// Every factor that favours `side`.
    #[must_use]
    pub fn all_of(&self, side: Side) -> &FactorSet {
        &self.masks[side as usize]
    }

    /// Whether a case was decided before `day` and good law on it.
    ///
    /// # Panics
    /// When the case is not of this base.
    #[must_use]
    pub fn live(&self, case: CaseIx, day: Day) -> bool {
        self.case(case).is_live(day)
    }

    /// Whether holdings of `higher` bind `court`, whenever they were given. A court never binds itself:
    /// see [`Own`](super::Own).
    #[must_use]
    pub fn is_bound(&self, court: CourtIx, higher: CourtIx) -> bool {
        let binding = self.binding.get(usize::from(court.0));
        binding.is_some_and(|binding| binding.contains(&higher))
    }

    /// Whether a holding of `higher` given on `given` binds `court` on `day`: some courts bind only by what they held up to a day,
    /// from some others a court is free after a day.
    #[must_use]
    pub fn is_bound_by(&self, court: CourtIx, higher: CourtIx, given: Day, day: Day) -> bool {
        let Some(entry) = self.courts.get(usize::from(court.0)) else { return false };
        let by = |ends: &[(CourtIx, Day)], on: Day| ends.iter().all(|&(ended, last)| ended != higher || on <= last);
        self.is_bound(court, higher) && by(&entry.bound_until, given) && by(&entry.freed_after, day)
    }

    /// Whether `higher` reviews or binds `court`, directly or through others.
    /// Two courts neither of which outranks the other have no rank between them.
    #[must_use]
    pub fn outranks(&self, higher: CourtIx, court: CourtIx) -> bool {
        let above = self.above.get(usize::from(court.0));
        above.is_some_and(|above| above.contains(&higher))
    }

    /// How many courts stand above `court`: none above the highest.
    #[must_use]
    pub fn courts_above(&self, court: CourtIx) -> usize {
        self.above.get(usize::from(court.0)).map_or(usize::MAX, BTreeSet::len)
    }
}

fn check(ix: CaseIx, case: &Precedent, masks: &[FactorSet; 2], courts: usize) -> Result<(), BaseError> {
    let known = masks[0].union(&masks[1]);
    let first_outside = |set: &FactorSet, of: &FactorSet| set.difference(of).iter().next();
    if usize::from(case.court.0) >= courts {
        return Err(BaseError::UnknownCourt { case: ix, court: case.court });
    }
    if case.reason.is_empty() {
        return Err(BaseError::EmptyReason { case: ix });
    }
    if let Some(factor) = first_outside(&case.facts.union(&case.reason), &known) {
        return Err(BaseError::UnknownFactor { case: ix, factor });
    }
    if let Some(factor) = first_outside(&case.reason, &masks[case.side as usize]) {
        return Err(BaseError::ReasonForLoser { case: ix, factor });
    }
    if let Some(factor) = first_outside(&case.reason, &case.facts) {
        return Err(BaseError::ReasonNotInFacts { case: ix, factor });
    }
    let mut last = case.decided_on;
    for (entry, &(day, _)) in case.history.iter().enumerate() {
        if day < last {
            return Err(BaseError::HistoryReversed { case: ix, entry });
        }
        last = day;
    }
    Ok(())
}

fn numbered<T>(courts: &[T]) -> impl Iterator<Item = (CourtIx, &T)> {
    (0..=u16::MAX).map(CourtIx).zip(courts)
}

/// Everything each court reaches by one step or more.
fn closure(courts: &[Court], steps: impl Fn(&Court) -> Vec<CourtIx>) -> Vec<BTreeSet<CourtIx>> {
    let next: Vec<Vec<CourtIx>> = courts.iter().map(steps).collect();
    next.iter()
        .map(|first| {
            let mut reached = BTreeSet::new();
            let mut open = first.clone();
            while let Some(court) = open.pop() {
                if reached.insert(court) {
                    open.extend(&next[usize::from(court.0)]);
                }
            }
            reached
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::case::Standing;
    use super::super::fixture::{ABOVE, BESIDE, HERE, TOP, case, court, courts, sides};
    use super::*;

    fn fault(case: Precedent) -> BaseError {
        CaseBase::new(sides(), courts(), vec![case]).expect_err("a fault")
    }

    fn fault_of_courts(courts: Vec<Court>) -> BaseError {
        CaseBase::new(sides(), courts, vec![]).expect_err("a fault")
    }

    #[test]
    fn cases_are_checked() {
        let ix = CaseIx(0);
        let of = |facts: &[u16], reason: &[u16]| fault(case(ABOVE, 0, facts, reason, Side::Compel));
        assert_eq!(of(&[0], &[]), BaseError::EmptyReason { case: ix });
        let factor = FactorIx(4);
        let wrong_side = BaseError::ReasonForLoser { case: ix, factor };
        assert_eq!(of(&[0, 4], &[0, 4]), wrong_side);
        let factor = FactorIx(1);
        let missing = BaseError::ReasonNotInFacts { case: ix, factor };
        assert_eq!(of(&[0, 4], &[0, 1]), missing);
        let factor = FactorIx(8);
        let unknown = BaseError::UnknownFactor { case: ix, factor };
        assert_eq!(of(&[0, 8], &[0]), unknown);
        let stranger = CourtIx(44);
        assert_eq!(fault(case(stranger, 0, &[0], &[0], Side::Compel)), BaseError::UnknownCourt { case: ix, court: stranger });
    }

    #[test]
    fn history_runs_forward_from_the_decision() {
        let with = |history: &[(i32, Standing)]| {
            let mut case = case(ABOVE, 10, &[0], &[0], Side::Compel);
            case.history = history.iter().map(|&(on, what)| (Day(on), what)).collect();
            CaseBase::new(sides(), courts(), vec![case])
        };
        assert!(with(&[(10, Standing::Stayed), (10, Standing::GoodLaw)]).is_ok());
        let reversed = |entry| BaseError::HistoryReversed { case: CaseIx(0), entry };
        assert_eq!(with(&[(9, Standing::Stayed)]), Err(reversed(0)));
        let back = [(20, Standing::Stayed), (19, Standing::GoodLaw)];
        assert_eq!(with(&back), Err(reversed(1)));
    }

    #[test]
    fn no_court_is_above_itself() {
        let circle = vec![court(&[1]), court(&[2]), court(&[1])];
        let at = BaseError::CourtCycle { court: CourtIx(1) };
        assert_eq!(fault_of_courts(circle), at);
        let own_master = Court { bound_by: Some(vec![CourtIx(0)]), ..court(&[]) };
        let at = BaseError::CourtCycle { court: CourtIx(0) };
        assert_eq!(fault_of_courts(vec![own_master]), at);
    }

    #[test]
    fn courts_point_to_courts() {
        let to = CourtIx(3);
        let lost = BaseError::UnknownLink { court: CourtIx(0), to };
        assert_eq!(fault_of_courts(vec![court(&[3])]), lost);
        let asks = Court { asks: vec![to], ..court(&[]) };
        assert_eq!(fault_of_courts(vec![asks]), lost);
    }

    #[test]
    fn a_court_is_bound_by_its_line_unless_it_says_otherwise() {
        let mut courts = courts();
        let base = |courts| CaseBase::new(sides(), courts, vec![]).expect("valid");
        let plain = base(courts.clone());
        assert!(plain.is_bound(HERE, ABOVE) && plain.is_bound(HERE, TOP));
        assert!(!plain.is_bound(HERE, HERE) && !plain.is_bound(HERE, BESIDE));
        assert!(!plain.is_bound(ABOVE, HERE));

        courts[usize::from(HERE.0)].bound_by = Some(vec![BESIDE]);
        let named = base(courts);
        assert!(named.is_bound(HERE, BESIDE) && !named.is_bound(HERE, TOP));
        assert!(named.outranks(TOP, HERE) && named.outranks(BESIDE, HERE));
        assert!(!named.outranks(BESIDE, ABOVE) && !named.outranks(ABOVE, BESIDE));
    }
}
