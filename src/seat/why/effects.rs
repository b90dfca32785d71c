//! What effects set going besides numbers, as sentences.

use crate::lang::log;
use crate::model::{Arg, Effect, EventIx, Say, Scenario, StateIx};

/// What happens besides numbers, on these numbers: what the procedure does, what falls due, what changes its status.
#[must_use]
pub fn deeds(s: &Scenario, numbers: &[i16], effects: &[Effect]) -> Vec<Say> {
    let mut out = Vec::new();
    walk(s, numbers, effects, &mut out);
    out
}

fn walk(s: &Scenario, numbers: &[i16], effects: &[Effect], out: &mut Vec<Say>) {
    let event = |key, e: &EventIx| Say::new(key).with("event", Arg::Event(*e));
    let state = |x: StateIx| Arg::Verbatim(s.states.get(x.ix()).map_or_else(String::new, |x| x.title.plain.clone()));
    for effect in effects {
        match effect {
            Effect::Do(bundle) => walk(s, numbers, &s.bundles[bundle.ix()].1, out),
            Effect::At(_, inner) => walk(s, numbers, inner, out),
            Effect::If(when, then, otherwise) => {
                walk(s, numbers, if when.holds(numbers) { then } else { otherwise }, out);
            }
            Effect::Next(stage) => out.push(Say::new("effect-next").with("stage", Arg::Stage(*stage))),
            Effect::Close(ending) => out.push(Say::new("effect-close").with("ending", Arg::Ending(*ending))),
            Effect::Schedule(e, days, _) => {
                out.push(event("effect-schedule", e).with("days", Arg::Num(i64::from(*days))));
            }
            Effect::Shift(e, days) => {
                let key = if *days < 0 { "effect-sooner" } else { "effect-later" };
                out.push(event(key, e).with("days", Arg::Num(i64::from(days.abs()))));
            }
            Effect::Due(e) => out.push(event("effect-due", e)),
            Effect::Fire(e) => out.push(event("effect-fire", e)),
            Effect::Instrument(i, status) => {
                let status = Arg::Say(Box::new(Say::new(log::instrument(*status))));
                out.push(Say::new("effect-instrument").with("instrument", Arg::Instrument(*i)).with("status", status));
            }
            Effect::Produce(item) => out.push(Say::new("effect-produce").with("item", Arg::Item(*item))),
            Effect::Assert(x) => out.push(Say::new("effect-assert").with("state", state(*x))),
            Effect::Withdraw(x) => out.push(Say::new("effect-withdraw").with("state", state(*x))),
            Effect::Vacate(case) => out.push(Say::new("effect-vacate").with("case", Arg::Case(*case))),
            Effect::Supersede(_) => out.push(Say::new("effect-supersede")),
            Effect::Add(..) | Effect::Set(..) | Effect::AddFrom(..) | Effect::SetFrom(..) | Effect::Draw(_) => {}
        }
    }
}
