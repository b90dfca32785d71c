//! All misfits of a text, though the decoder stops at the first.
//!
//! After each misfit the text is mended (a mistyped name is replaced by the one that was meant) or
//! the item with the misfit is cut out, and the decoder is asked again. That gives one finding per
//! item. Consequences of cutting are not reported: a field that is missing because it was cut, or
//! anything a type's own rules say about what is left.

use ron::error::{Error, SpannedError};
use serde::de::DeserializeOwned;

use super::super::node::{Kind, Node};
use super::super::path::Reach;
use super::{explain, options};
use crate::diagnostic::{Diagnostic, Source, Span, codes};

/// How often the decoder is asked at most.
const ROUNDS_MAX: usize = 60;
/// How much text it is given at most in all, so that large files do not take long to refuse.
const BYTES_MAX: usize = 32 * 1024 * 1024;

/// All misfits of a text: `first`, those already `known`, and what comes to light after them.
pub(super) fn all_misfits<T: DeserializeOwned>(
    source: &Source,
    root: &Node,
    first: SpannedError,
    known: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let mut edits = Edits::default();
    for repeat in &known {
        if let Some(cut) = repeat.span.and_then(|span| holder(root, span.start)) {
            edits.add(cut, String::new());
        }
    }
    let mut found = known;
    let mut error = first;
    if !edits.is_empty() {
        // Fields given twice are known already: ask about the text without them.
        match options().from_str::<T>(&edits.apply(source.text())) {
            Ok(_) => return found,
            Err(next) => error = next,
        }
    }
    let rounds = ROUNDS_MAX.min(BYTES_MAX / source.text().len().max(1) + 1);
    for round in 0..rounds {
        let mended = Source::new("", edits.apply(source.text()));
        let offset = edits.original(explain::offset_of(&mended, &error));
        let cut_before = !edits.is_empty();
        let Some(edit) = step(source, root, &error, offset, cut_before, &mut found) else {
            break;
        };
        edits.add(edit.0, edit.1);
        if round + 1 == rounds {
            break;
        }
        match options().from_str::<T>(&edits.apply(source.text())) {
            Ok(_) => break,
            Err(next) => error = next,
        }
    }
    found
}

/// Reports one misfit unless it follows from an earlier one. Gives the edit that takes it out of the
/// way; none if there is none, or nothing more to learn.
fn step(
    source: &Source,
    root: &Node,
    error: &SpannedError,
    offset: usize,
    cut_before: bool,
    found: &mut Vec<Diagnostic>,
) -> Option<(Span, String)> {
    let diagnostic = explain::explain(source, root, &error.code, offset);
    let span = diagnostic.span?;
    match &error.code {
        Error::Message(_) if cut_before => return None,
        // It is missing because it was cut out: its group goes too.
        Error::MissingStructField { field, .. }
            if root.group_at(offset).is_some_and(|(_, group)| group.field(field).is_some()) =>
        {
            return Some((holder(root, span.start)?, String::new()));
        }
        _ => {}
    }
    let repeated = |d: &Diagnostic| d.span == Some(span) && d.code == diagnostic.code;
    if found.iter().any(repeated) {
        return None;
    }
    let mended = match diagnostic.code {
        codes::UNKNOWN_FIELD | codes::UNKNOWN_CHOICE => diagnostic.suggestion.clone(),
        _ => None,
    };
    found.push(diagnostic);
    match mended {
        Some(word) => Some((span, word)),
        None => Some((holder(root, span.start)?, String::new())),
    }
}

/// The span of the innermost field, entry or list item that a place belongs to, up to the next one:
/// what can be cut out with the text still well-formed. None if the place belongs to none.
fn holder(root: &Node, offset: usize) -> Option<Span> {
    let chain = root.chain(offset, Reach::Touching);
    chain.iter().rev().find_map(|(_, node)| {
        // The place may be the opening bracket or the name: then the group as a whole is meant, and
        // none of its parts starts before.
        let begun = |start: usize| start <= offset;
        let (start, next) = match &node.kind {
            Kind::Struct(it) => {
                let i = it.fields.partition_point(|field| begun(field.key.span.start));
                (it.fields.get(i.checked_sub(1)?)?.key.span.start, it.fields.get(i).map(|f| f.key.span))
            }
            Kind::Map(entries) => {
                let i = entries.partition_point(|entry| begun(entry.key.span.start));
                (entries.get(i.checked_sub(1)?)?.key.span.start, entries.get(i).map(|e| e.key.span))
            }
            Kind::List(items) => {
                let i = items.partition_point(|item| begun(item.span.start));
                (items.get(i.checked_sub(1)?)?.span.start, items.get(i).map(|item| item.span))
            }
            _ => return None,
        };
        Some(Span::new(start, next.map_or(node.span.end - 1, |next| next.start)))
    })
}

/// Replacements in a text, in order and apart from each other.
#[derive(Default)]
struct Edits(Vec<(Span, String)>);

impl Edits {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a replacement in place of those it covers.
    fn add(&mut self, span: Span, text: String) {
        self.0.retain(|(old, _)| !span.contains(*old));
        let overlaps = |old: &Span| old.start < span.end && span.start < old.end;
        if self.0.iter().any(|(old, _)| overlaps(old)) {
            return;
        }
        let at = self.0.partition_point(|(old, _)| old.start < span.start);
        self.0.insert(at, (span, text));
    }

    fn apply(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for (span, replacement) in &self.0 {
            out.push_str(&text[from..span.start]);
            out.push_str(replacement);
            from = span.end;
        }
        out.push_str(&text[from..]);
        out
    }

    /// The place in the original text of an offset in the edited one. Inside or at the end of a
    /// replacement that is the end of what it replaced, as the decoder stops behind what it read;
    /// where something was cut out it is the place behind the cut.
    fn original(&self, offset: usize) -> usize {
        // What is left of the offset when the text up to `from` (in the original) is taken off.
        let mut left = offset;
        let mut from = 0;
        for (span, replacement) in &self.0 {
            let kept = span.start - from;
            if left < kept || (left == kept && !replacement.is_empty()) {
                break;
            }
            left -= kept;
            if left < replacement.len() {
                return span.end;
            }
            left -= replacement.len();
            from = span.end;
        }
        from + left
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_keep_track_of_places() {
        let mut edits = Edits::default();
        edits.add(Span::new(4, 6), "wxyz".into());
        edits.add(Span::new(1, 3), String::new());
        assert_eq!(edits.apply("0123456789"), "03wxyz6789");
        assert_eq!(edits.original(0), 0);
        assert_eq!(edits.original(1), 3);
        assert_eq!(edits.original(2), 4);
        assert_eq!(edits.original(4), 6);
        assert_eq!(edits.original(6), 6);
        assert_eq!(edits.original(8), 8);
        edits.add(Span::new(0, 7), String::new());
        assert_eq!(edits.apply("0123456789"), "789");
        assert_eq!(edits.original(0), 7);
        assert_eq!(edits.original(1), 8);
    }

    #[test]
    fn what_is_cut_leaves_a_well_formed_text() {
        let source = Source::new("a", "(a: 1, b: [x, (c: 2), z], d: {\"k\": 3, \"l\": 4})");
        let root = super::super::super::parse(&source).root.unwrap();
        for (offset, expected) in [
            (1, "(b: [x, (c: 2), z], d: {\"k\": 3, \"l\": 4})"),
            (11, "(a: 1, b: [(c: 2), z], d: {\"k\": 3, \"l\": 4})"),
            (14, "(a: 1, b: [x, z], d: {\"k\": 3, \"l\": 4})"),
            (22, "(a: 1, b: [x, (c: 2), ], d: {\"k\": 3, \"l\": 4})"),
            (35, "(a: 1, b: [x, (c: 2), z], d: {\"l\": 4})"),
        ] {
            let mut edits = Edits::default();
            edits.add(holder(&root, offset).unwrap(), String::new());
            assert_eq!(edits.apply(source.text()), expected, "at {offset}");
        }
        assert_eq!(holder(&root, 0), None);
    }
}
