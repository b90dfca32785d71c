//! Many matches: bots at every seat, all cores, one summary. The same seeds give the same digest on any number of threads.

mod against;
mod count;
mod coverage;
mod passages;
mod run;
mod summary;
mod transcript;

pub use against::{Comparison, Measure, Moved, against};
pub use count::{Histogram, Interval};
pub use coverage::{Coverage, Kind, Thing};
pub use passages::passages;
pub use run::{Batch, Seats, SimError, play_out, reach, simulate};
pub use summary::{EndingCount, Extremes, SeatSummary, Spread, Summary};
pub use transcript::{Miss, Outcome, carry_out};
