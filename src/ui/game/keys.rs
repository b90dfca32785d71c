//! Keys that work on every page.

use super::Game;
use crate::model::Action;
use crate::ui::cmd::{Cmd, Page};
use crate::ui::prefs::{Prefs, SIZES};
use egui::{Key, Modifiers, Ui};

impl Game {
    /// Takes the keys that are everybody's; what a page does with its own is its own.
    pub(super) fn keys(&mut self, ui: &Ui, out: &mut Vec<Cmd>) {
        if self.glossary.is_some() {
            // Its keys are its own.
            return;
        }
        let pressed = |modifiers, key| ui.input_mut(|i| i.consume_key(modifiers, key));
        if pressed(Modifiers::NONE, Key::F1) {
            out.push(Cmd::Help);
        }
        let at_table = matches!(self.page, Page::Table | Page::Brief | Page::Curtain(_) | Page::Projector);
        if at_table && pressed(Modifiers::NONE, Key::F5) {
            out.push(Cmd::Projector);
        }
        if pressed(Modifiers::NONE, Key::Escape) {
            out.push(match self.page {
                _ if self.author.as_ref().is_some_and(|a| a.inspecting) => Cmd::Inspect,
                _ if self.find.is_some() => Cmd::Find,
                _ if self.why.is_some() => Cmd::WhyDone,
                _ if self.help => Cmd::Help,
                _ if self.menu => Cmd::Menu,
                Page::Scenarios | Page::Learnt | Page::Teachers | Page::Waiting => Cmd::Go(Page::Title),
                Page::Seats => Cmd::Go(Page::Scenarios),
                Page::Quiz => Cmd::Go(if self.session.is_some() { Page::Debrief } else { Page::Learnt }),
                Page::Projector => Cmd::Projector,
                Page::Procedure => Cmd::Go(Page::Table),
                Page::Skipped => Cmd::Skip,
                Page::Table if self.desk.has_card() => Cmd::CardDone,
                Page::Title | Page::Table | Page::Brief | Page::Curtain(_) | Page::Debrief => Cmd::Menu,
            });
        }
        if matches!(self.page, Page::Table | Page::Debrief) && !self.help && !self.menu && pressed(Modifiers::COMMAND, Key::F) {
            out.push(Cmd::Find);
        }
        let bigger = pressed(Modifiers::COMMAND, Key::Plus) || pressed(Modifiers::COMMAND, Key::Equals);
        let smaller = pressed(Modifiers::COMMAND, Key::Minus);
        if bigger || smaller {
            let at = SIZES.iter().position(|s| *s >= self.prefs.text_size).unwrap_or(0);
            let at = if bigger { (at + 1).min(SIZES.len() - 1) } else { at.saturating_sub(1) };
            out.push(Cmd::Set(Prefs { text_size: SIZES[at], ..self.prefs }));
        }
        if self.page == Page::Table && !self.help && !self.menu && self.why.is_none() && self.find.is_none() {
            if pressed(Modifiers::COMMAND, Key::Z) {
                out.push(Cmd::Act(Action::Undo));
            }
            if pressed(Modifiers::COMMAND, Key::Enter) {
                out.push(Cmd::Act(Action::Close));
            }
        }
    }
}
