//! Sentences and looks that several pictures share.

use super::model::{Sign, Token};
use super::{Asked, Target};
use crate::lang;
use crate::model::{CaseIx, CourtIx, Date, LogEntry, Result, Role, Say, SeatIx, Side, StageIx, Text};

impl<'a> Asked<'a> {
    /// A string of the interface.
    pub(super) fn ui(&self, key: &str) -> String {
        self.words.ui(key)
    }

    /// A string of the interface with arguments.
    pub(super) fn with(&self, key: &str, args: &[(&str, lang::Value<'_>)]) -> String {
        self.words.ui_with(key, args)
    }

    /// A sentence of the rules.
    pub(super) fn say(&self, say: &Say) -> String {
        self.words.say(&self.view.scenario, self.level, say)
    }

    /// Authored prose.
    pub(super) fn prose<'t>(&self, text: &'t Text) -> &'t str {
        text.at(self.level)
    }

    /// A seat's name.
    pub(super) fn seat(&self, seat: SeatIx) -> &'a str {
        self.view.scenario.seats[seat.ix()].name.at(self.level)
    }

    /// A court's name.
    pub(super) fn court(&self, court: CourtIx) -> &'a str {
        &self.view.scenario.law.court(court).name
    }

    /// An entry of the log, dated, knowing what the seat knows of what came before.
    pub(super) fn entry(&self, at: usize) -> String {
        let before: Vec<LogEntry> = self.events[..at].iter().map(|(_, e)| (*e).clone()).collect();
        let entry = self.events[at].1;
        let said = self.say(&lang::entry_after(&self.view.scenario, &before, entry));
        self.dated(entry.date, &said)
    }

    /// A sentence with its date.
    pub(super) fn dated(&self, date: Date, said: &str) -> String {
        self.with("picture-dated", &[("date", self.words.date(date).into()), ("what", said.into())])
    }

    /// What an entry of the events leads to.
    pub(super) fn behind(&self, at: usize) -> Target {
        Target::Entry(self.events[at].0)
    }

    /// A side by the name of who argues it in the main case, or as a side elsewhere.
    pub(super) fn winner(&self, case: CaseIx, side: Side) -> String {
        match self.view.scenario.party(side).filter(|_| case == CaseIx(0)) {
            Some(seat) => self.seat(seat).to_owned(),
            None => self.ui(match side {
                Side::Compel => "side-compel",
                Side::Resist => "side-resist",
            }),
        }
    }

    /// How a court came out, in three words.
    pub(super) fn outcome(&self, case: CaseIx, result: Result, compel: u8, resist: u8) -> String {
        let votes = [
            ("most", compel.max(resist).into()),
            ("least", compel.min(resist).into()),
            ("judges", compel.saturating_add(resist).into()),
        ];
        let mut args = votes.to_vec();
        match result {
            Result::Tie => self.with("picture-tied", &args),
            Result::Denied => self.with("picture-denied", &args),
            Result::For(side) => {
                args.push(("side", self.winner(case, side).into()));
                self.with(if case == CaseIx(0) { "picture-for" } else { "picture-for-side" }, &args)
            }
        }
    }
}

/// The colour of a role.
pub(super) const fn role(role: Role) -> Token {
    match role {
        Role::Provider => Token::Provider,
        Role::Government => Token::Government,
        Role::Court => Token::Court,
    }
}

/// The shape of a role, as on its badge.
pub(super) const fn role_sign(role: Role) -> Sign {
    match role {
        Role::Provider => Sign::Square,
        Role::Government => Sign::Shield,
        Role::Court => Sign::Circle,
    }
}

impl Asked<'_> {
    /// Colour and shape of a side: those of who argues it.
    pub(super) fn side(&self, side: Side) -> (Token, Sign) {
        let s = &self.view.scenario;
        let otherwise = match side {
            Side::Compel => Role::Government,
            Side::Resist => Role::Provider,
        };
        let who = s.party(side).map_or(otherwise, |seat| s.seats[seat.ix()].role);
        // Two sides argued by one role still differ in shape.
        let sign = if who == otherwise {
            role_sign(who)
        } else {
            match side {
                Side::Compel => Sign::Triangle,
                Side::Resist => Sign::Square,
            }
        };
        (role(who), sign)
    }

    /// The court before which a stage is: that of its hearing, or else that of the legal stage it stands for.
    pub(super) fn court_of(&self, stage: StageIx) -> Option<CourtIx> {
        let s = &self.view.scenario;
        let stage = s.stages.get(stage.ix())?;
        let legal = || {
            let (p, at) = stage.legal?;
            s.law.procedures.get(p)?.stages.get(at)?.court
        };
        stage.hearing.as_ref().map(|h| h.court).or_else(legal)
    }
}
