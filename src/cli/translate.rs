//! `comity translate`

use super::failure::Failure;
use super::{Done, Words, output};
use crate::play;
use crate::scenario::{self, MOST_BYTES, catalog};
use crate::syntax::read::read_source;
use clap::Args;
use std::path::PathBuf;

/// Begin a translation of a scenario or a law pack, or bring one up to date
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity translate town.ron de --called Deutsch
  comity check town.ron
  comity play town.de.ron
  comity translate generic de         its law, which ships

Writes town.de.ron beside the file, with every text that players read: put the translation after `says:`. Run it again when the
original has changed: new texts are added, changed ones are marked with what they were, and what you have written stays.
The texts of the dispute are in the other language then; what the program says itself stays as it is.")]
pub struct Translate {
    /// Scenario or law pack: the path of a file, or the name of what ships
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Tag of the language, such as de or pt-BR
    #[arg(value_name = "LANGUAGE")]
    language: String,
    /// What the language calls itself, when a translation is begun; its tag, if left out
    #[arg(long, value_name = "NAME")]
    called: Option<String>,
}

impl Translate {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        // What ships goes by its name; its translation is written here.
        let ships = self.file.to_str().filter(|_| !self.file.exists());
        let (file, original) = match ships.and_then(|name| catalog::law_pack(name).or_else(|| catalog::scenario(name))) {
            Some(original) => (self.file.with_extension("ron"), original),
            None => (self.file.clone(), read_source(&self.file, MOST_BYTES).map_err(|fault| Failure::Findings(vec![fault]))?),
        };
        let called = self.called.as_deref().unwrap_or(&self.language);
        let renewed = scenario::translate::renew(&file, &original, &self.language, called).map_err(Failure::Findings)?;
        let counts = [
            ("file", renewed.file.display().to_string().into()),
            ("new", renewed.new.into()),
            ("changed", renewed.changed.into()),
            ("empty", renewed.empty.into()),
        ];
        if let Some(text) = &renewed.text {
            play::save(&renewed.file, text).map_err(|error| Failure::Message(format!("{}: {error}", renewed.file.display())))?;
            output::remark(&words.ui_with("cli-translate-done", &counts));
        } else {
            output::remark(&words.ui_with("cli-translate-none", &counts));
        }
        Ok(())
    }
}
