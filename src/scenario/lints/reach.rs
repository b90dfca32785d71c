//! `L104`: an ending nothing leads to. `L105`: a stage nothing leads to. `L106`: an event nothing brings about.

use super::Fault;
use crate::diagnostic::Severity;
use crate::model::{Effect, Scenario};
use crate::scenario::file;
use crate::scenario::names::Step;

/// Collects what effects lead to, then looks for what is left over.
pub fn check(_: &file::Scenario, s: &Scenario, found: &mut Vec<(Severity, Fault)>) {
    let mut endings = vec![false; s.endings.len()];
    let mut stages = vec![false; s.stages.len()];
    let mut events = vec![false; s.events.len()];
    endings[s.fallback.ix()] = true;
    if let Some(first) = stages.first_mut() {
        *first = true;
    }
    if let Some((stage, _)) = s.coda {
        stages[stage.ix()] = true;
    }
    for (i, e) in s.events.iter().enumerate() {
        events[i] |= e.slot.is_some();
    }
    for stage in &s.stages {
        if let Some(then) = stage.then {
            stages[then.ix()] = true;
        }
    }
    for list in all_effects(s) {
        walk(list, &mut |e| match e {
            Effect::Close(x) => endings[x.ix()] = true,
            Effect::Next(x) => stages[x.ix()] = true,
            Effect::Schedule(x, ..) | Effect::Fire(x) => events[x.ix()] = true,
            _ => {}
        });
    }
    let mut left_over = |code, field, ids: Vec<&String>, reached: &[bool], what: &str| {
        for (i, id) in ids.into_iter().enumerate().filter(|(i, _)| !reached[*i]) {
            found.push((
                Severity::Warning,
                Fault {
                    code,
                    path: vec![Step::Field(field), Step::Entry(i)],
                    word: id.clone(),
                    message: format!("nothing leads to {what} `{id}`"),
                    help: "let an option or a ruling lead there, or take it out".into(),
                    suggestion: None,
                },
            ));
        }
    };
    left_over("L104", "endings", s.endings.iter().map(|x| &x.id).collect(), &endings, "ending");
    left_over("L105", "stages", s.stages.iter().map(|x| &x.id).collect(), &stages, "stage");
    left_over("L106", "events", s.events.iter().map(|x| &x.id).collect(), &events, "event");
}

fn all_effects(s: &Scenario) -> Vec<&[Effect]> {
    let mut out: Vec<&[Effect]> = Vec::new();
    for d in &s.decisions {
        out.extend(d.options.iter().map(|o| o.act.effects.as_slice()));
    }
    out.extend(s.moves.iter().map(|m| m.act.effects.as_slice()));
    out.extend(s.offers.iter().map(|o| o.act.effects.as_slice()));
    for h in s.stages.iter().filter_map(|x| x.hearing.as_ref()) {
        out.extend([&h.compel, &h.resist, &h.tie, &h.denied, &h.outvoted, &h.differs].map(Vec::as_slice));
    }
    out.extend(s.events.iter().map(|e| e.effects.as_slice()));
    out.extend(s.triggers.iter().map(|t| t.effects.as_slice()));
    out.extend(s.upkeep.iter().map(|(_, e)| e.as_slice()));
    out.extend(s.bundles.iter().map(|(_, e)| e.as_slice()));
    out
}

fn walk(list: &[Effect], see: &mut impl FnMut(&Effect)) {
    for e in list {
        see(e);
        match e {
            Effect::If(_, a, b) => {
                walk(a, see);
                walk(b, see);
            }
            Effect::At(_, a) => walk(a, see),
            _ => {}
        }
    }
}
