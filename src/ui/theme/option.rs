//! Choices on the desk, as cards.

use egui::{Align, Color32, Label, Layout, Margin, Response, RichText, Sense, Shape, Stroke, Ui, WidgetInfo, WidgetType, vec2};

use super::parts::{focus_ring, sheet, strong};
use super::style::palette;
use super::tokens::{Theme, mix};

/// Room in the corner of a card for something that is not part of the choice, in points.
const CORNER: f32 = 56.0;

/// A choice on the desk.
#[derive(Debug, Clone, Copy)]
pub struct OptionCard<'a> {
    /// What it is, in a few words; also its name to a screen reader.
    pub label: &'a str,
    /// Chosen at the moment.
    pub selected: bool,
    /// Whether it may be chosen; if not, the content says why.
    pub enabled: bool,
    /// The colour of its edge.
    pub colour: Color32,
}

/// A card that can be clicked or reached by keyboard, with `add` below its label.
pub fn option_card(ui: &mut Ui, option: &OptionCard<'_>, add: impl FnOnce(&mut Ui)) -> Response {
    let theme = Theme::get();
    let p = palette(ui);
    let id = ui.next_auto_id().with(option.label);
    let sense = if option.enabled {
        Sense::click()
    } else {
        // Still reachable by keyboard: the reason it is closed must be readable.
        Sense::focusable_noninteractive()
    };
    // Known from the last frame: the fill must be painted before the content is measured.
    let hovered = option.enabled && ui.ctx().read_response(id).is_some_and(|response| response.hovered());
    let fill = match (option.enabled, option.selected) {
        (false, _) => mix(p.paper, p.card, 0.4),
        (true, true) => p.wash(option.colour),
        (true, false) if hovered => mix(p.card, p.ink, 0.03),
        (true, false) => p.card,
    };
    let stroke = if option.selected {
        Stroke::new(2.0, option.colour)
    } else if hovered {
        Stroke::new(1.0, p.outline)
    } else {
        Stroke::new(1.0, p.line)
    };
    let shown = sheet(fill, stroke)
        // The stroke takes room in a frame: without this the text would shift when chosen.
        .inner_margin(Margin::same(if option.selected { 13 } else { 14 }))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = theme.gap(1.5);
            ui.horizontal(|ui| {
                mark(ui, option);
                let colour = if option.enabled { p.ink } else { p.ink_soft };
                // The corner is left to whoever draws the card.
                let room = vec2((ui.available_width() - CORNER).max(0.0), 24.0);
                ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
                    ui.add(Label::new(RichText::new(option.label).font(strong(theme.sizes.body + 1.0)).color(colour)).wrap());
                });
            });
            add(ui);
        });
    let response = ui.interact(shown.response.rect, id, sense);
    response.widget_info(|| WidgetInfo::selected(WidgetType::RadioButton, option.enabled, option.selected, option.label));
    focus_ring(ui, &response, f32::from(theme.radius));
    response
}

/// Chosen: a disc with a tick. Open: a ring. Closed: a ring struck through.
fn mark(ui: &mut Ui, option: &OptionCard<'_>) {
    let p = palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::hover());
    let (c, painter) = (rect.center(), ui.painter());
    if option.selected {
        painter.circle_filled(c, 9.0, option.colour);
        painter.add(Shape::line(vec![c + vec2(-4.0, 0.0), c + vec2(-1.0, 3.5), c + vec2(4.5, -3.5)], Stroke::new(2.2, p.card)));
    } else {
        painter.circle_stroke(c, 8.0, Stroke::new(1.5, p.outline));
        if !option.enabled {
            painter.line_segment([c + vec2(-5.5, 5.5), c + vec2(5.5, -5.5)], Stroke::new(1.5, p.outline));
        }
    }
}
