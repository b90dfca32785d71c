//! Guided play: in each step the weighty things are the person's, and a bot does the rest of their seat. It changes who acts,
//! not the rules: what the bot does are ordinary actions of that seat.

use super::depth::Depth;
use crate::model::{Action, Beat, SeatIx};
use crate::seat::{SeatView, check, legal_actions};

/// The depth of guided play.
const GUIDED: &str = "guided";

/// Whether play is guided, and in which steps persons have handed over.
#[derive(Clone, Debug, Default)]
pub struct Guide {
    /// None is the full depth: everything is the person's.
    depth: Option<&'static Depth>,
    handed: Vec<(SeatIx, u8, Beat, u8)>,
}

impl Guide {
    /// Guided play, or full play.
    #[must_use]
    pub fn new(on: bool) -> Self {
        let depth = Depth::shipped(if on { GUIDED } else { "full" }).filter(|depth| !depth.is_full());
        Self { depth, handed: Vec::new() }
    }

    /// Whether play is guided.
    #[must_use]
    pub const fn is_on(&self) -> bool {
        self.depth.is_some()
    }

    /// Whether the bot acts for a person now: they handed the step over, or it never held anything of theirs.
    pub fn acts(&mut self, view: &SeatView) -> bool {
        let Some(depth) = self.depth else { return false };
        // A plan of their own is theirs to look at, take back and close.
        if !self.handed.contains(&step(view))
            && view.plan.is_empty()
            && !legal_actions(view).iter().any(|a| depth.leaves(view, a))
        {
            self.hand_over(view);
        }
        self.handed.contains(&step(view))
    }

    /// The person has nothing more to do in this step.
    pub fn hand_over(&mut self, view: &SeatView) {
        self.handed.push(step(view));
    }
}

fn step(view: &SeatView) -> (SeatIx, u8, Beat, u8) {
    (view.seat, view.clock.round, view.clock.beat, view.clock.pass)
}

/// Whether an action is the person's in guided play.
#[must_use]
pub fn is_left(view: &SeatView, action: &Action) -> bool {
    Depth::shipped(GUIDED).is_none_or(|depth| depth.leaves(view, action))
}

/// What the bot does in a person's seat when it would do `action`: it leaves what is the person's, and speaks to no press in
/// their name.
#[must_use]
pub fn on_behalf(view: &SeatView, action: Action) -> Action {
    let theirs = matches!(action, Action::Argue(_) | Action::Check(_) | Action::Quote(_));
    if theirs && check(view, &Action::Close).is_ok() { Action::Close } else { action }
}
