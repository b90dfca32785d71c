//! Where output goes: results to standard output, everything about the run to standard error.

use super::failure::Failure;
use super::{Done, Wording, Words};
use crate::diagnostic::Style;
use crate::model::Reading;
use crate::text::WIDTH;
use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// How a document is written, and where to.
#[derive(Debug, Args)]
pub struct Written<F: ValueEnum + Send + Sync + 'static> {
    /// How to write it; without it, as the ending of the file says
    #[arg(long, value_enum)]
    format: Option<F>,
    #[command(flatten)]
    placed: Placed,
}

/// Where a document goes, and its wording.
#[derive(Debug, Args)]
pub struct Placed {
    /// File to write
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Wording
    #[arg(long, value_enum, default_value_t)]
    wording: Wording,
}

impl Placed {
    /// The wording that was asked for.
    pub fn level(&self) -> Reading {
        self.wording.into()
    }

    /// Writes the document to where it was asked for.
    pub fn deliver(&self, text: &str, words: &Words) -> Done {
        deliver(text, self.output.as_deref(), words)
    }
}

impl<F: ValueEnum + Send + Sync + Default + 'static> Written<F> {
    /// The format that was asked for, or that the ending of the file stands for, or the usual one.
    pub fn format(&self) -> F {
        let ending = self.placed.output.as_deref().and_then(Path::extension).and_then(|e| e.to_str());
        let names: &[&str] = match ending {
            Some("htm") => &["html"],
            Some("markdown") => &["md"],
            Some("txt") => &["text"],
            Some("json") => &["json", "xapi"],
            Some(ending) => &[ending],
            None => &[],
        };
        let of_ending = || names.iter().find_map(|name| F::from_str(name, true).ok());
        self.format.clone().or_else(of_ending).unwrap_or_default()
    }

    /// The wording that was asked for.
    pub fn level(&self) -> Reading {
        self.placed.level()
    }

    /// Writes the document to where it was asked for.
    pub fn deliver(&self, text: &str, words: &Words) -> Done {
        self.placed.deliver(text, words)
    }
}

/// Writes a result.
///
/// # Errors
/// As standard output says; a reader that went away is told from other faults by `Failure`.
pub fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Writes a document to a file, and says so; to standard output if none is named.
///
/// # Errors
/// What stood in the way, with the path.
pub fn deliver(text: &str, path: Option<&Path>, words: &Words) -> Done {
    let Some(path) = path else { return Ok(print(text)?) };
    crate::play::save(path, text).map_err(|e| Failure::Message(format!("{}: {e}", path.display())))?;
    remark(&words.ui_with("report-saved", &[("path", path.display().to_string().into())]));
    Ok(())
}

/// Says something about the run on standard error. If that is closed, nobody wants to know.
pub fn remark(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Colour on a terminal, unless `NO_COLOR` is set.
pub fn style(stream: &impl IsTerminal) -> Style {
    let plain = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    if stream.is_terminal() && !plain { Style::Colour } else { Style::Plain }
}

/// A progress bar on standard error, shown on a terminal only.
pub fn progress(label: String, length: usize) -> ProgressBar {
    let target = if io::stderr().is_terminal() { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(length as u64), target);
    if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}") {
        bar.set_style(style);
    }
    bar.set_message(label);
    bar
}

/// Columns of the reader: as `COLUMNS` says, else as the terminal has; never more than are easily read.
pub fn width() -> usize {
    let said = std::env::var("COLUMNS").ok().and_then(|n| n.parse::<usize>().ok()).filter(|n| *n > 0);
    let has = || console::Term::stdout().size_checked().map(|(_, columns)| usize::from(columns));
    said.or_else(has).map_or(WIDTH, |n| n.min(WIDTH))
}

/// Whether a person sits at both ends: a terminal to read from and one to write to.
pub fn at_terminal() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}
