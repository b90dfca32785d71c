//! Guided play: in each step the weighty things are the person's, and a bot does the rest of their seat. It changes who acts,
//! not the rules: what the bot does are ordinary actions of that seat.

use crate::model::{Action, Beat, Role, SeatIx};
use crate::seat::{SeatView, check, legal_actions};

/// Whether play is guided, and in which steps persons have handed over.
#[derive(Clone, Debug, Default)]
pub struct Guide {
    on: bool,
    handed: Vec<(SeatIx, u8, Beat, u8)>,
}

impl Guide {
    /// Guided play, or full play.
    #[must_use]
    pub const fn new(on: bool) -> Self {
        Self { on, handed: Vec::new() }
    }

    /// Whether play is guided.
    #[must_use]
    pub const fn is_on(&self) -> bool {
        self.on
    }

    /// Whether the bot acts for a person now: they handed the step over, or it never held anything of theirs.
    pub fn acts(&mut self, view: &SeatView) -> bool {
        if !self.on {
            return false;
        }
        // A plan of their own is theirs to look at, take back and close.
        if !self.handed.contains(&step(view)) && view.plan.is_empty() && !legal_actions(view).iter().any(|a| is_left(view, a)) {
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

/// Whether an action is the person's in guided play: choices, rulings, one argument a round, one press check. A seat that
/// argues no side and judges nothing speaks by what it does: one side move a round is its person's.
#[must_use]
pub fn is_left(view: &SeatView, action: &Action) -> bool {
    let argued = || {
        let planned = view.plan.iter().any(|a| matches!(a, Action::Argue(_)));
        planned || view.sitting.pleaded.iter().any(|p| p.by == view.seat)
    };
    match action {
        Action::Choose(..) | Action::Rule(..) => true,
        Action::Argue(_) => !argued(),
        Action::Check(_) => !view.checked_now,
        Action::Move(_) => {
            let seat = &view.scenario.seats[view.seat.ix()];
            seat.side.is_none() && seat.role != Role::Court && view.moved.is_empty()
        }
        _ => false,
    }
}

/// What the bot does in a person's seat when it would do `action`: it leaves what is the person's, and speaks to no press in
/// their name.
#[must_use]
pub fn on_behalf(view: &SeatView, action: Action) -> Action {
    let theirs = matches!(action, Action::Argue(_) | Action::Check(_) | Action::Quote(_));
    if theirs && check(view, &Action::Close).is_ok() { Action::Close } else { action }
}
