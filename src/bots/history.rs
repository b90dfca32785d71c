//! Does what the real actors did, while that is lawful; otherwise plays `cautious`.

use super::policy::{CAUTIOUS, ranked};
use super::{Bot, Play};
use crate::model::{Action, MoveIx, Say};
use crate::seat::{SeatView, check, legal_actions};

/// Plays history.
pub struct History;

impl Bot for History {
    fn play(&mut self, view: &SeatView) -> Play {
        let s = &view.scenario;
        let round = view.clock.round;
        let legal = legal_actions(view);
        let historic = |action: Action| check(view, &action).is_ok().then(|| Play { action, because: Say::new("bot-history") });
        // A decision put to the seat, a ruling, a pleading, a side move: in that order, for effort is short.
        for action in &legal {
            if let Action::Choose(d, o) = action
                && !s.decision(*d).options[*o as usize].act.historic.is_empty()
                && let Some(play) = historic(action.clone())
            {
                return play;
            }
        }
        let hearing = s.stage(view.clock.stage).hearing.as_ref();
        if let Some(real) = hearing.and_then(|h| h.historic.as_ref())
            && let Some(play) = historic(Action::Rule(real.side, real.reason.clone()))
        {
            return play;
        }
        for m in (0..s.moves.len()).map(MoveIx::new) {
            let side_move = s.side_move(m);
            if side_move.seat == view.seat
                && side_move.act.historic.contains(&round)
                && let Some(play) = historic(Action::Move(m))
            {
                return play;
            }
        }
        for p in s.pleadings.iter().filter(|p| p.seat == view.seat && p.round == round) {
            if let Some(play) = historic(Action::Argue(p.pleading.clone())) {
                return play;
            }
        }
        if legal.contains(&Action::Close) {
            return Play { action: Action::Close, because: Say::new("bot-history") };
        }
        let must = |a: &Action| matches!(a, Action::Choose(..) | Action::Rule(..) | Action::Respond(..));
        let best = ranked(view, CAUTIOUS).into_iter().find(|x| must(&x.action));
        let action = best.map_or(Action::Close, |x| x.action);
        Play { action, because: Say::new("bot-no-history") }
    }
}
