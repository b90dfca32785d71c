//! One fault at a time: its code, its place, its words, its mending.

mod form;

use std::collections::BTreeMap;

use serde::Deserialize;

use super::*;
use crate::diagnostic::{Style, render_text};

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    title: Text,
    seats: Vec<Seat>,
    #[serde(default)]
    limits: BTreeMap<String, u8>,
    #[serde(default)]
    opens: Option<Opening>,
    #[serde(default)]
    public: bool,
    #[serde(default)]
    point: Option<(i32, i32)>,
    #[serde(default)]
    day: Option<Day>,
    #[serde(default)]
    when: Option<When>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Text(String);

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Seat {
    id: Text,
    role: Role,
    #[serde(default)]
    aims: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
enum Role {
    Office,
    Company,
    Other(Text),
    Court { level: u32 },
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
enum Opening {
    Warrant(Warrant),
    Letter,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Warrant {
    by: Text,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(try_from = "String")]
struct Day(String);

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        if text.len() == 10 { Ok(Self(text)) } else { Err("not a date such as 2013-12-04".into()) }
    }
}

/// Conditions nest like this.
#[derive(Clone, Debug, PartialEq, Deserialize)]
enum When {
    All(Vec<When>),
    Not(Box<When>),
    Either { a: Option<Box<When>>, b: Option<Box<When>> },
    Always,
}

const GOOD: &str = r#"(
    // A comment.
    title: "Warrant",
    seats: [
        (id: "office", role: Office),
        (id: "firm", role: Company, aims: ["keep", "trust"]),
        (id: "court", role: Court(level: 2)),
        (id: "public", role: Other("press")),
    ],
    limits: {"a": 1, "b": 2},
    opens: Warrant(by: "office"),
    point: (1, 2),
    when: All([Not(Always), Either(a: Always)]),
)
"#;

/// The findings as `line:col-end_col code message | help | suggestion`, the end's line if another.
fn check_as<T: DeserializeOwned>(text: &str) -> Vec<String> {
    let source = Source::new("a.ron", text);
    let (value, diagnostics) = decode::<T>(&source);
    assert_eq!(value.is_some(), diagnostics.is_empty());
    let rendered = render_text(&diagnostics, Style::Plain);
    for word in ["enum", "struct", "token", "variant", "deserialize"] {
        assert!(!rendered.contains(word), "says {word}:\n{rendered}");
    }
    diagnostics.iter().map(line).collect()
}

fn line(d: &Diagnostic) -> String {
    let place = d.span.map_or(String::new(), |span| {
        let (start, end) = (d.source.position(span.start), d.source.position(span.end));
        let end_line = if end.line == start.line { String::new() } else { format!("{}:", end.line) };
        format!("{}:{}-{end_line}{} ", start.line, start.col, end.col)
    });
    let help = d.help.as_deref().map_or(String::new(), |help| format!(" | {help}"));
    let suggestion = d.suggestion.as_deref().map_or(String::new(), |s| format!(" => {s}"));
    format!("{place}{} {}{help}{suggestion}", d.code, d.message)
}

fn check(text: &str) -> Vec<String> {
    check_as::<File>(text)
}

/// The findings in the good file with one thing replaced.
fn with(from: &str, to: &str) -> Vec<String> {
    assert_eq!(GOOD.matches(from).count(), 1, "{from} must stand there once");
    check(&GOOD.replace(from, to))
}

#[test]
fn a_good_file_has_no_findings_and_says_what_the_decoder_says() {
    assert_eq!(check(GOOD), [""; 0]);
    let source = Source::new("a.ron", GOOD);
    let decoded = decode_with_tree::<File>(&source);
    let tree = decoded.tree.unwrap();
    assert_eq!(decoded.value.unwrap().seats.len(), tree.get("seats").unwrap().items().len());
    assert_eq!(tree.find("seats[1].aims[0]").and_then(Node::as_text), Some("keep"));
    assert_eq!(decode_large::<File>(&source).1, []);
}

#[test]
fn unknown_fields() {
    assert_eq!(with("title:", "titel:"), ["3:5-10 S020 `titel` is not a known field | did you mean `title`? => title"]);
    assert_eq!(
        with("aims:", "goals:"),
        ["6:37-42 S020 `goals` is not a known field in `seats[1]` | known here and not given yet: aims"]
    );
    assert_eq!(
        with("(by:", "(from: \"x\", by:"),
        ["11:20-24 S020 `from` is not a known field in `opens` | all fields known here are given already"]
    );
}

#[test]
fn missing_fields() {
    assert_eq!(with("id: \"firm\", ", ""), ["6:9-49 S021 the field `id` is missing in `seats[1]` | add `id: …`"]);
    assert_eq!(with("    title: \"Warrant\",\n", ""), ["1:1-2 S021 the field `title` is missing | add `title: …`"]);
    assert_eq!(with("level: 2", ""), ["7:29-36 S021 the field `level` is missing in `seats[2].role` | add `level: …`"]);
    assert_eq!(
        with("level: 2", "levle: 2"),
        ["7:29-44 S021 the field `level` is missing in `seats[2].role` | is `levle` meant to be `level`?"]
    );
}

#[test]
fn wrong_kinds_of_value() {
    let cases = [
        ("\"Warrant\"", "Warrant", "3:12-19 S022 text in quotes is needed here, not a name without quotes => \"Warrant\""),
        ("\"Warrant\"", "7", "3:12-13 S022 text in quotes is needed here, not a number => \"7\""),
        ("\"Warrant\"", "[]", "3:12-14 S022 text in quotes is needed here, not a list in [ ] | for example `\"text\"`"),
        ("\"a\": 1", "\"a\": -1", "10:19-21 S022 this number is too large or too small here"),
        ("\"a\": 1", "\"a\": 256", "10:19-22 S022 this number is too large or too small here"),
        ("\"a\": 1", "\"a\": \"1\"", "10:19-22 S022 a whole number is needed here, not text in quotes => 1"),
        ("\"a\": 1", "\"a\": 1.5", "10:19-22 S022 this is not a whole number | for example `3`"),
        ("\"a\": 1", "a: 1", "10:14-15 S022 text in quotes is needed here, not a name without quotes => \"a\""),
        ("{\"a\": 1, \"b\": 2}", "[1]", "10:13-16 S022 keys and values in { } are needed here, not a list in [ ]"),
        ("[\"keep\", \"trust\"]", "\"keep\"", "6:43-49 S022 a list in [ ] is needed here, not text in quotes => [\"keep\"]"),
        (
            "[\"keep\", \"trust\"]",
            "(\"keep\", \"trust\")",
            "6:43-60 S022 a list in [ ] is needed here, not values in ( ) => [\"keep\", \"trust\"]",
        ),
        ("role: Office", "role: \"Office\"", "5:30-38 S022 a name without quotes is needed here => Office"),
        (
            "role: Office",
            "role: \"office\"",
            "5:30-38 S022 a name without quotes is needed here | such a name begins with a capital letter; where these words are an id, the name stands before it, as in `Stage(\"office\")`",
        ),
        ("role: Office", "role: Office(1)", "5:30-39 S022 `Office` stands alone here, without brackets => Office"),
        ("Other(\"press\")", "Other", "8:30-35 S022 `Other` needs its details in brackets | write `Other(…)`"),
        (
            "(by: \"office\")",
            "((by: \"office\"))",
            "11:20-34 S022 one pair of brackets too many after `Warrant` | write `Warrant(field: …)`",
        ),
        ("(id: \"office\", role: Office)", "7", "5:9-10 S022 a group in ( ) is needed here, not a number"),
        ("(id: \"office\", role: Office)", "[]", "5:9-11 S022 a group in ( ) is needed here, not a list"),
        (
            "(id: \"office\", role: Office)",
            "{\"id\": \"office\"}",
            "5:9-25 S022 round brackets are needed here, not curly ones | write ( in place of { and ) in place of }",
        ),
        (
            "(id: \"office\"",
            "Desk(id: \"office\"",
            "5:9-13 S022 `Desk` is not what belongs here | this is `Seat`; the name may also be left out => Seat",
        ),
        ("point: (1, 2)", "point: (1, 2, 3)", "12:19-20 S022 there is more here than belongs here"),
        ("point: (1, 2)", "point: (1)", "12:12-15 S022 2 values are needed here, not 1"),
        (
            "point: (1, 2)",
            "public: maybe",
            "12:13-18 S022 true or false is needed here, not a name without quotes | for example `true`",
        ),
        ("point: (1, 2)", "public: \"true\"", "12:13-19 S022 true or false is needed here, not text in quotes => true"),
        ("point: (1, 2)", "day: \"soon\"", "12:10-16 S022 not a date such as 2013-12-04"),
        ("point: (1, 2)", "day: 4", "12:10-11 S022 text in quotes is needed here, not a number => \"4\""),
    ];
    for (from, to, expected) in cases {
        assert_eq!(with(from, to), [expected], "{to}");
    }
}

#[test]
fn unknown_choices() {
    assert_eq!(
        with("role: Office", "role: Ofice"),
        ["5:30-35 S023 `Ofice` is not a choice here | did you mean `Office`? => Office"]
    );
    assert_eq!(
        with("role: Company", "role: Pirate"),
        ["6:28-34 S023 `Pirate` is not a choice here | choose one of: Office, Company, Other, Court"]
    );
    assert_eq!(
        with("Court(level", "Cuort(level"),
        ["7:29-34 S023 `Cuort` is not a choice here | did you mean `Court`? => Court"]
    );
}

#[test]
fn fields_given_twice() {
    let d = with("    limits:", "    title: \"Again\",\n    limits:");
    assert_eq!(d, ["10:5-10 S024 `title` is given twice | keep one of the two"]);
    let d = with("\"b\": 2", "\"a\": 2");
    assert_eq!(d, ["10:22-25 S024 `a` is given twice | keep one of the two"]);
}

#[test]
fn all_misfits_in_one_run() {
    let text = GOOD
        .replace("title:", "titel:")
        .replace("role: Office", "role: Ofice")
        .replace("id: \"firm\"", "id: firm")
        .replace("aims:", "aimz:")
        .replace("level: 2", "")
        .replace("Other(\"press\")", "Pirate")
        .replace("\"a\": 1", "\"a\": 300")
        .replace("\"b\": 2", "\"b\": no")
        .replace("(by: \"office\")", "(buy: \"office\")")
        .replace("point: (1, 2),", "point: (1, 2), point: (2, 3), public: 3,");
    let codes: Vec<_> = check(&text).iter().map(|l| l.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(
        codes,
        [
            "3:5-10 S020",
            "5:30-35 S023",
            "6:14-18 S022",
            "6:35-39 S020",
            "7:29-36 S021",
            "8:30-36 S023",
            "10:19-22 S022",
            "10:29-31 S022",
            "11:20-23 S020",
            "12:20-25 S024",
            "12:43-44 S022",
        ]
    );
}

#[test]
fn every_missing_field_of_a_group_is_named() {
    let missing = check("(seats: [(aims: [])])").join("\n");
    for field in ["`title` is missing", "`id` is missing in", "`role` is missing in"] {
        assert!(missing.contains(field), "{field}: {missing}");
    }
}

#[test]
fn a_date_without_quotes_is_known() {
    assert_eq!(with("point: (1, 2)", "day: 2013-12-04"), ["12:10-20 S010 a date stands in quotes => \"2013-12-04\""]);
}

#[test]
fn behind_a_fault_of_form_there_is_more() {
    let text = GOOD.replace("role: Office", "role: Ofice").replace("limits:", "limits");
    let codes: Vec<_> = check(&text).iter().map(|l| l.split(' ').nth(1).unwrap_or_default().to_owned()).collect();
    assert_eq!(codes, ["S023", "S010"]);
}
