//! Abstract argumentation: which arguments survive attack.
//!
//! A framework is a set of arguments and a relation of attack (Dung 1995).
//! The *grounded* labelling accepts what must be accepted and nothing more: an
//! argument is in when all that attacks it is out, out when something in
//! attacks it, and undecided otherwise. It is unique, and found in time linear
//! in arguments and attacks. Where it leaves arguments open there may be several [complete, preferred and stable
//! extensions](Semantics).

mod extensions;

pub use extensions::{MOST_OPEN, Semantics, TooMany};

use serde::{Deserialize, Serialize};
use std::error::Error;
use std::fmt;

/// An argument of a framework: its place, from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ArgIx(pub u32);

impl ArgIx {
    fn index(self) -> usize {
        self.0 as usize
    }
}

/// An attack names an argument that the framework does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownArgument {
    /// The name that stands for nothing.
    pub argument: ArgIx,
    /// How many arguments there are.
    pub arguments: u32,
}

impl fmt::Display for UnknownArgument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (index, count) = (self.argument.0, self.arguments);
        write!(f, "argument {index} does not exist: there are {count}")
    }
}

impl Error for UnknownArgument {}

/// Arguments and attacks. A doubled attack counts once; an argument may attack itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Framework {
    attackers: Adjacency,
    targets: Adjacency,
}

/// A list of neighbours per argument, all in one vector.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Adjacency {
    starts: Vec<usize>,
    flat: Vec<ArgIx>,
}

impl Adjacency {
    fn of(&self, argument: ArgIx) -> &[ArgIx] {
        &self.flat[self.starts[argument.index()]..self.starts[argument.index() + 1]]
    }

    /// Groups `edges` by their first end, keeping their order within a group:
    /// a counting sort, so that loading stays linear.
    fn group(count: usize, edges: impl Iterator<Item = (ArgIx, ArgIx)> + Clone) -> Self {
        let mut starts = vec![0; count + 1];
        for (from, _) in edges.clone() {
            starts[from.index() + 1] += 1;
        }
        for index in 0..count {
            starts[index + 1] += starts[index];
        }
        let mut flat = vec![ArgIx(0); starts[count]];
        let mut next = starts.clone();
        for (from, to) in edges {
            flat[next[from.index()]] = to;
            next[from.index()] += 1;
        }
        Self { starts, flat }
    }

    fn edges(&self) -> impl Iterator<Item = (ArgIx, ArgIx)> + Clone {
        arguments(self.starts.len() - 1).flat_map(|from| self.of(from).iter().map(move |&to| (from, to)))
    }

    /// Removes repetitions; every group must be sorted.
    fn deduplicate(&mut self) {
        let mut kept = 0;
        let mut start = 0;
        for index in 0..self.starts.len() - 1 {
            let end = self.starts[index + 1];
            let group = kept;
            for read in start..end {
                if kept == group || self.flat[kept - 1] != self.flat[read] {
                    self.flat[kept] = self.flat[read];
                    kept += 1;
                }
            }
            start = end;
            self.starts[index + 1] = kept;
        }
        self.flat.truncate(kept);
    }
}

fn arguments(count: usize) -> impl Iterator<Item = ArgIx> + Clone {
    // A framework is built from a `u32`, so no argument is lost.
    (0..u32::try_from(count).unwrap_or(u32::MAX)).map(ArgIx)
}

impl Framework {
    /// A framework of `arguments` arguments; each attack is (attacker, target).
    ///
    /// # Errors
    /// When an attack names an argument outside `0..arguments`.
    pub fn new(arguments: u32, attacks: &[(ArgIx, ArgIx)]) -> Result<Self, UnknownArgument> {
        for &(attacker, target) in attacks {
            for argument in [attacker, target] {
                if argument.0 >= arguments {
                    return Err(UnknownArgument { argument, arguments });
                }
            }
        }
        let count = arguments as usize;
        // Grouped by attacker, then by target: every target's list comes out
        // sorted by attacker. Grouping back sorts the other lists as well.
        let by_attacker = Adjacency::group(count, attacks.iter().copied());
        let mut attackers = Adjacency::group(count, by_attacker.edges().map(|(a, t)| (t, a)));
        attackers.deduplicate();
        let targets = Adjacency::group(count, attackers.edges().map(|(t, a)| (a, t)));
        Ok(Self { attackers, targets })
    }

    /// How many arguments there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.attackers.starts.len() - 1
    }

    /// Whether there is no argument.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All arguments, in order.
    pub fn arguments(&self) -> impl Iterator<Item = ArgIx> + Clone {
        arguments(self.len())
    }

    /// What attacks `argument`, lowest first, without repetition.
    ///
    /// # Panics
    /// When the argument is not of this framework.
    #[must_use]
    pub fn attackers(&self, argument: ArgIx) -> &[ArgIx] {
        self.attackers.of(argument)
    }

    /// What `argument` attacks, lowest first, without repetition.
    ///
    /// # Panics
    /// When the argument is not of this framework.
    #[must_use]
    pub fn targets(&self, argument: ArgIx) -> &[ArgIx] {
        self.targets.of(argument)
    }

    /// The grounded labelling, with the cause of every label.
    #[must_use]
    pub fn grounded(&self) -> Grounded {
        let mut labels: Vec<Option<Label>> = vec![None; self.len()];
        let mut pending: Vec<usize> = self.arguments().map(|a| self.attackers(a).len()).collect();
        let mut order = Vec::with_capacity(self.len());
        // What is in, in the order it was found; `read` marks what has struck.
        let mut accepted: Vec<ArgIx> = Vec::new();
        for argument in self.arguments() {
            if pending[argument.index()] == 0 {
                labels[argument.index()] = Some(Label::In { last: None });
                accepted.push(argument);
                order.push(argument);
            }
        }
        let mut read = 0;
        while let Some(&winner) = accepted.get(read) {
            read += 1;
            for &loser in self.targets(winner) {
                if labels[loser.index()].is_some() {
                    continue;
                }
                labels[loser.index()] = Some(Label::Out { by: winner });
                order.push(loser);
                for &freed in self.targets(loser) {
                    pending[freed.index()] -= 1;
                    // What is out keeps an attacker that is in, so only what
                    // is still undecided comes to zero.
                    if pending[freed.index()] == 0 {
                        labels[freed.index()] = Some(Label::In { last: Some(loser) });
                        accepted.push(freed);
                        order.push(freed);
                    }
                }
            }
        }
        let undecided = |argument: ArgIx| {
            let by = self.attackers(argument).iter().copied().find(|by| labels[by.index()].is_none());
            // With every attacker out it would be in: one is open.
            Label::Undecided { by: by.unwrap_or(argument) }
        };
        let labels = self.arguments().map(|a| labels[a.index()].unwrap_or_else(|| undecided(a))).collect();
        Grounded { labels, order }
    }
}

/// What the grounded labelling says of an argument, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Label {
    /// Accepted: all its attackers are out.
    In {
        /// The attacker whose fall settled it; none where nothing attacks.
        last: Option<ArgIx>,
    },
    /// Rejected.
    Out {
        /// The accepted attacker that struck first.
        by: ArgIx,
    },
    /// Neither: nothing accepted attacks it, and not all its attackers fell.
    Undecided {
        /// The lowest attacker that is undecided too.
        by: ArgIx,
    },
}

/// The grounded labelling of a framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grounded {
    labels: Vec<Label>,
    order: Vec<ArgIx>,
}

impl Grounded {
    /// The label of an argument.
    ///
    /// # Panics
    /// When the argument is not of the framework.
    #[must_use]
    pub fn label(&self, argument: ArgIx) -> Label {
        self.labels[argument.index()]
    }

    /// Whether an argument of the framework is in.
    ///
    /// # Panics
    /// When the argument is not of the framework.
    #[must_use]
    pub fn is_in(&self, argument: ArgIx) -> bool {
        matches!(self.label(argument), Label::In { .. })
    }

    /// All labels, by argument.
    #[must_use]
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// What was settled, in the order it was settled: every cause comes before
    /// its effect. Undecided arguments are not in it.
    #[must_use]
    pub fn order(&self) -> &[ArgIx] {
        &self.order
    }

    /// The grounded extension: what is in, in order.
    pub fn extension(&self) -> impl Iterator<Item = ArgIx> {
        arguments(self.labels.len()).filter(|&a| self.is_in(a))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn framework(arguments: u32, attacks: &[(u32, u32)]) -> Framework {
        let attacks: Vec<_> = attacks.iter().map(|&(a, b)| (ArgIx(a), ArgIx(b))).collect();
        Framework::new(arguments, &attacks).expect("attacks stay inside")
    }

    fn grounded(arguments: u32, attacks: &[(u32, u32)]) -> Vec<Label> {
        framework(arguments, attacks).grounded().labels().to_vec()
    }

    const fn out(by: u32) -> Label {
        Label::Out { by: ArgIx(by) }
    }

    const UNATTACKED: Label = Label::In { last: None };

    #[test]
    fn a_chain_alternates() {
        let defended = Label::In { last: Some(ArgIx(1)) };
        assert_eq!(grounded(3, &[(0, 1), (1, 2)]), [UNATTACKED, out(0), defended]);
    }

    #[test]
    fn a_doubled_attack_counts_once() {
        let twice = framework(3, &[(1, 2), (0, 1), (1, 2), (0, 1)]);
        assert_eq!(twice, framework(3, &[(0, 1), (1, 2)]));
        assert!(twice.grounded().is_in(ArgIx(2)));
    }

    #[test]
    fn what_attacks_itself_is_never_in() {
        assert_eq!(grounded(1, &[(0, 0)]), [Label::Undecided { by: ArgIx(0) }]);
        // Struck down by another, it loses its own attack and still is not in.
        assert_eq!(grounded(2, &[(0, 0), (1, 0)]), [out(1), UNATTACKED]);
    }

    #[test]
    fn mutual_attack_decides_nothing() {
        assert_eq!(grounded(3, &[(0, 1), (1, 0), (1, 2)]), [1, 0, 1].map(|by| Label::Undecided { by: ArgIx(by) }));
    }

    #[test]
    fn nothing_has_an_empty_labelling() {
        assert!(framework(0, &[]).is_empty());
        assert_eq!(grounded(0, &[]), []);
    }

    #[test]
    fn an_attack_on_nothing_is_an_error() {
        let error = Framework::new(2, &[(ArgIx(0), ArgIx(2))]).expect_err("there is no 2");
        assert_eq!(error.to_string(), "argument 2 does not exist: there are 2");
    }

    #[test]
    fn a_long_chain_is_no_burden() {
        let links: Vec<_> = (0..200_000).map(|a| (a, a + 1)).collect();
        let labelling = framework(200_001, &links).grounded();
        assert_eq!(labelling.extension().count(), 100_001);
    }
}
