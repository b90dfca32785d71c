//! A match with its sitters.

use super::Learner;
use crate::bots::{self, Bot};
use crate::learn::{self, Guide};
use crate::model::{Action, Say, SeatIx};
use crate::play::{MOST_ACTIONS, Match};
use crate::seat::{Refusal, check, legal_actions};

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
            None => crate::play::is_person(name).then_some(Self::Human),
            Some(bot) => bots::named(bot, bots::seat_seed(seed, seat)).map(Self::Bot),
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
    guide: Guide,
    /// What bots did for people and nobody was told yet.
    done: Vec<(SeatIx, Action, Say)>,
}

impl<'a> Table<'a> {
    /// A table; a seat without a sitter counts as a person's.
    #[must_use]
    pub fn new(game: Match, mut sitters: Vec<Sitter>, keep: Keep<'a>) -> Self {
        sitters.resize_with(game.scenario().seats.len(), || Sitter::Human);
        Self { game, learner: None, sitters, keep, kept: false, finishing: false, guide: Guide::default(), done: Vec::new() }
    }

    /// The seats people sit at.
    #[must_use]
    pub fn people(&self) -> Vec<SeatIx> {
        let human = |(_, s): &(usize, &Sitter)| matches!(s, Sitter::Human);
        self.sitters.iter().enumerate().filter(human).map(|(i, _)| SeatIx::new(i)).collect()
    }

    /// Chooses guided play.
    pub fn guided(&mut self, on: bool) {
        self.guide = Guide::new(on);
    }

    /// Whether play is guided.
    #[must_use]
    pub fn is_guided(&self) -> bool {
        self.guide.is_on()
    }

    /// What bots did for a person since this was last asked, with their reasons.
    pub fn done_for(&mut self, seat: SeatIx) -> Vec<(Action, Say)> {
        let (mine, rest) = std::mem::take(&mut self.done).into_iter().partition(|(s, ..)| *s == seat);
        self.done = rest;
        let mine: Vec<(SeatIx, Action, Say)> = mine;
        mine.into_iter().map(|(_, action, because)| (action, because)).collect()
    }

    fn is_bots(&mut self, seat: SeatIx) -> bool {
        if self.finishing || !self.game.is_live() || matches!(self.sitters[seat.ix()], Sitter::Bot(_)) {
            return true;
        }
        self.guide.is_on() && self.guide.acts(&self.game.view(seat))
    }

    /// Hands the seats of people to bots, to the debrief.
    pub fn finish(&mut self) {
        self.finishing = true;
        self.game.hand_over();
    }

    /// Lets bots move until a person is waited for or the match is over. False if no bot knew a move.
    pub fn bots(&mut self) -> bool {
        for _ in 0..MOST_ACTIONS {
            let waiting = self.game.awaited();
            let bot = waiting.into_iter().find(|s| self.is_bots(*s));
            let Some(seat) = bot.filter(|_| self.game.over().is_none()) else { return true };
            let view = self.game.view(seat);
            let between = bots::between(self.game.preset(), view.clock.round);
            let play = match (&mut self.sitters[seat.ix()], between) {
                (Sitter::Bot(own), mut between) => between.as_mut().unwrap_or(own).play(&view),
                (Sitter::Human, between) => {
                    let role = view.scenario.seats[seat.ix()].role;
                    let mut play = between.unwrap_or_else(|| bots::stand_in(self.game.preset(), role)).play(&view);
                    if self.guide.is_on() && !self.finishing && self.game.is_live() {
                        play.action = learn::on_behalf(&view, play.action);
                    }
                    if play.action != Action::Close {
                        self.done.push((seat, play.action.clone(), play.because.clone()));
                    }
                    play
                }
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
        if self.guide.is_on() && *action == Action::Close {
            let view = self.game.view(seat);
            check(&view, action)?;
            self.guide.hand_over(&view);
            return Ok(());
        }
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
