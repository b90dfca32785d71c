//! The desk: what the seat may do now, each with its exact effects and its source; then its plan; then what is closed, and why.

use super::cx::Desk;
use super::{argue, ruling};
use crate::model::{Action, Arg, Beat, ClaimIx, DecisionIx, Doable, MoveIx, OfferIx, Say, Side};
use crate::seat::{self, Closed, Question, Refusal, check, closed, legal_actions, open_decisions};
use maud::{Markup, html};

/// The section.
pub(super) fn section(d: &Desk<'_>) -> Markup {
    let (cx, view) = (&d.cx, d.view);
    let stage = cx.s.stage(view.clock.stage);
    let mine = view.me().awaited && !view.me().closed && view.clock.over.is_none();
    html! {
        section #desk aria-labelledby="desk-h" {
            h2 #desk-h { (cx.ui("desk-heading")) }
            @if d.post.is_none() { p.note { (cx.ui("page-copy")) } }
            div.stage {
                p.kicker { (cx.ui("page-stage")) }
                p.stage-title { (cx.text(&stage.title)) }
                (cx.illustration(stage.picture))
                (cx.para(cx.text(&stage.text)))
            }
            @if let Some(over) = view.clock.over {
                @let ending = &cx.s.endings[over.ix()];
                div.card.over {
                    h3 { (cx.ui("clock-over")) }
                    p { strong { (cx.text(&ending.title)) } }
                    (cx.para(cx.text(&ending.text)))
                }
            } @else if mine {
                p.turn { strong { (cx.ui("clock-your-turn")) } " " (cx.ui(beat_about(view.clock.beat))) }
                (open(d))
            } @else {
                p.turn { (waiting(d)) }
                @if !view.plan.is_empty() { (plan(d)) }
            }
        }
    }
}

/// What a step is for.
pub(super) const fn beat_about(beat: Beat) -> &'static str {
    match beat {
        Beat::Open => "beat-open-about",
        Beat::Plan => "beat-plan-about",
        Beat::Answer => "beat-answer-about",
        Beat::Rule => "beat-rule-about",
        Beat::Reckon => "beat-reckon-about",
    }
}

fn waiting(d: &Desk<'_>) -> String {
    let awaited = d.view.seats.iter().enumerate().filter(|(_, o)| o.awaited && !o.closed);
    let names: Vec<&str> = awaited.map(|(i, _)| d.cx.text(&d.cx.s.seats[i].name)).collect();
    d.cx.with("clock-waiting", &[("seats", d.cx.words.list(&names).into())])
}

fn open(d: &Desk<'_>) -> Markup {
    let legal = legal_actions(d.view);
    let shut = closed(d.view);
    let decisions: Vec<DecisionIx> = open_decisions(d.cx.s, &d.view.numbers, &d.view.clock, d.view.seat).collect();
    html! {
        (ruling::form(d))
        @for offer in d.view.offers.iter().filter(|o| d.cx.s.offer(**o).to == d.view.seat) { (answer(d, *offer)) }
        @for decision in decisions { (put(d, decision, &shut)) }
        (argue::attacks(d))
        (argue::builder(d))
        (moves(d, &legal))
        (offers(d, &legal))
        (press(d, &legal))
        (plan(d))
        (not_open(d, &shut))
    }
}

/// A card with a button: an option or a move, under an id of its own.
fn card(d: &Desk<'_>, id: &str, action: &Action, act: &Doable) -> Markup {
    let form = html! {
        (d.button(action, d.cx.text(&act.title), "do", Some(id)))
        div id=(id) { (said(d, action, act)) }
    };
    html! { li.card { (d.form("act", &form)) } }
}

fn said(d: &Desk<'_>, action: &Action, act: &Doable) -> Markup {
    html! { (d.cx.para(d.cx.text(&act.text))) (d.effects(action, act)) (d.cx.source(&act.source)) }
}

/// A card without a button: closed, or in the plan already.
fn still(d: &Desk<'_>, action: &Action, act: &Doable, state: &Markup) -> Markup {
    html! { li.card.closed { p.title { (d.cx.text(&act.title)) } (state) (said(d, action, act)) } }
}

fn put(d: &Desk<'_>, ix: DecisionIx, shut: &[Closed]) -> Markup {
    let (cx, view) = (&d.cx, d.view);
    let decision = cx.s.decision(ix);
    let planned = view.plan.iter().any(|a| matches!(a, Action::Choose(x, _) if *x == ix));
    html! {
        section.decision {
            h3 { (cx.text(&decision.title)) }
            (cx.para(cx.text(&decision.text)))
            @if let Some(case) = decision.file { p.law { (cx.say(&forced(d, case))) } }
            ul.cards {
                @for (o, choice) in decision.options.iter().enumerate() {
                    @let action = Action::Choose(ix, u16::try_from(o).unwrap_or(u16::MAX));
                    @let refused = shut.iter().find(|c| c.action == action);
                    @if view.plan.contains(&action) {
                        (still(d, &action, &choice.act, &html! { p.planned { (cx.ui("window-in-plan")) } }))
                    } @else if let Some(closed) = refused {
                        (still(d, &action, &choice.act, &cx.refusal(&closed.refusal)))
                    } @else if planned {
                        (still(d, &action, &choice.act, &cx.refusal(&Refusal::play(seat::Why::Decided))))
                    } @else {
                        (card(d, &format!("choice-{}-{o}", ix.0), &action, &choice.act))
                    }
                }
            }
        }
    }
}

/// What precedent forces in a case now.
pub(super) fn forced(d: &Desk<'_>, case: crate::model::CaseIx) -> Say {
    match Side::of(d.view.numbers[d.cx.s.cases[case.ix()].forced.ix()]) {
        Some(side) => Say::new("docket-forced").with("side", Arg::Side(side)),
        None => Say::new("docket-free"),
    }
}

fn answer(d: &Desk<'_>, ix: OfferIx) -> Markup {
    let (cx, offer) = (&d.cx, d.cx.s.offer(ix));
    let said_yes = Action::Respond(ix, true);
    let planned = d.view.plan.iter().find(|a| matches!(a, Action::Respond(o, _) if *o == ix));
    html! {
        section.decision {
            h3 { (cx.say(&Say::new("text-offer-from").with("seat", Arg::Seat(offer.from)).with("offer", Arg::Offer(ix)))) }
            div.card {
                (cx.para(cx.text(&offer.act.text)))
                p { strong { (cx.ui("offers-if-accepted")) } }
                (d.effects(&said_yes, &offer.act))
                (cx.source(&offer.act.source))
                @if let Some(action) = planned {
                    p.planned { (cx.title(action)) ": " (cx.ui("window-in-plan")) }
                } @else if let Err(refusal) = check(d.view, &said_yes) {
                    (cx.refusal(&refusal))
                } @else {
                    (d.form("row", &html! {
                        (d.button(&said_yes, &cx.title(&said_yes), "do", None))
                        @let no = Action::Respond(ix, false);
                        (d.button(&no, &cx.title(&no), "do", None))
                    }))
                }
            }
        }
    }
}

fn moves(d: &Desk<'_>, legal: &[Action]) -> Markup {
    let open: Vec<(&Action, MoveIx)> =
        legal.iter().filter_map(|a| if let Action::Move(m) = a { Some((a, *m)) } else { None }).collect();
    html! {
        @if !open.is_empty() {
            section.decision {
                h3 { (d.cx.ui("desk-moves")) }
                ul.cards { @for (action, m) in open { (card(d, &format!("move-{}", m.0), action, &d.cx.s.side_move(m).act)) } }
            }
        }
    }
}

fn offers(d: &Desk<'_>, legal: &[Action]) -> Markup {
    let open: Vec<(&Action, OfferIx)> =
        legal.iter().filter_map(|a| if let Action::Offer(o) = a { Some((a, *o)) } else { None }).collect();
    let cx = &d.cx;
    html! {
        @if !open.is_empty() {
            section.decision {
                h3 { (cx.ui("offers-make")) }
                p { (cx.ui("offers-talk")) }
                ul.cards {
                    @for (action, o) in open {
                        @let offer = cx.s.offer(o);
                        @let about = format!("offer-{}", o.0);
                        li.card {
                            (d.form("act", &html! {
                                (d.button(action, cx.text(&offer.act.title), "do", Some(&about)))
                                div id=(about) {
                                    p.kicker { (cx.with("window-offer-to", &[("seat", cx.seat(offer.to).into())])) }
                                    (cx.para(cx.text(&offer.act.text)))
                                    p { strong { (cx.ui("offers-if-accepted")) } }
                                    (d.effects(action, &offer.act))
                                    (cx.source(&offer.act.source))
                                }
                            }))
                        }
                    }
                }
            }
        }
    }
}

/// Claims to check or to quote; the stories themselves stand on the press desk.
fn press(d: &Desk<'_>, legal: &[Action]) -> Markup {
    let cx = &d.cx;
    let of = |check: bool| -> Vec<(&Action, ClaimIx)> {
        let pick = |a: &'_ Action| match a {
            Action::Check(c) if check => Some(*c),
            Action::Quote(c) if !check => Some(*c),
            _ => None,
        };
        legal.iter().filter_map(|a| pick(a).map(|c| (a, c))).collect()
    };
    let group = |key, about, all: Vec<(&Action, ClaimIx)>| {
        html! {
            @if !all.is_empty() {
                section.decision {
                    h3 { (cx.ui(key)) }
                    p { (cx.ui(about)) }
                    (d.form("stack", &html! {
                        ul.plain {
                            @for (action, _) in &all { li { (d.button(action, &cx.title(action), "small", None)) } }
                        }
                    }))
                }
            }
        }
    };
    html! {
        (group("press-check", "press-checks-left", of(true)))
        (group("press-quote", "press-warning", of(false)))
    }
}

/// The plan so far, and the button that closes it.
fn plan(d: &Desk<'_>) -> Markup {
    let (cx, view) = (&d.cx, d.view);
    let shut = check(view, &Action::Close).err();
    html! {
        section #plan.plan aria-labelledby="plan-h" {
            h3 #plan-h { (cx.ui(if view.plan.is_empty() { "desk-plan-empty" } else { "desk-plan" })) }
            @if !view.plan.is_empty() {
                ol {
                    @for action in &view.plan {
                        @let cost = seat::effort(cx.s, action);
                        li { (cx.title(action)) @if cost > 0 { " (" (cx.with("desk-cost", &[("cost", cost.into())])) ")" } }
                    }
                }
            }
            p { (cx.with("desk-effort", &[("left", view.effort.into())])) }
            @if let Some(refusal) = &shut { (cx.refusal(refusal)) }
            @let undo = check(view, &Action::Undo).is_ok();
            @if shut.is_none() || undo {
                (d.form("row", &html! {
                    @if shut.is_none() { (d.button(&Action::Close, &cx.ui("desk-close"), "close", Some("close-about"))) }
                    @if undo { (d.button(&Action::Undo, &cx.ui("desk-undo"), "quiet", None)) }
                }))
            }
            @if shut.is_none() {
                p #close-about.note { (cx.ui(crate::seat::unsaid(view, false).unwrap_or_else(|| crate::seat::tip_close(view.clock.beat)))) }
            }
        }
    }
}

/// What is closed and stands nowhere else on the desk.
fn not_open(d: &Desk<'_>, shut: &[Closed]) -> Markup {
    let cx = &d.cx;
    let rest: Vec<&Closed> = shut.iter().filter(|c| !matches!(c.action, Action::Choose(..))).collect();
    html! {
        @if !rest.is_empty() {
            details.shut {
                summary { (cx.with("window-closed-moves", &[("count", rest.len().into())])) }
                ul.plain {
                    @for c in rest {
                        li {
                            @let title = cx.title(&c.action);
                            p.title { (title) }
                            (cx.refusal(&c.refusal))
                            (d.why(&Question::Act(c.action.clone()), &title))
                        }
                    }
                }
            }
        }
    }
}
