//! The projector: what every seat may know, in letters that are read from the back row.

use super::column;
use crate::lang;
use crate::model::{Happened, LogEntry, VarKind};
use crate::seat::PublicView;
use crate::ui::cmd::Cmd;
use crate::ui::cx::Cx;
use crate::ui::parts::pair;
use crate::ui::{illustration, theme};
use egui::{Label, RichText, Sense, Ui, vec2};

/// The smallest letters of the page.
pub(in crate::ui) const LEAST: f32 = 28.0;
/// Its headings.
const HEADING: f32 = 40.0;
/// Events that are shown.
const NEWS: usize = 5;

/// The page; `events` are those that every seat knows.
pub(in crate::ui) fn projector(ui: &mut Ui, cx: &Cx<'_>, view: &PublicView, events: &[LogEntry], out: &mut Vec<Cmd>) {
    let s = cx.s;
    column(ui, "projector", 1720.0, |ui| {
        let round = [("round", view.clock.round.into()), ("rounds", s.rounds.len().into())];
        let today = cx.with("clock-today", &[("date", cx.words.date(view.clock.today).into())]);
        large(ui, &format!("{} · {} · {today}", cx.text(&s.title), cx.with("clock-round", &round)), LEAST);
        let stage = s.stage(view.clock.stage);
        if let Some(ending) = view.clock.over.map(|e| &s.endings[e.ix()]) {
            large(ui, cx.text(&ending.title), HEADING + 12.0);
            large(ui, cx.text(&ending.text), LEAST);
        } else {
            large(ui, cx.text(&stage.title), HEADING + 12.0);
            illustration::show(ui, cx, s.picture_at(view.clock.stage), 360.0);
            large(ui, cx.text(&stage.text), LEAST);
        }
        let names: Vec<&str> = view.awaited.iter().map(|x| cx.seat(*x)).collect();
        if !names.is_empty() {
            large(ui, &cx.with("clock-waiting", &[("seats", cx.words.list(&names).into())]), LEAST);
        }
        asked(ui, cx, view);
        ui.add_space(8.0);
        let wide = ui.available_width() > 900.0;
        pair(ui, wide, |ui| news(ui, cx, view, events), |ui| world(ui, cx, view));
        ui.add_space(8.0);
        if theme::primary_button(ui, &cx.ui("projector-leave")).clicked() {
            out.push(Cmd::Projector);
        }
    });
}

/// What is to be decided now, with its answers: something to raise hands on.
fn asked(ui: &mut Ui, cx: &Cx<'_>, view: &PublicView) {
    for (decision, options) in view.asked.iter().map(|(d, options)| (cx.s.decision(*d), options)) {
        theme::card(ui, |ui| {
            large(ui, &format!("{}: {}", cx.seat(decision.seat), cx.text(&decision.title)), HEADING);
            for (letter, option) in ('A'..='Z').zip(options) {
                let option = &decision.options[usize::from(*option)];
                large(ui, &format!("{letter}  {}", cx.text(&option.act.title)), LEAST);
            }
        });
    }
}

/// What has happened last, and what is on offer.
fn news(ui: &mut Ui, cx: &Cx<'_>, view: &PublicView, events: &[LogEntry]) {
    let s = cx.s;
    theme::card(ui, |ui| {
        large(ui, &cx.ui("projector-news"), HEADING);
        let told = |i: &usize| {
            let what = &events[*i].what;
            crate::report::notable(what) || matches!(what, Happened::Offered(_))
        };
        let shown: Vec<usize> = (0..events.len()).filter(told).collect();
        if shown.is_empty() {
            // Before anything has happened: what it is about.
            large(ui, cx.text(&s.brief), LEAST);
        }
        // The newest first: from the back row, the top is what is seen.
        for i in shown.iter().rev().take(NEWS) {
            let say = lang::entry_after(s, &events[..*i], &events[*i]);
            ui.horizontal_top(|ui| {
                let (sign, _) = ui.allocate_exact_size(vec2(LEAST, LEAST), Sense::hover());
                if let Some(role) = events[*i].actor.map(|a| cx.role(a)) {
                    let colour = theme::palette(ui).role(role);
                    theme::emblem(ui.painter(), role, sign.center() + vec2(0.0, 4.0), LEAST * 0.4, colour);
                }
                ui.vertical(|ui| large(ui, &format!("{}: {}", cx.words.date(events[*i].date), cx.say(&say)), LEAST));
            });
        }
        for offer in &view.offers {
            let offer = s.offer(*offer);
            let said = [("seat", cx.seat(offer.from).into()), ("offer", cx.text(&offer.act.title).into())];
            large(ui, &cx.with("text-offer-from", &said), LEAST);
        }
    });
}

/// The numbers of the world as bars, and the holdings.
fn world(ui: &mut Ui, cx: &Cx<'_>, view: &PublicView) {
    let s = cx.s;
    theme::card(ui, |ui| {
        large(ui, &cx.ui("meters-heading"), HEADING);
        let world = view.numbers.iter().filter(|(v, _)| s.var(*v).kind == VarKind::Meter && s.var(*v).owner.is_none());
        for (var, value) in world {
            large(ui, &format!("{}: {}", cx.var(*var), cx.value(*var, *value)), LEAST);
            let v = s.var(*var);
            let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), 16.0), Sense::hover());
            let p = theme::palette(ui);
            ui.painter().rect_filled(bar, 8.0, p.sunken);
            let part = f32::from(*value - v.min) / f32::from((v.max - v.min).max(1));
            ui.painter().rect_filled(bar.with_max_x(bar.left() + bar.width() * part.clamp(0.02, 1.0)), 8.0, p.ink_soft);
        }
        if !view.holdings.is_empty() {
            large(ui, &cx.ui("docket-holdings"), HEADING);
        }
        for held in view.holdings.iter().rev().take(3) {
            large(ui, &format!("{}: {}", s.law.court(held.court).name, cx.side(held.side)), LEAST);
        }
    });
}

fn large(ui: &mut Ui, text: &str, size: f32) {
    if text.is_empty() {
        return;
    }
    let colour = theme::palette(ui).ink;
    ui.add(Label::new(RichText::new(text).size(size).color(colour)).wrap());
}
