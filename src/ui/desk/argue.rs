//! The argument builder: an issue, reasons, authority. Never a blank box.

use super::{Drafts, without};
use crate::model::{Action, IssueIx, Pleading, PrecedentIx, Side};
use crate::seat::{SeatView, all_that_helps, check, citable, differences, pleadable, points};
use crate::ui::cmd::Cmd;
use crate::ui::cx::Cx;
use crate::ui::parts::{caption, refusal, row, soft, source, strong, tinted, toggle};
use crate::ui::theme;
use egui::Ui;

/// The builder.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, drafts: &mut Drafts, out: &mut Vec<Cmd>) {
    let Some(side) = cx.s.seats[view.seat.ix()].side else { return };
    ui.add_space(4.0);
    theme::heading(ui, &cx.ui("argue-heading"));
    soft(ui, &cx.with("brief-argues", &[("side", cx.side(side).into())]));
    let p = theme::palette(ui);
    row(ui, |ui| {
        for (i, issue) in cx.s.issues.iter().enumerate() {
            let ix = IssueIx::new(i);
            let planned = planned(view, ix).is_some();
            let name = cx.text(&issue.title);
            let name = if planned { format!("✔ {name} ({})", cx.ui("window-in-plan")) } else { name.to_owned() };
            let on = drafts.issue == Some(ix);
            let about = cx.text(&issue.text);
            let pill = crate::ui::parts::pill(ui, on, &name, p.focus);
            let pill = if about.is_empty() { pill } else { pill.on_hover_text(about) };
            if pill.clicked() {
                drafts.issue = (!on).then_some(ix);
                drafts.pleading = Some(start(cx, view, ix, side));
            }
        }
    });
    let Some(ix) = drafts.issue else {
        for issue in cx.s.issues.iter().filter(|issue| !issue.text.is_empty()) {
            caption(ui, &format!("{}: {}", cx.text(&issue.title), cx.text(&issue.text)));
        }
        caption(ui, &cx.ui("window-pick-issue"));
        return;
    };
    theme::card(ui, |ui| {
        strong(ui, cx.text(&cx.s.issues[ix.ix()].title));
        soft(ui, cx.text(&cx.s.issues[ix.ix()].text));
        if drafts.pleading.as_ref().is_none_or(|d| d.issue != ix) {
            drafts.pleading = Some(start(cx, view, ix, side));
        }
        let Some(draft) = &mut drafts.pleading else { return };
        reasons(ui, cx, view, draft, side);
        authority(ui, cx, view, draft, side);
        quote(ui, cx, view, draft, side);
        ui.add_space(4.0);
        let at = planned(view, ix);
        let free = at.map(|at| without(view, at));
        let action = Action::Argue(draft.clone());
        let verdict = check(free.as_ref().unwrap_or(view), &action);
        let n = points(cx.s, &view.numbers, draft);
        let cost = crate::seat::effort(cx.s, &action);
        row(ui, |ui| {
            theme::chip(ui, &cx.with("argue-points", &[("points", n.into())]), p.ink);
            theme::chip(ui, &cx.with("desk-cost", &[("cost", cost.into())]), p.ink);
        });
        score(ui, cx, view, draft);
        if let Err(why) = &verdict {
            refusal(ui, cx, why);
        }
        ui.horizontal_wrapped(|ui| {
            let same = at.is_some_and(|at| view.plan[at] == action);
            let make = ui.add_enabled_ui(verdict.is_ok() && !same, |ui| theme::button(ui, &cx.ui("argue-submit"))).inner;
            if make.clicked() {
                out.push(at.map_or_else(|| Cmd::Act(action.clone()), |at| Cmd::Replan(at, Some(action.clone()))));
            }
            if let Some(at) = at
                && theme::quiet_button(ui, &cx.ui("desk-undo")).clicked()
            {
                out.push(Cmd::Replan(at, None));
            }
        });
    });
}

/// How good the argument is as it stands, part by part.
fn score(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, draft: &Pleading) {
    let Some(score) = crate::seat::score_in(view, draft) else { return };
    let law = crate::seat::LawInPlay::seen(view);
    let (total, most) = score.total();
    theme::section(ui, &cx.with("score-heading", &[("total", total.into()), ("most", most.into())]), |ui| {
        for line in score.says(&law) {
            caption(ui, &cx.say(&line));
        }
        caption(ui, &cx.ui("score-about"));
    });
}

/// Where in the plan an argument on an issue is.
fn planned(view: &SeatView, issue: IssueIx) -> Option<usize> {
    view.plan.iter().position(|a| matches!(a, Action::Argue(p) if p.issue == issue))
}

/// What is planned already, else everything that helps.
fn start(cx: &Cx<'_>, view: &SeatView, issue: IssueIx, side: Side) -> Pleading {
    if let Some(Action::Argue(p)) = planned(view, issue).map(|at| &view.plan[at]) {
        return p.clone();
    }
    all_that_helps(cx.s, &view.numbers, issue, side)
}

fn reasons(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, draft: &mut Pleading, side: Side) {
    let p = theme::palette(ui);
    let open = pleadable(cx.s, &view.numbers, draft.issue, side);
    let proved = cx.s.cases.first().map(|_| cx.s.record(crate::model::CaseIx(0), &view.numbers, None)).unwrap_or_default();
    theme::section(ui, &cx.ui("argue-factors"), |ui| {
        let mine = cx.s.issues[draft.issue.ix()].factors.iter().copied().filter(|f| cx.s.law.factor(*f).side == side);
        for f in mine {
            let usable = open.contains(f);
            let on = usable && draft.factors.contains(f);
            let weight = cx.s.weight(f, &view.numbers);
            let state = if proved.contains(f) {
                "argue-proved"
            } else if usable {
                "argue-open"
            } else {
                "window-not-on-record"
            };
            let text = format!("{} +{weight}", cx.factor(f));
            let clicked = toggle(ui, on, usable, &text, p.good).clicked();
            caption(ui, &format!("{} ({})", cx.s.law.factor(f).text, cx.ui(state)));
            if clicked && !draft.factors.remove(f) {
                draft.factors.insert(f);
            }
        }
        // What no law bears out is pleaded at one's own risk: the duties say where it rests.
        for f in cx.s.issues[draft.issue.ix()].factors.iter().filter(|f| cx.s.law.factor(**f).side == side) {
            for told in crate::seat::duties::support_told(view, *f) {
                caption(ui, &format!("{}: {}", cx.factor(*f), cx.say(&told)));
            }
        }
    });
}

fn authority(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, draft: &mut Pleading, side: Side) {
    let p = theme::palette(ui);
    let all: Vec<PrecedentIx> = citable(view, draft.issue, side).collect();
    if all.is_empty() {
        return;
    }
    theme::section(ui, &cx.ui("argue-authority"), |ui| {
        if ui.radio(draft.authority.is_none(), cx.ui("argue-no-authority")).clicked() {
            draft.authority = None;
            draft.faced = false;
        }
        for a in all {
            let case = cx.s.law.precedent(a);
            let year = case.decided_on.ymd().0;
            let on = draft.authority == Some(a);
            let name = format!("{} ({year}) +1", case.name);
            if ui.radio(on, name).on_hover_text(&case.holding).clicked() {
                draft.authority = Some(a);
            }
            if !on {
                continue;
            }
            caption(ui, &case.holding);
            source(ui, cx, &case.citation);
            let standing = crate::seat::standing(&cx.s.law, &view.fallen, a, view.clock.date);
            let told = differences(cx.s, &view.numbers, a);
            if !standing.is_good() {
                tinted(ui, &cx.ui(crate::lang::law::standing(standing)), p.bad);
            }
            if told.is_empty() {
                tinted(ui, &cx.ui("window-no-difference"), p.good);
            } else {
                let names: Vec<&str> = told.iter().map(|f| cx.factor(f)).collect();
                let args = [("factors", cx.words.list(&names).into())];
                tinted(ui, &cx.with("window-differences", &args), p.warn);
            }
            ui.checkbox(&mut draft.faced, cx.ui("argue-face")).on_hover_text(cx.ui("argue-face-about"));
        }
    });
}

fn quote(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, draft: &mut Pleading, side: Side) {
    let helps = |i: &usize| {
        let ix = crate::model::ClaimIx::new(*i);
        view.out(ix) && !view.press[*i].quoted && cx.s.claim(ix).supports == Some((side, draft.issue))
    };
    let all: Vec<usize> = (0..cx.s.claims.len()).filter(helps).collect();
    if all.is_empty() || (view.quoted_now && draft.quote.is_none()) {
        return;
    }
    theme::section(ui, &cx.ui("argue-quote"), |ui| {
        for i in all {
            let ix = crate::model::ClaimIx::new(i);
            let mut on = draft.quote == Some(ix);
            if ui.checkbox(&mut on, cx.text(&cx.s.claim(ix).text)).changed() {
                draft.quote = on.then_some(ix);
            }
            super::press::known(ui, cx, view, ix);
        }
    });
}
