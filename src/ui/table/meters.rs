//! The left column: aims and how near they are, meters with their last change and its cause, open questions.

use crate::lang;
use crate::model::{Cause, Happened, Mark, SeatIx, Side, VarIx, VarKind};
use crate::seat::Question;
use crate::ui::cmd::Cmd;
use crate::ui::cx::Cx;
use crate::ui::parts::{caption, cell, tight, tinted, var_colour};
use crate::ui::session::Session;
use crate::ui::theme::Fold;
use crate::ui::theme::{self, Meter};
use egui::{CollapsingHeader, CursorIcon, Response, Sense, Ui, WidgetInfo, WidgetType};

/// A change one has seen.
struct Change {
    /// Its place in the record of the match.
    at: usize,
    var: VarIx,
    from: i16,
    to: i16,
    round: u8,
    cause: Cause,
}

/// The column.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, session: &Session) {
    let changes: Vec<Change> = session
        .events()
        .iter()
        .filter_map(|(at, e)| match &e.what {
            Happened::Changed(var, from, to, cause) => {
                Some(Change { at: *at, var: *var, from: *from, to: *to, round: e.round, cause: *cause })
            }
            _ => None,
        })
        .collect();
    aims(ui, cx, session);
    let view = session.view();
    let me = view.seat;
    let meters = |owner: Option<SeatIx>| {
        let all = cx.s.vars.iter().enumerate().map(|(i, v)| (VarIx::new(i), v));
        all.filter(move |(v, d)| d.kind == VarKind::Meter && d.owner == owner && view.sees(*v))
            .map(|(i, _)| i)
            .collect::<Vec<_>>()
    };
    let kind = |kind| {
        let all = cx.s.vars.iter().enumerate();
        all.filter(move |(_, v)| v.kind == kind).map(|(i, _)| VarIx::new(i)).filter(|v| view.sees(*v)).collect::<Vec<_>>()
    };
    // A dispute need not have each kind.
    let section = |ui: &mut Ui, heading: &str, vars: &[VarIx]| {
        if !vars.is_empty() {
            theme::section(ui, &cx.ui(heading), |ui| group(ui, cx, session, &changes, vars));
        }
    };
    section(ui, "meters-yours", &meters(Some(me)));
    let questions = kind(VarKind::Question);
    if !questions.is_empty() {
        theme::section(ui, &cx.ui("meters-questions"), |ui| {
            for var in questions {
                question(ui, cx, session, &changes, var);
            }
        });
    }
    section(ui, "window-counters", &kind(VarKind::Counter));
    section(ui, "meters-world", &meters(None));
    theme::section(ui, &cx.ui("meters-others"), |ui| {
        for seat in (0..cx.s.seats.len()).map(SeatIx::new).filter(|s| *s != me) {
            theme::role_badge(ui, cx.role(seat), cx.seat(seat));
            group(ui, cx, session, &changes, &meters(Some(seat)));
            ui.add_space(4.0);
        }
    });
}

fn aims(ui: &mut Ui, cx: &Cx<'_>, session: &Session) {
    let view = session.view();
    let p = theme::palette(ui);
    let seat = &cx.s.seats[view.seat.ix()];
    let tally = view.tally();
    let (most, now) = tally.iter().fold((0, 0), |(m, n), (w, e)| (m + w, n + e));
    theme::heading(ui, &cx.ui("debrief-tally"));
    caption(ui, &cx.with("meters-tally", &[("points", now.into()), ("most", most.into())]));
    for (aim, (weight, earned)) in seat.aims.iter().zip(tally) {
        let full = earned == weight;
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            ui.horizontal_top(|ui| {
                tight(ui);
                let colour = if full { p.good } else { p.ink_soft };
                let args = [("earned", earned.into()), ("weight", weight.into())];
                cell(ui, 52.0, |ui| {
                    theme::chip(ui, &cx.with("window-earned", &args), colour);
                });
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 1.0;
                    tinted(ui, cx.text(&aim.text), p.ink);
                    for mark in &aim.marks {
                        let (var, n, key) = match mark {
                            Mark::AtLeast(v, n) => (*v, *n, "window-aim-at-least"),
                            Mark::AtMost(v, n) => (*v, *n, "window-aim-at-most"),
                        };
                        let short = mark.short(&view.numbers);
                        let state =
                            if short == 0 { cx.ui("meters-met") } else { cx.with("meters-short", &[("points", short.into())]) };
                        let value = view.numbers[var.ix()];
                        let args = [("var", cx.var(var).into()), ("value", value.into()), ("mark", n.into())];
                        let line = cx.with(key, &args);
                        tinted(ui, &format!("{line}: {state}"), if short == 0 { p.good } else { p.ink_soft });
                    }
                });
            });
            ui.add_space(4.0);
        });
    }
}

/// Meters, marked with what has changed since the seat last closed a plan; the causes of this round and the one before fold out.
fn group(ui: &mut Ui, cx: &Cx<'_>, session: &Session, changes: &[Change], vars: &[VarIx]) {
    let view = session.view();
    let recent = |c: &&Change| c.round + 1 >= view.clock.round;
    let unseen = |c: &&&Change| c.at >= session.seen();
    for var in vars {
        let v = cx.s.var(*var);
        let mine: Vec<&Change> = changes.iter().filter(|c| c.var == *var).collect();
        // What has changed since the seat last closed a plan, all of it: that is what was seen last.
        let before = mine.iter().find(unseen).map(|c| c.from);
        let meter = Meter {
            label: cx.text(&v.title),
            value: i32::from(view.numbers[var.ix()] - v.min.min(0)),
            max: i32::from(if v.max > 50 { 10 } else { v.max }),
            delta: before.map_or(0, |before| i32::from(view.numbers[var.ix()] - before)),
            colour: var_colour(ui, cx, *var),
            less_is_better: cx.less_is_better(*var),
        };
        let bar = theme::meter_bar(ui, &meter);
        let named = format!("{}: {} / {}", meter.label, meter.value, meter.max);
        asking(ui, cx, bar, &named, *var).on_hover_ui(|ui| {
            ui.set_max_width(380.0);
            tinted(ui, meter.label, theme::palette(ui).ink);
            caption(ui, cx.text(&v.about));
            for c in &mine {
                caption(ui, &change(cx, c));
            }
        });
    }
    let told: Vec<&Change> = changes.iter().filter(|c| recent(c) && vars.contains(&c.var) && view.sees(c.var)).collect();
    if told.is_empty() {
        return;
    }
    let title = cx.with("window-why-changed", &[("count", told.len().into())]);
    CollapsingHeader::new(egui::RichText::new(title).small()).id_salt(("why", vars.first().map(|v| v.0))).fold(ui, |ui| {
        for c in told.iter().rev() {
            caption(ui, &change(cx, c));
        }
    });
}

/// What shows a number also says why it stands there.
fn asking(ui: &Ui, cx: &Cx<'_>, shown: Response, named: &str, var: VarIx) -> Response {
    // Under a name of its own: egui takes the focus from what was first drawn as nothing to press, in every pass.
    let shown = ui.interact(shown.rect, shown.id.with("why"), Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
    let name = cx.with("why-link", &[("about", named.into())]);
    shown.widget_info(|| WidgetInfo::labeled(WidgetType::Link, true, &name));
    theme::focus_ring(ui, &shown, 4.0);
    if shown.clicked() {
        cx.ask(Cmd::Why(Question::Number(var)));
    }
    shown
}

fn change(cx: &Cx<'_>, c: &Change) -> String {
    let cause = cx.say(&lang::cause(cx.s, c.cause));
    cx.with(
        "window-change",
        &[
            ("round", c.round.into()),
            ("var", cx.var(c.var).into()),
            ("from", cx.value(c.var, c.from).into()),
            ("by", lang::signed(c.to - c.from).into()),
            ("to", cx.value(c.var, c.to).into()),
            ("cause", cause.into()),
        ],
    )
}

/// A question: a scale from resist to compel, with a knob.
fn question(ui: &mut Ui, cx: &Cx<'_>, session: &Session, changes: &[Change], var: VarIx) {
    let view = session.view();
    let Some(value) = view.number(var) else { return };
    let p = theme::palette(ui);
    let v = cx.s.var(var);
    let found = cx.say(&lang::law::finding(cx.s, var, value));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        tinted(ui, cx.text(&v.title), p.ink);
        let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 14.0), egui::Sense::hover());
        let steps = (v.max - v.min).max(1);
        let x = |n: i16| rect.left() + 7.0 + (rect.width() - 14.0) * f32::from(n - v.min) / f32::from(steps);
        let y = rect.center().y;
        let painter = ui.painter();
        painter.hline(x(v.min)..=x(v.max), y, egui::Stroke::new(2.0, p.line));
        for n in v.min..=v.max {
            painter.circle_filled(egui::pos2(x(n), y), 2.5, p.outline);
        }
        painter.circle_filled(egui::pos2(x(value), y), 6.5, p.action);
        let text = format!("{}: {found}", cx.text(&v.title));
        asking(ui, cx, response, &text, var).on_hover_ui(|ui| {
            ui.set_max_width(380.0);
            caption(ui, cx.text(&v.about));
            for (side, factor) in [(Side::Resist, v.finds.resist), (Side::Compel, v.finds.compel)] {
                if let Some(f) = factor {
                    caption(ui, &cx.with("meters-ends", &[("side", cx.side(side).into()), ("factor", cx.factor(f).into())]));
                }
            }
            for c in changes.iter().filter(|c| c.var == var) {
                caption(ui, &change(cx, c));
            }
        });
        caption(ui, &found);
        ui.add_space(4.0);
    });
}
