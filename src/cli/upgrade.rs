//! `comity upgrade`

use super::diff::diff;
use super::failure::Failure;
use super::{Done, Words, output};
use crate::diagnostic::{Severity, Source};
use crate::play::{self, RecordError};
use crate::scenario::{self, MOST_BYTES, upgrade::upgrade};
use crate::syntax::read::read_source;
use clap::Args;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Bring scenarios and law packs of an earlier format up to date
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity upgrade my-scenario.ron
  comity upgrade my-scenario.ron --write
  comity upgrade my-scenario.ron --write --match saved.ron

Shows what changes; --write writes it. Comments and order stay. A file is left as it is if its rules would not be the same
afterwards, or if a match named with --match would not come out as recorded.")]
pub struct Upgrade {
    /// Files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Write the files
    #[arg(long)]
    write: bool,
    /// Saved match that has to come out the same; may be given several times
    #[arg(long = "match", value_name = "MATCH")]
    matches: Vec<PathBuf>,
}

impl Upgrade {
    /// Runs the command: every file, whatever becomes of the others.
    pub fn run(self, words: &Words) -> Done {
        let mut failed = false;
        for file in &self.files {
            match self.one(file, words) {
                Ok(()) => {}
                Err(Failure::Pipe) => return Err(Failure::Pipe),
                Err(failure) => {
                    failure.report();
                    failed = true;
                }
            }
        }
        if failed { Err(Failure::Said) } else { Ok(()) }
    }

    fn one(&self, file: &Path, words: &Words) -> Done {
        let path = || ("file", file.display().to_string().into());
        let source = read_source(file, MOST_BYTES).map_err(|fault| Failure::Findings(vec![fault]))?;
        let Some(new) = upgrade(&source).map_err(Failure::Findings)? else {
            output::print(&(words.ui_with("cli-upgrade-none", &[path()]) + "\n"))?;
            return Ok(());
        };
        output::print(&diff(file, source.text(), &new))?;
        let after = Source::new(source.name(), new.as_str());
        let left = self.replayed(&after, file, words)?;
        if left > 0 {
            output::remark(&words.ui_with("cli-upgrade-left", &[path(), ("count", left.into())]));
        }
        if self.write {
            let target = file.canonicalize()?;
            play::save(&target, &new).map_err(|error| Failure::Message(format!("{}: {error}", file.display())))?;
            output::remark(&words.ui_with("cli-upgrade-done", &[path()]));
        } else {
            output::remark(&words.ui_with("cli-upgrade-would", &[path()]));
        }
        Ok(())
    }

    /// Plays the saved matches again on the new text. How many errors it has that only its author can mend.
    fn replayed(&self, after: &Source, file: &Path, words: &Words) -> Result<usize, Failure> {
        if after.text().trim_start().starts_with("LawPack") && self.matches.is_empty() {
            return Ok(0);
        }
        let loaded = match scenario::load(after, file.parent()) {
            Ok(loaded) => loaded,
            Err(found) if self.matches.is_empty() => return Ok(found.iter().filter(|d| d.severity == Severity::Error).count()),
            Err(found) => return Err(Failure::Findings(found)),
        };
        for path in &self.matches {
            let other = |why: String| {
                let told = [("match", path.display().to_string().into()), ("why", why.into())];
                Failure::Message(words.ui_with("cli-upgrade-differs", &told))
            };
            let saved = read_source(path, play::MOST_BYTES).map_err(|fault| Failure::Findings(vec![fault]))?;
            let told = |error: RecordError| other(error.sentence(words, Some(&loaded.scenario)));
            let (record, cut) = play::parse(saved.text()).map_err(told)?;
            let mut game = play::load(&record, Arc::clone(&loaded.scenario), None).map_err(told)?;
            let digest = play::hex(&game.digest());
            if cut.is_none() && record.digest.is_some_and(|recorded| recorded != digest) {
                return Err(other(digest));
            }
        }
        Ok(0)
    }
}
