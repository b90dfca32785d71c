//! The commands of the text game.

use crate::model::Date;

/// What a line means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Do what stands behind a number.
    Number(usize),
    /// Say why a number is open or closed.
    Why(usize),
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
    /// Take back.
    Undo,
    /// Close the plan.
    Close,
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
        "why" | "w" => words.next().and_then(|n| n.parse().ok()).map_or(Command::Closed, Command::Why),
        "closed" => Command::Closed,
        "look" | "desk" => Command::Desk,
        "s" | "status" | "meters" => Command::Status,
        "d" | "docket" | "cases" => Command::Docket,
        "law" => match words.next() {
            None => Command::Law(None),
            Some(day) => Date::parse(day).map_or(Command::Unknown, |day| Command::Law(Some(day))),
        },
        "t" | "duties" => Command::Duties,
        "p" | "press" => Command::Press,
        "l" | "log" => Command::Log,
        "b" | "brief" => Command::Brief,
        "hint" => Command::Hint(words.next().and_then(|n| n.parse().ok())),
        "quiz" => Command::Quiz,
        "profile" => Command::Profile,
        "g" | "glossary" => Command::Glossary(words.collect::<Vec<_>>().join(" ")),
        "u" | "undo" => Command::Undo,
        "" | "c" | "close" | "done" => Command::Close,
        "save" => Command::Save,
        "q" | "quit" | "exit" => Command::Quit,
        "?" | "h" | "help" => Command::Help,
        _ => Command::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_words_and_the_empty_line() {
        assert_eq!(command("12"), Command::Number(12));
        assert_eq!(command("Why 3"), Command::Why(3));
        assert_eq!(command("why"), Command::Closed);
        assert_eq!(command(""), Command::Close);
        assert_eq!(command("law"), Command::Law(None));
        assert_eq!(command("law 2017-02-01"), Command::Law(Some(Date::parse("2017-02-01").unwrap())));
        assert_eq!(command("law yesterday"), Command::Unknown);
        assert_eq!(command("glossary grand  jury"), Command::Glossary("grand jury".into()));
        assert_eq!(command("hint"), Command::Hint(None));
        assert_eq!(command("hint 2"), Command::Hint(Some(2)));
        assert_eq!(command("abracadabra"), Command::Unknown);
    }
}
