//! `comity procedure`

use super::failure::Failure;
use super::output::{Written, progress};
use super::{Done, Words, open, seats};
use crate::html::svg::{Tokens, svg};
use crate::picture::{self, USUAL};
use crate::sim;
use clap::{Args, ValueEnum};

/// Draw a scenario's procedure: stages, endings, and how many bot matches went which way
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity procedure my-dispute.ron -o procedure.svg
  comity procedure microsoft-ireland --games 1000 --bots keen --format text

A dotted box is one that no match came to: `comity check` says what nobody can ever come to, `comity simulate --coverage`
what bots missed.")]
pub struct Procedure {
    /// Scenario: a name from `comity list`, or the path of a file
    scenario: String,
    /// How many matches
    #[arg(long, value_name = "N", default_value_t = 300, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    games: u32,
    /// Seed of the first match
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Who plays: a bot for all seats, and SEAT=BOT for single ones, separated by commas
    #[arg(long, value_name = "BOTS", default_value = "random")]
    bots: String,
    #[command(flatten)]
    written: Written<Format>,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// A picture for any browser
    #[default]
    Svg,
    /// Sentences
    Text,
}

impl Procedure {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        let scenario = open::scenario(&self.scenario)?;
        let bots = seats::bots(&scenario, &self.bots, words)?;
        let games = usize::try_from(self.games).unwrap_or(usize::MAX);
        let bar = progress(words.ui_with("author-procedure-running", &[("count", games.into())]), games);
        let counts = sim::passages(&scenario, &bots, games, self.seed, || bar.inc(1));
        bar.finish_and_clear();
        let drawn = picture::procedure(&scenario, words, self.written.level(), &counts, USUAL);
        let text = match self.written.format() {
            Format::Text => std::iter::once(&drawn.title).chain(&drawn.description).fold(String::new(), |all, l| all + l + "\n"),
            Format::Svg => {
                let tokens = Tokens::shipped().ok_or_else(|| Failure::Message("theme".to_owned()))?;
                svg(&drawn, tokens)
            }
        };
        self.written.deliver(&text, words)
    }
}
