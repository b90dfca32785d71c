//! `L130`: a case in which no court ever has a choice: whatever is found on the open questions, its law forces the same side.
//! `L131`: a dispute in which nothing ever binds a court, though one more fact, or one less, would. Both offer the smallest
//! change as a twist.

use super::Fault;
use crate::diagnostic::Severity;
use crate::logic::precedent::{CaseBase, Change, Constraint, bound_by, escape, ruling};
use crate::model::{Case, Date, FactorIx, FactorSet, Hearing, Scenario, Side, VarKind};
use crate::scenario::names::Step;
use crate::seat::base_of;

/// Open questions whose findings are all tried; with more, only none and all of them for either side.
const MOST_QUESTIONS: usize = 6;

/// Looks at every hearing with the law as it stands before the first day.
pub fn check(s: &Scenario, found: &mut Vec<(Severity, Fault)>) {
    let base = base_of(&s.law);
    let last = s.rounds.last().map_or(s.start, |r| r.ends);
    let heard: Vec<Heard<'_>> = s
        .stages
        .iter()
        .enumerate()
        .filter_map(|(i, x)| Some((i, x.hearing.as_ref()?)))
        .map(|(stage, h)| {
            let day = h.slot.map_or(last, |slot| slot.date);
            let case = &s.cases[h.case.ix()];
            let rulings = findings(s, case).iter().map(|facts| ruling(&base, h.court, case.question, facts, day)).collect();
            Heard { stage, h, day, rulings }
        })
        .collect();
    let unbound = heard.iter().all(|x| x.rulings.iter().all(|r| matches!(r, Constraint::Free { .. })));
    let name = |f: FactorIx| s.law.factor(f).id.as_str();
    for x in &heard {
        let (case, court) = (&s.cases[x.h.case.ix()], &s.law.court(x.h.court).id);
        let path = || vec![Step::Field("stages"), Step::Entry(x.stage), Step::Field("hearing")];
        let same_case = || heard.iter().filter(|y| y.h.case == x.h.case);
        if let Some(side) = x.always().filter(|side| same_case().all(|y| y.always() == Some(*side))) {
            let way = escape(&base, x.h.court, case.question, &case.facts, x.day);
            let in_words = |c: &Change| match c {
                Change::Drop(f) => format!("without `{}`", name(*f)),
                Change::Add(f) => format!("with `{}`", name(*f)),
            };
            let changes: Vec<String> = way.iter().flat_map(|e| &e.changes).map(in_words).collect();
            let message = format!("`{court}` never has a choice: its law forces {side:?} in `{}`, whatever is found", case.id);
            let help = if changes.is_empty() {
                "leave a fact open as a question, or take a decided case out with `hides`".to_owned()
            } else {
                format!("a twist: {} it would be free; leave that fact open as a question", changes.join(" and "))
            };
            found.push((Severity::Hint, Fault::new("L130", path(), court, message, help)));
        } else if unbound && let Some((change, side)) = binding(s, &base, x) {
            let message = format!("nothing binds `{court}` in `{}`, whatever is found", case.id);
            let help = format!("a twist: {change} its law would force {side:?}; leave that fact open as a question");
            found.push((Severity::Hint, Fault::new("L131", path(), court, message, help)));
        }
    }
}

/// A hearing, and what precedent requires there for every finding on the open questions.
struct Heard<'a> {
    stage: usize,
    h: &'a Hearing,
    day: Date,
    rulings: Vec<Constraint>,
}

impl Heard<'_> {
    /// The side that is forced whatever is found.
    fn always(&self) -> Option<Side> {
        let side = self.rulings.first()?.forced()?;
        self.rulings.iter().all(|r| r.forced() == Some(side)).then_some(side)
    }
}

/// The first single change of fact that would bind a free court; none where no decided case binds it at all.
fn binding(s: &Scenario, base: &CaseBase, x: &Heard<'_>) -> Option<(String, Side)> {
    let case = &s.cases[x.h.case.ix()];
    let (court, question, day) = (x.h.court, case.question, x.day);
    let bound = bound_by(base, court, question, day);
    let drops = case.facts.iter().map(|f| (f, false));
    let adds =
        bound.iter().flat_map(|(ix, _)| base.case(*ix).reason.iter()).filter(|f| !case.facts.contains(*f)).map(|f| (f, true));
    adds.chain(drops).find_map(|(f, add)| {
        let mut facts = case.facts.clone();
        if add {
            facts.insert(f)
        } else {
            facts.remove(f)
        };
        let side = ruling(base, court, question, &facts, day).forced()?;
        Some((format!("{} `{}`", if add { "with" } else { "without" }, s.law.factor(f).id), side))
    })
}

/// What the record may come to: the facts of the case with every finding on the open questions.
fn findings(s: &Scenario, case: &Case) -> Vec<FactorSet> {
    let mut out = vec![case.facts.clone()];
    if !case.open {
        return out;
    }
    let open: Vec<[Option<FactorIx>; 2]> =
        s.vars.iter().filter(|v| v.kind == VarKind::Question).map(|v| [v.finds.compel, v.finds.resist]).collect();
    let with = |facts: &FactorSet, f: FactorIx| {
        let mut facts = facts.clone();
        facts.insert(f);
        facts
    };
    if open.len() <= MOST_QUESTIONS {
        for found in &open {
            let more: Vec<FactorSet> = out.iter().flat_map(|facts| found.iter().flatten().map(|f| with(facts, *f))).collect();
            out.extend(more);
        }
    } else {
        for side in [0, 1] {
            out.push(open.iter().filter_map(|x| x[side]).fold(case.facts.clone(), |facts, f| with(&facts, f)));
        }
    }
    out
}
