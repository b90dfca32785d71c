//! `comity replay`

use super::failure::Failure;
use super::output::{print, remark};
use super::{Done, Wording, Words, saves};
use crate::play::{self, hex};
use clap::Args;
use std::path::PathBuf;

/// Print a saved match as a playthrough, or verify it
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity replay match.ron
  comity replay match.ron --to 20
  comity replay match.ron --verify

--verify plays the match again: every action must be allowed, and if the match is over, it must end in the state
the file records. A file that was cut off is used up to its last complete action, and standard error says so.")]
pub struct Replay {
    /// Saved match
    file: PathBuf,
    /// Play it again and compare instead of printing it
    #[arg(long, conflicts_with = "to")]
    verify: bool,
    /// Stop after this many actions
    #[arg(long, value_name = "K")]
    to: Option<usize>,
    /// Wording
    #[arg(long, value_enum, default_value_t)]
    wording: Wording,
}

impl Replay {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        let saved = saves::read(&self.file, words)?;
        let mut game = saved.play(&self.file, self.to, words)?;
        let (played, all) = (game.actions().len(), saved.record.actions.len());
        if self.verify {
            let actions = ("actions", played.into());
            let Some(recorded) = saved.record.digest.as_ref().filter(|_| !saved.cut) else {
                print(&format!("{}\n", words.ui_with("cli-verified", &[actions])))?;
                return Ok(());
            };
            let replayed = hex(&game.digest());
            if *recorded != replayed {
                let both = [("recorded", recorded.as_str().into()), ("replayed", replayed.into())];
                return Err(Failure::Message(words.ui_with("cli-digest-differs", &both)));
            }
            print(&format!("{}\n", words.ui_with("cli-verified-digest", &[actions, ("digest", replayed.into())])))?;
            return Ok(());
        }
        let level = self.wording.into();
        print(play::text(&game, words, level).trim_start())?;
        if played < all {
            remark(&words.ui_with("cli-shown-to", &[("to", played.into()), ("actions", all.into())]));
        }
        if game.over().is_none() {
            let s = std::sync::Arc::clone(game.scenario());
            let waiting = game.awaited();
            let waiting: Vec<&str> = waiting.iter().map(|seat| s.seats[seat.ix()].name.at(level)).collect();
            let round = game.clock().round;
            remark(&words.ui_with("cli-not-over", &[("round", round.into()), ("seats", words.list(&waiting).into())]));
        }
        Ok(())
    }
}
