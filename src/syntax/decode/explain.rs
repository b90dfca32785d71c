//! One misfit: from the decoder's complaint and a position to a place in the tree and a sentence.

use ron::error::{Error, SpannedError};

use super::super::node::{Field, Kind, Node};
use super::super::path::{Path, Reach};
use super::super::suggest::did_you_mean;
use super::words::{count, list, needed, plain, values};
use crate::diagnostic::{Diagnostic, Position, Source, Span, codes, quote};

/// Longest value that a suggestion repeats, in bytes.
const SUGGEST_MAX: usize = 80;

/// Where the decoder stopped, as an offset into the text it was given.
pub(super) fn offset_of(source: &Source, error: &SpannedError) -> usize {
    source.offset(Position { line: error.span.end.line, col: error.span.end.col })
}

/// Says what is wrong. `offset` is where the decoder stopped, in the text of `source`.
pub(super) fn explain(source: &Source, root: &Node, error: &Error, offset: usize) -> Diagnostic {
    let place = Place { source, root, offset };
    match error {
        Error::NoSuchStructField { expected, found, .. } => place.unknown_field(found, expected),
        Error::MissingStructField { field, .. } => place.missing_field(field),
        Error::DuplicateStructField { field, .. } => place.duplicate_field(field),
        Error::NoSuchEnumVariant { expected, found, .. } => place.unknown_choice(found, expected),
        Error::InvalidValueForType { expected, .. } => place.wrong(&needed(expected)),
        Error::ExpectedDifferentLength { expected, found } => place.wrong_length(expected, *found),
        Error::ExpectedDifferentStructName { expected, found } => place.wrong_name(expected, found),
        Error::ExpectedBoolean => place.wrong("true or false"),
        Error::ExpectedInteger => place.wrong("a whole number"),
        Error::ExpectedFloat => place.wrong("a number"),
        Error::ExpectedString => place.wrong("text in quotes"),
        Error::ExpectedChar => place.wrong("one character in single quotes"),
        Error::ExpectedByteString | Error::ExpectedByteLiteral => place.wrong("bytes"),
        Error::ExpectedArray => place.wrong("a list in [ ]"),
        Error::ExpectedMap => place.wrong("keys and values in { }"),
        Error::ExpectedUnit => place.wrong("( )"),
        Error::ExpectedOption => place.wrong("a value or None"),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) | Error::ExpectedStructName(_) => place.needs_brackets(),
        Error::ExpectedIdentifier => place.needs_name(),
        Error::IntegerOutOfBounds => place.report("this number is too large or too small here", None),
        Error::UnderscoreAtBeginning | Error::FloatUnderscore | Error::InvalidIntegerDigit { .. } => {
            place.report("this is not a number", None)
        }
        Error::ExpectedComma
        | Error::ExpectedArrayEnd
        | Error::ExpectedMapEnd
        | Error::ExpectedStructLikeEnd
        | Error::ExpectedOptionEnd
        | Error::TrailingCharacters => place.too_much(),
        Error::ExceededRecursionLimit => place.code(codes::TOO_DEEP, "values are nested too deep here"),
        Error::NoSuchExtension(name) => place.code(codes::SYNTAX, format!("{} is no extension of the file format", quote(name))),
        Error::Message(message) => place.report(plain(message), None),
        other => place.code(codes::SYNTAX, plain(&other.to_string())),
    }
}

struct Place<'a> {
    source: &'a Source,
    root: &'a Node,
    offset: usize,
}

impl<'a> Place<'a> {
    // ---- finding --------------------------------------------------------------------------

    /// The value that the decoder stopped at: the innermost one that it touches, or the one before
    /// if only space lies between.
    fn node(&self) -> &'a Node {
        let chain = self.root.chain(self.offset, Reach::Touching);
        let node = chain.last().map_or(self.root, |(_, node)| *node);
        let before = node.children().filter(|child| child.span.end <= self.offset).last();
        let near = before.filter(|child| {
            let gap = self.source.slice(Span::new(child.span.end, self.offset));
            node.is_group() && gap.trim().is_empty() && !gap.is_empty()
        });
        near.unwrap_or(node)
    }

    fn span_of(&self, node: &Node) -> Span {
        // Without a tree there is only the position.
        if matches!(node.kind, Kind::Broken) && node.span == self.root.span {
            return Span::at(self.offset);
        }
        node.header(self.source.text())
    }

    /// The last field of a name before the place where the decoder stopped, else the first after.
    fn field(&self, name: &str) -> Option<&'a Field> {
        let all = || self.root.walk().filter(|node| !matches!(node.kind, Kind::Some(_)));
        let named = || all().flat_map(Node::fields).filter(|f| &*f.key.text == name);
        let before = named().filter(|f| f.key.span.end <= self.offset);
        before.max_by_key(|f| f.key.span.end).or_else(|| named().min_by_key(|f| f.key.span.start))
    }

    /// Where a word stands (as a name, or in quotes) that the decoder has just read.
    fn word(&self, word: &str) -> Option<Span> {
        let spans = || {
            self.root.walk().filter_map(|node| match &node.kind {
                Kind::Text(text) if &**text == word => Some(node.span),
                _ if node.name() == Some(word) => node.name_span(),
                _ => None,
            })
        };
        let before = spans().filter(|span| span.end <= self.offset);
        before.max_by_key(|span| span.end).or_else(|| spans().min_by_key(|span| span.start))
    }

    /// " in `seats[2]`" for a value inside the file, nothing for the file itself.
    fn context(&self, offset: usize) -> String {
        match self.root.group_at(offset) {
            Some((path, _)) if !path.0.is_empty() => format!(" in {}", quote(&path.to_string())),
            _ => String::new(),
        }
    }

    // ---- saying ---------------------------------------------------------------------------

    fn code(&self, code: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic::error(code, self.source, message).at(self.span_of(self.node()))
    }

    fn report(&self, message: impl Into<String>, suggestion: Option<String>) -> Diagnostic {
        let mut diagnostic = self.code(codes::WRONG_VALUE, message);
        diagnostic.suggestion = suggestion;
        diagnostic
    }

    fn unknown_field(&self, found: &str, expected: &[&'static str]) -> Diagnostic {
        let field = self.field(found);
        let span = field.map_or(Span::at(self.offset), |f| f.key.span);
        // A field that is there already is hardly the one that was meant.
        let group = self.root.group_at(span.start).map(|(_, node)| node);
        let absent = |name: &&&str| group.is_none_or(|group| group.field(name).is_none());
        let free: Vec<&str> = expected.iter().filter(absent).copied().collect();
        let meant = did_you_mean(found, free.iter().copied());
        let help = match (meant, expected.is_empty()) {
            (Some(meant), _) => format!("did you mean {}?", quote(meant)),
            (None, true) => "no fields are known here".to_owned(),
            (None, false) if free.is_empty() => "all fields known here are given already".to_owned(),
            (None, false) => format!("known here and not given yet: {}", list(&free)),
        };
        let message = format!("{} is not a known field{}", quote(found), self.context(span.start));
        let mut diagnostic = Diagnostic::error(codes::UNKNOWN_FIELD, self.source, message).at(span).with_help(help);
        diagnostic.suggestion = meant.map(str::to_owned);
        diagnostic
    }

    fn missing_field(&self, field: &str) -> Diagnostic {
        let (path, group) = match self.root.group_at(self.offset) {
            Some((path, group)) => (path, group),
            None => self.root.node_at(self.offset).unwrap_or((Path::default(), self.root)),
        };
        let of = if path.0.is_empty() { String::new() } else { format!(" in {}", quote(&path.to_string())) };
        let message = format!("the field {} is missing{of}", quote(field));
        let keys = group.fields().iter().map(|f| &*f.key.text);
        let help = match did_you_mean(field, keys) {
            Some(near) => format!("is {} meant to be {}?", quote(near), quote(field)),
            None => format!("add {}", quote(&format!("{field}: …"))),
        };
        Diagnostic::error(codes::MISSING_FIELD, self.source, message).at(self.span_of(group)).with_help(help)
    }

    fn duplicate_field(&self, field: &str) -> Diagnostic {
        let span = self.field(field).map_or(Span::at(self.offset), |f| f.key.span);
        Diagnostic::error(codes::DUPLICATE_FIELD, self.source, format!("{} is given twice", quote(field)))
            .at(span)
            .with_help("keep one of the two")
    }

    fn unknown_choice(&self, found: &str, expected: &[&'static str]) -> Diagnostic {
        let span = self.word(found).unwrap_or(Span::at(self.offset));
        let meant = did_you_mean(found, expected.iter().copied());
        let help = match meant {
            Some(meant) => format!("did you mean {}?", quote(meant)),
            None => format!("choose one of: {}", list(expected)),
        };
        let message = format!("{} is not a choice here", quote(found));
        let mut diagnostic = Diagnostic::error(codes::UNKNOWN_CHOICE, self.source, message).at(span).with_help(help);
        let quoted = self.source.slice(span).starts_with('"');
        diagnostic.suggestion = meant.map(|meant| if quoted { format!("\"{meant}\"") } else { meant.to_owned() });
        diagnostic
    }

    /// The value is of another kind than the one needed.
    fn wrong(&self, need: &str) -> Diagnostic {
        let node = self.node();
        let suggestion = self.converted(node, need);
        let many = need.starts_with(|c: char| c.is_ascii_digit())
            || ["bytes", "keys", "values"].iter().any(|word| need.starts_with(word));
        let verb = if many { "are" } else { "is" };
        let message = match &node.kind {
            Kind::Broken => format!("{need} {verb} needed here"),
            kind if same_kind(kind, need) => format!("this is not {need}"),
            _ => format!("{need} {verb} needed here, not {}", node.describe()),
        };
        let plain = suggestion.is_none();
        let diagnostic = self.report(message, suggestion);
        match example(need).filter(|_| plain) {
            Some(example) => diagnostic.with_help(format!("for example {}", quote(example))),
            None => diagnostic,
        }
    }

    /// The value written as what is needed, where that is plain.
    fn converted(&self, node: &Node, need: &str) -> Option<String> {
        let raw = self.source.slice(node.span);
        if raw.len() > SUGGEST_MAX {
            return None;
        }
        match (&node.kind, need) {
            (Kind::Name(_) | Kind::Number(_) | Kind::Bool(_), "text in quotes") => Some(format!("\"{raw}\"")),
            (Kind::Text(text), "true or false") if matches!(&**text, "true" | "false") => Some(text.to_string()),
            (Kind::Text(text), _) if need.contains("number") => text.parse::<i64>().ok().map(|_| text.to_string()),
            (Kind::Unit, "a list in [ ]") => Some("[]".to_owned()),
            (Kind::Tuple(it), "a list in [ ]") if it.name.is_none() => {
                raw.get(1..raw.len() - 1).map(|inner| format!("[{inner}]"))
            }
            (Kind::List(_) | Kind::Map(_) | Kind::Broken | Kind::None, _) => None,
            (_, "a list in [ ]") => Some(format!("[{raw}]")),
            _ => None,
        }
    }

    fn wrong_length(&self, expected: &str, found: usize) -> Diagnostic {
        let group = self.root.group_at(self.offset).map_or_else(|| self.node(), |(_, node)| node);
        let message = match count(expected) {
            Some(n) => format!("{} needed here, not {found}", are(n)),
            None => format!("{} is needed here, not {}", needed(expected), values(found)),
        };
        Diagnostic::error(codes::WRONG_VALUE, self.source, message).at(self.span_of(group))
    }

    fn wrong_name(&self, expected: &str, found: &str) -> Diagnostic {
        let span = self.word(found).unwrap_or(Span::at(self.offset));
        let message = format!("{} is not what belongs here", quote(found));
        Diagnostic::error(codes::WRONG_VALUE, self.source, message)
            .at(span)
            .with_help(format!("this is {}; the name may also be left out", quote(expected)))
            .with_suggestion(expected)
    }

    fn needs_brackets(&self) -> Diagnostic {
        let node = self.node();
        match &node.kind {
            Kind::Map(_) => self
                .report("round brackets are needed here, not curly ones", None)
                .with_help("write ( in place of { and ) in place of }"),
            Kind::List(_) => self.report("a group in ( ) is needed here, not a list", None),
            Kind::Name(name) => self
                .report(format!("{} needs its details in brackets", quote(name)), None)
                .with_help(format!("write {}", quote(&format!("{name}(…)")))),
            _ => self.wrong("a group in ( )"),
        }
    }

    /// A bare name is needed: that of a field or of a choice.
    fn needs_name(&self) -> Diagnostic {
        let node = self.node();
        let chain = self.root.chain(self.offset, Reach::Touching);
        if let Kind::Struct(inner) = &node.kind
            && inner.name.is_none()
            && let Some((_, parent)) = chain.iter().rev().nth(1)
            && let (Kind::Tuple(_), Some(name)) = (&parent.kind, parent.name())
        {
            return self
                .report(format!("one pair of brackets too many after {}", quote(name)), None)
                .with_help(format!("write {}", quote(&format!("{name}(field: …)"))));
        }
        let unquoted = node.as_text().filter(|text| {
            text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        });
        // The names that may stand here begin with a capital letter: other words are what such a name is about.
        let is_choice = |text: &&str| text.starts_with(|c: char| c.is_ascii_uppercase());
        let suggestion = unquoted.filter(is_choice).map(str::to_owned);
        match &node.kind {
            Kind::Text(text) if suggestion.is_none() => {
                let help = format!(
                    "such a name begins with a capital letter; where these words are an id, the name stands before it, as in {}",
                    quote(&format!("Stage({text:?})"))
                );
                self.report("a name without quotes is needed here", None).with_help(help)
            }
            Kind::Text(_) => self.report("a name without quotes is needed here", suggestion),
            _ => self.wrong("a name without quotes"),
        }
    }

    /// The decoder was done with a value, but there is more of it.
    fn too_much(&self) -> Diagnostic {
        let node = self.node();
        match &node.kind {
            // It stopped inside the number: at a decimal point, or at letters.
            Kind::Number(_) if node.span.start < self.offset => self.wrong("a whole number"),
            Kind::Struct(_) | Kind::Tuple(_)
                if node.name_span().is_some_and(|name| self.source.slice(Span::new(name.end, self.offset)).trim().is_empty()) =>
            {
                let name = node.name().unwrap_or_default();
                self.report(format!("{} stands alone here, without brackets", quote(name)), Some(name.to_owned()))
            }
            _ => self.report("there is more here than belongs here", None),
        }
    }
}

/// How what is needed looks.
fn example(need: &str) -> Option<&'static str> {
    Some(match need {
        "true or false" => "true",
        "a whole number" => "3",
        "a number" => "52.5",
        "text in quotes" => "\"text\"",
        "a list in [ ]" => "[1, 2]",
        _ => return None,
    })
}

fn are(count: usize) -> String {
    let verb = if count == 1 { "is" } else { "are" };
    format!("{} {verb}", values(count))
}

/// Whether a value looks like what is needed, so that "not a number" would make no sense.
fn same_kind(kind: &Kind, need: &str) -> bool {
    match kind {
        Kind::Number(_) => need.contains("number"),
        Kind::Text(_) => need.contains("quotes"),
        Kind::List(_) => need.contains("list"),
        Kind::Map(_) => need.contains("{ }"),
        _ => false,
    }
}
