//! The rich face: egui widgets that draw what a seat may see.
//!
//! | Module | Its part |
//! |---|---|
//! | `game` | the whole: which page is shown, what the player asked for |
//! | `session` | a running match: persons, bots, the saved file |
//! | `files`, `prefs` | where matches and settings are kept |
//! | `cmd` | what a player may ask for |
//! | `cx` | words and titles for a reader |
//! | `pages` | title, choice of dispute and seats, brief, curtain, debrief, help |
//! | `table` | the match: bar, meters, docket, map, log |
//! | `desk` | what a seat may do now |
//! | `learn` | what a learner opens beside a match |
//! | `picture` | pictures, drawn with the painter |
//! | `parts` | effects as chips, costs, sources |
//! | `turning` | the search for turning points, beside the debrief |
//! | `papers` | the report and the teacher's kit as files |
//! | `author` | the open file followed, its findings, the inspector |
//! | `find` | a search over the table |
//! | `terms` | prose with its terms of art as links |
//! | `tongue` | which words are in another language, for those who have them read aloud |
//! | `why` | the panel that answers "Why?" |
//! | `world` | the map of the match, its cards |
//! | `map`, `theme` | a map of anything; colours, type, cards |

mod author;
#[cfg(test)]
mod class_tests;
mod cmd;
mod cx;
mod desk;
mod files;
mod find;
mod game;
mod illustration;
#[cfg(test)]
mod keyboard_tests;
#[cfg(test)]
mod language_tests;
mod learn;
pub mod map;
mod pages;
mod papers;
mod parts;
mod picture;
mod prefs;
mod screen;
mod session;
mod table;
mod terms;
#[cfg(test)]
mod tests;
pub mod theme;
mod tongue;
mod turning;
mod why;
mod world;

pub use game::{Game, Start};
pub use screen::Screen;
pub use session::{Player, Session};
