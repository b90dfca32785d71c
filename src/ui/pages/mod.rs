//! The pages around the table.

mod accounts;
mod around;
mod brief;
mod choose;
mod compared;
mod debrief;
mod hinges;
mod index;
mod projector;
mod reasoned;
mod skipped;
mod teachers;
mod timeline;
mod title;

pub(super) use around::{help, menu, notice, over};
pub(super) use brief::{brief, curtain};
pub(super) use choose::{scenarios, seats};
pub(super) use debrief::debrief;
pub(super) use hinges::votes_for;
pub(super) use projector::projector;
pub(super) use skipped::skipped;
pub(super) use teachers::teachers;
pub(super) use timeline::reason;
pub(super) use title::{Unfinished, title, unfinished};

use super::theme;
use crate::ui::theme::Follow;
use egui::{CentralPanel, Frame, Margin, ScrollArea, Ui};

/// Counts the times that another page, or another match, has come up.
const VISIT: &str = "visit";

/// Another page has come up: it is read from its beginning.
pub(super) fn turn(ctx: &egui::Context) {
    ctx.data_mut(|data| *data.get_temp_mut_or_default::<u32>(egui::Id::new(VISIT)) += 1);
}

/// Which visit this is, for what keeps its place while one lasts.
fn visit(ctx: &egui::Context) -> u32 {
    ctx.data(|data| data.get_temp(egui::Id::new(VISIT))).unwrap_or_default()
}

/// A page of text: a column of readable width in the middle of the window, which scrolls.
pub(super) fn column(ui: &mut Ui, id: &str, width: f32, add: impl FnOnce(&mut Ui)) {
    let p = theme::palette(ui);
    let frame = Frame::new().fill(p.paper).inner_margin(Margin::symmetric(0, 0));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ScrollArea::vertical().id_salt((id, visit(ui.ctx()))).auto_shrink(false).follow(ui, |ui| {
            let full = ui.available_width();
            let width = width.min(full - 48.0);
            let side = ((full - width) / 2.0).max(0.0);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                ui.add_space(side);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing = egui::vec2(8.0, 10.0);
                    ui.set_width(width);
                    ui.add_space(28.0);
                    add(ui);
                    ui.add_space(40.0);
                });
            });
        });
    });
}
