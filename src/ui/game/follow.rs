//! The file of an author followed: a good save comes into play, a bad one leaves the last good copy there.

use super::Game;
use crate::diagnostic::Diagnostic;
use crate::ui::author::Author;
use crate::ui::cmd::{Page, Shelved};
use std::sync::Arc;

impl Game {
    /// Notes a file that was named by its path, with what the checker found in it.
    pub(super) fn written(&mut self, name: &str, found: Vec<Diagnostic>) {
        self.author = Author::of(name, found);
        if self.author.as_ref().is_some_and(Author::is_broken) {
            self.page = Page::Waiting;
        }
    }

    /// Takes in a save, if there was one.
    pub(super) fn follow(&mut self) {
        let Some(author) = &mut self.author else { return };
        let Some(scenario) = author.saved() else { return };
        let at = self.shelf.iter().position(|s| s.source == author.name);
        let at = at.unwrap_or_else(|| {
            self.shelf.push(Shelved { source: author.name.clone(), scenario: None });
            self.shelf.len() - 1
        });
        self.shelf[at].scenario = Some(Arc::clone(&scenario));
        if let Some(session) = self.session.as_mut().filter(|s| s.source() == self.shelf[at].source) {
            if let Some(seat) = session.lost_by(&scenario) {
                // Whoever sits there would be gone from the table: the last copy stays until the seat is back.
                let args = [("seat", seat.into()), ("file", author.name.as_str().into())];
                self.notice = Some(self.words.ui_with("author-seat-gone", &args).into());
                return;
            }
            let (kept, all) = session.reload(scenario);
            let args = [("kept", kept.into()), ("all", all.into())];
            self.notice = (kept < all).then(|| self.words.ui_with("author-reloaded", &args).into());
            self.briefed.resize(session.players().len(), true);
            self.debrief = None;
            self.why = None;
            if self.page == Page::Debrief && !session.is_over() {
                self.page = Page::Table;
            }
        } else if matches!(self.page, Page::Waiting | Page::Seats) {
            self.pick(at);
        }
    }
}
