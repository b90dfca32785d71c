//! Why? One answer to everything a player may ask about, as lines that every face draws: what was looked at, how it came out,
//! what it rests on, down to the citation. A line may lead to the next question.
//!
//! | File | Its part |
//! |---|---|
//! | `mod` | the questions; what the law says of an item, and of a court |
//! | `number` | how a number came to stand where it does, and what would move it |
//! | `entry` | an entry of the log: what led to it, what came of it |
//! | `act` | an action: what it does, why it is open or closed |
//! | `effects` | effects as sentences |
//! | `index` | what there is to ask about, by name |

mod act;
mod effects;
mod entry;
mod index;
mod number;

pub use effects::deeds;
pub use index::{askable, fits};

use super::{LawInPlay, SeatView, duties};
use crate::lang;
use crate::logic::condition::{self, Line};
use crate::model::{
    Action, Arg, Authority, CaseIx, Condition, CourtIx, Happened, ItemIx, LogEntry, OrderIx, Say, Scenario, Text, VarIx,
};

/// What a player asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// How a number came to stand where it does.
    Number(VarIx),
    /// What an action does by itself, and why it is open or closed.
    Act(Action),
    /// What led to an entry of the log and what came of it; the position among what the seat has heard.
    Entry(usize),
    /// What a legal order says about handing over an item.
    Duty(ItemIx, OrderIx),
    /// What precedent requires of a court in a case.
    Court(CaseIx, CourtIx),
}

/// A line of an explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// How deep it stands.
    pub depth: usize,
    /// The sentence.
    pub say: Say,
    /// What one may ask next about it.
    pub leads: Option<Question>,
}

impl Told {
    /// A line that leads nowhere.
    #[must_use]
    pub const fn new(depth: usize, say: Say) -> Self {
        Self { depth, say, leads: None }
    }

    /// A line that leads to a question.
    #[must_use]
    pub fn leading(depth: usize, say: Say, to: Question) -> Self {
        Self { depth, say, leads: Some(to) }
    }
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What was asked about.
    pub title: Say,
    /// The lines, a claim before what it rests on.
    pub lines: Vec<Told>,
}

/// Answers a question from what a seat sees and has heard. None if the scenario has no such thing, or the seat may not see it.
#[must_use]
pub fn why(view: &SeatView, heard: &[&LogEntry], question: &Question) -> Option<Answer> {
    match question {
        Question::Number(var) => number::answer(view, heard, *var),
        Question::Act(action) => act::answer(view, action),
        Question::Entry(at) => entry::answer(view, heard, *at),
        Question::Duty(item, order) => duty(view, *item, *order),
        Question::Court(case, court) => required(view, *case, *court),
    }
}

fn duty(view: &SeatView, item: ItemIx, order: OrderIx) -> Option<Answer> {
    let s = &view.scenario;
    let found = duties(view);
    let cell = found.disclose.cell(item, order)?;
    let title = Say::new("duties-why").with("item", Arg::Item(item)).with("order", condition::order(s, order));
    let mut lines = vec![Told::new(0, Say::new(duties::duty_key(cell.duty)))];
    lines.extend(duties::why(s, cell));
    Some(Answer { title, lines })
}

/// What a court must do, as far as precedent goes: the requirement, then each holding it may read.
fn required(view: &SeatView, case: CaseIx, court: CourtIx) -> Option<Answer> {
    let s = &view.scenario;
    let about = s.cases.get(case.ix())?;
    s.law.courts.get(court.ix())?;
    let law = LawInPlay::seen(view);
    let facts = s.record(case, &view.numbers, None);
    // What is decided today binds from tomorrow.
    let day = view.clock.today.plus(1);
    let title = Say::new("why-court").with("court", Arg::Court(court)).with("case", Arg::Case(case));
    let mut lines = Vec::new();
    if let Happened::Constraint { requires, holdings, apart, nearest, .. } =
        law.requirement(case, about.question, court, &facts, day)
    {
        lines.push(Told::new(0, lang::law::requirement(requires, &holdings, &apart, nearest)));
    }
    let record = Say::new("why-record").with("facts", Arg::Factors(facts.iter().collect()));
    lines.push(Told::new(0, if facts.is_empty() { Say::new("why-record-empty") } else { record }));
    for r in law.readings(&s.law, court, about.question, &facts, day) {
        lines.push(Told::new(1, r.say()));
        lines.extend(r.weighs().map(|say| Told::new(2, say)));
        lines.extend(cited(s, r.authority, 2));
    }
    Some(Answer { title, lines })
}

/// The citation of a decided case, where there is one.
fn cited(s: &Scenario, authority: Authority, depth: usize) -> Option<Told> {
    let Authority::Decided(p) = authority else { return None };
    source(&s.law.precedent(p).citation, depth)
}

/// A citation, where there is one.
fn source(citation: &str, depth: usize) -> Option<Told> {
    let say = || Say::new("duties-source").with("source", Arg::Verbatim(citation.to_owned()));
    (!citation.is_empty()).then(|| Told::new(depth, say()))
}

/// Authored prose, where there is any.
fn prose(text: &Text, depth: usize) -> Option<Told> {
    let say = || Say::new("why-text").with("text", Arg::Text(text.clone()));
    (!text.is_empty()).then(|| Told::new(depth, say()))
}

/// A condition that something hangs on, stated without a verdict.
fn stated(s: &Scenario, key: &'static str, when: &Condition, depth: usize) -> Option<Told> {
    let say = || Say::new(key).with("condition", Arg::Say(Box::new(condition::say(s, when))));
    (*when != Condition::Always).then(|| Told::new(depth, say()))
}

/// A condition part by part, each with its verdict and what was found, on the numbers a seat sees.
fn judged(view: &SeatView, when: &Condition, depth: usize) -> Vec<Told> {
    let s = &view.scenario;
    let traced = condition::trace(when, &view.numbers[..]);
    condition::lines(s, &traced).into_iter().map(|line| verdict(line, depth)).collect()
}

/// A line of a trace as a sentence.
pub(super) fn verdict(line: Line, depth: usize) -> Told {
    let mark = Arg::Say(Box::new(Say::new(if line.holds { "trace-yes" } else { "trace-no" })));
    let key = if line.found.is_some() { "trace-line-found" } else { "trace-line" };
    let say = Say::new(key).with("mark", mark).with("asked", Arg::Say(Box::new(line.asked)));
    let say = match line.found {
        Some(found) => say.with("found", Arg::Say(Box::new(found))),
        None => say,
    };
    Told::new(depth + line.depth, say)
}
