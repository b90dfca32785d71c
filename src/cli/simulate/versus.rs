//! Two versions compared, for people, as JSON and as CSV.

use super::{field, wide};
use crate::sim::{Comparison, Measure, Moved};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// For people: what moved beyond noise, and what only one version has.
pub fn table(c: &Comparison) -> String {
    let mut out = format!("{} pairs of matches, {} of them alike\n", c.pairs, c.same);
    let mut moved: Vec<&Moved> = c.measures.iter().filter(|m| m.beyond_noise()).collect();
    moved.sort_by_key(|m| m.section);
    if moved.is_empty() {
        let _ = writeln!(out, "\nNothing moved beyond noise ({} measures).", c.measures.len());
    } else {
        let width = wide(moved.iter().map(|m| m.id.as_str()));
        let _ = writeln!(out, "\n{:<8}  {:<width$}  {:>8}  {:>8}  {:>8}  99.9 %", "Moved", "", "Old", "New", "By");
        for m in moved {
            let (x, unit) = if matches!(m.section, "ending" | "aim") { (100.0, "%") } else { (1.0, "") };
            let cell = |v: f64| format!("{:.2}{unit}", v * x);
            let (old, new, by) = (cell(m.old), cell(m.new), cell(m.new - m.old));
            let span = format!("{} to {}", cell(m.lo), cell(m.hi));
            let _ = writeln!(out, "{:<8}  {:<width$}  {old:>8}  {new:>8}  {by:>8}  {span}", m.section, m.id);
        }
        let _ = writeln!(out, "\nEverything else stayed within noise ({} measures in all).", c.measures.len());
    }
    let mut list = |head: &str, things: &[Measure]| {
        if !things.is_empty() {
            let all: Vec<String> = things.iter().map(|(section, id)| format!("{section} {id}")).collect();
            let _ = writeln!(out, "{head}: {}", all.join(", "));
        }
    };
    list("Only in the old version", &c.gone);
    list("Only in the new version", &c.fresh);
    out
}

/// As JSON.
pub fn json(c: &Comparison) -> Value {
    let measure = |m: &Moved| json!({ "section": m.section, "id": m.id, "old": m.old, "new": m.new, "lo": m.lo, "hi": m.hi, "moved": m.beyond_noise() });
    let named = |(section, id): &Measure| json!({ "section": section, "id": id });
    json!({
        "pairs": c.pairs, "same": c.same,
        "measures": c.measures.iter().map(measure).collect::<Vec<_>>(),
        "gone": c.gone.iter().map(named).collect::<Vec<_>>(),
        "fresh": c.fresh.iter().map(named).collect::<Vec<_>>(),
    })
}

/// As CSV: a line a measure.
pub fn csv(c: &Comparison) -> String {
    c.measures.iter().fold(String::from("section,id,old,new,lo,hi,moved\n"), |mut out, m| {
        let _ =
            writeln!(out, "{},{},{},{},{},{},{}", m.section, field(&m.id), m.old, m.new, m.lo, m.hi, u8::from(m.beyond_noise()));
        out
    })
}
