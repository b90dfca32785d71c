//! The condition language that scenarios, norms, events and procedures share: every condition evaluates with a trace, and
//! prints itself as a sentence. The connectives and the plain evaluation are in `model::Formula`.
//!
//! | File | Its part |
//! |---|---|
//! | `mod` | the trace: each part, whether it held, and on what |
//! | `say` | conditions and traces as sentences |

mod say;
#[cfg(test)]
mod tests;

pub use say::{Line, Speak, lines, order, orders, say};

use crate::model::{Atom, Formula};

/// A condition evaluated: each part with its verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace<A, S> {
    /// Whether the part holds.
    pub holds: bool,
    /// The part.
    pub part: Part<A, S>,
}

/// What a part of a trace is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part<A, S> {
    /// Always true.
    Always,
    /// Every part has to hold.
    All(Vec<Trace<A, S>>),
    /// Some part has to hold.
    Any(Vec<Trace<A, S>>),
    /// The part must not hold.
    Not(Box<Trace<A, S>>),
    /// One thing was asked, and this was found.
    Atom(A, S),
}

/// Evaluates a condition and keeps how. Every part is looked at, also where the verdict is clear without it.
#[must_use]
pub fn trace<A: Atom + Clone>(condition: &Formula<A>, on: &A::On) -> Trace<A, A::Seen> {
    let all = |parts: &[Formula<A>]| parts.iter().map(|p| trace(p, on)).collect::<Vec<_>>();
    match condition {
        Formula::Always => Trace { holds: true, part: Part::Always },
        Formula::All(parts) => {
            let parts = all(parts);
            Trace { holds: parts.iter().all(|p| p.holds), part: Part::All(parts) }
        }
        Formula::Any(parts) => {
            let parts = all(parts);
            Trace { holds: parts.iter().any(|p| p.holds), part: Part::Any(parts) }
        }
        Formula::Not(part) => {
            let part = trace(part, on);
            Trace { holds: !part.holds, part: Part::Not(Box::new(part)) }
        }
        Formula::Atom(atom) => Trace { holds: atom.holds(on), part: Part::Atom(atom.clone(), atom.look(on)) },
    }
}
