//! Which rounds a decision or an offer belongs to, as far as the file says before anybody has played.

use crate::model::{Amount, Atom, Condition, Decision, Doable, Effect, Formula, Offer, Scenario, Stage, StageIx, every};
use std::collections::BTreeSet;

/// How far a condition is followed that asks for what was chosen in the same round.
const DEEP: u8 = 4;

/// The rounds of a scenario's stages.
pub struct Calendar<'a> {
    scenario: &'a Scenario,
    stages: Vec<BTreeSet<u8>>,
}

impl<'a> Calendar<'a> {
    /// Each stage in the round that the file gives it, or its hearing; else wherever the procedure can have come.
    pub fn of(scenario: &'a Scenario) -> Self {
        let dated = |s: &Stage| s.round.or_else(|| s.hearing.as_ref()?.slot.map(|x| x.round));
        let stages = scenario.stages.iter().map(|s| dated(s).into_iter().collect()).collect();
        let mut calendar = Self { scenario, stages };
        let dated: Vec<bool> = calendar.stages.iter().map(|rounds| !rounds.is_empty()).collect();
        let mut here = BTreeSet::from([StageIx::new(0)]);
        for round in calendar.rounds() {
            here.extend(scenario.coda.filter(|(_, from)| *from <= round).map(|(stage, _)| stage));
            for stage in here.iter().filter(|s| !dated[s.ix()]) {
                calendar.stages[stage.ix()].insert(round);
            }
            here = here.iter().flat_map(|stage| calendar.after(*stage, round)).collect();
        }
        calendar
    }

    /// All rounds.
    pub fn rounds(&self) -> std::ops::RangeInclusive<u8> {
        1..=u8::try_from(self.scenario.rounds.len()).unwrap_or(u8::MAX)
    }

    /// The stages of a round.
    pub fn stages_in(&self, round: u8) -> impl Iterator<Item = &'a Stage> {
        self.scenario.stages.iter().zip(&self.stages).filter(move |(_, rounds)| rounds.contains(&round)).map(|(s, _)| s)
    }

    /// The stages that a round is the first to come to.
    pub fn new_in(&self, round: u8) -> impl Iterator<Item = &'a Stage> {
        self.scenario.stages.iter().zip(&self.stages).filter(move |(_, rounds)| rounds.first() == Some(&round)).map(|(s, _)| s)
    }

    /// The rounds of a decision; none if it may come up in any.
    pub fn decision(&self, d: &Decision) -> BTreeSet<u8> {
        self.placed(&d.when, d.rounds, d.options.iter().map(|o| &o.act))
    }

    /// The rounds of an offer; none if it may come up in any.
    pub fn offer(&self, o: &Offer) -> BTreeSet<u8> {
        self.placed(&o.act.when, o.act.rounds, std::iter::once(&o.act))
    }

    /// The rounds of its dates; without any, those to which range and condition narrow it, if that is half of them at most.
    fn placed<'d>(&self, when: &Condition, range: (u8, u8), acts: impl Iterator<Item = &'d Doable>) -> BTreeSet<u8> {
        let dates: BTreeSet<u8> = acts.filter_map(|a| a.slot).map(|slot| slot.round).collect();
        if !dates.is_empty() {
            return dates;
        }
        let open: BTreeSet<u8> = self.rounds().filter(|round| self.open(when, range, *round, DEEP)).collect();
        if 2 * open.len() <= self.scenario.rounds.len() { open } else { BTreeSet::new() }
    }

    /// Whether range and condition may be met at some stage of a round.
    fn open(&self, when: &Condition, (from, to): (u8, u8), round: u8, deep: u8) -> bool {
        let mut stages = (0..self.stages.len()).filter(|i| self.stages[*i].contains(&round));
        (from..=to).contains(&round) && stages.any(|i| self.may(when, true, (round, StageIx::new(i)), deep))
    }

    /// Where a match can go after a round at a stage.
    fn after(&self, stage: StageIx, round: u8) -> BTreeSet<StageIx> {
        let s = self.scenario;
        let here = s.stage(stage);
        let mut next = BTreeSet::from([here.then.unwrap_or(stage)]);
        let open = s.decisions.iter().filter(|d| self.may(&d.when, true, (round, stage), DEEP));
        for option in open.flat_map(|d| &d.options) {
            self.leads(&option.act.effects, &mut next);
        }
        if let Some(h) = &here.hearing {
            for effects in [&h.compel, &h.resist, &h.tie, &h.denied] {
                self.leads(effects, &mut next);
            }
        }
        next
    }

    fn leads(&self, effects: &[Effect], next: &mut BTreeSet<StageIx>) {
        every(effects, &mut |effect| match effect {
            Effect::Next(stage) => _ = next.insert(*stage),
            Effect::Do(bundle) => self.leads(&self.scenario.bundles[bundle.ix()].1, next),
            _ => {}
        });
    }

    /// Whether a condition may have a verdict in a round at a stage, whatever else is the case.
    fn may(&self, when: &Condition, holds: bool, at: (u8, StageIx), deep: u8) -> bool {
        let own = self.scenario.own;
        match when {
            Formula::Always => holds,
            Formula::Not(part) => self.may(part, !holds, at, deep),
            Formula::All(parts) if holds => parts.iter().all(|p| self.may(p, holds, at, deep)),
            Formula::Any(parts) if !holds => parts.iter().all(|p| self.may(p, holds, at, deep)),
            Formula::All(parts) | Formula::Any(parts) => parts.iter().any(|p| self.may(p, holds, at, deep)),
            Formula::Atom(amount @ Amount::Number(var, ..)) if *var == own.round || *var == own.stage => {
                let mut numbers = vec![0; self.scenario.vars.len()];
                numbers[own.round.ix()] = i16::from(at.0);
                numbers[own.stage.ix()] = i16::try_from(at.1.0).unwrap_or(i16::MAX);
                amount.holds(&numbers) == holds
            }
            // Chosen in this very round: then the choice has to be open in it.
            Formula::Atom(Amount::Above(round, chosen)) if !holds && *round == own.round && deep > 0 => {
                let d = self.scenario.decisions.iter().find(|d| d.chosen_in == *chosen);
                d.is_none_or(|d| self.open(&d.when, d.rounds, at.0, deep - 1))
            }
            Formula::Atom(_) => true,
        }
    }
}
