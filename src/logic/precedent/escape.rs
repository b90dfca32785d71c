//! The smallest change of facts that frees a forced court.

use super::base::CaseBase;
use super::case::{CaseIx, Day, QuestionIx};
use super::court::{CourtIx, Vertical};
use super::ruling::{Constraint, Mode, constraint, ruling};
use crate::model::{FactorIx, FactorSet, Side};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// With more candidate changes than this, a small set is found rather than
/// the smallest.
const EXACT_LIMIT: usize = 20;

/// One change of the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Change {
    /// A factor of the reason is found absent.
    Drop(FactorIx),
    /// A factor of the losing side is found present.
    Add(FactorIx),
}

impl Change {
    /// Makes the change in `facts`.
    pub fn apply(self, facts: &mut FactorSet) {
        match self {
            Self::Drop(factor) => facts.remove(factor),
            Self::Add(factor) => facts.insert(factor),
        };
    }
}

/// A way out of a forced ruling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Escape {
    /// The side that was forced.
    pub from: Side,
    /// What must be found otherwise, in order.
    pub changes: Vec<Change>,
    /// What the precedents require once it is: never that `from` must win, but
    /// contrary holdings, until now outranked, may then force the other side.
    pub after: Constraint,
}

/// The smallest change of facts after which `court` is no longer forced; `None`
/// where it is not.
///
/// Each holding that forces must be *distinguished*: a factor of its reason is
/// absent, or, unless it comes from above and is strict, something that it did
/// not beat stands against it. Holdings for the same side that come to force
/// only once others fell are distinguished too. One change may serve for
/// several, so this is a minimum hitting set: exact up to 20 candidate changes,
/// greedy above. Changes that serve for the same holdings count as one
/// candidate, the first of them.
#[must_use]
pub fn escape(base: &CaseBase, court: CourtIx, question: QuestionIx, facts: &FactorSet, day: Day) -> Option<Escape> {
    let entry = base.courts().get(usize::from(court.0))?;
    let mut demands: BTreeSet<Demand> = BTreeSet::new();
    let mut from = None;
    let mut changes = Vec::new();
    let mut then = facts.clone();
    // What has been distinguished stays so: every round adds a demand, and the
    // rounds come to an end. One that added none would go on for ever.
    while let Some(Constraint::Forced { side, mode, holdings }) = constraint(base, court, question, &then, day) {
        if *from.get_or_insert(side) != side {
            break;
        }
        let strict = mode == Mode::Vertical && entry.vertical == Vertical::Strict;
        let met = demands.len();
        demands.extend(holdings.iter().map(|&ix| Demand::of(base, ix, strict)));
        if demands.len() == met {
            break;
        }
        changes = hit(&demands);
        then = facts.clone();
        for change in &changes {
            change.apply(&mut then);
        }
    }
    Some(Escape { from: from?, changes, after: ruling(base, court, question, &then, day) })
}

/// What would distinguish one holding: any one of these changes.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Demand {
    drop: FactorSet,
    add: FactorSet,
}

impl Demand {
    fn of(base: &CaseBase, holding: CaseIx, strict: bool) -> Self {
        let case = base.case(holding);
        Self {
            drop: case.reason.clone(),
            add: if strict { FactorSet::new() } else { base.all_of(case.side.other()).difference(&case.facts) },
        }
    }

    fn is_met_by(&self, change: Change) -> bool {
        match change {
            Change::Drop(factor) => self.drop.contains(factor),
            Change::Add(factor) => self.add.contains(factor),
        }
    }
}

/// A change and the demands it meets, a bit each.
type Candidate = (Change, Vec<u64>);

/// A set of changes that meets every demand: no smaller one exists, if the
/// candidates are few.
fn hit(demands: &BTreeSet<Demand>) -> Vec<Change> {
    let candidates = candidates(demands);
    let mut chosen =
        if candidates.len() <= EXACT_LIMIT { exact(&candidates, demands.len()) } else { greedy(&candidates, demands.len()) };
    chosen.sort_unstable();
    chosen
}

/// All changes that could serve, in order, less those that serve for no more
/// than another does.
fn candidates(demands: &BTreeSet<Demand>) -> Vec<Candidate> {
    let union = |of: fn(&Demand) -> &FactorSet| {
        let sets = demands.iter().map(of);
        sets.fold(FactorSet::new(), |all, set| all.union(set))
    };
    let (drop, add) = (union(|d| &d.drop), union(|d| &d.add));
    let drops = drop.iter().map(Change::Drop);
    let mut first: BTreeMap<Vec<u64>, Change> = BTreeMap::new();
    for change in drops.chain(add.iter().map(Change::Add)) {
        let mut met = vec![0; demands.len().div_ceil(64)];
        for (index, demand) in demands.iter().enumerate() {
            met[index / 64] |= u64::from(demand.is_met_by(change)) << (index % 64);
        }
        first.entry(met).or_insert(change);
    }
    let within = |a: &[u64], b: &[u64]| a.iter().zip(b).all(|(a, b)| a & !b == 0);
    let mut kept: Vec<Candidate> = first
        .iter()
        .filter(|&(met, _)| !first.keys().any(|more| more != met && within(met, more)))
        .map(|(met, &change)| (change, met.clone()))
        .collect();
    kept.sort_unstable();
    kept
}

/// Tries all sets by size; of the smallest, the one of the earliest candidates.
fn exact(candidates: &[Candidate], demands: usize) -> Vec<Change> {
    // Per demand, the candidates that meet it; equal demands are one.
    let masks: BTreeSet<u32> = (0..demands)
        .map(|index| {
            let meets = |met: &[u64]| met[index / 64] >> (index % 64) & 1 == 1;
            let bits = candidates.iter().enumerate();
            bits.filter(|(_, (_, met))| meets(met)).fold(0, |mask, (bit, _)| mask | 1 << bit)
        })
        .collect();
    let end = 1_u32 << candidates.len();
    for size in 1..=candidates.len() {
        let mut set = (1_u32 << size) - 1;
        while set < end {
            if masks.iter().all(|mask| mask & set != 0) {
                let picked = candidates.iter().enumerate();
                return picked.filter(|(bit, _)| set >> bit & 1 == 1).map(|(_, &(change, _))| change).collect();
            }
            // The next larger number with as many bits set (Gosper).
            let low = set & set.wrapping_neg();
            let carried = set + low;
            set = ((carried ^ set) / low) >> 2 | carried;
        }
    }
    // Every demand has a candidate (a reason is never empty), so all of them
    // together meet every demand; only "no demand" comes here.
    Vec::new()
}

/// Takes the change that meets most of what is left, then gives back any that
/// the later ones made needless.
fn greedy(candidates: &[Candidate], demands: usize) -> Vec<Change> {
    let mut left = vec![0_u64; demands.div_ceil(64)];
    for index in 0..demands {
        left[index / 64] |= 1 << (index % 64);
    }
    let mut chosen: Vec<&Candidate> = Vec::new();
    while left.iter().any(|&word| word != 0) {
        let gain = |met: &[u64]| -> u32 {
            let words = met.iter().zip(&left);
            words.map(|(met, left)| (met & left).count_ones()).sum()
        };
        // `max_by_key` would take the last of equals; the first is wanted.
        let best = candidates.iter().rev().max_by_key(|(_, met)| gain(met));
        let Some(best) = best.filter(|(_, met)| gain(met) > 0) else {
            break;
        };
        for (left, met) in left.iter_mut().zip(&best.1) {
            *left &= !met;
        }
        chosen.push(best);
    }
    for index in (0..chosen.len()).rev() {
        let others = || chosen.iter().enumerate().filter(move |&(i, _)| i != index);
        let needless = |word: usize, met: u64| met & !others().fold(0, |all, (_, other)| all | other.1[word]) == 0;
        let met = &chosen[index].1;
        if met.iter().enumerate().all(|(word, &met)| needless(word, met)) {
            chosen.remove(index);
        }
    }
    chosen.into_iter().map(|&(change, _)| change).collect()
}

#[cfg(test)]
mod tests {
    use super::super::case::Precedent;
    use super::super::fixture::{ABOVE, HERE, NOW, QUESTION, TOP, case, court, courts, set, sides};
    use super::*;
    use Change::{Add, Drop};

    fn found(base: &CaseBase, facts: &[u16]) -> Option<Vec<Change>> {
        escape(base, HERE, QUESTION, &set(facts), NOW).map(|escape| escape.changes)
    }

    fn base(cases: Vec<Precedent>) -> CaseBase {
        CaseBase::new(sides(), courts(), cases).expect("valid")
    }

    #[test]
    fn a_free_court_needs_no_escape() {
        assert_eq!(found(&base(vec![]), &[0, 4]), None);
    }

    #[test]
    fn a_strict_holding_yields_only_to_an_absent_reason() {
        let base = base(vec![case(ABOVE, 0, &[0, 1, 4], &[0, 1], Side::Compel)]);
        assert_eq!(found(&base, &[0, 1, 4]), Some(vec![Drop(FactorIx(0))]));
    }

    #[test]
    fn one_new_fact_may_distinguish_several_holdings() {
        let base = base(vec![case(HERE, 0, &[0, 4, 5], &[0], Side::Compel), case(HERE, 1, &[1, 4, 6], &[1], Side::Compel)]);
        assert_eq!(found(&base, &[0, 1, 4]), Some(vec![Add(FactorIx(7))]));
    }

    #[test]
    fn what_was_hidden_behind_the_higher_court_is_met_too() {
        let base = base(vec![case(ABOVE, 0, &[0, 4], &[0], Side::Compel), case(HERE, 1, &[1, 4], &[1], Side::Compel)]);
        let escape = escape(&base, HERE, QUESTION, &set(&[0, 1, 4]), NOW).expect("forced");
        assert_eq!(escape.changes, [Drop(FactorIx(0)), Drop(FactorIx(1))]);
        assert!(matches!(escape.after, Constraint::Free { .. }));
    }

    #[test]
    fn an_outranked_holding_may_come_to_force_the_other_side() {
        let base = base(vec![case(TOP, 0, &[0, 4], &[0], Side::Compel), case(ABOVE, 1, &[1, 4], &[4], Side::Resist)]);
        let escape = escape(&base, HERE, QUESTION, &set(&[0, 4]), NOW).expect("forced");
        assert_eq!(escape.changes, [Drop(FactorIx(0))]);
        assert_eq!(escape.after.forced(), Some(Side::Resist));
    }

    #[test]
    fn many_candidates_still_give_a_way_out() {
        // Thirty holdings with a reason of two factors each, pairwise disjoint.
        let sides = vec![Side::Compel; 60];
        let here = CourtIx(0);
        let cases = (0..30).map(|n| [2 * n, 2 * n + 1]).map(|pair| case(here, 0, &pair, &pair, Side::Compel)).collect();
        let base = CaseBase::new(sides, vec![court(&[])], cases).expect("valid");
        let all = set(&(0..60).collect::<Vec<_>>());
        let escape = escape(&base, here, QUESTION, &all, NOW).expect("forced");
        assert_eq!(escape.changes.len(), 30);
        assert_eq!(escape.after.forced(), None);
    }

    #[test]
    fn greedy_gives_back_what_became_needless() {
        let candidate = |index, met| (Drop(FactorIx(index)), vec![met]);
        // The first choice meets four; the next two meet all six without it.
        let candidates = [candidate(0, 0b00_1111), candidate(1, 0b01_0011), candidate(2, 0b10_1100)];
        assert_eq!(greedy(&candidates, 6), [Drop(FactorIx(1)), Drop(FactorIx(2))]);
        assert_eq!(exact(&candidates, 6), [Drop(FactorIx(1)), Drop(FactorIx(2))]);
    }
}
