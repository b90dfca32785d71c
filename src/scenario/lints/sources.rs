//! `L103`: something told as history without a source.

use super::Fault;
use crate::diagnostic::Severity;
use crate::model::Scenario;
use crate::scenario::file;
use crate::scenario::names::Step;

/// Looks at events, the timeline, and what history is said to have done; nothing where the dispute is fictional.
pub fn check(f: &file::Scenario, s: &Scenario, found: &mut Vec<(Severity, Fault)>) {
    if s.fictional {
        return;
    }
    let mut unsourced = |path: Vec<Step>, id: &str| {
        let message = format!("`{id}` is told as history but has no source");
        found
            .push((Severity::Warning, Fault::new("L103", path, id, message, "add `source: \"…\"`, or mark it `invented: true`")));
    };
    let at = |field, i| vec![Step::Field(field), Step::Entry(i)];
    for (i, e) in f.events.iter().enumerate().filter(|(_, e)| e.source.is_empty() && !e.invented) {
        unsourced(at("events", i), &e.id);
    }
    for (i, t) in f.timeline.iter().enumerate().filter(|(_, t)| t.source.is_empty()) {
        unsourced(at("timeline", i), &t.date.to_string());
    }
    for (i, d) in s.decisions.iter().enumerate() {
        let bare = |o: &&crate::model::Choice| !o.act.historic.is_empty() && o.act.source.is_empty() && !o.act.invented;
        for o in d.options.iter().filter(bare) {
            unsourced(at("decisions", i), &o.id);
        }
    }
    for (i, m) in s.moves.iter().enumerate() {
        if !m.act.historic.is_empty() && m.act.source.is_empty() && !m.act.invented {
            unsourced(at("moves", i), &m.id);
        }
    }
}
