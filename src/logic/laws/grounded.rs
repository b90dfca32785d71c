//! Laws of the grounded labelling.

use crate::logic::argument::{ArgIx, Framework, Label, Semantics};
use proptest::collection::vec;
use proptest::prelude::*;

/// Arguments as bits, attacks as a list: shares nothing with the code.
#[derive(Clone, Debug)]
struct Graph {
    arguments: u32,
    attacks: Vec<(u32, u32)>,
}

impl Graph {
    fn framework(&self) -> Framework {
        let attacks: Vec<_> = self.attacks.iter().map(|&(a, b)| (ArgIx(a), ArgIx(b))).collect();
        Framework::new(self.arguments, &attacks).expect("attacks stay inside")
    }

    fn attackers(&self, target: u32) -> impl Iterator<Item = u32> {
        self.attacks.iter().filter(move |attack| attack.1 == target).map(|attack| attack.0)
    }

    /// F(S): everything each attacker of which is attacked from S.
    fn defended(&self, set: u32) -> u32 {
        (0..self.arguments)
            .filter(|&a| {
                let mut attackers = self.attackers(a);
                attackers.all(|b| self.attackers(b).any(|c| set >> c & 1 == 1))
            })
            .fold(0, |all, a| all | 1 << a)
    }

    fn is_admissible(&self, set: u32) -> bool {
        let inside = |a: u32| set >> a & 1 == 1;
        let free = !self.attacks.iter().any(|&(a, b)| inside(a) && inside(b));
        free && set & !self.defended(set) == 0
    }

    fn preferred(&self) -> Vec<u32> {
        let all = 0..1_u32 << self.arguments;
        let admissible: Vec<u32> = all.filter(|&set| self.is_admissible(set)).collect();
        let larger = |a: u32| admissible.iter().any(|&b| a != b && a & !b == 0);
        admissible.iter().copied().filter(|&set| !larger(set)).collect()
    }
}

/// A set as bits.
fn bits(extension: &[ArgIx]) -> u32 {
    extension.iter().fold(0, |all, a| all | 1 << a.0)
}

impl Graph {
    /// Complete: admissible, and everything that is defended is in.
    fn complete(&self) -> Vec<u32> {
        (0..1_u32 << self.arguments).filter(|&set| self.is_admissible(set) && self.defended(set) == set).collect()
    }

    /// Stable: no attack inside, and everything outside is attacked from inside.
    fn stable(&self) -> Vec<u32> {
        let inside = |set: u32, a: u32| set >> a & 1 == 1;
        let free = |set: u32| !self.attacks.iter().any(|&(a, b)| inside(set, a) && inside(set, b));
        let struck = |set: u32, a: u32| self.attackers(a).any(|b| inside(set, b));
        let all = 0..1_u32 << self.arguments;
        all.filter(|&set| free(set) && (0..self.arguments).all(|a| inside(set, a) || struck(set, a))).collect()
    }
}

fn graph() -> impl Strategy<Value = Graph> {
    (1_u32..8)
        .prop_flat_map(|arguments| vec((0..arguments, 0..arguments), 0..14).prop_map(move |attacks| Graph { arguments, attacks }))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn grounded_is_the_least_fixed_point_of_defence(graph in graph()) {
        let mut least = 0;
        while graph.defended(least) != least {
            least = graph.defended(least);
        }
        let found = graph.framework().grounded().extension().fold(0, |all, a| all | 1 << a.0);
        prop_assert_eq!(found, least);
        for preferred in graph.preferred() {
            prop_assert_eq!(found & !preferred, 0);
        }
    }

    #[test]
    fn every_label_has_its_cause(graph in graph()) {
        let framework = graph.framework();
        let grounded = framework.grounded();
        let settled = |a: ArgIx| grounded.order().iter().position(|&other| other == a);
        for a in framework.arguments() {
            let attackers = framework.attackers(a);
            let label = grounded.label(a);
            let is_out = |b: &ArgIx| matches!(grounded.label(*b), Label::Out { .. });
            match label {
                Label::In { last } => {
                    prop_assert!(attackers.iter().all(is_out));
                    prop_assert!(attackers.iter().all(|&b| settled(b) < settled(a)));
                    let latest = attackers.iter().copied().max_by_key(|&b| settled(b));
                    prop_assert_eq!(last, latest);
                }
                Label::Out { by } => {
                    prop_assert!(attackers.contains(&by) && grounded.is_in(by));
                    prop_assert!(settled(by) < settled(a));
                }
                Label::Undecided { by } => {
                    prop_assert!(attackers.contains(&by) && settled(a).is_none());
                    let undecided = matches!(grounded.label(by), Label::Undecided { .. });
                    prop_assert!(undecided);
                    prop_assert!(!attackers.iter().any(|&b| grounded.is_in(b)));
                }
            }
            if attackers.contains(&a) {
                prop_assert!(!grounded.is_in(a));
            }
        }
    }

    #[test]
    fn repetition_and_order_of_attacks_change_nothing(
        (graph, shuffled) in graph().prop_flat_map(|graph| {
            let doubled = [graph.attacks.clone(), graph.attacks.clone()].concat();
            (Just(graph), Just(doubled).prop_shuffle())
        })
    ) {
        let other = Graph { attacks: shuffled, ..graph.clone() };
        prop_assert_eq!(graph.framework(), other.framework());
        prop_assert_eq!(graph.framework().grounded(), other.framework().grounded());
    }

    #[test]
    fn extensions_are_what_the_definitions_say(graph in graph()) {
        let framework = graph.framework();
        let found = |semantics| -> Vec<u32> {
            let mut all: Vec<u32> = framework.extensions(semantics).expect("few").iter().map(|e| bits(e)).collect();
            all.sort_unstable();
            all
        };
        let (complete, preferred, stable) =
            (found(Semantics::Complete), found(Semantics::Preferred), found(Semantics::Stable));
        prop_assert_eq!(&complete, &graph.complete());
        prop_assert_eq!(&preferred, &graph.preferred());
        prop_assert_eq!(&stable, &graph.stable());
        // Every stable extension is preferred, every preferred one complete, and grounded is the least complete one.
        prop_assert!(stable.iter().all(|e| preferred.contains(e)));
        prop_assert!(preferred.iter().all(|e| complete.contains(e)));
        let grounded = bits(&framework.grounded().extension().collect::<Vec<_>>());
        prop_assert!(complete.contains(&grounded));
        prop_assert!(complete.iter().all(|e| grounded & !e == 0));
    }
}
