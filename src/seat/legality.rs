//! What a seat may do in its view, and why it may not do the rest. Pure: a view in, an answer out.

use super::openings::{
    attackable, differences, effort, flattering, may_plead, move_open, nameable, open_decisions, pending, pleadable, reasons,
    rulable, ruling_due,
};
use super::preview::{effects_of, run};
use super::refusal::{Refusal, Why};
use super::view::SeatView;
use crate::model::{
    Action, Beat, ClaimIx, DecisionIx, Doable, FactorSet, Ground, IssueIx, MoveIx, OfferIx, Pleading, PrecedentIx, Role, Side,
};

/// An action that has passed the check; made only here.
#[derive(Clone, Debug)]
pub struct LegalAction(Action);

impl LegalAction {
    /// The action.
    #[must_use]
    pub fn get(&self) -> &Action {
        &self.0
    }

    /// The action, taken out.
    #[must_use]
    pub fn into_inner(self) -> Action {
        self.0
    }
}

/// Checks an action against the seat's view.
///
/// # Errors
/// A refusal that names the rule and its source.
pub fn check(view: &SeatView, action: &Action) -> Result<LegalAction, Refusal> {
    if view.clock.over.is_some() {
        return Err(Refusal::play(Why::Over));
    }
    if !view.me().awaited || view.me().closed {
        return Err(Refusal::play(Why::Closed));
    }
    let plan = projected(view);
    let then = plan.as_deref();
    match action {
        Action::Choose(d, o) => choose(view, *d, *o, then),
        Action::Move(m) => side_move(view, *m, then),
        Action::Argue(p) => argue(view, p),
        Action::Attack(issue, ground) => attack(view, *issue, *ground),
        Action::Offer(o) => offer(view, *o, then),
        Action::Respond(o, _) => respond(view, *o),
        Action::Check(c) => check_claim(view, *c),
        Action::Quote(c) => quote(view, *c),
        Action::Rule(side, reason) => rule(view, *side, reason),
        Action::Undo if view.plan.is_empty() => Err(Refusal::play(Why::NothingToUndo)),
        Action::Undo => Ok(()),
        Action::Close => close(view, then),
    }?;
    let (need, left) = (effort(&view.scenario, action), view.effort);
    if need > left {
        return Err(Refusal::play(Why::Effort(need, left)));
    }
    Ok(LegalAction(action.clone()))
}

/// The seat's projected numbers, if its plan changes any.
type Then<'a> = Option<&'a [i16]>;

/// Rounds, condition.
fn doable(view: &SeatView, act: &Doable, then: Then) -> Result<(), Refusal> {
    let refuse = |why| Err(Refusal::cited(why, &act.source));
    if view.clock.round < act.rounds.0 {
        return refuse(Why::TooEarly(act.rounds.0));
    }
    if view.clock.round > act.rounds.1 {
        return refuse(Why::TooLate(act.rounds.1));
    }
    if let Some(part) = act.when.failing(&view.numbers) {
        return refuse(Why::NotMet(part.clone()));
    }
    match then.and_then(|then| act.when.failing(then)) {
        Some(part) => refuse(Why::NotMet(part.clone())),
        None => Ok(()),
    }
}

/// The numbers as the seat's own plan will leave them, if it changes any. What is planned already counts: nothing can be
/// done twice in one plan that may be done once.
fn projected(view: &SeatView) -> Option<Vec<i16>> {
    let changes = |a: &Action| !effects_of(&view.scenario, a).is_empty();
    view.plan.iter().any(changes).then(|| {
        let mut then = view.numbers.clone();
        for planned in &view.plan {
            run(&view.scenario, effects_of(&view.scenario, planned), &mut then, &mut |_| {});
        }
        then
    })
}

fn known<T>(list: &[T], ix: usize) -> Result<&T, Refusal> {
    list.get(ix).ok_or_else(|| Refusal::play(Why::Unknown(format!("#{ix}"))))
}

fn choose(view: &SeatView, decision: DecisionIx, option: u16, then: Then) -> Result<(), Refusal> {
    let s = &*view.scenario;
    let d = known(&s.decisions, decision.ix())?;
    let refuse = |why| Err(Refusal::cited(why, &d.source));
    let choice = known(&d.options, option as usize)?;
    if d.seat != view.seat {
        return refuse(Why::NotYours);
    }
    if view.plan.iter().any(|a| matches!(a, Action::Choose(x, _) if *x == decision)) {
        return refuse(Why::Decided);
    }
    if !open_decisions(s, &view.numbers, &view.clock, view.seat).any(|x| x == decision) {
        if d.beat != view.clock.beat {
            return refuse(Why::Beat(d.beat));
        }
        if view.clock.round < d.rounds.0 {
            return refuse(Why::TooEarly(d.rounds.0));
        }
        if view.clock.round > d.rounds.1 {
            return refuse(Why::TooLate(d.rounds.1));
        }
        if d.file.is_none() && !pending(s, &view.numbers) {
            return refuse(Why::CaseClosed);
        }
        return match d.when.failing(&view.numbers) {
            Some(part) => refuse(Why::NotMet(part.clone())),
            None => refuse(Why::NotOpen),
        };
    }
    doable(view, &choice.act, then)
}

fn side_move(view: &SeatView, ix: MoveIx, then: Then) -> Result<(), Refusal> {
    let s = &*view.scenario;
    let m = known(&s.moves, ix.ix())?;
    let refuse = |why| Err(Refusal::cited(why, &m.act.source));
    if m.seat != view.seat {
        return refuse(Why::NotYours);
    }
    if !pending(s, &view.numbers) {
        return refuse(Why::CaseClosed);
    }
    if m.beat != view.clock.beat || view.clock.pass > 0 {
        return refuse(Why::Beat(m.beat));
    }
    if m.times > 0 && view.numbers[m.done.ix()] >= m.times {
        return refuse(Why::Spent);
    }
    doable(view, &m.act, then)?;
    if view.moved.contains(&ix) {
        return refuse(Why::OnceARound);
    }
    if let Some((group, most)) = m.group {
        let in_group = |x: &&MoveIx| s.side_move(**x).group.is_some_and(|(g, _)| g == group);
        if view.moved.iter().filter(in_group).count() >= usize::from(most) {
            return refuse(Why::GroupFull(most));
        }
    }
    debug_assert!(move_open(s, &view.numbers, &view.clock, m));
    Ok(())
}

fn argue(view: &SeatView, p: &Pleading) -> Result<(), Refusal> {
    let s = &*view.scenario;
    let refuse = |why| Err(Refusal::play(why));
    let Some(side) = s.seats[view.seat.ix()].side else { return refuse(Why::NotAParty) };
    let issue = known(&s.issues, p.issue.ix())?;
    if view.clock.beat != Beat::Plan || view.clock.pass > 0 {
        return refuse(Why::Beat(Beat::Plan));
    }
    if !may_plead(s, &view.numbers, &view.clock) {
        return refuse(Why::NoHearing);
    }
    if view.plan.iter().any(|a| matches!(a, Action::Argue(x) if x.issue == p.issue)) {
        return refuse(Why::Argued);
    }
    if p.factors.is_empty() {
        return refuse(Why::NoFactor);
    }
    let open = pleadable(s, &view.numbers, p.issue, side);
    if let Some(wrong) = p.factors.difference(&open).iter().next() {
        return refuse(Why::WrongFactor(wrong));
    }
    match p.authority {
        Some(a) => {
            known(&s.law.precedents, a.ix())?;
            if !issue.authorities[side_ix(side)].contains(&a) {
                return refuse(Why::WrongAuthority);
            }
            if !super::is_decided(view, a) {
                return Err(Refusal::cited(Why::NotYetDecided, &s.law.precedent(a).citation));
            }
        }
        None if p.faced => return refuse(Why::NothingToFace),
        None => {}
    }
    if let Some(q) = p.quote {
        quotable(view, q)?;
        if s.claim(q).supports != Some((side, p.issue)) {
            return refuse(Why::NotHelpful);
        }
    }
    Ok(())
}

/// Position of a side in a pair.
#[must_use]
pub(crate) const fn side_ix(side: Side) -> usize {
    match side {
        Side::Compel => 0,
        Side::Resist => 1,
    }
}

fn quotable(view: &SeatView, claim: ClaimIx) -> Result<(), Refusal> {
    known(&view.scenario.claims, claim.ix())?;
    if !view.out(claim) {
        return Err(Refusal::play(Why::NotOut));
    }
    if view.press[claim.ix()].quoted {
        return Err(Refusal::play(Why::KnownAlready));
    }
    if view.quoted_now {
        return Err(Refusal::play(Why::OneQuote));
    }
    Ok(())
}

fn quote(view: &SeatView, claim: ClaimIx) -> Result<(), Refusal> {
    quotable(view, claim)?;
    if view.clock.beat != Beat::Plan || view.clock.pass > 0 {
        return Err(Refusal::play(Why::Beat(Beat::Plan)));
    }
    if !view.scenario.claim(claim).flatters.contains(&view.seat) {
        return Err(Refusal::play(Why::NotHelpful));
    }
    Ok(())
}

fn check_claim(view: &SeatView, claim: ClaimIx) -> Result<(), Refusal> {
    known(&view.scenario.claims, claim.ix())?;
    if view.clock.beat != Beat::Open {
        return Err(Refusal::play(Why::Beat(Beat::Open)));
    }
    if !view.out(claim) {
        return Err(Refusal::play(Why::NotOut));
    }
    if view.press[claim.ix()].checked {
        return Err(Refusal::play(Why::KnownAlready));
    }
    if view.checked_now {
        return Err(Refusal::play(Why::OneCheck));
    }
    Ok(())
}

fn attack(view: &SeatView, issue: IssueIx, ground: Ground) -> Result<(), Refusal> {
    let s = &*view.scenario;
    let refuse = |why| Err(Refusal::play(why));
    let Some(side) = s.seats[view.seat.ix()].side else { return refuse(Why::NotAParty) };
    known(&s.issues, issue.ix())?;
    if view.clock.beat != Beat::Answer || view.clock.pass > 0 {
        return refuse(Why::Beat(Beat::Answer));
    }
    let planned = |a: &Action| matches!(a, Action::Attack(i, _) if *i == issue);
    let target = attackable(&view.sitting.pleaded, side).find(|p| p.pleading.issue == issue);
    let Some(authority) = target.and_then(|p| p.pleading.authority) else { return refuse(Why::NothingToAttack) };
    if view.plan.iter().any(planned) || view.sitting.attacked.contains(&issue) {
        return refuse(Why::OnceARound);
    }
    match ground {
        Ground::Difference(f) if !nameable(s, &view.numbers, authority).contains(f) => refuse(Why::WrongGround),
        _ => Ok(()),
    }
}

fn offer(view: &SeatView, ix: OfferIx, then: Then) -> Result<(), Refusal> {
    let s = &*view.scenario;
    let o = known(&s.offers, ix.ix())?;
    let refuse = |why| Err(Refusal::cited(why, &o.act.source));
    if o.from != view.seat {
        return refuse(Why::NotYours);
    }
    if !pending(s, &view.numbers) {
        return refuse(Why::CaseClosed);
    }
    if view.clock.beat != Beat::Plan || view.clock.pass > 0 {
        return refuse(Why::Beat(Beat::Plan));
    }
    if view.plan.iter().any(|a| matches!(a, Action::Offer(_))) {
        return refuse(Why::OnceARound);
    }
    if view.numbers[o.accepted.ix()] != 0 {
        return refuse(Why::Spent);
    }
    doable(view, &o.act, then)
}

fn respond(view: &SeatView, ix: OfferIx) -> Result<(), Refusal> {
    let o = known(&view.scenario.offers, ix.ix())?;
    if o.to != view.seat {
        return Err(Refusal::cited(Why::NotYours, &o.act.source));
    }
    let answered = |a: &Action| matches!(a, Action::Respond(x, _) if *x == ix);
    if !view.offers.contains(&ix) || view.plan.iter().any(answered) {
        return Err(Refusal::cited(Why::NoOffer, &o.act.source));
    }
    Ok(())
}

fn rule(view: &SeatView, side: Side, reason: &FactorSet) -> Result<(), Refusal> {
    let s = &*view.scenario;
    let refuse = |why| Err(Refusal::play(why));
    if s.seats[view.seat.ix()].role != Role::Court {
        return refuse(Why::NotYours);
    }
    if view.plan.iter().any(|a| matches!(a, Action::Rule(..))) {
        return refuse(Why::Decided);
    }
    if view.clock.beat != Beat::Rule {
        return refuse(Why::Beat(Beat::Rule));
    }
    if !ruling_due(s, &view.numbers, &view.clock) {
        return refuse(Why::NoHearing);
    }
    if !rulable(s, &view.numbers, &view.sitting.standing)[side_ix(side)] {
        return refuse(Why::NothingStands);
    }
    if reason.is_empty() {
        return refuse(Why::NoFactor);
    }
    let (named, anchors) = reasons(s, &view.numbers, &view.sitting.pleaded, &view.sitting.standing, side);
    if let Some(wrong) = reason.difference(&named).iter().next() {
        return refuse(Why::WrongFactor(wrong));
    }
    if !anchors.is_empty() && !reason.intersects(&anchors) {
        return refuse(Why::Unanchored);
    }
    Ok(())
}

fn close(view: &SeatView, then: Then) -> Result<(), Refusal> {
    let s = &*view.scenario;
    for d in open_decisions(s, &view.numbers, &view.clock, view.seat) {
        let taken = view.plan.iter().any(|a| matches!(a, Action::Choose(x, _) if *x == d));
        if !taken && options(view, d, then).next().is_some() {
            return Err(Refusal::cited(Why::MustDecide(d), &s.decision(d).source));
        }
    }
    let ruled = view.plan.iter().any(|a| matches!(a, Action::Rule(..)));
    if s.seats[view.seat.ix()].role == Role::Court && ruling_due(s, &view.numbers, &view.clock) && !ruled && can_rule(view) {
        return Err(Refusal::play(Why::MustRule));
    }
    let answered = |o: &OfferIx| view.plan.iter().any(|a| matches!(a, Action::Respond(x, _) if x == o));
    let waiting = view.offers.iter().any(|o| s.offer(*o).to == view.seat && !answered(o));
    if view.clock.beat == Beat::Answer && waiting {
        return Err(Refusal::play(Why::MustAnswer));
    }
    Ok(())
}

/// Whether there is a ruling that the bench may give: a side with a fact to rest it on, within its effort.
fn can_rule(view: &SeatView) -> bool {
    let (s, sitting) = (&*view.scenario, &view.sitting);
    let sides = rulable(s, &view.numbers, &sitting.standing);
    [Side::Compel, Side::Resist].into_iter().filter(|side| sides[side_ix(*side)]).any(|side| {
        let (named, anchors) = reasons(s, &view.numbers, &sitting.pleaded, &sitting.standing, side);
        let may = if anchors.is_empty() { named } else { named.intersection(&anchors) };
        may.iter().next().is_some_and(|f| {
            let shortest = std::iter::once(f).collect();
            effort(s, &Action::Rule(side, shortest)) <= view.effort
        })
    })
}

/// The options of a decision that are open and that the seat has the effort for, other decisions being left out.
fn options<'a>(view: &'a SeatView, d: DecisionIx, then: Then<'a>) -> impl Iterator<Item = u16> + 'a {
    let fits = move |(_, c): &(usize, &crate::model::Choice)| c.act.cost <= view.effort && doable(view, &c.act, then).is_ok();
    let all = view.scenario.decision(d).options.iter().enumerate().filter(fits);
    all.map(|(o, _)| u16::try_from(o).unwrap_or(u16::MAX))
}

/// Every action open to the seat. Where an action takes a set of factors, those sets are listed that a sensible player
/// would look at first: all factors, and short, middling and long reasons.
#[must_use]
pub fn legal_actions(view: &SeatView) -> Vec<Action> {
    let mut out = Vec::new();
    if view.clock.over.is_some() || !view.me().awaited || view.me().closed {
        return out;
    }
    let s = &*view.scenario;
    let plan = projected(view);
    let then = plan.as_deref();
    for d in open_decisions(s, &view.numbers, &view.clock, view.seat) {
        if !view.plan.iter().any(|a| matches!(a, Action::Choose(x, _) if *x == d)) {
            out.extend(options(view, d, then).map(|o| Action::Choose(d, o)));
        }
    }
    match view.clock.beat {
        Beat::Open => out.extend(claims(view).map(Action::Check)),
        Beat::Plan if view.clock.pass == 0 => plans(view, then, &mut out),
        Beat::Answer => answers(view, &mut out),
        Beat::Rule => rulings(view, &mut out),
        _ => {}
    }
    if view.clock.pass == 0 {
        let moves = (0..s.moves.len()).map(MoveIx::new);
        let fits = |m: &MoveIx| s.side_move(*m).seat == view.seat && s.side_move(*m).act.cost <= view.effort;
        out.extend(moves.filter(|m| fits(m) && side_move(view, *m, then).is_ok()).map(Action::Move));
    }
    if close(view, then).is_ok() {
        out.push(Action::Close);
    }
    out
}

fn claims(view: &SeatView) -> impl Iterator<Item = ClaimIx> + '_ {
    (0..view.scenario.claims.len()).map(ClaimIx::new).filter(move |c| check_claim(view, *c).is_ok())
}

fn plans(view: &SeatView, then: Then, out: &mut Vec<Action>) {
    let s = &*view.scenario;
    let offers = (0..s.offers.len()).map(OfferIx::new);
    out.extend(offers.filter(|o| s.offer(*o).from == view.seat && offer(view, *o, then).is_ok()).map(Action::Offer));
    if !view.quoted_now {
        out.extend(flattering(s, view.seat).filter(|c| quote(view, *c).is_ok()).map(Action::Quote));
    }
    let Some(side) = s.seats[view.seat.ix()].side else { return };
    if view.effort < 1 || !may_plead(s, &view.numbers, &view.clock) {
        return;
    }
    for issue in (0..s.issues.len()).map(IssueIx::new) {
        if view.plan.iter().any(|a| matches!(a, Action::Argue(x) if x.issue == issue)) {
            continue;
        }
        let factors = pleadable(s, &view.numbers, issue, side);
        if factors.is_empty() {
            continue;
        }
        let helps = |c: &ClaimIx| s.claim(*c).supports == Some((side, issue)) && quotable(view, *c).is_ok();
        let quote = if view.quoted_now { None } else { (0..s.claims.len()).map(ClaimIx::new).find(helps) };
        let plead = |authority: Option<PrecedentIx>, faced, quote| {
            Action::Argue(Pleading { issue, factors: factors.clone(), authority, faced, quote })
        };
        out.push(plead(None, false, None));
        if quote.is_some() {
            out.push(plead(None, false, quote));
        }
        for a in super::citable(view, issue, side) {
            out.push(plead(Some(a), false, None));
            if view.effort >= 2 {
                out.push(plead(Some(a), true, quote));
            }
        }
    }
}

fn answers(view: &SeatView, out: &mut Vec<Action>) {
    let s = &*view.scenario;
    for o in view.offers.iter().filter(|o| respond(view, **o).is_ok()) {
        out.push(Action::Respond(*o, true));
        out.push(Action::Respond(*o, false));
    }
    let Some(side) = s.seats[view.seat.ix()].side else { return };
    if view.effort < 1 || view.clock.pass > 0 {
        return;
    }
    for p in attackable(&view.sitting.pleaded, side) {
        let Some(authority) = p.pleading.authority else { continue };
        let issue = p.pleading.issue;
        if attack(view, issue, Ground::Status).is_err() {
            continue;
        }
        out.push(Action::Attack(issue, Ground::Status));
        let real = differences(s, &view.numbers, authority);
        let sham = nameable(s, &view.numbers, authority).difference(&real);
        out.extend(real.iter().take(2).chain(sham.iter().take(1)).map(|f| Action::Attack(issue, Ground::Difference(f))));
    }
}

fn rulings(view: &SeatView, out: &mut Vec<Action>) {
    let s = &*view.scenario;
    let planned = view.plan.iter().any(|a| matches!(a, Action::Rule(..)));
    if s.seats[view.seat.ix()].role != Role::Court || planned || !ruling_due(s, &view.numbers, &view.clock) {
        return;
    }
    let sides = rulable(s, &view.numbers, &view.sitting.standing);
    for side in [Side::Compel, Side::Resist].into_iter().filter(|x| sides[side_ix(*x)]) {
        let (named, anchors) = reasons(s, &view.numbers, &view.sitting.pleaded, &view.sitting.standing, side);
        // What stands first, then the rest: a short reason rests on what was argued best.
        let ordered: Vec<_> = anchors.iter().chain(named.difference(&anchors).iter()).filter(|f| named.contains(*f)).collect();
        for length in [2_usize, 4, 6] {
            let reason: FactorSet = ordered.iter().take(length).copied().collect();
            let action = Action::Rule(side, reason);
            if ordered.len() + 1 >= length && effort(s, &action) <= view.effort && !out.contains(&action) {
                out.push(action);
            }
        }
    }
}
