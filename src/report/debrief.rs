//! The debrief: what was decided against what really happened, where the two parted, what each seat earned, what the world
//! paid, and what the press claims were worth. Secrets are turned up here, and only here.

use super::law::{Reasoned, Turn};
use crate::model::{CardIx, ClaimIx, DecisionIx, EndingIx, Happened, Scenario, SeatIx, Side, StageIx, Text, VarIx, VarKind};
use crate::play::Match;
use crate::seat::{LawInPlay, tally};

/// An aim at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AimResult {
    /// Position among the seat's aims.
    pub aim: usize,
    /// Weight on the card dealt.
    pub weight: i16,
    /// Points earned.
    pub earned: i16,
}

/// A seat at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatResult {
    /// Seat.
    pub seat: SeatIx,
    /// Its card, turned up.
    pub card: CardIx,
    /// Aims.
    pub aims: Vec<AimResult>,
    /// Points in all.
    pub points: i16,
    /// What history earned on first cards.
    pub par: Option<i16>,
}

/// A press claim that somebody used or checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PressResult {
    /// Claim.
    pub claim: ClaimIx,
    /// Seats that quoted it, as bits.
    pub quoted: u16,
    /// Seats that checked it, as bits.
    pub checked: u16,
}

/// The first point at which a match left history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turning {
    /// A choice: decision, option taken, historic option.
    Choice(DecisionIx, u16, u16),
    /// A ruling: stage, side that won here, side that won then.
    Ruling(StageIx, Side, Side),
}

/// The debrief of a match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debrief {
    /// Ending; none if the match is still running.
    pub ending: Option<EndingIx>,
    /// Seats, in the order of the table.
    pub seats: Vec<SeatResult>,
    /// World meters: number, at the start, at the end.
    pub world: Vec<(VarIx, i16, i16)>,
    /// Where the match parted from history, and the number of the log entry; none if it never did.
    pub parted: Option<(usize, Turning)>,
    /// Press claims.
    pub press: Vec<PressResult>,
    /// Log entries that belong in a short timeline.
    pub timeline: Vec<usize>,
    /// Each decision beside what the law required of it.
    pub reasoned: Vec<Reasoned>,
    /// Whom the law bound, and from when.
    pub turns: Vec<Turn>,
    /// Log entries that score an argument.
    pub scored: Vec<usize>,
    /// Questions to talk about after this course.
    pub asked: Vec<Text>,
}

/// Debriefs a match.
pub fn debrief(m: &mut Match) -> Debrief {
    let position = m.position();
    let s = std::sync::Arc::clone(m.scenario());
    let cards: Vec<CardIx> = position.hands.iter().map(|h| h.card).collect();
    let seats = (0..s.seats.len()).map(SeatIx::new).map(|seat| {
        let aims: Vec<AimResult> = tally(&s, seat, cards[seat.ix()], &position.numbers)
            .into_iter()
            .enumerate()
            .map(|(aim, (weight, earned))| AimResult { aim, weight, earned })
            .collect();
        let points = aims.iter().map(|a| a.earned).sum();
        SeatResult { seat, card: cards[seat.ix()], aims, points, par: s.seats[seat.ix()].par }
    });
    let seats = seats.collect();
    let world = s.vars.iter().enumerate().filter(|(_, v)| v.kind == VarKind::Meter && v.owner.is_none());
    let world = world.map(|(i, v)| (VarIx::new(i), v.start, position.numbers[i])).collect();
    let press = position.press.iter().enumerate().filter(|(_, p)| p.quoted | p.checked != 0);
    let press = press.map(|(i, p)| PressResult { claim: ClaimIx::new(i), quoted: p.quoted, checked: p.checked }).collect();
    let mut timeline: Vec<usize> = (0..m.log().len()).filter(|i| notable(&m.log()[*i].what)).collect();
    timeline.sort_by_key(|i| m.log()[*i].date);
    let parted = m.log().iter().enumerate().find_map(|(i, e)| turning(&s, &e.what).map(|t| (i, t)));
    let reasoned = super::law::reasoned(m.log());
    let turns = super::law::turns(&s, &LawInPlay::of(&s, position.holdings.iter(), &position.fallen));
    let scored = (0..m.log().len()).filter(|i| matches!(m.log()[*i].what, Happened::Scored(..))).collect();
    let asked = s.debrief.asked(&position.numbers).cloned().collect();
    Debrief { ending: m.over(), seats, world, parted, press, timeline, reasoned, turns, scored, asked }
}

/// What a short timeline shows.
#[must_use]
pub fn notable(what: &Happened) -> bool {
    matches!(
        what,
        Happened::Chose(..)
            | Happened::Moved(_)
            | Happened::Answered(_, true)
            | Happened::Ruled { .. }
            | Happened::Event(_)
            | Happened::Trigger(_)
            | Happened::Superseded(_)
            | Happened::Broke(_)
            | Happened::Closed(_)
    )
}

fn turning(s: &Scenario, what: &Happened) -> Option<Turning> {
    match what {
        Happened::Chose(d, o) => {
            let options = &s.decision(*d).options;
            let historic = options.iter().position(|c| !c.act.historic.is_empty())?;
            let historic = u16::try_from(historic).ok()?;
            (historic != *o).then_some(Turning::Choice(*d, *o, historic))
        }
        Happened::Ruled { stage, result, .. } => {
            let real = s.stage(*stage).hearing.as_ref()?.historic.as_ref()?;
            let then = match real.compel.cmp(&real.resist) {
                std::cmp::Ordering::Greater => Side::Compel,
                std::cmp::Ordering::Less => Side::Resist,
                std::cmp::Ordering::Equal => return None,
            };
            match result {
                crate::model::Result::For(side) if *side != then => Some(Turning::Ruling(*stage, *side, then)),
                _ => None,
            }
        }
        _ => None,
    }
}
