//! The glossary over a page, with a search.

use crate::lang::Words;
use crate::learn::Glossary;
use crate::model::Reading;
use crate::ui::cmd::Cmd;
use crate::ui::pages::over;
use crate::ui::parts::{caption, prose, soft, strong};
use crate::ui::theme;
use egui::Context;

/// The glossary while it is open.
#[derive(Default)]
pub(in crate::ui) struct Lookup {
    /// The letters looked up.
    asked: String,
    /// Whether it has been drawn: the keyboard goes to the search once.
    shown: bool,
}

impl Lookup {
    /// Open at a term.
    pub fn of(term: String) -> Self {
        Self { asked: term, shown: false }
    }
}

/// All terms that speak of the letters asked for.
pub(in crate::ui) fn glossary(ctx: &Context, words: &Words, level: Reading, open: &mut Lookup, out: &mut Vec<Cmd>) {
    let mut shut = false;
    let outside = over(ctx, "glossary", 620.0, |ui| {
        theme::title(ui, &words.ui("help-glossary"));
        ui.horizontal_wrapped(|ui| {
            let name = ui.label(words.ui("glossary-search"));
            let width = (ui.available_width() - 120.0).clamp(120.0, 320.0);
            let field = egui::TextEdit::singleline(&mut open.asked).desired_width(width).min_size(egui::vec2(0.0, 28.0));
            let field = ui.add(field.char_limit(60)).labelled_by(name.id);
            if !std::mem::replace(&mut open.shown, true) {
                field.request_focus();
            }
            shut = theme::button(ui, &words.ui("button-close")).clicked();
        });
        let found = Glossary::shipped().search(&open.asked);
        if found.is_empty() {
            soft(ui, &words.ui_with("glossary-none", &[("asked", open.asked.trim().into())]));
        } else {
            caption(ui, &words.ui_with("glossary-found", &[("count", found.len().into())]));
        }
        for term in found {
            ui.add_space(4.0);
            strong(ui, &term.term);
            prose(ui, term.text.at(level));
        }
    });
    if shut || outside {
        out.push(Cmd::Glossary);
    }
}
