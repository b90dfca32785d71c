//! The learning loop from the outside.

use crate::cli::{bad, good};
use crate::table::{flagship, played, shipped};
use comity::diagnostic::Source;
use comity::lang::Words;
use comity::learn::quiz::{self, Question};
use comity::model::SeatIx;
use comity::play::Match;
use std::collections::BTreeSet;

#[test]
fn the_glossary_explains_a_term_or_all() {
    let plain = good(&["glossary", "stare", "decisis"]);
    assert!(plain.starts_with("Precedent\n") && plain.contains("Decide like cases alike"), "{plain}");
    let full = good(&["glossary", "MLAT", "--wording", "full"]);
    assert!(full.contains("central authorities"), "{full}");
    assert_eq!(good(&["glossary"]).split("\n\n").count(), 60);
    assert!(bad(1, &["glossary", "flapdoodle"]).contains("flapdoodle"));
}

/// What the checker says of Two Harbours with one thing changed: codes and the words at fault.
fn checked(from: &str, to: &str) -> Vec<(String, String)> {
    let text = comity::scenario::catalog::scenario("two-harbours").unwrap().text().to_owned();
    assert!(text.contains(from), "{from}");
    let source = Source::new("changed.ron", text.replacen(from, to, 1));
    match comity::scenario::load(&source, None) {
        Ok(_) => Vec::new(),
        Err(found) => found.iter().map(|d| (d.code.to_owned(), d.message.clone())).collect(),
    }
}

#[test]
fn objectives_are_exercised_assessed_and_answerable() {
    assert!(checked("two-duties", "two-duties").is_empty());
    for (from, to, code, word) in [
        ("decisions: [\"demand\", \"reply\"]", "decisions: []", "L107", "two-duties"),
        ("decisions: [\"demand\", \"reply\"]", "decisions: [\"demandd\"]", "S032", "demandd"),
        ("given no leave.\", best: true)", "given no leave.\")", "S046", "0 best"),
        ("mistake: \"server-decides\"", "best: true", "S046", "2 best"),
        ("mistake: \"server-decides\"", "mistake: \"server-decide\"", "S032", "server-decide"),
        (
            "given no leave.\", best: true)",
            "given no leave.\", best: true, mistake: \"server-decides\")",
            "S047",
            "misconception",
        ),
        (
            "because: \"A conflict is true when no conduct obeys both: must here, must not there. Leave takes the “must not” away.\",",
            "",
            "S048",
            "true-conflict",
        ),
        (
            "(text: \"Yes, a high court's order binds the courts below it, wherever they are.\", mistake: \"everywhere-binding\"),",
            "",
            "S045",
            "recognition",
        ),
    ] {
        let found = checked(from, to);
        assert!(found.iter().any(|(c, m)| c == code && m.contains(word)), "{code}: {found:?}");
    }
    let text = comity::scenario::catalog::scenario("two-harbours").unwrap().text().to_owned();
    let (start, end) =
        (text.find("      items: [(\n        id: \"true-conflict\"").unwrap(), text.find("    },").unwrap_or(text.len()));
    let items = &text[start..end];
    let items = &items[..items.find(")],\n").unwrap() + 4];
    assert!(checked(items, "").iter().any(|(c, m)| c == "L108" && m.contains("two-duties")));
}

/// The questions a match gives rise to, as the first seat has seen it.
fn own(game: &mut Match, seed: u64) -> Vec<Question> {
    let view = game.view(SeatIx(0));
    let log: Vec<_> = game.events(SeatIx(0), 0).into_iter().map(|(_, e)| e).collect();
    quiz::of_match(&view, &log, seed, &Words::english())
}

#[test]
fn a_match_gives_rise_to_questions_that_can_be_answered() {
    let mut kinds = BTreeSet::new();
    for slug in comity::scenario::catalog::scenarios() {
        for seed in 1..12 {
            for bots in ["cautious", "bold", "random"] {
                let mut game = played(&shipped(slug), bots, seed);
                let asked = own(&mut game, seed);
                assert_eq!(asked, own(&mut game, seed), "the same match, the same questions");
                for q in &asked {
                    let item = &q.item;
                    kinds.insert(item.id.clone());
                    let words: BTreeSet<&str> = item.options.iter().map(|o| o.text.plain.as_str()).collect();
                    assert_eq!(words.len(), item.options.len(), "no two answers read alike: {item:?}");
                    assert_eq!(item.options.iter().filter(|o| o.best).count(), 1);
                    assert!((2..=4).contains(&item.options.len()));
                    for text in words.iter().copied().chain([item.question.plain.as_str(), &item.because.plain]) {
                        assert!(!text.is_empty() && !text.contains(['<', '{']) && !text.contains(".."), "{text}");
                    }
                }
            }
        }
    }
    let all = ["quiz-bound", "quiz-duty", "quiz-reason", "quiz-required", "quiz-standing", "quiz-tie", "quiz-treated"];
    assert_eq!(kinds.iter().map(String::as_str).collect::<Vec<_>>(), all);
}

#[test]
fn what_history_did_is_asked_and_answered_as_it_was() {
    let mut game = played(&flagship(), "history", 1);
    let mut asked = BTreeSet::new();
    for seed in 0..60 {
        for q in own(&mut game, seed) {
            asked.insert((q.item.question.plain.clone(), q.item.options[q.item.best()].text.plain.clone()));
        }
    }
    for (question, best) in [
        (
            "(en banc) was divided on 24 January 2017, 4 to 4. What did the tie do?",
            "It changed nothing below and made no precedent.",
        ),
        (
            "U.S. District Court, Southern District of New York decided “File A: the New York mailbox” on",
            "the holding of U.S. Court of Appeals, Second Circuit (panel) in “The Dublin mailbox”",
        ),
        ("what had become of this: the holding of U.S. Court of Appeals, Second Circuit (panel) in", "It was vacated."),
    ] {
        let found: Vec<_> = asked.iter().filter(|(q, _)| q.contains(question)).collect();
        assert!(!found.is_empty(), "{question}: {asked:#?}");
        assert!(found.iter().any(|(_, b)| b == best), "{found:?}");
    }
}
