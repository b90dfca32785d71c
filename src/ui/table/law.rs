//! The law by day: what binds each court of the docket, what it may read, what is gone.

use crate::lang;
use crate::model::{Date, Happened};
use crate::seat::{LawInPlay, Question, Reach, Reading, SeatView, borders_says, dockets};
use crate::ui::cx::Cx;
use crate::ui::parts::{caption, pill, prose, row, soft, source, strong, tinted};
use crate::ui::{theme, why};
use egui::Ui;

/// The law on a day; `day` is the one chosen, none is today.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, day: &mut Option<Date>) {
    let p = theme::palette(ui);
    let law = LawInPlay::seen(view);
    soft(ui, &cx.ui("law-about"));
    let turns = law.turns();
    if !turns.is_empty() {
        row(ui, |ui| {
            if pill(ui, day.is_none(), &cx.ui("law-today"), p.focus).clicked() {
                *day = None;
            }
            for turn in turns {
                if pill(ui, *day == Some(turn), &cx.words.date(turn), p.focus).clicked() {
                    *day = Some(turn);
                }
            }
        });
    }
    let shown = day.unwrap_or(view.clock.today);
    // What is decided today binds from tomorrow.
    let on = day.unwrap_or_else(|| view.clock.today.plus(1));
    strong(ui, &cx.with("law-on", &[("date", cx.words.date(shown).into())]));
    for (case, court) in dockets(cx.s) {
        let question = cx.s.cases[case.ix()].question;
        theme::section(ui, &cx.s.law.court(court).name, |ui| {
            caption(ui, cx.text(&cx.s.cases[case.ix()].title));
            let facts = cx.s.record(case, &view.numbers, None);
            let found = law.requirement(case, question, court, &facts, on);
            requirement(ui, cx, &found);
            why::link(ui, cx, &cx.s.law.court(court).name, Question::Court(case, court));
            for r in law.readings(&cx.s.law, court, question, &facts, on) {
                reading(ui, cx, &r);
            }
        });
    }
    borders(ui, cx, view);
}

/// Who says that its orders count abroad, how it came to it, and who would follow.
fn borders(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView) {
    if cx.s.states.is_empty() {
        return;
    }
    theme::section(ui, &cx.ui("borders-heading"), |ui| {
        for line in borders_says(cx.s, &view.numbers) {
            caption(ui, &cx.say(&line));
        }
    });
}

/// What precedent requires, in a sentence.
pub(in crate::ui) fn requirement(ui: &mut Ui, cx: &Cx<'_>, constraint: &Happened) {
    let Happened::Constraint { requires, holdings, apart, nearest, .. } = constraint else { return };
    let p = theme::palette(ui);
    let line = cx.say(&lang::law::requirement(*requires, holdings, apart, *nearest));
    if requires.forced().is_some() { tinted(ui, &line, p.bad) } else { prose(ui, &line) }
}

fn reading(ui: &mut Ui, cx: &Cx<'_>, r: &Reading) {
    let p = theme::palette(ui);
    let (key, colour) = match r.reach {
        Reach::Binds(_) => ("law-binds", p.court),
        Reach::Persuades => ("law-persuades", p.ink),
        Reach::Gone(_) => ("law-gone", p.ink_soft),
    };
    let word = match r.reach {
        Reach::Gone(standing) => cx.with(key, &[("status", cx.ui(lang::law::standing(standing)).into())]),
        _ => cx.ui(key),
    };
    row(ui, |ui| {
        theme::chip(ui, &word, colour);
        theme::chip(ui, &cx.side(r.side), p.court);
    });
    caption(ui, &cx.say(&r.say()));
    if let Some(weighs) = r.weighs() {
        caption(ui, &cx.say(&weighs));
    }
    if let crate::model::Authority::Decided(ix) = r.authority {
        source(ui, cx, &cx.s.law.precedent(ix).citation);
    }
}
