//! `L120`: somebody named without a public source. `L121`: a child who can be told who it is. `L122`: a case that may still be
//! pending. All three are about real disputes, and all three are advice: what is decent is for the author to judge.

use super::Fault;
use crate::diagnostic::Severity;
use crate::model::{Scenario, Text};
use crate::scenario::names::Step;

/// Kinds of actor who are people.
const PEOPLE: [&str; 4] = ["person", "judge", "suspect", "victim"];

/// What is said of cases that nobody has decided yet.
const PENDING: [&str; 5] =
    ["is pending before", "is still pending", "remains pending", "has not yet been decided", "awaits judgment"];

/// Looks at the actors of a real dispute and at what is said of where it stands.
pub fn check(s: &Scenario, found: &mut Vec<(Severity, Fault)>) {
    if s.fictional {
        return;
    }
    let mut warn = |code, path: Vec<Step>, word: &str, message: String, help: &str| {
        found.push((Severity::Warning, Fault::new(code, path, word, message, help)));
    };
    for (i, actor) in s.actors.iter().enumerate().filter(|(_, a)| PEOPLE.contains(&a.kind.as_str())) {
        let path = || vec![Step::Field("actors"), Step::Entry(i)];
        if actor.source.trim().is_empty() {
            let message = format!("`{}` is named without a public source", actor.name);
            let help =
                "name people only for what they did in public, and give its `source`; else write \"the suspect\", \"the user\"";
            warn("L120", path(), &actor.name, message, help);
        }
        if both(&actor.text).any(is_minor) {
            let message = format!("`{}` seems to be a minor who can be told who it is", actor.name);
            warn("L121", path(), &actor.name, message, "leave out the name and whatever points to the child");
        }
    }
    let told = [("history", &s.debrief.history), ("law_now", &s.debrief.law_now), ("epilogue", &s.debrief.epilogue)];
    for (field, _) in told.into_iter().filter(|(_, text)| both(text).any(is_pending)) {
        let message = "a case seems to be pending still".to_owned();
        let help = "say on which day that was so, and play no court that has yet to rule";
        warn("L122", vec![Step::Field("debrief"), Step::Field(field)], "", message, help);
    }
    for (i, fact) in s.timeline.iter().enumerate().filter(|(_, fact)| both(&fact.text).any(is_pending)) {
        let message = "a case seems to be pending still".to_owned();
        let help = "say on which day that was so, and play no court that has yet to rule";
        warn("L122", vec![Step::Field("timeline"), Step::Entry(i)], &fact.date.to_string(), message, help);
    }
}

fn both(text: &Text) -> impl Iterator<Item = &str> {
    [text.plain.as_str(), text.full.as_str()].into_iter()
}

fn is_pending(text: &str) -> bool {
    let text = text.to_lowercase();
    PENDING.iter().any(|p| text.contains(p))
}

/// "15-year-old", "aged 15", "a minor".
fn is_minor(text: &str) -> bool {
    let text = text.to_lowercase();
    let young = |number: &str| number.parse::<u8>().is_ok_and(|age| age < 18);
    let last_number = |before: &str| before.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default().to_owned();
    let first_number = |after: &str| after.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default().to_owned();
    text.match_indices("-year-old").any(|(i, _)| young(&last_number(&text[..i])))
        || text.split("aged ").skip(1).any(|after| young(&first_number(after)))
        || text.split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>().windows(2).any(|w| w == ["a", "minor"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minors_are_told_from_others() {
        for text in ["A 15-year-old from Cork", "a pupil, aged 9", "She was a minor then."] {
            assert!(is_minor(text), "{text}");
        }
        for text in ["A 45-year-old", "aged 18", "a minority", "a minority of minor points", "the 14-year-long dispute"] {
            assert!(!is_minor(text), "{text}");
        }
    }
}
