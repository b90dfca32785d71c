//! How a form names an action, and how what a form posts is read again. A control is worth an action with names, as a saved match
//! writes it; an argument and a ruling are put together from several controls.

use crate::lang::Words;
use crate::model::{Action, Scenario};
use crate::play::{Deed, deed, undeed};
use crate::seat::SeatView;

/// Name of the control that says what is to be done.
pub const DO: &str = "do";
/// Name of the hidden field that says for which position the form was made.
pub const AT: &str = "at";
/// Names of the parts of an argument or a ruling.
pub(super) const ISSUE: &str = "issue";
pub(super) const FACTOR: &str = "factor";
pub(super) const AUTHORITY: &str = "authority";
pub(super) const FACE: &str = "face";
pub(super) const QUOTE: &str = "quote";
pub(super) const SIDE: &str = "side";
/// What the control of an argument, and that of a ruling, is worth.
pub(super) const ARGUE: &str = "argue";
pub(super) const RULE: &str = "rule";

/// No form of ours posts a longer value.
const LONGEST: usize = 4096;

/// Why nothing can be done with what was posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// The page it came from shows an earlier position.
    Stale,
    /// It names no action of this scenario.
    Garbled,
}

impl Unread {
    /// As a sentence.
    #[must_use]
    pub fn sentence(self, words: &Words) -> String {
        words.ui(match self {
            Self::Stale => "page-stale",
            Self::Garbled => "page-garbled",
        })
    }
}

/// The value of the control that does an action.
#[must_use]
pub fn value(s: &Scenario, action: &Action) -> String {
    // Plain names and yes or no: writing them cannot fail.
    ron::to_string(&deed(s, action)).unwrap_or_default()
}

/// The position a page shows, as far as its seat can act on it: round, step, pass, actions planned.
#[must_use]
pub fn stamp(view: &SeatView) -> String {
    let c = &view.clock;
    format!("{}.{}.{}.{}.{}", view.scenario.seats[view.seat.ix()].id, c.round, c.beat as u8, c.pass, view.plan.len())
}

/// Reads a posted form, as names with values. The action is not checked yet: `seat::check` does that.
///
/// # Errors
/// When the page was made for another position, or no action is named.
pub fn read(view: &SeatView, fields: &[(String, String)]) -> Result<Action, Unread> {
    let all = |name: &'static str| fields.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.clone());
    let one = |name| all(name).next().unwrap_or_default();
    if fields.iter().any(|(_, v)| v.len() > LONGEST) {
        return Err(Unread::Garbled);
    }
    if one(AT) != stamp(view) {
        return Err(Unread::Stale);
    }
    let given = |name| Some(one(name)).filter(|v| !v.is_empty());
    let named = match one(DO).as_str() {
        ARGUE => Deed::Argue(one(ISSUE), all(FACTOR).collect(), given(AUTHORITY), given(FACE).is_some(), given(QUOTE)),
        RULE => {
            let side = ron::from_str(&one(SIDE)).map_err(|_| Unread::Garbled)?;
            Deed::Rule(side, all(FACTOR).collect())
        }
        plain => ron::from_str(plain).map_err(|_| Unread::Garbled)?,
    };
    undeed(&view.scenario, &named).map_err(|_| Unread::Garbled)
}
