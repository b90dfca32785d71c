//! `comity precedent`: the reasoning of the game on a case base of one's own.

pub(in crate::cli) mod answer;
mod asked;

use super::failure::Failure;
use super::output::print;
use super::{Done, Words};
use crate::formats::case_base::{self, CaseBase};
use crate::model::Date;
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Ask a case base of your own: conflicts, what is forced and why, ways out
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity precedent conflicts my-cases.ron
  comity precedent decide my-cases.ron --facts F1,F4,F7
  comity precedent why my-cases.ron --facts F1,F4 --court appeal --on 2017-02-01
  comity precedent leave-one-out my-cases.ron --format json

A case base is one file: CaseBase(factors: […], courts: […], cases: […]). docs/formats.md has every field, the JSON that
is printed, and what is decided in the edge cases. `comity law export` writes the law that ships in this form.
Without --on, dates of decision do not matter and the last status of a case counts.
Exit codes: 0 answered (whatever the answer), 1 the case base is faulty, 2 wrong usage.")]
pub struct Precedent {
    #[command(subcommand)]
    ask: Ask,
}

#[derive(Debug, Subcommand)]
enum Ask {
    /// Pairs of cases that contradict each other: each has the reason of the other among its facts, and they went opposite ways
    Conflicts(Conflicts),
    /// Is an outcome forced, free or in conflict on these facts?
    Decide(Question),
    /// The comparison that makes each controlling holding apply
    Why(Question),
    /// The smallest change of facts that frees the court
    Escape(Question),
    /// Ask every case of the rest of the base: how many would have been forced, and rightly?
    LeaveOneOut(LeaveOneOut),
}

/// How to print.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Format {
    /// Sentences.
    #[default]
    Human,
    /// JSON.
    Json,
}

#[derive(Debug, Args)]
struct Conflicts {
    /// The case base
    base: PathBuf,
    /// Only what was good law on this day (YYYY-MM-DD)
    #[arg(long, value_name = "DATE", value_parser = Date::parse)]
    on: Option<Date>,
    /// Only this question
    #[arg(long, value_name = "ID")]
    question: Option<String>,
    /// Count them and leave the list out
    #[arg(long)]
    count_only: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Args)]
struct Question {
    /// The case base
    base: PathBuf,
    /// Factors present, by id, with commas between
    #[arg(long, value_name = "A,B,…", value_delimiter = ',')]
    facts: Vec<String>,
    /// The question asked; needed where the base has several
    #[arg(long, value_name = "ID")]
    question: Option<String>,
    /// The court that is asked; needed where the base has several
    #[arg(long, value_name = "ID")]
    court: Option<String>,
    /// The day it is asked (YYYY-MM-DD): only what was decided before, and is good law then, counts
    #[arg(long, value_name = "DATE", value_parser = Date::parse)]
    on: Option<Date>,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Args)]
struct LeaveOneOut {
    /// The case base
    base: PathBuf,
    /// Only cases on this question
    #[arg(long, value_name = "ID")]
    question: Option<String>,
    /// Ask every case as if on this day (YYYY-MM-DD); left out, dates do not matter
    #[arg(long, value_name = "DATE", value_parser = Date::parse)]
    on: Option<Date>,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Precedent {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        let text = match self.ask {
            Ask::Conflicts(c) => {
                let base = open(&c.base)?;
                let question = c.question.as_deref().map(|q| asked::question(&base, q, words)).transpose()?;
                answer::conflicts(&base, c.on, question, c.count_only, c.format, words)
            }
            Ask::Decide(q) => with(&q, words, answer::decide)?,
            Ask::Why(q) => with(&q, words, answer::why)?,
            Ask::Escape(q) => with(&q, words, answer::escape)?,
            Ask::LeaveOneOut(l) => {
                let base = open(&l.base)?;
                let question = l.question.as_deref().map(|q| asked::question(&base, q, words)).transpose()?;
                answer::leave_one_out(&base, l.on, question, l.format, words)
            }
        };
        // Names come from the file: nothing in them may act on a terminal. JSON escapes them by itself.
        print(&crate::diagnostic::visible(&text))?;
        Ok(())
    }
}

fn with(
    q: &Question,
    words: &Words,
    answer: impl Fn(&CaseBase, &asked::Asked, Format, &Words) -> String,
) -> Result<String, Failure> {
    let base = open(&q.base)?;
    let asked = asked::Asked::of(&base, &q.facts, q.question.as_deref(), q.court.as_deref(), q.on, words)?;
    Ok(answer(&base, &asked, q.format, words))
}

fn open(path: &std::path::Path) -> Result<CaseBase, Failure> {
    case_base::open(path).map_err(Failure::Findings)
}
