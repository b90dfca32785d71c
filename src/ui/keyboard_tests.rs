//! Plays with the keys alone: nothing can be pressed that the keys do not reach, the focus is never caught, never invisible and
//! goes the way one reads.

use super::tests::{Window, open};
use super::theme::{Mode, Theme};
use super::{Start, tests};
use crate::lang::Words;
use crate::model::Role as SeatRole;
use egui::{Key, Modifiers, Rect, Shape};
use egui_kittest::kittest::NodeT;

/// Where the focus is.
#[derive(Clone, Debug, PartialEq)]
struct Focus {
    id: String,
    name: String,
    rect: Rect,
}

fn focus(window: &Window<'_>) -> Option<Focus> {
    let node = window.root().children_recursive().find(egui_kittest::Node::is_focused)?;
    let inner = node.accesskit_node();
    Some(Focus {
        id: format!("{:?}", inner.id()),
        name: inner.label().or_else(|| inner.value()).unwrap_or_default(),
        rect: node.rect(),
    })
}

fn tab(window: &mut Window<'_>) {
    window.key_press(Key::Tab);
    window.run_steps(2);
}

/// Everything the focus comes by, from where it stands until it is there again.
fn round(window: &mut Window<'_>) -> Vec<Focus> {
    let mut all: Vec<Focus> = Vec::new();
    for _ in 0..600 {
        tab(window);
        let Some(here) = focus(window) else { continue };
        if let Some(first) = all.iter().position(|f| f.id == here.id) {
            assert_eq!(first, 0, "the focus is caught between {:?}", &all[first..]);
            return all;
        }
        // An area that scrolls takes a moment.
        window.run_steps(12);
        let here = focus(window).unwrap_or(here);
        seen(window, &here);
        all.push(here);
    }
    panic!("the focus never comes round: {all:?}");
}

/// The focus is painted, and in sight.
fn seen(window: &Window<'_>, here: &Focus) {
    let focus = Theme::get().palette(Mode::Light).focus;
    let screen = window.ctx.content_rect();
    assert!(screen.intersects(here.rect), "out of sight: {here:?}");
    let around = here.rect.expand(6.0);
    let ringed = |shape: &Shape| match shape {
        Shape::Rect(r) => r.stroke.color == focus && around.contains_rect(r.rect) && r.rect.width() > 4.0,
        Shape::Circle(c) => c.stroke.color == focus && around.contains(c.center),
        _ => false,
    };
    let painted =
        window.output().shapes.iter().any(|s| s.clip_rect.intersects(here.rect) && flat(&s.shape).into_iter().any(ringed));
    assert!(painted, "no ring around {here:?}");
}

fn flat(shape: &Shape) -> Vec<&Shape> {
    match shape {
        Shape::Vec(all) => all.iter().flat_map(flat).collect(),
        other => vec![other],
    }
}

/// The order is that of reading: down a column, along a row; up again only beside what came before. Both places are taken as
/// they are now: areas scroll in between.
fn in_reading_order(window: &Window<'_>, page: &str, all: &[Focus]) {
    let now = |focus: &Focus| {
        let node = window.root().children_recursive().find(|n| format!("{:?}", n.accesskit_node().id()) == focus.id);
        node.map_or(focus.rect, |n| n.rect())
    };
    for pair in all.windows(2) {
        let (a, b) = (now(&pair[0]), now(&pair[1]));
        let below = b.top() >= a.center().y - 1.0;
        // Along a timeline the next day's label may stand higher and reach back over this one: its middle is further on.
        let beside = b.center().x > a.center().x || b.right() <= a.left() + 1.0;
        assert!(below || beside, "{page}: from {:?} at {a:?} back to {:?} at {b:?}", pair[0], pair[1]);
    }
}

/// All that can be pressed is come by, unless something lies over the page: then only that is.
fn complete(window: &Window<'_>, page: &str, all: &[Focus]) {
    if window.ctx.memory(|m| m.top_modal_layer().is_some()) {
        return;
    }
    let pressable = window.root().children_recursive().filter(tests::pressable);
    for node in pressable {
        let id = format!("{:?}", node.accesskit_node().id());
        assert!(all.iter().any(|f| f.id == id), "{page}: no key reaches {:?}", node.accesskit_node().label());
    }
}

/// Goes to a thing by its name.
fn go(window: &mut Window<'_>, name: &str) {
    for _ in 0..300 {
        if focus(window).is_some_and(|f| tests::named(&f.name, name)) {
            return;
        }
        tab(window);
    }
    panic!("no key reaches {name}");
}

fn enter(window: &mut Window<'_>, name: &str) {
    go(window, name);
    window.key_press(Key::Enter);
    window.run_steps(3);
}

fn look(window: &mut Window<'_>, page: &str) -> Vec<Focus> {
    let all = round(window);
    complete(window, page, &all);
    in_reading_order(window, page, &all);
    all
}

/// What lies over a page keeps the keys to itself until it is put away.
fn over(window: &mut Window<'_>, page: &str) {
    let all = round(window);
    in_reading_order(window, page, &all);
    let out = Words::english().ui("button-ok");
    assert!(all.iter().any(|f| f.name == out), "{page}: no way out in {all:?}");
    assert!(all.iter().all(|f| f.name != Words::english().ui("desk-close")), "{page}: the page below is pressed through it");
}

#[test]
fn keys_reach_every_page_from_the_title() {
    let words = Words::english();
    for size in [[1440.0, 900.0], [1024.0, 640.0]] {
        let mut window = open(Start::default(), size);
        look(&mut window, "title");
        enter(&mut window, &words.ui("title-play"));
        look(&mut window, "scenarios");
        enter(&mut window, &words.ui("scenarios-choose"));
        look(&mut window, "seats");
        enter(&mut window, &words.ui("seats-begin"));
        look(&mut window, "brief");
        enter(&mut window, &words.ui("brief-begin"));
        look(&mut window, "table");
        window.key_press(Key::F1);
        window.run_steps(3);
        over(&mut window, "help");
        window.key_press(Key::Escape);
        window.run_steps(3);
        window.key_press(Key::Escape);
        window.run_steps(3);
        over(&mut window, "menu");
    }
}

/// Plays with keys to the debrief; how many things were pressed.
fn play(source: &str, role: SeatRole) -> usize {
    let words = Words::english();
    let mut window = open(tests::table(source, &|_, r| r == role, 5), [1440.0, 900.0]);
    let debrief = words.ui("debrief-heading");
    let not = ["button-menu", "desk-undo", "title-help", "desk-hint", "class-to-debrief"].map(|k| words.ui(k));
    let on = ["brief-begin", "window-to-debrief"].map(|k| words.ui(k));
    let mut dice: u64 = 77;
    for pressed in 0..1500 {
        if tests::words_on(&window).contains(&debrief) {
            let searching = words.ui("report-searching");
            while tests::words_on(&window).contains(&searching) {
                std::thread::sleep(std::time::Duration::from_millis(20));
                window.run_steps(1);
            }
            look(&mut window, "debrief");
            return pressed;
        }
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let roll = usize::try_from(dice >> 33).unwrap();
        if pressed % 25 == 0 {
            let all = round(&mut window);
            complete(&window, source, &all);
        }
        let open = tests::open_to_press(&window);
        if let Some(name) = open.iter().find(|n| on.contains(n)) {
            enter(&mut window, name);
        } else if roll % 3 == 0 {
            window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
            window.run_steps(3);
        } else {
            for _ in 0..=roll / 3 % 40 {
                tab(&mut window);
            }
            // Questions are asked now and then: there are more of them than of everything else.
            let aside = |name: &str| name.starts_with(&words.ui("duties-why-short")) && roll % 5 != 0;
            if focus(&window).is_some_and(|f| !not.contains(&f.name) && !aside(&f.name)) {
                window.key_press(if roll % 2 == 0 { Key::Space } else { Key::Enter });
                window.run_steps(2);
            }
        }
    }
    panic!("no debrief; open: {:?}", tests::open_to_press(&window));
}

#[test]
fn keys_alone_play_to_the_debrief() {
    for role in [SeatRole::Provider, SeatRole::Court] {
        let pressed = play("two-harbours", role);
        assert!(pressed > 5, "{pressed}");
    }
}

#[test]
fn keys_alone_play_the_flagship() {
    let roles = [SeatRole::Provider, SeatRole::Government, SeatRole::Court];
    let pressed: usize = roles.into_iter().map(|role| play("microsoft-ireland", role)).sum();
    assert!(pressed > 25, "{pressed}");
}
