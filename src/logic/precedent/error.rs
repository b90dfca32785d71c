//! What keeps cases and courts from making a base.

use super::case::CaseIx;
use super::court::CourtIx;
use crate::model::FactorIx;
use std::error::Error;
use std::fmt;

/// What keeps a base from being one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BaseError {
    /// More factors, courts or cases than their numbers can count.
    TooLarge,
    /// A case decided for no reason.
    EmptyReason {
        /// The case.
        case: CaseIx,
    },
    /// A reason that favours the loser.
    ReasonForLoser {
        /// The case.
        case: CaseIx,
        /// The factor of the wrong side.
        factor: FactorIx,
    },
    /// A reason that was not there.
    ReasonNotInFacts {
        /// The case.
        case: CaseIx,
        /// The missing factor.
        factor: FactorIx,
    },
    /// A factor that the table of sides does not have.
    UnknownFactor {
        /// The case that names it.
        case: CaseIx,
        /// The factor.
        factor: FactorIx,
    },
    /// A case of a court that is not there.
    UnknownCourt {
        /// The case.
        case: CaseIx,
        /// The court.
        court: CourtIx,
    },
    /// A court that points to one that is not there.
    UnknownLink {
        /// The court that points.
        court: CourtIx,
        /// Where it points.
        to: CourtIx,
    },
    /// A court that is, directly or through others, above itself.
    CourtCycle {
        /// The lowest court of the circle.
        court: CourtIx,
    },
    /// A history that runs backwards, or begins before the decision.
    HistoryReversed {
        /// The case.
        case: CaseIx,
        /// The place in its history.
        entry: usize,
    },
}

impl fmt::Display for BaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::TooLarge => write!(f, "too many factors, courts or cases"),
            Self::EmptyReason { case } => write!(f, "case {}: the reason is empty", case.0),
            Self::ReasonForLoser { case, factor } => {
                write!(f, "case {}: factor {} of the reason favours the loser", case.0, factor.0)
            }
            Self::ReasonNotInFacts { case, factor } => {
                write!(f, "case {}: factor {} of the reason is not among the facts", case.0, factor.0)
            }
            Self::UnknownFactor { case, factor } => {
                write!(f, "case {}: there is no factor {}", case.0, factor.0)
            }
            Self::UnknownCourt { case, court } => {
                write!(f, "case {}: there is no court {}", case.0, court.0)
            }
            Self::UnknownLink { court, to } => {
                write!(f, "court {}: there is no court {}", court.0, to.0)
            }
            Self::CourtCycle { court } => write!(f, "court {} is above itself", court.0),
            Self::HistoryReversed { case, entry } => {
                write!(f, "case {}: entry {entry} of the history comes before what precedes it", case.0)
            }
        }
    }
}

impl Error for BaseError {}
