//! `comity` alone: the window; else the text game; else bots.

use super::failure::Failure;
use super::output::{self, at_terminal, print, remark};
use super::play::{How, explain, start};
use super::window::{self, Ask};
use super::{Done, Language, Words, open, seats};
use crate::model::{Reading, Scenario};
use crate::play::{self, Match};
use crate::report;
use crate::sim::play_out;
use crate::text::{self, Console, Voice};
use std::io::{self, Write};
use std::sync::Arc;

/// Seed of the match that bots play when nobody is there.
const SEED: u64 = 1;

/// Runs without a command.
pub fn run(words: &Words, language: Option<Language>) -> Done {
    let Err(none) = window::open(&Ask { language, ..Ask::default() }) else { return Ok(()) };
    remark(&explain(none, words)?);
    let voice = Voice { words, level: Reading::default() };
    let all = open::shipped()?;
    if !at_terminal() {
        let flagship = all.first().ok_or_else(|| Failure::Message(words.ui("scenarios-none")))?;
        return watch(flagship, voice);
    }
    let picked = if all.len() == 1 {
        Some(0)
    } else {
        let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
        text::choose_scenario(&all, voice, &mut Console::new(&mut input, &mut output, true).wide(output::width()))?
    };
    let Some(scenario) = picked.and_then(|i| all.get(i)) else { return Ok(()) };
    let (named, ask) = seats::resolve(scenario, &[], words)?;
    start(scenario, &scenario.id, named, ask, How::default(), voice)
}

/// Lets bots play a match, prints it and its debrief.
fn watch(scenario: &Arc<Scenario>, voice: Voice<'_>) -> Done {
    let title = scenario.title.at(voice.level);
    remark(&voice.words.ui_with("cli-bots-play", &[("title", title.into())]));
    let bots = seats::bots(scenario, "cautious", voice.words)?;
    let mut game = Match::new(Arc::clone(scenario), SEED, bots.pinned(scenario));
    let over = play_out(&mut game, &bots, SEED, |_, _, _| {});
    print(play::text(&game, voice.words, voice.level).trim_start())?;
    let debriefed = report::debrief(&mut game);
    print(&text::debrief(scenario, &debriefed, game.log(), voice).at(output::width()))?;
    io::stdout().flush()?;
    if over { Ok(()) } else { Err(Failure::Message(voice.words.ui("text-stuck"))) }
}
