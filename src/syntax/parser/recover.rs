//! Moving through the pieces, saying what is wrong with them, and getting back on track.

use super::{Cause, MAX_FAULTS, Mark, Open, Parser, Piece, Token, partner};
use crate::diagnostic::{Diagnostic, Span, codes, quote};

impl Parser<'_> {
    pub(super) fn bump(&mut self) {
        if self.stopped {
            return;
        }
        self.last = self.token;
        self.token = self.lexer.next();
        match self.token.kind {
            Piece::OpenText => self.unclosed_text(self.token.span),
            Piece::OpenComment => {
                let span = Span::new(self.token.span.start, self.token.span.start + 2);
                let fault = self
                    .fault(span, "this comment is never closed")
                    .with_help("close it with */; a comment inside a comment needs its own");
                self.report(fault);
                self.stop();
            }
            _ => {}
        }
    }

    /// Where the piece before the one to look at ended.
    pub(super) const fn before(&self) -> usize {
        self.last.span.end
    }

    pub(super) fn at(&self, kind: Piece) -> bool {
        self.token.kind == kind
    }

    pub(super) fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    pub(super) fn mark(&self) -> Mark {
        Mark(self.reported)
    }

    pub(super) fn clean_since(&self, mark: Mark) -> bool {
        self.reported == mark.0
    }

    pub(super) fn fault(&self, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic::error(codes::SYNTAX, self.source, message).at(span)
    }

    pub(super) fn report(&mut self, fault: Diagnostic) {
        self.report_as(Cause::Own, fault);
    }

    pub(super) fn report_as(&mut self, cause: Cause, fault: Diagnostic) {
        if self.stopped {
            return;
        }
        // One bracket missing makes much look out of place.
        let since = self.open.last().map_or(0, |open| open.faults).min(self.faults.len());
        if cause == Cause::Bracket && self.faults[since..].iter().any(|(_, c)| *c == cause) {
            self.reported += 1;
            return;
        }
        if fault.code == codes::SYNTAX
            && let Some(place) = self.misquoted(fault.span)
        {
            self.misquote(place);
            return;
        }
        self.push(cause, fault);
    }

    fn push(&mut self, cause: Cause, fault: Diagnostic) {
        self.faults.push((fault, cause));
        self.reported += 1;
        if self.faults.len() >= MAX_FAULTS {
            self.stop();
        }
    }

    /// Ends the reading: what follows looks like the end of the text.
    pub(super) fn stop(&mut self) {
        self.stopped = true;
        self.token = Token { kind: Piece::End, span: Span::at(self.text.len()) };
    }

    /// Whether the items of the innermost bracket end here. Closing brackets too many are reported
    /// and passed over.
    pub(super) fn at_close(&mut self) -> bool {
        loop {
            let Piece::Close(c) = self.token.kind else {
                return self.at(Piece::End);
            };
            let message = if self.doubled(c) {
                format!("one `{c}` too many")
            } else if self.open.iter().any(|open| partner(open.bracket) == c) {
                return true;
            } else {
                format!("this `{c}` closes nothing")
            };
            let fault = self.fault(self.token.span, message).with_suggestion("");
            self.report_as(Cause::Bracket, fault);
            self.bump();
            // The comma that belongs to the item before.
            if self.at(Piece::Comma) {
                self.bump();
            }
        }
    }

    /// Whether a closing bracket only repeats the one before it: the one that is needed comes next.
    fn doubled(&self, bracket: char) -> bool {
        let Some(open) = self.open.last() else {
            return false;
        };
        let needed = partner(open.bracket);
        self.last.kind == Piece::Close(bracket) && needed != bracket && self.lexer.clone().next().kind == Piece::Close(needed)
    }

    /// After an item: takes the comma, or reports that it is missing.
    pub(super) fn separator(&mut self, mark: Mark) {
        if !self.clean_since(mark) {
            self.skip_item();
        }
        match self.token.kind {
            Piece::Comma => {
                self.bump();
                if self.at(Piece::Comma) {
                    let fault = self.fault(self.token.span, "one comma too many").with_suggestion("");
                    self.report(fault);
                    while self.at(Piece::Comma) {
                        self.bump();
                    }
                }
            }
            Piece::Close(_) | Piece::End => {}
            Piece::Colon => {
                let fault = self
                    .fault(self.token.span, "a colon does not belong here")
                    .with_help("`name: value` pairs stand in ( ) or { }, and are not mixed with bare values");
                self.report_as(Cause::Bracket, fault);
                self.skip_item();
                if self.at(Piece::Comma) {
                    self.bump();
                }
            }
            Piece::Other(c) => {
                let fault = self.stray(c, self.token.span);
                self.report(fault);
                self.skip_item();
                if self.at(Piece::Comma) {
                    self.bump();
                }
            }
            _ => self.missing_comma(),
        }
    }

    fn missing_comma(&mut self) {
        if let Some(date) = self.bare_date() {
            let quoted = format!("\"{}\"", self.slice(date));
            let fault = self.fault(date, "a date stands in quotes").with_suggestion(quoted);
            self.report(fault);
            self.skip_item();
            if self.at(Piece::Comma) {
                self.bump();
            }
            return;
        }
        let fault = self.fault(Span::at(self.before()), "a comma is missing here").with_suggestion(",");
        self.report(fault);
    }

    /// The date that begins with the last piece, if it is one without quotes: `2031-05-05`.
    fn bare_date(&self) -> Option<Span> {
        const FORM: &str = "0000-00-00";
        let span = Span::new(self.last.span.start, self.last.span.start + FORM.len());
        let text = self.text.get(span.start..span.end)?;
        let fits = |(c, form): (u8, u8)| if form == b'-' { c == b'-' } else { c.is_ascii_digit() };
        let ends = !self.text.as_bytes().get(span.end).is_some_and(|c| c.is_ascii_alphanumeric() || *c == b'-');
        (ends && text.bytes().zip(FORM.bytes()).all(fits)).then_some(span)
    }

    /// Whether a quote is missing hereabouts, and if so from where on they do not match up.
    ///
    /// In order, quoted text touches nothing but brackets, commas and colons. One quote missing
    /// turns the rest of the file inside out, and the next text touches words.
    fn misquoted(&self, fault: Option<Span>) -> Option<Span> {
        /// How far to look: a line of a file is rarely longer.
        const PIECES_MAX: usize = 200;
        if is_text(self.last.kind) && touches(self.last, self.token) {
            return Some(self.last.span);
        }
        let mut before = self.last;
        let mut piece = self.token;
        let mut ahead = self.lexer.clone();
        for _ in 0..PIECES_MAX {
            if touches(before, piece) {
                return fault;
            }
            before = piece;
            piece = ahead.next();
            let same_line = self.text.get(before.span.end..piece.span.start);
            if piece.kind == Piece::End || same_line.is_none_or(|gap| gap.contains('\n')) {
                break;
            }
        }
        None
    }

    /// Reports quotes that do not match up, and stops: whatever follows would be read inside out.
    fn misquote(&mut self, span: Span) {
        let line = self.slice(span).lines().next().unwrap_or_default();
        let shown = Span::new(span.start, span.start + line.len());
        let fault = self
            .fault(shown, "the quotes do not match up from here on")
            .with_help("a quote is missing; one that belongs to the text is written \\\"");
        self.push(Cause::Own, fault);
        self.stop();
    }

    pub(super) fn stray(&self, c: char, span: Span) -> Diagnostic {
        match c {
            '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '`' => self
                .fault(span, format!("{} is not a quote the file format knows", quote(&c.to_string())))
                .with_help("use straight double quotes: \"…\""),
            '=' => self.fault(span, "a colon stands between a name and its value").with_suggestion(":"),
            ';' => self.fault(span, "values are separated by commas").with_suggestion(","),
            '#' => self.fault(span, "a # does not belong here").with_help("a comment starts with //"),
            _ => self.fault(span, format!("{} does not belong here", quote(&c.to_string()))),
        }
    }

    /// Reports quoted text without end, underlined on its first line, and stops: whatever follows
    /// would be read inside out.
    pub(super) fn unclosed_text(&mut self, span: Span) {
        let line = self.slice(span).lines().next().unwrap_or_default();
        let shown = Span::new(span.start, span.start + line.len().max(1));
        let fault = self
            .fault(shown, "the text that starts here has no closing quote")
            .with_help("end it with \"; a quote that belongs to the text is written \\\"");
        if !self.stopped {
            self.push(Cause::Own, fault);
        }
        self.stop();
    }

    pub(super) fn unclosed(&mut self, open: &Open, close: char) {
        let bracket = open.bracket;
        // Where it first went wrong inside is where the bracket is missing; the rest follows from it.
        let inside = &self.faults[open.faults.min(self.faults.len())..];
        let cause = inside.iter().position(|(_, cause)| *cause == Cause::Bracket);
        let first = cause.and_then(|i| inside[i].0.span);
        if let Some(i) = cause {
            self.faults.truncate(open.faults + i);
        }
        let at_end = self.at(Piece::End);
        let fault = match (first, self.suspect.filter(|_| at_end)) {
            (_, Some((opened, closed))) => self
                .fault(opened, format!("this `{}` seems to lack its closing bracket", self.slice(opened)))
                .with_label(closed, "the next one that fits is here, indented differently"),
            (Some(place), None) => {
                self.fault(place, format!("a `{close}` is missing before this")).with_label(open.span, "opened here")
            }
            (None, None) if at_end => self.fault(open.span, format!("this `{bracket}` is never closed")),
            (None, None) => {
                let found = self.slice(self.token.span);
                self.fault(self.token.span, format!("`{found}` stands where `{close}` is needed"))
                    .with_label(open.span, "opened here")
            }
        };
        self.report(fault);
        if at_end {
            // The outer ones are open too, for the same reason.
            self.stop();
        }
    }

    /// Whether the closing bracket starts its line, at another depth than the line of the opening.
    pub(super) fn indented_differently(&self, open: Span, close: Span) -> bool {
        let Some(close_indent) = self.text[..close.start]
            .rfind(|c| !matches!(c, ' ' | '\t'))
            .map_or(Some(&self.text[..close.start]), |i| self.text[i..close.start].strip_prefix('\n'))
        else {
            return false;
        };
        let line = &self.text[self.text[..open.start].rfind('\n').map_or(0, |i| i + 1)..];
        let open_indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        open_indent != close_indent
    }

    /// Passes over the rest of an item: up to a comma or closing bracket of this level.
    pub(super) fn skip_item(&mut self) {
        self.skip(|kind| matches!(kind, Piece::Comma | Piece::Close(_)));
    }

    /// Passes over everything up to a piece at this level that `ends`, or the end.
    pub(super) fn skip(&mut self, ends: impl Fn(Piece) -> bool) {
        let mut depth = 0_usize;
        loop {
            match self.token.kind {
                Piece::End => return,
                kind if depth == 0 && ends(kind) => return,
                Piece::Open(_) => depth += 1,
                Piece::Close(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.bump();
        }
    }
}

const fn is_text(kind: Piece) -> bool {
    matches!(kind, Piece::Text | Piece::OpenText)
}

/// Whether two pieces stand side by side, one of them quoted text, in a way that can't be.
fn touches(before: Token, after: Token) -> bool {
    let joins = |kind| matches!(kind, Piece::Word | Piece::Number | Piece::Text | Piece::OpenText | Piece::Apostrophe);
    // `name="text"` has another fault.
    let ends = |kind| matches!(kind, Piece::Close(_) | Piece::Other(_)) && kind != Piece::Other('=');
    before.span.end == after.span.start
        && match (before.kind, after.kind) {
            (kind, after) if is_text(kind) => joins(after) || matches!(after, Piece::Open(_)),
            (before, kind) if is_text(kind) => joins(before) || ends(before),
            _ => false,
        }
}
