//! What a match can come to at all: a bound from above on stages, options, events and endings, found without playing.
//!
//! Every number is given the span of values it can have, everything the set of things that can happen; both grow until nothing
//! is added. What is left out then can never happen, whatever anybody does: that is proven. The reverse is not: what is in may
//! still never come about, because conditions are looked at one by one and time is left out.

use crate::model::{Amount, Condition, Doable, Effect, Hearing, Scenario, StageIx, Test, VarIx, VarKind};

/// What can happen, by position in the scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reachable {
    /// Stages.
    pub stages: Vec<bool>,
    /// Options, by decision.
    pub options: Vec<Vec<bool>>,
    /// Side moves.
    pub moves: Vec<bool>,
    /// Offers, accepted.
    pub offers: Vec<bool>,
    /// Events.
    pub events: Vec<bool>,
    /// Triggers.
    pub triggers: Vec<bool>,
    /// Endings.
    pub endings: Vec<bool>,
    /// Questions of the debrief that are asked after some courses.
    pub follow_ups: Vec<bool>,
}

/// Consequences, and the stage at whose hearing they come, if they come at one.
pub struct Consequences<'a> {
    /// The stage.
    pub stage: Option<StageIx>,
    /// What they are.
    pub effects: &'a [Effect],
}

/// Every list of consequences in a scenario but those of bundles, which come by way of others.
#[must_use]
pub fn consequences(s: &Scenario) -> Vec<Consequences<'_>> {
    let mut out: Vec<Consequences<'_>> = Vec::new();
    let mut anywhere = |effects| out.push(Consequences { stage: None, effects });
    s.decisions.iter().flat_map(|d| &d.options).for_each(|o| anywhere(&o.act.effects));
    s.moves.iter().for_each(|m| anywhere(&m.act.effects));
    s.offers.iter().for_each(|o| anywhere(&o.act.effects));
    s.events.iter().for_each(|e| anywhere(&e.effects));
    s.triggers.iter().for_each(|t| anywhere(&t.effects));
    s.upkeep.iter().for_each(|(_, e)| anywhere(e));
    s.breaches.iter().for_each(|b| anywhere(&b.effects));
    of_bench(s).for_each(&mut anywhere);
    s.bundles.iter().for_each(|(_, e)| anywhere(e));
    for (i, stage) in s.stages.iter().enumerate() {
        for effects in stage.hearing.iter().flat_map(of_hearing) {
            out.push(Consequences { stage: Some(StageIx::new(i)), effects });
        }
    }
    out
}

/// The consequences of a hearing.
pub fn of_hearing(h: &Hearing) -> impl Iterator<Item = &[Effect]> {
    [&h.compel, &h.resist, &h.tie, &h.denied, &h.outvoted, &h.differs].into_iter().map(Vec::as_slice)
}

fn of_bench(s: &Scenario) -> impl Iterator<Item = &[Effect]> {
    s.bench.iter().flat_map(|b| {
        let lists = [&b.against.1, &b.with, &b.no_holding, &b.follows, &b.defies];
        b.lengths.iter().map(|(_, _, e)| e).chain(lists).map(Vec::as_slice)
    })
}

/// What a number can be.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Values {
    /// Anything between two ends.
    Span(i32, i32),
    /// One of these.
    Among(Vec<i16>),
}

impl Values {
    fn can(&self, test: Test, mark: i16) -> bool {
        match self {
            Self::Span(lo, hi) => match test {
                Test::AtLeast => *hi >= i32::from(mark),
                Test::AtMost => *lo <= i32::from(mark),
                Test::Is => (*lo..=*hi).contains(&i32::from(mark)),
            },
            Self::Among(all) => all.iter().any(|v| passes(*v, test, mark)),
        }
    }

    fn must(&self, test: Test, mark: i16) -> bool {
        match self {
            Self::Span(lo, hi) => match test {
                Test::AtLeast => *lo >= i32::from(mark),
                Test::AtMost => *hi <= i32::from(mark),
                Test::Is => *lo == *hi && *lo == i32::from(mark),
            },
            Self::Among(all) => all.iter().all(|v| passes(*v, test, mark)),
        }
    }

    fn ends(&self) -> (i32, i32) {
        match self {
            Self::Span(lo, hi) => (*lo, *hi),
            Self::Among(all) => (all.iter().min().copied().map_or(0, i32::from), all.iter().max().copied().map_or(0, i32::from)),
        }
    }

    /// Takes a value in; tells whether it was new.
    fn put(&mut self, value: i32) -> bool {
        match self {
            Self::Span(lo, hi) => {
                let new = value < *lo || value > *hi;
                (*lo, *hi) = ((*lo).min(value), (*hi).max(value));
                new
            }
            Self::Among(all) => {
                let value = i16::try_from(value).unwrap_or(i16::MAX);
                let new = !all.contains(&value);
                if new {
                    all.push(value);
                }
                new
            }
        }
    }
}

fn passes(value: i16, test: Test, mark: i16) -> bool {
    match test {
        Test::AtLeast => value >= mark,
        Test::AtMost => value <= mark,
        Test::Is => value == mark,
    }
}

struct Search<'a> {
    s: &'a Scenario,
    numbers: Vec<Values>,
    found: Reachable,
    grown: bool,
}

impl Reachable {
    /// What a match of a scenario can come to.
    #[must_use]
    pub fn of(s: &Scenario) -> Self {
        let no = |n: usize| vec![false; n];
        let found = Self {
            stages: no(s.stages.len()),
            options: s.decisions.iter().map(|d| no(d.options.len())).collect(),
            moves: no(s.moves.len()),
            offers: no(s.offers.len()),
            events: no(s.events.len()),
            triggers: no(s.triggers.len()),
            endings: no(s.endings.len()),
            follow_ups: no(s.debrief.follow_ups.len()),
        };
        let mut search = Search { s, numbers: numbers(s), found, grown: true };
        if !s.stages.is_empty() {
            search.stage(StageIx::new(0));
        }
        if let Some((stage, _)) = s.coda {
            search.stage(stage);
        }
        search.ending(s.fallback.ix());
        for draw in &s.draws {
            draw.values.iter().chain([&draw.historic]).for_each(|v| search.put(draw.into, i32::from(*v)));
        }
        while std::mem::take(&mut search.grown) {
            search.round();
        }
        let asked = s.debrief.follow_ups.iter().map(|(when, _)| search.can(when)).collect();
        Self { follow_ups: asked, ..search.found }
    }
}

/// What each number can be before anything has happened. What the rules write by themselves, for reasons that are not looked at
/// here, can be anything.
fn numbers(s: &Scenario) -> Vec<Values> {
    let kept = |v: &crate::model::Var| v.kind == VarKind::Flag && v.min == i16::MIN;
    let own = |v: &crate::model::Var| {
        if kept(v) || v.kind == VarKind::Question {
            Values::Span(i32::from(i16::MIN), i32::from(i16::MAX))
        } else {
            Values::Span(i32::from(v.start), i32::from(v.start))
        }
    };
    let mut out: Vec<Values> = s.vars.iter().map(own).collect();
    let mut free = |v: VarIx| out[v.ix()] = Values::Span(i32::from(s.var(v).min), i32::from(s.var(v).max));
    s.seats.iter().flat_map(|x| [x.candour, x.publicity]).flatten().for_each(&mut free);
    s.reach.iter().for_each(|r| free(r.meter));
    let mut exactly = |v: VarIx, value: i16| out[v.ix()] = Values::Among(vec![value]);
    exactly(s.own.stage, 0);
    exactly(s.own.ending, 0);
    for d in &s.decisions {
        exactly(d.chosen, 0);
    }
    let once = s
        .events
        .iter()
        .map(|e| e.happened)
        .chain(s.triggers.iter().map(|t| t.happened))
        .chain(s.offers.iter().map(|o| o.accepted));
    once.chain(s.moves.iter().map(|m| m.done)).for_each(|v| exactly(v, 0));
    out[s.own.round.ix()] = Values::Span(1, i32::try_from(s.rounds.len()).unwrap_or(i32::MAX));
    out
}

impl Search<'_> {
    fn put(&mut self, v: VarIx, value: i32) {
        let bounds = self.s.var(v);
        let value = value.clamp(i32::from(bounds.min), i32::from(bounds.max));
        self.grown |= self.numbers[v.ix()].put(value);
    }

    fn stage(&mut self, x: StageIx) {
        if !std::mem::replace(&mut self.found.stages[x.ix()], true) {
            self.grown = true;
            self.put(self.s.own.stage, i32::from(x.0));
        }
    }

    fn ending(&mut self, x: usize) {
        if !std::mem::replace(&mut self.found.endings[x], true) {
            self.grown = true;
            self.put(self.s.own.ending, i32::try_from(x).unwrap_or(0) + 1);
        }
    }

    /// Whether a condition may hold at some time.
    fn can(&self, when: &Condition) -> bool {
        match when {
            Condition::Always => true,
            Condition::All(parts) => parts.iter().all(|p| self.can(p)),
            Condition::Any(parts) => parts.iter().any(|p| self.can(p)),
            Condition::Not(part) => !self.must(part),
            Condition::Atom(Amount::Number(v, test, mark)) => self.numbers[v.ix()].can(*test, *mark),
            Condition::Atom(Amount::Above(a, b)) => self.numbers[a.ix()].ends().1 > self.numbers[b.ix()].ends().0,
        }
    }

    /// Whether a condition holds at all times.
    fn must(&self, when: &Condition) -> bool {
        match when {
            Condition::Always => true,
            Condition::All(parts) => parts.iter().all(|p| self.must(p)),
            Condition::Any(parts) => parts.iter().any(|p| self.must(p)),
            Condition::Not(part) => !self.can(part),
            Condition::Atom(Amount::Number(v, test, mark)) => self.numbers[v.ix()].must(*test, *mark),
            Condition::Atom(Amount::Above(a, b)) => self.numbers[a.ix()].ends().0 > self.numbers[b.ix()].ends().1,
        }
    }

    /// Whether something may be done: some round has it, its price can be paid, its condition may hold.
    fn open(&self, act: &Doable) -> bool {
        let (effort, keep) = self.s.effort;
        self.in_time(act.rounds) && act.cost <= effort.saturating_add(keep) && self.can(&act.when)
    }

    fn in_time(&self, (from, to): (u8, u8)) -> bool {
        from.max(1) <= to && usize::from(from) <= self.s.rounds.len()
    }

    fn effects(&mut self, list: &[Effect]) {
        for e in list {
            match e {
                Effect::Add(v, by) => {
                    // However often: up to the bound it is moved towards.
                    let about = self.s.var(*v);
                    let far = if *by > 0 { about.max } else { about.min };
                    if *by != 0 {
                        self.put(*v, i32::from(far));
                    }
                }
                Effect::Set(v, value) => self.put(*v, i32::from(*value)),
                Effect::AddFrom(v, _) | Effect::SetFrom(v, ..) => {
                    let about = self.s.var(*v);
                    self.put(*v, i32::from(about.min));
                    self.put(*v, i32::from(about.max));
                }
                Effect::Do(bundle) => self.effects(&self.s.bundles[bundle.ix()].1),
                Effect::If(when, then, otherwise) => {
                    if self.can(when) {
                        self.effects(then);
                    }
                    if !self.must(when) {
                        self.effects(otherwise);
                    }
                }
                Effect::At(_, then) => self.effects(then),
                Effect::Next(x) => self.stage(*x),
                Effect::Close(x) => self.ending(x.ix()),
                Effect::Schedule(x, ..) | Effect::Fire(x) => self.event(x.ix()),
                _ => {}
            }
        }
    }

    fn event(&mut self, i: usize) {
        let s = self.s;
        if !std::mem::replace(&mut self.found.events[i], true) {
            self.grown = true;
            self.put(s.events[i].happened, 1);
            self.effects(&s.events[i].effects);
        }
    }

    fn round(&mut self) {
        let s = self.s;
        for (i, stage) in s.stages.iter().enumerate() {
            if !self.found.stages[i] {
                continue;
            }
            if let Some(then) = stage.then {
                self.stage(then);
            }
            if let Some(h) = stage.hearing.as_ref().filter(|h| self.can(&h.when)) {
                of_hearing(h).for_each(|e| self.effects(e));
            }
        }
        for (i, d) in s.decisions.iter().enumerate() {
            if !self.in_time(d.rounds) || !self.can(&d.when) {
                continue;
            }
            for (j, o) in d.options.iter().enumerate() {
                if self.open(&o.act) {
                    self.grown |= !std::mem::replace(&mut self.found.options[i][j], true);
                    self.put(d.chosen, i32::try_from(j).unwrap_or(0) + 1);
                    self.effects(&o.act.effects);
                }
            }
        }
        for (i, m) in s.moves.iter().enumerate() {
            if self.open(&m.act) {
                self.grown |= !std::mem::replace(&mut self.found.moves[i], true);
                let most = if m.times > 0 { m.times } else { i16::MAX };
                self.numbers[m.done.ix()] = Values::Span(0, i32::from(most));
                self.effects(&m.act.effects);
            }
        }
        for (i, o) in s.offers.iter().enumerate() {
            if self.open(&o.act) {
                self.grown |= !std::mem::replace(&mut self.found.offers[i], true);
                self.put(o.accepted, 1);
                self.effects(&o.act.effects);
            }
        }
        for (i, e) in s.events.iter().enumerate() {
            if e.slot.is_some() && self.can(&e.when) {
                self.event(i);
            }
            if self.found.events[i] {
                self.effects(&e.effects);
            }
        }
        for (i, t) in s.triggers.iter().enumerate() {
            if self.can(&t.when) {
                self.grown |= !std::mem::replace(&mut self.found.triggers[i], true);
                self.put(t.happened, 1);
                self.effects(&t.effects);
            }
        }
        for (when, effects) in &s.upkeep {
            if self.can(when) {
                self.effects(effects);
            }
        }
        s.breaches.iter().for_each(|b| self.effects(&b.effects));
        of_bench(s).for_each(|e| self.effects(e));
    }
}
