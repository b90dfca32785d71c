//! What many matches came to, for people, as JSON, as CSV and as a page.

use super::super::Words;
use super::super::failure::Failure;
use super::super::output::deliver;
use super::{field, wide};
use crate::html;
use crate::model::Scenario;
use crate::sim::{Coverage, Kind, Thing};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;
use std::path::Path;

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A page.
    Html,
    /// JSON.
    Json,
}

/// The form a file is to have, by its ending.
pub fn form(file: &Path) -> Result<Form, Failure> {
    match file.extension().and_then(|e| e.to_str()) {
        Some("html" | "htm") => Ok(Form::Html),
        Some("json") => Ok(Form::Json),
        _ => Err(Failure::Usage(format!("{}: coverage is written to a file that ends in .html or .json", file.display()))),
    }
}

/// Writes the file.
pub fn write(file: &Path, s: &Scenario, coverage: &Coverage, words: &Words) -> Result<(), Failure> {
    let text = match form(file)? {
        Form::Html => html::coverage::page(s, coverage, words),
        Form::Json => format!("{:#}\n", json(coverage)),
    };
    deliver(&text, Some(file), words)
}

fn state(t: &Thing) -> &'static str {
    match (t.impossible, t.visits) {
        (true, _) => "impossible",
        (false, 0) => "unreached",
        _ => "reached",
    }
}

/// For people: how much of each kind was reached, then what was not.
pub fn table(c: &Coverage) -> String {
    let mut out = format!("\n{:<10}  {:>7}  {:>9}  {:>10}\n", "Coverage", "Reached", "Unreached", "Impossible");
    for kind in Kind::ALL {
        let count = |what: &str| c.of_kind(kind).filter(|t| state(t) == what).count();
        if c.of_kind(kind).next().is_some() {
            let (a, b, x) = (count("reached"), count("unreached"), count("impossible"));
            let _ = writeln!(out, "{:<10}  {a:>7}  {b:>9}  {x:>10}", kind.word());
        }
    }
    let width = wide(c.things.iter().map(|t| t.id.as_str()));
    let mut list = |head: &str, things: Vec<&Thing>| {
        if !things.is_empty() {
            let _ = writeln!(out, "\n{head}");
            for t in things {
                let _ = writeln!(out, "  {:<8}  {:<width$}  {}", t.kind.word(), t.id, t.title);
            }
        }
    };
    list("No match came to these:", c.unreached().collect());
    list("No match can come to these (proven):", c.impossible().collect());
    let _ = writeln!(out, "\n{:<8}  {:<width$}  {:>8}  {:>8}", "Visits", "", "Matches", "Times");
    for t in c.things.iter().filter(|t| matches!(t.kind, Kind::Stage | Kind::Option | Kind::Doctrine)) {
        let _ = writeln!(out, "{:<8}  {:<width$}  {:>8}  {:>8}", t.kind.word(), t.id, t.matches, t.visits);
    }
    out
}

/// As JSON: `{matches, unreached, impossible, visits}`; the first two are lists of `kind:id`.
pub fn json(c: &Coverage) -> Value {
    let named = |t: &Thing| json!(format!("{}:{}", t.kind.word(), t.id));
    let mut visits = Map::new();
    for kind in Kind::ALL {
        let things =
            c.of_kind(kind).map(|t| (t.id.clone(), json!({ "matches": t.matches, "times": t.visits, "state": state(t) })));
        visits.insert(kind.word().to_owned(), Value::Object(things.collect()));
    }
    json!({
        "matches": c.matches,
        "unreached": c.unreached().map(named).collect::<Vec<_>>(),
        "impossible": c.impossible().map(named).collect::<Vec<_>>(),
        "visits": visits,
    })
}

/// As lines of the CSV of a summary.
pub fn csv(c: &Coverage) -> String {
    c.things.iter().fold(String::new(), |mut out, t| {
        for (measure, value) in [("matches", t.matches), ("times", t.visits), ("impossible", u64::from(t.impossible))] {
            let _ = writeln!(out, "coverage,{},{measure},{value}", field(&format!("{}:{}", t.kind.word(), t.id)));
        }
        out
    })
}
