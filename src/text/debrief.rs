//! The debrief as text.

use super::{Page, Voice};
use crate::lang::{self, Value, log};
use crate::model::{Arg, Happened, LogEntry, Say, Scenario, SeatIx};
use crate::report::{Debrief, Turning};

/// Renders a debrief; `record` is the whole log of the match.
#[must_use]
pub fn debrief(s: &Scenario, d: &Debrief, record: &[LogEntry], voice: Voice<'_>) -> Page {
    let at = voice.level;
    let ui = |key| voice.words.ui(key);
    let say = |say: Say| voice.words.say(s, at, &say);
    let mut page = Page::new();
    page.heading(&format!("{} · {}", ui("debrief-heading"), s.title.at(at)));
    match d.ending.and_then(|e| s.endings.get(e.ix())) {
        Some(ending) => {
            page.line(0, &voice.words.ui_with("debrief-ending", &[("ending", ending.title.at(at).into())]));
            page.line(0, ending.text.at(at));
        }
        None => {
            page.line(0, &ui("text-not-over"));
        }
    }
    seats(s, d, voice, &mut page);
    page.heading(&ui("debrief-world"));
    let world = d.world.iter().map(|(v, from, to)| {
        let change = [("from", Value::from(*from)), ("to", (*to).into())];
        vec![s.var(*v).title.at(at).to_owned(), voice.words.ui_with("meters-change", &change)]
    });
    page.table(2, &world.collect::<Vec<_>>());
    page.heading(&ui("debrief-yours"));
    for entry in d.timeline.iter().map(|i| (i, &record[*i])) {
        let (i, e) = entry;
        page.hang(&format!("  {}  ", e.date), &say(lang::entry_after(s, &record[..*i], e)));
    }
    page.heading(&ui("debrief-real"));
    for fact in &s.timeline {
        page.hang(&format!("  {}  ", fact.date), fact.text.at(at));
    }
    page.heading(&ui("debrief-parted"));
    match &d.parted {
        None => page.line(0, &ui("debrief-never-parted")),
        Some((i, turning)) => page.line(0, &format!("{}  {}", record[*i].date, say(turn(*turning)))),
    };
    broken(s, record, voice, &mut page);
    holdings(s, record, voice, &mut page);
    reasoned(s, d, record, voice, &mut page);
    if !d.press.is_empty() {
        page.heading(&ui("debrief-press"));
        for p in &d.press {
            let claim = s.claim(p.claim);
            page.hang("  · ", &format!("{} [{}]", claim.text.at(at), ui(log::verdict(claim.verdict))));
            page.line(6, &format!("{}: {}", ui("press-record"), claim.record.at(at)));
            let bits = |bits: u16| (0..s.seats.len()).filter(move |i| bits & (1 << i) != 0);
            let careless: Vec<&str> = bits(p.quoted & !p.checked).map(|i| s.seats[i].name.at(at)).collect();
            if !careless.is_empty() {
                page.line(6, &format!("{}: {}", voice.words.list(&careless), ui("debrief-unchecked")));
            }
        }
    }
    for (key, text) in
        [("debrief-history", &s.debrief.history), ("debrief-law-now", &s.debrief.law_now), ("text-epilogue", &s.debrief.epilogue)]
    {
        if !text.is_empty() {
            page.heading(&ui(key)).line(0, text.at(at));
        }
    }
    if !s.debrief.questions.is_empty() {
        page.heading(&ui("debrief-questions"));
        for q in &s.debrief.questions {
            page.hang("  · ", q.at(at));
        }
    }
    page
}

fn seats(s: &Scenario, d: &Debrief, voice: Voice<'_>, page: &mut Page) {
    let at = voice.level;
    page.heading(&voice.words.ui("debrief-paid"));
    let lines = d.ending.and_then(|e| s.endings.get(e.ix())).map(|e| &e.lines);
    for result in &d.seats {
        let seat = &s.seats[result.seat.ix()];
        let points = voice.words.ui_with("debrief-points", &[("points", result.points.into())]);
        let par = result.par.map(|p| voice.words.ui_with("debrief-par", &[("par", p.into())]));
        let par = par.map_or_else(String::new, |p| format!("; {p}"));
        page.blank().line(0, &format!("{}: {points}{par}", seat.name.at(at)));
        if let Some(card) = seat.cards.get(result.card.ix()) {
            page.line(2, &voice.words.ui_with("brief-card", &[("card", card.title.at(at).into())]));
        }
        let bought = |seat: SeatIx| lines.and_then(|l| l.iter().find(|(x, _)| *x == seat)).map(|(_, t)| t.at(at));
        if let Some(line) = bought(result.seat) {
            page.line(2, line);
        }
        for aim in result.aims.iter().filter(|a| a.weight > 0) {
            page.hang(&format!("  {:2} / {:<2} ", aim.earned, aim.weight), seat.aims[aim.aim].text.at(at));
        }
    }
}

fn broken(s: &Scenario, record: &[LogEntry], voice: Voice<'_>, page: &mut Page) {
    let broke: Vec<&LogEntry> = record.iter().filter(|e| matches!(e.what, Happened::Broke(_))).collect();
    if !broke.is_empty() {
        page.heading(&voice.words.ui("debrief-broken"));
    }
    for e in broke {
        let Happened::Broke(norm) = &e.what else { continue };
        let sentence = voice.words.say(s, voice.level, &lang::entry_after(s, &[], e));
        page.hang(&format!("  {}  ", e.date), &format!("{sentence} [{}]", s.law.norm(*norm).citation));
    }
}

fn holdings(s: &Scenario, record: &[LogEntry], voice: Voice<'_>, page: &mut Page) {
    let held: Vec<(usize, &LogEntry)> =
        record.iter().enumerate().filter(|(_, e)| matches!(e.what, Happened::Held(..) | Happened::Status(..))).collect();
    if held.is_empty() {
        return;
    }
    page.heading(&voice.words.ui("debrief-holdings"));
    for (i, e) in held {
        page.hang(&format!("  {}  ", e.date), &voice.words.say(s, voice.level, &lang::entry_after(s, &record[..i], e)));
    }
}

/// What the law required of each court beside what it did; whom it bound and from when; how well it was argued.
fn reasoned(s: &Scenario, d: &Debrief, record: &[LogEntry], voice: Voice<'_>, page: &mut Page) {
    let say = |say: &Say| voice.words.say(s, voice.level, say);
    let entry = |i: usize| say(&lang::entry_after(s, &record[..i], &record[i]));
    if !d.reasoned.is_empty() {
        page.heading(&voice.words.ui("debrief-reasoned"));
        for r in &d.reasoned {
            page.blank().hang(&format!("  {}  ", record[r.decision].date), &entry(r.constraint));
            page.hang("      → ", &entry(r.decision));
            for i in &r.treated {
                page.hang("        · ", &entry(*i));
            }
        }
    }
    if !d.turns.is_empty() {
        page.heading(&voice.words.ui("debrief-law-turns"));
        for turn in &d.turns {
            page.hang("  · ", &say(&lang::law::turned(turn.from, turn.court, &turn.by)));
        }
    }
    if !d.scored.is_empty() {
        page.heading(&voice.words.ui("debrief-argued")).line(0, &voice.words.ui("score-about"));
        for i in &d.scored {
            page.hang(&format!("  {}  ", record[*i].date), &entry(*i));
        }
    }
}

fn turn(turning: Turning) -> Say {
    match turning {
        Turning::Choice(d, here, then) => Say::new("text-parted-choice")
            .with("decision", Arg::Decision(d))
            .with("here", Arg::Choice(d, here))
            .with("then", Arg::Choice(d, then)),
        Turning::Ruling(stage, here, then) => Say::new("text-parted-ruling")
            .with("stage", Arg::Stage(stage))
            .with("here", Arg::Side(here))
            .with("then", Arg::Side(then)),
    }
}
