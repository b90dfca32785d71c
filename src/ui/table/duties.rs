//! What each legal order requires of the provider: a cell an order, with "Why?" down to the citation; conflicts; what courts
//! weigh.

use crate::logic::duty::Cell;
use crate::model::{Arg, Duty, Say};
use crate::seat::duties::{besides, comity_told, conflicts, duty_key};
use crate::seat::{self, Question, SeatView, Told};
use crate::ui::cx::Cx;
use crate::ui::parts::{caption, row, soft, strong};
use crate::ui::{theme, why};
use egui::{Color32, Ui};

/// The duties.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView) {
    let d = seat::duties(view);
    soft(ui, &cx.say(&Say::new("duties-about").with("date", Arg::Day(d.disclose.day))));
    for (i, item) in cx.s.items.iter().enumerate() {
        theme::section(ui, cx.text(&item.title), |ui| {
            for cell in d.disclose.cells.iter().filter(|c| c.item.ix() == i) {
                required(ui, cx, cell);
            }
        });
    }
    tell(ui, cx, &besides(cx.s, &d));
    theme::section(ui, &cx.ui("duties-conflicts"), |ui| tell(ui, cx, &conflicts(cx.s, &d)));
    theme::section(ui, &cx.ui("comity-heading"), |ui| tell(ui, cx, &comity_told(cx.s, &d)));
}

/// What one legal order requires for one item, with "Why?".
pub(in crate::ui) fn required(ui: &mut Ui, cx: &Cx<'_>, cell: &Cell) {
    let order = cx.s.law.orders[cell.order.ix()].name.as_str();
    let colour = colour(ui, cell.duty);
    let says = cx.ui(duty_key(cell.duty));
    row(ui, |ui| {
        theme::chip(ui, &cx.with("duties-cell", &[("order", order.into()), ("duty", says.into())]), colour);
        let about = format!("{}, {order}", cx.text(&cx.s.items[cell.item.ix()].title));
        why::link(ui, cx, &about, Question::Duty(cell.item, cell.order));
    });
}

fn colour(ui: &Ui, duty: Option<Duty>) -> Color32 {
    let p = theme::palette(ui);
    match duty {
        Some(Duty::Must) => p.warn,
        Some(Duty::MustNot) => p.bad,
        Some(Duty::May) => p.good,
        None => p.ink_soft,
    }
}

/// Lines of an explanation, each as deep as it stands.
pub(in crate::ui) fn tell(ui: &mut Ui, cx: &Cx<'_>, lines: &[Told]) {
    for line in lines {
        let words = cx.say(&line.say);
        if line.depth == 0 {
            strong(ui, &words);
            continue;
        }
        ui.horizontal_top(|ui| {
            #[expect(clippy::cast_precision_loss, reason = "a depth of a few steps")]
            ui.add_space(10.0 * line.depth as f32);
            ui.vertical(|ui| caption(ui, &words));
        });
    }
}
