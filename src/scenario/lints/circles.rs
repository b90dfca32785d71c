//! `L112`: consequences that bring themselves about: a bundle that applies itself, an event that fires itself, by whatever way
//! round. Carried out, they would never end.

use super::Fault;
use crate::diagnostic::Severity;
use crate::model::every;
use crate::model::{Effect, Scenario};
use crate::scenario::names::Step;

/// Follows bundles and events from one to the next.
pub fn check(s: &Scenario, found: &mut Vec<(Severity, Fault)>) {
    let bundles = s.bundles.len();
    let next = |at: usize| {
        let effects = if at < bundles { &s.bundles[at].1 } else { &s.events[at - bundles].effects };
        let mut out = Vec::new();
        every(effects, &mut |e| match e {
            Effect::Do(b) => out.push(b.ix()),
            Effect::Fire(e) => out.push(bundles + e.ix()),
            _ => {}
        });
        out
    };
    let graph: Vec<Vec<usize>> = (0..bundles + s.events.len()).map(next).collect();
    let returns = |from: usize| {
        let (mut seen, mut open) = (vec![false; graph.len()], graph[from].clone());
        while let Some(at) = open.pop() {
            if !std::mem::replace(&mut seen[at], true) {
                open.extend(&graph[at]);
            }
        }
        seen[from]
    };
    for at in (0..graph.len()).filter(|at| returns(*at)) {
        let (what, field, i, id) = if at < bundles {
            ("bundle", "bundles", at, &s.bundles[at].0)
        } else {
            ("event", "events", at - bundles, &s.events[at - bundles].id)
        };
        let path = vec![Step::Field(field), Step::Entry(i)];
        let message = format!("{what} `{id}` brings itself about again, without end");
        found.push((
            Severity::Error,
            Fault::new("L112", path, id, message, "break the circle: take out the `Do` or `Fire` that leads back"),
        ));
    }
}
