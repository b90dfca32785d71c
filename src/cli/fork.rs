//! `comity fork`

use super::output::print;
use super::{Done, Words, saves};
use crate::play;
use clap::Args;
use std::path::PathBuf;

/// Begin a second match from a point of a saved one; the saved one stays as it is
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity fork match.ron --at 20 -o what-if.ron
  comity play --resume what-if.ron

`comity replay match.ron --actions` numbers the actions. `comity compare` puts the two matches side by side.")]
pub struct Fork {
    /// Saved match
    file: PathBuf,
    /// Actions to keep
    #[arg(long, value_name = "N")]
    at: usize,
    /// File for the second match
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

impl Fork {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        let saved = saves::read(&self.file, words)?;
        let all = saved.record.actions.len();
        if self.at > all {
            let told = [("actions", all.into()), ("path", self.file.display().to_string().into())];
            return Err(super::Failure::Usage(words.ui_with("cli-fork-beyond", &told)));
        }
        let mut fork = saved.play(&self.file, Some(self.at), words)?;
        let text = play::write(&mut fork, &saved.record.scenario, &saved.record.seats);
        if self.output.exists() {
            let path = self.output.display().to_string();
            return Err(super::Failure::Message(words.ui_with("cli-exists", &[("path", path.into())])));
        }
        play::save(&self.output, &text).map_err(|e| super::Failure::Message(format!("{}: {e}", self.output.display())))?;
        let said = [("path", self.output.display().to_string().into()), ("actions", fork.actions().len().into())];
        print(&format!("{}\n", words.ui_with("cli-forked", &said)))?;
        Ok(())
    }
}
