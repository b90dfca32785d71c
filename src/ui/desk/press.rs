//! The press desk: stories, what they claim, checks and quotes.

use crate::model::{Action, Beat, ClaimIx, Verdict};
use crate::seat::{SeatView, check};
use crate::ui::cmd::Cmd;
use crate::ui::cx::Cx;
use crate::ui::parts::{caption, prose, row, soft, source, strong, toggle};
use crate::ui::theme;
use crate::ui::theme::Fold;
use egui::{CollapsingHeader, RichText, Ui, WidgetInfo, WidgetType};

/// A verdict as a chip.
pub(in crate::ui) fn verdict_chip(ui: &mut Ui, cx: &Cx<'_>, verdict: Verdict) {
    let p = theme::palette(ui);
    let (key, colour, mark) = match verdict {
        Verdict::Accurate => ("verdict-accurate", p.good, "✔"),
        Verdict::Shorthand => ("verdict-shorthand", p.warn, "~"),
        Verdict::Wrong => ("verdict-wrong", p.bad, "×"),
    };
    theme::chip(ui, &format!("{mark} {}", cx.ui(key)), colour);
}

/// What the seat knows of a claim.
pub(super) fn known(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, claim: ClaimIx) {
    let p = theme::palette(ui);
    let state = view.press[claim.ix()];
    row(ui, |ui| {
        if state.checked {
            verdict_chip(ui, cx, cx.s.claim(claim).verdict);
        } else {
            theme::chip(ui, &cx.ui("press-unchecked"), p.ink_soft);
        }
        if state.quoted {
            theme::chip(ui, &cx.ui("press-quoted"), p.ink_soft);
        }
    });
}

/// The desk: open in the beat of checks, folded away otherwise.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, out: &mut Vec<Cmd>) {
    let stories: Vec<_> = cx.s.stories.iter().filter(|s| s.claims.iter().any(|c| view.out(*c))).collect();
    if stories.is_empty() {
        return;
    }
    ui.add_space(4.0);
    theme::heading(ui, &cx.ui("press-heading"));
    if view.clock.beat == Beat::Open {
        let key = if view.checked_now { "press-no-checks-left" } else { "press-checks-left" };
        soft(ui, &cx.ui(key));
    } else if view.clock.beat == Beat::Plan {
        soft(ui, &cx.ui("press-warning"));
    }
    for story in stories.into_iter().rev() {
        let args = [("date", cx.words.date(story.date).into()), ("title", cx.text(&story.title).into())];
        let title = cx.with("press-story", &args);
        let usable = story.claims.iter().any(|c| {
            check(view, &Action::Check(*c)).is_ok()
                || check(view, &Action::Quote(*c)).is_ok()
                || view.plan.iter().any(|a| *a == Action::Check(*c) || *a == Action::Quote(*c))
        });
        let head = CollapsingHeader::new(RichText::new(title)).id_salt(&story.id).default_open(usable);
        head.fold(ui, |ui| {
            prose(ui, cx.text(&story.text));
            for claim in story.claims.iter().filter(|c| view.out(**c)) {
                one(ui, cx, view, *claim, out);
            }
        });
    }
}

fn one(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, ix: ClaimIx, out: &mut Vec<Cmd>) {
    let claim = cx.s.claim(ix);
    let p = theme::palette(ui);
    theme::card(ui, |ui| {
        strong(ui, &format!("“{}”", cx.text(&claim.text)));
        known(ui, cx, view, ix);
        if let Some((side, issue)) = claim.supports {
            let args = [("side", cx.side(side).into()), ("issue", cx.text(&cx.s.issues[issue.ix()].title).into())];
            caption(ui, &cx.with("window-claim-helps", &args));
        }
        if view.press[ix.ix()].checked {
            prose(ui, cx.text(&claim.record));
            source(ui, cx, &claim.source);
        }
        row(ui, |ui| {
            for (action, key) in [(Action::Check(ix), "press-check"), (Action::Quote(ix), "press-quote")] {
                let planned = view.plan.iter().position(|a| *a == action);
                let open = check(view, &action).is_ok();
                if planned.is_none() && !open {
                    continue;
                }
                let chip = toggle(ui, planned.is_some(), true, &cx.ui(key), p.action);
                // There is one a claim: which, is not to be seen by everyone.
                let name = format!("{}: {}", cx.ui(key), cx.text(&claim.text));
                chip.widget_info(|| WidgetInfo::selected(WidgetType::Checkbox, true, planned.is_some(), &name));
                if chip.clicked() {
                    out.push(planned.map_or_else(|| Cmd::Act(action.clone()), |at| Cmd::Replan(at, None)));
                }
            }
        });
    });
}
