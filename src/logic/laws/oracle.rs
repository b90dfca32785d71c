//! The definitions, as literally as they can be written: slow on purpose.

use super::world::{Case, World, subsets};
use crate::logic::precedent::{Clash, CourtIx, Mode, Own, Standing, Vertical};
use crate::model::Side;
use std::collections::BTreeSet;

/// V <_c W: the reason or more beats all it beat then, or less.
fn prefers(world: &World, case: &Case, v: u32, w: u32) -> bool {
    let beaten = case.facts & world.of(case.side.other());
    case.reason & !w == 0 && v & !beaten == 0
}

/// Every pair (V, W) of a set that compels and one that resists of which the
/// cases say both V < W and W < V.
pub(super) fn inconsistencies(world: &World, cases: &[&Case]) -> BTreeSet<(u32, u32)> {
    let says = |side, low, high| {
        let of = cases.iter().filter(|case| case.side == side);
        of.into_iter().any(|case| prefers(world, case, low, high))
    };
    let mut found = BTreeSet::new();
    for v in subsets(world.of(Side::Compel)) {
        for w in subsets(world.of(Side::Resist)) {
            if says(Side::Resist, v, w) && says(Side::Compel, w, v) {
                found.insert((v, w));
            }
        }
    }
    found
}

pub(super) fn is_live(case: &Case, day: i32) -> bool {
    let mut good = true;
    for &(on, standing) in &case.history {
        if on <= day && standing != Standing::Distinguished {
            good = standing == Standing::GoodLaw;
        }
    }
    case.day < day && good
}

fn reaches(world: &World, from: CourtIx, to: CourtIx, also_bound: bool) -> bool {
    let court = &world.courts[usize::from(from.0)];
    let mut next = court.reviewed_by.clone();
    if also_bound {
        next.extend(court.bound_by.iter().flatten());
    }
    let mut next = next.into_iter();
    next.any(|step| step == to || reaches(world, step, to, also_bound))
}

pub(super) fn outranks(world: &World, higher: u16, lower: u16) -> bool {
    reaches(world, CourtIx(lower), CourtIx(higher), true)
}

/// How a case binds the court that is asked, if it does.
pub(super) fn mode(world: &World, case: &Case) -> Option<Mode> {
    let live = is_live(case, world.day) && case.question == world.question && case.binds;
    let court = CourtIx(case.court);
    let above = match &world.court().bound_by {
        Some(named) => named.contains(&court),
        None => reaches(world, CourtIx(world.court), court, false),
    };
    let (until, freed) = (&world.court().bound_until, &world.court().freed_after);
    let in_time = until.iter().all(|(until, last)| *until != court || case.day <= last.0)
        && freed.iter().all(|(freed, last)| *freed != court || world.day <= last.0);
    if live && case.court == world.court && world.court().own != Own::Not {
        Some(Mode::Horizontal)
    } else if live && above && in_time {
        Some(Mode::Vertical)
    } else {
        None
    }
}

/// All holdings that bind the court that is asked.
pub(super) fn binding(world: &World) -> Vec<&Case> {
    let cases = world.cases.iter();
    cases.filter(|case| mode(world, case).is_some()).collect()
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Forced(Side, Mode, Vec<usize>),
    Conflict(Mode, Vec<usize>),
    Free,
}

/// What the precedents require, by the book.
pub(super) fn verdict(world: &World, facts: u32) -> Verdict {
    let applying = |wanted: Mode| -> Vec<usize> {
        let strict = wanted == Mode::Vertical && world.court().vertical == Vertical::Strict;
        (0..world.cases.len())
            .filter(|&ix| {
                let case = &world.cases[ix];
                let against = facts & world.of(case.side.other());
                mode(world, case) == Some(wanted) && case.reason & !facts == 0 && (strict || against & !case.facts == 0)
            })
            .collect()
    };
    let side = |ix: &usize| world.cases[*ix].side;
    let both = |list: &[usize]| list.iter().any(|a| list.iter().any(|b| side(a) != side(b)));

    let mut vertical = applying(Mode::Vertical);
    if both(&vertical) {
        let court = |ix: usize| world.cases[ix].court;
        let all = vertical.clone();
        vertical.retain(|&ix| !all.iter().any(|&o| outranks(world, court(o), court(ix))));
        let highest = vertical.clone();
        vertical.retain(|&ix| {
            let peers = highest.iter().copied().filter(|&o| court(o) == court(ix));
            let peers: Vec<usize> = peers.collect();
            let mut others = peers.iter().map(|&o| world.cases[o].day);
            let day = world.cases[ix].day;
            !both(&peers)
                || match world.court().clash {
                    Clash::Earliest => others.all(|other| day <= other),
                    Clash::Latest => others.all(|other| day >= other),
                    Clash::Choose => true,
                }
        });
    }
    for (mode, list) in [(Mode::Vertical, vertical), (Mode::Horizontal, applying(Mode::Horizontal))] {
        if both(&list) {
            return Verdict::Conflict(mode, list);
        }
        if let Some(first) = list.first() {
            return Verdict::Forced(side(first), mode, list);
        }
    }
    Verdict::Free
}

/// Whether a decision adds no pair to what is inconsistent among `cases`.
pub(super) fn adds_nothing(world: &World, cases: &[&Case], new: &Case) -> bool {
    let mut more = cases.to_vec();
    more.push(new);
    inconsistencies(world, &more).is_subset(&inconsistencies(world, cases))
}

/// A decision of the court that is asked, as a case.
pub(super) fn decided(world: &World, reason: u32, side: Side) -> Case {
    Case {
        question: world.question,
        court: world.court,
        day: world.day,
        facts: world.facts,
        reason,
        side,
        history: vec![],
        binds: true,
    }
}
