//! The docket: cases and what the law makes of them, arguments on the table, instruments, data, holdings.

use super::cx::Desk;
use super::desk::forced;
use crate::lang;
use crate::model::{CaseIx, DataKind, InstrumentStatus, IssueIx, Side};
use crate::seat::{Held, Pleaded};
use maud::{Markup, html};

/// The section.
pub(super) fn section(d: &Desk<'_>) -> Markup {
    let (cx, view) = (&d.cx, d.view);
    html! {
        section #docket aria-labelledby="docket-h" {
            h2 #docket-h { (cx.ui("docket-heading")) }
            div.grid { @for i in 0..cx.s.cases.len() { (case(d, i)) } }
            (arguments(d))
            (instruments(d))
            (items(d))
            h3 { (cx.ui("docket-holdings")) }
            @if view.holdings.is_empty() { p { (cx.ui("docket-no-holdings")) } }
            ul.cards { @for held in view.holdings.iter().rev() { li.card { (holding(&d.cx, held)) } } }
        }
    }
}

fn case(d: &Desk<'_>, i: usize) -> Markup {
    let (cx, view, case) = (&d.cx, d.view, &d.cx.s.cases[i]);
    html! {
        div.card {
            p.kicker { (cx.ui(if i == 0 { "docket-main" } else { "docket-sister" })) }
            h3 { (cx.text(&case.title)) }
            (cx.para(cx.text(&case.text)))
            p { strong { (cx.ui("docket-question")) ": " } (cx.prose(&cx.s.law.questions[case.question.ix()].text)) }
            @let court = cx.s.stage(view.clock.stage).hearing.as_ref().filter(|_| i == 0).map_or(case.court, |h| h.court);
            p { (cx.with("docket-court", &[("court", cx.s.law.court(court).name.as_str().into())])) }
            @if i == 0 { p { strong { (cx.say(&crate::seat::judgment(view, "docket-judgment"))) } } }
            p.law { (cx.say(&forced(d, CaseIx::new(i)))) }
            @if let Some(side) = Side::of(view.numbers[case.persuaded.ix()]) {
                p { (cx.with("docket-persuaded", &[("side", cx.side(side).into())])) }
            }
            details {
                summary { (cx.ui("docket-facts")) }
                ul { @for f in &cx.s.record(CaseIx::new(i), &view.numbers, None) { li { (cx.s.law.factor(f).text) " (" (cx.side(cx.s.law.factor(f).side)) ")" } } }
            }
            @if case.invented { (cx.chip("desk-invented")) }
        }
    }
}

/// The arguments on the table, by issue, and which stand.
fn arguments(d: &Desk<'_>) -> Markup {
    let (cx, pleaded) = (&d.cx, &d.view.sitting.pleaded);
    let on = |i: usize| pleaded.iter().filter(move |p| p.pleading.issue.ix() == i);
    html! {
        @if !pleaded.is_empty() {
            h3 { (cx.ui("window-arguments-made")) }
            @for (i, issue) in cx.s.issues.iter().enumerate().filter(|(i, _)| on(*i).next().is_some()) {
                h4 { (cx.text(&issue.title)) }
                ul.cards { @for p in on(i) { li.card { (argument(d, IssueIx::new(i), p)) } } }
            }
        }
    }
}

fn argument(d: &Desk<'_>, issue: IssueIx, p: &Pleaded) -> Markup {
    let cx = &d.cx;
    let state = d.view.sitting.standing.iter().find(|x| x.issue == issue).map(|x| match x.side {
        Some(side) if side == p.side => "argue-stands",
        Some(_) => "argue-falls",
        None => "argue-undecided",
    });
    html! {
        p { (cx.badge(p.by)) " " span.chip { (cx.with("argue-points", &[("points", p.points.into())])) } @if let Some(key) = state { " " (cx.chip(key)) } }
        p { strong { (cx.say(&crate::model::Say::new("argue-side").with("side", crate::model::Arg::Side(p.side)))) } ": " (cx.factors(p.pleading.factors.iter())) "." }
        @if let Some(a) = p.pleading.authority {
            p { (cx.with("window-cites", &[("case", cx.s.law.precedent(a).name.as_str().into())])) "." @if p.pleading.faced { " " (cx.ui("window-faced")) } }
        }
        @if let Some(c) = p.pleading.quote { p { (cx.with("window-plan-quote", &[("what", cx.text(&cx.s.claim(c).text).into())])) } }
    }
}

fn instruments(d: &Desk<'_>) -> Markup {
    let cx = &d.cx;
    let asked: Vec<_> =
        cx.s.instruments.iter().zip(&d.view.instruments).filter(|(_, s)| **s != InstrumentStatus::Unasked).collect();
    html! {
        @if !asked.is_empty() {
            div.wide {
                table {
                    caption { (cx.ui("docket-instruments")) }
                    thead { tr { th scope="col" { (cx.ui("page-instrument")) } th scope="col" { (cx.ui("page-from-to")) } th scope="col" { (cx.ui("page-status")) } th scope="col" { (cx.ui("page-source")) } } }
                    tbody {
                        @for (instrument, status) in asked {
                            tr {
                                th scope="row" { (cx.text(&instrument.title)) }
                                td { (cx.with("window-from-to", &[("from", cx.seat(instrument.from).into()), ("to", cx.seat(instrument.to).into())])) }
                                td { (cx.ui(lang::log::instrument(*status))) }
                                td { (instrument.source) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn items(d: &Desk<'_>) -> Markup {
    let cx = &d.cx;
    html! {
        @if !cx.s.items.is_empty() {
            div.wide {
                table {
                    caption { (cx.ui("docket-items")) }
                    thead { tr { th scope="col" { (cx.ui("map-data")) } th scope="col" { (cx.ui("map-other")) } th scope="col" { (cx.ui("page-kind")) } th scope="col" { (cx.ui("page-status")) } } }
                    tbody {
                        @for (item, produced) in cx.s.items.iter().zip(&d.view.produced) {
                            tr {
                                th scope="row" { (cx.text(&item.title)) }
                                td { (cx.s.places.get(item.place).map_or("", |p| cx.text(&p.title))) }
                                td { (cx.ui(if item.kind == DataKind::Content { "docket-content" } else { "docket-non-content" })) }
                                td { (cx.ui(if *produced { "docket-produced" } else { "docket-not-produced" })) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A holding of the match, with its reason and status.
pub(in crate::html) fn holding(cx: &super::Cx<'_>, held: &Held) -> Markup {
    html! {
        p.title { (cx.s.law.court(held.court).name) }
        p.kicker { (cx.with("docket-decided", &[("date", cx.words.date(held.decided_on).into())])) " · " (cx.text(&cx.s.cases[held.case.ix()].title)) }
        p { span.chip { (cx.side(held.side)) } " " span.chip { (cx.ui(lang::law::standing(held.standing()))) } }
        p { (cx.with("docket-because", &[("holdings", cx.factors(held.reason.iter()).into())])) "." }
    }
}
