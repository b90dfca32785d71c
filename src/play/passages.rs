//! How matches pass through the stages of a procedure: counted from their logs.

use crate::model::{EndingIx, Happened, LogEntry, Scenario, StageIx};
use std::collections::BTreeMap;

/// Counts over matches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passages {
    /// Matches counted.
    pub matches: u64,
    /// Matches that came to a stage, by `StageIx`.
    pub stages: Vec<u64>,
    /// Rounds that went from one stage to another, or stayed.
    pub steps: BTreeMap<(StageIx, StageIx), u64>,
    /// Matches whose main case closed at a stage with an ending.
    pub ends: BTreeMap<(StageIx, EndingIx), u64>,
}

impl Passages {
    /// Counts for a scenario, none yet.
    #[must_use]
    pub fn of(s: &Scenario) -> Self {
        Self { stages: vec![0; s.stages.len()], ..Self::default() }
    }

    /// Counts a match that is over.
    pub fn count(&mut self, log: &[LogEntry]) {
        self.matches += 1;
        let mut seen = vec![false; self.stages.len()];
        let mut now: Option<StageIx> = None;
        for entry in log {
            match entry.what {
                Happened::Opened(stage) => {
                    seen[stage.ix()] = true;
                    if let Some(from) = now {
                        *self.steps.entry((from, stage)).or_default() += 1;
                    }
                    now = Some(stage);
                }
                Happened::Closed(ending) => {
                    if let Some(stage) = now {
                        *self.ends.entry((stage, ending)).or_default() += 1;
                    }
                }
                _ => {}
            }
        }
        for (count, _) in self.stages.iter_mut().zip(seen).filter(|(_, seen)| *seen) {
            *count += 1;
        }
    }
}
