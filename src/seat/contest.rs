//! What is argued on an issue as a graph of attacks, and what survives them: grounded semantics. The better of two rebuttals
//! attacks one way, equal ones attack each other; a named difference attacks the argument it undercuts, and facing it attacks
//! the attack. The rules settle an issue by it, and a picture shows it.

use super::view::Pleaded;
use crate::logic::argument::{ArgIx, Framework};
use crate::model::Side;

/// A node of the graph; the number is that of the argument it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Node {
    /// An argument.
    Argument(usize),
    /// A wrong quote that was caught: nothing can answer that.
    Caught(usize),
    /// A real difference, or a dead authority, that was named against it.
    Named(usize),
    /// That its author had faced it.
    Faced(usize),
}

/// A contest on one issue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contest {
    /// Nodes: the arguments first, in their order.
    pub nodes: Vec<Node>,
    /// Attacks: who, whom, by place among the nodes.
    pub attacks: Vec<(usize, usize)>,
    /// Whether each node survives.
    pub stands: Vec<bool>,
}

impl Contest {
    /// The side whose argument survives, if one does.
    #[must_use]
    pub fn side(&self, on_issue: &[&Pleaded]) -> Option<Side> {
        on_issue.iter().zip(&self.stands).find(|(_, stands)| **stands).map(|(p, _)| p.side)
    }
}

/// The contest between the arguments on one issue.
#[must_use]
pub fn contest(on_issue: &[&Pleaded]) -> Contest {
    let mut nodes: Vec<Node> = (0..on_issue.len()).map(Node::Argument).collect();
    let mut attacks = Vec::new();
    for (i, a) in on_issue.iter().enumerate() {
        let rivals = on_issue.iter().enumerate().filter(|(_, b)| a.side != b.side && a.points >= b.points);
        attacks.extend(rivals.map(|(j, _)| (i, j)));
        if a.sunk {
            attacks.push((nodes.len(), i));
            nodes.push(Node::Caught(i));
        }
        if a.undercut {
            attacks.push((nodes.len(), i));
            nodes.push(Node::Named(i));
            if a.pleading.faced {
                attacks.push((nodes.len(), nodes.len() - 1));
                nodes.push(Node::Faced(i));
            }
        }
    }
    let count = |n: usize| ArgIx(u32::try_from(n).unwrap_or(u32::MAX));
    let counted: Vec<(ArgIx, ArgIx)> = attacks.iter().map(|(a, b)| (count(*a), count(*b))).collect();
    let stands = Framework::new(count(nodes.len()).0, &counted).map_or_else(
        |_| vec![false; nodes.len()],
        |framework| {
            let grounded = framework.grounded();
            (0..nodes.len()).map(|n| grounded.is_in(count(n))).collect()
        },
    );
    Contest { nodes, attacks, stands }
}
