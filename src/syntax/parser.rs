//! Text into a tree, going on after a fault.
//!
//! A recursive descent whose depth is limited by [`MAX_DEPTH`], linear in the text, with at most
//! [`MAX_FAULTS`] findings. Two rules keep one fault one finding: after a fault the rest of the item
//! (up to the next comma) is skipped, and when a bracket turns out to be unclosed the findings made
//! inside it, which are its consequences, are dropped.

use super::escape::unescape;
use super::lexer::{Kind as Piece, Lexer, Token};
use super::node::{Entry, Field, Kind, Name, Node, Struct, Tuple};
use crate::diagnostic::{Diagnostic, Source, Span, codes, quote};

/// How deep brackets may nest. Real files stay under 20; the limit keeps recursion, here and in the
/// decoder, far from the end of the stack.
pub const MAX_DEPTH: usize = 64;

/// How many faults of one file are reported before reading stops.
pub const MAX_FAULTS: usize = 100;

/// A file read as far as it can be.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The tree; with faults in the text it has gaps ([`Kind::Broken`]). None if there is nothing
    /// that could be a value.
    pub root: Option<Node>,
    /// What is wrong with the text, in the order of the text; empty if nothing is.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a text into a tree and reports all faults of form, each with its place.
#[must_use]
pub fn parse(source: &Source) -> Parsed {
    let mut parser = Parser {
        source,
        text: source.text(),
        lexer: Lexer::new(source.text()),
        token: START,
        last: START,
        open: Vec::new(),
        faults: Vec::new(),
        reported: 0,
        stopped: false,
        suspect: None,
    };
    let root = parser.file();
    let mut diagnostics: Vec<_> = parser.faults.into_iter().map(|(fault, _)| fault).collect();
    diagnostics.sort_by_key(|d| d.span.map(|span| span.start));
    if diagnostics.len() >= MAX_FAULTS {
        let message = format!("only the first {MAX_FAULTS} faults of this file are shown");
        diagnostics.push(Diagnostic::hint(codes::MORE_FAULTS, source, message));
    }
    Parsed { root, diagnostics }
}

/// A bracket that is open at the moment.
struct Open {
    bracket: char,
    span: Span,
    /// How many faults there were when it was opened.
    faults: usize,
}

struct Parser<'a> {
    source: &'a Source,
    text: &'a str,
    lexer: Lexer<'a>,
    /// The piece to look at next.
    token: Token,
    /// The piece before it.
    last: Token,
    open: Vec<Open>,
    faults: Vec<(Diagnostic, Cause)>,
    /// How many faults were met, dropped ones included.
    reported: usize,
    /// Nothing more can be said about this file.
    stopped: bool,
    /// The first pair of brackets whose lines are indented differently: where one is probably
    /// missing, should it turn out that one is.
    suspect: Option<(Span, Span)>,
}

const START: Token = Token { kind: Piece::End, span: Span::at(0) };

/// What may lie behind a fault.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cause {
    /// The fault itself.
    Own,
    /// Perhaps a bracket that was not closed before.
    Bracket,
}

/// What a pair of round brackets holds, as far as is known.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Unknown,
    Fields,
    Values,
}

/// A moment in the reading, to ask later whether all went well since.
#[derive(Clone, Copy)]
struct Mark(usize);

impl Parser<'_> {
    // ---- moving and reporting -------------------------------------------------------------

    fn bump(&mut self) {
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
    const fn before(&self) -> usize {
        self.last.span.end
    }

    fn at(&self, kind: Piece) -> bool {
        self.token.kind == kind
    }

    fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    fn fault(&self, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic::error(codes::SYNTAX, self.source, message).at(span)
    }

    fn report(&mut self, fault: Diagnostic) {
        self.report_as(Cause::Own, fault);
    }

    fn report_as(&mut self, cause: Cause, fault: Diagnostic) {
        if self.stopped {
            return;
        }
        self.faults.push((fault, cause));
        self.reported += 1;
        if self.faults.len() >= MAX_FAULTS {
            self.stop();
        }
    }

    /// Ends the reading: what follows looks like the end of the text.
    fn stop(&mut self) {
        self.stopped = true;
        self.token = Token { kind: Piece::End, span: Span::at(self.text.len()) };
    }

    fn mark(&self) -> Mark {
        Mark(self.reported)
    }

    fn clean_since(&self, mark: Mark) -> bool {
        self.reported == mark.0
    }

    /// Reports quoted text without end, underlined on its first line, and stops: whatever follows
    /// would be read inside out.
    fn unclosed_text(&mut self, span: Span) {
        let line = self.slice(span).lines().next().unwrap_or_default();
        let shown = Span::new(span.start, span.start + line.len().max(1));
        let fault = self
            .fault(shown, "the text that starts here has no closing quote")
            .with_help("end it with \"; a quote that belongs to the text is written \\\"");
        self.report(fault);
        self.stop();
    }

    // ---- the file -------------------------------------------------------------------------

    fn file(&mut self) -> Option<Node> {
        self.bump();
        while self.at(Piece::Other('#')) {
            self.attribute();
        }
        if self.at(Piece::End) {
            if !self.stopped {
                let message = if self.text.trim().is_empty() {
                    "the file is empty"
                } else {
                    "the file holds nothing but comments"
                };
                self.report(Diagnostic::error(codes::EMPTY, self.source, message));
            }
            return None;
        }
        let mark = self.mark();
        let root = self.value();
        if !self.at(Piece::End) && self.clean_since(mark) {
            let fault = match self.token.kind {
                Piece::Colon | Piece::Other('=') if root.as_word().is_some() => self
                    .fault(root.span, "the fields of a file stand inside one pair of ( )")
                    .with_help("put ( before the first field and ) after the last one"),
                Piece::Close(c) => self.fault(self.token.span, format!("this `{c}` closes nothing")),
                _ => self
                    .fault(self.token.span, "the file should end before this")
                    .with_help("a file holds one value; a bracket may have been closed too early"),
            };
            self.report(fault);
        }
        Some(root)
    }

    /// `#![enable(…)]`. The decoder looks at what it asks for.
    fn attribute(&mut self) {
        let start = self.token.span;
        self.bump();
        if self.at(Piece::Other('!')) {
            self.bump();
        }
        if !self.at(Piece::Open('[')) {
            let fault = self
                .fault(start, "a # does not belong here")
                .with_help("a comment starts with //");
            self.report(fault);
            self.stop();
            return;
        }
        self.bump();
        self.skip(|kind| kind == Piece::Close(']'));
        self.bump();
    }

    // ---- values ---------------------------------------------------------------------------

    fn value(&mut self) -> Node {
        let Token { kind, span } = self.token;
        match kind {
            Piece::Open('[') => return self.list(),
            Piece::Open('{') => return self.map(),
            Piece::Open(_) => return self.group(None, span.start),
            Piece::Word => return self.word(),
            Piece::Number => return self.leaf(Kind::Number(self.slice(span).into())),
            Piece::Char => return self.leaf(Kind::Char(self.slice(span).into())),
            Piece::Bytes => return self.leaf(Kind::Bytes(self.slice(span).into())),
            Piece::Text => return self.quoted(),
            Piece::Close(_) | Piece::Comma | Piece::Colon | Piece::End => {
                let fault = self.fault(Span::at(self.before()), "a value is missing here");
                self.report(fault);
            }
            Piece::Apostrophe => {
                let fault = self
                    .fault(span, "text stands in double quotes, not in single ones")
                    .with_help("write \"…\"");
                self.report(fault);
                self.skip_item();
            }
            Piece::Other(c) => {
                let fault = self.stray(c, span);
                self.report(fault);
                self.skip_item();
            }
            Piece::OpenText | Piece::OpenComment => {}
        }
        Node { span: Span::at(span.start), kind: Kind::Broken }
    }

    fn leaf(&mut self, kind: Kind) -> Node {
        let span = self.token.span;
        self.bump();
        Node { span, kind }
    }

    fn quoted(&mut self) -> Node {
        let span = self.token.span;
        let mut places = Vec::new();
        let text = unescape(self.slice(span), |start, end| places.push((start, end)));
        for (start, end) in places {
            let place = Span::new(span.start + start, span.start + end);
            let fault = self
                .fault(place, "a backslash starts something unknown here")
                .with_help("for a backslash itself write \\\\; known are \\n \\t \\\" \\u{…}");
            self.report(fault);
        }
        self.leaf(Kind::Text(text))
    }

    fn word(&mut self) -> Node {
        let span = self.token.span;
        let word = self.slice(span);
        let kind = match word {
            "true" => Kind::Bool(true),
            "false" => Kind::Bool(false),
            "None" => Kind::None,
            "inf" | "inff32" | "inff64" | "NaN" | "NaNf32" | "NaNf64" => Kind::Number(word.into()),
            _ => Kind::Name(plain(word)),
        };
        self.bump();
        match kind {
            Kind::Name(text) if self.at(Piece::Open('(')) => {
                if &*text == "Some" {
                    return self.some(span.start);
                }
                self.group(Some(Name { span, text }), span.start)
            }
            Kind::Name(_) if self.at(Piece::Open('{')) => {
                let fault = self
                    .fault(self.token.span, "after a name come round brackets ( )")
                    .with_help("write ( in place of { and ) in place of }");
                self.report(fault);
                self.map()
            }
            kind => Node { span, kind },
        }
    }

    fn some(&mut self, start: usize) -> Node {
        let mut inner = self.group(None, self.token.span.start);
        let span = Span::new(start, inner.span.end);
        // The brackets belong to `Some`, unless they hold fields or several values.
        if let Kind::Tuple(tuple) = &mut inner.kind
            && tuple.items.len() == 1
            && let Some(only) = tuple.items.pop()
        {
            inner = only;
        }
        Node { span, kind: Kind::Some(Box::new(inner)) }
    }

    // ---- brackets -------------------------------------------------------------------------

    /// Takes an opening bracket. False if that is one too deep.
    fn opened(&mut self, bracket: char) -> bool {
        let span = self.token.span;
        self.open.push(Open { bracket, span, faults: self.faults.len() });
        if self.open.len() > MAX_DEPTH {
            let message = format!("brackets are nested more than {MAX_DEPTH} deep here");
            let fault = Diagnostic::error(codes::TOO_DEEP, self.source, message)
                .at(span)
                .with_help("a bracket may be repeated by mistake, or earlier ones never closed");
            self.report(fault);
            self.stop();
            return false;
        }
        self.bump();
        true
    }

    /// Whether the items of the innermost bracket end here. Closing brackets too many are reported
    /// and passed over.
    fn at_close(&mut self) -> bool {
        loop {
            let Piece::Close(c) = self.token.kind else { return self.at(Piece::End) };
            let message = if self.doubled(c) {
                format!("one `{c}` too many")
            } else if self.open.iter().any(|open| partner(open.bracket) == c) {
                return true;
            } else {
                format!("this `{c}` closes nothing")
            };
            let fault = self.fault(self.token.span, message).with_suggestion("");
            self.report(fault);
            self.bump();
            // The comma that belongs to the item before.
            if self.at(Piece::Comma) {
                self.bump();
            }
        }
    }

    /// Whether a closing bracket only repeats the one before it: the one that is needed comes next.
    fn doubled(&self, bracket: char) -> bool {
        let Some(open) = self.open.last() else { return false };
        let needed = partner(open.bracket);
        self.last.kind == Piece::Close(bracket)
            && needed != bracket
            && self.lexer.clone().next().kind == Piece::Close(needed)
    }

    /// Takes the closing bracket, or reports that it is missing. Gives where the value ends.
    fn closed(&mut self) -> usize {
        let Some(open) = self.open.pop() else { return self.before() };
        let close = partner(open.bracket);
        if self.at(Piece::Close(close)) {
            let end = self.token.span;
            if self.suspect.is_none() && self.indented_differently(open.span, end) {
                self.suspect = Some((open.span, end));
            }
            self.bump();
            return end.end;
        }
        if !self.stopped {
            self.unclosed(&open, close);
        }
        self.before().max(open.span.end)
    }

    fn unclosed(&mut self, open: &Open, close: char) {
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
            (Some(place), None) => self
                .fault(place, format!("a `{close}` is missing before this"))
                .with_label(open.span, "opened here"),
            (None, None) if at_end => {
                self.fault(open.span, format!("this `{bracket}` is never closed"))
            }
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
    fn indented_differently(&self, open: Span, close: Span) -> bool {
        let Some(close_indent) = self.text[..close.start].rfind(|c| !matches!(c, ' ' | '\t')).map_or(
            Some(&self.text[..close.start]),
            |i| self.text[i..close.start].strip_prefix('\n'),
        ) else {
            return false;
        };
        let line = &self.text[self.text[..open.start].rfind('\n').map_or(0, |i| i + 1)..];
        let open_indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        open_indent != close_indent
    }

    /// After an item: takes the comma, or reports that it is missing.
    fn separator(&mut self, mark: Mark) {
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
        // A word right behind the closing quote of text over several lines: the quote is an opening
        // one, and an earlier text lacks its own.
        let last = self.last;
        if last.kind == Piece::Text
            && last.span.end == self.token.span.start
            && self.slice(last.span).contains('\n')
        {
            self.unclosed_text(last.span);
            return;
        }
        let fault = self.fault(Span::at(self.before()), "a comma is missing here").with_suggestion(",");
        self.report(fault);
    }

    fn stray(&self, c: char, span: Span) -> Diagnostic {
        match c {
            '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '`' => self
                .fault(span, format!("{} is not a quote the file format knows", quote(&c.to_string())))
                .with_help("use straight double quotes: \"…\""),
            '=' => self
                .fault(span, "a colon stands between a name and its value")
                .with_suggestion(":"),
            ';' => self.fault(span, "values are separated by commas").with_suggestion(","),
            '#' => self.fault(span, "a # does not belong here").with_help("a comment starts with //"),
            _ => self.fault(span, format!("{} does not belong here", quote(&c.to_string()))),
        }
    }

    /// Passes over the rest of an item: up to a comma or closing bracket of this level.
    fn skip_item(&mut self) {
        self.skip(|kind| matches!(kind, Piece::Comma | Piece::Close(_)));
    }

    /// Passes over everything up to a piece at this level that `ends`, or the end.
    fn skip(&mut self, ends: impl Fn(Piece) -> bool) {
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

    fn list(&mut self) -> Node {
        let start = self.token.span.start;
        let mut items = Vec::new();
        if self.opened('[') {
            self.items(&mut items);
        }
        let end = self.closed();
        Node { span: Span::new(start, end), kind: Kind::List(items) }
    }

    fn items(&mut self, items: &mut Vec<Node>) {
        while !self.at_close() {
            let mark = self.mark();
            items.push(self.value());
            self.separator(mark);
        }
    }

    fn map(&mut self) -> Node {
        let start = self.token.span.start;
        let mut entries = Vec::new();
        if self.opened('{') {
            while !self.at_close() {
                let mark = self.mark();
                let key = self.value();
                if self.clean_since(mark) {
                    let value = self.after_key(key.span);
                    entries.push(Entry { key, value });
                }
                self.separator(mark);
            }
        }
        let end = self.closed();
        Node { span: Span::new(start, end), kind: Kind::Map(entries) }
    }

    /// Round brackets: fields if the first thing that makes sense has a key, else values.
    fn group(&mut self, name: Option<Name>, start: usize) -> Node {
        let mut fields = Vec::new();
        let mut items = Vec::new();
        let mut shape = Shape::Unknown;
        if self.opened('(') {
            while !self.at_close() {
                let mark = self.mark();
                match (shape, self.at_key()) {
                    (Shape::Unknown | Shape::Fields, true) => {
                        shape = Shape::Fields;
                        fields.push(self.field());
                    }
                    (Shape::Fields, false) => fields.extend(self.faulty_field()),
                    (Shape::Unknown | Shape::Values, _) => {
                        items.push(self.value());
                        if self.clean_since(mark) {
                            shape = Shape::Values;
                        }
                    }
                }
                self.separator(mark);
            }
        }
        let span = Span::new(start, self.closed());
        let kind = if shape == Shape::Fields {
            Kind::Struct(Box::new(Struct { name, fields }))
        } else if name.is_none() && items.is_empty() {
            Kind::Unit
        } else {
            Kind::Tuple(Box::new(Tuple { name, items }))
        };
        Node { span, kind }
    }

    /// Whether a field starts here, be it with the colon or the value forgotten.
    fn at_key(&self) -> bool {
        let mut ahead = self.lexer.clone();
        let mut next = || ahead.next().kind;
        match (self.token.kind, next()) {
            (Piece::Word | Piece::Text, Piece::Colon | Piece::Other('='))
            | (Piece::Word, Piece::Text | Piece::Number | Piece::Open('[' | '{')) => true,
            (Piece::Word, Piece::Comma) => next() == Piece::Word && next() == Piece::Colon,
            _ => false,
        }
    }

    fn field(&mut self) -> Field {
        let key = self.key();
        let value = self.after_key(key.span);
        Field { key, value }
    }

    /// What stands among fields but does not look like one.
    fn faulty_field(&mut self) -> Option<Field> {
        match self.token.kind {
            Piece::Word => return Some(self.field()),
            Piece::Other(c) => {
                let fault = self.stray(c, self.token.span);
                self.report(fault);
            }
            _ => {
                let fault = self.fault(self.token.span, "the name of a field is needed here");
                self.report_as(Cause::Bracket, fault);
            }
        }
        self.skip_item();
        None
    }

    fn key(&mut self) -> Name {
        let span = self.token.span;
        let written = self.slice(span);
        if self.at(Piece::Text) {
            let text = unescape(written, |_, _| {});
            let fault = self.fault(span, "the name of a field stands without quotes");
            self.report(fault.with_suggestion(&*text));
            self.bump();
            return Name { span, text };
        }
        let text = plain(written);
        self.bump();
        Name { span, text }
    }

    /// The colon after a key, and the value.
    fn after_key(&mut self, key: Span) -> Node {
        match self.token.kind {
            Piece::Colon => self.bump(),
            Piece::Other('=') => {
                let fault = self.stray('=', self.token.span);
                self.report(fault);
                self.bump();
            }
            Piece::Comma | Piece::Close(_) | Piece::End => {
                let message = format!("{} has no value", quote(self.slice(key)));
                let fault = self.fault(key, message).with_help("a colon and a value are missing");
                self.report(fault);
                return Node { span: Span::at(self.before()), kind: Kind::Broken };
            }
            _ => {
                let message = format!("a colon is missing after {}", quote(self.slice(key)));
                let fault = self.fault(Span::at(self.before()), message).with_suggestion(":");
                self.report(fault);
            }
        }
        self.value()
    }
}

const fn partner(bracket: char) -> char {
    match bracket {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

/// A name without the `r#` in front of an unusual one.
fn plain(word: &str) -> Box<str> {
    word.strip_prefix("r#").unwrap_or(word).into()
}
