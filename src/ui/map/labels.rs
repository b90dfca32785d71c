//! Where labels go so that they do not cover one another.

use egui::{Pos2, Rect, Vec2, vec2};

/// A label looking for its place.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    /// What it names.
    pub(super) anchor: Pos2,
    /// How far from there the label must stay: the symbol's radius.
    pub(super) clear: f32,
    /// Its sizes, from the fullest to the shortest wording.
    pub(super) sizes: Vec<Vec2>,
}

/// Places `wanted` in order, earlier ones first choice, inside `bounds` and off `taken`: which wording, and where.
///
/// The customary places of map makers are tried first, then others farther off. Where the fullest wording has no room a
/// shorter one is tried; where none has, there is no label, for a label that covers another says nothing twice.
pub(super) fn arrange(wanted: &[Wanted], bounds: Rect, taken: &[Rect]) -> Vec<Option<(usize, Rect)>> {
    let mut taken: Vec<Rect> = taken.to_vec();
    taken.extend(wanted.iter().map(|label| Rect::from_center_size(label.anchor, Vec2::splat(2.0 * label.clear))));
    let room = bounds.shrink(4.0);
    let mut placed = Vec::with_capacity(wanted.len());
    for label in wanted {
        let free = |rect: &Rect| room.contains_rect(*rect) && !taken.iter().any(|other| rect.intersect(*other).is_positive());
        let found = label.sizes.iter().enumerate().find_map(|(wording, size)| {
            let around = candidates(label, *size).map(|rect| inside(rect, room)).filter(free);
            let near = |rect: &Rect, order: usize| rect.distance_to_pos(label.anchor) + preference(order);
            let best = around.enumerate().min_by(|(i, a), (j, b)| near(a, *i).total_cmp(&near(b, *j)));
            best.map(|(_, rect)| (wording, rect))
        });
        taken.extend(found.map(|(_, rect)| rect.expand(2.0)));
        placed.push(found);
    }
    placed
}

/// Where a label goes that must be read whatever it covers.
pub(super) fn over_all(label: &Wanted, bounds: Rect) -> Option<Rect> {
    let size = *label.sizes.first()?;
    let room = bounds.shrink(4.0);
    let own = Rect::from_center_size(label.anchor, Vec2::splat(2.0 * label.clear));
    let around = || candidates(label, size).map(|rect| inside(rect, room));
    around().find(|rect| !rect.intersect(own).is_positive()).or_else(|| around().next())
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

fn candidates(label: &Wanted, size: Vec2) -> impl Iterator<Item = Rect> + use<> {
    let Wanted { anchor, clear, .. } = *label;
    let (x, y) = (size.x / 2.0 + clear + 4.0, size.y / 2.0 + clear + 4.0);
    let around = [
        vec2(x, 0.0),
        vec2(-x, 0.0),
        vec2(0.0, -y),
        vec2(0.0, y),
        vec2(x, -0.8 * y),
        vec2(x, 0.8 * y),
        vec2(-x, -0.8 * y),
        vec2(-x, 0.8 * y),
        vec2(0.5 * x, -y),
        vec2(0.5 * x, y),
        vec2(-0.5 * x, -y),
        vec2(-0.5 * x, y),
    ];
    // Farther off by so much of a line's height, not of the label's width.
    let farther = [0.0, 14.0, 30.0, 50.0, 75.0].into_iter();
    let offsets = farther.flat_map(move |more| around.map(|offset| offset + offset.normalized() * more));
    offsets.map(move |offset| Rect::from_center_size(anchor + offset, size))
}

/// Pushed back inside, if it fits at all.
fn inside(rect: Rect, room: Rect) -> Rect {
    let by = vec2(
        (room.left() - rect.left()).max(0.0) - (rect.right() - room.right()).max(0.0),
        (room.top() - rect.top()).max(0.0) - (rect.bottom() - room.bottom()).max(0.0),
    );
    rect.translate(by)
}

/// Of places equally near, the customary ones first.
fn preference(order: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "five dozen")]
    let order = order as f32;
    0.4 * order
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    const BOUNDS: Rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(600.0, 400.0));

    fn wanted(x: f32, y: f32, sizes: &[(f32, f32)]) -> Wanted {
        Wanted { anchor: pos2(x, y), clear: 8.0, sizes: sizes.iter().map(|(w, h)| vec2(*w, *h)).collect() }
    }

    fn nothing_covered(placed: &[Option<(usize, Rect)>], bounds: Rect) {
        let rects: Vec<Rect> = placed.iter().flatten().map(|(_, rect)| *rect).collect();
        for (i, a) in rects.iter().enumerate() {
            assert!(bounds.contains_rect(*a));
            for b in &rects[i + 1..] {
                assert!(!a.intersect(*b).is_positive(), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn neighbours_do_not_cover_one_another() {
        let wanted: Vec<Wanted> =
            [(300.0, 200.0), (310.0, 206.0), (296.0, 214.0), (590.0, 10.0)].map(|(x, y)| wanted(x, y, &[(90.0, 20.0)])).to_vec();
        let placed = arrange(&wanted, BOUNDS, &[]);
        assert!(placed.iter().all(Option::is_some));
        nothing_covered(&placed, BOUNDS);
    }

    #[test]
    fn where_there_is_no_room_a_shorter_wording_stands_and_then_none() {
        let narrow = Rect::from_min_max(pos2(0.0, 0.0), pos2(120.0, 60.0));
        let long = wanted(20.0, 30.0, &[(200.0, 20.0), (70.0, 20.0)]);
        let placed = arrange(std::slice::from_ref(&long), narrow, &[]);
        assert_eq!(placed[0].map(|(wording, _)| wording), Some(1));
        nothing_covered(&placed, narrow);
        let taken = [Rect::from_min_max(pos2(30.0, 0.0), pos2(120.0, 60.0))];
        assert_eq!(arrange(std::slice::from_ref(&long), narrow, &taken), [None]);
        let read = over_all(&wanted(20.0, 30.0, &[(70.0, 20.0)]), narrow).unwrap();
        assert!(narrow.contains_rect(read) && !read.contains(pos2(20.0, 30.0)), "{read:?}");
    }

    #[test]
    fn a_crowd_covers_nothing() {
        let spot = |i: u8| pos2(20.0 + f32::from(i % 6) * 100.0, 30.0 + f32::from(i / 6) * 28.0);
        let crowd: Vec<Wanted> = (0..60).map(|i| wanted(spot(i).x, spot(i).y, &[(120.0, 44.0), (60.0, 18.0)])).collect();
        let placed = arrange(&crowd, BOUNDS, &[]);
        nothing_covered(&placed, BOUNDS);
        for (_, rect) in placed.iter().flatten() {
            let sign = |label: &Wanted| Rect::from_center_size(label.anchor, Vec2::splat(16.0));
            assert!(crowd.iter().all(|label| !rect.intersect(sign(label)).is_positive()), "{rect:?}");
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
        let placed = arrange(&[wanted(100.0, 100.0, &[(50.0, 20.0)])], BOUNDS, &[]);
        let (_, rect) = placed[0].unwrap();
        assert!(rect.left() > 108.0 && (rect.center().y - 100.0).abs() < 0.1);
    }
}
