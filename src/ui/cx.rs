//! Words and titles for a reader: what every widget asks for.

use super::cmd::Cmd;
use super::theme;
use crate::lang::{Value, Words};
use crate::model::{Action, Beat, FactorIx, Ground, Reading, Role, Say, Scenario, SeatIx, Side, Text, VarIx, VarKind};
use std::cell::RefCell;

/// A reader of a scenario.
#[derive(Clone, Copy)]
pub(super) struct Cx<'a> {
    pub words: &'a Words,
    pub s: &'a Scenario,
    pub level: Reading,
    /// Whether hints are on offer.
    pub hints: bool,
    /// What was asked for from within a text, where no list of commands is at hand.
    pub asked: &'a RefCell<Vec<Cmd>>,
}

impl<'a> Cx<'a> {
    /// Asks for something after the pass.
    pub fn ask(&self, cmd: Cmd) {
        self.asked.borrow_mut().push(cmd);
    }

    /// A string of the interface.
    pub fn ui(&self, key: &str) -> String {
        self.words.ui(key)
    }

    /// A string of the interface with arguments.
    pub fn with(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.words.ui_with(key, args)
    }

    /// Authored prose.
    pub fn text(&self, text: &'a Text) -> &'a str {
        text.at(self.level)
    }

    /// A sentence of the rules.
    pub fn say(&self, say: &Say) -> String {
        self.words.say(self.s, self.level, say)
    }

    /// A seat's name.
    pub fn seat(&self, seat: SeatIx) -> &'a str {
        self.text(&self.s.seats[seat.ix()].name)
    }

    /// A seat's role, for colour and shape.
    pub fn role(&self, seat: SeatIx) -> theme::Role {
        role(self.s.seats[seat.ix()].role)
    }

    /// A number's title.
    pub fn var(&self, var: VarIx) -> &'a str {
        self.text(&self.s.var(var).title)
    }

    /// A factor, in a few words.
    pub fn factor(&self, factor: FactorIx) -> &'a str {
        &self.s.law.factor(factor).short
    }

    /// A side.
    pub fn side(&self, side: Side) -> String {
        self.ui(match side {
            Side::Compel => "side-compel",
            Side::Resist => "side-resist",
        })
    }

    /// Whether less of a number is better: some seat wants it kept down.
    pub fn less_is_better(&self, var: VarIx) -> bool {
        let down = |m: &crate::model::Mark| matches!(m, crate::model::Mark::AtMost(v, _) if *v == var);
        self.s.seats.iter().flat_map(|s| &s.aims).flat_map(|a| &a.marks).any(down)
    }

    /// The value of a number as players read it: questions carry a sign.
    pub fn value(&self, var: VarIx, value: i16) -> String {
        match self.s.var(var).kind {
            VarKind::Question => crate::lang::signed(value),
            _ => value.to_string(),
        }
    }

    /// An action, in a line.
    pub fn action(&self, action: &Action) -> String {
        let claim = |c: &crate::model::ClaimIx| self.text(&self.s.claim(*c).text);
        let issue = |i: &crate::model::IssueIx| self.text(&self.s.issues[i.ix()].title);
        let with = |key: &str, what: &str| self.with(key, &[("what", what.into())]);
        match action {
            Action::Choose(d, o) => {
                self.s.decision(*d).options.get(usize::from(*o)).map_or_else(String::new, |c| self.text(&c.act.title).to_owned())
            }
            Action::Move(m) => self.text(&self.s.side_move(*m).act.title).to_owned(),
            Action::Argue(p) => with("window-plan-argue", issue(&p.issue)),
            Action::Attack(i, Ground::Difference(f)) => {
                let args = [("what", issue(i).into()), ("factor", self.factor(*f).into())];
                self.with("window-plan-attack", &args)
            }
            Action::Attack(i, Ground::Status) => with("window-plan-attack-status", issue(i)),
            Action::Offer(o) => with("window-plan-offer", self.text(&self.s.offer(*o).act.title)),
            Action::Respond(o, yes) => {
                let key = if *yes { "window-plan-accept" } else { "window-plan-decline" };
                with(key, self.text(&self.s.offer(*o).act.title))
            }
            Action::Check(c) => with("window-plan-check", claim(c)),
            Action::Quote(c) => with("window-plan-quote", claim(c)),
            Action::Rule(side, _) => with("window-plan-rule", &self.side(*side)),
            Action::Undo => self.ui("desk-undo"),
            Action::Close => self.ui("desk-close"),
        }
    }
}

/// A role, for colour and shape.
pub(super) fn role(role: Role) -> theme::Role {
    match role {
        Role::Provider => theme::Role::Provider,
        Role::Government => theme::Role::Government,
        Role::Court => theme::Role::Court,
    }
}

/// The beats in order, with the keys of their names.
pub(super) const BEATS: [(Beat, &str); 5] = [
    (Beat::Open, "beat-open"),
    (Beat::Plan, "beat-plan"),
    (Beat::Answer, "beat-answer"),
    (Beat::Rule, "beat-rule"),
    (Beat::Reckon, "beat-reckon"),
];

/// The key that explains a beat.
pub(super) fn beat_about(beat: Beat) -> &'static str {
    match beat {
        Beat::Open => "beat-open-about",
        Beat::Plan => "beat-plan-about",
        Beat::Answer => "beat-answer-about",
        Beat::Rule => "beat-rule-about",
        Beat::Reckon => "beat-reckon-about",
    }
}

/// Position of a side in a pair.
pub(super) const fn side_ix(side: Side) -> usize {
    match side {
        Side::Compel => 0,
        Side::Resist => 1,
    }
}
