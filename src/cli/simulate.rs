//! `comity simulate`

use super::failure::Failure;
use super::output::{print, progress};
use super::{Done, Wording, Words, open, seats};
use crate::model::{Reading, Scenario};
use crate::play::{self, Match, Row};
use crate::sim::{self, Seats, Summary, play_out};
use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Instant;

/// Let bots play many matches and sum them up
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity simulate NAME --games 1000 --bots keen
  comity simulate NAME --bots cautious,SEAT=bold --format csv
  comity simulate NAME --games 1 --bots history --log --format json

The bots: random, cautious, bold, keen (looks ahead), history (does what was really done).
Match number i is played with seed N + i. The digest is a hash over all final states: the same call gives the same
digest on every run, on any number of threads.")]
pub struct Simulate {
    /// Scenario: a name from `comity list`, or the path of a file
    scenario: String,
    /// How many matches
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = games)]
    games: usize,
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
const MOST_GAMES: usize = 10_000_000;

fn games(text: &str) -> Result<usize, String> {
    let number: usize = text.parse().map_err(|_| "not a number of matches".to_owned())?;
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
        let scenario = open::scenario(&self.scenario)?;
        let bots = seats::bots(&scenario, &self.bots, words)?;
        let bar = progress(words.ui_with("cli-simulating", &[("count", self.games.into())]), self.games);
        let start = Instant::now();
        let play = || sim::simulate(&scenario, &bots, self.games, self.seed, || bar.inc(1));
        let summary = match self.threads {
            None => play(),
            Some(threads) => {
                let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(threads)).build();
                pool.map_err(|e| Failure::Message(e.to_string()))?.install(play)
            }
        };
        let seconds = start.elapsed().as_secs_f64();
        bar.finish_and_clear();
        let logged = self.log.then(|| log(&scenario, &bots, self.seed, words, self.wording.into()));
        match self.format {
            Format::Table => {
                if let Some((rows, _)) = &logged {
                    print(&rows.iter().fold(String::new(), |mut out, r| {
                        let _ = writeln!(out, "{}  {:<10}  {:<10}  {}", r.date, r.kind, r.actor, r.text);
                        out
                    }))?;
                    print("\n")?;
                }
                print(&table(&summary, &scenario, seconds))?;
            }
            Format::Json => print(&format!("{:#}\n", json(&summary, seconds, logged)))?,
            Format::Csv => print(&csv(&summary, seconds))?,
        }
        let unfinished = summary.games - summary.finished;
        if unfinished > 0 {
            return Err(Failure::Message(words.ui_with("cli-unfinished", &[("count", unfinished.into())])));
        }
        Ok(())
    }
}

/// The rows of one match, and its ending.
fn log(s: &Arc<Scenario>, bots: &Seats, seed: u64, words: &Words, level: Reading) -> (Vec<Row>, Option<String>) {
    let mut game = Match::new(Arc::clone(s), seed, bots.pinned(s));
    play_out(&mut game, bots, seed, |_, _, _| {});
    (play::rows(s, game.log(), words, level), game.over().map(|e| s.endings[e.ix()].id.clone()))
}

fn json(x: &Summary, seconds: f64, logged: Option<(Vec<Row>, Option<String>)>) -> Value {
    let endings: Map<String, Value> = x.endings.iter().filter(|(_, n)| *n > 0).map(|(id, n)| (id.clone(), json!(n))).collect();
    let seat = |seat: &sim::SeatSummary| {
        let aims: Map<String, Value> = seat.aims.iter().map(|(id, share)| (id.clone(), json!(share))).collect();
        let tally = json!({ "mean": seat.tally.mean, "lo": seat.tally.lo, "hi": seat.tally.hi });
        (seat.id.clone(), json!({ "tally": tally, "aims": aims }))
    };
    let seats: Map<String, Value> = x.seats.iter().map(seat).collect();
    let mut out = json!({
        "scenario": x.scenario, "games": x.games, "finished": x.finished, "seed": x.seed, "digest": x.digest,
        "actions": x.actions, "seconds": seconds, "endings": endings, "seats": seats,
    });
    if let Some((rows, ending)) = logged {
        let row = |r: &Row| json!({ "date": r.date, "kind": r.kind, "actor": r.actor, "text": r.text });
        out["ending"] = json!(ending);
        out["log"] = rows.iter().map(row).collect();
    }
    out
}

fn csv(x: &Summary, seconds: f64) -> String {
    let mut out = String::from("section,id,measure,value\n");
    let mut row = |section: &str, id: &str, measure: &str, value: &dyn std::fmt::Display| {
        let _ = writeln!(out, "{section},{},{measure},{value}", field(id));
    };
    row("run", &x.scenario, "games", &x.games);
    row("run", &x.scenario, "finished", &x.finished);
    row("run", &x.scenario, "seed", &x.seed);
    row("run", &x.scenario, "digest", &x.digest);
    row("run", &x.scenario, "actions", &x.actions);
    row("run", &x.scenario, "seconds", &seconds);
    for (id, count) in x.endings.iter().filter(|(_, n)| *n > 0) {
        row("ending", id, "count", count);
    }
    for seat in &x.seats {
        row("seat", &seat.id, "tally_mean", &seat.tally.mean);
        row("seat", &seat.id, "tally_lo", &seat.tally.lo);
        row("seat", &seat.id, "tally_hi", &seat.tally.hi);
        for (aim, share) in &seat.aims {
            row("aim", &format!("{}/{aim}", seat.id), "share_met", share);
        }
    }
    out
}

/// A field of a CSV line, in quotes where it needs them.
fn field(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

fn table(x: &Summary, s: &Scenario, seconds: f64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "counts of matches are far below 2^52")]
    let percent = |n: usize| 100.0 * n as f64 / x.games as f64;
    let mut out = String::new();
    let _ = writeln!(out, "{}: {} matches, {} finished, {} actions", x.scenario, x.games, x.finished, x.actions);
    let _ = writeln!(out, "seeds from {}, {seconds:.2} s", x.seed);
    let _ = writeln!(out, "digest {}", x.digest);
    let mut endings: Vec<_> = x.endings.iter().filter(|(_, n)| *n > 0).collect();
    endings.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    let wide = |ids: &mut dyn Iterator<Item = &str>| ids.map(|i| i.chars().count()).max().unwrap_or(0).max(8);
    let width = wide(&mut endings.iter().map(|(id, _)| id.as_str()));
    let _ = writeln!(out, "\n{:<width$}  {:>8}  {:>6}", "Ending", "Matches", "Share");
    for (id, count) in &endings {
        let _ = writeln!(out, "{id:<width$}  {count:>8}  {:>5.1}%", percent(*count));
    }
    let width = wide(&mut x.seats.iter().map(|seat| seat.id.as_str()));
    let _ = writeln!(out, "\n{:<width$}  {:>6}  {:>15}  Aims met", "Seat", "Points", "95 %");
    for (seat, told) in x.seats.iter().zip(&s.seats) {
        let span = format!("{:.2} to {:.2}", seat.tally.lo, seat.tally.hi);
        let _ = write!(out, "{:<width$}  {:>6.2}  {span:>15}  ", seat.id, seat.tally.mean);
        let aims: Vec<String> = seat.aims.iter().map(|(id, share)| format!("{id} {:.0}%", share * 100.0)).collect();
        let _ = writeln!(out, "{}", aims.join(", "));
        debug_assert_eq!(seat.id, told.id);
    }
    out
}
