//! What a seat can do. A match is its scenario, its seed and the list of these.

use super::ids::{ClaimIx, DecisionIx, IssueIx, MoveIx, OfferIx, PrecedentIx};
use super::{FactorIx, FactorSet, Side};

/// Why an opponent's authority is said not to carry its argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// A fact that tells the cases apart: part of the old reason that is absent here, or something new against it.
    Difference(FactorIx),
    /// The authority is no longer good law.
    Status,
}

/// An argument on one issue.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pleading {
    /// The issue argued.
    pub issue: IssueIx,
    /// Factors relied on.
    pub factors: FactorSet,
    /// Authority cited.
    pub authority: Option<PrecedentIx>,
    /// Whether the author faced what tells the authority apart (costs one effort).
    pub faced: bool,
    /// Press claim quoted in support.
    pub quote: Option<ClaimIx>,
}

/// One thing a seat does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Picks an option of a decision put to the seat.
    Choose(DecisionIx, u16),
    /// Makes a side move.
    Move(MoveIx),
    /// Argues an issue.
    Argue(Pleading),
    /// Undercuts the opponent's authority on an issue.
    Attack(IssueIx, Ground),
    /// Makes an offer.
    Offer(OfferIx),
    /// Accepts or declines an offer.
    Respond(OfferIx, bool),
    /// Checks a press claim against the record.
    Check(ClaimIx),
    /// Quotes a press claim in public.
    Quote(ClaimIx),
    /// Rules for a side, for these reasons.
    Rule(Side, FactorSet),
    /// Takes back the last thing done in this beat.
    Undo,
    /// Closes the seat's plan for this beat.
    Close,
}
