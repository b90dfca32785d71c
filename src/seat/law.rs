//! The law in play: the decided cases on the questions a scenario puts and the holdings of the match, as one base that can
//! be asked what binds whom, and what a decision does with each earlier holding. Public law only, so any seat may ask.

use super::view::{Held, SeatView};
use crate::logic::precedent::{self as kernel, CaseBase, Constraint, Decision};
use crate::model::{
    Authority, CaseIx, CourtIx, Date, FactorSet, Happened, PrecedentIx, QuestionIx, Requirement, Scenario, Side, Standing,
};
use std::sync::Arc;

/// A decided case of the law that fell in the match: when, and to what.
pub type Fallen = (PrecedentIx, Date, Standing);

/// The law in play. Cloning shares it.
#[derive(Clone, Debug, Default)]
pub struct LawInPlay {
    /// The base: decided cases of the law first, then the holdings of the match in the order in which they were given.
    pub base: Arc<CaseBase>,
    law: Arc<[PrecedentIx]>,
    made: Arc<[(CaseIx, CourtIx)]>,
}

/// What a decision does with one earlier holding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dealt {
    /// The holding.
    pub authority: Authority,
    /// Along which line it binds; none where it only persuades.
    pub binds: Option<crate::model::Mode>,
    /// Whether it answers another question and is read by analogy.
    pub analogy: bool,
    /// What is done with it.
    pub treatment: crate::model::Treatment,
    /// What sets it apart: what the decision relies on, or else all that differs.
    pub apart: FactorSet,
}

impl LawInPlay {
    /// The law of a scenario with the holdings of a match.
    #[must_use]
    pub fn of<'a>(book: &Scenario, held: impl Iterator<Item = &'a Held>, fallen: &[Fallen]) -> Self {
        let asked = |q| book.cases.iter().any(|c| c.question == q);
        let (mut law, mut made, mut cases) = (Vec::new(), Vec::new(), Vec::new());
        let on_docket = book.law.precedents.iter().enumerate().filter(|(_, p)| asked(p.question));
        for ix in on_docket.map(|(i, _)| PrecedentIx::new(i)) {
            let mut case = decided(book, ix);
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
        Self { base: Arc::new(base), law: law.into(), made: made.into() }
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
        match self.law.get(at) {
            Some(p) => Authority::Decided(*p),
            None => {
                let (case, court) = self.made[at - self.law.len()];
                Authority::Made(case, court)
            }
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
            Constraint::Conflict { mode, holdings } => {
                (Requirement::Conflict(*mode), holdings.iter().map(with_reason).collect())
            }
            Constraint::Free { .. } => (Requirement::Free, Vec::new()),
        };
        let (mut apart, mut nearest) = (Vec::new(), None);
        if let Constraint::Free { persuasive } = &found {
            let bound = kernel::bound_by(&self.base, court, question, day);
            apart = bound
                .iter()
                .map(|(ix, _)| (self.authority(*ix), kernel::differences(&self.base, self.base.case(*ix), facts)))
                .collect();
            let reading = persuasive
                .iter()
                .find(|p| bound.iter().all(|(ix, _)| *ix != p.case) && !self.under_review(case, p.case));
            nearest = reading.map(|p| (self.authority(p.case), u16::try_from(p.distance).unwrap_or(u16::MAX)));
        }
        Happened::Constraint { case, court, requires, holdings, apart, nearest }
    }

    /// Whether a holding was given in the case itself: that is what the court reviews, not what it reads as authority.
    fn under_review(&self, case: CaseIx, ix: kernel::CaseIx) -> bool {
        matches!(self.authority(ix), Authority::Made(in_case, _) if in_case == case)
    }

    /// What a decision in a case does with the holdings that were law that day, and with the authorities pleaded against it.
    #[must_use]
    pub fn dealt(
        &self,
        book: &Scenario,
        (case, court): (CaseIx, CourtIx),
        day: Date,
        decision: Decision<'_>,
        pleaded: &[PrecedentIx],
    ) -> Vec<Dealt> {
        let question = book.cases[case.ix()].question;
        let named = |differences: &FactorSet, relied: FactorSet| if relied.is_empty() { differences.clone() } else { relied };
        let mut out: Vec<Dealt> = kernel::treatments(&self.base, court, question, day, decision)
            .into_iter()
            .filter(|t| t.mode.is_some() || !self.under_review(case, t.holding))
            .map(|t| Dealt {
                authority: self.authority(t.holding),
                binds: t.mode,
                analogy: false,
                treatment: t.treatment,
                apart: named(&t.differences, t.named),
            })
            .collect();
        for &ix in pleaded {
            let cited = book.law.precedent(ix);
            if cited.question == question || !cited.live(day) {
                continue;
            }
            let (treatment, apart) = kernel::by_analogy(&self.base, &decided(book, ix), decision);
            let relied = apart.intersection(decision.reason);
            out.push(Dealt {
                authority: Authority::Decided(ix),
                binds: None,
                analogy: true,
                treatment,
                apart: named(&apart, relied),
            });
        }
        out
    }

    /// The holdings that bind a court on a question on a day, whatever the facts.
    #[must_use]
    pub fn binding(&self, court: CourtIx, question: QuestionIx, day: Date) -> Vec<(kernel::CaseIx, crate::model::Mode)> {
        kernel::bound_by(&self.base, court, question, day)
    }

    /// Whether a court may decide so, for this reason.
    #[must_use]
    pub fn permission(&self, court: CourtIx, question: QuestionIx, day: Date, decision: Decision<'_>) -> kernel::Permission {
        kernel::permitted(&self.base, court, question, day, decision)
    }
}

/// A decided case of the law as the kernel takes it.
fn decided(book: &Scenario, ix: PrecedentIx) -> kernel::Precedent {
    let p = book.law.precedent(ix);
    kernel::Precedent {
        question: p.question,
        court: p.court,
        decided_on: p.decided_on,
        facts: p.facts.clone(),
        reason: p.reason.clone(),
        side: p.side,
        history: p.history.iter().map(|(day, standing, _)| (*day, *standing)).collect(),
        binds: book.law.court(p.court).binds,
    }
}

/// What a bench should know before it gives a ruling.
#[derive(Clone, Debug)]
pub struct RulingPreview {
    /// What the law requires.
    pub requires: Requirement,
    /// May it decide so, for this reason? None before a reason is chosen.
    pub permission: Option<kernel::Permission>,
    /// What it would do with each earlier holding; empty before a reason is chosen.
    pub dealt: Vec<Dealt>,
}

/// Looks ahead to a ruling in a case: `reason` may still be empty.
#[must_use]
pub fn preview_ruling(view: &SeatView, case: CaseIx, court: CourtIx, side: Side, reason: &FactorSet) -> RulingPreview {
    let book = &*view.scenario;
    let law = LawInPlay::seen(view);
    let question = book.cases[case.ix()].question;
    let day = super::day_of_ruling(view);
    let facts = book.record(case, &view.numbers, Some(side)).union(reason);
    let open = book.record(case, &view.numbers, None);
    let requires = match law.requirement(case, question, court, &open, day) {
        Happened::Constraint { requires, .. } => requires,
        _ => Requirement::Free,
    };
    if reason.is_empty() {
        return RulingPreview { requires, permission: None, dealt: Vec::new() };
    }
    let decision = Decision { facts: &facts, reason, side };
    let cited = super::cited_against(&view.sitting.pleaded, side);
    RulingPreview {
        requires,
        permission: Some(law.permission(court, question, day, decision)),
        dealt: law.dealt(book, (case, court), day, decision, &cited),
    }
}
