//! RON text → `Scenario`: reading, resolving, checking, and the catalogue of what ships.

pub mod catalog;
pub mod file;
mod law;
mod lints;
mod load;
mod resolve;

pub use load::{Loaded, check, load, open};
