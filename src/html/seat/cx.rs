//! What every part of a page asks for: words, titles, controls, and the terms of art that were met on the way.

use crate::html::{form, page};
use crate::lang::{self, Value, Words};
use crate::learn::Glossary;
use crate::model::{
    Action, Doable, FactorIx, Happened, LogEntry, Reading, Role, Say, Scenario, SeatIx, Side, Text, VarIx, VarKind,
};
use crate::seat::{self, Question, Refusal, SeatView, Shift, Told, why};
use maud::{Markup, html};
use std::cell::RefCell;
use std::collections::BTreeSet;

/// A page in the making.
pub(in crate::html) struct Cx<'a> {
    pub words: &'a Words,
    pub level: Reading,
    pub s: &'a Scenario,
    /// Terms of art that were met, by id.
    pub terms: RefCell<BTreeSet<&'static str>>,
}

impl<'a> Cx<'a> {
    pub fn new(words: &'a Words, level: Reading, s: &'a Scenario) -> Self {
        Self { words, level, s, terms: RefCell::default() }
    }

    /// A string of the interface.
    pub fn ui(&self, key: &str) -> String {
        self.words.ui(key)
    }

    /// A string of the interface with arguments.
    pub fn with(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.words.ui_with(key, args)
    }

    /// A sentence of the rules.
    pub fn say(&self, say: &Say) -> String {
        self.words.say(self.s, self.level, say)
    }

    /// Authored words.
    pub fn text(&self, text: &'a Text) -> &'a str {
        text.at(self.level)
    }

    /// A seat's name.
    pub fn seat(&self, seat: SeatIx) -> &'a str {
        self.text(&self.s.seats[seat.ix()].name)
    }

    /// A number's title.
    pub fn var(&self, var: VarIx) -> &'a str {
        self.text(&self.s.var(var).title)
    }

    /// A factor, in a few words.
    pub fn factor(&self, factor: FactorIx) -> &'a str {
        &self.s.law.factor(factor).short
    }

    /// Factors, in a list.
    pub fn factors(&self, all: impl IntoIterator<Item = FactorIx>) -> String {
        let names: Vec<&str> = all.into_iter().map(|f| self.factor(f)).collect();
        self.words.list(&names)
    }

    /// A side.
    pub fn side(&self, side: Side) -> String {
        self.ui(match side {
            Side::Compel => "side-compel",
            Side::Resist => "side-resist",
        })
    }

    /// The picture at a position of the scenario's, if one is asked for, with whose it is.
    pub fn illustration(&self, picture: Option<usize>) -> Markup {
        let picture = picture.and_then(|i| self.s.illustrations.get(i));
        html! { @if let Some(picture) = picture { (page::illustration(picture, self.text(&picture.shows))) } }
    }

    /// A seat's name behind the sign of its role: shape and word, not colour alone.
    pub fn badge(&self, seat: SeatIx) -> Markup {
        let (class, role) = role(self.s.seats[seat.ix()].role);
        html! { span class={ "badge " (class) } { span.sign aria-hidden="true" {} (self.seat(seat)) " " small { (self.ui(role)) } } }
    }

    /// Words for a paragraph: a term of art leads to what it means.
    pub fn prose(&self, text: &str) -> Markup {
        let mut at = 0;
        let found = Glossary::shipped().find(text);
        self.terms.borrow_mut().extend(found.iter().map(|(_, term)| term.id.as_str()));
        let parts: Vec<(&str, Option<(&str, &str)>)> = found
            .iter()
            .map(|(range, term)| {
                let before = &text[at..range.start];
                at = range.end;
                (before, Some((&text[range.clone()], term.id.as_str())))
            })
            .collect();
        html! {
            @for (before, term) in parts {
                (before)
                @if let Some((written, id)) = term { a.term href={ "#term-" (id) } { (written) } }
            }
            (&text[at..])
        }
    }

    /// A paragraph, unless there is nothing to say.
    pub fn para(&self, text: &str) -> Markup {
        html! { @if !text.is_empty() { p { (self.prose(text)) } } }
    }

    /// Where a rule comes from.
    pub fn source(&self, source: &str) -> Markup {
        html! { @if !source.is_empty() { p.source { (self.with("desk-source", &[("source", source.into())])) } } }
    }

    /// Why something is closed, with the source of the rule.
    pub fn refusal(&self, refusal: &Refusal) -> Markup {
        html! { p.refused { (self.say(&refusal.say(self.s))) } }
    }

    /// A number as it changes.
    pub fn shift(&self, shift: &Shift) -> String {
        let value = |n: i16| if self.s.var(shift.var).kind == VarKind::Question { lang::signed(n) } else { n.to_string() };
        let by = lang::signed(shift.to - shift.from);
        self.with(
            "window-shift",
            &[
                ("var", self.var(shift.var).into()),
                ("from", value(shift.from).into()),
                ("by", by.into()),
                ("to", value(shift.to).into()),
            ],
        )
    }

    /// A chip: a fact in a few words.
    pub fn chip(&self, key: &str) -> Markup {
        html! { span.chip { (self.ui(key)) } }
    }

    /// What an action is called on its button.
    pub fn title(&self, action: &Action) -> String {
        let claim = |c: &crate::model::ClaimIx| self.text(&self.s.claim(*c).text);
        let with = |key, what: &str| self.with(key, &[("what", what.into())]);
        match action {
            Action::Argue(p) => with("window-plan-argue", self.text(&self.s.issues[p.issue.ix()].title)),
            Action::Attack(i, ground) => {
                let issue = self.text(&self.s.issues[i.ix()].title);
                match ground {
                    crate::model::Ground::Status => with("window-plan-attack-status", issue),
                    crate::model::Ground::Difference(f) => {
                        self.with("window-plan-attack", &[("what", issue.into()), ("factor", self.factor(*f).into())])
                    }
                }
            }
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
            Action::Choose(..) | Action::Move(_) => self.s.doable(action).map_or("", |act| self.text(&act.title)).to_owned(),
        }
    }
}

/// The page of a seat in the making.
pub(super) struct Desk<'a> {
    pub cx: Cx<'a>,
    pub view: &'a SeatView,
    /// What the seat may know of the log, with the number of each entry.
    pub events: &'a [(usize, &'a LogEntry)],
    /// Where forms are posted to; none in a copy to look at.
    pub post: Option<&'a str>,
}

impl Desk<'_> {
    /// A form around controls.
    pub fn form(&self, class: &str, controls: &Markup) -> Markup {
        html! {
            form.(class) method="post" action=[self.post] {
                input type="hidden" name=(form::AT) value=(form::stamp(self.view));
                (controls)
            }
        }
    }

    /// The button that does an action; `about` is the id of what says more.
    pub fn button(&self, action: &Action, label: &str, class: &str, about: Option<&str>) -> Markup {
        html! {
            button.(class) type="submit" name=(form::DO) value=(form::value(self.cx.s, action)) aria-describedby=[about] { (label) }
        }
    }

    /// Why something is as it is, line by line, behind a handle of its own; `about` names it where the handle stands alone.
    pub fn why(&self, question: &Question, about: &str) -> Markup {
        let heard: Vec<&LogEntry> = self.events.iter().map(|(_, e)| *e).collect();
        let Some(answer) = why::why(self.view, &heard, question) else { return html! {} };
        html! {
            @if !answer.lines.is_empty() {
                details.why {
                    summary { (self.cx.ui("duties-why-short")) span.hidden { " " (about) } }
                    (self.told(&answer.lines))
                }
            }
        }
    }

    /// Lines of an explanation as lists in lists; a line may lead to where its question is answered on this page.
    pub fn told(&self, lines: &[Told]) -> Markup {
        let Some(least) = lines.iter().map(|l| l.depth).min() else { return html! {} };
        let mut items: Vec<(&Told, &[Told])> = Vec::new();
        let mut rest = lines;
        while let Some((first, after)) = rest.split_first() {
            let end = after.iter().position(|l| l.depth <= least).unwrap_or(after.len());
            items.push((first, &after[..end]));
            rest = &after[end..];
        }
        html! {
            ul.told {
                @for (line, under) in items {
                    li {
                        @match line.leads.as_ref().and_then(|q| self.place(q)) {
                            Some(place) => a href={ "#" (place) } { (self.cx.say(&line.say)) },
                            None => (self.cx.prose(&self.cx.say(&line.say))),
                        }
                        (self.told(under))
                    }
                }
            }
        }
    }

    /// The id of the part of the page that answers a question, if it has one.
    fn place(&self, question: &Question) -> Option<String> {
        match question {
            Question::Number(var) => meter_id(self, *var),
            Question::Entry(at) => {
                let shown = self.events.get(*at).is_some_and(|(_, e)| !matches!(e.what, Happened::Opened(_)));
                shown.then(|| format!("entry-{at}"))
            }
            Question::Act(_) | Question::Duty(..) | Question::Court(..) => None,
        }
    }

    /// What an action costs and does of itself, exactly; and what else it hangs on.
    pub fn effects(&self, action: &Action, act: &Doable) -> Markup {
        let cx = &self.cx;
        let seen = seat::preview(self.view, action);
        // One's own numbers come first.
        let mine = |s: &&Shift| cx.s.var(s.var).owner == Some(self.view.seat);
        let (own, others): (Vec<&Shift>, Vec<&Shift>) = seen.shifts.iter().partition(mine);
        let deeds = why::deeds(cx.s, &self.view.numbers, seat::effects_of(cx.s, action));
        let nothing = seen.shifts.is_empty() && deeds.is_empty() && !seen.uncertain && seen.ends.is_none();
        html! {
            ul.effects {
                @if act.cost > 0 { li.cost { (cx.with("desk-cost", &[("cost", act.cost.into())])) } } @else { li { (cx.ui("desk-free")) } }
                @for shift in own { li.own { (cx.shift(shift)) } }
                @for shift in others { li { (cx.shift(shift)) } }
                @for deed in &deeds { li.deed { (cx.say(deed)) } }
                @if nothing { li.deed { (cx.ui("effect-none")) } }
                @if seen.uncertain { li.risk { (cx.ui("window-uncertain")) } }
                @if act.invented { li.invented { (cx.ui("desk-invented")) } }
            }
        }
    }
}

/// The id of a number's row, if the seat sees it.
pub(super) fn meter_id(d: &Desk<'_>, var: VarIx) -> Option<String> {
    let v = d.cx.s.var(var);
    (v.kind != VarKind::Flag && d.view.sees(var) && !v.title.is_empty()).then(|| format!("number-{}", var.0))
}

/// The class of a role, and the key of its name.
pub(in crate::html) fn role(role: Role) -> (&'static str, &'static str) {
    let class = match role {
        Role::Provider => "provider",
        Role::Government => "government",
        Role::Court => "court",
    };
    (class, lang::role(role))
}
