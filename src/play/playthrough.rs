//! A match printed as a record one can read: the log in the order of its calendar.

use super::Match;
use crate::lang::{self, Words};
use crate::model::{LogEntry, Reading, Scenario};

/// A line of a playthrough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Date.
    pub date: String,
    /// Round.
    pub round: u8,
    /// Kind, a stable word.
    pub kind: &'static str,
    /// Id of the seat that did it; empty if none did.
    pub actor: String,
    /// Sentence.
    pub text: String,
}

/// The log as rows, in the order of the calendar; what falls on one day stays in the order it happened.
#[must_use]
pub fn rows(s: &Scenario, log: &[LogEntry], words: &Words, level: Reading) -> Vec<Row> {
    let row = |(i, e): (usize, &LogEntry)| {
        let row = Row {
            date: e.date.to_string(),
            round: e.round,
            kind: lang::kind(&e.what),
            actor: e.actor.map_or_else(String::new, |a| s.seats[a.ix()].id.clone()),
            text: words.say(s, level, &lang::entry_after(s, &log[..i], e)),
        };
        (e.date, row)
    };
    let mut all: Vec<_> = log.iter().enumerate().map(row).collect();
    all.sort_by_key(|(date, _)| *date);
    all.into_iter().map(|(_, row)| row).collect()
}

/// The actions of a match by number, from 1, under the rounds they were taken in.
#[must_use]
pub fn actions(m: &Match, words: &Words, level: Reading) -> String {
    use std::fmt::Write;
    let s = m.scenario();
    let (mut out, mut openings) = (String::new(), m.openings().into_iter().peekable());
    for (i, (seat, action)) in m.actions().iter().enumerate() {
        while let Some((round, _)) = openings.next_if(|(_, first)| *first <= i) {
            out.push_str(&heading(s, round, words, level));
        }
        let deed = words.say(s, level, &lang::deed(s, action));
        let _ = writeln!(out, "{:>5}  {}: {deed}", i + 1, s.seats[seat.ix()].name.at(level));
    }
    out
}

fn heading(s: &Scenario, round: u8, words: &Words, level: Reading) -> String {
    let title = s.rounds.get(usize::from(round) - 1).map_or("", |r| r.title.at(level));
    format!("\n== {} {round}: {title}\n", words.ui("log-round"))
}

/// The playthrough as text.
#[must_use]
pub fn text(m: &Match, words: &Words, level: Reading) -> String {
    use std::fmt::Write;
    let s = m.scenario();
    let mut out = String::new();
    let mut round = 0;
    for row in rows(s, m.log(), words, level) {
        // A step may be dated into an earlier round; it does not open that round again.
        if row.round > round {
            round = row.round;
            out.push_str(&heading(s, round, words, level));
        }
        let _ = writeln!(out, "{}  {}", row.date, row.text);
    }
    out
}
