//! Offers to answer, and the one offer a round one may make.

use super::choices::option;
use super::without;
use crate::model::{Action, OfferIx};
use crate::seat::{SeatView, check};
use crate::ui::cmd::Cmd;
use crate::ui::cx::Cx;
use crate::ui::parts::{caption, effects, prose, source};
use crate::ui::theme;
use egui::Ui;

/// Offers waiting for this seat's answer.
pub(super) fn answer(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, out: &mut Vec<Cmd>) {
    for ix in view.offers.iter().copied().filter(|o| cx.s.offer(*o).to == view.seat) {
        let offer = cx.s.offer(ix);
        let planned = view.plan.iter().position(|a| matches!(a, Action::Respond(o, _) if *o == ix));
        let said = planned.and_then(|at| match &view.plan[at] {
            Action::Respond(_, yes) => Some(*yes),
            _ => None,
        });
        let p = theme::palette(ui);
        theme::card(ui, |ui| {
            theme::heading(ui, cx.text(&offer.act.title));
            caption(ui, &cx.with("offers-from", &[("seat", cx.seat(offer.from).into())]));
            prose(ui, cx.text(&offer.act.text));
            caption(ui, &cx.ui("offers-if-accepted"));
            effects(ui, cx, view, &Action::Respond(ix, true), &offer.act);
            source(ui, cx, &offer.act.source);
            ui.horizontal_wrapped(|ui| {
                for (yes, key) in [(true, "offers-accept"), (false, "offers-decline")] {
                    let on = said == Some(yes);
                    if crate::ui::parts::toggle(ui, on, true, &cx.ui(key), p.action).clicked() {
                        let action = Action::Respond(ix, yes);
                        out.push(match planned {
                            Some(at) if on => Cmd::Replan(at, None),
                            Some(at) => Cmd::Replan(at, Some(action)),
                            None => Cmd::Act(action),
                        });
                    }
                }
            });
        });
    }
}

/// Offers this seat may make now.
pub(super) fn make(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, out: &mut Vec<Cmd>) {
    let mine = (0..cx.s.offers.len()).map(OfferIx::new).filter(|o| cx.s.offer(*o).from == view.seat);
    let planned = view.plan.iter().position(|a| matches!(a, Action::Offer(_)));
    let free = planned.map(|at| without(view, at));
    let seen = free.as_ref().unwrap_or(view);
    let open: Vec<OfferIx> = mine.filter(|o| check(seen, &Action::Offer(*o)).is_ok()).collect();
    if open.is_empty() {
        return;
    }
    ui.add_space(4.0);
    theme::heading(ui, &cx.ui("offers-make"));
    caption(ui, &cx.ui("offers-talk"));
    for ix in open {
        let offer = cx.s.offer(ix);
        let action = Action::Offer(ix);
        let chosen = planned.is_some_and(|at| view.plan[at] == action);
        caption(ui, &cx.with("window-offer-to", &[("seat", cx.seat(offer.to).into())]));
        if option(ui, cx, seen, &action, &offer.act, chosen, None) {
            out.push(match planned {
                Some(at) if chosen => Cmd::Replan(at, None),
                Some(at) => Cmd::Replan(at, Some(action)),
                None => Cmd::Act(action),
            });
        }
    }
}
