//! Many matches: what they come to, what they never do, two versions side by side, and beginning in the middle.

use crate::cli::{Folder, bad, good, run, told};
use comity::scenario;
use comity::sim::{Batch, Coverage, Kind, Seats, Summary, against};
use serde_json::Value;
use std::path::Path;

fn fictional() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/two-harbours.ron")).unwrap()
}

fn with(from: &str, to: &str) -> String {
    let text = fictional();
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

fn covered(slug: &str, bots: &str, games: u64) -> (Summary, Coverage) {
    let s = scenario::open(slug).unwrap().scenario;
    let seats = Seats::parse(&s, bots).unwrap();
    Batch { scenario: &s, seats: &seats, games, seed: 1 }.run_covered(|| {})
}

#[test]
fn a_systematic_player_takes_every_option_that_can_be_reached() {
    for slug in ["two-harbours", "three-shores", "first-warrant"] {
        let (_, coverage) = covered(slug, "systematic", 1_000);
        let missed: Vec<&str> = coverage.unreached().filter(|t| t.kind == Kind::Option).map(|t| t.id.as_str()).collect();
        assert!(missed.is_empty(), "{slug}: {missed:?}");
        let taken = |t: &comity::sim::Thing| t.visits >= t.matches && (t.matches > 0) == (t.visits > 0) && t.matches <= 1_000;
        assert!(coverage.things.iter().all(taken), "{slug}");
    }
}

#[test]
fn a_systematic_player_reaches_more_of_the_flagship_than_chance_on_any_number_of_threads() {
    let s = scenario::open("microsoft-ireland").unwrap().scenario;
    let missed = |c: &Coverage| c.unreached().filter(|t| t.kind == Kind::Option).count();
    let seats = Seats::parse(&s, "systematic").unwrap();
    let batch = Batch { scenario: &s, seats: &seats, games: 600, seed: 1 };
    let on = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| batch.run_covered(|| {}));
    let (one, two) = (on(1), on(2));
    assert_eq!(one.0.digest, two.0.digest);
    assert_eq!(one.1, two.1);
    assert_eq!(one.0.digest, batch.run(|| {}).digest, "counting what was reached changes nothing");
    let (_, chance) = covered("microsoft-ireland", "random", 600);
    assert!(missed(&one.1) < missed(&chance), "{} of {}", missed(&one.1), missed(&chance));
}

#[test]
fn what_cannot_be_is_told_from_what_was_not() {
    let folder = Folder::new("coverage");
    let text = with(
        "(id: \"contest\", title: \"Go to court\"",
        "(id: \"flee\", rounds: (9, 9), title: \"Sail away\"), (id: \"contest\", title: \"Go to court\"",
    );
    let file = folder.file("a.ron", text);
    assert!(good(&["check", &file]).contains("L123"), "the checker says so too");
    let asked = with(
        "title: \"Two Harbours\"",
        "debrief: (follow_ups: [(when: Is(\"demanded\", 5), question: \"Never?\")]), title: \"Two Harbours\"",
    );
    let asked = good(&["check", &folder.file("asked.ron", asked)]);
    assert!(asked.contains("L123") && asked.contains("never asked"), "{asked}");
    let json: Value =
        serde_json::from_str(&good(&["simulate", &file, "--games", "40", "--coverage", "--format", "json"])).unwrap();
    let list =
        |key: &str| json["coverage"][key].as_array().unwrap().iter().map(|v| v.as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(list("impossible"), ["option:reply/flee"]);
    let unreached = list("unreached");
    assert!(!unreached.contains(&"option:reply/flee".to_owned()) && !unreached.is_empty(), "{unreached:?}");
    let stage = &json["coverage"]["visits"]["stage"]["demand"];
    assert_eq!((stage["matches"].as_u64(), stage["state"].as_str()), (Some(40), Some("reached")));
    let table = good(&["simulate", &file, "--games", "40", "--coverage"]);
    assert!(table.contains("No match can come to these (proven):") && table.contains("reply/flee"), "{table}");
    let page = folder.0.join("c.html");
    good(&["simulate", &file, "--games", "40", "--coverage", page.to_str().unwrap()]);
    let page = std::fs::read_to_string(page).unwrap();
    assert!(
        page.starts_with("<!DOCTYPE html>") && page.contains("<code>reply/flee</code>") && !page.contains("coverage-"),
        "{page}"
    );
    bad(2, &["simulate", &file, "--coverage", "c.txt"]);
}

#[test]
fn two_versions_differ_in_what_was_changed_and_in_nothing_else() {
    let s = scenario::open("two-harbours").unwrap().scenario;
    let seats = Seats::parse(&s, "random").unwrap();
    let batch = Batch { scenario: &s, seats: &seats, games: 300, seed: 1 };
    let alike = against(&batch, &s, || {});
    assert_eq!(alike.same, 300);
    assert!(alike.measures.iter().all(|m| !m.beyond_noise() && (m.new - m.old).abs() < 1e-12), "{alike:?}");
    let folder = Folder::new("against");
    let changed = with(
        "(id: \"respect\", title: \"Respect for the court\", seat: \"judge\", start: 5)",
        "(id: \"respect\", title: \"Respect for the court\", seat: \"judge\", start: 4)",
    );
    let old = folder.file("old.ron", changed);
    let call = ["simulate", "two-harbours", "--games", "300", "--bots", "random", "--against", &old];
    let json: Value = serde_json::from_str(&good(&[&call[..], &["--format", "json"]].concat())).unwrap();
    let moved = |section: &str, id: &str| {
        let all = json["measures"].as_array().unwrap();
        all.iter().find(|m| m["section"] == section && m["id"] == id).unwrap()["moved"].as_bool().unwrap()
    };
    assert!(moved("meter", "respect") && moved("aim", "judge/respect"), "{json:#}");
    assert!(!moved("meter", "search") && !moved("ending", "given"), "{json:#}");
    assert!(good(&call).contains("respect"));
}

#[test]
fn a_summary_has_intervals_quantiles_and_outliers_that_can_be_looked_at() {
    let json = |more: &[&str]| -> Value {
        let all = [&["simulate", "two-harbours", "--bots", "random", "--format", "json"], more].concat();
        serde_json::from_str(&good(&all)).unwrap()
    };
    let many = json(&["--games", "200"]);
    let share = &many["ending_shares"]["given"];
    assert!(share["lo"].as_f64() < share["share"].as_f64() && share["share"].as_f64() < share["hi"].as_f64(), "{share}");
    let search = &many["meters"]["search"];
    let q = |p: &str| search["quantiles"][p].as_i64().unwrap();
    assert!(q("5") <= q("50") && q("50") <= q("95"), "{search}");
    let most = &search["outliers"]["most"];
    let again = json(&["--games", "1", "--seed", &most["seed"].to_string()]);
    assert_eq!(again["meters"]["search"]["mean"].as_f64(), most["value"].as_f64(), "the seed leads to the outlier");
    let csv = good(&["simulate", "two-harbours", "--games", "20", "--format", "csv"]);
    assert!(csv.lines().all(|l| l.split(',').count() == 4), "{csv}");
}

#[test]
fn a_match_begins_where_one_has_come() {
    let from = |stage: &str| run(&["play", "two-harbours", "--text", "--seat", "ferry=human", "--from", stage]);
    let (first, again) = (from("appeal"), from("appeal"));
    assert_eq!(first.stdout, again.stdout, "the same call, the same position");
    let (out, err) = told(&first);
    assert!(err.contains("From stage appeal: a match of bots with seed"), "{err}");
    assert!(out.contains("High Court"), "{out}");
    assert!(bad(2, &["play", "two-harbours", "--text", "--from", "apeal"]).contains("Did you mean appeal?"));
}
