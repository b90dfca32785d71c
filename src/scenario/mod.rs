//! RON text → `Scenario`: reading, resolving, checking, and the catalogue of what ships.

mod beside;
mod calendar;
pub mod catalog;
mod define;
pub mod file;
mod law;
mod lints;
mod load;
mod local;
mod names;
mod norms;
pub mod package;
mod parts;
pub mod places;
pub mod reachable;
mod resolve;
mod rules;
mod teaching;
pub mod template;
pub mod upgrade;

pub use load::{Checked, Loaded, MOST_BYTES, check, examine, load, open, open_law};
pub use teaching::misconceptions;
