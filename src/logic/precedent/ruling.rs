//! Is a court forced, free, or between conflicting holdings?

use super::base::CaseBase;
use super::case::{CaseIx, Day, Precedent, QuestionIx, Standing};
use super::court::{Clash, CourtIx, Own, Vertical};
pub use crate::model::Mode;
use crate::model::{FactorSet, Side};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// What the precedents require of a court.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Constraint {
    /// One side must win.
    Forced {
        /// Which.
        side: Side,
        /// Along which line.
        mode: Mode,
        /// The holdings that control, in order.
        holdings: Vec<CaseIx>,
    },
    /// The court may decide either way.
    Free {
        /// What there is to read, nearest first.
        persuasive: Vec<Persuasive>,
    },
    /// Holdings that bind alike point both ways.
    Conflict {
        /// Along which line.
        mode: Mode,
        /// The holdings of both sides, in order.
        holdings: Vec<CaseIx>,
    },
}

impl Constraint {
    /// The side that must win, if one must.
    #[must_use]
    pub const fn forced(&self) -> Option<Side> {
        match self {
            Self::Forced { side, .. } => Some(*side),
            Self::Free { .. } | Self::Conflict { .. } => None,
        }
    }
}

/// A case that may persuade and does not bind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Persuasive {
    /// The case.
    pub case: CaseIx,
    /// How many relevant differences there are.
    pub distance: usize,
    /// What it is worth on the day. A vacated case may still be read.
    pub standing: Standing,
}

/// What the precedents require of `court`, asked `question` on `facts` at `day`.
///
/// 1. Holdings of courts that bind it (*vertical*) apply wherever their reason
///    is present; where the court may distinguish, only if nothing new stands
///    against them. If they point both ways, the highest court is kept, and
///    among one court's own the [`Clash`] rule decides.
/// 2. If none applies, its own holdings (*horizontal*) force what they decide
///    a fortiori.
/// 3. Otherwise it is free. Everything decided earlier on the question is then
///    persuasive, except what a court reversed or overruled: there the newer
///    ruling is the one to read. Nearest first; then good law, the court with
///    fewer courts above it, the later decision. No weight enters forced or free.
#[must_use]
pub fn ruling(base: &CaseBase, court: CourtIx, question: QuestionIx, facts: &FactorSet, day: Day) -> Constraint {
    constraint(base, court, question, facts, day)
        .unwrap_or_else(|| Constraint::Free { persuasive: persuasive(base, question, facts, day) })
}

/// What the precedents would have required in a case of the base, had it not been decided: its own court, question and facts,
/// asked of the others at `day`. `None` only where the case is not of this base. No reading list is drawn up.
#[must_use]
pub fn ruling_without(base: &CaseBase, left_out: CaseIx, day: Day) -> Option<Constraint> {
    let case = base.cases().get(left_out.0 as usize)?;
    let free = Constraint::Free { persuasive: Vec::new() };
    Some(constraint_of(base, case.court, case.question, &case.facts, day, Some(left_out)).unwrap_or(free))
}

/// The live holdings on the question that bind the court at all, and how.
pub(super) fn binding(
    base: &CaseBase,
    court: CourtIx,
    question: QuestionIx,
    day: Day,
) -> impl Iterator<Item = (CaseIx, &Precedent, Mode)> {
    base.on_question(question).iter().filter_map(move |&ix| bond(base, court, ix, day))
}

/// How a holding binds the court on its question, if it is live and binds it at all.
fn bond(base: &CaseBase, court: CourtIx, holding: CaseIx, day: Day) -> Option<(CaseIx, &Precedent, Mode)> {
    let follows_itself = base.courts().get(usize::from(court.0))?.own != Own::Not;
    let case = base.case(holding);
    let mode = if case.court == court && follows_itself {
        Mode::Horizontal
    } else if base.is_bound_by(court, case.court, case.decided_on, day) {
        Mode::Vertical
    } else {
        return None;
    };
    (case.binds && case.is_live(day)).then_some((holding, case, mode))
}

/// The [`ruling()`], without the reading list: `None` where the court is free.
#[must_use]
pub fn constraint(base: &CaseBase, court: CourtIx, question: QuestionIx, facts: &FactorSet, day: Day) -> Option<Constraint> {
    constraint_of(base, court, question, facts, day, None)
}

/// The same, as if one case had not been decided.
fn constraint_of(
    base: &CaseBase,
    court: CourtIx,
    question: QuestionIx,
    facts: &FactorSet,
    day: Day,
    left_out: Option<CaseIx>,
) -> Option<Constraint> {
    let entry = base.courts().get(usize::from(court.0))?;
    let of = Side::BOTH.map(|side| base.of_side(side, facts));
    let (mut vertical, mut horizontal) = (Vec::new(), Vec::new());
    // Few reasons are all present, and that is the cheapest thing to see: it comes first.
    let candidates = base.table(question)?.with_reason_in(facts).filter(|ix| Some(*ix) != left_out);
    for (ix, case, mode) in candidates.filter_map(|ix| bond(base, court, ix, day)) {
        let strict = mode == Mode::Vertical && entry.vertical == Vertical::Strict;
        let nothing_new = || of[case.side.other() as usize].is_subset(&case.facts);
        if strict || nothing_new() {
            match mode {
                Mode::Vertical => vertical.push(ix),
                Mode::Horizontal => horizontal.push(ix),
            }
        }
    }
    if both_sides(base, &vertical) {
        vertical = controlling(base, entry.clash, &vertical);
    }
    settle(base, Mode::Vertical, vertical).or_else(|| settle(base, Mode::Horizontal, horizontal))
}

fn settle(base: &CaseBase, mode: Mode, holdings: Vec<CaseIx>) -> Option<Constraint> {
    let side = base.case(*holdings.first()?).side;
    Some(if both_sides(base, &holdings) {
        Constraint::Conflict { mode, holdings }
    } else {
        Constraint::Forced { side, mode, holdings }
    })
}

fn both_sides(base: &CaseBase, holdings: &[CaseIx]) -> bool {
    Side::BOTH.iter().all(|&side| holdings.iter().any(|&ix| base.case(ix).side == side))
}

/// Keeps the holdings of the highest courts, then, where one court's holdings
/// point both ways, those that its date makes control.
///
/// A date only decides between holdings of *one* court. Between two courts
/// neither of which outranks the other it would say nothing, and more support
/// for the winner could then lose him the case.
fn controlling(base: &CaseBase, clash: Clash, holdings: &[CaseIx]) -> Vec<CaseIx> {
    let mut courts: Vec<CourtIx> = holdings.iter().map(|&ix| base.case(ix).court).collect();
    courts.sort_unstable();
    courts.dedup();
    let mut kept = Vec::new();
    for &court in &courts {
        if courts.iter().any(|&other| base.outranks(other, court)) {
            continue;
        }
        let its: Vec<CaseIx> = holdings.iter().copied().filter(|&ix| base.case(ix).court == court).collect();
        let date = |&ix: &CaseIx| base.case(ix).decided_on;
        let controls = match clash {
            Clash::Earliest => its.iter().map(date).min(),
            Clash::Latest => its.iter().map(date).max(),
            Clash::Choose => None,
        };
        let controls = controls.filter(|_| both_sides(base, &its));
        let controls = |ix: &CaseIx| controls.is_none_or(|day| day == date(ix));
        kept.extend(its.iter().copied().filter(controls));
    }
    kept.sort_unstable();
    kept
}

fn persuasive(base: &CaseBase, question: QuestionIx, facts: &FactorSet, day: Day) -> Vec<Persuasive> {
    let of = Side::BOTH.map(|side| base.of_side(side, facts));
    let mut list: Vec<Persuasive> = base
        .on_question(question)
        .iter()
        .map(|&ix| (ix, base.case(ix)))
        .filter(|(_, case)| case.decided_on < day)
        .map(|(ix, case)| Persuasive {
            case: ix,
            // The size of D(c, X), whose two parts favour different sides.
            distance: case.reason.difference(facts).len() + of[case.side.other() as usize].difference(&case.facts).len(),
            standing: case.standing(day),
        })
        .filter(|entry| !matches!(entry.standing, Standing::Reversed | Standing::Overruled))
        .collect();
    list.sort_by_cached_key(|entry| {
        let case = base.case(entry.case);
        (entry.distance, !case.is_live(day), base.courts_above(case.court), Reverse(case.decided_on), entry.case)
    });
    list
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{ABOVE, BESIDE, HERE, NOW, QUESTION, TOP, case, courts, set, sides};
    use super::*;

    fn ask(cases: Vec<Precedent>, facts: &[u16]) -> Constraint {
        ask_as(Vertical::Strict, Clash::Earliest, cases, facts)
    }

    fn ask_as(vertical: Vertical, clash: Clash, cases: Vec<Precedent>, facts: &[u16]) -> Constraint {
        let mut courts = courts();
        let here = &mut courts[usize::from(HERE.0)];
        (here.vertical, here.clash) = (vertical, clash);
        let base = CaseBase::new(sides(), courts, cases).expect("valid");
        ruling(&base, HERE, QUESTION, &set(facts), NOW)
    }

    fn forced(side: Side, mode: Mode, holdings: &[u32]) -> Constraint {
        Constraint::Forced { side, mode, holdings: holdings.iter().copied().map(CaseIx).collect() }
    }

    fn read(constraint: &Constraint) -> Vec<(u32, usize)> {
        match constraint {
            Constraint::Free { persuasive } => persuasive.iter().map(|p| (p.case.0, p.distance)).collect(),
            other => panic!("not free: {other:?}"),
        }
    }

    #[test]
    fn new_opposition_stops_a_holding_only_where_it_may_be_distinguished() {
        let holding = vec![case(ABOVE, 0, &[0, 4], &[0], Side::Compel)];
        let here = forced(Side::Compel, Mode::Vertical, &[0]);
        assert_eq!(ask(holding.clone(), &[0, 4, 5]), here);
        let may = |facts| ask_as(Vertical::MayDistinguish, Clash::Choose, holding.clone(), facts);
        assert_eq!(may(&[0, 4]), here);
        assert_eq!(read(&may(&[0, 4, 5])), [(0, 1)]);
    }

    #[test]
    fn its_own_holdings_bind_it_a_fortiori_and_only_below_the_higher_courts() {
        let own = case(HERE, 0, &[0, 4], &[0], Side::Compel);
        let here = forced(Side::Compel, Mode::Horizontal, &[0]);
        assert_eq!(ask(vec![own.clone()], &[0, 1]), here);
        assert_eq!(read(&ask(vec![own.clone()], &[0, 5])), [(0, 1)]);
        let higher = case(ABOVE, 0, &[0, 4], &[4], Side::Resist);
        let up = forced(Side::Resist, Mode::Vertical, &[1]);
        assert_eq!(ask(vec![own, higher], &[0, 4]), up);
    }

    #[test]
    fn the_highest_court_controls() {
        let cases = vec![case(ABOVE, 0, &[0, 4], &[4], Side::Resist), case(TOP, 1, &[0, 4], &[0], Side::Compel)];
        let top = forced(Side::Compel, Mode::Vertical, &[1]);
        assert_eq!(ask(cases, &[0, 4]), top);
    }

    #[test]
    fn between_holdings_of_one_court_the_clash_rule_decides() {
        let cases = || vec![case(ABOVE, 1, &[0, 4], &[4], Side::Resist), case(ABOVE, 0, &[0, 4], &[0], Side::Compel)];
        let ask = |clash| ask_as(Vertical::Strict, clash, cases(), &[0, 4]);
        let one = |side, ix| forced(side, Mode::Vertical, &[ix]);
        assert_eq!(ask(Clash::Earliest), one(Side::Compel, 1));
        assert_eq!(ask(Clash::Latest), one(Side::Resist, 0));
        let both = Constraint::Conflict { mode: Mode::Vertical, holdings: vec![CaseIx(0), CaseIx(1)] };
        assert_eq!(ask(Clash::Choose), both);
        let mut same_day = cases();
        same_day[1].decided_on = same_day[0].decided_on;
        let tied = ask_as(Vertical::Strict, Clash::Earliest, same_day, &[0, 4]);
        assert_eq!(tied, both);
    }

    #[test]
    fn own_holdings_that_point_both_ways_conflict() {
        let cases = vec![case(HERE, 0, &[0, 4], &[0], Side::Compel), case(HERE, 1, &[0, 4], &[4], Side::Resist)];
        let both = Constraint::Conflict { mode: Mode::Horizontal, holdings: vec![CaseIx(0), CaseIx(1)] };
        assert_eq!(ask(cases, &[0, 4]), both);
    }

    #[test]
    fn what_binds_nobody_persuades_in_a_fixed_order() {
        let mut vacated = case(ABOVE, 0, &[0, 4], &[0], Side::Compel);
        vacated.history = vec![(Day(50), Standing::Vacated)];
        let mut reversed = vacated.clone();
        reversed.history = vec![(Day(50), Standing::Reversed)];
        let mut magistrate = case(HERE, 0, &[0, 4], &[0], Side::Compel);
        magistrate.binds = false;
        let later = case(BESIDE, 2, &[0, 4], &[0], Side::Compel);
        let other = Precedent { question: QuestionIx(7), ..later.clone() };
        let far = case(TOP, 0, &[0, 1, 5], &[0, 1], Side::Compel);
        let earlier = case(BESIDE, 1, &[0, 4], &[0], Side::Compel);
        let future = case(ABOVE, NOW.0, &[0, 4], &[0], Side::Compel);
        let cases = vec![vacated, reversed, magistrate, later, other, far, earlier, future];
        let read = read(&ask(cases, &[0, 4]));
        assert_eq!(read, [(3, 0), (6, 0), (2, 0), (0, 0), (5, 2)]);
    }

    #[test]
    fn an_unknown_court_is_bound_by_nothing() {
        let cases = vec![case(TOP, 0, &[0, 4], &[0], Side::Compel)];
        let base = CaseBase::new(sides(), courts(), cases).expect("valid");
        let constraint = ruling(&base, CourtIx(99), QUESTION, &set(&[0, 4]), NOW);
        assert_eq!(read(&constraint), [(0, 0)]);
    }
}
