//! A question at a time: answers as cards, then what speaks for the best one.

use super::{Ask, Learning};
use crate::lang::Words;
use crate::learn::quiz::Question;
use crate::model::Reading;
use crate::scenario::misconceptions;
use crate::ui::cmd::Cmd;
use crate::ui::pages::column;
use crate::ui::parts::{caption, prose, soft, strong};
use crate::ui::theme::{self, OptionCard};
use egui::{Key, Modifiers, Ui};

/// Keys for the answers, in their order.
const KEYS: [Key; 6] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6];

/// The question that is asked now, or how it went.
pub(in crate::ui) fn quiz(ui: &mut Ui, words: &Words, level: Reading, learning: &Learning, out: &mut Vec<Cmd>) {
    let Some(round) = &learning.round else {
        out.push(Cmd::Learn(Ask::Next));
        return;
    };
    column(ui, "quiz", 680.0, |ui| {
        theme::title(ui, &words.ui("quiz-heading"));
        let count = round.questions.len();
        let Some(q) = round.questions.get(round.at) else {
            prose(ui, &words.ui_with("quiz-result", &[("right", round.right.into()), ("count", count.into())]));
            if let Some(day) = learning.store.profile.next_due() {
                prose(ui, &words.ui_with("quiz-next-due", &[("date", words.date(day).into())]));
            }
            soft(ui, &words.ui("quiz-later"));
            if theme::primary_button(ui, &words.ui("button-close")).clicked() {
                out.push(Cmd::Learn(Ask::Next));
            }
            return;
        };
        caption(ui, &words.ui_with("quiz-number", &[("number", (round.at + 1).into()), ("count", count.into())]));
        theme::heading(ui, q.item.question.at(level));
        match round.chosen {
            None => answers(ui, q, level, out),
            Some(chosen) => {
                feedback(ui, words, level, q, chosen);
                let last = round.at + 1 == count;
                let next = theme::primary_button(ui, &words.ui(if last { "button-next" } else { "quiz-next" }));
                // Enter goes on: the keyboard need not look for the button. Asked once a question, or it could not leave.
                let asked = ui.id().with(("asked", round.at));
                if !ui.data_mut(|d| std::mem::replace(d.get_temp_mut_or_default(asked), true)) {
                    next.request_focus();
                }
                if next.clicked() {
                    out.push(Cmd::Learn(Ask::Next));
                }
            }
        }
    });
}

fn answers(ui: &mut Ui, q: &Question, level: Reading, out: &mut Vec<Cmd>) {
    let colour = theme::palette(ui).ink;
    for (i, option) in q.item.options.iter().enumerate() {
        let label = format!("{}. {}", i + 1, option.text.at(level));
        let card = OptionCard { label: &label, selected: false, enabled: true, colour };
        let pressed = theme::option_card(ui, &card, |_| {}).clicked();
        let key = KEYS.get(i).is_some_and(|k| ui.input_mut(|input| input.consume_key(Modifiers::NONE, *k)));
        if pressed || key {
            out.push(Cmd::Learn(Ask::Answer(i)));
        }
    }
}

fn feedback(ui: &mut Ui, words: &Words, level: Reading, q: &Question, chosen: usize) {
    let p = theme::palette(ui);
    let given = &q.item.options[chosen];
    theme::card(ui, |ui| {
        if given.best {
            theme::chip(ui, &format!("✔ {}", words.ui("quiz-right")), p.good);
            strong(ui, given.text.at(level));
        } else {
            theme::chip(ui, &format!("✖ {}", words.ui("quiz-not-quite")), p.bad);
            soft(ui, given.text.at(level));
            if !given.because.is_empty() {
                prose(ui, given.because.at(level));
            }
            if let Some(m) = given.mistake.as_ref().and_then(|id| misconceptions().iter().find(|m| m.id == *id)) {
                prose(ui, &words.ui_with("quiz-mistake", &[("mistake", m.mistake.at(level).into())]));
            }
            let best = q.item.options[q.item.best()].text.at(level);
            strong(ui, &words.ui_with("quiz-best", &[("answer", best.into())]));
        }
        prose(ui, &words.ui_with("quiz-because", &[("reason", q.item.because.at(level).into())]));
        if !q.item.source.is_empty() {
            caption(ui, &words.ui_with("quiz-source", &[("source", q.item.source.as_str().into())]));
        }
    });
}
