//! Faults of form, and texts that are not of the form at all.

use super::super::super::{MAX_DEPTH, MAX_FAULTS};
use super::*;
use crate::diagnostic::Severity;

#[test]
fn faults_of_form() {
    let cases = [
        ("title: \"Warrant\",", "title: \"Warrant\"", "3:21-21 S010 a comma is missing here => ,"),
        ("title:", "title", "3:10-10 S010 a colon is missing after `title` => :"),
        ("title:", "title =", "3:11-12 S010 a colon stands between a name and its value => :"),
        ("title:", "\"title\":", "3:5-12 S010 the name of a field stands without quotes => title"),
        ("title: \"Warrant\",", "title: ,", "3:11-11 S010 a value is missing here"),
        ("title: \"Warrant\",", "title,", "3:5-10 S010 `title` has no value | a colon and a value are missing"),
        ("title: \"Warrant\",", "title: \"Warrant\",,", "3:22-23 S010 one comma too many => "),
        (
            "title: \"Warrant\",",
            "title: 'Warrant',",
            "3:12-13 S010 text stands in double quotes, not in single ones | write \"…\"",
        ),
        (
            "title: \"Warrant\",",
            "title: “Warrant”,",
            "3:12-13 S010 `“` is not a quote the file format knows | use straight double quotes: \"…\"",
        ),
        ("title: \"Warrant\",", "title: \"Warrant\";", "3:21-22 S010 values are separated by commas => ,"),
        (
            "title: \"Warrant\",",
            "title: \"War\\rant\\q\",",
            "3:21-23 S010 a backslash starts something unknown here | for a backslash itself write \\\\; known are \\n \\t \\\" \\u{…}",
        ),
        (
            "title: \"Warrant\",",
            "title: \"Warrant,",
            "3:12-21 S010 the quotes do not match up from here on | a quote is missing; one that belongs to the text is written \\\"",
        ),
        (
            "// A comment.",
            "/* A comment.",
            "2:5-7 S010 this comment is never closed | close it with */; a comment inside a comment needs its own",
        ),
        ("// A comment.", "# A comment.", "2:5-6 S010 a # does not belong here | a comment starts with //"),
        (
            "role: Office",
            "role: Court {level: 1}",
            "5:36-37 S010 after a name come round brackets ( ) | write ( in place of { and ) in place of }",
        ),
        ("[\"keep\", \"trust\"]),", "[\"keep\", \"trust\"],", "7:9-10 S010 a `)` is missing before this"),
        ("[\"keep\", \"trust\"])", "[\"keep\", \"trust\")", "6:59-60 S010 `)` stands where `]` is needed"),
        ("[\"keep\", \"trust\"]", "[\"keep\", \"trust\"]]", "6:60-61 S010 one `]` too many => "),
        ("limits: {\"a\": 1, \"b\": 2}", "limits: {\"a\": 1, \"b\": 2}}", "10:29-30 S010 this `}` closes nothing => "),
        ("    ],\n", "", "9:11-12 S010 a `]` is missing before this"),
    ];
    for (from, to, expected) in cases {
        let found = with(from, to);
        assert_eq!(found, [expected], "{to}");
    }
}

#[test]
fn a_missing_quote_is_one_finding_on_its_line() {
    let cases = [
        ("\"keep\", \"trust\"", "\"keep, \"trust\"", "6:44-52"),
        ("\"keep\", \"trust\"", "\"keep\", trust\"", "6:57-57"),
        ("\"keep\", \"trust\"", "\"keep\", tr-ust\"", "6:54-55"),
        ("\"Warrant\"", "the warrant.\"", "3:15-15"),
        ("\"Warrant\"", "\"the \"Warrant\"\"", "3:12-18"),
    ];
    for (from, to, place) in cases {
        let found = with(from, to);
        let what = "S010 the quotes do not match up from here on";
        assert!(found.len() == 1 && found[0].starts_with(&format!("{place} {what}")), "{to}: {found:?}");
    }
}

#[test]
fn a_missing_bracket_is_one_finding_on_its_line() {
    for (i, bracket) in GOOD.char_indices().filter(|(_, c)| "()[]{}".contains(*c)) {
        let text = format!("{}{}", &GOOD[..i], &GOOD[i + 1..]);
        let found = parse(&Source::new("a.ron", text.as_str())).diagnostics;
        let line = 1 + GOOD[..i].matches('\n').count();
        let told: Vec<_> = found.iter().map(super::line).collect();
        // A bracket at the end of the file is missed at its beginning.
        let near = found.iter().any(|d| {
            let labels = d.labels.iter().map(|label| label.span);
            d.span.into_iter().chain(labels).any(|s| d.source.position(s.start).line.abs_diff(line) <= 2)
        });
        assert!((1..=2).contains(&found.len()), "{bracket} at {line}: {told:#?}");
        assert!(near || line > 13, "{bracket} at {line}: {told:#?}");
    }
}

#[test]
fn not_the_format_at_all() {
    assert_eq!(check("").len(), 1);
    assert!(check(" // only this\n")[0].starts_with("S004 the file holds nothing but comments"));
    assert_eq!(check("()"), ["1:1-3 S021 the field `title` is missing | add `title: …`"]);
    for text in [
        "Dear all,\n\nplease find attached (see below) the 'case'.\n",
        "title: \"x\",\nseats: [],\n",
        "{\"title\": \"x\", \"seats\": []}",
        "<scenario><title>x</title></scenario>",
        "---\ntitle: x\n",
        "PK\u{3}\u{4}\u{14}\0\u{8}\0",
        ")",
        "}{",
        ",",
        ":",
        "(",
        "1 2",
        "\u{FEFF}()",
    ] {
        let found = check(text);
        assert_eq!(found.len(), 1, "{text}: {found:#?}");
    }
}

#[test]
fn nesting_is_limited_and_the_limit_is_usable() {
    for (open, close) in [("(", ")"), ("[", "]"), ("{", "}"), ("a(", ")"), ("Some(", ")"), ("{1:", "}")] {
        for text in [open.repeat(10_000), open.repeat(10_000) + &close.repeat(10_000)] {
            let found = check(&text);
            assert_eq!(found.len(), 1, "{found:?}");
            assert!(found[0].contains("S011 brackets are nested more than 64 deep here"), "{found:?}");
        }
    }
    // As deep as may be, in the greediest way, on a test's small stack.
    let text = "Not(".repeat(MAX_DEPTH) + "Always" + &")".repeat(MAX_DEPTH);
    assert_eq!(check_as::<When>(&text), [""; 0]);
    let text = "Either(a: ".repeat(MAX_DEPTH) + "Always" + &")".repeat(MAX_DEPTH);
    assert_eq!(check_as::<When>(&text), [""; 0]);
    let text = "Either(a: Some(".repeat(MAX_DEPTH / 2) + "Always" + &"))".repeat(MAX_DEPTH / 2);
    assert_eq!(check_as::<When>(&text), [""; 0]);
    let text = "(".repeat(10_000);
    let found = decode_large::<When>(&Source::new("a", text)).1;
    assert_eq!(found.len(), 1);
}

#[test]
fn findings_are_limited() {
    let text = format!("[{}]", "a ".repeat(10_000));
    let source = Source::new("a.ron", text);
    let (value, found) = decode::<Vec<Text>>(&source);
    assert!(value.is_none());
    assert_eq!(found.len(), MAX_FAULTS + 1);
    let note = found.last().unwrap();
    assert_eq!((note.code, note.severity), ("S019", Severity::Hint));
}

#[test]
fn large_garbage_is_refused_quickly() {
    const SIZE: usize = 4 * 1024 * 1024;
    let noise: String = {
        // A fixed sequence of the characters that mean something.
        let alphabet: Vec<char> = "()[]{}:,\"'\\/*#ra1 \n-.é“".chars().collect();
        let mut state = 1_u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            alphabet[usize::try_from(state >> 33).unwrap() % alphabet.len()]
        };
        (0..SIZE).map(|_| next()).collect()
    };
    let mut texts = vec![noise];
    for (before, piece, after) in [
        ("", "a", ""),
        ("", "a(", ""),
        ("[", "1,", "]"),
        ("[", "1 ", "]"),
        ("{", "1,", "}"),
        ("{", ".5:1,", "}"),
        ("(seats: [", "(id:1,),", "])"),
        ("(seats: [", "(()", "])"),
        ("", "\"", ""),
        ("[", "'\\", "]"),
        ("[", "\"\\x\",", "]"),
        ("[", "\"a\n\"x", "]"),
        ("", "/*", ""),
        ("", "/**/", ""),
        ("", "r#", ""),
        ("", "r#\"", ""),
        ("[", "]", ""),
        ("(", "\n)", ""),
        ("", "\n", "x"),
        ("", "\0", ""),
    ] {
        texts.push(format!("{before}{}{after}", piece.repeat(SIZE / piece.len() - 8)));
    }
    for text in texts {
        let start = std::time::Instant::now();
        let source = Source::new("a.ron", text);
        let (_, found) = decode::<File>(&source);
        let rendered = render_text(&found, Style::Plain);
        let took = start.elapsed();
        let head: String = source.text().chars().take(12).collect();
        assert!(found.len() <= MAX_FAULTS + 1);
        assert!(rendered.len() < 200_000, "{head:?} {}", rendered.len());
        // Measured at a tenth of a second or two; the bound leaves room for a busy machine.
        assert!(took.as_secs() < 10, "{head:?} took {took:?}");
    }
}
