//! Checks on scenarios that resolve: one file a check, and a page of the manual (`docs/checks`) for each code. Each returns
//! faults with a severity; errors stop the scenario.

mod choiceless;
mod circles;
pub mod contradictions;
mod dates;
mod hidden;
mod objectives;
mod one_sided;
mod people;
mod reach;
mod reading;
mod sources;
mod standstill;
mod unused;

use super::file;
use super::names::Fault;
use crate::diagnostic::Severity;
use crate::model::Scenario;
use crate::syntax::Node;

/// Runs every check.
#[must_use]
pub fn run(file: &file::Scenario, scenario: &Scenario, tree: &Node) -> Vec<(Severity, Fault)> {
    let mut found = Vec::new();
    circles::check(scenario, &mut found);
    if !found.is_empty() {
        // Nothing that follows consequences would come to an end.
        return found;
    }
    hidden::check(scenario, &mut found);
    dates::check(scenario, &mut found);
    sources::check(file, scenario, &mut found);
    reach::check(scenario, &mut found);
    standstill::check(scenario, &mut found);
    unused::check(file, scenario, &mut found);
    objectives::check(scenario, &mut found);
    one_sided::check(scenario, &mut found);
    people::check(scenario, &mut found);
    reading::check(tree, &mut found);
    choiceless::check(scenario, &mut found);
    found
}
