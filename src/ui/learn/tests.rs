//! What a learner opens, by accessible name.

use crate::lang::Words;
use crate::model::Role;
use crate::ui::Start;
use crate::ui::tests::{debriefed, open, open_to_press, press, table, words_on};
use egui_kittest::kittest::Queryable;

#[test]
fn the_glossary_opens_from_help_and_is_searched() {
    let words = Words::english();
    for size in [[1024.0, 640.0], [512.0, 320.0]] {
        let mut window = open(Start::default(), size);
        for key in ["title-help", "help-glossary"] {
            press(&mut window, &words.ui(key));
            // A sheet measures itself before it shows.
            window.run_steps(2);
        }
        assert!(words_on(&window).contains(&words.ui_with("glossary-found", &[("count", 60.into())])));
        window.get_by_label(&words.ui("glossary-search")).type_text("stare");
        window.run_steps(3);
        let shown = words_on(&window);
        assert!(shown.contains(&"Precedent".to_owned()), "{shown:?}");
        assert!(!shown.contains(&"Warrant".to_owned()), "{shown:?}");
        press(&mut window, &words.ui("button-close"));
        assert!(!words_on(&window).contains(&"Precedent".to_owned()));
    }
}

#[test]
fn the_quiz_follows_the_debrief_and_explains_every_answer() {
    let words = Words::english();
    for size in [[1440.0, 900.0], [512.0, 320.0]] {
        let (mut window, _) = debriefed(table("two-harbours", &|_, role| role == Role::Provider, 3), size);
        press(&mut window, &words.ui("debrief-quiz"));
        let mut asked = 0;
        for _ in 0..20 {
            let answers: Vec<String> = open_to_press(&window).into_iter().filter(|n| n.starts_with("1. ")).collect();
            let Some(first) = answers.first() else { break };
            asked += 1;
            if asked == 1 {
                window.key_press(egui::Key::Num1);
                window.run_steps(3);
            } else {
                press(&mut window, first);
            }
            let shown = words_on(&window);
            assert!(shown.iter().any(|l| l.starts_with("Why: ")), "{shown:?}");
            let next = ["quiz-next", "button-next"].map(|k| words.ui(k));
            let next = open_to_press(&window).into_iter().find(|n| next.contains(n)).unwrap();
            press(&mut window, &next);
        }
        assert!(asked >= 3, "{asked}");
        let shown = words_on(&window);
        assert!(shown.iter().any(|l| l.ends_with(&format!("of {asked} right"))), "{shown:?}");
        press(&mut window, &words.ui("button-close"));
        assert!(words_on(&window).contains(&words.ui("debrief-heading")));
        // Back at the title, the page of what was learnt knows of it.
        press(&mut window, &words.ui("debrief-title"));
        press(&mut window, &words.ui("profile-heading"));
        let shown = words_on(&window);
        assert!(
            shown.contains(&format!("    {}", words.ui("profile-status-met")))
                || shown.iter().any(|l| l.contains(&words.ui("profile-status-both"))),
            "{shown:?}"
        );
    }
}

#[test]
fn erasing_asks_first() {
    let words = Words::english();
    let mut window = open(Start::default(), [1024.0, 640.0]);
    press(&mut window, &words.ui("profile-heading"));
    press(&mut window, &words.ui("settings-erase"));
    assert!(words_on(&window).contains(&words.ui("settings-erase-sure")));
    press(&mut window, &words.ui("button-cancel"));
    assert!(!words_on(&window).contains(&words.ui("settings-erase-sure")));
    press(&mut window, &words.ui("settings-erase"));
    press(&mut window, &words.ui("profile-erase"));
    window.run_steps(2);
    assert!(words_on(&window).contains(&words.ui("profile-erased")));
}

#[test]
fn hints_come_in_three_steps_by_button_or_key_and_can_be_switched_off() {
    let words = Words::english();
    let mut window = open(table("two-harbours", &|_, role| role == Role::Government, 3), [1024.0, 640.0]);
    press(&mut window, &words.ui("brief-begin"));
    window.run_steps(2);
    press(&mut window, &words.ui("desk-hint"));
    assert!(words_on(&window).contains(&words.ui("hint-look")));
    window.key_press(egui::Key::H);
    window.run_steps(3);
    assert!(words_on(&window).contains(&words.ui("hint-weigh")));
    press(&mut window, &words.ui("hint-more"));
    let shown = words_on(&window);
    assert!(shown.contains(&words.ui("hint-suggest")) && shown.iter().any(|l| l.contains("Why: ")), "{shown:?}");
    press(&mut window, &words.ui("hint-less"));
    assert!(!words_on(&window).contains(&words.ui("hint-look")));
    press(&mut window, &words.ui("button-menu"));
    window.run_steps(2);
    press(&mut window, &words.ui("settings-hints"));
    press(&mut window, &words.ui("button-ok"));
    assert!(!open_to_press(&window).contains(&words.ui("desk-hint")));
}

#[test]
fn teachers_find_their_page_on_the_title_and_go_on_from_it() {
    let words = Words::english();
    for size in [[1440.0, 900.0], [512.0, 320.0]] {
        let mut window = open(Start::default(), size);
        press(&mut window, &words.ui("teachers-heading"));
        assert!(words_on(&window).iter().any(|l| l.contains(&words.ui("teachers-kit"))));
        window.key_press(egui::Key::Escape);
        window.run_steps(2);
        press(&mut window, &words.ui("teachers-heading"));
        press(&mut window, &words.ui("teachers-go"));
        assert!(
            open_to_press(&window).iter().any(|n| n.starts_with(&words.ui("scenarios-choose"))),
            "{:?}",
            open_to_press(&window)
        );
    }
}

#[test]
fn the_worked_example_starts_from_the_title_and_hands_over() {
    let words = Words::english();
    for size in [[1440.0, 900.0], [720.0, 640.0]] {
        let mut window = open(Start::default(), size);
        press(&mut window, &words.ui("lesson-start"));
        press(&mut window, &words.ui("brief-begin"));
        window.run_steps(2);
        let (next, close) = (words.ui("lesson-next"), words.ui("desk-close"));
        let mut steps = 0;
        while open_to_press(&window).contains(&next) {
            let shown = words_on(&window);
            assert!(shown.iter().any(|l| l.starts_with("Why: ")), "{shown:?}");
            assert!(!open_to_press(&window).contains(&close), "nothing else is the learner's yet");
            steps += 1;
            if steps % 2 == 0 {
                press(&mut window, &next);
            } else {
                window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Enter);
                window.run_steps(3);
            }
        }
        assert_eq!(steps, 2, "steps that give a reason");
        window.run_steps(6);
        // Now the learner chooses first, wrongly, and reads the reason then.
        assert!(words_on(&window).contains(&words.ui("lesson-yours")), "{:?}", words_on(&window));
        let s = crate::scenario::open("first-warrant").unwrap().scenario;
        let crate::model::Action::Choose(d, best) = s.worked.last().unwrap().action else { panic!() };
        let options = &s.decision(d).options;
        let other = (0..options.len()).rfind(|o| *o != usize::from(best)).unwrap();
        let ends = |window: &_| {
            words_on(window).iter().any(|l| l.starts_with(words.ui_with("window-ends", &[("ending", "".into())]).trim()))
        };
        assert!(!ends(&window), "what an answer does is shown once one is chosen");
        press(&mut window, &options[other].act.title.plain);
        let aims = words.ui("debrief-tally");
        assert!(!words_on(&window).contains(&aims), "the example still has the page to itself");
        assert!(ends(&window), "{:?}", words_on(&window));
        let told = words.ui_with("lesson-other", &[("deed", options[usize::from(best)].act.title.plain.as_str().into())]);
        assert!(words_on(&window).contains(&told), "{:?}", words_on(&window));
        press(&mut window, &options[usize::from(best)].act.title.plain);
        let told = words.ui_with("lesson-same", &[("deed", options[usize::from(best)].act.title.plain.as_str().into())]);
        assert!(words_on(&window).contains(&told));
        press(&mut window, &close);
        assert!(!words_on(&window).contains(&words.ui("lesson-heading")), "the match is the learner's");
        for _ in 0..40 {
            if open_to_press(&window).contains(&close) {
                break;
            }
            window.run_steps(2);
        }
        let left = words.ui(if size[0] > 1000.0 { "lesson-left" } else { "lesson-left-tabs" });
        assert!(words_on(&window).contains(&left), "where things are: {:?}", words_on(&window));
        // Before the court: who has not argued is told so until they have.
        let (argue, unargued) = (words.ui("argue-heading"), words.ui("desk-unargued"));
        for _ in 0..40 {
            let shown = words_on(&window);
            if shown.contains(&argue) {
                break;
            }
            assert!(!shown.contains(&unargued), "no court sits yet");
            if open_to_press(&window).contains(&close) { press(&mut window, &close) } else { window.run_steps(2) }
        }
        assert!(words_on(&window).contains(&unargued), "{:?}", words_on(&window));
        press(&mut window, &s.issues[0].title.plain);
        press(&mut window, &words.ui("argue-submit"));
        assert!(!words_on(&window).contains(&unargued));
        // The High Court's holding binds this court: who argued well and lost reads why.
        let lost = words.ui("news-lost");
        for _ in 0..60 {
            if words_on(&window).contains(&lost) {
                break;
            }
            if open_to_press(&window).contains(&close) { press(&mut window, &close) } else { window.run_steps(2) }
        }
        let bound = words.ui_with("news-was-bound", &[("side", words.ui("side-compel").into())]);
        assert!(words_on(&window).contains(&bound), "{:?}", words_on(&window));
    }
}
