//! The worked example at the desk: a step that is played for the learner, or the one they choose before the reason is told.

use crate::lang;
use crate::learn::Lesson;
use crate::model::{Action, Worked};
use crate::ui::cmd::Cmd;
use crate::ui::cx::Cx;
use crate::ui::parts::{prose, soft, strong};
use crate::ui::theme::{self, OptionCard};
use egui::Ui;

/// A step that is played for the learner.
pub(super) fn shown(ui: &mut Ui, cx: &Cx<'_>, (number, count): (usize, usize), step: &Worked, out: &mut Vec<Cmd>) {
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
            let deed = cx.say(&lang::deed(cx.s, &step.action));
            strong(ui, &cx.with("lesson-does", &[("seat", cx.seat(step.seat).into()), ("deed", deed.into())]));
        }
        prose(ui, &cx.with("quiz-because", &[("reason", cx.text(&step.why).into())]));
        let next = theme::primary_button(ui, &cx.ui("lesson-next"));
        // Once a step: who moves on with the keys, or opens the help over the page, keeps the focus there.
        let asked = ui.id().with(("asked", &step.why.plain));
        if !ui.data_mut(|d| std::mem::replace(d.get_temp_mut_or_default(asked), true)) {
            next.request_focus();
        }
        if next.clicked() {
            out.push(Cmd::Worked);
        }
    });
}

/// Above the options: that it is the learner's turn.
pub(super) fn before(ui: &mut Ui, cx: &Cx<'_>, lesson: Option<&Lesson<'_>>) {
    if let Some(Lesson::Asked { chosen: None, .. }) = lesson {
        theme::card(ui, |ui| {
            theme::heading(ui, &cx.ui("lesson-heading"));
            strong(ui, &cx.ui("lesson-yours"));
        });
    }
}

/// Below the options, once one is chosen: what the example would do, and why.
pub(super) fn after(ui: &mut Ui, cx: &Cx<'_>, lesson: Option<&Lesson<'_>>) {
    let Some(Lesson::Asked { step, chosen: Some(chosen) }) = lesson else { return };
    theme::card(ui, |ui| {
        theme::heading(ui, &cx.ui("lesson-heading"));
        let same = matches!(step.action, Action::Choose(_, o) if o == *chosen);
        let deed = cx.say(&lang::deed(cx.s, &step.action));
        strong(ui, &cx.with(if same { "lesson-same" } else { "lesson-other" }, &[("deed", deed.into())]));
        prose(ui, &cx.with("quiz-because", &[("reason", cx.text(&step.why).into())]));
        soft(ui, &cx.ui("lesson-then"));
    });
}
