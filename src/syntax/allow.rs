//! What an author lets stand, and why: `// allow L103: the source is named in the brief`.
//!
//! Behind something on a line, it speaks for that line; above an item, for that item; at the top of the file, for all of it.
//! Warnings and hints can be allowed; an error cannot. An allowance without a reason, or one that speaks for nothing that was
//! found, is reported itself, so that none outlives its cause.

use super::lexer::{Kind, Lexer};
use super::suggest::did_you_mean;
use crate::diagnostic::{Diagnostic, Severity, Source, Span, codes, manual, quote};

/// One allowance.
struct Allowance<'a> {
    code: &'a str,
    /// Where the code stands.
    at: Span,
    reason: &'a str,
    /// What it speaks for; none is the whole file.
    reach: Option<Span>,
}

impl Allowance<'_> {
    fn covers(&self, found: &Diagnostic) -> bool {
        found.code == self.code
            && match (self.reach, found.span) {
                (None, _) => true,
                (Some(reach), Some(span)) => reach.start <= span.start && span.start < reach.end,
                (Some(_), None) => false,
            }
    }
}

/// Takes out what the author of `source` has allowed. `all_ran` says that every check has: only then is an allowance that
/// speaks for nothing reported.
pub fn apply(source: &Source, found: &mut Vec<Diagnostic>, all_ran: bool) {
    let allowances = allowances(source.text());
    let mut remarks = Vec::new();
    for allowed in &allowances {
        let about = |code, message: String| Diagnostic::warning(code, source, message).at(allowed.at);
        if allowed.reason.is_empty() {
            let d = about(codes::NO_REASON, format!("this allows {} and does not say why", quote(allowed.code)));
            remarks.push(d.with_help(format!("write {}", quote(&format!("// allow {}: the reason", allowed.code)))));
            continue;
        }
        let meant = |d: &Diagnostic| d.source == *source && allowed.covers(d);
        let before = found.len();
        found.retain(|d| d.severity == Severity::Error || !meant(d));
        if found.len() < before {
            continue;
        }
        let known = manual::pages();
        let page = known.iter().find(|p| p.code == allowed.code);
        if page.is_some_and(|p| p.severity == Severity::Error) {
            let d = about(codes::IDLE_ALLOWANCE, format!("{} is an error, and no error can be allowed", quote(allowed.code)));
            remarks.push(d.with_help("mend what it is about, and take this line out"));
        } else if page.is_none() {
            let d = about(codes::IDLE_ALLOWANCE, format!("there is no check {}", quote(allowed.code)));
            remarks.push(match did_you_mean(allowed.code, known.iter().map(|p| p.code)) {
                Some(near) => d.with_help(format!("did you mean {}?", quote(near))).with_suggestion(near),
                None => d.with_help("`comity explain` lists them"),
            });
        } else if all_ran {
            let d = about(codes::IDLE_ALLOWANCE, format!("nothing here needs {} to be allowed", quote(allowed.code)));
            remarks.push(d.with_help("take this line out"));
        }
    }
    found.append(&mut remarks);
}

fn allowances(text: &str) -> Vec<Allowance<'_>> {
    let mut out = Vec::new();
    if !text.contains("allow ") {
        return out;
    }
    let mut lexer = Lexer::new(text);
    let mut from = 0;
    loop {
        let mut ahead = lexer.clone();
        let token = ahead.next();
        for comment in comments(text, Span::new(from, token.span.start)) {
            let Some((code, at, reason)) = read(text, comment) else { continue };
            let line = text[..comment.start].rfind('\n').map_or(0, |i| i + 1);
            // What an opening bracket begins stands below.
            let before = text[line..comment.start].trim_end();
            let behind = !before.trim().is_empty() && !before.ends_with(['(', '[', '{']);
            let reach = if behind {
                Some(Span::new(line, comment.end))
            } else if from == 0 {
                None
            } else {
                Some(item(text, &lexer))
            };
            out.push(Allowance { code, at, reason, reach });
        }
        if matches!(token.kind, Kind::End | Kind::OpenText | Kind::OpenComment) {
            return out;
        }
        from = token.span.end;
        lexer = ahead;
    }
}

/// The line comments in a stretch without anything else but space and block comments.
fn comments(text: &str, gap: Span) -> impl Iterator<Item = Span> {
    let mut at = gap.start;
    let mut depth = 0_usize;
    std::iter::from_fn(move || {
        while at < gap.end {
            let rest = &text[at..gap.end];
            if depth == 0 && rest.starts_with("//") {
                let end = at + rest.find('\n').unwrap_or(rest.len());
                let comment = Span::new(at, end);
                at = end;
                return Some(comment);
            }
            if rest.starts_with("/*") {
                depth += 1;
                at += 2;
            } else if depth > 0 && rest.starts_with("*/") {
                depth -= 1;
                at += 2;
            } else {
                at += rest.chars().next().map_or(1, char::len_utf8);
            }
        }
        None
    })
}

/// Code, its place and the reason of an allowance; none if the comment is another.
fn read(text: &str, comment: Span) -> Option<(&str, Span, &str)> {
    let said = text[comment.range()].trim_start_matches('/').trim_start().strip_prefix("allow ")?;
    let said = said.trim_start();
    let length = said.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(said.len());
    let (code, rest) = said.split_at(length);
    // A letter and digits: anything else is a sentence that happens to begin so.
    let looks_so = code.starts_with(|c: char| c.is_ascii_alphabetic()) && code.contains(|c: char| c.is_ascii_digit());
    let start = comment.end - said.len();
    looks_so.then(|| (code, Span::new(start, start + length), rest.trim_start_matches([':', ' ']).trim()))
}

/// The item that begins at the next piece: up to the comma behind it, or to the bracket around it.
fn item(text: &str, lexer: &Lexer<'_>) -> Span {
    let mut lexer = lexer.clone();
    let first = lexer.next();
    let (mut token, mut depth) = (first, 0_usize);
    loop {
        match token.kind {
            Kind::Open(_) => depth += 1,
            Kind::Close(_) | Kind::Comma if depth == 0 => return Span::new(first.span.start, token.span.start),
            Kind::Close(_) => depth -= 1,
            Kind::End | Kind::OpenText | Kind::OpenComment => return Span::new(first.span.start, text.len()),
            _ => {}
        }
        token = lexer.next();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A warning at each `!`, after the allowances of the text.
    fn left(text: &str) -> Vec<(&'static str, usize)> {
        let source = Source::new("a", text);
        let mut found: Vec<Diagnostic> =
            text.match_indices('!').map(|(i, _)| Diagnostic::warning("L103", &source, "x").at(Span::new(i, i + 1))).collect();
        apply(&source, &mut found, true);
        found.iter().map(|d| (d.code, d.position().map_or(0, |p| p.line))).collect()
    }

    #[test]
    fn an_allowance_speaks_for_its_line_its_item_or_the_file() {
        assert_eq!(left("(a: \"!\", // allow L103: so it is\n b: \"!\")"), [("L103", 2)]);
        assert_eq!(left("(\n// allow L103: so it is\na: [\n\"!\",\n\"!\"], b: \"!\")"), [("L103", 5)]);
        assert_eq!(left("(a: [ // allow L103: so it is\n\"!\", \"!\"])"), [("L103", 2)]);
        assert_eq!(left("// allow L103: so it is\n(a: \"!\", b: \"!\")"), []);
        assert_eq!(left("(a: \"// allow L103: in a text\", b: \"!\")"), [("L103", 1)]);
        assert_eq!(left("(/* // allow L103: put away */ b: \"!\")"), [("L103", 1)]);
        assert_eq!(left("// allow the court to speak: it is 1 court\n(b: \"!\")"), [("L103", 2)]);
    }

    #[test]
    fn an_allowance_gives_a_reason_and_is_needed() {
        assert_eq!(left("// allow L103\n(a: \"!\")"), [("L103", 2), (codes::NO_REASON, 1)]);
        assert_eq!(left("// allow L103: why\n(a: 1)"), [(codes::IDLE_ALLOWANCE, 1)]);
        assert_eq!(left("// allow S020: why\n(a: 1)"), [(codes::IDLE_ALLOWANCE, 1)]);
        let source = Source::new("a", "// allow L1O3: why\n(a: 1)");
        let mut found = Vec::new();
        apply(&source, &mut found, true);
        assert_eq!(found[0].suggestion.as_deref(), Some("L103"), "{found:?}");
        let unsure = Source::new("a", "// allow L103: why\n(a: 1)");
        found.clear();
        apply(&unsure, &mut found, false);
        assert!(found.is_empty(), "checks that did not run found nothing either");
    }

    #[test]
    fn an_error_stands_whatever_is_allowed() {
        let source = Source::new("a", "// allow S020: why\n(a: 1)");
        let mut found = vec![Diagnostic::error("S020", &source, "x").at(Span::new(20, 21))];
        apply(&source, &mut found, true);
        assert_eq!(found.iter().map(|d| d.code).collect::<Vec<_>>(), ["S020", codes::IDLE_ALLOWANCE]);
    }
}
