//! The tree: what a file says, each part with its place.

use crate::diagnostic::Span;

/// A value in a file and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// From its first to its last character, brackets and name included.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// A name and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Where.
    pub span: Span,
    /// The name, without the `r#` that lets it be an unusual one.
    pub text: Box<str>,
}

/// `(a: 1)` or `Office(a: 1)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Struct {
    /// The name before the bracket.
    pub name: Option<Name>,
    /// The fields in the order of the file. A file with faults may give one twice.
    pub fields: Vec<Field>,
}

/// `(1, 2)` or `Office(1, 2)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Tuple {
    /// The name before the bracket.
    pub name: Option<Name>,
    /// The values in order.
    pub items: Vec<Node>,
}

/// One `key: value` in round brackets.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// What stands before the colon.
    pub key: Name,
    /// What stands after it.
    pub value: Node,
}

/// One `key: value` in curly brackets.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What stands before the colon.
    pub key: Node,
    /// What stands after it.
    pub value: Node,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// Named fields in round brackets.
    Struct(Box<Struct>),
    /// Values in round brackets, or a name with values in round brackets.
    Tuple(Box<Tuple>),
    /// Values in square brackets.
    List(Vec<Node>),
    /// Keys and values in curly brackets.
    Map(Vec<Entry>),
    /// A bare name: `Office`.
    Name(Box<str>),
    /// Text in double quotes, escapes resolved.
    Text(Box<str>),
    /// A number as written.
    Number(Box<str>),
    /// `true` or `false`.
    Bool(bool),
    /// One character in single quotes, as written.
    Char(Box<str>),
    /// Bytes, as written.
    Bytes(Box<str>),
    /// `Some(…)`.
    Some(Box<Node>),
    /// `None`.
    None,
    /// `()`.
    Unit,
    /// A value that is missing or could not be read; it has been reported.
    Broken,
}

impl Node {
    /// The value of a field, or of a map's key that is text or a name. Looks through `Some(…)`.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        match &self.kind {
            Kind::Map(entries) => entries.iter().find(|e| e.key.as_word() == Some(key)).map(|e| &e.value),
            Kind::Some(inner) => inner.get(key),
            _ => self.field(key).map(|field| &field.value),
        }
    }

    /// A field with its key, so that a finding can point at the key. Looks through `Some(…)`.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields().iter().find(|field| &*field.key.text == key)
    }

    /// The fields of a struct; nothing for other values. Looks through `Some(…)`.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        match &self.kind {
            Kind::Struct(it) => &it.fields,
            Kind::Some(inner) => inner.fields(),
            _ => &[],
        }
    }

    /// The values of a list or tuple; nothing for other values. Looks through `Some(…)`.
    #[must_use]
    pub fn items(&self) -> &[Node] {
        match &self.kind {
            Kind::List(items) => items,
            Kind::Tuple(it) => &it.items,
            Kind::Some(inner) => inner.items(),
            _ => &[],
        }
    }

    /// The entries of a map; nothing for other values. Looks through `Some(…)`.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        match &self.kind {
            Kind::Map(entries) => entries,
            Kind::Some(inner) => inner.entries(),
            _ => &[],
        }
    }

    /// The value at an index of a list or tuple, from 0.
    #[must_use]
    pub fn index(&self, index: usize) -> Option<&Node> {
        self.items().get(index)
    }

    /// The name of a struct or tuple, or the bare name itself.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match &self.kind {
            Kind::Name(name) => Some(name),
            _ => self.head().map(|name| &*name.text),
        }
    }

    /// Where the name stands: all of a bare name, or the part before the bracket.
    #[must_use]
    pub fn name_span(&self) -> Option<Span> {
        match &self.kind {
            Kind::Name(_) => Some(self.span),
            _ => self.head().map(|name| name.span),
        }
    }

    fn head(&self) -> Option<&Name> {
        match &self.kind {
            Kind::Struct(it) => it.name.as_ref(),
            Kind::Tuple(it) => it.name.as_ref(),
            _ => None,
        }
    }

    /// The text of a quoted value.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            Kind::Some(inner) => inner.as_text(),
            _ => None,
        }
    }

    /// The word of a quoted value or of a bare name: an id, however it is written.
    #[must_use]
    pub fn as_word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) | Kind::Name(text) => Some(text),
            Kind::Some(inner) => inner.as_word(),
            _ => None,
        }
    }

    /// `true` or `false`.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match &self.kind {
            Kind::Bool(value) => Some(*value),
            Kind::Some(inner) => inner.as_bool(),
            _ => None,
        }
    }

    /// A whole number written in digits.
    #[must_use]
    pub fn as_integer(&self) -> Option<i64> {
        match &self.kind {
            Kind::Number(raw) => raw.replace('_', "").parse().ok(),
            Kind::Some(inner) => inner.as_integer(),
            _ => None,
        }
    }

    /// Everything directly inside: the keys of a map, values of fields, items.
    pub fn children(&self) -> impl Iterator<Item = &Node> {
        let inner = match &self.kind {
            Kind::Some(inner) => Some(&**inner),
            _ => None,
        };
        let own = inner.is_none();
        let fields = if own { self.fields() } else { &[] };
        let items = if own { self.items() } else { &[] };
        let entries = if own { self.entries() } else { &[] };
        inner
            .into_iter()
            .chain(fields.iter().map(|field| &field.value))
            .chain(items)
            .chain(entries.iter().flat_map(|entry| [&entry.key, &entry.value]))
    }

    /// This value and all inside it, in the order of the file.
    pub fn walk(&self) -> impl Iterator<Item = &Node> {
        let mut stack = vec![self];
        std::iter::from_fn(move || {
            let node = stack.pop()?;
            let below = stack.len();
            stack.extend(node.children());
            stack[below..].reverse();
            Some(node)
        })
    }

    /// Whether the value has brackets of its own.
    pub(super) const fn is_group(&self) -> bool {
        matches!(self.kind, Kind::Struct(_) | Kind::Tuple(_) | Kind::List(_) | Kind::Map(_) | Kind::Some(_) | Kind::Unit)
    }

    /// What to underline for the value as a whole: its name or opening bracket if it spreads over
    /// several lines (as `text` tells), else all of it.
    #[must_use]
    pub fn header(&self, text: &str) -> Span {
        let many_lines = text.get(self.span.range()).is_some_and(|own| own.contains('\n'));
        if !many_lines {
            return self.span;
        }
        self.name_span().unwrap_or_else(|| {
            let first = text[self.span.range()].chars().next().map_or(0, char::len_utf8);
            Span::new(self.span.start, self.span.start + first)
        })
    }

    /// What kind of value this is, in the author's words: "a list", "text in quotes".
    #[must_use]
    pub fn describe(&self) -> &'static str {
        match &self.kind {
            Kind::Struct(_) => "a group of fields in ( )",
            Kind::Tuple(it) if it.name.is_some() => "a name with values in ( )",
            Kind::Tuple(_) => "values in ( )",
            Kind::List(_) => "a list in [ ]",
            Kind::Map(_) => "keys and values in { }",
            Kind::Name(_) => "a name without quotes",
            Kind::Text(_) => "text in quotes",
            Kind::Number(_) => "a number",
            Kind::Bool(_) => "true or false",
            Kind::Char(_) => "a single character",
            Kind::Bytes(_) => "bytes",
            Kind::Some(_) => "Some(…)",
            Kind::None => "None",
            Kind::Unit => "( ) with nothing in it",
            Kind::Broken => "something unreadable",
        }
    }
}
