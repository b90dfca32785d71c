//! The page face, read as a browser reads it: nothing of a view is missing, everything legal can be posted, nothing else is said.

use super::cli::{Folder, bad, good};
use super::secrecy::disguise;
use super::table::{flagship, played, shipped};
use comity::bots;
use comity::html::{self, SeatPage, form};
use comity::lang::Words;
use comity::model::{Action, Happened, InstrumentStatus, LogEntry, Reading, SeatIx, VarIx, VarKind};
use comity::play::Match;
use comity::scenario::catalog;
use comity::seat::{SeatView, check, closed, duties, legal_actions};
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeSet;
use std::sync::Arc;

fn all<'a>(page: &'a Html, css: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(css).unwrap()).collect()
}

fn within<'a>(e: ElementRef<'a>, css: &str) -> Vec<ElementRef<'a>> {
    e.select(&Selector::parse(css).unwrap()).collect()
}

/// The text of a part, blanks made one.
fn words_of(e: ElementRef<'_>) -> String {
    e.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn page(view: &SeatView, events: &[(usize, &LogEntry)], level: Reading) -> String {
    SeatPage { words: &Words::english(), level, view, events, post: Some("/act") }.html()
}

/// What a browser would post if a control of a form were pressed, with these controls on: (name, value).
fn posted(form: ElementRef<'_>, pressed: ElementRef<'_>, on: &dyn Fn(&str, &str) -> bool) -> Vec<(String, String)> {
    let pair = |e: &ElementRef<'_>| (e.attr("name").unwrap().to_owned(), e.attr("value").unwrap().to_owned());
    let mut out = Vec::new();
    for input in within(form, "input") {
        let (name, value) = pair(&input);
        if input.attr("type") == Some("hidden") || on(&name, &value) {
            out.push((name, value));
        }
    }
    out.push(pair(&pressed));
    out
}

/// Which controls of a form are on: by name and value.
type Wanted<'a> = Box<dyn Fn(&str, &str) -> bool + 'a>;

/// The fields that do an action, out of the forms of a page; none if no form can.
fn fields(page: &Html, view: &SeatView, action: &Action) -> Option<Vec<(String, String)>> {
    let s = &view.scenario;
    let factor = |f| s.law.factor(f).id.as_str();
    let wanted: Wanted<'_> = match action {
        Action::Argue(p) => Box::new(move |name, value| match name {
            "factor" => p.factors.iter().any(|f| factor(f) == value),
            "authority" => p.authority.map_or("", |a| s.law.precedent(a).id.as_str()) == value,
            "face" => p.faced,
            "quote" => p.quote.map_or("", |c| s.claim(c).id.as_str()) == value,
            _ => false,
        }),
        Action::Rule(_, reason) => Box::new(move |name, value| name == "factor" && reason.iter().any(|f| factor(f) == value)),
        _ => Box::new(|_, _| false),
    };
    let value = match action {
        Action::Argue(_) => "argue".to_owned(),
        Action::Rule(..) => "rule".to_owned(),
        action => form::value(s, action),
    };
    all(page, "form").into_iter().find_map(|f| {
        let button = within(f, "button[type=submit][name=do]").into_iter().find(|b| b.attr("value") == Some(&value))?;
        let fields = posted(f, button, &*wanted);
        (form::read(view, &fields).as_ref() == Ok(action)).then_some(fields)
    })
}

/// Everything in a view that a page has to hold.
fn complete(page: &Html, view: &SeatView, events: &[(usize, &LogEntry)], level: Reading, place: &str) {
    let s = &view.scenario;
    let words = Words::english();
    let text = words_of(page.root_element());
    let has = |what: &str, why: &str| assert!(text.contains(&one_line(what)), "{place}: {why}: {what}");
    for action in legal_actions(view).iter().chain(check(view, &Action::Undo).is_ok().then_some(&Action::Undo)) {
        let fields = fields(page, view, action).unwrap_or_else(|| panic!("{place}: no form does {action:?}"));
        assert!(check(view, &form::read(view, &fields).unwrap()).is_ok());
    }
    // And nothing is offered that the rules would refuse.
    for f in all(page, "form") {
        for b in within(f, "button") {
            if matches!(b.attr("value"), Some("rule")) {
                continue;
            }
            let on: BTreeSet<(&str, &str)> =
                within(f, "input[checked]").iter().map(|i| (i.attr("name").unwrap(), i.attr("value").unwrap())).collect();
            let fields = posted(f, b, &|name, value| on.contains(&(name, value)));
            let action = form::read(view, &fields).unwrap_or_else(|e| panic!("{place}: {e:?}: {fields:?}"));
            assert!(check(view, &action).is_ok(), "{place}: offered, but refused: {action:?}");
        }
    }
    for c in closed(view) {
        has(&words.say(s, level, &c.refusal.why.say(s)), "why something is closed");
    }
    for (i, v) in s.vars.iter().enumerate().filter(|(i, v)| v.kind != VarKind::Flag && view.sees(VarIx::new(*i))) {
        let title = one_line(v.title.at(level));
        let mut rows =
            all(page, "aside .meters tr").into_iter().filter(|r| within(*r, "th summary").iter().any(|x| words_of(*x) == title));
        let values: Vec<String> = rows.by_ref().flat_map(|r| within(r, ".value")).map(words_of).collect();
        let now = view.numbers[i].unsigned_abs().to_string();
        let shown = values.iter().any(|x| x.split(' ').next().is_some_and(|n| n.trim_start_matches(['+', '−', '-']) == now));
        assert!(title.is_empty() || shown, "{place}: {} is {now}, shown: {values:?}", v.id);
    }
    let found = duties(view);
    let cells = all(page, "#duties .matrix td");
    assert_eq!(cells.len(), s.items.len() * found.disclose.cells.len().checked_div(s.items.len()).unwrap_or(0), "{place}");
    for cell in &found.disclose.cells {
        has(&words.ui(duties::duty_key(cell.duty)), "a duty");
        duties::why(s, cell).iter().filter(|_| !cell.norms.is_empty()).for_each(|t| has(&words.say(s, level, &t.say), "a trace"));
    }
    for case in &s.cases {
        has(case.title.at(level), "a case");
        has(case.text.at(level), "what a case is about");
    }
    for (x, status) in s.instruments.iter().zip(&view.instruments).filter(|(_, x)| **x != InstrumentStatus::Unasked) {
        has(x.title.at(level), "an instrument");
        has(&words.ui(comity::lang::log::instrument(*status)), "its state");
    }
    s.items.iter().for_each(|x| has(x.title.at(level), "data"));
    for held in &view.holdings {
        has(&s.law.court(held.court).name, "who held");
        has(&words.ui(comity::lang::law::standing(held.standing())), "what became of it");
    }
    for (i, claim) in s.claims.iter().enumerate() {
        let known = view.press[i];
        assert_eq!(
            known.out,
            all(page, "#press .claims q").iter().any(|q| words_of(*q) == one_line(claim.text.at(level))),
            "{place}: {}",
            claim.id
        );
        if known.checked {
            has(claim.record.at(level), "what the record says");
        }
    }
    view.ahead.iter().for_each(|(e, _)| has(s.event(*e).title.at(level), "what lies ahead"));
    view.offers.iter().filter(|o| s.offer(**o).to == view.seat).for_each(|o| has(s.offer(*o).act.title.at(level), "an offer"));
    let entries = events.iter().filter(|(_, e)| !matches!(e.what, Happened::Opened(_))).count();
    assert_eq!(all(page, "#log li").len(), entries, "{place}: every entry of the log");
    let me = &s.seats[view.seat.ix()];
    has(me.brief.at(level), "the brief");
    me.aims.iter().for_each(|a| has(a.text.at(level), "an aim"));
    // Nothing of what other seats alone know.
    for (i, other) in s.seats.iter().enumerate().filter(|(i, _)| *i != view.seat.ix()) {
        assert!(!text.contains(&one_line(other.brief.at(level))), "{place}: the brief of {}", other.id);
        other
            .cards
            .iter()
            .for_each(|c| assert!(c.text.is_empty() || !text.contains(&one_line(c.text.at(level))), "{place}: {i}"));
    }
}

/// What holds of every page: ids once, headings in order, each control with a name, each reference to something there.
fn sound(page: &Html, place: &str) {
    let ids: Vec<&str> = all(page, "[id]").iter().map(|e| e.attr("id").unwrap()).collect();
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(
        ids.len(),
        known.len(),
        "{place}: an id stands twice: {:?}",
        ids.iter().filter(|i| ids.iter().filter(|j| j == i).count() > 1).collect::<BTreeSet<_>>()
    );
    for (css, name) in [("[aria-describedby]", "aria-describedby"), ("[aria-labelledby]", "aria-labelledby")] {
        for e in all(page, css) {
            assert!(known.contains(e.attr(name).unwrap()), "{place}: {name}");
        }
    }
    for a in all(page, "a[href]") {
        let to = a.attr("href").unwrap().strip_prefix('#').unwrap_or_else(|| panic!("{place}: a link leads away"));
        assert!(known.contains(to), "{place}: a link to {to} leads nowhere");
    }
    let mut last = 0;
    for h in all(page, "h1,h2,h3,h4,h5,h6") {
        let level: u8 = h.value().name()[1..].parse().unwrap();
        // Beside the content a column of its own begins again.
        assert!(level <= last + 1, "{place}: h{level} after h{last}: {}", words_of(h));
        assert!(!words_of(h).is_empty(), "{place}: an empty heading");
        last = level;
    }
    assert_eq!(all(page, "h1").len(), 1, "{place}");
    assert_eq!((all(page, "main").len(), all(page, "html[lang]").len()), (1, 1), "{place}");
    for input in all(page, "input:not([type=hidden])") {
        assert!(
            input.ancestors().any(|a| a.value().as_element().is_some_and(|e| e.name() == "label")),
            "{place}: a control without a name"
        );
    }
    for b in all(page, "button") {
        assert!(!words_of(b).is_empty(), "{place}: a button without a name");
    }
    for t in all(page, "th") {
        assert!(t.attr("scope").is_some(), "{place}: a head without a scope");
    }
    for t in all(page, "table") {
        assert_eq!(within(t, "caption").len(), 1, "{place}: a table without a caption");
    }
    for x in all(page, "svg") {
        assert!(!within(x, "title").is_empty() && x.attr("role") == Some("img"), "{place}");
    }
}

#[test]
fn every_page_of_a_seat_is_whole() {
    let mut pages = 0;
    for slug in catalog::scenarios() {
        let s = shipped(slug);
        for seed in 0..3_u64 {
            let mut m = Match::new(Arc::clone(&s), seed, false);
            let mut bots: Vec<_> = (0..s.seats.len()).map(|i| bots::named("random", seed * 31 + i as u64).unwrap()).collect();
            let mut steps = 0_u64;
            while m.over().is_none() {
                let seat = m.awaited()[0];
                let view = m.view(seat);
                if (steps + seed).is_multiple_of(6) {
                    let level = if steps.is_multiple_of(2) { Reading::Plain } else { Reading::Full };
                    let place = format!("{slug}, seed {seed}, step {steps}, {}", s.seats[seat.ix()].id);
                    let events = m.events(seat, 0);
                    let parsed = Html::parse_document(&page(&view, &events, level));
                    sound(&parsed, &place);
                    complete(&parsed, &view, &events, level, &place);
                    pages += 1;
                }
                steps += 1;
                let play = bots[seat.ix()].play(&view);
                m.submit(seat, &play.action).unwrap();
            }
            for seat in (0..s.seats.len()).map(SeatIx::new) {
                let (view, events) = (m.view(seat), m.events(seat, 0));
                let parsed = Html::parse_document(&page(&view, &events, Reading::Plain));
                sound(&parsed, slug);
                complete(&parsed, &view, &events, Reading::Plain, slug);
                assert!(all(&parsed, "form").is_empty(), "{slug}: nothing can be done after the end");
            }
            let wall = html::public(&m.public(), &m.public_events(), &Words::english(), Reading::Plain);
            let wall = Html::parse_document(&wall);
            sound(&wall, slug);
            assert!(all(&wall, "form, input, button").is_empty(), "{slug}: the wall is to look at");
        }
    }
    assert!(pages > 60, "{pages}");
}

#[test]
fn no_page_shows_what_only_another_seat_knows() {
    let s = flagship();
    let mut compared = 0;
    for seed in 0..3 {
        let mut m = Match::new(Arc::clone(&s), seed, false);
        let mut bots: Vec<_> = (0..s.seats.len()).map(|i| bots::named("random", seed * 7 + i as u64).unwrap()).collect();
        for step in 0..300 {
            if m.over().is_some() {
                break;
            }
            if step % 23 == 0 {
                let p = m.position();
                for eye in (0..s.seats.len()).map(SeatIx::new) {
                    let events = m.events(eye, 0);
                    let of = |p| page(&Match::from_position(p).view(eye), &events, Reading::Plain);
                    assert_eq!(of(p.clone()), of(disguise(&p, eye, step)), "seed {seed}, step {step}, {}", s.seats[eye.ix()].id);
                    compared += 1;
                }
            }
            let seat = m.awaited()[0];
            let view = m.view(seat);
            m.submit(seat, &bots[seat.ix()].play(&view).action).unwrap();
        }
    }
    assert!(compared > 40, "{compared}");
}

#[test]
fn an_old_page_and_a_forged_form_do_nothing() {
    let s = flagship();
    let mut m = Match::new(Arc::clone(&s), 3, false);
    let seat = m.awaited().into_iter().find(|x| check(&m.view(*x), &Action::Close).is_ok()).expect("somebody need not act");
    let view = m.view(seat);
    let fields = |at: String, what: &str| vec![("at".to_owned(), at), ("do".to_owned(), what.to_owned())];
    assert_eq!(form::read(&view, &fields(form::stamp(&view), "Close")), Ok(Action::Close));
    for forged in
        ["", "Open", "Choose(\"a\",\"b\")", "Move(\"../x\")", "rule", "Close, Close", &"(".repeat(4000), &"x".repeat(9000)]
    {
        assert_eq!(form::read(&view, &fields(form::stamp(&view), forged)), Err(form::Unread::Garbled), "{forged:.20}");
    }
    let many = vec![("factor".to_owned(), "nobody".to_owned()); 3];
    let argue = [fields(form::stamp(&view), "argue"), many].concat();
    assert_eq!(form::read(&view, &argue), Err(form::Unread::Garbled));
    let before = form::stamp(&view);
    m.submit(seat, &Action::Close).unwrap();
    while !m.awaited().contains(&seat) {
        let other = m.awaited()[0];
        let action = legal_actions(&m.view(other)).pop().unwrap();
        m.submit(other, &action).unwrap();
    }
    // The same button pressed again on the page of before would close another step.
    assert_eq!(form::read(&m.view(seat), &fields(before, "Close")), Err(form::Unread::Stale));
    for e in [form::Unread::Stale, form::Unread::Garbled] {
        assert!(e.sentence(&Words::english()).ends_with('.'));
    }
}

#[test]
fn the_command_writes_pages_and_text() {
    let folder = Folder::new("view");
    let s = shipped("two-harbours");
    let me = &s.seats[0];
    let html = good(&["view", "two-harbours", "--seat", &me.id]);
    assert!(html.starts_with("<!DOCTYPE html>") && html.contains(me.name.at(Reading::Plain)) && html.contains("</html>"));
    let text = good(&["view", "two-harbours", "--seat", &me.id, "--format", "text"]);
    assert!(!text.contains('<') && one_line(&text).contains(&one_line(me.brief.at(Reading::Plain))), "{text}");
    assert!(good(&["view", "two-harbours", "--public"]).contains("class=\"wall\""));
    let wrong = bad(2, &["view", "two-harbours", "--seat", "nobody"]);
    assert!(s.seats.iter().all(|x| wrong.contains(&x.id)), "it names the seats there are: {wrong}");
    bad(2, &["view", "two-harbours"]);
    bad(1, &["view", "nowhere.ron", "--public"]);
    bad(1, &["view", &folder.file("broken.ron", "Match(format: \"x"), "--public"]);

    // A saved match, at a point of it, and beside another.
    let mut pair = Vec::new();
    for (name, bots, seed) in [("one.ron", "cautious", 1), ("two.ron", "bold", 2)] {
        let mut m = played(&s, bots, seed);
        let text = comity::play::write(&mut m, "two-harbours", &[]);
        pair.push(folder.file(name, text));
    }
    let early = good(&["view", &pair[0], "--seat", &me.id, "--after", "2"]);
    let end = good(&["view", &pair[0], "--seat", &me.id]);
    assert!(early.contains("name=\"do\"") && !end.contains("name=\"do\""), "after the end nothing can be done");
    let beside = good(&["compare", &pair[0], &pair[1], "--format", "html"]);
    sound(&Html::parse_document(&beside), "compare");
    let report = good(&["report", &pair[0], "--against", &pair[1]]);
    sound(&Html::parse_document(&report), "report");
    let words = Words::english();
    for page in [&beside, &report] {
        assert!(page.contains(&words.ui("whatif-beside")) && page.contains(&words.ui("whatif-second")));
    }
    bad(2, &["report", &pair[0], "--against", &pair[1], "--format", "csv"]);
    let terms = Html::parse_document(&good(&["glossary", "--format", "html"]));
    sound(&terms, "glossary");
    assert_eq!(all(&terms, "tbody tr").len(), comity::learn::Glossary::shipped().terms().len());
    let other = comity::play::write(&mut played(&flagship(), "cautious", 1), "microsoft-ireland", &[]);
    bad(1, &["report", &pair[0], "--against", &folder.file("other.ron", other)]);
}
