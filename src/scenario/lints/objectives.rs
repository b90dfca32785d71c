//! The trace of an objective: rule, choice, debrief, quiz. `L107`: no decision exercises it. `L108`: no question assesses it.
//! `L117`: none of its decisions names the rule it applies. `L125`: a real dispute whose debrief does not say what happened.

use super::Fault;
use crate::diagnostic::Severity;
use crate::model::Scenario;
use crate::scenario::names::Step;

/// Looks at every objective, and at the debrief.
pub fn check(s: &Scenario, found: &mut Vec<(Severity, Fault)>) {
    for (i, o) in s.objectives.iter().enumerate() {
        let mut fault = |severity, code, message: String, help: &str| {
            let path = vec![Step::Field("objectives"), Step::Entry(i)];
            found.push((severity, Fault::new(code, path, &o.id, message, help)));
        };
        if o.decisions.is_empty() {
            let help = "name the decisions in which a player meets it: `decisions: [\"…\"]`";
            fault(Severity::Error, "L107", format!("no decision exercises objective `{}`", o.id), help);
        } else if o.decisions.iter().map(|d| s.decision(*d)).all(|d| d.options.iter().all(|o| o.act.source.is_empty())) {
            let message = format!("no decision of objective `{}` names the rule it applies", o.id);
            fault(Severity::Warning, "L117", message, "give one of its decisions, or an option, a `source`");
        }
        if o.items.is_empty() && o.misconceptions.is_empty() {
            let help = "add a question under `items`, or name a misconception it speaks to";
            fault(Severity::Error, "L108", format!("no question assesses objective `{}`", o.id), help);
        }
    }
    if !s.fictional && s.debrief.history.is_empty() {
        let message = "the debrief of a real dispute does not say what really happened".to_owned();
        let help = "write `debrief: (history: \"…\")`: the match is laid beside it";
        found.push((Severity::Warning, Fault::new("L125", vec![Step::Field("fictional")], "", message, help)));
    }
}
