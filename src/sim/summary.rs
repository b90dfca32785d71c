//! What many matches add up to. Matches come one by one, in the order of their seeds, and none is kept.

use super::count::{Histogram, Interval};
use crate::model::{Scenario, SeatIx, VarKind};
use crate::play::{Match, hex};
use crate::seat::tally;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;

/// One match, as far as the summary needs it.
#[derive(Clone, Debug)]
pub(super) struct One {
    pub(super) seed: u64,
    pub(super) finished: bool,
    pub(super) ending: Option<usize>,
    pub(super) actions: i32,
    digest: [u8; 32],
    /// By seat: card, points, and whether each aim earned its full weight.
    pub(super) seats: Vec<(usize, i16, Vec<bool>)>,
    /// Meters and counters at the end, in the order of [`watched`].
    pub(super) meters: Vec<i16>,
    /// How often each thing of the coverage came; empty where nobody asks.
    pub(super) visits: Vec<u32>,
}

/// The numbers whose ends are counted: meters and counters.
pub(super) fn watched(s: &Scenario) -> impl Iterator<Item = usize> + '_ {
    let kind = |v: &crate::model::Var| matches!(v.kind, VarKind::Meter | VarKind::Counter);
    s.vars.iter().enumerate().filter(move |(_, v)| kind(v)).map(|(i, _)| i)
}

impl One {
    pub(super) fn of(m: &mut Match, seed: u64, finished: bool) -> Self {
        let cards = m.cards();
        let s = Arc::clone(m.scenario());
        let numbers = m.numbers();
        let seats = (0..s.seats.len()).map(SeatIx::new).map(|seat| {
            let aims = tally(&s, seat, cards[seat.ix()], numbers);
            let points = aims.iter().map(|(_, e)| e).sum();
            (cards[seat.ix()].ix(), points, aims.iter().map(|(w, e)| w == e && *w > 0).collect())
        });
        let seats = seats.collect();
        let meters = watched(&s).map(|i| numbers[i]).collect();
        Self {
            seed,
            finished,
            ending: m.over().map(crate::model::EndingIx::ix),
            actions: i32::try_from(m.actions().len()).unwrap_or(i32::MAX),
            digest: m.digest(),
            seats,
            meters,
            visits: Vec::new(),
        }
    }
}

/// The least and the greatest value met, each with the seed of the first match that had it: to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extremes {
    /// Least value and its seed.
    pub least: (i32, u64),
    /// Greatest value and its seed.
    pub most: (i32, u64),
}

impl Extremes {
    fn put(this: &mut Option<Self>, value: i32, seed: u64) {
        let x = this.get_or_insert(Self { least: (value, seed), most: (value, seed) });
        if value < x.least.0 {
            x.least = (value, seed);
        }
        if value > x.most.0 {
            x.most = (value, seed);
        }
    }
}

/// A number over many matches, by its id.
#[derive(Clone, Debug)]
pub struct Spread {
    /// Id.
    pub id: String,
    /// How often each value came.
    pub values: Histogram,
    /// Outliers; none if no match was played.
    pub extremes: Option<Extremes>,
}

impl Spread {
    fn new(id: &str) -> Self {
        Self { id: id.to_owned(), values: Histogram::default(), extremes: None }
    }

    fn put(&mut self, value: i32, seed: u64) {
        self.values.put(value);
        Extremes::put(&mut self.extremes, value, seed);
    }
}

/// An ending over many matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndingCount {
    /// Id.
    pub id: String,
    /// Matches that ended so.
    pub count: u64,
    /// Seed of the first of them.
    pub seed: Option<u64>,
}

/// A seat over many matches.
#[derive(Clone, Debug)]
pub struct SeatSummary {
    /// Points, by the id of the seat.
    pub points: Spread,
    /// Matches in which each aim earned its full weight, by id.
    pub aims: Vec<(String, u64)>,
}

/// Many matches.
#[derive(Clone, Debug)]
pub struct Summary {
    /// Scenario id.
    pub scenario: String,
    /// Matches played.
    pub games: u64,
    /// Matches that ended.
    pub finished: u64,
    /// Seed of the first match that did not.
    pub stuck: Option<u64>,
    /// First seed.
    pub seed: u64,
    /// SHA-256 over the digests of all final states, in order of seed.
    pub digest: String,
    /// Actions a match.
    pub actions: Spread,
    /// Endings, in the order of the scenario.
    pub endings: Vec<EndingCount>,
    /// Seats.
    pub seats: Vec<SeatSummary>,
    /// Meters and counters at the end.
    pub meters: Vec<Spread>,
    /// Endings by the cards of the seats: key is the card ids joined by `/`.
    pub by_cards: BTreeMap<String, BTreeMap<String, u64>>,
    sha: Sha256,
}

impl Summary {
    pub(super) fn new(s: &Scenario, seed: u64) -> Self {
        let seat = |x: &crate::model::Seat| SeatSummary {
            points: Spread::new(&x.id),
            aims: x.aims.iter().map(|a| (a.id.clone(), 0)).collect(),
        };
        Self {
            scenario: s.id.clone(),
            games: 0,
            finished: 0,
            stuck: None,
            seed,
            digest: String::new(),
            actions: Spread::new("actions"),
            endings: s.endings.iter().map(|e| EndingCount { id: e.id.clone(), count: 0, seed: None }).collect(),
            seats: s.seats.iter().map(seat).collect(),
            meters: watched(s).map(|i| Spread::new(&s.vars[i].id)).collect(),
            by_cards: BTreeMap::new(),
            sha: Sha256::new(),
        }
    }

    /// Takes in the next match.
    pub(super) fn put(&mut self, s: &Scenario, one: &One) {
        self.games += 1;
        self.finished += u64::from(one.finished);
        if !one.finished {
            self.stuck.get_or_insert(one.seed);
        }
        self.sha.update(one.digest);
        self.actions.put(one.actions, one.seed);
        for (summary, (_, points, aims)) in self.seats.iter_mut().zip(&one.seats) {
            summary.points.put(i32::from(*points), one.seed);
            summary.aims.iter_mut().zip(aims).for_each(|((_, met), now)| *met += u64::from(*now));
        }
        for (spread, value) in self.meters.iter_mut().zip(&one.meters) {
            spread.put(i32::from(*value), one.seed);
        }
        let Some(e) = one.ending else { return };
        self.endings[e].count += 1;
        self.endings[e].seed.get_or_insert(one.seed);
        let cards: Vec<&str> = one.seats.iter().zip(&s.seats).map(|((card, ..), seat)| seat.cards[*card].id.as_str()).collect();
        *self.by_cards.entry(cards.join("/")).or_default().entry(s.endings[e].id.clone()).or_default() += 1;
    }

    pub(super) fn finish(mut self) -> Self {
        self.digest = hex(&self.sha.clone().finalize());
        self
    }

    /// The share of matches that a count stands for, with its interval.
    #[must_use]
    pub fn share(&self, count: u64) -> Interval {
        Interval::share(count, self.games)
    }
}
