//! Laws of forced, free and in conflict.

use super::oracle::{Verdict, is_live, mode, verdict};
use super::world::{ALL, Case, World, holdings, subsets, world};
use crate::logic::precedent::{CaseIx, Constraint, Day, Mode, Standing, Vertical, why};
use crate::model::Side;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

fn verdict_of(constraint: &Constraint) -> Verdict {
    let list = holdings(constraint).iter().map(|ix| ix.0 as usize);
    let list = list.collect();
    match *constraint {
        Constraint::Forced { side, mode, .. } => Verdict::Forced(side, mode, list),
        Constraint::Conflict { mode, .. } => Verdict::Conflict(mode, list),
        Constraint::Free { .. } => Verdict::Free,
    }
}

fn mirrored(mut constraint: Constraint) -> Constraint {
    if let Constraint::Forced { side, .. } = &mut constraint {
        *side = side.other();
    }
    constraint
}

/// The world with one case only, if that case binds the court at all.
fn alone(world: &World, case: &Case) -> World {
    world.with_cases(vec![case.clone()])
}

/// The laws would hold emptily in worlds where little happens.
#[test]
fn worlds_are_worth_asking_about() {
    let mut runner = TestRunner::deterministic();
    let mut seen = [0_u32; 5];
    for _ in 0..2000 {
        let tree = world().new_tree(&mut runner).expect("no rejections");
        let kind = match verdict_of(&tree.current().ruling()) {
            Verdict::Free => 0,
            Verdict::Forced(_, Mode::Vertical, _) => 1,
            Verdict::Forced(_, Mode::Horizontal, _) => 2,
            Verdict::Conflict(Mode::Vertical, _) => 3,
            Verdict::Conflict(Mode::Horizontal, _) => 4,
        };
        seen[kind] += 1;
    }
    let [free, forced_above, forced_here, torn_above, torn_here] = seen;
    assert!(free > 400 && forced_above > 400 && forced_here > 100, "{seen:?}");
    assert!(torn_above > 10 && torn_here > 10, "{seen:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_ruling_is_what_the_definitions_say(world in world()) {
        let base = world.base();
        for (ix, case) in (0..).map(CaseIx).zip(&world.cases) {
            prop_assert_eq!(base.live(ix, Day(world.day)), is_live(case, world.day));
        }
        prop_assert_eq!(verdict_of(&world.ruling()), verdict(&world, world.facts));
    }

    #[test]
    fn more_horizontal_cases_never_free_a_court(world in world(), more in world()) {
        if !matches!(verdict_of(&world.ruling()), Verdict::Forced(_, Mode::Horizontal, _)) {
            return Ok(());
        }
        let mut wider = world.clone();
        let added = World { compels: world.compels, ..more };
        for case in added.cases {
            let winners = world.of(case.side);
            let reason = if case.reason & winners == 0 { winners } else { case.reason & winners };
            let (court, question) = (world.court, world.question);
            let facts = case.facts | reason;
            wider.cases.push(Case { question, court, facts, reason, ..case });
        }
        prop_assert_ne!(verdict_of(&wider.ruling()), Verdict::Free);
    }

    #[test]
    fn more_support_never_weakens_a_forced_outcome(world in world(), extra in 0..=ALL) {
        if let Some(side) = world.ruling().forced() {
            let stronger = world.ruling_on(world.facts | extra & world.of(side));
            prop_assert_eq!(stronger.forced(), Some(side));
        }
    }

    #[test]
    fn the_sides_are_alike(world in world()) {
        let other = world.clone().mirrored();
        prop_assert_eq!(mirrored(world.ruling()), other.ruling());
        let escape = world.escape().map(|escape| (escape.from, escape.changes, escape.after));
        let turned = other.escape().map(|mut escape| {
            escape.from = escape.from.other();
            (escape.from, escape.changes, mirrored(escape.after))
        });
        prop_assert_eq!(escape, turned);
        for side in Side::BOTH {
            for reason in subsets(world.facts) {
                let here = world.permitted(reason, side);
                prop_assert_eq!(here, other.permitted(reason, side.other()));
            }
        }
    }

    #[test]
    fn the_order_of_cases_changes_nothing(
        (world, order) in world().prop_flat_map(|world| {
            let order: Vec<usize> = (0..world.cases.len()).collect();
            (Just(world), Just(order).prop_shuffle())
        })
    ) {
        let shuffled = order.iter().map(|&ix| world.cases[ix].clone()).collect();
        let shuffled = world.with_cases(shuffled);
        let old = |ix: &CaseIx| order[ix.0 as usize];
        let sorted = |mut list: Vec<usize>| {
            list.sort_unstable();
            list
        };
        let back = match verdict_of(&shuffled.ruling()) {
            Verdict::Forced(side, mode, list) => {
                Verdict::Forced(side, mode, sorted(list.iter().map(|&ix| order[ix]).collect()))
            }
            Verdict::Conflict(mode, list) => {
                Verdict::Conflict(mode, sorted(list.iter().map(|&ix| order[ix]).collect()))
            }
            Verdict::Free => Verdict::Free,
        };
        let (here, there) = (world.ruling(), shuffled.ruling());
        prop_assert_eq!(back, verdict_of(&here));
        if let (Constraint::Free { persuasive: a }, Constraint::Free { persuasive: b }) =
            (&here, &there)
        {
            // Equals may change places; what they are and how near may not.
            let near = |list: &[crate::logic::precedent::Persuasive]| -> Vec<_> {
                list.iter().map(|p| p.distance).collect()
            };
            prop_assert_eq!(near(a), near(b));
            let a = sorted(a.iter().map(|p| p.case.0 as usize).collect());
            prop_assert_eq!(a, sorted(b.iter().map(|p| old(&p.case)).collect()));
        }
        let changes = |world: &World| world.escape().map(|escape| escape.changes);
        prop_assert_eq!(changes(&world), changes(&shuffled));
    }

    #[test]
    fn a_strict_holding_applies_whatever_is_new(mut world in world(), extra in 0..=ALL) {
        world.court_mut().vertical = Vertical::Strict;
        for case in &world.cases {
            if mode(&world, case) == Some(Mode::Vertical) && case.reason & !world.facts == 0 {
                let alone = alone(&world, case);
                let against = extra & world.of(case.side.other());
                let now = alone.ruling_on(world.facts | against);
                prop_assert_eq!(now.forced(), Some(case.side));
            }
        }
    }

    #[test]
    fn vacating_a_case_is_removing_it(world in world(), pick in any::<prop::sample::Index>()) {
        if world.cases.is_empty() {
            return Ok(());
        }
        let gone = pick.index(world.cases.len());
        let mut vacated = world.clone();
        let on = vacated.cases[gone].day;
        vacated.cases[gone].history = vec![(on, Standing::Vacated)];
        let mut removed = world.clone();
        removed.cases.remove(gone);
        let back = |ix: usize| if ix >= gone { ix + 1 } else { ix };
        let restored = match verdict_of(&removed.ruling()) {
            Verdict::Forced(side, mode, list) => {
                Verdict::Forced(side, mode, list.into_iter().map(back).collect())
            }
            Verdict::Conflict(mode, list) => {
                Verdict::Conflict(mode, list.into_iter().map(back).collect())
            }
            Verdict::Free => Verdict::Free,
        };
        prop_assert_eq!(verdict_of(&vacated.ruling()), restored);
        for side in Side::BOTH {
            for reason in subsets(world.facts) {
                let vacated = vacated.permitted(reason, side).is_permitted();
                prop_assert_eq!(vacated, removed.permitted(reason, side).is_permitted());
            }
        }
    }

    #[test]
    fn what_forces_by_its_result_forces_by_its_reason(world in world()) {
        for case in &world.cases {
            let by_reason = alone(&world, case);
            let mut by_result = by_reason.clone();
            by_result.cases[0].reason = case.facts & world.of(case.side);
            if by_result.ruling().forced().is_some() {
                prop_assert_eq!(by_reason.ruling(), by_result.ruling());
            }
        }
    }

    #[test]
    fn another_question_changes_nothing(world in world()) {
        // Moved to the end, the others leave every number as it was.
        let (same, others): (Vec<Case>, Vec<Case>) =
            world.cases.iter().cloned().partition(|c| c.question == world.question);
        let short = world.with_cases(same.clone());
        let long = world.with_cases([same, others].concat());
        prop_assert_eq!(short.ruling(), long.ruling());
        prop_assert_eq!(short.escape(), long.escape());
        for side in Side::BOTH {
            for reason in subsets(world.facts) {
                prop_assert_eq!(short.permitted(reason, side), long.permitted(reason, side));
            }
        }
    }

    #[test]
    fn nearest_comes_first_and_nothing_live_is_lost(world in world()) {
        let Constraint::Free { persuasive } = world.ruling() else {
            return Ok(());
        };
        prop_assert!(persuasive.is_sorted_by_key(|entry| entry.distance));
        for (ix, case) in (0..).map(CaseIx).zip(&world.cases) {
            let entry = persuasive.iter().find(|entry| entry.case == ix);
            if case.question != world.question || case.day >= world.day {
                prop_assert!(entry.is_none());
            } else if is_live(case, world.day) {
                prop_assert!(entry.is_some());
            }
            if let Some(entry) = entry {
                let missing = case.reason & !world.facts;
                let new = world.facts & world.of(case.side.other()) & !case.facts;
                prop_assert_eq!(entry.distance, (missing | new).count_ones() as usize);
            }
        }
    }

    #[test]
    fn every_why_checks_against_the_definitions(world in world()) {
        let constraint = world.ruling();
        let found = why(&world.base(), &world.set(world.facts), &constraint);
        prop_assert_eq!(found.iter().map(|e| e.holding).collect::<Vec<_>>(), holdings(&constraint));
        for reason in found {
            let case = &world.cases[reason.holding.0 as usize];
            let (won, lost) = (world.of(case.side), world.of(case.side.other()));
            let facts = world.facts;
            prop_assert_eq!(reason.court.0, case.court);
            prop_assert_eq!(reason.question.0, world.question);
            prop_assert_eq!(reason.side, case.side);
            prop_assert_eq!(Some(reason.mode), mode(&world, case));
            prop_assert_eq!(&reason.shared_reason, &world.set(case.reason));
            prop_assert!(reason.shared_reason.is_subset(&world.set(facts & won)));
            prop_assert_eq!(reason.beaten_again, world.set(case.facts & facts & lost));
            prop_assert_eq!(reason.stronger_now, world.set(facts & won & !case.facts));
            prop_assert_eq!(reason.absent_now, world.set(case.facts & lost & !facts));
            let new = facts & lost & !case.facts;
            prop_assert_eq!(&reason.new_opposition, &world.set(new));
            let strict = world.court().vertical == Vertical::Strict;
            prop_assert!(new == 0 || strict && reason.mode == Mode::Vertical);
        }
    }
}
