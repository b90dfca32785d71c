//! Degrees to the plane (Miller's cylindrical projection), the plane to the screen.
//!
//! Miller keeps north up and shapes familiar, shows the whole inhabited world, and blows up high
//! latitudes less than Mercator does: Ireland stays visible next to Greenland.

use std::f32::consts::{FRAC_PI_4, PI};

use egui::{Pos2, Rect, Vec2, pos2, vec2};

/// A place on Earth, in degrees; east and north are positive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Degrees {
    /// −180 to 180.
    pub lon: f32,
    /// −90 to 90.
    pub lat: f32,
}

/// A place in the projection's plane: x grows eastward, y northward.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plane {
    /// −π to π.
    pub x: f32,
    /// About −2.3 to 2.3.
    pub y: f32,
}

impl Degrees {
    /// Onto the plane.
    #[must_use]
    pub fn project(self) -> Plane {
        let lat = self.lat.clamp(-90.0, 90.0).to_radians();
        Plane { x: self.lon.to_radians(), y: 1.25 * (FRAC_PI_4 + 0.4 * lat).tan().ln() }
    }
}

/// A part of the world to be shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// West edge, degrees.
    pub west: f32,
    /// South edge, degrees.
    pub south: f32,
    /// East edge, degrees.
    pub east: f32,
    /// North edge, degrees.
    pub north: f32,
}

impl Bounds {
    /// All inhabited land.
    pub const WORLD: Self = Self { west: -168.0, south: -56.0, east: 180.0, north: 78.0 };
    /// North America to Eastern Europe.
    pub const NORTH_ATLANTIC: Self = Self { west: -128.0, south: 22.0, east: 42.0, north: 64.0 };
    /// Europe.
    pub const EUROPE: Self = Self { west: -12.0, south: 35.0, east: 32.0, north: 61.0 };

    /// The least bounds around `places`, with a margin and never closer than a large country.
    #[must_use]
    pub fn around(places: impl IntoIterator<Item = Degrees>) -> Self {
        let mut places = places.into_iter();
        let Some(first) = places.next() else {
            return Self::WORLD;
        };
        let mut b = Self { west: first.lon, south: first.lat, east: first.lon, north: first.lat };
        for place in places {
            b.west = b.west.min(place.lon);
            b.east = b.east.max(place.lon);
            b.south = b.south.min(place.lat);
            b.north = b.north.max(place.lat);
        }
        let margin_x = (12.0 - (b.east - b.west) / 2.0).max((b.east - b.west) * 0.12);
        let margin_y = (7.0 - (b.north - b.south) / 2.0).max((b.north - b.south) * 0.2);
        Self {
            west: b.west - margin_x,
            south: (b.south - margin_y).max(-60.0),
            east: b.east + margin_x,
            north: (b.north + margin_y).min(82.0),
        }
    }
}

/// What part of the plane is in view: its centre, and pixels per unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct View {
    pub(super) centre: Plane,
    pub(super) scale: f32,
}

/// How far out one can go: the whole world in a narrow column. How far in: at 4000 a point of the 1:110m outlines is dozens of
/// pixels long.
const SCALE: std::ops::RangeInclusive<f32> = 40.0..=4000.0;

impl View {
    /// Shows `bounds` whole inside `rect`.
    pub(super) fn fit(bounds: Bounds, rect: Rect) -> Self {
        let least = Degrees { lon: bounds.west, lat: bounds.south }.project();
        let most = Degrees { lon: bounds.east, lat: bounds.north }.project();
        let scale = (rect.width() / (most.x - least.x)).min(rect.height() / (most.y - least.y));
        Self {
            centre: Plane { x: f32::midpoint(least.x, most.x), y: f32::midpoint(least.y, most.y) },
            scale: scale.clamp(*SCALE.start(), *SCALE.end()),
        }
    }

    pub(super) fn to_screen(self, point: Plane, rect: Rect) -> Pos2 {
        pos2(rect.center().x + (point.x - self.centre.x) * self.scale, rect.center().y - (point.y - self.centre.y) * self.scale)
    }

    pub(super) fn to_plane(self, at: Pos2, rect: Rect) -> Plane {
        Plane {
            x: self.centre.x + (at.x - rect.center().x) / self.scale,
            y: self.centre.y - (at.y - rect.center().y) / self.scale,
        }
    }

    /// Moves the land by `by` on the screen; the centre stays on the map.
    pub(super) fn pan(&mut self, by: Vec2) {
        self.centre.x = (self.centre.x - by.x / self.scale).clamp(-PI, PI);
        self.centre.y = (self.centre.y + by.y / self.scale).clamp(-1.2, 2.0);
    }

    /// Zooms by `factor` and keeps the place under `at` where it is.
    pub(super) fn zoom(&mut self, factor: f32, at: Pos2, rect: Rect) {
        let fixed = self.to_plane(at, rect);
        self.scale = (self.scale * factor).clamp(*SCALE.start(), *SCALE.end());
        let moved = self.to_screen(fixed, rect);
        self.pan(vec2(at.x - moved.x, at.y - moved.y));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn screen_and_plane_are_inverse() {
        let rect = Rect::from_min_size(pos2(10.0, 20.0), vec2(800.0, 500.0));
        let mut view = View::fit(Bounds::NORTH_ATLANTIC, rect);
        let dublin = Degrees { lon: -6.3, lat: 53.3 }.project();
        let before = view.to_screen(dublin, rect);
        assert!(rect.contains(before));
        view.zoom(2.0, before, rect);
        let after = view.to_screen(dublin, rect);
        assert!(before.distance(after) < 0.5, "the place under the pointer stays");
        let back = view.to_plane(after, rect);
        assert!((back.x - dublin.x).abs() < 1e-4 && (back.y - dublin.y).abs() < 1e-4);
    }

    #[test]
    fn bounds_hold_their_places() {
        let places = [(-122.1, 47.7), (-6.3, 53.3), (-74.0, 40.7)];
        let bounds = Bounds::around(places.map(|(lon, lat)| Degrees { lon, lat }));
        for (lon, lat) in places {
            assert!(bounds.west < lon && lon < bounds.east);
            assert!(bounds.south < lat && lat < bounds.north);
        }
        assert_eq!(Bounds::around([]), Bounds::WORLD);
    }
}
