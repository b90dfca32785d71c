//! Running matches.

use super::coverage::Coverage;
use super::summary::{One, Summary};
use crate::bots::{self, Bot, Tried};
use crate::model::{Say, Scenario, SeatIx, StageIx};
use crate::play::{MOST_ACTIONS, Match};
use crate::scenario::reachable::Reachable;
use std::sync::Arc;

/// Matches that are played before any of them is counted.
pub(super) const BLOCK: u64 = 512;

/// The same where a systematic player learns from them. It learns between blocks only, so the size is part of what a seed means,
/// and is the same on any number of threads.
const LESSON: u64 = 32;

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
        let known = |name: &str| bots::NAMES.contains(&name) || name == bots::TESTER;
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
        let court = |(i, name): (usize, &String)| bots::pins(s.seats[i].role, name);
        self.0.iter().enumerate().any(court)
    }

    /// The same bots at the seats of another version of the scenario, by the ids of the seats.
    #[must_use]
    pub fn seated(&self, here: &Scenario, there: &Scenario) -> Self {
        let at = |id: &str| here.seat(id).map_or("cautious", |ix| self.of(ix)).to_owned();
        Self(there.seats.iter().map(|seat| at(&seat.id)).collect())
    }

    fn learns(&self) -> bool {
        self.0.iter().any(|name| name == bots::TESTER)
    }

    pub(super) fn bots(&self, seed: u64, tried: &Arc<Tried>) -> Vec<Box<dyn Bot>> {
        let seat_seed = |i: usize| bots::seat_seed(seed, SeatIx::new(i));
        let bot = |(i, name): (usize, &String)| -> Option<Box<dyn Bot>> {
            match name.as_str() {
                bots::TESTER => Some(Box::new(bots::Systematic::new(seed, seat_seed(i), Arc::clone(tried)))),
                name => bots::named(name, seat_seed(i)),
            }
        };
        self.0.iter().enumerate().filter_map(bot).collect()
    }
}

/// Lets bots play a match from where it stands; tells each move and its reason to `heard`.
pub fn play_out(m: &mut Match, seats: &Seats, seed: u64, heard: impl FnMut(SeatIx, &crate::model::Action, &Say)) -> bool {
    play_on(m, seats, seed, &Arc::default(), heard, |_| false)
}

/// The same, after what was tried before, and until `stop` says so.
pub(super) fn play_on(
    m: &mut Match,
    seats: &Seats,
    seed: u64,
    tried: &Arc<Tried>,
    mut heard: impl FnMut(SeatIx, &crate::model::Action, &Say),
    stop: impl Fn(&Match) -> bool,
) -> bool {
    let mut bots = seats.bots(seed, tried);
    for _ in 0..MOST_ACTIONS {
        if m.over().is_some() {
            return true;
        }
        if stop(m) {
            return false;
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

/// Matches to be played: match number i has seed `seed` + i.
#[derive(Clone, Copy, Debug)]
pub struct Batch<'a> {
    /// The scenario.
    pub scenario: &'a Arc<Scenario>,
    /// Who plays.
    pub seats: &'a Seats,
    /// How many.
    pub games: u64,
    /// Seed of the first.
    pub seed: u64,
}

impl Batch<'_> {
    /// Plays them all and sums them up; `done` is told after each. Memory does not grow with their number.
    #[must_use]
    pub fn run(&self, done: impl Fn() + Sync) -> Summary {
        let mut summary = Summary::new(self.scenario, self.seed);
        let mut coverage = self.seats.learns().then(|| Coverage::new(self.scenario));
        self.each(coverage.as_mut(), &done, |one| summary.put(self.scenario, one));
        summary.finish()
    }

    /// The same, and what the matches came to.
    #[must_use]
    pub fn run_covered(&self, done: impl Fn() + Sync) -> (Summary, Coverage) {
        let mut summary = Summary::new(self.scenario, self.seed);
        let mut coverage = Coverage::new(self.scenario);
        self.each(Some(&mut coverage), &done, |one| summary.put(self.scenario, one));
        (summary.finish(), coverage)
    }

    /// Plays block after block and hands each match on, in the order of the seeds.
    fn each(&self, mut coverage: Option<&mut Coverage>, done: &(impl Fn() + Sync), mut put: impl FnMut(&One)) {
        let learns = self.seats.learns();
        let size = if learns { LESSON } else { BLOCK };
        let mut from = 0;
        while from < self.games {
            let to = (from + size).min(self.games);
            let tried = Arc::new(coverage.as_ref().filter(|_| learns).map(|c| c.tried()).unwrap_or_default());
            for one in self.block(from..to, coverage.as_deref(), &tried, done) {
                if let Some(coverage) = &mut coverage {
                    coverage.put(&one.visits);
                }
                put(&one);
            }
            from = to;
        }
    }

    /// One block of matches, on as many threads as there are.
    pub(super) fn block(
        &self,
        numbers: std::ops::Range<u64>,
        coverage: Option<&Coverage>,
        tried: &Arc<Tried>,
        done: &(impl Fn() + Sync),
    ) -> Vec<One> {
        let pinned = self.seats.pinned(self.scenario);
        let one = |table: &mut Option<Match>, number: u64| {
            let seed = self.seed.wrapping_add(number);
            let m = match table {
                Some(m) => {
                    m.restart(Arc::clone(self.scenario), seed, pinned);
                    m
                }
                none => none.insert(Match::new(Arc::clone(self.scenario), seed, pinned)),
            };
            let finished = play_on(m, self.seats, seed, tried, |_, _, _| {}, |_| false);
            let mut one = One::of(m, seed, finished);
            if let Some(coverage) = coverage {
                one.visits = coverage.visits(m.log());
            }
            done();
            one
        };
        #[cfg(not(target_arch = "wasm32"))]
        {
            use rayon::prelude::*;
            numbers.into_par_iter().map_init(|| None, one).collect()
        }
        #[cfg(target_arch = "wasm32")]
        {
            let mut table = None;
            numbers.map(|n| one(&mut table, n)).collect()
        }
    }
}

/// Plays `games` matches with seeds from `seed` on and sums them up; `done` is told after each.
#[must_use]
pub fn simulate(scenario: &Arc<Scenario>, seats: &Seats, games: u64, seed: u64, done: impl Fn() + Sync) -> Summary {
    Batch { scenario, seats, games, seed }.run(done)
}

/// The seeds that are searched, with each kind of bot, for a match that comes to a stage.
const MOST_SEARCHED: u64 = 1_000;

/// A real match of bots that has come to a stage, with its seed: the first, counted from `seed`, that gets there. Where none
/// with these bots does, `random` ones are tried. None if none does.
#[must_use]
pub fn reach(s: &Arc<Scenario>, seats: &Seats, pinned: bool, seed: u64, stage: StageIx) -> Option<(Match, u64)> {
    if !Reachable::of(s).stages[stage.ix()] {
        return None;
    }
    let random = Seats(vec!["random".to_owned(); s.seats.len()]);
    let mut m = Match::new(Arc::clone(s), seed, pinned);
    for seats in [seats, &random] {
        for seed in (0..MOST_SEARCHED).map(|i| seed.wrapping_add(i)) {
            m.restart(Arc::clone(s), seed, pinned);
            let there = |m: &Match| m.clock().stage == stage;
            play_on(&mut m, seats, seed, &Arc::default(), |_, _, _| {}, there);
            if there(&m) && m.over().is_none() {
                return Some((m, seed));
            }
        }
    }
    None
}
