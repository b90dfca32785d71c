//! Meters: a value, its most, its last change.

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align2, Color32, FontId, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2,
    vec2,
};

use super::parts::strong;
use super::style::palette;
use super::tokens::{Palette, Theme, mix};

/// A meter: a name, a value out of a most, and the change since it was last looked at.
#[derive(Debug, Clone, Copy)]
pub struct Meter<'a> {
    /// What it measures.
    pub label: &'a str,
    /// Where it stands, from 0 to `max`.
    pub value: i32,
    /// Its most.
    pub max: i32,
    /// The last change; already part of `value`.
    pub delta: i32,
    /// The bar's colour.
    pub colour: Color32,
    /// Whether less is better ("legal exposure"); decides what counts as a change for the better.
    pub less_is_better: bool,
}

/// Draws a [`Meter`]: the bar, its number, and the change as a signed number with an arrow; on
/// the bar the change is hatched between where it was (a tick) and where it is.
pub fn meter_bar(ui: &mut Ui, meter: &Meter<'_>) -> Response {
    let theme = Theme::get();
    let p = palette(ui);
    let height = theme.sizes.body + 6.0 + 10.0;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let number = format!("{} / {}", meter.value, meter.max);
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let text_y = rect.top() + theme.sizes.body / 2.0;
        let number = painter.text(pos2(rect.right(), text_y), Align2::RIGHT_CENTER, &number, strong(theme.sizes.small), p.ink);
        let end = if meter.delta == 0 { number.left() } else { change(painter, pos2(number.left() - 10.0, text_y), meter, p) };
        // A long name makes room for the number; in full it is heard, and is read on hovering.
        let font = FontId::proportional(theme.sizes.body - 1.0);
        let mut label = LayoutJob::simple_singleline(meter.label.to_owned(), font, p.ink);
        label.wrap = TextWrapping::truncate_at_width((end - 8.0 - rect.left()).max(0.0));
        let label = painter.layout_job(label);
        let at = Align2::LEFT_CENTER.anchor_size(pos2(rect.left(), text_y), label.size());
        painter.galley(at.min, label, p.ink);
        let bar = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 10.0), rect.max);
        bar_of(painter, bar, meter, p);
    }
    response.widget_info(|| {
        let change = match meter.delta {
            0 => String::new(),
            delta => format!(", {delta:+}"),
        };
        WidgetInfo::labeled(WidgetType::ProgressIndicator, true, format!("{}: {number}{change}", meter.label))
    });
    response
}

/// "+4" with a triangle, right-aligned at `right`; says where it begins.
fn change(painter: &Painter, right: Pos2, meter: &Meter<'_>, p: &Palette) -> f32 {
    let better = (meter.delta > 0) != meter.less_is_better;
    let colour = if better { p.good } else { p.bad };
    // The typographer's minus is as wide as the plus.
    let text = format!("{}{}", if meter.delta > 0 { "+" } else { "−" }, meter.delta.unsigned_abs());
    let written = painter.text(right, Align2::RIGHT_CENTER, text, strong(Theme::get().sizes.small), colour);
    let tip = pos2(written.left() - 8.0, right.y);
    let up = if meter.delta > 0 { -1.0 } else { 1.0 };
    painter.add(Shape::convex_polygon(
        vec![tip + vec2(-4.5, -3.5 * up), tip + vec2(0.0, 4.0 * up), tip + vec2(4.5, -3.5 * up)],
        colour,
        Stroke::NONE,
    ));
    tip.x - 4.5
}

fn bar_of(painter: &Painter, bar: Rect, meter: &Meter<'_>, p: &Palette) {
    let max = meter.max.max(1);
    #[expect(clippy::cast_precision_loss, reason = "meters count to a hundred or so")]
    let x = |value: i32| {
        let part = value.clamp(0, max) as f32 / max as f32;
        bar.left() + bar.width() * part
    };
    let round = bar.height() / 2.0;
    painter.rect_filled(bar, round, p.sunken);
    let (now, before) = (x(meter.value), x(meter.value - meter.delta));
    let filled = bar.with_max_x(now.max(bar.left() + bar.height()));
    if meter.value > 0 {
        painter.rect_filled(filled, round, meter.colour);
    }
    if meter.delta != 0 {
        let span = Rect::from_x_y_ranges(now.min(before)..=now.max(before), bar.y_range());
        let gained = meter.delta > 0;
        let hatch = if gained { p.card } else { meter.colour };
        let clipped = painter.with_clip_rect(span.intersect(painter.clip_rect()));
        let mut at = span.left() - bar.height();
        while at < span.right() {
            clipped.line_segment(
                [pos2(at, bar.bottom()), pos2(at + bar.height(), bar.top())],
                Stroke::new(1.5, hatch.gamma_multiply(0.65)),
            );
            at += 5.0;
        }
    }
    painter.rect_stroke(bar, round, Stroke::new(1.0, mix(p.card, p.outline, 0.6)), StrokeKind::Inside);
    if meter.delta != 0 {
        painter.vline(before, bar.y_range().expand(2.0), Stroke::new(2.0, p.ink));
    }
}
