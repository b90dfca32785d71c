//! What a finished match amounts to, as data and as documents without a form: the faces give them one.
//!
//! | File | Its part |
//! |---|---|
//! | `debrief` | what was decided, what it brought, where it left history |
//! | `accounts` | who gained and who paid |
//! | `law` | what the law required, and whom it bound when |
//! | `hinges` | the decisions on which the match turned, found by replay |
//! | `compare` | two matches side by side |
//! | `compared` | the same as part of a document |
//! | `doc` | a document: headings, paragraphs, lists, tables |
//! | `told` | the debrief as a document |
//! | `kit` | what a teacher prints for a lesson |
//! | `records` | rows for a spreadsheet, statements for a learning record |

mod accounts;
mod compare;
mod compared;
mod debrief;
pub mod doc;
mod hinges;
mod kit;
mod law;
pub mod records;
mod told;

pub use accounts::{Account, accounts};
pub use compare::{Comparison, Line, Stretch, compare};
pub use compared::{beside, compared};
pub use debrief::{AimResult, Debrief, PressResult, SeatResult, Turning, debrief, notable};
pub use hinges::{Hinge, Hinges, MOST_TRIED, hinges};
pub use kit::Kit;
pub use law::{Reasoned, Turn, bound, reasoned, turns};
pub use told::Telling;
