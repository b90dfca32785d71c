//! Who sits at the table, and the numbers they play for.

use crate::model::{Condition, FactorIx, SeatIx, Side, Text, VarIx};
use serde::{Deserialize, Serialize};

/// A role at the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Keeps other people's data.
    Provider,
    /// Wants data, or guards a territory.
    Government,
    /// Decides.
    Court,
}

/// The five beats of a round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Beat {
    /// News; press checks; questions from the bench.
    #[default]
    Open,
    /// Sealed plans.
    Plan,
    /// Answers to what the plans showed.
    Answer,
    /// The court; then the loser.
    Rule,
    /// Consequences.
    Reckon,
}

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum VarKind {
    /// A meter players watch.
    Meter,
    /// A counter with thresholds.
    Counter,
    /// An open question of fact or law: below 0 leans to resist, above 0 to compel.
    Question,
    /// A switch or record kept by the rules.
    Flag,
}

/// A number of the match.
#[derive(Clone, Debug)]
pub struct Var {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What it stands for, in a sentence.
    pub about: Text,
    /// Kind.
    pub kind: VarKind,
    /// Seat it belongs to; none is the world.
    pub owner: Option<SeatIx>,
    /// Least value.
    pub min: i16,
    /// Greatest value.
    pub max: i16,
    /// Value at the start.
    pub start: i16,
    /// Seats that may see it, as bits; all ones for everybody.
    pub known_to: u16,
    /// For an open question: the factor each side may find.
    pub finds: Finds,
}

/// What an open question lets a court find.
#[derive(Clone, Debug, Default)]
pub struct Finds {
    /// Factor for compel.
    pub compel: Option<FactorIx>,
    /// Factor for resist.
    pub resist: Option<FactorIx>,
}

impl Finds {
    /// The factor that a side may find, and that of the other.
    #[must_use]
    pub fn of(&self, side: Side) -> (Option<FactorIx>, Option<FactorIx>) {
        if side == Side::Compel { (self.compel, self.resist) } else { (self.resist, self.compel) }
    }
}

/// A mark an aim sets.
#[derive(Clone, Copy, Debug)]
pub enum Mark {
    /// At least this much.
    AtLeast(VarIx, i16),
    /// At most this much.
    AtMost(VarIx, i16),
}

impl Mark {
    /// How many points are missing.
    #[must_use]
    pub fn short(self, numbers: &[i16]) -> i16 {
        match self {
            Self::AtLeast(v, n) => (n - numbers[v.ix()]).max(0),
            Self::AtMost(v, n) => (numbers[v.ix()] - n).max(0),
        }
    }
}

/// What a seat wants.
#[derive(Clone, Debug)]
pub struct Aim {
    /// Id.
    pub id: String,
    /// Sentence.
    pub text: Text,
    /// Marks; half weight when one point short in all.
    pub marks: Vec<Mark>,
    /// A condition that is met or not.
    pub when: Condition,
    /// Weight on each of the seat's cards.
    pub weights: Vec<i16>,
}

impl Aim {
    /// Points earned with a weight: all, half (rounded down) when one short, or none.
    #[must_use]
    pub fn earned(&self, weight: i16, numbers: &[i16]) -> i16 {
        if !self.when.holds(numbers) {
            return 0;
        }
        match self.short(numbers) {
            0 => weight,
            1 => weight / 2,
            _ => 0,
        }
    }

    /// Points missing over all marks.
    #[must_use]
    pub fn short(&self, numbers: &[i16]) -> i16 {
        self.marks.iter().map(|m| m.short(numbers)).sum()
    }
}

/// A private card: which of the seat's aims weigh most.
#[derive(Clone, Debug)]
pub struct Card {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What it says.
    pub text: Text,
}

/// A place at the table.
#[derive(Clone, Debug)]
pub struct Seat {
    /// Id.
    pub id: String,
    /// Name for players.
    pub name: Text,
    /// Role.
    pub role: Role,
    /// Legal order it belongs to, an index into `Law::orders`.
    pub order: usize,
    /// The side it argues before the court, if any.
    pub side: Option<Side>,
    /// Cards it may be dealt.
    pub cards: Vec<Card>,
    /// Aims.
    pub aims: Vec<Aim>,
    /// What only it knows at the start.
    pub brief: Text,
    /// What it fears, in a line.
    pub fear: Text,
    /// Its number for candour, if it keeps one.
    pub candour: Option<VarIx>,
    /// The number a press quote in public adds to, if any.
    pub publicity: Option<VarIx>,
    /// Tally of the historical actors on first cards.
    pub par: Option<i16>,
}
