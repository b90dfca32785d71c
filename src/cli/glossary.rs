//! `comity glossary`

use super::failure::Failure;
use super::output::{Written, width};
use super::{Done, Words};
use crate::html::page;
use crate::learn::Glossary;
use crate::model::Reading;
use crate::report::doc::Doc;
use crate::text::{self, Voice};
use clap::{Args, ValueEnum};

/// Explain a term of art, or all of them
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity glossary
  comity glossary MLAT
  comity glossary stare decisis --wording full
  comity glossary --format html -o terms.html

A term is named as it is written in a text; other words find every entry that speaks of them.")]
pub struct Lookup {
    /// The term; several words need no quotes
    #[arg(value_name = "TERM")]
    term: Vec<String>,
    #[command(flatten)]
    written: Written<Format>,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// Text
    #[default]
    Text,
    /// A page to read and to print
    Html,
}

impl Lookup {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        let asked = self.term.join(" ");
        if Glossary::shipped().search(&asked).is_empty() {
            return Err(Failure::Message(words.ui_with("glossary-none", &[("asked", asked.into())])));
        }
        let level = self.written.level();
        let text = match self.written.format() {
            Format::Text => text::glossary(&asked, Voice { words, level }).at(width()).trim_start().to_owned(),
            Format::Html => html(&asked, words, level),
        };
        self.written.deliver(&text, words)
    }
}

/// The terms that were asked for, as a page.
fn html(asked: &str, words: &Words, level: Reading) -> String {
    let mut doc = Doc::titled(words.ui("help-glossary"));
    let head = ["glossary-term", "glossary-meaning"].map(|key| words.ui(key)).to_vec();
    let terms = Glossary::shipped().search(asked).into_iter();
    doc.table(words.ui("help-glossary"), head, terms.map(|t| vec![t.term.clone(), t.text.at(level).to_owned()]).collect());
    page::document(&doc, &[], &page::Shell::of(words))
}
