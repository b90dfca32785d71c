//! Decisions put to the seat, and side moves.

use super::without;
use crate::model::{Action, Beat, DecisionIx, Doable, MoveIx};
use crate::seat::{Question, Refusal, SeatView, Why, check, open_decisions};
use crate::ui::cmd::Cmd;
use crate::ui::cx::Cx;
use crate::ui::parts::{caption, effects, refusal, soft, source, strong};
use crate::ui::theme::Fold;
use crate::ui::theme::{self, OptionCard};
use crate::ui::{terms, why};
use egui::{CollapsingHeader, RichText, Ui};

/// Decisions put to the seat now, each option as a card.
pub(super) fn decisions(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, out: &mut Vec<Cmd>) {
    let open: Vec<DecisionIx> = open_decisions(cx.s, &view.numbers, &view.clock, view.seat).collect();
    for ix in open {
        let decision = cx.s.decision(ix);
        ui.add_space(4.0);
        theme::heading(ui, cx.text(&decision.title));
        if !decision.text.is_empty() {
            terms::soft(ui, cx, cx.text(&decision.text));
        }
        if cx.hints {
            for objective in cx.s.objectives.iter().filter(|o| o.decisions.contains(&ix)) {
                caption(ui, &cx.with("desk-objective", &[("objective", cx.text(&objective.text).into())]));
            }
        }
        if let Some(case) = decision.file {
            crate::ui::table::law_of(ui, cx, view, case.ix());
        }
        let planned = view.plan.iter().position(|a| matches!(a, Action::Choose(d, _) if *d == ix));
        let free = planned.map(|at| without(view, at));
        let seen = free.as_ref().unwrap_or(view);
        for (o, choice) in decision.options.iter().enumerate() {
            let action = Action::Choose(ix, u16::try_from(o).unwrap_or(u16::MAX));
            let chosen = planned.is_some_and(|at| view.plan[at] == action);
            let closed = check(seen, &action).err();
            if option(ui, cx, seen, &action, &choice.act, chosen, closed.as_ref()) {
                out.push(match planned {
                    Some(at) if chosen => Cmd::Replan(at, None),
                    Some(at) => Cmd::Replan(at, Some(action)),
                    None => Cmd::Act(action),
                });
            }
        }
    }
}

/// An option, move or offer as a card; says whether it was pressed.
pub(super) fn option(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &SeatView,
    action: &Action,
    act: &Doable,
    chosen: bool,
    closed: Option<&Refusal>,
) -> bool {
    let p = theme::palette(ui);
    let card = OptionCard {
        label: cx.text(&act.title),
        selected: chosen,
        enabled: closed.is_none(),
        colour: p.role(cx.role(view.seat)),
    };
    let response = theme::option_card(ui, &card, |ui| {
        if !act.text.is_empty() {
            if closed.is_none() { crate::ui::parts::prose(ui, cx.text(&act.text)) } else { soft(ui, cx.text(&act.text)) }
        }
        effects(ui, cx, view, action, act);
        match closed {
            Some(why) => refusal(ui, cx, why),
            None => source(ui, cx, &act.source),
        }
    });
    why::corner(ui, cx, response.rect, card.label, Question::Act(action.clone()));
    response.clicked()
}

/// Side moves: those open as cards, the others with the reason why not.
pub(super) fn moves(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, out: &mut Vec<Cmd>) {
    let mine = (0..cx.s.moves.len()).map(MoveIx::new).filter(|m| cx.s.side_move(*m).seat == view.seat);
    let mut open = Vec::new();
    let mut closed = Vec::new();
    for ix in mine {
        let planned = view.plan.iter().position(|a| *a == Action::Move(ix));
        match check(view, &Action::Move(ix)) {
            _ if planned.is_some() => open.push((ix, planned)),
            Ok(_) => open.push((ix, None)),
            Err(why) => closed.push((ix, why)),
        }
    }
    // What belongs to another step of the round needs no list in this one.
    let worth_telling = view.clock.beat == Beat::Plan && view.clock.pass == 0;
    if open.is_empty() && (closed.is_empty() || !worth_telling) {
        return;
    }
    ui.add_space(4.0);
    theme::heading(ui, &cx.ui("desk-moves"));
    for (ix, planned) in open {
        let m = cx.s.side_move(ix);
        let free = planned.map(|at| without(view, at));
        if option(ui, cx, free.as_ref().unwrap_or(view), &Action::Move(ix), &m.act, planned.is_some(), None) {
            out.push(planned.map_or_else(|| Cmd::Act(Action::Move(ix)), |at| Cmd::Replan(at, None)));
        }
    }
    if worth_telling && !closed.is_empty() {
        let title = cx.with("window-closed-moves", &[("count", closed.len().into())]);
        CollapsingHeader::new(RichText::new(title)).id_salt("closed-moves").fold(ui, |ui| {
            for (ix, why) in &closed {
                let m = cx.s.side_move(*ix);
                let spent = matches!(why.why, Why::Spent);
                ui.horizontal_wrapped(|ui| {
                    strong(ui, &format!("{}{}", if spent { "✔ " } else { "" }, cx.text(&m.act.title)));
                    why::link(ui, cx, cx.text(&m.act.title), Question::Act(Action::Move(*ix)));
                });
                if !spent {
                    terms::caption(ui, cx, cx.text(&m.act.text));
                }
                refusal(ui, cx, why);
                ui.add_space(6.0);
            }
        });
    }
}
