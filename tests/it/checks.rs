//! The manual and the checks, each held against the other: every code has a page, every wrong example is found, every right one
//! is clean of it.

use crate::cli::{Folder, bad, good, run, told};
use comity::diagnostic::manual::{self, Page};
use comity::diagnostic::{Severity, Source};
use comity::syntax::parse;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

fn shipped(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// Codes as they stand in the source, in quotes.
fn codes_in(dir: &Path, into: &mut BTreeSet<String>) {
    for path in std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()) {
        if path.is_dir() {
            codes_in(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            for quoted in text.split('"').filter(|w| w.len() == 4 && w.starts_with(['S', 'L', 'C', 'A', 'T', 'P'])) {
                if quoted[1..].bytes().all(|b| b.is_ascii_digit()) {
                    into.insert(quoted.to_owned());
                }
            }
        }
    }
}

#[test]
fn every_code_has_a_page_and_every_page_a_code() {
    let mut used = BTreeSet::new();
    codes_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut used);
    let pages: BTreeSet<String> = manual::pages().iter().map(|p| p.code.to_owned()).collect();
    assert!(used.len() > 50);
    assert_eq!(used, pages);
}

/// What stands under a heading of a page: the kind of the example, and the example.
fn example(page: &Page, heading: &str) -> (String, String) {
    let (_, rest) = page.body.split_once(&format!("**{heading}**\n\n```")).expect(heading);
    let (kind, rest) = rest.split_once('\n').unwrap();
    (kind.to_owned(), rest.split("\n```").next().unwrap().to_owned())
}

/// A file that ships with the fields of an example in place of its own.
fn with_fields(base: &str, fields: &str) -> String {
    let example = Source::new("example", format!("({fields}\n)"));
    let tree = parse(&Source::new("base", base)).root.unwrap();
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    for field in parse(&example).root.unwrap().fields() {
        if let Some(own) = tree.field(&field.key.text) {
            let end = own.value.span.end;
            let comma = base[end..].find(',').map_or(end, |i| end + i + 1);
            cuts.push((own.key.span.start, comma));
        }
    }
    cuts.sort_unstable();
    cuts.dedup();
    let mut out = String::new();
    let open = base.find("(\n").unwrap() + 2;
    let mut at = open;
    for (from, to) in cuts {
        out.push_str(&base[at..from]);
        at = to;
    }
    out.push_str(&base[at..]);
    format!("{}{fields}\n{out}", &base[..open])
}

#[test]
fn what_would_lead_out_of_bounds_is_no_scenario() {
    let folder = Folder::new("bounds");
    let text = shipped("scenarios/two-harbours.ron");
    for (from, to, code) in [
        ("id: \"two-harbours\"", "id: \"../../two-harbours\"", "S030"),
        ("id: \"two-harbours\"", "id: \"a\\u{1b}b\"", "S030"),
        ("title: \"The list has been demanded\"", "title: \"The list has been demanded\", min: 2", "S033"),
        ("title: \"The list has been demanded\"", "title: \"The list has been demanded\", max: 30000", "S033"),
    ] {
        assert!(text.contains(from), "{from}");
        let said = bad(1, &["check", &folder.file("a.ron", text.replacen(from, to, 1))]);
        assert!(said.contains(code), "{to}: {said}");
    }
}

/// Saved matches fit the rules they were played by: what changes how a match goes changes the hash, and words do not.
#[test]
fn the_hash_is_of_the_rules() {
    let folder = Folder::new("hash");
    let text = shipped("scenarios/two-harbours.ron");
    let hash = |text: &str| comity::scenario::open(&folder.file("a.ron", text)).unwrap().scenario.hash.clone();
    let before = hash(&text);
    for (from, to, same) in [
        ("title: \"Two Harbours\"", "title: \"Three Harbours\"", true),
        ("brief: 3, decisions: 10, debrief: 5, exit: 2", "brief: 4, decisions: 9, debrief: 5, exit: 2", true),
        ("country: 0, at: (12.0, 56.0)", "country: 0, at: (13.0, 56.0)", true),
        ("minutes: 20, brief: 3", "minutes: 20, cards: [(\"ferry\", \"trader\")], brief: 3", false),
        ("minutes: 20, brief: 3", "minutes: 20, rounds: [1, 2], brief: 3", false),
        ("order: \"vessia\", country: 0", "order: \"orlen\", country: 0", false),
    ] {
        assert!(text.contains(from), "{from}");
        assert_eq!(hash(&text.replacen(from, to, 1)) == before, same, "{to}");
    }
}

#[test]
fn the_wrong_examples_are_found_and_the_right_ones_are_not() {
    let folder = Folder::new("manual");
    // Its own tests would speak of what an example takes out.
    let scenario = with_fields(&shipped("scenarios/two-harbours.ron"), "tests: [],");
    let pack = shipped("assets/law/orlen.ron");
    good(&["translate", &folder.file("two-harbours.ron", &scenario), "de"]);
    let begun = std::fs::read_to_string(folder.0.join("two-harbours.de.ron")).unwrap();
    let mut looked_at = 0;
    for page in manual::pages() {
        for (heading, wrong) in [("Wrong", true), ("Right", false)] {
            let (kind, text) = example(&page, heading);
            let text = match kind.as_str() {
                "ron" | "ron test" => with_fields(&scenario, &text),
                "ron translation" => with_fields(&begun, &text),
                "ron translation complete" => begun.replace("says: \"\"", "says: \"…\""),
                "ron pack" => with_fields(&pack, &text),
                "ron file" => text,
                _ => continue,
            };
            looked_at += 1;
            // A translation has its name from what it is of.
            let own = format!("{}-{heading}.ron", page.code);
            let file = folder.file(if kind.contains("translation") { "two-harbours.de.ron" } else { &own }, &text);
            let command = if kind == "ron test" { "test" } else { "check" };
            let output = run(&[command, &file, "--format", "json"]);
            let found: Value = serde_json::from_str(&told(&output).0).unwrap();
            let all: Vec<&Value> = found.as_array().unwrap().iter().collect();
            let own: Vec<&&Value> = all.iter().filter(|d| d["code"] == page.code).collect();
            assert_eq!(!own.is_empty(), wrong, "{} {heading}: {found:#}", page.code);
            if wrong {
                assert!(own.iter().all(|d| d["severity"] == page.severity.as_str()), "{}: {found:#}", page.code);
                assert!(own.iter().any(|d| d["line"].is_u64()), "{}: {found:#}", page.code);
            } else if kind != "ron file" {
                let errors: Vec<&&Value> = all.iter().filter(|d| d["severity"] == "error").collect();
                assert!(errors.is_empty(), "{} {heading}: {errors:#?}", page.code);
            }
        }
    }
    assert!(looked_at > 90, "{looked_at}");
}

#[test]
fn every_page_is_printed_and_a_mistyped_code_is_guessed() {
    let list = good(&["explain"]);
    for page in manual::pages() {
        assert!(list.contains(&format!("{}  {:<7}  {}", page.code, page.severity.as_str(), page.title)), "{list}");
    }
    let page = good(&["explain", "l103"]);
    assert!(page.starts_with("L103 (warning): ") && page.contains("// allow L103: the reason"), "{page}");
    assert!(good(&["explain", "S020"]).contains("never allowed"));
    assert!(bad(2, &["explain", "L13O"]).contains("did you mean `L130`?"));
}

#[test]
fn findings_go_where_they_are_read() {
    let folder = Folder::new("where");
    let text = with_fields(
        &shipped("scenarios/two-harbours.ron"),
        "bundles: [(id: \"burn\", effects: []), (id: \"give\", effects: [Close(\"given\")])],",
    );
    let file = folder.file("a.ron", &text);
    let remark = good(&["check", &file, "--format", "github"]);
    assert!(remark.starts_with("::warning file=") && remark.contains("title=L111::"), "{remark}");
    let json: Value = serde_json::from_str(&good(&["check", &file, "--format", "json"])).unwrap();
    assert_eq!(json[0]["severity"], Severity::Warning.as_str());
    bad(1, &["check", &file, "--deny", "warnings"]);
    let allowed = folder.file("b.ron", text.replace("(id: \"burn\"", "// allow L111: kept for later\n(id: \"burn\""));
    assert_eq!(good(&["check", &allowed, "--format", "json"]), "[]\n");
}

#[test]
fn the_tests_of_shipped_scenarios_hold() {
    let mut all = 0;
    for slug in comity::scenario::catalog::scenarios() {
        all += comity::scenario::open(slug).unwrap().scenario.tests.len();
        good(&["test", slug]);
    }
    assert!(all >= 6, "{all}");
}

#[test]
fn a_test_that_does_not_hold_says_what_was_found_and_where() {
    let folder = Folder::new("test");
    let tests = "tests: [\n  (name: \"The ferry pays\", choose: [(\"reply\", \"give\")], expect: [AtLeast(\"fines\", 9)]),\n],";
    let file = folder.file("a.ron", with_fields(&shipped("scenarios/two-harbours.ron"), tests));
    let said = bad(1, &["test", &file]);
    assert!(said.contains("error[T001]") && said.contains("a.ron:4:") && said.contains("got: "), "{said}");
    let typo = folder.file("b.ron", with_fields(&shipped("scenarios/two-harbours.ron"), &tests.replace("\"give\"", "\"giv\"")));
    assert!(bad(1, &["check", &typo]).contains("did you mean `give`?"));
}

#[test]
fn tests_and_allowances_leave_a_match_what_it_was() {
    let text = shipped("scenarios/two-harbours.ron");
    let hash = |text: &str| {
        let loaded = comity::scenario::load(&Source::new("a.ron", text), None).unwrap();
        loaded.scenario.hash.clone()
    };
    let without = with_fields(&text, "tests: [],");
    assert_ne!(text, without);
    assert_eq!(hash(&text), hash(&without));
    assert_ne!(hash(&text), hash(&text.replacen("(\"search\", 4)", "(\"search\", 3)", 1)), "a rule is something else");
}

#[test]
fn faults_of_form_and_of_names_are_told_in_one_run() {
    let text = shipped("scenarios/town-books.ron");
    let broken = text
        .replace("  start: \"2031-05-05\",\n", "")
        .replace("fictional: true, title: \"The town's books\",", "fictional: true,")
        .replace("seat: \"holder\", start: 5)", "seat: \"holdr\", start: 5)")
        .replace("start: -1, compel", "start: -1 compel")
        .replace("marks: [AtLeast(\"inquiry\", 5)]", "marks: [AtLest(\"inqiry\", 5)]")
        .replace("case: \"main\", court: \"first-court\"", "case: \"mian\", court: \"first-court\"");
    let folder = Folder::new("one-run");
    let said: Value = serde_json::from_str(&bad(1, &["check", &folder.file("a.ron", broken), "--format", "json"])).unwrap();
    let found: Vec<String> = said
        .as_array()
        .unwrap()
        .iter()
        .map(|d| format!("{} {}", d["code"].as_str().unwrap(), d["message"].as_str().unwrap()))
        .collect();
    let expected = [
        "S021 the field `start` is missing",
        "S021 the field `title` is missing",
        "S032 there is no seat `holdr`",
        "S010 a comma is missing here",
        "S023 `AtLest` is not a choice here",
        "S032 there is no meter, counter, question or flag `inqiry`",
        "S032 there is no case `mian`",
    ];
    assert_eq!(found, expected);
    // A name that is not known because its definition has a fault of its own is no second fault.
    let one = text.replace(
        "(id: \"inquiry\", title: \"The inquiry\", seat: \"asker\", start: 1)",
        "(id: \"inquiry\", title: 5, seat: \"asker\", start: 1)",
    );
    assert_ne!(one, text);
    let said: Value = serde_json::from_str(&bad(1, &["check", &folder.file("b.ron", one), "--format", "json"])).unwrap();
    assert_eq!(said.as_array().unwrap().len(), 1, "{said}");
    // Nor is one whose definition has lost its id: nobody knows what it was.
    let nameless = text.replace("(id: \"inquiry\", title", "(title");
    let said: Value = serde_json::from_str(&bad(1, &["check", &folder.file("c.ron", nameless), "--format", "json"])).unwrap();
    let codes: Vec<&str> = said.as_array().unwrap().iter().map(|d| d["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["S021"], "{said}");
}

#[test]
fn what_a_test_that_fails_was_played_like_is_printed_and_packing_says_so() {
    let folder = Folder::new("failing");
    let tests = "tests: [(name: \"Never\", choose: [(\"reply\", \"give\")], expect: [Ended([\"kept\"])])],";
    let file = folder.file("a.ron", with_fields(&shipped("scenarios/town-books.ron"), tests));
    let said = bad(1, &["test", &file]);
    assert!(said.contains("the match ended on") && said.contains("--log"), "{said}");
    assert!(!said.contains("== Round 1"), "{said}");
    assert!(bad(1, &["test", &file, "--log"]).contains("== Round 1"));
    let packed = folder.file("b.comity", "");
    assert!(bad(1, &["pack", &file, "-o", &packed]).contains("--force"));
    let out = run(&["pack", &file, "-o", &packed, "--force"]);
    assert!(out.status.success() && String::from_utf8_lossy(&out.stderr).contains("One of its tests does not hold"), "{out:?}");
    assert!(good(&["check", &packed]).contains("no problems"));
}

#[test]
fn a_folder_is_laid_out_file_by_file() {
    let folder = Folder::new("fmt-folder");
    let text = shipped("scenarios/town-books.ron");
    folder.file("good.ron", &text);
    let loose = folder.file("loose.ron", text.replace("rounds: [", "rounds:    ["));
    let inside = std::path::Path::new(&loose).parent().unwrap().to_str().unwrap();
    let said = bad(1, &["fmt", "--check", inside]);
    assert!(said.contains("loose.ron") && !said.contains("good.ron"), "{said}");
    good(&["fmt", inside]);
    assert_eq!(std::fs::read_to_string(&loose).unwrap(), text);
}
