//! The window, if this build has one and it can be opened.

use std::path::PathBuf;

/// What to open the window with.
#[derive(Clone, Debug, Default)]
#[cfg_attr(not(feature = "app"), expect(dead_code, reason = "read by the window only"))]
pub struct Ask {
    /// Scenario, by slug or path; none shows the title screen.
    pub scenario: Option<String>,
    /// Sitters that were named: seat, then `human` or `bot:NAME`.
    pub seats: Vec<(String, String)>,
    /// Seed.
    pub seed: Option<u64>,
    /// Language that was asked for.
    pub language: Option<crate::lang::Language>,
    /// Length of play, by the id of a preset.
    pub preset: Option<String>,
    /// Saved match to go on with.
    pub resume: Option<PathBuf>,
}

/// Why there is no window.
#[derive(Clone, Debug)]
pub enum NoWindow {
    /// There is no display.
    Display,
    /// There is one, but no window came of it; or this build has none.
    Other(String),
    /// It was there and ended badly: nothing may take its place unasked.
    #[cfg_attr(not(feature = "app"), expect(dead_code, reason = "said by the window only"))]
    Ended(String),
}

/// Opens the window and returns when it is closed.
///
/// # Errors
/// Why there is none.
#[cfg(feature = "app")]
pub fn open(ask: &Ask) -> Result<(), NoWindow> {
    use crate::app;
    let Ask { scenario, seats, seed, language, preset, resume } = ask.clone();
    app::run(app::Options { scenario, seats, seed, language, resume, preset }).map_err(|none| match none {
        app::NoWindow::Display(app::NoDisplay::Unset) => NoWindow::Display,
        app::NoWindow::Ended(_) => NoWindow::Ended(none.to_string()),
        _ => NoWindow::Other(none.to_string()),
    })
}

/// This build has no window.
///
/// # Errors
/// Always.
#[cfg(not(feature = "app"))]
pub fn open(_: &Ask) -> Result<(), NoWindow> {
    // Where windows come from a display server, its variables tell whether there is one.
    let served = cfg!(all(unix, not(target_os = "macos")));
    let set = |name: &str| std::env::var_os(name).is_some_and(|v| !v.is_empty());
    if served && !set("DISPLAY") && !set("WAYLAND_DISPLAY") {
        return Err(NoWindow::Display);
    }
    Err(NoWindow::Other("this build has no window".to_owned()))
}
