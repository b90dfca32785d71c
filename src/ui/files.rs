//! Where matches and settings are kept on this machine.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

pub(super) use crate::play::home;

/// Where saved matches lie.
pub(super) fn matches() -> Option<PathBuf> {
    home().map(|h| h.join("matches"))
}

/// A file name for a new match.
pub(super) fn fresh(scenario: &str, seed: u64) -> Option<PathBuf> {
    let slug: String = scenario.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '-' }).collect();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs());
    matches().map(|dir| dir.join(format!("{slug}-{seed}-{now}.ron")))
}

/// Saved matches, the newest first.
pub(super) fn saved() -> Vec<PathBuf> {
    let Some(entries) = matches().and_then(|dir| std::fs::read_dir(dir).ok()) else { return Vec::new() };
    let mut all: Vec<(SystemTime, PathBuf)> = entries
        .filter_map(Result::ok)
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|e| e == "ron"))
        .filter_map(|p| Some((std::fs::metadata(&p).ok()?.modified().ok()?, p)))
        .collect();
    all.sort();
    all.into_iter().rev().map(|(_, p)| p).collect()
}

/// Writes a file whole or not at all, making its directory.
pub(super) fn write(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(dir) = path.parent() {
        std::fs::create_dir_all(dir)?;
    }
    crate::play::save(path, text)
}

/// A seed nobody chose.
pub(super) fn chance() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |d| d.as_nanos());
    u64::try_from(now % 1_000_000).unwrap_or(1)
}

/// The day, by universal time.
pub(super) fn today() -> crate::model::Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    crate::model::Date::since_1970(since.as_secs())
}
