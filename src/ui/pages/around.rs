//! What lies over a page: help, menu, a notice.

use crate::lang::{Language, Words};
use crate::model::Reading;
use crate::ui::cmd::{Cmd, Notice, Page};
use crate::ui::parts::{caption, prose};
use crate::ui::prefs::{Prefs, SIZES};
use crate::ui::theme;
use crate::ui::theme::Follow;
use egui::{Align2, Context, Id, Modal, Ui};

/// A sheet over the page; whether somebody pressed beside it.
pub(in crate::ui) fn over(ctx: &Context, id: &str, width: f32, add: impl FnOnce(&mut Ui)) -> bool {
    // Whatever was looked at last, it opens at its top.
    let (seen, now) = (Id::new(id).with("seen"), ctx.cumulative_pass_nr());
    let before: Option<u64> = ctx.data_mut(|data| {
        let before = data.get_temp(seen);
        data.insert_temp(seen, now);
        before
    });
    let opens = before.is_none_or(|pass| now > pass + 1);
    let mut frame = egui::Frame::popup(&ctx.global_style());
    frame.inner_margin = egui::Margin::same(24);
    Modal::new(Id::new(id))
        .frame(frame)
        .show(ctx, |ui| {
            let width = width.min(ctx.content_rect().width() - 96.0);
            ui.set_width(width);
            let tall = ctx.content_rect().height() - 112.0;
            let area = egui::ScrollArea::vertical().max_height(tall).min_scrolled_height(tall);
            let area = if opens { area.vertical_scroll_offset(0.0) } else { area };
            area.follow(ui, |ui| {
                ui.set_width(width);
                add(ui);
            });
        })
        .should_close()
}

/// How to play, and the keys.
pub(in crate::ui) fn help(ctx: &Context, words: &Words, out: &mut Vec<Cmd>) {
    let mut shut = false;
    let outside = over(ctx, "help", 620.0, |ui| {
        theme::title(ui, &words.ui("help-heading"));
        prose(ui, &words.ui("help-goal"));
        for key in ["help-round", "help-effort", "help-argue", "help-law", "help-refused"] {
            prose(ui, &format!("• {}", words.ui(key)));
        }
        theme::section(ui, &words.ui("help-keys"), |ui| {
            for key in ["tab", "enter", "undo", "close", "find", "hint", "back", "help", "projector", "size"] {
                let name = words.ui(&format!("window-key-{key}"));
                theme::key_value(ui, &words.ui(&format!("window-key-{key}-does")), &name);
            }
        });
        ui.horizontal_wrapped(|ui| {
            shut = theme::primary_button(ui, &words.ui("button-ok")).clicked();
            if theme::button(ui, &words.ui("help-glossary")).clicked() {
                out.push(Cmd::Help);
                out.push(Cmd::Glossary);
            }
        });
    });
    if shut || outside {
        out.push(Cmd::Help);
    }
}

/// Settings and the way out.
pub(in crate::ui) fn menu(ctx: &Context, words: &Words, prefs: Prefs, in_match: bool, out: &mut Vec<Cmd>) {
    let mut shut = false;
    let mut set = prefs;
    let outside = over(ctx, "menu", 560.0, |ui| {
        theme::title(ui, &words.ui(if in_match { "button-menu" } else { "settings-heading" }));
        theme::section(ui, &words.ui("settings-theme"), |ui| {
            ui.horizontal(|ui| {
                for (mode, key) in theme::MODES {
                    ui.radio_value(&mut set.theme, mode, words.ui(key));
                }
            });
        });
        theme::section(ui, &words.ui("settings-text-size"), |ui| {
            ui.horizontal_wrapped(|ui| {
                for size in SIZES {
                    let name = words.ui_with("window-percent", &[("size", size.into())]);
                    ui.radio_value(&mut set.text_size, size, name);
                }
            });
        });
        theme::section(ui, &words.ui("settings-reading"), |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.radio_value(&mut set.reading, Reading::Plain, words.ui("settings-reading-plain"));
                ui.radio_value(&mut set.reading, Reading::Full, words.ui("settings-reading-full"));
            });
        });
        ui.checkbox(&mut set.hints, words.ui("settings-hints"));
        ui.checkbox(&mut set.still, words.ui("settings-motion"));
        // The one for testers is for who came with it.
        let offered: Vec<Language> = Language::all().filter(|l| *l != Language::PSEUDO || *l == set.language).collect();
        if offered.len() > 1 {
            theme::section(ui, &words.ui("settings-language"), |ui| {
                ui.horizontal_wrapped(|ui| {
                    for language in offered {
                        ui.radio_value(&mut set.language, language, language.name());
                    }
                });
            });
        }
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            shut = theme::primary_button(ui, &words.ui("button-ok")).clicked();
            if in_match {
                if theme::button(ui, &words.ui("brief-heading")).clicked() {
                    out.push(Cmd::Go(Page::Brief));
                }
                if theme::button(ui, &words.ui("title-help")).clicked() {
                    out.push(Cmd::Menu);
                    out.push(Cmd::Help);
                }
                if theme::button(ui, &words.ui("class-projector")).clicked() {
                    out.push(Cmd::Projector);
                }
                if theme::button(ui, &words.ui("class-to-debrief")).clicked() {
                    out.push(Cmd::Finish);
                }
                if theme::button(ui, &words.ui("button-exit-match")).clicked() {
                    out.push(Cmd::Leave);
                }
            }
            if theme::button(ui, &words.ui("title-quit")).clicked() {
                out.push(Cmd::Quit);
            }
        });
        if in_match {
            caption(ui, &words.ui("window-saved-always"));
        }
    });
    if set != prefs {
        out.push(Cmd::Set(set));
    }
    if shut || outside {
        out.push(Cmd::Menu);
    }
}

/// A line that must be read, and what can be done about it.
pub(in crate::ui) fn notice(ctx: &Context, words: &Words, notice: &Notice, out: &mut Vec<Cmd>) {
    egui::Area::new(Id::new("notice")).order(egui::Order::Foreground).anchor(Align2::CENTER_TOP, [0.0, 96.0]).show(ctx, |ui| {
        let p = theme::palette(ui);
        let frame = egui::Frame::new().fill(p.card).stroke(egui::Stroke::new(2.0, p.warn)).corner_radius(10.0).inner_margin(14.0);
        frame.show(ui, |ui| {
            ui.set_max_width(560.0);
            prose(ui, &notice.text);
            ui.horizontal_wrapped(|ui| {
                if let Some(file) = &notice.file {
                    if theme::primary_button(ui, &words.ui("paper-open")).clicked() {
                        out.push(Cmd::OpenFile(file.clone()));
                    }
                    if theme::button(ui, &words.ui("paper-folder")).clicked() {
                        out.push(Cmd::OpenFile(file.with_file_name("")));
                    }
                }
                if theme::button(ui, &words.ui("button-ok")).clicked() {
                    out.push(Cmd::Dismiss);
                }
            });
        });
    });
}
