//! `L103`: something told as history without a source.

use super::Fault;
use crate::diagnostic::Severity;
use crate::model::{Doable, Scenario};
use crate::scenario::file;
use crate::scenario::names::Step;

/// Looks at whatever a real dispute tells as fact: events, cases, instruments, data, the press, the timeline, deeds of history.
pub fn check(f: &file::Scenario, s: &Scenario, found: &mut Vec<(Severity, Fault)>) {
    if s.fictional {
        return;
    }
    let mut unsourced = |path: Vec<Step>, id: &str, help: &str| {
        let message = format!("`{id}` is told as history but has no source");
        found.push((Severity::Warning, Fault::new("L103", path, id, message, help)));
    };
    let at = |field, i| vec![Step::Field(field), Step::Entry(i)];
    let or_invented = "add `source: \"…\"`, or mark it `invented: true`";
    for (i, e) in f.events.iter().enumerate().filter(|(_, e)| e.source.is_empty() && !e.invented) {
        unsourced(at("events", i), &e.id, or_invented);
    }
    for (i, c) in f.cases.iter().enumerate().filter(|(_, c)| c.source.is_empty() && !c.invented) {
        unsourced(at("cases", i), &c.id, or_invented);
    }
    let needed = "add `source: \"…\"`";
    for (i, t) in f.timeline.iter().enumerate().filter(|(_, t)| t.source.is_empty()) {
        unsourced(at("timeline", i), &t.date.to_string(), needed);
    }
    for (i, x) in f.instruments.iter().enumerate().filter(|(_, x)| x.source.is_empty()) {
        unsourced(at("instruments", i), &x.id, needed);
    }
    for (i, x) in f.items.iter().enumerate().filter(|(_, x)| x.source.is_empty()) {
        unsourced(at("items", i), &x.id, needed);
    }
    for (i, story) in f.press.iter().enumerate() {
        for (j, c) in story.claims.iter().enumerate().filter(|(_, c)| c.source.is_empty()) {
            unsourced([at("press", i), at("claims", j)].concat(), &c.id, needed);
        }
    }
    let bare = |act: &Doable| !act.historic.is_empty() && act.source.is_empty() && !act.invented;
    for (i, d) in s.decisions.iter().enumerate() {
        for o in d.options.iter().filter(|o| bare(&o.act)) {
            unsourced(at("decisions", i), &o.id, or_invented);
        }
    }
    for (i, m) in s.moves.iter().enumerate().filter(|(_, m)| bare(&m.act)) {
        unsourced(at("moves", i), &m.id, or_invented);
    }
}
