//! The cases on one question as a table of masks, a row a case, so that a scan over all of them reads memory in order.

use super::case::{CaseIx, Precedent};
use crate::model::FactorSet;

/// Reasons and facts of some cases on one question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Table {
    /// Machine words in a row: enough for every factor of the base, and never none.
    width: usize,
    cases: Vec<CaseIx>,
    reasons: Vec<u64>,
    facts: Vec<u64>,
}

impl Table {
    /// An empty table over so many factors.
    pub(super) fn new(factors: usize) -> Self {
        Self { width: factors.div_ceil(64).max(1), ..Self::default() }
    }

    /// Adds a case; its factors must be among those of the table.
    pub(super) fn push(&mut self, ix: CaseIx, case: &Precedent) {
        self.cases.push(ix);
        self.reasons.extend(row(&case.reason, self.width));
        self.facts.extend(row(&case.facts, self.width));
    }

    /// The cases, in the order in which they were added.
    pub(super) fn cases(&self) -> &[CaseIx] {
        &self.cases
    }

    /// The rows of the cases that are kept.
    pub(super) fn part(&self, keep: impl Fn(CaseIx) -> bool) -> Self {
        let mut part = Self { width: self.width, ..Self::default() };
        for ((&ix, reason), facts) in self.cases.iter().zip(self.reasons()).zip(self.facts()) {
            if keep(ix) {
                part.cases.push(ix);
                part.reasons.extend(reason);
                part.facts.extend(facts);
            }
        }
        part
    }

    /// The cases whose reason is among `facts`, in order.
    pub(super) fn with_reason_in(&self, facts: &FactorSet) -> impl Iterator<Item = CaseIx> {
        let facts: Vec<u64> = row(facts, self.width).collect();
        let rows = self.cases.iter().zip(self.reasons());
        rows.filter(move |(_, reason)| within(reason, &facts)).map(|(&ix, _)| ix)
    }

    /// Every pair, one of each table, in which the reason of each is among the facts of the other; in order.
    pub(super) fn opposed(&self, other: &Self) -> Vec<(CaseIx, CaseIx)> {
        let mut pairs = Vec::new();
        for ((&a, reason), facts) in self.cases.iter().zip(self.reasons()).zip(self.facts()) {
            for ((&b, against), then) in other.cases.iter().zip(other.reasons()).zip(other.facts()) {
                if within(against, facts) && within(reason, then) {
                    pairs.push((a, b));
                }
            }
        }
        pairs
    }

    fn reasons(&self) -> impl Iterator<Item = &[u64]> {
        self.reasons.chunks_exact(self.width.max(1))
    }

    fn facts(&self) -> impl Iterator<Item = &[u64]> {
        self.facts.chunks_exact(self.width.max(1))
    }
}

/// A set in exactly `width` words; factors beyond them, which no case has, are left out.
fn row(set: &FactorSet, width: usize) -> impl Iterator<Item = u64> {
    set.words().chain(std::iter::repeat(0)).take(width)
}

/// Whether every factor of `a` is in `b`, rows of equal width. Up to 128 factors it is two operations, without a loop.
#[inline]
fn within(a: &[u64], b: &[u64]) -> bool {
    match (a, b) {
        ([a], [b]) => a & !b == 0,
        ([a, c], [b, d]) => (a & !b) | (c & !d) == 0,
        _ => a.iter().zip(b).all(|(a, b)| a & !b == 0),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{HERE, case, set};
    use super::*;
    use crate::model::Side;

    #[test]
    fn a_row_is_as_wide_as_the_table_whatever_the_set() {
        for factors in [0, 1, 64, 65, 128, 129, 1000] {
            let mut table = Table::new(factors);
            table.push(CaseIx(7), &case(HERE, 0, &[0], &[0], Side::Compel));
            assert_eq!(table.with_reason_in(&set(&[0, 999])).collect::<Vec<_>>(), [CaseIx(7)]);
            assert_eq!(table.with_reason_in(&set(&[999])).count(), 0);
            assert_eq!(table.part(|_| true), table);
            assert!(table.part(|_| false).cases().is_empty());
        }
    }

    #[test]
    fn a_default_table_is_empty() {
        assert_eq!(Table::default().with_reason_in(&set(&[1])).count(), 0);
        assert!(Table::default().opposed(&Table::default()).is_empty());
    }
}
