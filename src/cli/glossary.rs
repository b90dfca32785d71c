//! `comity glossary`

use super::failure::Failure;
use super::{Done, Wording, Words, output};
use crate::learn::Glossary;
use crate::text::{self, Voice};
use clap::Args;

/// Explain a term of art, or all of them
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity glossary
  comity glossary MLAT
  comity glossary stare decisis --wording full

A term is named as it is written in a text; other words find every entry that speaks of them.")]
pub struct Lookup {
    /// The term; several words need no quotes
    #[arg(value_name = "TERM")]
    term: Vec<String>,
    /// Wording
    #[arg(long, value_enum, default_value_t)]
    wording: Wording,
}

impl Lookup {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        let asked = self.term.join(" ");
        if Glossary::shipped().search(&asked).is_empty() {
            return Err(Failure::Message(words.ui_with("glossary-none", &[("asked", asked.into())])));
        }
        let page = text::glossary(&asked, Voice { words, level: self.wording.into() });
        output::print(page.at(output::width()).trim_start())?;
        Ok(())
    }
}
