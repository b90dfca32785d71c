//! Random small worlds: six factors, four courts, two questions, a few cases.
//!
//! Worlds are held in plain masks (bit n is factor n), so that the oracles share
//! no code with what they judge. Cases contradict one another freely.

use crate::logic::precedent::{
    CaseBase, CaseIx, Clash, Constraint, Court, CourtIx, Day, Decision, Escape, Own, Permission, Precedent, QuestionIx, Standing,
    Vertical, escape, permitted, ruling,
};
use crate::model::{FactorIx, FactorSet, Side};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

pub(super) const FACTORS: u32 = 6;
pub(super) const ALL: u32 = (1 << FACTORS) - 1;
const COURTS: u16 = 4;

#[derive(Clone, Debug)]
pub(super) struct Case {
    pub(super) question: u16,
    pub(super) court: u16,
    pub(super) day: i32,
    pub(super) facts: u32,
    pub(super) reason: u32,
    pub(super) side: Side,
    pub(super) history: Vec<(i32, Standing)>,
    pub(super) binds: bool,
}

/// A base, and one question put to one court on some facts and day.
#[derive(Clone, Debug)]
pub(super) struct World {
    /// The mask of the factors that compel; the others resist.
    pub(super) compels: u32,
    pub(super) courts: Vec<Court>,
    pub(super) cases: Vec<Case>,
    pub(super) court: u16,
    pub(super) question: u16,
    pub(super) facts: u32,
    pub(super) day: i32,
    /// How far apart the factors lie in the real table: above one, they cross
    /// the words of a factor set.
    pub(super) stride: u16,
}

impl World {
    pub(super) fn of(&self, side: Side) -> u32 {
        match side {
            Side::Compel => self.compels,
            Side::Resist => ALL & !self.compels,
        }
    }

    pub(super) fn set(&self, mask: u32) -> FactorSet {
        (0..16).filter(|bit| mask >> bit & 1 == 1).map(|bit| FactorIx(bit * self.stride)).collect()
    }

    pub(super) fn base(&self) -> CaseBase {
        let side = |factor: u32| match self.compels >> (factor / u32::from(self.stride)) & 1 {
            0 => Side::Resist,
            _ => Side::Compel,
        };
        let sides = (0..FACTORS * u32::from(self.stride)).map(side).collect();
        let cases = self.cases.iter().map(|case| Precedent {
            question: QuestionIx(case.question),
            court: CourtIx(case.court),
            decided_on: Day(case.day),
            facts: self.set(case.facts),
            reason: self.set(case.reason),
            side: case.side,
            history: case.history.iter().map(|&(on, s)| (Day(on), s)).collect(),
            binds: case.binds,
        });
        CaseBase::new(sides, self.courts.clone(), cases.collect()).expect("worlds are valid")
    }

    pub(super) fn ruling(&self) -> Constraint {
        self.ruling_on(self.facts)
    }

    pub(super) fn ruling_on(&self, facts: u32) -> Constraint {
        self.ruling_in(&self.base(), &self.set(facts))
    }

    pub(super) fn ruling_in(&self, base: &CaseBase, facts: &FactorSet) -> Constraint {
        let (court, question) = (CourtIx(self.court), QuestionIx(self.question));
        ruling(base, court, question, facts, Day(self.day))
    }

    pub(super) fn permitted(&self, reason: u32, side: Side) -> Permission {
        let (court, question) = (CourtIx(self.court), QuestionIx(self.question));
        let decision = Decision { facts: &self.set(self.facts), reason: &self.set(reason), side };
        permitted(&self.base(), court, question, Day(self.day), decision)
    }

    pub(super) fn escape(&self) -> Option<Escape> {
        let (court, question) = (CourtIx(self.court), QuestionIx(self.question));
        let facts = self.set(self.facts);
        escape(&self.base(), court, question, &facts, Day(self.day))
    }

    pub(super) fn court(&self) -> &Court {
        &self.courts[usize::from(self.court)]
    }

    pub(super) fn court_mut(&mut self) -> &mut Court {
        &mut self.courts[usize::from(self.court)]
    }

    /// Makes every case a live holding of the court itself, which follows them:
    /// the pure reason model.
    pub(super) fn horizontal(mut self) -> Self {
        self.court_mut().own = Own::MayDistinguish;
        let here = (self.court, self.question);
        for case in &mut self.cases {
            (case.court, case.question) = here;
            case.binds = true;
            case.history.clear();
        }
        self.day = 100;
        self
    }

    /// The same world seen from the other side.
    pub(super) fn mirrored(mut self) -> Self {
        self.compels = ALL & !self.compels;
        for case in &mut self.cases {
            case.side = case.side.other();
        }
        self
    }

    /// The same world with these cases only.
    pub(super) fn with_cases(&self, cases: Vec<Case>) -> Self {
        let mut world = self.clone();
        world.cases = cases;
        world
    }
}

/// The holdings of a constraint that binds; none of a court that is free.
pub(super) fn holdings(constraint: &Constraint) -> &[CaseIx] {
    match constraint {
        Constraint::Forced { holdings, .. } | Constraint::Conflict { holdings, .. } => holdings,
        Constraint::Free { .. } => &[],
    }
}

/// All subsets of a mask, the empty one included.
pub(super) fn subsets(mask: u32) -> impl Iterator<Item = u32> {
    (0..=mask).filter(move |set| set & !mask == 0)
}

fn side() -> impl Strategy<Value = Side> {
    select(&Side::BOTH[..])
}

fn standing() -> impl Strategy<Value = Standing> {
    select(vec![
        Standing::GoodLaw,
        Standing::Distinguished,
        Standing::Stayed,
        Standing::Reversed,
        Standing::Vacated,
        Standing::Overruled,
        Standing::Superseded,
    ])
}

/// Courts point to courts before them only, so that no circle can arise.
fn court(index: u16) -> impl Strategy<Value = Court> {
    let before: Vec<CourtIx> = (0..index).map(CourtIx).collect();
    let some = subsequence(before.clone(), 0..=before.len());
    let line = subsequence(before.clone(), before.len().min(1)..=before.len());
    (
        prop_oneof![3 => line, 1 => some.clone()],
        proptest::option::weighted(0.3, some.clone()),
        some,
        // Now and then a court's holdings bind only up to a day: those given by then, or all of them.
        [ends(before.clone()).boxed(), prop_oneof![3 => Just(Vec::new()), 1 => ends(before)].boxed()],
        select(vec![Own::Not, Own::MayDistinguish, Own::UntilEnBanc]),
        select(vec![Vertical::Strict, Vertical::MayDistinguish]),
        select(vec![Clash::Earliest, Clash::Latest, Clash::Choose]),
    )
        .prop_map(|(reviewed_by, bound_by, asks, [bound_until, freed_after], own, vertical, clash)| Court {
            reviewed_by,
            bound_by,
            bound_until,
            freed_after,
            asks,
            own,
            vertical,
            clash,
        })
}

/// At most one of some courts, and a day on which something of its ends.
fn ends(courts: Vec<CourtIx>) -> impl Strategy<Value = Vec<(CourtIx, Day)>> {
    let courts = if courts.is_empty() { vec![CourtIx(0)] } else { courts };
    vec((select(courts), (0..4_i32).prop_map(Day)), 0..=1)
}

fn case(compels: u32) -> impl Strategy<Value = Case> {
    (
        (prop::bool::weighted(0.15), 0..COURTS, 0..4_i32, side()),
        // Rich facts and thin reasons: cases then meet, and contradict.
        (0..=ALL, 0..=ALL).prop_map(|(a, b)| a | b),
        (0..=ALL, 0..=ALL).prop_map(|(a, b)| a & b),
        prop_oneof![
            3 => Just(vec![]),
            1 => vec((0..6_i32, standing()), 1..3),
        ],
        prop::bool::weighted(0.9),
    )
        .prop_map(move |((other, court, day, side), facts, pick, changes, binds)| {
            let mask = match side {
                Side::Compel => compels,
                Side::Resist => ALL & !compels,
            };
            // A winner needs something to win by: take its lowest factor.
            let lowest = mask & mask.wrapping_neg();
            let facts = if facts & mask == 0 { facts | lowest } else { facts };
            let winning = facts & mask;
            let reason = match winning & pick {
                0 if pick & 1 == 0 => winning & winning.wrapping_neg(),
                0 => winning,
                some => some,
            };
            let mut on = day;
            let history = changes.into_iter().map(|(later, what)| {
                on += later;
                (on, what)
            });
            Case { question: u16::from(other), court, day, facts, reason, side, history: history.collect(), binds }
        })
}

/// Which court is asked what, on which facts and day. Random facts seldom fall
/// under a case, so most questions are put in the likeness of one.
#[derive(Clone, Debug)]
struct Question {
    court: u16,
    other: bool,
    facts: u32,
    mask: u32,
    day: i32,
    like: Option<Index>,
    at_home: bool,
}

fn question() -> impl Strategy<Value = Question> {
    (
        (select(vec![0, 1, 2, 3, 3, 3]), prop::bool::weighted(0.1)),
        (0..=ALL, 0..=ALL),
        select(vec![1, 3, 5, 6, 7, 8, 9]),
        proptest::option::weighted(0.7, any::<Index>()),
        any::<bool>(),
    )
        .prop_map(|((court, other), (facts, mask), day, like, at_home)| Question {
            court,
            other,
            facts,
            mask,
            day,
            like,
            at_home,
        })
}

/// Any world, with up to fourteen cases.
pub(super) fn world() -> impl Strategy<Value = World> {
    let sides = select(vec![0b01_0101, 0b00_0111, 0b11_1001, 0b10_0010]);
    sides.prop_flat_map(|compels| {
        ([court(0), court(1), court(2), court(3)], vec(case(compels), 0..15), question(), select(vec![1_u16, 41])).prop_map(
            move |(courts, cases, asked, stride)| {
                let like = asked.like.filter(|_| !cases.is_empty());
                let like = like.map(|index| index.get(&cases));
                // A quarter of the factors differ.
                let near = |case: &Case| case.facts ^ (asked.facts & asked.mask);
                let home = like.filter(|_| asked.at_home).map(|case| case.court);
                World {
                    compels,
                    court: home.unwrap_or(asked.court),
                    question: u16::from(asked.other),
                    facts: like.map_or(asked.facts, near),
                    day: asked.day,
                    stride,
                    courts: courts.to_vec(),
                    cases,
                }
            },
        )
    })
}
