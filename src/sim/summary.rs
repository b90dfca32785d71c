//! What many matches add up to.

use crate::model::{Scenario, SeatIx};
use crate::play::{Match, hex};
use crate::seat::tally;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// One match, as far as the summary needs it.
#[derive(Clone, Debug)]
pub(super) struct One {
    finished: bool,
    ending: Option<usize>,
    actions: usize,
    digest: [u8; 32],
    /// By seat: card, points, and whether each aim earned its full weight.
    seats: Vec<(usize, i16, Vec<bool>)>,
}

impl One {
    pub(super) fn of(m: &mut Match, finished: bool) -> Self {
        let cards = m.cards();
        let s = std::sync::Arc::clone(m.scenario());
        let numbers = m.numbers().to_vec();
        let seats = (0..s.seats.len()).map(SeatIx::new).map(|seat| {
            let aims = tally(&s, seat, cards[seat.ix()], &numbers);
            let points = aims.iter().map(|(_, e)| e).sum();
            (cards[seat.ix()].ix(), points, aims.iter().map(|(w, e)| w == e && *w > 0).collect())
        });
        let seats = seats.collect();
        Self { finished, ending: m.over().map(crate::model::EndingIx::ix), actions: m.actions().len(), digest: m.digest(), seats }
    }
}

/// A mean with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mean {
    /// Mean.
    pub mean: f64,
    /// Lower end.
    pub lo: f64,
    /// Upper end.
    pub hi: f64,
}

impl Mean {
    fn of(values: impl Iterator<Item = f64> + Clone) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "counts of matches are far below 2^52")]
        let n = values.clone().count() as f64;
        if n < 1.0 {
            return Self { mean: 0.0, lo: 0.0, hi: 0.0 };
        }
        let mean = values.clone().sum::<f64>() / n;
        let spread = values.map(|v| (v - mean) * (v - mean)).sum::<f64>() / (n - 1.0).max(1.0);
        let half = 1.96 * (spread / n).sqrt();
        Self { mean, lo: mean - half, hi: mean + half }
    }
}

/// A seat over many matches.
#[derive(Clone, Debug)]
pub struct SeatSummary {
    /// Id.
    pub id: String,
    /// Points.
    pub tally: Mean,
    /// Share of matches in which each aim earned its full weight, by id.
    pub aims: Vec<(String, f64)>,
}

/// Many matches.
#[derive(Clone, Debug)]
pub struct Summary {
    /// Scenario id.
    pub scenario: String,
    /// Matches played.
    pub games: usize,
    /// Matches that ended.
    pub finished: usize,
    /// First seed.
    pub seed: u64,
    /// SHA-256 over the digests of all final states, in order of seed.
    pub digest: String,
    /// Actions in all.
    pub actions: usize,
    /// Endings, most common first by id order of the scenario.
    pub endings: Vec<(String, usize)>,
    /// Seats.
    pub seats: Vec<SeatSummary>,
    /// Endings by the cards of the seats: key is the card ids joined by `/`.
    pub by_cards: BTreeMap<String, BTreeMap<String, usize>>,
}

#[expect(clippy::cast_precision_loss, reason = "counts of matches are far below 2^52")]
fn share(part: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { part as f64 / of as f64 }
}

impl Summary {
    pub(super) fn of(s: &Scenario, seed: u64, all: &[One]) -> Self {
        let mut sha = Sha256::new();
        let mut endings = vec![0; s.endings.len()];
        let mut by_cards: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        for one in all {
            sha.update(one.digest);
            let Some(e) = one.ending else { continue };
            endings[e] += 1;
            let cards: Vec<&str> =
                one.seats.iter().zip(&s.seats).map(|((card, ..), seat)| seat.cards[*card].id.as_str()).collect();
            *by_cards.entry(cards.join("/")).or_default().entry(s.endings[e].id.clone()).or_default() += 1;
        }
        let seats = s.seats.iter().enumerate().map(|(i, seat)| SeatSummary {
            id: seat.id.clone(),
            tally: Mean::of(all.iter().map(|o| f64::from(o.seats[i].1))),
            aims: seat
                .aims
                .iter()
                .enumerate()
                .map(|(a, aim)| (aim.id.clone(), share(all.iter().filter(|o| o.seats[i].2[a]).count(), all.len())))
                .collect(),
        });
        Self {
            scenario: s.id.clone(),
            games: all.len(),
            finished: all.iter().filter(|o| o.finished).count(),
            seed,
            digest: hex(&sha.finalize()),
            actions: all.iter().map(|o| o.actions).sum(),
            endings: s.endings.iter().map(|e| e.id.clone()).zip(endings).collect(),
            seats: seats.collect(),
            by_cards,
        }
    }
}
