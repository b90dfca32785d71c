//! The bar above the table: who one is, which round and step it is, what effort is left.

use crate::ui::cmd::Cmd;
use crate::ui::cx::{BEATS, Cx, beat_about};
use crate::ui::desk::is_alone;
use crate::ui::parts::{low, tight};
use crate::ui::session::Session;
use crate::ui::theme::{self, Theme};
use egui::{Align, Align2, FontFamily, FontId, Layout, RichText, Sense, Stroke, Ui, pos2, vec2};

/// The bar. While the worked example has the page to itself, it tells who one is and how far the match has come, no more.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, session: &Session, out: &mut Vec<Cmd>) {
    let view = session.view();
    let clock = &view.clock;
    let seat = &cx.s.seats[view.seat.ix()];
    let p = theme::palette(ui);
    if low(ui) || is_alone(session) {
        one_row(ui, cx, session, out);
        return;
    }
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if theme::button(ui, &cx.ui("button-menu")).clicked() {
                out.push(Cmd::Menu);
            }
            if theme::quiet_button(ui, "?").on_hover_text(cx.ui("title-help")).clicked() {
                out.push(Cmd::Help);
            }
            if ui.available_width() > 520.0 && theme::quiet_button(ui, &cx.ui("find-open-search")).clicked() {
                out.push(Cmd::Find);
            }
            effort(ui, cx, session);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                theme::role_badge(ui, cx.role(view.seat), cx.text(&seat.name));
                if let Some(card) = seat.cards.get(view.card.ix()) {
                    tight(ui);
                    theme::chip(ui, cx.text(&card.title), p.role(cx.role(view.seat))).on_hover_text(cx.text(&card.text));
                }
                if ui.available_width() > 240.0 {
                    let title = RichText::new(cx.text(&cx.s.title)).color(p.ink_soft);
                    ui.add(egui::Label::new(title).truncate());
                }
            });
        });
    });
    let args = [("round", clock.round.into()), ("rounds", cx.s.rounds.len().into())];
    let round = RichText::new(cx.with("clock-round", &args)).font(strong(Theme::get().sizes.body)).color(p.ink);
    if ui.available_width() > ONE_ROW {
        ui.horizontal(|ui| {
            ui.label(round);
            stepper(ui, cx, session);
            place(ui, cx, session);
        });
    } else {
        ui.horizontal_wrapped(|ui| {
            ui.label(round);
            stepper(ui, cx, session);
        });
        ui.horizontal(|ui| place(ui, cx, session));
    }
}

/// What a low window keeps of the bar: the menu has the rest, and the desk begins with the stage.
fn one_row(ui: &mut Ui, cx: &Cx<'_>, session: &Session, out: &mut Vec<Cmd>) {
    let view = session.view();
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if theme::button(ui, &cx.ui("button-menu")).clicked() {
                out.push(Cmd::Menu);
            }
            let alone = is_alone(session);
            if alone && theme::quiet_button(ui, "?").on_hover_text(cx.ui("title-help")).clicked() {
                out.push(Cmd::Help);
            }
            if !alone && theme::quiet_button(ui, &cx.ui("find-open-search")).clicked() {
                out.push(Cmd::Find);
            }
            if !alone {
                pips(ui, cx, session);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                theme::role_mark(ui, cx.role(view.seat), cx.seat(view.seat));
                let args = [("round", view.clock.round.into()), ("rounds", cx.s.rounds.len().into())];
                let beat = BEATS.into_iter().find(|(beat, _)| *beat == view.clock.beat).map_or("", |(_, key)| key);
                let round = cx.with("clock-round", &args);
                let text =
                    if alone { format!("{} · {round}", cx.seat(view.seat)) } else { format!("{round} · {}", cx.ui(beat)) };
                let text = RichText::new(text).font(strong(Theme::get().sizes.small)).color(theme::palette(ui).ink);
                ui.add(egui::Label::new(text).truncate());
            });
        });
    });
}

/// From this width on, round, steps, stage and date stand in one row.
const ONE_ROW: f32 = 700.0;

/// The stage, and the day at the right edge.
fn place(ui: &mut Ui, cx: &Cx<'_>, session: &Session) {
    let (clock, p) = (&session.view().clock, theme::palette(ui));
    let stage = cx.s.stage(clock.stage);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.label(RichText::new(cx.words.date(clock.today)).small().color(p.ink_soft));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let title = RichText::new(cx.text(&stage.title)).font(strong(Theme::get().sizes.body)).color(p.ink);
            ui.add(egui::Label::new(title).truncate()).on_hover_text(cx.text(&stage.text));
        });
    });
}

fn strong(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(theme::STRONG.into()))
}

/// Effort as pips, and in words.
fn effort(ui: &mut Ui, cx: &Cx<'_>, session: &Session) {
    pips(ui, cx, session);
    let words = cx.with("desk-effort", &[("left", session.view().effort.max(0).into())]);
    ui.label(RichText::new(words).small().color(theme::palette(ui).ink_soft));
}

/// Effort as pips: filled is left.
fn pips(ui: &mut Ui, cx: &Cx<'_>, session: &Session) {
    let view = session.view();
    let p = theme::palette(ui);
    let left = view.effort.max(0);
    let most = (cx.s.effort.0 + cx.s.effort.1).max(left);
    let words = cx.with("desk-effort", &[("left", left.into())]);
    let side = 18.0;
    let (rect, response) = ui.allocate_exact_size(vec2(side * f32::from(most), 24.0), Sense::hover());
    for i in 0..most {
        let c = pos2(rect.left() + side * (f32::from(i) + 0.5), rect.center().y);
        if i < left {
            ui.painter().circle_filled(c, 6.5, p.action);
        } else {
            ui.painter().circle_stroke(c, 5.5, Stroke::new(1.5, p.outline));
        }
    }
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, &words));
    let keep = cx.with("desk-effort-keep", &[("keep", cx.s.effort.1.into())]);
    response.on_hover_text(format!("{words}\n{keep}"));
}

/// The five steps of a round; the present one is filled.
fn stepper(ui: &mut Ui, cx: &Cx<'_>, session: &Session) {
    let p = theme::palette(ui);
    let now = session.view().clock.beat;
    let small = Theme::get().sizes.small;
    ui.spacing_mut().item_spacing.x = 2.0;
    ui.add_space(10.0);
    for (i, (beat, key)) in BEATS.into_iter().enumerate() {
        let name = cx.ui(key);
        let on = beat == now;
        let past = beat < now;
        let colour = if on { p.on_action } else { p.ink_soft };
        let galley = ui.painter().layout_no_wrap(name.clone(), strong(small), colour);
        let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(20.0, 10.0), Sense::hover());
        let painter = ui.painter();
        if on {
            painter.rect_filled(rect, rect.height() / 2.0, p.action);
        } else if past {
            painter.rect_filled(rect, rect.height() / 2.0, p.sunken);
        }
        let at = Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size());
        painter.galley(at.min, galley, colour);
        response.widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::Label, true, on, &name));
        response.on_hover_text(cx.ui(beat_about(beat)));
        if i + 1 < BEATS.len() {
            let (gap, _) = ui.allocate_exact_size(vec2(8.0, 2.0), Sense::hover());
            ui.painter().hline(gap.x_range(), gap.center().y, Stroke::new(1.5, p.outline));
        }
    }
    ui.add_space(12.0);
}
