//! The page face: what a browser shows and a printer prints, and the forms by which a browser plays.
//!
//! | File | Its part |
//! |---|---|
//! | `page` | the shell, and a document in it |
//! | `seat` | the page of a seat: all it may know, all it may do |
//! | `public` | what everybody may know |
//! | `report` | the debrief of a match, with its pictures |
//! | `form` | how a control names an action, and how a posted form is read |
//! | `markdown` | a document as Markdown |
//! | `coverage` | what many matches came to |
//! | `svg` | a picture as a file of its own |
//! | `tongue` | passages in another language than the page |

pub mod coverage;
pub mod form;
pub mod markdown;
pub mod page;
mod public;
mod report;
mod seat;
pub mod svg;
mod tongue;

pub use public::public;
pub use report::report;
pub use seat::SeatPage;
