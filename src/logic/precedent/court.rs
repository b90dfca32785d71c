//! Courts: who reviews and binds whom, and what a court may do with a holding.

use super::case::Day;
pub use crate::model::{Clash, CourtIx, Own, Vertical};
use serde::{Deserialize, Serialize};

/// A court, as its legal order defines it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Court {
    /// Where appeals from it go.
    pub reviewed_by: Vec<CourtIx>,
    /// Whose holdings bind it; `None` for every court above it in its own line.
    pub bound_by: Option<Vec<CourtIx>>,
    /// Courts among them whose holdings bind only if they were given up to a day, as after a state has left a union.
    pub bound_until: Vec<(CourtIx, Day)>,
    /// Courts among them from whose holdings it is free after a day, whenever they were given.
    pub freed_after: Vec<(CourtIx, Day)>,
    /// Who answers its questions without reviewing it. Asking alone does not
    /// bind: a court bound by the answers names the answerer in `bound_by`.
    pub asks: Vec<CourtIx>,
    /// What its own earlier holdings are to it.
    pub own: Own,
    /// How it treats holdings from above.
    pub vertical: Vertical,
    /// Which of two opposed holdings of one court above it controls.
    pub clash: Clash,
}

impl Court {
    /// A court under those that review it, which may distinguish its own holdings and is bound by all that come from above.
    #[must_use]
    pub const fn under(reviewed_by: Vec<CourtIx>) -> Self {
        Self {
            reviewed_by,
            bound_by: None,
            bound_until: Vec::new(),
            freed_after: Vec::new(),
            asks: Vec::new(),
            own: Own::MayDistinguish,
            vertical: Vertical::Strict,
            clash: Clash::Earliest,
        }
    }
}

impl From<&crate::model::Court> for Court {
    fn from(court: &crate::model::Court) -> Self {
        Self {
            reviewed_by: court.reviewed_by.clone(),
            bound_by: court.bound_by.clone(),
            bound_until: court.bound_until.clone(),
            freed_after: court.freed_after.clone(),
            asks: court.asks.clone(),
            own: court.own,
            vertical: court.vertical,
            clash: court.clash,
        }
    }
}
