//! The map the player sees, moves and clicks.
//!
//! The land is a picture; everything that can be chosen lies over it as a widget of its own with
//! a name, so that keyboards and screen readers reach it too.

use egui::{
    EventFilter, Id, Key, Painter, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, vec2,
};

use super::atlas::Atlas;
use super::content::{MapContent, MapOutput, Pick};
use super::land::{Land, Look};
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
/// Side of a button, and the gap between two.
const SIDE: f32 = 32.0;
const GAP: f32 = 4.0;

impl MapWidget {
    /// A map that has not been moved.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Shows `content` in `rect`.
    pub fn show(&mut self, ui: &mut Ui, rect: Rect, content: &MapContent<'_>) -> MapOutput {
        if self.fitted != Some(content.bounds) {
            self.fitted = Some(content.bounds);
            self.moved = None;
        }
        let ground = ui.allocate_rect(rect, Sense::click_and_drag());
        ground.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, content.name));
        let mut view = self.moved.unwrap_or_else(|| View::fit(content.bounds, rect));
        if steer(ui, &ground, &mut view) {
            self.moved = Some(view);
        }

        let p = theme::palette(ui);
        let painter = ui.painter_at(rect);
        painter.rect_filled(rect, 0.0, p.sea);
        graticule(&painter, view, rect, p);
        painter.add(Shape::mesh(self.land.mesh(look(ui, view, rect, content, p))));

        let mut output = MapOutput::default();
        if let Some(at) = ground.hover_pos()
            && content.land
            && let Some(country) = Atlas::world().at(view.to_plane(at, rect))
            && country.code != 0
        {
            output.hovered = Some(Pick::Country(country.code));
            output.clicked = output.hovered.filter(|_| ground.clicked());
        }
        #[expect(clippy::cast_precision_loss, reason = "four buttons")]
        let column = vec2(SIDE + 20.0, content.buttons.len() as f32 * (SIDE + GAP) + 8.0);
        let buttons = Rect::from_min_max(rect.right_bottom() - column, rect.right_bottom());
        let mut scene = Scene { ui, painter, id: ground.id, rect, buttons, p, output };
        scene.draw(view, content);
        let output = scene.output;
        theme::focus_ring(ui, &ground, 0.0);
        self.buttons(ui, ground.id, rect, buttons, view, content);
        output
    }

    /// Closer, farther, as at first, the whole world: for those without a wheel.
    fn buttons(&mut self, ui: &mut Ui, id: Id, rect: Rect, column: Rect, view: View, content: &MapContent<'_>) {
        let p = theme::palette(ui);
        let mut corner = column.min + vec2(8.0, 0.0);
        for (index, name) in content.buttons.iter().enumerate() {
            let at = Rect::from_min_size(corner, Vec2::splat(SIDE));
            corner.y += SIDE + GAP;
            let response = ui.interact(at, id.with(("button", index)), Sense::click());
            response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, *name));
            let painter = ui.painter();
            let edge = Stroke::new(1.0, if response.hovered() { p.ink } else { p.outline });
            painter.rect(at, 7.0, p.card, edge, StrokeKind::Inside);
            let (c, pen) = (at.center(), Stroke::new(2.0, p.ink));
            match index {
                0 | 1 => {
                    painter.hline(c.x - 6.0..=c.x + 6.0, c.y, pen);
                    if index == 0 {
                        painter.vline(c.x, c.y - 6.0..=c.y + 6.0, pen);
                    }
                }
                2 => {
                    painter.circle_stroke(c, 6.0, pen);
                    painter.circle_filled(c, 2.0, p.ink);
                }
                _ => {
                    let globe = Stroke::new(1.4, p.ink);
                    painter.circle_stroke(c, 8.0, globe);
                    painter.add(Shape::ellipse_stroke(c, vec2(3.5, 8.0), globe));
                    painter.hline(c.x - 8.0..=c.x + 8.0, c.y, globe);
                }
            }
            theme::focus_ring(ui, &response, 7.0);
            if response.clicked() {
                self.moved = match index {
                    0 | 1 => {
                        let mut view = view;
                        view.zoom(if index == 0 { STEP } else { STEP.recip() }, rect.center(), rect);
                        Some(view)
                    }
                    2 => None,
                    _ => Some(View::fit(Bounds::WORLD, rect)),
                };
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
        // The wheel is the map's: a scrolling page around it must stay where it is. But where a part of the map is out of sight
        // it is the page's, or nobody could get there.
        let whole = ui.clip_rect().expand(1.0).contains_rect(rect);
        let (pinch, wheel, fingers) = ui.input_mut(|input| {
            let wheel = if whole { std::mem::take(&mut input.smooth_scroll_delta).y } else { 0.0 };
            (input.zoom_delta(), wheel, input.multi_touch().map(|touch| touch.translation_delta))
        });
        // One finger drags; two that move together do too.
        if let Some(by) = fingers.filter(|by| *by != Vec2::ZERO && !ground.dragged()) {
            view.pan(by);
        }
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
    Look {
        view,
        rect,
        pixels_per_point: ui.pixels_per_point(),
        world: content.land,
        land: p.land,
        coast: p.coast,
        strength: if ui.visuals().dark_mode { 0.30 } else { 0.20 },
        highlights: content.highlights.to_vec(),
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

#[cfg(test)]
mod tests {
    use egui::{Event, Modifiers, MouseWheelUnit, TouchPhase, pos2};
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;

    use super::*;

    const BUTTONS: [&str; 4] = ["closer", "farther", "where it plays", "whole world"];

    fn map<'a>() -> Harness<'a, MapWidget> {
        let show = |ui: &mut Ui, map: &mut MapWidget| {
            if !theme::applied(ui.ctx()) {
                theme::apply(ui.ctx(), theme::Mode::Light);
                return;
            }
            let content = MapContent {
                name: "ground",
                bounds: Bounds::NORTH_ATLANTIC,
                land: true,
                highlights: &[],
                nodes: &[],
                lines: &[],
                chosen: None,
                buttons: BUTTONS,
            };
            let rect = ui.available_rect_before_wrap();
            map.show(ui, rect, &content);
        };
        let mut harness = Harness::builder().with_size([800.0, 500.0]).build_ui_state(show, MapWidget::new());
        harness.run_steps(4);
        harness
    }

    /// Scale and centre once the map was moved.
    fn moved(harness: &Harness<'_, MapWidget>) -> View {
        harness.state().moved.expect("the map has moved")
    }

    #[test]
    fn keys_move_the_map_that_has_the_focus() {
        let mut harness = map();
        harness.get_by_label("ground").focus();
        harness.run_steps(2);
        harness.key_press(Key::Plus);
        harness.run_steps(2);
        let near = moved(&harness);
        harness.key_press(Key::ArrowRight);
        harness.run_steps(2);
        let east = moved(&harness);
        assert!(east.centre.x > near.centre.x && (east.scale - near.scale).abs() < f32::EPSILON);
        harness.key_press(Key::Minus);
        harness.run_steps(2);
        assert!(moved(&harness).scale < near.scale);
    }

    #[test]
    fn wheel_pinch_and_drag_move_it_too() {
        let mut harness = map();
        harness.hover_at(pos2(400.0, 250.0));
        harness.run_steps(1);
        harness.event(Event::Zoom(1.5));
        harness.run_steps(1);
        let pinched = moved(&harness);
        harness.event(Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, 60.0),
            phase: TouchPhase::Move,
            modifiers: Modifiers::NONE,
        });
        harness.run_steps(8);
        let turned = moved(&harness);
        assert!(turned.scale > pinched.scale, "{turned:?} {pinched:?}");
        harness.drag_at(pos2(400.0, 250.0));
        harness.run_steps(1);
        harness.hover_at(pos2(300.0, 250.0));
        harness.run_steps(1);
        harness.drop_at(pos2(300.0, 250.0));
        harness.run_steps(1);
        assert!(moved(&harness).centre.x > turned.centre.x);
    }

    #[test]
    fn two_fingers_bring_it_closer() {
        let mut harness = map();
        let touch = |finger: u64, phase: TouchPhase, x: f32| Event::Touch {
            device_id: egui::TouchDeviceId(1),
            id: egui::TouchId(finger),
            phase,
            pos: pos2(x, 250.0),
            force: None,
        };
        harness.hover_at(pos2(400.0, 250.0));
        for (finger, x) in [(1, 380.0), (2, 420.0)] {
            harness.event(touch(finger, TouchPhase::Start, x));
        }
        harness.run_steps(1);
        for (finger, x) in [(1, 320.0), (2, 480.0)] {
            harness.event(touch(finger, TouchPhase::Move, x));
        }
        harness.run_steps(1);
        let fitted = View::fit(Bounds::NORTH_ATLANTIC, Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 500.0)));
        assert!(moved(&harness).scale > 2.0 * fitted.scale);
    }

    #[test]
    fn buttons_do_it_by_name() {
        let mut harness = map();
        harness.get_by_label(BUTTONS[0]).click();
        harness.run_steps(2);
        let near = moved(&harness);
        harness.get_by_label(BUTTONS[3]).click();
        harness.run_steps(2);
        assert!(moved(&harness).scale < near.scale / 2.0, "the whole world");
        harness.get_by_label(BUTTONS[2]).click();
        harness.run_steps(2);
        assert!(harness.state().moved.is_none(), "as at first");
    }
}
