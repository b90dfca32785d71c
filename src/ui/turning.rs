//! The search for the decisions on which a match turned, on a thread of its own: the debrief is there at once, and this follows.

use crate::play::Match;
use crate::report::{self, Hinges};
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::mpsc::{Receiver, channel};

/// A search, or what it found.
#[derive(Default)]
pub(super) enum Turning {
    /// Not begun.
    #[default]
    Waiting,
    /// Under way; how far, as a part of 1,000.
    Searching(Receiver<Hinges>, Arc<AtomicU16>),
    /// Done.
    Found(Hinges),
}

impl Turning {
    /// Begins to search a match that is over. `wake` is called when something is known.
    pub fn search(m: &Match, wake: impl Fn() + Send + 'static) -> Self {
        let Ok(mut m) = m.fork(m.actions().len()) else { return Self::Found(Hinges::default()) };
        let far = Arc::new(AtomicU16::new(0));
        let (tell, hear) = channel();
        let told = Arc::clone(&far);
        let work = move || {
            let found = report::hinges(&mut m, |at| told.store(at, Ordering::Relaxed));
            // Nobody listens once the match was left.
            let _left = tell.send(found);
            wake();
        };
        match std::thread::Builder::new().name("turning points".into()).spawn(work) {
            Ok(_) => Self::Searching(hear, far),
            Err(_) => Self::Found(Hinges::default()),
        }
    }

    /// What was found, once it was; takes the news of the thread.
    pub fn look(&mut self) -> Option<&Hinges> {
        if let Self::Searching(hear, _) = self
            && let Ok(found) = hear.try_recv()
        {
            *self = Self::Found(found);
        }
        self.found()
    }

    /// What was found.
    pub const fn found(&self) -> Option<&Hinges> {
        match self {
            Self::Found(found) => Some(found),
            _ => None,
        }
    }

    /// How far the search is, from 0 to 1.
    pub fn far(&self) -> f32 {
        match self {
            Self::Waiting => 0.0,
            Self::Searching(_, far) => f32::from(far.load(Ordering::Relaxed)) / 1000.0,
            Self::Found(_) => 1.0,
        }
    }
}
