//! Sentences about law: what precedent requires of a court, what a court did with each earlier holding, what fell.

use super::Words;
use crate::model::{
    Arg, Authority, CourtIx, Date, FactorSet, Happened, Measure, Mode, Requirement, Say, Scenario, Side, Standing, StateIx,
    Treatment, VarIx,
};

fn inside(say: Say) -> Arg {
    Arg::Say(Box::new(say))
}

fn factors(set: &FactorSet) -> Arg {
    Arg::Factors(set.iter().collect())
}

/// The name of a holding.
#[must_use]
pub fn authority(authority: Authority) -> Say {
    match authority {
        Authority::Decided(p) => Say::new("log-precedent").with("precedent", Arg::Precedent(p)),
        Authority::Made(case, court) => Say::new("log-holding-of").with("court", Arg::Court(court)).with("case", Arg::Case(case)),
    }
}

/// Several holdings as a list.
#[must_use]
pub fn authorities(all: &[Authority]) -> Option<Say> {
    list(all.iter().map(|a| authority(*a)).collect())
}

/// A change of what binds a court: from when, and by what.
#[must_use]
pub fn turned(from: Date, court: CourtIx, by: &[Authority]) -> Say {
    let say = Say::new(if by.is_empty() { "debrief-law-free-from" } else { "debrief-law-from" })
        .with("date", Arg::Day(from))
        .with("court", Arg::Court(court));
    match authorities(by) {
        Some(all) => say.with("holdings", inside(all)),
        None => say,
    }
}

/// Several sentences as a list: "one, two and three".
pub(crate) fn list(mut all: Vec<Say>) -> Option<Say> {
    let joined = |key: &'static str, left: Say, right: Say| {
        Say::new(key).with("left", Arg::Say(Box::new(left))).with("right", Arg::Say(Box::new(right)))
    };
    let last = all.pop()?;
    match all.into_iter().reduce(|left, right| joined("list-comma", left, right)) {
        Some(rest) => Some(joined("list-and", rest, last)),
        None => Some(last),
    }
}

/// The key of a status.
#[must_use]
pub const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::GoodLaw => "standing-good-law",
        Standing::Distinguished => "standing-distinguished",
        Standing::Stayed => "standing-stayed",
        Standing::Reversed => "standing-reversed",
        Standing::Vacated => "standing-vacated",
        Standing::Overruled => "standing-overruled",
        Standing::Superseded => "standing-superseded",
    }
}

/// The key of what a court did with a holding, as plain words say it.
#[must_use]
pub const fn treatment_plainly(treatment: Treatment) -> &'static str {
    match treatment {
        Treatment::Followed => "quiz-treated-followed",
        Treatment::Distinguished => "quiz-treated-distinguished",
        Treatment::Overruled => "quiz-treated-overruled",
        Treatment::Displaced => "quiz-treated-displaced",
        Treatment::Contrary => "quiz-treated-contrary",
        Treatment::Declined => "quiz-treated-declined",
    }
}

/// The key of what a court did with a holding, as a word.
#[must_use]
pub const fn treatment(treatment: Treatment) -> &'static str {
    match treatment {
        Treatment::Followed => "treated-followed",
        Treatment::Distinguished => "treated-distinguished",
        Treatment::Overruled => "treated-overruled",
        Treatment::Displaced => "treated-displaced",
        Treatment::Contrary => "treated-contrary",
        Treatment::Declined => "treated-declined",
    }
}

/// The key of a reach: binding from above, by the court's own line, persuasive, or by analogy.
#[must_use]
pub const fn reach(binds: Option<Mode>, analogy: bool) -> &'static str {
    match binds {
        Some(Mode::Vertical) => "reach-vertical",
        Some(Mode::Horizontal) => "reach-horizontal",
        None if analogy => "reach-analogy",
        None => "reach-persuasive",
    }
}

/// A claim of reach, and whom it follows.
#[must_use]
pub fn claimed(scenario: &Scenario, state: StateIx, on: Option<StateIx>) -> Say {
    let name = |ix: StateIx| Arg::Verbatim(scenario.states.get(ix.ix()).map_or_else(String::new, |x| x.title.plain.clone()));
    match on {
        Some(on) => Say::new("log-claim-follows").with("state", name(state)).with("on", name(on)),
        None => Say::new("log-claim").with("state", name(state)),
    }
}

/// What an open question comes to so far: the fact that is found, or that the fact looked for is not; whom it favours where it names
/// no fact.
#[must_use]
pub fn finding(scenario: &Scenario, question: VarIx, value: i16) -> Say {
    let Some(side) = Side::of(value) else { return Say::new("meters-open") };
    let say = match scenario.var(question).finds.of(side) {
        (Some(f), _) => Say::new("meters-finds").with("factor", Arg::Factors(vec![f])),
        (None, Some(f)) => Say::new("meters-finds-not").with("factor", Arg::Factors(vec![f])),
        (None, None) => Say::new("meters-leans"),
    };
    say.with("side", Arg::Side(side))
}

/// The key of a measure of an argument.
#[must_use]
pub const fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Relevance => "score-relevance",
        Measure::Force => "score-force",
        Measure::Adverse => "score-adverse",
        Measure::Facts => "score-facts",
    }
}

/// An entry of the log about law; none where the entry is about something else.
#[must_use]
pub fn entry(what: &Happened) -> Option<Say> {
    Some(match what {
        Happened::Constraint { case, court, requires, holdings, apart, nearest } => {
            let head = Say::new("log-before").with("case", Arg::Case(*case)).with("court", Arg::Court(*court));
            head.with("law", inside(requirement(*requires, holdings, apart, *nearest)))
        }
        Happened::Treated { authority: holding, binds, analogy, treatment: done, apart, court, .. } => {
            let say = match (done, apart.is_empty()) {
                (Treatment::Followed, _) => Say::new("log-treated-followed"),
                (Treatment::Distinguished, _) => Say::new("log-treated-distinguished").with("apart", factors(apart)),
                (Treatment::Overruled, _) => Say::new("log-treated-overruled"),
                (Treatment::Displaced, _) => Say::new("log-treated-displaced"),
                (Treatment::Contrary, _) => Say::new("log-treated-contrary"),
                (Treatment::Declined, _) => Say::new("log-treated-declined"),
            };
            say.with("court", Arg::Court(*court))
                .with("holding", inside(authority(*holding)))
                .with("reach", inside(Say::new(reach(*binds, *analogy))))
        }
        Happened::Divided { case, court, side, contained, reason } => {
            Say::new(if *contained { "log-divided-contained" } else { "log-divided" })
                .with("case", Arg::Case(*case))
                .with("court", Arg::Court(*court))
                .with("side", Arg::Side(*side))
                .with("reason", factors(reason))
        }
        Happened::Fell(precedent, became) => {
            Say::new("log-fell").with("precedent", Arg::Precedent(*precedent)).with("status", inside(Say::new(standing(*became))))
        }
        Happened::Shaken(holding) => Say::new("log-shaken").with("holding", inside(authority(*holding))),
        Happened::Scored(issue, parts) => {
            let part = |(measure_of, points): (Measure, &Option<i16>)| {
                let say = Say::new("score-part").with("measure", inside(Say::new(measure(measure_of))));
                points.map(|points| say.with("points", Arg::Num(points.into())).with("most", Arg::Num(Measure::MOST.into())))
            };
            let all: Vec<Say> = Measure::ALL.into_iter().zip(parts).filter_map(part).collect();
            let (total, most) = Measure::total(parts);
            let say = Say::new("log-scored").with("issue", Arg::Issue(*issue));
            let say = say.with("total", Arg::Num(total.into())).with("most", Arg::Num(most.into()));
            say.with("parts", list(all).map_or(Arg::Num(0), inside))
        }
        _ => return None,
    })
}

/// What precedent requires, and why.
#[must_use]
pub fn requirement(
    requires: Requirement,
    holdings: &[(Authority, FactorSet)],
    apart: &[(Authority, FactorSet)],
    nearest: Option<(Authority, u16)>,
) -> Say {
    let because = |(holding, reason): &(Authority, FactorSet)| {
        Say::new("law-because").with("holding", inside(authority(*holding))).with("reason", factors(reason))
    };
    let controlling = list(holdings.iter().map(because).collect()).map_or_else(|| inside(Say::new("list-none")), inside);
    match requires {
        Requirement::Forced(side, mode) => Say::new(match mode {
            Mode::Vertical => "law-forces-vertical",
            Mode::Horizontal => "law-forces-horizontal",
        })
        .with("side", Arg::Side(side))
        .with("holdings", controlling),
        Requirement::Conflict(_) => Say::new("law-conflicts").with("holdings", controlling),
        Requirement::Free if !apart.is_empty() => {
            let differs = |(holding, differences): &(Authority, FactorSet)| {
                Say::new("law-differs").with("holding", inside(authority(*holding))).with("apart", factors(differences))
            };
            let all = list(apart.iter().map(differs).collect()).map_or_else(|| inside(Say::new("list-none")), inside);
            Say::new("law-free-apart").with("holdings", all)
        }
        Requirement::Free => match nearest {
            Some((holding, differences)) => Say::new("law-free-reading")
                .with("holding", inside(authority(holding)))
                .with("differences", Arg::Num(differences.into())),
            None => Say::new("law-free"),
        },
    }
}

impl Words {
    /// How a judge leans: to which side, and how far.
    #[must_use]
    pub fn leaning(&self, leaning: i16) -> String {
        let key = match leaning.signum() {
            1 => "ruling-leans-compel",
            -1 => "ruling-leans-resist",
            _ => "ruling-leans-neither",
        };
        self.ui_with(key, &[("points", leaning.unsigned_abs().into())])
    }
}
