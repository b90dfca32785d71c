//! Laws of what a court may decide, of conflicts, and of the way out.

use super::oracle::{Verdict, adds_nothing, binding, decided, inconsistencies, is_live, mode, outranks, verdict};
use super::world::{ALL, Case, World, subsets, world};
use crate::logic::precedent::{
    CaseIx, Change, Constraint, CourtIx, Day, Decision, Mode, Permission, QuestionIx, Treatment, conflict, conflicts, overruled,
    resting_on, treatments,
};
use crate::model::Side;
use proptest::prelude::*;

/// The binding cases without those named.
fn left<'a>(world: &'a World, named: &[CaseIx]) -> Vec<&'a Case> {
    let mut cases = binding(world);
    let gone: Vec<&Case> = named.iter().map(|ix| &world.cases[ix.0 as usize]).collect();
    cases.retain(|case| !gone.iter().any(|gone| std::ptr::eq(*gone, *case)));
    cases
}

/// The fewest changes after which `side` is not forced any more.
fn fewest(world: &World, side: Side) -> Option<u32> {
    let candidates = world.facts & world.of(side) | !world.facts & world.of(side.other()) & ALL;
    let frees = |changes: &u32| {
        let verdict = verdict(world, world.facts ^ changes);
        !matches!(verdict, Verdict::Forced(forced, ..) if forced == side)
    };
    let free = subsets(candidates).filter(frees);
    free.map(u32::count_ones).min()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn two_cases_conflict_when_they_contradict_each_other(world in world()) {
        let base = world.base();
        let mut pairs = Vec::new();
        for (a, left) in (0..).map(CaseIx).zip(&world.cases) {
            for (b, right) in (0..).map(CaseIx).zip(&world.cases) {
                let contradict = left.question == right.question
                    && !inconsistencies(&world, &[left, right]).is_empty();
                prop_assert_eq!(conflict(base.case(a), base.case(b)), contradict);
                if contradict && left.side == Side::Compel {
                    pairs.push((a, b));
                }
            }
        }
        prop_assert_eq!(conflicts(&base, None), pairs);
    }

    /// On a holding rests what is good law for the same side and was forced by it alone, on its own day and facts.
    #[test]
    fn what_rests_on_a_holding_was_forced_by_it_alone(world in world()) {
        let base = world.base();
        for (n, support) in world.cases.iter().enumerate() {
            let rests = |(i, case): &(usize, &Case)| {
                let (court, question) = (case.court, case.question);
                let then = World { court, question, day: case.day, facts: case.facts, ..world.clone() };
                let alone = matches!(verdict(&then, case.facts), Verdict::Forced(side, _, by) if side == case.side && by == [n]);
                *i != n && question == support.question && is_live(case, world.day) && alone
            };
            let found: Vec<usize> = world.cases.iter().enumerate().filter(rests).map(|(i, _)| i).collect();
            let ix = CaseIx(u32::try_from(n).expect("small"));
            let told: Vec<usize> = resting_on(&base, ix, Day(world.day)).iter().map(|ix| ix.0 as usize).collect();
            prop_assert_eq!(told, found);
        }
    }

    #[test]
    fn in_the_reason_model_permitted_is_adding_no_contradiction(world in world()) {
        let world = world.horizontal();
        let cases: Vec<&Case> = world.cases.iter().collect();
        for side in Side::BOTH {
            let mut any = false;
            for reason in subsets(world.facts & world.of(side)).filter(|&reason| reason != 0) {
                let new = decided(&world, reason, side);
                let adds_nothing = adds_nothing(&world, &cases, &new);
                let permission = world.permitted(reason, side);
                prop_assert_eq!(permission.is_permitted(), adds_nothing);
                any |= adds_nothing;
            }
            // Forced is: the other side has something to say, and may not.
            if world.facts & world.of(side) != 0 {
                prop_assert_eq!(world.ruling().forced() == Some(side.other()), !any);
            }
        }
    }

    #[test]
    fn deciding_against_what_forces(world in world()) {
        let Constraint::Forced { side, mode, holdings } = world.ruling() else {
            return Ok(());
        };
        let loser = side.other();
        for reason in subsets(world.facts & world.of(loser)).filter(|&reason| reason != 0) {
            match world.permitted(reason, loser) {
                Permission::Contrary { to } => {
                    prop_assert_eq!(mode, Mode::Vertical);
                    prop_assert_eq!(&to, &holdings);
                }
                Permission::Inconsistent { with } => {
                    prop_assert_eq!(mode, Mode::Horizontal);
                    prop_assert!(holdings.iter().all(|ix| with.contains(ix)));
                    let new = decided(&world, reason, loser);
                    prop_assert!(!adds_nothing(&world, &binding(&world), &new));
                }
                other => prop_assert!(false, "{:?}", other),
            }
        }
    }

    #[test]
    fn a_permitted_decision_adds_no_conflict_but_those_it_names(world in world()) {
        for side in Side::BOTH {
            for reason in subsets(world.facts & world.of(side)).filter(|&reason| reason != 0) {
                let new = decided(&world, reason, side);
                match world.permitted(reason, side) {
                    Permission::Permitted { displaces } => {
                        prop_assert!(adds_nothing(&world, &left(&world, &displaces), &new));
                    }
                    Permission::Flagged { between, displaces } => {
                        let named = [between, displaces].concat();
                        prop_assert!(adds_nothing(&world, &left(&world, &named), &new));
                    }
                    Permission::Inconsistent { with } => {
                        prop_assert!(!adds_nothing(&world, &binding(&world), &new));
                        prop_assert!(!with.is_empty());
                    }
                    Permission::Contrary { .. } => {
                        prop_assert_eq!(world.ruling().forced(), Some(side.other()));
                    }
                    other => prop_assert!(false, "{:?}", other),
                }
            }
        }
    }

    #[test]
    fn a_reason_is_some_of_what_favours_the_winner(world in world(), reason in 0..=ALL) {
        for side in Side::BOTH {
            let usable = world.facts & world.of(side);
            let permission = world.permitted(reason, side);
            let wrong = world.set(reason & !usable);
            prop_assert_eq!(matches!(permission, Permission::NoReason), reason == 0);
            prop_assert_eq!(
                matches!(permission, Permission::NotAReason { factors } if factors == wrong),
                reason & !usable != 0
            );
        }
    }

    #[test]
    fn who_must_win_may_win_and_who_need_not_lose_may_win(world in world()) {
        let forced = world.ruling().forced();
        for side in Side::BOTH {
            let usable = world.facts & world.of(side);
            let any = subsets(usable).any(|reason| world.permitted(reason, side).is_permitted());
            prop_assert_eq!(any, usable != 0 && forced != Some(side.other()));
        }
    }

    #[test]
    fn every_escape_frees_the_court(world in world()) {
        let forced = world.ruling().forced();
        let Some(escape) = world.escape() else {
            prop_assert_eq!(forced, None);
            return Ok(());
        };
        prop_assert_eq!(Some(escape.from), forced);
        let base = world.base();
        let mut facts = world.set(world.facts);
        for change in &escape.changes {
            let (factor, side, present) = match *change {
                Change::Drop(factor) => (factor, escape.from, true),
                Change::Add(factor) => (factor, escape.from.other(), false),
            };
            prop_assert_eq!(facts.contains(factor), present);
            prop_assert_eq!(base.sides()[usize::from(factor.0)], side);
            change.apply(&mut facts);
        }
        prop_assert!(escape.changes.is_sorted());
        let after = world.ruling_in(&base, &facts);
        prop_assert_ne!(after.forced(), forced);
        prop_assert_eq!(after, escape.after);
        // No part of the way is superfluous where nothing stands against it.
        if world.cases.iter().all(|case| case.side == escape.from) {
            for change in &escape.changes {
                let mut less = world.set(world.facts);
                let rest = escape.changes.iter().filter(|other| *other != change);
                rest.for_each(|change| change.apply(&mut less));
                prop_assert_eq!(world.ruling_in(&base, &less).forced(), forced);
            }
        }
    }

    #[test]
    fn no_escape_is_shorter(world in world(), side in prop::sample::select(&Side::BOTH[..])) {
        // Against holdings of one side only, since contrary ones that come to
        // apply would free the court without distinguishing anything.
        let mut world = World { stride: 1, ..world };
        world.cases.retain(|case| case.side == side);
        if let Some(escape) = world.escape() {
            prop_assert_eq!(Some(escape.changes.len()), fewest(&world, side).map(|n| n as usize));
        }
    }

    #[test]
    fn every_earlier_holding_is_dealt_with_once_and_as_the_definitions_say(world in world()) {
        let base = world.base();
        let (court, question, day) = (CourtIx(world.court), QuestionIx(world.question), Day(world.day));
        let facts = world.set(world.facts);
        for side in Side::BOTH {
            for reason in subsets(world.facts & world.of(side)).filter(|&reason| reason != 0) {
                let set = world.set(reason);
                let decision = Decision { facts: &facts, reason: &set, side };
                let dealt = treatments(&base, court, question, day, decision);
                let fallen = overruled(&base, court, question, day, decision);
                let against = match world.permitted(reason, side) {
                    Permission::Contrary { to } => to,
                    Permission::Inconsistent { with } => with,
                    _ => Vec::new(),
                };
                for (ix, case) in (0..).map(CaseIx).zip(&world.cases) {
                    let live = case.question == world.question && is_live(case, world.day);
                    let entries: Vec<_> = dealt.iter().filter(|t| t.holding == ix).collect();
                    prop_assert!(entries.len() <= 1);
                    prop_assert!(live || entries.is_empty());
                    prop_assert!(!live || case.side == side || entries.len() == 1, "what is adverse is answered");
                    let contradicts = case.side != side && case.reason & !world.facts == 0 && reason & !case.facts == 0;
                    let falls = live && contradicts && outranks(&world, world.court, case.court);
                    prop_assert_eq!(fallen.contains(&ix), falls);
                    let Some(entry) = entries.first() else { continue };
                    prop_assert_eq!(entry.mode, mode(&world, case));
                    prop_assert_eq!(entry.treatment == Treatment::Followed, case.side == side);
                    prop_assert_eq!(entry.treatment == Treatment::Contrary, against.contains(&ix));
                    prop_assert!(entry.treatment != Treatment::Overruled || falls);
                    let declined = entry.treatment == Treatment::Declined;
                    prop_assert!(!declined || entry.mode.is_none() && entry.differences.is_empty());
                    let distinguished = entry.treatment == Treatment::Distinguished;
                    prop_assert!(!distinguished || !entry.differences.is_empty());
                }
            }
        }
    }
}
