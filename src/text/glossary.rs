//! The glossary as text.

use super::{Page, Voice};
use crate::learn::Glossary;

/// What the glossary says of some words: the one term they write, or all that speak of them; without words, everything.
#[must_use]
pub fn glossary(asked: &str, voice: Voice<'_>) -> Page {
    let mut page = Page::new();
    let found = Glossary::shipped().search(asked);
    if found.is_empty() {
        page.line(0, &voice.words.ui_with("glossary-none", &[("asked", asked.into())]));
    }
    for term in found {
        page.blank().line(0, &term.term).line(2, term.text.at(voice.level));
    }
    page
}

/// The names of all terms, for somebody at a prompt.
#[must_use]
pub fn glossary_terms(voice: Voice<'_>) -> Page {
    let names: Vec<&str> = Glossary::shipped().terms().iter().map(|t| t.term.as_str()).collect();
    let mut page = Page::new();
    page.blank().line(0, &voice.words.ui_with("glossary-terms", &[("terms", names.join("; ").into())]));
    page
}
