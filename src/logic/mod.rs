//! Pure reasoning: values in, values out; no clock, no file, no chance.
//!
//! * [`precedent`]: what earlier holdings require of a court (Horty's reason
//!   model, with questions, courts and dated status).
//! * [`condition`]: conditions evaluated with a trace, and as sentences.
//! * [`duty`]: what each legal order requires of a provider, and where duties
//!   conflict; [`comity`] counts what courts weigh then.
//! * [`argument`]: which arguments survive attack (Dung's grounded semantics).
//! * [`persuasion`]: what a holding that does not bind may weigh, told as its parts.
//! * [`reciprocity`]: which states claim reach abroad, and who follows whom.
//!
//! Everything here is deterministic: equal inputs give equal outputs on every
//! platform, whatever order they were loaded in.

pub mod argument;
pub mod comity;
pub mod condition;
pub mod duty;
pub mod persuasion;
pub mod precedent;
pub mod reciprocity;

#[cfg(test)]
mod laws;
