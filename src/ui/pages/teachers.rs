//! How to give a lesson with it: what to prepare, what to show, what to keep.

use super::column;
use crate::lang::Words;
use crate::ui::cmd::{Cmd, Page};
use crate::ui::parts::prose;
use crate::ui::theme;
use egui::Ui;

/// The parts of the page, each with the keys of its lines.
const PARTS: [(&str, &[&str]); 3] = [
    ("teachers-before", &["teachers-choose", "teachers-kit", "teachers-try"]),
    ("teachers-lesson", &["teachers-seats", "teachers-wall", "teachers-finish"]),
    ("teachers-after", &["teachers-report", "teachers-privacy", "teachers-write"]),
];

/// The page.
pub(in crate::ui) fn teachers(ui: &mut Ui, words: &Words, out: &mut Vec<Cmd>) {
    column(ui, "teachers", 720.0, |ui| {
        theme::title(ui, &words.ui("teachers-heading"));
        prose(ui, &words.ui("teachers-about"));
        for (heading, lines) in PARTS {
            theme::card(ui, |ui| {
                theme::heading(ui, &words.ui(heading));
                for key in lines {
                    prose(ui, &format!("• {}", words.ui(key)));
                }
            });
        }
        ui.horizontal_wrapped(|ui| {
            if theme::primary_button(ui, &words.ui("teachers-go")).clicked() {
                out.push(Cmd::Go(Page::Scenarios));
            }
            if theme::button(ui, &words.ui("lesson-start")).clicked() {
                out.push(Cmd::Tutorial);
            }
            if theme::quiet_button(ui, &words.ui("button-back")).clicked() {
                out.push(Cmd::Go(Page::Title));
            }
        });
    });
}
