//! What happened, for good: the log of a match. Seats hear of it as far as they may.

use super::ids::{
    CaseIx, ClaimIx, CourtIx, DecisionIx, EndingIx, EventIx, InstrumentIx, IssueIx, ItemIx, MoveIx, NormIx, OfferIx, PrecedentIx,
    QuestionIx, SeatIx, StageIx, StateIx, TriggerIx, VarIx,
};
use super::rule::InstrumentStatus;
use super::{Beat, Date, FactorSet, Ground, Mode, Pleading, Side, Standing, Treatment};

/// What a change is put down to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// The start of the match.
    Start,
    /// An option of a decision.
    Choice(DecisionIx, u16),
    /// A side move.
    Move(MoveIx),
    /// An accepted offer.
    Offer(OfferIx),
    /// A ruling at a stage.
    Ruling(StageIx),
    /// How a ruling was reasoned.
    Reason(StageIx),
    /// A press claim.
    Press(ClaimIx),
    /// An attack on an argument.
    Attack(IssueIx),
    /// An event.
    Event(EventIx),
    /// A trigger.
    Trigger(TriggerIx),
    /// What every round costs.
    Upkeep,
    /// What one state does, others do in turn.
    Reciprocity,
    /// A broken norm.
    Norm(NormIx),
    /// Following binding law, or breaking with it, in a case.
    Binding(CaseIx),
}

/// A holding that somebody reads, follows or breaks with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Authority {
    /// A decided case of the law.
    Decided(PrecedentIx),
    /// A holding made in this match.
    Made(CaseIx, CourtIx),
}

/// What the precedents required of a court.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Requirement {
    /// One side had to win, and along which line that came.
    Forced(Side, Mode),
    /// Holdings that bind alike pointed both ways.
    Conflict(Mode),
    /// Either side could win.
    Free,
}

impl Requirement {
    /// The side that had to win, if one had.
    #[must_use]
    pub const fn forced(self) -> Option<Side> {
        match self {
            Self::Forced(side, _) => Some(side),
            Self::Conflict(_) | Self::Free => None,
        }
    }
}

/// How a court came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Result {
    /// A side won.
    For(Side),
    /// The court divided equally: the judgment below stands, without precedent.
    Tie,
    /// The petition failed: nothing below changes.
    Denied,
}

/// One entry of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// The calendar day it is dated.
    pub date: Date,
    /// Round, from 1.
    pub round: u8,
    /// Beat.
    pub beat: Beat,
    /// Who did it, if a seat did.
    pub actor: Option<SeatIx>,
    /// Seats that may know; bit per seat, all ones for everybody.
    pub known_to: u16,
    /// What.
    pub what: Happened,
}

/// Kinds of log entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happened {
    /// A round opened at a stage.
    Opened(StageIx),
    /// A decision was taken.
    Chose(DecisionIx, u16),
    /// A side move was made.
    Moved(MoveIx),
    /// An argument was made.
    Argued(Pleading),
    /// An argument was attacked; whether the ground was real, and whether the author had faced it.
    Attacked(IssueIx, Ground, bool, bool),
    /// Which side stands on an issue, points compel and resist.
    Stands(IssueIx, Option<Side>, i16, i16),
    /// An offer was made.
    Offered(OfferIx),
    /// An offer was answered.
    Answered(OfferIx, bool),
    /// A press story came out; its claims are now on the desk.
    Press(u16),
    /// A claim was checked.
    Checked(ClaimIx),
    /// A claim was quoted in public.
    Quoted(ClaimIx),
    /// A quoted claim was caught out by a seat that had checked it.
    Caught(ClaimIx),
    /// The court ruled: votes for compel, votes for resist, whether the bench was in the majority.
    Ruled {
        /// Stage.
        stage: StageIx,
        /// Court.
        court: CourtIx,
        /// Outcome.
        result: Result,
        /// Votes to compel.
        compel: u8,
        /// Votes to resist.
        resist: u8,
        /// Reason given.
        reason: FactorSet,
        /// Whether the bench's own vote was with the result.
        with_bench: bool,
    },
    /// A holding entered the law.
    Held(CaseIx, CourtIx, Side, FactorSet),
    /// A majority had no common reason. Where one reason contained the others it is the holding; otherwise the result
    /// alone binds, on all that favoured the winner (the set given).
    Divided {
        /// Case.
        case: CaseIx,
        /// Court.
        court: CourtIx,
        /// Winner.
        side: Side,
        /// Whether one reason contained the others.
        contained: bool,
        /// What binds.
        reason: FactorSet,
    },
    /// A holding of the match changed status.
    Status(CaseIx, CourtIx, Standing),
    /// A decided case of the law changed status by what happened in the match.
    Fell(PrecedentIx, Standing),
    /// A state asserts reach over data abroad; following whom, if it follows.
    Claimed(StateIx, Option<StateIx>),
    /// A state's claim was taken away.
    Unclaimed(StateIx),
    /// A holding stood only on one that has fallen.
    Shaken(Authority),
    /// A legal question was answered by statute.
    Superseded(QuestionIx),
    /// What the law required of a court before it ruled.
    Constraint {
        /// Case.
        case: CaseIx,
        /// Court.
        court: CourtIx,
        /// What was required.
        requires: Requirement,
        /// The holdings that control, each with its reason.
        holdings: Vec<(Authority, FactorSet)>,
        /// For a court that was free: holdings that bind it on the question and do not apply, each with what is absent
        /// here or new.
        apart: Vec<(Authority, FactorSet)>,
        /// For a court that was free: the nearest reading, and how many relevant differences there are.
        nearest: Option<(Authority, u16)>,
    },
    /// What a court did with an earlier holding.
    Treated {
        /// Case that was decided.
        case: CaseIx,
        /// Court that decided it.
        court: CourtIx,
        /// The earlier holding.
        authority: Authority,
        /// Along which line it binds; none where it only persuades.
        binds: Option<Mode>,
        /// Whether it answers another question and was cited by analogy.
        analogy: bool,
        /// What was done with it.
        treatment: Treatment,
        /// What sets it apart: what the decision relies on, or else what is absent.
        apart: FactorSet,
    },
    /// How good an argument was, openly scored: [`Measure`](super::Measure) by measure.
    Scored(IssueIx, super::Points),
    /// A number changed: from, to, and why.
    Changed(VarIx, i16, i16, Cause),
    /// An event.
    Event(EventIx),
    /// A trigger went off.
    Trigger(TriggerIx),
    /// An instrument changed status.
    Instrument(InstrumentIx, InstrumentStatus),
    /// A data item was handed over.
    Produced(ItemIx),
    /// The provider broke a norm.
    Broke(NormIx),
    /// The main case closed.
    Closed(EndingIx),
    /// The match ended.
    Over(EndingIx),
}
