//! What was learnt: the objectives of every dispute with how far one has come, what is due, and the ways out of the device.

use super::{Ask, Learning};
use crate::lang::Words;
use crate::model::{Reading, Scenario};
use crate::scenario::misconceptions;
use crate::ui::cmd::{Cmd, Page, Shelved};
use crate::ui::pages::column;
use crate::ui::parts::{caption, prose, soft, strong};
use crate::ui::theme;
use egui::Ui;

/// The page.
pub(in crate::ui) fn learnt(
    ui: &mut Ui,
    words: &Words,
    level: Reading,
    shelf: &[Shelved],
    learning: &Learning,
    out: &mut Vec<Cmd>,
) {
    column(ui, "learnt", 760.0, |ui| {
        theme::title(ui, &words.ui("profile-heading"));
        prose(ui, &words.ui_with("profile-due", &[("count", learning.due.into())]));
        if let Some(day) = learning.store.profile.next_due().filter(|_| learning.due == 0) {
            soft(ui, &words.ui_with("quiz-next-due", &[("date", words.date(day).into())]));
        }
        ui.horizontal_wrapped(|ui| {
            if learning.due > 0 && theme::primary_button(ui, &words.ui("profile-quiz")).clicked() {
                out.push(Cmd::Learn(Ask::Due));
            }
            if theme::button(ui, &words.ui("button-back")).clicked() {
                out.push(Cmd::Go(Page::Title));
            }
        });
        for s in shelf.iter().filter_map(|s| s.scenario.as_deref()).filter(|s| !s.objectives.is_empty()) {
            theme::section(ui, s.title.at(level), |ui| {
                for o in &s.objectives {
                    objective(ui, words, level, learning, s, o);
                }
            });
        }
        let mistakes = learning.store.profile.mistakes();
        let mistakes: Vec<_> = mistakes.filter_map(|(id, _)| misconceptions().iter().find(|m| m.id == id)).collect();
        if !mistakes.is_empty() {
            theme::section(ui, &words.ui("profile-mistakes"), |ui| {
                for m in mistakes {
                    strong(ui, &format!("“{}”", m.mistake.at(level)));
                    prose(ui, m.because.at(level));
                    caption(ui, &words.ui_with("quiz-source", &[("source", m.source.as_str().into())]));
                }
            });
        }
        device(ui, words, learning, out);
    });
}

/// An objective with how far one has come: a shape, and the word for it.
pub(in crate::ui) fn objective(
    ui: &mut Ui,
    words: &Words,
    level: Reading,
    learning: &Learning,
    s: &Scenario,
    o: &crate::model::Objective,
) {
    let status = learning.progress(s, &o.id).status();
    prose(ui, &format!("{} {}", status.mark(), o.text.at(level)));
    caption(ui, &format!("    {}", words.ui(status.key())));
}

fn device(ui: &mut Ui, words: &Words, learning: &Learning, out: &mut Vec<Cmd>) {
    theme::section(ui, &words.ui("profile-device"), |ui| {
        soft(ui, &words.ui("settings-privacy"));
        ui.horizontal_wrapped(|ui| {
            if theme::button(ui, &words.ui("profile-export")).clicked() {
                out.push(Cmd::Learn(Ask::Export));
            }
            if !learning.sure && theme::button(ui, &words.ui("settings-erase")).clicked() {
                out.push(Cmd::Learn(Ask::Sure(true)));
            }
        });
        if learning.sure {
            theme::card(ui, |ui| {
                strong(ui, &words.ui("settings-erase-sure"));
                ui.horizontal_wrapped(|ui| {
                    if theme::button(ui, &words.ui("button-cancel")).clicked() {
                        out.push(Cmd::Learn(Ask::Sure(false)));
                    }
                    if theme::button(ui, &words.ui("profile-erase")).clicked() {
                        out.push(Cmd::Learn(Ask::Erase));
                    }
                });
            });
        }
    });
}
