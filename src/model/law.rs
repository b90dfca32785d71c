//! Law packs, merged and resolved: the law a match is played under.

use super::ids::{CircumstanceIx, CourtIx, InstrumentIx, NormIx, OrderIx, PrecedentIx, QuestionIx};
use super::{Act, Consideration, DataKind, Date, FactorIx, FactorSet, Known, NormCondition, Precision, Sanction, Side};
use serde::{Deserialize, Serialize};

/// The tradition a legal order belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Family {
    /// Precedent is a source of law.
    CommonLaw,
    /// Codes first; rulings persuade.
    CivilLaw,
    /// A union of states with courts of its own.
    Union,
}

/// A legal order in play.
#[derive(Clone, Debug)]
pub struct Order {
    /// Id of the pack (`us`).
    pub id: String,
    /// Name for players.
    pub name: String,
    /// Tradition.
    pub family: Family,
    /// Orders with which it has a treaty or a settled practice of asking.
    pub ties: Vec<String>,
    /// Member states, where the order is a union, by id of their packs.
    pub members: Vec<String>,
}

/// Where a court stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    /// A magistrate.
    Magistrate,
    /// First instance.
    Trial,
    /// An appeal court, or a panel of one.
    Appeal,
    /// The full bench of an appeal court.
    EnBanc,
    /// The highest court of a state.
    Supreme,
    /// Above states.
    Supranational,
}

/// What a court's own earlier holdings do to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Own {
    /// Nothing: they persuade.
    #[default]
    Not,
    /// They bind, and may be distinguished.
    MayDistinguish,
    /// They bind until the larger bench overrules them.
    UntilEnBanc,
}

/// Whether new opposing facts let a court out of a higher court's holding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Vertical {
    /// They do not.
    #[default]
    Strict,
    /// They may.
    MayDistinguish,
}

/// Which of two conflicting binding holdings of equal rank controls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Clash {
    /// The earlier.
    #[default]
    Earliest,
    /// The later.
    Latest,
    /// The court chooses.
    Choose,
}

/// Along which line a holding binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Mode {
    /// From a court above.
    Vertical,
    /// From the same court, earlier.
    Horizontal,
}

/// What a court does with an earlier holding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Treatment {
    /// It applies, and the decision is the one it asks for; or it only persuades, and the decision shares its reason.
    Followed,
    /// It went the other way, and something sets it apart from these facts.
    Distinguished,
    /// It went the other way, and the court stands above the one that decided it: its rule is rejected.
    Overruled,
    /// It binds and went the other way, but a holding of a higher rank controls.
    Displaced,
    /// It binds, applies, and the court decides against it all the same.
    Contrary,
    /// It does not bind, nothing sets it apart, and the court sees it differently.
    Declined,
}

/// A court.
#[derive(Clone, Debug)]
pub struct Court {
    /// Id.
    pub id: String,
    /// Name for players.
    pub name: String,
    /// Legal order, an index into `Law::orders`.
    pub order: usize,
    /// Where it stands.
    pub level: Level,
    /// Courts that hear appeals from it.
    pub reviewed_by: Vec<CourtIx>,
    /// Courts whose holdings bind it; `None` means every court above it in its own line.
    pub bound_by: Option<Vec<CourtIx>>,
    /// Courts among them whose holdings bind only if given up to a day.
    pub bound_until: Vec<(CourtIx, Date)>,
    /// Courts among them from whose holdings it is free after a day, whenever they were given.
    pub freed_after: Vec<(CourtIx, Date)>,
    /// Courts that answer its questions.
    pub asks: Vec<CourtIx>,
    /// Force of its own holdings on itself.
    pub own: Own,
    /// Force of higher holdings against new facts.
    pub vertical: Vertical,
    /// Rule for clashes of equal rank.
    pub clash: Clash,
    /// Whether its holdings bind anybody in another case.
    pub binds: bool,
}

/// A factor: a fact pattern that favours one side.
#[derive(Clone, Debug)]
pub struct Factor {
    /// Id.
    pub id: String,
    /// Side it favours, always.
    pub side: Side,
    /// Sentence for players.
    pub text: String,
    /// Two to four words.
    pub short: String,
    /// Doctrine it belongs to.
    pub doctrine: String,
}

/// A legal question: constraint holds only between cases on the same one.
#[derive(Clone, Debug)]
pub struct Question {
    /// Id.
    pub id: String,
    /// In plain words.
    pub text: String,
    /// In precise words.
    pub precise: String,
}

/// What a norm demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Duty {
    /// Must.
    Must,
    /// Must not.
    MustNot,
    /// May.
    May,
}

/// A dated duty from a legal order.
#[derive(Clone, Debug)]
pub struct Norm {
    /// Id.
    pub id: String,
    /// Legal order, an index into `Law::orders`.
    pub order: usize,
    /// Title as cited.
    pub title: String,
    /// Must, must not, may.
    pub duty: Duty,
    /// What, in a sentence.
    pub what: String,
    /// In force from, where known.
    pub from: Option<Date>,
    /// In force until.
    pub until: Option<Date>,
    /// Citation.
    pub citation: String,
    /// Acts of a provider that it commands, forbids or allows; empty where it binds somebody else.
    pub acts: Vec<Act>,
    /// The kind of data it is about; none is any.
    pub data: Option<DataKind>,
    /// When it applies.
    pub when: NormCondition,
    /// What a breach may cost.
    pub sanction: Option<Sanction>,
    /// Whether it forbids handing evidence to foreign authorities outside treaties.
    pub blocking: bool,
    /// The circumstance that lifts it: leave of the authority that may give it.
    pub lifted_by: Option<CircumstanceIx>,
    /// Norms of the same order to which it is an exception.
    pub over: Vec<NormIx>,
    /// Factors that it bears out where it applies.
    pub supports: Vec<FactorIx>,
}

impl Norm {
    /// Whether the norm is law on a day.
    #[must_use]
    pub fn in_force(&self, day: Date) -> bool {
        self.from.is_none_or(|f| f <= day) && self.until.is_none_or(|u| day <= u)
    }
}

/// A circumstance on which norms of a pack depend and which only a scenario can fill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedCircumstance {
    /// Id.
    pub id: String,
    /// As a clause: what follows "it applies where".
    pub text: String,
}

/// A treaty.
#[derive(Clone, Debug)]
pub struct Treaty {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Parties, by order id.
    pub parties: Vec<String>,
    /// Citation.
    pub citation: String,
    /// One sentence.
    pub note: String,
}

/// A kind of instrument, as its legal order defines it.
#[derive(Clone, Debug)]
pub struct InstrumentKind {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// What must be shown to get one.
    pub standard: String,
    /// Norm it rests on, by id.
    pub norm: String,
    /// Whether it is a request to another state under a treaty.
    pub treaty: bool,
    /// Courts that issue it.
    pub issued_by: Vec<CourtIx>,
    /// One sentence.
    pub text: String,
}

/// A stage of a procedure as a legal order lays it down.
#[derive(Clone, Debug)]
pub struct LegalStage {
    /// Id, unique in the procedure.
    pub id: String,
    /// Title.
    pub title: String,
    /// Court before which it is.
    pub court: Option<CourtIx>,
    /// Roles that may act.
    pub actors: Vec<super::Role>,
    /// What they may do.
    pub actions: Vec<String>,
    /// Days, where the law sets a limit.
    pub limit_days: Option<i32>,
    /// What a missed limit does.
    pub lapse: String,
    /// Stages that may follow, by position.
    pub next: Vec<usize>,
    /// Stage an appeal leads to, by position.
    pub appeal_to: Option<usize>,
    /// Where this is laid down.
    pub citation: String,
    /// One sentence.
    pub text: String,
}

/// A procedure: a graph of stages.
#[derive(Clone, Debug)]
pub struct Procedure {
    /// Id.
    pub id: String,
    /// Kind of instrument it belongs to.
    pub instrument: InstrumentIx,
    /// First stage, by position.
    pub start: usize,
    /// Stages.
    pub stages: Vec<LegalStage>,
}

/// What a precedent has become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Standing {
    /// Not undone.
    GoodLaw,
    /// Held not to cover other facts; still good law.
    Distinguished,
    /// Suspended.
    Stayed,
    /// Undone on appeal in the same case.
    Reversed,
    /// Wiped out.
    Vacated,
    /// Its rule rejected in another case.
    Overruled,
    /// A statute answers the question now.
    Superseded,
}

impl Standing {
    /// Whether it is good law: never undone, or only held not to cover other facts.
    #[must_use]
    pub const fn is_good(self) -> bool {
        matches!(self, Self::GoodLaw | Self::Distinguished)
    }
}

/// A decided case of a law pack: one court's answer to one question.
#[derive(Clone, Debug)]
pub struct Precedent {
    /// Id.
    pub id: String,
    /// Name as lawyers cite it.
    pub name: String,
    /// Question answered.
    pub question: QuestionIx,
    /// Court.
    pub court: CourtIx,
    /// Day of decision; the last of the month or year where no more is known.
    pub decided_on: Date,
    /// How exactly that day is known.
    pub precision: Precision,
    /// Winner.
    pub side: Side,
    /// What the record showed.
    pub facts: FactorSet,
    /// What the court relied on.
    pub reason: FactorSet,
    /// Citation; empty where the sources show none.
    pub citation: String,
    /// Dated changes of status, oldest first, with who changed it.
    pub history: Vec<(Date, Standing, String)>,
    /// Whether it binds in another case, where that is otherwise than for its court.
    pub binds: Option<bool>,
    /// What it decided, in a sentence.
    pub holding: String,
}

impl Precedent {
    /// Status on a day.
    #[must_use]
    pub fn standing(&self, day: Date) -> Standing {
        self.history.iter().rev().find(|(d, ..)| *d <= day).map_or(Standing::GoodLaw, |(_, s, _)| *s)
    }

    /// The day of decision as far as it is known.
    #[must_use]
    pub const fn known(&self) -> Known {
        Known { date: self.decided_on, precision: self.precision }
    }

    /// Whether it was decided before the day and is good law on it.
    #[must_use]
    pub fn live(&self, day: Date) -> bool {
        self.decided_on < day && self.standing(day).is_good()
    }
}

/// All law packs of a scenario, merged.
#[derive(Clone, Debug, Default)]
pub struct Law {
    /// Legal orders.
    pub orders: Vec<Order>,
    /// Courts.
    pub courts: Vec<Court>,
    /// Factors.
    pub factors: Vec<Factor>,
    /// Questions.
    pub questions: Vec<Question>,
    /// Norms.
    pub norms: Vec<Norm>,
    /// Named circumstances.
    pub circumstances: Vec<NamedCircumstance>,
    /// What courts weigh before they order evidence from abroad.
    pub comity: Vec<Consideration>,
    /// Treaties.
    pub treaties: Vec<Treaty>,
    /// Kinds of instrument.
    pub instruments: Vec<InstrumentKind>,
    /// Procedures.
    pub procedures: Vec<Procedure>,
    /// Decided cases.
    pub precedents: Vec<Precedent>,
    /// Pairs of them that are known to contradict each other, by id, and why both stand.
    pub contradictions: Vec<(String, String, String)>,
}

impl Law {
    /// A precedent by index.
    #[must_use]
    pub fn precedent(&self, ix: PrecedentIx) -> &Precedent {
        &self.precedents[ix.ix()]
    }

    /// Whether a precedent can bind anybody in another case.
    #[must_use]
    pub fn binds(&self, ix: PrecedentIx) -> bool {
        let p = self.precedent(ix);
        p.binds.unwrap_or(self.court(p.court).binds)
    }

    /// A norm by index.
    #[must_use]
    pub fn norm(&self, ix: NormIx) -> &Norm {
        &self.norms[ix.ix()]
    }

    /// A legal order, and the unions it is a member of.
    #[must_use]
    pub fn within(&self, order: OrderIx) -> Vec<OrderIx> {
        let Some(own) = self.orders.get(order.ix()) else { return Vec::new() };
        let unions = self.orders.iter().enumerate().filter(|(_, o)| o.members.contains(&own.id));
        std::iter::once(order).chain(unions.map(|(i, _)| OrderIx::new(i)).filter(|o| *o != order)).collect()
    }

    /// A court by index.
    #[must_use]
    pub fn court(&self, ix: CourtIx) -> &Court {
        &self.courts[ix.ix()]
    }

    /// A factor by index.
    #[must_use]
    pub fn factor(&self, ix: FactorIx) -> &Factor {
        &self.factors[ix.0 as usize]
    }

    /// The factors of a set that favour a side.
    #[must_use]
    pub fn of_side(&self, facts: &FactorSet, side: Side) -> FactorSet {
        facts.iter().filter(|f| self.factor(*f).side == side).collect()
    }
}
