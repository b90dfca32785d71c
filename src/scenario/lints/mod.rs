//! Checks on scenarios that resolve: one file a check. Each returns faults with a severity; errors stop the scenario.

pub mod contradictions;
mod dates;
mod hidden;
mod objectives;
mod reach;

use super::file;
use super::names::Fault;
use crate::diagnostic::Severity;
use crate::model::Scenario;

/// Runs every check.
#[must_use]
pub fn run(file: &file::Scenario, scenario: &Scenario) -> Vec<(Severity, Fault)> {
    let mut found = Vec::new();
    hidden::check(scenario, &mut found);
    dates::check(file, scenario, &mut found);
    reach::check(file, scenario, &mut found);
    objectives::check(scenario, &mut found);
    found
}
