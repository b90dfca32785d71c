//! Saved matches: where they lie, how they are read, what is said of those that cannot be.

use super::failure::Failure;
use super::output::remark;
use super::{Words, open};
use crate::diagnostic::{Diagnostic, Source, Span, codes};
use crate::model::Scenario;
use crate::play::{self, MOST_BYTES, Match, Record, RecordError};
use crate::syntax::read::read_source;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A saved match that was read.
pub struct Saved {
    /// The record.
    pub record: Record,
    /// Its scenario.
    pub scenario: Arc<Scenario>,
    /// Whether the file was cut off, so that its digest is not that of its last action.
    pub cut: bool,
}

/// Reads a saved match and finds its scenario: by slug, by the path in the record, or by that path seen from the file.
pub fn read(path: &Path, words: &Words) -> Result<Saved, Failure> {
    let source = read_source(path, MOST_BYTES).map_err(|d| Failure::Findings(vec![d]))?;
    let (record, cut) = play::parse(source.text()).map_err(|e| explain(&source, &e, None, words))?;
    if let Some(cut) = cut {
        remark(&format!("{}: {}", path.display(), words.ui_with("save-cut", &[("kept", cut.kept.into())])));
    }
    let beside = path.parent().map(|folder| folder.join(&record.scenario)).filter(|p| p.is_file());
    let name = match beside.as_ref().and_then(|p| p.to_str()) {
        Some(beside) if !Path::new(&record.scenario).exists() => beside,
        _ => &record.scenario,
    };
    let scenario = open::scenario(name)?;
    Ok(Saved { record, scenario, cut: cut.is_some() })
}

impl Saved {
    /// Plays it, up to an action.
    pub fn play(&self, path: &Path, upto: Option<usize>, words: &Words) -> Result<Match, Failure> {
        let source = Source::new(path.display().to_string(), "");
        play::load(&self.record, Arc::clone(&self.scenario), upto).map_err(|e| explain(&source, &e, Some(&self.scenario), words))
    }
}

/// A fault of a saved match, with its place if it has one.
fn explain(source: &Source, error: &RecordError, scenario: Option<&Scenario>, words: &Words) -> Failure {
    match error {
        RecordError::Unreadable { at, message } => {
            let message = words.ui_with("save-broken", &[("reason", message.as_str().into())]);
            let fault = Diagnostic::error(codes::SYNTAX, source, message).at(Span::at(*at));
            // Where there are no actions yet, the file may be the stump of one.
            let stump = !source.text().contains("actions:");
            Failure::Findings(vec![if stump { fault.with_help(words.ui("save-stump")) } else { fault }])
        }
        error => Failure::Message(format!("{}: {}", source.name(), error.sentence(words, scenario))),
    }
}

/// How a record finds its scenario again: the slug, or the whole path.
pub fn reference(name: &str) -> String {
    if crate::scenario::catalog::scenario(name).is_some() && !Path::new(name).exists() {
        return name.to_owned();
    }
    std::fs::canonicalize(name).ok().and_then(|p| p.to_str().map(str::to_owned)).unwrap_or_else(|| name.to_owned())
}

/// A file for a new match, in the folder for data of this user; none if there is no such folder.
pub fn fresh(id: &str, seed: u64) -> Option<PathBuf> {
    let folder = folder()?;
    std::fs::create_dir_all(&folder).ok()?;
    let name = |n: u32| folder.join(if n == 1 { format!("{id}-{seed}.ron") } else { format!("{id}-{seed}-{n}.ron") });
    (1..10_000).map(name).find(|p| !p.exists())
}

/// The folder for saved matches of this user.
fn folder() -> Option<PathBuf> {
    play::home().map(|home| home.join("matches"))
}
