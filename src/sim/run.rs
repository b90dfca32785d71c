//! Running matches.

use super::summary::{One, Summary};
use crate::bots::{self, Bot};
use crate::model::{Say, Scenario, SeatIx};
use crate::play::{MOST_ACTIONS, Match};
use std::sync::Arc;

/// Which bot sits where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seats(Vec<String>);

/// Why a simulation cannot be run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SimError {
    /// No bot of that name.
    NoBot(String),
    /// No seat of that name.
    NoSeat(String),
}

impl Seats {
    /// Reads `NAME` or `seat=NAME,seat=NAME`; seats not named get the first plain name, or `cautious`.
    ///
    /// # Errors
    /// A name that no bot or seat has.
    pub fn parse(s: &Scenario, spec: &str) -> Result<Self, SimError> {
        let parts: Vec<&str> = spec.split(',').map(str::trim).filter(|p| !p.is_empty()).collect();
        let all = parts.iter().find(|p| !p.contains('=')).copied().unwrap_or("cautious");
        let known = |name: &str| bots::NAMES.contains(&name);
        if !known(all) {
            return Err(SimError::NoBot(all.to_owned()));
        }
        let mut seats = vec![all.to_owned(); s.seats.len()];
        for part in parts {
            let Some((seat, name)) = part.split_once('=') else { continue };
            let name = name.strip_prefix("bot:").unwrap_or(name);
            let ix = s.seat(seat).ok_or_else(|| SimError::NoSeat(seat.to_owned()))?;
            if !known(name) {
                return Err(SimError::NoBot(name.to_owned()));
            }
            name.clone_into(&mut seats[ix.ix()]);
        }
        Ok(Self(seats))
    }

    /// The bot of a seat.
    #[must_use]
    pub fn of(&self, seat: SeatIx) -> &str {
        self.0.get(seat.ix()).map_or("cautious", String::as_str)
    }

    /// Whether chance is pinned to history: where the court is played by `history`, its votes are history's too.
    #[must_use]
    pub fn pinned(&self, s: &Scenario) -> bool {
        let court = |(i, name): (usize, &String)| s.seats[i].role == crate::model::Role::Court && name == "history";
        self.0.iter().enumerate().any(court)
    }

    fn bots(&self, seed: u64) -> Vec<Box<dyn Bot>> {
        let seat_seed = |i: usize| seed.wrapping_mul(0x2545_F491_4F6C_DD1D).wrapping_add(i as u64);
        self.0.iter().enumerate().filter_map(|(i, name)| bots::named(name, seat_seed(i))).collect()
    }
}

/// Lets bots play a match from where it stands; tells each move and its reason to `heard`.
pub fn play_out(m: &mut Match, seats: &Seats, seed: u64, mut heard: impl FnMut(SeatIx, &crate::model::Action, &Say)) -> bool {
    let mut bots = seats.bots(seed);
    for _ in 0..MOST_ACTIONS {
        if m.over().is_some() {
            return true;
        }
        let Some(seat) = m.awaited().first().copied() else { return false };
        let view = m.view(seat);
        let play = bots[seat.ix()].play(&view);
        heard(seat, &play.action, &play.because);
        if m.submit_seen(&view, &play.action).is_err() {
            return false;
        }
    }
    false
}

/// Plays `games` matches with seeds from `seed` on and sums them up; `done` is told after each.
#[must_use]
pub fn simulate(s: &Arc<Scenario>, seats: &Seats, games: usize, seed: u64, done: impl Fn() + Sync) -> Summary {
    let one = |table: &mut Option<Match>, game: usize| {
        let seed = seed.wrapping_add(game as u64);
        let pinned = seats.pinned(s);
        let m = match table {
            Some(m) => {
                m.restart(Arc::clone(s), seed, pinned);
                m
            }
            none => none.insert(Match::new(Arc::clone(s), seed, pinned)),
        };
        let finished = play_out(m, seats, seed, |_, _, _| {});
        let one = One::of(m, finished);
        done();
        one
    };
    #[cfg(not(target_arch = "wasm32"))]
    let all: Vec<One> = {
        use rayon::prelude::*;
        (0..games).into_par_iter().map_init(|| None, one).collect()
    };
    #[cfg(target_arch = "wasm32")]
    let all: Vec<One> = {
        let mut table = None;
        (0..games).map(|g| one(&mut table, g)).collect()
    };
    Summary::of(s, seed, &all)
}
