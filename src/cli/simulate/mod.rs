//! `comity simulate`

mod covered;
mod show;
mod versus;

use super::failure::Failure;
use super::output::{print, progress};
use super::{Done, Wording, Words, open, seats};
use crate::model::{Reading, Scenario};
use crate::play::{self, Match, Row};
use crate::sim::{Batch, Coverage, Seats, Summary, against, play_out};
use clap::{Args, ValueEnum};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

/// Let bots play many matches and sum them up
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity simulate NAME --games 1000 --bots keen
  comity simulate NAME --bots cautious,SEAT=bold --format csv
  comity simulate NAME --games 1 --bots history --log --format json
  comity simulate NAME --games 2000 --bots systematic --coverage coverage.html
  comity simulate my-dispute.ron --games 2000 --against my-dispute-before.ron

The bots: random, cautious, bold, keen (looks ahead), history (does what was really done), systematic (takes what was
tried least, so that every option that can be reached is).
Match number i is played with seed N + i. The digest is a hash over all final states: the same call gives the same
digest on every run, on any number of threads. Shares have Wilson's interval of 95 %. A seed named beside a value is that
of the first match that had it: `--seed S --games 1 --log` shows it.
--coverage says what no match came to, apart from what is proven out of reach. --against plays both versions with the same
seeds; something moved if the interval of 99.9 % of the paired differences leaves nought out.")]
pub struct Simulate {
    /// Scenario: a name from `comity list`, or the path of a file
    scenario: String,
    /// How many matches
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = games)]
    games: u64,
    /// Seed of the first match
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Who plays: a bot for all seats, and SEAT=BOT for single ones, separated by commas
    #[arg(long, value_name = "BOTS", default_value = "cautious")]
    bots: String,
    /// How to show the result
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Show what happened in the match as well; only with --games 1
    #[arg(long)]
    log: bool,
    /// Threads to use; all cores if not given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Wording of the log
    #[arg(long, value_enum, default_value_t)]
    wording: Wording,
    /// Say what the matches came to and what none did, at the end of the result or in a FILE that ends in .html or .json
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "-")]
    coverage: Option<PathBuf>,
    /// Compare with an older version of the scenario, played with the same seeds
    #[arg(long, value_name = "OLD", conflicts_with_all = ["coverage", "log"])]
    against: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum Format {
    /// For people.
    Table,
    /// One JSON object.
    Json,
    /// One number a line: section,id,measure,value.
    Csv,
}

/// The most matches of one call.
const MOST_GAMES: u64 = 10_000_000;

fn games(text: &str) -> Result<u64, String> {
    let number: u64 = text.parse().map_err(|_| "not a number of matches".to_owned())?;
    if (1..=MOST_GAMES).contains(&number) { Ok(number) } else { Err(format!("give a number from 1 to {MOST_GAMES}")) }
}

impl Simulate {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        if self.log && self.games != 1 {
            return Err(Failure::Usage("--log shows one match: give --games 1 with it".to_owned()));
        }
        if self.log && self.format == Format::Csv {
            return Err(Failure::Usage("--log goes with --format table or json".to_owned()));
        }
        let file = self.coverage.as_deref().filter(|f| f.as_os_str() != "-");
        if let Some(file) = file {
            covered::form(file)?;
        }
        let scenario = open::scenario(&self.scenario)?;
        let bots = seats::bots(&scenario, &self.bots, words)?;
        let old = self.against.as_deref().map(open::scenario).transpose()?;
        let matches = if old.is_some() { 2 * self.games } else { self.games };
        let label = words.ui_with("cli-simulating", &[("count", matches.into())]);
        let bar = progress(label, usize::try_from(matches).unwrap_or(usize::MAX));
        let batch = Batch { scenario: &scenario, seats: &bots, games: self.games, seed: self.seed };
        let start = Instant::now();
        let play = || match &old {
            Some(old) => Played::Versus(against(&batch, old, || bar.inc(1))),
            None if self.coverage.is_some() => {
                let (summary, coverage) = batch.run_covered(|| bar.inc(1));
                Played::Batch(Box::new(summary), Some(coverage))
            }
            None => Played::Batch(Box::new(batch.run(|| bar.inc(1))), None),
        };
        let played = match self.threads {
            None => play(),
            Some(threads) => {
                let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(threads)).build();
                pool.map_err(|e| Failure::Message(e.to_string()))?.install(play)
            }
        };
        let seconds = start.elapsed().as_secs_f64();
        bar.finish_and_clear();
        let (summary, coverage) = match played {
            Played::Batch(summary, coverage) => (summary, coverage),
            Played::Versus(c) => {
                return Ok(print(&match self.format {
                    Format::Table => versus::table(&c),
                    Format::Json => format!("{:#}\n", versus::json(&c)),
                    Format::Csv => versus::csv(&c),
                })?);
            }
        };
        let logged = self.log.then(|| log(&scenario, &bots, self.seed, words, self.wording.into()));
        if let (Some(file), Some(coverage)) = (file, &coverage) {
            covered::write(file, &scenario, coverage, words)?;
        }
        let shown = coverage.as_ref().filter(|_| file.is_none());
        match self.format {
            Format::Table => {
                let mut out = String::new();
                if let Some((rows, _)) = &logged {
                    for r in rows {
                        let _ = writeln!(out, "{}  {:<10}  {:<10}  {}", r.date, r.kind, r.actor, r.text);
                    }
                    out.push('\n');
                }
                out.push_str(&show::table(&summary, seconds));
                if let Some(coverage) = shown {
                    out.push_str(&covered::table(coverage));
                }
                print(&out)?;
            }
            Format::Json => {
                let mut out = show::json(&summary, seconds, logged);
                if let Some(coverage) = shown {
                    out["coverage"] = covered::json(coverage);
                }
                print(&format!("{out:#}\n"))?;
            }
            Format::Csv => {
                let mut out = show::csv(&summary, seconds);
                if let Some(coverage) = shown {
                    out.push_str(&covered::csv(coverage));
                }
                print(&out)?;
            }
        }
        let unfinished = summary.games - summary.finished;
        if unfinished > 0 {
            return Err(Failure::Message(words.ui_with("cli-unfinished", &[("count", unfinished.into())])));
        }
        Ok(())
    }
}

/// What was played.
enum Played {
    Batch(Box<Summary>, Option<Coverage>),
    Versus(crate::sim::Comparison),
}

/// The rows of one match, and its ending.
fn log(s: &Arc<Scenario>, bots: &Seats, seed: u64, words: &Words, level: Reading) -> (Vec<Row>, Option<String>) {
    let mut game = Match::new(Arc::clone(s), seed, bots.pinned(s));
    play_out(&mut game, bots, seed, |_, _, _| {});
    (play::rows(s, game.log(), words, level), game.over().map(|e| s.endings[e.ix()].id.clone()))
}

/// A field of a CSV line, in quotes where it needs them.
fn field(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

/// The width of a column of words.
fn wide<'a>(words: impl Iterator<Item = &'a str>) -> usize {
    words.map(|i| i.chars().count()).max().unwrap_or(0).max(8)
}
