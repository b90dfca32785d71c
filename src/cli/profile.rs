//! `comity profile`

use super::failure::Failure;
use super::output::{self, at_terminal, print};
use super::{Done, Wording, Words, learner, open};
use crate::learn;
use crate::play;
use crate::text::{self, Voice};
use clap::{Args, Subcommand};
use std::io::Write;
use std::path::PathBuf;

/// What you have learnt on this device: show, export, erase
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity profile
  comity profile export learnt.json
  comity profile erase

The profile lies in one file in your data folder and is sent nowhere. `erase` deletes everything Comity has stored there:
matches, settings and profile.")]
pub struct Profile {
    #[command(subcommand)]
    ask: Option<Ask>,
}

#[derive(Debug, Subcommand)]
enum Ask {
    /// Objectives met and shown, and what is due
    Show(Show),
    /// Write the profile as JSON
    Export(Export),
    /// Delete everything Comity has stored on this device
    Erase(Erase),
}

#[derive(Debug, Default, Args)]
struct Show {
    /// Wording
    #[arg(long, value_enum, default_value_t)]
    wording: Wording,
}

#[derive(Debug, Args)]
struct Export {
    /// File to write; - for standard output
    file: PathBuf,
    /// Replace the file if it is there already
    #[arg(long)]
    force: bool,
}

#[derive(Debug, Args)]
struct Erase {
    /// Do not ask
    #[arg(long)]
    yes: bool,
}

impl Profile {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        match self.ask.unwrap_or_else(|| Ask::Show(Show::default())) {
            Ask::Show(show) => {
                let learner = learner::open(words);
                let voice = Voice { words, level: show.wording.into() };
                let page = text::profile(&open::shipped()?, &learner.store.profile, learner.today, voice);
                print(page.at(output::width()).trim_start())?;
            }
            Ask::Export(export) => {
                let text = learner::open(words).store.profile.text();
                if export.file.as_os_str() == "-" {
                    print(&text)?;
                } else {
                    let path = export.file.display().to_string();
                    if export.file.exists() && !export.force {
                        return Err(Failure::Message(words.ui_with("cli-pack-exists", &[("path", path.into())])));
                    }
                    play::save(&export.file, &text).map_err(|e| {
                        let args = [("path", path.as_str().into()), ("reason", e.to_string().into())];
                        Failure::Message(words.ui_with("profile-not-written", &args))
                    })?;
                    print(&format!("{}\n", words.ui_with("profile-exported", &[("path", path.into())])))?;
                }
            }
            Ask::Erase(ask) => erase(&ask, words)?,
        }
        Ok(())
    }
}

fn erase(ask: &Erase, words: &Words) -> Done {
    let Some(home) = play::home() else {
        return Err(Failure::Message(words.ui("profile-no-folder")));
    };
    if !ask.yes {
        print(&format!("{}\n", words.ui_with("profile-erase-what", &[("path", home.display().to_string().into())])))?;
        if !at_terminal() {
            return Err(Failure::Usage(words.ui("profile-erase-flag")));
        }
        print(&format!("{} ", words.ui("profile-erase-type")))?;
        std::io::stdout().flush()?;
        let mut line = String::new();
        std::io::stdin().read_line(&mut line)?;
        if line.trim() != "yes" {
            return Err(Failure::Message(words.ui("profile-erase-not")));
        }
    }
    learn::erase(&home)
        .map_err(|e| Failure::Message(words.ui_with("profile-erase-failed", &[("reason", e.to_string().into())])))?;
    print(&format!("{}\n", words.ui("profile-erased")))?;
    Ok(())
}
