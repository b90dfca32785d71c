//! `comity copy`

use super::failure::Failure;
use super::{Done, Words, output};
use crate::scenario::catalog;
use crate::syntax::did_you_mean;
use clap::Args;
use std::path::PathBuf;

/// Copy a scenario or a law pack that ships, to read it and to change it
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity copy two-harbours -o two-harbours.ron
  comity copy generic -o my-law.ron      then give it another id, and name the file under `law`
  comity copy vessia                     to read

Law packs are named as under `law` in a scenario, scenarios as `comity list` shows them.")]
pub struct Copy {
    /// Scenario or law pack that ships
    name: String,
    /// File to write; without it, standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the file if it is there already
    #[arg(long)]
    force: bool,
}

impl Copy {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        let Some(source) = catalog::scenario(&self.name).or_else(|| catalog::law_pack(&self.name)) else {
            let all: Vec<&str> = catalog::scenarios().chain(catalog::law_packs()).collect();
            let name = ("name", self.name.as_str().into());
            return Err(Failure::Usage(match did_you_mean(&self.name, all.iter().copied()) {
                Some(near) => words.ui_with("cli-copy-none-near", &[name, ("near", near.into())]),
                None => words.ui_with("cli-copy-none", &[name, ("names", all.join(", ").into())]),
            }));
        };
        if let Some(path) = self.output.as_ref().filter(|path| path.exists() && !self.force) {
            return Err(Failure::Message(words.ui_with("cli-pack-exists", &[("path", path.display().to_string().into())])));
        }
        output::deliver(source.text(), self.output.as_deref(), words)
    }
}
