//! Finding a scenario by name.

use super::failure::Failure;
use super::output::remark;
use crate::diagnostic::render_text;
use crate::model::Scenario;
use crate::scenario::{self, catalog};
use std::io;
use std::sync::Arc;

/// Opens a scenario by slug or path; remarks go to standard error.
pub fn scenario(name: &str) -> Result<Arc<Scenario>, Failure> {
    let loaded = scenario::open(name).map_err(Failure::Findings)?;
    if !loaded.remarks.is_empty() && catalog::scenario(name).is_none() {
        remark(render_text(&loaded.remarks, super::output::style(&io::stderr())).trim_end());
    }
    Ok(loaded.scenario)
}

/// The scenarios that ship, real disputes first.
pub fn shipped() -> Result<Vec<Arc<Scenario>>, Failure> {
    let all: Result<Vec<_>, _> = catalog::scenarios().map(|slug| scenario::open(slug).map(|l| l.scenario)).collect();
    let mut all = all.map_err(Failure::Findings)?;
    all.sort_by_key(|s| s.fictional);
    Ok(all)
}
