//! The comity analysis: what courts weigh before they order evidence from abroad, each consideration with the side it counts
//! for here and why. The parts are counted and shown; no sum binds a court, and nothing here enters what precedent forces.

use super::duty::Conflict;
use crate::model::{Consideration, FactorIx, FactorSet, Law, Side};

/// How straight the provider has been with the court: at the start, and now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candour {
    /// At the start.
    pub start: i16,
    /// Now.
    pub now: i16,
}

/// A consideration as it stands here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// Position among `Law::comity`.
    pub consideration: usize,
    /// Established factors that count here for compel.
    pub compel: Vec<FactorIx>,
    /// Established factors that count here for resist.
    pub resist: Vec<FactorIx>,
    /// Whether a true conflict counts here, for resist.
    pub conflict: bool,
    /// The provider's candour, where it counts: more than at the start for resist, less for compel.
    pub candour: Option<Candour>,
    /// Parts counted for compel and for resist.
    pub parts: (usize, usize),
    /// The side with more parts; none where they are equal or there are none.
    pub side: Option<Side>,
}

/// The analysis: considerations, and how many count for each side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Analysis {
    /// Considerations, in the order of the law.
    pub weighed: Vec<Weighed>,
    /// Considerations for compel.
    pub compel: usize,
    /// Considerations for resist.
    pub resist: usize,
}

/// Weighs what the record establishes.
#[must_use]
pub fn weigh(law: &Law, established: &FactorSet, conflicts: &[Conflict], candour: Option<Candour>) -> Analysis {
    let weighed: Vec<Weighed> =
        law.comity.iter().enumerate().map(|(i, c)| one(i, c, established, !conflicts.is_empty(), candour)).collect();
    let count = |side| weighed.iter().filter(|w| w.side == Some(side)).count();
    Analysis { compel: count(Side::Compel), resist: count(Side::Resist), weighed }
}

fn one(ix: usize, c: &Consideration, established: &FactorSet, conflict: bool, candour: Option<Candour>) -> Weighed {
    let found = |list: &[FactorIx]| list.iter().copied().filter(|f| established.contains(*f)).collect::<Vec<_>>();
    let (compel, resist) = (found(&c.compel), found(&c.resist));
    let conflict = c.conflict && conflict;
    let candour = candour.filter(|_| c.candour);
    let straight = candour.map_or(std::cmp::Ordering::Equal, |x| x.now.cmp(&x.start));
    let parts =
        (compel.len() + usize::from(straight.is_lt()), resist.len() + usize::from(conflict) + usize::from(straight.is_gt()));
    let side = match parts.0.cmp(&parts.1) {
        std::cmp::Ordering::Greater => Some(Side::Compel),
        std::cmp::Ordering::Less => Some(Side::Resist),
        std::cmp::Ordering::Equal => None,
    };
    Weighed { consideration: ix, compel, resist, conflict, candour, parts, side }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ItemIx, OrderIx};
    use proptest::collection::vec;
    use proptest::prelude::*;

    fn conflict() -> Conflict {
        Conflict { item: ItemIx(0), must: OrderIx(0), must_not: OrderIx(1), blocking: false }
    }

    proptest! {
        #[test]
        fn the_sides_mirror_and_only_what_is_established_counts(
            compel in vec(0_u16..6, 0..4), resist in vec(6_u16..12, 0..4), facts in vec(0_u16..12, 0..8), clash: bool,
        ) {
            let ix = |v: &[u16]| v.iter().map(|f| FactorIx(*f)).collect::<Vec<_>>();
            let c = |compel, resist, conflict| Consideration {
                id: "c".into(), text: String::new(), compel, resist, conflict, candour: false,
            };
            let established: FactorSet = facts.iter().map(|f| FactorIx(*f)).collect();
            let law = |c| Law { comity: vec![c], ..Law::default() };
            let conflicts = if clash { vec![conflict()] } else { vec![] };
            let there = weigh(&law(c(ix(&compel), ix(&resist), false)), &established, &conflicts, None);
            let back = weigh(&law(c(ix(&resist), ix(&compel), false)), &established, &conflicts, None);
            prop_assert_eq!((there.compel, there.resist), (back.resist, back.compel));
            let hits = |v: &[u16]| v.iter().filter(|f| facts.contains(f)).count();
            prop_assert_eq!(there.weighed[0].parts, (hits(&compel), hits(&resist)));
            let with = weigh(&law(c(ix(&compel), ix(&resist), true)), &established, &conflicts, None);
            prop_assert_eq!(with.weighed[0].parts.1, hits(&resist) + usize::from(clash));
        }
    }

    #[test]
    fn candour_counts_against_its_own_start() {
        let c =
            Consideration { id: "c".into(), text: String::new(), compel: vec![], resist: vec![], conflict: false, candour: true };
        let law = Law { comity: vec![c], ..Law::default() };
        let side = |now| weigh(&law, &FactorSet::new(), &[], Some(Candour { start: 3, now })).weighed[0].side;
        assert_eq!([side(2), side(3), side(4)], [Some(Side::Compel), None, Some(Side::Resist)]);
    }
}
