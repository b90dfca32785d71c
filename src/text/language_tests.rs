//! Reads every page of the text game in the language for testers: what stays plain English is no message.

use super::{Console, Sitter, Table, Voice, choose_scenario, choose_seat, play};
use crate::lang::Language;
use crate::lang::plain::plain;
use crate::model::Reading;
use crate::play::Match;
use crate::scenario;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What can be asked for, and what cannot.
const PAGES: &[&str] = &[
    "?",
    "s",
    "d",
    "law",
    "law 2017-02-01",
    "t",
    "p",
    "l",
    "b",
    "closed",
    "why 1",
    "why 9",
    "why 99",
    "look",
    "hint",
    "hint",
    "hint",
    "profile",
    "glossary",
    "glossary comity",
    "language",
    "save",
    "nonsens",
    "u",
];

/// A script that asks for every page again and again, and plays on in between.
fn script() -> String {
    let mut dice: u64 = 9;
    let mut out = String::new();
    for _ in 0..150 {
        for page in PAGES {
            out.push_str(page);
            out.push('\n');
        }
        for _ in 0..30 {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let roll = dice >> 33;
            let line = if roll.is_multiple_of(4) { String::new() } else { (1 + roll % 3).to_string() };
            out.push_str(&line);
            out.push('\n');
        }
    }
    out
}

#[test]
fn every_page_is_messages() {
    let voice = Voice { words: Language::PSEUDO.words(), level: Reading::Plain };
    let mut read = BTreeSet::new();
    for slug in scenario::catalog::scenarios() {
        let s = scenario::open(slug).unwrap().scenario;
        for human in 0..s.seats.len() {
            let who = |i| if i == human { "human" } else { "bot:cautious" };
            let sitters = s.seats.iter().enumerate().map(|(i, x)| (i, x, who(i)));
            let sitters = sitters.map(|(i, _, name)| Sitter::named(name, 4, crate::model::SeatIx::new(i)).unwrap()).collect();
            let mut table = Table::new(Match::new(Arc::clone(&s), 4, false), sitters, Box::new(|_| Ok(())));
            let script = script();
            let (mut input, mut output) = (script.as_bytes(), Vec::new());
            // So wide that no sentence is broken.
            let mut console = Console::new(&mut input, &mut output, false).wide(100_000);
            choose_scenario(std::slice::from_ref(&s), voice, &mut console).unwrap();
            choose_seat(&s, voice, &mut console).unwrap();
            play(&mut table, voice, &mut console).unwrap();
            read.extend(String::from_utf8(output).unwrap().lines().map(str::to_owned));
        }
    }
    // What was typed is repeated when it is not understood, and commands are the same in every language.
    let typed = |line: &str| PAGES.iter().any(|p| line.contains(&format!("“{p}”"))) || line.starts_with("  language ");
    let found: Vec<String> = read
        .iter()
        .filter(|l| !typed(l))
        .map(|l| (l, plain(l)))
        .filter(|(_, p)| !p.is_empty())
        .map(|(l, p)| format!("{p:?} in “{l}”"))
        .collect();
    assert!(read.len() > 1000, "{}", read.len());
    assert!(found.is_empty(), "{} of {}\n{}", found.len(), read.len(), found[..found.len().min(60)].join("\n"));
}
