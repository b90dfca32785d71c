//! What a check has to say, where it points, and how it is shown.
//!
//! A [`Diagnostic`] is plain data: a stable code, a severity, one sentence that says what is wrong,
//! and (where known) the span it is about, advice, and a replacement for the span. Whoever finds a
//! fault makes one; [`render_text`], [`render_json`] and [`render_github`] are the only places that
//! turn them into output. This module knows nothing about scenarios, law or RON.

pub mod codes;
pub mod manual;
mod render;
mod source;

use std::cmp::Ordering;

pub use render::{Style, render_github, render_json, render_text, visible};
pub use source::{Position, Source};

/// A stretch of a file, as byte offsets into its text: `start` is inside, `end` is just past it.
///
/// Both ends lie on character boundaries of the text the span was made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// An empty span: a place between two characters.
    #[must_use]
    pub const fn at(offset: usize) -> Self {
        Self::new(offset, offset)
    }

    /// Length in bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span covers nothing and only marks a place.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The same stretch as a range, to slice a text with.
    #[must_use]
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start..self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// How much a finding matters. Only an [`Severity::Error`] keeps a file from being used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The file can't be used as it is.
    Error,
    /// The file can be used; this is very likely not what its author meant.
    Warning,
    /// Advice.
    Hint,
}

impl Severity {
    /// The word shown to people and written to JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

/// A second place that helps to understand a finding, such as where a bracket was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where, in the same file as the finding.
    pub span: Span,
    /// A few words to stand beside it.
    pub text: String,
}

/// One finding about one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable code, such as `S020`; see [`codes`] for those of the syntax layer.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The file it is about.
    pub source: Source,
    /// The place it is about; none where the finding is about the file as a whole.
    pub span: Option<Span>,
    /// One sentence in the author's words: what is wrong. No full stop at the end.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Text that may replace the span; an empty span is a place to insert at.
    pub suggestion: Option<String>,
    /// Further places worth showing.
    pub labels: Vec<Label>,
}

impl Diagnostic {
    /// A finding of the given severity about the file as a whole.
    #[must_use]
    pub fn new(severity: Severity, code: &'static str, source: &Source, message: impl Into<String>) -> Self {
        Self {
            code,
            severity,
            source: source.clone(),
            span: None,
            message: message.into(),
            help: None,
            suggestion: None,
            labels: Vec::new(),
        }
    }

    /// An error about the file as a whole.
    #[must_use]
    pub fn error(code: &'static str, source: &Source, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, source, message)
    }

    /// A warning about the file as a whole.
    #[must_use]
    pub fn warning(code: &'static str, source: &Source, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, source, message)
    }

    /// A hint about the file as a whole.
    #[must_use]
    pub fn hint(code: &'static str, source: &Source, message: impl Into<String>) -> Self {
        Self::new(Severity::Hint, code, source, message)
    }

    /// Points at a place, moved onto the text and its character boundaries if need be.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(self.source.clamp(span));
        self
    }

    /// Adds advice.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds a replacement for the span.
    #[must_use]
    pub fn with_suggestion(mut self, replacement: impl Into<String>) -> Self {
        self.suggestion = Some(replacement.into());
        self
    }

    /// Adds a second place.
    #[must_use]
    pub fn with_label(mut self, span: Span, text: impl Into<String>) -> Self {
        let span = self.source.clamp(span);
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// Line and column where the finding starts; none if it is about the whole file.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        self.span.map(|span| self.source.position(span.start))
    }
}

/// Puts findings in the order they are shown in (file, place, severity, code, message) and drops
/// exact repeats. Findings about a whole file come before those about a place in it.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(compare);
    diagnostics.dedup();
}

fn compare(a: &Diagnostic, b: &Diagnostic) -> Ordering {
    a.source
        .name()
        .cmp(b.source.name())
        .then_with(|| a.span.cmp(&b.span))
        .then_with(|| a.severity.cmp(&b.severity))
        .then_with(|| a.code.cmp(b.code))
        .then_with(|| a.message.cmp(&b.message))
}

/// Whether any finding is an error.
#[must_use]
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|d| d.severity == Severity::Error)
}

/// Longest piece of an author's text that a message repeats, in characters.
const QUOTE_MAX: usize = 60;

/// An author's word in backquotes, fit to stand in a message: shortened, on one line, and without
/// control characters, so that a file can't write to the terminal of whoever checks it.
#[must_use]
pub fn quote(text: &str) -> String {
    let mut out = String::from("`");
    for (i, c) in text.chars().enumerate() {
        if i == QUOTE_MAX {
            out.push('…');
            break;
        }
        push_visible(&mut out, c);
    }
    out.push('`');
    out
}

/// Appends `c`, or its escape if it would not show or would change how its neighbours show.
fn push_visible(out: &mut String, c: char) {
    let hidden =
        c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
    if hidden {
        out.extend(c.escape_default());
    } else {
        out.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_by_file_then_place_and_drops_repeats() {
        let a = Source::new("a.ron", "one two");
        let b = Source::new("b.ron", "one two");
        let late = Diagnostic::error("S010", &a, "late").at(Span::new(4, 7));
        let early = Diagnostic::hint("S010", &a, "early").at(Span::new(0, 3));
        let whole = Diagnostic::error("S004", &a, "whole");
        let other = Diagnostic::error("S010", &b, "other").at(Span::new(0, 1));
        let mut all = vec![other.clone(), late.clone(), early.clone(), late.clone(), whole.clone()];
        sort(&mut all);
        assert_eq!(all, [whole, early, late, other]);
    }

    #[test]
    fn quotes_are_short_and_harmless() {
        assert_eq!(quote("seat"), "`seat`");
        assert_eq!(quote("a\u{1b}[31m\nb"), "`a\\u{1b}[31m\\nb`");
        assert_eq!(quote("\u{202e}x"), "`\\u{202e}x`");
        assert_eq!(quote(&"ä".repeat(1000)).chars().count(), QUOTE_MAX + 3);
    }

    #[test]
    fn spans_are_moved_onto_the_text() {
        let source = Source::new("a.ron", "äb");
        let d = Diagnostic::error("S010", &source, "x").at(Span::new(1, 99));
        assert_eq!(d.span, Some(Span::new(0, 3)));
    }
}
