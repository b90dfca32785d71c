//! What can be done: stages, hearings, decisions, side moves, offers.

use super::Beat;
use crate::model::{CaseIx, Condition, CourtIx, Date, Effect, FactorSet, SeatIx, Side, Slot, StageIx, Text, VarIx};
use serde::{Deserialize, Serialize};

/// A round of the calendar.
#[derive(Clone, Debug)]
pub struct Round {
    /// Last day.
    pub ends: Date,
    /// Title.
    pub title: Text,
}

/// How a court of several judges, or one, decides at a stage.
#[derive(Clone, Debug)]
pub struct Hearing {
    /// The case that is decided.
    pub case: CaseIx,
    /// Court.
    pub court: CourtIx,
    /// Judges sitting, the bench among them.
    pub votes: u8,
    /// A number that is taken off the votes (a recusal).
    pub recused: Option<VarIx>,
    /// Whether the hearing takes place.
    pub when: Condition,
    /// On a petition, votes needed to undo the judgment below; short of that the petition is denied.
    pub petition: Option<u8>,
    /// Whether the court answers a question that another court put to it, and decides the case in no other way: a
    /// certified question, a preliminary ruling.
    pub answers: bool,
    /// Round and date of the ruling.
    pub slot: Option<Slot>,
    /// Round and date of the argument, where it was heard on another day.
    pub argued: Option<Slot>,
    /// Consequences of an outcome to compel.
    pub compel: Vec<Effect>,
    /// Consequences of an outcome to resist.
    pub resist: Vec<Effect>,
    /// Consequences of an equal division; on a petition, of one that is denied by it.
    pub tie: Vec<Effect>,
    /// Consequences of a denied petition.
    pub denied: Vec<Effect>,
    /// Consequences when the bench was outvoted.
    pub outvoted: Vec<Effect>,
    /// Consequences when the outcome undoes the judgment below.
    pub differs: Vec<Effect>,
    /// What history did.
    pub historic: Option<HistoricRuling>,
}

/// What the real court did at a stage.
#[derive(Clone, Debug)]
pub struct HistoricRuling {
    /// Outcome the bench voted for.
    pub side: Side,
    /// Reason.
    pub reason: FactorSet,
    /// Votes to compel.
    pub compel: u8,
    /// Votes to resist.
    pub resist: u8,
}

/// A stage of the match.
#[derive(Clone, Debug)]
pub struct Stage {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What is at stake here, in a sentence or two.
    pub text: Text,
    /// Legal stage it stands for: procedure and stage by position in the law.
    pub legal: Option<(usize, usize)>,
    /// The hearing held here.
    pub hearing: Option<Hearing>,
    /// Where the procedure goes when nothing sends it elsewhere.
    pub then: Option<StageIx>,
    /// Round it has in history.
    pub round: Option<u8>,
    /// The picture shown here, by position.
    pub picture: Option<usize>,
}

/// A taste tag on a choice: what kind of thing it is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Taste {
    /// Standing on the law.
    Law,
    /// Going public.
    Publicity,
    /// Waiting.
    Patience,
    /// Running a risk.
    Risk,
    /// Being straight with the court.
    Candour,
}

/// What decisions, options, moves and offers have in common.
#[derive(Clone, Debug)]
pub struct Doable {
    /// Title, an imperative.
    pub title: Text,
    /// What it means.
    pub text: Text,
    /// Effort.
    pub cost: i16,
    /// When it is open.
    pub when: Condition,
    /// First and last round in which it is open.
    pub rounds: (u8, u8),
    /// Consequences.
    pub effects: Vec<Effect>,
    /// Kinds of deed, with sign.
    pub tags: Vec<(Taste, i16)>,
    /// Where the rule comes from: a citation, or "rule of play".
    pub source: String,
    /// Whether it is invented for the game.
    pub invented: bool,
    /// The rounds in which history did it (for options: any means yes).
    pub historic: Vec<u8>,
    /// The calendar slot of the step.
    pub slot: Option<Slot>,
}

/// One option of a decision.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Id.
    pub id: String,
    /// For a sister file: the side this option rules for.
    pub rules: Option<Side>,
    /// The reason it gives; empty for all that the record shows for that side.
    pub because: FactorSet,
    /// Everything else.
    pub act: Doable,
}

/// How often a decision comes back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Repeat {
    /// Once a match.
    #[default]
    Once,
    /// Once a round while its condition holds.
    EachRound,
}

/// A choice put to a seat.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Id.
    pub id: String,
    /// Seat.
    pub seat: SeatIx,
    /// Beat in which it must be taken.
    pub beat: Beat,
    /// Question.
    pub title: Text,
    /// What hangs on it.
    pub text: Text,
    /// When it is open.
    pub when: Condition,
    /// First and last round in which it is open.
    pub rounds: (u8, u8),
    /// How often.
    pub repeat: Repeat,
    /// Options.
    pub options: Vec<Choice>,
    /// Where it comes from.
    pub source: String,
    /// The case it rules on, when it is a ruling on the precedents alone (a sister file).
    pub file: Option<CaseIx>,
    /// Record of the option chosen, counted from 1.
    pub chosen: VarIx,
    /// Record of the round of the last choice.
    pub chosen_in: VarIx,
}

/// A side move.
#[derive(Clone, Debug)]
pub struct Move {
    /// Id.
    pub id: String,
    /// Seat.
    pub seat: SeatIx,
    /// Beat.
    pub beat: Beat,
    /// Everything else.
    pub act: Doable,
    /// How many times a match; 0 is without limit.
    pub times: i16,
    /// A group of which only so many may be made a round.
    pub group: Option<(u16, u8)>,
    /// Count of times made.
    pub done: VarIx,
}

/// An offer.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Id.
    pub id: String,
    /// Who makes it.
    pub from: SeatIx,
    /// Who answers.
    pub to: SeatIx,
    /// Everything else; effects are those of acceptance.
    pub act: Doable,
    /// Record of acceptance.
    pub accepted: VarIx,
}
