use super::*;
use crate::lang::Words;
use crate::model::Reading;
use crate::model::SeatIx;
use crate::play::Match;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

/// The window's own letters are no wider than what a picture was laid out for.
#[test]
fn words_take_no_more_room_than_they_were_given() {
    let s = crate::scenario::open("microsoft-ireland").unwrap_or_else(|_| panic!("ships")).scenario;
    let mut m = Match::new(s, 1, false);
    let (view, words) = (m.view(SeatIx(0)), Words::english());
    let events = m.events(SeatIx(0), 0);
    let asked = Asked { words: &words, level: Reading::Plain, view: &view, events: &events, court: None };
    let mut checked = 0;
    let pictures = Kind::ALL.map(|kind| picture::draw(kind, &asked, 900.0));
    let mut begun = false;
    let mut harness = Harness::new_ui(|ui| {
        if !std::mem::replace(&mut begun, true) {
            theme::apply(ui.ctx(), theme::Mode::Light);
            return;
        }
        for mark in pictures.iter().flat_map(|p| &p.marks) {
            let Form::Text { lines, size, strong, .. } = mark else { continue };
            let family = if *strong { FontFamily::Name(theme::STRONG.into()) } else { FontFamily::Proportional };
            for line in lines {
                let wide = ui.painter().layout_no_wrap(line.clone(), FontId::new(*size, family.clone()), Color32::BLACK).size().x;
                let given = picture::wide(line, *size, *strong);
                assert!(wide <= given + 0.5, "{line:?}: {wide} in {given}");
                checked += 1;
            }
        }
    });
    harness.run_steps(3);
    drop(harness);
    assert!(checked > 20, "{checked}");
}

#[test]
fn every_spot_is_a_button_with_a_name_and_opens_what_is_behind() {
    let s = crate::scenario::open("two-harbours").unwrap_or_else(|_| panic!("ships")).scenario;
    let seats = crate::sim::Seats::parse(&s, "cautious").expect("bots");
    let mut m = Match::new(std::sync::Arc::clone(&s), 3, false);
    crate::sim::play_out(&mut m, &seats, 3, |_, _, _| {});
    let (view, words) = (m.view(SeatIx(0)), Words::english());
    let events = m.events(SeatIx(0), 0);
    let asked = Asked { words: &words, level: Reading::Plain, view: &view, events: &events, court: None };
    let spots = picture::draw(Kind::Timeline, &asked, 900.0).spots;
    let asks = std::cell::RefCell::default();
    let cx = Cx { words: &words, s: &s, level: Reading::Plain, hints: false, asked: &asks };
    let mut state = Gallery::default();
    let mut begun = false;
    let mut harness = Harness::builder().with_size([940.0, 800.0]).build_ui(|ui| {
        if !std::mem::replace(&mut begun, true) {
            theme::apply(ui.ctx(), theme::Mode::Light);
            return;
        }
        gallery(ui, &cx, &asked, &mut state);
    });
    harness.run_steps(3);
    assert!(spots.len() > 3);
    for spot in &spots {
        assert!(harness.query_all_by_label(&spot.label).next().is_some(), "{}", spot.label);
    }
    harness.query_all_by_label(&spots[0].label).next().expect("there").click_accesskit();
    harness.run_steps(3);
    let said = |n: egui_kittest::Node<'_>| n.accesskit_node().value().unwrap_or_default();
    assert!(harness.root().children_recursive().any(|n| said(n) == spots[0].label), "what was chosen is told");
    harness.get_by_label(&words.ui("picture-in-words")).click_accesskit();
    harness.run_steps(3);
    let described = picture::draw(Kind::Timeline, &asked, 900.0).description;
    assert!(harness.root().children_recursive().any(|n| said(n) == described[1]), "the same in words");
}
