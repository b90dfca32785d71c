//! The inspector: which rule did what, on what, at which line of which file. The latest first.

use super::Author;
use crate::lang;
use crate::model::LogEntry;
use crate::seat::Question;
use crate::ui::cmd::Cmd;
use crate::ui::cx::Cx;
use crate::ui::pages::over;
use crate::ui::parts::{caption, strong};
use crate::ui::session::Session;
use crate::ui::{theme, why};
use egui::Context;

/// Entries shown.
const MOST: usize = 120;

/// The inspector over the page. Secrets are shown: it is the author's match.
pub(in crate::ui) fn inspector(ctx: &Context, cx: &Cx<'_>, session: &Session, author: &Author, out: &mut Vec<Cmd>) {
    let mut shut = false;
    let outside = over(ctx, "inspector", 900.0, |ui| {
        theme::title(ui, &cx.ui("author-inspector"));
        caption(ui, &cx.ui("author-inspector-about"));
        let log: &[LogEntry] = session.log();
        let heard = session.heard();
        for (i, entry) in log.iter().enumerate().rev().take(MOST) {
            let place = author.places.entry(cx.s, &entry.what);
            let place = place.map_or_else(|| cx.ui("author-engine"), |p| format!("{}:{}", p.file, p.line));
            let say = cx.say(&lang::entry_after(cx.s, &log[..i], entry));
            ui.horizontal_wrapped(|ui| {
                caption(
                    ui,
                    &format!("{} · {}", cx.with("round-number", &[("round", entry.round.into())]), lang::kind(&entry.what)),
                );
                strong(ui, &place);
                // Positions in what the seat has heard: an entry it has not heard has no answer to open.
                if let Some(at) = heard.iter().position(|e| std::ptr::eq(*e, entry)) {
                    why::link(ui, cx, &say, Question::Entry(at));
                }
            });
            caption(ui, &say);
            ui.add_space(4.0);
        }
        shut = theme::primary_button(ui, &cx.ui("button-close")).clicked();
    });
    if shut || outside {
        out.push(Cmd::Inspect);
    }
}
