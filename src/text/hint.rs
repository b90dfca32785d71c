//! A hint as text.

use super::{Page, Voice};
use crate::bots;
use crate::learn::{self, Strength};
use crate::seat::SeatView;

/// A hint for the seat at the desk.
#[must_use]
pub fn hint(view: &SeatView, strength: Strength, guided: bool, voice: Voice<'_>) -> Page {
    let play = (strength == Strength::Suggest).then(|| bots::named("cautious", 0)).flatten().map(|mut b| b.play(view));
    let advice = play.as_ref().map(|p| (&p.action, &p.because));
    let mut page = Page::new();
    page.heading(&voice.words.ui(strength.key()));
    for line in learn::hint(view, strength, advice, guided) {
        let mark = if line.depth == 0 { "  · ".to_owned() } else { " ".repeat(4 + 2 * line.depth) };
        page.hang(&mark, &voice.words.say(&view.scenario, voice.level, &line.say));
    }
    page
}
