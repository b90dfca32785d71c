//! `comity precedent` and `comity argue` on material of one's own, by running the binary: shapes of the answers, exit codes,
//! and bad input of every kind.

use crate::cli::{self, Folder, told};
use serde_json::{Value, json};

fn run(args: &[&str]) -> (i32, String, String) {
    let output = cli::run(args);
    let (out, err) = told(&output);
    (output.status.code().expect("no signal"), out, err)
}

fn answer(args: &[&str]) -> Value {
    let (code, out, err) = run(args);
    assert_eq!((code, err.as_str()), (0, ""), "{args:?}");
    serde_json::from_str(&out).unwrap_or_else(|e| panic!("{e}: {out}"))
}

/// Refused with exit code 1, the place and no panic.
fn refused(args: &[&str], says: &str) {
    let (code, out, err) = run(args);
    assert_eq!((code, out.as_str()), (1, ""), "{args:?}: {err}");
    assert!(err.contains(says), "{args:?} does not say `{says}`: {err}");
    assert!(!err.contains("panicked"), "{err}");
}

const BASE: &str = r#"CaseBase(
  factors: [Factor(id: "F1", side: Resist, text: "one"), Factor(id: "F2", side: Compel), Factor(id: "F3", side: Compel)],
  courts: [Court(id: "k", reviewed_by: ["k2"]), Court(id: "k2")],
  cases: [
    Case(id: "c1", question: "q", court: "k2", decided_on: "2014-04-25", facts: ["F1", "F2"], reason: ["F1"], side: Resist, status: [("2018-04-17", Vacated)]),
    Case(id: "c2", question: "q", court: "k", decided_on: "2013-01-01", facts: ["F1", "F2"], side: Compel),
  ],
)"#;

#[test]
fn answers_have_the_shapes_that_are_documented() {
    let folder = Folder::new("shapes");
    let base = &folder.file("base.ron", BASE);
    let ask = |what: &str, more: &[&str]| {
        let mut args = vec!["precedent", what, base.as_str(), "--format", "json"];
        args.extend_from_slice(more);
        answer(&args)
    };
    assert_eq!(ask("conflicts", &[]), json!({"consistent": false, "count": 1, "pairs": [["c2", "c1"]]}));
    assert_eq!(ask("conflicts", &["--count-only"]), json!({"consistent": false, "count": 1}));
    assert_eq!(ask("conflicts", &["--on", "2019-01-01"]), json!({"consistent": true, "count": 0, "pairs": []}));
    let facts = ["--facts", "F1,F2,F3", "--court", "k"];
    let on = |day| [&facts[..], &["--on", day]].concat();
    let forced = json!({"outcome": "forced", "side": "Resist", "mode": "vertical", "holdings": ["c1"]});
    assert_eq!(ask("decide", &on("2017-01-01")), forced);
    // Without a day the last status counts: the vacated holding is gone, the court's own remains.
    let own = json!({"outcome": "forced", "side": "Compel", "mode": "horizontal", "holdings": ["c2"]});
    assert_eq!(ask("decide", &facts), own);
    let free = json!({"outcome": "free", "side": null, "mode": null, "holdings": []});
    assert_eq!(ask("decide", &["--facts", "F1", "--court", "k"]), free);
    let why = ask("why", &on("2017-01-01"));
    assert_eq!(why["why"][0]["holding"], "c1");
    assert_eq!(why["why"][0]["new_opposition"], json!(["F3"]));
    assert!(why["why"][0]["sentence"].as_str().unwrap().ends_with("does not stop a holding from above."));
    let escape = ask("escape", &on("2017-01-01"));
    assert_eq!(escape["escape"]["drop"], json!(["F1"]));
    assert_eq!(escape["escape"]["after"]["outcome"], "forced");
    let left = ask("leave-one-out", &["--on", "2017-01-01"]);
    assert_eq!(left["cases"][1], json!({"id": "c2", "side": "Compel", "outcome": "forced", "forced_side": "Resist"}));
    assert_eq!(
        (&left["forced_right"], &left["forced_wrong"], &left["free"], &left["conflict"]),
        (&json!(0), &json!(1), &json!(1), &json!(0))
    );
}

#[test]
fn what_is_asked_wrongly_is_told_with_a_likely_word() {
    let folder = Folder::new("asked");
    let base = &folder.file("base.ron", BASE);
    let decide = |more: &[&str]| {
        let mut args = vec!["precedent", "decide", base.as_str()];
        args.extend_from_slice(more);
        run(&args)
    };
    let (code, _, err) = decide(&["--facts", "F9", "--court", "k"]);
    assert_eq!(code, 1);
    assert!(err.contains("There is no factor “F9”"), "{err}");
    let (code, _, err) = decide(&["--facts", "F1"]);
    assert_eq!(code, 2, "several courts and none named");
    assert!(err.contains("--court") && err.contains("k and k2"), "{err}");
    let (code, _, _) = decide(&["--facts", "F1", "--court", "k", "--on", "2014-02-30"]);
    assert_eq!(code, 2);
}

#[test]
fn a_bad_case_base_is_refused_with_its_place() {
    let folder = Folder::new("bad-base");
    let bad = |name: &str, content: &[u8], says: &str| {
        let path = folder.file(name, content);
        refused(&["precedent", "conflicts", &path], says);
    };
    bad("garbage.ron", b"hello there", "garbage.ron:1:7");
    bad("empty.ron", b"", "the file is empty");
    bad("binary.ron", b"CaseBase(\xff\xfe)", "UTF-8");
    bad("cut.ron", b"CaseBase(factors: [Factor(id: \"a\", side: Compel)", "cut.ron:1");
    bad(
        "sides.ron",
        br#"CaseBase(factors: [Factor(id: "F", side: Resist), Factor(id: "F", side: Compel)])"#,
        "two factors called `F`",
    );
    bad(
        "circle.ron",
        br#"CaseBase(courts: [Court(id: "a", reviewed_by: ["b"]), Court(id: "b", bound_by: ["a"])])"#,
        "above itself",
    );
    bad("field.ron", br#"CaseBase(factors: [Factor(id: "F", sides: Resist)])"#, "sides");
    bad(
        "deep.ron",
        "CaseBase(cases: "
            .to_owned()
            .as_bytes()
            .iter()
            .copied()
            .chain(std::iter::repeat_n(b'[', 200_000))
            .collect::<Vec<_>>()
            .as_slice(),
        "deep.ron",
    );
    refused(&["precedent", "conflicts", &folder.0.display().to_string()], "folder");
    refused(&["precedent", "conflicts", &folder.0.join("none.ron").display().to_string()], "there is no such file");
    let lines = folder.file("lines.ron", "\n".repeat(10_000_000));
    refused(&["precedent", "conflicts", &lines], "empty");
}

#[test]
fn names_cannot_act_on_a_terminal() {
    let folder = Folder::new("names");
    let base = folder.file("base.ron", "CaseBase(factors: [Factor(id: \"F\\u{1b}[2J\", side: Compel)], cases: [Case(id: \"c\\u{1b}[2J\", facts: [\"F\\u{1b}[2J\"], side: Compel)])");
    let (code, out, _) = run(&["precedent", "leave-one-out", &base]);
    assert_eq!(code, 0);
    assert!(!out.contains('\u{1b}'), "{out:?}");
    let tgf = folder.file("f.tgf", "a\u{1b}[2J\n#\n");
    let (code, out, _) = run(&["argue", &tgf]);
    assert_eq!(code, 0);
    assert!(!out.contains('\u{1b}'), "{out:?}");
}

/// One settled chain, one pair of mutual attack, one that attacks itself.
const APX: &str = "arg(z). arg(y). arg(x). att(z,y). att(y,x). arg(p). arg(q). att(p,q). att(q,p). arg(s). att(s,s). att(p,s).";

#[test]
fn arguments_are_named_in_the_order_of_the_file() {
    let folder = Folder::new("argue");
    let apx = &folder.file("f.apx", APX);
    let ask = |semantics: &str| answer(&["argue", apx, "--semantics", semantics, "--format", "json"]);
    assert_eq!(ask("grounded"), json!({"in": ["z", "x"], "out": ["y"], "undecided": ["p", "q", "s"]}));
    assert_eq!(ask("preferred"), json!({"extensions": [["z", "x", "p"], ["z", "x", "q"]]}));
    assert_eq!(ask("stable"), json!({"extensions": [["z", "x", "p"]]}));
    assert_eq!(ask("complete")["extensions"].as_array().unwrap().len(), 3);
    let af = folder.file("f.af", "p af 2\n1 2\n");
    assert_eq!(answer(&["argue", &af, "--format", "json"]), json!({"in": ["1"], "out": ["2"], "undecided": []}));
    let (code, out, _) = run(&["argue", apx]);
    assert_eq!(code, 0);
    assert!(out.contains("y is out: attacked by z, which is in"), "{out}");
}

#[test]
fn a_bad_framework_is_refused_with_its_place() {
    let folder = Folder::new("bad-framework");
    let bad = |name: &str, content: &[u8], says: &str| {
        let path = folder.file(name, content);
        refused(&["argue", &path], says);
    };
    bad("a.tgf", b"a\n#\na b\n", "a.tgf:3:3");
    bad("b.apx", b"arg(a)\n", "b.apx:1:1");
    bad("c.af", b"1 2\n", "p af N");
    bad("d.af", b"p af 1000000000000\n", "more than");
    bad("e.apx", b"\xff\xfe\x00", "UTF-8");
    bad("f.txt", b"a", ".tgf, .apx or .af");
    let pairs: Vec<String> = (0..33).map(|i| format!("arg(a{i}). arg(b{i}). att(a{i},b{i}). att(b{i},a{i}).\n")).collect();
    let path = folder.file("many.apx", pairs.concat());
    refused(&["argue", &path, "--semantics", "stable"], "too many extensions");
    let lines = folder.file("lines.tgf", "\n".repeat(10_000_000));
    assert_eq!(answer(&["argue", &lines, "--format", "json"]), json!({"in": [], "out": [], "undecided": []}));
}
