//! Why? The panel that answers, and the links that ask. One panel for everything: what it says is built in `seat::why`.

use super::cmd::Cmd;
use super::cx::Cx;
use super::pages::{over, reason};
use super::session::Session;
use super::{parts, terms, theme};
use crate::model::{Action, LogEntry};
use crate::seat::{Question, check, why};
use egui::{Context, Link, RichText, Ui, WidgetInfo, WidgetType};

/// A question that is open, and those it came from.
pub(super) struct Trail(Vec<Question>);

impl Trail {
    /// One that begins with a question.
    pub fn from(question: Question) -> Self {
        Self(vec![question])
    }

    /// Goes on to a question.
    pub fn to(&mut self, question: Question) {
        if self.0.last() != Some(&question) {
            self.0.push(question);
        }
    }

    /// Back to the question before; none if this was the first.
    pub fn back(mut self) -> Option<Self> {
        self.0.pop();
        (!self.0.is_empty()).then_some(self)
    }
}

/// A small link that asks why; `about` says to a screen reader what it is about.
pub(super) fn link(ui: &mut Ui, cx: &Cx<'_>, about: &str, question: Question) {
    let asked = asker(ui, cx, about);
    if asked.clicked() {
        cx.ask(Cmd::Why(question));
    }
}

/// The same in the corner of a card that has just been drawn.
pub(super) fn corner(ui: &mut Ui, cx: &Cx<'_>, card: egui::Rect, about: &str, question: Question) {
    let size = egui::vec2(ROOM, 24.0);
    let at = egui::Rect::from_min_size(egui::pos2(card.right() - size.x - 8.0, card.top() + 12.0), size);
    let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(at).layout(egui::Layout::right_to_left(egui::Align::Min)));
    link(&mut inside, cx, about, question);
}

/// Room for the link in the corner of a card, in points.
pub(super) const ROOM: f32 = 56.0;

fn asker(ui: &mut Ui, cx: &Cx<'_>, about: &str) -> egui::Response {
    let p = theme::palette(ui);
    let text = RichText::new(cx.ui("duties-why-short")).small().color(p.ink_soft).underline();
    let link = ui
        .scope(|ui| {
            ui.visuals_mut().hyperlink_color = p.ink_soft;
            ui.add(Link::new(text))
        })
        .inner;
    theme::focus_ring(ui, &link, 3.0);
    let name = cx.with("why-link", &[("about", about.into())]);
    link.widget_info(|| WidgetInfo::labeled(WidgetType::Link, true, &name));
    link
}

/// The panel over the page.
pub(super) fn panel(ctx: &Context, cx: &Cx<'_>, session: &Session, trail: &Trail, out: &mut Vec<Cmd>) {
    let Some(question) = trail.0.last() else { return };
    let heard = session.heard();
    let answer = why(session.view(), &heard, question);
    let mut shut = false;
    let outside = over(ctx, "why", 680.0, |ui| {
        let Some(answer) = &answer else {
            parts::soft(ui, &cx.ui("why-nothing"));
            shut = theme::primary_button(ui, &cx.ui("button-close")).clicked();
            return;
        };
        parts::caption(ui, &cx.ui("duties-why-short"));
        theme::heading(ui, &cx.say(&answer.title));
        if let Question::Entry(at) = question {
            bot(ui, cx, session, heard[*at]);
        }
        for line in &answer.lines {
            #[expect(clippy::cast_precision_loss, reason = "a depth of a few steps")]
            let inset = 16.0 * line.depth as f32;
            let words = cx.say(&line.say);
            ui.horizontal_top(|ui| {
                ui.add_space(inset);
                ui.vertical(|ui| match &line.leads {
                    Some(next) => {
                        let p = theme::palette(ui);
                        ui.visuals_mut().hyperlink_color = p.focus;
                        let link = ui.add(Link::new(RichText::new(&words).color(p.focus)));
                        theme::focus_ring(ui, &link, 3.0);
                        if link.clicked() {
                            out.push(Cmd::Why(next.clone()));
                        }
                    }
                    None if line.depth == 0 => terms::prose(ui, cx, &words),
                    None => terms::caption(ui, cx, &words),
                });
            });
        }
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            shut = theme::primary_button(ui, &cx.ui("button-close")).clicked();
            if let Question::Act(action) = question
                && mine(session, action)
                && theme::button(ui, &cx.ui("why-do")).clicked()
            {
                out.push(Cmd::Act(action.clone()));
                shut = true;
            }
            if trail.0.len() > 1 && theme::button(ui, &cx.ui("button-back")).clicked() {
                out.push(Cmd::WhyBack);
            }
        });
    });
    if shut || outside {
        out.push(Cmd::WhyDone);
    }
}

/// Whether the person at the shown desk may do it now.
fn mine(session: &Session, action: &Action) -> bool {
    let view = session.view();
    session.is_person(view.seat) && !session.is_shown() && !view.me().closed && check(view, action).is_ok()
}

/// The reason of the bot that did what an entry tells.
fn bot(ui: &mut Ui, cx: &Cx<'_>, session: &Session, entry: &LogEntry) {
    if let Some(because) = reason(session, entry.actor, entry.round, &entry.what) {
        parts::prose(ui, &cx.with("desk-hint-reason", &[("reason", cx.say(because).into())]));
    }
}
