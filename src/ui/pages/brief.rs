//! The brief of a seat, and the curtain before it.

use super::column;
use crate::model::SeatIx;
use crate::seat::SeatView;
use crate::ui::cmd::{Cmd, Page};
use crate::ui::cx::Cx;
use crate::ui::parts::{caption, cell, pair, soft, strong};
use crate::ui::theme::Fold;
use crate::ui::{illustration, terms, theme};
use egui::Ui;

/// "Please pass the screen": shows nothing of anybody.
pub(in crate::ui) fn curtain(ui: &mut Ui, cx: &Cx<'_>, seat: SeatIx, out: &mut Vec<Cmd>) {
    let tall = ui.available_height();
    column(ui, "curtain", 560.0, |ui| {
        ui.add_space(tall * 0.22);
        theme::role_badge(ui, cx.role(seat), cx.seat(seat));
        theme::title(ui, &cx.with("seats-pass", &[("seat", cx.seat(seat).into())]));
        soft(ui, &cx.ui("seats-pass-help"));
        ui.add_space(12.0);
        if theme::primary_button(ui, &cx.with("seats-ready", &[("seat", cx.seat(seat).into())])).clicked() {
            out.push(Cmd::Ready(seat));
        }
    });
}

/// What the world knows, and the page only this seat sees.
pub(in crate::ui) fn brief(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, out: &mut Vec<Cmd>) {
    let s = cx.s;
    let seat = &s.seats[view.seat.ix()];
    let p = theme::palette(ui);
    let colour = p.role(cx.role(view.seat));
    let frame = egui::Frame::new().fill(p.panel).inner_margin(egui::Margin::symmetric(20, 10));
    egui::Panel::bottom("to-desk").frame(frame).resizable(false).show(ui, |ui| {
        ui.vertical_centered(|ui| {
            if theme::primary_button(ui, &cx.ui("brief-begin")).clicked() {
                out.push(Cmd::Go(Page::Table));
            }
        });
    });
    column(ui, "brief", 980.0, |ui| {
        soft(ui, cx.text(&s.title));
        theme::title(ui, &cx.with("brief-you", &[("seat", cx.text(&seat.name).into())]));
        theme::role_badge(ui, cx.role(view.seat), &cx.ui(crate::lang::role(seat.role)));
        let wide = ui.available_width() > 820.0;
        let public = |ui: &mut Ui| {
            theme::card(ui, |ui| {
                theme::heading(ui, &cx.ui("brief-public"));
                illustration::show(ui, cx, s.picture, 240.0);
                terms::prose(ui, cx, cx.text(&s.brief));
            });
        };
        let private = |ui: &mut Ui| {
            theme::card(ui, |ui| {
                theme::heading(ui, &cx.ui("brief-private"));
                terms::prose(ui, cx, cx.text(&seat.brief));
                ui.add_space(4.0);
                if !seat.fear.is_empty() {
                    terms::prose(ui, cx, &cx.with("brief-fear", &[("fear", cx.text(&seat.fear).into())]));
                }
                // The worked example says so when there is a court.
                if let Some(side) = seat.side.filter(|_| s.worked.is_empty()) {
                    caption(ui, &cx.with("brief-argues", &[("side", cx.side(side).into())]));
                }
            });
        };
        pair(ui, wide, public, private);
        theme::card(ui, |ui| {
            if let Some(card) = seat.cards.get(view.card.ix()) {
                theme::heading(ui, &cx.with("brief-card", &[("card", cx.text(&card.title).into())]));
                terms::prose(ui, cx, cx.text(&card.text));
            }
            theme::section(ui, &cx.ui("brief-aims"), |ui| {
                for (aim, (weight, _)) in seat.aims.iter().zip(view.tally()) {
                    ui.horizontal_top(|ui| {
                        cell(ui, 84.0, |ui| {
                            theme::chip(ui, &cx.with("brief-aim-weight", &[("weight", weight.into())]), colour);
                        });
                        strong(ui, cx.text(&aim.text));
                    });
                }
            });
        });
        // Who needs it opens it; the desk says at each step what is to be done.
        egui::CollapsingHeader::new(cx.ui("title-help")).fold(ui, |ui| {
            for key in ["help-round", "help-effort", "help-argue", "help-law", "help-refused"] {
                caption(ui, &format!("• {}", cx.ui(key)));
            }
        });
        if !s.actors.is_empty() {
            egui::CollapsingHeader::new(cx.ui("brief-people")).fold(ui, |ui| {
                for a in &s.actors {
                    strong(ui, &a.name);
                    caption(ui, cx.text(&a.text));
                }
            });
        }
    });
}
