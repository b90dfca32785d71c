//! Reasoning with precedents: what earlier holdings require of a court.
//!
//! The kernel is Horty's *reason model*. A case ⟨X, U, s⟩ was decided on the
//! facts X for side s because of the reason U, a part of the factors in X that
//! favour s. From then on, that reason or more beats all it beat then, or less:
//! V <_c W iff W ⊇ U and V ⊆ X^s̄. A base is inconsistent when V < W and W < V
//! for some V and W.
//!
//! Around the kernel stand *questions* (a holding constrains only on the legal
//! question it answered), *courts* (whose holdings bind whom) and dated
//! *standing* (what was good law on a day).
//!
//! * [`ruling()`]: is an outcome forced, free or in conflict, and by what?
//! * [`constraint`]: the same, without the reading list of a court that is free.
//! * [`permitted()`]: may a court decide so, for this reason?
//! * [`treatments`]: what a decision does with each earlier holding; [`overruled`], [`resting_on`]: what it undoes elsewhere.
//! * [`plurality`]: what a divided majority holds.
//! * [`why`]: the comparison that makes each holding apply.
//! * [`escape()`]: the smallest change of facts that frees a forced court.
//! * [`differences`], [`conflict`], [`conflicts`]: how holdings relate.
//!
//! Sources: Horty 2011 and 2019; Prakken 2021 (10.1007/s10506-021-09284-6);
//! Canavotto on inconsistent bases; Broughton 2019 on vertical precedent.

mod base;
mod case;
mod court;
mod error;
mod escape;
mod explain;
mod overrule;
mod permitted;
mod plurality;
mod relations;
mod ruling;
mod table;
mod treatment;

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod ladder;

pub use base::CaseBase;
pub use case::{CaseIx, Day, Precedent, QuestionIx, Standing};
pub use court::{Clash, Court, CourtIx, Own, Vertical};
pub use error::BaseError;
pub use escape::{Change, Escape, escape};
pub use explain::{Explanation, why};
pub use overrule::{overruled, resting_on};
pub use permitted::{Decision, Permission, permitted};
pub use plurality::{Ground, plurality};
pub use relations::{conflict, conflicts, differences};
pub use ruling::{Constraint, Mode, Persuasive, constraint, ruling, ruling_without};
pub use treatment::{Treated, Treatment, bound_by, by_analogy, treatments};
