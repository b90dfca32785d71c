//! The desk: what a seat may do now, what it would do of itself, and why the rest is closed.

mod argue;
mod attack;
mod choices;
mod hint;
mod lesson;
mod news;
mod offers;
mod plan;
mod press;
mod ruling;

pub(super) use press::verdict_chip;

use super::cmd::{Cmd, Page, asks};
use super::cx::{Cx, beat_about};
use super::pages::column;
use super::parts::{low, soft, strong};
use super::session::{Player, Session};
use super::{illustration, terms, theme};
use crate::lang;
use crate::learn::{Lesson, is_left};
use crate::model::{Action, Beat, FactorSet, IssueIx, Pleading, Side};
use crate::seat::{SeatView, check, has_not_argued, may_plead, ruling_due};
use crate::ui::theme::Follow;
use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

/// How wide the worked example is.
const LESSON: f32 = 760.0;

/// What was begun and not yet planned.
#[derive(Default)]
pub(super) struct Drafts {
    /// Which match, and which time that the screen was passed: a desk is read from its beginning.
    pub visit: u32,
    /// The issue open in the argument builder.
    pub issue: Option<IssueIx>,
    /// The argument being built.
    pub pleading: Option<Pleading>,
    /// The ruling being written.
    pub side: Option<Side>,
    pub reason: FactorSet,
    /// The help that was asked for.
    pub hinted: hint::Hinted,
}

/// Whether the worked example has the page for itself, up to the close of the learner's first plan. Columns and pictures come
/// when there is something to read in them.
pub(super) fn is_alone(session: &Session) -> bool {
    session.lesson().is_some_and(|lesson| !matches!(lesson, Lesson::Left))
}

/// The desk, with the plan below it.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, session: &Session, drafts: &mut Drafts, out: &mut Vec<Cmd>) {
    let p = theme::palette(ui);
    let view = session.view();
    let mine = view.me().awaited && !view.me().closed;
    let lesson = session.lesson();
    match &lesson {
        Some(Lesson::Shown { number, count, step, .. }) => {
            return column(ui, &format!("lesson {number}"), LESSON, |ui| lesson::shown(ui, cx, (*number, *count), step, out));
        }
        Some(Lesson::Asked { step, chosen: None }) => {
            return column(ui, "lesson", LESSON, |ui| lesson::ask(ui, cx, view, step, out));
        }
        _ => {}
    }
    if mine && session.players()[view.seat.ix()] == Player::Human {
        let above = if low(ui) { 4 } else { 10 };
        let frame = Frame::new().fill(p.panel).inner_margin(Margin::symmetric(20, above));
        Panel::bottom("plan").frame(frame).resizable(false).show(ui, |ui| plan::show(ui, cx, view, session.is_guided(), out));
    }
    if let Some(Lesson::Asked { step, chosen: Some(chosen) }) = lesson {
        return column(ui, "lesson told", LESSON, |ui| {
            lesson::after(ui, cx, step, chosen);
            choices::decisions(ui, cx, view, out);
        });
    }
    let frame = Frame::new().fill(p.paper).inner_margin(Margin { left: 22, right: 10, top: 0, bottom: 0 });
    CentralPanel::default().frame(frame).show(ui, |ui| {
        // In the first step of a match nothing has happened that a plan would answer.
        let begun = view.clock.round > 1 || view.clock.beat > Beat::Plan;
        let news_first = mine && begun && !session.is_over();
        let salt = ("desk", drafts.visit, view.clock.round, view.clock.beat as u8, view.clock.pass, view.seat.0);
        ScrollArea::vertical().id_salt(salt).auto_shrink(false).follow(ui, |ui| {
            ui.set_width(ui.available_width() - 12.0);
            ui.spacing_mut().item_spacing.y = 10.0;
            ui.add_space(if low(ui) { 4.0 } else { 12.0 });
            if session.is_over() {
                over(ui, cx, session, out);
            } else if mine {
                if matches!(lesson, Some(Lesson::Left)) {
                    lesson::left(ui, cx);
                }
                if news_first {
                    news::show(ui, cx, session);
                }
                open(ui, cx, session, drafts, out);
            } else {
                waiting(ui, cx, session);
            }
            if !news_first {
                news::show(ui, cx, session);
            }
            ui.add_space(20.0);
        });
    });
}

fn over(ui: &mut Ui, cx: &Cx<'_>, session: &Session, out: &mut Vec<Cmd>) {
    theme::card(ui, |ui| {
        theme::heading(ui, &cx.ui("clock-over"));
        if let Some(ending) = session.view().clock.over {
            let ending = &cx.s.endings[ending.ix()];
            strong(ui, cx.text(&ending.title));
            terms::soft(ui, cx, cx.text(&ending.text));
        }
        if theme::primary_button(ui, &cx.ui("window-to-debrief")).clicked() {
            out.push(Cmd::Go(Page::Debrief));
        }
    });
}

fn waiting(ui: &mut Ui, cx: &Cx<'_>, session: &Session) {
    let view = session.view();
    theme::card(ui, |ui| {
        let all = view.seats.iter().enumerate().filter(|(_, o)| o.awaited && !o.closed);
        let names: Vec<&str> = all.map(|(i, _)| cx.text(&cx.s.seats[i].name)).collect();
        theme::heading(ui, &cx.with("clock-waiting", &[("seats", cx.words.list(&names).into())]));
        if session.thinking().is_some() {
            ui.horizontal(|ui| {
                ui.spinner();
                soft(ui, &cx.ui("window-thinking"));
            });
        }
    });
}

/// Where the match is in the procedure.
fn stage(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView) {
    let stage = cx.s.stage(view.clock.stage);
    theme::title(ui, cx.text(&stage.title));
    if !low(ui) {
        illustration::show(ui, cx, stage.picture, 160.0);
    }
    terms::soft(ui, cx, cx.text(&stage.text));
}

fn open(ui: &mut Ui, cx: &Cx<'_>, session: &Session, drafts: &mut Drafts, out: &mut Vec<Cmd>) {
    let view = session.view();
    stage(ui, cx, view);
    if asks(view.clock.beat) {
        strong(ui, &cx.ui(beat_about(view.clock.beat)));
        needed(ui, cx, view);
    }
    if let Some(trouble) = session.trouble() {
        let p = theme::palette(ui);
        super::parts::tinted(ui, &cx.with("save-failed", &[("reason", trouble.into())]), p.bad);
    }
    if cx.hints && asks(view.clock.beat) {
        hint::show(ui, cx, view, session.is_guided(), &mut drafts.hinted);
    }
    if view.clock.beat == Beat::Rule && is_court(cx, view) && ruling_due(cx.s, &view.numbers, &view.clock) {
        ruling::show(ui, cx, view, drafts, out);
    }
    if !session.is_guided() {
        offers::answer(ui, cx, view, out);
    }
    choices::decisions(ui, cx, view, out);
    if session.is_guided() {
        guided(ui, cx, session, drafts, out);
        return;
    }
    if view.clock.beat == Beat::Answer && cx.s.seats[view.seat.ix()].side.is_some() {
        attack::show(ui, cx, view, out);
    }
    if cx.s.seats[view.seat.ix()].side.is_some() && may_plead(cx.s, &view.numbers, &view.clock) {
        argue::show(ui, cx, view, drafts, out);
    }
    choices::moves(ui, cx, view, out);
    offers::make(ui, cx, view, out);
    press::show(ui, cx, view, out);
}

/// What has to be done before the plan can be closed, and by when.
fn needed(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView) {
    let until = cx.with("clock-until", &[("date", cx.words.date(view.clock.date).into())]);
    let line = match check(view, &Action::Close) {
        Err(refusal) => cx.with("desk-needed", &[("what", cx.say(&refusal.why.say(cx.s)).into()), ("until", until.into())]),
        Ok(_) if has_not_argued(view) => cx.with("desk-may-argue", &[("until", until.into())]),
        Ok(_) if !view.plan.is_empty() => cx.with("desk-nothing-else", &[("until", until.into())]),
        Ok(_) => cx.with("desk-nothing-needed", &[("until", until.into())]),
    };
    soft(ui, &line);
}

/// What is left to the person beside their choices, and what a bot did for them.
fn guided(ui: &mut Ui, cx: &Cx<'_>, session: &Session, drafts: &mut Drafts, out: &mut Vec<Cmd>) {
    let view = session.view();
    let open = crate::seat::legal_actions(view);
    let left = |of: fn(&Action) -> bool| open.iter().any(|a| of(a) && is_left(view, a));
    if left(|a| matches!(a, Action::Argue(_))) {
        argue::show(ui, cx, view, drafts, out);
    } else if view.plan.iter().any(|a| matches!(a, Action::Argue(_))) {
        soft(ui, &cx.ui("guided-argued"));
    }
    if left(|a| matches!(a, Action::Move(_))) {
        choices::moves(ui, cx, view, out);
    }
    if left(|a| matches!(a, Action::Check(_))) {
        press::show(ui, cx, view, out);
    }
    let done: Vec<String> = session
        .done_for()
        .map(|(action, because)| {
            let deed = cx.say(&lang::deed(cx.s, action));
            cx.with("guided-done-because", &[("deed", deed.into()), ("because", cx.say(because).into())])
        })
        .collect();
    if !done.is_empty() {
        theme::section(ui, &cx.ui("guided-done"), |ui| {
            for line in &done {
                soft(ui, line);
            }
        });
    }
}

fn is_court(cx: &Cx<'_>, view: &SeatView) -> bool {
    cx.s.seats[view.seat.ix()].role == crate::model::Role::Court
}

/// The view with a planned action taken out: what else could be planned in its place?
fn without(view: &SeatView, at: usize) -> SeatView {
    let mut other = view.clone();
    let action = other.plan.remove(at);
    other.effort += crate::seat::effort(&view.scenario, &action);
    if let crate::model::Action::Move(m) = action {
        other.moved.retain(|x| *x != m);
    }
    other
}
