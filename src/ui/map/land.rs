//! Countries as one mesh, kept until the view, the colours or the highlights change.
//!
//! Cutting ten thousand points into smooth strokes takes milliseconds, painting the result none.

use std::sync::Arc;

use egui::epaint::{PathShape, PathStroke, TessellationOptions, Tessellator, Vertex, WHITE_UV};
use egui::{Color32, Mesh, Pos2, Rect, Shape, Stroke, Vec2};

use super::atlas::{Atlas, Country};
use super::content::{Highlight, Pattern};
use super::projection::{Degrees, View};
use crate::ui::theme::mix;

/// All the mesh depends on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Look {
    pub(super) view: View,
    pub(super) rect: Rect,
    pub(super) pixels_per_point: f32,
    /// Whether the real world is drawn.
    pub(super) world: bool,
    pub(super) land: Color32,
    pub(super) coast: Color32,
    /// How much of a highlight's colour its land takes on.
    pub(super) strength: f32,
    pub(super) highlights: Vec<Highlight>,
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
    let of = |country: &Country| look.highlights.iter().find(|h| h.countries.contains(&country.code));
    let filled = |highlight: &Highlight| mix(look.land, highlight.colour, look.strength);
    let countries = if look.world { atlas.countries() } else { &[] };
    for country in countries {
        fill(country, look, of(country).map_or(look.land, filled), &mut mesh);
    }
    for country in countries.iter().filter(|country| of(country).is_none()) {
        for ring in screen_rings(country, look) {
            outline(ring, Stroke::new(0.9, look.coast), &mut pen, &mut mesh);
        }
    }
    // Last, so that no neighbour's border lies over them.
    for highlight in &look.highlights {
        let mut rings: Vec<Vec<Pos2>> = Vec::new();
        for code in &highlight.countries {
            let country = countries.iter().find(|country| country.code == *code && *code != 0);
            rings.extend(country.into_iter().flat_map(|country| screen_rings(country, look)));
        }
        if let Some((middle, radius)) = highlight.island {
            let coast = island(middle, radius, look);
            let path = PathShape::convex_polygon(coast.clone(), filled(highlight), PathStroke::NONE);
            pen.tessellate_shape(Shape::Path(path), &mut mesh);
            rings.push(coast);
        }
        hatch(&rings, look, highlight, &mut pen, &mut mesh);
        for ring in rings {
            if highlight.glows {
                for (width, strength) in [(13.0, 0.14), (9.0, 0.2), (5.5, 0.3)] {
                    let glow = highlight.colour.gamma_multiply(strength);
                    outline(ring.clone(), Stroke::new(width, glow), &mut pen, &mut mesh);
                }
            }
            let width = if highlight.glows { 2.6 } else { 1.6 };
            outline(ring, Stroke::new(width, highlight.colour), &mut pen, &mut mesh);
        }
    }
    mesh
}

/// The coast of a made-up land: nearly round, as nobody has surveyed it.
fn island(middle: Degrees, radius: f32, look: &Look) -> Vec<Pos2> {
    let centre = look.view.to_screen(middle.project(), look.rect);
    let radius = radius.to_radians() * look.view.scale;
    // Bays that differ from land to land, and are no deeper than keeps the outline convex.
    let turn = middle.lon + 2.0 * middle.lat;
    (0..72_u8)
        .map(|step| {
            let angle = f32::from(step) / 72.0 * std::f32::consts::TAU;
            let reach = 1.0 + 0.05 * (2.0 * angle + turn).sin() + 0.02 * (3.0 * angle - turn).sin();
            centre + Vec2::angled(angle) * radius * reach
        })
        .collect()
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

fn outline(ring: Vec<Pos2>, stroke: Stroke, pen: &mut Tessellator, mesh: &mut Mesh) {
    let path = PathShape::closed_line(ring, PathStroke::from(stroke));
    pen.tessellate_shape(Shape::Path(path), mesh);
}

fn hatch(rings: &[Vec<Pos2>], look: &Look, highlight: &Highlight, pen: &mut Tessellator, mesh: &mut Mesh) {
    let slope = match highlight.pattern {
        Pattern::Plain => return,
        Pattern::Rising => 1.0,
        Pattern::Falling => -1.0,
    };
    let stroke = Stroke::new(1.0, highlight.colour.gamma_multiply(0.55));
    for (a, b) in hatching(rings, look, slope) {
        pen.tessellate_line_segment([a, b], stroke, mesh);
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
        let ireland =
            Highlight { countries: vec![372], island: None, colour: Color32::DARK_GREEN, pattern: Pattern::Rising, glows: false };
        Look {
            view: View::fit(Bounds::NORTH_ATLANTIC, rect),
            rect,
            pixels_per_point: 1.0,
            world: true,
            land: Color32::WHITE,
            coast: Color32::GRAY,
            strength: 0.3,
            highlights: vec![ireland],
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
    fn what_glows_has_more_than_its_colour() {
        let quiet = draw(Atlas::world(), &look());
        let mut glowing = look();
        glowing.highlights[0].glows = true;
        assert!(draw(Atlas::world(), &glowing).indices.len() > quiet.indices.len());
    }

    #[test]
    fn a_made_up_land_lies_alone_in_its_sea() {
        let mut made_up = look();
        made_up.world = false;
        made_up.highlights[0].countries.clear();
        assert!(draw(Atlas::world(), &made_up).is_empty());
        let middle = Degrees { lon: -30.0, lat: 45.0 };
        made_up.highlights[0].island = Some((middle, 3.0));
        let mesh = draw(Atlas::world(), &made_up);
        let at = made_up.view.to_screen(middle.project(), made_up.rect);
        let radius = 3.0_f32.to_radians() * made_up.view.scale;
        assert!(!mesh.is_empty());
        assert!(mesh.vertices.iter().all(|v| v.pos.distance(at) < 1.1 * radius + 3.0));
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
