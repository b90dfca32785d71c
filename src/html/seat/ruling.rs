//! The ruling: what binds the judge, what stands, what each side's victory would bring, and a form a side for the reasons.

use super::cx::Desk;
use crate::html::form::{DO, FACTOR, RULE, SIDE};
use crate::lang;
use crate::model::{Action, Effect, FactorIx, FactorSet, Happened, Hearing, Role, Side, VarIx, VarKind};
use crate::seat::{self, Refusal, Shift, Why, hearing, legal_actions, reasons, rulable, ruling_due};
use maud::{Markup, html};

/// The form, where a ruling is due from this seat.
pub(super) fn form(d: &Desk<'_>) -> Markup {
    let (cx, view) = (&d.cx, d.view);
    let court = cx.s.seats[view.seat.ix()].role == Role::Court && ruling_due(cx.s, &view.numbers, &view.clock);
    let Some(held) = hearing(cx.s, &view.numbers, &view.clock).filter(|_| court) else { return html! {} };
    let planned = view.plan.iter().find_map(|a| if let Action::Rule(side, reason) = a { Some((*side, reason)) } else { None });
    html! {
        section.decision {
            h3 { (cx.ui("ruling-heading")) }
            @if let Some((side, reason)) = planned {
                div.card {
                    p.planned { (cx.with("window-plan-rule", &[("what", cx.side(side).into())])) }
                    p { (cx.with("docket-because", &[("holdings", cx.factors(reason.iter()).into())])) }
                    (ahead(d, held, side, reason))
                }
            } @else {
                (bench(d, held))
                @let may = rulable(cx.s, &view.numbers, &view.sitting.standing);
                @for (side, may) in Side::BOTH.into_iter().zip(may) { (one(d, held, side, may)) }
            }
        }
    }
}

/// What binds the judge, who sits beside, what stands.
fn bench(d: &Desk<'_>, held: &Hearing) -> Markup {
    let (cx, view) = (&d.cx, d.view);
    let constraint = seat::preview_ruling(view, (held.case, held.court), Side::Compel, &FactorSet::new()).constraint;
    html! {
        div.card {
            h4 { (cx.s.law.court(held.court).name) }
            @if let Some(judge) = view.sitting.card.and_then(|c| cx.s.judge(c)) {
                p { strong { (cx.with("ruling-card", &[("card", cx.text(&judge.title).into())])) } }
                ul.effects {
                    li { (cx.words.leaning(judge.leaning)) }
                    li { (cx.with("window-cares", &[("issue", cx.text(&cx.s.issues[judge.cares.ix()].title).into())])) }
                }
            }
            p { (cx.say(&seat::judgment(view, "ruling-below"))) }
            @if let Happened::Constraint { requires, holdings, apart, nearest, .. } = &constraint {
                p.law { (cx.say(&lang::law::requirement(*requires, holdings, apart, *nearest))) }
            }
            @if view.numbers[cx.s.own.defied.ix()] != 0 { p { (cx.ui("ruling-below-defied")) } }
            @if !view.sitting.colleagues.is_empty() {
                @let cares: Vec<&str> = view.sitting.colleagues.iter().map(|i| cx.text(&cx.s.issues[i.ix()].title)).collect();
                p { (cx.ui("ruling-colleagues")) ": " (cx.words.list(&cares)) }
                p.note { (cx.ui("window-colleagues-about")) }
            }
        }
    }
}

/// What effects do to the numbers that the seat sees.
fn run(d: &Desk<'_>, effects: &[&[Effect]]) -> Vec<Shift> {
    let (s, view) = (d.cx.s, d.view);
    let mut after = view.numbers.clone();
    for e in effects {
        seat::run(s, e, &mut after, &mut |_| ());
    }
    let watched = |v: &VarIx| s.var(*v).kind != VarKind::Flag && !s.var(*v).title.is_empty() && view.sees(*v);
    let vars = (0..after.len()).map(VarIx::new).filter(|v| after[v.ix()] != view.numbers[v.ix()] && watched(v));
    vars.map(|var| Shift { var, from: view.numbers[var.ix()], to: after[var.ix()] }).collect()
}

fn shifts(d: &Desk<'_>, all: &[Shift]) -> Markup {
    html! { @if !all.is_empty() { ul.effects { @for shift in all { li { (d.cx.shift(shift)) } } } } }
}

fn one(d: &Desk<'_>, held: &Hearing, side: Side, may: bool) -> Markup {
    let (cx, view) = (&d.cx, d.view);
    let label = match cx.s.party(side) {
        Some(seat) => cx.with("window-rule-for", &[("seat", cx.seat(seat).into()), ("side", cx.side(side).into())]),
        None => cx.with("window-plan-rule", &[("what", cx.side(side).into())]),
    };
    if !may {
        return html! { div.card.closed { h4 { (label) } (cx.refusal(&Refusal::play(Why::NothingStands))) } };
    }
    let stands: Vec<&str> = view
        .sitting
        .standing
        .iter()
        .filter(|x| x.side == Some(side))
        .map(|x| cx.text(&cx.s.issues[x.issue.ix()].title))
        .collect();
    let outcome: &[Effect] = if side == Side::Compel { &held.compel } else { &held.resist };
    let undoes = Side::of(view.numbers[cx.s.own.leading.ix()]).is_some_and(|below| below != side);
    let mut all = vec![outcome, if undoes { &held.differs } else { &[] }];
    all.extend(seat::reasoning_effects(cx.s, &view.numbers, &view.sitting.standing, held.case, side, &FactorSet::new()));
    html! {
        div.card {
            h4 { (label) }
            @if stands.is_empty() {
                p { (cx.ui("window-only-below")) }
            } @else {
                p { (cx.with("window-stands-for", &[("issues", cx.words.list(&stands).into())])) }
            }
            p { strong { (cx.ui("window-if-court")) } }
            (shifts(d, &run(d, &all)))
            (lookahead(d, held, side))
            (d.form("build", &html! {
                input type="hidden" name=(SIDE) value=(ron::to_string(&side).unwrap_or_default());
                (reasons_of(d, side))
                p.row { button.do type="submit" name=(DO) value=(RULE) { (label) } }
            }))
        }
    }
}

fn reasons_of(d: &Desk<'_>, side: Side) -> Markup {
    let (cx, view) = (&d.cx, d.view);
    let (named, anchors) = reasons(cx.s, &view.numbers, &view.sitting.pleaded, &view.sitting.standing, side);
    let anchored = anchors.intersection(&named);
    // The first length that has room for every reason is the last that can be chosen.
    let mut lengths = Vec::new();
    for (most, cost, effects) in cx.s.bench.iter().flat_map(|b| &b.lengths) {
        lengths.push((usize::from(*most).min(named.len()), *cost, effects.as_slice()));
        if usize::from(*most) >= named.len() {
            break;
        }
    }
    let touches = |f: FactorIx| view.sitting.colleagues.iter().any(|i| cx.s.issues[i.ix()].factors.contains(&f));
    html! {
        fieldset {
            legend { (cx.ui("ruling-choose-reason")) }
            @if !anchors.is_empty() { p.note { (cx.ui("ruling-anchor")) } }
            @for (key, set) in [("ruling-stands", anchored.clone()), ("ruling-record", named.difference(&anchored))] {
                @if !set.is_empty() {
                    p.kicker { (cx.ui(key)) }
                    @for f in &set {
                        label.pick {
                            input type="checkbox" name=(FACTOR) value=(cx.s.law.factor(f).id);
                            span { (cx.s.law.factor(f).text) @if touches(f) { " •" } }
                        }
                    }
                }
            }
            @if !view.sitting.colleagues.is_empty() { p.note { (cx.ui("window-colleague-mark")) } }
            p.note { (cx.ui("ruling-length-about")) }
            ul.lengths {
                @for (fits, cost, effects) in lengths {
                    li { (cx.with("text-length", &[("count", fits.into()), ("cost", cost.into())])) (shifts(d, &run(d, &[effects]))) }
                }
            }
        }
    }
}

/// What rulings of a short, a middling and a long reason would do with earlier holdings.
fn lookahead(d: &Desk<'_>, held: &Hearing, side: Side) -> Markup {
    let cx = &d.cx;
    let all: Vec<FactorSet> = legal_actions(d.view)
        .into_iter()
        .filter_map(|a| if let Action::Rule(x, reason) = a { (x == side).then_some(reason) } else { None })
        .collect();
    html! {
        @if !all.is_empty() {
            details {
                summary { (cx.ui("ruling-effects")) }
                ul { @for reason in &all { li { p { (cx.with("docket-because", &[("holdings", cx.factors(reason.iter()).into())])) } (ahead(d, held, side, reason)) } } }
            }
        }
    }
}

fn ahead(d: &Desk<'_>, held: &Hearing, side: Side, reason: &FactorSet) -> Markup {
    let found = seat::preview_ruling(d.view, (held.case, held.court), side, reason);
    html! { ul { @for say in found.says() { li { (d.cx.say(&say)) } } } }
}
