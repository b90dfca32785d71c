//! The ruling: which side may win and why, what stands, which reasons, and what their length does.

use super::{Drafts, attack::argument};
use crate::model::{Action, Effect, FactorSet, Hearing, Side};
use crate::seat::{self, SeatView, Shift, check, hearing, reasons, rulable};
use crate::ui::cmd::Cmd;
use crate::ui::cx::{Cx, side_ix};
use crate::ui::parts::{caption, prose, refusal, row, shifts, soft, strong, toggle};
use crate::ui::theme::Fold;
use crate::ui::theme::{self, OptionCard};
use egui::{CollapsingHeader, Ui};

/// The ruling.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, drafts: &mut Drafts, out: &mut Vec<Cmd>) {
    let Some(held) = hearing(cx.s, &view.numbers, &view.clock) else { return };
    theme::heading(ui, &cx.ui("ruling-heading"));
    let planned = view.plan.iter().position(|a| matches!(a, Action::Rule(..)));
    if let Some(Action::Rule(side, reason)) = planned.map(|at| &view.plan[at]) {
        theme::card(ui, |ui| {
            strong(ui, &cx.with("window-plan-rule", &[("what", cx.side(*side).into())]));
            let names: Vec<&str> = reason.iter().map(|f| cx.factor(f)).collect();
            prose(ui, &cx.with("docket-because", &[("holdings", cx.words.list(&names).into())]));
            if let Some(at) = planned
                && theme::button(ui, &cx.ui("desk-undo")).clicked()
            {
                out.push(Cmd::Replan(at, None));
            }
        });
        return;
    }
    theme::card(ui, |ui| court(ui, cx, view, held));
    theme::card(ui, |ui| stands(ui, cx, view));
    theme::heading(ui, &cx.ui("ruling-choose-side"));
    let may = rulable(cx.s, &view.numbers, &view.sitting.standing);
    for side in Side::BOTH {
        side_card(ui, cx, view, held, side, may[side_ix(side)], drafts);
    }
    let Some(side) = drafts.side else { return };
    theme::heading(ui, &cx.ui("ruling-choose-reason"));
    theme::card(ui, |ui| reason(ui, cx, view, side, drafts, out));
}

/// What binds the judge, who sits beside, what the judge cares for.
fn court(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, held: &Hearing) {
    let p = theme::palette(ui);
    let court = cx.s.law.court(held.court);
    theme::role_badge(ui, theme::Role::Court, &court.name);
    if let Some(judge) = view.sitting.card.and_then(|c| cx.s.judge(c)) {
        strong(ui, &cx.with("ruling-card", &[("card", cx.text(&judge.title).into())]));
        row(ui, |ui| {
            theme::chip(ui, &cx.words.leaning(judge.leaning), p.court);
            let cares = cx.text(&cx.s.issues[judge.cares.ix()].title);
            theme::chip(ui, &cx.with("window-cares", &[("issue", cares.into())]), p.court);
        });
    }
    prose(ui, &cx.say(&seat::judgment(view, "ruling-below")));
    let ahead = seat::preview_ruling(view, (held.case, held.court), Side::Compel, &FactorSet::new());
    crate::ui::table::requirement(ui, cx, &ahead.constraint);
    if view.numbers[cx.s.own.defied.ix()] != 0 {
        crate::ui::parts::tinted(ui, &cx.ui("ruling-below-defied"), p.warn);
    }
    if !view.sitting.colleagues.is_empty() {
        theme::section(ui, &cx.ui("ruling-colleagues"), |ui| {
            row(ui, |ui| {
                for issue in &view.sitting.colleagues {
                    theme::chip(ui, cx.text(&cx.s.issues[issue.ix()].title), p.ink_soft);
                }
            });
            caption(ui, &cx.ui("window-colleagues-about"));
        });
    }
}

/// Which argument stands on each issue, and the arguments themselves.
fn stands(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView) {
    let p = theme::palette(ui);
    strong(ui, &cx.ui("ruling-stands"));
    if view.sitting.pleaded.is_empty() {
        soft(ui, &cx.ui("ruling-nothing-stands"));
        return;
    }
    for standing in &view.sitting.standing {
        let issue = cx.text(&cx.s.issues[standing.issue.ix()].title);
        row(ui, |ui| {
            prose(ui, issue);
            match standing.side {
                Some(side) => theme::chip(ui, &cx.side(side), p.court),
                None => theme::chip(ui, &cx.ui("argue-undecided"), p.ink_soft),
            };
        });
    }
    CollapsingHeader::new(cx.ui("window-arguments-made")).fold(ui, |ui| {
        for pleaded in &view.sitting.pleaded {
            argument(ui, cx, pleaded);
            ui.add_space(6.0);
        }
    });
}

/// What effects do, on the numbers the seat sees.
fn run(cx: &Cx<'_>, view: &SeatView, effects: &[&[Effect]]) -> Vec<Shift> {
    let mut after = view.numbers.clone();
    for e in effects {
        seat::run(cx.s, e, &mut after, &mut |_| ());
    }
    let vars = (0..after.len()).map(crate::model::VarIx::new);
    vars.filter(|v| after[v.ix()] != view.numbers[v.ix()] && view.sees(*v) && crate::ui::parts::watched(cx, *v))
        .map(|var| Shift { var, from: view.numbers[var.ix()], to: after[var.ix()] })
        .collect()
}

fn side_card(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, held: &Hearing, side: Side, may: bool, drafts: &mut Drafts) {
    let p = theme::palette(ui);
    let label = match cx.s.party(side) {
        Some(s) => cx.with("window-rule-for", &[("seat", cx.seat(s).into()), ("side", cx.side(side).into())]),
        None => cx.with("window-plan-rule", &[("what", cx.side(side).into())]),
    };
    let card = OptionCard { label: &label, selected: drafts.side == Some(side), enabled: may, colour: p.court };
    let response = theme::option_card(ui, &card, |ui| {
        if !may {
            let why = seat::Refusal::play(seat::Why::NothingStands);
            refusal(ui, cx, &why);
            return;
        }
        let for_it = view.sitting.standing.iter().filter(|s| s.side == Some(side));
        let names: Vec<&str> = for_it.map(|s| cx.text(&cx.s.issues[s.issue.ix()].title)).collect();
        if names.is_empty() {
            caption(ui, &cx.ui("window-only-below"));
        } else {
            caption(ui, &cx.with("window-stands-for", &[("issues", cx.words.list(&names).into())]));
        }
        let outcome: &[Effect] = if side == Side::Compel { &held.compel } else { &held.resist };
        let below = view.numbers[cx.s.own.leading.ix()];
        let undoes = (below > 0 && side == Side::Resist) || (below < 0 && side == Side::Compel);
        let differs: &[Effect] = if undoes { &held.differs } else { &[] };
        let mut all = vec![outcome, differs];
        let standing = &view.sitting.standing;
        all.extend(seat::reasoning_effects(cx.s, &view.numbers, standing, held.case, side, &FactorSet::new()));
        caption(ui, &cx.ui("window-if-court"));
        shifts(ui, cx, view, &run(cx, view, &all));
    });
    if response.clicked() && may {
        drafts.side = Some(side);
        drafts.reason = FactorSet::new();
    }
}

/// What the ruling would do with what binds the court, and with every other earlier holding.
fn ahead(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, side: Side, reason: &FactorSet) {
    let Some(held) = hearing(cx.s, &view.numbers, &view.clock) else { return };
    let ahead = seat::preview_ruling(view, (held.case, held.court), side, reason);
    let says = ahead.says();
    let Some((may, dealt)) = says.split_first() else { return };
    let p = theme::palette(ui);
    crate::ui::parts::tinted(ui, &cx.say(may), if ahead.breaks() { p.bad } else { p.good });
    if !dealt.is_empty() {
        theme::section(ui, &cx.ui("ruling-effects"), |ui| {
            for say in dealt {
                caption(ui, &cx.say(say));
            }
        });
    }
}

fn reason(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, side: Side, drafts: &mut Drafts, out: &mut Vec<Cmd>) {
    let p = theme::palette(ui);
    let (named, anchors) = reasons(cx.s, &view.numbers, &view.sitting.pleaded, &view.sitting.standing, side);
    let anchored = anchors.intersection(&named);
    for (key, set) in [("ruling-stands", anchored.clone()), ("ruling-record", named.difference(&anchored))] {
        if set.is_empty() {
            continue;
        }
        theme::section(ui, &cx.ui(key), |ui| {
            row(ui, |ui| {
                for f in &set {
                    let on = drafts.reason.contains(f);
                    let touches = cx.s.issues.iter().enumerate().any(|(i, issue)| {
                        issue.factors.contains(&f) && view.sitting.colleagues.contains(&crate::model::IssueIx::new(i))
                    });
                    let name = if touches { format!("{} •", cx.factor(f)) } else { cx.factor(f).to_owned() };
                    let button = toggle(ui, on, true, &name, p.court);
                    if button.clicked() && !drafts.reason.remove(f) {
                        drafts.reason.insert(f);
                    }
                    button.on_hover_text(&cx.s.law.factor(f).text);
                }
            });
        });
    }
    if !view.sitting.colleagues.is_empty() {
        caption(ui, &cx.ui("window-colleague-mark"));
    }
    let action = Action::Rule(side, drafts.reason.clone());
    let cost = seat::effort(cx.s, &action);
    let count = drafts.reason.len();
    if count > 0 {
        strong(ui, &cx.with("ruling-length", &[("count", count.into()), ("cost", cost.into())]));
        let length = cx.s.bench.as_ref().and_then(|b| b.length(count));
        if let Some((_, _, effects)) = length {
            shifts(ui, cx, view, &run(cx, view, &[effects]));
        }
    }
    caption(ui, &cx.ui("ruling-length-about"));
    ahead(ui, cx, view, side, &drafts.reason);
    let verdict = check(view, &action);
    if let Err(why) = &verdict {
        refusal(ui, cx, why);
    }
    if ui.add_enabled_ui(verdict.is_ok(), |ui| theme::button(ui, &cx.ui("ruling-give"))).inner.clicked() {
        out.push(Cmd::Act(action));
    }
}
