//! Findings as text for people, as JSON for tools, and as remarks on a change at GitHub.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;
use std::fmt::Write as _;

use super::{Diagnostic, Severity, Source, Span, push_visible};

/// Most characters shown of one line of a file; longer lines are cut around the span.
const LINE_MAX: usize = 120;
/// Characters of a cut line kept before the span.
const LEAD: usize = 40;

/// How text is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Style {
    /// No colour: for files, pipes and tests.
    #[default]
    Plain,
    /// Terminal colours.
    Colour,
}

/// The findings as text for people, in the order given, a blank line between two.
///
/// Each shows its code, message, `file:line:col`, the line with the span underlined, and advice.
#[must_use]
pub fn render_text(diagnostics: &[Diagnostic], style: Style) -> String {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Colour => Renderer::styled(),
    };
    let mut out = String::new();
    for diagnostic in diagnostics {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&render_one(diagnostic, &renderer));
        out.push('\n');
    }
    out
}

fn render_one(diagnostic: &Diagnostic, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::INFO.with_name("hint"),
    };
    let name = visible(diagnostic.source.name());
    let message = visible(&diagnostic.message);
    let title = level.primary_title(message).id(diagnostic.code);
    let mut group = match diagnostic.span {
        None => title.element(Origin::path(name)),
        Some(span) => {
            let place = diagnostic.source.position(span.start);
            let origin = Origin::path(name.clone()).line(place.line).char_column(place.col);
            let mut group = Group::with_title(title);
            for (i, (snippet, whole)) in snippets(diagnostic, span).into_iter().enumerate() {
                // The renderer counts columns in what it is given, which would be wrong for a line
                // that was cut: then the place is given apart.
                group = match (whole, i) {
                    (true, _) => group.element(snippet.path(name.clone())),
                    (false, 0) => group.element(origin.clone()).element(snippet),
                    (false, _) => group.element(snippet),
                };
            }
            group
        }
    };
    if let Some(help) = advice(diagnostic) {
        group = group.element(Level::HELP.message(visible(&help)));
    }
    renderer.render(&[group] as &[Group<'_>])
}

/// The advice, or the replacement put into words where there is no advice.
fn advice(diagnostic: &Diagnostic) -> Option<String> {
    diagnostic.help.clone().or_else(|| {
        let text = diagnostic.suggestion.as_deref()?;
        Some(match text {
            "" => "leave it out".to_owned(),
            text => format!("write {}", super::quote(text)),
        })
    })
}

/// One snippet per line that has something to show: the line of the finding first, with all the
/// labels that stand on it, then the lines of the other labels. With each goes whether it shows its
/// line from the start.
fn snippets(diagnostic: &Diagnostic, span: Span) -> Vec<(Snippet<'_, Annotation<'_>>, bool)> {
    let source = &diagnostic.source;
    let first = source.position(span.start).line;
    let mut lines = vec![first];
    for label in &diagnostic.labels {
        let line = source.position(label.span.start).line;
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines[1..].sort_unstable();
    let mut out = Vec::new();
    for line in lines {
        let focus = if line == first {
            span
        } else {
            let on_line = |label: &&super::Label| source.position(label.span.start).line == line;
            diagnostic.labels.iter().find(on_line).map_or(span, |label| label.span)
        };
        let Some(cut) = Cut::new(source, line, focus) else {
            continue;
        };
        let mut snippet = Snippet::source(cut.text.clone()).line_start(line).fold(false);
        if line == first {
            snippet = snippet.annotation(AnnotationKind::Primary.span(cut.place(span)));
        }
        for label in &diagnostic.labels {
            if cut.line.start <= label.span.start && label.span.start <= cut.line.end {
                let annotation = AnnotationKind::Context.span(cut.place(label.span));
                snippet = snippet.annotation(annotation.label(visible(&label.text)));
            }
        }
        out.push((snippet, cut.lead == 0));
    }
    out
}

/// A line of a file made fit to show: cut to a bearable length around the span in question.
struct Cut {
    /// The whole line in the file.
    line: Span,
    /// The part of it that is shown.
    shown: Span,
    /// Bytes put in front of that part (an ellipsis).
    lead: usize,
    text: String,
}

impl Cut {
    fn new(source: &Source, line: usize, focus: Span) -> Option<Self> {
        let line = source.line_span(line)?;
        let text = source.text();
        let focus_start = focus.start.clamp(line.start, line.end);
        let before = &text[line.start..focus_start];
        // `nth_back` walks only the part that is kept, so a line of megabytes costs nothing.
        let start = if before.len() > LEAD && text[line.range()].len() > LINE_MAX {
            before.char_indices().nth_back(LEAD - 1).map_or(line.start, |(i, _)| line.start + i)
        } else {
            line.start
        };
        let rest = &text[start..line.end];
        let end = rest.char_indices().nth(LINE_MAX).map_or(line.end, |(i, _)| start + i);
        let mut out = String::new();
        if start > line.start {
            out.push('…');
        }
        let lead = out.len();
        out.push_str(&text[start..end]);
        if end < line.end {
            out.push('…');
        }
        Some(Self { line, shown: Span::new(start, end), lead, text: out })
    }

    /// Where a span of the file lies in the shown text. What lies outside is moved to its edge.
    fn place(&self, span: Span) -> std::ops::Range<usize> {
        let start = span.start.clamp(self.shown.start, self.shown.end);
        let end = span.end.clamp(start, self.shown.end);
        let shift = |offset: usize| offset - self.shown.start + self.lead;
        shift(start)..shift(end)
    }
}

/// The text without characters that would act on a terminal; line breaks stay.
#[must_use]
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '\n' {
            out.push('\n');
        } else {
            push_visible(&mut out, c);
        }
    }
    out
}

/// What a tool gets per finding. The order of the fields is the order in the output.
#[derive(Serialize)]
struct Record<'a> {
    code: &'a str,
    severity: &'a str,
    file: &'a str,
    line: Option<usize>,
    col: Option<usize>,
    end_line: Option<usize>,
    end_col: Option<usize>,
    message: &'a str,
    help: Option<&'a str>,
    suggestion: Option<&'a str>,
}

/// The findings as a JSON array, one object a line.
///
/// Each object is `{code, severity, file, line, col, end_line, end_col, message, help,
/// suggestion}`, with `null` for what is absent. Lines and columns count from 1, columns in
/// characters; the end is just past the last character.
///
/// # Panics
///
/// Never: strings and numbers can always be written as JSON.
#[must_use]
pub fn render_json(diagnostics: &[Diagnostic]) -> String {
    let mut out = String::from("[");
    for (i, diagnostic) in diagnostics.iter().enumerate() {
        out.push_str(if i == 0 { "\n" } else { ",\n" });
        let start = diagnostic.position();
        let end = diagnostic.span.map(|span| diagnostic.source.position(span.end));
        let record = Record {
            code: diagnostic.code,
            severity: diagnostic.severity.as_str(),
            file: diagnostic.source.name(),
            line: start.map(|p| p.line),
            col: start.map(|p| p.col),
            end_line: end.map(|p| p.line),
            end_col: end.map(|p| p.col),
            message: &diagnostic.message,
            help: diagnostic.help.as_deref(),
            suggestion: diagnostic.suggestion.as_deref(),
        };
        let json = serde_json::to_string(&record).expect("strings and numbers are valid JSON");
        out.push_str(&json);
    }
    out.push_str(if diagnostics.is_empty() { "]\n" } else { "\n]\n" });
    out
}

/// The findings as GitHub's workflow commands, one a line: each becomes a remark beside the line it is about.
#[must_use]
pub fn render_github(diagnostics: &[Diagnostic]) -> String {
    let value = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| value(text).replace(':', "%3A").replace(',', "%2C");
    let mut out = String::new();
    for d in diagnostics {
        let level = match d.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "notice",
        };
        let _ = write!(out, "::{level} file={}", property(d.source.name()));
        if let Some(span) = d.span {
            let (from, to) = (d.source.position(span.start), d.source.position(span.end));
            let _ = write!(out, ",line={},endLine={}", from.line, to.line);
            // Columns are understood on one line only.
            if from.line == to.line {
                let _ = write!(out, ",col={},endColumn={}", from.col, to.col);
            }
        }
        let mut message = d.message.clone();
        if let Some(help) = advice(d) {
            let _ = write!(message, "\n{help}");
        }
        let _ = writeln!(out, ",title={}::{}", d.code, value(&visible(&message)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn github_gets_one_line_a_finding_with_its_signs_escaped() {
        let source = Source::new("a,b.ron", "one: two\nthree");
        let found = [
            Diagnostic::warning("L103", &source, "100 % so").at(Span::new(5, 8)).with_help("go: on"),
            Diagnostic::hint("L118", &source, "long").at(Span::new(5, 12)),
            Diagnostic::error("S004", &source, "empty"),
        ];
        let expected = "\
::warning file=a%2Cb.ron,line=1,endLine=1,col=6,endColumn=9,title=L103::100 %25 so%0Ago: on
::notice file=a%2Cb.ron,line=1,endLine=2,title=L118::long
::error file=a%2Cb.ron,title=S004::empty
";
        assert_eq!(render_github(&found), expected);
    }

    fn plain(diagnostic: Diagnostic) -> String {
        render_text(&[diagnostic], Style::Plain)
    }

    #[test]
    fn shows_place_line_underline_code_and_advice() {
        let source = Source::new("cases/a.ron", "(\n    seets: [],\n)\n");
        let d = Diagnostic::error("S020", &source, "`seets` is not a field here")
            .at(Span::new(6, 11))
            .with_help("did you mean `seats`?")
            .with_suggestion("seats");
        let expected = "\
error[S020]: `seets` is not a field here
 --> cases/a.ron:2:5
  |
2 |     seets: [],
  |     ^^^^^
  |
  = help: did you mean `seats`?
";
        assert_eq!(plain(d), expected);
    }

    #[test]
    fn a_finding_about_the_whole_file_has_no_line() {
        let source = Source::new("a.ron", "");
        let out = plain(Diagnostic::error("S004", &source, "the file is empty"));
        assert_eq!(out, "error[S004]: the file is empty\n--> a.ron\n");
    }

    #[test]
    fn labels_show_their_own_line() {
        let source = Source::new("a.ron", "(\n  a: 1\n]\n");
        let d =
            Diagnostic::error("S010", &source, "wrong bracket").at(Span::new(9, 10)).with_label(Span::new(0, 1), "opened here");
        let out = plain(d);
        assert!(out.contains("a.ron:3:1"), "{out}");
        assert!(out.contains("3 | ]\n  | ^"), "{out}");
        assert!(out.contains("1 | (\n  | - opened here"), "{out}");
    }

    #[test]
    fn long_lines_are_cut_around_the_span() {
        let line = format!("{}HERE{}", "ä".repeat(2_000_000), "x".repeat(2_000_000));
        let source = Source::new("a.ron", line);
        let span = Span::new(4_000_000, 4_000_004);
        let out = plain(Diagnostic::error("S010", &source, "long").at(span));
        assert!(out.len() < 1_000, "{} bytes", out.len());
        assert!(out.contains("a.ron:1:2000001"), "{out}");
        let row = |mark: char| out.lines().find(|l| l.contains(mark)).unwrap();
        let column = |line: &str, mark| line.chars().position(|c| c == mark).unwrap();
        assert_eq!(column(row('H'), 'H'), column(row('^'), '^'), "{out}");
        assert!(out.contains("^^^^\n"), "{out}");
    }

    #[test]
    fn tabs_and_both_kinds_of_line_break_keep_the_underline_in_place() {
        let source = Source::new("a.ron", "(\r\n\tseets: 1,\r\n)");
        let out = plain(Diagnostic::error("S020", &source, "tab").at(Span::new(4, 9)));
        assert!(out.contains("a.ron:2:2"), "{out}");
        assert!(!out.contains('\r') && !out.contains('\t'), "{out:?}");
        let mut rows = out.lines().skip(3);
        let (text, mark) = (rows.next().unwrap(), rows.next().unwrap());
        assert_eq!(text.find("seets"), mark.find("^^^^^"), "{out}");
    }

    #[test]
    fn a_span_over_many_lines_is_underlined_on_its_first() {
        let source = Source::new("a.ron", "\"one\ntwo\nthree");
        let out = plain(Diagnostic::error("S010", &source, "open").at(Span::new(0, 14)));
        assert!(out.contains("1 | \"one\n  | ^^^^"), "{out}");
        assert!(!out.contains("three"), "{out}");
    }

    #[test]
    fn a_file_cannot_write_to_the_terminal() {
        let source = Source::new("a\u{1b}[2J.ron", "x\u{1b}[31m\u{202e}y");
        let d = Diagnostic::error("S010", &source, "bad \u{1b}[31m").at(Span::new(0, 1)).with_help("worse \u{9b}31m");
        let out = plain(d);
        assert!(!out.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{out:?}");
    }

    #[test]
    fn colour_only_where_asked() {
        let source = Source::new("a.ron", "x");
        let d = [Diagnostic::warning("S010", &source, "x").at(Span::new(0, 1))];
        assert!(!render_text(&d, Style::Plain).contains('\u{1b}'));
        assert!(render_text(&d, Style::Colour).contains('\u{1b}'));
    }

    #[test]
    fn json_has_every_field_and_null_for_what_is_absent() {
        let source = Source::new("a.ron", "ää\nbö");
        let placed = Diagnostic::hint("S010", &source, "say \"hi\"").at(Span::new(2, 6)).with_help("h").with_suggestion("s");
        let whole = Diagnostic::error("S004", &source, "empty");
        let json = render_json(&[placed, whole]);
        let expected = r#"[
{"code":"S010","severity":"hint","file":"a.ron","line":1,"col":2,"end_line":2,"end_col":2,"message":"say \"hi\"","help":"h","suggestion":"s"},
{"code":"S004","severity":"error","file":"a.ron","line":null,"col":null,"end_line":null,"end_col":null,"message":"empty","help":null,"suggestion":null}
]
"#;
        assert_eq!(json, expected);
        assert_eq!(render_json(&[]), "[]\n");
        assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
    }
}
