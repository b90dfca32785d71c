//! Conditions and effects resolved.

use super::file::{self, Then, When};
use super::names::{Kind, Names};
use crate::model::{Amount, Condition, Effect, Slot, StateIx, Test, VarIx};

/// Resolves a condition.
pub(super) fn condition(n: &mut Names, when: &When) -> Condition {
    let number = Condition::number;
    let side = |s: &crate::model::Side| if *s == crate::model::Side::Compel { 1 } else { -1 };
    let kept = |n: &mut Names, kind: Kind, what: &str, id: &str| {
        // The name itself is looked up first, so that a typo is reported as what it is.
        let known = n.knows(kind, id).is_some();
        if !known {
            n.find(kind, id);
            return VarIx(0);
        }
        VarIx::new(n.find(Kind::Number, &format!("{what}:{id}")))
    };
    match when {
        When::Always => Condition::Always,
        When::All(parts) => Condition::All(parts.iter().map(|p| condition(n, p)).collect()),
        When::Any(parts) => Condition::Any(parts.iter().map(|p| condition(n, p)).collect()),
        When::Not(part) => Condition::Not(Box::new(condition(n, part))),
        When::AtLeast(v, x) => number(n.number(v), Test::AtLeast, *x),
        When::AtMost(v, x) => number(n.number(v), Test::AtMost, *x),
        When::Is(v, x) => number(n.number(v), Test::Is, *x),
        When::Above(a, b) => Condition::Atom(Amount::Above(n.number(a), n.number(b))),
        When::Rounds(from, to) => {
            let round = VarIx::new(n.find(Kind::Number, "round:"));
            Condition::All(vec![number(round, Test::AtLeast, i16::from(*from)), number(round, Test::AtMost, i16::from(*to))])
        }
        When::Stage(id) => {
            let stage = n.stage(id);
            number(VarIx::new(n.find(Kind::Number, "stage:")), Test::Is, i16::try_from(stage.0).unwrap_or(0))
        }
        When::Chose(d, o) => number(kept(n, Kind::Decision, "chose", d), Test::Is, option(n, d, o)),
        When::ChoseNow(d, o) => {
            let (chose, at) = (kept(n, Kind::Decision, "chose", d), kept(n, Kind::Decision, "chosen-in", d));
            let round = VarIx::new(n.find(Kind::Number, "round:"));
            let not_before = Condition::Not(Box::new(Condition::Atom(Amount::Above(round, at))));
            Condition::All(vec![number(chose, Test::Is, option(n, d, o)), not_before])
        }
        When::Decided(d) => number(kept(n, Kind::Decision, "chose", d), Test::AtLeast, 1),
        When::Did(m) => number(kept(n, Kind::Move, "did", m), Test::AtLeast, 1),
        When::Times(m, times) => number(kept(n, Kind::Move, "did", m), Test::AtLeast, *times),
        When::Happened(e) => {
            let kind = if n.knows(Kind::Trigger, e).is_some() { Kind::Trigger } else { Kind::Event };
            number(kept(n, kind, "happened", e), Test::AtLeast, 1)
        }
        When::Accepted(o) => number(kept(n, Kind::Offer, "accepted", o), Test::AtLeast, 1),
        When::Leads(s) => number(VarIx::new(n.find(Kind::Number, "leading:")), Test::Is, side(s)),
        When::Ruled(s) => number(VarIx::new(n.find(Kind::Number, "outcome:")), Test::Is, side(s)),
        When::Pending => number(VarIx::new(n.find(Kind::Number, "ending:")), Test::Is, 0),
        When::Ended(list) => {
            let ending = VarIx::new(n.find(Kind::Number, "ending:"));
            let is = |n: &mut Names, id: &String| number(ending, Test::Is, i16::try_from(n.ending(id).0).unwrap_or(0) + 1);
            Condition::Any(list.iter().map(|id| is(n, id)).collect())
        }
        When::Forced(c, s) => number(kept(n, Kind::Case, "forced", c), Test::Is, side(s)),
        When::Free(c) => number(kept(n, Kind::Case, "forced", c), Test::Is, 0),
        When::Holding(c, s) => number(kept(n, Kind::Case, "holding", c), Test::Is, side(s)),
        When::Claims(x) => number(kept(n, Kind::State, "claim", x), Test::AtLeast, 1),
        When::Persuaded(c, s) => number(kept(n, Kind::Case, "persuaded", c), Test::Is, side(s)),
    }
}

/// The number under which an option is recorded; options are checked in a second pass over the file.
pub(super) fn option(n: &mut Names, d: &str, o: &str) -> i16 {
    if let Some(ix) = n.knows(Kind::Option, &format!("{d}/{o}")) {
        return i16::try_from(ix).unwrap_or(0) + 1;
    }
    let all = n.options(d);
    n.unknown(o, format!("decision `{d}` has no option `{o}`"), all.iter().map(String::as_str));
    1
}

/// Makes the options known; before anything is resolved.
pub fn define_options(f: &file::Scenario, n: &mut Names) {
    for d in &f.decisions {
        for (i, o) in d.options.iter().enumerate() {
            n.keep(Kind::Option, &format!("{}/{}", d.id, o.id), i);
        }
    }
}

/// Resolves effects.
pub(super) fn effects(n: &mut Names, list: &[Then]) -> Vec<Effect> {
    list.iter().map(|e| effect(n, e)).collect()
}

pub(super) fn effect(n: &mut Names, e: &Then) -> Effect {
    match e {
        Then::Add(v, x) => Effect::Add(n.number(v), *x),
        Then::Set(v, x) => Effect::Set(n.number(v), *x),
        Then::AddFrom(v, from) => Effect::AddFrom(n.number(v), n.number(from)),
        Then::SetFrom(v, from, plus) => Effect::SetFrom(n.number(v), n.number(from), *plus),
        Then::Do(b) => Effect::Do(n.bundle(b)),
        Then::If(when, then) => Effect::If(condition(n, when), effects(n, then), Vec::new()),
        Then::IfElse(when, then, otherwise) => Effect::If(condition(n, when), effects(n, then), effects(n, otherwise)),
        Then::On(round, date, then) => Effect::At(Slot { round: *round, date: *date }, effects(n, then)),
        Then::Next(s) => Effect::Next(n.stage(s)),
        Then::Close(x) => Effect::Close(n.ending(x)),
        Then::Schedule(x, days) => Effect::Schedule(n.event(x), *days, None),
        Then::ScheduleBy(x, days, v) => Effect::Schedule(n.event(x), *days, Some(n.number(v))),
        Then::Shift(x, days) => Effect::Shift(n.event(x), *days),
        Then::Due(x) => Effect::Due(n.event(x)),
        Then::Fire(x) => Effect::Fire(n.event(x)),
        Then::Draw(x) => Effect::Draw(n.draw(x)),
        Then::Instrument(x, status) => Effect::Instrument(n.in_play(x), *status),
        Then::Produce(x) => Effect::Produce(n.item(x)),
        Then::Vacate(x) => Effect::Vacate(n.case(x)),
        Then::Supersede(x) => Effect::Supersede(n.question(x)),
        Then::Assert(x) => Effect::Assert(StateIx::new(n.find(Kind::State, x))),
        Then::Withdraw(x) => Effect::Withdraw(StateIx::new(n.find(Kind::State, x))),
    }
}
