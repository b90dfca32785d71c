//! What the checker finds in the open file, while the last good copy stays in play.

use super::Author;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Words;
use crate::ui::cmd::{Cmd, Page};
use crate::ui::pages::column;
use crate::ui::parts::{caption, soft, strong, tinted};
use crate::ui::theme::{self, Fold, Follow};
use egui::{CollapsingHeader, Frame, Margin, Panel, ScrollArea, Stroke, Ui};

/// Findings shown at once.
const MOST: usize = 12;

/// A strip over the page: how the last save is, and what to mend.
///
/// What looks at a match waits for one: `playing` says whether there is.
pub(in crate::ui) fn banner(ui: &mut Ui, words: &Words, author: &Author, playing: bool, out: &mut Vec<Cmd>) {
    let p = theme::palette(ui);
    let (fill, edge) = if author.is_broken() { (p.wash(p.bad), p.bad) } else { (p.panel, p.line) };
    let frame = Frame::new().fill(fill).stroke(Stroke::new(1.0, edge)).inner_margin(Margin::symmetric(16, 6));
    Panel::top("author").frame(frame).resizable(false).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            strong(ui, &words.ui_with("author-file", &[("file", author.name.as_str().into())]));
            let errors = count(author, Severity::Error);
            if errors > 0 {
                tinted(ui, &words.ui_with("author-errors", &[("count", errors.into())]), p.bad);
            } else {
                caption(ui, &words.ui_with("author-good", &[("count", rest(author).into())]));
            }
            for (key, cmd) in [("author-inspect", Cmd::Inspect), ("author-procedure", Cmd::Go(Page::Procedure))] {
                let button = ui.add_enabled_ui(playing, |ui| theme::button(ui, &words.ui(key))).inner;
                if button.on_disabled_hover_text(words.ui("author-once-playing")).clicked() {
                    out.push(cmd);
                }
            }
        });
        if !author.is_broken() && rest(author) > 0 {
            CollapsingHeader::new(words.ui("author-show")).id_salt("remarks").fold(ui, |ui| {
                ScrollArea::vertical().id_salt("listed").max_height(180.0).follow(ui, |ui| findings(ui, words, author));
            });
        }
        if author.is_broken() {
            ScrollArea::vertical()
                .id_salt("findings")
                .max_height(180.0)
                .min_scrolled_height(180.0)
                .show(ui, |ui| findings(ui, words, author));
        }
    });
}

/// The page of a file that has had errors from the start: it goes on by itself once the file is mended.
pub(in crate::ui) fn waiting(ui: &mut Ui, words: &Words, author: &Author, out: &mut Vec<Cmd>) {
    column(ui, "author-waiting", 900.0, |ui| {
        theme::title(ui, &words.ui("author-waiting"));
        soft(ui, &words.ui_with("author-waiting-about", &[("file", author.name.as_str().into())]));
        theme::card(ui, |ui| findings(ui, words, author));
        if theme::button(ui, &words.ui("button-back")).clicked() {
            out.push(Cmd::Go(Page::Title));
        }
    });
}

fn count(author: &Author, severity: Severity) -> usize {
    author.found.iter().filter(|d| d.severity == severity).count()
}

/// Warnings and hints.
fn rest(author: &Author) -> usize {
    author.found.len() - count(author, Severity::Error)
}

fn findings(ui: &mut Ui, words: &Words, author: &Author) {
    for found in author.found.iter().take(MOST) {
        finding(ui, found);
    }
    let more = author.found.len().saturating_sub(MOST);
    if more > 0 {
        caption(ui, &words.ui_with("author-more", &[("count", more.into()), ("file", author.name.as_str().into())]));
    }
}

/// A finding: where, what, the line itself, what to do.
fn finding(ui: &mut Ui, found: &Diagnostic) {
    let at = found.span.map(|span| found.source.position(span.start));
    let place = at.map_or_else(|| found.source.name().to_owned(), |at| format!("{}:{}:{}", found.source.name(), at.line, at.col));
    strong(ui, &format!("{place}  {}  {}", found.code, found.message));
    if let Some(line) = at.and_then(|at| found.source.line_span(at.line)) {
        let text = found.source.slice(line).trim().chars().take(120).collect::<String>();
        caption(ui, &text);
    }
    if let Some(help) = &found.help {
        soft(ui, help);
    }
    ui.add_space(4.0);
}
