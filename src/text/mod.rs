//! The text game: a whole match in a terminal or over a pipe, on the same `SeatView` as every other face.
//!
//! | File | Its part |
//! |---|---|
//! | `game` | the loop: bots move, people choose, news is told, the debrief closes |
//! | `table` | a match with its sitters: who is a person, who is a bot, and how it is kept |
//! | `command` | what a line means |
//! | `desk` | what a seat may do now, numbered |
//! | `closed` | why the rest is closed |
//! | `effects` | what an action does of itself |
//! | `dialog` | building an argument, an attack, a ruling by numbers |
//! | `law` | what binds each court, by day |
//! | `lobby` | choosing a dispute and a seat |
//! | `glossary` | the terms of art |
//! | `why` | what led to a number, an entry, an open or closed door |
//! | `hint` | what to look at, to weigh, to do |
//! | `learner` | quiz and profile |
//! | `duties` | what each legal order requires, and why |
//! | `pages` | brief, status, docket, press, calendar, log |
//! | `debrief` | the debrief |
//! | `compare` | two matches side by side |
//! | `public` | what everybody may know |
//! | `console` | lines in, wrapped text out |

mod closed;
mod command;
mod compare;
mod console;
mod debrief;
mod desk;
mod dialog;
mod duties;
mod effects;
mod game;
mod glossary;
mod hint;
#[cfg(test)]
mod language_tests;
mod law;
mod learner;
mod lobby;
mod pages;
mod public;
mod table;
mod why;

pub use compare::compared;
pub use console::{Console, Page, WIDTH};
pub use debrief::debrief;
pub use game::{Left, play};
pub use glossary::{glossary, glossary_terms};
pub use hint::hint;
pub use learner::{Learner, profile, quiz};
pub use lobby::{choose_scenario, choose_seat};
pub use pages::seat;
pub use public::public;
pub use table::{Keep, Sitter, Table};

use crate::lang::Words;
use crate::model::Reading;

/// How a reader wants to be spoken to.
#[derive(Clone, Copy, Debug)]
pub struct Voice<'a> {
    /// Language.
    pub words: &'a Words,
    /// Which of the two wordings.
    pub level: Reading,
}
