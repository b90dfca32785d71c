//! The trace says what plain evaluation says, in every part; conditions print whole.

use super::*;
use crate::model::{Amount, Condition, Test, VarIx};
use proptest::collection::vec;
use proptest::prelude::*;

const NUMBERS: u16 = 4;

fn amount() -> impl Strategy<Value = Amount> {
    let test = prop_oneof![Just(Test::AtLeast), Just(Test::AtMost), Just(Test::Is)];
    prop_oneof![
        (0..NUMBERS, test, -3_i16..4).prop_map(|(v, t, n)| Amount::Number(VarIx(v), t, n)),
        (0..NUMBERS, 0..NUMBERS).prop_map(|(a, b)| Amount::Above(VarIx(a), VarIx(b))),
    ]
}

fn condition() -> impl Strategy<Value = Condition> {
    let leaf = prop_oneof![1 => Just(Condition::Always), 6 => amount().prop_map(Condition::Atom)];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Condition::All),
            vec(inner.clone(), 0..4).prop_map(Condition::Any),
            inner.prop_map(|c| Condition::Not(Box::new(c))),
        ]
    })
}

type Told = Trace<Amount, (i16, Option<i16>)>;

/// Every part of a trace beside the part of the condition that it is about.
fn agrees(c: &Condition, t: &Told, on: &[i16]) -> bool {
    let each = |cs: &[Condition], ts: &[Told]| cs.len() == ts.len() && cs.iter().zip(ts).all(|(c, t)| agrees(c, t, on));
    t.holds == c.holds(on)
        && match (c, &t.part) {
            (Condition::Always, Part::Always) => true,
            (Condition::All(c), Part::All(t)) | (Condition::Any(c), Part::Any(t)) => each(c, t),
            (Condition::Not(c), Part::Not(t)) => agrees(c, t, on),
            (Condition::Atom(a), Part::Atom(b, seen)) => {
                let (Amount::Number(left, ..) | Amount::Above(left, _)) = *a;
                a == b && seen.0 == on[left.ix()]
            }
            _ => false,
        }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn the_trace_is_the_evaluation(c in condition(), on in vec(-3_i16..4, NUMBERS as usize)) {
        prop_assert!(agrees(&c, &trace(&c, &on[..]), &on));
    }

    #[test]
    fn not_mirrors(c in condition(), on in vec(-3_i16..4, NUMBERS as usize)) {
        let not = trace(&Condition::Not(Box::new(c.clone())), &on[..]);
        prop_assert_eq!(not.holds, !trace(&c, &on[..]).holds);
    }

    #[test]
    fn what_fails_is_a_part_that_fails(c in condition(), on in vec(-3_i16..4, NUMBERS as usize)) {
        match c.failing(&on[..]) {
            None => prop_assert!(c.holds(&on[..])),
            Some(part) => prop_assert!(!part.holds(&on[..]) && !c.holds(&on[..])),
        }
    }
}

/// Every sentence inside a sentence, itself included.
fn sentences<'a>(say: &'a crate::model::Say, into: &mut Vec<&'a crate::model::Say>) {
    into.push(say);
    for (_, arg) in &say.args {
        if let crate::model::Arg::Say(inner) = arg {
            sentences(inner, into);
        }
    }
}

#[test]
fn printing_never_fails_and_names_every_atom() {
    let s = crate::scenario::open("two-harbours").unwrap().scenario;
    let words = crate::lang::Words::english();
    let numbers: Vec<i16> = s.vars.iter().map(|v| v.start).collect();
    let config = ProptestConfig::with_cases(256);
    let of_all = condition().prop_flat_map(move |c| (Just(c), 0..u16::try_from(numbers.len()).unwrap() - NUMBERS));
    proptest!(config, |((c, first) in of_all)| {
        let c = shift(&c, first);
        let whole = say(&s, &c);
        let text = words.say(&s, crate::model::Reading::Full, &whole);
        prop_assert!(!text.is_empty() && !text.contains('<'), "{}", text);
        let mut parts = Vec::new();
        sentences(&whole, &mut parts);
        let mut missing = Vec::new();
        c.atoms(&mut |atom| {
            if !parts.contains(&&atom.say(&s)) {
                missing.push(*atom);
            }
        });
        prop_assert!(missing.is_empty(), "{:?} is not named in {}", missing, text);
        // A trace tells as much: a line for each atom.
        let numbers: Vec<i16> = s.vars.iter().map(|v| v.start).collect();
        let told = lines(&s, &trace(&c, &numbers[..]));
        let mut count = 0;
        c.atoms(&mut |_| count += 1);
        prop_assert_eq!(told.iter().filter(|l| l.found.is_some()).count(), count);
    });
}

/// The same condition on numbers further along; no decision there has more than two options.
fn shift(c: &Condition, by: u16) -> Condition {
    let each = |cs: &[Condition]| cs.iter().map(|c| shift(c, by)).collect();
    let at = |v: VarIx| VarIx(v.0 + by);
    match c {
        Condition::Always => Condition::Always,
        Condition::All(cs) => Condition::All(each(cs)),
        Condition::Any(cs) => Condition::Any(each(cs)),
        Condition::Not(c) => Condition::Not(Box::new(shift(c, by))),
        Condition::Atom(Amount::Number(v, t, n)) => Condition::number(at(*v), *t, (*n).min(2)),
        Condition::Atom(Amount::Above(a, b)) => Condition::Atom(Amount::Above(at(*a), at(*b))),
    }
}
