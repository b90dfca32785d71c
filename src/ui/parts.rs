//! Effects as chips, costs, sources: what stands on every option.

use super::cx::{Cx, role};
use super::theme::{self, Follow, Theme};
use crate::lang::signed;
use crate::model::{Action, Doable, Side, VarIx, VarKind};
use crate::seat::{Preview, Refusal, SeatView, Shift, effects_of, preview, why};
use egui::{Color32, Label, RichText, ScrollArea, Ui};

/// Text that wraps. What an author has left empty takes no room.
fn written(ui: &mut Ui, text: RichText) {
    if !text.is_empty() {
        ui.add(Label::new(text).wrap());
    }
}

/// Running text.
pub(super) fn prose(ui: &mut Ui, text: &str) {
    let ink = theme::palette(ui).ink;
    written(ui, RichText::new(text).color(ink));
}

/// Running text of second rank.
pub(super) fn soft(ui: &mut Ui, text: &str) {
    let ink = theme::palette(ui).ink_soft;
    written(ui, RichText::new(text).color(ink));
}

/// A caption that wraps.
pub(super) fn caption(ui: &mut Ui, text: &str) {
    let ink = theme::palette(ui).ink_soft;
    written(ui, RichText::new(text).small().color(ink));
}

/// A caption in a colour of its own.
pub(super) fn tinted(ui: &mut Ui, text: &str, colour: Color32) {
    ui.add(Label::new(RichText::new(text).small().color(colour)).wrap());
}

/// Set in from the edge by so much, with all its lines.
pub(super) fn set_in(ui: &mut Ui, by: f32, add: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.add_space(by);
        ui.vertical(add);
    });
}

/// A source: small, italic.
pub(super) fn source(ui: &mut Ui, cx: &Cx<'_>, text: &str) {
    if text.is_empty() {
        return;
    }
    let p = theme::palette(ui);
    let words = cx.with("desk-source", &[("source", text.into())]);
    let words = RichText::new(words).family(egui::FontFamily::Name(theme::ITALIC.into()));
    ui.add(Label::new(words.size(Theme::get().sizes.small).color(p.ink_soft)).wrap());
}

/// Strong text.
pub(super) fn strong(ui: &mut Ui, text: &str) {
    let p = theme::palette(ui);
    let font = egui::FontId::new(Theme::get().sizes.body, egui::FontFamily::Name(theme::STRONG.into()));
    ui.add(Label::new(RichText::new(text).font(font).color(p.ink)).wrap());
}

/// The colour of a number: its owner's, or ink.
pub(super) fn var_colour(ui: &Ui, cx: &Cx<'_>, var: VarIx) -> Color32 {
    let p = theme::palette(ui);
    cx.s.var(var).owner.map_or(p.ink_soft, |seat| p.role(role(cx.s.seats[seat.ix()].role)))
}

/// A change as a chip: "Customer trust +1 → 6". One's own meters say by colour whether it is for the better.
pub(super) fn shift_chip(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, shift: &Shift) {
    let p = theme::palette(ui);
    let var = cx.s.var(shift.var);
    let up = shift.to > shift.from;
    let colour =
        if var.owner == Some(view.seat) { if up == cx.less_is_better(shift.var) { p.bad } else { p.good } } else { p.ink_soft };
    let counted = || {
        let args = [
            ("var", cx.var(shift.var).into()),
            ("from", cx.value(shift.var, shift.from).into()),
            ("by", signed(shift.to - shift.from).into()),
            ("to", cx.value(shift.var, shift.to).into()),
        ];
        (colour, cx.with("window-shift", &args))
    };
    let led = toward(cx, view, shift).map(|(mine, text)| (if mine { p.good } else { p.ink_soft }, text));
    let (colour, text) = led.unwrap_or_else(counted);
    let about = cx.text(&var.about);
    let chip = theme::chip(ui, &text, colour);
    if !about.is_empty() {
        chip.on_hover_text(about);
    }
}

/// What a change of an open question leads toward, and whether that is the seat's side: its number says little by itself.
fn toward(cx: &Cx<'_>, view: &SeatView, shift: &Shift) -> Option<(bool, String)> {
    let side = if shift.to > shift.from { Side::Compel } else { Side::Resist };
    let (key, factor) = match cx.s.var(shift.var).finds.of(side) {
        (Some(here), _) => ("window-shift-toward", here),
        (None, Some(there)) => ("window-shift-away", there),
        (None, None) => return None,
    };
    let text = cx.with(key, &[("var", cx.var(shift.var).into()), ("factor", cx.factor(factor).into())]);
    Some((cx.s.seats[view.seat.ix()].side == Some(side), text))
}

/// Several changes, in rows.
pub(super) fn shifts(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, all: &[Shift]) {
    if all.is_empty() {
        return;
    }
    row(ui, |ui| {
        for shift in all {
            shift_chip(ui, cx, view, shift);
        }
    });
}

/// Chips stand close.
pub(super) fn tight(ui: &mut Ui) {
    ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
    ui.spacing_mut().interact_size.y = 24.0;
}

/// A row of chips.
pub(super) fn row(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        // Before the row begins: its height is settled then.
        tight(ui);
        ui.horizontal_wrapped(add);
    });
}

/// Up to this height every row counts: what chooses has one row that scrolls, and the rest belongs to what is looked at.
const LOW: f32 = 420.0;

/// Whether the window is low: a small one, or a large one with large letters.
pub(super) fn low(ui: &Ui) -> bool {
    ui.ctx().content_rect().height() < LOW
}

/// What chooses, in as many rows as it needs; in a low window in one that scrolls.
pub(super) fn strip(ui: &mut Ui, id: &str, add: impl FnOnce(&mut Ui)) {
    if low(ui) {
        ScrollArea::horizontal().id_salt(id).follow(ui, |ui| {
            tight(ui);
            ui.horizontal(add);
        });
    } else {
        row(ui, add);
    }
}

/// What an action costs and does of itself, and whether it is invented: one row of chips.
pub(super) fn effects(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, action: &Action, act: &Doable) {
    let seen = preview(view, action);
    let Preview { shifts, ends, uncertain, .. } = &seen;
    let p = theme::palette(ui);
    if shifts.is_empty() && ends.is_none() {
        // Then what it does is no number: said in words, as the other faces do.
        let deeds = why::deeds(cx.s, &view.numbers, effects_of(cx.s, action));
        let told: Vec<String> = deeds.iter().map(|deed| cx.say(deed)).collect();
        caption(ui, &if told.is_empty() { cx.ui("effect-none") } else { told.join(" · ") });
    }
    row(ui, |ui| {
        if act.cost > 0 {
            theme::chip(ui, &cx.with("desk-cost", &[("cost", act.cost.into())]), p.ink);
        }
        // One's own numbers come first.
        let mine = |s: &&Shift| cx.s.var(s.var).owner == Some(view.seat);
        for shift in shifts.iter().filter(mine).chain(shifts.iter().filter(|s| !mine(s))) {
            shift_chip(ui, cx, view, shift);
        }
        if let Some(ending) = ends {
            let title = cx.text(&cx.s.endings[ending.ix()].title);
            theme::chip(ui, &cx.with("window-ends", &[("ending", title.into())]), p.warn);
        }
        for broken in seen.broken(cx.s) {
            theme::chip(ui, &cx.say(&broken), p.bad);
        }
        if *uncertain {
            theme::chip(ui, &cx.ui("window-uncertain"), p.warn).on_hover_text(cx.ui("window-uncertain-about"));
        }
        if act.invented {
            theme::chip(ui, &cx.ui("desk-invented"), p.ink_soft).on_hover_text(cx.ui("tip-invented"));
        }
    });
}

/// Why something is closed.
pub(super) fn refusal(ui: &mut Ui, cx: &Cx<'_>, why: &Refusal) {
    let p = theme::palette(ui);
    tinted(ui, &cx.say(&why.why.say(cx.s)), p.bad);
    let by_play = cx.ui("rule-of-play");
    source(ui, cx, if why.source.is_empty() { &by_play } else { &why.source });
}

/// Whether a number is one that players watch.
pub(super) fn watched(cx: &Cx<'_>, var: VarIx) -> bool {
    cx.s.var(var).kind != VarKind::Flag && !cx.s.var(var).title.is_empty()
}

/// A toggle that looks like a chip; its state is said by a tick as well as by colour.
pub(super) fn toggle(ui: &mut Ui, on: bool, enabled: bool, text: &str, colour: Color32) -> egui::Response {
    let label = format!("{} {text}", if on { "✔" } else { "+" });
    marked(ui, (on, enabled), &label, text, colour, egui::WidgetType::Checkbox)
}

fn marked(
    ui: &mut Ui,
    (on, enabled): (bool, bool),
    label: &str,
    name: &str,
    colour: Color32,
    kind: egui::WidgetType,
) -> egui::Response {
    let p = theme::palette(ui);
    let ink = if on { colour } else { p.ink };
    let font = egui::FontId::new(Theme::get().sizes.small, egui::FontFamily::Name(theme::STRONG.into()));
    let button = egui::Button::new(RichText::new(label).font(font).color(if enabled { ink } else { p.ink_soft }))
        .fill(if on { p.wash(colour) } else { p.card })
        .stroke(egui::Stroke::new(if on { 1.5 } else { 1.0 }, if on { colour } else { p.outline }))
        .corner_radius(14.0)
        .min_size(egui::vec2(0.0, 28.0));
    let response = ui.add_enabled(enabled, button);
    response.widget_info(|| egui::WidgetInfo::selected(kind, enabled, on, name));
    // Its own edge hides the one egui gives to what has the focus.
    theme::focus_ring(ui, &response, 14.0);
    response
}

/// One of several that exclude each other, as a chip; its state is said by a filled ring as well as by colour.
pub(super) fn choice(ui: &mut Ui, on: bool, enabled: bool, text: &str, colour: Color32) -> egui::Response {
    let label = format!("{} {text}", if on { "●" } else { "○" });
    marked(ui, (on, enabled), &label, text, colour, egui::WidgetType::RadioButton)
}

/// A cell of a row: as wide as it is told, whatever stands in it.
pub(super) fn cell(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(egui::vec2(width, 0.0), egui::Layout::top_down(egui::Align::Min), |ui| {
        ui.set_width(width);
        add(ui);
    });
}

/// Two things side by side where there is room, else one below the other.
pub(super) fn pair(ui: &mut Ui, wide: bool, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    if !wide {
        left(ui);
        right(ui);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let half = (ui.available_width() - 12.0) / 2.0;
        cell(ui, half, left);
        cell(ui, half, right);
    });
}

/// One of several things to look at, as a chip to press.
pub(super) fn pill(ui: &mut Ui, on: bool, text: &str, colour: Color32) -> egui::Response {
    let p = theme::palette(ui);
    let font = egui::FontId::new(Theme::get().sizes.body, egui::FontFamily::Name(theme::STRONG.into()));
    let button = egui::Button::new(RichText::new(text).font(font).color(if on { colour } else { p.ink }))
        .fill(if on { p.wash(colour) } else { p.card })
        .stroke(egui::Stroke::new(if on { 1.5 } else { 1.0 }, if on { colour } else { p.outline }))
        .corner_radius(16.0)
        .min_size(egui::vec2(0.0, 32.0));
    let response = ui.add(button);
    response.widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::Button, true, on, text));
    theme::focus_ring(ui, &response, 16.0);
    response
}
