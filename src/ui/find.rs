//! A search over everything on the table: what one may do and may not, numbers, cases, duties, what has happened, terms of art.

use super::cmd::Cmd;
use super::cx::Cx;
use super::pages::over;
use super::session::Session;
use super::{parts, theme};
use crate::learn::Glossary;
use crate::seat::why::{askable, fits};
use crate::seat::{Question, check};
use egui::{Context, Link, RichText, Ui};

/// Most lines that are shown.
const MOST: usize = 40;

/// The search while it is open.
#[derive(Default)]
pub(super) struct Finder {
    asked: String,
    /// Whether it has been drawn: the keyboard goes to the field once.
    shown: bool,
}

/// What was found.
enum Found {
    Question(Question),
    Term(String),
}

/// The search over the page.
pub(super) fn show(ctx: &Context, cx: &Cx<'_>, session: &Session, open: &mut Finder, out: &mut Vec<Cmd>) {
    let mut shut = false;
    let outside = over(ctx, "find", 620.0, |ui| {
        theme::title(ui, &cx.ui("find-heading"));
        parts::caption(ui, &cx.ui("find-about"));
        let field = theme::text_field(ui, &mut open.asked, &cx.ui("find-field"), &cx.ui("find-hint"));
        if !std::mem::replace(&mut open.shown, true) {
            field.request_focus();
        }
        let found = search(cx, session, &open.asked);
        parts::caption(ui, &cx.with("find-found", &[("count", found.len().into())]));
        for (name, mark, what) in found.into_iter().take(MOST) {
            line(ui, &name, &mark, || {
                out.push(Cmd::Find);
                out.push(match what {
                    Found::Question(question) => Cmd::Why(question),
                    Found::Term(term) => Cmd::Lookup(term),
                });
            });
        }
        ui.add_space(6.0);
        shut = theme::button(ui, &cx.ui("button-close")).clicked();
    });
    if shut || outside {
        out.push(Cmd::Find);
    }
}

/// Each word that is asked for has to stand in the name, in any order.
fn search(cx: &Cx<'_>, session: &Session, asked: &str) -> Vec<(String, String, Found)> {
    let fits = |name: &str| fits(name, asked);
    let view = session.view();
    let heard = session.heard();
    let mut out = Vec::new();
    for (say, question) in askable(view, &heard) {
        let name = cx.say(&say);
        // What an option means is looked through as well as what it is called.
        let about = match &question {
            Question::Act(action) => cx.s.doable(action).map_or("", |act| cx.text(&act.text)),
            Question::Number(var) => cx.text(&cx.s.var(*var).about),
            _ => "",
        };
        if fits(&format!("{name} {about}")) {
            let mark = match &question {
                Question::Act(action) if check(view, action).is_ok() => cx.ui("find-open"),
                Question::Act(_) => cx.ui("find-closed"),
                Question::Number(_) => cx.ui("meters-heading"),
                Question::Court(..) => cx.ui("law-heading"),
                Question::Duty(..) => cx.ui("duties-heading"),
                Question::Entry(_) => cx.ui("window-log"),
            };
            out.push((name, mark, Found::Question(question)));
        }
    }
    if !asked.trim().is_empty() {
        let terms = Glossary::shipped().terms().iter().filter(|t| fits(&t.term) || t.spellings.iter().any(|s| fits(s)));
        out.extend(terms.map(|t| (t.term.clone(), cx.ui("help-glossary"), Found::Term(t.term.clone()))));
    }
    out
}

fn line(ui: &mut Ui, name: &str, mark: &str, open: impl FnOnce()) {
    let p = theme::palette(ui);
    ui.horizontal_top(|ui| {
        ui.visuals_mut().hyperlink_color = p.ink;
        theme::chip(ui, mark, p.ink_soft);
        ui.vertical(|ui| {
            let link = ui.add(Link::new(RichText::new(name)));
            theme::focus_ring(ui, &link, 3.0);
            if link.clicked() {
                open();
            }
        });
    });
}
