//! What has happened, as far as the seat may know, newest first; with the reasons bots give.

use crate::lang;
use crate::model::{Happened, LogEntry};
use crate::seat::Question;
use crate::ui::cx::Cx;
use crate::ui::pages::reason;
use crate::ui::parts::{caption, set_in, soft};
use crate::ui::session::Session;
use crate::ui::theme::Follow;
use crate::ui::{terms, theme, why};
use egui::{ScrollArea, Ui};

/// How far the words beneath an entry are set in: as far as its own.
const BENEATH: f32 = 28.0;

/// Which entries are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ui) enum Filter {
    /// What somebody did, and what came of it; no single changes.
    #[default]
    Deeds,
    /// Rulings and holdings.
    Rulings,
    /// Everything.
    All,
}

fn passes(filter: Filter, what: &Happened) -> bool {
    match filter {
        Filter::All => true,
        Filter::Deeds => !matches!(what, Happened::Changed(..) | Happened::Stands(..) | Happened::Constraint { .. }),
        Filter::Rulings => matches!(
            what,
            Happened::Ruled { .. }
                | Happened::Held(..)
                | Happened::Divided { .. }
                | Happened::Status(..)
                | Happened::Constraint { .. }
                | Happened::Superseded(_)
                | Happened::Stands(..)
        ),
    }
}

/// The log.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, session: &Session, filter: &mut Filter) {
    ui.horizontal_wrapped(|ui| {
        for (kind, key) in [(Filter::Deeds, "window-deeds"), (Filter::Rulings, "record-rulings"), (Filter::All, "record-all")] {
            ui.radio_value(filter, kind, cx.ui(key));
        }
    });
    let events = session.events();
    // A court that affirms can be told from one that reverses only by what came before.
    let before: Vec<LogEntry> = events.iter().map(|(_, e)| (*e).clone()).collect();
    ScrollArea::vertical().id_salt("log").auto_shrink(false).follow(ui, |ui| {
        let mut round = None;
        let shown: Vec<usize> = (0..events.len()).filter(|i| passes(*filter, &events[*i].1.what)).collect();
        if shown.is_empty() {
            soft(ui, &cx.ui("record-empty"));
        }
        for i in shown.into_iter().rev().take(160) {
            let entry = &before[i];
            if round != Some(entry.round) {
                round = Some(entry.round);
                let title = cx.s.rounds.get(usize::from(entry.round) - 1).map_or("", |r| cx.text(&r.title));
                theme::section(ui, &format!("{} {}: {title}", cx.ui("log-round"), entry.round), |_| {});
            }
            line(ui, cx, session, &before[..i], entry);
        }
    });
}

/// An entry with its date, and the reason of the bot that did it; `before` is all that was heard before it.
pub(in crate::ui) fn line(ui: &mut Ui, cx: &Cx<'_>, session: &Session, before: &[LogEntry], entry: &LogEntry) {
    let say = lang::entry_after(cx.s, before, entry);
    let told = cx.say(&say);
    let role = entry.actor.map(|a| cx.role(a));
    theme::timeline_entry(ui, &cx.words.date(entry.date), &told, role, |ui| {
        why::link(ui, cx, &told, Question::Entry(before.len()));
    });
    beneath(ui, cx, session, entry);
}

/// What stands beneath an entry: the words of an event, the reason of the bot that did it.
pub(in crate::ui) fn beneath(ui: &mut Ui, cx: &Cx<'_>, session: &Session, entry: &LogEntry) {
    let event = if let Happened::Event(e) = entry.what { cx.s.events.get(e.ix()) } else { None };
    if let Some(event) = event.filter(|e| !e.text.is_empty()) {
        set_in(ui, BENEATH, |ui| terms::caption(ui, cx, cx.text(&event.text)));
    }
    if let Some(because) = reason(session, entry.actor, entry.round, &entry.what) {
        let because = cx.with("desk-hint-reason", &[("reason", cx.say(because).into())]);
        set_in(ui, BENEATH, |ui| caption(ui, &because));
    }
}
