//! Reports: turning points that can be played, statements as the data model wants them, pages that authors cannot break.

use comity::html::{markdown::markdown, page};
use comity::lang::Words;
use comity::model::{Action, Reading, Scenario, Text};
use comity::play::Match;
use comity::report::doc::Doc;
use comity::report::{self, Telling};
use comity::scenario;
use std::sync::Arc;

/// A match that bots of a kind have played to its end.
fn played(s: Arc<Scenario>, bot: &str, seed: u64) -> Match {
    let mut bots: Vec<_> = (0..s.seats.len() as u64).map(|i| comity::bots::named(bot, seed + i).unwrap()).collect();
    let mut m = Match::new(s, seed, bot == "history");
    while m.over().is_none() {
        let seat = m.awaited()[0];
        let view = m.view(seat);
        m.submit_seen(&view, &bots[seat.ix()].play(&view).action).unwrap();
    }
    m
}

fn doc(m: &mut Match) -> Doc {
    voted(m, &[])
}

/// The report of a match, with the votes of a class.
fn voted(m: &mut Match, votes: &[u16]) -> Doc {
    let d = report::debrief(m);
    let hinges = report::hinges(m, |_| ());
    let words = Words::english();
    let s = Arc::clone(m.scenario());
    Telling { scenario: &s, debrief: &d, record: m.log(), hinges: Some(&hinges), votes, words: &words, level: Reading::Plain }
        .doc()
}

#[test]
fn the_vote_of_a_class_stands_in_the_report() {
    let mut m = played(scenario::open("microsoft-ireland").unwrap().scenario, "history", 1);
    let told = |doc: &Doc| comity::html::markdown::markdown(doc);
    assert!(!told(&doc(&mut m)).contains("Votes of the class"));
    let with = told(&voted(&mut m, &[3, 21, 0]));
    assert!(with.contains("Votes of the class: 21") && with.contains("Votes of the class: 3"), "{with}");
}

#[test]
fn a_hinge_is_a_choice_that_could_have_been_taken_and_changes_something() {
    for (bot, seed) in [("history", 1), ("bold", 5)] {
        let mut m = played(scenario::open("microsoft-ireland").unwrap().scenario, bot, seed);
        let before = m.digest();
        let found = report::hinges(&mut m, |_| ());
        assert_eq!(m.digest(), before, "looking changes nothing");
        assert_eq!(found, report::hinges(&mut m, |_| ()), "the same question has the same answer");
        assert!(found.tried > 0 && found.tried <= report::MOST_TRIED);
        assert!(!found.hinges.is_empty() && found.hinges.len() <= 3);
        for h in &found.hinges {
            assert_eq!(m.actions()[h.action], (h.seat, Action::Choose(h.decision, h.taken)));
            let mut fork = m.fork(h.action).unwrap();
            assert_eq!(fork.clock().round, h.round);
            fork.submit(h.seat, &Action::Choose(h.decision, h.instead)).expect("the other choice was lawful");
            assert!(h.weight > 0);
        }
        assert!(found.hinges.windows(2).all(|w| w[0].weight >= w[1].weight));
    }
}

#[test]
fn what_moved_a_meter_adds_up() {
    let m = played(scenario::open("microsoft-ireland").unwrap().scenario, "cautious", 3);
    for a in report::accounts(m.scenario(), m.log()) {
        let all: i16 = a.causes.iter().map(|(_, by)| by).sum();
        assert_eq!(a.start + all, a.end, "{}", m.scenario().var(a.var).id);
        assert_eq!(a.end, m.numbers()[a.var.ix()]);
    }
}

const BAD: &str = "<script>alert(1)</script>\"onload=x' =HYPERLINK(\"a\") [x](javascript:y) \u{202e}| `z`";

#[test]
fn authors_cannot_break_a_page() {
    let mut s = (*scenario::open("two-harbours").unwrap().scenario).clone();
    let bad = || Text { plain: BAD.repeat(40), full: BAD.to_owned() };
    s.title = bad();
    s.seats.iter_mut().for_each(|x| x.name = bad());
    s.decisions.iter_mut().for_each(|d| {
        d.title = bad();
        d.options.iter_mut().for_each(|o| o.act.title = bad());
    });
    s.endings.iter_mut().for_each(|e| e.title = bad());
    s.timeline.iter_mut().for_each(|f| f.text = bad());
    let mut m = played(Arc::new(s), "cautious", 2);
    let doc = doc(&mut m);
    let spoken = comity::model::Spoken::default();
    let shell = page::Shell { lang: "en".into(), skip: BAD.into(), in_words: BAD.into(), foot: BAD.into(), spoken };
    let html = page::document(&doc, &[], &shell);
    assert!(html.contains("&lt;script&gt;") && !html.contains("<script") && !html.contains("<a href=\"java"));
    // No attribute was broken out of: every `onload` stands in text or behind an escaped quote.
    assert!(html.match_indices("onload").all(|(i, _)| html[..i].ends_with("&quot;")));
    let md = markdown(&doc);
    let marks = || md.match_indices("<script").chain(md.match_indices("](java"));
    assert!(marks().count() > 0 && marks().all(|(i, _)| md[..i].ends_with('\\')), "a mark that Markdown would read");
}

#[test]
fn a_paragraph_that_begins_like_a_list_stays_one_in_markdown() {
    for (text, told) in [("- not so", "\\- not so"), ("+ 1", "\\+ 1"), ("1984. A year", "1984\\. A year"), ("1) one", "1\\) one")]
    {
        let mut doc = Doc::titled("Title");
        doc.say(text);
        assert_eq!(markdown(&doc), format!("# Title\n\n{told}\n\n"));
    }
    let mut doc = Doc::titled("Title");
    doc.say("On 4. May - or later");
    assert!(markdown(&doc).ends_with("On 4. May - or later\n\n"), "elsewhere they are what they are");
}

#[test]
fn headings_go_down_one_step_at_a_time_and_tables_have_heads() {
    for source in scenario::catalog::scenarios() {
        let mut m = played(scenario::open(source).unwrap().scenario, "cautious", 4);
        let doc = doc(&mut m);
        let mut last = 0;
        for block in &doc.blocks {
            match block {
                report::doc::Block::Heading(level, text) => {
                    assert!(*level <= last + 1 && !text.is_empty(), "{source}: {text}");
                    assert!(*level > 1 || last == 0, "one title");
                    last = *level;
                }
                report::doc::Block::Table(t) => {
                    assert!(t.rows.iter().all(|r| r.len() == t.head.len()), "{source}: {}", t.caption);
                }
                _ => {}
            }
        }
    }
}

#[test]
fn the_debrief_asks_what_fits_the_course() {
    let s = scenario::open("microsoft-ireland").unwrap().scenario;
    let asked = &s.debrief.follow_ups;
    let mut seen = std::collections::BTreeSet::new();
    for (bot, seed) in [("history", 1), ("bold", 5), ("cautious", 2), ("random", 3), ("random", 4)] {
        let mut m = played(Arc::clone(&s), bot, seed);
        let d = report::debrief(&mut m);
        let fit: Vec<usize> = (0..asked.len()).filter(|i| d.asked.contains(&asked[*i].1)).collect();
        // Those that look at the ending alone, by what they speak of.
        let ended = s.endings[d.ending.unwrap().ix()].id.as_str();
        for (word, endings) in [
            ("gave in before", &["complied", "yielded-below"][..]),
            ("A fine ended", &["fined-out"]),
            ("made peace", &["settled", "settled-above"]),
            ("stops at the border. Crime", &["border-below", "border-holds", "supreme-border"]),
            ("Orders now count abroad", &["circuit-reaches", "supreme-reach"]),
        ] {
            assert_eq!(d.asked.iter().any(|q| q.plain.contains(word)), endings.contains(&ended), "{bot} {seed}: {word}, {ended}");
        }
        assert_eq!(d.asked.len(), s.debrief.questions.len() + fit.len());
        let told = markdown(&doc(&mut m));
        for (i, (_, question)) in asked.iter().enumerate() {
            assert_eq!(told.contains(&question.plain), fit.contains(&i), "{bot} {seed}: {}", question.plain);
        }
        seen.extend(fit);
    }
    assert!(seen.len() > 3, "different courses, different questions: {seen:?}");
    // History: erased rulings, contempt by agreement, and Philadelphia's no.
    let mut history = played(Arc::clone(&s), "history", 1);
    let d = report::debrief(&mut history);
    for word in ["erased", "Contempt", "Philadelphia"] {
        assert!(d.asked.iter().any(|q| q.plain.contains(word)), "{word}");
    }
}

#[test]
fn no_face_says_of_a_vacated_judgment_that_it_stands() {
    use comity::model::{Say, SeatIx};
    let mut m = played(scenario::open("microsoft-ireland").unwrap().scenario, "history", 1);
    let words = Words::english();
    let view = m.view(SeatIx(1));
    assert_eq!(comity::seat::judgment(&view, "docket-judgment"), Say::new("window-vacated"), "history erased them all");
    let voice = comity::text::Voice { words: &words, level: Reading::Plain };
    let html = comity::html::SeatPage { words: &words, level: Reading::Plain, view: &view, events: &[], post: None }.html();
    for told in [comity::text::seat(&m, &view, voice).text(), html] {
        assert!(told.contains("were vacated") && !told.contains("that now stands"), "{told}");
    }
    // Before that, one stood.
    let before = (0..m.actions().len()).rev().map(|at| m.fork(at).unwrap().view(SeatIx(1)));
    let said = before.map(|view| comity::seat::judgment(&view, "docket-judgment").key).find(|key| *key != "window-vacated");
    assert_eq!(said, Some("docket-judgment"));
}
