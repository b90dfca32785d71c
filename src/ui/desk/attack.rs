//! The other side's arguments, and what can be said against the cases they cite.

use crate::model::{Action, FactorIx, Ground};
use crate::seat::{Pleaded, SeatView, attackable, check, nameable};
use crate::ui::cmd::Cmd;
use crate::ui::cx::Cx;
use crate::ui::parts::{caption, choice, refusal, row, soft, source, strong};
use crate::ui::theme;
use egui::Ui;

/// Opposing arguments with the attacks open on each.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, out: &mut Vec<Cmd>) {
    let Some(side) = cx.s.seats[view.seat.ix()].side else { return };
    if view.sitting.pleaded.is_empty() {
        return;
    }
    ui.add_space(4.0);
    theme::heading(ui, &cx.ui("window-arguments-made"));
    let targets: Vec<&Pleaded> = attackable(&view.sitting.pleaded, side).collect();
    // What can be attacked comes first.
    let (theirs, others): (Vec<&Pleaded>, Vec<&Pleaded>) = view.sitting.pleaded.iter().partition(|p| targets.contains(p));
    for pleaded in theirs.into_iter().chain(others) {
        theme::card(ui, |ui| {
            argument(ui, cx, pleaded);
            if targets.contains(&pleaded) {
                grounds(ui, cx, view, pleaded, out);
            }
        });
    }
}

/// An argument as it was made.
pub(super) fn argument(ui: &mut Ui, cx: &Cx<'_>, pleaded: &Pleaded) {
    let p = theme::palette(ui);
    let pleading = &pleaded.pleading;
    theme::role_badge(ui, cx.role(pleaded.by), cx.seat(pleaded.by));
    strong(ui, cx.text(&cx.s.issues[pleading.issue.ix()].title));
    row(ui, |ui| {
        theme::chip(ui, &cx.side(pleaded.side), p.ink_soft);
        theme::chip(ui, &cx.with("argue-points", &[("points", pleaded.points.into())]), p.ink);
        if pleaded.undercut || pleaded.sunk {
            theme::chip(ui, &cx.ui("argue-falls"), p.bad);
        }
    });
    let names: Vec<&str> = pleading.factors.iter().map(|f| cx.factor(f)).collect();
    caption(ui, &cx.words.list(&names));
    if let Some(a) = pleading.authority {
        let case = cx.s.law.precedent(a);
        caption(ui, &cx.with("window-cites", &[("case", case.name.as_str().into())]));
        if pleading.faced {
            caption(ui, &cx.ui("window-faced"));
        }
    }
    if let Some(claim) = pleading.quote {
        caption(ui, &cx.with("window-plan-quote", &[("what", cx.text(&cx.s.claim(claim).text).into())]));
    }
}

fn grounds(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, pleaded: &Pleaded, out: &mut Vec<Cmd>) {
    let p = theme::palette(ui);
    let issue = pleaded.pleading.issue;
    let Some(authority) = pleaded.pleading.authority else { return };
    let case = cx.s.law.precedent(authority);
    theme::section(ui, &cx.ui("argue-attack"), |ui| {
        strong(ui, &case.name);
        caption(ui, &case.holding);
        source(ui, cx, &case.citation);
        let facts: Vec<&str> = case.facts.iter().map(|f| cx.factor(f)).collect();
        caption(ui, &cx.with("window-cited-facts", &[("facts", cx.words.list(&facts).into())]));
        soft(ui, &cx.ui("window-attack-help"));
        strong(ui, &cx.ui("window-apart"));
        let planned = view.plan.iter().position(|a| matches!(a, Action::Attack(i, _) if *i == issue));
        let free = planned.map(|at| super::without(view, at));
        let seen = free.as_ref().unwrap_or(view);
        let difference = |f: FactorIx| (Ground::Difference(f), cx.factor(f).to_owned(), cx.s.law.factor(f).text.clone());
        let named: Vec<_> = nameable(cx.s, &view.numbers, authority).iter().map(difference).collect();
        let status = (Ground::Status, cx.ui("argue-attack-status"), String::new());
        if let Err(why) = check(seen, &Action::Attack(issue, Ground::Status)) {
            refusal(ui, cx, &why);
        }
        for (ground, name, about) in named.into_iter().chain([status]) {
            let action = Action::Attack(issue, ground);
            let on = planned.is_some_and(|at| view.plan[at] == action);
            let enabled = check(seen, &action).is_ok();
            let button = choice(ui, on, enabled, &name, p.action);
            if button.clicked() {
                out.push(match planned {
                    Some(at) if on => Cmd::Replan(at, None),
                    Some(at) => Cmd::Replan(at, Some(action)),
                    None => Cmd::Act(action),
                });
            }
            caption(ui, &about);
        }
    });
}
