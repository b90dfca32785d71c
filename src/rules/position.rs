//! A position as plain values: what a world is spawned from and captured into. Forks and imagined positions go through here.

use crate::model::{
    Action, CardIx, Date, EventIx, FactorSet, InstrumentStatus, JudgeIx, MoveIx, OfferIx, Scenario, SeatIx, Side,
};
use crate::seat::{Clock, Fallen, Held, IssueStanding, Pleaded};
use std::sync::Arc;

/// What a seat holds in its hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hand {
    /// Card dealt.
    pub card: CardIx,
    /// Effort left.
    pub effort: i16,
    /// Effort at the start of the beat: what the others see.
    pub shown: i16,
    /// Whether the match waits for it.
    pub awaited: bool,
    /// Whether it closed its plan.
    pub closed: bool,
    /// Plan of this beat.
    pub plan: Vec<Action>,
    /// Side moves made this round.
    pub moved: Vec<MoveIx>,
    /// Whether it checked a claim this round.
    pub checked_now: bool,
    /// Whether it quoted a claim this round.
    pub quoted_now: bool,
}

/// The court of the stage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bench {
    /// Card of the bench seat.
    pub card: Option<JudgeIx>,
    /// Cards of the colleagues.
    pub colleagues: Vec<JudgeIx>,
    /// Whether the leanings have been shown.
    pub revealed: bool,
    /// The bench's vote, until the court decides.
    pub vote: Option<(Side, FactorSet)>,
    /// What stands on each issue.
    pub standing: Vec<IssueStanding>,
    /// Attacks made this round: seat and issue.
    pub attacks: Vec<(SeatIx, crate::model::IssueIx)>,
}

/// Who knows what of a press claim, as bits by seat.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Press {
    /// Whether its story is out.
    pub out: bool,
    /// Who checked it.
    pub checked: u16,
    /// Who quoted it.
    pub quoted: u16,
}

/// What the turn is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    /// Waiting for a seat.
    #[default]
    Idle,
    /// Everybody has closed: the beat resolves.
    Closing,
    /// A new beat or pass begins.
    Entering,
}

/// A position.
#[derive(Clone, Debug)]
pub struct Position {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// Match seed.
    pub seed: u64,
    /// Whether draws and votes are pinned to history.
    pub pinned: bool,
    /// Where the match is.
    pub clock: Clock,
    /// What the turn is doing.
    pub turn: Turn,
    /// Stage the procedure goes to next, if an effect said so.
    pub next: Option<crate::model::StageIx>,
    /// Numbers.
    pub numbers: Vec<i16>,
    /// How often each draw was made.
    pub drawn: Vec<u16>,
    /// Hands, by seat.
    pub hands: Vec<Hand>,
    /// The court.
    pub bench: Bench,
    /// Arguments.
    pub pleaded: Vec<Pleaded>,
    /// Offers waiting.
    pub offers: Vec<OfferIx>,
    /// Holdings.
    pub holdings: Vec<Held>,
    /// Decided cases of the law that fell in this match.
    pub fallen: Vec<Fallen>,
    /// Instruments.
    pub instruments: Vec<InstrumentStatus>,
    /// Data items handed over.
    pub produced: Vec<bool>,
    /// Scheduled events and when they come; no day once one has come that not everybody heard of.
    pub agenda: Vec<(EventIx, Option<Date>)>,
    /// Press claims.
    pub press: Vec<Press>,
}
