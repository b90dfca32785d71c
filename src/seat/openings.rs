//! What is open to a seat in a position: shared by the legality of actions, by the rules (whom to wait for) and by the
//! faces (what to show, and why the rest is closed). Reads numbers and clock only.

use super::view::{Clock, Pleaded};
use crate::model::{
    Action, Beat, ClaimIx, Date, Decision, DecisionIx, FactorSet, Hearing, IssueIx, Move, Pleading, PrecedentIx, Scenario,
    SeatIx, Side, Slot, VarIx, VarKind,
};

/// True while the main case is open.
#[must_use]
pub fn pending(scenario: &Scenario, numbers: &[i16]) -> bool {
    numbers[scenario.own.ending.ix()] == 0
}

/// Whether a decision is put to its seat now.
#[must_use]
pub fn decision_open(scenario: &Scenario, numbers: &[i16], clock: &Clock, decision: &Decision) -> bool {
    let taken = numbers[decision.chosen.ix()] != 0;
    let again = match decision.repeat {
        crate::model::Repeat::Once => !taken,
        crate::model::Repeat::EachRound => !taken || numbers[decision.chosen_in.ix()] != i16::from(clock.round),
    };
    decision.beat == clock.beat
        && (decision.rounds.0..=decision.rounds.1).contains(&clock.round)
        && again
        && (decision.file.is_some() || pending(scenario, numbers))
        // The next case waits for the ruling in this one: it is decided under the law as that leaves it.
        && !(decision.file.is_some() && ruling_due(scenario, numbers, clock))
        && decision.when.holds(numbers)
}

/// The decisions put to a seat now.
pub fn open_decisions<'a>(
    scenario: &'a Scenario,
    numbers: &'a [i16],
    clock: &'a Clock,
    seat: SeatIx,
) -> impl Iterator<Item = DecisionIx> + 'a {
    let mine = move |d: &Decision| d.seat == seat && decision_open(scenario, numbers, clock, d);
    scenario.decisions.iter().enumerate().filter(move |(_, d)| mine(d)).map(|(i, _)| DecisionIx::new(i))
}

/// Whether a side move is open, effort and once-a-round apart.
#[must_use]
pub fn move_open(scenario: &Scenario, numbers: &[i16], clock: &Clock, side_move: &Move) -> bool {
    side_move.beat == clock.beat
        && clock.pass == 0
        && (side_move.act.rounds.0..=side_move.act.rounds.1).contains(&clock.round)
        && (side_move.times == 0 || numbers[side_move.done.ix()] < side_move.times)
        && pending(scenario, numbers)
        && side_move.act.when.holds(numbers)
}

/// The hearing of this round, if one is held.
#[must_use]
pub fn hearing<'a>(scenario: &'a Scenario, numbers: &[i16], clock: &Clock) -> Option<&'a Hearing> {
    let hearing = scenario.stage(clock.stage).hearing.as_ref()?;
    (pending(scenario, numbers) && hearing.when.holds(numbers)).then_some(hearing)
}

/// Whether pleadings may be made now: a hearing may follow in this round. A hearing that still depends on a plan counts,
/// for plans are sealed.
#[must_use]
pub fn may_plead(scenario: &Scenario, numbers: &[i16], clock: &Clock) -> bool {
    clock.beat == Beat::Plan && pending(scenario, numbers) && scenario.stage(clock.stage).hearing.is_some()
}

/// The argument for a side on an issue that relies on everything that helps, and on no authority.
#[must_use]
pub fn all_that_helps(scenario: &Scenario, numbers: &[i16], issue: IssueIx, side: Side) -> Pleading {
    Pleading { issue, factors: pleadable(scenario, numbers, issue, side), authority: None, faced: false, quote: None }
}

/// Whether a seat may argue before the court that sits, and has not: who closes a plan so should know it.
#[must_use]
pub fn has_not_argued(view: &super::SeatView) -> bool {
    let s = &view.scenario;
    let Some(side) = s.seats[view.seat.ix()].side.filter(|_| may_plead(s, &view.numbers, &view.clock)) else { return false };
    let may = |issue| super::check(view, &Action::Argue(all_that_helps(s, &view.numbers, issue, side))).is_ok();
    !view.plan.iter().any(|a| matches!(a, Action::Argue(_))) && (0..s.issues.len()).map(IssueIx::new).any(may)
}

/// Whether a seat may attack what the other side argued, and has not.
fn has_not_answered(view: &super::SeatView) -> bool {
    let side = view.scenario.seats[view.seat.ix()].side.filter(|_| view.clock.beat == Beat::Answer && view.effort > 0);
    let may = side.is_some_and(|side| attackable(&view.sitting.pleaded, side).next().is_some());
    may && !view.plan.iter().any(|a| matches!(a, Action::Attack(..)))
}

/// What a seat might regret to have left unsaid when it closes its plan, as the key of a warning. A guided player argues; attacks are
/// left to the bot.
#[must_use]
pub fn unsaid(view: &super::SeatView, guided: bool) -> Option<&'static str> {
    if has_not_argued(view) { Some("desk-unargued") } else { (!guided && has_not_answered(view)).then_some("desk-unanswered") }
}

/// The case that is argued: that before the court of this stage, or the first that comes before one.
#[must_use]
pub fn case_heard(scenario: &Scenario, numbers: &[i16]) -> Option<crate::model::CaseIx> {
    let now = usize::try_from(numbers[scenario.own.stage.ix()]).ok().and_then(|i| scenario.stages.get(i));
    let here = now.and_then(|stage| stage.hearing.as_ref());
    here.or_else(|| scenario.stages.iter().find_map(|s| s.hearing.as_ref())).map(|h| h.case)
}

/// Whether the bench must rule now.
#[must_use]
pub fn ruling_due(scenario: &Scenario, numbers: &[i16], clock: &Clock) -> bool {
    clock.beat == Beat::Rule
        && numbers[scenario.own.ruled_in.ix()] != i16::from(clock.round)
        && hearing(scenario, numbers, clock).is_some()
}

/// The factors a side may rely on for an issue: of its side, and either undisputed in the main case or open to be found.
#[must_use]
pub fn pleadable(scenario: &Scenario, numbers: &[i16], issue: IssueIx, side: Side) -> FactorSet {
    let Some(case) = case_heard(scenario, numbers) else { return FactorSet::new() };
    let record = scenario.record(case, numbers, Some(side));
    scenario.issues[issue.ix()]
        .factors
        .iter()
        .copied()
        .filter(|f| scenario.law.factor(*f).side == side && record.contains(*f))
        .collect()
}

/// The facts that tell an authority apart from the case as the record stands: part of its reason that is absent here, or
/// something new against it.
#[must_use]
pub fn differences(scenario: &Scenario, numbers: &[i16], authority: PrecedentIx) -> FactorSet {
    let cited = scenario.law.precedent(authority);
    let Some(case) = case_heard(scenario, numbers) else { return FactorSet::new() };
    let record = scenario.record(case, numbers, None);
    let absent = cited.reason.difference(&record);
    let against = scenario.law.of_side(&record, cited.side.other()).difference(&cited.facts);
    absent.union(&against)
}

/// The facts an attacker may name against an authority: everything in its reason and everything on the record against it.
/// Not all of them really tell the cases apart.
#[must_use]
pub fn nameable(scenario: &Scenario, numbers: &[i16], authority: PrecedentIx) -> FactorSet {
    let cited = scenario.law.precedent(authority);
    let Some(case) = case_heard(scenario, numbers) else { return FactorSet::new() };
    let record = scenario.record(case, numbers, None);
    cited.reason.union(&scenario.law.of_side(&record, cited.side.other()))
}

/// Points a pleading counts for before any attack: one a factor (some count more), one for authority, one for a quote.
#[must_use]
pub fn points(scenario: &Scenario, numbers: &[i16], pleading: &Pleading) -> i16 {
    let factors: i16 = pleading.factors.iter().map(|f| scenario.weight(f, numbers)).sum();
    factors + i16::from(pleading.authority.is_some()) + i16::from(pleading.quote.is_some())
}

/// Effort of an action.
#[must_use]
pub fn effort(scenario: &Scenario, action: &Action) -> i16 {
    match action {
        Action::Choose(d, o) => scenario.decision(*d).options.get(*o as usize).map_or(0, |c| c.act.cost),
        Action::Move(m) => scenario.side_move(*m).act.cost,
        Action::Argue(p) => 1 + i16::from(p.faced),
        Action::Attack(..) => 1,
        Action::Rule(_, reason) => scenario.bench.as_ref().map_or(0, |b| b.length(reason.len()).map_or(0, |(_, cost, _)| *cost)),
        _ => 0,
    }
}

/// Opposing arguments a seat of a side may attack: those that cite authority and have not been attacked yet.
pub fn attackable(pleaded: &[Pleaded], side: Side) -> impl Iterator<Item = &Pleaded> {
    pleaded.iter().filter(move |p| p.side != side && p.pleading.authority.is_some() && !p.undercut)
}

/// The sides a bench may rule for: one whose argument stands on some issue, and that of the judgment below.
#[must_use]
pub fn rulable(scenario: &Scenario, numbers: &[i16], standing: &[super::IssueStanding]) -> [bool; 2] {
    let below = numbers[scenario.own.leading.ix()];
    [Side::Compel, Side::Resist].map(|side| {
        let is_below = if side == Side::Compel { below > 0 } else { below < 0 };
        is_below || standing.iter().any(|s| s.side == Some(side))
    })
}

/// The factors a reason for a side may name: those of the side on the record (an open question may be found), and those of
/// which one at least must be named, because the side's arguments on them stand. Empty: no argument stands, any will do.
#[must_use]
pub fn reasons(
    scenario: &Scenario,
    numbers: &[i16],
    pleaded: &[Pleaded],
    standing: &[super::IssueStanding],
    side: Side,
) -> (FactorSet, FactorSet) {
    let Some(case) = case_heard(scenario, numbers) else { return (FactorSet::new(), FactorSet::new()) };
    let record = scenario.record(case, numbers, Some(side));
    let named = scenario.law.of_side(&record, side);
    let mut anchors = FactorSet::new();
    for p in pleaded.iter().filter(|p| p.side == side) {
        if standing.iter().any(|s| s.issue == p.pleading.issue && s.side == Some(side)) {
            anchors.extend(p.pleading.factors.iter());
        }
    }
    (named, anchors)
}

/// The authorities that the arguments against a side cite, once each.
#[must_use]
pub fn cited_against(pleaded: &[Pleaded], side: Side) -> Vec<PrecedentIx> {
    let mut cited: Vec<PrecedentIx> =
        pleaded.iter().filter(|p| p.side != side && !p.sunk).filter_map(|p| p.pleading.authority).collect();
    cited.sort_unstable();
    cited.dedup();
    cited
}

/// The day of a step: its slot's date in its own round. Without one, what comes before the court's step of the round happens on the
/// day set for the hearing, and the rest on the round's last day.
#[must_use]
pub fn day_of_deed(scenario: &Scenario, numbers: &[i16], clock: &Clock, slot: Option<Slot>) -> Date {
    let hearing = scenario.stage(clock.stage).hearing.as_ref();
    let before = hearing.and_then(|h| h.slot).filter(|_| clock.beat < Beat::Rule);
    clock.day(slot.filter(|s| s.round == clock.round).or(before), numbers[scenario.own.coda.ix()] != 0)
}

/// The day on which what is argued at this stage is argued: as the hearing says, else the day of the court's step.
#[must_use]
pub fn day_of_argument(scenario: &Scenario, numbers: &[i16], clock: &Clock) -> Date {
    let hearing = scenario.stage(clock.stage).hearing.as_ref();
    day_of_deed(scenario, numbers, clock, hearing.and_then(|h| h.argued.or(h.slot)))
}

/// Whether an authority was decided before what is argued now.
#[must_use]
pub fn is_decided(view: &super::SeatView, authority: PrecedentIx) -> bool {
    let s = &view.scenario;
    s.law.precedent(authority).decided_on < day_of_argument(s, &view.numbers, &view.clock)
}

/// The authorities that a side may cite on an issue: those decided before a day.
pub fn decided_before(scenario: &Scenario, issue: IssueIx, side: Side, day: Date) -> impl Iterator<Item = PrecedentIx> {
    let all = scenario.issues[issue.ix()].authorities[super::legality::side_ix(side)].iter().copied();
    all.filter(move |a| scenario.law.precedent(*a).decided_on < day)
}

/// The authorities that a side may cite on an issue now.
pub fn citable(view: &super::SeatView, issue: IssueIx, side: Side) -> impl Iterator<Item = PrecedentIx> {
    let s = &view.scenario;
    decided_before(s, issue, side, day_of_argument(s, &view.numbers, &view.clock))
}

/// The day on which the court of this stage rules, as a seat can tell: its slot in its own round, else the round's last day.
#[must_use]
pub fn day_of_ruling(view: &super::SeatView) -> Date {
    let s = &view.scenario;
    let slot = s.stage(view.clock.stage).hearing.as_ref().and_then(|h| h.slot);
    view.clock.day(slot, view.numbers[s.own.coda.ix()] != 0)
}

/// Claims a seat may quote in public.
pub fn flattering(scenario: &Scenario, seat: SeatIx) -> impl Iterator<Item = ClaimIx> + '_ {
    let mine = move |(_, c): &(usize, &crate::model::Claim)| c.flatters.contains(&seat);
    scenario.claims.iter().enumerate().filter(mine).map(|(i, _)| ClaimIx::new(i))
}

/// Open questions of a scenario with their values.
pub fn open_questions<'a>(scenario: &'a Scenario, numbers: &'a [i16]) -> impl Iterator<Item = (VarIx, i16)> + 'a {
    let all = scenario.vars.iter().zip(numbers).enumerate().filter(|(_, (v, _))| v.kind == VarKind::Question);
    all.map(|(i, (_, n))| (VarIx::new(i), *n))
}
