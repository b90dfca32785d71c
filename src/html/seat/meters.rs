//! Aims and how near they are, numbers with what they stand for and why they changed, open questions, the calendar.

use super::cx::{Desk, meter_id};
use crate::lang::{law::finding, signed};
use crate::model::{LogEntry, Mark, SeatIx, VarIx, VarKind};
use crate::seat::{Question, why};
use maud::{Markup, html};

/// The column beside the desk.
pub(super) fn column(d: &Desk<'_>) -> Markup {
    let cx = &d.cx;
    let me = d.view.seat;
    let of = |kind, owner: &dyn Fn(Option<SeatIx>) -> bool| -> Vec<VarIx> {
        let all = (0..cx.s.vars.len()).map(VarIx::new);
        let shown = |v: &VarIx| {
            let var = cx.s.var(*v);
            var.kind == kind && owner(var.owner) && d.view.sees(*v) && !var.title.is_empty()
        };
        all.filter(shown).collect()
    };
    html! {
        h2 #standing { (cx.ui("meters-heading")) }
        (aims(d))
        (table(d, "meters-yours", &of(VarKind::Meter, &|o| o == Some(me))))
        (questions(d, &of(VarKind::Question, &|_| true)))
        (table(d, "window-counters", &of(VarKind::Counter, &|_| true)))
        (table(d, "meters-world", &of(VarKind::Meter, &|o| o.is_none())))
        @for seat in (0..cx.s.seats.len()).map(SeatIx::new).filter(|s| *s != me) {
            @let vars = of(VarKind::Meter, &|o| o == Some(seat));
            (named(d, &cx.badge(seat), &vars))
        }
        (calendar(d))
    }
}

fn aims(d: &Desk<'_>) -> Markup {
    let (cx, view) = (&d.cx, d.view);
    let seat = &cx.s.seats[view.seat.ix()];
    let tally = view.tally();
    let (most, now) = tally.iter().fold((0, 0), |(m, n), (w, e)| (m + w, n + e));
    html! {
        h3 { (cx.ui("debrief-tally")) }
        p { (cx.with("meters-tally", &[("points", now.into()), ("most", most.into())])) }
        ul.aims {
            @for (aim, (weight, earned)) in seat.aims.iter().zip(tally) {
                li.(if earned == weight { "met" } else { "unmet" }) {
                    span.chip { (cx.with("window-earned", &[("earned", earned.into()), ("weight", weight.into())])) } " " (cx.text(&aim.text))
                    @if !aim.marks.is_empty() {
                        ul {
                            @for mark in &aim.marks {
                                @let (var, n, key) = match mark {
                                    Mark::AtLeast(v, n) => (*v, *n, "window-aim-at-least"),
                                    Mark::AtMost(v, n) => (*v, *n, "window-aim-at-most"),
                                };
                                @let short = mark.short(&view.numbers);
                                li {
                                    (cx.with(key, &[("var", cx.var(var).into()), ("value", view.numbers[var.ix()].into()), ("mark", n.into())])) ": "
                                    (if short == 0 { cx.ui("meters-met") } else { cx.with("meters-short", &[("points", short.into())]) })
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn table(d: &Desk<'_>, key: &str, vars: &[VarIx]) -> Markup {
    named(d, &html! { (d.cx.ui(key)) }, vars)
}

/// Numbers: a bar, the value beside it, what it stands for, why it changed.
fn named(d: &Desk<'_>, caption: &Markup, vars: &[VarIx]) -> Markup {
    let (cx, view) = (&d.cx, d.view);
    html! {
        @if !vars.is_empty() {
            table.meters {
                caption { (caption) }
                thead.hidden { tr { th scope="col" { (cx.ui("report-meter")) } th scope="col" { (cx.ui("page-value")) } } }
                tbody {
                    @for var in vars {
                        @let v = cx.s.var(*var);
                        @let now = view.numbers[var.ix()];
                        tr {
                            (title(d, *var))
                            td {
                                // A number without a bound that means anything has no bar.
                                @if v.max <= 50 {
                                    meter min=(v.min) max=(v.max) value=(now) aria-label=(cx.text(&v.title)) {}
                                    span.value { (cx.with("meters-value", &[("value", now.into()), ("max", v.max.into())])) }
                                } @else {
                                    span.value { (now) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What a number stands for, every change the seat knows of with its cause, and what would move it.
fn title(d: &Desk<'_>, var: VarIx) -> Markup {
    let heard: Vec<&LogEntry> = d.events.iter().map(|(_, e)| *e).collect();
    let answer = why(d.view, &heard, &Question::Number(var));
    html! {
        th scope="row" id=[meter_id(d, var)] {
            details { summary { (d.cx.var(var)) } @if let Some(answer) = &answer { (d.told(&answer.lines)) } }
        }
    }
}

fn questions(d: &Desk<'_>, vars: &[VarIx]) -> Markup {
    let cx = &d.cx;
    html! {
        @if !vars.is_empty() {
            table.meters {
                caption { (cx.ui("meters-questions")) }
                thead.hidden { tr { th scope="col" { (cx.ui("report-meter")) } th scope="col" { (cx.ui("page-value")) } } }
                tbody {
                    @for var in vars {
                        @let now = d.view.numbers[var.ix()];
                        tr {
                            (title(d, *var))
                            td { span.value { (signed(now)) } " " (cx.say(&finding(cx.s, *var, now))) }
                        }
                    }
                }
            }
        }
    }
}

fn calendar(d: &Desk<'_>) -> Markup {
    let (cx, view) = (&d.cx, d.view);
    html! {
        h2 #calendar { (cx.ui("calendar-heading")) }
        ol.calendar {
            @for (round, n) in cx.s.rounds.iter().zip(1_u8..) {
                @let class = match n.cmp(&view.clock.round) { std::cmp::Ordering::Less => "past", std::cmp::Ordering::Equal => "now", std::cmp::Ordering::Greater => "ahead" };
                li.(class) aria-current=[(n == view.clock.round).then_some("step")] {
                    (cx.with("calendar-round", &[("round", n.into()), ("date", cx.words.date(round.ends).into()), ("title", cx.text(&round.title).into())]))
                }
            }
        }
        @if !view.ahead.is_empty() {
            h3 { (cx.ui("calendar-ahead")) }
            ul {
                @for (event, day) in &view.ahead {
                    @let when = day.map_or_else(|| cx.ui("window-day-unknown"), |day| cx.with("calendar-expected", &[("date", cx.words.date(day).into())]));
                    li { (cx.text(&cx.s.event(*event).title)) ": " (when) }
                }
            }
        }
    }
}
