//! Where labels go so that they do not cover one another.

use egui::{Pos2, Rect, Vec2, vec2};

/// A label looking for its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    /// What it names.
    pub(super) anchor: Pos2,
    /// How far from there the label must stay: the symbol's radius.
    pub(super) clear: f32,
    /// Its size.
    pub(super) size: Vec2,
}

/// Places `wanted` in order, earlier ones first choice, inside `bounds` and off `taken`.
///
/// Eight places around the anchor are tried, the customary ones of map makers first, then the
/// same farther off. If all are taken, the least covered wins: on a crowded map every label still
/// appears.
pub(super) fn arrange(wanted: &[Wanted], bounds: Rect, taken: &[Rect]) -> Vec<Rect> {
    let mut taken: Vec<Rect> = taken.to_vec();
    taken.extend(
        wanted
            .iter()
            .filter(|label| label.clear > 0.0)
            .map(|label| Rect::from_center_size(label.anchor, Vec2::splat(2.0 * label.clear))),
    );
    let mut placed = Vec::with_capacity(wanted.len());
    for label in wanted {
        let rect = candidates(label)
            .map(|rect| inside(rect, bounds))
            .enumerate()
            .min_by(|(i, a), (j, b)| cost(*a, *i, label, &taken).total_cmp(&cost(*b, *j, label, &taken)))
            .map_or(Rect::NOTHING, |(_, rect)| rect);
        taken.push(rect.expand(2.0));
        placed.push(rect);
    }
    placed
}

/// Moves symbols apart until no two are closer than `least`, staying inside `bounds`.
///
/// Places in one city would otherwise hide one another at any scale worth looking at.
pub(super) fn spread(points: &mut [Pos2], least: f32, bounds: Rect) {
    // Each round halves what is left; a handful of symbols settles in a few.
    for _ in 0..24 {
        let mut moved = false;
        for i in 0..points.len() {
            for j in i + 1..points.len() {
                let between = points[j] - points[i];
                let gap = least - between.length();
                if gap <= 0.5 {
                    continue;
                }
                let away = if between.length() < 0.5 { vec2(1.0, 0.0) } else { between.normalized() };
                points[i] = bounds.clamp(points[i] - away * (gap / 2.0));
                points[j] = bounds.clamp(points[j] + away * (gap / 2.0));
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
}

fn candidates(label: &Wanted) -> impl Iterator<Item = Rect> + use<> {
    let Wanted { anchor, clear, size } = *label;
    let (x, y) = (size.x / 2.0 + clear + 4.0, size.y / 2.0 + clear + 3.0);
    let around = [
        vec2(x, 0.0),
        vec2(-x, 0.0),
        vec2(0.0, -y),
        vec2(0.0, y),
        vec2(x, -0.8 * y),
        vec2(x, 0.8 * y),
        vec2(-x, -0.8 * y),
        vec2(-x, 0.8 * y),
    ];
    // Without a symbol the label may lie on what it names.
    let on = (clear <= 0.0).then_some(Vec2::ZERO);
    let farther = [1.0, 1.6, 2.4].into_iter().flat_map(move |factor| around.map(|offset| offset * factor));
    on.into_iter().chain(farther).map(move |offset| Rect::from_center_size(anchor + offset, size))
}

/// Pushed back inside, if it fits at all.
fn inside(rect: Rect, bounds: Rect) -> Rect {
    let room = bounds.shrink(4.0);
    let by = vec2(
        (room.left() - rect.left()).max(0.0) - (rect.right() - room.right()).max(0.0),
        (room.top() - rect.top()).max(0.0) - (rect.bottom() - room.bottom()).max(0.0),
    );
    rect.translate(by)
}

/// Covered area counts most, then distance, then the order of preference.
fn cost(rect: Rect, order: usize, label: &Wanted, taken: &[Rect]) -> f32 {
    let covered: f32 =
        taken.iter().map(|other| rect.intersect(*other)).filter(Rect::is_positive).map(|overlap| overlap.area()).sum();
    #[expect(clippy::cast_precision_loss, reason = "two dozen")]
    let preference = order as f32;
    covered + rect.distance_to_pos(label.anchor) + preference
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    const BOUNDS: Rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(600.0, 400.0));

    #[test]
    fn neighbours_do_not_cover_one_another() {
        let wanted: Vec<Wanted> = [(300.0, 200.0), (310.0, 206.0), (296.0, 214.0), (590.0, 10.0)]
            .map(|(x, y)| Wanted { anchor: pos2(x, y), clear: 8.0, size: vec2(90.0, 20.0) })
            .to_vec();
        let placed = arrange(&wanted, BOUNDS, &[]);
        for (i, a) in placed.iter().enumerate() {
            assert!(BOUNDS.contains_rect(*a));
            for b in &placed[i + 1..] {
                assert!(!a.intersect(*b).is_positive(), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn symbols_come_apart() {
        let mut points = [pos2(300.0, 200.0), pos2(300.0, 200.0), pos2(304.0, 203.0)];
        spread(&mut points, 24.0, BOUNDS);
        for (i, a) in points.iter().enumerate() {
            for b in &points[i + 1..] {
                assert!(a.distance(*b) > 23.0, "{a:?} {b:?}");
            }
            assert!(a.distance(pos2(300.0, 200.0)) < 40.0);
        }
    }

    #[test]
    fn a_lonely_label_stands_to_the_right() {
        let one = Wanted { anchor: pos2(100.0, 100.0), clear: 8.0, size: vec2(50.0, 20.0) };
        let placed = arrange(&[one], BOUNDS, &[]);
        assert!(placed[0].left() > 108.0 && (placed[0].center().y - 100.0).abs() < 0.1);
    }
}
