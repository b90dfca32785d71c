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
use repair::Edits;

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
    /// If something is wrong: the text without it, if that can be had.
    pub mended: Option<Mended>,
}

/// A text with what is wrong taken out or filled in: it fits, and what is left of the author's can be looked at further.
#[derive(Clone, Debug)]
pub struct Mended {
    /// The text.
    pub source: Source,
    /// What was changed, first to last, each with the text it was changed in.
    changes: Vec<(Edits, Source)>,
}

impl Mended {
    /// Whether something has lost the name that others call it by: which of them then call it so cannot be told.
    #[must_use]
    pub fn lost_a_name(&self) -> bool {
        self.changes.iter().any(|(edits, before)| edits.lost_a_name(before.text()))
    }

    /// A finding about this text as one about the author's: none if it is about what was put in, or follows from what was taken
    /// out, as where `word` is not known because its definition had another fault.
    #[must_use]
    pub fn carry(&self, mut finding: Diagnostic) -> Option<Diagnostic> {
        for (edits, before) in self.changes.iter().rev() {
            let span = finding.span?;
            if edits.replaces(span.start) && edits.replaces(span.end) {
                return None;
            }
            let word = finding.source.text().get(span.start..span.end).unwrap_or_default().trim_matches('"');
            if edits.took_out(before.text(), word) {
                return None;
            }
            let place = |span: Span| Span::new(edits.original(span.start), edits.original(span.end));
            finding.labels.iter_mut().for_each(|label| label.span = place(label.span));
            finding.source = before.clone();
            finding = finding.at(place(span));
        }
        Some(finding)
    }
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
    let mut out = Decoded { value: None, tree: parsed.root, diagnostics: parsed.diagnostics, mended: None };
    let Some(root) = &out.tree else { return out };
    if out.diagnostics.is_empty() {
        let repeats = repeats(source, root);
        let edits = match options().from_str::<T>(source.text()) {
            Ok(decoded) if repeats.is_empty() => {
                out.value = Some(decoded);
                None
            }
            Ok(_) => {
                let edits = repair::without(root, &repeats);
                out.diagnostics = repeats;
                // What was not mended is not looked at again.
                Some(edits).filter(|edits| !edits.is_empty())
            }
            Err(error) => {
                let (found, edits) = repair::all_misfits::<T>(source, root, error, repeats);
                out.diagnostics = found;
                edits
            }
        };
        settle(&mut out.diagnostics);
        out.mended = edits.map(|edits| Mended {
            source: Source::new(source.name(), edits.apply(source.text())),
            changes: vec![(edits, source.clone())],
        });
    } else if let Some((edits, cut)) = repair::form(source, root, &out.diagnostics) {
        // The form is faulty: what else there is shows in the text without those faults.
        let well_formed = Source::new(source.name(), edits.apply(source.text()));
        let rest = decode_with_tree::<T>(&well_formed);
        let this = Mended { source: well_formed, changes: vec![(edits, source.clone())] };
        let follows = |d: &Diagnostic| cut && d.code == codes::MISSING_FIELD;
        let more: Vec<_> = rest.diagnostics.into_iter().filter(|d| !follows(d)).filter_map(|d| this.carry(d)).collect();
        out.diagnostics.extend(more);
        settle(&mut out.diagnostics);
        out.mended = match rest.mended {
            Some(deeper) => Some(Mended { changes: [this.changes, deeper.changes].concat(), ..deeper }),
            None => rest.value.map(|_| this),
        };
    }
    out
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

/// In the order of the text, and not too many.
fn settle(found: &mut Vec<Diagnostic>) {
    diagnostic::sort(found);
    found.truncate(super::MAX_FAULTS);
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
        let list = |value: &Node| matches!(value.kind, Kind::List(_));
        let keys: Vec<(&str, Span, bool)> = match &node.kind {
            Kind::Struct(it) => it.fields.iter().map(|f| (&*f.key.text, f.key.span, list(&f.value))).collect(),
            Kind::Map(entries) => entries.iter().filter_map(|e| Some((plain_key(&e.key)?, e.key.span, list(&e.value)))).collect(),
            _ => continue,
        };
        let mut seen = BTreeMap::new();
        for (key, span, list) in keys {
            match seen.entry(key) {
                std::collections::btree_map::Entry::Vacant(free) => {
                    free.insert(span);
                }
                std::collections::btree_map::Entry::Occupied(first) => {
                    let message = format!("{} is given twice", quote(key));
                    let diagnostic = Diagnostic::error(codes::DUPLICATE_FIELD, source, message)
                        .at(span)
                        .with_label(*first.get(), "the first is here")
                        .with_help(if list {
                            "move what this one lists into the first, and take this one out"
                        } else {
                            "keep one of the two"
                        });
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
