//! What a player asks for, and the pages it may lead to. Pages only ask; `game` does it after the pass.

use super::learn;
use super::prefs::Prefs;
use super::session::Player;
use crate::model::{Action, Beat, Scenario, SeatIx};
use crate::seat::Question;
use std::path::PathBuf;
use std::sync::Arc;

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    Title,
    Scenarios,
    Seats,
    Curtain(SeatIx),
    Brief,
    Table,
    Debrief,
    /// A file with errors, until it is mended.
    Waiting,
    /// The procedure of the scenario an author has open.
    Procedure,
    /// What bots played for everybody.
    Skipped,
    Projector,
    Quiz,
    Learnt,
    /// How to give a lesson with it.
    Teachers,
}

/// A dispute on the shelf; without a scenario if its file has errors.
pub(super) struct Shelved {
    pub source: String,
    pub scenario: Option<Arc<Scenario>>,
}

/// Who shall sit where.
pub(super) struct Setup {
    pub scenario: Arc<Scenario>,
    pub source: String,
    /// The languages that its words are there in.
    pub languages: Vec<crate::scenario::Language>,
    pub players: Vec<Player>,
    pub seed: String,
    pub pinned: bool,
    pub preset: Option<String>,
    pub guided: bool,
}

impl Setup {
    /// A first table: a person at a seat that has much to do, bots at the others.
    pub(super) fn first(scenario: &Arc<Scenario>, source: &str) -> Self {
        // A seat that argues is the most to do.
        let resists = || scenario.seats.iter().position(|s| s.side == Some(crate::model::Side::Resist)).unwrap_or(0);
        let first = crate::learn::learner(scenario).map_or_else(resists, SeatIx::ix);
        let sits =
            |i| if i == first { Player::Human } else { Player::Bot(crate::bots::usual(scenario, SeatIx::new(i)).to_owned()) };
        let mut setup = Self {
            scenario: Arc::clone(scenario),
            source: source.to_owned(),
            languages: crate::scenario::languages(source),
            players: (0..scenario.seats.len()).map(sits).collect(),
            seed: super::files::chance().to_string(),
            pinned: false,
            preset: None,
            guided: false,
        };
        // The longest length that is meant to be guided is the way in, if there is one.
        if let Some(preset) = scenario.presets.iter().filter(|p| p.guided).max_by_key(|p| p.minutes) {
            setup.prefer(preset);
            setup.preset = Some(preset.id.clone());
        }
        setup
    }

    /// Whether chance follows history: as was asked for, or because the court does what was really done.
    pub(super) fn is_pinned(&self) -> bool {
        let pins = |(player, seat): (&Player, &crate::model::Seat)| match player {
            Player::Bot(name) => crate::bots::pins(seat.role, name),
            Player::Human => false,
        };
        self.pinned || self.players.iter().zip(&self.scenario.seats).any(pins)
    }

    /// Depth of play and bots as a preset has them.
    pub(super) fn prefer(&mut self, preset: &crate::model::Preset) {
        self.guided = preset.guided;
        for (player, seat) in self.players.iter_mut().zip(&self.scenario.seats).filter(|(x, _)| **x != Player::Human) {
            *player = Player::Bot(preset.bot(seat.role).to_owned());
        }
    }
}

/// A line that must be read: a refusal, a save that was cut off, where a page was saved.
pub(super) struct Notice {
    pub text: String,
    /// What it speaks of, to be opened from it.
    pub file: Option<PathBuf>,
}

impl From<String> for Notice {
    fn from(text: String) -> Self {
        Self { text, file: None }
    }
}

/// What a player asks for.
pub(super) enum Cmd {
    Go(Page),
    Pick(usize),
    /// The dispute that is set up in another language, by its name.
    Translated(String),
    Begin,
    Resume(PathBuf),
    Ready(SeatIx),
    Act(Action),
    Replan(usize, Option<Action>),
    Again,
    Leave,
    /// Bots play on for persons, to the debrief.
    Finish,
    /// Shows what everybody may know, or goes back from it.
    Projector,
    /// A second match from after so many actions of this one.
    Fork(usize),
    /// The rounds that bots played have been read.
    Skip,
    Quit,
    /// Writes the report of the match as a page.
    SaveReport,
    /// Writes the teacher's kit of a dispute on the shelf.
    SaveKit(usize),
    /// Writes the teacher's kit of what is set up, for the length that is chosen.
    SaveKitAsSet,
    Help,
    Glossary,
    /// The glossary at a term.
    Lookup(String),
    /// The author's inspector, or away with it.
    Inspect,
    /// The search, or away with it.
    Find,
    /// Opens the answer to a question, or goes on to it.
    Why(Question),
    /// Back to the question before.
    WhyBack,
    WhyDone,
    /// Puts away the card of a thing on the map.
    CardDone,
    Tutorial,
    Worked,
    Learn(learn::Ask),
    Menu,
    Set(Prefs),
    Dismiss,
    /// Shows a file or a folder in the program that is for such.
    OpenFile(PathBuf),
}

/// Whether a beat asks for a person at all: the reckoning only shows.
pub(super) const fn asks(beat: Beat) -> bool {
    !matches!(beat, Beat::Reckon)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_table_meets_the_dispute_that_took_place() {
        let first = |name: &str| Setup::first(&crate::scenario::open(name).unwrap().scenario, name);
        let real = first("microsoft-ireland");
        assert!(real.guided && real.preset.as_deref() == Some("45"), "{:?}", real.preset);
        let bot = |name: &str| Player::Bot(name.to_owned());
        assert_eq!(real.players, [bot("history"), Player::Human, bot("history"), bot("cautious")]);
        let invented = first("two-harbours");
        assert!(!invented.guided && invented.preset.is_none() && !invented.players.contains(&bot("history")));
        assert!(!real.is_pinned());
        assert!(Setup { players: vec![Player::Human, Player::Human, Player::Human, bot("history")], ..real }.is_pinned());
    }
}
