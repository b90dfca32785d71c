//! Authored prose with its terms of art as links to the glossary.

use super::cmd::Cmd;
use super::cx::Cx;
use super::theme;
use crate::learn::Glossary;
use egui::cache::{ComputerMut, FrameCache};
use egui::{CursorIcon, Label, RichText, Sense, Ui, WidgetInfo, WidgetType};
use std::ops::Range;

/// Finds the terms of a text; prose stays the same for many frames.
#[derive(Default)]
struct Finder;

type Places = Vec<(Range<usize>, String)>;

impl ComputerMut<&str, Places> for Finder {
    fn compute(&mut self, text: &str) -> Places {
        Glossary::shipped().find(text).into_iter().map(|(at, term)| (at, term.id.clone())).collect()
    }
}

/// Running text.
pub(super) fn prose(ui: &mut Ui, cx: &Cx<'_>, text: &str) {
    let ink = theme::palette(ui).ink;
    linked(ui, cx, text, |words| words.color(ink));
}

/// Running text of second rank.
pub(super) fn soft(ui: &mut Ui, cx: &Cx<'_>, text: &str) {
    let ink = theme::palette(ui).ink_soft;
    linked(ui, cx, text, |words| words.color(ink));
}

/// A caption.
pub(super) fn caption(ui: &mut Ui, cx: &Cx<'_>, text: &str) {
    let ink = theme::palette(ui).ink_soft;
    linked(ui, cx, text, |words| words.small().color(ink));
}

fn linked(ui: &mut Ui, cx: &Cx<'_>, text: &str, style: impl Fn(RichText) -> RichText) {
    if text.is_empty() {
        return;
    }
    let found: Places = ui.memory_mut(|m| m.caches.cache::<FrameCache<Places, Finder>>().get(text).clone());
    if found.is_empty() {
        ui.add(Label::new(style(RichText::new(text))).wrap());
        return;
    }
    ui.scope(|ui| {
        // Before the row begins: its height is settled then.
        ui.spacing_mut().interact_size.y = 0.0;
        ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
        ui.horizontal_wrapped(|ui| {
            let mut at = 0;
            for (range, id) in &found {
                if range.start > at {
                    ui.add(Label::new(style(RichText::new(&text[at..range.start]))).wrap());
                }
                at = range.end;
                let Some(term) = Glossary::shipped().term(id) else { continue };
                // Kept in one row: egui makes a thing of its own, without a name, of each row that a link breaks into.
                let words = style(RichText::new(&text[range.clone()])).underline();
                let link = ui.add(Label::new(words).extend().selectable(false).sense(Sense::click()));
                link.widget_info(|| WidgetInfo::labeled(WidgetType::Link, true, &text[range.clone()]));
                theme::focus_ring(ui, &link, 2.0);
                let link = link.on_hover_cursor(CursorIcon::PointingHand);
                let link = link.on_hover_ui(|ui| {
                    ui.set_max_width(360.0);
                    super::parts::strong(ui, &term.term);
                    super::parts::caption(ui, term.text.at(cx.level));
                });
                if link.clicked() {
                    cx.ask(Cmd::Lookup(term.term.clone()));
                }
            }
            if at < text.len() {
                ui.add(Label::new(style(RichText::new(&text[at..]))).wrap());
            }
        });
    });
}
