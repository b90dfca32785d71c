//! Complete, preferred and stable extensions: several answers where the grounded one leaves things open. For teaching
//! screens and small material; their number can grow exponentially.
//!
//! A *complete* labelling gives every argument the label its attackers call for: in when all of them are out, out when one
//! is in, undecided otherwise (Caminada 2006). The grounded labelling is the least of them; *preferred* extensions are the
//! maximal ones; *stable* ones leave nothing undecided (Dung 1995; Baroni, Caminada and Giacomin 2011).
//!
//! What the grounded labelling settles is settled in every complete one, so only what it leaves open is searched.

use super::{ArgIx, Framework, Label};
use std::error::Error;
use std::fmt;

/// Arguments the grounded labelling may leave open.
pub const MOST_OPEN: usize = 64;

/// Steps of the search; a framework of up to twenty arguments never needs as many.
const MOST_STEPS: u64 = 4_000_000;

/// Which extensions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Semantics {
    /// Every complete extension.
    Complete,
    /// The maximal complete ones.
    Preferred,
    /// Those that leave nothing undecided.
    Stable,
}

/// There are too many extensions, or the way to them is too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany {
    /// How many arguments the grounded labelling leaves open.
    pub open: usize,
}

impl fmt::Display for TooMany {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} arguments stay open after the grounded labelling: too many to list every extension", self.open)
    }
}

impl Error for TooMany {}

/// A set of the open arguments, a bit each.
type Mask = u64;

/// The search: who attacks whom among the open arguments, and the labels so far.
struct Search {
    attackers: Vec<Mask>,
    targets: Vec<Mask>,
    steps: u64,
    found: Vec<(Mask, Mask)>,
}

/// Labels given so far: in, out, undecided.
#[derive(Clone, Copy, Default)]
struct Labels {
    accepted: Mask,
    rejected: Mask,
    open: Mask,
}

impl Labels {
    const fn given(self) -> Mask {
        self.accepted | self.rejected | self.open
    }
}

impl Framework {
    /// The extensions under a semantics, each in order of its arguments; the list in order too.
    ///
    /// # Errors
    /// When the grounded labelling leaves more than [`MOST_OPEN`] arguments open, or the search grows too long.
    pub fn extensions(&self, semantics: Semantics) -> Result<Vec<Vec<ArgIx>>, TooMany> {
        let grounded = self.grounded();
        let open: Vec<ArgIx> = self.arguments().filter(|a| matches!(grounded.label(*a), Label::Undecided { .. })).collect();
        if open.len() > MOST_OPEN {
            return Err(TooMany { open: open.len() });
        }
        let mask = |list: &[ArgIx]| -> Mask {
            let among = |a: &ArgIx| open.binary_search(a).ok();
            list.iter().filter_map(among).fold(0, |mask, bit| mask | 1 << bit)
        };
        let mut search = Search {
            attackers: open.iter().map(|a| mask(self.attackers(*a))).collect(),
            targets: open.iter().map(|a| mask(self.targets(*a))).collect(),
            steps: 0,
            found: Vec::new(),
        };
        search.go(Labels::default()).ok_or(TooMany { open: open.len() })?;
        let mut kept = search.found;
        match semantics {
            Semantics::Complete => {}
            Semantics::Preferred => {
                let all: Vec<Mask> = kept.iter().map(|(accepted, _)| *accepted).collect();
                kept.retain(|(accepted, _)| !all.iter().any(|more| more != accepted && accepted & !more == 0));
            }
            Semantics::Stable => kept.retain(|(_, undecided)| *undecided == 0),
        }
        let settled: Vec<ArgIx> = grounded.extension().collect();
        let mut out: Vec<Vec<ArgIx>> = kept
            .iter()
            .map(|(accepted, _)| {
                let more = open.iter().enumerate().filter(|(bit, _)| accepted >> bit & 1 == 1).map(|(_, a)| *a);
                let mut extension: Vec<ArgIx> = settled.iter().copied().chain(more).collect();
                extension.sort_unstable();
                extension
            })
            .collect();
        out.sort_unstable();
        Ok(out)
    }
}

impl Search {
    /// Tries every label for the first argument without one; `None` when the search grows too long.
    fn go(&mut self, labels: Labels) -> Option<()> {
        self.steps += 1;
        if self.steps > MOST_STEPS {
            return None;
        }
        let Some(labels) = self.forced(labels) else { return Some(()) };
        let all: Mask = if self.attackers.len() == 64 { Mask::MAX } else { (1 << self.attackers.len()) - 1 };
        let free = all & !labels.given();
        if free == 0 {
            self.found.push((labels.accepted, labels.open));
            return Some(());
        }
        let bit = free & free.wrapping_neg();
        self.go(Labels { accepted: labels.accepted | bit, ..labels })?;
        self.go(Labels { rejected: labels.rejected | bit, ..labels })?;
        self.go(Labels { open: labels.open | bit, ..labels })
    }

    /// Gives the labels that follow from those given; `None` when they contradict each other.
    fn forced(&self, mut labels: Labels) -> Option<Labels> {
        loop {
            let before = labels.given();
            for (i, &attackers) in self.attackers.iter().enumerate() {
                let bit: Mask = 1 << i;
                let struck = attackers & labels.accepted != 0;
                let spared = attackers & !labels.rejected == 0;
                let unstruck = attackers & !(labels.rejected | labels.open) == 0;
                if labels.accepted & bit != 0 {
                    // Whoever is in has all attackers out, and all it attacks.
                    let others = attackers | self.targets[i];
                    if others & (labels.accepted | labels.open) != 0 {
                        return None;
                    }
                    labels.rejected |= others;
                } else if labels.rejected & bit != 0 {
                    if unstruck {
                        return None;
                    }
                } else if labels.open & bit != 0 {
                    // Undecided: nothing in attacks it, and not everything that does is out.
                    if struck || spared {
                        return None;
                    }
                } else if struck {
                    labels.rejected |= bit;
                } else if spared {
                    labels.accepted |= bit;
                }
            }
            if labels.given() == before {
                return Some(labels);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::framework;
    use super::*;

    fn all(arguments: u32, attacks: &[(u32, u32)], semantics: Semantics) -> Vec<Vec<u32>> {
        let found = framework(arguments, attacks).extensions(semantics).expect("few");
        found.into_iter().map(|e| e.into_iter().map(|a| a.0).collect()).collect()
    }

    #[test]
    fn mutual_attack_has_two_preferred_and_three_complete() {
        let pair = [(0, 1), (1, 0)];
        assert_eq!(all(2, &pair, Semantics::Preferred), [[0], [1]]);
        assert_eq!(all(2, &pair, Semantics::Stable), [[0], [1]]);
        assert_eq!(all(2, &pair, Semantics::Complete), [vec![], vec![0], vec![1]]);
    }

    #[test]
    fn an_odd_circle_has_no_stable_extension() {
        let circle = [(0, 1), (1, 2), (2, 0)];
        assert!(all(3, &circle, Semantics::Stable).is_empty());
        assert_eq!(all(3, &circle, Semantics::Preferred), [Vec::<u32>::new()]);
        assert_eq!(all(1, &[(0, 0)], Semantics::Complete), [Vec::<u32>::new()]);
    }

    #[test]
    fn what_is_grounded_is_in_all_of_them() {
        let some = [(0, 1), (1, 2), (3, 4), (4, 3)];
        assert_eq!(all(5, &some, Semantics::Preferred), [[0, 2, 3], [0, 2, 4]]);
        assert_eq!(all(0, &[], Semantics::Stable), [Vec::<u32>::new()]);
    }

    #[test]
    fn too_many_is_said_not_tried() {
        let pairs = |n: u32| -> Vec<(u32, u32)> { (0..n).flat_map(|i| [(2 * i, 2 * i + 1), (2 * i + 1, 2 * i)]).collect() };
        assert_eq!(framework(66, &pairs(33)).extensions(Semantics::Stable), Err(TooMany { open: 66 }));
        assert_eq!(framework(64, &pairs(32)).extensions(Semantics::Stable), Err(TooMany { open: 64 }));
        assert_eq!(framework(20, &pairs(10)).extensions(Semantics::Complete).map(|all| all.len()), Ok(3_usize.pow(10)));
    }
}
