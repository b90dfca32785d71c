//! Two matches side by side, as text.

use super::{Page, Voice};
use crate::model::Scenario;
use crate::report::Comparison;

/// Renders a comparison.
#[must_use]
pub fn compared(s: &Scenario, c: &Comparison, voice: Voice<'_>) -> Page {
    let at = voice.level;
    let ui = |key: &str| voice.words.ui(key);
    let names = [ui("whatif-first"), ui("whatif-second")];
    let mut page = Page::new();
    page.heading(&format!("{} · {}", ui("whatif-compare"), s.title.at(at)));
    page.line(0, &voice.words.ui_with("whatif-common", &[("actions", c.common.into())]));
    page.line(0, &parted(c, voice));
    let mut rows = vec![vec![String::new(), names[0].clone(), names[1].clone()]];
    let ending = |i: usize| {
        let over = c.endings[i].and_then(|e| s.endings.get(e.ix()));
        over.map_or_else(|| ui("text-not-over"), |e| e.title.at(at).to_owned())
    };
    rows.push(vec![ui("whatif-ending"), ending(0), ending(1)]);
    let both = |title: &str, two: &[i16; 2]| vec![title.to_owned(), two[0].to_string(), two[1].to_string()];
    rows.extend(c.world.iter().map(|(v, _, two)| both(s.var(*v).title.at(at), two)));
    rows.extend(c.points.iter().map(|(seat, two)| {
        let name = s.seats[seat.ix()].name.at(at);
        both(&voice.words.ui_with("whatif-points", &[("seat", name.into())]), two)
    }));
    page.heading(&ui("whatif-end"));
    page.table(2, &rows);
    for stretch in &c.rounds {
        page.heading(&voice.words.ui_with("round-number", &[("round", stretch.round.into())]));
        for (name, lines) in names.iter().zip(&stretch.lines) {
            page.line(2, name);
            if lines.is_empty() {
                page.line(4, &ui("whatif-nothing"));
            }
            for line in lines {
                page.hang(&format!("    {}  ", line.date), &voice.words.say(s, at, &line.what));
            }
        }
    }
    page
}

/// Where the two part, as a sentence.
fn parted(c: &Comparison, voice: Voice<'_>) -> String {
    match c.parted {
        Some((round, day)) => {
            let when = [("round", round.into()), ("date", voice.words.date(day).into())];
            voice.words.ui_with("whatif-parted", &when)
        }
        None => voice.words.ui("whatif-same"),
    }
}
