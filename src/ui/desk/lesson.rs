//! The worked example at the desk: a step that is played for the learner, or the one they choose before the reason is told.

use crate::learn::{Lesson, named};
use crate::model::{Action, Worked};
use crate::ui::cx::Cx;
use crate::ui::game::Cmd;
use crate::ui::parts::{prose, soft, strong};
use crate::ui::theme::{self, OptionCard};
use egui::Ui;

/// What stands before the learner in the example.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, lesson: &Lesson<'_>, out: &mut Vec<Cmd>) {
    match lesson {
        Lesson::Shown { number, count, step } => shown(ui, cx, (*number, *count), step, out),
        Lesson::Asked { step, chosen } => asked(ui, cx, step, *chosen),
    }
}

fn shown(ui: &mut Ui, cx: &Cx<'_>, (number, count): (usize, usize), step: &Worked, out: &mut Vec<Cmd>) {
    theme::card(ui, |ui| {
        soft(ui, &cx.with("lesson-step", &[("number", (number + 1).into()), ("count", count.into())]));
        let role = cx.role(step.seat);
        theme::role_badge(ui, role, cx.seat(step.seat));
        if let Action::Choose(d, taken) = step.action {
            let decision = cx.s.decision(d);
            theme::heading(ui, cx.text(&decision.title));
            let colour = theme::palette(ui).role(role);
            for (i, option) in decision.options.iter().enumerate() {
                let selected = i == usize::from(taken);
                // To be read, not pressed: the example has chosen.
                let card = OptionCard { label: cx.text(&option.act.title), selected, enabled: false, colour };
                theme::option_card(ui, &card, |ui| {
                    if !option.act.text.is_empty() {
                        soft(ui, cx.text(&option.act.text));
                    }
                });
            }
        } else {
            let deed = cx.say(&named(cx.s, &step.action));
            strong(ui, &cx.with("lesson-does", &[("seat", cx.seat(step.seat).into()), ("deed", deed.into())]));
        }
        prose(ui, &cx.with("quiz-because", &[("reason", cx.text(&step.why).into())]));
        let next = theme::primary_button(ui, &cx.ui("lesson-next"));
        if ui.memory(|m| m.focused().is_none()) {
            next.request_focus();
        }
        if next.clicked() {
            out.push(Cmd::Worked);
        }
    });
}

fn asked(ui: &mut Ui, cx: &Cx<'_>, step: &Worked, chosen: Option<u16>) {
    theme::card(ui, |ui| {
        theme::heading(ui, &cx.ui("lesson-heading"));
        let Some(chosen) = chosen else {
            strong(ui, &cx.ui("lesson-yours"));
            return;
        };
        let same = matches!(step.action, Action::Choose(_, o) if o == chosen);
        let deed = cx.say(&named(cx.s, &step.action));
        strong(ui, &cx.with(if same { "lesson-same" } else { "lesson-other" }, &[("deed", deed.into())]));
        prose(ui, &cx.with("quiz-because", &[("reason", cx.text(&step.why).into())]));
        soft(ui, &cx.ui("lesson-then"));
    });
}
