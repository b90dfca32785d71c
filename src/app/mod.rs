//! The window: a Bevy shell around one egui screen.
//!
//! This is the only module that names `bevy` and `bevy_egui`. Everything the player sees is drawn
//! by a [`Screen`]; the shell opens the window, hands the screen a root [`egui::Ui`] whenever
//! something may have changed, and otherwise sleeps.
//!
//! | File | Its part |
//! |---|---|
//! | `display` | is there a display at all? asked before Bevy starts, because Bevy panics without one |
//! | `guard` | turns a failed start into an error, so that the text face can take over |
//! | `window` | the window, its log level, its camera |
//! | `pass` | one egui pass: calls the screen |
//! | `repaint` | when to draw next |
//! | `access` | screen readers: what they ask for reaches egui |

#![expect(clippy::needless_pass_by_value, reason = "systems take their parameters by value")]

mod access;
mod display;
mod guard;
mod pass;
mod repaint;
mod window;

use std::fmt;
use std::path::PathBuf;

use bevy::app::{App, AppExit};

pub use crate::ui::Screen;
use crate::ui::{Game, Start};
pub use display::{NoDisplay, probe};

/// What to play when the window opens; nothing set shows the title.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Scenario: slug or path.
    pub scenario: Option<String>,
    /// Who sits where: seat id, then `human` or `bot:NAME`. With this the seats are not asked for.
    pub seats: Vec<(String, String)>,
    /// Seed of chance.
    pub seed: Option<u64>,
    /// Language that was asked for; without it, the player's settings decide.
    pub language: Option<crate::lang::Language>,
    /// A saved match to go on with.
    pub resume: Option<PathBuf>,
    /// Length of play, by the id of a preset.
    pub preset: Option<String>,
}

/// Opens the window with the game.
///
/// # Errors
///
/// [`NoWindow`] if there is no display or no usable graphics device.
pub fn run(options: Options) -> Result<(), NoWindow> {
    let Options { scenario, seats, seed, language, preset, resume } = options;
    show(Game::new(Start { scenario, seats, seed, language, preset, resume }))
}

/// Why there is no window, or why there is none any more.
#[derive(Debug)]
pub enum NoWindow {
    /// No display to open it on.
    Display(NoDisplay),
    /// A display, but the window or the graphics device could not be made; says why.
    Start(String),
    /// The window ran and ended badly, with this exit code.
    Ended(u8),
}

impl fmt::Display for NoWindow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Display(cause) => cause.fmt(f),
            Self::Start(cause) => write!(f, "the window could not start: {cause}"),
            Self::Ended(code) => write!(f, "the window ended with code {code}"),
        }
    }
}

impl std::error::Error for NoWindow {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Display(cause) => Some(cause),
            Self::Start(_) | Self::Ended(_) => None,
        }
    }
}

/// Opens the window and shows `screen` until it is closed.
///
/// In a browser this returns at once and the page goes on living.
/// Only one window can be opened per process: the operating system's event loop starts once.
///
/// # Errors
///
/// [`NoWindow`] if there is no display or no usable graphics device. Nothing has been shown to the
/// player then, and a text face may take over.
///
/// # Panics
///
/// A panic after the first frame is a fault of the screen's own and goes on unwinding.
pub fn show(screen: impl Screen + 'static) -> Result<(), NoWindow> {
    probe().map_err(NoWindow::Display)?;
    let exit = guard::until_shown(move |shown| {
        let mut app = App::new();
        app.insert_non_send(pass::OnShow(Box::new(screen))).add_plugins((
            window::plugin,
            pass::plugin,
            repaint::plugin,
            access::plugin,
        ));
        shown.watch(&mut app);
        app.run()
    })
    .map_err(NoWindow::Start)?;
    match exit {
        AppExit::Success => Ok(()),
        AppExit::Error(code) => Err(NoWindow::Ended(code.get())),
    }
}
