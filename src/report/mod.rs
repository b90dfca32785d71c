//! What a finished match amounts to, as data: the faces turn it into words.

mod compare;
mod debrief;
mod law;

pub use compare::{Comparison, Line, Stretch, compare};
pub use debrief::{AimResult, Debrief, PressResult, SeatResult, Turning, debrief, notable};
pub use law::{Reasoned, Turn, bound, reasoned, turns};
