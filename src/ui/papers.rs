//! Pages to keep and print: the report of a match, the teacher's kit of a dispute. Written into a folder beside the saved matches.

use super::cmd::Notice;
use super::files;
use super::session::Session;
use crate::html::{self, page};
use crate::lang::Words;
use crate::model::{Reading, Scenario};
use crate::report::{Debrief, Kit, Telling};

/// Writes the report of a match that was debriefed; says where, or why not.
pub(super) fn report(session: &mut Session, debrief: &Debrief, votes: &[u16], words: &Words, level: Reading) -> Notice {
    let text = session.told(|game, hinges| {
        let scenario = std::sync::Arc::clone(game.scenario());
        let doc = Telling { scenario: &scenario, debrief, record: game.log(), hinges, votes, words, level }.doc();
        html::report(game, &doc, words, level)
    });
    keep(&session.scenario().id.clone(), "report", &text, words)
}

/// Writes the teacher's kit of a dispute, of one length of play or of all; says where, or why not.
pub(super) fn kit(scenario: &Scenario, source: &str, preset: Option<&str>, words: &Words, level: Reading) -> Notice {
    let preset = preset.and_then(|id| scenario.presets.iter().find(|p| p.id == id));
    let kit = Kit { scenario, source, words, level, pupils: 24, preset };
    let what = preset.map_or_else(|| "kit".to_owned(), |p| format!("kit-{}", p.id));
    keep(&scenario.id, &what, &page::document(&kit.doc(), &[], &page::Shell::about(scenario, words)), words)
}

fn keep(id: &str, what: &str, text: &str, words: &Words) -> Notice {
    let Some(path) = files::page(id, what, "html") else { return words.ui("text-no-folder").into() };
    match files::write(&path, text) {
        Ok(()) => Notice { text: words.ui_with("paper-saved", &[("path", path.display().to_string().into())]), file: Some(path) },
        Err(e) => words.ui_with("save-failed", &[("reason", e.to_string().into())]).into(),
    }
}

/// Shows a file or a folder in the program that the system has for such.
#[cfg(not(any(test, target_arch = "wasm32")))]
pub(super) fn open(path: &std::path::Path) -> std::io::Result<()> {
    // Without waiting: a browser may stay open for as long as its reader likes.
    open::that_detached(path)
}

/// A browser has no folders to show, and tests press whatever there is.
#[cfg(any(test, target_arch = "wasm32"))]
pub(super) fn open(_: &std::path::Path) -> std::io::Result<()> {
    Err(std::io::ErrorKind::Unsupported.into())
}
