//! `comity kit`

use super::failure::Failure;
use super::output::{print, remark};
use super::{Done, Wording, Words, open};
use crate::html::{markdown::markdown, page};
use crate::report::Kit as Made;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Write the teacher's kit of a scenario: role sheets, times, script, forms, exit questions, answers
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity kit microsoft-ireland -o kit.html
  comity kit my-scenario.ron --format md --pupils 18

Print the page from a browser: each role sheet starts on a sheet of its own. The answers are for the teacher.")]
pub struct Kit {
    /// Scenario: a name from `comity list`, or the path of a file
    scenario: String,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Pupils in the class
    #[arg(long, value_name = "N", default_value_t = 24, value_parser = clap::value_parser!(u16).range(1..=500))]
    pupils: u16,
    /// File to write
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Wording
    #[arg(long, value_enum, default_value_t)]
    wording: Wording,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// A page to print
    #[default]
    Html,
    /// Markdown
    Md,
}

impl Kit {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        let scenario = open::scenario(&self.scenario)?;
        let kit = Made { scenario: &scenario, words, level: self.wording.into(), pupils: self.pupils };
        let doc = kit.doc();
        let text = match self.format {
            Format::Html => page::document(&doc, &[], &page::Shell::of(words)),
            Format::Md => markdown(&doc),
        };
        let Some(path) = &self.output else {
            print(&text)?;
            return Ok(());
        };
        crate::play::save(path, &text).map_err(|e| Failure::Message(format!("{}: {e}", path.display())))?;
        remark(&words.ui_with("report-saved", &[("path", path.display().to_string().into())]));
        Ok(())
    }
}
