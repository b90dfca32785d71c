//! Who gained and who paid: each meter at the start and at the end, and what moved it most.

use crate::model::{Cause, Happened, LogEntry, Scenario, SeatIx, VarIx, VarKind};

/// A meter over a match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Meter.
    pub var: VarIx,
    /// Seat it belongs to; none is the world.
    pub owner: Option<SeatIx>,
    /// At the start.
    pub start: i16,
    /// At the end.
    pub end: i16,
    /// What moved it, by how much in all; the largest first, then the earliest.
    pub causes: Vec<(Cause, i16)>,
}

impl Account {
    /// The largest causes, at most so many, and what all others come to, if there are others.
    #[must_use]
    pub fn largest(&self, most: usize) -> (&[(Cause, i16)], Option<i16>) {
        let (named, others) = self.causes.split_at(most.min(self.causes.len()));
        (named, (!others.is_empty()).then(|| others.iter().map(|(_, by)| by).sum()))
    }
}

/// The accounts of all meters, in the order of the scenario.
#[must_use]
pub fn accounts(s: &Scenario, log: &[LogEntry]) -> Vec<Account> {
    let meters = s.vars.iter().enumerate().filter(|(_, v)| v.kind == VarKind::Meter && !v.title.is_empty());
    let account = |(i, v): (usize, &crate::model::Var)| {
        let var = VarIx::new(i);
        let mut causes: Vec<(Cause, i16)> = Vec::new();
        let mut end = v.start;
        for entry in log {
            let Happened::Changed(changed, from, to, cause) = entry.what else { continue };
            if changed != var {
                continue;
            }
            end = to;
            match causes.iter_mut().find(|(c, _)| *c == cause) {
                Some((_, by)) => *by += to - from,
                None => causes.push((cause, to - from)),
            }
        }
        causes.retain(|(_, by)| *by != 0);
        causes.sort_by_key(|(_, by)| -by.abs());
        Account { var, owner: v.owner, start: v.start, end, causes }
    };
    meters.map(account).collect()
}
