//! What a learner meets, is asked and keeps: data and logic, no face.
//!
//! | File | Its part |
//! |---|---|
//! | `depth` | how deep one plays, as data: what of a seat is its person's |
//! | `glossary` | the terms of art, and where they stand in a text |
//! | `guided` | guided play: what is left to the person, what a bot does for them |
//! | `hint` | what to look at, what to weigh, what to do, from one's own view |
//! | `lesson` | worked examples: steps played for the learner, then one to choose |
//! | `quiz` | questions of authors and questions about one's own match |
//! | `profile` | what was met and shown, and when a question comes back |
//! | `store` | the profile as a file: kept, recovered, erased |

mod depth;
mod glossary;
mod guided;
mod hint;
mod lesson;
mod profile;
pub mod quiz;
mod store;

pub use glossary::{Glossary, Term};
pub use guided::{Guide, is_left, on_behalf};
pub use hint::{Strength, at_stake, hint};
pub use lesson::{Lesson, learner, lesson, played_for, refused};
pub use profile::{DAYS, Profile, Progress, Slot, Status, Unreadable, VERSION};
pub use store::{Store, Trouble, erase};
