//! Plays whole matches through the window's own widgets, by their accessible names, as a person without eyes or mouse would.

use super::{Game, Screen, Start};
use crate::lang::Words;
use crate::model::Role as SeatRole;
use crate::scenario;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

pub(in crate::ui) type Window<'a> = Harness<'a, Game>;

pub(in crate::ui) fn open<'a>(start: Start, size: [f32; 2]) -> Window<'a> {
    let mut begun = false;
    let app = move |ui: &mut egui::Ui, game: &mut Game| {
        if !std::mem::replace(&mut begun, true) {
            game.start(ui.ctx());
        }
        game.ui(ui);
    };
    let mut window = Harness::builder().with_size(size).with_max_steps(4).build_ui_state(app, Game::new(start));
    window.run_steps(3);
    window
}

pub(in crate::ui) fn pressable(node: &egui_kittest::Node<'_>) -> bool {
    use egui::accesskit::Role;
    let node = node.accesskit_node();
    matches!(node.role(), Role::Button | Role::RadioButton | Role::CheckBox) && !node.is_disabled()
}

/// Names of what can be pressed now.
pub(in crate::ui) fn open_to_press(window: &Window<'_>) -> Vec<String> {
    let all = window.root().children_recursive().filter(pressable);
    all.map(|n| n.accesskit_node().label().unwrap_or_default()).collect()
}

/// Presses the thing at a place of that list: several may go by one name.
pub(in crate::ui) fn press_at(window: &mut Window<'_>, at: usize) {
    if let Some(node) = window.root().children_recursive().filter(pressable).nth(at) {
        node.click_accesskit();
    }
    window.run_steps(2);
}

/// What can be read now: a line of text carries its words as its value, a button as its label.
pub(in crate::ui) fn words_on(window: &Window<'_>) -> Vec<String> {
    let words = |n: egui_kittest::Node<'_>| n.accesskit_node().label().or_else(|| n.accesskit_node().value());
    window.root().children_recursive().filter_map(words).collect()
}

/// Whether a control goes by a name, or by the name and what it is about.
pub(in crate::ui) fn named(control: &str, name: &str) -> bool {
    control.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(": "))
}

pub(in crate::ui) fn press(window: &mut Window<'_>, name: &str) {
    let at = open_to_press(window).iter().position(|n| named(n, name));
    press_at(window, at.unwrap_or_else(|| panic!("no {name} in {:?}", open_to_press(window))));
}

/// Presses what is open, closing the plan whenever that is allowed, until the debrief.
fn play(start: Start, size: [f32; 2]) -> usize {
    debriefed(start, size).1
}

/// A window played to the debrief, and how many presses that took.
pub(in crate::ui) fn debriefed<'a>(start: Start, size: [f32; 2]) -> (Window<'a>, usize) {
    watched(start, size, &mut |_| ())
}

/// The same; `look` sees the window before each press.
pub(in crate::ui) fn watched<'a>(start: Start, size: [f32; 2], look: &mut dyn FnMut(&Window<'_>)) -> (Window<'a>, usize) {
    let words = start.language.unwrap_or_default().words();
    let ready = words.ui_with("seats-ready", &[("seat", "|".into())]);
    let ready = ready.split('|').next().unwrap_or_default().to_owned();
    let mut window = open(start, size);
    let mut dice: u64 = 12345;
    let on = ["brief-begin", "window-to-debrief"].map(|k| words.ui(k));
    let close = words.ui("desk-close");
    let not = ["button-menu", "desk-undo", "title-help", "desk-hint", "find-open-search"].map(|k| words.ui(k));
    for turn in 0..4000 {
        if window.query_by_label(&words.ui("debrief-heading")).is_some() {
            return (window, turn);
        }
        look(&window);
        let open = open_to_press(&window);
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let roll = usize::try_from(dice >> 33).unwrap();
        if let Some(name) = open.iter().find(|n| on.contains(n) || n.starts_with(&ready)) {
            press(&mut window, name);
        } else if open.contains(&close) && roll % 4 == 0 {
            press(&mut window, &close);
        } else {
            let fit = |n: &String| !not.contains(n) && *n != close && *n != "?" && !n.is_empty();
            let fit: Vec<usize> = (0..open.len()).filter(|i| fit(&open[*i])).collect();
            match fit.get(roll / 4 % fit.len().max(1)) {
                Some(at) => press_at(&mut window, *at),
                None => window.run_steps(2),
            }
        }
    }
    panic!("no debrief; open: {:?}", open_to_press(&window));
}

pub(in crate::ui) fn table(source: &str, human: &dyn Fn(usize, SeatRole) -> bool, seed: u64) -> Start {
    seated(source, human, seed, &|_, _| "cautious")
}

/// The same with the bots that nobody has to ask for: in a real dispute the parties keep to its course, so that it lasts.
pub(in crate::ui) fn usual(source: &str, human: &dyn Fn(usize, SeatRole) -> bool, seed: u64) -> Start {
    seated(source, human, seed, &crate::bots::usual)
}

fn seated(
    source: &str,
    human: &dyn Fn(usize, SeatRole) -> bool,
    seed: u64,
    bot: &dyn Fn(&crate::model::Scenario, crate::model::SeatIx) -> &'static str,
) -> Start {
    let s = scenario::open(source).unwrap().scenario;
    let bot = |i| format!("bot:{}", bot(&s, crate::model::SeatIx::new(i)));
    let who = |i, role| if human(i, role) { "human".to_owned() } else { bot(i) };
    let seats = s.seats.iter().enumerate().map(|(i, x)| (x.id.clone(), who(i, x.role))).collect();
    Start { scenario: Some(source.to_owned()), seats, seed: Some(seed), ..Start::default() }
}

#[test]
fn each_role_plays_to_the_debrief() {
    for source in scenario::catalog::scenarios() {
        for role in [SeatRole::Provider, SeatRole::Government, SeatRole::Court] {
            let turns = play(table(source, &|_, r| r == role, 3), [1440.0, 900.0]);
            assert!(turns > 5, "{source} {role:?}: {turns}");
        }
    }
}

#[test]
fn a_narrow_window_plays_too() {
    let first = scenario::catalog::scenarios().next().unwrap();
    play(table(first, &|i, _| i == 1, 8), [720.0, 450.0]);
}

#[test]
fn no_page_lacks_words() {
    let words = Words::english();
    let mut window = open(Start::default(), [1440.0, 900.0]);
    for key in ["title-play", "scenarios-choose"] {
        let name = words.ui(key);
        press(&mut window, &name);
        let missing = window.root().children_recursive().filter_map(|n| n.accesskit_node().label());
        assert!(missing.into_iter().all(|l| !l.starts_with('<')), "{key}");
    }
    assert!(window.query_by_label(&words.ui("seats-begin")).is_some());
}

#[test]
fn duties_open_by_name_and_explain_themselves() {
    let words = Words::english();
    for (source, size) in [("two-harbours", [1440.0, 900.0]), ("microsoft-ireland", [720.0, 900.0])] {
        let mut window = open(table(source, &|_, r| r == SeatRole::Provider, 3), size);
        for _ in 0..6 {
            let open = open_to_press(&window);
            if open.contains(&words.ui("duties-heading")) {
                break;
            }
            match open.into_iter().find(|n| *n == words.ui("brief-begin") || n.starts_with("I am ")) {
                Some(name) => press(&mut window, &name),
                None => window.run_steps(2),
            }
        }
        press(&mut window, &words.ui("duties-heading"));
        // A line of text carries its words as its value, a button as its label; sections may be set in capitals.
        let words_of = |n: &egui_kittest::Node<'_>| n.accesskit_node().label().or_else(|| n.accesskit_node().value());
        let labels = |w: &Window<'_>| -> Vec<String> { w.root().children_recursive().filter_map(|n| words_of(&n)).collect() };
        let before = labels(&window);
        for key in ["duties-conflicts", "comity-heading"] {
            let name = words.ui(key).to_lowercase();
            assert!(before.iter().any(|l| l.to_lowercase() == name), "{source}: no `{name}` in {before:?}");
        }
        let item = scenario::open(source).unwrap().scenario.items[0].title.plain.clone();
        let cell = |l: &&String| l.starts_with("Why? ") && l.contains(&item);
        let why = before.iter().find(cell).unwrap_or_else(|| panic!("{source}: no cell says why")).clone();
        window.get_by_label(&why).click_accesskit();
        window.run_steps(12);
        let after = labels(&window);
        assert!(after.iter().any(|l| l.starts_with("Source: ")), "{source}: `{why}` shows no citation");
        assert!(after.iter().all(|l| !l.starts_with('<')));
    }
}

/// Things one can act on that have no name, by their role.
fn nameless(window: &Window<'_>) -> Vec<String> {
    use egui::accesskit::Role;
    let acts = |n: &egui_kittest::Node<'_>| {
        let role = n.accesskit_node().role();
        matches!(role, Role::Button | Role::RadioButton | Role::CheckBox | Role::Link | Role::ComboBox | Role::Slider)
            || matches!(role, Role::TextInput | Role::MultilineTextInput | Role::SpinButton | Role::DisclosureTriangle)
    };
    let named = |n: &egui_kittest::Node<'_>| {
        let node = n.accesskit_node();
        node.label().or_else(|| node.value()).is_some_and(|name| !name.trim().is_empty())
    };
    let all = window.root().children_recursive();
    all.filter(acts).filter(|n| !named(n)).map(|n| format!("{:?}", n.accesskit_node().role())).collect()
}

#[test]
fn nothing_to_act_on_lacks_a_name() {
    let words = Words::english();
    let check = |window: &Window<'_>, page: &str| {
        let found = nameless(window);
        assert!(found.is_empty(), "{page}: {found:?}");
    };
    let mut window = open(Start::default(), [1440.0, 900.0]);
    for key in ["title-play", "scenarios-choose"] {
        check(&window, key);
        press(&mut window, &words.ui(key));
        window.run_steps(2);
    }
    check(&window, "seats");
    for source in scenario::catalog::scenarios() {
        for role in [SeatRole::Provider, SeatRole::Government, SeatRole::Court] {
            for size in [[1440.0, 900.0], [512.0, 320.0]] {
                let start = usual(source, &|_, r| r == role, 7);
                let mut looked = 0;
                let (mut window, _) = watched(start, size, &mut |window| {
                    looked += 1;
                    if looked % 7 == 0 {
                        check(window, source);
                    }
                });
                check(&window, "debrief");
                press(&mut window, &words.ui("debrief-quiz"));
                window.run_steps(2);
                check(&window, "quiz");
            }
        }
    }
}

/// Follows the first link whose name begins so.
fn follow(window: &mut Window<'_>, begins: &str) {
    use egui::accesskit::Role;
    let link = |n: &egui_kittest::Node<'_>| {
        let node = n.accesskit_node();
        node.role() == Role::Link && node.label().or_else(|| node.value()).is_some_and(|name| name.starts_with(begins))
    };
    let found = window.root().children_recursive().find(link);
    found.unwrap_or_else(|| panic!("no link {begins} in {:?}", words_on(window))).click_accesskit();
    window.run_steps(4);
}

#[test]
fn why_leads_from_question_to_question_and_search_finds_what_to_ask() {
    let words = Words::english();
    let mut window = open(usual("microsoft-ireland", &|_, r| r == SeatRole::Provider, 7), [1440.0, 900.0]);
    press(&mut window, &words.ui("brief-begin"));
    window.run_steps(4);
    let said = |window: &Window<'_>, part: &str| words_on(window).iter().any(|line| line.starts_with(part));

    follow(&mut window, "Why? Go to the press");
    assert!(said(&window, &words.ui("why-does")) && said(&window, "Source: "), "{:?}", words_on(&window));
    follow(&mut window, "Customer trust: from");
    assert!(said(&window, &words.ui("why-number-still")), "{:?}", words_on(&window));
    press(&mut window, &words.ui("button-back"));
    assert!(said(&window, &words.ui("why-does")));
    press(&mut window, &words.ui("why-do"));
    assert!(!said(&window, &words.ui("why-does")), "it is planned, and the panel is gone");
    assert!(open_to_press(&window).contains(&words.ui("desk-undo")));

    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::F);
    window.run_steps(4);
    assert!(said(&window, &words.ui("find-heading")));
    window.event(egui::Event::Text("priv".into()));
    window.run_steps(4);
    follow(&mut window, "Privacy");
    assert!(said(&window, &words.ui("why-number-still")), "{:?}", words_on(&window));
    window.key_press(egui::Key::Escape);
    window.run_steps(4);
    assert!(!said(&window, &words.ui("why-number-still")) && !said(&window, &words.ui("find-heading")));
}
