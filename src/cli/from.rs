//! A position to begin at: the first match of bots that comes to a stage.

use super::Words;
use super::failure::Failure;
use crate::model::{Scenario, StageIx};
use crate::play::Match;
use crate::scenario::reachable::Reachable;
use crate::sim::{self, Seats};
use crate::syntax::did_you_mean;
use std::sync::Arc;

/// The stage of that id.
pub fn stage(s: &Scenario, id: &str, words: &Words) -> Result<StageIx, Failure> {
    if let Some(at) = s.stages.iter().position(|x| x.id == id) {
        return Ok(StageIx::new(at));
    }
    let all: Vec<&str> = s.stages.iter().map(|x| x.id.as_str()).collect();
    Err(Failure::Usage(match did_you_mean(id, all.iter().copied()) {
        Some(near) => words.ui_with("cli-no-stage-near", &[("name", id.into()), ("near", near.into())]),
        None => words.ui_with("cli-no-stage", &[("name", id.into()), ("names", all.join(", ").into())]),
    }))
}

/// A match of the seats' bots that has come to a stage, and its seed; a person's seat is played by `cautious` so far.
pub fn position(
    s: &Arc<Scenario>,
    seats: &[(String, String)],
    seed: u64,
    at: StageIx,
    words: &Words,
) -> Result<(Match, u64), Failure> {
    let bot = |(id, who): &(String, String)| format!("{id}={}", who.strip_prefix("bot:").unwrap_or("cautious"));
    let spec: Vec<String> = seats.iter().map(bot).collect();
    let bots: Seats = super::seats::bots(s, &spec.join(","), words)?;
    sim::reach(s, &bots, super::seats::pinned(s, seats), seed, at).ok_or_else(|| {
        let proven = !Reachable::of(s).stages[at.ix()];
        let name = ("name", s.stage(at).id.as_str().into());
        Failure::Message(words.ui_with(if proven { "cli-stage-proven" } else { "cli-stage-unreached" }, &[name]))
    })
}
