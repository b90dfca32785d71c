//! `comity compare`

use super::failure::Failure;
use super::output::{Written, width};
use super::{Done, Words, saves};
use crate::html::page;
use crate::model::{Scenario, SeatIx};
use crate::picture::{self, Asked, Kind, Picture, USUAL};
use crate::play::Match;
use crate::report::{self, Comparison};
use crate::text::{Voice, compared};
use clap::{Args, ValueEnum};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Put two saved matches of one scenario side by side
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity compare first.ron second.ron
  comity compare first.ron second.ron --format html -o beside.html
  comity compare first.ron second.ron --format json

Of a match that is not over, only what every seat knows is told.")]
pub struct Compare {
    /// First saved match
    first: PathBuf,
    /// Second saved match
    second: PathBuf,
    #[command(flatten)]
    written: Written<Format>,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// A page to read and to print
    Html,
    /// For programs
    Json,
}

impl Compare {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        let (one, two) = (saves::read(&self.first, words)?, saves::read(&self.second, words)?);
        let (mut first, mut second) = (one.play(&self.first, None, words)?, two.play(&self.second, None, words)?);
        let Some(found) = report::compare(&mut first, &mut second) else {
            let ids = [("first", one.scenario.id.as_str().into()), ("second", two.scenario.id.as_str().into())];
            return Err(Failure::Message(words.ui_with("cli-not-alike", &ids)));
        };
        let voice = Voice { words, level: self.written.level() };
        let text = match self.written.format() {
            Format::Text => compared(&one.scenario, &found, voice).at(width()).trim_start().to_owned(),
            Format::Html => html(&one.scenario, &found, [&mut first, &mut second], voice),
            Format::Json => format!("{:#}\n", data(&one.scenario, &found, voice)),
        };
        self.written.deliver(&text, words)
    }
}

/// A comparison as a page; with pictures of both once both are over, for until then they would be one seat's.
fn html(s: &Scenario, c: &Comparison, games: [&mut Match; 2], voice: Voice<'_>) -> String {
    let Voice { words, level } = voice;
    let mut pictures: Vec<Picture> = Vec::new();
    if c.endings.iter().all(Option::is_some) {
        let names = ["whatif-first", "whatif-second"].map(|key| words.ui(key));
        let views = games.map(|game| (game.view(SeatIx(0)), game));
        for kind in [Kind::Timeline, Kind::Meters] {
            for (name, (view, game)) in names.iter().zip(&views) {
                let events = game.events(SeatIx(0), 0);
                let asked = Asked { words, level, view, events: &events, court: None };
                let mut drawn = picture::draw(kind, &asked, USUAL);
                drawn.title = format!("{name}: {}", drawn.title);
                pictures.push(drawn);
            }
        }
    }
    page::document(&report::compared(s, c, words, level), &pictures, &page::Shell::about(s, words))
}

/// A comparison as data, with ids and sentences.
fn data(s: &Scenario, c: &Comparison, voice: Voice<'_>) -> Value {
    let lines = |lines: &[report::Line]| -> Vec<Value> {
        let line = |l: &report::Line| {
            let actor = l.actor.map(|a| s.seats[a.ix()].id.as_str());
            json!({ "date": l.date.to_string(), "seat": actor, "what": voice.words.say(s, voice.level, &l.what) })
        };
        lines.iter().map(line).collect()
    };
    let rounds = c.rounds.iter().map(|r| json!({ "round": r.round, "first": lines(&r.lines[0]), "second": lines(&r.lines[1]) }));
    let world =
        c.world.iter().map(|(v, start, two)| json!({ "meter": s.var(*v).id, "start": start, "first": two[0], "second": two[1] }));
    let points = c.points.iter().map(|(seat, two)| json!({ "seat": s.seats[seat.ix()].id, "first": two[0], "second": two[1] }));
    let ending = |i: usize| c.endings[i].map(|e| s.endings[e.ix()].id.as_str());
    json!({
        "scenario": s.id,
        "common_actions": c.common,
        "parted": c.parted.map(|(round, date)| json!({ "round": round, "date": date.to_string() })),
        "rounds": rounds.collect::<Vec<_>>(),
        "world": world.collect::<Vec<_>>(),
        "points": points.collect::<Vec<_>>(),
        "endings": { "first": ending(0), "second": ending(1) },
    })
}
