//! What a learner opens beside a match: glossary, quiz, what was learnt.

mod glossary;
mod learnt;
mod quiz;
#[cfg(test)]
mod tests;

pub(super) use glossary::{Lookup, glossary};
pub(super) use learnt::{learnt, objective};
pub(super) use quiz::quiz;

use super::cmd::{Page, Shelved};
use super::files;
use super::session::Session;
use crate::lang::Words;
use crate::learn::quiz::{self as questions, Question};
use crate::learn::{self, Store};
use crate::model::{Date, Scenario};
use crate::play;

/// What the learner asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ask {
    /// The questions that are due.
    Due,
    /// Questions about the match just played.
    Recap,
    /// Give an answer.
    Answer(usize),
    /// On to the next question, or out after the last.
    Next,
    /// Write the profile as a file for others to read.
    Export,
    /// Ask whether everything shall be deleted, or no longer.
    Sure(bool),
    /// Delete everything Comity has stored.
    Erase,
}

/// Questions being answered.
pub(super) struct Round {
    questions: Vec<Question>,
    at: usize,
    chosen: Option<usize>,
    right: usize,
    /// Where it goes on when the last one is done.
    back: Page,
}

/// The learner at this window.
#[derive(Default)]
pub(super) struct Learning {
    store: Store,
    today: Date,
    round: Option<Round>,
    /// Questions due today.
    due: usize,
    sure: bool,
}

impl Learning {
    /// What is kept of the learner.
    pub fn open(shelf: &[Shelved]) -> Self {
        let store = Store::open(files::home().as_deref());
        let mut learning = Self { store, today: files::today(), round: None, due: 0, sure: false };
        learning.count(shelf);
        learning
    }

    /// Whether nothing was ever kept.
    pub fn is_new(&self) -> bool {
        self.store.profile.is_empty()
    }

    /// Questions due today.
    pub fn due(&self) -> usize {
        self.due
    }

    /// What went wrong with keeping the profile, once.
    pub fn trouble(&mut self, words: &Words) -> Option<String> {
        self.store.trouble.take().map(|t| t.sentence(words))
    }

    /// Notes the objectives that persons at this screen met in a match.
    pub fn met(&mut self, session: &Session) {
        let s = session.scenario();
        let mine = |d| session.is_person(s.decision(d).seat);
        for objective in questions::met(s, session.log(), mine) {
            self.store.profile.met(&s.id, &objective.id, self.today);
        }
        self.store.keep();
    }

    /// How far the learner has come with an objective.
    pub fn progress(&self, s: &Scenario, objective: &str) -> learn::Progress {
        self.store.profile.progress(&s.id, objective)
    }

    fn count(&mut self, shelf: &[Shelved]) {
        let all: Vec<&Scenario> = shelf.iter().filter_map(|s| s.scenario.as_deref()).collect();
        self.due = questions::due(&all, &self.store.profile, self.today).len();
    }

    /// Does what was asked; where to go, and what to say.
    pub fn apply(
        &mut self,
        ask: Ask,
        shelf: &[Shelved],
        session: Option<&mut Session>,
        words: &Words,
    ) -> (Option<Page>, Option<String>) {
        match ask {
            Ask::Due => {
                let all: Vec<&Scenario> = shelf.iter().filter_map(|s| s.scenario.as_deref()).collect();
                let asked = questions::due(&all, &self.store.profile, self.today);
                (self.start(asked, Page::Learnt), None)
            }
            Ask::Recap => {
                let asked = session.map(|s| s.recap(&self.store.profile, self.today, words)).unwrap_or_default();
                (self.start(asked, Page::Debrief), None)
            }
            Ask::Answer(chosen) => {
                if let Some(round) = &mut self.round
                    && round.chosen.is_none()
                    && let Some(q) = round.questions.get(round.at)
                    && let Some(option) = q.item.options.get(chosen)
                {
                    round.chosen = Some(chosen);
                    round.right += usize::from(option.best);
                    self.store.profile.answered(&q.origin, option.best, option.mistake.as_deref(), self.today);
                    self.store.keep();
                    self.count(shelf);
                }
                (None, None)
            }
            Ask::Next => {
                let Some(round) = &mut self.round else { return (Some(Page::Title), None) };
                if round.at < round.questions.len() {
                    round.at += 1;
                    round.chosen = None;
                    return (None, None);
                }
                let back = round.back;
                self.round = None;
                (Some(back), None)
            }
            Ask::Export => {
                let Some(path) = files::home().map(|h| h.join("learnt.json")) else {
                    return (None, Some(words.ui("profile-no-folder")));
                };
                let shown = path.display().to_string();
                let said = match files::write(&path, &self.store.profile.text()) {
                    Ok(()) => words.ui_with("profile-exported", &[("path", shown.into())]),
                    Err(e) => words.ui_with("profile-not-written", &[("path", shown.into()), ("reason", e.to_string().into())]),
                };
                (None, Some(said))
            }
            Ask::Sure(sure) => {
                self.sure = sure;
                (None, None)
            }
            Ask::Erase => {
                self.sure = false;
                let done = play::home().map_or(Ok(()), |home| learn::erase(&home));
                let said = match done {
                    Ok(()) => words.ui("profile-erased"),
                    Err(e) => words.ui_with("profile-erase-failed", &[("reason", e.to_string().into())]),
                };
                self.store = Store::open(files::home().as_deref());
                self.round = None;
                self.count(shelf);
                (None, Some(said))
            }
        }
    }

    fn start(&mut self, questions: Vec<Question>, back: Page) -> Option<Page> {
        if questions.is_empty() {
            return None;
        }
        self.round = Some(Round { questions, at: 0, chosen: None, right: 0, back });
        Some(Page::Quiz)
    }
}
