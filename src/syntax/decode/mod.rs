//! Text into values, and what does not fit in an author's words.
//!
//! The tree comes first: it knows every fault of form, with places. Only a text without such faults
//! goes to the decoder, which knows what the fields are called and what belongs in them but stops at
//! the first misfit and gives no more than a position. `explain` finds that position in the tree
//! and says what is wrong; `repair` mends or cuts out the misfit and asks again, so that one run
//! reports all of them.

mod explain;
mod repair;
mod words;

use std::collections::BTreeMap;

use ron::Options;
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::node::{Kind, Node};
use super::parser::parse;
use crate::diagnostic::{self, Diagnostic, Source, Span, codes, quote};

/// Steps the decoder may nest. One bracket takes up to six, so this is never met by a text that
/// keeps to [`super::MAX_DEPTH`]; it is the last line of defence for those that skip the tree.
const STEPS_MAX: usize = 6 * super::MAX_DEPTH;

/// The largest text that is made into a tree just to explain why it can't be used.
const TREE_MAX: usize = 16 * 1024 * 1024;

/// What became of a text.
#[derive(Clone, Debug)]
pub struct Decoded<T> {
    /// The value, if there is nothing wrong.
    pub value: Option<T>,
    /// The tree, to point at places in later checks; it has gaps if the form is faulty.
    pub tree: Option<Node>,
    /// All that is wrong, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a text into a value: the value if nothing is wrong, and else all that is.
#[must_use]
pub fn decode<T: DeserializeOwned>(source: &Source) -> (Option<T>, Vec<Diagnostic>) {
    let decoded = decode_with_tree(source);
    (decoded.value, decoded.diagnostics)
}

/// Like [`decode`], with the tree.
#[must_use]
pub fn decode_with_tree<T: DeserializeOwned>(source: &Source) -> Decoded<T> {
    let parsed = parse(source);
    let mut diagnostics = parsed.diagnostics;
    let mut value = None;
    if let Some(root) = parsed.root.as_ref().filter(|_| diagnostics.is_empty()) {
        let repeats = repeats(source, root);
        match options().from_str::<T>(source.text()) {
            Ok(decoded) if repeats.is_empty() => value = Some(decoded),
            Ok(_) => diagnostics = repeats,
            Err(error) => {
                diagnostics = repair::all_misfits::<T>(source, root, error, repeats);
            }
        }
        diagnostic::sort(&mut diagnostics);
        diagnostics.truncate(super::MAX_FAULTS);
    }
    Decoded { value, tree: parsed.root, diagnostics }
}

/// Like [`decode`] for texts of hundreds of megabytes: straight to the decoder, and a tree only if
/// there is something to explain and the text is small enough for one.
///
/// A field given twice in a map goes unnoticed this way: the last one counts.
#[must_use]
pub fn decode_large<T: DeserializeOwned>(source: &Source) -> (Option<T>, Vec<Diagnostic>) {
    match options().from_str::<T>(source.text()) {
        Ok(value) => (Some(value), Vec::new()),
        Err(_) if source.text().len() <= TREE_MAX => decode(source),
        Err(error) => {
            let whole = Span::new(0, source.text().len());
            let no_tree = Node { span: whole, kind: Kind::Broken };
            let offset = explain::offset_of(source, &error);
            (None, vec![explain::explain(source, &no_tree, &error.code, offset)])
        }
    }
}

fn options() -> Options {
    Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_default_extension(Extensions::UNWRAP_NEWTYPES)
        .with_default_extension(Extensions::UNWRAP_VARIANT_NEWTYPES)
        .with_recursion_limit(STEPS_MAX)
}

/// Fields and keys that are given twice. The decoder would notice only some, and one at a time.
fn repeats(source: &Source, root: &Node) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for node in root.walk() {
        let keys: Vec<(&str, Span)> = match &node.kind {
            Kind::Struct(it) => it.fields.iter().map(|f| (&*f.key.text, f.key.span)).collect(),
            Kind::Map(entries) => entries.iter().filter_map(|entry| Some((plain_key(&entry.key)?, entry.key.span))).collect(),
            _ => continue,
        };
        let mut seen = BTreeMap::new();
        for (key, span) in keys {
            match seen.entry(key) {
                std::collections::btree_map::Entry::Vacant(free) => {
                    free.insert(span);
                }
                std::collections::btree_map::Entry::Occupied(first) => {
                    let message = format!("{} is given twice", quote(key));
                    let diagnostic = Diagnostic::error(codes::DUPLICATE_FIELD, source, message)
                        .at(span)
                        .with_label(*first.get(), "the first is here")
                        .with_help("keep one of the two");
                    out.push(diagnostic);
                    if out.len() >= super::MAX_FAULTS {
                        return out;
                    }
                }
            }
        }
    }
    out
}

/// A key that can be compared by its letters.
fn plain_key(key: &Node) -> Option<&str> {
    match &key.kind {
        Kind::Text(text) | Kind::Name(text) | Kind::Number(text) => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
