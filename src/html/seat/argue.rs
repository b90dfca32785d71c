//! The argument builder, an issue a form: reasons, an earlier case, its differences, a quote. And attacks on what the others cite.

use super::cx::Desk;
use crate::html::form::{ARGUE, AUTHORITY, DO, FACE, FACTOR, ISSUE, QUOTE};
use crate::lang;
use crate::model::{Action, CaseIx, ClaimIx, FactorIx, Ground, IssueIx, Pleading, PrecedentIx, Side};
use crate::seat::{self, LawInPlay, Pleaded, attackable, check, differences, may_plead, nameable, pleadable};
use maud::{Markup, html};

/// The builder, where the seat may argue now.
pub(super) fn builder(d: &Desk<'_>) -> Markup {
    let (cx, view) = (&d.cx, d.view);
    let Some(side) = cx.s.seats[view.seat.ix()].side.filter(|_| may_plead(cx.s, &view.numbers, &view.clock)) else {
        return html! {};
    };
    html! {
        section.decision {
            h3 { (cx.ui("argue-heading")) }
            p { (cx.with("brief-argues", &[("side", cx.side(side).into())])) }
            @for i in 0..cx.s.issues.len() { (issue(d, IssueIx::new(i), side)) }
        }
    }
}

fn issue(d: &Desk<'_>, ix: IssueIx, side: Side) -> Markup {
    let (cx, view) = (&d.cx, d.view);
    let issue = &cx.s.issues[ix.ix()];
    let factors = pleadable(cx.s, &view.numbers, ix, side);
    let plead = |authority| Pleading { issue: ix, factors: factors.clone(), authority, faced: false, quote: None };
    let shut = check(view, &Action::Argue(plead(None))).err();
    html! {
        div.card.argue {
            h4 { (cx.text(&issue.title)) }
            (cx.para(cx.text(&issue.text)))
            @if view.plan.iter().any(|a| matches!(a, Action::Argue(p) if p.issue == ix)) {
                p.planned { (cx.ui("window-in-plan")) }
            } @else if let Some(refusal) = &shut {
                (cx.refusal(refusal))
            } @else {
                (d.form("build", &html! {
                    input type="hidden" name=(ISSUE) value=(issue.id);
                    (reasons(d, ix, side))
                    (authority(d, side, &plead))
                    (quote(d, ix, side))
                    p.row {
                        button.do type="submit" name=(DO) value=(ARGUE) { (cx.with("page-argue", &[("issue", cx.text(&issue.title).into())])) }
                        " " span.note { (cx.with("desk-cost", &[("cost", 1.into())])) }
                    }
                }))
            }
        }
    }
}

fn reasons(d: &Desk<'_>, ix: IssueIx, side: Side) -> Markup {
    let (cx, view) = (&d.cx, d.view);
    let proved = cx.s.cases.first().map(|_| cx.s.record(CaseIx(0), &view.numbers, None)).unwrap_or_default();
    html! {
        fieldset {
            legend { (cx.ui("argue-factors")) }
            @for f in &pleadable(cx.s, &view.numbers, ix, side) {
                @let factor = cx.s.law.factor(f);
                @let points = cx.with("argue-points", &[("points", cx.s.weight(f, &view.numbers).into())]);
                label.pick {
                    input type="checkbox" name=(FACTOR) value=(factor.id) checked;
                    span { (factor.text) " " small { "(" (points) "; " (cx.ui(if proved.contains(f) { "argue-proved" } else { "argue-open" })) ")" } }
                }
                @for told in seat::duties::support_told(view, f) { p.note { (cx.say(&told)) } }
            }
        }
    }
}

fn authority(d: &Desk<'_>, side: Side, plead: &impl Fn(Option<PrecedentIx>) -> Pleading) -> Markup {
    let (cx, view) = (&d.cx, d.view);
    let all: Vec<PrecedentIx> = seat::citable(view, plead(None).issue, side).collect();
    let law = LawInPlay::seen(view);
    let score = |p: &Pleading| {
        seat::score_in(view, p).map(|score| {
            let (total, most) = score.total();
            html! {
                details {
                    summary { (cx.with("score-heading", &[("total", total.into()), ("most", most.into())])) }
                    ul { @for line in score.says(&law) { li { (cx.say(&line)) } } }
                    p.note { (cx.ui("score-about")) }
                }
            }
        })
    };
    html! {
        @if all.is_empty() {
            @if let Some(score) = score(&plead(None)) { (score) }
        } @else {
            fieldset {
                legend { (cx.ui("argue-authority")) }
                label.pick { input type="radio" name=(AUTHORITY) value="" checked; span { (cx.ui("argue-no-authority")) } }
                @for a in all {
                    @let case = cx.s.law.precedent(a);
                    label.pick {
                        input type="radio" name=(AUTHORITY) value=(case.id);
                        span { strong { (case.name) } " " small { "(" (cx.with("docket-decided", &[("date", cx.words.date(case.decided_on).into())])) ")" } }
                    }
                    div.under {
                        p { (cx.prose(&case.holding)) }
                        (cx.source(&case.citation))
                        @let standing = seat::standing(&cx.s.law, &view.fallen, a, view.clock.date);
                        @if !standing.is_good() { p.refused { (cx.ui(lang::law::standing(standing))) } }
                        @let apart = differences(cx.s, &view.numbers, a);
                        @if apart.is_empty() {
                            p.note { (cx.ui("window-no-difference")) }
                        } @else {
                            p.note { (cx.with("window-differences", &[("factors", cx.factors(apart.iter()).into())])) }
                        }
                        @if let Some(score) = score(&plead(Some(a))) { (score) }
                    }
                }
                @if view.effort >= 2 {
                    label.pick { input type="checkbox" name=(FACE) value="1"; span { (cx.ui("argue-face")) } }
                    p.note { (cx.ui("argue-face-about")) }
                }
            }
        }
    }
}

fn quote(d: &Desk<'_>, ix: IssueIx, side: Side) -> Markup {
    let (cx, view) = (&d.cx, d.view);
    let helps = |c: &ClaimIx| {
        cx.s.claim(*c).supports == Some((side, ix)) && view.out(*c) && !view.press[c.ix()].quoted && !view.quoted_now
    };
    let all: Vec<ClaimIx> = (0..cx.s.claims.len()).map(ClaimIx::new).filter(helps).collect();
    html! {
        @if !all.is_empty() {
            fieldset {
                legend { (cx.ui("argue-quote")) }
                p.note { (cx.ui("press-warning")) }
                label.pick { input type="radio" name=(QUOTE) value="" checked; span { (cx.ui("argue-no-authority")) } }
                @for c in all {
                    label.pick {
                        input type="radio" name=(QUOTE) value=(cx.s.claim(c).id);
                        span { (cx.text(&cx.s.claim(c).text)) " " (super::press::known(d, c)) }
                    }
                }
            }
        }
    }
}

/// What can be said against the cases that the other side cites.
pub(super) fn attacks(d: &Desk<'_>) -> Markup {
    let (cx, view) = (&d.cx, d.view);
    let Some(side) = cx.s.seats[view.seat.ix()].side else { return html! {} };
    let open: Vec<(&Pleaded, PrecedentIx)> = attackable(&view.sitting.pleaded, side)
        .filter(|p| check(view, &Action::Attack(p.pleading.issue, Ground::Status)).is_ok())
        .filter_map(|p| p.pleading.authority.map(|a| (p, a)))
        .collect();
    html! {
        @if !open.is_empty() {
            section.decision {
                h3 { (cx.ui("argue-attack")) }
                p { (cx.ui("window-attack-help")) }
                @for (p, authority) in open {
                    @let issue = p.pleading.issue;
                    @let case = cx.s.law.precedent(authority);
                    div.card {
                        h4 { (case.name) " " small { (cx.text(&cx.s.issues[issue.ix()].title)) } }
                        p { (cx.prose(&case.holding)) }
                        (cx.source(&case.citation))
                        @let named: Vec<FactorIx> = nameable(cx.s, &view.numbers, authority).iter().collect();
                        (d.form("stack", &html! {
                            p { strong { (cx.ui("window-apart")) } }
                            ul.plain {
                                @for f in named {
                                    @let label = cx.with("argue-attack-difference", &[("factor", cx.s.law.factor(f).text.as_str().into())]);
                                    li { (d.button(&Action::Attack(issue, Ground::Difference(f)), &label, "small", None)) }
                                }
                                li { (d.button(&Action::Attack(issue, Ground::Status), &cx.ui("argue-attack-status"), "small", None)) }
                            }
                        }))
                    }
                }
            }
        }
    }
}
