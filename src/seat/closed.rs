//! What is not open to a seat now, and why: everything of its own that a player may wonder about. Faces give it titles.

use super::{Refusal, SeatView, Why, check, legal_actions, open_decisions, pleadable, reasons};
use crate::model::{Action, ClaimIx, FactorSet, IssueIx, MoveIx, OfferIx, Pleading, Role, Side};

/// Something that is not open.
#[derive(Clone, Debug)]
pub struct Closed {
    /// What.
    pub action: Action,
    /// Why not.
    pub refusal: Refusal,
}

/// What is not open in a view.
#[must_use]
pub fn closed(view: &SeatView) -> Vec<Closed> {
    let s = &view.scenario;
    let legal = legal_actions(view);
    let mut out = Vec::new();
    let mut put = |action: Action| {
        if let Err(refusal) = check(view, &action)
            && refusal.why != Why::Decided
        {
            out.push(Closed { action, refusal });
        }
    };
    for d in open_decisions(s, &view.numbers, &view.clock, view.seat) {
        for o in 0..s.decision(d).options.len() {
            put(Action::Choose(d, u16::try_from(o).unwrap_or(u16::MAX)));
        }
    }
    for (i, _) in s.moves.iter().enumerate().filter(|(_, m)| m.seat == view.seat) {
        put(Action::Move(MoveIx::new(i)));
    }
    for (i, _) in s.offers.iter().enumerate().filter(|(_, o)| o.from == view.seat) {
        put(Action::Offer(OfferIx::new(i)));
    }
    let me = &s.seats[view.seat.ix()];
    for issue in (0..s.issues.len()).map(IssueIx::new) {
        let Some(side) = me.side else { continue };
        if !legal.iter().any(|a| matches!(a, Action::Argue(p) if p.issue == issue)) {
            let factors = pleadable(s, &view.numbers, issue, side);
            put(Action::Argue(Pleading { issue, factors, authority: None, faced: false, quote: None }));
        }
    }
    if me.role == Role::Court {
        for side in Side::BOTH {
            let (named, _) = reasons(s, &view.numbers, &view.sitting.pleaded, &view.sitting.standing, side);
            let one: FactorSet = named.iter().take(1).collect();
            if !legal.iter().any(|a| matches!(a, Action::Rule(x, _) if *x == side)) {
                put(Action::Rule(side, one));
            }
        }
    }
    for c in (0..s.claims.len()).map(ClaimIx::new).filter(|c| view.out(*c) && !view.press[c.ix()].checked) {
        put(Action::Check(c));
    }
    out
}
