//! Records a school can take: rows for a spreadsheet, xAPI statements for a learning record store. No names of people: seats only.

use super::Debrief;
use crate::lang::{self, Words};
use crate::model::{ENGLISH, Happened, Reading, SeatIx, Side, StageIx};
use crate::play::{Match, hex, is_person};
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// Where the identifiers of Comity's activities begin; nothing is fetched from there.
const HOME: &str = "https://comity.invalid";

/// Rows of a spreadsheet, the first of them the heads of the columns.
pub type Rows = Vec<Vec<String>>;

/// Who sat where, as a saved match has it: seat, then a person or a bot.
pub type Seats = [(String, String)];

/// Who did what an entry of the log tells of a seat; nothing where the match does not say who sat there, and where a court
/// decided over the vote of whoever sits on it.
fn doer(m: &Match, sat: &Seats, entry: usize, seat: SeatIx) -> &'static str {
    let s = m.scenario();
    if matches!(m.log()[entry].what, Happened::Ruled { with_bench: false, .. }) {
        return "";
    }
    // The steps of a worked example are played for whoever learns from it.
    let shown = crate::learn::played_for(s, m.actions());
    if m.action_of(entry).is_some_and(|at| at < shown) {
        return "example";
    }
    let id = &s.seats[seat.ix()].id;
    match sat.iter().find(|(at, _)| at == id) {
        Some((_, who)) if is_person(who) && m.is_persons(entry) => "person",
        Some(_) => "bot",
        None => "",
    }
}

/// One row for every decision and ruling. In the seat of a person a bot decides in rounds that a length leaves out, and once the
/// person has left it.
#[must_use]
pub fn decisions(m: &Match, sat: &Seats, words: &Words, level: Reading) -> Rows {
    let s = m.scenario();
    let head = ["entry", "date", "round", "seat", "role", "decision", "choice", "historic", "said", "source", "by"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for (i, e) in m.log().iter().enumerate() {
        let (seat, decision, choice, historic, source) = match &e.what {
            Happened::Chose(d, o) => {
                let decision = s.decision(*d);
                let Some(option) = decision.options.get(usize::from(*o)) else { continue };
                let known = decision.options.iter().any(|c| !c.act.historic.is_empty());
                let historic = known.then_some(!option.act.historic.is_empty());
                (Some(decision.seat), decision.id.clone(), option.id.clone(), historic, option.act.source.clone())
            }
            Happened::Ruled { stage, result, .. } => {
                let won = match result {
                    crate::model::Result::For(side) => side_name(*side),
                    crate::model::Result::Denied => "denied",
                    crate::model::Result::Tie => "tie",
                };
                (e.actor, s.stage(*stage).id.clone(), won.to_owned(), as_history(m, *stage, result), String::new())
            }
            _ => continue,
        };
        let sentence = words.say(s, level, &lang::entry_after(s, &m.log()[..i], e));
        let (id, role) = seat.map_or((String::new(), String::new()), |seat| {
            let seat = &s.seats[seat.ix()];
            (seat.id.clone(), words.ui(lang::role(seat.role)))
        });
        let historic = historic.map_or(String::new(), |h| if h { "yes".into() } else { "no".into() });
        rows.push(vec![
            i.to_string(),
            e.date.to_string(),
            e.round.to_string(),
            id,
            role,
            decision,
            choice,
            historic,
            sentence,
            source,
            seat.map_or("", |seat| doer(m, sat, i, seat)).to_owned(),
        ]);
    }
    rows
}

/// One row for every seat: points, decisions, objectives met; and, where a person sat there, which of them are the person's own.
#[must_use]
pub fn seats(m: &Match, sat: &Seats, d: &Debrief, level: Reading) -> Rows {
    let s = m.scenario();
    let head = ["seat", "name", "card", "points", "most", "history", "ending", "decisions", "own", "objectives"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for r in &d.seats {
        let seat = &s.seats[r.seat.ix()];
        let taken: Vec<_> = chosen(m, r.seat).collect();
        let own: Vec<_> = taken.iter().copied().filter(|(i, _)| doer(m, sat, *i, r.seat) == "person").collect();
        // What a bot decides in a person's seat, the person has not shown.
        let sitter = sat.iter().find(|(id, _)| *id == seat.id).map(|(_, who)| is_person(who));
        let shown = if sitter == Some(true) { &own } else { &taken };
        let met = s.objectives.iter().filter(|o| o.decisions.iter().any(|x| shown.iter().any(|(_, d)| d == x)));
        rows.push(vec![
            seat.id.clone(),
            seat.name.at(level).to_owned(),
            seat.cards.get(r.card.ix()).map_or(String::new(), |c| c.id.clone()),
            r.points.to_string(),
            most(d, r.seat).to_string(),
            r.par.map_or(String::new(), |p| p.to_string()),
            d.ending.and_then(|e| s.endings.get(e.ix())).map_or(String::new(), |e| e.id.clone()),
            taken.len().to_string(),
            sitter.map_or(String::new(), |_| own.len().to_string()),
            met.map(|o| o.id.as_str()).collect::<Vec<_>>().join(" "),
        ]);
    }
    rows
}

/// Statements of the xAPI 1.0.3 data model: each decision, and each seat's end. `when` is a timestamp (ISO 8601) or nothing.
pub fn statements(m: &mut Match, sat: &Seats, d: &Debrief, words: &Words, level: Reading, when: Option<&str>) -> Vec<Value> {
    let digest = m.digest();
    let registration = Uuid::new_v5(&Uuid::NAMESPACE_OID, &digest);
    let s = std::sync::Arc::clone(m.scenario());
    let activity = format!("{HOME}/scenarios/{}", s.id);
    let named = |title: &str| json!({ s.spoken.foreign(title).unwrap_or(ENGLISH): title });
    let mut out = Vec::new();
    let mut put = |who: &str, verb: (&str, &str), object: Value, result: Value| {
        let id = Uuid::new_v5(&registration, format!("{}", out.len()).as_bytes());
        let mut statement = Map::new();
        statement.insert("id".into(), json!(id.hyphenated().to_string()));
        let name = format!("{who}-{}", &hex(&digest)[..12]);
        statement.insert("actor".into(), json!({ "objectType": "Agent", "account": { "homePage": HOME, "name": name } }));
        statement.insert(
            "verb".into(),
            json!({ "id": format!("http://adlnet.gov/expapi/verbs/{}", verb.0), "display": { "en": verb.1 } }),
        );
        statement.insert("object".into(), object);
        statement.insert("result".into(), result);
        let parent = json!([{ "objectType": "Activity", "id": activity }]);
        let context = json!({
            "registration": registration.hyphenated().to_string(), "platform": "Comity", "contextActivities": { "parent": parent }
        });
        statement.insert("context".into(), context);
        if let Some(when) = when {
            statement.insert("timestamp".into(), json!(when));
        }
        out.push(Value::Object(statement));
    };
    for (i, e) in m.log().iter().enumerate() {
        let Happened::Chose(x, o) = e.what else { continue };
        let decision = s.decision(x);
        let Some(option) = decision.options.get(usize::from(o)) else { continue };
        let object = json!({
            "objectType": "Activity",
            "id": format!("{activity}/decisions/{}", decision.id),
            "definition": {
                "type": "http://adlnet.gov/expapi/activities/interaction",
                "name": named(decision.title.at(level)),
            },
        });
        let mut extensions = json!({
            format!("{HOME}/extensions/game-date"): e.date.to_string(),
            format!("{HOME}/extensions/round"): e.round,
        });
        let by = doer(m, sat, i, decision.seat);
        if !by.is_empty() {
            extensions[format!("{HOME}/extensions/by")] = json!(by);
        }
        let result = json!({ "response": option.id, "extensions": extensions });
        put(&s.seats[decision.seat.ix()].id, ("responded", "responded"), object, result);
    }
    for r in &d.seats {
        let (points, most) = (r.points, most(d, r.seat).max(1));
        let object = json!({
            "objectType": "Activity",
            "id": activity,
            "definition": { "type": "http://adlnet.gov/expapi/activities/simulation", "name": named(s.title.at(level)) },
        });
        let ending =
            d.ending.and_then(|e| s.endings.get(e.ix())).map_or_else(|| words.ui("text-not-over"), |e| e.title.at(level).into());
        let scaled = (f64::from(points) / f64::from(most)).clamp(-1.0, 1.0);
        let score = json!({ "scaled": scaled, "raw": points.clamp(0, most), "min": 0, "max": most });
        let result = json!({ "completion": d.ending.is_some(), "score": score, "response": ending });
        put(&s.seats[r.seat.ix()].id, ("completed", "completed"), object, result);
    }
    out
}

/// The decisions a seat took, each with its entry in the log.
fn chosen(m: &Match, seat: SeatIx) -> impl Iterator<Item = (usize, crate::model::DecisionIx)> + '_ {
    m.log().iter().enumerate().filter_map(move |(i, e)| match e.what {
        Happened::Chose(d, _) if m.scenario().decision(d).seat == seat => Some((i, d)),
        _ => None,
    })
}

/// The points a seat could have had.
fn most(d: &Debrief, seat: SeatIx) -> i16 {
    d.seats.iter().find(|r| r.seat == seat).map_or(0, |r| r.aims.iter().map(|a| a.weight).sum())
}

fn as_history(m: &Match, stage: StageIx, result: &crate::model::Result) -> Option<bool> {
    let real = m.scenario().stage(stage).hearing.as_ref()?.historic.as_ref()?;
    let then = real.compel.cmp(&real.resist);
    Some(match result {
        crate::model::Result::For(Side::Compel) => then.is_gt(),
        crate::model::Result::For(Side::Resist) => then.is_lt(),
        _ => then.is_eq(),
    })
}

fn side_name(side: Side) -> &'static str {
    match side {
        Side::Compel => "compel",
        Side::Resist => "resist",
    }
}
