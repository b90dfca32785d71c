//! `L102`: an authority that is cited before it was decided. `L124`: one that history is said to have cited after it fell.

use super::Fault;
use crate::diagnostic::Severity;
use crate::model::Scenario;
use crate::scenario::names::Step;

/// Looks at pleadings of history and at the authorities of issues.
pub fn check(s: &Scenario, found: &mut Vec<(Severity, Fault)>) {
    let last = s.rounds.last().map_or(s.start, |r| r.ends);
    for (i, issue) in s.issues.iter().enumerate() {
        for p in issue.authorities.iter().flatten() {
            let p = s.law.precedent(*p);
            if p.decided_on > last {
                let path = vec![Step::Field("issues"), Step::Entry(i)];
                let message = format!("`{}` was decided on {}, after the calendar ends", p.id, p.decided_on);
                found.push((Severity::Error, Fault::new("L102", path, &p.id, message, "cite an authority that existed by then")));
            }
        }
    }
    for (i, p) in s.pleadings.iter().enumerate() {
        let starts = usize::from(p.round).checked_sub(2).and_then(|r| s.rounds.get(r)).map_or(s.start, |r| r.ends.plus(1));
        let hearings = s.stages.iter().filter_map(|x| x.hearing.as_ref());
        let argued = hearings.filter_map(|h| h.argued.or(h.slot)).find(|slot| slot.round == p.round).map(|slot| slot.date);
        let ends = usize::from(p.round).checked_sub(1).and_then(|r| s.rounds.get(r)).map_or(last, |r| r.ends);
        let day = argued.unwrap_or(ends);
        let Some(a) = p.pleading.authority.map(|a| s.law.precedent(a)) else { continue };
        let path = || vec![Step::Field("pleadings"), Step::Entry(i)];
        if a.decided_on >= day {
            let message = format!("`{}` was decided on {}, not before {day}", a.id, a.decided_on);
            found.push((Severity::Error, Fault::new("L102", path(), &a.id, message, "cite an authority that existed by then")));
        }
        let standing = a.standing(starts);
        if !standing.is_good() {
            let message = format!("`{}` is cited in round {}, after it fell", a.id, p.round);
            found.push((
                Severity::Warning,
                Fault::new("L124", path(), &a.id, message, "look at the round, or cite what was good law then"),
            ));
        }
    }
}
