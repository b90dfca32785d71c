//! What an action would do by itself: its own effects on the numbers the seat sees. What others then do is not in it.

use super::view::{IssueStanding, SeatView};
use crate::model::{Action, CaseIx, Effect, EndingIx, FactorSet, Scenario, Side, VarIx, VarKind};

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
    /// Whether it does something that depends on a number the seat may not see.
    pub uncertain: bool,
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
    let length = bench.lengths.iter().find(|(most, ..)| reason.len() <= usize::from(*most));
    let net: i16 = standing.iter().filter_map(|x| x.side).map(|x| if x == side.other() { 1 } else { -1 }).sum();
    let merits = if net >= bench.against.0 { &bench.against.1 } else { &bench.with };
    let length = length.filter(|_| !reason.is_empty()).map(|(_, _, effects)| effects.as_slice());
    [length, Some(merits.as_slice()), Some(binding_effects(s, numbers, case, side))].into_iter().flatten().collect()
}

/// Runs an action's own effects on numbers; tells which hidden numbers it had to read.
pub fn run_action(s: &Scenario, action: &Action, numbers: &mut [i16], reads: &mut impl FnMut(VarIx)) {
    if let Action::Choose(d, o) = action
        && let Some(case) = s.decision(*d).file
        && let Some(side) = s.decision(*d).options.get(*o as usize).and_then(|c| c.rules)
    {
        run(s, binding_effects(s, numbers, case, side), numbers, reads);
    }
    run(s, effects_of(s, action), numbers, reads);
}

/// Previews an action in a view.
#[must_use]
pub fn preview(view: &SeatView, action: &Action) -> Preview {
    let mut after = view.numbers.clone();
    let mut uncertain = false;
    run_action(&view.scenario, action, &mut after, &mut |var| uncertain |= !view.sees(var));
    let shifts = view.scenario.vars.iter().enumerate().filter_map(|(i, v)| {
        let var = VarIx::new(i);
        let changed = after[i] != view.numbers[i] && v.kind != VarKind::Flag && view.sees(var);
        changed.then(|| Shift { var, from: view.numbers[i], to: after[i] })
    });
    let shifts = shifts.collect();
    let own = view.scenario.own.ending.ix();
    let ends = (after[own] != view.numbers[own]).then(|| EndingIx::new(usize::try_from(after[own] - 1).unwrap_or(0)));
    Preview { shifts, ends, uncertain }
}

/// Sets a number within its bounds.
fn put(s: &Scenario, numbers: &mut [i16], var: VarIx, value: i32) {
    let v = s.var(var);
    let value = value.clamp(i32::from(v.min), i32::from(v.max));
    numbers[var.ix()] = i16::try_from(value).unwrap_or(v.min);
}

/// Runs effects on numbers alone; tells which hidden numbers it had to read.
pub fn run(s: &Scenario, effects: &[Effect], numbers: &mut [i16], reads: &mut impl FnMut(VarIx)) {
    for effect in effects {
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
            Effect::Do(bundle) => run(s, &s.bundles[bundle.ix()].1, numbers, reads),
            Effect::If(when, then, otherwise) => {
                when.reads(reads);
                let branch = if when.holds(numbers) { then } else { otherwise };
                run(s, branch, numbers, reads);
            }
            Effect::At(_, effects) => run(s, effects, numbers, reads),
            Effect::Close(ending) => {
                let own = s.own.ending.ix();
                if numbers[own] == 0 {
                    numbers[own] = i16::try_from(ending.0).unwrap_or(0) + 1;
                }
            }
            Effect::Fire(event) => run(s, &s.event(*event).effects, numbers, reads),
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
