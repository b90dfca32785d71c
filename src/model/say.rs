//! Sentences as data: a message key and its arguments. Only the faces turn a `Say` into words, in the reader's language.

use super::ids::{
    ClaimIx, CourtIx, DecisionIx, EndingIx, EventIx, InstrumentIx, IssueIx, ItemIx, MoveIx, OfferIx, PrecedentIx, SeatIx,
    StageIx, VarIx,
};
use super::{Date, FactorIx, Side, Text};

/// One argument of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// A number.
    Num(i64),
    /// A day.
    Day(Date),
    /// A side of a dispute.
    Side(Side),
    /// The title of a seat.
    Seat(SeatIx),
    /// The title of a meter, counter or question.
    Var(VarIx),
    /// The title of a stage.
    Stage(StageIx),
    /// The title of a decision.
    Decision(DecisionIx),
    /// The title of option `1` of decision `0`.
    Choice(DecisionIx, u16),
    /// The title of a side move.
    Move(MoveIx),
    /// The title of an offer.
    Offer(OfferIx),
    /// The title of an issue.
    Issue(IssueIx),
    /// The sentence of a factor.
    Factor(FactorIx),
    /// The sentences of several factors.
    Factors(Vec<FactorIx>),
    /// The wording of a press claim.
    Claim(ClaimIx),
    /// The title of an event.
    Event(EventIx),
    /// The title of an ending.
    Ending(EndingIx),
    /// The name of a court.
    Court(CourtIx),
    /// The name of a decided case.
    Precedent(PrecedentIx),
    /// The title of an instrument.
    Instrument(InstrumentIx),
    /// The title of a data item.
    Item(ItemIx),
    /// The title of a case on the docket.
    Case(super::CaseIx),
    /// Words that are the same in every language: an id, a citation.
    Verbatim(String),
    /// Authored prose, at the reader's level.
    Text(Text),
    /// A sentence inside a sentence.
    Say(Box<Say>),
}

/// A sentence to be: key in the language files, and arguments by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Say {
    /// Message id in `assets/lang/*.ftl`.
    pub key: &'static str,
    /// Arguments by name.
    pub args: Vec<(&'static str, Arg)>,
}

impl Say {
    /// A sentence without arguments.
    #[must_use]
    pub const fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// With one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((name, arg));
        self
    }
}
