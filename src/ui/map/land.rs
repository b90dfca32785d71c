//! Countries as one mesh, kept until the view, the colours or the highlights change.
//!
//! Cutting ten thousand points into smooth strokes takes milliseconds, painting the result none.

use std::sync::Arc;

use egui::epaint::{PathShape, PathStroke, TessellationOptions, Tessellator, Vertex, WHITE_UV};
use egui::{Color32, Mesh, Pos2, Rect, Shape, Stroke};

use super::atlas::{Atlas, Country};
use super::content::Pattern;
use super::projection::View;

/// All the mesh depends on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Look {
    pub(super) view: View,
    pub(super) rect: Rect,
    pub(super) pixels_per_point: f32,
    pub(super) land: Color32,
    pub(super) coast: Color32,
    pub(super) tints: Vec<Tint>,
}

/// A country that stands out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Tint {
    pub(super) code: u16,
    pub(super) fill: Color32,
    pub(super) edge: Color32,
    pub(super) pattern: Pattern,
}

/// The mesh of the last look.
#[derive(Debug, Default)]
pub(super) struct Land(Option<(Look, Arc<Mesh>)>);

impl Land {
    /// The mesh for `look`, made anew only if something changed.
    pub(super) fn mesh(&mut self, look: Look) -> Arc<Mesh> {
        if let Some((known, mesh)) = &self.0
            && *known == look
        {
            return Arc::clone(mesh);
        }
        let mesh = Arc::new(draw(Atlas::world(), &look));
        self.0 = Some((look, Arc::clone(&mesh)));
        mesh
    }
}

/// Distance of hatching lines.
const HATCH: f32 = 7.0;

fn draw(atlas: &Atlas, look: &Look) -> Mesh {
    let mut mesh = Mesh::default();
    let mut pen = Tessellator::new(look.pixels_per_point, TessellationOptions::default(), [1, 1], Vec::new());
    pen.set_clip_rect(look.rect);
    let tint = |country: &Country| look.tints.iter().find(|tint| tint.code == country.code);
    for country in atlas.countries() {
        fill(country, look, tint(country).map_or(look.land, |t| t.fill), &mut mesh);
    }
    for country in atlas.countries() {
        if let Some(tint) = tint(country) {
            hatch(country, look, tint, &mut pen, &mut mesh);
        } else {
            outline(country, look, Stroke::new(0.9, look.coast), &mut pen, &mut mesh);
        }
    }
    // Last, so that no neighbour's border lies over them.
    for country in atlas.countries() {
        if let Some(tint) = tint(country) {
            outline(country, look, Stroke::new(1.6, tint.edge), &mut pen, &mut mesh);
        }
    }
    mesh
}

fn fill(country: &Country, look: &Look, colour: Color32, mesh: &mut Mesh) {
    for polygon in &country.polygons {
        let [least, most] = polygon.extent.map(|p| look.view.to_screen(p, look.rect));
        if !look.rect.intersects(Rect::from_two_pos(least, most)) {
            continue;
        }
        // A mesh is limited by memory long before its indices are.
        let first = u32::try_from(mesh.vertices.len()).unwrap_or(u32::MAX);
        mesh.vertices.extend(polygon.rings.iter().flatten().map(|&point| Vertex {
            pos: look.view.to_screen(point, look.rect),
            uv: WHITE_UV,
            color: colour,
        }));
        mesh.indices.extend(polygon.triangles.iter().flatten().map(|&corner| first + u32::from(corner)));
    }
}

fn screen_rings<'a>(country: &'a Country, look: &'a Look) -> impl Iterator<Item = Vec<Pos2>> + 'a {
    country
        .polygons
        .iter()
        .flat_map(|polygon| &polygon.rings)
        .map(|ring| ring.iter().map(|&point| look.view.to_screen(point, look.rect)).collect())
}

fn outline(country: &Country, look: &Look, stroke: Stroke, pen: &mut Tessellator, mesh: &mut Mesh) {
    for points in screen_rings(country, look) {
        let path = PathShape::closed_line(points, PathStroke::from(stroke));
        pen.tessellate_shape(Shape::Path(path), mesh);
    }
}

fn hatch(country: &Country, look: &Look, tint: &Tint, pen: &mut Tessellator, mesh: &mut Mesh) {
    let slopes: &[f32] = match tint.pattern {
        Pattern::Plain => &[],
        Pattern::Rising => &[1.0],
        Pattern::Falling => &[-1.0],
        Pattern::Crossed => &[1.0, -1.0],
    };
    let stroke = Stroke::new(1.0, tint.edge.gamma_multiply(0.55));
    let rings: Vec<Vec<Pos2>> = screen_rings(country, look).collect();
    for &slope in slopes {
        for (a, b) in hatching(&rings, look, slope) {
            pen.tessellate_line_segment([a, b], stroke, mesh);
        }
    }
}

/// The parts inside `rings` of all lines `y + slope · x = k · HATCH` that meet the picture.
///
/// Even-odd along each line: it enters at one crossing and leaves at the next.
fn hatching(rings: &[Vec<Pos2>], look: &Look, slope: f32) -> Vec<(Pos2, Pos2)> {
    // Fixed to the land, not to the screen: hatching that swims while panning looks broken.
    let origin = look.view.to_screen(super::projection::Plane { x: 0.0, y: 0.0 }, look.rect);
    let level = |p: Pos2| ((p.y - origin.y) + slope * (p.x - origin.x)) / HATCH;
    let rect = look.rect;
    let corners = [rect.left_top(), rect.right_top(), rect.left_bottom(), rect.right_bottom()];
    let (low, high) =
        corners.iter().fold((f32::MAX, f32::MIN), |(low, high), &corner| (low.min(level(corner)), high.max(level(corner))));
    let mut crossings: Vec<(i32, Pos2)> = Vec::new();
    for ring in rings {
        for (&a, &b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            let (from, to) = (level(a), level(b));
            let (least, most) = (from.min(to), from.max(to));
            let mut k = least.max(low).ceil();
            // Half open, so that a corner lying on a line counts once.
            while k < most && k <= high {
                let t = (k - from) / (to - from);
                #[expect(clippy::cast_possible_truncation, reason = "a few thousand lines")]
                crossings.push((k as i32, a + (b - a) * t));
                k += 1.0;
            }
        }
    }
    crossings.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.x.total_cmp(&b.1.x)));
    let mut parts = Vec::new();
    for line in crossings.chunk_by(|a, b| a.0 == b.0) {
        for pair in line.chunks_exact(2) {
            parts.push((pair[0].1, pair[1].1));
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::super::projection::Bounds;
    use super::*;

    fn look() -> Look {
        let rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(900.0, 600.0));
        Look {
            view: View::fit(Bounds::NORTH_ATLANTIC, rect),
            rect,
            pixels_per_point: 1.0,
            land: Color32::WHITE,
            coast: Color32::GRAY,
            tints: vec![Tint { code: 372, fill: Color32::GREEN, edge: Color32::DARK_GREEN, pattern: Pattern::Crossed }],
        }
    }

    #[test]
    fn the_mesh_is_kept_until_the_look_changes() {
        let mut land = Land::default();
        let first = land.mesh(look());
        assert!(first.is_valid() && !first.is_empty());
        assert!(Arc::ptr_eq(&first, &land.mesh(look())));
        let mut other = look();
        other.view.pan(egui::vec2(5.0, 0.0));
        assert!(!Arc::ptr_eq(&first, &land.mesh(other)));
    }

    #[test]
    fn hatching_stays_inside() {
        let square = vec![pos2(100.0, 100.0), pos2(200.0, 100.0), pos2(200.0, 200.0), pos2(100.0, 200.0)];
        let parts = hatching(&[square], &look(), 1.0);
        assert!((20..40).contains(&parts.len()), "{}", parts.len());
        let inside = Rect::from_min_max(pos2(99.9, 99.9), pos2(200.1, 200.1));
        assert!(parts.iter().all(|(a, b)| inside.contains(*a) && inside.contains(*b)));
    }
}
