//! `comity argue`: which arguments of a framework of one's own survive.

use super::failure::Failure;
use super::output::print;
use super::precedent::Format;
use super::{Done, Words};
use crate::diagnostic::visible;
use crate::formats::framework::{self, Named};
use crate::logic::argument::{ArgIx, Label, Semantics};
use clap::{Args, ValueEnum};
use serde_json::json;
use std::fmt::Write;
use std::path::PathBuf;

/// Say which arguments of a framework survive attack
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity argue debate.tgf
  comity argue debate.apx --semantics preferred
  comity argue debate.af --format json

The ending tells the format: .tgf, .apx or .af (p af N), as in the ICCMA competitions. Grounded semantics works at any
size; the others list every extension, so they answer only where few arguments stay open.
Exit codes: 0 answered, 1 the file is faulty or there are too many extensions, 2 wrong usage.")]
pub struct Argue {
    /// The framework: .tgf, .apx or .af
    file: PathBuf,
    /// Which arguments count as accepted
    #[arg(long, value_enum, default_value_t)]
    semantics: Choice,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Choice {
    /// What must be accepted and nothing more: one answer
    #[default]
    Grounded,
    /// Every set that accepts exactly what it defends
    Complete,
    /// The largest of these
    Preferred,
    /// Those that leave nothing undecided
    Stable,
}

/// Arguments named to people; all of them are in the JSON.
const MOST_NAMED: usize = 200;

impl Argue {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        let named = framework::open(&self.file).map_err(Failure::Findings)?;
        let semantics = match self.semantics {
            Choice::Grounded => {
                print(&grounded(&named, self.format, words))?;
                return Ok(());
            }
            Choice::Complete => Semantics::Complete,
            Choice::Preferred => Semantics::Preferred,
            Choice::Stable => Semantics::Stable,
        };
        let found = named
            .framework
            .extensions(semantics)
            .map_err(|error| Failure::Message(words.ui_with("argue-too-many", &[("open", error.open.into())])))?;
        print(&extensions(&named, &found, self.format, words))?;
        Ok(())
    }
}

fn grounded(named: &Named, format: Format, words: &Words) -> String {
    let labels = named.framework.grounded();
    if format == Format::Json {
        let list = |test: fn(&Label) -> bool| -> Vec<String> {
            named.framework.arguments().filter(|a| test(&labels.label(*a))).map(|a| named.name(a)).collect()
        };
        let out = json!({
            "in": list(|l| matches!(l, Label::In { .. })),
            "out": list(|l| matches!(l, Label::Out { .. })),
            "undecided": list(|l| matches!(l, Label::Undecided { .. })),
        });
        return format!("{out}\n");
    }
    let mut out = String::new();
    let because = |a: ArgIx| {
        let name = ("a", visible(&named.name(a)).into());
        match labels.label(a) {
            Label::In { last: None } => words.ui_with("argue-in-unattacked", &[name]),
            Label::In { last: Some(last) } => {
                words.ui_with("argue-in-defended", &[name, ("b", visible(&named.name(last)).into())])
            }
            Label::Out { by } => words.ui_with("argue-out-by", &[name, ("b", visible(&named.name(by)).into())]),
            Label::Undecided { by } => words.ui_with("argue-open-by", &[name, ("b", visible(&named.name(by)).into())]),
        }
    };
    let mut shown = 0;
    for a in named.framework.arguments().take(MOST_NAMED) {
        out.push_str(&because(a));
        out.push('\n');
        shown += 1;
    }
    if named.framework.len() > shown {
        out.push_str(&words.ui_with("precedent-more", &[("count", (named.framework.len() - shown).into())]));
        out.push('\n');
    }
    let count = |test: fn(&Label) -> bool| labels.labels().iter().filter(|l| test(l)).count();
    let args = [
        ("in", count(|l| matches!(l, Label::In { .. })).into()),
        ("out", count(|l| matches!(l, Label::Out { .. })).into()),
        ("open", count(|l| matches!(l, Label::Undecided { .. })).into()),
    ];
    out.push_str(&words.ui_with("argue-total", &args));
    out.push('\n');
    out
}

fn extensions(named: &Named, found: &[Vec<ArgIx>], format: Format, words: &Words) -> String {
    let names = |e: &Vec<ArgIx>| -> Vec<String> { e.iter().map(|a| named.name(*a)).collect() };
    if format == Format::Json {
        let all: Vec<Vec<String>> = found.iter().map(names).collect();
        return format!("{}\n", json!({ "extensions": all }));
    }
    let mut out = words.ui_with("argue-extensions", &[("count", found.len().into())]);
    out.push('\n');
    for e in found.iter().take(MOST_NAMED) {
        let inside = if e.is_empty() { words.ui("argue-empty") } else { visible(&words.list(&names(e))) };
        let _ = writeln!(out, "  · {inside}");
    }
    if found.len() > MOST_NAMED {
        out.push_str(&words.ui_with("precedent-more", &[("count", (found.len() - MOST_NAMED).into())]));
        out.push('\n');
    }
    out
}
