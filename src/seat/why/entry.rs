//! An entry of the log: what led to it, what it rests on, what came of it.

use super::{Answer, Question, Told, cited, prose, source, stated};
use crate::lang;
use crate::model::{Action, Arg, Cause, Doable, EventIx, Happened, LogEntry, NormIx, Say, Scenario, TriggerIx};
use crate::seat::{SeatView, beat_say};

pub(super) fn answer(view: &SeatView, heard: &[&LogEntry], at: usize) -> Option<Answer> {
    let s = &view.scenario;
    let entry = *heard.get(at)?;
    let before: Vec<LogEntry> = heard[..at].iter().map(|e| (*e).clone()).collect();
    let title = lang::entry_after(s, &before, entry);
    let when = Say::new("why-when").with("date", Arg::Day(entry.date)).with("round", Arg::Num(entry.round.into()));
    let mut lines = vec![Told::new(0, when.with("beat", Arg::Say(Box::new(beat_say(entry.beat)))))];
    lines.extend(itself(s, &entry.what));
    lines.extend(led_here(s, heard, at));
    lines.extend(came_of_it(s, heard, at));
    Some(Answer { title, lines })
}

/// What the entry says of itself: prose, the condition it hung on, its source.
fn itself(s: &Scenario, what: &Happened) -> Vec<Told> {
    match what {
        Happened::Opened(stage) => prose(&s.stage(*stage).text, 0).into_iter().collect(),
        Happened::Closed(ending) | Happened::Over(ending) => prose(&s.endings[ending.ix()].text, 0).into_iter().collect(),
        Happened::Broke(n) => norm(s, *n, 0),
        Happened::Fell(p, _) => cited(s, crate::model::Authority::Decided(*p), 0).into_iter().collect(),
        Happened::Constraint { holdings, apart, nearest, .. } => {
            let named = holdings.iter().chain(apart).map(|(authority, _)| *authority).chain(nearest.map(|(a, _)| a));
            let told = |authority| {
                let name = Told::new(1, lang::law::authority(authority));
                std::iter::once(name).chain(cited(s, authority, 2))
            };
            named.flat_map(told).collect()
        }
        Happened::Treated { authority, .. } => cited(s, *authority, 0).into_iter().collect(),
        what => cause_of(what).map(|cause| rests_on(s, cause, 0)).unwrap_or_default(),
    }
}

/// The cause that an entry is for later ones.
fn cause_of(what: &Happened) -> Option<Cause> {
    Some(match what {
        Happened::Chose(d, o) => Cause::Choice(*d, *o),
        Happened::Moved(m) => Cause::Move(*m),
        Happened::Answered(o, true) => Cause::Offer(*o),
        Happened::Quoted(c) => Cause::Press(*c),
        Happened::Attacked(issue, ..) => Cause::Attack(*issue),
        Happened::Event(event) => Cause::Event(*event),
        Happened::Trigger(t) => Cause::Trigger(*t),
        Happened::Ruled { stage, .. } => Cause::Ruling(*stage),
        Happened::Broke(n) => Cause::Norm(*n),
        _ => return None,
    })
}

/// Whether an entry with a cause of its own is what a change was put down to.
fn caused_by(what: &Happened, cause: Cause) -> bool {
    match cause {
        // How a ruling was reasoned shows in the ruling; what binds, in what the law required before it.
        Cause::Reason(stage) => matches!(what, Happened::Ruled { stage: at, .. } if *at == stage),
        Cause::Binding(case) => matches!(what, Happened::Constraint { case: of, .. } if *of == case),
        Cause::Press(claim) => matches!(what, Happened::Quoted(c) | Happened::Caught(c) if *c == claim),
        Cause::Reciprocity => matches!(what, Happened::Claimed(..) | Happened::Unclaimed(_)),
        cause => cause_of(what) == Some(cause),
    }
}

/// What led to the entry: the cause of a change, what the law required before a ruling and which arguments stood.
fn led_here(s: &Scenario, heard: &[&LogEntry], at: usize) -> Vec<Told> {
    let entry = heard[at];
    let mut found: Vec<usize> = Vec::new();
    match &entry.what {
        Happened::Changed(.., cause) => {
            found.extend((0..at).rev().find(|i| caused_by(&heard[*i].what, *cause)));
        }
        Happened::Ruled { court, .. } => {
            let round = (0..at).filter(|i| heard[*i].round == entry.round);
            found.extend(round.filter(|i| match &heard[*i].what {
                Happened::Constraint { court: bound, .. } => bound == court,
                Happened::Stands(..) => true,
                _ => false,
            }));
        }
        Happened::Held(case, court, ..) | Happened::Treated { case, court, .. } => {
            let ruled = |what: &Happened| match what {
                Happened::Ruled { court: by, .. } => by == court,
                Happened::Chose(d, _) => s.decision(*d).file == Some(*case),
                _ => false,
            };
            found.extend((0..at).rev().find(|i| ruled(&heard[*i].what)));
        }
        Happened::Caught(claim) => {
            found.extend((0..at).rev().find(|i| matches!(heard[*i].what, Happened::Quoted(c) if c == *claim)));
        }
        _ => {}
    }
    listed(s, heard, "why-led", found)
}

/// The changes put down to the entry, and the holdings that came of a ruling.
fn came_of_it(s: &Scenario, heard: &[&LogEntry], at: usize) -> Vec<Told> {
    let entry = heard[at];
    let later = at + 1..heard.len();
    let found: Vec<usize> = later
        .filter(|i| heard[*i].round == entry.round)
        .filter(|i| match &heard[*i].what {
            // The nearest entry with that cause is the one: the same deed may be done twice in a round.
            Happened::Changed(.., cause) => {
                caused_by(&entry.what, *cause) && !(at + 1..*i).any(|j| caused_by(&heard[j].what, *cause))
            }
            Happened::Held(_, by, ..) | Happened::Treated { court: by, .. } => {
                matches!(&entry.what, Happened::Ruled { court, .. } if court == by)
            }
            _ => false,
        })
        .collect();
    listed(s, heard, "why-came", found)
}

fn listed(s: &Scenario, heard: &[&LogEntry], key: &'static str, found: Vec<usize>) -> Vec<Told> {
    if found.is_empty() {
        return Vec::new();
    }
    let mut out = vec![Told::new(0, Say::new(key))];
    for i in found {
        let before: Vec<LogEntry> = heard[..i].iter().map(|e| (*e).clone()).collect();
        out.push(Told::leading(1, lang::entry_after(s, &before, heard[i]), Question::Entry(i)));
        if let Happened::Changed(.., cause) = heard[i].what
            && key == "why-led"
        {
            out.extend(rests_on(s, cause, 2));
        }
    }
    out
}

/// What a cause rests on: the words of the rule, when it works, where it comes from.
pub(super) fn rests_on(s: &Scenario, cause: Cause, depth: usize) -> Vec<Told> {
    let act = |action: Action| s.doable(&action).map(|act| deed(s, act, depth)).unwrap_or_default();
    match cause {
        Cause::Choice(d, o) => act(Action::Choose(d, o)),
        Cause::Move(m) => act(Action::Move(m)),
        Cause::Offer(o) => act(Action::Offer(o)),
        Cause::Event(e) => event(s, e, depth),
        Cause::Trigger(t) => trigger(s, t, depth),
        Cause::Norm(n) => norm(s, n, depth),
        Cause::Ruling(stage) | Cause::Reason(stage) => prose(&s.stage(stage).text, depth).into_iter().collect(),
        Cause::Press(claim) => {
            vec![Told::new(depth, Say::new("why-text").with("text", Arg::Claim(claim)))]
        }
        Cause::Upkeep => vec![Told::new(depth, Say::new("why-upkeep"))],
        Cause::Reciprocity => vec![Told::new(depth, Say::new("why-reciprocity"))],
        Cause::Binding(_) => vec![Told::new(depth, Say::new("why-binding"))],
        Cause::Start | Cause::Attack(_) => Vec::new(),
    }
}

fn deed(s: &Scenario, act: &Doable, depth: usize) -> Vec<Told> {
    let when = stated(s, "why-open-when", &act.when, depth);
    prose(&act.text, depth).into_iter().chain(when).chain(source(&act.source, depth)).collect()
}

fn event(s: &Scenario, event: EventIx, depth: usize) -> Vec<Told> {
    let event = s.event(event);
    let invented = event.invented.then(|| Told::new(depth, Say::new("tip-invented")));
    prose(&event.text, depth).into_iter().chain(source(&event.source, depth)).chain(invented).collect()
}

fn trigger(s: &Scenario, trigger: TriggerIx, depth: usize) -> Vec<Told> {
    let Some(trigger) = s.triggers.get(trigger.ix()) else { return Vec::new() };
    prose(&trigger.text, depth).into_iter().chain(stated(s, "why-goes-off", &trigger.when, depth)).collect()
}

fn norm(s: &Scenario, norm: NormIx, depth: usize) -> Vec<Told> {
    let Some(norm) = s.law.norms.get(norm.ix()) else { return Vec::new() };
    let what = Told::new(depth, Say::new("trace-order").with("order", Arg::Verbatim(norm.what.clone())));
    std::iter::once(what).chain(source(&norm.citation, depth)).collect()
}
