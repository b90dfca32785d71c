//! What a file of ours says that it is.

use crate::diagnostic::Source;
use crate::syntax::{did_you_mean, head};

pub(super) const SCENARIO: &str = "Scenario";
pub(super) const LAW_PACK: &str = "LawPack";
pub(super) const TRANSLATION: &str = "Translation";

/// What a file says that it is, if mistyped; a scenario where it says nothing of the kind.
pub(super) fn kind(source: &Source) -> &'static str {
    let said = head(source.text()).unwrap_or_default();
    let kinds = [SCENARIO, LAW_PACK, TRANSLATION];
    kinds.into_iter().find(|k| *k == said).or_else(|| did_you_mean(said, kinds)).unwrap_or(SCENARIO)
}
