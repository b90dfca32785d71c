//! Questions: those that authors wrote for objectives and misconceptions, and those that a match gives rise to.

mod own;

pub use own::of_match;

use super::Profile;
use crate::model::{Date, DecisionIx, Happened, LogEntry, Objective, QuizItem, Scenario};
use crate::rules::{Dice, Purpose};
use crate::scenario::misconceptions;
use std::fmt;

/// Questions a recap has at most: five minutes, no more.
pub const MOST: usize = 8;

/// How many of them are about the match itself.
const MOST_OWN: usize = 3;

/// Where a question comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// An objective of a scenario: ids of scenario, objective and question.
    Objective(String, String, String),
    /// A misconception: its id and that of the question.
    Misconception(String, String),
    /// The match that was played. Such a question is asked once: without its match it means nothing.
    Match,
}

impl Origin {
    /// Whether it is asked again after days, and so kept.
    #[must_use]
    pub const fn comes_back(&self) -> bool {
        !matches!(self, Self::Match)
    }
}

impl fmt::Display for Origin {
    /// The key under which a profile keeps it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Objective(scenario, objective, item) => write!(f, "scenario/{scenario}/{objective}/{item}"),
            Self::Misconception(id, item) => write!(f, "misconception/{id}/{item}"),
            Self::Match => f.write_str("match"),
        }
    }
}

/// A question ready to be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Where it comes from.
    pub origin: Origin,
    /// Question, answers, and why the best is the best.
    pub item: QuizItem,
}

impl Question {
    /// The same question with its answers in another order: the best one must not always stand in the same place.
    #[must_use]
    fn shuffled(mut self, dice: &mut Dice) -> Self {
        let order = dice.shuffled(self.item.options.len());
        self.item.options = order.into_iter().map(|i| self.item.options[i].clone()).collect();
        self
    }
}

fn objective_items<'a>(s: &'a Scenario, o: &'a Objective) -> impl Iterator<Item = Question> + 'a {
    o.items
        .iter()
        .map(|item| Question { origin: Origin::Objective(s.id.clone(), o.id.clone(), item.id.clone()), item: item.clone() })
}

/// Every question of some misconceptions, by id.
fn misconception_items(ids: &[String]) -> impl Iterator<Item = Question> {
    misconceptions().iter().filter(|m| ids.contains(&m.id)).flat_map(|m| {
        m.items.iter().map(|item| Question { origin: Origin::Misconception(m.id.clone(), item.id.clone()), item: item.clone() })
    })
}

/// Whether an answer of the question shows one of these misconceptions: then it asks the same as their own question does.
fn about(item: &QuizItem, ids: &[&str]) -> bool {
    item.options.iter().filter_map(|o| o.mistake.as_deref()).any(|m| ids.contains(&m))
}

/// The questions that a scenario has for its objectives, and those of the misconceptions its objectives speak to. A
/// misconception that an objective's own question brings to light is not asked a second time.
#[must_use]
pub fn of_scenario(s: &Scenario) -> Vec<Question> {
    let mut all: Vec<Question> = s.objectives.iter().flat_map(|o| objective_items(s, o)).collect();
    let mut spoken: Vec<String> = s.objectives.iter().flat_map(|o| o.misconceptions.iter().cloned()).collect();
    spoken.retain(|m| !all.iter().any(|q| about(&q.item, &[m])));
    all.extend(misconception_items(&spoken));
    all
}

/// What is due on a day, of everything that ever came up: the longest due first.
#[must_use]
pub fn due(scenarios: &[&Scenario], profile: &Profile, today: Date) -> Vec<Question> {
    let all: Vec<String> = misconceptions().iter().map(|m| m.id.clone()).collect();
    let authored = scenarios.iter().flat_map(|s| s.objectives.iter().flat_map(|o| objective_items(s, o)));
    let asked = authored.chain(misconception_items(&all)).filter_map(|q| Some((profile.due(&q.origin.to_string())?, q)));
    let mut due: Vec<(Date, Question)> = asked.filter(|(day, _)| *day <= today).collect();
    due.sort_by(|a, b| (a.0, &a.1.origin).cmp(&(b.0, &b.1.origin)));
    let mut dice = Dice::new(u64::from(today.0.unsigned_abs()), Purpose::Quiz, 0);
    due.into_iter().map(|(_, q)| q.shuffled(&mut dice)).collect()
}

/// The objectives of a scenario that were met in a match: one of their decisions was taken. For one seat, or for anybody.
pub fn met<'a>(
    s: &'a Scenario,
    log: impl IntoIterator<Item = &'a LogEntry>,
    by: impl Fn(DecisionIx) -> bool,
) -> Vec<&'a Objective> {
    let mut taken = Vec::new();
    for entry in log {
        if let Happened::Chose(d, _) = entry.what
            && by(d)
        {
            taken.push(d);
        }
    }
    s.objectives.iter().filter(|o| o.decisions.iter().any(|d| taken.contains(d))).collect()
}

/// A recap: questions of the scenario, then those about the match. What is due comes before what was never asked, that
/// before what is not due yet; objectives met in the match before the others.
#[must_use]
pub fn recap(s: &Scenario, met: &[&Objective], own: Vec<Question>, profile: &Profile, seed: u64, today: Date) -> Vec<Question> {
    let mut dice = Dice::new(seed, Purpose::Quiz, 1);
    let own: Vec<Question> = own.into_iter().take(MOST_OWN).collect();
    let mut authored: Vec<(u8, bool, usize, Question)> = of_scenario(s)
        .into_iter()
        .enumerate()
        .map(|(i, q)| {
            let turn = match profile.due(&q.origin.to_string()) {
                Some(day) if day <= today => 0,
                None => 1,
                Some(_) => 2,
            };
            let was_met = matches!(&q.origin, Origin::Objective(_, o, _) if met.iter().any(|m| m.id == *o));
            (turn, !was_met, i, q)
        })
        .collect();
    authored.sort_by_key(|(turn, unmet, i, _)| (*turn, *unmet, *i));
    // What the author asks is in plain words and comes first; what courts did is harder.
    let room = MOST.saturating_sub(own.len());
    authored.into_iter().take(room).map(|(.., q)| q).chain(own).map(|q| q.shuffled(&mut dice)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn every_shipped_scenario_has_questions_and_each_key_is_its_own() {
        let mut keys = Vec::new();
        for slug in scenario::catalog::scenarios() {
            let s = scenario::open(slug).unwrap().scenario;
            let all = of_scenario(&s);
            assert!(!all.is_empty(), "{slug}");
            keys.extend(all.iter().filter(|q| matches!(q.origin, Origin::Objective(..))).map(|q| q.origin.to_string()));
        }
        let count = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), count);
    }

    #[test]
    fn a_misconception_is_not_asked_twice() {
        for slug in scenario::catalog::scenarios() {
            let s = scenario::open(slug).unwrap().scenario;
            let all = of_scenario(&s);
            for q in &all {
                if let Origin::Misconception(id, _) = &q.origin {
                    let others = all.iter().filter(|o| matches!(o.origin, Origin::Objective(..)));
                    assert!(others.into_iter().all(|o| !about(&o.item, &[id])), "{slug}: {id}");
                }
            }
        }
    }

    #[test]
    fn a_recap_asks_what_is_due_first_and_is_the_same_for_the_same_seed() {
        let s = scenario::open("microsoft-ireland").unwrap().scenario;
        let mut profile = Profile::default();
        let (monday, wednesday) = (day("2026-11-23"), day("2026-11-25"));
        let first = recap(&s, &[], Vec::new(), &profile, 7, monday);
        assert_eq!(first.len(), MOST);
        assert_eq!(first, recap(&s, &[], Vec::new(), &profile, 7, monday));
        assert_ne!(first, recap(&s, &[], Vec::new(), &profile, 8, monday), "another seed, another order of answers");
        // The last question of the scenario was answered wrongly on Monday: on Wednesday it comes first.
        let last = of_scenario(&s).pop().unwrap();
        profile.answered(&last.origin, false, None, monday);
        assert_eq!(recap(&s, &[], Vec::new(), &profile, 7, wednesday)[0].origin, last.origin);
        assert!(due(&[&s], &profile, monday).is_empty(), "not on the same day");
        assert_eq!(due(&[&s], &profile, wednesday).len(), 1);
        // Met objectives go before the others.
        let met = [s.objectives.last().unwrap()];
        let next = recap(&s, &met, Vec::new(), &Profile::default(), 7, monday);
        assert!(matches!(&next[0].origin, Origin::Objective(_, o, _) if *o == met[0].id));
    }
}
