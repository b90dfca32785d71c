//! Country outlines, read from `assets/map/world-110m.bin`.
//!
//! Little-endian: `"CMAP"`, version `u8` = 1, countries `u16`; a country: ISO 3166 numeric code
//! `u16` (0: none), name length `u8`, name, polygons `u16`; a polygon: rings `u8` (outline, then
//! holes), each ring: points `u16`, each point longitude and latitude `i16` (32767 = 200° and
//! 90°: what crosses the antimeridian goes on beyond 180°), then triangles `u16`, each three `u16` that count the points of all its rings.

use std::sync::OnceLock;

use super::projection::{Degrees, Plane};

/// All countries.
#[derive(Debug)]
pub struct Atlas {
    countries: Vec<Country>,
}

/// A country's shape.
#[derive(Debug)]
pub struct Country {
    /// ISO 3166 numeric code: 372 is Ireland. 0 for the few places without one.
    pub code: u16,
    /// English short name.
    pub name: String,
    /// Mainland and islands.
    pub polygons: Vec<Polygon>,
}

/// One connected piece of land.
#[derive(Debug)]
pub struct Polygon {
    /// Outline first, then holes; not closed (the last point joins the first).
    pub rings: Vec<Vec<Plane>>,
    /// Corners of triangles that fill it, as indices into the rings' points in order.
    pub triangles: Vec<[u16; 3]>,
    /// Least and greatest corner.
    pub extent: [Plane; 2],
}

impl Atlas {
    /// The world the game ships with.
    ///
    /// # Panics
    ///
    /// Never in a build whose tests pass: the asset is part of the program.
    pub fn world() -> &'static Self {
        static WORLD: OnceLock<Atlas> = OnceLock::new();
        WORLD.get_or_init(|| {
            Self::read(include_bytes!("../../../assets/map/world-110m.bin"))
                .expect("assets/map/world-110m.bin is checked by a test")
        })
    }

    /// All countries, by code.
    #[must_use]
    pub fn countries(&self) -> &[Country] {
        &self.countries
    }

    /// The country with this ISO 3166 numeric code.
    #[must_use]
    pub fn country(&self, code: u16) -> Option<&Country> {
        if code == 0 {
            return None;
        }
        self.countries.iter().find(|country| country.code == code)
    }

    /// The country a point lies in.
    #[must_use]
    pub fn at(&self, point: Plane) -> Option<&Country> {
        self.countries.iter().find(|country| country.contains(point))
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader(bytes);
        if reader.take(4)? != b"CMAP" || reader.u8()? != 1 {
            return None;
        }
        let count = reader.u16()?;
        let countries = (0..count).map(|_| reader.country()).collect::<Option<Vec<_>>>()?;
        reader.0.is_empty().then_some(Self { countries })
    }
}

impl Country {
    fn contains(&self, point: Plane) -> bool {
        self.polygons.iter().any(|polygon| polygon.contains(point))
    }

    /// Where to write about it: the middle of its largest piece.
    #[must_use]
    pub fn centre(&self) -> Option<Plane> {
        let area = |p: &Polygon| {
            let [least, most] = p.extent;
            (most.x - least.x) * (most.y - least.y)
        };
        let largest = self.polygons.iter().max_by(|a, b| area(a).total_cmp(&area(b)))?;
        Some(largest.centroid())
    }
}

impl Polygon {
    /// Even-odd: a ray to the east crosses the rings an odd number of times.
    fn contains(&self, point: Plane) -> bool {
        let [least, most] = self.extent;
        if point.x < least.x || point.x > most.x || point.y < least.y || point.y > most.y {
            return false;
        }
        let mut inside = false;
        for ring in &self.rings {
            let mut previous = ring[ring.len() - 1];
            for &corner in ring {
                if (corner.y > point.y) != (previous.y > point.y) {
                    let t = (point.y - corner.y) / (previous.y - corner.y);
                    if point.x < corner.x + t * (previous.x - corner.x) {
                        inside = !inside;
                    }
                }
                previous = corner;
            }
        }
        inside
    }

    /// The balance point of its triangles.
    fn centroid(&self) -> Plane {
        let points: Vec<Plane> = self.rings.iter().flatten().copied().collect();
        let (mut sum, mut total) = ([0.0; 2], 0.0);
        for corners in &self.triangles {
            let [a, b, c] = corners.map(|index| points[usize::from(index)]);
            let area = ((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)).abs();
            sum[0] += area * (a.x + b.x + c.x) / 3.0;
            sum[1] += area * (a.y + b.y + c.y) / 3.0;
            total += area;
        }
        Plane { x: sum[0] / total, y: sum[1] / total }
    }
}

/// What is left to read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn u8(&mut self) -> Option<u8> {
        Some(self.take(1)?[0])
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?))
    }

    fn i16(&mut self) -> Option<f32> {
        Some(f32::from(i16::from_le_bytes(self.take(2)?.try_into().ok()?)) / 32767.0)
    }

    fn country(&mut self) -> Option<Country> {
        let code = self.u16()?;
        let length = usize::from(self.u8()?);
        let name = String::from_utf8(self.take(length)?.to_vec()).ok()?;
        let count = self.u16()?;
        let polygons = (0..count).map(|_| self.polygon()).collect::<Option<Vec<_>>>()?;
        Some(Country { code, name, polygons })
    }

    fn polygon(&mut self) -> Option<Polygon> {
        let count = self.u8()?;
        let rings = (0..count).map(|_| self.ring()).collect::<Option<Vec<_>>>()?;
        let points: usize = rings.iter().map(Vec::len).sum();
        let count = self.u16()?;
        let triangles = (0..count)
            .map(|_| {
                let corners = [self.u16()?, self.u16()?, self.u16()?];
                corners.iter().all(|corner| usize::from(*corner) < points).then_some(corners)
            })
            .collect::<Option<Vec<_>>>()?;
        let outline = rings.first()?;
        let extent = outline.iter().fold([outline[0]; 2], |[least, most], point| {
            [Plane { x: least.x.min(point.x), y: least.y.min(point.y) }, Plane { x: most.x.max(point.x), y: most.y.max(point.y) }]
        });
        Some(Polygon { rings, triangles, extent })
    }

    fn ring(&mut self) -> Option<Vec<Plane>> {
        let count = self.u16()?;
        if count < 3 {
            return None;
        }
        (0..count)
            .map(|_| {
                let lon = self.i16()? * 200.0;
                let lat = self.i16()? * 90.0;
                Some(Degrees { lon, lat }.project())
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lon: f32, lat: f32) -> Option<u16> {
        Atlas::world().at(Degrees { lon, lat }.project()).map(|country| country.code)
    }

    #[test]
    fn places_lie_in_their_countries() {
        assert_eq!(at(-7.5, 53.3), Some(372), "Ireland");
        assert_eq!(at(-122.1, 47.5), Some(840), "United States");
        assert_eq!(at(4.6, 50.8), Some(56), "Belgium");
        assert_eq!(at(-47.9, -15.8), Some(76), "Brazil");
        assert_eq!(at(28.3, -29.5), Some(426), "Lesotho, a hole in its neighbour");
        assert_eq!(at(24.0, -30.0), Some(710), "South Africa");
        assert_eq!(at(-30.0, 45.0), None, "the Atlantic");
    }

    #[test]
    fn triangles_fill_the_outlines() {
        for country in Atlas::world().countries() {
            for polygon in &country.polygons {
                let points: Vec<Plane> = polygon.rings.iter().flatten().copied().collect();
                let filled: f32 = polygon
                    .triangles
                    .iter()
                    .map(|corners| {
                        let [a, b, c] = corners.map(|index| points[usize::from(index)]);
                        ((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)).abs() / 2.0
                    })
                    .sum();
                let outlined: f32 = polygon
                    .rings
                    .iter()
                    .enumerate()
                    .map(|(index, ring)| {
                        let next = ring.iter().cycle().skip(1);
                        let twice: f32 = ring.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum();
                        let sign = if index == 0 { 1.0 } else { -1.0 };
                        sign * twice.abs() / 2.0
                    })
                    .sum();
                assert!((filled - outlined).abs() <= 0.01 * outlined + 1e-5, "{}: {filled} of {outlined}", country.name);
            }
        }
    }

    #[test]
    fn broken_files_are_refused() {
        assert!(Atlas::read(b"").is_none());
        assert!(Atlas::read(b"CMAP\x02\x00\x00").is_none());
        assert!(Atlas::read(b"CMAP\x01\x01\x00\x05").is_none());
        assert!(Atlas::read(b"CMAP\x01\x00\x00").is_some());
    }

    #[test]
    fn codes_name_countries() {
        let world = Atlas::world();
        assert_eq!(world.country(372).unwrap().name, "Ireland");
        assert!(world.country(0).is_none() && world.country(999).is_none());
        let centre = world.country(372).unwrap().centre().unwrap();
        assert_eq!(world.at(centre).unwrap().code, 372);
    }
}
