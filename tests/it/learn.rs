//! The learning loop from the outside.

use crate::cli::{Folder, bad, command, good, told};
use crate::table::{flagship, played, shipped};
use comity::diagnostic::Source;
use comity::lang::Words;
use comity::learn::quiz::{self, Question};
use comity::learn::{self, Strength};
use comity::model::{Action, DecisionIx, Reading, SeatIx};
use comity::play::Match;
use std::collections::BTreeSet;
use std::io::Write;
use std::process::Stdio;
use std::sync::Arc;

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

/// Runs a command in a home of its own, with lines typed into it; exit code, standard output, standard error.
fn at_home(home: &Folder, arguments: &[&str], typed: &str) -> (i32, String, String) {
    let mut command = command(arguments);
    command.env("XDG_DATA_HOME", &home.0).env("HOME", &home.0).env("APPDATA", &home.0);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the binary runs");
    // A command that reads nothing may be gone already.
    let _closed = child.stdin.take().unwrap().write_all(typed.as_bytes());
    let output = child.wait_with_output().unwrap();
    let (out, err) = told(&output);
    assert!(!err.contains("panicked"), "{err}");
    (output.status.code().unwrap(), out, err)
}

/// The profile as it was exported.
fn exported(home: &Folder) -> serde_json::Value {
    let (code, out, err) = at_home(home, &["profile", "export", "-"], "");
    assert_eq!(code, 0, "{err}");
    serde_json::from_str(&out).unwrap()
}

#[test]
fn answers_are_explained_kept_exported_and_erased() {
    let home = Folder::new("learner");
    let (code, out, _) = at_home(&home, &["quiz"], "");
    assert!(code == 0 && out.contains("nothing to ask"), "{out}");
    // Everything answered with the first answer, whichever it is: some right, some not, each explained.
    let (code, out, err) = at_home(&home, &["quiz", "two-harbours"], &"1\n".repeat(20));
    assert_eq!(code, 0, "{out}{err}");
    let count = out.matches("Why: ").count();
    assert!(count >= 2 && out.contains(" right\n") && out.contains("The next question is due on"), "{out}");
    let profile = exported(&home);
    assert_eq!(profile["version"], 1);
    let questions = profile["questions"].as_object().unwrap();
    assert_eq!(questions.len(), count);
    for (key, slot) in questions {
        assert!(key.starts_with("scenario/two-harbours/") || key.starts_with("misconception/"), "{key}");
        assert_eq!(slot["asked"], 1);
        assert_eq!(slot["box"], slot["right"], "a right answer moves one box on, a wrong one stays");
    }
    // Asked again on the same day: what is kept is one entry a question.
    at_home(&home, &["quiz", "two-harbours"], &"1\n".repeat(20));
    assert_eq!(exported(&home)["questions"].as_object().unwrap().len(), count);
    let (_, out, _) = at_home(&home, &["profile"], "");
    assert!(out.contains("WHAT YOU HAVE LEARNT") && out.contains("not yet"), "{out}");
    let file = home.0.join("learnt.json");
    assert_eq!(at_home(&home, &["profile", "export", file.to_str().unwrap()], "").0, 0);
    assert!(std::fs::read_to_string(&file).unwrap().contains("\"questions\""));
    // Erasing asks; nobody there means no.
    assert_eq!(at_home(&home, &["profile", "erase"], "yes\n").0, 2);
    assert!(!exported(&home)["questions"].as_object().unwrap().is_empty());
    assert_eq!(at_home(&home, &["profile", "erase", "--yes"], "").0, 0);
    assert!(exported(&home)["questions"].as_object().unwrap().is_empty());
    assert!(file.exists(), "what was exported elsewhere is the learner's own");
}

#[test]
fn a_match_played_to_its_end_is_met_and_asked_about() {
    let home = Folder::new("match");
    let save = home.0.join("match.ron");
    let save = save.to_str().unwrap();
    let play = ["play", "two-harbours", "--text", "--seat", "ferry=human", "--seed", "5", "--save", save];
    // The first thing open, or the end of the step, until the match is over; then the first answer to every question.
    let (code, out, err) = at_home(&home, &play, &"1\nc\n".repeat(60));
    assert_eq!(code, 0, "{out}{err}");
    let profile = exported(&home);
    assert!(profile["objectives"]["two-harbours/two-duties"]["met"].is_string(), "{profile}");
    let (code, out, err) = at_home(&home, &["quiz", save], &"1\n".repeat(20));
    assert_eq!(code, 0, "{err}");
    let own = ["what did the law of ", "decided “The passenger list”", "“The passenger list” on "];
    assert!(out.contains("QUESTION 1 OF ") && own.iter().any(|w| out.replace('\n', " ").contains(w)), "{out}");
}

#[test]
fn a_damaged_profile_is_set_aside_with_a_word_and_never_lost() {
    let home = Folder::new("damaged");
    std::fs::create_dir_all(home.0.join("comity")).unwrap();
    std::fs::write(home.0.join("comity/profile.json"), "{ \"version\": 1, \"obj").unwrap();
    let (code, _, err) = at_home(&home, &["profile"], "");
    assert!(code == 0 && err.contains("profile-damaged-1.json"), "{err}");
    assert_eq!(std::fs::read_to_string(home.0.join("comity/profile-damaged-1.json")).unwrap(), "{ \"version\": 1, \"obj");
}

#[test]
fn hints_can_be_said_at_every_desk_and_what_they_advise_is_allowed() {
    let words = Words::english();
    let mut reasons = BTreeSet::new();
    let all = comity::scenario::catalog::scenarios().flat_map(|slug| ["cautious", "bold", "random"].map(|b| (slug, b)));
    for (slug, bot, seed) in all.flat_map(|(slug, bot)| [1, 2, 3].map(|seed| (slug, bot, seed))) {
        let s = shipped(slug);
        let mut game = Match::new(Arc::clone(&s), seed, false);
        let mut bots: Vec<_> = (0..s.seats.len()).map(|_| comity::bots::named(bot, seed).unwrap()).collect();
        while game.over().is_none() {
            let seat = game.awaited()[0];
            let view = game.view(seat);
            let play = bots[seat.ix()].play(&view);
            for strength in Strength::ALL {
                let told = learn::hint(&view, strength, Some((&play.action, &play.because)), false);
                assert!(!told.is_empty() && told[0].depth == 0, "{slug}: {strength:?}");
                for line in &told {
                    for level in [Reading::Plain, Reading::Full] {
                        let text = words.say(&s, level, &line.say);
                        assert!(!text.is_empty() && !text.contains(['<', '{']) && !text.contains(".."), "{slug}: {text}");
                    }
                    reasons.insert(line.say.key);
                }
            }
            // What the rules refuse is never advised.
            let refused = Action::Choose(DecisionIx(0), 99);
            if comity::seat::check(&view, &refused).is_err() {
                let told = learn::hint(&view, Strength::Suggest, Some((&refused, &play.because)), false);
                assert_eq!(told[0].say.key, "hint-no-advice");
            }
            // Somebody who is not waited for is told so.
            let idle = (0..s.seats.len()).map(SeatIx::new).find(|x| !game.awaited().contains(x));
            if let Some(idle) = idle {
                assert_eq!(learn::hint(&game.view(idle), Strength::Weigh, None, false)[0].say.key, "hint-not-now");
            }
            game.submit(seat, &play.action).unwrap();
        }
    }
    for key in [
        "hint-aim",
        "hint-aims-later",
        "hint-final",
        "hint-demands",
        "hint-objective",
        "hint-duty",
        "hint-conflict",
        "hint-sentence",
        "hint-option",
        "hint-helps",
        "hint-hurts",
        "hint-because",
        "hint-issue",
        "hint-court",
    ] {
        assert!(reasons.contains(key), "{key} was never said");
    }
}

#[test]
fn hints_are_told_in_the_text_game_one_after_the_other() {
    let home = Folder::new("hints");
    let save = home.0.join("m.ron");
    let play = ["play", "two-harbours", "--text", "--seat", "orlen=human", "--seed", "5", "--save", save.to_str().unwrap()];
    let (code, out, err) = at_home(&home, &play, "hint\nhint\nhint\nhint\nq\n");
    assert_eq!(code, 0, "{err}");
    let at = |heading: &str| out.find(heading).unwrap_or_else(|| panic!("no {heading} in {out}"));
    let (look, weigh, do_it) = (at("WHAT TO LOOK AT"), at("WHAT TO WEIGH"), at("WHAT A CAREFUL PLAYER WOULD DO"));
    assert!(look < weigh && weigh < do_it);
    let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(out.contains("What there is to learn here") && out.contains("Source: Harbour Act s. 4 (invented)"), "{out}");
}

#[test]
fn every_shipped_worked_example_is_lawful_and_one_is_there_to_start_with() {
    let examples: Vec<_> = comity::scenario::catalog::scenarios().map(shipped).filter(|s| !s.worked.is_empty()).collect();
    assert!(!examples.is_empty());
    for s in examples {
        assert!(learn::refused(&s).is_none(), "{}: {:?}", s.id, learn::refused(&s));
        let told = |w: &comity::model::Worked| !w.why.is_empty() || w.action == comity::model::Action::Close;
        assert!(s.worked.iter().all(told), "{}: every deed but closing a plan has its reason", s.id);
        assert!(s.worked.last().unwrap().ask && s.worked.len() > 2, "{}: shown first, then half worked", s.id);
    }
}

#[test]
fn a_worked_example_is_shown_then_half_worked_then_the_learners() {
    let home = Folder::new("lesson");
    let save = home.0.join("m.ron");
    let save = save.to_str().unwrap();
    // Two steps are shown, each with the closing of the plan; the learner chooses otherwise than the example, reads why, thinks again, and stops.
    let play = ["play", "first-warrant", "--text", "--seed", "5", "--save", save];
    let (code, out, err) = at_home(&home, &play, "\n\n3\nu\n1\nq\n");
    assert_eq!(code, 0, "{out}{err}");
    let at = |what: &str| out.find(what).unwrap_or_else(|| panic!("no {what} in {out}"));
    let order = [
        at("WATCH HOW IT IS DONE: STEP 1 OF 2"),
        at("WATCH HOW IT IS DONE: STEP 2 OF 2"),
        at("Your turn: choose."),
        at("The example chooses otherwise: Ask the court"),
        at("You chose as the example does: Ask the court"),
    ];
    assert!(order.is_sorted(), "{order:?}");
    assert_eq!(out.matches("Why: ").count(), 4, "two steps, and twice the reason of the half-worked one: {out}");
    // Gone on with where it was left: nothing is shown again.
    let (code, out, err) = at_home(&home, &["play", "--text", "--resume", save], "q\n");
    assert_eq!(code, 0, "{err}");
    assert!(!out.contains("STEP 1 OF 2") && out.contains("You chose as the example does"), "{out}");
    // Before the court, who has not argued is told so.
    assert!(!out.contains("You have not argued yet"), "{out}");
    let (_, out, _) = at_home(&home, &["play", "--text", "--resume", save], "c\nq\n");
    assert!(out.contains("You have not argued yet"), "{out}");
    // Somebody at another seat plays the dispute without the example.
    let other = ["play", "first-warrant", "--text", "--seat", "orlen=human", "--save", save];
    assert!(!at_home(&home, &other, "q\n").1.contains("STEP 1 OF 2"));
}

#[test]
fn the_checker_plays_worked_examples() {
    let text = comity::scenario::catalog::scenario("first-warrant").unwrap().text().to_owned();
    let folder = Folder::new("worked");
    let first = "(seat: \"ferry\", deed: Choose(\"first\", \"keep\")";
    for (from, to, code, what) in [
        (first, "(seat: \"ferry\", deed: Choose(\"reply\", \"quash\")", "L109", "step 1 of the worked example is refused"),
        (first, "(seat: \"orlen\", deed: Choose(\"first\", \"keep\")", "L109", "step 1 of the worked example is refused"),
        (first, "(seat: \"ferry\", ask: true, deed: Choose(\"first\", \"keep\")", "S049", "not the last"),
        (
            first,
            "(seat: \"ferry\", deed: Close), (seat: \"ferry\", deed: Choose(\"first\", \"keep\")",
            "S049",
            "without a reason",
        ),
        (first, "(seat: \"ferry\", deed: Choose(\"first\", \"keeep\")", "S032", "no option `keeep`"),
    ] {
        assert!(text.contains(from));
        let file = folder.file("changed.ron", text.replacen(from, to, 1));
        let said = bad(1, &["check", &file]);
        assert!(said.contains(code) && said.contains(what), "{said}");
    }
}
