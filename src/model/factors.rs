//! Factors, the two sides they favour, and sets of factors.
//!
//! A *factor* is a fact pattern that favours exactly one [`Side`]. What cuts
//! both ways is two factors, so a table with one side per factor cannot hold
//! the same factor on both.

use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;

/// A factor: its place in the table that gives each factor its side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FactorIx(pub u16);

/// Who is helped by a factor, or wins a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Side {
    /// The state or claimant that wants a measure to take effect across a border.
    Compel,
    /// Whoever says no.
    Resist,
}

impl Side {
    /// Both sides, in their fixed order.
    pub const BOTH: [Self; 2] = [Self::Compel, Self::Resist];

    /// The side a number stands for: above 0 to compel, below 0 to resist.
    #[must_use]
    pub const fn of(number: i16) -> Option<Self> {
        match number {
            1.. => Some(Self::Compel),
            0 => None,
            _ => Some(Self::Resist),
        }
    }

    /// The opponent.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Compel => Self::Resist,
            Self::Resist => Self::Compel,
        }
    }
}

/// Factors held in the struct itself; real law packs have about fifty.
const INLINE_WORDS: usize = 2;
const WORD_BITS: usize = 64;

/// A set of factors.
///
/// A bit per factor: two machine words inline, so that sets over at most 128
/// factors never allocate, and a boxed tail above. Sets are compared as sorted
/// lists of factors (`{1, 2} < {1, 3} < {2}`), and are written as such lists.
#[derive(Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Vec<FactorIx>", into = "Vec<FactorIx>")]
pub struct FactorSet {
    low: [u64; INLINE_WORDS],
    /// Never ends in a zero word: equal sets are then equal field by field,
    /// which is what lets `Eq` and `Hash` be derived.
    high: Box<[u64]>,
}

impl FactorSet {
    /// The empty set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a factor; tells whether it was new.
    pub fn insert(&mut self, factor: FactorIx) -> bool {
        let (word, bit) = place(factor);
        if word >= INLINE_WORDS + self.high.len() {
            let mut grown = std::mem::take(&mut self.high).into_vec();
            grown.resize(word - INLINE_WORDS + 1, 0);
            self.high = grown.into_boxed_slice();
        }
        let word = self.word_mut(word);
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    /// Takes a factor out; tells whether it was there.
    pub fn remove(&mut self, factor: FactorIx) -> bool {
        if !self.contains(factor) {
            return false;
        }
        let (word, bit) = place(factor);
        *self.word_mut(word) &= !bit;
        if self.high.last() == Some(&0) {
            self.high = trimmed(std::mem::take(&mut self.high).into_vec());
        }
        true
    }

    /// Whether the factor is in the set.
    #[must_use]
    pub fn contains(&self, factor: FactorIx) -> bool {
        let (word, bit) = place(factor);
        self.word(word) & bit != 0
    }

    /// Whether every factor of `self` is in `other`.
    #[must_use]
    pub fn is_subset(&self, other: &Self) -> bool {
        zip(&self.low, &other.low).all(|(a, b)| a & !b == 0)
            && self.high.len() <= other.high.len()
            && zip(&self.high, &other.high).all(|(a, b)| a & !b == 0)
    }

    /// Whether the two sets share a factor.
    #[must_use]
    pub fn intersects(&self, other: &Self) -> bool {
        zip(&self.low, &other.low).any(|(a, b)| a & b != 0) || zip(&self.high, &other.high).any(|(a, b)| a & b != 0)
    }

    /// What is in either set.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        self.combine(other, self.high.len().max(other.high.len()), |a, b| a | b)
    }

    /// What is in both sets.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        self.combine(other, self.high.len().min(other.high.len()), |a, b| a & b)
    }

    /// What is in `self` and not in `other`.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        self.combine(other, self.high.len(), |a, b| a & !b)
    }

    /// How many factors the set holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether the set holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.low == [0; INLINE_WORDS] && self.high.is_empty()
    }

    /// The factors, lowest first.
    #[must_use]
    pub fn iter(&self) -> Iter<'_> {
        Iter { set: self, word: 0, rest: self.low[0] }
    }

    fn word(&self, index: usize) -> u64 {
        match index.checked_sub(INLINE_WORDS) {
            None => self.low[index],
            Some(index) => self.high.get(index).copied().unwrap_or(0),
        }
    }

    /// The word must exist.
    fn word_mut(&mut self, index: usize) -> &mut u64 {
        match index.checked_sub(INLINE_WORDS) {
            None => &mut self.low[index],
            Some(index) => &mut self.high[index],
        }
    }

    /// The set as a mask, 64 factors a word, the lowest first. It ends where the factors do, but never within the first two.
    pub fn words(&self) -> impl Iterator<Item = u64> {
        self.low.iter().chain(&self.high).copied()
    }

    fn combine(&self, other: &Self, high: usize, op: impl Fn(u64, u64) -> u64) -> Self {
        Self {
            low: std::array::from_fn(|index| op(self.low[index], other.low[index])),
            high: trimmed((INLINE_WORDS..INLINE_WORDS + high).map(|index| op(self.word(index), other.word(index))).collect()),
        }
    }
}

fn place(factor: FactorIx) -> (usize, u64) {
    let index = usize::from(factor.0);
    (index / WORD_BITS, 1 << (index % WORD_BITS))
}

fn zip<'a>(a: &'a [u64], b: &'a [u64]) -> impl Iterator<Item = (u64, u64)> + 'a {
    a.iter().copied().zip(b.iter().copied())
}

/// Keeps the promise that a tail never ends in a zero word.
fn trimmed(mut words: Vec<u64>) -> Box<[u64]> {
    while words.last() == Some(&0) {
        words.pop();
    }
    words.into_boxed_slice()
}

/// The factors of a set, lowest first.
#[derive(Clone, Debug)]
pub struct Iter<'a> {
    set: &'a FactorSet,
    word: usize,
    rest: u64,
}

impl Iterator for Iter<'_> {
    type Item = FactorIx;

    fn next(&mut self) -> Option<FactorIx> {
        while self.rest == 0 {
            self.word += 1;
            if self.word >= INLINE_WORDS + self.set.high.len() {
                return None;
            }
            self.rest = self.set.word(self.word);
        }
        let bit = self.rest.trailing_zeros() as usize;
        self.rest &= self.rest - 1;
        // A set only holds what was a `u16` when it went in.
        u16::try_from(self.word * WORD_BITS + bit).ok().map(FactorIx)
    }
}

impl<'a> IntoIterator for &'a FactorSet {
    type Item = FactorIx;
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

impl Extend<FactorIx> for FactorSet {
    fn extend<I: IntoIterator<Item = FactorIx>>(&mut self, factors: I) {
        for factor in factors {
            self.insert(factor);
        }
    }
}

impl FromIterator<FactorIx> for FactorSet {
    fn from_iter<I: IntoIterator<Item = FactorIx>>(factors: I) -> Self {
        let mut set = Self::new();
        set.extend(factors);
        set
    }
}

impl From<Vec<FactorIx>> for FactorSet {
    fn from(factors: Vec<FactorIx>) -> Self {
        factors.into_iter().collect()
    }
}

impl From<FactorSet> for Vec<FactorIx> {
    fn from(set: FactorSet) -> Self {
        set.iter().collect()
    }
}

impl Ord for FactorSet {
    fn cmp(&self, other: &Self) -> Ordering {
        self.iter().cmp(other.iter())
    }
}

impl PartialOrd for FactorSet {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for FactorSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(|factor| factor.0)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;
    use std::collections::hash_map::DefaultHasher;
    use std::hash::{Hash, Hasher};

    fn set(factors: &[u16]) -> FactorSet {
        factors.iter().copied().map(FactorIx).collect()
    }

    fn hash(set: &FactorSet) -> u64 {
        let mut hasher = DefaultHasher::new();
        set.hash(&mut hasher);
        hasher.finish()
    }

    #[test]
    fn a_tail_that_empties_leaves_no_trace() {
        let mut grown = set(&[3, 999]);
        assert!(grown.remove(FactorIx(999)));
        assert!(!grown.remove(FactorIx(999)));
        assert_eq!(grown, set(&[3]));
        assert_eq!(hash(&grown), hash(&set(&[3])));
        assert_eq!(grown.cmp(&set(&[3])), Ordering::Equal);
        assert_eq!(set(&[3, 999]).difference(&set(&[999])), set(&[3]));
        assert_eq!(set(&[3, 999]).intersection(&set(&[3, 998])).high, Box::default());
    }

    #[test]
    fn the_largest_factor_fits() {
        let top = set(&[0, 127, 128, u16::MAX]);
        assert_eq!(top.iter().map(|f| f.0).max(), Some(u16::MAX));
        assert_eq!(top.len(), 4);
    }

    #[test]
    fn sets_order_as_sorted_lists() {
        assert!(set(&[]) < set(&[1]));
        assert!(set(&[1]) < set(&[1, 2]));
        assert!(set(&[1, 2]) < set(&[1, 3]));
        assert!(set(&[1, 300]) < set(&[2]));
    }

    #[test]
    fn sides_oppose_each_other() {
        for side in Side::BOTH {
            assert_ne!(side, side.other());
            assert_eq!(side, side.other().other());
        }
    }

    fn few() -> impl Strategy<Value = BTreeSet<u16>> {
        // Both sides of every word boundary that the layout knows.
        proptest::collection::btree_set(prop_oneof![0_u16..8, 60_u16..70, 120_u16..136, 990_u16..1000], 0..12)
    }

    proptest! {
        #[test]
        fn behaves_as_an_ordered_set(a in few(), b in few(), extra in 0_u16..1000) {
            let list = |s: &BTreeSet<u16>| set(&s.iter().copied().collect::<Vec<_>>());
            let (x, y) = (list(&a), list(&b));
            prop_assert_eq!(x.iter().map(|f| f.0).collect::<BTreeSet<_>>(), a.clone());
            prop_assert!(x.iter().is_sorted());
            prop_assert_eq!(x.len(), a.len());
            prop_assert_eq!(x.is_empty(), a.is_empty());
            prop_assert_eq!(x.is_subset(&y), a.is_subset(&b));
            prop_assert_eq!(x.intersects(&y), !a.is_disjoint(&b));
            prop_assert_eq!(x.union(&y), list(&(&a | &b)));
            prop_assert_eq!(x.intersection(&y), list(&(&a & &b)));
            prop_assert_eq!(x.difference(&y), list(&(&a - &b)));
            prop_assert_eq!(x.cmp(&y), a.cmp(&b));
            prop_assert_eq!(x == y, a == b);
            prop_assert_eq!(x.contains(FactorIx(extra)), a.contains(&extra));
            let (mut z, mut c) = (x.clone(), a.clone());
            prop_assert_eq!(z.insert(FactorIx(extra)), c.insert(extra));
            prop_assert_eq!(&z, &list(&c));
            prop_assert!(z.remove(FactorIx(extra)));
            c.remove(&extra);
            prop_assert_eq!(&z, &list(&c));
            prop_assert_eq!(hash(&z), hash(&list(&c)));
            prop_assert_eq!(FactorSet::from(Vec::from(x.clone())), x);
        }
    }
}
