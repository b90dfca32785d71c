//! `comity fmt`

use super::diff::diff;
use super::failure::Failure;
use super::{Done, Words, gather, output};
use crate::play;
use crate::scenario::MOST_BYTES;
use crate::syntax::format::format;
use crate::syntax::read::read_source;
use clap::Args;
use std::path::{Path, PathBuf};

/// Lay scenario files and law packs out well
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity fmt my-scenario.ron
  comity fmt --diff my-scenario.ron
  comity fmt --check scenarios assets/law

Only blanks, indentation and commas at the ends of lists change: what a file means, its comments and its line breaks
between values stay. A file with faults of form is not touched. With --check or --diff nothing is written, and the exit
code is 1 if a file would change.")]
pub struct Fmt {
    /// Files, or folders with all that is in them
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Only name the files that would change
    #[arg(long)]
    check: bool,
    /// Only show what would change
    #[arg(long, conflicts_with = "check")]
    diff: bool,
}

impl Fmt {
    /// Runs the command: every file, whatever becomes of the others.
    pub fn run(self, words: &Words) -> Done {
        let (mut files, mut found) = (Vec::new(), Vec::new());
        for path in &self.files {
            gather::files(path, &mut files, &mut found);
        }
        let mut failed = !found.is_empty();
        if failed {
            Failure::Findings(found).report();
        }
        for file in &files {
            match self.one(file, words) {
                Ok(would_change) => failed |= would_change,
                Err(Failure::Pipe) => return Err(Failure::Pipe),
                Err(failure) => {
                    failure.report();
                    failed = true;
                }
            }
        }
        if failed { Err(Failure::Said) } else { Ok(()) }
    }

    /// Lays one file out, or tells that it would change.
    fn one(&self, file: &Path, words: &Words) -> Result<bool, Failure> {
        let source = read_source(file, MOST_BYTES).map_err(|fault| Failure::Findings(vec![fault]))?;
        let text = format(&source).map_err(Failure::Findings)?;
        if text == source.text() {
            return Ok(false);
        }
        let path = ("file", file.display().to_string().into());
        if self.diff {
            output::print(&diff(file, source.text(), &text))?;
            if source.text().replace("\r\n", "\n") == text {
                output::remark(&words.ui("cli-fmt-line-ends"));
            }
        } else if self.check {
            output::print(&(words.ui_with("cli-fmt-would", &[path]) + "\n"))?;
        } else {
            // What a link leads to, not the link.
            let target = file.canonicalize()?;
            play::save(&target, &text).map_err(|error| Failure::Message(format!("{}: {error}", file.display())))?;
            output::print(&(words.ui_with("cli-fmt-done", &[path]) + "\n"))?;
            return Ok(false);
        }
        Ok(true)
    }
}
