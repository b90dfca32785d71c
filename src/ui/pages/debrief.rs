//! The debrief: how it ended, what each seat earned, what it bought and who paid, and where the match left history.

use super::{accounts, column, hinges, index, reasoned, timeline};
use crate::report::{Debrief, SeatResult, Turning};
use crate::ui::cmd::{Cmd, Page};
use crate::ui::cx::Cx;
use crate::ui::learn::{Ask, Learning, objective};
use crate::ui::parts::{caption, cell, pair, prose, row, soft, source, strong};
use crate::ui::session::Session;
use crate::ui::theme::{self, Fold, Meter};
use egui::{CollapsingHeader, Ui};

/// The debrief.
pub(in crate::ui) fn debrief(ui: &mut Ui, cx: &Cx<'_>, session: &Session, d: &Debrief, learning: &Learning, out: &mut Vec<Cmd>) {
    column(ui, "debrief", 1080.0, |ui| {
        let s = cx.s;
        soft(ui, cx.text(&s.title));
        theme::title(ui, &cx.ui("debrief-heading"));
        ending(ui, cx, d);
        let here = ["debrief-turning-points", "debrief-timelines", "debrief-law", "debrief-questions", "debrief-then"];
        let here = here.map(|key| cx.ui(key));
        index::show(ui, &cx.ui("debrief-index"), &here);
        let [turning, timelines, law_now, questions, then] = &here;
        let wide = ui.available_width() > 820.0;
        theme::heading(ui, &cx.ui("window-wanted-and-got"));
        for two in d.seats.chunks(2) {
            let right = two.get(1);
            let left = |ui: &mut Ui| seat(ui, cx, d, &two[0]);
            pair(ui, wide, left, |ui| {
                if let Some(result) = right {
                    seat(ui, cx, d, result);
                }
            });
        }
        index::part(ui, turning);
        // In a place of its own: what stands below keeps its identity when the search is done.
        ui.push_id("hinges", |ui| hinges::show(ui, cx, session, d, out));
        index::part(ui, timelines);
        if s.worked.is_empty() {
            all_of_it(ui, cx, session, d, wide);
        } else {
            // After a worked example, how it ended and what to think about come first.
            CollapsingHeader::new(cx.ui("debrief-all-of-it")).fold(ui, |ui| all_of_it(ui, cx, session, d, wide));
        }
        index::part(ui, law_now);
        law(ui, cx, session);
        index::part(ui, questions);
        talk(ui, cx, d, learning);
        if let Some(c) = session.compared() {
            super::compared::show(ui, cx, c, wide);
        }
        index::part(ui, then);
        theme::section(ui, &cx.ui("whatif-heading"), |ui| {
            soft(ui, &cx.ui("whatif-change"));
            ui.horizontal_wrapped(|ui| {
                for (round, upto) in session.openings() {
                    let name = cx.with("whatif-from", &[("round", (*round).into())]);
                    if theme::button(ui, &format!("{} ({name})", cx.ui("whatif-play"))).clicked() {
                        out.push(Cmd::Fork(*upto));
                    }
                }
            });
        });
        ui.horizontal_wrapped(|ui| {
            if theme::primary_button(ui, &cx.ui("debrief-quiz")).clicked() {
                out.push(Cmd::Learn(Ask::Recap));
            }
            if theme::button(ui, &cx.ui("debrief-next")).clicked() {
                out.extend([Cmd::Leave, Cmd::Go(Page::Scenarios)]);
            }
            if theme::button(ui, &cx.ui("debrief-save-report")).clicked() {
                out.push(Cmd::SaveReport);
            }
            if theme::button(ui, &cx.ui("debrief-again")).clicked() {
                out.push(Cmd::Again);
            }
            if theme::button(ui, &cx.ui("debrief-title")).clicked() {
                out.push(Cmd::Leave);
            }
        });
    });
}

/// The match in detail: the world, where it left history, accounts, pictures, timeline, law and press.
fn all_of_it(ui: &mut Ui, cx: &Cx<'_>, session: &Session, d: &Debrief, wide: bool) {
    if cx.s.has_history() {
        pair(ui, wide, |ui| world(ui, cx, d), |ui| parted(ui, cx, session, d));
    } else {
        world(ui, cx, d);
    }
    accounts::show(ui, cx, session);
    pictures(ui, cx, session);
    timeline::both(ui, cx, session, d, wide);
    reasoned::show(ui, cx, session, d);
    press(ui, cx, d);
}

/// The whole match as pictures: secrets are turned up here.
fn pictures(ui: &mut Ui, cx: &Cx<'_>, session: &Session) {
    theme::heading(ui, &cx.ui("pictures-heading"));
    let events: Vec<_> = session.log().iter().enumerate().collect();
    let asked = crate::picture::Asked { words: cx.words, level: cx.level, view: session.view(), events: &events, court: None };
    crate::ui::picture::in_page(ui, cx, &asked);
}

fn ending(ui: &mut Ui, cx: &Cx<'_>, d: &Debrief) {
    let Some(ending) = d.ending.map(|e| &cx.s.endings[e.ix()]) else { return };
    theme::card(ui, |ui| {
        theme::heading(ui, &cx.with("debrief-ending", &[("ending", cx.text(&ending.title).into())]));
        prose(ui, cx.text(&ending.text));
    });
}

fn seat(ui: &mut Ui, cx: &Cx<'_>, d: &Debrief, result: &SeatResult) {
    let p = theme::palette(ui);
    let seat = &cx.s.seats[result.seat.ix()];
    let colour = p.role(cx.role(result.seat));
    theme::card(ui, |ui| {
        theme::role_badge(ui, cx.role(result.seat), cx.text(&seat.name));
        row(ui, |ui| {
            if let Some(card) = seat.cards.get(result.card.ix()) {
                theme::chip(ui, &cx.with("seats-card-named", &[("card", cx.text(&card.title).into())]), colour)
                    .on_hover_text(cx.text(&card.text));
            }
            theme::chip(ui, &cx.with("debrief-points", &[("points", result.points.into())]), p.ink);
            if let Some(par) = result.par {
                theme::chip(ui, &cx.with("debrief-par", &[("par", par.into())]), p.ink_soft);
            }
        });
        for (aim, got) in seat.aims.iter().zip(&result.aims) {
            let mark = if got.earned == got.weight {
                "✔"
            } else if got.earned > 0 {
                "½"
            } else {
                "×"
            };
            let args = [("earned", got.earned.into()), ("weight", got.weight.into())];
            ui.horizontal_top(|ui| {
                cell(ui, 78.0, |ui| {
                    let colour = if got.earned == got.weight { p.good } else { p.ink_soft };
                    theme::chip(ui, &format!("{mark} {}", cx.with("window-earned", &args)), colour);
                });
                caption(ui, cx.text(&aim.text));
            });
        }
        let line = d.ending.and_then(|e| cx.s.endings[e.ix()].lines.iter().find(|(x, _)| *x == result.seat));
        if let Some((_, line)) = line {
            theme::section(ui, &cx.ui("debrief-paid"), |ui| prose(ui, cx.text(line)));
        }
    });
}

fn world(ui: &mut Ui, cx: &Cx<'_>, d: &Debrief) {
    theme::card(ui, |ui| {
        theme::heading(ui, &cx.ui("debrief-world"));
        let p = theme::palette(ui);
        for (var, from, to) in &d.world {
            let meter = Meter {
                label: cx.var(*var),
                value: i32::from(*to),
                max: i32::from(cx.s.var(*var).max),
                delta: i32::from(to - from),
                colour: p.ink_soft,
                less_is_better: cx.less_is_better(*var),
            };
            theme::meter_bar(ui, &meter).on_hover_text(cx.text(&cx.s.var(*var).about));
        }
    });
}

fn parted(ui: &mut Ui, cx: &Cx<'_>, session: &Session, d: &Debrief) {
    theme::card(ui, |ui| {
        theme::heading(ui, &cx.ui("debrief-parted"));
        match &d.parted {
            None => prose(ui, &cx.ui("debrief-never-parted")),
            Some((at, turning)) => {
                if let Some(entry) = session.log().get(*at) {
                    caption(ui, &cx.words.date(entry.date));
                }
                let (here, then) = match turning {
                    Turning::Choice(decision, took, real) => {
                        let options = &cx.s.decision(*decision).options;
                        strong(ui, cx.text(&cx.s.decision(*decision).title));
                        let title =
                            |o: u16| options.get(usize::from(o)).map_or_else(String::new, |c| cx.text(&c.act.title).to_owned());
                        (title(*took), title(*real))
                    }
                    Turning::Ruling(stage, here, then) => {
                        strong(ui, cx.text(&cx.s.stage(*stage).title));
                        (cx.side(*here), cx.side(*then))
                    }
                };
                theme::section(ui, &cx.ui("debrief-yours"), |ui| prose(ui, &here));
                theme::section(ui, &cx.ui("debrief-real"), |ui| prose(ui, &then));
            }
        }
    });
}

fn press(ui: &mut Ui, cx: &Cx<'_>, d: &Debrief) {
    if d.press.is_empty() {
        return;
    }
    theme::card(ui, |ui| {
        theme::heading(ui, &cx.ui("debrief-press"));
        for used in &d.press {
            let claim = cx.s.claim(used.claim);
            strong(ui, cx.text(&claim.text));
            row(ui, |ui| {
                super::super::desk::verdict_chip(ui, cx, claim.verdict);
                let seats = |bits: u16| {
                    let mine = (0..cx.s.seats.len()).filter(|i| bits & (1 << i) != 0);
                    let names: Vec<&str> = mine.map(|i| cx.text(&cx.s.seats[i].name)).collect();
                    cx.words.list(&names)
                };
                let p = theme::palette(ui);
                if used.quoted != 0 {
                    let key = if used.quoted & !used.checked != 0 { "window-quoted-unchecked" } else { "window-quoted-by" };
                    theme::chip(ui, &cx.with(key, &[("seats", seats(used.quoted).into())]), p.ink_soft);
                }
                if used.checked != 0 {
                    theme::chip(ui, &cx.with("window-checked-by", &[("seats", seats(used.checked).into())]), p.ink_soft);
                }
            });
            prose(ui, cx.text(&claim.record));
            source(ui, cx, &claim.source);
            ui.add_space(6.0);
        }
    });
}

fn law(ui: &mut Ui, cx: &Cx<'_>, session: &Session) {
    let s = cx.s;
    theme::card(ui, |ui| {
        let held = &session.view().holdings;
        if !held.is_empty() {
            theme::heading(ui, &cx.ui("debrief-holdings"));
            for h in held {
                super::super::table::holding(ui, cx, h);
            }
            ui.add_space(6.0);
        }
        let broke = session.events().into_iter().filter(|(_, e)| matches!(e.what, crate::model::Happened::Broke(_)));
        let broke: Vec<String> =
            broke.map(|(_, e)| format!("{}  {}", cx.words.date(e.date), cx.say(&crate::lang::entry(cx.s, e)))).collect();
        if !broke.is_empty() {
            theme::heading(ui, &cx.ui("debrief-broken"));
            for line in &broke {
                prose(ui, line);
            }
            ui.add_space(6.0);
        }
        let words = &s.debrief;
        for (key, text) in
            [("debrief-history", &words.history), ("debrief-law-now", &words.law_now), ("window-epilogue", &words.epilogue)]
        {
            if !text.is_empty() {
                theme::section(ui, &cx.ui(key), |ui| prose(ui, cx.text(text)));
            }
        }
        let mut questions = crate::seat::open_questions(s, &session.view().numbers).peekable();
        if questions.peek().is_some() {
            theme::section(ui, &cx.ui("meters-questions"), |ui| {
                for (question, value) in questions {
                    let found = cx.say(&crate::lang::law::finding(s, question, value));
                    theme::key_value(ui, cx.var(question), &found);
                }
            });
        }
    });
}

fn talk(ui: &mut Ui, cx: &Cx<'_>, d: &Debrief, learning: &Learning) {
    let s = cx.s;
    theme::card(ui, |ui| {
        theme::heading(ui, &cx.ui("debrief-questions"));
        for q in &d.asked {
            prose(ui, &format!("• {}", cx.text(q)));
        }
        if !s.objectives.is_empty() {
            theme::section(ui, &cx.ui("debrief-objectives"), |ui| {
                for o in &s.objectives {
                    objective(ui, cx.words, cx.level, learning, s, o);
                }
            });
        }
    });
}
