//! `comity report`

use super::failure::Failure;
use super::output::Written;
use super::{Done, Words, saves};
use crate::html::{self, markdown::markdown};
use crate::model::Reading;
use crate::play::Match;
use crate::report::doc::Doc;
use crate::report::{self, Telling, records};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

/// Report a saved match: to read, to print, for a spreadsheet, for a learning record
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity report match.ron -o report.html
  comity report match.ron --against what-if.ron -o both.html
  comity report match.ron --per seat -o seats.csv
  comity report match.ron --format xapi -o statements.json

Reports hold seats, not people. xAPI statements follow version 1.0.3; their time is that of the saved file. In CSV a cell
that a spreadsheet would take for a formula starts with an apostrophe.")]
pub struct Report {
    /// Saved match
    file: PathBuf,
    /// Another match of the same scenario to put beside it, in a page or Markdown
    #[arg(long, value_name = "OTHER")]
    against: Option<PathBuf>,
    /// Report a match that is not over too, with what only single seats may know
    #[arg(long)]
    reveal: bool,
    /// What a row of the CSV stands for
    #[arg(long, value_enum, default_value_t)]
    per: Per,
    #[command(flatten)]
    written: Written<Format>,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// A page to read and to print
    #[default]
    Html,
    /// Markdown
    Md,
    /// A table
    Csv,
    /// xAPI 1.0.3 statements, a JSON array
    Xapi,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Per {
    /// Every decision and ruling
    #[default]
    Decision,
    /// Every seat
    Seat,
}

impl Report {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        if self.against.is_some() && !matches!(self.written.format(), Format::Html | Format::Md) {
            return Err(Failure::Usage(words.ui("report-against-page")));
        }
        let saved = saves::read(&self.file, words)?;
        let mut game = saved.play(&self.file, None, words)?;
        if game.over().is_none() && !self.reveal {
            return Err(Failure::Usage(words.ui("report-not-over")));
        }
        let level = self.written.level();
        let debriefed = report::debrief(&mut game);
        let sat = &saved.record.seats[..];
        let text = match self.written.format() {
            Format::Html | Format::Md => self.told(&mut game, &debriefed, words, level)?,
            Format::Csv => {
                let rows = match self.per {
                    Per::Decision => records::decisions(&game, sat, words, level),
                    Per::Seat => records::seats(&game, sat, &debriefed, level),
                };
                csv(&rows).map_err(|e| Failure::Message(e.to_string()))?
            }
            Format::Xapi => {
                let when = written(&self.file);
                let all = records::statements(&mut game, sat, &debriefed, words, level, when.as_deref());
                serde_json::to_string_pretty(&all).map_err(|e| Failure::Message(e.to_string()))? + "\n"
            }
        };
        self.written.deliver(&text, words)
    }

    fn told(&self, game: &mut Match, debriefed: &report::Debrief, words: &Words, level: Reading) -> Result<String, Failure> {
        let found = game.over().is_some().then(|| {
            let bar = super::output::progress(words.ui("report-searching"), 1000);
            let found = report::hinges(game, |at| bar.set_position(at.into()));
            bar.finish_and_clear();
            found
        });
        let s = std::sync::Arc::clone(game.scenario());
        let telling =
            Telling { scenario: &s, debrief: debriefed, record: game.log(), hinges: found.as_ref(), votes: &[], words, level };
        let mut doc = telling.doc();
        self.beside(&mut doc, game, words, level)?;
        if matches!(self.written.format(), Format::Md) {
            return Ok(markdown(&doc));
        }
        Ok(html::report(game, &doc, words, level))
    }

    /// The other match, if one was named, put beside this one.
    fn beside(&self, doc: &mut Doc, game: &mut Match, words: &Words, level: Reading) -> Result<(), Failure> {
        let Some(path) = &self.against else { return Ok(()) };
        let other = saves::read(path, words)?;
        let s = std::sync::Arc::clone(game.scenario());
        let Some(found) = report::compare(game, &mut other.play(path, None, words)?) else {
            let ids = [("first", s.id.as_str().into()), ("second", other.scenario.id.as_str().into())];
            return Err(Failure::Message(words.ui_with("cli-not-alike", &ids)));
        };
        report::beside(doc, &s, &found, words, level);
        Ok(())
    }
}

/// Rows as CSV; no cell is a formula.
fn csv(rows: &records::Rows) -> Result<String, csv::Error> {
    let mut out = csv::Writer::from_writer(Vec::new());
    for row in rows {
        out.write_record(row.iter().map(|cell| harmless(cell)))?;
    }
    let bytes = out.into_inner().map_err(|e| csv::Error::from(e.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A cell that no spreadsheet takes for a formula.
fn harmless(cell: &str) -> String {
    let first = cell.trim_start_matches(|c: char| c.is_whitespace() && c != '\t' && c != '\r').chars().next();
    if matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r')) { format!("'{cell}") } else { cell.to_owned() }
}

/// When a file was last written, as ISO 8601 in UTC.
fn written(path: &Path) -> Option<String> {
    let at: time::OffsetDateTime = std::fs::metadata(path).ok()?.modified().ok()?.into();
    let (date, clock) = (at.date(), at.time());
    Some(format!("{date}T{:02}:{:02}:{:02}Z", clock.hour(), clock.minute(), clock.second()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for bad in ["=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\r=1"] {
            assert!(harmless(bad).starts_with('\''), "{bad:?}");
        }
        assert_eq!(harmless("5 = 5"), "5 = 5");
        let rows = vec![vec!["a,b".to_owned(), "say \"x\"\nline".to_owned()]];
        assert_eq!(csv(&rows).unwrap(), "\"a,b\",\"say \"\"x\"\"\nline\"\n");
    }
}
