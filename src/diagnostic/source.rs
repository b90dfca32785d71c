//! A text with a name, and the way from byte offsets to lines and columns.

use std::fmt;
use std::sync::{Arc, OnceLock};

use super::Span;

/// A place in a text as people count: the first line and the first column are 1, columns count
/// characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub col: usize,
}

/// A file's name and text. Cloning is cheap: clones share the text.
///
/// Two sources are equal when they are the same file: same name and same text.
#[derive(Clone)]
pub struct Source(Arc<Inner>);

struct Inner {
    name: String,
    text: Arc<str>,
    /// Where each line starts. Made on first use: a clean file never needs it.
    line_starts: OnceLock<Vec<usize>>,
}

impl Source {
    /// A text under a name (a path as the user wrote it, or any other words that identify it).
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<Arc<str>>) -> Self {
        Self(Arc::new(Inner { name: name.into(), text: text.into(), line_starts: OnceLock::new() }))
    }

    /// The name to show.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// The text, shared.
    #[must_use]
    pub fn shared_text(&self) -> Arc<str> {
        Arc::clone(&self.0.text)
    }

    /// The stretch of text that a span covers, after [`Source::clamp`].
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        &self.text()[self.clamp(span).range()]
    }

    /// The span moved inside the text and widened to whole characters.
    #[must_use]
    pub fn clamp(&self, span: Span) -> Span {
        let text = self.text();
        let start = text.floor_char_boundary(span.start);
        let end = text.ceil_char_boundary(span.end.max(start));
        Span::new(start, end)
    }

    /// Line and column of a byte offset. Offsets past the end count as the end, offsets inside a
    /// character as its start.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text().floor_char_boundary(offset);
        let starts = self.line_starts();
        let line = starts.partition_point(|&start| start <= offset);
        let col = self.text()[starts[line - 1]..offset].chars().count() + 1;
        Position { line, col }
    }

    /// Byte offset of a line and column: the inverse of [`Source::position`]. A column past the end
    /// of its line counts as the line's end, a line past the last as the end of the text.
    #[must_use]
    pub fn offset(&self, position: Position) -> usize {
        let Some(span) = self.line_span(position.line) else {
            return self.text().len();
        };
        let line = &self.text()[span.range()];
        let skip = position.col.saturating_sub(1);
        span.start + line.char_indices().nth(skip).map_or(line.len(), |(i, _)| i)
    }

    /// The span of a line (from 1) without its line break; none past the last line.
    #[must_use]
    pub fn line_span(&self, line: usize) -> Option<Span> {
        let starts = self.line_starts();
        let start = *starts.get(line.checked_sub(1)?)?;
        let next = starts.get(line).map_or(self.text().len(), |next| next - 1);
        let text = &self.text()[start..next];
        let text = text.strip_suffix('\r').unwrap_or(text);
        Some(Span::new(start, start + text.len()))
    }

    /// How many lines there are; at least one.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.line_starts().len()
    }

    fn line_starts(&self) -> &[usize] {
        self.0.line_starts.get_or_init(|| {
            let breaks = self.0.text.bytes().enumerate().filter(|&(_, b)| b == b'\n');
            std::iter::once(0).chain(breaks.map(|(i, _)| i + 1)).collect()
        })
    }
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || (self.name() == other.name() && self.text() == other.text())
    }
}

impl Eq for Source {}

/// Shows the name and size, never the text: a failed assertion should not print a whole file.
impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({:?}, {} bytes)", self.name(), self.text().len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(source: &Source, offset: usize) -> (usize, usize) {
        let p = source.position(offset);
        (p.line, p.col)
    }

    #[test]
    fn counts_lines_and_characters_from_one() {
        let s = Source::new("x", "aä\nß b\n\nz");
        assert_eq!(at(&s, 0), (1, 1));
        assert_eq!(at(&s, 3), (1, 3));
        assert_eq!(at(&s, 4), (2, 1));
        assert_eq!(at(&s, 6), (2, 2));
        assert_eq!(at(&s, 9), (3, 1));
        assert_eq!(at(&s, 10), (4, 1));
        assert_eq!(at(&s, 99), (4, 2));
        assert_eq!(at(&s, 2), (1, 2), "inside a character counts as its start");
        assert_eq!(s.line_count(), 4);
    }

    #[test]
    fn offset_is_the_inverse_of_position() {
        let s = Source::new("x", "aä\r\nß b\n\nz");
        for (offset, _) in s.text().char_indices().filter(|(_, c)| !c.is_control()) {
            assert_eq!(s.offset(s.position(offset)), offset);
        }
        assert_eq!(s.offset(Position { line: 1, col: 99 }), 3, "stays on its line");
        assert_eq!(s.offset(Position { line: 99, col: 1 }), s.text().len());
    }

    #[test]
    fn line_breaks_of_both_kinds_are_left_out() {
        let s = Source::new("x", "one\r\ntwo\n");
        let line = |n| s.line_span(n).map(|span| s.slice(span).to_owned());
        assert_eq!(line(1).as_deref(), Some("one"));
        assert_eq!(line(2).as_deref(), Some("two"));
        assert_eq!(line(3).as_deref(), Some(""));
        assert_eq!(line(4), None);
        assert_eq!(line(0), None);
    }

    #[test]
    fn an_empty_text_has_one_line() {
        let s = Source::new("x", "");
        assert_eq!(at(&s, 0), (1, 1));
        assert_eq!(s.line_count(), 1);
        assert_eq!(s.line_span(1), Some(Span::at(0)));
    }
}
