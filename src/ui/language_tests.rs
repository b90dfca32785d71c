//! Walks the window in the language for testers: what stays plain English is no message.

use super::Start;
use super::tests::{Window, open, open_to_press, press_at, usual, watched, words_on};
use crate::lang::Language;
use crate::lang::plain::plain;
use crate::model::Role;
use std::collections::BTreeSet;

/// What was read so far, and what of it is plain.
#[derive(Default)]
struct Reader {
    read: BTreeSet<String>,
    plain: Vec<String>,
}

impl Reader {
    fn read(&mut self, window: &Window<'_>, page: &str) {
        for text in words_on(window) {
            if self.read.insert(text.clone()) {
                let words = plain(&text);
                if !words.is_empty() {
                    self.plain.push(format!("{page}: {words:?} in “{text}”"));
                }
            }
        }
    }

    fn check(self, least: usize) {
        assert!(self.read.len() > least, "only {} texts were read", self.read.len());
        assert!(self.plain.is_empty(), "{}", self.plain.join("\n"));
    }
}

fn start() -> Start {
    Start { language: Some(Language::PSEUDO), ..Start::default() }
}

/// The window after the buttons at these places were pressed, one after the other.
fn after<'a>(path: &[usize]) -> Window<'a> {
    let mut window = open(start(), [1440.0, 900.0]);
    for at in path {
        press_at(&mut window, *at);
    }
    window
}

#[test]
fn pages_around_a_match_are_messages() {
    let mut reader = Reader::default();
    let mut paths = vec![Vec::new()];
    let mut seen = BTreeSet::new();
    while let Some(path) = paths.pop() {
        let window = after(&path);
        let open = open_to_press(&window);
        reader.read(&window, &format!("{path:?}"));
        // Whatever leads on is followed three deep, each set of buttons once.
        if path.len() < 3 && seen.insert(open.clone()) {
            paths.extend((0..open.len()).map(|at| [&path[..], &[at]].concat()));
        }
    }
    reader.check(100);
}

#[test]
fn a_match_is_messages_from_brief_to_debrief() {
    let mut reader = Reader::default();
    for (source, role) in [
        ("two-harbours", Role::Provider),
        ("two-harbours", Role::Court),
        ("three-shores", Role::Government),
        ("microsoft-ireland", Role::Provider),
        ("microsoft-ireland", Role::Court),
    ] {
        let start = Start { language: Some(Language::PSEUDO), ..usual(source, &|_, r| r == role, 5) };
        let (window, _) = watched(start, [1440.0, 900.0], &mut |window| reader.read(window, source));
        reader.read(&window, "debrief");
    }
    reader.check(300);
}
