//! Conditions and effects: the two small typed languages in which scenarios say when a thing may happen and what it does.
//! Both are declarative; neither can loop.

use super::ids::{BundleIx, CaseIx, DrawIx, EndingIx, EventIx, InstrumentIx, ItemIx, StageIx, StateIx, VarIx};
use super::{Date, QuestionIx};

/// How a number is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    /// At least.
    AtLeast,
    /// At most.
    AtMost,
    /// Exactly.
    Is,
}

/// What a condition can ask one thing about: a number of a match, or a circumstance of a demand.
pub trait Atom {
    /// What it is asked of.
    type On: ?Sized;
    /// What was found when it was asked.
    type Seen;

    /// Whether it holds.
    fn holds(&self, on: &Self::On) -> bool;

    /// What it looks at.
    fn look(&self, on: &Self::On) -> Self::Seen;
}

/// A condition over atoms of one kind: the connectives that scenarios, norms, events and procedures share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Formula<A> {
    /// Always true.
    #[default]
    Always,
    /// Every part holds.
    All(Vec<Formula<A>>),
    /// Some part holds.
    Any(Vec<Formula<A>>),
    /// The part does not hold.
    Not(Box<Formula<A>>),
    /// One thing is asked.
    Atom(A),
}

impl<A: Atom> Formula<A> {
    /// Whether the condition holds.
    #[must_use]
    pub fn holds(&self, on: &A::On) -> bool {
        match self {
            Self::Always => true,
            Self::All(parts) => parts.iter().all(|p| p.holds(on)),
            Self::Any(parts) => parts.iter().any(|p| p.holds(on)),
            Self::Not(part) => !part.holds(on),
            Self::Atom(atom) => atom.holds(on),
        }
    }

    /// The first part that fails, deepest first: what a refusal should name.
    #[must_use]
    pub fn failing(&self, on: &A::On) -> Option<&Self> {
        if self.holds(on) {
            return None;
        }
        match self {
            Self::All(parts) => parts.iter().find_map(|p| p.failing(on)),
            _ => Some(self),
        }
    }
}

impl<A> Formula<A> {
    /// Every atom, from left to right.
    pub fn atoms<'a>(&'a self, see: &mut impl FnMut(&'a A)) {
        match self {
            Self::Always => {}
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|p| p.atoms(see)),
            Self::Not(part) => part.atoms(see),
            Self::Atom(atom) => see(atom),
        }
    }
}

/// A question to the numbers of a match. Rounds, stages, choices made and rulings given are numbers of the ledger too, so
/// that one evaluator serves rules, views and checkers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// A number passes a test.
    Number(VarIx, Test, i16),
    /// The first number is greater than the second.
    Above(VarIx, VarIx),
}

impl Atom for Amount {
    type On = [i16];
    /// The number, and the one it is compared with if that is a number of the match too.
    type Seen = (i16, Option<i16>);

    fn holds(&self, numbers: &[i16]) -> bool {
        match *self {
            Self::Number(var, test, mark) => {
                let value = numbers[var.ix()];
                match test {
                    Test::AtLeast => value >= mark,
                    Test::AtMost => value <= mark,
                    Test::Is => value == mark,
                }
            }
            Self::Above(a, b) => numbers[a.ix()] > numbers[b.ix()],
        }
    }

    fn look(&self, numbers: &[i16]) -> Self::Seen {
        match *self {
            Self::Number(var, ..) => (numbers[var.ix()], None),
            Self::Above(a, b) => (numbers[a.ix()], Some(numbers[b.ix()])),
        }
    }
}

/// A condition over the numbers of a match.
pub type Condition = Formula<Amount>;

impl Condition {
    /// A number passes a test.
    #[must_use]
    pub const fn number(var: VarIx, test: Test, mark: i16) -> Self {
        Self::Atom(Amount::Number(var, test, mark))
    }

    /// Every number the condition reads.
    pub fn reads(&self, see: &mut impl FnMut(VarIx)) {
        self.atoms(&mut |atom| match *atom {
            Amount::Number(var, ..) => see(var),
            Amount::Above(a, b) => {
                see(a);
                see(b);
            }
        });
    }
}

/// The day a step falls on: its slot's date in its own round, else the day of the hearing that it comes before, or the last day of the
/// round in which it happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The round the date belongs to, from 1.
    pub round: u8,
    /// The date.
    pub date: Date,
}

/// What an instrument's life can come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum InstrumentStatus {
    /// Nobody has asked for it.
    Unasked,
    /// Applied for.
    Sought,
    /// Issued and served.
    Served,
    /// Obeyed in full.
    Obeyed,
    /// Quashed by a court.
    Quashed,
    /// Withdrawn by its author.
    Withdrawn,
    /// Replaced by another.
    Replaced,
}

impl InstrumentStatus {
    /// The key of its word.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unasked => "instrument-unasked",
            Self::Sought => "instrument-sought",
            Self::Served => "instrument-served",
            Self::Obeyed => "instrument-obeyed",
            Self::Quashed => "instrument-quashed",
            Self::Withdrawn => "instrument-withdrawn",
            Self::Replaced => "instrument-replaced",
        }
    }
}

/// One consequence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Adds to a number, within its bounds.
    Add(VarIx, i16),
    /// Sets a number.
    Set(VarIx, i16),
    /// Adds the value of the second number to the first.
    AddFrom(VarIx, VarIx),
    /// Sets the first number to the second plus an amount.
    SetFrom(VarIx, VarIx, i16),
    /// Applies a named bundle.
    Do(BundleIx),
    /// One branch or the other.
    If(Condition, Vec<Effect>, Vec<Effect>),
    /// The same effects, dated by a slot of their own.
    At(Slot, Vec<Effect>),
    /// The stage the procedure moves to when the round ends.
    Next(StageIx),
    /// Closes the main case with an ending.
    Close(EndingIx),
    /// An event falls due after so many days, plus the value of a number.
    Schedule(EventIx, i32, Option<VarIx>),
    /// Moves a scheduled event by so many days (negative: earlier).
    Shift(EventIx, i32),
    /// Makes an event due now.
    Due(EventIx),
    /// Fires an event.
    Fire(EventIx),
    /// Draws from the seed.
    Draw(DrawIx),
    /// An instrument changes status.
    Instrument(InstrumentIx, InstrumentStatus),
    /// A data item is handed over.
    Produce(ItemIx),
    /// The judgments of a case lose all force, holdings included.
    Vacate(CaseIx),
    /// A state asserts reach over data abroad.
    Assert(StateIx),
    /// A state's claim is taken away.
    Withdraw(StateIx),
    /// A statute answers a legal question from now on: holdings on it are superseded.
    Supersede(QuestionIx),
}

/// Every effect of a list, branches and dated ones included; what a bundle does is its own.
pub fn every<'a>(list: &'a [Effect], see: &mut impl FnMut(&'a Effect)) {
    for e in list {
        see(e);
        match e {
            Effect::If(_, then, otherwise) => {
                every(then, see);
                every(otherwise, see);
            }
            Effect::At(_, then) => every(then, see),
            _ => {}
        }
    }
}
