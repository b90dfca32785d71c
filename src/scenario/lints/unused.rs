//! `L111`: something that is given a name and then never used. `L119`: a condition that asks for a flag which nothing sets.

use super::Fault;
use crate::diagnostic::Severity;
use crate::model::every;
use crate::model::{Condition, Effect, Mark, Scenario, VarIx, VarKind};
use crate::scenario::file;
use crate::scenario::names::Step;
use crate::scenario::reachable::consequences;
use std::collections::BTreeSet;

/// Looks at flags, bundles and groups.
pub fn check(f: &file::Scenario, s: &Scenario, found: &mut Vec<(Severity, Fault)>) {
    let use_ = Use::of(s);
    let mut warn = |code, field, i, id: &str, message: String, help: &str| {
        let path = vec![Step::Field(field), Step::Entry(i)];
        found.push((Severity::Warning, Fault::new(code, path, id, message, help)));
    };
    for (i, flag) in f.flags.iter().enumerate() {
        let Some(v) = s.vars.iter().position(|v| v.kind == VarKind::Flag && v.id == flag.id) else { continue };
        if !use_.read[v] {
            let message = format!("nothing ever asks for flag `{}`", flag.id);
            warn("L111", "flags", i, &flag.id, message, "let a condition or an aim ask for it, or take it out");
        } else if !use_.written[v] {
            let message = format!("nothing ever sets flag `{}`, so whoever asks for it gets the same answer always", flag.id);
            warn("L119", "flags", i, &flag.id, message, "let a consequence `Set` it, or take it out");
        }
    }
    for (i, (id, _)) in s.bundles.iter().enumerate().filter(|(i, _)| !use_.done[*i]) {
        warn("L111", "bundles", i, id, format!("no consequence applies bundle `{id}`"), "apply it with `Do`, or take it out");
    }
    let shown: BTreeSet<&String> = f.picture.iter().chain(f.stages.iter().filter_map(|s| s.picture.as_ref())).collect();
    for (i, picture) in f.pictures.iter().enumerate().filter(|(_, p)| !shown.contains(&p.id)) {
        let message = format!("picture `{}` is shown nowhere", picture.id);
        warn("L111", "pictures", i, &picture.id, message, "let the scenario or a stage name it as its `picture`, or take it out");
    }
    for (i, (id, _)) in f.groups.iter().enumerate() {
        if f.moves.iter().all(|m| m.group.as_ref() != Some(id)) {
            warn("L111", "groups", i, id, format!("no side move is in group `{id}`"), "put moves into it, or take it out");
        }
    }
}

/// Which numbers are read and written, and which bundles are applied.
struct Use {
    read: Vec<bool>,
    written: Vec<bool>,
    done: Vec<bool>,
}

impl Use {
    fn of(s: &Scenario) -> Self {
        let mut out =
            Self { read: vec![false; s.vars.len()], written: vec![false; s.vars.len()], done: vec![false; s.bundles.len()] };
        for when in conditions(s) {
            when.reads(&mut |v| out.read[v.ix()] = true);
        }
        for mark in s.seats.iter().flat_map(|x| &x.aims).flat_map(|a| &a.marks) {
            let (Mark::AtLeast(v, _) | Mark::AtMost(v, _)) = mark;
            out.read[v.ix()] = true;
        }
        for list in consequences(s) {
            every(list.effects, &mut |e| out.effect(e));
        }
        let mut both = |v: VarIx| {
            out.read[v.ix()] = true;
            out.written[v.ix()] = true;
        };
        s.seats.iter().flat_map(|x| [x.candour, x.publicity]).flatten().for_each(&mut both);
        s.reach.iter().for_each(|r| both(r.meter));
        s.draws.iter().for_each(|d| out.written[d.into.ix()] = true);
        s.bench.iter().filter_map(|b| b.amici).for_each(|(v, _)| out.read[v.ix()] = true);
        s.stages.iter().filter_map(|x| x.hearing.as_ref()?.recused).for_each(|v| out.read[v.ix()] = true);
        out
    }

    fn effect(&mut self, e: &Effect) {
        match e {
            Effect::Add(v, _) | Effect::Set(v, _) => self.written[v.ix()] = true,
            Effect::AddFrom(v, from) | Effect::SetFrom(v, from, _) => {
                self.written[v.ix()] = true;
                self.read[from.ix()] = true;
            }
            Effect::Schedule(_, _, Some(v)) => self.read[v.ix()] = true,
            Effect::If(when, ..) => when.reads(&mut |v| self.read[v.ix()] = true),
            Effect::Do(b) => self.done[b.ix()] = true,
            _ => {}
        }
    }
}

/// Every condition that stands outside consequences.
fn conditions(s: &Scenario) -> impl Iterator<Item = &Condition> {
    let decisions = s.decisions.iter().flat_map(|d| [&d.when].into_iter().chain(d.options.iter().map(|o| &o.act.when)));
    let deeds = s.moves.iter().map(|m| &m.act.when).chain(s.offers.iter().map(|o| &o.act.when));
    let world = s.events.iter().map(|e| &e.when).chain(s.triggers.iter().map(|t| &t.when)).chain(s.upkeep.iter().map(|(w, _)| w));
    let law = s.circumstances.iter().flatten().chain(s.breaches.iter().map(|b| &b.when)).chain(s.weights.iter().map(|w| &w.when));
    let hearings = s.stages.iter().filter_map(|x| x.hearing.as_ref()).map(|h| &h.when);
    let aims = s.seats.iter().flat_map(|x| &x.aims).map(|a| &a.when);
    let asked = s.debrief.follow_ups.iter().map(|(when, _)| when);
    decisions.chain(deeds).chain(world).chain(law).chain(hearings).chain(aims).chain(asked)
}
