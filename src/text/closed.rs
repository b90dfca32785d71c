//! What is not open to a seat now, and why.

use super::Voice;
use crate::model::{Action, Arg, ClaimIx, Doable, FactorSet, IssueIx, MoveIx, OfferIx, Pleading, Role, Say, Side};
use crate::seat::{self, Refusal, SeatView, Why, check};

/// Something that is not open.
#[derive(Clone, Debug)]
pub struct Closed {
    /// Title.
    pub title: String,
    /// What it would be to do it.
    pub action: Action,
    /// Why not.
    pub refusal: Refusal,
}

/// Everything of the seat's own that a player may wonder about.
#[must_use]
pub fn closed(view: &SeatView, legal: &[Action], voice: Voice<'_>) -> Vec<Closed> {
    let s = &view.scenario;
    let mut out = Vec::new();
    let mut put = |title: String, action: &Action| {
        if let Err(refusal) = check(view, action)
            && refusal.why != Why::Decided
        {
            out.push(Closed { title, action: action.clone(), refusal });
        }
    };
    let at = |act: &Doable| act.title.at(voice.level).to_owned();
    for d in seat::open_decisions(s, &view.numbers, &view.clock, view.seat) {
        for (o, option) in s.decision(d).options.iter().enumerate() {
            put(at(&option.act), &Action::Choose(d, u16::try_from(o).unwrap_or(u16::MAX)));
        }
    }
    for (i, m) in s.moves.iter().enumerate().filter(|(_, m)| m.seat == view.seat) {
        put(at(&m.act), &Action::Move(MoveIx::new(i)));
    }
    for (i, o) in s.offers.iter().enumerate().filter(|(_, o)| o.from == view.seat) {
        put(at(&o.act), &Action::Offer(OfferIx::new(i)));
    }
    let me = &s.seats[view.seat.ix()];
    for ix in (0..s.issues.len()).map(IssueIx::new) {
        let Some(side) = me.side else { continue };
        if !legal.iter().any(|a| matches!(a, Action::Argue(p) if p.issue == ix)) {
            let factors = seat::pleadable(s, &view.numbers, ix, side);
            let pleading = Pleading { issue: ix, factors, authority: None, faced: false, quote: None };
            let title = Say::new("text-argue").with("issue", Arg::Issue(ix));
            put(voice.words.say(s, voice.level, &title), &Action::Argue(pleading));
        }
    }
    if me.role == Role::Court {
        for side in [Side::Compel, Side::Resist] {
            let title = Say::new("text-rule-side").with("side", Arg::Side(side));
            let (reasons, _) = seat::reasons(s, &view.numbers, &view.sitting.pleaded, &view.sitting.standing, side);
            let one: FactorSet = reasons.iter().take(1).collect();
            if !legal.iter().any(|a| matches!(a, Action::Rule(x, _) if *x == side)) {
                put(voice.words.say(s, voice.level, &title), &Action::Rule(side, one));
            }
        }
    }
    for c in (0..s.claims.len()).map(ClaimIx::new).filter(|c| view.out(*c) && !view.press[c.ix()].checked) {
        put(s.claim(c).text.at(voice.level).to_owned(), &Action::Check(c));
    }
    out
}
