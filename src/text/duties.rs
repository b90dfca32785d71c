//! What each legal order requires of the provider, as a page: cells, why, conflicts, what courts weigh.

use super::{Page, Voice};
use crate::model::{Arg, Say};
use crate::seat::duties::{besides, comity_told, conflicts, duty_key, why};
use crate::seat::{self, SeatView, Told};

/// The page.
#[must_use]
pub fn page(view: &SeatView, voice: Voice<'_>) -> Page {
    let s = &view.scenario;
    let d = seat::duties(view);
    let say = |say: &Say| voice.words.say(s, voice.level, say);
    let mut page = Page::new();
    page.heading(&voice.words.ui("duties-heading"));
    page.line(0, &say(&Say::new("duties-about").with("date", Arg::Day(d.disclose.day))));
    for (i, item) in s.items.iter().enumerate() {
        page.blank().line(0, item.title.at(voice.level));
        for cell in d.disclose.cells.iter().filter(|c| c.item.ix() == i) {
            let name = s.law.orders[cell.order.ix()].name.as_str();
            let args = [("order", name.into()), ("duty", voice.words.ui(duty_key(cell.duty)).into())];
            page.hang("  · ", &voice.words.ui_with("duties-cell", &args));
        }
    }
    tell(&mut page, 0, &besides(s, &d), &say);
    page.heading(&voice.words.ui("duties-conflicts"));
    tell(&mut page, 2, &conflicts(s, &d), &say);
    page.heading(&voice.words.ui("comity-heading"));
    tell(&mut page, 2, &comity_told(s, &d), &say);
    // A silent order that no norm is about needs no lines.
    for cell in d.disclose.cells.iter().filter(|c| !c.norms.is_empty()) {
        let (item, name) = (s.items[cell.item.ix()].title.at(voice.level), s.law.orders[cell.order.ix()].name.as_str());
        page.heading(&voice.words.ui_with("duties-why", &[("item", item.into()), ("order", name.into())]));
        tell(&mut page, 2, &why(s, cell), &say);
    }
    page
}

fn tell(page: &mut Page, left: usize, lines: &[Told], say: &impl Fn(&Say) -> String) {
    for line in lines {
        page.hang(&" ".repeat(left + 2 * line.depth), &say(&line.say));
    }
}
