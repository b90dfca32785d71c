//! Turns a failed start into an error.
//!
//! Bevy's event loop and renderer `expect` a display and a graphics device. Until the first frame
//! has been drawn, a panic therefore means "no window here" and is reported as such, without a
//! backtrace on the player's terminal. After it, and in the screen's own code at any time, a panic
//! is a fault like any other.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use bevy::app::{App, First};
use bevy::ecs::resource::Resource;
use bevy::ecs::system::Local;

/// Whether a frame has reached the window, or the screen's own code is at work.
#[derive(Clone, Default, Resource)]
pub(super) struct Shown {
    frame: Arc<AtomicBool>,
    own: Arc<AtomicBool>,
}

impl Shown {
    /// Notes the first frame of `app`.
    pub(super) fn watch(&self, app: &mut App) {
        let flag = Arc::clone(&self.frame);
        app.insert_resource(self.clone());
        // The renderer runs after the main schedules, so one whole update proves it works only
        // once the next begins.
        app.add_systems(First, move |mut updates: Local<u32>| {
            if *updates == 2 {
                flag.store(true, Ordering::Relaxed);
            }
            *updates = updates.saturating_add(1);
        });
    }

    /// Runs the screen's own code: what panics in it is not the display's fault.
    pub(super) fn own<T>(&self, code: impl FnOnce() -> T) -> T {
        self.own.store(true, Ordering::Relaxed);
        let value = code();
        self.own.store(false, Ordering::Relaxed);
        value
    }

    fn is_fault(&self) -> bool {
        self.frame.load(Ordering::Relaxed) || self.own.load(Ordering::Relaxed)
    }
}

/// Runs `start`; a panic before the first frame becomes `Err` with the gist of its message.
pub(super) fn until_shown<T>(start: impl FnOnce(Shown) -> T) -> Result<T, String> {
    let shown = Shown::default();
    let previous = Arc::new(panic::take_hook());
    panic::set_hook({
        let (shown, previous) = (shown.clone(), Arc::clone(&previous));
        Box::new(move |info| {
            if shown.is_fault() {
                previous(info);
            }
        })
    });
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| start(shown.clone())));
    // Dropping our hook first leaves `previous` with one owner: it goes back as it was.
    drop(panic::take_hook());
    if let Ok(hook) = Arc::try_unwrap(previous) {
        panic::set_hook(hook);
    }
    match outcome {
        Ok(value) => Ok(value),
        Err(payload) if shown.is_fault() => panic::resume_unwind(payload),
        Err(payload) => Err(gist(payload.as_ref())),
    }
}

fn gist(payload: &(dyn Any + Send)) -> String {
    let message = payload
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| payload.downcast_ref::<&str>().copied())
        .unwrap_or("unknown cause");
    let line = message.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("unknown cause");
    // What follows is advice to developers, or a debug print with the paths of someone's machine.
    let end = ["! ", ". ", ": Os("].iter().filter_map(|stop| line.find(stop)).min().unwrap_or(line.len());
    line[..end].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_before_the_first_frame_is_an_error() {
        let outcome: Result<(), _> = until_shown(|_| panic!("\n  no device\nmore"));
        assert_eq!(outcome, Err("no device".to_owned()));
        let outcome: Result<(), _> = until_shown(|_| panic!("No GPU! Install a driver."));
        assert_eq!(outcome, Err("No GPU".to_owned()));
        assert_eq!(until_shown(|_| 3), Ok(3));
    }

    #[test]
    fn a_panic_after_it_or_in_the_screen_goes_on() {
        let outcome = panic::catch_unwind(|| {
            until_shown(|shown| {
                shown.frame.store(true, Ordering::Relaxed);
                // Not a message for the terminal: no hook prints a resumed unwind.
                panic::resume_unwind(Box::new("a fault"));
            })
        });
        assert!(outcome.is_err());
        let outcome = panic::catch_unwind(|| until_shown(|shown| shown.own(|| panic::resume_unwind(Box::new("a fault")))));
        assert!(outcome.is_err());
    }
}
