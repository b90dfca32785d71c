//! Pages a player can ask for: brief, status, docket, press, calendar, log.

use super::desk::{Desk, law};
use super::dialog::arguments;
use super::effects::var;
use super::{Page, Voice};
use crate::lang::{self, Value, log};
use crate::model::{Arg, CaseIx, DataKind, Mark, Say, SeatIx, Side, VarIx, VarKind, Verdict};
use crate::play::Match;
use crate::seat::SeatView;

fn say(view: &SeatView, voice: Voice<'_>, say: &Say) -> String {
    voice.words.say(&view.scenario, voice.level, say)
}

/// All that a seat may know and do, page after page.
#[must_use]
pub fn seat(game: &Match, view: &SeatView, voice: Voice<'_>) -> Page {
    let desk = Desk::of(view, voice);
    Page::joined([
        desk.page(voice),
        desk.closed_page(view, voice),
        status(view, voice),
        docket(view, voice),
        super::duties::page(view, voice),
        super::law::law(view, None, voice),
        press(view, voice),
        record(game, view.seat, 0, voice),
        brief(view, voice),
    ])
}

/// What a picture of the author's shows, if one is asked for.
pub(super) fn illustration(page: &mut Page, s: &crate::model::Scenario, picture: Option<usize>, voice: Voice<'_>) {
    if let Some(picture) = picture.and_then(|i| s.illustrations.get(i)) {
        page.line(0, &voice.words.ui_with("picture-shows", &[("what", picture.shows.at(voice.level).into())]));
    }
}

/// The brief of a seat: what everybody knows, what only it knows, what it wants.
#[must_use]
pub fn brief(view: &SeatView, voice: Voice<'_>) -> Page {
    let s = &view.scenario;
    let me = &s.seats[view.seat.ix()];
    let at = voice.level;
    let (ui, with) = (|key| voice.words.ui(key), |key, name: &str, v: &str| voice.words.ui_with(key, &[(name, v.into())]));
    let mut page = Page::new();
    page.heading(&format!("{}: {}", s.title.at(at), me.name.at(at)));
    // A scenario without a brief has its summary for one.
    if s.summary != s.brief {
        page.line(0, s.summary.at(at));
    }
    page.heading(&ui("brief-public"));
    illustration(&mut page, s, s.picture, voice);
    page.line(0, s.brief.at(at));
    page.heading(&ui("brief-private")).line(0, me.brief.at(at));
    if let Some(card) = me.cards.get(view.card.ix()) {
        page.blank().line(0, &with("brief-card", "card", card.title.at(at))).line(2, card.text.at(at));
    }
    if !me.fear.is_empty() {
        page.line(0, &with("brief-fear", "fear", me.fear.at(at)));
    }
    if let Some(side) = me.side {
        page.line(0, &say(view, voice, &Say::new("brief-argues").with("side", Arg::Side(side))));
    }
    page.heading(&ui("brief-aims"));
    aims(view, voice, &mut page);
    page
}

fn aims(view: &SeatView, voice: Voice<'_>, page: &mut Page) {
    let me = &view.scenario.seats[view.seat.ix()];
    for (aim, (weight, earned)) in me.aims.iter().zip(view.tally()).filter(|(_, (w, _))| *w > 0) {
        let tally = [("points", Value::from(earned)), ("most", weight.into())];
        page.hang("  · ", &format!("{} ({})", aim.text.at(voice.level), voice.words.ui_with("meters-tally", &tally)));
        for mark in &aim.marks {
            let (v, key, n) = match mark {
                Mark::AtLeast(v, n) => (v, "meters-at-least", n),
                Mark::AtMost(v, n) => (v, "meters-at-most", n),
            };
            let mark = voice.words.ui_with(key, &[("mark", (*n).into())]);
            page.hang(
                "      ",
                &format!("{}: {} ({mark})", var(view, *v, voice), view.number(*v).map_or("?".into(), |n| n.to_string())),
            );
        }
    }
}

/// Numbers, aims, what lies ahead.
#[must_use]
pub fn status(view: &SeatView, voice: Voice<'_>) -> Page {
    let s = &view.scenario;
    let ui = |key| voice.words.ui(key);
    let mut page = Page::new();
    let shown = |owner: &dyn Fn(Option<SeatIx>) -> bool| -> Vec<Vec<String>> {
        let seen = s.vars.iter().enumerate().filter(|(i, v)| {
            matches!(v.kind, VarKind::Meter | VarKind::Counter)
                && owner(v.owner)
                && view.sees(VarIx::new(*i))
                && !v.title.is_empty()
        });
        seen.map(|(i, v)| {
            let value = voice.words.ui_with("meters-value", &[("value", view.numbers[i].into()), ("max", v.max.into())]);
            vec![v.title.at(voice.level).to_owned(), value, v.about.at(voice.level).to_owned()]
        })
        .collect()
    };
    let mine = |o: Option<SeatIx>| o == Some(view.seat);
    let world = |o: Option<SeatIx>| o.is_none();
    let others = |o: Option<SeatIx>| o.is_some_and(|x| x != view.seat);
    for (key, rows) in [("meters-yours", shown(&mine)), ("meters-world", shown(&world)), ("meters-others", shown(&others))] {
        if !rows.is_empty() {
            page.heading(&ui(key)).table(2, &rows);
        }
    }
    let questions: Vec<Vec<String>> = crate::seat::open_questions(s, &view.numbers)
        .map(|(q, n)| vec![s.var(q).title.at(voice.level).to_owned(), say(view, voice, &crate::lang::law::finding(s, q, n))])
        .collect();
    if !questions.is_empty() {
        page.heading(&ui("meters-questions")).table(2, &questions);
    }
    page.heading(&ui("brief-aims"));
    aims(view, voice, &mut page);
    let ahead: Vec<Vec<String>> = view
        .ahead
        .iter()
        .map(|(e, day)| {
            vec![day.map_or_else(|| "?".into(), |d| voice.words.date(d)), s.event(*e).title.at(voice.level).to_owned()]
        })
        .collect();
    if !ahead.is_empty() {
        page.heading(&ui("calendar-ahead")).table(2, &ahead);
    }
    page
}

/// Cases, arguments, instruments, data, holdings.
#[must_use]
pub fn docket(view: &SeatView, voice: Voice<'_>) -> Page {
    let s = &view.scenario;
    let ui = |key| voice.words.ui(key);
    let mut page = Page::new();
    for (i, case) in s.cases.iter().enumerate() {
        page.heading(case.title.at(voice.level)).line(0, case.text.at(voice.level));
        if i == 0 {
            page.line(2, &say(view, voice, &crate::seat::judgment(view, "docket-judgment")));
        }
        page.line(2, &say(view, voice, &law(view, CaseIx::new(i))));
        if let Some(x) = Side::of(view.numbers[case.persuaded.ix()]) {
            page.line(2, &say(view, voice, &Say::new("docket-persuaded").with("side", Arg::Side(x))));
        }
    }
    if !view.sitting.pleaded.is_empty() {
        page.heading(&ui("desk-arguments"));
        arguments(view, voice, &mut page);
    }
    page.heading(&ui("docket-instruments"));
    let rows = s.instruments.iter().zip(&view.instruments);
    page.table(2, &rows.map(|(i, x)| vec![i.title.at(voice.level).to_owned(), ui(log::instrument(*x))]).collect::<Vec<_>>());
    page.heading(&ui("docket-items"));
    for (item, produced) in s.items.iter().zip(&view.produced) {
        let kind = ui(if item.kind == DataKind::Content { "docket-content" } else { "docket-non-content" });
        let state = ui(if *produced { "docket-produced" } else { "docket-not-produced" });
        let place = s.places.get(item.place).map_or("", |p| p.title.at(voice.level));
        page.hang("  · ", &format!("{} ({kind}; {place}): {state}", item.title.at(voice.level)));
    }
    page.heading(&ui("docket-holdings"));
    for h in &view.holdings {
        let held = Say::new("log-held")
            .with("court", Arg::Court(h.court))
            .with("case", Arg::Case(h.case))
            .with("side", Arg::Side(h.side))
            .with("reason", Arg::Factors(h.reason.iter().collect()));
        page.hang("  · ", &format!("{} [{}]", say(view, voice, &held), ui(lang::law::standing(h.standing()))));
    }
    if view.holdings.is_empty() {
        page.line(2, &ui("docket-no-holdings"));
    }
    page
}

/// Stories that are out, and what the seat knows of their claims.
#[must_use]
pub fn press(view: &SeatView, voice: Voice<'_>) -> Page {
    let s = &view.scenario;
    let ui = |key| voice.words.ui(key);
    let mut page = Page::new();
    page.heading(&ui("press-heading"));
    let mut none = true;
    for story in s.stories.iter().filter(|x| x.claims.iter().any(|c| view.out(*c))) {
        none = false;
        let head = [("date", voice.words.date(story.date).into()), ("title", story.title.at(voice.level).into())];
        page.blank().line(0, &voice.words.ui_with("press-story", &head)).line(2, story.text.at(voice.level));
        for c in &story.claims {
            let (claim, known) = (s.claim(*c), view.press[c.ix()]);
            let state = if known.checked { ui(log::verdict(claim.verdict)) } else { ui("press-unchecked") };
            let quoted = if known.quoted { format!(", {}", ui("press-quoted")) } else { String::new() };
            page.hang("    · ", &format!("{} [{state}{quoted}]", claim.text.at(voice.level)));
            if known.checked && claim.verdict != Verdict::Accurate {
                page.line(8, &format!("{}: {}", ui("press-record"), claim.record.at(voice.level)));
            }
            if known.checked {
                page.line(8, &voice.words.ui_with("press-source", &[("source", claim.source.as_str().into())]));
            }
        }
    }
    if none {
        page.line(0, &ui("press-empty"));
    }
    page
}

/// What a seat may know of the log from an entry on, in the order it happened.
#[must_use]
pub fn record(game: &Match, seat: SeatIx, since: usize, voice: Voice<'_>) -> Page {
    let s = game.scenario();
    let mut page = Page::new();
    // Numbered as `why log` counts them: through everything the seat has heard.
    let before = game.events(seat, 0).len() - game.events(seat, since).len();
    for (n, (i, entry)) in game.events(seat, since).into_iter().enumerate() {
        let sentence = voice.words.say(s, voice.level, &lang::entry_after(s, &game.log()[..i], entry));
        page.hang(&format!("{:4}  {}  ", before + n + 1, entry.date), &sentence);
    }
    page
}

/// A picture, in words.
#[must_use]
pub fn picture(game: &Match, view: &SeatView, kind: crate::picture::Kind, voice: Voice<'_>) -> Page {
    let events = game.events(view.seat, 0);
    let asked = crate::picture::Asked { words: voice.words, level: voice.level, view, events: &events, court: None };
    let drawn = crate::picture::draw(kind, &asked, crate::picture::USUAL);
    let mut page = Page::new();
    page.heading(&drawn.title);
    for line in &drawn.description {
        page.hang("  ", line);
    }
    page
}
