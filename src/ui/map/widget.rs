//! The map the player sees, moves and clicks.
//!
//! The land is a picture; everything that can be chosen lies over it as a widget of its own with
//! a name, so that keyboards and screen readers reach it too.

use egui::{
    EventFilter, Id, Key, Painter, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, vec2,
};

use super::atlas::Atlas;
use super::content::{MapContent, MapOutput, Pick};
use super::land::{Land, Look, Tint};
use super::projection::{Bounds, Degrees, View};
use super::scene::Scene;
use crate::ui::theme::{self, Palette};

/// A map and where the player has moved it. Keep one for as long as its screen lives.
#[derive(Debug, Default)]
pub struct MapWidget {
    /// `None` until the player moves the map: it then fits its bounds.
    moved: Option<View>,
    fitted: Option<Bounds>,
    land: Land,
}

/// How far one press of an arrow key moves the land, in points.
const NUDGE: f32 = 48.0;
/// How much one press of a zoom key or button changes the scale.
const STEP: f32 = 1.4;

impl MapWidget {
    /// A map that has not been moved.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Shows `content` in a picture of `size`.
    pub fn show(&mut self, ui: &mut Ui, size: Vec2, content: &MapContent<'_>) -> MapOutput {
        if self.fitted != Some(content.bounds) {
            self.fitted = Some(content.bounds);
            self.moved = None;
        }
        let (rect, ground) = ui.allocate_exact_size(size, Sense::click_and_drag());
        ground.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, content.name));
        let mut view = self.moved.unwrap_or_else(|| View::fit(content.bounds, rect));
        if steer(ui, &ground, &mut view) {
            self.moved = Some(view);
        }

        let p = theme::palette(ui);
        let painter = ui.painter_at(rect);
        painter.rect_filled(rect, 0.0, p.sea);
        graticule(&painter, view, rect, p);
        let look = look(ui, view, rect, content, p);
        painter.add(Shape::mesh(self.land.mesh(look)));

        let mut output = MapOutput::default();
        if let Some(at) = ground.hover_pos()
            && let Some(country) = Atlas::world().at(view.to_plane(at, rect))
            && country.code != 0
        {
            output.hovered = Some(Pick::Country(country.code));
            output.clicked = output.hovered.filter(|_| ground.clicked());
        }
        let mut scene = Scene { ui, painter, id: ground.id, rect, p, output };
        scene.draw(view, content);
        let output = scene.output;
        theme::focus_ring(ui, &ground, 0.0);
        self.buttons(ui, ground.id, rect, view, content);
        output
    }

    /// Closer, farther, as at first: for those without a wheel.
    fn buttons(&mut self, ui: &mut Ui, id: Id, rect: Rect, view: View, content: &MapContent<'_>) {
        let p = theme::palette(ui);
        let side = 32.0;
        for (index, name) in content.buttons.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "three buttons")]
            let above = (content.buttons.len() - index) as f32 * (side + 4.0);
            let corner = rect.right_bottom() - vec2(side + 12.0, above + 8.0);
            let at = Rect::from_min_size(corner, Vec2::splat(side));
            let response = ui.interact(at, id.with(("button", index)), Sense::click());
            response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, *name));
            let painter = ui.painter();
            painter.rect(
                at,
                7.0,
                p.card,
                Stroke::new(1.0, if response.hovered() { p.ink } else { p.outline }),
                StrokeKind::Inside,
            );
            let (c, pen) = (at.center(), Stroke::new(2.0, p.ink));
            if index < 2 {
                painter.hline(c.x - 6.0..=c.x + 6.0, c.y, pen);
            }
            match index {
                0 => {
                    painter.vline(c.x, c.y - 6.0..=c.y + 6.0, pen);
                }
                2 => {
                    let frame = Rect::from_center_size(c, vec2(13.0, 10.0));
                    painter.rect_stroke(frame, 1.0, pen, StrokeKind::Middle);
                }
                _ => {}
            }
            theme::focus_ring(ui, &response, 7.0);
            if response.clicked() {
                self.moved = (index < 2).then(|| {
                    let mut view = view;
                    let factor = if index == 0 { STEP } else { STEP.recip() };
                    view.zoom(factor, rect.center(), rect);
                    view
                });
            }
            response.on_hover_text(*name);
        }
    }
}

/// Moves `view` as the player drags, turns the wheel, pinches or presses keys; `true` if it moved.
fn steer(ui: &Ui, ground: &Response, view: &mut View) -> bool {
    let before = *view;
    let rect = ground.rect;
    if ground.dragged() {
        view.pan(ground.drag_delta());
    }
    if let Some(at) = ground.hover_pos() {
        let (pinch, wheel) = ui.input_mut(|input| {
            let wheel = input.smooth_scroll_delta.y;
            // The wheel is the map's here: a scrolling page around it must stay where it is.
            input.smooth_scroll_delta = Vec2::ZERO;
            (input.zoom_delta(), wheel)
        });
        let factor = pinch * (wheel / 240.0).exp();
        if (factor - 1.0).abs() > f32::EPSILON {
            view.zoom(factor, at, rect);
        }
    }
    if ground.has_focus() {
        ui.memory_mut(|memory| {
            memory.set_focus_lock_filter(
                ground.id,
                EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() },
            );
        });
        let keys = [
            (Key::ArrowLeft, vec2(NUDGE, 0.0)),
            (Key::ArrowRight, vec2(-NUDGE, 0.0)),
            (Key::ArrowUp, vec2(0.0, NUDGE)),
            (Key::ArrowDown, vec2(0.0, -NUDGE)),
        ];
        for (key, by) in keys {
            if ui.input(|input| input.key_pressed(key)) {
                view.pan(by);
            }
        }
        let pressed = |keys: &[Key]| ui.input(|i| keys.iter().any(|key| i.key_pressed(*key)));
        if pressed(&[Key::Plus, Key::Equals]) {
            view.zoom(STEP, rect.center(), rect);
        }
        if pressed(&[Key::Minus]) {
            view.zoom(STEP.recip(), rect.center(), rect);
        }
    }
    *view != before
}

fn look(ui: &Ui, view: View, rect: Rect, content: &MapContent<'_>, p: &Palette) -> Look {
    let strength = if ui.visuals().dark_mode { 0.30 } else { 0.20 };
    Look {
        view,
        rect,
        pixels_per_point: ui.pixels_per_point(),
        land: p.land,
        coast: p.coast,
        tints: content
            .highlights
            .iter()
            .map(|highlight| Tint {
                code: highlight.code,
                fill: theme::mix(p.land, highlight.colour, strength),
                edge: highlight.colour,
                pattern: highlight.pattern,
            })
            .collect(),
    }
}

/// Every fifteenth meridian and parallel, faint.
fn graticule(painter: &Painter, view: View, rect: Rect, p: &Palette) {
    let pen = Stroke::new(1.0, theme::mix(p.sea, p.coast, 0.28));
    for step in -12_i8..=12 {
        let degrees = f32::from(step) * 15.0;
        let at = |lon, lat| view.to_screen(Degrees { lon, lat }.project(), rect);
        painter.vline(at(degrees, 0.0).x, rect.y_range(), pen);
        if degrees.abs() < 90.0 {
            painter.hline(rect.x_range(), at(0.0, degrees).y, pen);
        }
    }
}
