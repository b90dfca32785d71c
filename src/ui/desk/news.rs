//! What has happened since the seat last closed a plan: deeds with reasons, and every change with its cause.

use crate::model::{Happened, LogEntry};
use crate::seat::Shift;
use crate::ui::cx::Cx;
use crate::ui::parts::{shift_chip, tight, watched};
use crate::ui::session::Session;
use crate::ui::theme;
use egui::Ui;

/// Entries that were told since then, oldest first.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, session: &Session) {
    let events = session.events();
    let all: Vec<LogEntry> = events.iter().map(|(_, e)| (*e).clone()).collect();
    let since = events.iter().position(|(n, _)| *n >= session.seen()).unwrap_or(events.len());
    let worth = |e: &&LogEntry| !matches!(e.what, Happened::Opened(_));
    if !all[since..].iter().any(|e| worth(&e)) {
        return;
    }
    ui.add_space(6.0);
    theme::card(ui, |ui| {
        theme::heading(ui, &cx.ui("window-news"));
        let mut changes: Vec<Shift> = Vec::new();
        for (i, entry) in all.iter().enumerate().skip(since).filter(|(_, e)| worth(e)) {
            if let Happened::Changed(var, from, to, _) = entry.what {
                if watched(cx, var) {
                    match changes.iter_mut().find(|c| c.var == var) {
                        Some(c) => c.to = to,
                        None => changes.push(Shift { var, from, to }),
                    }
                }
                continue;
            }
            crate::ui::table::log_line(ui, cx, session, &all[..i], entry);
        }
        changes.retain(|c| c.from != c.to);
        if !changes.is_empty() {
            theme::section(ui, &cx.ui("record-changes"), |ui| {
                ui.horizontal_wrapped(|ui| {
                    tight(ui);
                    for c in &changes {
                        shift_chip(ui, cx, session.view(), c);
                    }
                });
            });
        }
    });
}
