//! The matrix against an oracle written from the rules at the head of the module, on random norms.

use super::*;
use crate::model::{CircumstanceIx, DataKind, FactorSet, Formula, Norm, Order};
use proptest::collection::vec;
use proptest::prelude::*;

#[derive(Clone, Debug)]
struct Plain {
    duty: Duty,
    order: usize,
    about: bool,
    content: Option<bool>,
    from: Option<i32>,
    until: Option<i32>,
    needs: Option<u16>,
    lifted_by: Option<u16>,
    /// Earlier norms only, so that the oracle may recurse.
    over: Vec<usize>,
}

fn plain() -> impl Strategy<Value = Plain> {
    let duty = prop_oneof![Just(Duty::Must), Just(Duty::MustNot), Just(Duty::May)];
    let day = || proptest::option::of(0..10);
    (
        (duty, 0_usize..2, prop::bool::weighted(0.9), proptest::option::weighted(0.3, any::<bool>())),
        (day(), day(), proptest::option::of(0_u16..3), proptest::option::weighted(0.3, 0_u16..3), vec(0_usize..6, 0..3)),
    )
        .prop_map(|((duty, order, about, content), (from, until, needs, lifted_by, over))| Plain {
            duty,
            order,
            about,
            content,
            from,
            until,
            needs,
            lifted_by,
            over,
        })
}

fn day(n: i32) -> Date {
    Date::parse("2020-01-01").unwrap().plus(n)
}

fn law(all: &[Plain]) -> Law {
    let norm = |(i, p): (usize, &Plain)| Norm {
        id: format!("n{i}"),
        order: p.order,
        title: String::new(),
        duty: p.duty,
        what: String::new(),
        from: p.from.map(day),
        until: p.until.map(day),
        citation: String::new(),
        acts: vec![if p.about { Act::Disclose } else { Act::Preserve }],
        data: p.content.map(|c| if c { DataKind::Content } else { DataKind::NonContent }),
        when: p.needs.map_or(Formula::Always, |c| Formula::Atom(Circumstance::Named(CircumstanceIx(c)))),
        sanction: None,
        blocking: false,
        lifted_by: p.lifted_by.map(CircumstanceIx),
        over: p.over.iter().filter(|j| **j < i).map(|j| NormIx::new(*j)).collect(),
        supports: vec![],
    };
    let order = |id: &str| Order {
        id: id.into(),
        name: id.into(),
        family: crate::model::Family::CommonLaw,
        ties: vec![],
        members: vec![],
    };
    Law { orders: vec![order("a"), order("b")], norms: all.iter().enumerate().map(norm).collect(), ..Law::default() }
}

fn known(named: &[bool], on: i32) -> Facts {
    Facts {
        day: day(on),
        data: DataKind::Content,
        lies_in: vec![],
        provider_of: vec![],
        demands: vec![],
        established: FactorSet::new(),
        named: named.to_vec(),
    }
}

/// Rules 1 to 3, for a norm.
fn stands(all: &[Plain], i: usize, order: usize, named: &[bool], on: i32) -> bool {
    let p = &all[i];
    let there = |c: Option<u16>| c.map(|c| named[usize::from(c)]);
    p.order == order
        && p.about
        && p.content != Some(false)
        && p.from.is_none_or(|f| f <= on)
        && p.until.is_none_or(|u| on <= u)
        && there(p.needs) != Some(false)
        && there(p.lifted_by) != Some(true)
        && !(i + 1..all.len()).any(|j| all[j].over.contains(&i) && stands(all, j, order, named, on))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn cells_are_as_the_rules_say(all in vec(plain(), 0..6), named in vec(any::<bool>(), 3), on in 0..10) {
        let law = law(&all);
        let facts = known(&named, on);
        for order in 0..2 {
            let got = cell(&law, &facts, ItemIx(0), OrderIx::new(order), Act::Disclose);
            let standing: Vec<usize> = (0..all.len()).filter(|i| stands(&all, *i, order, &named, on)).collect();
            let has = |d| standing.iter().any(|i| all[*i].duty == d);
            let duty = if has(Duty::MustNot) {
                Some(Duty::MustNot)
            } else if has(Duty::Must) {
                Some(Duty::Must)
            } else if has(Duty::May) {
                Some(Duty::May)
            } else {
                None
            };
            prop_assert_eq!(got.duty, duty);
            let because: Vec<usize> = standing.iter().copied().filter(|i| Some(all[*i].duty) == duty).collect();
            prop_assert_eq!(got.because.iter().map(|n| n.ix()).collect::<Vec<_>>(), because);
            for b in &got.norms {
                prop_assert_eq!(b.stands, standing.contains(&b.norm.ix()));
                prop_assert_eq!(b.trace.holds, law.norm(b.norm).when.holds(&facts));
                prop_assert!(b.excepted.iter().all(|e| standing.contains(&e.ix())));
            }
        }
    }

    #[test]
    fn a_conflict_is_a_must_here_and_a_must_not_there(all in vec(plain(), 0..8), named in vec(any::<bool>(), 3), on in 0..10) {
        let law = law(&all);
        let facts = known(&named, on);
        let cells: Vec<Cell> = (0..2).map(|o| cell(&law, &facts, ItemIx(0), OrderIx::new(o), Act::Disclose)).collect();
        let matrix = Matrix { day: facts.day, act: Act::Disclose, cells: cells.clone() };
        let expected: Vec<(usize, usize)> = [(0, 1), (1, 0)]
            .into_iter()
            .filter(|(a, b)| cells[*a].duty == Some(Duty::Must) && cells[*b].duty == Some(Duty::MustNot))
            .collect();
        let got: Vec<(usize, usize)> = matrix.conflicts(&law).iter().map(|c| (c.must.ix(), c.must_not.ix())).collect();
        prop_assert_eq!(got, expected);
    }
}

#[test]
fn a_ring_of_exceptions_stands_neither() {
    let open = |duty| Plain {
        duty,
        order: 0,
        about: true,
        content: None,
        from: None,
        until: None,
        needs: None,
        lifted_by: None,
        over: vec![],
    };
    let mut law = law(&[open(Duty::Must), open(Duty::MustNot)]);
    law.norms[0].over = vec![NormIx(1)];
    law.norms[1].over = vec![NormIx(0)];
    let got = cell(&law, &known(&[false; 3], 0), ItemIx(0), OrderIx(0), Act::Disclose);
    assert_eq!(got.duty, None);
}
