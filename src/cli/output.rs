//! Where output goes: results to standard output, everything about the run to standard error.

use super::failure::Failure;
use super::{Done, Words};
use crate::diagnostic::Style;
use crate::text::WIDTH;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal, Write};
use std::path::Path;

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
