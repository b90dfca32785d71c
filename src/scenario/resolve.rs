//! Names become indices: a scenario as written becomes one the rules can run on. Every fault found on the way is kept, with
//! the path to where it stands; the caller points at the text.

use super::calendar::{calendar, seats_bits, slot};
use super::define::define;
use super::file;
use super::names::{Kind, Names, Step};
use super::norms;
use super::parts::{bench, case, decision, offer, place, press, seat, side_move, stage};
use super::rules::{condition, effects};
use super::teaching::{objective, presets, transcripts, worked};
use crate::model::{
    Debrief, Ending, Event, Fact, Finds, HistoricPleading, Instrument, Issue, Item, Law, OwnVars, Pleading, Round, Scenario,
    Spoken, Trigger, VarIx, Weight,
};

/// Resolves a scenario against its law. `None` when there were faults; they are in `names`.
#[must_use]
pub fn resolve(f: &file::Scenario, law: Law, names: &mut Names) -> Option<Scenario> {
    let vars = define(f, &law, names);
    let n = names;
    n.at(Step::Field("id"), |n| n.spell(&f.id));
    let mut out_vars = vars.list;
    for (i, q) in f.questions.iter().enumerate() {
        let ix = vars.first_question + i;
        n.at(Step::Field("questions"), |n| {
            n.at(Step::Entry(i), |n| {
                let finds =
                    Finds { compel: q.compel.as_ref().map(|x| n.factor(x).0), resist: q.resist.as_ref().map(|x| n.factor(x).0) };
                out_vars[ix].finds = finds;
            });
        });
    }
    for (field, list) in [("meters", &f.meters), ("counters", &f.counters)] {
        let owners = n.each(field, list, |n, _, m| {
            starts(n, &m.id, m.start, m.min, m.max);
            (n.find(Kind::Number, &m.id), m.seat.as_ref().map(|s| n.seat(s)), seats_bits(n, m.known_to.as_deref()))
        });
        for (ix, owner, bits) in owners {
            out_vars[ix].owner = owner;
            out_vars[ix].known_to = bits;
        }
    }
    let bits = n.each("flags", &f.flags, |n, _, m| {
        starts(n, &m.id, m.start, m.min, m.max);
        (n.find(Kind::Number, &m.id), seats_bits(n, m.known_to.as_deref()))
    });
    for (ix, bits) in bits {
        out_vars[ix].known_to = bits;
    }
    let seats = n.each("seats", &f.seats, |n, _, s| seat(n, s));
    let stages = n.each("stages", &f.stages, |n, _, s| stage(n, s, &law));
    let decisions = n.each("decisions", &f.decisions, |n, _, d| decision(n, d));
    let moves = n.each("moves", &f.moves, |n, _, m| side_move(n, m, f));
    let offers = n.each("offers", &f.offers, |n, _, o| offer(n, o));
    let issues = n.each("issues", &f.issues, |n, _, i| Issue {
        id: i.id.clone(),
        title: i.title.clone(),
        text: i.text.clone(),
        factors: n.each("factors", &i.factors, |n, _, x| n.factor(x).0),
        authorities: [
            n.each("compel", &i.compel, |n, _, p| n.precedent(p)),
            n.each("resist", &i.resist, |n, _, p| n.precedent(p)),
        ],
    });
    let weights = n.each("weights", &f.weights, |n, _, (factor, when, points)| Weight {
        factor: n.factor(factor).0,
        when: condition(n, when),
        points: *points,
    });
    let bench = f.bench.as_ref().map(|b| n.at(Step::Field("bench"), |n| bench(n, b, f.issues.first())));
    let cases = n.each("cases", &f.cases, |n, _, c| case(n, c));
    let instruments = n.each("instruments", &f.instruments, |n, _, i| Instrument {
        id: i.id.clone(),
        title: i.title.clone(),
        kind: n.find(Kind::InstrumentKind, &i.kind),
        from: n.seat(&i.from),
        to: n.seat(&i.to),
        items: i.items.iter().map(|x| n.item(x).ix()).collect(),
        source: i.source.clone(),
    });
    let items = n.each("items", &f.items, |n, _, i| Item {
        id: i.id.clone(),
        title: i.title.clone(),
        kind: i.kind,
        place: n.find(Kind::Place, &i.place),
        source: i.source.clone(),
    });
    let places = n.each("places", &f.places, |n, _, p| place(n, p));
    let (stories, claims) = press(n, f);
    let events = n.each("events", &f.events, |n, _, e| {
        let known_to = seats_bits(n, e.known_to.as_deref());
        Event {
            id: e.id.clone(),
            title: e.title.clone(),
            text: e.text.clone(),
            slot: slot(n, f, e.on),
            beat: e.beat,
            when: condition(n, &e.when),
            effects: n.at(Step::Field("effects"), |n| effects(n, &e.effects)),
            source: e.source.clone(),
            invented: e.invented,
            happened: VarIx::new(n.find(Kind::Number, &format!("happened:{}", e.id))),
            known_to,
        }
    });
    let states = n.each("states", &f.states, |n, _, x| crate::model::State {
        id: x.id.clone(),
        title: x.title.clone(),
        ties: n.each("ties", &x.ties, |n, _, t| crate::model::StateIx::new(n.find(Kind::State, t))),
        practice: x.practice,
        country: x.country,
        source: x.source.clone(),
        invented: x.invented,
        claim: VarIx::new(n.find(Kind::Number, &format!("claim:{}", x.id))),
        leans: VarIx::new(n.find(Kind::Number, &format!("leans:{}", x.id))),
    });
    let reach = f.reach.as_ref().map(|r| {
        n.at(Step::Field("reach"), |n| crate::model::ReachRules { meter: n.number(&r.meter), after: r.after, most: r.most })
    });
    let triggers = n.each("triggers", &f.triggers, |n, _, t| Trigger {
        id: t.id.clone(),
        title: t.title.clone(),
        text: t.text.clone(),
        when: condition(n, &t.when),
        effects: n.at(Step::Field("effects"), |n| effects(n, &t.effects)),
        happened: VarIx::new(n.find(Kind::Number, &format!("happened:{}", t.id))),
    });
    let upkeep = n.each("upkeep", &f.upkeep, |n, _, u| (condition(n, &u.when), effects(n, &u.effects)));
    let draws = n.each("draws", &f.draws, |n, _, d| {
        if d.values.is_empty() {
            n.fault("S034", &d.id, format!("draw `{}` has no results to draw from", d.id), "list at least one value");
        }
        crate::model::Draw { id: d.id.clone(), into: n.number(&d.into), values: d.values.clone(), historic: d.historic }
    });
    let bundles = n.each("bundles", &f.bundles, |n, _, b| (b.id.clone(), effects(n, &b.effects)));
    let endings = n.each("endings", &f.endings, |n, _, e| Ending {
        id: e.id.clone(),
        title: e.title.clone(),
        text: e.text.clone(),
        lines: n.each("lines", &e.lines, |n, _, (s, t)| (n.seat(s), t.clone())),
    });
    let circumstances = norms::circumstances(n, f, &law);
    let breaches = n.each("breaches", &f.breaches, norms::breach);
    let coda = f.coda.as_ref().map(|c| (n.at(Step::Field("coda"), |n| n.stage(&c.stage)), c.round));
    let fallback = match f.endings.last() {
        Some(last) if f.fallback.is_empty() => n.ending(&last.id),
        _ => n.at(Step::Field("fallback"), |n| n.ending(&f.fallback)),
    };
    let timeline = n.each("timeline", &f.timeline, |n, _, t| Fact {
        date: t.date,
        text: t.text.clone(),
        stage: t.stage.as_ref().map(|s| n.stage(s)),
        source: t.source.clone(),
    });
    let objectives = n.each("objectives", &f.objectives, |n, _, o| objective(n, o));
    let presets = presets(n, f);
    let worked = worked(n, f);
    let tests = transcripts(n, f);
    let picture = f.picture.as_ref().map(|id| n.at(Step::Field("picture"), |n| n.find(Kind::Illustration, id)));
    let pleadings = n.each("pleadings", &f.pleadings, |n, _, p| HistoricPleading {
        seat: n.seat(&p.seat),
        round: p.round,
        pleading: Pleading {
            issue: n.issue(&p.issue),
            factors: p.factors.iter().map(|x| n.factor(x).0).collect(),
            authority: p.authority.as_ref().map(|a| n.precedent(a)),
            faced: p.faced,
            quote: None,
        },
    });
    calendar(n, f, coda);
    let own = |n: &mut Names, id: &str| VarIx::new(n.find(Kind::Number, id));
    let own = OwnVars {
        round: own(n, "round:"),
        stage: own(n, "stage:"),
        leading: own(n, "leading:"),
        ending: own(n, "ending:"),
        outcome: own(n, "outcome:"),
        coda: own(n, "coda:"),
        ruled_in: own(n, "ruled-in:"),
        defied: own(n, "defied:"),
    };
    if !n.faults.is_empty() {
        return None;
    }
    let follow_ups = n.at(Step::Field("debrief"), |n| {
        n.each("follow_ups", &f.debrief.follow_ups, |n, _, x| (condition(n, &x.when), x.question.clone()))
    });
    Some(Scenario {
        id: f.id.clone(),
        title: f.title.clone(),
        summary: f.summary.clone(),
        brief: if f.brief.is_empty() { f.summary.clone() } else { f.brief.clone() },
        picture,
        illustrations: Vec::new(),
        fictional: f.fictional,
        spoken: Spoken::default(),
        minutes: f.minutes,
        hash: String::new(),
        law,
        start: f.start,
        rounds: f.rounds.iter().map(|r| Round { ends: r.ends, title: r.title.clone() }).collect(),
        effort: (f.effort, f.keep),
        vars: out_vars,
        seats,
        stages,
        decisions,
        moves,
        offers,
        issues,
        weights,
        bench,
        cases,
        instruments,
        items,
        places,
        stories,
        claims,
        caught: f.caught,
        faced: f.faced,
        events,
        triggers,
        upkeep,
        states,
        reach,
        draws,
        bundles,
        circumstances,
        breaches,
        endings,
        coda,
        fallback,
        timeline,
        objectives,
        presets,
        worked,
        tests,
        actors: f
            .actors
            .iter()
            .map(|a| crate::model::Actor {
                name: a.name.clone(),
                text: a.text.clone(),
                kind: a.kind.clone(),
                source: a.source.clone(),
            })
            .collect(),
        pleadings,
        debrief: Debrief {
            history: f.debrief.history.clone(),
            law_now: f.debrief.law_now.clone(),
            epilogue: f.debrief.epilogue.clone(),
            questions: f.debrief.questions.clone(),
            follow_ups,
        },
        own,
    })
}

/// The greatest value a number may have, and the least below 0: sums of such numbers stay far from where counting ends.
const MOST: i16 = 10_000;

/// Complains of a number that starts where it cannot be.
fn starts(n: &mut Names, id: &str, start: i16, min: i16, max: i16) {
    if start < min || start > max {
        let message = format!("`{id}` starts at {start}, outside {min} to {max}");
        n.fault("S033", id, message, "give a start between the least and the greatest value");
    } else if min < -MOST || max > MOST {
        let message = format!("`{id}` runs from {min} to {max}");
        n.fault("S033", id, message, &format!("no number goes below −{MOST} or above {MOST}"));
    }
}
