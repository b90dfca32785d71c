//! Many matches: bots at every seat, all cores, one summary. The same seeds give the same digest on any number of threads.

mod run;
mod summary;

pub use run::{Seats, SimError, play_out, simulate};
pub use summary::{Mean, SeatSummary, Summary};
