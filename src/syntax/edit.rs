//! Changes to a text by place, so that all that is not changed stays as it is, comments included.

use crate::diagnostic::Span;

/// One change: what stands at a place is replaced. An empty place is where something goes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What goes.
    pub span: Span,
    /// What comes instead.
    pub text: String,
}

impl Edit {
    /// Puts a text in at a place.
    #[must_use]
    pub fn insert(at: usize, text: impl Into<String>) -> Self {
        Self { span: Span::at(at), text: text.into() }
    }

    /// Replaces what stands at a place.
    #[must_use]
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }

    /// Takes an item of a list, or a field, out of its brackets, with the comma behind it, and with its line if nothing else is
    /// on it.
    #[must_use]
    pub fn remove(text: &str, item: Span) -> Self {
        let blank = |c: char| matches!(c, ' ' | '\t');
        let behind = &text[item.end..];
        let comma = behind.trim_start_matches(blank).strip_prefix(',');
        let rest = comma.unwrap_or(behind).trim_start_matches(blank);
        let before = text[..item.start].trim_end_matches(blank);
        let whole_line = before.ends_with('\n') && (rest.starts_with('\n') || rest.starts_with("\r\n"));
        let (start, end) = match (whole_line, comma) {
            (true, _) => (before.len(), text.len() - rest.trim_start_matches('\r').len() + 1),
            // The last item of a line keeps the blanks before whatever comes next.
            (false, Some(after)) if rest.starts_with('\n') => (before.len(), text.len() - after.len()),
            (false, Some(_)) => (item.start, text.len() - rest.len()),
            (false, None) => (item.start, item.end),
        };
        Self { span: Span::new(start, end), text: String::new() }
    }
}

/// The text with all changes made. Where two overlap, the first of them counts.
#[must_use]
pub fn apply(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for Edit { span, text: new } in edits {
        if span.start < at {
            continue;
        }
        out.push_str(&text[at..span.start]);
        out.push_str(&new);
        at = span.end;
    }
    out.push_str(&text[at..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without(text: &str, item: &str) -> String {
        let start = text.find(item).unwrap();
        apply(text, vec![Edit::remove(text, Span::new(start, start + item.len()))])
    }

    #[test]
    fn what_is_not_changed_stays() {
        let edits = vec![Edit::insert(6, "!"), Edit::replace(Span::new(0, 1), "A"), Edit::replace(Span::new(0, 2), "never")];
        assert_eq!(apply("a // b", edits), "A // b!");
    }

    #[test]
    fn an_item_goes_with_its_comma_and_its_line() {
        assert_eq!(without("(a: 1, b: 2, c: 3)", "b: 2"), "(a: 1, c: 3)");
        assert_eq!(without("(a: 1, b: 2)", "b: 2"), "(a: 1, )");
        assert_eq!(without("(\n  a: 1,\n  b: 2, // why\n)", "b: 2"), "(\n  a: 1,\n  // why\n)");
        assert_eq!(without("(\n  a: 1,\n  b: 2,\n  c: 3,\n)", "b: 2"), "(\n  a: 1,\n  c: 3,\n)");
        assert_eq!(without("(\n  a: 1, b: 2,\n  c: 3,\n)", "b: 2"), "(\n  a: 1,\n  c: 3,\n)");
        assert_eq!(without("(\r\n  a: 1,\r\n  b: 2\r\n)", "b: 2"), "(\r\n  a: 1,\r\n)");
    }
}
