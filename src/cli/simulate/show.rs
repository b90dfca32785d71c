//! A summary for people, as JSON and as CSV.

use super::{field, wide};
use crate::play::Row;
use crate::sim::{Extremes, Histogram, Interval, SeatSummary, Spread, Summary};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;

/// The quantiles that are shown, in percent.
const QUANTILES: [u64; 5] = [5, 25, 50, 75, 95];

fn actions(x: &Summary) -> u64 {
    x.actions.values.counts().map(|(v, n)| u64::try_from(v).unwrap_or(0) * n).sum()
}

fn quantiles(values: &Histogram) -> [i32; 5] {
    QUANTILES.map(|p| values.quantile(p))
}

/// For people.
pub fn table(x: &Summary, seconds: f64) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{}: {} matches, {} finished, {} actions", x.scenario, x.games, x.finished, actions(x));
    let _ = writeln!(out, "seeds from {}, {seconds:.2} s", x.seed);
    let _ = writeln!(out, "digest {}", x.digest);
    if let Some(seed) = x.stuck {
        let _ = writeln!(out, "the first match that did not end has seed {seed}");
    }
    let percent = |i: Interval| format!("{:.1} to {:.1}", i.lo * 100.0, i.hi * 100.0);
    let mut endings: Vec<_> = x.endings.iter().filter(|e| e.count > 0).collect();
    endings.sort_by_key(|e| std::cmp::Reverse(e.count));
    let width = wide(endings.iter().map(|e| e.id.as_str()));
    let _ = writeln!(out, "\n{:<width$}  {:>8}  {:>6}  {:>13}  {:>10}", "Ending", "Matches", "Share", "95 %", "First seed");
    for e in &endings {
        let share = x.share(e.count);
        let seed = e.seed.map_or_else(String::new, |s| s.to_string());
        let _ =
            writeln!(out, "{:<width$}  {:>8}  {:>5.1}%  {:>13}  {seed:>10}", e.id, e.count, share.value * 100.0, percent(share));
    }
    let width = wide(x.seats.iter().map(|seat| seat.points.id.as_str()));
    let _ = writeln!(out, "\n{:<width$}  {:>6}  {:>15}  Aims met (95 %)", "Seat", "Points", "95 %");
    for seat in &x.seats {
        let mean = seat.points.values.mean();
        let span = format!("{:.2} to {:.2}", mean.lo, mean.hi);
        let _ = write!(out, "{:<width$}  {:>6.2}  {span:>15}  ", seat.points.id, mean.value);
        let aim = |(id, met): &(String, u64)| {
            let share = x.share(*met);
            format!("{id} {:.0}% ({:.0}–{:.0})", share.value * 100.0, share.lo * 100.0, share.hi * 100.0)
        };
        let _ = writeln!(out, "{}", seat.aims.iter().map(aim).collect::<Vec<_>>().join(", "));
    }
    let width = wide(x.meters.iter().map(|m| m.id.as_str()));
    let cells = |cells: &[String]| cells.iter().fold(String::new(), |out, cell| format!("{out}  {cell:>5}"));
    let heads = cells(&QUANTILES.map(|p| format!("{p} %")));
    let _ = writeln!(out, "\n{:<width$}  {:>6}{heads}  Least (seed), most (seed)", "At the end", "Mean");
    let mut row = |id: &str, spread: &Spread| {
        let cells = cells(&quantiles(&spread.values).map(|q| q.to_string()));
        let ends =
            spread.extremes.map_or_else(String::new, |e| format!("{} ({}), {} ({})", e.least.0, e.least.1, e.most.0, e.most.1));
        let _ = writeln!(out, "{id:<width$}  {:>6.2}{cells}  {ends}", spread.values.mean().value);
    };
    row("actions", &x.actions);
    x.seats.iter().for_each(|s| row(&format!("{}: points", s.points.id), &s.points));
    x.meters.iter().for_each(|m| row(&m.id, m));
    out
}

fn interval(i: Interval) -> Value {
    json!({ "share": i.value, "lo": i.lo, "hi": i.hi })
}

fn spread(x: &Spread) -> Value {
    let mean = x.values.mean();
    let quantiles: Map<String, Value> =
        QUANTILES.iter().zip(quantiles(&x.values)).map(|(p, q)| (p.to_string(), json!(q))).collect();
    let end = |(value, seed): (i32, u64)| json!({ "value": value, "seed": seed });
    let ends = |e: Extremes| json!({ "least": end(e.least), "most": end(e.most) });
    json!({ "mean": mean.value, "lo": mean.lo, "hi": mean.hi, "quantiles": quantiles, "outliers": x.extremes.map(ends) })
}

/// As JSON, with the log of a single match.
pub fn json(x: &Summary, seconds: f64, logged: Option<(Vec<Row>, Option<String>)>) -> Value {
    let came = || x.endings.iter().filter(|e| e.count > 0);
    let endings: Map<String, Value> = came().map(|e| (e.id.clone(), json!(e.count))).collect();
    let shares: Map<String, Value> = came()
        .map(|e| {
            let mut share = interval(x.share(e.count));
            share["seed"] = json!(e.seed);
            (e.id.clone(), share)
        })
        .collect();
    let seat = |seat: &SeatSummary| {
        let aims: Map<String, Value> = seat.aims.iter().map(|(id, met)| (id.clone(), json!(x.share(*met).value))).collect();
        let intervals: Map<String, Value> = seat.aims.iter().map(|(id, met)| (id.clone(), interval(x.share(*met)))).collect();
        (seat.points.id.clone(), json!({ "tally": spread(&seat.points), "aims": aims, "aim_shares": intervals }))
    };
    let seats: Map<String, Value> = x.seats.iter().map(seat).collect();
    let meters: Map<String, Value> = x.meters.iter().map(|m| (m.id.clone(), spread(m))).collect();
    let mut out = json!({
        "scenario": x.scenario, "games": x.games, "finished": x.finished, "stuck": x.stuck, "seed": x.seed, "digest": x.digest,
        "actions": actions(x), "seconds": seconds, "length": spread(&x.actions), "endings": endings, "ending_shares": shares,
        "seats": seats, "meters": meters,
    });
    if let Some((rows, ending)) = logged {
        let row = |r: &Row| json!({ "date": r.date, "kind": r.kind, "actor": r.actor, "text": r.text });
        out["ending"] = json!(ending);
        out["log"] = rows.iter().map(row).collect();
    }
    out
}

/// As CSV: one number a line.
pub fn csv(x: &Summary, seconds: f64) -> String {
    let mut out = String::from("section,id,measure,value\n");
    let mut row = |section: &str, id: &str, measure: &str, value: &dyn std::fmt::Display| {
        let _ = writeln!(out, "{section},{},{measure},{value}", field(id));
    };
    row("run", &x.scenario, "games", &x.games);
    row("run", &x.scenario, "finished", &x.finished);
    row("run", &x.scenario, "seed", &x.seed);
    row("run", &x.scenario, "digest", &x.digest);
    row("run", &x.scenario, "actions", &actions(x));
    row("run", &x.scenario, "seconds", &seconds);
    let mut share = |section: &str, id: &str, name: &str, count: u64| {
        let i = x.share(count);
        row(section, id, name, &i.value);
        row(section, id, &format!("{name}_lo"), &i.lo);
        row(section, id, &format!("{name}_hi"), &i.hi);
    };
    for seat in &x.seats {
        seat.aims.iter().for_each(|(aim, met)| share("aim", &format!("{}/{aim}", seat.points.id), "share_met", *met));
    }
    for e in x.endings.iter().filter(|e| e.count > 0) {
        share("ending", &e.id, "share", e.count);
    }
    for e in x.endings.iter().filter(|e| e.count > 0) {
        row("ending", &e.id, "count", &e.count);
        row("ending", &e.id, "first_seed", &e.seed.unwrap_or_default());
    }
    let mut spread = |section: &str, name: &str, x: &Spread| {
        let mean = x.values.mean();
        for (measure, value) in [("mean", mean.value), ("lo", mean.lo), ("hi", mean.hi)] {
            row(section, &x.id, &format!("{name}{measure}"), &value);
        }
        for (p, q) in QUANTILES.iter().zip(quantiles(&x.values)) {
            row(section, &x.id, &format!("{name}p{p}"), &q);
        }
        if let Some(e) = x.extremes {
            for (measure, value) in [
                ("least", e.least.0.to_string()),
                ("least_seed", e.least.1.to_string()),
                ("most", e.most.0.to_string()),
                ("most_seed", e.most.1.to_string()),
            ] {
                row(section, &x.id, &format!("{name}{measure}"), &value);
            }
        }
    };
    x.seats.iter().for_each(|s| spread("seat", "tally_", &s.points));
    x.meters.iter().for_each(|m| spread("meter", "", m));
    spread("length", "", &x.actions);
    out
}
