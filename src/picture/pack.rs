//! Labels beside their points: each goes as high as it can without covering what was placed before it.

use super::model::Frame;

/// Places that are taken.
#[derive(Clone, Debug, Default)]
pub(super) struct Taken(Vec<Frame>);

impl Taken {
    /// Takes the highest free place for a box of this size at this x, not above `top`; returns its upper edge.
    pub fn drop(&mut self, x: f32, top: f32, w: f32, h: f32) -> f32 {
        let mut tries: Vec<f32> = self.0.iter().map(Frame::bottom).filter(|y| *y > top).collect();
        tries.push(top);
        tries.sort_by(f32::total_cmp);
        let free = |y: &f32| !self.0.iter().any(|t| t.meets(&Frame::new(x, *y, w, h)));
        // Below everything there is always room.
        let y = tries.into_iter().find(free).unwrap_or(top);
        self.0.push(Frame::new(x, y, w, h));
        y
    }

    /// The lowest edge taken, or `top`.
    pub fn bottom(&self, top: f32) -> f32 {
        self.0.iter().map(Frame::bottom).fold(top, f32::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_covers_anything() {
        let mut taken = Taken::default();
        let mut seed = 7_u32;
        let mut placed: Vec<Frame> = Vec::new();
        for _ in 0..200 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let part = |shift: u32, most: u32| super::super::real(((seed >> shift) % most) as usize);
            let (x, w, h) = (part(8, 900), 20.0 + part(16, 150), 12.0 + part(4, 30));
            let y = taken.drop(x, 10.0, w, h);
            let new = Frame::new(x, y, w, h);
            assert!(y >= 10.0 && placed.iter().all(|p| !p.meets(&new)));
            placed.push(new);
        }
        assert!(taken.bottom(0.0) > 10.0);
    }
}
