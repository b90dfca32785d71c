//! Who gained and who paid: each meter at the start and at the end, and what moved it most.

use crate::lang;
use crate::report::{Account, accounts};
use crate::seat::Question;
use crate::ui::cx::Cx;
use crate::ui::parts::{caption, strong};
use crate::ui::session::Session;
use crate::ui::{theme, why};
use egui::Ui;

/// Causes told of each meter.
const CAUSES: usize = 3;

/// The accounts, seat by seat, then the world's.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, session: &Session) {
    let all = accounts(cx.s, session.log());
    theme::card(ui, |ui| {
        theme::heading(ui, &cx.ui("debrief-accounts"));
        let seats = (0..cx.s.seats.len()).map(|i| Some(crate::model::SeatIx::new(i)));
        for owner in seats.chain([None]) {
            let mut of_owner = all.iter().filter(|a| a.owner == owner).peekable();
            if of_owner.peek().is_none() {
                continue;
            }
            let whose = owner.map_or_else(|| cx.ui("debrief-world"), |seat| cx.seat(seat).to_owned());
            theme::section(ui, &whose, |ui| of_owner.for_each(|a| account(ui, cx, a)));
        }
    });
}

fn account(ui: &mut Ui, cx: &Cx<'_>, a: &Account) {
    let change = cx.with("meters-change", &[("from", a.start.into()), ("to", a.end.into())]);
    ui.horizontal_wrapped(|ui| {
        strong(ui, &format!("{} {change}", cx.var(a.var)));
        why::link(ui, cx, cx.var(a.var), Question::Number(a.var));
    });
    let because = |(cause, n): &(crate::model::Cause, i16)| {
        let cause = cx.say(&lang::cause(cx.s, *cause));
        cx.with("report-cause", &[("cause", cause.into()), ("by", lang::signed(*n).into())])
    };
    let (named, others) = a.largest(CAUSES);
    let mut causes: Vec<String> = named.iter().map(because).collect();
    causes.extend(others.map(|by| cx.with("report-cause-rest", &[("by", lang::signed(by).into())])));
    if !causes.is_empty() {
        caption(ui, &causes.join("; "));
    }
}
