//! The small parts pages are built of.
//!
//! Each speaks by shape and word as well as by colour, and names itself to screen readers.

use egui::{
    Align, Align2, Button, CornerRadius, FontFamily, FontId, Frame, InnerResponse, Label, Layout, Margin, Painter, Pos2, Rect,
    Response, RichText, Sense, Shape, Stroke, StrokeKind, TextEdit, TextStyle, TextWrapMode, Ui, WidgetInfo, WidgetText,
    WidgetType, pos2, vec2,
};

use super::fonts::STRONG;
use super::style::{TITLE, palette};
use super::tokens::{Role, Theme, mix};
use egui::Color32;

/// The semi-bold sans at `size`.
pub(super) fn strong(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(STRONG.into()))
}

/// The title of a page.
pub fn title(ui: &mut Ui, text: &str) -> Response {
    ui.add(Label::new(RichText::new(text).text_style(TextStyle::Name(TITLE.into())).color(palette(ui).ink)))
}

/// The heading of a card or a column.
pub fn heading(ui: &mut Ui, text: &str) -> Response {
    ui.add(Label::new(RichText::new(text).heading().color(palette(ui).ink)))
}

/// A line of second rank: a source, a date, a caption.
pub fn small(ui: &mut Ui, text: &str) -> Response {
    ui.add(Label::new(RichText::new(text).small().color(palette(ui).ink_soft)))
}

/// A sheet on the desk.
pub fn card<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let p = palette(ui);
    sheet(p.card, Stroke::new(1.0, p.line)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        add(ui)
    })
}

/// The frame of a sheet.
pub(super) fn sheet(fill: Color32, stroke: Stroke) -> Frame {
    Frame::new().fill(fill).stroke(stroke).corner_radius(CornerRadius::same(Theme::get().radius)).inner_margin(Margin::same(16))
}

/// A titled group: a small label over a rule, then its content.
pub fn section<R>(ui: &mut Ui, label: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let theme = Theme::get();
    let p = palette(ui);
    ui.add_space(theme.gap(1.0));
    let font = strong(theme.sizes.small);
    let words = RichText::new(label).font(font.clone()).color(p.ink_soft);
    let wide = ui.painter().layout_no_wrap(label.to_owned(), font, p.ink_soft).size().x;
    if wide < ui.available_width() {
        line(ui, |ui| {
            ui.add(Label::new(words));
            let (rule, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
            ui.painter().hline(rule.x_range(), rule.center().y, Stroke::new(1.0, p.line));
        });
    } else {
        // A name longer than the column breaks over lines; it never widens the column.
        ui.add(Label::new(words).wrap());
    }
    let inner = add(ui);
    ui.add_space(theme.gap(2.0));
    inner
}

/// A row of text only: not as high as a row with something to press.
fn line(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let height = Theme::get().sizes.small + Theme::get().gap(2.0);
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = height;
        ui.horizontal(add);
    });
}

/// A word in a coloured pill.
pub fn chip(ui: &mut Ui, text: &str, colour: Color32) -> Response {
    let p = palette(ui);
    let font = strong(Theme::get().sizes.small);
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, colour);
    let size = galley.size() + vec2(20.0, 8.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    if ui.is_rect_visible(rect) {
        ui.painter().rect(
            rect,
            rect.height() / 2.0,
            p.wash(colour),
            Stroke::new(1.0, mix(p.card, colour, 0.45)),
            StrokeKind::Inside,
        );
        let at = Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size());
        ui.painter().galley(at.min, galley, colour);
    }
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, text));
    response
}

/// A role's sign, a shape of its own with the seat's name: a square holds, a shield guards, a
/// circle weighs.
pub fn role_badge(ui: &mut Ui, role: Role, name: &str) -> Response {
    let theme = Theme::get();
    let p = palette(ui);
    let colour = p.role(role);
    let emblem_side = 24.0;
    let gap = theme.gap(2.0);
    let galley = WidgetText::from(RichText::new(name).font(strong(theme.sizes.body)).color(p.ink)).into_galley(
        ui,
        Some(TextWrapMode::Wrap),
        ui.available_width() - emblem_side - gap,
        TextStyle::Body,
    );
    let size = vec2(emblem_side + gap + galley.size().x, emblem_side.max(galley.size().y));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    if ui.is_rect_visible(rect) {
        let centre = pos2(rect.left() + emblem_side / 2.0, rect.center().y);
        let letter = emblem(ui.painter(), role, centre, emblem_side / 2.0, colour);
        ui.painter().text(centre, Align2::CENTER_CENTER, letter, strong(theme.sizes.small), p.card);
        let text = pos2(rect.left() + emblem_side + gap, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(text, galley, p.ink);
    }
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, name));
    response
}

/// A role's badge where there is no room for the name: it is said, and shown when pointed at.
pub fn role_mark(ui: &mut Ui, role: Role, name: &str) {
    let p = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::hover());
    let letter = emblem(ui.painter(), role, rect.center(), 12.0, p.role(role));
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, letter, strong(Theme::get().sizes.small), p.card);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, name));
    response.on_hover_text(name);
}

/// Draws a role's shape of radius `r` around `c` and says its letter.
pub(in crate::ui) fn emblem(painter: &Painter, role: Role, c: Pos2, r: f32, colour: Color32) -> &'static str {
    match role {
        Role::Provider => {
            let square = Rect::from_center_size(c, vec2(1.8 * r, 1.8 * r));
            painter.rect_filled(square, 0.36 * r, colour);
            "P"
        }
        Role::Government => {
            let point = |x: f32, y: f32| c + vec2(x * r, y * r);
            let shield = vec![
                point(-0.9, -0.9),
                point(0.9, -0.9),
                point(0.9, 0.2),
                point(0.55, 0.7),
                point(0.0, 1.05),
                point(-0.55, 0.7),
                point(-0.9, 0.2),
            ];
            painter.add(Shape::convex_polygon(shield, colour, Stroke::NONE));
            "G"
        }
        Role::Court => {
            painter.circle_filled(c, r, colour);
            "C"
        }
    }
}

/// The one button of a page that moves things on.
pub fn primary_button(ui: &mut Ui, text: &str) -> Response {
    let p = palette(ui);
    let enabled = ui.is_enabled();
    ui.scope(|ui| {
        if enabled {
            let widgets = &mut ui.visuals_mut().widgets;
            widgets.inactive.weak_bg_fill = p.action;
            widgets.inactive.bg_stroke = Stroke::new(1.0, p.action);
            widgets.hovered.weak_bg_fill = mix(p.action, p.card, 0.15);
            widgets.active.weak_bg_fill = mix(p.action, p.card, 0.15);
        }
        let colour = if enabled { p.on_action } else { p.ink_soft };
        let text = RichText::new(text).font(strong(Theme::get().sizes.body)).color(colour);
        ui.add(Button::new(text).min_size(vec2(0.0, 40.0)))
    })
    .inner
}

/// A button like most: outlined, semi-bold.
pub fn button(ui: &mut Ui, text: &str) -> Response {
    // egui sets buttons in the body font whatever the style says, so the font is named here.
    ui.button(RichText::new(text).font(strong(Theme::get().sizes.body)))
}

/// A button that stays in the background until it is wanted.
pub fn quiet_button(ui: &mut Ui, text: &str) -> Response {
    ui.scope(|ui| {
        let inactive = &mut ui.visuals_mut().widgets.inactive;
        inactive.weak_bg_fill = Color32::TRANSPARENT;
        inactive.bg_stroke = Stroke::NONE;
        button(ui, text)
    })
    .inner
}

/// One line to write in; `name` is for screen readers, `hint` shows while it is empty.
pub fn text_field(ui: &mut Ui, text: &mut String, name: &str, hint: &str) -> Response {
    let field = TextEdit::singleline(text).hint_text(hint).margin(Margin::symmetric(10, 8));
    let response = ui.add(field);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::TextEdit, ui.is_enabled(), name));
    response
}

/// One entry of a timeline: a knot on a spine, in a role's colour and shape, then date and text.
/// `beside` stands next to the date.
pub fn timeline_entry(ui: &mut Ui, date: &str, text: &str, role: Option<Role>, beside: impl FnOnce(&mut Ui)) -> Response {
    let p = palette(ui);
    let side = 18.0;
    let shown = ui
        .horizontal_top(|ui| {
            ui.add_space(side + ui.spacing().item_spacing.x);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.horizontal(|ui| {
                    ui.spacing_mut().interact_size.y = 0.0;
                    small(ui, date);
                    beside(ui);
                });
                ui.add(Label::new(RichText::new(text).color(p.ink)).wrap());
                ui.add_space(Theme::get().gap(1.0));
            });
        })
        .response;
    let x = shown.rect.left() + side / 2.0;
    let spine = shown.rect.y_range().expand(ui.spacing().item_spacing.y / 2.0);
    let knot = pos2(x, shown.rect.top() + 9.0);
    ui.painter().vline(x, spine, Stroke::new(2.0, p.line));
    ui.painter().circle_filled(knot, 8.0, p.panel);
    match role {
        Some(role) => {
            emblem(ui.painter(), role, knot, 5.5, p.role(role));
        }
        None => {
            ui.painter().circle_stroke(knot, 4.5, Stroke::new(2.0, p.outline));
        }
    }
    shown
}

/// A line "label … value", the value at the right edge.
pub fn key_value(ui: &mut Ui, label: &str, value: &str) {
    let p = palette(ui);
    line(ui, |ui| {
        ui.add(Label::new(RichText::new(label).small().color(p.ink_soft)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add(Label::new(RichText::new(value).small().color(p.ink)).truncate());
        });
    });
}

/// Marks `response` as the keyboard's place, if it is. For things drawn by hand; egui's own
/// widgets carry the ring in their style.
pub fn focus_ring(ui: &Ui, response: &Response, radius: f32) {
    if response.has_focus() {
        ui.painter().rect_stroke(response.rect.expand(1.0), radius, Stroke::new(2.5, palette(ui).focus), StrokeKind::Outside);
    }
}
