//! What has happened since the seat last closed a plan: deeds with reasons, and every change with its cause.

use crate::lang;
use crate::model::{Beat, Happened, LogEntry, Requirement, Result};
use crate::seat::{Shift, open_decisions, ruling_due};
use crate::ui::cx::Cx;
use crate::ui::parts::{caption, prose, row, shift_chip, watched};
use crate::ui::session::Session;
use crate::ui::theme;
use egui::Ui;

/// Entries shown while there is something to do, and while something is to be decided: that shall be in sight.
const MOST: usize = 5;
const MOST_BEFORE_DECISIONS: usize = 2;

/// Entries that were told since then, oldest first.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, session: &Session) {
    let events = session.events();
    let all: Vec<LogEntry> = events.iter().map(|(_, e)| (*e).clone()).collect();
    let since = events.iter().position(|(n, _)| *n >= session.seen()).unwrap_or(events.len());
    let worth = |e: &&LogEntry| !matches!(e.what, Happened::Opened(_));
    if !all[since..].iter().any(|e| worth(&e)) {
        return;
    }
    ui.add_space(4.0);
    theme::card(ui, |ui| {
        theme::heading(ui, &cx.ui("window-news"));
        told(ui, cx, session, &all, since);
    });
}

/// A ruling, before all else: for whom, and what that is to the seat.
fn ruling(ui: &mut Ui, cx: &Cx<'_>, session: &Session, before: &[LogEntry], entry: &LogEntry) {
    let Happened::Ruled { court, result, ref reason, .. } = entry.what else { return };
    let p = theme::palette(ui);
    let side = cx.s.seats[session.view().seat.ix()].side;
    let (key, colour) = match (side, result) {
        (Some(mine), Result::For(won)) if mine == won => ("news-won", p.good),
        (Some(_), Result::For(_)) => ("news-lost", p.bad),
        _ => ("news-ruled", p.ink_soft),
    };
    row(ui, |ui| {
        theme::chip(ui, &cx.ui(key), colour);
    });
    crate::ui::table::log_line(ui, cx, session, before, entry);
    // Whoever argued better and lost should know why.
    let required = before.iter().rev().take_while(|e| e.round == entry.round).find_map(|e| match &e.what {
        Happened::Constraint { court: of, requires, .. } if *of == court => Some(*requires),
        _ => None,
    });
    let bound = |key, side| cx.with(key, &[("side", cx.side(side).into())]);
    match (required, result) {
        (Some(Requirement::Forced(side, _)), Result::For(won)) if side == won => prose(ui, &bound("news-was-bound", side)),
        (Some(Requirement::Forced(side, _)), Result::For(_)) => prose(ui, &bound("news-broke", side)),
        (Some(Requirement::Conflict(_)), Result::For(_)) => prose(ui, &cx.ui("news-was-torn")),
        (Some(Requirement::Free), Result::For(_)) => prose(ui, &cx.ui("news-was-free")),
        _ => {}
    }
    // A few words name a reason; a sentence says what it is.
    for f in reason {
        caption(ui, &format!("{}: {}", cx.factor(f), cx.s.law.factor(f).text));
    }
    // How each side's arguments fared.
    let stood = |e: &LogEntry| e.round == entry.round && matches!(e.what, Happened::Stands(..));
    for (i, e) in before.iter().enumerate().filter(|(_, e)| stood(e)) {
        caption(ui, &cx.say(&lang::entry_after(cx.s, &before[..i], e)));
    }
}

fn told(ui: &mut Ui, cx: &Cx<'_>, session: &Session, all: &[LogEntry], since: usize) {
    let mut changes: Vec<Shift> = Vec::new();
    for entry in &all[since..] {
        let Happened::Changed(var, from, to, _) = entry.what else { continue };
        match changes.iter_mut().find(|c| c.var == var) {
            Some(c) => c.to = to,
            None if watched(cx, var) => changes.push(Shift { var, from, to }),
            None => {}
        }
    }
    changes.retain(|c| c.from != c.to);
    for i in (since..all.len()).filter(|i| matches!(all[*i].what, Happened::Ruled { .. })) {
        ruling(ui, cx, session, &all[..i], &all[i]);
    }
    if !changes.is_empty() {
        row(ui, |ui| {
            for c in &changes {
                shift_chip(ui, cx, session.view(), c);
            }
        });
    }
    // How each issue stood is told with the ruling above.
    // The holding says once more what the ruling says; where it reaches, the docket shows.
    let ruled = |by| all[since..].iter().any(|e| matches!(e.what, Happened::Ruled { court, .. } if court == by));
    let minor = |e: &LogEntry| match e.what {
        Happened::Held(_, court, ..) => ruled(court),
        // How good an argument was is feedback to whoever made it.
        Happened::Scored(..) => e.actor != Some(session.view().seat),
        Happened::Changed(..)
        | Happened::Opened(_)
        | Happened::Stands(..)
        | Happened::Constraint { .. }
        | Happened::Ruled { .. } => true,
        _ => false,
    };
    let worth: Vec<usize> = (since..all.len()).filter(|i| !minor(&all[*i])).collect();
    // What there is to do now comes below: a long round is told in full by the log.
    let view = session.view();
    let decides = open_decisions(cx.s, &view.numbers, &view.clock, view.seat).next().is_some()
        || (view.clock.beat == Beat::Rule && ruling_due(cx.s, &view.numbers, &view.clock));
    let most = match (session.is_over(), decides) {
        (true, _) => worth.len(),
        (false, true) => MOST_BEFORE_DECISIONS,
        (false, false) => MOST,
    };
    // What was argued before the court, and which arguments were attacked, is never left to the log.
    let argued = |i: usize| matches!(all[i].what, Happened::Argued(_) | Happened::Attacked(..));
    let recent = worth.len().saturating_sub(most);
    let shown: Vec<usize> = worth.iter().enumerate().filter(|(n, i)| *n >= recent || argued(**i)).map(|(_, i)| *i).collect();
    let left_out = worth.len() - shown.len();
    if left_out > 0 {
        caption(ui, &cx.with("news-earlier", &[("count", left_out.into())]));
    }
    for i in &shown {
        crate::ui::table::log_line(ui, cx, session, &all[..*i], &all[*i]);
    }
}
