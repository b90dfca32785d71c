//! The law in the debrief: what was required of each court beside what it did, whom each holding bound and from when, and
//! how well it was argued.

use crate::model::{Authority, CaseIx, CourtIx, Date, Happened, LogEntry, Scenario};
use crate::seat::{LawInPlay, dockets};

/// A decision beside what the law required of it. All are numbers of log entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reasoned {
    /// What the law required.
    pub constraint: usize,
    /// The ruling, or the choice that decided a sister file.
    pub decision: usize,
    /// What the court did with each earlier holding.
    pub treated: Vec<usize>,
}

/// A day from which other holdings bound a court.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// From this day.
    pub from: Date,
    /// Case before the court.
    pub case: CaseIx,
    /// Court.
    pub court: CourtIx,
    /// What bound it on the case's question from then on.
    pub by: Vec<Authority>,
}

/// Every decision of a match beside what the law required.
#[must_use]
pub fn reasoned(log: &[LogEntry]) -> Vec<Reasoned> {
    let mut out: Vec<Reasoned> = Vec::new();
    for (i, entry) in log.iter().enumerate() {
        match &entry.what {
            Happened::Constraint { .. } => out.push(Reasoned { constraint: i, decision: i, treated: Vec::new() }),
            Happened::Ruled { .. } | Happened::Chose(..) => {
                if let Some(last) = out.last_mut().filter(|r| r.decision == r.constraint) {
                    last.decision = i;
                }
            }
            Happened::Treated { case: of, court: by, .. } => {
                let same = |r: &&mut Reasoned| matches!(&log[r.constraint].what, Happened::Constraint { case, court, .. } if case == of && court == by);
                if let Some(last) = out.last_mut().filter(same) {
                    last.treated.push(i);
                }
            }
            _ => {}
        }
    }
    out.retain(|r| r.decision != r.constraint);
    out
}

/// What bound a court on the question of a case on a day.
#[must_use]
pub fn bound(s: &Scenario, law: &LawInPlay, case: CaseIx, court: CourtIx, day: Date) -> Vec<Authority> {
    let bound = law.binding(court, s.cases[case.ix()].question, day);
    bound.into_iter().map(|(ix, _)| law.authority(ix)).collect()
}

/// The days on which it changed what bound the courts of a match, in order.
#[must_use]
pub fn turns(s: &Scenario, law: &LawInPlay) -> Vec<Turn> {
    let mut out = Vec::new();
    let mut told = Vec::new();
    for (case, court) in dockets(s) {
        // A court that has two cases on one question is bound alike in both.
        let question = s.cases[case.ix()].question;
        if told.contains(&(court, question)) {
            continue;
        }
        told.push((court, question));
        let mut before = bound(s, law, case, court, s.start);
        for from in law.turns() {
            let by = bound(s, law, case, court, from);
            if by != before {
                out.push(Turn { from, case, court, by: by.clone() });
            }
            before = by;
        }
    }
    out.sort_by_key(|t| t.from);
    out
}
