//! The worked example at the desk: a step that is played for the learner, or the one they choose before the reason is told.

use crate::lang;
use crate::model::{Action, Choice, Decision, Worked};
use crate::seat::{SeatView, check};
use crate::ui::cmd::Cmd;
use crate::ui::cx::Cx;
use crate::ui::parts::{low, prose, soft, strong};
use crate::ui::theme::{self, OptionCard};
use egui::Ui;

/// A step that is played for the learner.
pub(super) fn shown(ui: &mut Ui, cx: &Cx<'_>, (number, count): (usize, usize), step: &Worked, out: &mut Vec<Cmd>) {
    theme::card(ui, |ui| {
        soft(ui, &cx.with("lesson-step", &[("number", (number + 1).into()), ("count", count.into())]));
        let role = cx.role(step.seat);
        theme::role_badge(ui, role, cx.seat(step.seat));
        if let Action::Choose(d, taken) = step.action {
            // To be read, not pressed: the example has chosen.
            let decision = cx.s.decision(d);
            asked(ui, cx, decision);
            if let Some(option) = decision.options.get(usize::from(taken)) {
                card(ui, cx, role, option, (true, false));
            }
            let others = (0..).zip(&decision.options).filter(|(i, _)| *i != taken);
            let others: Vec<&str> = others.map(|(_, option)| cx.text(&option.act.title)).collect();
            if !others.is_empty() {
                soft(ui, &cx.with("lesson-not", &[("options", others.join(" · ").into())]));
            }
        } else {
            let deed = cx.say(&lang::deed(cx.s, &step.action));
            strong(ui, &cx.with("lesson-does", &[("seat", cx.seat(step.seat).into()), ("deed", deed.into())]));
        }
        prose(ui, &cx.with("quiz-because", &[("reason", cx.text(&step.why).into())]));
        let next = theme::primary_button(ui, &cx.ui("lesson-next"));
        // Once a step: who moves on with the keys, or opens the help over the page, keeps the focus there. In a low window the page
        // would scroll to it, past what is to be read.
        let asked = ui.id().with(("asked", &step.why.plain));
        if !low(ui) && !ui.data_mut(|d| std::mem::replace(d.get_temp_mut_or_default(asked), true)) {
            next.request_focus();
        }
        if next.clicked() {
            out.push(Cmd::Worked);
        }
    });
}

/// A decision that is put to a seat.
fn asked(ui: &mut Ui, cx: &Cx<'_>, decision: &Decision) {
    theme::heading(ui, cx.text(&decision.title));
    if !decision.text.is_empty() {
        prose(ui, cx.text(&decision.text));
    }
}

/// An option, chosen or not and open or not; says whether it was pressed.
fn card(ui: &mut Ui, cx: &Cx<'_>, role: theme::Role, option: &Choice, (selected, enabled): (bool, bool)) -> bool {
    let card = OptionCard { label: cx.text(&option.act.title), selected, enabled, colour: theme::palette(ui).role(role) };
    let shown = theme::option_card(ui, &card, |ui| {
        if !option.act.text.is_empty() {
            soft(ui, cx.text(&option.act.text));
        }
    });
    shown.clicked()
}

/// The learner's turn: the question and its answers, alone. What each does is told when one is chosen: to guess first and then
/// to see is what the example is for.
pub(super) fn ask(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, step: &Worked, out: &mut Vec<Cmd>) {
    let Action::Choose(d, _) = step.action else { return };
    theme::card(ui, |ui| {
        strong(ui, &cx.ui("lesson-yours"));
        let decision = cx.s.decision(d);
        asked(ui, cx, decision);
        for (o, option) in (0..).zip(&decision.options) {
            let action = Action::Choose(d, o);
            if card(ui, cx, cx.role(view.seat), option, (false, check(view, &action).is_ok())) {
                out.push(Cmd::Act(action));
            }
        }
    });
}

/// Once one is chosen: what the example would do, and why.
pub(super) fn after(ui: &mut Ui, cx: &Cx<'_>, step: &Worked, chosen: u16) {
    theme::card(ui, |ui| {
        theme::heading(ui, &cx.ui("lesson-heading"));
        let same = matches!(step.action, Action::Choose(_, o) if o == chosen);
        let deed = cx.say(&lang::deed(cx.s, &step.action));
        strong(ui, &cx.with(if same { "lesson-same" } else { "lesson-other" }, &[("deed", deed.into())]));
        prose(ui, &cx.with("quiz-because", &[("reason", cx.text(&step.why).into())]));
        soft(ui, &cx.ui("lesson-then"));
    });
}

/// The match is the learner's: where things are on the page that has come up.
pub(super) fn left(ui: &mut Ui, cx: &Cx<'_>) {
    let key = if crate::ui::table::is_narrow(ui) { "lesson-left-tabs" } else { "lesson-left" };
    theme::card(ui, |ui| prose(ui, &cx.ui(key)));
}
