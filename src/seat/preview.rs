//! What an action would do by itself: its own effects on the numbers the seat sees, and what the law makes of them. What
//! others then do is not in it.

use super::breach::Conduct;
use super::view::{IssueStanding, SeatView};
use crate::lang::log;
use crate::model::{Action, CaseIx, Effect, EndingIx, FactorSet, NormIx, Say, Scenario, Side, VarIx, VarKind};

/// A number an effect changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// Which.
    pub var: VarIx,
    /// Value now.
    pub from: i16,
    /// Value after.
    pub to: i16,
}

/// Own effects of an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Numbers that change, flags and hidden numbers left out.
    pub shifts: Vec<Shift>,
    /// Ending it closes the main case with.
    pub ends: Option<EndingIx>,
    /// Norms it breaks; what that costs is in the numbers.
    pub breaks: Vec<NormIx>,
    /// Whether it does something that depends on a number the seat may not see.
    pub uncertain: bool,
}

impl Preview {
    /// The norms it breaks, a sentence each.
    pub fn broken(&self, s: &Scenario) -> impl Iterator<Item = Say> {
        self.breaks.iter().map(|n| Say::new("effect-breaks").with("norm", log::norm(s, *n)))
    }
}

/// The effects an action has of itself, if it is one that has effects.
#[must_use]
pub fn effects_of<'a>(s: &'a Scenario, action: &Action) -> &'a [Effect] {
    s.doable(action).map_or(&[], |act| &act.effects)
}

/// What following binding law, or breaking with it, does in a case: as the law stood when numbers were last written.
#[must_use]
pub fn binding_effects<'a>(s: &'a Scenario, numbers: &[i16], case: CaseIx, side: Side) -> &'a [Effect] {
    let forced = numbers[s.cases[case.ix()].forced.ix()];
    let sign = if side == Side::Compel { 1 } else { -1 };
    match (&s.bench, forced) {
        (None, _) | (_, 0) => &[],
        (Some(bench), forced) if forced == sign => &bench.follows,
        (Some(bench), _) => &bench.defies,
    }
}

/// What a ruling does by how it is reasoned, whoever wins: its length, the arguments it goes with or against, and what binds.
#[must_use]
pub fn reasoning_effects<'a>(
    s: &'a Scenario,
    numbers: &[i16],
    standing: &[IssueStanding],
    case: CaseIx,
    side: Side,
    reason: &FactorSet,
) -> Vec<&'a [Effect]> {
    let Some(bench) = &s.bench else { return Vec::new() };
    let length = bench.length(reason.len());
    let net: i16 = standing.iter().filter_map(|x| x.side).map(|x| if x == side.other() { 1 } else { -1 }).sum();
    let merits = if net >= bench.against.0 { &bench.against.1 } else { &bench.with };
    let length = length.filter(|_| !reason.is_empty()).map(|(_, _, effects)| effects.as_slice());
    [length, Some(merits.as_slice()), Some(binding_effects(s, numbers, case, side))].into_iter().flatten().collect()
}

/// What a court's option in a sister file does by following binding law or breaking with it.
fn ruling_effects<'a>(s: &'a Scenario, action: &Action, numbers: &[i16]) -> &'a [Effect] {
    let Action::Choose(d, o) = action else { return &[] };
    let rules = s.decision(*d).options.get(*o as usize).and_then(|c| c.rules);
    match (s.decision(*d).file, rules) {
        (Some(case), Some(side)) => binding_effects(s, numbers, case, side),
        _ => &[],
    }
}

/// Runs an action's own effects on numbers; tells which hidden numbers it had to read.
pub fn run_action(s: &Scenario, action: &Action, numbers: &mut [i16], reads: &mut impl FnMut(VarIx)) {
    run(s, ruling_effects(s, action, numbers), numbers, reads);
    run(s, effects_of(s, action), numbers, reads);
}

/// That an action was done, as the rules write it down before it has effects.
fn record(view: &SeatView, action: &Action, numbers: &mut [i16]) {
    let s = &view.scenario;
    match action {
        Action::Choose(d, o) => {
            numbers[s.decision(*d).chosen.ix()] = i16::try_from(*o).unwrap_or(i16::MAX - 1) + 1;
            numbers[s.decision(*d).chosen_in.ix()] = i16::from(view.clock.round);
        }
        Action::Move(m) => numbers[s.side_move(*m).done.ix()] += 1,
        Action::Offer(o) | Action::Respond(o, true) => numbers[s.offer(*o).accepted.ix()] = 1,
        _ => {}
    }
}

/// Previews an action in a view.
#[must_use]
pub fn preview(view: &SeatView, action: &Action) -> Preview {
    let s = &*view.scenario;
    let mut after = view.numbers.clone();
    let mut uncertain = false;
    let mut reads = |var: VarIx| uncertain |= !view.sees(var);
    let day = |slot| super::day_of_deed(s, &view.numbers, &view.clock, slot);
    let mut then = Conduct {
        instruments: view.instruments.clone(),
        produced: view.produced.clone(),
        day: day(s.doable(action).and_then(|act| act.slot)),
    };
    record(view, action, &mut after);
    run(s, ruling_effects(s, action, &after), &mut after, &mut reads);
    watch(s, effects_of(s, action), &mut after, &mut reads, &mut |effect| match effect {
        Effect::Instrument(ix, status) => then.instruments[ix.ix()] = *status,
        Effect::Produce(ix) => then.produced[ix.ix()] = true,
        Effect::At(slot, _) => then.day = then.day.max(day(Some(*slot))),
        _ => {}
    });
    let mut breaks = Vec::new();
    for breach in &s.breaches {
        if then.breaks(s, &after, breach) {
            breach.when.reads(&mut reads);
            after[breach.broken.ix()] = 1;
            run(s, &breach.effects, &mut after, &mut reads);
            breaks.push(breach.norm);
        }
    }
    let shifts = s.vars.iter().enumerate().filter_map(|(i, v)| {
        let var = VarIx::new(i);
        let changed = after[i] != view.numbers[i] && v.kind != VarKind::Flag && view.sees(var);
        changed.then(|| Shift { var, from: view.numbers[i], to: after[i] })
    });
    let shifts = shifts.collect();
    let own = s.own.ending.ix();
    let ends = (after[own] != view.numbers[own]).then(|| EndingIx::new(usize::try_from(after[own] - 1).unwrap_or(0)));
    Preview { shifts, ends, breaks, uncertain }
}

/// Sets a number within its bounds.
fn put(s: &Scenario, numbers: &mut [i16], var: VarIx, value: i32) {
    let v = s.var(var);
    let value = value.clamp(i32::from(v.min), i32::from(v.max));
    numbers[var.ix()] = i16::try_from(value).unwrap_or(v.min);
}

/// Runs effects on numbers alone; tells which hidden numbers it had to read.
pub fn run(s: &Scenario, effects: &[Effect], numbers: &mut [i16], reads: &mut impl FnMut(VarIx)) {
    watch(s, effects, numbers, reads, &mut |_| {});
}

/// Runs effects on numbers, and shows each that is carried out.
fn watch(s: &Scenario, effects: &[Effect], numbers: &mut [i16], reads: &mut impl FnMut(VarIx), see: &mut impl FnMut(&Effect)) {
    for effect in effects {
        see(effect);
        match effect {
            Effect::Add(var, by) => put(s, numbers, *var, i32::from(numbers[var.ix()]) + i32::from(*by)),
            Effect::Set(var, value) => put(s, numbers, *var, i32::from(*value)),
            Effect::AddFrom(var, from) => {
                reads(*from);
                put(s, numbers, *var, i32::from(numbers[var.ix()]) + i32::from(numbers[from.ix()]));
            }
            Effect::SetFrom(var, from, plus) => {
                reads(*from);
                put(s, numbers, *var, i32::from(numbers[from.ix()]) + i32::from(*plus));
            }
            Effect::Do(bundle) => watch(s, &s.bundles[bundle.ix()].1, numbers, reads, see),
            Effect::If(when, then, otherwise) => {
                when.reads(reads);
                let branch = if when.holds(numbers) { then } else { otherwise };
                watch(s, branch, numbers, reads, see);
            }
            Effect::At(_, effects) => watch(s, effects, numbers, reads, see),
            Effect::Close(ending) => {
                let own = s.own.ending.ix();
                if numbers[own] == 0 {
                    numbers[own] = i16::try_from(ending.0).unwrap_or(0) + 1;
                }
            }
            Effect::Fire(event) => watch(s, &s.event(*event).effects, numbers, reads, see),
            Effect::Assert(state) | Effect::Withdraw(state) => {
                let mut claims = super::claims(s, numbers);
                let changed = if matches!(effect, Effect::Assert(_)) {
                    claims.assert(*state, super::claim_round(s, numbers))
                } else {
                    claims.withdraw(*state)
                };
                for (var, value) in super::claim_numbers(s, &claims).into_iter().filter(|_| changed) {
                    put(s, numbers, var, i32::from(value));
                }
            }
            Effect::Next(_)
            | Effect::Schedule(..)
            | Effect::Shift(..)
            | Effect::Due(_)
            | Effect::Draw(_)
            | Effect::Instrument(..)
            | Effect::Produce(_)
            | Effect::Vacate(_)
            | Effect::Supersede(_) => {}
        }
    }
}
