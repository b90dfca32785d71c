//! Looks ahead: tries its best few actions on positions imagined from its own view, lets them be played to the end by taste,
//! and takes the one that earns most.

use super::policy::{BOLD, CAUTIOUS, Policy, Scored, Tastes, ranked};
use super::{Bot, Play};
use crate::model::{Action, Arg, Say};
use crate::play::{Match, imagine};
use crate::rules::{Dice, Purpose};
use crate::seat::SeatView;

/// Actions tried at a decision.
const WIDTH: usize = 5;
/// Positions imagined for each.
const SAMPLES: u64 = 6;
/// Actions a trial may take before it is judged as it stands.
const HORIZON: usize = 400;

/// A player that looks ahead.
pub struct Keen {
    seed: u64,
    asked: u64,
    table: Option<Match>,
}

impl Keen {
    /// A player whose trials are keyed by a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { seed, asked: 0, table: None }
    }

    /// Mean tally, in thousandths, of the seat when it takes `action` now.
    fn trial(&mut self, view: &SeatView, action: &Action) -> i64 {
        let mut total = 0;
        for sample in 0..SAMPLES {
            let seed = self.seed ^ self.asked.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ sample.wrapping_mul(0xD1B5_4A32_D192_ED03);
            let position = imagine(view, seed);
            let cards: Vec<_> = position.hands.iter().map(|h| h.card).collect();
            let table = match &mut self.table {
                Some(table) => {
                    table.set(position);
                    table
                }
                none => none.insert(Match::from_position(position)),
            };
            if table.submit(view.seat, action).is_err() {
                return i64::MIN;
            }
            roll_out(table, seed);
            total += i64::from(table.points(view.seat, cards[view.seat.ix()])) * 1000;
        }
        total / i64::try_from(SAMPLES).unwrap_or(1)
    }
}

/// Plays on by taste: each seat gets tastes of its own, for nobody knows who sits across the table.
fn roll_out(table: &mut Match, seed: u64) {
    let mut bots: Vec<Policy> = (0..table.scenario().seats.len()).map(|i| Policy::new(some_tastes(seed, i))).collect();
    for _ in 0..HORIZON {
        let Some(seat) = table.awaited().first().copied() else { return };
        let view = table.view(seat);
        let play = bots[seat.ix()].play(&view);
        if table.submit_seen(&view, &play.action).is_err() {
            return;
        }
    }
}

/// Five tastes drawn from a seed.
fn some_tastes(seed: u64, seat: usize) -> Tastes {
    let mut dice = Dice::new(seed, Purpose::Choice, u32::try_from(seat).unwrap_or(0) + 1);
    let mut one = || i16::try_from(dice.below(5)).unwrap_or(2) - 2;
    Tastes { law: one(), publicity: one(), patience: one(), risk: one(), candour: one() }
}

/// Worth trying out: what settles something. The rest is played by taste.
fn weighty(action: &Action) -> bool {
    matches!(action, Action::Choose(..) | Action::Rule(..) | Action::Respond(..) | Action::Move(_) | Action::Offer(_))
}

impl Bot for Keen {
    fn play(&mut self, view: &SeatView) -> Play {
        self.asked += 1;
        let own: Tastes = if self.seed & 1 == 0 { CAUTIOUS } else { BOLD };
        let all = ranked(view, own);
        let must = all.iter().any(|s| matches!(s.action, Action::Choose(..) | Action::Rule(..) | Action::Respond(..)));
        let tried: Vec<&Scored> = all
            .iter()
            .filter(|s| {
                if must {
                    matches!(s.action, Action::Choose(..) | Action::Rule(..) | Action::Respond(..))
                } else {
                    weighty(&s.action) || s.action == Action::Close
                }
            })
            .take(WIDTH)
            .collect();
        // An argument is worth its effort more often than not; it is made by taste, and what is left is looked at.
        let top = all.first();
        let by_taste = top.filter(|s| !must && !weighty(&s.action) && s.action != Action::Close && s.score > 0);
        if let Some(s) = by_taste {
            return Play { action: s.action.clone(), because: s.because.clone() };
        }
        let mut best: Option<(i64, &Scored)> = None;
        if tried.len() > 1 {
            for s in tried {
                let earned = self.trial(view, &s.action);
                if best.is_none_or(|(most, _)| earned > most) {
                    best = Some((earned, s));
                }
            }
        } else {
            best = tried.first().map(|s| (0, *s));
        }
        match best {
            Some((earned, s)) if earned > 0 => {
                Play { action: s.action.clone(), because: Say::new("bot-keen").with("points", Arg::Num(earned / 1000)) }
            }
            Some((_, s)) => Play { action: s.action.clone(), because: s.because.clone() },
            None => Play { action: Action::Close, because: Say::new("bot-nothing-else") },
        }
    }
}
