//! `comity view`

use super::failure::Failure;
use super::output::{Written, width};
use super::{Done, Words, open, saves, seats};
use crate::html::{self, SeatPage};
use crate::model::Reading;
use crate::play::Match;
use crate::scenario::catalog;
use crate::syntax::read::read_source;
use crate::text::{self, Voice};
use clap::{Args, ValueEnum};
use std::path::Path;

/// Write what a seat sees and may do as a page for a browser, or as text
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity view microsoft-ireland --seat microsoft -o desk.html
  comity view match.ron --seat judge --after 40 --format text
  comity view match.ron --public -o wall.html

A scenario shows its opening. The page needs no script, no other file and no network; it follows the reader's light or
dark, text size and paper. A seat's page holds nothing that only another seat may know.")]
pub struct View {
    /// Saved match, or a scenario: a name from `comity list`, or the path of a file
    #[arg(value_name = "MATCH")]
    name: String,
    /// The seat that looks, by its id
    #[arg(long, value_name = "ID", required_unless_present = "public")]
    seat: Option<String>,
    /// What everybody may know, for the wall
    #[arg(long, conflicts_with = "seat")]
    public: bool,
    /// Stop after this many actions
    #[arg(long, value_name = "N")]
    after: Option<usize>,
    /// Seed of the match that a scenario opens
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    #[command(flatten)]
    written: Written<Format>,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// A page
    #[default]
    Html,
    /// Text
    Text,
}

impl View {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        let mut game = self.game(words)?;
        let level = self.written.level();
        let text = match &self.seat {
            None => self.wall(&mut game, words, level),
            Some(id) => self.desk(&mut game, id, words, level)?,
        };
        self.written.deliver(&text, words)
    }

    /// The match at the point that was asked for.
    fn game(&self, words: &Words) -> Result<Match, Failure> {
        let path = Path::new(&self.name);
        let shipped = catalog::scenario(&self.name).is_some() && !path.exists();
        // A saved match says so in its first word.
        let saved = !shipped
            && read_source(path, crate::play::MOST_BYTES).is_ok_and(|source| source.text().trim_start().starts_with("Match"));
        if saved {
            return saves::read(path, words)?.play(path, self.after, words);
        }
        Ok(Match::new(open::scenario(&self.name)?, self.seed, false))
    }

    fn wall(&self, game: &mut Match, words: &Words, level: Reading) -> String {
        let view = game.public();
        let events = game.public_events();
        match self.written.format() {
            Format::Html => html::public(&view, &events, words, level),
            Format::Text => text::public(&view, &events, Voice { words, level }).at(width()),
        }
    }

    fn desk(&self, game: &mut Match, id: &str, words: &Words, level: Reading) -> Result<String, Failure> {
        let seat = seats::by_id(game.scenario(), id, words)?;
        let view = game.view(seat);
        Ok(match self.written.format() {
            Format::Html => SeatPage { words, level, view: &view, events: &game.events(seat, 0), post: None }.html(),
            Format::Text => text::seat(game, &view, Voice { words, level }).at(width()),
        })
    }
}
