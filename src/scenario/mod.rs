//! RON text → `Scenario`: reading, resolving, checking, and the catalogue of what ships.

mod beside;
mod calendar;
pub mod catalog;
mod define;
pub mod file;
pub mod illustrations;
mod kind;
mod law;
mod lints;
mod load;
mod local;
mod names;
mod norms;
mod open;
pub mod package;
mod parts;
pub mod places;
pub mod reachable;
mod resolve;
mod rules;
mod teaching;
pub mod template;
pub mod translate;
pub mod upgrade;

pub use load::{Loaded, MOST_BYTES, load, open_law};
pub use open::{Checked, Language, check, examine, languages, open, text, translation_of, translations};
pub use teaching::misconceptions;
