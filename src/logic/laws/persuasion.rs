//! Laws of persuasive weight: it is shown, it orders, and it never binds.

use super::world::{ALL, Case, World, world};
use crate::logic::persuasion::{Authority, Forums, Weight, authorities};
use crate::logic::precedent::{CaseIx, Constraint, CourtIx, Day, Own, QuestionIx};
use crate::model::{Family, Level};
use proptest::prelude::*;

/// Four courts of four ranks in two tied orders of different families.
fn forums() -> Forums {
    let courts = [(Level::Supreme, 0), (Level::EnBanc, 1), (Level::Appeal, 0), (Level::Trial, 1)];
    Forums::new(&courts, &[(Family::CommonLaw, &[1]), (Family::CivilLaw, &[])])
}

fn ask(world: &World, facts: u32) -> Vec<Authority> {
    let at = (CourtIx(world.court), QuestionIx(world.question));
    authorities(&world.base(), &forums(), at.0, at.1, &world.set(facts), Day(world.day))
}

/// Whether a case could bind the court asked, whatever became of it.
fn could_bind(world: &World, case: &Case) -> bool {
    let own = case.court == world.court && world.court().own != Own::Not;
    case.binds && (own || world.base().is_bound_by(CourtIx(world.court), CourtIx(case.court), Day(case.day), Day(world.day)))
}

/// A constraint, as far as it binds.
fn binding(constraint: Constraint) -> Option<Constraint> {
    (!matches!(constraint, Constraint::Free { .. })).then_some(constraint)
}

proptest! {
    /// Taking every merely persuasive case away changes nothing that is forced, free or in conflict; so adding one does not.
    #[test]
    fn persuasion_never_binds(world in world()) {
        let kept: Vec<usize> = (0..world.cases.len()).filter(|&i| could_bind(&world, &world.cases[i])).collect();
        let bare = world.with_cases(kept.iter().map(|&i| world.cases[i].clone()).collect());
        // Cases keep their order, so that holdings can be told by their new places.
        let back = |ix: &mut CaseIx| ix.0 = u32::try_from(kept[ix.0 as usize]).expect("small");
        let mut without = bare.ruling();
        if let Constraint::Forced { holdings, .. } | Constraint::Conflict { holdings, .. } = &mut without {
            holdings.iter_mut().for_each(back);
        }
        prop_assert_eq!(binding(world.ruling()), binding(without));
    }

    /// No holding that forces is listed as persuading, and nothing is listed that is not in the base on the question.
    #[test]
    fn what_binds_is_not_listed(world in world()) {
        let list = ask(&world, world.facts);
        let forcing = world.ruling();
        for found in &list {
            let case = &world.cases[found.case.0 as usize];
            prop_assert!(case.question == world.question && case.day < world.day && found.side == case.side);
            prop_assert!(!super::world::holdings(&forcing).contains(&found.case));
            prop_assert!(found.weight.is_none() || !could_bind(&world, case));
        }
        prop_assert!(list.is_sorted_by_key(|found| found.differences.len()));
    }

    /// More shared facts that add no difference never lower a weight, and move no other part of it.
    #[test]
    fn more_likeness_never_lowers(world in world(), more in 0..=ALL) {
        for found in ask(&world, world.facts) {
            let case = &world.cases[found.case.0 as usize];
            let closer = ask(&world, world.facts | (more & case.facts));
            let again = closer.iter().find(|other| other.case == found.case).expect("still listed");
            prop_assert!(again.weight.as_ref().map(Weight::total) >= found.weight.as_ref().map(Weight::total));
            prop_assert!(again.differences.is_subset(&found.differences));
        }
    }

    /// The order in which cases were loaded changes no weight.
    #[test]
    fn order_changes_nothing(world in world()) {
        let last = world.cases.len();
        let turned = world.with_cases(world.cases.iter().rev().cloned().collect());
        let mut there = ask(&turned, turned.facts);
        for found in &mut there {
            found.case = CaseIx(u32::try_from(last).expect("small") - 1 - found.case.0);
        }
        there.sort_by_key(|found| found.case);
        let mut here = ask(&world, world.facts);
        here.sort_by_key(|found| found.case);
        prop_assert_eq!(here, there);
    }

    /// Relabelling the sides mirrors the list.
    #[test]
    fn sides_mirror(world in world()) {
        let mut there = ask(&world.clone().mirrored(), world.facts);
        for found in &mut there {
            found.side = found.side.other();
        }
        prop_assert_eq!(ask(&world, world.facts), there);
    }
}
