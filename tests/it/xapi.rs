//! Statements held against the xAPI 1.0.3 data model (ADL, Experience API, part two), property by property.

use super::table::{played, shipped};
use comity::lang::Words;
use comity::model::Reading;
use comity::report::{self, records};
use comity::scenario::catalog;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// An object that has nothing but these properties, and those of `must`.
fn object<'a>(v: &'a Value, must: &[&str], may: &[&str], place: &str) -> &'a Map<String, Value> {
    let o = v.as_object().unwrap_or_else(|| panic!("{place} is no object: {v}"));
    for key in o.keys() {
        assert!(must.contains(&key.as_str()) || may.contains(&key.as_str()), "{place} has `{key}`");
    }
    for key in must {
        assert!(o.contains_key(*key), "{place} lacks `{key}`");
    }
    o
}

/// An absolute IRI.
fn iri(v: &Value, place: &str) {
    let text = v.as_str().unwrap_or_default();
    let (scheme, rest) = text.split_once(':').unwrap_or_default();
    let known = matches!(scheme, "http" | "https") && rest.starts_with("//") && rest.len() > 3;
    assert!(known && !text.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')), "{place}: {v}");
}

/// A UUID as RFC 4122 writes it.
fn uuid(v: &Value, place: &str) {
    let parts: Vec<&str> = v.as_str().unwrap_or_default().split('-').collect();
    let hex = |p: &&str| p.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f'));
    assert!(parts.iter().map(|p| p.len()).eq([8, 4, 4, 4, 12]) && parts.iter().all(hex), "{place}: {v}");
    assert!(
        matches!(parts[2].as_bytes()[0], b'1'..=b'5') && matches!(parts[3].as_bytes()[0], b'8' | b'9' | b'a' | b'b'),
        "{place}: {v}"
    );
}

/// A map from language tags to words.
fn language_map(v: &Value, place: &str) {
    let o = v.as_object().unwrap_or_else(|| panic!("{place}: {v}"));
    assert!(!o.is_empty(), "{place}");
    for (tag, words) in o {
        let mut parts = tag.split('-');
        let first = parts.next().unwrap_or_default();
        assert!((2..=3).contains(&first.len()) && first.chars().all(|c| c.is_ascii_lowercase()), "{place}: {tag}");
        assert!(parts.all(|p| (1..=8).contains(&p.len()) && p.chars().all(|c| c.is_ascii_alphanumeric())), "{place}: {tag}");
        assert!(words.as_str().is_some_and(|w| !w.is_empty()), "{place}: {words}");
    }
}

/// A time of RFC 3339 in UTC.
fn timestamp(v: &Value, place: &str) {
    let format: String = v.as_str().unwrap_or_default().chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    assert!(format == "0000-00-00T00:00:00Z" || format == "0000-00-00T00:00:00.000Z", "{place}: {v}");
}

/// A duration of ISO 8601: of weeks alone, or of days, hours, minutes, seconds; no part without a number.
fn is_duration(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('P') else { return false };
    let (day, clock) = rest.split_once('T').map_or((rest, None), |(d, t)| (d, Some(t)));
    let parts = |text: &str, units: &str| -> bool {
        let mut left = units;
        let mut number = String::new();
        for c in text.chars() {
            if c.is_ascii_digit() || (c == '.' && !number.is_empty()) {
                number.push(c);
            } else {
                let Some(at) = left.find(c).filter(|_| !number.is_empty()) else { return false };
                left = &left[at + 1..];
                number.clear();
            }
        }
        number.is_empty()
    };
    !rest.is_empty() && parts(day, "YMWD") && clock.is_none_or(|t| !t.is_empty() && parts(t, "HMS"))
}

fn actor(v: &Value, place: &str) {
    let o = object(v, &["account"], &["objectType", "name"], place);
    assert!(o.get("objectType").is_none_or(|t| t == "Agent"), "{place}");
    let account = object(&o["account"], &["homePage", "name"], &[], place);
    iri(&account["homePage"], place);
    assert!(account["name"].as_str().is_some_and(|n| !n.is_empty() && !n.contains('@')), "{place}: nobody's address");
}

fn activity(v: &Value, place: &str) {
    let o = object(v, &["id"], &["objectType", "definition"], place);
    assert!(o.get("objectType").is_none_or(|t| t == "Activity"), "{place}");
    iri(&o["id"], place);
    if let Some(definition) = o.get("definition") {
        let d = object(definition, &[], &["name", "description", "type", "moreInfo", "extensions"], place);
        d.iter().for_each(|(key, v)| match key.as_str() {
            "name" | "description" => language_map(v, place),
            "extensions" => extensions(v, place),
            _ => iri(v, place),
        });
    }
}

fn extensions(v: &Value, place: &str) {
    v.as_object().unwrap_or_else(|| panic!("{place}: {v}")).keys().for_each(|key| iri(&Value::from(key.as_str()), place));
}

fn result(v: &Value, place: &str) {
    let o = object(v, &[], &["score", "success", "completion", "response", "duration", "extensions"], place);
    for (key, v) in o {
        match key.as_str() {
            "success" | "completion" => assert!(v.is_boolean(), "{place}: {key}"),
            "response" => assert!(v.is_string(), "{place}: {key}"),
            "duration" => assert!(v.as_str().is_some_and(is_duration), "{place}: {v}"),
            "extensions" => extensions(v, place),
            _ => {
                let score = object(v, &[], &["scaled", "raw", "min", "max"], place);
                let n = |k: &str| score[k].as_f64().unwrap();
                assert!((-1.0..=1.0).contains(&n("scaled")) && n("min") < n("max"), "{place}: {v}");
                assert!(n("min") <= n("raw") && n("raw") <= n("max"), "{place}: {v}");
            }
        }
    }
}

fn context(v: &Value, place: &str) {
    let o = object(v, &["registration"], &["platform", "language", "contextActivities", "extensions"], place);
    uuid(&o["registration"], place);
    if let Some(all) = o.get("contextActivities") {
        for (_, list) in object(all, &[], &["parent", "grouping", "category", "other"], place) {
            list.as_array().expect("a list of activities").iter().for_each(|a| activity(a, place));
        }
    }
}

fn nothing_null(v: &Value, place: &str) {
    match v {
        Value::Null => panic!("{place}: null"),
        Value::Array(all) => all.iter().for_each(|v| nothing_null(v, place)),
        Value::Object(all) => all.values().for_each(|v| nothing_null(v, place)),
        _ => {}
    }
}

#[test]
fn every_statement_follows_the_data_model() {
    let words = Words::english();
    let mut ids = BTreeSet::new();
    for slug in catalog::scenarios() {
        let s = shipped(slug);
        for (bots, seed) in [("bold", 9), ("random", 2)] {
            let mut m = played(&s, bots, seed);
            let d = report::debrief(&mut m);
            for when in [Some("2026-11-25T10:00:00Z"), None] {
                let all = records::statements(&mut m, &[], &d, &words, Reading::Full, when);
                assert!(all.len() > s.seats.len(), "{slug}");
                // In one file no id stands twice; the same match reported again has the same ones.
                let before = ids.len();
                for (i, v) in all.iter().enumerate() {
                    let place = format!("{slug}, statement {i}");
                    nothing_null(v, &place);
                    let o = object(v, &["id", "actor", "verb", "object"], &["result", "context", "timestamp"], &place);
                    uuid(&o["id"], &place);
                    assert_eq!(ids.insert(o["id"].to_string()), when.is_some(), "{place}");
                    actor(&o["actor"], &place);
                    let verb = object(&o["verb"], &["id", "display"], &[], &place);
                    iri(&verb["id"], &place);
                    language_map(&verb["display"], &place);
                    activity(&o["object"], &place);
                    o.get("result").into_iter().for_each(|v| result(v, &place));
                    o.get("context").into_iter().for_each(|v| context(v, &place));
                    assert_eq!(o.contains_key("timestamp"), when.is_some());
                    o.get("timestamp").into_iter().for_each(|v| timestamp(v, &place));
                }
                assert_eq!(ids.len() - before, if when.is_some() { all.len() } else { 0 });
                assert_eq!(all.iter().filter(|v| v["result"].get("score").is_some()).count(), s.seats.len());
            }
        }
    }
}

#[test]
fn durations_are_told_from_what_only_looks_like_them() {
    for good in ["PT0S", "PT12.5S", "P3D", "P1DT2H", "PT1H30M", "P2W"] {
        assert!(is_duration(good), "{good}");
    }
    for bad in ["", "P", "PT", "1H", "PT1", "PTS", "PT1S1H", "P1H", "00:01:00"] {
        assert!(!is_duration(bad), "{bad}");
    }
}
