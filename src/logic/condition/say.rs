//! Conditions and traces as sentences to be: the one printer of conditions.

use super::{Part, Trace};
use crate::model::{
    Amount, Arg, Circumstance, DataKind, DecisionIx, Formula, OrderIx, Say, Scenario, Seen, StageIx, Test, VarKind,
};

/// An atom that can say what it asks, and what was found.
pub trait Speak {
    /// What is found when it is asked.
    type Found;

    /// What it asks.
    fn say(&self, scenario: &Scenario) -> Say;

    /// What was found; none where the verdict says it all.
    fn found(scenario: &Scenario, found: &Self::Found) -> Option<Say>;
}

/// A condition as a sentence.
#[must_use]
pub fn say<A: Speak>(scenario: &Scenario, condition: &Formula<A>) -> Say {
    match condition {
        Formula::Always => Say::new("if-always"),
        Formula::All(parts) => joined("if-and", parts.iter().map(|p| say(scenario, p)), "if-always"),
        Formula::Any(parts) => joined("if-or", parts.iter().map(|p| say(scenario, p)), "if-never"),
        Formula::Not(part) => Say::new("if-not").with("part", nested(say(scenario, part))),
        Formula::Atom(atom) => atom.say(scenario),
    }
}

/// A line of a trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// How deep it stands.
    pub depth: usize,
    /// Whether it holds.
    pub holds: bool,
    /// What is asked.
    pub asked: Say,
    /// What was found.
    pub found: Option<Say>,
}

/// A trace as lines, a part before what it is made of.
#[must_use]
pub fn lines<A: Speak>(scenario: &Scenario, trace: &Trace<A, A::Found>) -> Vec<Line> {
    let mut out = Vec::new();
    walk(scenario, trace, 0, &mut out);
    out
}

fn walk<A: Speak>(scenario: &Scenario, trace: &Trace<A, A::Found>, depth: usize, out: &mut Vec<Line>) {
    let mut put = |asked, found| out.push(Line { depth, holds: trace.holds, asked, found });
    match &trace.part {
        Part::Always => put(Say::new("if-always"), None),
        Part::Atom(atom, found) => put(atom.say(scenario), A::found(scenario, found)),
        Part::Not(part) => {
            put(Say::new("trace-not"), None);
            walk(scenario, part, depth + 1, out);
        }
        Part::All(parts) => {
            put(Say::new("trace-all"), None);
            for part in parts {
                walk(scenario, part, depth + 1, out);
            }
        }
        Part::Any(parts) => {
            put(Say::new("trace-any"), None);
            for part in parts {
                walk(scenario, part, depth + 1, out);
            }
        }
    }
}

fn nested(say: Say) -> Arg {
    Arg::Say(Box::new(say))
}

/// Sentences joined by a word; `empty` where there are none.
fn joined(key: &'static str, parts: impl Iterator<Item = Say>, empty: &'static str) -> Say {
    let both = |left, right| Say::new(key).with("left", nested(left)).with("right", nested(right));
    parts.reduce(both).unwrap_or(Say::new(empty))
}

/// The name of a legal order.
#[must_use]
pub fn order(scenario: &Scenario, ix: OrderIx) -> Arg {
    Arg::Verbatim(scenario.law.orders.get(ix.ix()).map_or_else(String::new, |o| o.name.clone()))
}

/// The names of legal orders, in a row.
#[must_use]
pub fn orders(scenario: &Scenario, all: &[OrderIx]) -> Say {
    let each = all.iter().map(|o| Say::new("trace-order").with("order", order(scenario, *o)));
    joined("list-comma", each, "trace-nothing")
}

impl Speak for Amount {
    type Found = (i16, Option<i16>);

    fn say(&self, scenario: &Scenario) -> Say {
        let (var, test, mark) = match *self {
            Self::Above(a, b) => return Say::new("if-above").with("a", Arg::Var(a)).with("b", Arg::Var(b)),
            Self::Number(var, test, mark) => (var, test, mark),
        };
        if var == scenario.own.stage && test == Test::Is {
            let stage = StageIx::new(usize::try_from(mark).unwrap_or(0));
            return Say::new("if-stage").with("stage", Arg::Stage(stage));
        }
        if let Some(d) = scenario.decisions.iter().position(|d| d.chosen == var)
            && test == Test::Is
            && mark > 0
        {
            let option = u16::try_from(mark - 1).unwrap_or(0);
            return Say::new("if-chose").with("choice", Arg::Choice(DecisionIx::new(d), option));
        }
        let key = match (scenario.var(var).kind, test) {
            (VarKind::Flag, Test::AtLeast) if mark == 1 => "if-flag",
            (VarKind::Flag, Test::Is | Test::AtMost) if mark == 0 => "if-no-flag",
            (_, Test::AtLeast) => "if-at-least",
            (_, Test::AtMost) => "if-at-most",
            (_, Test::Is) => "if-is",
        };
        Say::new(key).with("var", Arg::Var(var)).with("mark", Arg::Num(i64::from(mark)))
    }

    fn found(_: &Scenario, (value, other): &Self::Found) -> Option<Say> {
        let say = Say::new(if other.is_some() { "trace-numbers" } else { "trace-number" });
        let say = say.with("value", Arg::Num(i64::from(*value)));
        Some(other.map_or_else(|| say.clone(), |o| say.clone().with("other", Arg::Num(i64::from(o)))))
    }
}

fn data(kind: DataKind) -> Say {
    Say::new(if kind == DataKind::Content { "docket-content" } else { "docket-non-content" })
}

impl Speak for Circumstance {
    type Found = Seen;

    fn say(&self, scenario: &Scenario) -> Say {
        let law = &scenario.law;
        let kind =
            |ix: &crate::model::KindIx| Arg::Verbatim(law.instruments.get(ix.ix()).map_or_else(String::new, |k| k.title.clone()));
        let in_order = |key, ix: &OrderIx| Say::new(key).with("order", order(scenario, *ix));
        match self {
            Self::Data(kind) => Say::new("if-data").with("data", nested(data(*kind))),
            Self::LiesIn(ix) => in_order("if-lies-in", ix),
            Self::ProviderOf(ix) => in_order("if-provider-of", ix),
            Self::PresentIn(ix) => in_order("if-present-in", ix),
            Self::DemandedFromAbroad(ix) => in_order("if-demanded-from-abroad", ix),
            Self::DemandedOutsideTreaty(ix) => in_order("if-demanded-outside-treaty", ix),
            Self::Demanded(ix, all) => Say::new("if-demanded")
                .with("kind", kind(ix))
                .with("status", nested(joined("if-or", all.iter().map(|s| Say::new(s.key())), "trace-nothing"))),
            Self::Established(factor) => Say::new("if-established").with("factor", Arg::Factor(*factor)),
            Self::Named(ix) => {
                let text = law.circumstances.get(ix.ix()).map_or_else(String::new, |c| c.text.clone());
                Say::new("if-circumstance").with("text", Arg::Verbatim(text))
            }
        }
    }

    fn found(scenario: &Scenario, found: &Seen) -> Option<Say> {
        Some(match found {
            Seen::Data(kind) => Say::new("trace-data").with("data", nested(data(*kind))),
            Seen::Orders(all) => Say::new("trace-orders").with("orders", nested(orders(scenario, all))),
            Seen::Demands(all) => {
                let each = all.iter().map(|(kind, now)| {
                    let title = scenario.law.instruments.get(kind.ix()).map_or_else(String::new, |k| k.title.clone());
                    Say::new("trace-demand").with("kind", Arg::Verbatim(title)).with("status", nested(Say::new(now.key())))
                });
                Say::new("trace-demands").with("demands", nested(joined("list-comma", each, "trace-nothing")))
            }
            Seen::Fact(_) => return None,
        })
    }
}
