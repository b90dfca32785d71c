//! `L107`: an objective that no decision exercises. `L108`: an objective that no question assesses.

use super::Fault;
use crate::diagnostic::Severity;
use crate::model::Scenario;
use crate::scenario::names::Step;

/// Looks at every objective.
pub fn check(s: &Scenario, found: &mut Vec<(Severity, Fault)>) {
    for (i, o) in s.objectives.iter().enumerate() {
        let mut fault = |code, what: &str, help: &str| {
            found.push((
                Severity::Error,
                Fault {
                    code,
                    path: vec![Step::Field("objectives"), Step::Entry(i)],
                    word: o.id.clone(),
                    message: format!("no {what} objective `{}`", o.id),
                    help: help.into(),
                    suggestion: None,
                },
            ));
        };
        if o.decisions.is_empty() {
            fault("L107", "decision exercises", "name the decisions in which a player meets it: `decisions: [\"…\"]`");
        }
        if o.items.is_empty() && o.misconceptions.is_empty() {
            fault("L108", "question assesses", "add a question under `items`, or name a misconception it speaks to");
        }
    }
}
