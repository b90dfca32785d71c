//! How a judge votes: leaning, plus what stands (double on the issue cared for), plus a point for the more candid party, less
//! a point for amici, two against a judgment below that broke with binding law; nought keeps the judgment below. Colleagues vote by it, and so does a bot on the bench.

use super::view::IssueStanding;
use crate::model::{IssueIx, JudgeIx, Scenario, Side};

/// How much more a judgment that broke with binding law is leaned against on review.
const DEFIED: i16 = 2;

/// What moves every colleague alike.
pub struct Leanings {
    common: i16,
    below: Side,
}

impl Leanings {
    /// Reads candour and amici off the numbers.
    #[must_use]
    pub fn of(book: &Scenario, numbers: &[i16], below: Side) -> Self {
        let candour = |side| book.party(side).and_then(|s| book.seats[s.ix()].candour).map_or(0, |v| numbers[v.ix()]);
        let more_candid = (candour(Side::Compel) - candour(Side::Resist)).signum();
        let amici = book.bench.as_ref().and_then(|b| b.amici).map_or(0, |(v, mark)| i16::from(numbers[v.ix()] >= mark));
        // A judgment given against binding law is hard to keep.
        let defied = if numbers[book.own.defied.ix()] == 0 {
            0
        } else if below == Side::Compel {
            -DEFIED
        } else {
            DEFIED
        };
        Self { common: more_candid - amici + defied, below }
    }

    /// How a judge votes on what stands.
    #[must_use]
    pub fn vote(&self, book: &Scenario, judge: JudgeIx, standing: &[IssueStanding]) -> Side {
        let Some(judge) = book.judge(judge) else { return self.below };
        let weigh = |s: &IssueStanding| match s.side {
            Some(Side::Compel) => weight(judge.cares, s.issue),
            Some(Side::Resist) => -weight(judge.cares, s.issue),
            None => 0,
        };
        let score = judge.leaning + standing.iter().map(weigh).sum::<i16>() + self.common;
        match score.signum() {
            1 => Side::Compel,
            -1 => Side::Resist,
            _ => self.below,
        }
    }
}

fn weight(cares: IssueIx, issue: IssueIx) -> i16 {
    if cares == issue { 2 } else { 1 }
}
