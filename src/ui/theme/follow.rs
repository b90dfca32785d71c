//! Where the keyboard's focus is has to be seen: areas scroll to it, and headers that open are ringed. egui does neither.

use super::parts::focus_ring;
use egui::scroll_area::{ScrollAreaOutput, ScrollBarVisibility};
use egui::{CollapsingHeader, CollapsingResponse, ScrollArea, Ui};

/// Shows what the area holds and keeps the focus in sight.
pub trait Follow {
    /// As [`ScrollArea::show`]; a thing inside that has just been given the focus is scrolled to.
    fn follow<R>(self, ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> ScrollAreaOutput<R>;
}

impl Follow for ScrollArea {
    fn follow<R>(self, ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> ScrollAreaOutput<R> {
        // egui keeps the bars of an area that is out of sight at the edge of what is in sight.
        let seen = ui.is_rect_visible(ui.available_rect_before_wrap());
        let area = if seen { self } else { self.scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden) };
        area.show(ui, |ui| {
            let inner = add(ui);
            to_focus(ui);
            inner
        })
    }
}

/// Asks the area around `ui` to scroll to what has just been given the focus, if that is in it.
fn to_focus(ui: &Ui) {
    let focused = ui.memory(egui::Memory::focused);
    let Some(response) = focused.and_then(|id| ui.ctx().read_response(id)) else { return };
    let ours = response.layer_id == ui.layer_id() && ui.min_rect().contains(response.rect.center());
    if ours && response.gained_focus() {
        // With room for the ring around it.
        ui.scroll_to_rect(response.rect.expand(6.0), None);
    }
}

/// Shows a header that opens.
pub trait Fold {
    /// As [`CollapsingHeader::show`], with a ring around the header while it has the focus.
    fn fold<R>(self, ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> CollapsingResponse<R>;
}

impl Fold for CollapsingHeader {
    fn fold<R>(self, ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> CollapsingResponse<R> {
        let shown = self.show(ui, add);
        focus_ring(ui, &shown.header_response, 4.0);
        shown
    }
}
