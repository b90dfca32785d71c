//! `comity quiz`

use super::failure::Failure;
use super::output::{self, print};
use super::{Done, Wording, Words, learner, open, saves};
use crate::learn::quiz as questions;
use crate::model::SeatIx;
use crate::text::{self, Console, Voice};
use clap::Args;
use std::io::{self, IsTerminal};
use std::path::Path;

/// Answer questions: what is due, about a scenario, or about a match of yours
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity quiz                       what is due today, from everything you have met
  comity quiz my-scenario.ron       about a scenario
  comity quiz match.ron             about a match you played, and its scenario

Each answer is explained. Questions come back after 1, 3, 7, 16 and 35 days: a right answer on its day moves a question on,
a wrong one brings it back to the start. What you have answered stays on this device (`comity profile`).")]
pub struct Quiz {
    /// Scenario or saved match: a name from `comity list`, or a path
    #[arg(value_name = "SCENARIO|MATCH")]
    about: Option<String>,
    /// Wording
    #[arg(long, value_enum, default_value_t)]
    wording: Wording,
}

impl Quiz {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        let voice = Voice { words, level: self.wording.into() };
        let mut learner = learner::open(words);
        let asked = match &self.about {
            None => {
                let all = open::shipped()?;
                let all: Vec<_> = all.iter().map(AsRef::as_ref).collect();
                questions::due(&all, &learner.store.profile, learner.today)
            }
            Some(name) if is_match(name) => {
                let saved = saves::read(Path::new(name), words)?;
                let mut game = saved.play(Path::new(name), None, words)?;
                let human = |s: &crate::model::Seat| {
                    saved.record.seats.iter().any(|(id, who)| *id == s.id && crate::play::is_person(who))
                };
                let seat = game.scenario().seats.iter().position(human).map_or(SeatIx(0), SeatIx::new);
                learner.recap(&mut game, seat, voice)
            }
            Some(name) => {
                let s = open::scenario(name)?;
                let day = u64::from(learner.today.0.unsigned_abs());
                questions::recap(&s, &[], Vec::new(), &learner.store.profile, day, learner.today)
            }
        };
        if asked.is_empty() {
            let mut page = text::Page::new();
            page.line(0, &words.ui("quiz-none"));
            if let Some(day) = learner.store.profile.next_due() {
                page.line(0, &words.ui_with("quiz-next-due", &[("date", words.date(day).into())]));
            }
            print(&page.at(output::width()))?;
            return Ok(());
        }
        let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
        let screen = io::stdout().is_terminal() && io::stdin().is_terminal();
        text::quiz(&asked, &mut learner, voice, &mut Console::new(&mut input, &mut output, screen).wide(output::width()))
            .map_err(Failure::from)?;
        Ok(())
    }
}

/// Whether a path leads to a saved match: its first word says so.
fn is_match(name: &str) -> bool {
    let mut head = [0; 256];
    let read = std::fs::File::open(name).and_then(|mut f| io::Read::read(&mut f, &mut head)).unwrap_or(0);
    String::from_utf8_lossy(&head[..read]).trim_start().starts_with("Match")
}
