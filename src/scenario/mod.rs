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
mod resolve;
mod rules;
mod teaching;

pub use load::{Loaded, MOST_BYTES, check, load, open, open_law};
pub use teaching::misconceptions;
