//! Two matches side by side, as part of a document.

use super::doc::Doc;
use super::{Comparison, Line};
use crate::lang::Words;
use crate::model::{Date, Reading, Scenario};
use std::collections::BTreeMap;

/// A comparison on its own.
#[must_use]
pub fn compared(s: &Scenario, c: &Comparison, words: &Words, level: Reading) -> Doc {
    let mut doc = Doc::titled(format!("{} · {}", words.ui("whatif-heading"), s.title.at(level)));
    beside(&mut doc, s, c, words, level);
    doc
}

/// A comparison as a section of a document that says more: what the two share, where they part, what came of each.
pub fn beside(doc: &mut Doc, s: &Scenario, c: &Comparison, words: &Words, level: Reading) {
    let ui = |key: &str| words.ui(key);
    let head = |first: &str| vec![ui(first), ui("whatif-first"), ui("whatif-second")];
    doc.section(ui("whatif-beside"));
    doc.say(words.ui_with("whatif-common", &[("actions", c.common.into())]));
    doc.say(match c.parted {
        Some((round, day)) => words.ui_with("whatif-parted", &[("round", round.into()), ("date", words.date(day).into())]),
        None => ui("whatif-same"),
    });
    let ending = |i: usize| {
        let over = c.endings[i].and_then(|e| s.endings.get(e.ix()));
        over.map_or_else(|| ui("text-not-over"), |e| e.title.at(level).to_owned())
    };
    let both = |title: String, two: &[i16; 2]| vec![title, two[0].to_string(), two[1].to_string()];
    let mut rows = vec![vec![ui("whatif-ending"), ending(0), ending(1)]];
    rows.extend(c.world.iter().map(|(v, start, two)| {
        let title = s.var(*v).title.at(level);
        both(words.ui_with("whatif-meter", &[("meter", title.into()), ("start", (*start).into())]), two)
    }));
    rows.extend(c.points.iter().map(|(seat, two)| {
        let name = s.seats[seat.ix()].name.at(level);
        both(words.ui_with("whatif-points", &[("seat", name.into())]), two)
    }));
    doc.part(ui("whatif-end")).table(ui("whatif-end"), head("whatif-what"), rows);
    for stretch in &c.rounds {
        let mut days: BTreeMap<Date, [Vec<String>; 2]> = BTreeMap::new();
        for (i, lines) in stretch.lines.iter().enumerate() {
            for Line { date, what, .. } in lines {
                days.entry(*date).or_default()[i].push(words.say(s, level, what));
            }
        }
        let cell = |lines: Vec<String>| if lines.is_empty() { "–".to_owned() } else { lines.join("; ") };
        let rows = days.into_iter().map(|(day, [one, two])| vec![words.date(day), cell(one), cell(two)]).collect();
        let round = words.ui_with("round-number", &[("round", stretch.round.into())]);
        let title = s.rounds.get(usize::from(stretch.round).saturating_sub(1)).map_or("", |r| r.title.at(level));
        doc.part(&round).table(format!("{round}: {title}"), head("report-date"), rows);
    }
}
