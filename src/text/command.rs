//! The commands of the text game.

use crate::lang::Language;
use crate::model::{Date, Reading};
use crate::syntax::did_you_mean;

/// What somebody wants explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A number on the desk.
    Number(usize),
    /// An entry of the log, as the log numbers them.
    Log(usize),
    /// Something by its name.
    Words(String),
}

/// What a line means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Do what stands behind a number.
    Number(usize),
    /// Say why: a number on the desk is open or closed, a meter stands where it does, an entry of the log came about.
    Why(Asked),
    /// Look for something by name.
    Find(String),
    /// The desk again.
    Desk,
    /// What is not open.
    Closed,
    /// Numbers and aims.
    Status,
    /// Cases and holdings.
    Docket,
    /// What the law is, today or on a day.
    Law(Option<Date>),
    /// What each legal order requires.
    Duties,
    /// A picture of a kind, in words.
    Picture(crate::picture::Kind),
    /// The press desk.
    Press,
    /// What has happened.
    Log,
    /// The brief.
    Brief,
    /// The glossary, or what it says of some words.
    Glossary(String),
    /// The next hint, or the one with a number.
    Hint(Option<usize>),
    /// Questions about the dispute.
    Quiz,
    /// What was learnt.
    Profile,
    /// The languages, or another one; none of a tag we do not have.
    Language(Option<Language>),
    /// The other wording, or the one named.
    Wording(Option<Reading>),
    /// Take back.
    Undo,
    /// Close the plan.
    Close,
    /// What everybody may know.
    Public,
    /// Let bots play on to the debrief.
    Finish,
    /// Save.
    Save,
    /// Stop.
    Quit,
    /// The commands.
    Help,
    /// Nothing known.
    Unknown,
}

/// Reads a line.
#[must_use]
pub fn command(line: &str) -> Command {
    let lower = line.to_lowercase();
    let mut words = lower.split_whitespace();
    let first = words.next().unwrap_or("");
    if let Ok(number) = first.parse() {
        return Command::Number(number);
    }
    match first {
        "why" | "w" => match words.collect::<Vec<_>>().as_slice() {
            [] => Command::Closed,
            ["log", number] => number.parse().map_or(Command::Unknown, |n| Command::Why(Asked::Log(n))),
            [number] if number.parse::<usize>().is_ok() => Command::Why(Asked::Number(number.parse().unwrap_or(0))),
            all => Command::Why(Asked::Words(all.join(" "))),
        },
        "find" | "f" => Command::Find(words.collect::<Vec<_>>().join(" ")),
        "closed" => Command::Closed,
        "look" | "desk" => Command::Desk,
        "s" | "status" | "meters" => Command::Status,
        "d" | "docket" | "cases" => Command::Docket,
        "law" => match words.next() {
            None => Command::Law(None),
            Some(day) => Date::parse(day).map_or(Command::Unknown, |day| Command::Law(Some(day))),
        },
        "t" | "duties" => Command::Duties,
        "picture" => words
            .next()
            .map_or(Some(crate::picture::Kind::default()), crate::picture::Kind::named)
            .map_or(Command::Unknown, Command::Picture),
        "p" | "press" => Command::Press,
        "l" | "log" => Command::Log,
        "b" | "brief" => Command::Brief,
        "hint" => Command::Hint(words.next().and_then(|n| n.parse().ok())),
        "quiz" => Command::Quiz,
        "profile" => Command::Profile,
        "g" | "glossary" => Command::Glossary(words.collect::<Vec<_>>().join(" ")),
        "language" | "lang" => Command::Language(words.next().and_then(Language::named)),
        "wording" => Command::Wording(match words.next() {
            Some("plain") => Some(Reading::Plain),
            Some("full") => Some(Reading::Full),
            _ => None,
        }),
        "u" | "undo" => Command::Undo,
        "" | "c" | "close" | "done" => Command::Close,
        "public" => Command::Public,
        "finish" => Command::Finish,
        "save" => Command::Save,
        "q" | "quit" | "exit" => Command::Quit,
        "?" | "h" | "help" => Command::Help,
        _ => Command::Unknown,
    }
}

/// The whole words above, for whoever mistypes one.
const WORDS: &[&str] = &[
    "why", "find", "closed", "look", "desk", "status", "meters", "docket", "cases", "law", "duties", "press", "log", "brief",
    "quiz", "profile", "glossary", "hint", "language", "lang", "wording", "undo", "close", "done", "picture", "public", "finish",
    "save", "quit", "exit", "help",
];

/// The command that was probably meant.
#[must_use]
pub fn near(line: &str) -> Option<&'static str> {
    line.split_whitespace().next().and_then(|word| did_you_mean(word, WORDS.iter().copied()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_there_to_be_meant() {
        let source = include_str!("command.rs");
        let arms = source.split("match first {").nth(1).and_then(|rest| rest.split("_ => Command::Unknown").next()).unwrap();
        // Options of a command are further in than commands.
        let patterns = arms.lines().filter(|l| l.starts_with("        \"")).filter_map(|l| l.split(" => ").next());
        let mut known: Vec<&str> = patterns.flat_map(|p| p.split('"').skip(1).step_by(2)).filter(|w| w.len() > 2).collect();
        let mut listed = WORDS.to_vec();
        known.sort_unstable();
        listed.sort_unstable();
        assert_eq!(listed, known);
        assert_eq!(near("statsu"), Some("status"));
        assert_eq!(near("Glosary comity"), Some("glossary"));
        assert_eq!(near("xyzzy"), None);
        assert_eq!(near(""), None);
    }

    #[test]
    fn numbers_words_and_the_empty_line() {
        assert_eq!(command("12"), Command::Number(12));
        assert_eq!(command("Why 3"), Command::Why(Asked::Number(3)));
        assert_eq!(command("why log 12"), Command::Why(Asked::Log(12)));
        assert_eq!(command("why Customer  trust"), Command::Why(Asked::Words("customer trust".into())));
        assert_eq!(command("why"), Command::Closed);
        assert_eq!(command(""), Command::Close);
        assert_eq!(command("law"), Command::Law(None));
        assert_eq!(command("law 2017-02-01"), Command::Law(Some(Date::parse("2017-02-01").unwrap())));
        assert_eq!(command("law yesterday"), Command::Unknown);
        assert_eq!(command("language en-xa"), Command::Language(Some(Language::PSEUDO)));
        assert_eq!(command("language tlh"), Command::Language(None));
        assert_eq!(command("wording full"), Command::Wording(Some(Reading::Full)));
        assert_eq!(command("glossary grand  jury"), Command::Glossary("grand jury".into()));
        assert_eq!(command("hint"), Command::Hint(None));
        assert_eq!(command("hint 2"), Command::Hint(Some(2)));
        assert_eq!(command("abracadabra"), Command::Unknown);
    }
}
