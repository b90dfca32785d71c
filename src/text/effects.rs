//! What an action does of itself, in words: the numbers it moves, exactly, and what else it sets going.

use super::Voice;
use crate::lang::log;
use crate::model::{Action, Arg, Effect, Say, VarIx};
use crate::seat::{SeatView, effects_of, preview};

/// The effects, one a string; empty if the action has none of its own.
#[must_use]
pub fn effects(view: &SeatView, action: &Action, voice: Voice<'_>) -> Vec<String> {
    let s = &view.scenario;
    let seen = preview(view, action);
    let mut out: Vec<String> = seen
        .shifts
        .iter()
        .map(|x| {
            let change = [("from", x.from.into()), ("to", x.to.into())];
            format!("{} {}", var(view, x.var, voice), voice.words.ui_with("meters-change", &change))
        })
        .collect();
    let mut says = Vec::new();
    deeds(view, effects_of(s, action), &mut says);
    out.extend(says.iter().map(|say| voice.words.say(s, voice.level, say)));
    if seen.uncertain {
        out.push(voice.words.ui("text-uncertain"));
    }
    out.dedup();
    out
}

/// The title of a number.
pub(super) fn var(view: &SeatView, var: VarIx, voice: Voice<'_>) -> String {
    view.scenario.var(var).title.at(voice.level).to_owned()
}

/// What happens besides numbers, on the numbers the seat sees.
fn deeds(view: &SeatView, effects: &[Effect], out: &mut Vec<Say>) {
    let s = &view.scenario;
    let event = |key, e: &crate::model::EventIx| Say::new(key).with("event", Arg::Event(*e));
    let state =
        |x: crate::model::StateIx| Arg::Verbatim(s.states.get(x.ix()).map_or_else(String::new, |x| x.title.plain.clone()));
    for effect in effects {
        match effect {
            Effect::Do(bundle) => deeds(view, &s.bundles[bundle.ix()].1, out),
            Effect::At(_, inner) => deeds(view, inner, out),
            Effect::If(when, then, otherwise) => {
                deeds(view, if when.holds(&view.numbers) { then } else { otherwise }, out);
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
