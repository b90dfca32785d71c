//! Text into the same text, well laid out.
//!
//! Line breaks between values are the author's: they group what belongs together, and prose makes the
//! length of a line say little. All else is settled here: indentation, blanks, commas, where brackets
//! that hold several lines open and close. Words, numbers, quoted text and comments are copied as they
//! stand and in their order, so nothing can be lost, and laying out twice is laying out once.
//!
//! Works on pieces, not on the tree: one look ahead to see which brackets hold several lines, then one
//! pass. Time and memory are linear in the text.

mod gap;

use super::lexer::{Kind, Lexer, Token};
use super::parser::parse;
use crate::diagnostic::{Diagnostic, Source, Span, sort};
use gap::{Comment, Gap};

/// Spaces a level of brackets is indented by.
const INDENT: usize = 2;

/// The text of a file, well laid out.
///
/// # Errors
///
/// A file with faults of form is not touched: all of them, as [`parse`] finds them.
pub fn format(source: &Source) -> Result<String, Vec<Diagnostic>> {
    let mut faults = parse(source).diagnostics;
    if !faults.is_empty() {
        sort(&mut faults);
        return Err(faults);
    }
    let mut writer = Writer {
        text: source.text(),
        out: String::with_capacity(source.text().len() + source.text().len() / 16),
        spread: spread(source.text()).into_iter(),
        open: Vec::new(),
        depth: 0,
        before: None,
    };
    writer.file();
    Ok(writer.out)
}

/// The pieces of a text; a line `#![…]` at its start is one.
struct Pieces<'a>(Lexer<'a>);

impl Pieces<'_> {
    fn next(&mut self) -> Token {
        let first = self.0.next();
        if first.kind != Kind::Other('#') {
            return first;
        }
        let mut depth = 0_usize;
        loop {
            let piece = self.0.next();
            match piece.kind {
                Kind::Open(_) => depth += 1,
                Kind::Close(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 && matches!(piece.kind, Kind::Close(_) | Kind::End) {
                return Token { kind: first.kind, span: first.span.to(piece.span) };
            }
        }
    }
}

/// For each opening bracket, in the order of the text: whether it holds several lines, its items'
/// own lines aside.
fn spread(text: &str) -> Vec<bool> {
    let mut out = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut pieces = Pieces(Lexer::new(text));
    let mut before = Token { kind: Kind::Other('#'), span: Span::at(0) };
    loop {
        let piece = pieces.next();
        if between_items(before.kind, piece.kind)
            && let Some(&group) = open.last()
        {
            out[group] |= Gap::read(text, before.span.end, piece.span.start).breaks_line();
        }
        match piece.kind {
            Kind::End => return out,
            Kind::Open(_) => {
                open.push(out.len());
                out.push(false);
            }
            Kind::Close(_) => drop(open.pop()),
            _ => {}
        }
        before = piece;
    }
}

/// Whether a line may end between two pieces: around commas and inside brackets, not inside an item.
const fn between_items(before: Kind, after: Kind) -> bool {
    matches!(before, Kind::Open(_) | Kind::Comma) || matches!(after, Kind::Close(_) | Kind::Comma)
}

/// A bracket that is open.
struct Group {
    spread: bool,
    /// `(one value)`: whether a comma follows it can tell a tuple from a bracketed value.
    round: bool,
    commas: usize,
    keyed: bool,
}

impl Group {
    /// Whether a comma is to stand before the closing bracket, given whether one does.
    fn ends_in_comma(&self, written: bool) -> bool {
        let single = self.round && !self.keyed && self.commas == usize::from(written);
        if single { written } else { self.spread }
    }
}

struct Writer<'a> {
    text: &'a str,
    out: String,
    spread: std::vec::IntoIter<bool>,
    open: Vec<Group>,
    /// How many of the open brackets hold several lines.
    depth: usize,
    /// The last piece written; none at the start of the file.
    before: Option<Kind>,
}

impl<'a> Writer<'a> {
    fn file(&mut self) {
        let mut pieces = Pieces(Lexer::new(self.text));
        let mut end = 0;
        loop {
            let mut piece = pieces.next();
            let mut gap = Gap::read(self.text, end, piece.span.start);
            let mut comma = None;
            if piece.kind == Kind::Comma {
                comma = Some(gap);
                end = piece.span.end;
                piece = pieces.next();
                gap = Gap::read(self.text, end, piece.span.start);
            }
            match (self.before, piece.kind) {
                (None | Some(Kind::Other(_)), _) | (_, Kind::End) => self.around(&gap, piece.kind),
                (Some(before), after) if comma.is_some() || between_items(before, after) => self.between(comma, gap, after),
                (Some(before), _) => self.within(&gap, before),
            }
            match piece.kind {
                Kind::End => return self.out.push('\n'),
                Kind::Open(bracket) => {
                    let spread = self.spread.next().unwrap_or_default();
                    self.depth += usize::from(spread);
                    self.open.push(Group { spread, round: bracket == '(', commas: 0, keyed: false });
                }
                Kind::Close(_) => drop(self.open.pop()),
                Kind::Colon => {
                    if let Some(group) = self.open.last_mut() {
                        group.keyed = true;
                    }
                }
                _ => {}
            }
            self.out.push_str(&self.text[piece.span.range()]);
            self.before = Some(piece.kind);
            end = piece.span.end;
        }
    }

    /// Before and after what a file holds.
    fn around(&mut self, gap: &Gap<'a>, next: Kind) {
        for comment in &gap.comments {
            if !self.out.is_empty() {
                self.line_or_space(comment.lines.min(2));
            }
            self.comment(comment);
        }
        if next != Kind::End && !self.out.is_empty() {
            // What is said about reading the file stands on a line of its own.
            let least = usize::from(self.before.is_some());
            self.line_or_space(gap.lines.clamp(least, 2));
        }
    }

    /// Around a comma, after an opening bracket, before a closing one.
    fn between(&mut self, comma: Option<Gap<'a>>, mut gap: Gap<'a>, next: Kind) {
        let Some(group) = self.open.last_mut() else { return };
        let spread = group.spread;
        let opens = matches!(self.before, Some(Kind::Open(_)));
        let closes = matches!(next, Kind::Close(_));
        let written = comma.is_some();
        group.commas += usize::from(written);
        let mut comma_due = if closes { !opens && group.ends_in_comma(written) } else { written };

        // What stands before the comma, written or not.
        let mut ahead = Vec::new();
        if let Some(first) = comma {
            // A comma at the start of a line goes to the end of the line before.
            let moved = gap.comments.first_mut().map_or(&mut gap.lines, |c| &mut c.lines);
            *moved = (*moved).max(first.lines);
            ahead = first.comments;
        } else if closes && !opens {
            ahead = std::mem::take(&mut gap.comments);
        }
        for comment in &ahead {
            if comma_due && (comment.lines > 0 || comment.to_line_end) {
                self.out.push(',');
                comma_due = false;
            }
            self.line_or_space(if spread { comment.lines.min(2) } else { 0 });
            self.comment(comment);
        }
        if comma_due {
            self.out.push(',');
        }
        for (i, comment) in gap.comments.iter().enumerate() {
            let opened = opens && i == 0;
            if spread {
                self.line_or_space(comment.lines.min(if opened { 1 } else { 2 }));
            } else if !opened {
                self.out.push(' ');
            }
            self.comment(comment);
        }

        let bare = opens && gap.comments.is_empty();
        if spread {
            self.depth -= usize::from(closes);
            match (closes, opens) {
                (true, _) if bare => {}
                (true, _) | (_, true) => self.line_or_space(1),
                _ => self.line_or_space(gap.lines.min(2)),
            }
        } else if !closes && !bare {
            self.out.push(' ');
        }
    }

    /// Between a name and its bracket, and around a colon.
    fn within(&mut self, gap: &Gap<'a>, before: Kind) {
        for comment in &gap.comments {
            self.out.push(' ');
            self.out.push_str(&comment.text);
            if comment.to_line_end {
                self.depth += 1;
                self.line_or_space(1);
                self.depth -= 1;
            }
        }
        if before == Kind::Colon && !self.out.ends_with(' ') {
            self.out.push(' ');
        }
    }

    /// So many line breaks and the indentation, or a space.
    fn line_or_space(&mut self, lines: usize) {
        if lines == 0 {
            self.out.push(' ');
            return;
        }
        self.out.extend(std::iter::repeat_n('\n', lines));
        self.out.extend(std::iter::repeat_n(' ', INDENT * self.depth));
    }

    /// A comment; one that begins its line keeps its shape when it moves.
    fn comment(&mut self, comment: &Comment<'a>) {
        match comment.column.filter(|_| comment.lines > 0) {
            Some(column) => self.out.push_str(&comment.moved(column, INDENT * self.depth)),
            None => self.out.push_str(&comment.text),
        }
    }
}

#[cfg(test)]
mod tests;
