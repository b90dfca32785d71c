//! Two matches side by side, at the debrief of the second.

use crate::report::{Comparison, Line};
use crate::ui::cx::Cx;
use crate::ui::parts::{pair, soft, strong};
use crate::ui::theme;
use egui::Ui;

/// What the two share, where they part, and what came of each.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, c: &Comparison, wide: bool) {
    theme::heading(ui, &cx.ui("whatif-compare"));
    soft(ui, &cx.with("whatif-common", &[("actions", c.common.into())]));
    match c.parted {
        Some((round, day)) => {
            strong(ui, &cx.with("whatif-parted", &[("round", round.into()), ("date", cx.words.date(day).into())]));
        }
        None => soft(ui, &cx.ui("whatif-same")),
    }
    let names = ["whatif-first", "whatif-second"].map(|k| cx.ui(k));
    for stretch in &c.rounds {
        strong(ui, &cx.with("round-number", &[("round", stretch.round.into())]));
        let side = |ui: &mut Ui, i: usize| theme::card(ui, |ui| lines(ui, cx, &names[i], &stretch.lines[i]));
        pair(
            ui,
            wide,
            |ui| {
                side(ui, 0);
            },
            |ui| {
                side(ui, 1);
            },
        );
    }
    let ends = |ui: &mut Ui, i: usize| {
        theme::card(ui, |ui| {
            theme::heading(ui, &names[i]);
            let ending = c.endings[i].map_or_else(|| cx.ui("text-not-over"), |e| cx.text(&cx.s.endings[e.ix()].title).to_owned());
            theme::key_value(ui, &cx.ui("whatif-ending"), &ending);
            for (var, _, two) in &c.world {
                theme::key_value(ui, cx.var(*var), &cx.value(*var, two[i]));
            }
            for (seat, two) in &c.points {
                let name = cx.with("whatif-points", &[("seat", cx.seat(*seat).into())]);
                theme::key_value(ui, &name, &two[i].to_string());
            }
        });
    };
    strong(ui, &cx.ui("whatif-end"));
    pair(ui, wide, |ui| ends(ui, 0), |ui| ends(ui, 1));
}

fn lines(ui: &mut Ui, cx: &Cx<'_>, name: &str, lines: &[Line]) {
    strong(ui, name);
    if lines.is_empty() {
        soft(ui, &cx.ui("whatif-nothing"));
    }
    for line in lines {
        theme::timeline_entry(ui, &cx.words.date(line.date), &cx.say(&line.what), line.actor.map(|a| cx.role(a)), |_| ());
    }
}
