//! Other people's material: text of the open formats into the values that `logic` reasons about.
//!
//! * [`case_base`]: factors, courts and decided cases, as `CaseBase(…)`.
//! * [`framework`]: arguments and attacks, as `.tgf`, `.apx` and `.af`.
//!
//! Everything here is untrusted input: bounded, and answered with places and advice.

pub mod case_base;
pub mod framework;
