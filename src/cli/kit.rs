//! `comity kit`

use super::output::Written;
use super::{Done, Words, open};
use crate::html::{markdown::markdown, page};
use crate::report::Kit as Made;
use clap::{Args, ValueEnum};

/// Write the teacher's kit of a scenario: role sheets, times, script, forms, exit questions, answers
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity kit microsoft-ireland -o kit.html
  comity kit microsoft-ireland --preset 45 --pupils 28 -o kit.html
  comity kit my-scenario.ron -o kit.md

Print the page from a browser: what is for different hands starts on a sheet of its own. The answers are for the teacher.")]
pub struct Kit {
    /// Scenario: a name from `comity list`, or the path of a file
    scenario: String,
    /// Length of the lesson; without it the kit has all that the scenario has
    #[arg(long, value_name = "ID")]
    preset: Option<String>,
    /// Pupils in the class
    #[arg(long, value_name = "N", default_value_t = 24, value_parser = clap::value_parser!(u16).range(1..=500))]
    pupils: u16,
    #[command(flatten)]
    written: Written<Format>,
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
        let preset = self.preset.as_deref().map(|id| open::preset(&scenario, id, words)).transpose()?;
        let kit =
            Made { scenario: &scenario, source: &self.scenario, words, level: self.written.level(), pupils: self.pupils, preset };
        let doc = kit.doc();
        let text = match self.written.format() {
            Format::Html => page::document(&doc, &[], &page::Shell::about(&scenario, words)),
            Format::Md => markdown(&doc),
        };
        self.written.deliver(&text, words)
    }
}
