//! `L102`: an authority that is cited before it was decided, or after it fell. `L103`: a fact of history without a source.

use super::Fault;
use crate::diagnostic::Severity;
use crate::model::Scenario;
use crate::scenario::file;
use crate::scenario::names::Step;

/// Looks at pleadings of history, authorities of issues, events and the timeline.
pub fn check(f: &file::Scenario, s: &Scenario, found: &mut Vec<(Severity, Fault)>) {
    let last = s.rounds.last().map_or(s.start, |r| r.ends);
    for (i, issue) in s.issues.iter().enumerate() {
        for p in issue.authorities.iter().flatten() {
            let p = s.law.precedent(*p);
            if p.decided_on > last {
                found.push((
                    Severity::Error,
                    Fault {
                        code: "L102",
                        path: vec![Step::Field("issues"), Step::Entry(i)],
                        word: p.id.clone(),
                        message: format!("`{}` was decided on {}, after the calendar ends", p.id, p.decided_on),
                        help: "cite an authority that existed by then".into(),
                        suggestion: None,
                    },
                ));
            }
        }
    }
    for (i, p) in s.pleadings.iter().enumerate() {
        let day = usize::from(p.round).checked_sub(1).and_then(|r| s.rounds.get(r)).map_or(last, |r| r.ends);
        if let Some(a) = p.pleading.authority.map(|a| s.law.precedent(a)).filter(|a| a.decided_on >= day) {
            found.push((
                Severity::Error,
                Fault {
                    code: "L102",
                    path: vec![Step::Field("pleadings"), Step::Entry(i)],
                    word: a.id.clone(),
                    message: format!("`{}` was decided on {}, not before {day}", a.id, a.decided_on),
                    help: "cite an authority that existed by then".into(),
                    suggestion: None,
                },
            ));
        }
    }
    let mut unsourced = |field, i, id: &str| {
        found.push((
            Severity::Warning,
            Fault {
                code: "L103",
                path: vec![Step::Field(field), Step::Entry(i)],
                word: id.to_owned(),
                message: format!("`{id}` is told as history but has no source"),
                help: "add `source: \"…\"`, or mark it `invented: true`".into(),
                suggestion: None,
            },
        ));
    };
    if s.fictional {
        return;
    }
    for (i, e) in f.events.iter().enumerate().filter(|(_, e)| e.source.is_empty() && !e.invented) {
        unsourced("events", i, &e.id);
    }
    for (i, t) in f.timeline.iter().enumerate().filter(|(_, t)| t.source.is_empty()) {
        unsourced("timeline", i, &t.date.to_string());
    }
}
