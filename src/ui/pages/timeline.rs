//! The match beside history, by date.

use crate::lang;
use crate::model::{Action, Happened, SeatIx};
use crate::report::Debrief;
use crate::seat::Question;
use crate::ui::cx::Cx;
use crate::ui::parts::pair;
use crate::ui::session::Session;
use crate::ui::theme;
use crate::ui::why;
use egui::Ui;

/// The player's timeline and the real one, in two columns where there is room.
pub(super) fn both(ui: &mut Ui, cx: &Cx<'_>, session: &Session, d: &Debrief, wide: bool) {
    let mine = |ui: &mut Ui| {
        theme::card(ui, |ui| {
            theme::heading(ui, &cx.ui("debrief-yours"));
            let log = session.log();
            for at in &d.timeline {
                let entry = &log[*at];
                let say = lang::entry_after(cx.s, &log[..*at], entry);
                let role = entry.actor.map(|a| cx.role(a));
                let told = cx.say(&say);
                let line = theme::timeline_entry(ui, &cx.words.date(entry.date), &told, role, |ui| {
                    why::link(ui, cx, &told, Question::Entry(*at));
                });
                if let Some(because) = reason(session, entry.actor, entry.round, &entry.what) {
                    line.on_hover_text(cx.say(because));
                }
            }
        });
    };
    let real = |ui: &mut Ui| {
        theme::card(ui, |ui| {
            theme::heading(ui, &cx.ui("debrief-real"));
            for fact in &cx.s.timeline {
                theme::timeline_entry(ui, &cx.words.date(fact.date), cx.text(&fact.text), None, |_| ())
                    .on_hover_text(&fact.source);
            }
        });
    };
    if cx.s.timeline.is_empty() {
        mine(ui);
    } else {
        pair(ui, wide, mine, real);
    }
}

/// Why a bot did what an entry tells.
pub(in crate::ui) fn reason<'a>(
    session: &'a Session,
    actor: Option<SeatIx>,
    round: u8,
    what: &Happened,
) -> Option<&'a crate::model::Say> {
    let action = match what {
        Happened::Chose(d, o) => Action::Choose(*d, *o),
        Happened::Moved(m) => Action::Move(*m),
        Happened::Argued(p) => Action::Argue(p.clone()),
        Happened::Attacked(i, g, ..) => Action::Attack(*i, *g),
        Happened::Offered(o) => Action::Offer(*o),
        Happened::Answered(o, yes) => Action::Respond(*o, *yes),
        Happened::Quoted(c) => Action::Quote(*c),
        _ => return None,
    };
    let s = session.scenario();
    let seat = actor.or(match what {
        Happened::Chose(d, _) => Some(s.decision(*d).seat),
        Happened::Moved(m) => Some(s.side_move(*m).seat),
        Happened::Offered(o) => Some(s.offer(*o).from),
        Happened::Answered(o, _) => Some(s.offer(*o).to),
        _ => None,
    })?;
    session.reason(seat, round, &action)
}
