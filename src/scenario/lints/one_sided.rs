//! `L114`: a seat that can win nothing. `L115`: a side that has no argument on an issue. `L116`: a mark that no number reaches.

use super::Fault;
use crate::diagnostic::Severity;
use crate::model::{Mark, Scenario, Side};
use crate::scenario::names::Step;

/// Looks at aims and issues.
pub fn check(s: &Scenario, found: &mut Vec<(Severity, Fault)>) {
    for (i, seat) in s.seats.iter().enumerate() {
        let path = || vec![Step::Field("seats"), Step::Entry(i)];
        for aim in &seat.aims {
            for (mark, least) in aim.marks.iter().filter_map(|m| beyond(s, *m)) {
                let message = format!("aim `{}` asks for {mark}, which is out of reach: {least}", aim.id);
                let fault = Fault::new("L116", path(), &aim.id, message, "set a mark inside the bounds of the number");
                found.push((Severity::Warning, fault));
            }
        }
        let wins = |card: usize| {
            seat.aims
                .iter()
                .any(|a| a.weights.get(card).is_some_and(|w| *w > 0) && a.marks.iter().all(|m| beyond(s, *m).is_none()))
        };
        for card in (0..seat.cards.len()).filter(|c| !wins(*c)) {
            let id = &seat.cards[card].id;
            let message = format!("with card `{id}`, `{}` has no aim it could be paid for", seat.id);
            let help = "give one of the seat's aims a weight above 0 on this card";
            found.push((Severity::Warning, Fault::new("L114", path(), id, message, help)));
        }
    }
    if Side::BOTH.iter().any(|side| s.party(*side).is_none()) {
        return;
    }
    for (i, issue) in s.issues.iter().enumerate() {
        for side in Side::BOTH {
            if issue.factors.iter().any(|f| s.law.factor(*f).side == side) {
                continue;
            }
            let word = if side == Side::Compel { "Compel" } else { "Resist" };
            let message = format!("nobody can argue for {word} on issue `{}`: all its factors favour the other side", issue.id);
            let path = vec![Step::Field("issues"), Step::Entry(i)];
            found.push((
                Severity::Warning,
                Fault::new("L115", path, &issue.id, message, "add a factor of that side to `factors`"),
            ));
        }
    }
}

/// A mark outside the bounds of its number, in words, and the bound it is beyond.
fn beyond(s: &Scenario, mark: Mark) -> Option<(String, String)> {
    match mark {
        Mark::AtLeast(v, n) if n > s.var(v).max => {
            Some((format!("{} or more of `{}`", n, s.var(v).id), format!("it goes up to {}", s.var(v).max)))
        }
        Mark::AtMost(v, n) if n < s.var(v).min => {
            Some((format!("{} or less of `{}`", n, s.var(v).id), format!("it goes down to {}", s.var(v).min)))
        }
        _ => None,
    }
}
