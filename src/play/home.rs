//! Where matches, settings and the learner's profile lie on this machine.

use std::path::PathBuf;

/// The folder of this user for everything Comity stores; none if there is no such place.
#[must_use]
pub fn home() -> Option<PathBuf> {
    if cfg!(test) {
        // Tests leave the player's matches alone.
        return None;
    }
    let set = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
    let base = if cfg!(windows) {
        set("APPDATA")
    } else if cfg!(target_os = "macos") {
        set("HOME").map(|h| h.join("Library").join("Application Support"))
    } else {
        set("XDG_DATA_HOME").filter(|p| p.is_absolute()).or_else(|| set("HOME").map(|h| h.join(".local").join("share")))
    };
    base.map(|b| b.join("comity"))
}
