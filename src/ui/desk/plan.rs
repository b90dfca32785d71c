//! The plan so far, and the one big button that closes it.

use crate::model::Action;
use crate::seat::{Refusal, SeatView, check, tip_close, unsaid};
use crate::ui::cmd::Cmd;
use crate::ui::cx::Cx;
use crate::ui::parts::{caption, low, row, strip, tinted, toggle};
use crate::ui::theme;
use crate::ui::theme::Follow;
use egui::{Align, Label, Layout, RichText, ScrollArea, Ui};

/// The bar below the desk.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, guided: bool, out: &mut Vec<Cmd>) {
    let closing = check(view, &Action::Close);
    let unsaid = unsaid(view, guided).filter(|_| closing.is_ok());
    if low(ui) {
        // One row; only a warning has one of its own, and what stands in the way where the plan takes its place.
        if let Err(first) = &closing
            && !view.plan.is_empty()
        {
            caption(ui, &cx.say(&first.why.say(cx.s)));
        }
        if let Some(warning) = unsaid {
            tinted(ui, &cx.ui(warning), theme::palette(ui).warn);
        }
        buttons(ui, cx, view, &closing, out, |ui, out| match &closing {
            _ if !view.plan.is_empty() => strip(ui, "plan", |ui| planned(ui, cx, view, out)),
            Err(first) => {
                let first = RichText::new(cx.say(&first.why.say(cx.s))).small();
                ui.add(Label::new(first.color(theme::palette(ui).ink)).truncate());
            }
            Ok(_) => caption(ui, &cx.ui("desk-plan-empty")),
        });
        return;
    }
    let key = if view.plan.is_empty() { "desk-plan-empty" } else { "desk-plan" };
    caption(ui, &cx.ui(key));
    if !view.plan.is_empty() {
        ScrollArea::vertical().id_salt("plan").max_height(78.0).follow(ui, |ui| row(ui, |ui| planned(ui, cx, view, out)));
    }
    buttons(ui, cx, view, &closing, out, |ui, _| match (&closing, unsaid) {
        (Err(first), _) => caption(ui, &cx.say(&first.why.say(cx.s))),
        (Ok(_), Some(warning)) => {
            let warning = RichText::new(cx.ui(warning)).color(theme::palette(ui).warn);
            ui.add(Label::new(warning).wrap());
        }
        (Ok(_), None) => caption(ui, &cx.ui(tip_close(view.clock.beat))),
    });
}

/// What is planned; a press takes it out.
fn planned(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, out: &mut Vec<Cmd>) {
    let p = theme::palette(ui);
    for (at, action) in view.plan.iter().enumerate() {
        let cost = crate::seat::effort(cx.s, action);
        let text = shorten(&cx.action(action), 72);
        let text = if cost > 0 { format!("{text} ({cost})") } else { text };
        let chip = toggle(ui, true, true, &text, p.good);
        if chip.clicked() {
            out.push(Cmd::Replan(at, None));
        }
        chip.on_hover_text(cx.ui("window-take-out"));
    }
}

/// Take back, close, and what stands beside them.
fn buttons<T>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &SeatView,
    closing: &Result<T, Refusal>,
    out: &mut Vec<Cmd>,
    beside: impl FnOnce(&mut Ui, &mut Vec<Cmd>),
) {
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = ui.add_enabled_ui(closing.is_ok(), |ui| theme::primary_button(ui, &cx.ui("desk-close"))).inner;
            if close.on_hover_text(cx.ui(tip_close(view.clock.beat))).clicked() {
                out.push(Cmd::Act(Action::Close));
            }
            // In a low window the room beside goes to what is to be done first.
            if !(low(ui) && view.plan.is_empty()) {
                let undo = ui.add_enabled_ui(!view.plan.is_empty(), |ui| theme::button(ui, &cx.ui("desk-undo"))).inner;
                if undo.on_hover_text(cx.ui("tip-undo")).clicked() {
                    out.push(Cmd::Act(Action::Undo));
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| beside(ui, out));
        });
    });
}

/// At most so many letters.
fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most - 1).collect();
    format!("{}…", cut.trim_end())
}
