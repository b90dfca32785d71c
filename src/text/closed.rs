//! What is not open to a seat now, and why.

use super::Voice;
use crate::model::{Action, Arg, Say};
use crate::seat::{self, Refusal, SeatView};

/// Something that is not open.
#[derive(Clone, Debug)]
pub struct Closed {
    /// Title.
    pub title: String,
    /// What it would be to do it.
    pub action: Action,
    /// Why not.
    pub refusal: Refusal,
}

/// Everything of the seat's own that a player may wonder about.
#[must_use]
pub fn closed(view: &SeatView, voice: Voice<'_>) -> Vec<Closed> {
    let s = &view.scenario;
    let say = |say: Say| voice.words.say(s, voice.level, &say);
    let title = |action: &Action| match action {
        Action::Argue(p) => say(Say::new("text-argue").with("issue", Arg::Issue(p.issue))),
        Action::Rule(side, _) => say(Say::new("text-rule-side").with("side", Arg::Side(*side))),
        Action::Check(c) => s.claim(*c).text.at(voice.level).to_owned(),
        action => s.doable(action).map_or_else(String::new, |act| act.title.at(voice.level).to_owned()),
    };
    let told = |seat::Closed { action, refusal }| Closed { title: title(&action), action, refusal };
    seat::closed(view).into_iter().map(told).collect()
}
