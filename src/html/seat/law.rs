//! What each legal order requires of the provider, with the trace behind every cell; and what precedent binds whom.

use super::cx::Desk;
use crate::lang;
use crate::model::{Arg, Duty, Happened, Say};
use crate::seat::duties::{besides, comity_told, conflicts, duty_key, why};
use crate::seat::{self, LawInPlay, Reach, Reading, borders_says, dockets};
use maud::{Markup, html};

/// The duties.
pub(super) fn duties(d: &Desk<'_>) -> Markup {
    let (cx, s) = (&d.cx, d.cx.s);
    let found = seat::duties(d.view);
    let mut orders: Vec<_> = found.disclose.cells.iter().map(|c| c.order).collect();
    orders.sort_unstable();
    orders.dedup();
    let cell = |item: usize, order| found.disclose.cells.iter().find(|c| c.item.ix() == item && c.order == order);
    html! {
        section #duties aria-labelledby="duties-h" {
            h2 #duties-h { (cx.ui("duties-heading")) }
            p { (cx.say(&Say::new("duties-about").with("date", Arg::Day(found.disclose.day)))) }
            div.wide tabindex="0" role="group" aria-label=(cx.ui("duties-heading")) {
                table.matrix {
                    caption { (cx.ui("picture-duties")) }
                    thead { tr { th scope="col" { (cx.ui("map-data")) } @for o in &orders { th scope="col" { (s.law.orders[o.ix()].name) } } } }
                    tbody {
                        @for (i, item) in s.items.iter().enumerate() {
                            tr {
                                th scope="row" { (cx.text(&item.title)) }
                                @for o in &orders {
                                    @if let Some(cell) = cell(i, *o) {
                                        td.(duty_class(cell.duty)) {
                                            strong { (cx.ui(duty_key(cell.duty))) }
                                            @if !cell.norms.is_empty() {
                                                @let args = [("item", cx.text(&item.title).into()), ("order", s.law.orders[o.ix()].name.as_str().into())];
                                                details {
                                                    summary { (cx.ui("duties-why-short")) span.hidden { " " (cx.with("page-cell", &args)) } }
                                                    (d.told(&why(s, cell)))
                                                }
                                            }
                                        }
                                    } @else { td { "–" } }
                                }
                            }
                        }
                    }
                }
            }
            (d.told(&besides(s, &found)))
            h3 { (cx.ui("duties-conflicts")) }
            (d.told(&conflicts(s, &found)))
            h3 { (cx.ui("comity-heading")) }
            (d.told(&comity_told(s, &found)))
        }
    }
}

const fn duty_class(duty: Option<Duty>) -> &'static str {
    match duty {
        Some(Duty::Must) => "must",
        Some(Duty::MustNot) => "must-not",
        Some(Duty::May) => "may",
        None => "silent",
    }
}

/// The law as each court that may come to decide has to read it today.
pub(super) fn precedents(d: &Desk<'_>) -> Markup {
    let (cx, s, view) = (&d.cx, d.cx.s, d.view);
    let law = LawInPlay::seen(view);
    // What is decided today binds from tomorrow.
    let on = view.clock.today.plus(1);
    let sits = s.stage(view.clock.stage).hearing.as_ref().map(|h| h.court);
    html! {
        section #law aria-labelledby="law-h" {
            h2 #law-h { (cx.with("law-on", &[("date", cx.words.date(view.clock.today).into())])) }
            p { (cx.ui("law-about")) }
            @for (case, court) in dockets(s) {
                @let question = s.cases[case.ix()].question;
                @let facts = s.record(case, &view.numbers, None);
                @let readings = law.readings(&s.law, court, question, &facts, on);
                h3 { (cx.say(&Say::new("law-case-court").with("case", Arg::Case(case)).with("court", Arg::Court(court)))) }
                @if let Happened::Constraint { requires, holdings, apart, nearest, .. } = law.requirement(case, question, court, &facts, on) {
                    p.law { (cx.say(&lang::law::requirement(requires, &holdings, &apart, nearest))) }
                }
                @if readings.is_empty() { p { (cx.ui("law-nothing")) } }
                @if !readings.is_empty() {
                    details open[sits == Some(court)] {
                        summary { (cx.with("page-holdings", &[("count", readings.len().into())])) }
                        ul.readings { @for r in &readings { (reading(d, r)) } }
                    }
                }
            }
            @let borders = borders_says(s, &view.numbers);
            @if !s.states.is_empty() && !borders.is_empty() {
                h3 { (cx.ui("borders-heading")) }
                ul { @for line in &borders { li { (cx.say(line)) } } }
            }
        }
    }
}

fn reading(d: &Desk<'_>, r: &Reading) -> Markup {
    let cx = &d.cx;
    let (class, reach) = match r.reach {
        Reach::Binds(_) => ("binds", cx.ui("law-binds")),
        Reach::Persuades => ("persuades", cx.ui("law-persuades")),
        Reach::Gone(standing) => ("gone", cx.with("law-gone", &[("status", cx.ui(lang::law::standing(standing)).into())])),
    };
    let citation = match r.authority {
        crate::model::Authority::Decided(ix) => cx.s.law.precedent(ix).citation.as_str(),
        crate::model::Authority::Made(..) => "",
    };
    let weighs = r.weighs();
    html! {
        li.(class) {
            span.chip { (reach) } " " (cx.say(&r.say()))
            @if weighs.is_some() || !citation.is_empty() {
                details {
                    summary { (cx.ui("page-weight")) }
                    @if let Some(say) = &weighs { p { (cx.say(say)) } }
                    (cx.source(citation))
                }
            }
        }
    }
}
