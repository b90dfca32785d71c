//! Where matches and settings are kept on this machine.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

pub(super) use crate::play::home;

/// Where saved matches lie.
pub(super) fn matches() -> Option<PathBuf> {
    home().map(|h| h.join("matches"))
}

/// Where a report, a kit or a picture of a scenario is kept: `ID-WHAT.html`, or with a number behind it.
pub(super) fn page(id: &str, what: &str, extension: &str) -> Option<PathBuf> {
    /// Pages of one name that are kept.
    const MOST: u32 = 9999;
    let folder = home()?.join("pages");
    let name = format!("{}-{what}", slug(id));
    let free = |n: u32| folder.join(if n < 2 { format!("{name}.{extension}") } else { format!("{name}-{n}.{extension}") });
    (1..=MOST).map(free).find(|path| !path.exists())
}

/// An id as every file system takes it.
fn slug(id: &str) -> String {
    id.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '-' }).collect()
}

/// A file name for a new match.
pub(super) fn fresh(scenario: &str, seed: u64) -> Option<PathBuf> {
    let slug = slug(scenario);
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
