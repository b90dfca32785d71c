//! The title, and what was left unfinished.

use super::column;
use crate::lang::Words;
use crate::model::Reading;
use crate::play;
use crate::scenario;
use crate::syntax::read::read_source;
use crate::ui::cmd::{Cmd, Page};
use crate::ui::files;
use crate::ui::learn::{Ask, Learning};
use crate::ui::parts::{caption, prose};
use crate::ui::theme;
use egui::{Align, Layout, RichText, Ui, vec2};
use std::path::PathBuf;

/// A match that was left before its end.
pub(in crate::ui) struct Unfinished {
    path: PathBuf,
    scenario: crate::model::Text,
    round: u8,
    seats: Vec<crate::model::Text>,
}

/// The newest match that was left before its end. Looks at a few files only: a title must not wait.
pub(in crate::ui) fn unfinished() -> Option<Unfinished> {
    files::saved().into_iter().take(6).find_map(|path| {
        let text = read_source(&path, play::MOST_BYTES).ok()?;
        let (record, _) = play::parse(text.text()).ok()?;
        let scenario = scenario::open(&record.scenario).ok()?.scenario;
        let upto = match play::load(&record, std::sync::Arc::clone(&scenario), None) {
            Ok(m) => m,
            Err(play::RecordError::Refused(n, _) | play::RecordError::Unknown(n, _)) => {
                play::load(&record, std::sync::Arc::clone(&scenario), Some(n)).ok()?
            }
            Err(_) => return None,
        };
        if upto.over().is_some() || record.actions.is_empty() {
            return None;
        }
        let mine = |s: &&crate::model::Seat| record.seats.iter().any(|(id, who)| *id == s.id && play::is_person(who));
        let seats = scenario.seats.iter().filter(mine).map(|s| s.name.clone()).collect();
        Some(Unfinished { path, scenario: scenario.title.clone(), round: upto.clock().round, seats })
    })
}

/// The title.
pub(in crate::ui) fn title(ui: &mut Ui, words: &Words, unfinished: Option<&Unfinished>, learning: &Learning, out: &mut Vec<Cmd>) {
    let tall = ui.available_height();
    column(ui, "title", 560.0, |ui| {
        ui.add_space((tall * 0.12).clamp(0.0, 120.0));
        emblems(ui);
        ui.add_space(6.0);
        let p = theme::palette(ui);
        let name = RichText::new(words.ui("app-name")).size(56.0).color(p.ink);
        ui.label(name.family(egui::FontFamily::Name(theme::SERIF.into())));
        ui.add(egui::Label::new(RichText::new(words.ui("app-tagline")).size(19.0).color(p.ink_soft)).wrap());
        ui.add_space(18.0);
        if let Some(left) = unfinished {
            theme::card(ui, |ui| {
                theme::heading(ui, left.scenario.at(Reading::Plain));
                let seats: Vec<&str> = left.seats.iter().map(|s| s.at(Reading::Plain)).collect();
                let line = words.ui_with(
                    "save-line",
                    &[
                        ("scenario", left.scenario.at(Reading::Plain).into()),
                        ("round", left.round.into()),
                        ("seat", words.list(&seats).into()),
                    ],
                );
                prose(ui, &line);
                ui.add_space(4.0);
                if theme::primary_button(ui, &words.ui("title-resume")).clicked() {
                    out.push(Cmd::Resume(left.path.clone()));
                }
            });
            ui.add_space(8.0);
        }
        ui.horizontal_wrapped(|ui| {
            // Somebody who has learnt nothing here yet is shown the way in.
            let start = words.ui("lesson-start");
            let new = unfinished.is_none() && learning.is_new();
            if if new { theme::primary_button(ui, &start) } else { theme::button(ui, &start) }.clicked() {
                out.push(Cmd::Tutorial);
            }
            let play = words.ui("title-play");
            let clicked = if new {
                theme::button(ui, &play).clicked()
            } else if unfinished.is_some() {
                theme::button(ui, &words.ui("window-new-match")).clicked()
            } else {
                theme::primary_button(ui, &play).clicked()
            };
            if clicked {
                out.push(Cmd::Go(Page::Scenarios));
            }
            let due = learning.due();
            if due > 0 && theme::button(ui, &words.ui_with("profile-due-now", &[("count", due.into())])).clicked() {
                out.push(Cmd::Learn(Ask::Due));
            }
            if theme::button(ui, &words.ui("profile-heading")).clicked() {
                out.push(Cmd::Go(Page::Learnt));
            }
            if theme::button(ui, &words.ui("teachers-heading")).clicked() {
                out.push(Cmd::Go(Page::Teachers));
            }
            if theme::button(ui, &words.ui("title-settings")).clicked() {
                out.push(Cmd::Menu);
            }
            if theme::button(ui, &words.ui("title-help")).clicked() {
                out.push(Cmd::Help);
            }
            if theme::quiet_button(ui, &words.ui("title-quit")).clicked() {
                out.push(Cmd::Quit);
            }
        });
        ui.add_space(28.0);
        caption(ui, &words.ui("app-disclaimer"));
        caption(ui, &words.ui("settings-privacy"));
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            theme::small(ui, &words.ui_with("title-version", &[("version", env!("CARGO_PKG_VERSION").into())]));
        });
    });
}

/// The three roles as a row of shapes.
fn emblems(ui: &mut Ui) {
    let p = theme::palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(120.0, 34.0), egui::Sense::hover());
    for (i, role) in [theme::Role::Provider, theme::Role::Government, theme::Role::Court].into_iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "three shapes")]
        let centre = egui::pos2(rect.left() + 16.0 + 42.0 * i as f32, rect.center().y);
        theme::emblem(ui.painter(), role, centre, 14.0, p.role(role));
    }
}
