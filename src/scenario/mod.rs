//! RON text → `Scenario`: reading, resolving, checking, and the catalogue of what ships.

mod calendar;
pub mod catalog;
mod define;
pub mod file;
mod law;
mod lints;
mod load;
mod names;
mod norms;
mod parts;
pub mod places;
pub mod reachable;
mod resolve;
mod rules;
mod teaching;

pub use load::{Checked, Loaded, MOST_BYTES, check, examine, load, open, open_law};
pub use teaching::misconceptions;
