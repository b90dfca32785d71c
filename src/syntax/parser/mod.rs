//! Text into a tree, going on after a fault.
//!
//! A recursive descent whose depth is limited by [`MAX_DEPTH`], linear in the text, with at most
//! [`MAX_FAULTS`] findings. Three rules keep one fault one finding: after a fault the rest of the
//! item (up to the next comma) is skipped; what only looks wrong because a bracket is missing is told
//! once, at the bracket; and when quotes do not match up, reading stops there.
//!
//! Written out here rather than taken from `ron2`, whose recovering parser (0.3.0) can't be given
//! files from strangers: `a(a(a(…` overflows its stack, `{1,1,1,…` takes it time quadratic in the
//! text (400 kB: 86 s), and a list of single letters four hundred times its size in memory.

mod recover;

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
    fn file(&mut self) -> Option<Node> {
        self.bump();
        while self.at(Piece::Other('#')) {
            self.attribute();
        }
        if self.at(Piece::End) {
            if !self.stopped {
                let message =
                    if self.text.trim().is_empty() { "the file is empty" } else { "the file holds nothing but comments" };
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
            let fault = self.fault(start, "a # does not belong here").with_help("a comment starts with //");
            self.report(fault);
            self.stop();
            return;
        }
        self.bump();
        self.skip(|kind| kind == Piece::Close(']'));
        self.bump();
    }

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
                // Right behind an opening bracket, or before a wrong closing one, rather a bracket
                // is what is missing.
                let wanted = self.open.last().map(|open| Piece::Close(partner(open.bracket)));
                let wrong = matches!(kind, Piece::Close(_)) && wanted != Some(kind);
                let bracket = wrong || matches!(self.last.kind, Piece::Open(_));
                self.report_as(if bracket { Cause::Bracket } else { Cause::Own }, fault);
            }
            Piece::Apostrophe => {
                let fault = self.fault(span, "text stands in double quotes, not in single ones").with_help("write \"…\"");
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

    /// Takes the closing bracket, or reports that it is missing. Gives where the value ends.
    fn closed(&mut self) -> usize {
        let Some(open) = self.open.pop() else {
            return self.before();
        };
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
            // A name with brackets is a value; a field without its colon looks otherwise.
            Piece::Word if self.lexer.clone().next().kind != Piece::Open('(') => {
                return Some(self.field());
            }
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
