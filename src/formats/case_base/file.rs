//! The shape of a case base as written. Law packs have courts, factors and cases as well, and these stand apart from them on
//! purpose: a base may leave out more, says less for people, and its defaults are its own.

use crate::model::{Clash, Date, Own, Side, Standing, Vertical};
use serde::Deserialize;

/// A case base.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseBase {
    /// Factors, each with its side.
    #[serde(default)]
    pub factors: Vec<Factor>,
    /// Courts. Left out: one court, whose own holdings it may distinguish.
    #[serde(default)]
    pub courts: Vec<Court>,
    /// Decided cases.
    #[serde(default)]
    pub cases: Vec<Case>,
}

/// A factor.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Factor {
    /// Id.
    pub id: String,
    /// The side it favours.
    pub side: Side,
    /// What it says, for people.
    #[serde(default)]
    pub text: String,
}

/// A court.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Court {
    /// Id.
    pub id: String,
    /// Where appeals go.
    #[serde(default)]
    pub reviewed_by: Vec<String>,
    /// Whose holdings bind it. Left out: every court above it in its own line; an empty list: nobody's.
    #[serde(default)]
    pub bound_by: Option<Vec<String>>,
    /// Courts whose holdings bind only if given up to a day.
    #[serde(default)]
    pub bound_until: Vec<(String, Date)>,
    /// Courts from whose holdings it is free after a day.
    #[serde(default)]
    pub freed_after: Vec<(String, Date)>,
    /// Who answers its questions.
    #[serde(default)]
    pub asks: Vec<String>,
    /// What its own earlier holdings are to it.
    #[serde(default = "may_distinguish")]
    pub own: Own,
    /// How it treats holdings from above.
    #[serde(default)]
    pub vertical: Vertical,
    /// Which of two opposed holdings of one court above it controls.
    #[serde(default)]
    pub clash: Clash,
}

/// A decided case.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Id.
    pub id: String,
    /// The question it answered. Left out: the one question of a base that names none.
    #[serde(default)]
    pub question: Option<String>,
    /// The court. Left out: the only one there is.
    #[serde(default)]
    pub court: Option<String>,
    /// The day of the decision. Left out: before every day that is given.
    #[serde(default)]
    pub decided_on: Option<Date>,
    /// Factors present, of both sides.
    pub facts: Vec<String>,
    /// Factors relied on. Left out: all that favoured the winner.
    #[serde(default)]
    pub reason: Option<Vec<String>>,
    /// The winner.
    pub side: Side,
    /// Dated changes of status, oldest first. Left out: good law.
    #[serde(default)]
    pub status: Vec<(Date, Standing)>,
    /// Whether it can bind anybody in another case. Left out: yes.
    #[serde(default = "yes")]
    pub binds: bool,
}

const fn may_distinguish() -> Own {
    Own::MayDistinguish
}

const fn yes() -> bool {
    true
}
