//! Finding a scenario by name.

use super::Words;
use super::failure::Failure;
use super::output::remark;
use crate::diagnostic::{Source, render_text};
use crate::model::{Preset, Scenario};
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

/// A length of play by its id; a refusal names those there are.
pub fn preset<'a>(scenario: &'a Scenario, id: &str, words: &Words) -> Result<&'a Preset, Failure> {
    scenario.presets.iter().find(|p| p.id == id).ok_or_else(|| {
        let all: Vec<&str> = scenario.presets.iter().map(|p| p.id.as_str()).collect();
        Failure::Usage(words.ui_with("cli-no-preset", &[("name", id.into()), ("names", all.join(", ").into())]))
    })
}

/// The text of a scenario that `scenario` opened, to point at places in it; empty if it is gone since.
pub fn source(name: &str) -> Source {
    scenario::text(name).unwrap_or_else(|| Source::new(name, ""))
}

/// The scenarios that ship, real disputes first.
pub fn shipped() -> Result<Vec<Arc<Scenario>>, Failure> {
    let all: Result<Vec<_>, _> = catalog::scenarios().map(|slug| scenario::open(slug).map(|l| l.scenario)).collect();
    let mut all = all.map_err(Failure::Findings)?;
    all.sort_by_key(|s| s.fictional);
    Ok(all)
}
