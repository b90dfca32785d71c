//! Bots at this screen: they act in their turn, the slow ones on a thread of their own.

use super::{Player, Reason, Session};
use crate::bots::{self, Bot, Play};
use crate::learn;
use crate::model::SeatIx;
use std::sync::mpsc::{TryRecvError, channel};
use std::time::{Duration, Instant};

/// Quick bots may take this much of a frame.
const BUDGET: Duration = Duration::from_millis(12);

impl Session {
    /// Lets bots act for a moment. Says whether there is more to do at once.
    pub fn step(&mut self, wake: impl Fn() + Send + 'static) -> bool {
        if self.is_shown() {
            return false;
        }
        if self.is_over() {
            return false;
        }
        if let Some((seat, thought)) = self.thinking.take() {
            match thought.try_recv() {
                Ok((bot, play)) => self.done(seat, bot, play),
                Err(TryRecvError::Empty) => {
                    self.thinking = Some((seat, thought));
                    return false;
                }
                // The bot is lost; another of its kind takes over.
                Err(TryRecvError::Disconnected) => self.bots[seat.ix()] = self.another(seat),
            }
        }
        let start = Instant::now();
        let mut acted = false;
        while start.elapsed() < BUDGET {
            let Some(seat) = self.m.awaited().into_iter().find(|s| self.is_bots(*s)) else { break };
            if let Some(mut between) = bots::between(self.m.preset(), self.m.clock().round) {
                acted = true;
                let play = between.play(&self.m.view(seat));
                self.played(seat, play);
                continue;
            }
            if self.players[seat.ix()] == Player::Human && self.bots[seat.ix()].is_none() {
                self.bots[seat.ix()] = Some(bots::stand_in(self.m.preset(), self.m.scenario().seats[seat.ix()].role));
            }
            let Some(bot) = self.bots[seat.ix()].take() else { break };
            acted = true;
            if self.is_slow(seat) && cfg!(not(target_arch = "wasm32")) {
                self.think(seat, bot, wake);
                return false;
            }
            let view = self.m.view(seat);
            let mut bot = bot;
            let mut play = bot.play(&view);
            if self.guide.is_on() && self.is_person(seat) && !self.finishing && self.m.is_live() {
                play.action = learn::on_behalf(&view, play.action);
            }
            self.done(seat, bot, play);
        }
        acted
    }

    fn is_slow(&self, seat: SeatIx) -> bool {
        self.players[seat.ix()] == Player::Bot("keen".to_owned())
    }

    /// A bot that looks ahead does so on a thread of its own: the window stays alive.
    fn think(&mut self, seat: SeatIx, mut bot: Box<dyn Bot>, wake: impl Fn() + Send + 'static) {
        let view = self.m.view(seat);
        let (tell, hear) = channel();
        let work = move || {
            let play = bot.play(&view);
            // Nobody listens once the match was left.
            let _left = tell.send((bot, play));
            wake();
        };
        self.thinking = Some((seat, hear));
        if std::thread::Builder::new().name("bot".into()).spawn(work).is_err() {
            self.thinking = None;
            self.bots[seat.ix()] = bots::named("cautious", self.m.seed());
            self.players[seat.ix()] = Player::Bot("cautious".to_owned());
        }
    }

    fn another(&self, seat: SeatIx) -> Option<Box<dyn Bot>> {
        match &self.players[seat.ix()] {
            Player::Human => None,
            Player::Bot(name) => bots::named(name, self.m.seed().wrapping_add(u64::from(seat.0))),
        }
    }

    fn done(&mut self, seat: SeatIx, bot: Box<dyn Bot>, play: Play) {
        self.bots[seat.ix()] = Some(bot);
        self.played(seat, play);
    }

    fn played(&mut self, seat: SeatIx, play: Play) {
        let round = self.m.clock().round;
        let Play { action, because } = play;
        if self.m.submit(seat, &action).is_err() {
            // A bot that errs must not stop the match: it does the first thing that is open.
            let view = self.m.view(seat);
            if let Some(open) = crate::seat::legal_actions(&view).pop() {
                let _cannot_fail = self.m.submit(seat, &open);
            }
        } else {
            self.reasons.push(Reason { seat, round, action, because });
        }
        self.save();
        self.refresh();
    }
}
