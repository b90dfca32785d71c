//! `comity picture`

use super::failure::Failure;
use super::output::Placed;
use super::{Done, Words, saves, seats};
use crate::html::svg::{Tokens, svg};
use crate::model::{CourtIx, Date, SeatIx};
use crate::picture::{self, Asked, Kind, USUAL};
use crate::seat::dockets;
use clap::Args;
use std::path::PathBuf;

/// Draw a picture of a saved match, as SVG or in words
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity picture match.ron --kind timeline -o case.svg
  comity picture match.ron --kind timeline --words

Without -o the SVG goes to standard output. A picture shows what the seat may know, and no more.")]
pub struct Picture {
    /// Saved match
    file: PathBuf,
    /// Which picture
    #[arg(long, value_parser = clap::builder::PossibleValuesParser::new(Kind::ALL.map(Kind::id)))]
    kind: String,
    /// The seat that looks, by its id; left out, the first
    #[arg(long, value_name = "ID")]
    seat: Option<String>,
    /// Stop the match after this day (YYYY-MM-DD)
    #[arg(long, value_name = "DATE", value_parser = Date::parse)]
    on: Option<Date>,
    /// The court that reads the precedents, by its id; left out, the one that sits
    #[arg(long, value_name = "ID")]
    court: Option<String>,
    /// Say it in words instead
    #[arg(long)]
    words: bool,
    /// Width in points
    #[arg(long, value_name = "N", default_value_t = 1200)]
    width: u16,
    #[command(flatten)]
    placed: Placed,
}

impl Picture {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        let saved = saves::read(&self.file, words)?;
        let s = &saved.scenario;
        let seat = match &self.seat {
            None => SeatIx(0),
            Some(id) => seats::by_id(s, id, words)?,
        };
        let court = match &self.court {
            None => None,
            Some(id) => {
                let courts = dockets(s);
                let known = |c: &CourtIx| s.law.court(*c).id.as_str();
                let found = courts.iter().map(|(_, c)| *c).find(|c| known(c) == id);
                let ids: Vec<&str> = courts.iter().map(|(_, c)| known(c)).collect();
                let args = [("court", id.as_str().into()), ("courts", words.list(&ids).into())];
                Some(found.ok_or_else(|| Failure::Usage(words.ui_with("cli-no-court", &args)))?)
            }
        };
        let mut game = saved.play(&self.file, None, words)?;
        if let Some(day) = self.on {
            game = saved.play(&self.file, Some(game.actions_until(day)), words)?;
        }
        let view = game.view(seat);
        let events = game.events(seat, 0);
        let asked = Asked { words, level: self.placed.level(), view: &view, events: &events, court };
        let kind = Kind::named(&self.kind).unwrap_or_default();
        let drawn = picture::draw(kind, &asked, if self.width == 0 { USUAL } else { f32::from(self.width) });
        let text = match Tokens::shipped() {
            Some(tokens) if !self.words => svg(&drawn, tokens),
            _ => format!("{}\n\n{}\n", drawn.title, drawn.description.join("\n")),
        };
        self.placed.deliver(&text, words)
    }
}
