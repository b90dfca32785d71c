//! The report of a match as a page: the debrief, and its pictures once nothing is secret any more.

use super::page;
use crate::lang::Words;
use crate::model::{Reading, SeatIx};
use crate::picture::{self, Asked, Kind, USUAL};
use crate::play::Match;
use crate::report::doc::Doc;

/// The page of a debrief that was told of a match. A match that goes on has no pictures: they would show what one seat sees.
#[must_use]
pub fn report(game: &mut Match, told: &Doc, words: &Words, level: Reading) -> String {
    let shell = page::Shell::about(game.scenario(), words);
    if game.over().is_none() {
        return page::document(told, &[], &shell);
    }
    let view = game.view(SeatIx(0));
    let events = game.events(SeatIx(0), 0);
    let asked = Asked { words, level, view: &view, events: &events, court: None };
    let pictures = [Kind::Timeline, Kind::Law, Kind::Meters].map(|kind| picture::draw(kind, &asked, USUAL));
    page::document(told, &pictures, &shell)
}
