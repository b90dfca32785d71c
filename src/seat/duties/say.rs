//! Duties, conflicts and the comity analysis as sentences to be, down to the citation; both faces draw these lines.

use super::{Duties, support};
use crate::logic::comity::Weighed;
use crate::logic::condition;
use crate::logic::duty::{Bearing, Cell, Conflict};
use crate::model::{Arg, Duty, FactorIx, Norm, OrderIx, Say, Scenario};
use crate::seat::why::verdict;
use crate::seat::{SeatView, Told};

fn told(depth: usize, say: Say) -> Told {
    Told::new(depth, say)
}

fn nested(say: Say) -> Arg {
    Arg::Say(Box::new(say))
}

fn verbatim(text: &str) -> Arg {
    Arg::Verbatim(text.to_owned())
}

/// What a cell says, in words.
#[must_use]
pub fn duty_key(duty: Option<Duty>) -> &'static str {
    match duty {
        Some(Duty::Must) => "duty-must",
        Some(Duty::MustNot) => "duty-must-not",
        Some(Duty::May) => "duty-may",
        None => "duty-silent",
    }
}

/// Why a cell says what it says: each norm, how its condition came out, its sanction, its citation.
#[must_use]
pub fn why(s: &Scenario, cell: &Cell) -> Vec<Told> {
    if cell.norms.is_empty() {
        return vec![told(0, Say::new("duties-why-nothing").with("order", condition::order(s, cell.order)))];
    }
    let mut out = Vec::new();
    let mut norms: Vec<&Bearing> = cell.norms.iter().collect();
    norms.sort_by_key(|b| (!b.stands, !b.applies, b.norm));
    for b in norms {
        let norm = s.law.norm(b.norm);
        out.push(told(0, Say::new("duties-norm").with("norm", verbatim(&norm.title)).with("state", nested(state(s, b)))));
        out.push(told(1, Say::new("trace-order").with("order", verbatim(&norm.what))));
        out.extend(condition::lines(s, &b.trace).into_iter().map(|line| verdict(line, 2)));
        // What a breach costs matters where there is a duty to break.
        if norm.blocking && b.applies {
            out.push(told(1, Say::new("duties-blocking")));
        }
        if norm.duty != Duty::May && b.applies {
            out.push(told(1, sanction(norm)));
        }
        out.push(told(1, Say::new("duties-source").with("source", verbatim(&norm.citation))));
    }
    out
}

fn state(s: &Scenario, b: &Bearing) -> Say {
    let norm = s.law.norm(b.norm);
    if !b.applies {
        return Say::new("duties-does-not-apply");
    }
    if let Some(c) = norm.lifted_by.filter(|_| b.lifted) {
        let text = s.law.circumstances.get(c.ix()).map_or("", |c| c.text.as_str());
        return Say::new("duties-lifted").with("leave", verbatim(text));
    }
    if let Some(over) = b.excepted.first() {
        return Say::new("duties-excepted").with("norm", verbatim(&s.law.norm(*over).title));
    }
    Say::new(match norm.duty {
        Duty::Must => "duties-stands-must",
        Duty::MustNot => "duties-stands-must-not",
        Duty::May => "duties-stands-may",
    })
}

fn sanction(norm: &Norm) -> Say {
    match &norm.sanction {
        Some(x) => Say::new("duties-sanction").with("sanction", verbatim(&x.text)).with("source", verbatim(&x.source)),
        None => Say::new("duties-no-sanction"),
    }
}

/// A conflict, with the sanction of either breach.
fn conflict(s: &Scenario, d: &Duties, c: &Conflict, out: &mut Vec<Told>) {
    let key = if c.blocking { "duties-conflict-blocking" } else { "duties-conflict" };
    let say = Say::new(key).with("item", Arg::Item(c.item));
    let (must, not) = (condition::order(s, c.must), condition::order(s, c.must_not));
    out.push(told(0, say.with("must", must).with("not", not)));
    for order in [c.must, c.must_not] {
        out.push(told(1, Say::new("duties-breach-in").with("order", condition::order(s, order))));
        let because = d.disclose.cell(c.item, order).map(|x| x.because.as_slice()).unwrap_or_default();
        out.extend(because.iter().map(|n| told(2, sanction(s.law.norm(*n)))));
    }
}

/// The conflicts between an order that says must and one that says must not.
#[must_use]
pub fn conflicts_between(s: &Scenario, d: &Duties, must: OrderIx, not: OrderIx) -> Vec<Told> {
    let mut out = Vec::new();
    for c in d.conflicts.iter().filter(|c| (c.must, c.must_not) == (must, not)) {
        conflict(s, d, c, &mut out);
    }
    out
}

/// The conflicts, with the sanction of either breach; what is asserted; and that there is none.
#[must_use]
pub fn conflicts(s: &Scenario, d: &Duties) -> Vec<Told> {
    let mut out = Vec::new();
    for c in &d.conflicts {
        conflict(s, d, c, &mut out);
    }
    if d.conflicts.is_empty() {
        out.push(told(0, Say::new("duties-no-conflict")));
    }
    out.extend(d.asserted.iter().map(|f| told(0, Say::new("duties-asserted").with("factor", Arg::Factor(*f)))));
    out
}

/// Other duties worth a line: to keep the data, and that a court may be asked.
#[must_use]
pub fn besides(s: &Scenario, d: &Duties) -> Vec<Told> {
    let mut out = Vec::new();
    for (matrix, duty, key) in [(&d.preserve, Duty::Must, "duties-preserve"), (&d.quash, Duty::May, "duties-quash")] {
        let mut orders: Vec<OrderIx> = matrix.cells.iter().filter(|c| c.duty == Some(duty)).map(|c| c.order).collect();
        orders.sort_unstable();
        orders.dedup();
        out.extend(orders.into_iter().map(|o| told(0, Say::new(key).with("order", condition::order(s, o)))));
    }
    out
}

/// The comity analysis, a line a consideration.
#[must_use]
pub fn comity_told(s: &Scenario, d: &Duties) -> Vec<Told> {
    if !d.comity_open() {
        return vec![told(0, Say::new("comity-closed"))];
    }
    let mut out: Vec<Told> = d.comity.weighed.iter().map(|w| told(0, weighed(s, w))).collect();
    let count = |n: usize| Arg::Num(i64::try_from(n).unwrap_or(i64::MAX));
    let say = Say::new("comity-count").with("compel", count(d.comity.compel));
    out.push(told(0, say.with("resist", count(d.comity.resist))));
    out
}

fn weighed(s: &Scenario, w: &Weighed) -> Say {
    let text = verbatim(s.law.comity.get(w.consideration).map_or("", |c| c.text.as_str()));
    let factors = w.compel.iter().chain(&w.resist).map(|f| Say::new("comity-factor").with("factor", Arg::Factor(*f)));
    let conflict = w.conflict.then(|| Say::new("comity-conflict"));
    let candour = w.candour.filter(|c| c.now != c.start).map(|c| {
        let num = |n: i16| Arg::Num(i64::from(n));
        Say::new("comity-candour").with("now", num(c.now)).with("start", num(c.start))
    });
    let join = |left: Say, right: Say| Say::new("list-comma").with("left", nested(left)).with("right", nested(right));
    let Some(parts) = factors.chain(conflict).chain(candour).reduce(join) else {
        return Say::new("comity-none").with("text", text);
    };
    let say = Say::new(if w.side.is_some() { "comity-for" } else { "comity-even" }).with("text", text);
    let say = say.with("parts", nested(parts));
    w.side.map_or(say.clone(), |side| say.with("side", Arg::Side(side)))
}

/// What the duties say to a factor that somebody pleads: which order bears it out, or does not.
#[must_use]
pub fn support_told(view: &SeatView, factor: FactorIx) -> Vec<Say> {
    let s = &view.scenario;
    let mut out = Vec::new();
    for (cell, borne) in support(view, factor) {
        let about = cell.norms.iter().filter(|b| b.stands == borne && s.law.norm(b.norm).supports.contains(&factor));
        let key = if borne { "duties-supported" } else { "duties-unsupported" };
        out.extend(about.map(|b| {
            let norm = verbatim(&s.law.norm(b.norm).title);
            Say::new(key).with("order", condition::order(s, cell.order)).with("norm", norm)
        }));
    }
    out.sort_by_key(|say| say.key != "duties-supported");
    out.dedup();
    out
}
