//! A match with its sitters.

use super::Learner;
use crate::bots::{self, Bot};
use crate::model::{Action, SeatIx};
use crate::play::{MOST_ACTIONS, Match};
use crate::seat::{Refusal, legal_actions};

/// Who sits at a seat.
pub enum Sitter {
    /// A person.
    Human,
    /// A bot.
    Bot(Box<dyn Bot>),
}

impl Sitter {
    /// Reads `human` or `bot:NAME`; none if no bot goes by that name.
    #[must_use]
    pub fn named(name: &str, seed: u64, seat: SeatIx) -> Option<Self> {
        match name.strip_prefix("bot:") {
            None => (name == "human").then_some(Self::Human),
            Some(bot) => {
                let seed = seed.wrapping_mul(0x2545_F491_4F6C_DD1D).wrapping_add(u64::from(seat.0));
                bots::named(bot, seed).map(Self::Bot)
            }
        }
    }
}

/// Puts a match away; called after every action. Says why it could not.
pub type Keep<'a> = Box<dyn FnMut(&mut Match) -> Result<(), String> + 'a>;

/// A match with its sitters.
pub struct Table<'a> {
    /// The match.
    pub game: Match,
    /// Who learns here, if that is kept.
    pub learner: Option<Learner>,
    sitters: Vec<Sitter>,
    keep: Keep<'a>,
    kept: bool,
    /// Whether bots play on for people, to the debrief.
    finishing: bool,
}

impl<'a> Table<'a> {
    /// A table; a seat without a sitter counts as a person's.
    #[must_use]
    pub fn new(game: Match, mut sitters: Vec<Sitter>, keep: Keep<'a>) -> Self {
        sitters.resize_with(game.scenario().seats.len(), || Sitter::Human);
        Self { game, learner: None, sitters, keep, kept: false, finishing: false }
    }

    /// The seats people sit at.
    #[must_use]
    pub fn people(&self) -> Vec<SeatIx> {
        let human = |(_, s): &(usize, &Sitter)| matches!(s, Sitter::Human);
        self.sitters.iter().enumerate().filter(human).map(|(i, _)| SeatIx::new(i)).collect()
    }

    /// Hands the seats of people to bots, to the debrief.
    pub fn finish(&mut self) {
        self.finishing = true;
    }

    /// Lets bots move until a person is waited for or the match is over. False if no bot knew a move.
    pub fn bots(&mut self) -> bool {
        for _ in 0..MOST_ACTIONS {
            let waiting = self.game.awaited();
            let all = self.finishing || !self.game.is_live();
            let bot = waiting.into_iter().find(|s| all || matches!(self.sitters[s.ix()], Sitter::Bot(_)));
            let Some(seat) = bot.filter(|_| self.game.over().is_none()) else { return true };
            let view = self.game.view(seat);
            let play = match &mut self.sitters[seat.ix()] {
                Sitter::Bot(bot) => bot.play(&view),
                Sitter::Human => bots::stand_in().play(&view),
            };
            if self.game.submit_seen(&view, &play.action).is_err() {
                let any = legal_actions(&view).into_iter().next();
                if any.is_none_or(|a| self.game.submit_seen(&view, &a).is_err()) {
                    return false;
                }
            }
        }
        false
    }

    /// A person acts.
    ///
    /// # Errors
    /// The refusal; nothing has changed then.
    pub fn submit(&mut self, seat: SeatIx, action: &Action) -> Result<(), Refusal> {
        self.game.submit(seat, action)
    }

    /// Puts the match away.
    ///
    /// # Errors
    /// Why it could not be.
    pub fn keep(&mut self) -> Result<(), String> {
        let done = (self.keep)(&mut self.game);
        self.kept = done.is_ok();
        done
    }

    /// Whether the match was put away the last time it was tried.
    #[must_use]
    pub fn kept(&self) -> bool {
        self.kept
    }
}
