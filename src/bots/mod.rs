//! Players that fill a seat. Each sees its seat's view only, and says why it does what it does.

mod history;
mod keen;
mod policy;
mod random;
mod systematic;

pub use systematic::{Systematic, Tried};

use crate::model::{Action, Preset, Role, Say, Scenario, SeatIx};
use crate::seat::SeatView;

/// A move and its reason.
#[derive(Clone, Debug)]
pub struct Play {
    /// What the bot does.
    pub action: Action,
    /// The largest term behind it.
    pub because: Say,
}

/// A player.
pub trait Bot: Send {
    /// The next action in a view whose seat is waited for.
    fn play(&mut self, view: &SeatView) -> Play;
}

/// The names bots go by.
pub const NAMES: [&str; 5] = ["random", "cautious", "bold", "keen", "history"];

/// A player for tests of a scenario: takes what has been tried least. It is no opponent, so no seat offers it.
pub const TESTER: &str = "systematic";

/// Who acts for everybody in a round that a lesson leaves out, where the lesson wants the real course of things to go on: the
/// rounds that follow shall still come about, as far as what was played allows it.
#[must_use]
pub fn between(preset: Option<&Preset>, round: u8) -> Option<Box<dyn Bot>> {
    preset.filter(|p| p.history && !p.is_live(round)).map(|_| Box::new(history::History) as Box<dyn Bot>)
}

/// The bot that acts for the person at a seat: in rounds that are not live, and once the rest was handed over.
#[must_use]
pub fn stand_in(preset: Option<&Preset>, role: Role) -> Box<dyn Bot> {
    let of_preset = preset.and_then(|p| named(p.bot(role), 0));
    of_preset.unwrap_or_else(|| Box::new(policy::Policy::new(policy::CAUTIOUS)))
}

/// The seed of a seat's bot in a match: the same whatever face the match is played in.
#[must_use]
pub fn seat_seed(seed: u64, seat: SeatIx) -> u64 {
    seed.wrapping_mul(0x2545_F491_4F6C_DD1D).wrapping_add(u64::from(seat.0))
}

/// The bot of a seat that nobody asked one for. Where there is a real course of things, parties keep to it as far as they can: what a
/// player meets is the dispute that took place.
#[must_use]
pub fn usual(scenario: &Scenario, seat: SeatIx) -> &'static str {
    crate::model::stand_in(scenario.seats[seat.ix()].role, !scenario.fictional)
}

/// Whether a bot at a seat makes chance follow history: a court that does what was really done.
#[must_use]
pub fn pins(role: Role, bot: &str) -> bool {
    role == Role::Court && bot == "history"
}

/// A bot by name, with a seed for what it leaves to chance.
#[must_use]
pub fn named(name: &str, seed: u64) -> Option<Box<dyn Bot>> {
    Some(match name {
        "random" => Box::new(random::Random::new(seed)),
        "cautious" => Box::new(policy::Policy::new(policy::CAUTIOUS)),
        "bold" => Box::new(policy::Policy::new(policy::BOLD)),
        "keen" => Box::new(keen::Keen::new(seed)),
        "history" => Box::new(history::History),
        TESTER => Box::new(Systematic::new(seed, seed, std::sync::Arc::default())),
        _ => return None,
    })
}
