//! The parts of a long page, and a way to each.

use crate::ui::parts::{caption, row};
use crate::ui::theme;
use egui::{Align, Id, Sense, Ui, Vec2, WidgetInfo, WidgetType};

/// Passes for which a part that was asked for is scrolled to: the first gives it the focus, and in the second the page would only
/// bring what has just been given the focus into sight.
const PASSES: u8 = 3;

/// Where one wants to go on this page, and for how many passes yet.
type Wanted = (String, u8);

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
                ui.data_mut(|data| data.insert_temp::<Wanted>(id, (name.clone(), PASSES)));
            }
        }
    });
}

/// The beginning of a part. Who has asked for it sees it at the top of the page and goes on from there with the keys.
pub(super) fn part(ui: &mut Ui, name: &str) {
    let id = wanted(ui);
    let left = ui.data(|data| data.get_temp::<Wanted>(id)).filter(|(asked, _)| asked == name).map_or(0, |(_, left)| left);
    let here = id.with(name);
    if left == 0 && !ui.memory(|memory| memory.has_focus(here)) {
        return;
    }
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), 1.0));
    let place = ui.interact(rect, here, Sense::focusable_noninteractive());
    place.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, name));
    if left > 0 {
        if left == PASSES {
            place.request_focus();
        }
        place.scroll_to_me(Some(Align::TOP));
        ui.data_mut(|data| data.insert_temp::<Wanted>(id, (name.to_owned(), left - 1)));
        ui.ctx().request_repaint();
    }
}
