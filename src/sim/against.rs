//! Two versions of a scenario, played with the same seeds: what moved, and what is only noise.
//!
//! Matches are compared in pairs, so what both versions have in common cancels out. Many measures are looked at, so one counts
//! as moved only if its interval of 99.9 % leaves nought out.

use super::count::float;
use super::run::{BLOCK, Batch, Seats};
use super::summary::{One, watched};
use crate::model::Scenario;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Half the width of a 99.9 % interval, in standard errors.
const Z: f64 = 3.290_527;

/// What a measure is about: section, and id.
pub type Measure = (&'static str, String);

/// A measure in both versions, and by how much it moved.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// Section: `ending`, `aim` (shares), `points`, `meter`, `actions` (means).
    pub section: &'static str,
    /// Id.
    pub id: String,
    /// Share or mean in the old version.
    pub old: f64,
    /// Share or mean in the new one.
    pub new: f64,
    /// The least it may have moved by, new less old.
    pub lo: f64,
    /// The most.
    pub hi: f64,
}

impl Moved {
    /// Whether it moved beyond noise.
    #[must_use]
    pub fn beyond_noise(&self) -> bool {
        self.lo > 0.0 || self.hi < 0.0
    }
}

/// Two versions compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Pairs of matches.
    pub pairs: u64,
    /// Pairs that came to the same end with the same numbers.
    pub same: u64,
    /// Every measure that both versions have.
    pub measures: Vec<Moved>,
    /// Measures that only the old version has.
    pub gone: Vec<Measure>,
    /// Measures that only the new version has.
    pub fresh: Vec<Measure>,
}

/// Sums of one measure over pairs: whole numbers, so that no order of adding matters.
#[derive(Clone, Copy, Default)]
struct Sums {
    old: i64,
    new: i64,
    square: i64,
}

/// Plays both versions with the same seeds and the same bots; `done` is told after each match of either.
#[must_use]
pub fn against(new: &Batch<'_>, old: &Arc<Scenario>, done: impl Fn() + Sync) -> Comparison {
    let seats: Seats = new.seats.seated(new.scenario, old);
    let before = Batch { scenario: old, seats: &seats, ..*new };
    let (mine, theirs) = (measures(new.scenario), measures(old));
    let place: BTreeMap<&Measure, usize> = theirs.iter().enumerate().map(|(i, m)| (m, i)).collect();
    let both: Vec<(usize, usize)> = mine.iter().enumerate().filter_map(|(i, m)| Some((i, *place.get(m)?))).collect();
    let mut sums = vec![Sums::default(); both.len()];
    let (mut from, mut same) = (0, 0);
    while from < new.games {
        let to = (from + BLOCK).min(new.games);
        let tried = Arc::default();
        let (after, prior) = (new.block(from..to, None, &tried, &done), before.block(from..to, None, &tried, &done));
        for (after, prior) in after.iter().zip(&prior) {
            let (after, prior) = (values(new.scenario, after), values(old, prior));
            let mut equal = true;
            for (sum, (i, j)) in sums.iter_mut().zip(&both) {
                let (a, b) = (i64::from(after[*i]), i64::from(prior[*j]));
                sum.new += a;
                sum.old += b;
                sum.square += (a - b) * (a - b);
                equal &= a == b;
            }
            same += u64::from(equal);
        }
        from = to;
    }
    let only = |a: &[Measure], b: &[Measure]| a.iter().filter(|m| !b.contains(m)).cloned().collect();
    Comparison {
        pairs: new.games,
        same,
        measures: both.iter().zip(&sums).map(|((i, _), sum)| moved(&mine[*i], sum, new.games)).collect(),
        gone: only(&theirs, &mine),
        fresh: only(&mine, &theirs),
    }
}

#[expect(clippy::cast_precision_loss, reason = "sums of small numbers are far below 2^52")]
fn moved((section, id): &Measure, sum: &Sums, pairs: u64) -> Moved {
    let n = float(pairs).max(1.0);
    let (old, new) = (sum.old as f64 / n, sum.new as f64 / n);
    let by = new - old;
    let spread = (sum.square as f64 - n * by * by).max(0.0) / (n - 1.0).max(1.0);
    let half = Z * (spread / n).sqrt();
    Moved { section, id: id.clone(), old, new, lo: by - half, hi: by + half }
}

/// What is measured in a scenario, in a fixed order.
fn measures(s: &Scenario) -> Vec<Measure> {
    let mut out: Vec<Measure> = s.endings.iter().map(|e| ("ending", e.id.clone())).collect();
    for seat in &s.seats {
        out.push(("points", seat.id.clone()));
        out.extend(seat.aims.iter().map(|a| ("aim", format!("{}/{}", seat.id, a.id))));
    }
    out.extend(watched(s).map(|i| ("meter", s.vars[i].id.clone())));
    out.push(("actions", "a match".to_owned()));
    out
}

/// The measures of one match, in the same order.
fn values(s: &Scenario, one: &One) -> Vec<i32> {
    let mut out: Vec<i32> = (0..s.endings.len()).map(|e| i32::from(one.ending == Some(e))).collect();
    for (_, points, aims) in &one.seats {
        out.push(i32::from(*points));
        out.extend(aims.iter().map(|met| i32::from(*met)));
    }
    out.extend(one.meters.iter().map(|v| i32::from(*v)));
    out.push(one.actions);
    out
}
