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

/// What an argument is openly scored on, each from nought to [`Measure::MOST`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Does the authority bear on the question? The same question counts fully, an analogy half.
    Relevance,
    /// Is the authority in force, and does it bind this court? Binding counts fully, persuasive half.
    Force,
    /// Does it face what speaks against it: the differences of its own authority, and the holdings of the other side?
    Adverse,
    /// Are its facts established on the record? An open question may be found, or not.
    Facts,
}

impl Measure {
    /// All of them, in their fixed order.
    pub const ALL: [Self; 4] = [Self::Relevance, Self::Force, Self::Adverse, Self::Facts];

    /// The most one of them counts for.
    pub const MOST: i16 = 2;

    /// All points together, and the most that they could be.
    #[must_use]
    pub fn total(points: &Points) -> (i16, i16) {
        points.iter().flatten().fold((0, 0), |(total, most), p| (total + p, most + Self::MOST))
    }
}

/// Points by [`Measure`]; none where a measure is not asked.
pub type Points = [Option<i16>; 4];

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
