//! Lines between nodes: bows that end at the symbols' edges, and how they are drawn.

use egui::{Color32, Painter, Pos2, Shape, Stroke};

use super::content::{Form, Line};
use super::signs::SYMBOL;

/// Steps of a bow.
const STEPS: u8 = 48;

/// A bow from `a` to `b`, bulging northward, ending at the symbols' edges. `beside` counts the bows between the same two
/// nodes that came before: each bulges more.
pub(super) fn bow(a: Pos2, b: Pos2, beside: usize) -> Vec<Pos2> {
    let span = b - a;
    if span.length() < 2.5 * SYMBOL {
        return Vec::new();
    }
    let mut across = span.rot90().normalized();
    if across.y > 0.0 {
        across = -across;
    }
    #[expect(clippy::cast_precision_loss, reason = "a few lines")]
    let bulge = 0.22 + 0.14 * beside as f32;
    let peak = a + span * 0.5 + across * (span.length() * bulge).min(160.0 + 60.0 * bulge);
    let point = |t: f32| a.lerp(peak, t).lerp(peak.lerp(b, t), t);
    (0..=STEPS)
        .map(|step| point(f32::from(step) / f32::from(STEPS)))
        .filter(|p| p.distance(a) > SYMBOL + 3.0 && p.distance(b) > SYMBOL + 5.0)
        .collect()
}

/// A straight line for a clash, ending at the symbols' edges.
pub(super) fn straight(a: Pos2, b: Pos2) -> Vec<Pos2> {
    (0..=STEPS)
        .map(|step| a.lerp(b, f32::from(step) / f32::from(STEPS)))
        .filter(|p| p.distance(a) > SYMBOL + 3.0 && p.distance(b) > SYMBOL + 3.0)
        .collect()
}

/// The point at a part of the way along `points`.
pub(super) fn along(points: &[Pos2], part: f32) -> Option<Pos2> {
    let last = points.len().checked_sub(1)?;
    #[expect(clippy::cast_precision_loss, reason = "a few dozen points")]
    let at = part.clamp(0.0, 1.0) * last as f32;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between nought and the last")]
    let before = (at.floor() as usize).min(last);
    let after = (before + 1).min(last);
    Some(points[before].lerp(points[after], at.fract()))
}

/// Draws as much of `points` as there is of `line`; `casing` keeps it apart from borders it crosses.
pub(super) fn draw(painter: &Painter, line: &Line, points: &[Pos2], casing: Color32) {
    let Some(tip) = along(points, line.drawn) else { return };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a few dozen points"
    )]
    let whole = (line.drawn.clamp(0.0, 1.0) * (points.len() - 1) as f32).floor() as usize;
    let mut points = points[..=whole].to_vec();
    points.push(tip);
    if line.form == Form::Jagged {
        points = jagged(&points);
    }
    painter.add(Shape::line(points.clone(), Stroke::new(5.0, casing)));
    let pen = Stroke::new(2.2, line.colour);
    match line.form {
        Form::Solid | Form::Jagged => {
            painter.add(Shape::line(points.clone(), pen));
        }
        Form::Dashed => {
            painter.extend(Shape::dashed_line(&points, pen, 8.0, 6.0));
        }
        Form::Dotted => {
            painter.extend(Shape::dotted_line(&points, line.colour, 6.0, 1.5));
        }
    }
    let before = points.iter().rev().find(|p| p.distance(tip) > 1.0);
    if let (Some(&before), false) = (before, line.form == Form::Jagged) {
        let along = (tip - before).normalized();
        let across = along.rot90();
        let head = if line.form == Form::Dotted { 0.7 } else { 1.0 };
        painter.add(Shape::convex_polygon(
            vec![
                tip + along * 3.0 * head,
                tip + (-along * 9.0 + across * 5.5) * head,
                tip + (-along * 9.0 - across * 5.5) * head,
            ],
            line.colour,
            Stroke::NONE,
        ));
    }
}

/// The same way, from side to side.
fn jagged(points: &[Pos2]) -> Vec<Pos2> {
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else { return Vec::new() };
    let span = last - first;
    let across = span.normalized().rot90() * 4.5;
    let teeth = (span.length() / 11.0).max(2.0);
    let (mut out, mut tooth) = (vec![first], 1.0);
    let mut side = across;
    while tooth < teeth {
        out.push(first + span * (tooth / teeth) + side);
        side = -side;
        tooth += 1.0;
    }
    out.push(last);
    out
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    #[test]
    fn a_bow_leads_from_edge_to_edge_and_each_has_its_own_way() {
        let (a, b) = (pos2(100.0, 300.0), pos2(500.0, 280.0));
        let one = bow(a, b, 0);
        let two = bow(a, b, 1);
        assert!(one[0].distance(a) < 30.0 && one[one.len() - 1].distance(b) < 30.0);
        let top = |points: &[Pos2]| points.iter().map(|p| p.y).fold(f32::MAX, f32::min);
        assert!(top(&two) < top(&one) - 20.0 && top(&one) < 280.0);
        assert!(bow(a, a + egui::vec2(10.0, 0.0), 0).is_empty(), "too near to draw");
        let middle = along(&one, 0.5).unwrap();
        assert!((middle.x - 300.0).abs() < 20.0 && along(&one, 1.0) == one.last().copied());
        assert_eq!(along(&[], 0.5), None);
    }
}
