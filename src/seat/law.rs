//! The law in play: the decided cases on the questions a scenario puts and the holdings of the match, as one base that can
//! be asked what binds whom, and what a decision does with each earlier holding. Public law only, so any seat may ask.

use super::view::{Held, SeatView};
use crate::lang;
use crate::logic::persuasion::{Forums, Weight, authorities};
use crate::logic::precedent::{self as kernel, CaseBase, Constraint, Decision};
use crate::model::{
    Arg, Authority, CaseIx, CourtIx, Date, FactorSet, Happened, Law, Mode, PrecedentIx, QuestionIx, Requirement, Say, Scenario,
    Side, Standing, Vertical,
};
use std::sync::Arc;

/// A decided case of the law that fell in the match: when, and to what.
pub type Fallen = (PrecedentIx, Date, Standing);

/// What a decided case of the law is on a day, counting what became of it in the match.
#[must_use]
pub fn standing(law: &Law, fallen: &[Fallen], precedent: PrecedentIx, day: Date) -> Standing {
    let fell = fallen.iter().rev().find(|(p, on, _)| *p == precedent && *on <= day);
    fell.map_or_else(|| law.precedent(precedent).standing(day), |(.., standing)| *standing)
}

/// The law in play. Cloning shares it.
#[derive(Clone, Debug, Default)]
pub struct LawInPlay {
    /// The base: decided cases of the law first, then the holdings of the match in the order in which they were given.
    pub base: Arc<CaseBase>,
    law: Arc<[PrecedentIx]>,
    made: Arc<[(CaseIx, CourtIx)]>,
    /// What of the law fell in the match.
    pub fallen: Arc<[Fallen]>,
}

impl LawInPlay {
    /// The law of a scenario with the holdings of a match.
    #[must_use]
    pub fn of<'a>(book: &Scenario, held: impl Iterator<Item = &'a Held>, fallen: &[Fallen]) -> Self {
        let asked = |q| book.cases.iter().any(|c| c.question == q);
        let (mut law, mut made, mut cases) = (Vec::new(), Vec::new(), Vec::new());
        let on_docket = book.law.precedents.iter().enumerate().filter(|(_, p)| asked(p.question));
        for ix in on_docket.map(|(i, _)| PrecedentIx::new(i)) {
            let mut case = decided(&book.law, ix);
            case.history.extend(fallen.iter().filter(|(f, ..)| *f == ix).map(|(_, day, standing)| (*day, *standing)));
            case.history.sort_by_key(|(day, _)| *day);
            law.push(ix);
            cases.push(case);
        }
        for h in held {
            made.push((h.case, h.court));
            cases.push(kernel::Precedent {
                question: book.cases[h.case.ix()].question,
                court: h.court,
                decided_on: h.decided_on,
                facts: h.facts.clone(),
                reason: h.reason.clone(),
                side: h.side,
                history: h.history.clone(),
                binds: book.law.court(h.court).binds,
            });
        }
        let sides = book.law.factors.iter().map(|f| f.side).collect();
        let courts = book.law.courts.iter().map(kernel::Court::from).collect();
        // The checker has refused every scenario whose law would not make a base; a holding of the match is sound by
        // construction, so an error here can only mean an empty base.
        let base = CaseBase::new(sides, courts, cases).unwrap_or_default();
        Self { base: Arc::new(base), law: law.into(), made: made.into(), fallen: fallen.into() }
    }

    /// The law as a seat sees it.
    #[must_use]
    pub fn seen(view: &SeatView) -> Self {
        Self::of(&view.scenario, view.holdings.iter(), &view.fallen)
    }

    /// What a case of the base is to players.
    #[must_use]
    pub fn authority(&self, ix: kernel::CaseIx) -> Authority {
        let at = ix.0 as usize;
        if let Some(p) = self.law.get(at) {
            Authority::Decided(*p)
        } else {
            let (case, court) = self.made[at - self.law.len()];
            Authority::Made(case, court)
        }
    }

    /// The decided case behind a case of the base, if it is not one of the match.
    #[must_use]
    pub fn decided(&self, ix: kernel::CaseIx) -> Option<PrecedentIx> {
        self.law.get(ix.0 as usize).copied()
    }

    /// Which holding of the match a case of the base is, counted from the first.
    #[must_use]
    pub fn made(&self, ix: kernel::CaseIx) -> Option<usize> {
        (ix.0 as usize).checked_sub(self.law.len())
    }

    /// What the precedents require of a court in a case on a day, as an entry of the log.
    #[must_use]
    pub fn requirement(&self, case: CaseIx, question: QuestionIx, court: CourtIx, facts: &FactorSet, day: Date) -> Happened {
        let with_reason = |ix: &kernel::CaseIx| (self.authority(*ix), self.base.case(*ix).reason.clone());
        let found = kernel::ruling(&self.base, court, question, facts, day);
        let (requires, holdings) = match &found {
            Constraint::Forced { side, mode, holdings } => {
                (Requirement::Forced(*side, *mode), holdings.iter().map(with_reason).collect())
            }
            Constraint::Conflict { mode, holdings } => (Requirement::Conflict(*mode), holdings.iter().map(with_reason).collect()),
            Constraint::Free { .. } => (Requirement::Free, Vec::new()),
        };
        let (mut apart, mut nearest) = (Vec::new(), None);
        if let Constraint::Free { persuasive } = &found {
            let bound = kernel::bound_by(&self.base, court, question, day);
            apart = bound
                .iter()
                .map(|(ix, mode)| {
                    let case = self.base.case(*ix);
                    // Nothing new stops a strict holding from above: only what is missing of its reason tells it apart.
                    let strict = *mode == Mode::Vertical
                        && self.base.courts().get(court.ix()).is_some_and(|c| c.vertical == Vertical::Strict);
                    let missing = || case.reason.difference(facts);
                    (self.authority(*ix), if strict { missing() } else { kernel::differences(&self.base, case, facts) })
                })
                .collect();
            let reading =
                persuasive.iter().find(|p| bound.iter().all(|(ix, _)| *ix != p.case) && !self.under_review(case, p.case));
            nearest = reading.map(|p| (self.authority(p.case), u16::try_from(p.distance).unwrap_or(u16::MAX)));
        }
        Happened::Constraint { case, court, requires, holdings, apart, nearest }
    }

    /// Whether a holding was given in the case itself: that is what the court reviews, not what it reads as authority.
    #[must_use]
    pub fn under_review(&self, case: CaseIx, ix: kernel::CaseIx) -> bool {
        matches!(self.authority(ix), Authority::Made(in_case, _) if in_case == case)
    }

    /// What a decision in a case does with the holdings that were law that day, and with the authorities pleaded against it:
    /// an entry of the log each.
    #[must_use]
    pub fn dealt(
        &self,
        book: &Scenario,
        (case, court): (CaseIx, CourtIx),
        day: Date,
        decision: Decision<'_>,
        pleaded: &[PrecedentIx],
    ) -> Vec<Happened> {
        let question = book.cases[case.ix()].question;
        let entry = |authority, binds, analogy, treatment, differences: FactorSet| {
            let relied = differences.intersection(decision.reason);
            let apart = if relied.is_empty() { differences } else { relied };
            Happened::Treated { case, court, authority, binds, analogy, treatment, apart }
        };
        let mut out: Vec<Happened> = kernel::treatments(&self.base, court, question, day, decision)
            .into_iter()
            .filter(|t| t.mode.is_some() || !self.under_review(case, t.holding))
            .map(|t| entry(self.authority(t.holding), t.mode, false, t.treatment, t.differences))
            .collect();
        for &ix in pleaded {
            let cited = book.law.precedent(ix);
            if cited.question != question && cited.live(day) {
                let (treatment, apart) = kernel::by_analogy(&self.base, &decided(&book.law, ix), decision);
                out.push(entry(Authority::Decided(ix), None, true, treatment, apart));
            }
        }
        out
    }

    /// The holdings that bind a court on a question on a day, whatever the facts.
    #[must_use]
    pub fn binding(&self, court: CourtIx, question: QuestionIx, day: Date) -> Vec<(kernel::CaseIx, Mode)> {
        kernel::bound_by(&self.base, court, question, day)
    }

    /// Which side the holdings of the match favour that only persuade a court in a case: the nearest speaks, then the heaviest.
    #[must_use]
    pub fn persuades(&self, book: &Scenario, (case, court): (CaseIx, CourtIx), facts: &FactorSet, day: Date) -> Option<Side> {
        let here = |ix: kernel::CaseIx| self.made(ix).is_some() && !self.under_review(case, ix) && self.base.case(ix).binds;
        let question = book.cases[case.ix()].question;
        if !self.base.on_question(question).iter().any(|ix| here(*ix)) {
            return None;
        }
        let found = authorities(&self.base, &Forums::from(&book.law), court, question, facts, day);
        found.into_iter().find(|a| a.weight.is_some() && here(a.case)).map(|a| a.side)
    }

    /// Whether a court may decide so, for this reason.
    #[must_use]
    pub fn permission(&self, court: CourtIx, question: QuestionIx, day: Date, decision: Decision<'_>) -> kernel::Permission {
        kernel::permitted(&self.base, court, question, day, decision)
    }
}

/// All decided cases of a law as one base, in their order. A law that makes none, which the checker refuses, gives an empty one.
#[must_use]
pub fn base_of(law: &Law) -> CaseBase {
    let cases = (0..law.precedents.len()).map(|i| decided(law, PrecedentIx::new(i))).collect();
    let sides = law.factors.iter().map(|f| f.side).collect();
    CaseBase::new(sides, law.courts.iter().map(kernel::Court::from).collect(), cases).unwrap_or_default()
}

/// A decided case of the law as the kernel takes it.
fn decided(law: &Law, ix: PrecedentIx) -> kernel::Precedent {
    let p = law.precedent(ix);
    kernel::Precedent {
        question: p.question,
        court: p.court,
        decided_on: p.decided_on,
        facts: p.facts.clone(),
        reason: p.reason.clone(),
        side: p.side,
        history: p.history.iter().map(|(day, standing, _)| (*day, *standing)).collect(),
        binds: law.binds(ix),
    }
}

/// What a bench should know before it gives a ruling.
#[derive(Clone, Debug)]
pub struct RulingPreview {
    /// What the law requires, as it will stand in the log.
    pub constraint: Happened,
    /// May it decide so, for this reason? None before a reason is chosen.
    pub permission: Option<kernel::Permission>,
    /// What it would do with each earlier holding, as it will stand in the log; empty before a reason is chosen.
    pub dealt: Vec<Happened>,
}

impl RulingPreview {
    /// What is to be said of it, in order; faces turn it into words.
    #[must_use]
    pub fn says(&self) -> Vec<Say> {
        use kernel::Permission::{Contrary, Flagged, Inconsistent, NoReason, NotAReason, Permitted};
        let may = self.permission.as_ref().and_then(|permission| match permission {
            Contrary { .. } => Some(Say::new("ruling-defies")),
            Inconsistent { .. } => Some(Say::new("ruling-inconsistent")),
            Flagged { .. } => Some(Say::new("ruling-flagged")),
            Permitted { .. } => Some(Say::new("ruling-permitted")),
            NoReason | NotAReason { .. } => None,
        });
        may.into_iter().chain(self.dealt.iter().filter_map(lang::law::entry)).collect()
    }

    /// Whether the decision would break with law that binds the court.
    #[must_use]
    pub fn breaks(&self) -> bool {
        self.permission.as_ref().is_some_and(|p| !p.is_permitted())
    }
}

/// Looks ahead to a ruling in a case: `reason` may still be empty.
#[must_use]
pub fn preview_ruling(view: &SeatView, (case, court): (CaseIx, CourtIx), side: Side, reason: &FactorSet) -> RulingPreview {
    let book = &*view.scenario;
    let law = LawInPlay::seen(view);
    let question = book.cases[case.ix()].question;
    let day = super::day_of_ruling(view);
    let constraint = law.requirement(case, question, court, &book.record(case, &view.numbers, None), day);
    if reason.is_empty() {
        return RulingPreview { constraint, permission: None, dealt: Vec::new() };
    }
    let facts = book.record(case, &view.numbers, Some(side)).union(reason);
    let decision = Decision { facts: &facts, reason, side };
    let cited = super::cited_against(&view.sitting.pleaded, side);
    RulingPreview {
        constraint,
        permission: Some(law.permission(court, question, day, decision)),
        dealt: law.dealt(book, (case, court), day, decision, &cited),
    }
}

/// How far a holding reaches a court.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// It binds, along this line.
    Binds(Mode),
    /// It is good law and may be read.
    Persuades,
    /// It is gone; it may still be read as what somebody once thought.
    Gone(Standing),
}

/// A holding as a court reads it on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The holding.
    pub authority: Authority,
    /// Who gave it.
    pub court: CourtIx,
    /// When.
    pub decided_on: Date,
    /// For whom.
    pub side: Side,
    /// Why.
    pub reason: FactorSet,
    /// How far it reaches the court.
    pub reach: Reach,
    /// What it weighs as reading, part by part; none where it binds or weighs nothing.
    pub weight: Option<Weight>,
}

impl Reading {
    /// The holding as a sentence: who, when, for whom, why.
    #[must_use]
    pub fn say(&self) -> Say {
        Say::new("law-reading")
            .with("holding", Arg::Say(Box::new(lang::law::authority(self.authority))))
            .with("date", Arg::Day(self.decided_on))
            .with("side", Arg::Side(self.side))
            .with("reason", Arg::Factors(self.reason.iter().collect()))
    }

    /// What it weighs, as a sentence: its parts with their reasons. None where it binds.
    #[must_use]
    pub fn weighs(&self) -> Option<Say> {
        if matches!(self.reach, Reach::Binds(_)) {
            return None;
        }
        let Some(weight) = &self.weight else { return Some(Say::new("law-weight-none")) };
        let part = |p: &crate::logic::persuasion::Part| {
            Say::new("law-weight-part")
                .with("because", Arg::Say(Box::new(p.because.clone())))
                .with("points", Arg::Num(p.points.into()))
                .with("most", Arg::Num(p.most.into()))
        };
        let parts = lang::law::list(weight.parts().iter().map(part).collect())?;
        Some(Say::new("law-weight").with("total", Arg::Num(weight.total().into())).with("parts", Arg::Say(Box::new(parts))))
    }
}

impl LawInPlay {
    /// Every earlier holding on a question as a court reads it on a day: what binds first, then what persuades, then what is
    /// gone; the newer first in each. What only persuades is weighed against these facts.
    #[must_use]
    pub fn readings(&self, law: &Law, court: CourtIx, question: QuestionIx, facts: &FactorSet, day: Date) -> Vec<Reading> {
        let bound = self.binding(court, question, day);
        let weighed = authorities(&self.base, &Forums::from(law), court, question, facts, day);
        let read = |ix: kernel::CaseIx| {
            let case = self.base.case(ix);
            let mode = bound.iter().find(|(b, _)| *b == ix).map(|(_, mode)| *mode);
            let reach = match mode {
                Some(mode) => Reach::Binds(mode),
                None if case.is_live(day) => Reach::Persuades,
                None => Reach::Gone(case.standing(day)),
            };
            Reading {
                authority: self.authority(ix),
                court: case.court,
                decided_on: case.decided_on,
                side: case.side,
                reason: case.reason.clone(),
                reach,
                weight: weighed.iter().find(|w| w.case == ix).and_then(|w| w.weight.clone()),
            }
        };
        let mut all: Vec<Reading> = self
            .base
            .on_question(question)
            .iter()
            .filter(|ix| self.base.case(**ix).decided_on < day)
            .map(|ix| read(*ix))
            .collect();
        all.sort_by_key(|r| {
            let rank = match r.reach {
                Reach::Binds(_) => 0,
                Reach::Persuades => 1,
                Reach::Gone(_) => 2,
            };
            (rank, std::cmp::Reverse(r.decided_on))
        });
        all
    }

    /// The days from which the law of this match was another: after each holding of the match and each change of status.
    #[must_use]
    pub fn turns(&self) -> Vec<Date> {
        let made = self.base.cases().iter().skip(self.law.len());
        let mut days: Vec<Date> =
            made.flat_map(|c| std::iter::once(c.decided_on.plus(1)).chain(c.history.iter().map(|(day, _)| *day))).collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}

/// The courts before which the cases of a scenario come, each once, in the order of the procedure.
#[must_use]
pub fn dockets(s: &Scenario) -> Vec<(CaseIx, CourtIx)> {
    let heard = s.stages.iter().filter_map(|stage| stage.hearing.as_ref()).map(|h| (h.case, h.court));
    let filed = s.cases.iter().enumerate().map(|(i, case)| (CaseIx::new(i), case.court));
    let mut out: Vec<(CaseIx, CourtIx)> = Vec::new();
    for docket in heard.chain(filed) {
        if !out.contains(&docket) {
            out.push(docket);
        }
    }
    out
}

/// The judgment that stands in the main case, by the key of the sentence that says so; before any court has ruled, what holds
/// meanwhile. What was vacated stands no more.
#[must_use]
pub fn judgment(view: &SeatView, stands: &'static str) -> Say {
    let own = &view.scenario.own;
    let mut held = view.holdings.iter().filter(|h| h.case == CaseIx(0)).peekable();
    if held.peek().is_some() && held.all(|h| h.standing() == Standing::Vacated) {
        return Say::new("window-vacated");
    }
    let Some(side) = Side::of(view.numbers[own.leading.ix()]) else { return Say::new("window-no-judgment") };
    let ruled = view.numbers[own.ruled_in.ix()] > 0;
    Say::new(if ruled { stands } else { "window-not-ruled" }).with("side", Arg::Side(side))
}
