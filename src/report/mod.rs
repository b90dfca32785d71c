//! What a finished match amounts to, as data: the faces turn it into words.

mod debrief;

pub use debrief::{AimResult, Debrief, PressResult, SeatResult, Turning, debrief};
