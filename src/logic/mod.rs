//! Pure reasoning: values in, values out; no clock, no file, no chance.
//!
//! * [`precedent`]: what earlier holdings require of a court (Horty's reason
//!   model, with questions, courts and dated status).
//! * [`argument`]: which arguments survive attack (Dung's grounded semantics).
//!
//! Everything here is deterministic: equal inputs give equal outputs on every
//! platform, whatever order they were loaded in.

pub mod argument;
pub mod precedent;

#[cfg(test)]
mod laws;
