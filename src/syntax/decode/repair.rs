//! All misfits of a text, though the decoder stops at the first.
//!
//! After each misfit the text is mended (a mistyped name is replaced by the one that was meant, a
//! missing field gets something to stand for it) or the item with the misfit is cut out, and the
//! decoder is asked again. That gives one finding per item, and in the end a text that fits, in which
//! later checks can look for more. Consequences of cutting are not reported: a field that is missing
//! because it was cut, or anything a type's own rules say about what is left.

use ron::error::{Error, SpannedError};
use serde::de::DeserializeOwned;

use super::super::node::{Kind, Node};
use super::super::parser::parse;
use super::super::path::Reach;
use super::{explain, options};
use crate::diagnostic::{Diagnostic, Source, Span, codes};

/// How many misfits are looked for at most.
const ROUNDS_MAX: usize = 60;
/// Faults of form up to which the rest of the text is looked at.
const FORM_FAULTS_MAX: usize = 20;
/// How much text the decoder is given at most in all, so that large files do not take long to refuse.
const BYTES_MAX: usize = 32 * 1024 * 1024;
/// What may stand for a missing field until the author fills it in: whichever the decoder takes.
const PLACEHOLDERS: [&str; 6] = ["\"\"", "[]", "0", "true", "\"2000-01-01\"", "(0.0, 0.0)"];

/// A text that is mended bit by bit, until it fits or there is no more to learn.
struct Repair<'a> {
    source: &'a Source,
    root: &'a Node,
    edits: Edits,
    found: Vec<Diagnostic>,
    /// Text given to the decoder, in bytes.
    spent: usize,
}

/// Nothing that could stand for a field fits there.
struct NoPlaceholder;

/// What takes a misfit out of the way.
enum Step {
    /// Other text in place of a part.
    Replace(Span, String),
    /// A field is missing: something to stand for it, or all of the item without it.
    Fill { at: usize, field: String, item: Option<Span> },
}

/// All misfits of a text: `first`, those already `known`, and what comes to light after them; and the edits that make it fit.
pub(super) fn all_misfits<T: DeserializeOwned>(
    source: &Source,
    root: &Node,
    first: SpannedError,
    known: Vec<Diagnostic>,
) -> (Vec<Diagnostic>, Option<Edits>) {
    let mut repair = Repair { source, root, edits: without(root, &known), found: known, spent: 0 };
    let fits = repair.run::<T>(first);
    (repair.found, fits.then_some(repair.edits))
}

/// Edits that cut out the items of findings.
pub(super) fn without(root: &Node, findings: &[Diagnostic]) -> Edits {
    let mut edits = Edits::default();
    for cut in findings.iter().filter_map(|d| holder(root, d.span?.start)) {
        edits.add(cut, String::new());
    }
    edits
}

/// Edits that give a text without faults of form, and whether something was cut out: what a fault suggests, and else without the
/// item that has it. None if there is no such text to be had so simply.
pub(super) fn form(source: &Source, root: &Node, faults: &[Diagnostic]) -> Option<(Edits, bool)> {
    if faults.len() > FORM_FAULTS_MAX {
        return None;
    }
    for trust in [true, false] {
        let mut edits = Edits::default();
        let mut cut = false;
        for fault in faults {
            let span = fault.span?;
            if let Some(text) = fault.suggestion.as_ref().filter(|_| trust) {
                edits.add(span, text.clone());
            } else {
                edits.add(holder(root, span.start)?, String::new());
                cut = true;
            }
        }
        // A bracket that is missing leaves items without an end of their own.
        let whole = edits.0.iter().all(|(span, _)| source.text().get(span.start..span.end).is_some());
        if whole && parse(&Source::new("", edits.apply(source.text()))).diagnostics.is_empty() {
            return Some((edits, cut));
        }
    }
    None
}

impl Repair<'_> {
    /// Whether the text fits in the end.
    fn run<T: DeserializeOwned>(&mut self, first: SpannedError) -> bool {
        let mut error = first;
        if !self.edits.is_empty() {
            // Fields given twice are known already: ask about the text without them.
            match self.ask::<T>(&self.edits) {
                None => return true,
                Some(next) => error = next,
            }
        }
        for _ in 0..ROUNDS_MAX {
            let offset = self.offset(&self.edits, &error);
            let Some(step) = self.step(&error, offset) else { return false };
            let next = match step {
                Step::Replace(span, text) => {
                    self.edits.add(span, text);
                    self.ask::<T>(&self.edits)
                }
                Step::Fill { at, field, item } => {
                    if let Ok(next) = self.fill::<T>(at, &field) {
                        next
                    } else {
                        let Some(item) = item else { return false };
                        self.edits.add(item, String::new());
                        self.ask::<T>(&self.edits)
                    }
                }
            };
            match next {
                None => return true,
                Some(next) => error = next,
            }
            self.spent += self.source.text().len();
            if self.spent > BYTES_MAX {
                return false;
            }
        }
        false
    }

    /// What the decoder says of the text with these edits; nothing if it fits.
    fn ask<T: DeserializeOwned>(&self, edits: &Edits) -> Option<SpannedError> {
        options().from_str::<T>(&edits.apply(self.source.text())).err()
    }

    /// The place in the author's text that an error in the edited one is about.
    fn offset(&self, edits: &Edits, error: &SpannedError) -> usize {
        let mended = Source::new("", edits.apply(self.source.text()));
        edits.original(explain::offset_of(&mended, error))
    }

    /// Puts something in for a missing field: what the decoder says then, or nothing if it takes none of what there is.
    ///
    /// # Errors
    /// That there is none.
    fn fill<T: DeserializeOwned>(&mut self, at: usize, field: &str) -> Result<Option<SpannedError>, NoPlaceholder> {
        for value in PLACEHOLDERS {
            let mut edits = self.edits.clone();
            edits.add(Span::at(at), format!("{field}: {value}, "));
            let next = self.ask::<T>(&edits);
            self.spent += self.source.text().len();
            // An error inside what was put in: it was of another kind.
            let refused = next.as_ref().is_some_and(|error| {
                let mended = Source::new("", edits.apply(self.source.text()));
                edits.replaces(explain::offset_of(&mended, error))
            });
            if !refused {
                self.edits = edits;
                return Ok(next);
            }
        }
        Err(NoPlaceholder)
    }

    /// Reports one misfit unless it follows from an earlier one. Gives what takes it out of the way; none if there is
    /// nothing, or nothing more to learn.
    fn step(&mut self, error: &SpannedError, offset: usize) -> Option<Step> {
        let diagnostic = explain::explain(self.source, self.root, &error.code, offset);
        let span = diagnostic.span?;
        let mut missing = None;
        match &error.code {
            Error::Message(_) if !self.edits.is_empty() => return None,
            Error::MissingStructField { field, .. } => {
                let group = self.root.group_at(offset).map(|(_, group)| group);
                // It is missing because it was cut out: its group goes too.
                if group.is_some_and(|group| group.field(field).is_some()) {
                    return Some(Step::Replace(holder(self.root, span.start)?, String::new()));
                }
                let inside = group.and_then(|g| Some(g.span.start + self.source.text().get(g.span.start..)?.find('(')? + 1));
                missing = inside.map(|at| (at, field.to_string()));
            }
            _ => {}
        }
        let same = |d: &Diagnostic| d.span == Some(span) && d.code == diagnostic.code && d.message == diagnostic.message;
        if self.found.iter().any(same) {
            return None;
        }
        let mended = match diagnostic.code {
            codes::UNKNOWN_FIELD | codes::UNKNOWN_CHOICE => diagnostic.suggestion.clone(),
            _ => None,
        };
        self.found.push(diagnostic);
        let item = holder(self.root, span.start);
        Some(match (mended, missing) {
            (Some(word), _) => Step::Replace(span, word),
            (None, Some((at, field))) => Step::Fill { at, field, item },
            (None, None) => Step::Replace(item?, String::new()),
        })
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
#[derive(Clone, Debug, Default)]
pub(super) struct Edits(Vec<(Span, String)>);

impl Edits {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a replacement in place of those it covers.
    fn add(&mut self, span: Span, text: String) {
        if let Some((_, old)) = self.0.iter_mut().find(|(old, _)| span.is_empty() && *old == span) {
            // Two things put in at one place stand there one after the other.
            old.push_str(&text);
            return;
        }
        self.0.retain(|(old, _)| !span.contains(*old));
        let overlaps = |old: &Span| old.start < span.end && span.start < old.end;
        if self.0.iter().any(|(old, _)| overlaps(old)) {
            return;
        }
        let at = self.0.partition_point(|(old, _)| old.start < span.start);
        self.0.insert(at, (span, text));
    }

    /// Whether an offset in the edited text is inside or at the end of what was put in.
    pub(super) fn replaces(&self, offset: usize) -> bool {
        let mut put = 0;
        let mut from = 0;
        self.0.iter().any(|(span, text)| {
            put += span.start - from;
            from = span.end;
            let here = put;
            put += text.len();
            !text.is_empty() && (here..=put).contains(&offset)
        })
    }

    /// Whether something that was taken out of `text` has this word in quotes.
    pub(super) fn took_out(&self, text: &str, word: &str) -> bool {
        let quoted = format!("\"{word}\"");
        self.0.iter().any(|(span, _)| text.get(span.start..span.end).is_some_and(|out| out.contains(&quoted)))
    }

    /// Whether an item of `text` has lost the name that others may call it by: an `id` that was put in, or was not one in quotes.
    pub(super) fn lost_a_name(&self, text: &str) -> bool {
        let bare = |out: &str| out.split("id:").skip(1).any(|rest| !rest.trim_start().starts_with('"'));
        self.0.iter().any(|(span, put)| put.contains("id: ") || text.get(span.start..span.end).is_some_and(bare))
    }

    pub(super) fn apply(&self, text: &str) -> String {
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
    pub(super) fn original(&self, offset: usize) -> usize {
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
