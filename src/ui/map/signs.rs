//! The signs of nodes. Each has a shape of its own, so that none speaks by colour alone.

use egui::{Align2, Color32, FontFamily, FontId, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, vec2};

use super::content::Sign;
use crate::ui::theme::{self, Palette, STRONG};

/// Radius of a sign.
pub(super) const SYMBOL: f32 = 10.0;

/// Draws a sign around `at`.
pub(super) fn draw(painter: &Painter, sign: Sign, at: Pos2, colour: Color32, p: &Palette) {
    let letter = |text: &str, size: f32, ink: Color32| {
        let font = FontId::new(size, FontFamily::Name(STRONG.into()));
        painter.text(at, Align2::CENTER_CENTER, text, font, ink);
    };
    match sign {
        Sign::Role(role) => {
            painter.circle_filled(at, SYMBOL + 3.0, p.card);
            let mark = theme::emblem(painter, role, at, SYMBOL, colour);
            letter(mark, 12.0, p.card);
        }
        Sign::Ring => {
            painter.circle_filled(at, SYMBOL + 3.0, p.card);
            painter.circle_stroke(at, SYMBOL - 3.0, Stroke::new(3.0, colour));
        }
        Sign::Law => {
            painter.circle(at, SYMBOL + 1.0, p.card, Stroke::new(2.0, colour));
            letter("§", 14.0, colour);
        }
        Sign::Sheet => sheet(painter, at, colour, p),
        Sign::Clash => {
            let r = SYMBOL + 2.0;
            let lozenge = vec![at - vec2(0.0, r), at + vec2(r, 0.0), at + vec2(0.0, r), at - vec2(r, 0.0)];
            painter.add(Shape::convex_polygon(lozenge, colour, Stroke::new(2.0, p.card)));
            letter("!", 14.0, p.card);
        }
    }
}

/// A sheet with a turned-down corner and three lines of writing.
fn sheet(painter: &Painter, at: Pos2, colour: Color32, p: &Palette) {
    let page = Rect::from_center_size(at, vec2(16.0, 20.0));
    let fold = 5.0;
    let outline = vec![
        page.left_top(),
        page.right_top() - vec2(fold, 0.0),
        page.right_top() + vec2(0.0, fold),
        page.right_bottom(),
        page.left_bottom(),
    ];
    painter.rect_filled(page.expand(2.5), 4.0, p.card);
    painter.add(Shape::convex_polygon(outline, p.card, Stroke::new(1.8, colour)));
    for (line, short) in [(7.0, 4.0), (11.0, 0.0), (15.0, 3.0)] {
        painter.hline(page.left() + 3.5..=page.right() - 3.5 - short, page.top() + line, Stroke::new(1.4, colour));
    }
}

/// Waves that go out from `at`, `spread` of the way.
pub(super) fn waves(painter: &Painter, at: Pos2, spread: f32, colour: Color32) {
    for (wave, reach) in [(0.0, 18.0), (0.25, 27.0), (0.5, 36.0)] {
        let grown = ((spread - wave) / 0.5).clamp(0.0, 1.0);
        if grown > 0.0 {
            let pen = Stroke::new(2.2, colour.gamma_multiply(0.85 - 0.4 * wave));
            painter.circle_stroke(at, SYMBOL + (reach - SYMBOL) * grown, pen);
        }
    }
}

/// The plate of a label.
pub(super) fn plate(painter: &Painter, rect: Rect, colour: Color32, active: bool, p: &Palette) {
    let edge = if active { colour } else { p.line };
    painter.rect(rect, 6.0, p.card, Stroke::new(if active { 1.5 } else { 1.0 }, edge), StrokeKind::Inside);
}
