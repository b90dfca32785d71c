//! What a session knows beside the match in play: what everybody may know, the rounds that bots played, the debrief, a second
//! match.

use super::super::files;
use super::super::turning::Turning;
use super::{Player, Session};
use crate::lang::Words;
use crate::learn::quiz::{self, Question};
use crate::learn::{Guide, Profile};
use crate::model::{Action, Date, LogEntry, Scenario, SeatIx};
use crate::play::{self, Match};
use crate::report::{self, Comparison, Debrief, Hinges};
use crate::seat::PublicView;
use std::sync::Arc;

impl Session {
    /// Where each round began, as numbers of actions; known once the match was debriefed.
    pub(in crate::ui) fn openings(&self) -> &[(u8, usize)] {
        &self.openings
    }

    /// The match beside the one it was forked from, once it was debriefed.
    pub(in crate::ui) fn compared(&self) -> Option<&Comparison> {
        self.compared.as_ref()
    }

    /// Rounds that bots have played for everybody and nobody has been told of yet.
    pub(in crate::ui) fn skipped(&self) -> Vec<u8> {
        let now = if self.is_over() { u8::MAX } else { self.view.clock.round };
        let Some(preset) = self.m.preset().filter(|_| !self.finishing && self.persons() > 0) else { return Vec::new() };
        let rounds = 1..=u8::try_from(self.scenario().rounds.len()).unwrap_or(u8::MAX);
        let played = |r: &u8| *r < now && self.log().iter().any(|e| e.round == *r);
        rounds.filter(|r| *r > self.told_of && !preset.is_live(*r)).filter(played).collect()
    }

    /// They have been told of.
    pub(in crate::ui) fn told_of_skipped(&mut self) {
        self.told_of = self.skipped().last().copied().unwrap_or(self.told_of);
    }

    /// What everybody may know of the log.
    pub(in crate::ui) fn known_to_all(&self) -> Vec<LogEntry> {
        self.m.public_events().into_iter().cloned().collect()
    }

    /// What everybody may know: the position and the log.
    pub(in crate::ui) fn public(&mut self) -> (PublicView, Vec<LogEntry>) {
        let events = self.known_to_all();
        (self.m.public(), events)
    }

    /// A second match that has come the same way up to action `upto`, in a file of its own; this one stays as it is.
    pub(in crate::ui) fn fork(&self, upto: usize) -> Option<Self> {
        let m = self.m.fork(upto).ok()?;
        let path = files::fresh(&self.scenario().id, self.seed());
        let mut session = Self::of(m, &self.source, self.players.clone(), path);
        session.seen.fill(session.m.log().len());
        session.told_of = session.m.clock().round.saturating_sub(1);
        session.guide = Guide::new(self.guide.is_on());
        session.origin = Some(self.m.actions().to_vec());
        session.save();
        Some(session)
    }

    /// The decisions on which the match turned, as far as they are known.
    pub(in crate::ui) const fn turning(&self) -> &Turning {
        &self.turning
    }

    /// Takes in what a search has found; begins one for a match that is over.
    pub(in crate::ui) fn turn(&mut self, wake: impl Fn() + Send + 'static) {
        if matches!(self.turning, Turning::Waiting) && self.is_over() {
            self.turning = Turning::search(&self.m, wake);
        }
        self.turning.look();
    }

    /// Lets somebody tell of the match.
    pub(in crate::ui) fn told<T>(&mut self, tell: impl FnOnce(&mut Match, Option<&Hinges>) -> T) -> T {
        tell(&mut self.m, self.turning.found())
    }

    /// The debrief.
    pub fn debrief(&mut self) -> Debrief {
        self.openings = self.m.openings();
        if let Some(actions) = &self.origin {
            let mut first = self.m.again();
            // It was played once: it can be played again.
            self.compared = first.replay(actions).ok().and_then(|()| report::compare(&mut first, &mut self.m));
        }
        report::debrief(&mut self.m)
    }

    /// Questions about the match, as the shown seat has seen it.
    pub(in crate::ui) fn recap(&self, profile: &Profile, today: Date, words: &Words) -> Vec<Question> {
        let log: Vec<&LogEntry> = self.events().into_iter().map(|(_, e)| e).collect();
        let own = quiz::of_match(&self.view, &log, self.m.seed(), words);
        let s = self.scenario();
        let met = quiz::met(s, log, |d| s.decision(d).seat == self.shown);
        quiz::recap(s, &met, own, profile, self.m.seed(), today)
    }

    /// The id of a seat that a person sits at and that another copy of the scenario does not have.
    pub(in crate::ui) fn lost_by(&self, scenario: &Scenario) -> Option<&str> {
        let mut sat = self.m.scenario().seats.iter().zip(&self.players).filter(|(_, p)| **p == Player::Human);
        sat.find_map(|(seat, _)| scenario.seat(&seat.id).is_none().then_some(seat.id.as_str()))
    }

    /// The match on a new copy of its scenario: everything that was done, as far as it still fits. How many actions were kept,
    /// of how many.
    pub(in crate::ui) fn reload(&mut self, scenario: Arc<Scenario>) -> (usize, usize) {
        let old = Arc::clone(self.m.scenario());
        let mut m = Match::new(Arc::clone(&scenario), self.m.seed(), self.m.pinned());
        if let Some(preset) = self.m.preset() {
            m.choose_preset(&preset.id);
        }
        let mut away = self.m.away();
        let mut again = |m: &mut Match, (at, (seat, action)): (usize, &(SeatIx, Action))| {
            m.sit(&mut away, at);
            let seat = scenario.seat(&old.seats[seat.ix()].id)?;
            let action = play::undeed(&scenario, &play::deed(&old, action)).ok()?;
            m.submit(seat, &action).ok()
        };
        let all = self.m.actions().len();
        let kept = self.m.actions().iter().enumerate().take_while(|done| again(&mut m, *done).is_some()).count();
        let sat = |id: &str| old.seat(id).map_or(Player::Bot("cautious".to_owned()), |seat| self.players[seat.ix()].clone());
        let players = scenario.seats.iter().map(|seat| sat(&seat.id)).collect();
        let shown = scenario.seat(&old.seats[self.shown.ix()].id);
        let mut session = Self::of(m, &self.source, players, self.path.take());
        session.guide = Guide::new(self.guide.is_on());
        session.finishing = self.finishing;
        session.seen.fill(session.m.log().len());
        session.told_of = session.m.clock().round.saturating_sub(1);
        *self = session;
        if let Some(seat) = shown {
            self.show(seat);
        }
        self.save();
        (kept, all)
    }
}
