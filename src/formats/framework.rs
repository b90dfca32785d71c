//! Argument frameworks in the three formats of the ICCMA competitions: `.tgf`, `.apx` and `.af`.
//!
//! | Format | Arguments | Attacks | Comments |
//! |---|---|---|---|
//! | `.tgf` | a line each: the name, and maybe a label | after a line `#`: two names a line | none |
//! | `.apx` | `arg(a).` | `att(a,b).`, several to a line | from `%` |
//! | `.af` | first line `p af N`: the numbers 1 to N | two numbers a line | lines that begin with `#` |

use crate::diagnostic::{Diagnostic, Source, Span, codes, quote};
use crate::logic::argument::{ArgIx, Framework};
use crate::syntax::did_you_mean;
use crate::syntax::read::read_source;
use std::collections::HashMap;
use std::path::Path;

/// Bytes a framework may have.
pub const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// Arguments a framework may have.
pub const MOST_ARGUMENTS: u32 = 12_000_000;

/// Findings shown; there may be more.
const MOST_FOUND: usize = 50;

/// Names looked through for a "did you mean".
const MOST_NEAR: usize = 5_000;

/// The fault of a framework.
const FAULT: &str = "A001";
/// There are more faults than are shown.
const MORE: &str = "A002";

/// A framework with the names of its arguments.
#[derive(Clone, Debug)]
pub struct Named {
    /// The framework.
    pub framework: Framework,
    names: Names,
}

/// Names by argument.
#[derive(Clone, Debug)]
enum Names {
    /// As written.
    Given(Vec<String>),
    /// The numbers from 1.
    Counted,
}

impl Named {
    /// The name of an argument, as in the file.
    #[must_use]
    pub fn name(&self, argument: ArgIx) -> String {
        match &self.names {
            Names::Given(all) => all.get(argument.0 as usize).cloned().unwrap_or_default(),
            Names::Counted => (argument.0 + 1).to_string(),
        }
    }
}

/// Which of the formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Trivial graph format.
    Tgf,
    /// ASPARTIX facts.
    Apx,
    /// ICCMA 2023.
    Af,
}

impl Format {
    /// The format that the ending of a path names.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "tgf" => Some(Self::Tgf),
            "apx" => Some(Self::Apx),
            "af" => Some(Self::Af),
            _ => None,
        }
    }
}

/// Reads a framework from a file; its ending tells the format.
///
/// # Errors
/// Everything found wrong, with its place: at most fifty findings, and how many more there are.
pub fn open(path: &Path) -> Result<Named, Vec<Diagnostic>> {
    let Some(format) = Format::of(path) else {
        let source = Source::new(path.display().to_string(), "");
        let help = "the ending tells the format: .tgf, .apx or .af";
        return Err(vec![
            Diagnostic::error(codes::UNREADABLE, &source, "this is none of the formats that are read").with_help(help),
        ]);
    };
    let source = match read_source(path, MOST_BYTES) {
        Ok(source) => source,
        // Nothing at all is a framework in two of the three formats: one without arguments.
        Err(d) if d.code == codes::EMPTY && format != Format::Af => Source::new(path.display().to_string(), ""),
        Err(d) => return Err(vec![d]),
    };
    read(&source, format)
}

/// Reads a framework from its text.
///
/// # Errors
/// Everything found wrong, with its place: at most fifty findings, and how many more there are.
pub fn read(source: &Source, format: Format) -> Result<Named, Vec<Diagnostic>> {
    let mut reader = Reader { source, faults: Vec::new(), more: 0, attacks: Vec::new() };
    let (count, names) = match format {
        Format::Tgf => reader.tgf(),
        Format::Apx => reader.apx(),
        Format::Af => reader.af(),
    };
    if reader.more > 0 {
        reader.faults.push(Diagnostic::error(MORE, source, format!("and {} more like these", reader.more)));
    }
    if !reader.faults.is_empty() {
        return Err(reader.faults);
    }
    match Framework::new(count, &reader.attacks) {
        Ok(framework) => Ok(Named { framework, names }),
        Err(error) => Err(vec![Diagnostic::error(FAULT, source, error.to_string())]),
    }
}

struct Reader<'a> {
    source: &'a Source,
    faults: Vec<Diagnostic>,
    more: usize,
    attacks: Vec<(ArgIx, ArgIx)>,
}

/// Arguments by name. Only looked up; the order is that of `all`.
#[derive(Default)]
struct Table<'a> {
    index: HashMap<&'a str, u32>,
    all: Vec<&'a str>,
}

impl<'a> Table<'a> {
    /// Adds an argument; tells whether it was new.
    fn add(&mut self, name: &'a str) -> bool {
        let next = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        let new = self.index.insert(name, next).is_none();
        if new {
            self.all.push(name);
        }
        new
    }

    fn names(self) -> (u32, Names) {
        let count = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        (count, Names::Given(self.all.into_iter().map(str::to_owned).collect()))
    }
}

/// A part of a text and where it stands in the whole.
#[derive(Clone, Copy)]
struct Word<'a> {
    text: &'a str,
    at: usize,
}

impl Word<'_> {
    const fn span(self) -> Span {
        Span::new(self.at, self.at + self.text.len())
    }
}

/// The lines of a text with their offsets.
fn lines(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut at = 0;
    text.split('\n').map(move |line| {
        let word = Word { text: line.strip_suffix('\r').unwrap_or(line), at };
        at += line.len() + 1;
        word
    })
}

/// The words of a line, at most three: no line needs more.
fn words(line: Word<'_>) -> impl Iterator<Item = Word<'_>> {
    line.text.split_ascii_whitespace().map(move |text| {
        let offset = text.as_ptr() as usize - line.text.as_ptr() as usize;
        Word { text, at: line.at + offset }
    })
}

impl<'a> Reader<'a> {
    fn fault(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        if self.faults.len() >= MOST_FOUND {
            self.more += 1;
            return;
        }
        let help = help.into();
        let d = Diagnostic::error(FAULT, self.source, message).at(span);
        self.faults.push(if help.is_empty() { d } else { d.with_help(help) });
    }

    fn twice(&mut self, name: Word<'_>) {
        self.fault(name.span(), format!("argument {} is declared twice", quote(name.text)), "take one of the two out");
    }

    fn crowded(&mut self, table: &Table<'_>, span: Span) -> bool {
        let full = table.all.len() >= MOST_ARGUMENTS as usize;
        if full {
            let message = format!("more than {MOST_ARGUMENTS} arguments");
            self.fault(span, message, "split the framework: this many are not read");
        }
        full
    }

    fn attack(&mut self, table: &Table<'a>, from: Word<'a>, to: Word<'a>) {
        let find = |name: Word<'a>| table.index.get(name.text).copied().map(ArgIx).ok_or(name);
        match (find(from), find(to)) {
            (Ok(a), Ok(b)) => self.attacks.push((a, b)),
            (a, b) => {
                for name in [a, b].into_iter().filter_map(Result::err) {
                    let message = format!("there is no argument {}", quote(name.text));
                    let near = did_you_mean(name.text, table.all.iter().copied().take(MOST_NEAR));
                    let help = near.map_or_else(
                        || "declare it before it attacks or is attacked".to_owned(),
                        |n| format!("did you mean {}?", quote(n)),
                    );
                    self.fault(name.span(), message, help);
                }
            }
        }
    }

    fn tgf(&mut self) -> (u32, Names) {
        let source = self.source;
        let mut table = Table::default();
        let mut lines = lines(source.text());
        for line in lines.by_ref() {
            let mut parts = words(line);
            let Some(name) = parts.next() else { continue };
            if name.text == "#" {
                break;
            }
            if self.crowded(&table, name.span()) {
                break;
            }
            if !table.add(name.text) {
                self.twice(name);
            }
        }
        for line in lines {
            let mut parts = words(line);
            match (parts.next(), parts.next()) {
                (None, _) => {}
                (Some(from), Some(to)) => self.attack(&table, from, to),
                (Some(only), None) => {
                    let message = format!("an attack needs two arguments, and here is only {}", quote(only.text));
                    let help = if only.text == "#" {
                        "one line `#` parts arguments from attacks; there is a second one"
                    } else {
                        "write attacker and target with a space between"
                    };
                    self.fault(only.span(), message, help);
                }
            }
        }
        table.names()
    }

    fn apx(&mut self) -> (u32, Names) {
        let source = self.source;
        let mut table = Table::default();
        let mut attacks: Vec<(Word<'a>, Word<'a>)> = Vec::new();
        for line in lines(source.text()) {
            let mut rest = Word { text: line.text.split('%').next().unwrap_or(""), at: line.at };
            loop {
                rest = trimmed(rest);
                if rest.text.is_empty() {
                    break;
                }
                let Some((fact, after)) = fact(rest) else {
                    let help = "a fact is `arg(a).` or `att(a,b).`, with the full stop";
                    self.fault(rest.span(), "this is not a fact", help);
                    break;
                };
                rest = after;
                match fact {
                    Fact::Argument(name) => {
                        if self.crowded(&table, name.span()) {
                            return table.names();
                        }
                        if !table.add(name.text) {
                            self.twice(name);
                        }
                    }
                    Fact::Attack(from, to) => attacks.push((from, to)),
                }
            }
        }
        // Facts come in any order: an attack may stand before its arguments.
        for (from, to) in attacks {
            self.attack(&table, from, to);
        }
        table.names()
    }

    fn af(&mut self) -> (u32, Names) {
        let source = self.source;
        let mut count = None;
        for line in lines(source.text()) {
            if line.text.starts_with('#') || line.text.trim().is_empty() {
                continue;
            }
            let mut parts = words(line);
            let (first, second, third, fourth) = (parts.next(), parts.next(), parts.next(), parts.next());
            let Some(count) = count else {
                match (first, second, third, fourth) {
                    (Some(p), Some(af), Some(n), None) if p.text == "p" && af.text == "af" => match n.text.parse::<u32>() {
                        Ok(number) if number <= MOST_ARGUMENTS => count = Some(number),
                        _ if !n.text.is_empty() && n.text.bytes().all(|b| b.is_ascii_digit()) => {
                            let message = format!("{} arguments are more than the {MOST_ARGUMENTS} that are read", n.text);
                            self.fault(n.span(), message, "split the framework");
                            return (0, Names::Counted);
                        }
                        _ => {
                            self.fault(
                                n.span(),
                                format!("{} is not a number of arguments", quote(n.text)),
                                "write `p af N`, for example `p af 12`",
                            );
                            return (0, Names::Counted);
                        }
                    },
                    _ => {
                        self.fault(
                            line.span(),
                            "the first line has to be `p af N`, with N the number of arguments",
                            "add it above the attacks",
                        );
                        return (0, Names::Counted);
                    }
                }
                continue;
            };
            match (first, second, third) {
                (Some(a), Some(b), None) => {
                    let number =
                        |w: Word<'_>| w.text.parse::<u32>().ok().filter(|n| (1..=count).contains(n)).map(|n| ArgIx(n - 1));
                    match (number(a), number(b)) {
                        (Some(from), Some(to)) => self.attacks.push((from, to)),
                        (from, to) => {
                            for (word, _) in [(a, from), (b, to)].into_iter().filter(|(_, n)| n.is_none()) {
                                let message =
                                    format!("there is no argument {}: they are numbered from 1 to {count}", quote(word.text));
                                self.fault(word.span(), message, "correct the number, or the N of `p af N`");
                            }
                        }
                    }
                }
                _ => self.fault(line.span(), "an attack is two numbers: attacker and target", "write them with a space between"),
            }
        }
        if let Some(count) = count {
            (count, Names::Counted)
        } else {
            self.fault(Span::at(0), "there is no line `p af N`", "write the number of arguments first: `p af N`");
            (0, Names::Counted)
        }
    }
}

enum Fact<'a> {
    Argument(Word<'a>),
    Attack(Word<'a>, Word<'a>),
}

fn trimmed(word: Word<'_>) -> Word<'_> {
    let text = word.text.trim_start();
    Word { text, at: word.at + (word.text.len() - text.len()) }
}

fn part(word: Word<'_>, range: std::ops::Range<usize>) -> Word<'_> {
    let inner = &word.text[range.clone()];
    let text = inner.trim();
    let lead = inner.len() - inner.trim_start().len();
    Word { text, at: word.at + range.start + lead }
}

/// The fact at the start of a text, and what comes after it.
fn fact(rest: Word<'_>) -> Option<(Fact<'_>, Word<'_>)> {
    let open = rest.text.find('(')?;
    let close = open + rest.text[open..].find(')')?;
    let tail = rest.text[close + 1..].trim_start();
    let after = tail.strip_prefix('.')?;
    let after = Word { text: after, at: rest.at + rest.text.len() - after.len() };
    let inner = part(rest, open + 1..close);
    let valid = |w: Word<'_>| !w.text.is_empty() && !w.text.contains(['(', ' ', '\t']);
    let fact = match rest.text[..open].trim() {
        "arg" if valid(inner) && !inner.text.contains(',') => Fact::Argument(inner),
        "att" => {
            let comma = rest.text[open..close].find(',')? + open;
            let (from, to) = (part(rest, open + 1..comma), part(rest, comma + 1..close));
            if !valid(from) || !valid(to) || to.text.contains(',') {
                return None;
            }
            Fact::Attack(from, to)
        }
        _ => return None,
    };
    Some((fact, after))
}

#[cfg(test)]
#[path = "framework_tests.rs"]
mod tests;
