//! Dates against the calendar of the scenario, and what every scenario needs.

use super::file::{self, Then};
use super::names::{Kind, Names, Step};
use crate::model::{Date, Slot, StageIx};

pub(super) fn seats_bits(n: &mut Names, seats: Option<&[String]>) -> u16 {
    match seats {
        None => u16::MAX,
        Some(list) => {
            let bits = list.iter().fold(0, |bits, id| bits | (1_u16 << (n.seat(id).0 & 15)));
            // What every seat knows, everybody knows.
            if bits.count_ones() as usize == n.count(Kind::Seat) { u16::MAX } else { bits }
        }
    }
}

pub(super) fn slot(n: &mut Names, f: &file::Scenario, on: Option<(u8, Date)>) -> Option<Slot> {
    let (round, date) = on?;
    let Some(ends) = usize::from(round).checked_sub(1).and_then(|i| f.rounds.get(i)).map(|r| r.ends) else {
        let message = format!("there is no round {round}; the calendar has {}", f.rounds.len());
        n.fault("S035", &date.to_string(), message, "rounds are counted from 1");
        return None;
    };
    let starts = if round == 1 { f.start } else { f.rounds[usize::from(round) - 2].ends.plus(1) };
    if date < starts || date > ends {
        let message = format!("{date} is outside round {round}, which runs from {starts} to {ends}");
        n.fault("S036", &date.to_string(), message, "use a day inside the round, or another round");
    }
    Some(Slot { round, date })
}

pub(super) fn calendar(n: &mut Names, f: &file::Scenario, coda: Option<(StageIx, u8)>) {
    if f.rounds.is_empty() {
        n.fault("S037", "", "a scenario needs at least one round".into(), "add `rounds: [(ends: \"…\", title: \"…\")]`");
    }
    if f.seats.is_empty() || f.stages.is_empty() || f.endings.is_empty() || f.cases.is_empty() {
        let message = "a scenario needs at least one seat, one stage, one case and one ending".to_owned();
        n.fault("S037", "", message, "see `scenarios/` for a small example");
    }
    if f.rounds.len() > usize::from(u8::MAX) {
        n.fault("S037", "", format!("{} rounds; {} is the most", f.rounds.len(), u8::MAX), "let a round stand for more days");
    }
    if f.seats.len() > 16 {
        n.fault("S037", "", format!("{} seats; 16 is the most", f.seats.len()), "let teams share seats");
    }
    let mut last = f.start;
    n.each("rounds", &f.rounds, |n, _, r| {
        if r.ends < last {
            let message = format!("this round ends on {}, before {last}", r.ends);
            n.fault("S038", &r.ends.to_string(), message, "rounds follow one another");
        }
        last = r.ends;
    });
    if let Some((_, round)) = coda
        && (round == 0 || usize::from(round) > f.rounds.len())
    {
        n.at(Step::Field("coda"), |n| n.fault("S035", "", format!("there is no round {round}"), "rounds are counted from 1"));
    }
    n.each("stages", &f.stages, |n, _, s| {
        n.at(Step::Field("hearing"), |n| {
            let _ = slot(n, f, s.hearing.as_ref().and_then(|h| h.on));
            let _ = slot(n, f, s.hearing.as_ref().and_then(|h| h.argued));
        });
    });
    n.each("decisions", &f.decisions, |n, _, d| {
        n.each("options", &d.options, |n, _, o| {
            let _ = slot(n, f, o.on);
            dates(n, f, &o.effects);
        });
    });
    n.each("moves", &f.moves, |n, _, m| {
        let _ = slot(n, f, m.on);
        dates(n, f, &m.effects);
    });
    n.each("offers", &f.offers, |n, _, o| dates(n, f, &o.effects));
    n.each("events", &f.events, |n, _, e| dates(n, f, &e.effects));
    n.each("triggers", &f.triggers, |n, _, t| dates(n, f, &t.effects));
    n.each("upkeep", &f.upkeep, |n, _, u| dates(n, f, &u.effects));
    n.each("bundles", &f.bundles, |n, _, b| dates(n, f, &b.effects));
    n.each("press", &f.press, |n, _, s| {
        let _ = slot(n, f, Some((s.round, s.date)));
    });
}

pub(super) fn dates(n: &mut Names, f: &file::Scenario, effects: &[Then]) {
    for e in effects {
        match e {
            Then::On(round, date, then) => {
                let _ = slot(n, f, Some((*round, *date)));
                dates(n, f, then);
            }
            Then::If(_, then) => dates(n, f, then),
            Then::IfElse(_, then, otherwise) => {
                dates(n, f, then);
                dates(n, f, otherwise);
            }
            _ => {}
        }
    }
}
