//! Law packs as written.

use super::scenario::english;
use crate::model::{
    Act, Clash, DataKind, Date, Duty, Family, InstrumentStatus, Known, Level, Own, Role, Sanction, Side, Standing, Vertical,
};
use serde::Deserialize;

/// A law pack: one legal order.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LawPack {
    /// Format version.
    pub format: u32,
    /// Id.
    pub id: String,
    /// The language it is written in, as a tag: `de`, `pt-BR`.
    #[serde(default = "english")]
    pub language: String,
    /// Name.
    pub name: String,
    /// The tradition it belongs to.
    pub family: Family,
    /// Whether it is made up.
    #[serde(default)]
    pub invented: bool,
    /// Tied orders.
    #[serde(default)]
    pub ties: Vec<String>,
    /// Member states of a union.
    #[serde(default)]
    pub members: Vec<String>,
    /// Courts.
    #[serde(default)]
    pub courts: Vec<Court>,
    /// Factors.
    #[serde(default)]
    pub factors: Vec<Factor>,
    /// Questions.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// Norms.
    #[serde(default)]
    pub norms: Vec<Norm>,
    /// Circumstances that only a scenario can fill: id, and a clause that says it.
    #[serde(default)]
    pub circumstances: Vec<Circumstance>,
    /// What courts weigh before they order evidence from abroad.
    #[serde(default)]
    pub comity: Vec<Consideration>,
    /// Treaties.
    #[serde(default)]
    pub treaties: Vec<Treaty>,
    /// Kinds of instrument.
    #[serde(default)]
    pub instruments: Vec<Instrument>,
    /// Procedures.
    #[serde(default)]
    pub procedures: Vec<Procedure>,
    /// Decided cases.
    #[serde(default)]
    pub precedents: Vec<Precedent>,
    /// Decided cases that contradict each other, and why that is right.
    #[serde(default)]
    pub contradictions: Vec<Contradiction>,
}

/// Two decided cases that contradict each other, with the reason why both stand here.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contradiction {
    /// The two.
    pub between: (String, String),
    /// Why that is no mistake.
    pub reason: String,
}

/// A court.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Court {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Where it stands.
    pub level: Level,
    /// Where appeals go.
    #[serde(default)]
    pub reviewed_by: Vec<String>,
    /// Whose holdings bind it.
    #[serde(default)]
    pub bound_by: Option<Vec<String>>,
    /// Courts among them whose holdings bind only if given up to a day.
    #[serde(default)]
    pub bound_until: Vec<(String, Date)>,
    /// Courts among them from whose holdings it is free after a day, whenever they were given.
    #[serde(default)]
    pub freed_after: Vec<(String, Date)>,
    /// Who answers its questions.
    #[serde(default)]
    pub asks: Vec<String>,
    /// What its own earlier holdings do to it.
    #[serde(default)]
    pub own: Own,
    /// Whether new facts let it out of a holding from above.
    #[serde(default)]
    pub vertical: Vertical,
    /// Which of two conflicting holdings of equal rank it follows.
    #[serde(default)]
    pub clash: Clash,
    /// Whether its holdings bind other courts.
    #[serde(default)]
    pub binds: bool,
}

/// A factor.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Factor {
    /// Id.
    pub id: String,
    /// Side.
    pub side: Side,
    /// Sentence.
    pub text: String,
    /// A few words.
    #[serde(default)]
    pub short: String,
    /// Doctrine.
    #[serde(default)]
    pub doctrine: String,
}

/// A question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Id.
    pub id: String,
    /// Plain.
    pub text: String,
    /// Precise.
    #[serde(default)]
    pub precise: String,
}

/// A norm.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Norm {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Whether it commands, forbids or allows.
    pub duty: Duty,
    /// The rule in a sentence.
    pub what: String,
    /// First day on which it applies; left out, always so far.
    #[serde(default)]
    pub from: Option<Date>,
    /// Last day; left out, still in force.
    #[serde(default)]
    pub until: Option<Date>,
    /// Citation.
    #[serde(default)]
    pub citation: String,
    /// Source key.
    #[serde(default)]
    pub source: String,
    /// Acts of a provider.
    #[serde(default)]
    pub acts: Vec<Act>,
    /// Kind of data.
    #[serde(default)]
    pub data: Option<DataKind>,
    /// When it applies.
    #[serde(default)]
    pub when: NormWhen,
    /// What a breach may cost.
    #[serde(default)]
    pub sanction: Option<Sanction>,
    /// Whether it is a blocking statute.
    #[serde(default)]
    pub blocking: bool,
    /// The circumstance that lifts it.
    #[serde(default)]
    pub lifted_by: Option<String>,
    /// Norms to which it is an exception.
    #[serde(default)]
    pub over: Vec<String>,
    /// Factors it bears out where it applies.
    #[serde(default)]
    pub supports: Vec<String>,
}

/// When a norm applies.
#[derive(Clone, Debug, Default, Deserialize)]
pub enum NormWhen {
    /// Always.
    #[default]
    Always,
    /// Every part holds.
    All(Vec<NormWhen>),
    /// Some part holds.
    Any(Vec<NormWhen>),
    /// The part does not hold.
    Not(Box<NormWhen>),
    /// The data is of this kind.
    Data(DataKind),
    /// The data lies in a legal order or a member state of it.
    LiesIn(String),
    /// The provider is a company of a legal order.
    ProviderOf(String),
    /// The provider is a company of a legal order or keeps the data there.
    PresentIn(String),
    /// An instrument of this kind has been served.
    Demanded(String),
    /// An instrument of this kind has one of these statuses.
    InStatus(String, Vec<InstrumentStatus>),
    /// An authority of another legal order demands the data.
    DemandedFromAbroad,
    /// An authority of another legal order demands the data, and not by treaty.
    DemandedOutsideTreaty,
    /// The record establishes a factor.
    Established(String),
    /// A circumstance that a pack names.
    Circumstance(String),
}

/// A named circumstance.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Circumstance {
    /// Id.
    pub id: String,
    /// A clause.
    pub text: String,
}

/// A consideration of comity.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consideration {
    /// Id.
    pub id: String,
    /// In a few words.
    pub text: String,
    /// Factors that count for compel.
    #[serde(default)]
    pub compel: Vec<String>,
    /// Factors that count for resist.
    #[serde(default)]
    pub resist: Vec<String>,
    /// Whether a true conflict counts for resist.
    #[serde(default)]
    pub conflict: bool,
    /// Whether the provider's candour counts.
    #[serde(default)]
    pub candour: bool,
}

/// A treaty.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Treaty {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Parties.
    pub parties: Vec<String>,
    /// Signed.
    #[serde(default)]
    pub signed: String,
    /// In force.
    #[serde(default)]
    pub in_force: Option<Date>,
    /// Citation.
    #[serde(default)]
    pub citation: String,
    /// Note.
    #[serde(default)]
    pub note: String,
}

/// What an instrument may reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Reach {
    /// Content.
    Content,
    /// Data about it.
    NonContent,
    /// Both.
    Any,
}

/// A kind of instrument.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Norm.
    #[serde(default)]
    pub norm: String,
    /// Standard.
    #[serde(default)]
    pub standard: String,
    /// Whether it is a request to another state under a treaty.
    #[serde(default)]
    pub treaty: bool,
    /// Issuing courts.
    #[serde(default)]
    pub issued_by: Vec<String>,
    /// Reach.
    pub reaches: Reach,
    /// Sentence.
    #[serde(default)]
    pub text: String,
}

/// A procedure.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// Id.
    pub id: String,
    /// Instrument.
    pub instrument: String,
    /// First stage.
    pub start: String,
    /// Stages.
    pub stages: Vec<LegalStage>,
}

/// A stage of a procedure.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Stage")]
pub struct LegalStage {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Court.
    #[serde(default)]
    pub court: Option<String>,
    /// Actors.
    #[serde(default)]
    pub actors: Vec<Role>,
    /// Actions.
    #[serde(default)]
    pub actions: Vec<String>,
    /// Days within which it has to be done.
    #[serde(default)]
    pub limit_days: Option<i32>,
    /// What a missed limit does.
    #[serde(default)]
    pub lapse: String,
    /// Ids of the stages that may follow.
    #[serde(default)]
    pub next: Vec<String>,
    /// Where an appeal leads.
    #[serde(default)]
    pub appeal_to: Option<String>,
    /// Citation.
    #[serde(default)]
    pub citation: String,
    /// Sentence.
    #[serde(default)]
    pub text: String,
}

/// A decided case.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Precedent {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Question.
    pub question: String,
    /// Court.
    pub court: String,
    /// Day, or month or year where no more is known.
    pub decided_on: Known,
    /// Winner.
    pub side: Side,
    /// Facts of both sides, by factor.
    pub facts: Vec<String>,
    /// The winner's facts on which the court relied; left out means all of them.
    #[serde(default)]
    pub reason: Vec<String>,
    /// Citation.
    #[serde(default)]
    pub citation: String,
    /// Dated changes of status.
    #[serde(default)]
    pub history: Vec<(Date, Standing, String)>,
    /// Whether it binds in another case, where that is otherwise than for its court.
    #[serde(default)]
    pub binds: Option<bool>,
    /// The holding in a sentence.
    #[serde(default)]
    pub holding: String,
}
