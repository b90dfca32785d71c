//! Two matches of one dispute side by side: what they share, where they part, and what came of each.

use super::notable;
use crate::lang;
use crate::model::{Date, EndingIx, Happened, LogEntry, Say, SeatIx, VarIx, VarKind};
use crate::play::Match;
use std::sync::Arc;

/// Something that happened in one of the two.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Day.
    pub date: Date,
    /// Who did it, if a seat did.
    pub actor: Option<SeatIx>,
    /// What.
    pub what: Say,
}

/// A round after the two have parted.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// Round, from 1.
    pub round: u8,
    /// What happened in the first and in the second.
    pub lines: [Vec<Line>; 2],
}

/// Two matches compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Actions they have in common, from the start.
    pub common: usize,
    /// Round and day from which they differ; none if one is the beginning of the other, or both are the same.
    pub parted: Option<(u8, Date)>,
    /// Side by side from there.
    pub rounds: Vec<Stretch>,
    /// World meters: at the start, and where each match stands.
    pub world: Vec<(VarIx, i16, [i16; 2])>,
    /// Points of each seat; empty while one of the two is still running, for they would betray its cards.
    pub points: Vec<(SeatIx, [i16; 2])>,
    /// Endings.
    pub endings: [Option<EndingIx>; 2],
}

/// Compares two matches; none if they are not of the same scenario with the same rules. Of a match that is still running,
/// only what every seat knows is told.
#[must_use]
pub fn compare(first: &mut Match, second: &mut Match) -> Option<Comparison> {
    let s = Arc::clone(first.scenario());
    if s.hash != second.scenario().hash || s.id != second.scenario().id {
        return None;
    }
    let everybody = crate::rules::everybody(&s);
    let common = first.actions().iter().zip(second.actions()).take_while(|(a, b)| a == b).count();
    let (one, two) = (first.log(), second.log());
    let shared = one.iter().zip(two).take_while(|(a, b)| a == b).count();
    // While one is still running, what single seats know must not show in where they part.
    let running = first.over().is_none() || second.over().is_none();
    let heard = |e: &&LogEntry| !running || e.known_to & everybody == everybody;
    let apart = one.iter().filter(heard).zip(two.iter().filter(heard)).find(|(a, b)| a != b);
    let parted = apart.map(|(a, b)| (a.round.min(b.round), a.date.min(b.date)));
    let told = |m: &Match| -> Vec<(u8, Line)> {
        let log = m.log();
        let open = |e: &LogEntry| m.over().is_some() || e.known_to & everybody == everybody;
        let line = |i: usize, e: &LogEntry| {
            let what = lang::entry_after(&s, &log[..i], e);
            (e.round, Line { date: e.date, actor: e.actor, what })
        };
        let weighty = |e: &LogEntry| notable(&e.what) || matches!(e.what, Happened::Held(..));
        log.iter().enumerate().skip(shared).filter(|(_, e)| open(e) && weighty(e)).map(|(i, e)| line(i, e)).collect()
    };
    let sides = [told(first), told(second)];
    let last = sides.iter().flatten().map(|(round, _)| *round).max().unwrap_or(0);
    let stretch = |round: u8| {
        let of = |side: &[(u8, Line)]| side.iter().filter(|(r, _)| *r == round).map(|(_, l)| l.clone()).collect();
        Stretch { round, lines: [of(&sides[0]), of(&sides[1])] }
    };
    let rounds = (1..=last).map(stretch).filter(|r| r.lines.iter().any(|l| !l.is_empty())).collect();
    let world = s.vars.iter().enumerate().filter(|(_, v)| {
        let public = v.known_to & everybody == everybody;
        v.kind == VarKind::Meter && v.owner.is_none() && public
    });
    let world = world.map(|(i, v)| (VarIx::new(i), v.start, [first.numbers()[i], second.numbers()[i]])).collect();
    let endings = [first.over(), second.over()];
    let points = if endings.iter().all(Option::is_some) {
        let (mine, theirs) = (first.cards(), second.cards());
        let of = |i: usize| {
            let seat = SeatIx::new(i);
            (seat, [first.points(seat, mine[i]), second.points(seat, theirs[i])])
        };
        (0..s.seats.len()).map(of).collect()
    } else {
        Vec::new()
    };
    Some(Comparison { common, parted, rounds, world, points, endings })
}
