//! The law in the debrief: what was required of each court beside what it did, whom each holding bound, how well it was argued.

use crate::lang;
use crate::model::Happened;
use crate::report::Debrief;
use crate::ui::cx::Cx;
use crate::ui::parts::{caption, prose, soft, strong};
use crate::ui::session::Session;
use crate::ui::table::requirement;
use crate::ui::theme;
use egui::Ui;

/// Each decision beside what the law required.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, session: &Session, d: &Debrief) {
    let log = session.log();
    let entry = |i: usize| cx.say(&lang::entry_after(cx.s, &log[..i], &log[i]));
    if !d.reasoned.is_empty() {
        theme::card(ui, |ui| {
            theme::heading(ui, &cx.ui("debrief-reasoned"));
            for r in &d.reasoned {
                let Happened::Constraint { court, .. } = &log[r.constraint].what else { continue };
                strong(ui, &format!("{} · {}", cx.words.date(log[r.decision].date), cx.s.law.court(*court).name));
                requirement(ui, cx, &log[r.constraint].what);
                prose(ui, &entry(r.decision));
                for i in &r.treated {
                    caption(ui, &format!("• {}", entry(*i)));
                }
                ui.add_space(8.0);
            }
        });
    }
    if !d.turns.is_empty() {
        theme::card(ui, |ui| {
            theme::heading(ui, &cx.ui("debrief-law-turns"));
            for turn in &d.turns {
                prose(ui, &cx.say(&lang::law::turned(turn.from, turn.court, &turn.by)));
            }
        });
    }
    if !d.scored.is_empty() {
        theme::card(ui, |ui| {
            theme::heading(ui, &cx.ui("debrief-argued"));
            soft(ui, &cx.ui("score-about"));
            for i in &d.scored {
                caption(ui, &format!("{} · {}", cx.words.date(log[*i].date), entry(*i)));
            }
        });
    }
}
