//! `L101`: what is open to a seat must not depend on a number it may not see. A greyed-out button would give the secret
//! away.

use super::Fault;
use crate::diagnostic::Severity;
use crate::model::{Condition, Scenario, SeatIx};
use crate::scenario::names::Step;

/// Looks through decisions, side moves, offers, hearings and circumstances.
pub fn check(s: &Scenario, found: &mut Vec<(Severity, Fault)>) {
    let mut look = |seat: Option<SeatIx>, when: &Condition, path: Vec<Step>, word: &str| {
        let bits = seat.map_or(u16::MAX, |x| 1 << x.0);
        when.reads(&mut |var| {
            let v = s.var(var);
            // Everybody's table must see it where no single seat is meant.
            let hidden = if seat.is_some() { v.known_to & bits == 0 } else { v.known_to != u16::MAX };
            if hidden {
                found.push((
                    Severity::Error,
                    Fault {
                        code: "L101",
                        path: path.clone(),
                        word: word.to_owned(),
                        message: format!("`{word}` depends on `{}`, which its seat may not see", v.id),
                        help: "let the seat see the number (`known_to`), or make the outcome depend on it instead".into(),
                        suggestion: None,
                    },
                ));
            }
        });
    };
    for (i, d) in s.decisions.iter().enumerate() {
        let path = vec![Step::Field("decisions"), Step::Entry(i)];
        look(Some(d.seat), &d.when, path.clone(), &d.id);
        for o in &d.options {
            look(Some(d.seat), &o.act.when, path.clone(), &o.id);
        }
    }
    for (i, m) in s.moves.iter().enumerate() {
        look(Some(m.seat), &m.act.when, vec![Step::Field("moves"), Step::Entry(i)], &m.id);
    }
    for (i, o) in s.offers.iter().enumerate() {
        look(Some(o.from), &o.act.when, vec![Step::Field("offers"), Step::Entry(i)], &o.id);
    }
    for (i, stage) in s.stages.iter().enumerate() {
        if let Some(h) = &stage.hearing {
            look(None, &h.when, vec![Step::Field("stages"), Step::Entry(i)], &stage.id);
        }
    }
    // The duties are shown to every seat, so what they turn on is public.
    for (i, when) in s.circumstances.iter().enumerate() {
        if let Some(when) = when {
            look(None, when, vec![Step::Field("circumstances")], &s.law.circumstances[i].id);
        }
    }
}
