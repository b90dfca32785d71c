//! `comity list`

use super::{Done, Words, open, output};
use crate::lang::role;
use crate::model::Reading;
use crate::text::Page;
use clap::Args;

/// Show the scenarios that ship: name, title, roles, playing time
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  comity list\n\nThe name in the first line of each entry is what `play` and `simulate` take."
)]
pub struct List {}

impl List {
    /// Runs the command.
    #[expect(clippy::unused_self, reason = "called like the other commands")]
    pub fn run(self, words: &Words) -> Done {
        let mut page = Page::new();
        for s in open::shipped()? {
            let seats = s
                .seats
                .iter()
                .map(|seat| vec![seat.id.clone(), format!("{} ({})", seat.name.at(Reading::Plain), words.ui(role(seat.role)))]);
            let seats: Vec<Vec<String>> = seats.collect();
            let kind = words.ui(if s.fictional { "scenarios-fictional" } else { "scenarios-historical" });
            let last = s.rounds.last().map_or(s.start, |r| r.ends);
            let facts = [
                kind,
                words.ui_with("scenarios-from-to", &[("from", words.date(s.start).into()), ("to", words.date(last).into())]),
                words.ui_with("scenarios-rounds", &[("rounds", s.rounds.len().into())]),
                words.ui_with("scenarios-minutes", &[("minutes", s.minutes.into())]),
            ];
            page.blank().line(0, &s.id);
            page.line(2, s.title.at(Reading::Plain)).line(2, &facts.join(", ")).line(2, s.summary.at(Reading::Plain));
            page.table(4, &seats);
            for p in &s.presets {
                page.hang(
                    &format!("    --preset {}  ", p.id),
                    &format!("{}: {}", p.title.at(Reading::Plain), words.preset(&s, p)),
                );
            }
        }
        output::print(page.at(output::width()).trim_start())?;
        Ok(())
    }
}
