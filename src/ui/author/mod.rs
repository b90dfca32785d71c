//! For whoever writes a dispute: the running game follows the open file, shows what the checker finds, and says which rule did
//! what, at which line.
//!
//! | File | Its part |
//! |---|---|
//! | `watch` | the file followed on a thread of its own |
//! | `banner` | the findings of a file that has errors |
//! | `inspector` | rules that fired, on what, at which line |
//! | `procedure` | the stages, and which way matches of bots went |

mod banner;
mod inspector;
mod procedure;
#[cfg(test)]
mod tests;
#[cfg(not(target_arch = "wasm32"))]
mod watch;
#[cfg(target_arch = "wasm32")]
#[path = "unwatched.rs"]
mod watch;

pub(super) use banner::{banner, waiting};
pub(super) use inspector::inspector;
pub(super) use procedure::page as procedure;
pub(super) use watch::Watch;

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Scenario;
use crate::scenario::Loaded;
use crate::scenario::places::Places;
use std::sync::Arc;

/// What was read of a file.
pub(super) type Read = Result<Loaded, Vec<Diagnostic>>;

/// The file an author has open beside the game.
pub(super) struct Author {
    /// How the scenario was named: a path.
    pub name: String,
    watch: Option<Watch>,
    /// What the checker found in the last save, the worst first; none of it errors if that save is in play.
    pub found: Vec<Diagnostic>,
    /// Where the rules stand that are in play.
    pub places: Places,
    /// Whether the inspector is open.
    pub inspecting: bool,
    /// How matches of bots pass through the stages.
    procedure: procedure::Procedure,
}

impl Author {
    /// A scenario that was named by a path, with what the checker found. None for one that ships.
    pub fn of(name: &str, found: Vec<Diagnostic>) -> Option<Self> {
        let is_file = std::path::Path::new(name).exists();
        is_file.then(|| Self {
            name: name.to_owned(),
            watch: None,
            found,
            places: Places::of(name),
            inspecting: false,
            procedure: procedure::Procedure::default(),
        })
    }

    /// Follows the file from now on; `wake` is called when there is news.
    pub fn follow(&mut self, wake: impl Fn() + Send + 'static) {
        self.watch = Watch::new(std::path::Path::new(&self.name), wake).ok();
    }

    /// The scenario of a save that has just been made and has no errors; findings of any save are kept for the banner.
    pub fn saved(&mut self) -> Option<Arc<Scenario>> {
        match self.watch.as_ref()?.news()? {
            Ok(Loaded { scenario, remarks }) => {
                self.found = remarks;
                self.places = Places::of(&self.name);
                Some(scenario)
            }
            Err(found) => {
                self.found = found;
                None
            }
        }
    }

    /// Whether the last save has errors.
    pub fn is_broken(&self) -> bool {
        self.found.iter().any(|d| d.severity == Severity::Error)
    }
}
