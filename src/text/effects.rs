//! What an action does of itself, in words: the numbers it moves, exactly, and what else it sets going.

use super::Voice;
use crate::model::{Action, VarIx};
use crate::seat::why::deeds;
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
    let says = deeds(s, &view.numbers, effects_of(s, action)).into_iter().chain(seen.broken(s));
    out.extend(says.map(|say| voice.words.say(s, voice.level, &say)));
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
