//! `SeatView`: a position as one seat may see it. The rules build it field by field, so a new fact is hidden until someone
//! shows it.

use crate::model::{
    Action, Beat, CardIx, ClaimIx, CourtIx, Date, EndingIx, EventIx, FactorSet, InstrumentStatus, IssueIx, JudgeIx, MoveIx,
    OfferIx, Pleading, Scenario, SeatIx, Side, Slot, StageIx, Standing,
};
use std::sync::Arc;

/// Where the match is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Round, from 1.
    pub round: u8,
    /// Beat.
    pub beat: Beat,
    /// Pass of the beat: 0, then one for each decision that an answer opened.
    pub pass: u8,
    /// Stage of the procedure.
    pub stage: StageIx,
    /// Last day of the round.
    pub date: Date,
    /// Day of the last thing that happened.
    pub today: Date,
    /// Set once the match is over.
    pub over: Option<EndingIx>,
}

impl Clock {
    /// The day of a step: its slot's date in its own round, else the round's last day; so in the coda, which has no slots.
    #[must_use]
    pub fn day(&self, slot: Option<Slot>, coda: bool) -> Date {
        slot.filter(|s| s.round == self.round && !coda).map_or(self.date, |s| s.date)
    }
}

/// An argument on the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pleaded {
    /// Who made it.
    pub by: SeatIx,
    /// Side argued.
    pub side: Side,
    /// What was argued.
    pub pleading: Pleading,
    /// Points it counts for.
    pub points: i16,
    /// Whether a real difference or a dead status was named against its authority.
    pub undercut: bool,
    /// Whether a wrong quote sank it.
    pub sunk: bool,
}

/// How an issue came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IssueStanding {
    /// Issue.
    pub issue: IssueIx,
    /// Side whose argument stands; none is undecided.
    pub side: Option<Side>,
}

/// A holding made in this match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Case, by position in the scenario.
    pub case: crate::model::CaseIx,
    /// Court.
    pub court: CourtIx,
    /// Winner.
    pub side: Side,
    /// Record.
    pub facts: FactorSet,
    /// Reason.
    pub reason: FactorSet,
    /// Day.
    pub decided_on: Date,
    /// Dated changes of status.
    pub history: Vec<(Date, Standing)>,
}

impl Held {
    /// Status now.
    #[must_use]
    pub fn standing(&self) -> Standing {
        self.history.last().map_or(Standing::GoodLaw, |(_, s)| *s)
    }
}

/// What is known of another seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Other {
    /// Whether it is being waited for.
    pub awaited: bool,
    /// Whether it has closed its plan.
    pub closed: bool,
    /// Effort at the start of the beat.
    pub effort: i16,
}

/// A court sitting, as far as a seat may see it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sitting {
    /// The bench's own judge card, for the court seat only.
    pub card: Option<JudgeIx>,
    /// The colleagues' cards; their leaning is theirs alone until the vote, so only the issue each cares for is here.
    pub colleagues: Vec<IssueIx>,
    /// Leanings, once the vote was taken.
    pub leanings: Option<Vec<i16>>,
    /// Arguments.
    pub pleaded: Vec<Pleaded>,
    /// What stands on each issue, after the answers.
    pub standing: Vec<IssueStanding>,
    /// Issues attacked by this seat this round.
    pub attacked: Vec<IssueIx>,
}

/// What a seat knows of a press claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// Whether its story is out.
    pub out: bool,
    /// Whether this seat checked it.
    pub checked: bool,
    /// Whether this seat has quoted it.
    pub quoted: bool,
}

/// A position as a seat sees it.
#[derive(Clone, Debug)]
pub struct SeatView {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// Whose view.
    pub seat: SeatIx,
    /// Where the match is.
    pub clock: Clock,
    /// Numbers, by `VarIx`; those the seat may not see show their value at the start.
    pub numbers: Vec<i16>,
    /// All seats, by `SeatIx`.
    pub seats: Vec<Other>,
    /// The seat's card.
    pub card: CardIx,
    /// What the seat planned in this beat so far.
    pub plan: Vec<Action>,
    /// Effort left after that plan.
    pub effort: i16,
    /// Side moves the seat made this round, planned ones included.
    pub moved: Vec<MoveIx>,
    /// Whether the seat checked a claim this round.
    pub checked_now: bool,
    /// Whether the seat quoted a claim this round.
    pub quoted_now: bool,
    /// The court at this stage.
    pub sitting: Sitting,
    /// Offers waiting for an answer.
    pub offers: Vec<OfferIx>,
    /// Holdings of this match.
    pub holdings: Vec<Held>,
    /// Decided cases of the law that fell in this match.
    pub fallen: Vec<super::Fallen>,
    /// Status of each instrument.
    pub instruments: Vec<InstrumentStatus>,
    /// Whether each data item was handed over.
    pub produced: Vec<bool>,
    /// Events that lie ahead; the day is there if the seat may know it.
    pub ahead: Vec<(EventIx, Option<Date>)>,
    /// Press claims, by `ClaimIx`.
    pub press: Vec<Known>,
}

impl SeatView {
    /// Whether the seat may see a number.
    #[must_use]
    pub fn sees(&self, var: crate::model::VarIx) -> bool {
        self.scenario.var(var).known_to & (1 << self.seat.0) != 0
    }

    /// The value of a number, if the seat may see it.
    #[must_use]
    pub fn number(&self, var: crate::model::VarIx) -> Option<i16> {
        self.sees(var).then(|| self.numbers[var.ix()])
    }

    /// This seat, as anyone may see it.
    #[must_use]
    pub fn me(&self) -> Other {
        self.seats[self.seat.ix()]
    }

    /// Points so far on each of the seat's aims: aim, weight, earned now.
    #[must_use]
    pub fn tally(&self) -> Vec<(i16, i16)> {
        tally(&self.scenario, self.seat, self.card, &self.numbers)
    }

    /// Whether a claim may be used: its story is out.
    #[must_use]
    pub fn out(&self, claim: ClaimIx) -> bool {
        self.press[claim.ix()].out
    }
}

/// Weight and points earned on each aim of a seat with a card.
#[must_use]
pub fn tally(scenario: &Scenario, seat: SeatIx, card: CardIx, numbers: &[i16]) -> Vec<(i16, i16)> {
    let weigh = |a: &crate::model::Aim| {
        let weight = a.weights.get(card.ix()).copied().unwrap_or(0);
        (weight, a.earned(weight, numbers))
    };
    scenario.seats[seat.ix()].aims.iter().map(weigh).collect()
}
