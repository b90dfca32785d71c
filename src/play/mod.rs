//! A match: scenario, seed, actions. The log is the truth; the world is its consequence.

mod away;
mod deed;
mod home;
mod imagine;
mod passages;
mod playthrough;
mod record;

pub use away::Away;
pub use deed::{Deed, deed, undeed};
pub use home::home;
pub use imagine::imagine;
pub use passages::Passages;
pub use playthrough::{Row, actions, rows, text};
pub use record::{Cut, GUIDED, MOST_BYTES, PERSON, Record, RecordError, is_person, load, parse, save, write};

use crate::model::{Action, CardIx, Date, EndingIx, LogEntry, Preset, Scenario, SeatIx};
use crate::rules::{Position, Table, deal, everybody};
use crate::seat::{self, Clock, PublicView, Refusal, SeatView};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Actions a match may have; a match that needs more has a loop in its rules.
pub const MOST_ACTIONS: usize = 20_000;

/// A match in play.
pub struct Match {
    scenario: Arc<Scenario>,
    seed: u64,
    pinned: bool,
    table: Table,
    actions: Vec<(SeatIx, Action)>,
    preset: Option<Preset>,
    away: Vec<Away>,
    /// How long the log was after each action.
    entries: Vec<usize>,
}

impl Match {
    /// A new match, at its first decision. `pinned` makes chance and votes follow history.
    #[must_use]
    pub fn new(scenario: Arc<Scenario>, seed: u64, pinned: bool) -> Self {
        let table = deal(Arc::clone(&scenario), seed, pinned);
        Self { scenario, seed, pinned, table, actions: Vec::new(), preset: None, away: Vec::new(), entries: Vec::new() }
    }

    /// The same table set for another match of the same or another scenario.
    pub fn restart(&mut self, scenario: Arc<Scenario>, seed: u64, pinned: bool) {
        self.table.deal(Arc::clone(&scenario), seed, pinned, &[]);
        self.scenario = scenario;
        self.seed = seed;
        self.pinned = pinned;
        self.actions.clear();
        self.preset = None;
        self.away.clear();
        self.entries.clear();
    }

    /// A match from a position: its log starts empty.
    #[must_use]
    pub fn from_position(position: Position) -> Self {
        let (scenario, seed, pinned) = (Arc::clone(&position.scenario), position.seed, position.pinned);
        Self {
            scenario,
            seed,
            pinned,
            table: Table::new(position),
            actions: Vec::new(),
            preset: None,
            away: Vec::new(),
            entries: Vec::new(),
        }
    }

    /// The same table set to a position.
    pub fn set(&mut self, position: Position) {
        self.scenario = Arc::clone(&position.scenario);
        self.seed = position.seed;
        self.pinned = position.pinned;
        self.table.set(position);
        self.actions.clear();
        self.preset = None;
        self.away.clear();
        self.entries.clear();
    }

    /// The one door in: a seat acts.
    ///
    /// # Errors
    /// A refusal that names the rule; nothing has changed then.
    pub fn submit(&mut self, seat: SeatIx, action: &Action) -> Result<(), Refusal> {
        if seat.ix() >= self.scenario.seats.len() {
            return Err(Refusal::play(crate::seat::Why::Unknown(format!("seat #{}", seat.0))));
        }
        let view = self.table.view(seat);
        self.submit_seen(&view, action)
    }

    /// The same, for a caller that holds the seat's present view already.
    ///
    /// # Errors
    /// As `submit`.
    pub fn submit_seen(&mut self, view: &SeatView, action: &Action) -> Result<(), Refusal> {
        let legal = seat::check(view, action)?;
        self.table.submit(view.seat, legal);
        self.actions.push((view.seat, action.clone()));
        self.entries.push(self.table.log().len());
        Ok(())
    }

    /// The one door out: the match as a seat sees it.
    pub fn view(&mut self, seat: SeatIx) -> SeatView {
        self.table.view(seat)
    }

    /// What a seat may know of the log, from entry `since` on, with the number of each entry.
    #[must_use]
    pub fn events(&self, seat: SeatIx, since: usize) -> Vec<(usize, &LogEntry)> {
        let known = |(_, e): &(usize, &LogEntry)| e.known_to & (1 << seat.0) != 0;
        self.table.log().iter().enumerate().skip(since).filter(known).collect()
    }

    /// The match as everybody may see it.
    pub fn public(&mut self) -> PublicView {
        self.table.public()
    }

    /// What every seat may know of the log.
    #[must_use]
    pub fn public_events(&self) -> Vec<&LogEntry> {
        let all = everybody(&self.scenario);
        self.table.log().iter().filter(|e| e.known_to & all == all).collect()
    }

    /// Seats the match waits for.
    pub fn awaited(&mut self) -> Vec<SeatIx> {
        self.table.awaited().collect()
    }

    /// Where the match is.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.table.clock()
    }

    /// The ending, once the match is over.
    #[must_use]
    pub fn over(&self) -> Option<EndingIx> {
        self.clock().over
    }

    /// The scenario.
    #[must_use]
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// The seed.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Whether chance follows history.
    #[must_use]
    pub fn pinned(&self) -> bool {
        self.pinned
    }

    /// The length of play, if one was chosen.
    #[must_use]
    pub fn preset(&self) -> Option<&Preset> {
        self.preset.as_ref()
    }

    /// Chooses a length of play by its id, before anything was done, and deals the cards it names; false if the scenario has
    /// none of that id.
    pub fn choose_preset(&mut self, id: &str) -> bool {
        self.preset = self.scenario.presets.iter().find(|p| p.id == id).cloned();
        if let Some(preset) = self.preset.as_ref().filter(|p| !p.cards.is_empty() && self.actions.is_empty()) {
            self.table.deal(Arc::clone(&self.scenario), self.seed, self.pinned, &preset.cards);
        }
        self.preset.is_some()
    }

    /// The same match before its first action.
    #[must_use]
    pub fn again(&self) -> Self {
        let mut again = Self::new(Arc::clone(&self.scenario), self.seed, self.pinned);
        if let Some(preset) = &self.preset {
            again.choose_preset(&preset.id);
        }
        again
    }

    /// Whether persons play the present round.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.preset.as_ref().is_none_or(|p| p.is_live(self.clock().round))
    }

    /// How many actions had been taken when each round began, by round.
    #[must_use]
    pub fn openings(&self) -> Vec<(u8, usize)> {
        let mut again = self.again();
        let mut openings = vec![(again.clock().round, 0)];
        for (i, (seat, action)) in self.actions.iter().enumerate() {
            // What was taken once is taken again: the same match from the same start.
            if again.submit(*seat, action).is_err() {
                break;
            }
            let round = again.clock().round;
            if again.over().is_none() && openings.last().is_some_and(|(last, _)| *last != round) {
                openings.push((round, i + 1));
            }
        }
        openings
    }

    /// How many actions had been taken before the calendar went past a day.
    #[must_use]
    pub fn actions_until(&self, day: Date) -> usize {
        let mut again = self.again();
        let within = |(seat, action): &&(SeatIx, Action)| again.submit(*seat, action).is_ok() && again.clock().today <= day;
        self.actions.iter().take_while(within).count()
    }

    /// What was done.
    #[must_use]
    pub fn actions(&self) -> &[(SeatIx, Action)] {
        &self.actions
    }

    /// The whole log, secrets included: for the debrief, once the match is over.
    #[must_use]
    pub fn log(&self) -> &[LogEntry] {
        self.table.log()
    }

    /// All numbers, secrets included: for the debrief.
    #[must_use]
    pub fn numbers(&self) -> &[i16] {
        self.table.numbers()
    }

    /// The card each seat was dealt: for the debrief.
    pub fn cards(&mut self) -> Vec<CardIx> {
        self.table.cards()
    }

    /// The whole position: for forks.
    pub fn position(&mut self) -> Position {
        self.table.capture()
    }

    /// Points of a seat so far: all aims of its card.
    #[must_use]
    pub fn points(&self, seat: SeatIx, card: CardIx) -> i16 {
        seat::tally(&self.scenario, seat, card, self.numbers()).iter().map(|(_, earned)| earned).sum()
    }

    /// A second match that has come the same way up to action `upto`.
    ///
    /// # Errors
    /// The first action that the rules refuse, with its number: only if the record is not of this scenario.
    pub fn fork(&self, upto: usize) -> Result<Self, (usize, Refusal)> {
        let mut fork = self.again();
        let mut away = &self.away[..];
        for (i, (seat, action)) in self.actions.iter().take(upto).enumerate() {
            fork.sit(&mut away, i);
            fork.submit(*seat, action).map_err(|refusal| (i, refusal))?;
        }
        fork.stay();
        Ok(fork)
    }

    /// Plays actions one after another.
    ///
    /// # Errors
    /// The first action that the rules refuse, with its number.
    pub fn replay(&mut self, actions: &[(SeatIx, Action)]) -> Result<(), (usize, Refusal)> {
        for (i, (seat, action)) in actions.iter().enumerate() {
            self.submit(*seat, action).map_err(|refusal| (i, refusal))?;
        }
        Ok(())
    }

    /// SHA-256 over the canonical bytes of where the match stands: equal on every platform.
    pub fn digest(&mut self) -> [u8; 32] {
        let p = self.table.capture();
        let mut sha = Sha256::new();
        let mut put = |n: i64| sha.update(n.to_le_bytes());
        let clock = p.clock;
        for n in [i64::from(clock.round), clock.beat as i64, i64::from(clock.pass), i64::from(clock.stage.0)] {
            put(n);
        }
        put(i64::from(clock.today.0));
        put(clock.over.map_or(-1, |e| i64::from(e.0)));
        p.numbers.iter().for_each(|n| put(i64::from(*n)));
        for hand in &p.hands {
            put(i64::from(hand.card.0));
            put(i64::from(hand.effort));
        }
        for h in &p.holdings {
            put(i64::from(h.court.0));
            put(h.side as i64);
            put(i64::from(h.decided_on.0));
            h.reason.iter().for_each(|f| put(i64::from(f.0)));
            for (day, standing) in &h.history {
                put(i64::from(day.0));
                put(*standing as i64);
            }
        }
        p.instruments.iter().for_each(|s| put(*s as i64));
        p.produced.iter().for_each(|b| put(i64::from(*b)));
        for c in &p.press {
            put(i64::from(c.checked));
            put(i64::from(c.quoted));
        }
        put(i64::try_from(self.actions.len()).unwrap_or(i64::MAX));
        put(i64::try_from(self.table.log().len()).unwrap_or(i64::MAX));
        sha.finalize().into()
    }
}

/// Bytes as lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, b| {
        let _ = write!(out, "{b:02x}");
        out
    })
}
