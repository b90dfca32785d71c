//! The parts of a long page, and a way to each.

use crate::ui::parts::{caption, row};
use crate::ui::theme;
use egui::{Align, Id, Sense, Ui, Vec2, WidgetInfo, WidgetType};

/// Where one wants to go on this page.
fn wanted(ui: &Ui) -> Id {
    Id::new(("index", super::visit(ui.ctx())))
}

/// A row of the parts' names, each a way there.
pub(super) fn show(ui: &mut Ui, label: &str, names: &[String]) {
    caption(ui, label);
    row(ui, |ui| {
        for name in names {
            if theme::button(ui, name).clicked() {
                let id = wanted(ui);
                ui.data_mut(|data| data.insert_temp(id, name.clone()));
            }
        }
    });
}

/// The beginning of a part. Who has asked for it sees it at the top of the page and goes on from there with the keys.
pub(super) fn part(ui: &mut Ui, name: &str) {
    let id = wanted(ui);
    let asked = ui.data(|data| data.get_temp::<String>(id)).is_some_and(|asked| asked == name);
    let here = id.with(name);
    if !asked && !ui.memory(|memory| memory.has_focus(here)) {
        return;
    }
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), 1.0));
    let place = ui.interact(rect, here, Sense::focusable_noninteractive());
    place.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, name));
    if asked {
        ui.data_mut(|data| data.remove::<String>(id));
        place.request_focus();
        place.scroll_to_me(Some(Align::TOP));
    }
}
