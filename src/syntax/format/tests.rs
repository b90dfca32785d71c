//! What laying out keeps, and how it looks.

use super::*;
use crate::syntax::{Kind as Value, Node};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

fn laid_out(text: &str) -> String {
    format(&Source::new("test.ron", text)).unwrap_or_else(|faults| panic!("{text}\n{faults:?}"))
}

/// Comments in order, blanks aside.
fn comments(text: &str) -> Vec<String> {
    let mut pieces = Pieces(Lexer::new(text));
    let (mut out, mut end) = (Vec::new(), 0);
    loop {
        let piece = pieces.next();
        let gap = Gap::read(text, end, piece.span.start);
        out.extend(gap.comments.iter().map(|c| c.text.split_whitespace().collect::<Vec<_>>().join(" ")));
        end = piece.span.end;
        if piece.kind == Kind::End {
            return out;
        }
    }
}

/// A value without its places.
fn bare(node: &Node) -> String {
    let name = node.name().unwrap_or_default();
    match &node.kind {
        Value::Struct(it) => {
            let fields: Vec<String> = it.fields.iter().map(|f| format!("{}:{}", f.key.text, bare(&f.value))).collect();
            format!("{name}({})", fields.join(","))
        }
        Value::Tuple(it) => format!("{name}t({})", it.items.iter().map(bare).collect::<Vec<_>>().join(",")),
        Value::List(items) => format!("[{}]", items.iter().map(bare).collect::<Vec<_>>().join(",")),
        Value::Map(entries) => {
            let entries: Vec<String> = entries.iter().map(|e| format!("{}:{}", bare(&e.key), bare(&e.value))).collect();
            format!("{{{}}}", entries.join(","))
        }
        Value::Some(inner) => format!("some({})", bare(inner)),
        leaf => format!("{leaf:?}"),
    }
}

fn meaning(text: &str) -> String {
    bare(&parse(&Source::new("test.ron", text)).root.expect("a value"))
}

/// What holds for every text without faults.
fn holds_for(text: &str) {
    let once = laid_out(text);
    assert_eq!(meaning(&once), meaning(text), "same meaning\n{text}\n---\n{once}");
    assert_eq!(comments(&once), comments(text), "same comments\n{text}\n---\n{once}");
    let decoder = ron::from_str::<ron::Value>;
    assert_eq!(decoder(&once).ok(), decoder(text).ok(), "same for the decoder\n{text}\n---\n{once}");
    assert_eq!(laid_out(&once), once, "twice is once\n{text}");
    assert!(!once.contains("\n\n\n") || text.contains('"'), "no two empty lines\n{once}");
}

#[track_caller]
fn becomes(text: &str, expected: &str) {
    holds_for(text);
    assert_eq!(laid_out(text), expected);
}

#[test]
fn line_breaks_are_the_authors_all_else_is_not() {
    becomes(
        "Scenario( id:\"a\",\n\n\n      list : [1,2 ,3,], last: (1 , 2) )",
        "Scenario(\n  id: \"a\",\n\n  list: [1, 2, 3], last: (1, 2),\n)\n",
    );
    becomes("(a: [\n1], b: Foo(x: 1, y: [\n(1, 2), (3, 4)\n]))", "(a: [\n  1,\n], b: Foo(x: 1, y: [\n  (1, 2), (3, 4),\n]))\n");
    becomes("[ [ ],(),{ },[\n] ]", "[[], (), {}, []]\n");
    becomes("{ \"a\" : 1,\n\"b\":\n2 }", "{\n  \"a\": 1,\n  \"b\": 2,\n}\n");
    becomes("(a: 1\n, b: 2\n, c: 3)", "(\n  a: 1,\n  b: 2,\n  c: 3,\n)\n");
    becomes("(\r\n\ta: 1,\r\n\tb: 2)\r\n", "(\n  a: 1,\n  b: 2,\n)\n");
}

#[test]
fn comments_stay_where_they_are() {
    becomes(
        "// head\n\n\n\n/* more */ ( // open\na: 1 // one\n, // comma\n// own line\n\nb: 2 /* two */ // end\n// last\n) // after\n// tail",
        "// head\n\n/* more */ ( // open\n  a: 1, // one\n  // comma\n  // own line\n\n  b: 2 /* two */, // end\n  // last\n) // after\n// tail\n",
    );
    becomes("[ /* a */ 1 /* b */, /* c */ 2 /* d */ ]", "[/* a */ 1 /* b */, /* c */ 2 /* d */]\n");
    becomes("[/* a */]", "[/* a */]\n");
    becomes("[ // a\n]", "[ // a\n]\n");
    becomes("[1, 2, // a\n]", "[\n  1, 2, // a\n]\n");
    becomes("(a /* k */ : /* v */ Foo /* n */ (1))", "(a /* k */: /* v */ Foo /* n */(1))\n");
    becomes("(a: // why\n1, b: 2)", "(a: // why\n  1, b: 2)\n");
}

#[test]
fn a_comment_of_several_lines_moves_as_one() {
    becomes(
        "(\n      /*\n        a\n          b\n\n    c   \n      */\n      x: 1)",
        "(\n  /*\n    a\n      b\n\nc\n  */\n  x: 1,\n)\n",
    );
}

#[test]
fn a_comma_that_makes_a_tuple_is_kept() {
    becomes("[(1,), (1), A(2,), (1, 2,), (a: 1,)]", "[(1,), (1), A(2,), (1, 2), (a: 1)]\n");
    becomes("[(\n1\n), (\n1,\n), Some(\n2)]", "[(\n  1\n), (\n  1,\n), Some(\n  2\n)]\n");
}

#[test]
fn reading_instructions_stand_alone() {
    becomes("#![enable( implicit_some )] /* x */ (a: 1)", "#![enable( implicit_some )] /* x */\n(a: 1)\n");
    becomes(
        "// c\n#![enable(implicit_some)]\n#![enable(unwrap_newtypes)]\n\n1",
        "// c\n#![enable(implicit_some)]\n#![enable(unwrap_newtypes)]\n\n1\n",
    );
}

#[test]
fn text_over_several_lines_is_left_alone() {
    becomes("(a: \"x  \n   y\\\n   z\",   b: r#\"  \n \"\"#)", "(a: \"x  \n   y\\\n   z\", b: r#\"  \n \"\"#)\n");
}

#[test]
fn a_file_with_faults_is_not_touched() {
    for text in ["", "(a: 1", "(a 1)", "[1 2]", "(a: \"x)", "/* x", &"[".repeat(100_000)] {
        let faults = format(&Source::new("test.ron", text)).expect_err(text);
        assert!(!faults.is_empty());
    }
}

#[test]
fn a_long_line_takes_no_longer_than_its_length() {
    let hostile = format!("[{}]", "1/**/,/**/".repeat(200_000));
    let started = std::time::Instant::now();
    holds_for_size(&hostile);
    holds_for_size(&format!("[{}]", "1,\n\n/* /* */ */".repeat(100_000)));
    assert!(started.elapsed().as_secs() < 30, "{:?}", started.elapsed());
}

fn holds_for_size(text: &str) {
    let once = laid_out(text);
    assert!(once.len() <= 3 * text.len());
}

/// White space and comments.
fn gap() -> impl Strategy<Value = String> + Clone {
    let bits = prop::sample::select(vec![
        "",
        "",
        "",
        " ",
        "\n",
        "\n\n\n",
        "  ",
        "\t",
        "\r\n",
        "// line\n",
        "  // two  \n",
        "/* a */",
        "/* b\n   c */",
        "\n  /* d\n e /* f */ */\n",
        "/**/",
        "// (\n",
    ]);
    prop::collection::vec(bits, 0..3).prop_map(|bits| bits.concat())
}

/// A value with gaps everywhere.
fn value() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "1",
        "-2.5",
        "true",
        "None",
        "Office",
        "'c'",
        "\"a // b\"",
        "r#\"/* \"\"#",
        "\"x\n  y\"",
        "()",
        "[]",
        "b\"q\"",
    ]);
    let leaf = leaf.prop_map(str::to_owned);
    leaf.prop_recursive(5, 40, 4, |inner| {
        let spaced = (gap(), inner, gap()).prop_map(|(a, v, b)| format!("{a}{v}{b}"));
        let items = prop::collection::vec(spaced.clone(), 1..4);
        let fields = prop::collection::vec((gap(), gap(), spaced.clone()), 1..4).prop_map(|fields| {
            let fields = fields.into_iter().enumerate().map(|(i, (a, b, v))| format!("{a}f{i}{b}:{v}"));
            fields.collect::<Vec<_>>()
        });
        let name = prop::sample::select(vec!["", "", "Name"]);
        let tail = (any::<bool>(), gap()).prop_map(|(comma, gap)| if comma { format!(",{gap}") } else { String::new() });
        prop_oneof![
            (items.clone(), tail.clone()).prop_map(|(v, t)| format!("[{}{t}]", v.join(","))),
            (name.clone(), gap(), items.clone(), tail.clone()).prop_map(|(n, g, v, t)| format!("{n}{g}({}{t})", v.join(","))),
            (name, gap(), fields, tail.clone()).prop_map(|(n, g, v, t)| format!("{n}{g}({}{t})", v.join(","))),
            (items, tail).prop_map(|(v, t)| {
                let entries: Vec<String> = v.iter().enumerate().map(|(i, v)| format!("\"k{i}\":{v}")).collect();
                format!("{{{}{t}}}", entries.join(","))
            }),
            spaced.prop_map(|v| format!("Some({v})")),
        ]
    })
}

proptest! {
    #![proptest_config(Config { cases: 1_000, failure_persistence: None, rng_seed: RngSeed::Fixed(7), ..Config::default() })]

    #[test]
    fn generated_files_keep_meaning_and_comments(before in gap(), value in value(), after in gap()) {
        holds_for(&format!("{before}{value}{after}"));
    }

    #[test]
    fn any_text_is_laid_out_or_refused(text in r#"[(){}\[\]:,"'\\/*#r aN1.é\n-]{0,60}"#) {
        if format(&Source::new("test.ron", text.as_str())).is_ok() {
            holds_for(&text);
        }
    }
}
