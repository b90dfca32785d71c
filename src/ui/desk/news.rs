//! What has happened since the seat last closed a plan: deeds with reasons, and every change with its cause.

use crate::model::{Happened, LogEntry};
use crate::seat::Shift;
use crate::ui::cx::Cx;
use crate::ui::parts::{row, shift_chip, watched};
use crate::ui::session::Session;
use crate::ui::theme;
use crate::ui::theme::Follow;
use egui::{ScrollArea, Ui};

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
        // What there is to do now comes before it; at the end nothing does.
        let room = ui.ctx().content_rect().height();
        let tall = if session.is_over() { room } else { (room * 0.24).clamp(110.0, 230.0) };
        let salt = ("news", session.seen());
        ScrollArea::vertical().id_salt(salt).max_height(tall).auto_shrink([false, true]).follow(ui, |ui| {
            ui.set_width(ui.available_width() - 10.0);
            told(ui, cx, session, &all, since);
        });
    });
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
    if !changes.is_empty() {
        row(ui, |ui| {
            for c in &changes {
                shift_chip(ui, cx, session.view(), c);
            }
        });
    }
    for (i, entry) in all.iter().enumerate().skip(since) {
        // How each issue stood is in the log and the ruling; here the outcome counts.
        let minor = matches!(
            entry.what,
            Happened::Changed(..) | Happened::Opened(_) | Happened::Stands(..) | Happened::Constraint { .. }
        );
        if !minor {
            crate::ui::table::log_line(ui, cx, session, &all[..i], entry);
        }
    }
}
