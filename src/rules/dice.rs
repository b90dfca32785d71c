//! Draws from the match seed. Each is keyed by seed, purpose and counter, so that adding a draw somewhere changes no other.

use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};

/// What a draw is for; part of its key.
#[derive(Clone, Copy, Debug)]
pub enum Purpose {
    /// A draw of the scenario.
    Draw(u16),
    /// Dealing a seat its card.
    Card(u16),
    /// Dealing judge cards at a stage.
    Judges(u16),
    /// Filling in what a view hides.
    Imagine(u16),
    /// A bot's choice among equals.
    Choice,
    /// What a learner is asked about a match, and in which order.
    Quiz,
}

impl Purpose {
    const fn key(self) -> [u8; 4] {
        let (kind, ix) = match self {
            Self::Draw(ix) => (1_u16, ix),
            Self::Card(ix) => (2, ix),
            Self::Judges(ix) => (3, ix),
            Self::Imagine(ix) => (4, ix),
            Self::Choice => (5, 0),
            Self::Quiz => (6, 0),
        };
        let (k, i) = (kind.to_le_bytes(), ix.to_le_bytes());
        [k[0], k[1], i[0], i[1]]
    }
}

/// A source of draws for one purpose.
pub struct Dice(ChaCha8Rng);

impl Dice {
    /// Dice keyed by seed, purpose and counter.
    #[must_use]
    pub fn new(seed: u64, purpose: Purpose, counter: u32) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8..12].copy_from_slice(&purpose.key());
        key[12..16].copy_from_slice(&counter.to_le_bytes());
        Self(ChaCha8Rng::from_seed(key))
    }

    /// A number below `n`, each equally likely; 0 when `n` is 0. Rejection sampling of our own: library distributions change
    /// between releases, and a match must not.
    pub fn below(&mut self, n: u32) -> u32 {
        if n < 2 {
            return 0;
        }
        let zone = u32::MAX - u32::MAX % n;
        loop {
            let x = self.0.next_u32();
            if x < zone {
                return x % n;
            }
        }
    }

    /// A position in a list of `n`.
    pub fn index(&mut self, n: usize) -> usize {
        self.below(u32::try_from(n).unwrap_or(u32::MAX)) as usize
    }

    /// A shuffled list of positions.
    pub fn shuffled(&mut self, n: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..n).collect();
        for i in (1..n).rev() {
            order.swap(i, self.index(i + 1));
        }
        order
    }
}
