//! Rounds that bots have played for everybody, on one screen: what was done, what came of it, and why.

use super::column;
use crate::lang;
use crate::model::{Happened, LogEntry};
use crate::report::notable;
use crate::ui::cmd::Cmd;
use crate::ui::cx::Cx;
use crate::ui::parts::{caption, soft};
use crate::ui::session::Session;
use crate::ui::theme;
use egui::Ui;

/// What everybody may know of those rounds.
pub(in crate::ui) fn skipped(ui: &mut Ui, cx: &Cx<'_>, session: &Session, rounds: &[u8], out: &mut Vec<Cmd>) {
    let frame = egui::Frame::new().fill(theme::palette(ui).panel).inner_margin(egui::Margin::symmetric(20, 10));
    egui::Panel::bottom("after-skipped").frame(frame).resizable(false).show(ui, |ui| {
        ui.vertical_centered(|ui| {
            if theme::primary_button(ui, &cx.ui("skipped-on")).clicked() {
                out.push(Cmd::Skip);
            }
        });
    });
    column(ui, "skipped", 860.0, |ui| {
        soft(ui, cx.text(&cx.s.title));
        let names: Vec<String> = rounds.iter().map(ToString::to_string).collect();
        theme::title(
            ui,
            &cx.with("skipped-heading", &[("count", rounds.len().into()), ("rounds", cx.words.list(&names).into())]),
        );
        soft(ui, &cx.ui("skipped-about"));
        let events: Vec<LogEntry> = session.known_to_all();
        let ruled = rounds.first().map_or(0, |r| r.saturating_sub(1));
        // The round before was played: what a court did in it has been seen by nobody yet.
        let came = |e: &LogEntry| e.round == ruled && matches!(e.what, Happened::Ruled { .. } | Happened::Closed(..));
        if events.iter().any(came) {
            theme::card(ui, |ui| {
                theme::heading(ui, &cx.with("skipped-before", &[("round", ruled.into())]));
                for (i, entry) in events.iter().enumerate().filter(|(_, e)| came(e)) {
                    let said = cx.say(&lang::entry_after(cx.s, &events[..i], entry));
                    theme::timeline_entry(ui, &cx.words.date(entry.date), &said, entry.actor.map(|a| cx.role(a)), |_| ());
                }
            });
        }
        for round in rounds {
            let title = cx.s.rounds.get(usize::from(*round) - 1).map_or("", |r| cx.text(&r.title));
            theme::card(ui, |ui| {
                theme::heading(ui, &format!("{} {round}: {title}", cx.ui("log-round")));
                let mut told = 0;
                let mut of_round: Vec<_> =
                    events.iter().enumerate().filter(|(_, e)| e.round == *round && notable(&e.what)).collect();
                of_round.sort_by_key(|(_, e)| e.date);
                for (i, entry) in of_round {
                    let say = lang::entry_after(cx.s, &events[..i], entry);
                    let role = entry.actor.map(|a| cx.role(a));
                    theme::timeline_entry(ui, &cx.words.date(entry.date), &cx.say(&say), role, |_| ());
                    crate::ui::table::beneath(ui, cx, session, entry);
                    told += 1;
                }
                if told == 0 {
                    caption(ui, &cx.ui("whatif-nothing"));
                }
            });
        }
    });
}
