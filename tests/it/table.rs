//! Helpers shared by the tests: shipped scenarios, and matches played by bots.

use comity::model::{Scenario, SeatIx};
use comity::play::Match;
use comity::sim::{Seats, play_out};
use std::sync::{Arc, OnceLock};

/// A shipped scenario that is history.
pub fn flagship() -> Arc<Scenario> {
    static LOADED: OnceLock<Arc<Scenario>> = OnceLock::new();
    Arc::clone(LOADED.get_or_init(|| shipped("microsoft-ireland")))
}

/// A shipped scenario by slug.
pub fn shipped(slug: &str) -> Arc<Scenario> {
    match comity::scenario::open(slug) {
        Ok(loaded) => loaded.scenario,
        Err(found) => panic!("{}", comity::diagnostic::render_text(&found, comity::diagnostic::Style::Plain)),
    }
}

/// The seat with an id.
pub fn seat(s: &Scenario, id: &str) -> SeatIx {
    s.seat(id).unwrap_or_else(|| panic!("no seat {id}"))
}

/// A match played to its end by bots.
pub fn played(s: &Arc<Scenario>, bots: &str, seed: u64) -> Match {
    let seats = Seats::parse(s, bots).expect("bots");
    let mut m = Match::new(Arc::clone(s), seed, seats.pinned(s));
    assert!(play_out(&mut m, &seats, seed, |_, _, _| {}), "{bots} did not finish with seed {seed}");
    m
}
