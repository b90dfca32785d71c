//! Which dispute, and who sits where.

use super::column;
use crate::bots;
use crate::lang::Words;
use crate::model::Reading;
use crate::ui::cmd::{Cmd, Page, Setup, Shelved};
use crate::ui::cx::{Cx, role};
use crate::ui::parts::{caption, cell, prose, row, soft};
use crate::ui::prefs::Prefs;
use crate::ui::session::Player;
use crate::ui::theme;
use egui::{ComboBox, Ui};

/// The shelf of disputes.
pub(in crate::ui) fn scenarios(ui: &mut Ui, words: &Words, level: Reading, shelf: &[Shelved], out: &mut Vec<Cmd>) {
    column(ui, "scenarios", 860.0, |ui| {
        if theme::quiet_button(ui, &format!("← {}", words.ui("button-back"))).clicked() {
            out.push(Cmd::Go(Page::Title));
        }
        theme::title(ui, &words.ui("scenarios-heading"));
        if shelf.is_empty() {
            soft(ui, &words.ui("scenarios-none"));
        }
        for (at, shelved) in shelf.iter().enumerate() {
            let Some(s) = &shelved.scenario else {
                theme::card(ui, |ui| {
                    theme::heading(ui, &shelved.source);
                    soft(ui, &words.ui("scenarios-broken"));
                });
                continue;
            };
            let p = theme::palette(ui);
            theme::card(ui, |ui| {
                theme::heading(ui, s.title.at(level));
                prose(ui, s.summary.at(level));
                row(ui, |ui| {
                    let kind = if s.fictional { "scenarios-fictional" } else { "scenarios-historical" };
                    theme::chip(ui, &words.ui(kind), if s.fictional { p.warn } else { p.good });
                    let span = [
                        ("from", words.date(s.start).into()),
                        ("to", s.rounds.last().map_or_else(String::new, |r| words.date(r.ends)).into()),
                    ];
                    theme::chip(ui, &words.ui_with("scenarios-from-to", &span), p.ink_soft);
                    theme::chip(ui, &words.ui_with("scenarios-minutes", &[("minutes", s.minutes.into())]), p.ink_soft);
                    theme::chip(ui, &words.ui_with("scenarios-rounds", &[("rounds", s.rounds.len().into())]), p.ink_soft);
                    theme::chip(ui, &words.ui_with("scenarios-seats", &[("seats", s.seats.len().into())]), p.ink_soft);
                });
                if !s.objectives.is_empty() {
                    theme::section(ui, &words.ui("scenarios-objectives"), |ui| {
                        for o in &s.objectives {
                            caption(ui, &format!("• {}", o.text.at(level)));
                        }
                    });
                }
                ui.horizontal_wrapped(|ui| {
                    // There is one of each a dispute: which, is not to be seen by everyone.
                    let named = |button: &egui::Response, key: &str| {
                        let name = format!("{}: {}", words.ui(key), s.title.at(level));
                        button.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &name));
                    };
                    let choose = theme::primary_button(ui, &words.ui("scenarios-choose"));
                    named(&choose, "scenarios-choose");
                    if choose.clicked() {
                        out.push(Cmd::Pick(at));
                    }
                    let kit = theme::button(ui, &words.ui("scenarios-kit")).on_hover_text(words.ui("scenarios-kit-about"));
                    named(&kit, "scenarios-kit");
                    if kit.clicked() {
                        out.push(Cmd::SaveKit(at));
                    }
                });
            });
        }
    });
}

/// The key of a bot's name.
pub(in crate::ui) fn bot_key(name: &str) -> String {
    format!("seats-bot-{name}")
}

/// Who sits where.
pub(in crate::ui) fn seats(ui: &mut Ui, words: &Words, prefs: &mut Prefs, setup: &mut Setup, out: &mut Vec<Cmd>) {
    let level = prefs.reading;
    column(ui, "seats", 860.0, |ui| {
        if theme::quiet_button(ui, &format!("← {}", words.ui("button-back"))).clicked() {
            out.push(Cmd::Go(Page::Scenarios));
        }
        soft(ui, setup.scenario.title.at(level));
        theme::title(ui, &words.ui("seats-heading"));
        soft(ui, &words.ui("seats-intro"));
        let scenario = std::sync::Arc::clone(&setup.scenario);
        let asked = std::cell::RefCell::default();
        let cx = Cx { words, s: &scenario, level, hints: false, asked: &asked };
        for (i, seat) in scenario.seats.iter().enumerate() {
            seat_row(ui, &cx, i, seat, &mut setup.players[i]);
        }
        lengths(ui, words, level, setup, out);
        theme::card(ui, |ui| {
            if setup.languages.len() > 1 {
                ui.horizontal_wrapped(|ui| {
                    ui.label(words.ui("seats-language"));
                    let mut name = setup.source.clone();
                    for language in &setup.languages {
                        let original = words.ui("seats-original");
                        let called = if language.called.is_empty() { &original } else { &language.called };
                        ui.radio_value(&mut name, language.name.clone(), called);
                    }
                    if name != setup.source {
                        out.push(Cmd::Translated(name));
                    }
                });
            }
            ui.horizontal_wrapped(|ui| {
                ui.label(words.ui("seats-reading"));
                let before = prefs.reading;
                for (level, key) in [(Reading::Plain, "settings-reading-plain"), (Reading::Full, "settings-reading-full")] {
                    ui.radio_value(&mut prefs.reading, level, words.ui(key));
                }
                if before != prefs.reading {
                    out.push(Cmd::Set(*prefs));
                }
            });
            ui.horizontal_wrapped(|ui| {
                ui.label(words.ui("seats-seed"));
                ui.scope(|ui| {
                    ui.spacing_mut().text_edit_width = 140.0;
                    theme::text_field(ui, &mut setup.seed, &words.ui("seats-seed"), "");
                });
                theme::small(ui, &words.ui("seats-seed-help"));
            });
            if setup.scenario.has_history() {
                ui.checkbox(&mut setup.pinned, words.ui("seats-pinned"));
            }
        });
        let persons = setup.players.iter().filter(|p| **p == Player::Human).count();
        if persons == 0 {
            soft(ui, &words.ui("window-watch"));
        }
        if theme::primary_button(ui, &words.ui("seats-begin")).clicked() {
            out.push(Cmd::Begin);
        }
    });
}

/// How long to play, and what that means.
fn lengths(ui: &mut Ui, words: &Words, level: Reading, setup: &mut Setup, out: &mut Vec<Cmd>) {
    theme::section(ui, &words.ui("depth-heading"), |ui| {
        for (guided, key, about) in [(false, "depth-full", "depth-full-about"), (true, "depth-guided", "depth-guided-about")] {
            ui.radio_value(&mut setup.guided, guided, words.ui(key));
            caption(ui, &words.ui(about));
        }
    });
    if setup.scenario.presets.is_empty() {
        return;
    }
    theme::section(ui, &words.ui("seats-length"), |ui| {
        ui.radio_value(&mut setup.preset, None, words.ui("preset-none"));
        let mut chosen = None;
        for p in &setup.scenario.presets {
            if ui.radio_value(&mut setup.preset, Some(p.id.clone()), p.title.at(level)).clicked() {
                chosen = Some(p.clone());
            }
            caption(ui, &words.preset(&setup.scenario, p));
            for (key, sets) in [("preset-guided", p.guided), ("preset-history", p.history)] {
                if sets {
                    caption(ui, &words.ui(key));
                }
            }
        }
        if let Some(preset) = chosen {
            setup.prefer(&preset);
        }
        let kit = if setup.preset.is_some() { "seats-kit" } else { "seats-kit-all" };
        if theme::button(ui, &words.ui(kit)).on_hover_text(words.ui("scenarios-kit-about")).clicked() {
            out.push(Cmd::SaveKitAsSet);
        }
    });
}

fn seat_row(ui: &mut Ui, cx: &Cx<'_>, i: usize, seat: &crate::model::Seat, player: &mut Player) {
    theme::card(ui, |ui| {
        ui.horizontal_top(|ui| {
            let wide = ui.available_width();
            cell(ui, wide - 260.0, |ui| {
                theme::role_badge(ui, role(seat.role), cx.text(&seat.name));
                let what = cx.ui(crate::lang::role(seat.role));
                let about = cx.ui(&format!("{}-about", crate::lang::role(seat.role)));
                caption(ui, &format!("{what}: {about}"));
            });
            let shown = match player {
                Player::Human => cx.ui("seats-human"),
                Player::Bot(name) => cx.ui(&bot_key(name)),
            };
            let combo = ComboBox::from_id_salt(("who", i)).width(240.0).truncate().selected_text(&shown);
            let response = combo
                .show_ui(ui, |ui| {
                    ui.selectable_value(player, Player::Human, cx.ui("seats-human"));
                    for name in bots::NAMES {
                        ui.selectable_value(player, Player::Bot(name.to_owned()), cx.ui(&bot_key(name)));
                    }
                })
                .response;
            let name = format!("{}: {shown}", cx.text(&seat.name));
            response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::ComboBox, true, &name));
        });
    });
}
