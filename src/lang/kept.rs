//! Conditions on numbers the rules keep for themselves. "`leading:` is 1" is true and says nothing to anybody; here it
//! becomes "the judgment that stands is for the demand".

use crate::model::{Arg, EndingIx, Say, Scenario, Side, VarIx, VarKind};

/// The key that names a kept number without a title.
pub(super) fn noun(id: &str) -> Option<&'static str> {
    Some(match id {
        "round:" => "kept-round",
        "stage:" => "kept-stage",
        "leading:" => "kept-leading",
        "ending:" => "kept-ending",
        "outcome:" => "kept-outcome",
        "coda:" => "kept-coda",
        "ruled-in:" => "kept-ruled-in",
        "defied:" => "kept-defied",
        _ => return None,
    })
}

/// What a kept number is about: `x` of `did:x`.
pub(super) fn of(id: &str) -> &str {
    match id.split_once(':') {
        Some((_, of)) if !of.is_empty() => of,
        _ => id.trim_end_matches(':'),
    }
}

/// The same condition in better words, where there are any.
pub(super) fn plainer(scenario: &Scenario, say: &Say) -> Option<Say> {
    match say.key {
        "if-flag" | "if-no-flag" | "if-at-least" | "if-at-most" | "if-is" => number(scenario, say),
        "if-above" => Some(Say::new("if-decided-before").with("decision", earlier(scenario, say)?)),
        "if-chose" => match arg(say, "choice")? {
            Arg::Choice(d, o) => {
                Some(Say::new("if-chose-at").with("choice", Arg::Choice(*d, *o)).with("decision", Arg::Decision(*d)))
            }
            _ => None,
        },
        "if-not" => negated(scenario, say),
        "if-and" => bracketed(say),
        _ => None,
    }
}

fn arg<'a>(say: &'a Say, name: &str) -> Option<&'a Arg> {
    say.args.iter().find(|(n, _)| *n == name).map(|(_, arg)| arg)
}

fn var(scenario: &Scenario, say: &Say, name: &str) -> Option<(VarIx, String)> {
    match arg(say, name)? {
        Arg::Var(ix) => Some((*ix, scenario.vars.get(ix.ix())?.id.clone())),
        _ => None,
    }
}

/// A comparison with a mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Test {
    AtLeast,
    AtMost,
    Is,
}

fn number(scenario: &Scenario, say: &Say) -> Option<Say> {
    let (ix, id) = var(scenario, say, "var")?;
    let Arg::Num(mark) = arg(say, "mark")? else { return None };
    let Some((kind, _)) = id.split_once(':') else { return switch(scenario, say, ix, *mark) };
    let test = match say.key {
        "if-flag" | "if-at-least" => Test::AtLeast,
        "if-at-most" => Test::AtMost,
        _ => Test::Is,
    };
    let what = |key| Some(Say::new(key).with("what", Arg::Var(ix)));
    let round = |key| Some(Say::new(key).with("round", Arg::Num(*mark)));
    let side = match mark {
        1 => Some(Arg::Side(Side::Compel)),
        -1 => Some(Arg::Side(Side::Resist)),
        _ => None,
    };
    let sided = |key| what(key).zip(side).map(|(say, side)| say.with("side", side));
    match (kind, test, mark) {
        ("round", Test::AtLeast, _) => round("if-round-from"),
        ("round", Test::AtMost, _) => round("if-round-until"),
        ("round", Test::Is, _) => round("if-round-is"),
        ("ending", Test::Is, 0) => Some(Say::new("if-case-open")),
        ("ending", Test::AtLeast, 1) => Some(Say::new("if-case-closed")),
        ("ending", Test::Is, n) => {
            let ending = EndingIx::new(usize::try_from(n - 1).ok()?);
            Some(Say::new("if-ended").with("ending", Arg::Ending(ending)))
        }
        ("coda", Test::AtLeast, 1) => Some(Say::new("if-coda")),
        ("coda", Test::Is, 0) => Some(Say::new("if-no-coda")),
        ("outcome", Test::Is, 0) => Some(Say::new("if-no-outcome")),
        ("outcome", Test::Is, _) => sided("if-outcome"),
        ("leading", Test::Is, _) => sided("if-leading"),
        ("did", Test::AtLeast, 1) => what("if-done"),
        ("did", Test::AtLeast, n) => what("if-done-times").map(|s| s.with("times", Arg::Num(*n))),
        ("did", Test::Is, 0) => what("if-not-done"),
        ("accepted", Test::AtLeast, 1) => what("if-accepted"),
        ("accepted", Test::Is, 0) => what("if-not-accepted"),
        ("happened", Test::AtLeast, 1) => what("if-happened"),
        ("happened", Test::Is, 0) => what("if-not-happened"),
        ("chose", Test::AtLeast, 1) => what("if-decided"),
        ("chose", Test::Is, 0) => what("if-undecided"),
        ("forced", Test::Is, 0) => what("if-free"),
        ("forced", Test::Is, _) => sided("if-forced"),
        ("holding", Test::Is, 0) => what("if-no-holding"),
        ("holding", Test::Is, _) => sided("if-holding"),
        ("claim", Test::AtLeast, 1) => what("if-claims"),
        ("persuaded", Test::Is, 0) => what("if-not-persuaded"),
        ("persuaded", Test::Is, _) => sided("if-persuaded"),
        _ => None,
    }
}

/// A flag that is only ever off or on: "is exactly 1" is "is on".
fn switch(scenario: &Scenario, say: &Say, ix: VarIx, mark: i64) -> Option<Say> {
    let v = scenario.vars.get(ix.ix())?;
    let on = v.kind == VarKind::Flag && (v.min, v.max) == (0, 1) && say.key == "if-is" && mark == 1;
    on.then(|| Say::new("if-flag").with("var", Arg::Var(ix)).with("mark", Arg::Num(mark)))
}

/// The decision of "the round is above the round in which it was taken".
fn earlier(scenario: &Scenario, say: &Say) -> Option<Arg> {
    let (_, round) = var(scenario, say, "a")?;
    let (taken, id) = var(scenario, say, "b")?;
    (round == "round:" && id.starts_with("chosen-in:")).then_some(Arg::Var(taken))
}

fn negated(scenario: &Scenario, say: &Say) -> Option<Say> {
    let Arg::Say(part) = arg(say, "part")? else { return None };
    let (key, mark) = match part.key {
        "if-above" => return Some(Say::new("if-decided-now").with("decision", earlier(scenario, part)?)),
        "if-stage" => return Some(Say { key: "if-not-stage", args: part.args.clone() }),
        "if-flag" => ("if-no-flag", 0),
        "if-is" => {
            let (ix, _) = var(scenario, part, "var")?;
            let Arg::Num(mark) = arg(part, "mark")? else { return None };
            switch(scenario, part, ix, *mark)?;
            ("if-no-flag", 0)
        }
        "if-no-flag" => ("if-flag", 1),
        _ => return None,
    };
    // Only of what is never below nought is "not nought" the same as "one at least".
    let (ix, id) = var(scenario, part, "var")?;
    let counts = match id.split_once(':') {
        None => true,
        Some((kind, _)) => matches!(kind, "did" | "accepted" | "happened" | "chose" | "ending" | "coda"),
    };
    counts.then(|| Say::new(key).with("var", Arg::Var(ix)).with("mark", Arg::Num(mark)))
}

/// "A or B" inside an "and" is put in brackets: words have no precedence.
fn bracketed(say: &Say) -> Option<Say> {
    let loose = |a: &Arg| matches!(a, Arg::Say(s) if s.key == "if-or");
    if !say.args.iter().any(|(_, a)| loose(a)) {
        return None;
    }
    let wrap = |a: &Arg| {
        if loose(a) { Arg::Say(Box::new(Say::new("if-group").with("part", a.clone()))) } else { a.clone() }
    };
    Some(Say { key: say.key, args: say.args.iter().map(|(n, a)| (*n, wrap(a))).collect() })
}
