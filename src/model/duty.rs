//! What a norm asks about a demand, and what is known of one: the circumstances on which duties to disclose depend. Law
//! packs know no scenario; a scenario says which of its conditions stand for the circumstances that a pack names.

use super::ids::{CircumstanceIx, KindIx, NormIx, OrderIx};
use super::rule::{Atom, Condition, Effect, Formula, InstrumentStatus};
use super::{DataKind, Date, FactorIx, FactorSet};
use serde::{Deserialize, Serialize};

/// What a norm commands, forbids or allows a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Act {
    /// To hand data over.
    Disclose,
    /// To keep data.
    Preserve,
    /// To ask a court to quash or modify the demand.
    MoveToQuash,
}

/// A sentence on what a breach may cost, and where that stands.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sanction {
    /// Sentence.
    pub text: String,
    /// Citation.
    pub source: String,
}

/// One thing a norm asks about a demand for one item of data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Circumstance {
    /// The data is of this kind.
    Data(DataKind),
    /// The data lies in this legal order, or in a member state of it.
    LiesIn(OrderIx),
    /// The provider is a company of this legal order.
    ProviderOf(OrderIx),
    /// The provider is a company of this legal order or keeps the data there.
    PresentIn(OrderIx),
    /// An instrument of this kind has one of these statuses.
    Demanded(KindIx, Vec<InstrumentStatus>),
    /// An authority outside this legal order demands the data.
    DemandedFromAbroad(OrderIx),
    /// An authority outside this legal order demands the data, and not by treaty.
    DemandedOutsideTreaty(OrderIx),
    /// The record of the main case establishes this factor.
    Established(FactorIx),
    /// A circumstance that the law pack names and the scenario fills.
    Named(CircumstanceIx),
}

/// When a norm applies.
pub type NormCondition = Formula<Circumstance>;

/// A demand for an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// Kind of instrument.
    pub kind: KindIx,
    /// What has become of it.
    pub status: InstrumentStatus,
    /// Legal order of the authority, and the unions that order belongs to.
    pub by: Vec<OrderIx>,
    /// Whether it is a request under a treaty.
    pub treaty: bool,
}

impl Demand {
    /// Whether it has been served and not been taken away.
    #[must_use]
    pub const fn stands(&self) -> bool {
        matches!(self.status, InstrumentStatus::Served | InstrumentStatus::Obeyed)
    }
}

/// What is known of one item of data on a day: everything a norm can ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The day.
    pub day: Date,
    /// Kind of data.
    pub data: DataKind,
    /// Where it lies: the legal order, and the unions that order belongs to.
    pub lies_in: Vec<OrderIx>,
    /// Whose company the provider is, unions included.
    pub provider_of: Vec<OrderIx>,
    /// Demands that name the item.
    pub demands: Vec<Demand>,
    /// What the record establishes.
    pub established: FactorSet,
    /// Which named circumstances are there, by `CircumstanceIx`.
    pub named: Vec<bool>,
}

/// What a circumstance was judged on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// The kind of data.
    Data(DataKind),
    /// Legal orders.
    Orders(Vec<OrderIx>),
    /// Kinds of instrument and their status.
    Demands(Vec<(KindIx, InstrumentStatus)>),
    /// Only whether it is so.
    Fact(bool),
}

impl Circumstance {
    /// The demands it is about.
    fn demands<'a>(&'a self, facts: &'a Facts) -> impl Iterator<Item = &'a Demand> {
        facts.demands.iter().filter(move |d| match self {
            Self::Demanded(kind, statuses) => d.kind == *kind && statuses.contains(&d.status),
            Self::DemandedFromAbroad(order) => d.stands() && !d.by.contains(order),
            Self::DemandedOutsideTreaty(order) => d.stands() && !d.by.contains(order) && !d.treaty,
            _ => false,
        })
    }
}

impl Atom for Circumstance {
    type On = Facts;
    type Seen = Seen;

    fn holds(&self, on: &Facts) -> bool {
        match self {
            Self::Data(kind) => on.data == *kind,
            Self::LiesIn(order) => on.lies_in.contains(order),
            Self::ProviderOf(order) => on.provider_of.contains(order),
            Self::PresentIn(order) => on.provider_of.contains(order) || on.lies_in.contains(order),
            Self::Demanded(..) | Self::DemandedFromAbroad(_) | Self::DemandedOutsideTreaty(_) => {
                self.demands(on).next().is_some()
            }
            Self::Established(factor) => on.established.contains(*factor),
            Self::Named(ix) => on.named.get(ix.ix()).copied().unwrap_or(false),
        }
    }

    fn look(&self, on: &Facts) -> Seen {
        match self {
            Self::Data(_) => Seen::Data(on.data),
            Self::LiesIn(_) => Seen::Orders(on.lies_in.clone()),
            Self::ProviderOf(_) => Seen::Orders(on.provider_of.clone()),
            Self::PresentIn(_) => {
                let more = on.lies_in.iter().filter(|o| !on.provider_of.contains(o));
                Seen::Orders(on.provider_of.iter().chain(more).copied().collect())
            }
            // What does not hold is explained by every demand that somebody has made.
            Self::Demanded(..) | Self::DemandedFromAbroad(_) | Self::DemandedOutsideTreaty(_) => {
                let hit: Vec<_> = self.demands(on).map(|d| (d.kind, d.status)).collect();
                let made = on.demands.iter().filter(|d| d.status != InstrumentStatus::Unasked);
                let all = || made.map(|d| (d.kind, d.status)).collect();
                Seen::Demands(if hit.is_empty() { all() } else { hit })
            }
            Self::Established(_) | Self::Named(_) => Seen::Fact(self.holds(on)),
        }
    }
}

/// A consideration that courts weigh before they order evidence from abroad.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consideration {
    /// Id.
    pub id: String,
    /// In a few words.
    pub text: String,
    /// Factors that count here for compel.
    pub compel: Vec<FactorIx>,
    /// Factors that count here for resist.
    pub resist: Vec<FactorIx>,
    /// Whether a true conflict of duties counts here for resist.
    pub conflict: bool,
    /// Whether the provider's candour counts here.
    pub candour: bool,
}

/// How a provider can break a norm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Deed {
    /// It handed over what the norm forbids to hand over.
    Disclosed,
    /// It refused what the norm commands.
    Refused,
}

/// What a scenario makes of a broken norm: once a match.
#[derive(Clone, Debug)]
pub struct Breach {
    /// Norm.
    pub norm: NormIx,
    /// How it is broken.
    pub deed: Deed,
    /// When the deed is there: a refusal has to be told, a hand-over shows in the data.
    pub when: Condition,
    /// Consequences.
    pub effects: Vec<Effect>,
    /// Record that it was broken.
    pub broken: super::VarIx,
}
