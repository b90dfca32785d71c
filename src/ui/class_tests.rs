//! A class at one screen: guided play, the way to the debrief, back from it, and the wall.

use super::tests::{Window, debriefed, open, open_to_press, press, table, words_on};
use crate::lang::Words;
use crate::model::Role;
use egui_kittest::kittest::NodeT;

const SIZE: [f32; 2] = [1440.0, 900.0];

/// Opens the menu and lets bots finish: that goes to the debrief by itself.
fn finish(window: &mut Window<'_>, words: &Words) {
    window.key_press(egui::Key::Escape);
    window.run_steps(3);
    press(window, &words.ui("class-to-debrief"));
    for _ in 0..600 {
        if words_on(window).contains(&words.ui("debrief-heading")) {
            return;
        }
        window.run_steps(2);
    }
    panic!("no end: {:?}", open_to_press(window));
}

#[test]
fn to_the_debrief_back_to_a_round_and_side_by_side() {
    let words = Words::english();
    let mut window = open(table("two-harbours", &|_, r| r == Role::Provider, 3), SIZE);
    finish(&mut window, &words);
    let compare = words.ui("whatif-compare");
    assert!(!words_on(&window).contains(&compare), "nothing to compare with yet");
    let again = open_to_press(&window).into_iter().find(|n| n.starts_with(&words.ui("whatif-play"))).expect("a way back");
    press(&mut window, &again);
    assert!(words_on(&window).contains(&words.ui("whatif-kept")));
    finish(&mut window, &words);
    let said = words_on(&window);
    assert!(said.contains(&compare), "{said:?}");
    assert!(said.contains(&words.ui("whatif-end")));
}

#[test]
fn the_debrief_leads_to_its_parts_and_counts_hands_where_there_is_a_class() {
    let words = Words::english();
    let (vote, more) = (words.ui("hinge-vote-start"), words.ui_with("hinge-vote-more", &[("decision", "|".into())]));
    let more = more.split('|').next().unwrap().to_owned();
    let counts = |window: &Window<'_>| open_to_press(window).iter().any(|n| n.starts_with(&more));
    for (persons, alone) in [(1, true), (2, false)] {
        let (mut window, _) = debriefed(table("two-harbours", &|i, _| i < persons, 3), SIZE);
        for _ in 0..400 {
            if open_to_press(&window).iter().any(|n| n.starts_with(&words.ui("whatif-play")) && !n.contains('(')) {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
            window.run_steps(1);
        }
        assert_eq!(counts(&window), !alone, "{:?}", open_to_press(&window));
        if alone {
            press(&mut window, &vote);
            assert!(counts(&window), "{:?}", open_to_press(&window));
        }
        let focused = |window: &Window<'_>| {
            let words = |n: egui_kittest::Node<'_>| n.accesskit_node().label().or_else(|| n.accesskit_node().value());
            window.root().children_recursive().find(|n| n.accesskit_node().is_focused()).and_then(words)
        };
        // The last part is as far up as the end of the page lets it be.
        for (part, lowest) in [("debrief-turning-points", 120.0), ("debrief-questions", SIZE[1])] {
            press(&mut window, &words.ui(part));
            assert_eq!(focused(&window), Some(words.ui(part)), "the keys go on from there");
            window.run_steps(60);
            let place = window.root().children_recursive().find(|n| n.accesskit_node().is_focused()).expect("the part");
            assert!((0.0..lowest).contains(&place.rect().top()), "{part} begins the page: {:?}", place.rect());
        }
    }
}

#[test]
fn the_wall_shows_no_private_page() {
    let words = Words::english();
    let crowd = |_, r| r != Role::Court;
    let mut window = open(table("microsoft-ireland", &crowd, 3), SIZE);
    window.key_press(egui::Key::F5);
    window.run_steps(3);
    let said = words_on(&window).join("\n");
    assert!(said.contains(&words.ui("projector-news")));
    let s = crate::scenario::open("microsoft-ireland").unwrap().scenario;
    for seat in &s.seats {
        for text in seat.cards.iter().map(|c| c.text.at(crate::model::Reading::Plain)) {
            assert!(!said.contains(text), "{text}");
        }
        assert!(!said.contains(seat.brief.at(crate::model::Reading::Plain)));
    }
    press(&mut window, &words.ui("projector-leave"));
    let said = words_on(&window);
    assert!(said.contains(&words.ui("seats-pass-help")), "the curtain is down again: {said:?}");
}

#[test]
fn guided_play_reaches_the_debrief_in_few_presses() {
    let mut start = table("microsoft-ireland", &|_, r| r == Role::Provider, 3);
    let s = crate::scenario::open("microsoft-ireland").unwrap().scenario;
    let lesson = s.presets.iter().find(|p| p.id == "45").unwrap();
    for ((_, who), seat) in start.seats.iter_mut().zip(&s.seats) {
        *who = if who == "human" { "human:guided".into() } else { format!("bot:{}", lesson.bot(seat.role)) };
    }
    start.preset = Some("45".into());
    let (_, presses) = debriefed(start, SIZE);
    assert!(presses > 5, "{presses}");
}
