//! Answers, as sentences or as JSON. The shapes are in `docs/formats.md`.

use super::Format;
use super::asked::{ALWAYS, Asked};
use crate::formats::case_base::CaseBase;
use crate::lang::{Value as Arg, Words};
use crate::logic::precedent::{self as kernel, CaseIx, Change, Constraint, Explanation, Mode};
use crate::model::{Date, FactorSet, QuestionIx, Side};
use serde_json::{Value, json};
use std::fmt::Write;

/// Pairs listed to people; all of them are in the JSON.
const MOST_LISTED: usize = 100;

fn line(value: &Value) -> String {
    format!("{value}\n")
}

/// A side in JSON.
pub(in crate::cli) const fn side(side: Side) -> &'static str {
    match side {
        Side::Compel => "Compel",
        Side::Resist => "Resist",
    }
}

/// A line of binding in JSON.
pub(in crate::cli) const fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Vertical => "vertical",
        Mode::Horizontal => "horizontal",
    }
}

fn ids<'a>(base: &'a CaseBase, cases: &[CaseIx]) -> Vec<&'a str> {
    cases.iter().map(|ix| base.cases[ix.0 as usize].as_str()).collect()
}

/// Factors with their sentences, for people.
fn spelled(base: &CaseBase, set: &FactorSet, words: &Words) -> String {
    let all: Vec<&str> = base.ids(set);
    words.list(&all)
}

fn said(words: &Words, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    let mut text = words.ui_with(key, args);
    text.push('\n');
    text
}

/// The side, for people.
fn named(words: &Words, s: Side) -> Arg<'static> {
    words
        .ui(match s {
            Side::Compel => "side-compel",
            Side::Resist => "side-resist",
        })
        .into()
}

pub(super) fn conflicts(
    base: &CaseBase,
    on: Option<Date>,
    question: Option<QuestionIx>,
    count_only: bool,
    format: Format,
    words: &Words,
) -> String {
    let asked = |pair: &(CaseIx, CaseIx)| question.is_none_or(|q| base.base.case(pair.0).question == q);
    let pairs: Vec<(CaseIx, CaseIx)> = kernel::conflicts(&base.base, on).into_iter().filter(asked).collect();
    let name = |ix: CaseIx| base.cases[ix.0 as usize].as_str();
    if format == Format::Json {
        let mut out = json!({ "consistent": pairs.is_empty(), "count": pairs.len() });
        if !count_only {
            out["pairs"] = pairs.iter().map(|(a, b)| json!([name(*a), name(*b)])).collect();
        }
        return line(&out);
    }
    if pairs.is_empty() {
        return said(words, "precedent-consistent", &[]);
    }
    let mut out = said(words, "precedent-conflicts", &[("count", pairs.len().into())]);
    if count_only {
        return out;
    }
    for (a, b) in pairs.iter().take(MOST_LISTED) {
        let reason = |ix: CaseIx| spelled(base, &base.base.case(ix).reason, words);
        let args = [("a", name(*a).into()), ("b", name(*b).into()), ("left", reason(*a).into()), ("right", reason(*b).into())];
        out.push_str(&said(words, "precedent-pair", &args));
    }
    if pairs.len() > MOST_LISTED {
        out.push_str(&said(words, "precedent-more", &[("count", (pairs.len() - MOST_LISTED).into())]));
    }
    out
}

/// What is required; the reading list of a free court is drawn up only where it is shown.
fn constraint(base: &CaseBase, asked: &Asked) -> Constraint {
    let found = kernel::constraint(&base.base, asked.court, asked.question, &asked.facts, asked.on);
    found.unwrap_or(Constraint::Free { persuasive: Vec::new() })
}

/// Outcome, side, mode and holdings, as every answer begins.
fn head(base: &CaseBase, found: &Constraint) -> Value {
    match found {
        Constraint::Forced { side: s, mode: m, holdings } => {
            json!({ "outcome": "forced", "side": side(*s), "mode": mode(*m), "holdings": ids(base, holdings) })
        }
        Constraint::Conflict { mode: m, holdings } => {
            json!({ "outcome": "conflict", "side": null, "mode": mode(*m), "holdings": ids(base, holdings) })
        }
        Constraint::Free { .. } => json!({ "outcome": "free", "side": null, "mode": null, "holdings": [] }),
    }
}

fn outcome(base: &CaseBase, found: &Constraint, words: &Words) -> String {
    match found {
        Constraint::Forced { side: s, mode: m, holdings } => {
            let key = if *m == Mode::Vertical { "precedent-forced-vertical" } else { "precedent-forced-horizontal" };
            said(words, key, &[("side", named(words, *s)), ("holdings", words.list(&ids(base, holdings)).into())])
        }
        Constraint::Conflict { holdings, .. } => {
            said(words, "precedent-torn", &[("holdings", words.list(&ids(base, holdings)).into())])
        }
        Constraint::Free { .. } => said(words, "precedent-free", &[]),
    }
}

pub(super) fn decide(base: &CaseBase, asked: &Asked, format: Format, words: &Words) -> String {
    if format == Format::Json {
        return line(&head(base, &constraint(base, asked)));
    }
    let found = kernel::ruling(&base.base, asked.court, asked.question, &asked.facts, asked.on);
    let mut out = outcome(base, &found, words);
    if let Constraint::Free { persuasive } = &found {
        for p in persuasive.iter().take(5) {
            let args = [("case", base.cases[p.case.0 as usize].as_str().into()), ("differences", p.distance.into())];
            out.push_str(&said(words, "precedent-reading", &args));
        }
    }
    out
}

/// One sentence: why one holding applies.
fn because(base: &CaseBase, e: &Explanation, words: &Words) -> String {
    let case = ("case", base.cases[e.holding.0 as usize].as_str().into());
    let court = ("court", base.courts[usize::from(e.court.0)].as_str().into());
    let args = [
        case,
        court,
        ("side", named(words, e.side)),
        ("reason", spelled(base, &e.shared_reason, words).into()),
        ("beaten", spelled(base, &e.beaten_again, words).into()),
        ("stronger", spelled(base, &e.stronger_now, words).into()),
        ("absent", spelled(base, &e.absent_now, words).into()),
        ("new", spelled(base, &e.new_opposition, words).into()),
    ];
    let mut text = words.ui_with(if e.beaten_again.is_empty() { "why-unopposed" } else { "why-beats" }, &args);
    for (set, key) in [(&e.stronger_now, "why-stronger"), (&e.absent_now, "why-absent"), (&e.new_opposition, "why-new")] {
        if !set.is_empty() {
            text.push_str(&words.ui_with(key, &args));
        }
    }
    text.push('.');
    text
}

pub(super) fn why(base: &CaseBase, asked: &Asked, format: Format, words: &Words) -> String {
    let found = constraint(base, asked);
    let all = kernel::why(&base.base, &asked.facts, &found);
    if format == Format::Json {
        let mut out = head(base, &found);
        let each = |e: &Explanation| {
            json!({
                "holding": base.cases[e.holding.0 as usize],
                "court": base.courts[usize::from(e.court.0)],
                "question": base.questions[e.question.ix()],
                "mode": mode(e.mode),
                "side": side(e.side),
                "shared_reason": base.ids(&e.shared_reason),
                "beaten_again": base.ids(&e.beaten_again),
                "stronger_now": base.ids(&e.stronger_now),
                "absent_now": base.ids(&e.absent_now),
                "new_opposition": base.ids(&e.new_opposition),
                "sentence": because(base, e, words),
            })
        };
        out["why"] = all.iter().map(each).collect();
        return line(&out);
    }
    let mut out = outcome(base, &found, words);
    for e in &all {
        let _ = writeln!(out, "  · {}", because(base, e, words));
    }
    out
}

pub(super) fn escape(base: &CaseBase, asked: &Asked, format: Format, words: &Words) -> String {
    let found = constraint(base, asked);
    let escape = kernel::escape(&base.base, asked.court, asked.question, &asked.facts, asked.on);
    let factor = |f: crate::model::FactorIx| base.factors[usize::from(f.0)].0.as_str();
    if format == Format::Json {
        let mut out = head(base, &found);
        out["escape"] = match &escape {
            None => Value::Null,
            Some(e) => {
                let of = |drop: bool| -> Vec<&str> {
                    let kind = |c: &Change| match (c, drop) {
                        (Change::Drop(f), true) | (Change::Add(f), false) => Some(factor(*f)),
                        _ => None,
                    };
                    e.changes.iter().filter_map(kind).collect()
                };
                let after = head(base, &e.after);
                json!({ "size": e.changes.len(), "drop": of(true), "add": of(false), "after": after })
            }
        };
        return line(&out);
    }
    let mut out = outcome(base, &found, words);
    match escape {
        None => out.push_str(&said(words, "escape-none", &[])),
        Some(e) => {
            out.push_str(&said(words, "escape-head", &[("count", e.changes.len().into())]));
            for change in &e.changes {
                let (key, f) = match change {
                    Change::Drop(f) => ("escape-drop", *f),
                    Change::Add(f) => ("escape-add", *f),
                };
                out.push_str(&said(
                    words,
                    key,
                    &[("factor", factor(f).into()), ("text", base.factors[usize::from(f.0)].1.as_str().into())],
                ));
            }
            out.push_str(&said(words, "escape-after", &[]));
            out.push_str(&outcome(base, &e.after, words));
        }
    }
    out
}

/// One case asked of the rest.
struct Left {
    case: CaseIx,
    outcome: &'static str,
    forced: Option<Side>,
}

pub(super) fn leave_one_out(
    base: &CaseBase,
    on: Option<Date>,
    question: Option<QuestionIx>,
    format: Format,
    words: &Words,
) -> String {
    let mut left = Vec::new();
    let day = on.unwrap_or(ALWAYS);
    for (i, case) in base.base.cases().iter().enumerate() {
        if question.is_some_and(|q| case.question != q) {
            continue;
        }
        let ix = CaseIx(u32::try_from(i).unwrap_or(u32::MAX));
        let found = kernel::ruling_without(&base.base, ix, day);
        let (outcome, forced) = match found {
            Some(Constraint::Forced { side, .. }) => ("forced", Some(side)),
            Some(Constraint::Conflict { .. }) => ("conflict", None),
            Some(Constraint::Free { .. }) | None => ("free", None),
        };
        left.push(Left { case: ix, outcome, forced });
    }
    let won = |l: &Left| base.base.case(l.case).side;
    let count = |test: &dyn Fn(&Left) -> bool| left.iter().filter(|l| test(l)).count();
    let right = count(&|l| l.forced == Some(won(l)));
    let wrong = count(&|l| l.forced.is_some_and(|s| s != won(l)));
    let free = count(&|l| l.outcome == "free");
    let conflict = count(&|l| l.outcome == "conflict");
    if format == Format::Json {
        let each = |l: &Left| {
            json!({
                "id": base.cases[l.case.0 as usize],
                "side": side(won(l)),
                "outcome": l.outcome,
                "forced_side": l.forced.map(side),
            })
        };
        let cases: Vec<Value> = left.iter().map(each).collect();
        return line(&json!({
            "cases": cases, "forced_right": right, "forced_wrong": wrong, "free": free, "conflict": conflict,
        }));
    }
    let mut out = String::new();
    for l in left.iter().filter(|l| l.outcome != "free").take(MOST_LISTED) {
        let key = match l.forced {
            Some(s) if s == won(l) => "left-out-right",
            Some(_) => "left-out-wrong",
            None => "left-out-torn",
        };
        let args = [("case", base.cases[l.case.0 as usize].as_str().into()), ("side", named(words, won(l)))];
        out.push_str(&said(words, key, &args));
    }
    let args = [
        ("all", left.len().into()),
        ("right", right.into()),
        ("wrong", wrong.into()),
        ("free", free.into()),
        ("conflict", conflict.into()),
    ];
    out.push_str(&said(words, "left-out-total", &args));
    out
}
