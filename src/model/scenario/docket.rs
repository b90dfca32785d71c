//! What comes before the court: issues, judges, cases, instruments.

use crate::model::{Condition, CourtIx, Effect, FactorIx, FactorSet, IssueIx, PrecedentIx, QuestionIx, SeatIx, Text, VarIx};

/// An issue argued before the court.
#[derive(Clone, Debug)]
pub struct Issue {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Question in a sentence.
    pub text: Text,
    /// Factors either side may rely on (their sides tell whose), open questions included.
    pub factors: Vec<FactorIx>,
    /// Authorities each side may cite: compel, resist.
    pub authorities: [Vec<PrecedentIx>; 2],
}

/// A factor that counts more in certain circumstances.
#[derive(Clone, Debug)]
pub struct Weight {
    /// Factor.
    pub factor: FactorIx,
    /// When.
    pub when: Condition,
    /// Points.
    pub points: i16,
}

/// A judge card.
#[derive(Clone, Debug)]
pub struct Judge {
    /// Id.
    pub id: String,
    /// Temper, in a phrase.
    pub title: Text,
    /// Leaning: below 0 towards resist, above 0 towards compel.
    pub leaning: i16,
    /// The issue cared for: counts twice, and only reasons touching it are joined.
    pub cares: IssueIx,
}

/// Rules for judging that a scenario sets.
#[derive(Clone, Debug)]
pub struct BenchRules {
    /// The court seat.
    pub seat: SeatIx,
    /// Judge cards.
    pub judges: Vec<Judge>,
    /// A number that, at its mark, counts as one towards resist (two amici).
    pub amici: Option<(VarIx, i16)>,
    /// Consequences of each length of reason: at most so many factors, effort, effects.
    pub lengths: Vec<(u8, i16, Vec<Effect>)>,
    /// A ruling against so many issues net has these consequences.
    pub against: (i16, Vec<Effect>),
    /// Every other ruling has these.
    pub with: Vec<Effect>,
    /// Consequences of a majority without a common reason.
    pub no_holding: Vec<Effect>,
    /// Consequences of following a holding that forces.
    pub follows: Vec<Effect>,
    /// Consequences of deciding against a holding that forces.
    pub defies: Vec<Effect>,
}

impl BenchRules {
    /// What a reason of so many facts costs and does: the first length it fits, and the last if it is longer than all.
    #[must_use]
    pub fn length(&self, facts: usize) -> Option<&(u8, i16, Vec<Effect>)> {
        self.lengths.iter().find(|(most, ..)| facts <= usize::from(*most)).or_else(|| self.lengths.last())
    }
}

/// A case on the docket.
#[derive(Clone, Debug)]
pub struct Case {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What it is about.
    pub text: Text,
    /// Question it turns on.
    pub question: QuestionIx,
    /// Court where it starts.
    pub court: CourtIx,
    /// Facts nobody disputes.
    pub facts: FactorSet,
    /// Whether open questions add to its facts.
    pub open: bool,
    /// Which side a live holding of the match on its question favours now: written by the rules (−1, 0, 1).
    pub holding: VarIx,
    /// What the law forces in it now: written by the rules (−1, 0, 1).
    pub forced: VarIx,
    /// Which side the holdings of the match favour that only persuade its court, the nearest before the heaviest (−1, 0, 1).
    pub persuaded: VarIx,
    /// Whether it is invented.
    pub invented: bool,
}

/// An instrument in play.
#[derive(Clone, Debug)]
pub struct Instrument {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Kind, an index into `Law::instruments`.
    pub kind: usize,
    /// Who asked for it.
    pub from: SeatIx,
    /// Whom it is addressed to.
    pub to: SeatIx,
    /// Data items it demands, by position.
    pub items: Vec<usize>,
    /// Citation.
    pub source: String,
}
