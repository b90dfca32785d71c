//! Authors, and whoever sends a file to a class, cannot break out of a page, a report, a kit, a comparison or a table.

use super::table;
use comity::diagnostic::Source;
use comity::html::{self, SeatPage, markdown::markdown, page};
use comity::lang::Words;
use comity::model::{Law, Reading, Scenario};
use comity::play::Match;
use comity::report::{self, Kit, Telling, doc::Doc};
use comity::scenario;
use scraper::{Html, Selector};
use std::sync::Arc;

/// What closes what HTML, Markdown, SVG and a spreadsheet open.
const BAD: &str =
    "=<script>alert(1)</script></title></style></svg>--><img src=x onerror=alert(1)>\" onload='x' [a](javascript:alert) \u{202e}";

/// A shipped scenario, bad words in everything that is written for people: every text with a blank in it, and all of the law.
fn hostile(slug: &str) -> Arc<Scenario> {
    let source = scenario::catalog::scenario(slug).expect("it ships");
    let (mut out, mut count) = (String::new(), 0);
    // A text of the file ends at the next quotation mark that no backslash escapes.
    let mut rest = source.text();
    while let Some(start) = rest.find(['"', '/']) {
        let (before, from) = rest.split_at(start);
        out.push_str(before);
        let end = if from.starts_with("//") {
            from.find('\n').unwrap_or(from.len())
        } else if let Some(text) = from.strip_prefix('"') {
            let mut escaped = false;
            let close = text.find(|c| {
                let closes = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                closes
            });
            close.expect("it is closed") + 2
        } else {
            1
        };
        let (token, after) = from.split_at(end);
        if token.starts_with('"') && token.contains(' ') {
            count += 1;
            out.push_str(&token[..token.len() - 1]);
            out.push_str(&BAD.replace('"', "\\\""));
            out.push('"');
        } else {
            out.push_str(token);
        }
        rest = after;
    }
    out.push_str(rest);
    assert!(count > 60, "{slug}: {count} texts");
    let loaded = scenario::load(&Source::new(slug, out), None);
    let loaded =
        loaded.unwrap_or_else(|found| panic!("{}", comity::diagnostic::render_text(&found, comity::diagnostic::Style::Plain)));
    let mut s = Arc::unwrap_or_clone(loaded.scenario);
    spoil(&mut s.law);
    Arc::new(s)
}

fn spoil(law: &mut Law) {
    let bad = |text: &mut String| text.push_str(BAD);
    law.orders.iter_mut().for_each(|x| bad(&mut x.name));
    law.courts.iter_mut().for_each(|x| bad(&mut x.name));
    law.questions.iter_mut().for_each(|x| bad(&mut x.text));
    law.circumstances.iter_mut().for_each(|x| bad(&mut x.text));
    for x in &mut law.factors {
        bad(&mut x.text);
        bad(&mut x.short);
    }
    for x in &mut law.norms {
        [&mut x.title, &mut x.what, &mut x.citation].into_iter().for_each(bad);
        x.sanction.iter_mut().for_each(|x| {
            bad(&mut x.text);
            bad(&mut x.source);
        });
    }
    for x in &mut law.precedents {
        [&mut x.name, &mut x.holding, &mut x.citation].into_iter().for_each(bad);
    }
}

/// A page as a browser reads it holds nothing that runs, loads or leads away; and the bad words are there, as words.
fn harmless(page: &str, what: &str) {
    let parsed = Html::parse_document(page);
    let of = |css: &str| parsed.select(&Selector::parse(css).unwrap()).count();
    assert_eq!(of("script, img, iframe, object, embed, link, base, a[href]:not([href^='#'])"), 0, "{what}");
    assert_eq!((of("title"), of("body"), of("head > style"), of("main")), (1 + of("svg title"), 1, 1, 1), "{what}");
    for e in parsed.root_element().descendants().filter_map(|n| n.value().as_element().cloned()) {
        for (name, value) in e.attrs() {
            assert!(!name.starts_with("on") && !name.contains(['<', '"', '\'']), "{what}: {name}={value}");
        }
    }
    let text: String = parsed.root_element().text().collect();
    assert!(text.contains("<script>alert(1)</script>"), "{what}: the words are not there");
}

#[test]
fn every_text_of_a_scenario_is_words_in_every_page() {
    let words = Words::english();
    for slug in ["two-harbours", "microsoft-ireland"] {
        let s = hostile(slug);
        let mut m = Match::new(Arc::clone(&s), 5, false);
        let mut bots: Vec<_> = (0..s.seats.len() as u64).map(|i| comity::bots::named("random", i).unwrap()).collect();
        let mut steps = 0;
        while m.over().is_none() {
            let seat = m.awaited()[0];
            let view = m.view(seat);
            if steps % 9 == 0 {
                let page = SeatPage { words: &words, level: Reading::Plain, view: &view, events: &m.events(seat, 0), post: None };
                harmless(&page.html(), slug);
                harmless(&html::public(&m.public(), &m.public_events(), &words, Reading::Full), slug);
            }
            m.submit(seat, &bots[seat.ix()].play(&view).action).unwrap();
            steps += 1;
        }
        let mut other = table::played(&s, "cautious", 5);
        let shell = page::Shell::of(&words);
        for (what, doc) in documents(&s, &mut m, &mut other, &words) {
            harmless(&page::document(&doc, &[], &shell), what);
            let md = markdown(&doc);
            let marks = || md.match_indices("<script").chain(md.match_indices("](java")).chain(md.match_indices("<img"));
            assert!(marks().count() > 0 && marks().all(|(i, _)| md[..i].ends_with('\\')), "{what}: a mark that Markdown reads");
        }
    }
}

fn documents(s: &Arc<Scenario>, m: &mut Match, other: &mut Match, words: &Words) -> Vec<(&'static str, Doc)> {
    let level = Reading::Plain;
    let d = report::debrief(m);
    let hinges = report::hinges(m, |_| ());
    let compared = report::compare(m, other).expect("one scenario");
    vec![
        ("report", Telling { scenario: s, debrief: &d, record: m.log(), hinges: Some(&hinges), votes: &[], words, level }.doc()),
        ("compare", report::compared(s, &compared, words, level)),
        ("kit", Kit { scenario: s, source: &s.id, words, level, pupils: 20, preset: None }.doc()),
    ]
}
