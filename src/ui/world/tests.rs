//! Looks at the map of real matches as a person without eyes or mouse would: by names and keys.

use crate::lang::Words;
use crate::model::Role;
use crate::ui::map::Atlas;
use crate::ui::tests::{Window, open, open_to_press, press, pressable, table, words_on};
use crate::ui::theme;
use egui::{Key, Rect, ViewportId};
use egui_kittest::kittest::NodeT;
use std::collections::BTreeSet;
use std::time::Duration;

const SIZES: [[f32; 2]; 3] = [[1440.0, 900.0], [1024.0, 640.0], [512.0, 320.0]];

fn ui(key: &str) -> String {
    Words::english().ui(key)
}

/// A match at its table, the map on show.
fn at_map<'a>(source: &str, role: Role, size: [f32; 2]) -> Window<'a> {
    let mut window = at_table(source, role, size);
    press(&mut window, &ui("map-heading"));
    window
}

/// Two Harbours once the order lies on the ferry's desk, as one side sees it; who sits with the police asks as `option` says.
fn served<'a>(role: Role, option: Option<&str>) -> Window<'a> {
    let mut window = at_table("two-harbours", role, SIZES[0]);
    let mut option = option;
    for _ in 0..8 {
        if words_on(&window).contains(&ui("instrument-served")) {
            return window;
        }
        let choice = option.and_then(|option| open_to_press(&window).into_iter().find(|name| name.contains(option)));
        if choice.is_some() {
            option = None;
        }
        press(&mut window, &choice.unwrap_or_else(|| ui("desk-close")));
        window.run_steps(4);
    }
    panic!("nothing is served: {:?}", words_on(&window));
}

fn at_table<'a>(source: &str, role: Role, size: [f32; 2]) -> Window<'a> {
    let mut window = open(table(source, &|_, r| r == role, 3), size);
    for _ in 0..16 {
        let open = open_to_press(&window);
        if open.contains(&ui("map-heading")) {
            return window;
        }
        // A worked example has the page to itself until the learner's first plan is closed.
        let asked = words_on(&window).contains(&ui("lesson-yours"));
        let on = ["brief-begin", "lesson-next", "desk-close"].map(ui);
        let on = |n: &&String| on.contains(n) || n.starts_with("I am ");
        match open.iter().find(on).or_else(|| open.last().filter(|_| asked)) {
            Some(name) => press(&mut window, name),
            None => window.run_steps(2),
        }
    }
    panic!("{source}: no table, but {:?}", open_to_press(&window));
}

/// Until nothing moves any more.
fn rest(window: &mut Window<'_>) {
    for _ in 0..60 {
        window.run_steps(1);
        if delay(window) > Duration::ZERO {
            return;
        }
    }
    panic!("it never comes to rest");
}

/// How long the window is content with what is drawn.
fn delay(window: &Window<'_>) -> Duration {
    window.output().viewport_output[&ViewportId::ROOT].repaint_delay
}

/// What stands on the map itself: what can be pressed between its name and its buttons.
fn on_map(window: &Window<'_>) -> Vec<(String, Rect)> {
    let all: Vec<_> = window.root().children_recursive().collect();
    let named = |key: &str| {
        let name = ui(key);
        all.iter().position(|n| n.accesskit_node().label().as_deref() == Some(&name))
    };
    let (Some(from), Some(to)) = (named("map-ground"), named("window-map-closer")) else { panic!("no map") };
    let things = all[from + 1..to].iter().filter(|n| pressable(n));
    things.map(|n| (n.accesskit_node().label().unwrap_or_default(), n.rect())).collect()
}

/// The whole name of a thing on the map.
fn named(window: &Window<'_>, beginning: &str) -> String {
    let things: Vec<String> = on_map(window).into_iter().map(|(name, _)| name).collect();
    things.iter().find(|n| n.starts_with(beginning)).cloned().unwrap_or_else(|| panic!("no {beginning} in {things:?}"))
}

fn focus(window: &Window<'_>) -> Option<String> {
    let node = window.root().children_recursive().find(egui_kittest::Node::is_focused)?;
    let inner = node.accesskit_node();
    inner.label().or_else(|| inner.value())
}

#[test]
fn a_thing_opens_its_card_by_key_and_escape_puts_it_away() {
    for size in SIZES {
        let mut window = at_map("microsoft-ireland", Role::Provider, size);
        rest(&mut window);
        let dublin = named(&window, "The Dublin datacenter");
        for _ in 0..90 {
            if focus(&window).as_ref() == Some(&dublin) {
                break;
            }
            window.key_press(Key::Tab);
            window.run_steps(2);
        }
        assert_eq!(focus(&window), Some(dublin.clone()), "{size:?}: no key reaches it");
        window.key_press(Key::Enter);
        window.run_steps(4);
        let close = Words::english().ui_with("map-close", &[("what", "The Dublin datacenter".into())]);
        assert_eq!(focus(&window), Some(close), "{size:?}: the card has the keyboard");
        let words = words_on(&window);
        for told in ["The messages, kept only in Dublin", "under the law of Ireland", "Source: Microsoft Corp. v. United States"]
        {
            assert!(words.iter().any(|w| w.contains(told)), "{size:?}: no “{told}” in {words:?}");
        }
        assert!(words.iter().any(|w| w.starts_with("Why? ")), "{size:?}: nothing says why: {words:?}");
        window.key_press(Key::Escape);
        window.run_steps(4);
        let words = words_on(&window);
        assert!(!words.iter().any(|w| w.starts_with("Close the card")), "{size:?}");
        assert!(!words.contains(&ui("button-exit-match")), "{size:?}: Escape was the card's alone");
        assert_eq!(focus(&window), Some(dublin), "{size:?}: the keyboard is where it was");
    }
}

#[test]
fn each_thing_has_a_name_and_a_card_and_stands_in_the_list() {
    for source in crate::scenario::catalog::scenarios() {
        let mut window = at_map(source, Role::Provider, SIZES[0]);
        rest(&mut window);
        let things = on_map(&window);
        assert!(things.len() >= 3, "{source}: {things:?}");
        for (name, _) in &things {
            assert!(!name.is_empty() && !name.starts_with('<'), "{source}: {name}");
            press(&mut window, name);
            window.run_steps(2);
            let words = words_on(&window);
            assert!(words.iter().any(|w| w.starts_with("Close the card")), "{source}: {name} has no card");
            assert!(words.iter().all(|w| !w.starts_with('<')), "{source}: {name}: {words:?}");
            window.key_press(Key::Escape);
            window.run_steps(2);
        }
        press(&mut window, &ui("map-as-list"));
        let listed = words_on(&window);
        for (name, _) in &things {
            let name = name.split(": ").next().unwrap();
            assert!(listed.iter().any(|w| w == name), "{source}: {name} is not in the list {listed:?}");
        }
        assert!(window.root().children_recursive().filter(pressable).all(|n| {
            let name = n.accesskit_node().label().unwrap_or_default();
            !name.trim().is_empty()
        }));
    }
}

#[test]
fn labels_cover_nothing_at_any_distance() {
    for source in ["microsoft-ireland", "two-harbours"] {
        for size in SIZES {
            let mut window = at_map(source, Role::Provider, size);
            rest(&mut window);
            let apart = |window: &mut Window<'_>, how: &str| {
                let things = on_map(window);
                for (i, (a, here)) in things.iter().enumerate() {
                    for (b, there) in &things[i + 1..] {
                        // Two signs are round.
                        let round = here.width() < 25.0 && there.width() < 25.0;
                        let over = if round {
                            here.center().distance(there.center()) < 23.0
                        } else {
                            here.intersect(*there).shrink(0.5).is_positive()
                        };
                        assert!(!over, "{source} {size:?} {how}: {a} {here:?} covers {b} {there:?}");
                    }
                }
            };
            apart(&mut window, "as it opens");
            for step in 0..4 {
                press(&mut window, &ui("window-map-closer"));
                apart(&mut window, &format!("{step} steps closer"));
            }
            press(&mut window, &ui("map-world"));
            apart(&mut window, "the whole world");
            press(&mut window, &ui("window-map-whole"));
            apart(&mut window, "as it was");
        }
    }
}

#[test]
fn a_demand_that_is_new_travels_and_then_nothing_moves() {
    let mut window = served(Role::Provider, None);
    press(&mut window, &ui("map-heading"));
    let order = named(&window, "The harbour order");
    assert!(order.contains(&ui("instrument-served")), "{order}");
    assert_eq!(delay(&window), Duration::ZERO, "it is on its way");
    rest(&mut window);
    window.run_steps(3);
    assert!(delay(&window) > Duration::from_secs(1), "nothing is left to draw");
    // What was seen once does not move again.
    press(&mut window, &ui("docket-heading"));
    press(&mut window, &ui("map-heading"));
    window.run_steps(2);
    assert!(delay(&window) > Duration::ZERO);
}

#[test]
fn with_less_movement_it_is_there_at_once() {
    let mut window = served(Role::Provider, None);
    theme::calm(&window.ctx, true);
    press(&mut window, &ui("map-heading"));
    window.run_steps(2);
    assert!(named(&window, "The harbour order").contains(&ui("instrument-served")));
    assert!(delay(&window) > Duration::ZERO, "nothing moves");
}

#[test]
fn duties_that_clash_are_said_in_words_and_explained() {
    let mut window = served(Role::Government, Some("Ask a judge for an order"));
    press(&mut window, &ui("map-heading"));
    rest(&mut window);
    let clash = named(&window, &ui("map-clash"));
    assert!(clash.contains("says must not"), "{clash}");
    let things: Vec<String> = on_map(&window).into_iter().map(|(name, _)| name).collect();
    for key in ["duty-must", "duty-must-not"] {
        assert!(things.iter().any(|n| n.ends_with(&ui(key))), "{key}: {things:?}");
    }
    press(&mut window, &clash);
    window.run_steps(2);
    let words = words_on(&window);
    assert!(words.iter().any(|w| w.starts_with("A breach: ")), "{words:?}");
}

#[test]
fn claims_of_reach_are_counted_and_told() {
    let mut window = at_map("microsoft-ireland", Role::Provider, SIZES[0]);
    rest(&mut window);
    let count = open_to_press(&window).into_iter().find(|n| n.starts_with("Claims of reach: ")).unwrap();
    assert!(named(&window, "European Union").contains("Belgium claims reach abroad"), "at its country");
    press(&mut window, &count);
    window.run_steps(2);
    assert!(words_on(&window).iter().any(|w| w.starts_with("Belgium: by an act of its own")));
}

#[test]
fn states_on_the_map_have_a_country_there() {
    let all: BTreeSet<u16> = Atlas::world().countries().iter().map(|c| c.code).collect();
    for source in crate::scenario::catalog::scenarios() {
        let s = crate::scenario::open(source).unwrap().scenario;
        for state in s.states.iter().filter(|x| x.country != 0) {
            assert!(all.contains(&state.country), "{source}: {}", state.id);
        }
        for state in s.states.iter().filter(|x| !x.invented) {
            assert!(state.country != 0, "{source}: {} is real and on no map", state.id);
        }
    }
}
