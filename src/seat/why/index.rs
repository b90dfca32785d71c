//! What there is to ask about, for whoever looks for it by its name.

use super::Question;
use crate::lang;
use crate::model::{Action, Arg, DecisionIx, Happened, LogEntry, MoveIx, OfferIx, Say, Scenario, VarIx, VarKind};
use crate::seat::{SeatView, dockets, duties, legal_actions};

/// Everything with an answer, each with its name: what the seat may do and may not, numbers, cases before courts, what the law
/// says of each item, and what has happened, the latest first.
#[must_use]
pub fn askable(view: &SeatView, heard: &[&LogEntry]) -> Vec<(Say, Question)> {
    let s = &view.scenario;
    let acts = deeds(view).into_iter().map(|action| (lang::deed(s, &action), Question::Act(action)));
    let shown = |v: &VarIx| view.sees(*v) && s.var(*v).kind != VarKind::Flag && !s.var(*v).title.is_empty();
    let numbers = (0..s.vars.len()).map(VarIx::new).filter(shown);
    let numbers = numbers.map(|v| (Say::new("why-number").with("var", Arg::Var(v)), Question::Number(v)));
    let courts = dockets(s).into_iter().map(|(case, court)| {
        let say = Say::new("why-court").with("court", Arg::Court(court)).with("case", Arg::Case(case));
        (say, Question::Court(case, court))
    });
    let cells = duties(view).disclose.cells.into_iter().map(|cell| {
        let order = crate::logic::condition::order(s, cell.order);
        let say = Say::new("duties-why").with("item", Arg::Item(cell.item)).with("order", order);
        (say, Question::Duty(cell.item, cell.order))
    });
    let minor = |e: &LogEntry| matches!(e.what, Happened::Opened(_) | Happened::Changed(..));
    let entries = heard.iter().enumerate().rev().filter(|(_, e)| !minor(e));
    let entries = entries.map(|(i, e)| (lang::entry(s, e), Question::Entry(i)));
    acts.chain(numbers).chain(courts).chain(cells).chain(entries).collect()
}

/// Whether each word that somebody looks for stands in a name, in any order and whatever its letters' case.
#[must_use]
pub fn fits(name: &str, asked: &str) -> bool {
    let name = name.to_lowercase();
    asked.to_lowercase().split_whitespace().all(|word| name.contains(word))
}

/// What is open to the seat, then what of its own is not.
fn deeds(view: &SeatView) -> Vec<Action> {
    let s = &view.scenario;
    let mut out: Vec<Action> = legal_actions(view).into_iter().filter(|a| spoken_of(s, a)).collect();
    let options = s.decisions.iter().enumerate().filter(|(_, d)| d.seat == view.seat).flat_map(|(d, x)| {
        (0..x.options.len()).map(move |o| Action::Choose(DecisionIx::new(d), u16::try_from(o).unwrap_or(u16::MAX)))
    });
    let moves = (0..s.moves.len()).map(MoveIx::new).filter(|m| s.side_move(*m).seat == view.seat).map(Action::Move);
    let offers = (0..s.offers.len()).map(OfferIx::new).filter(|o| s.offer(*o).from == view.seat).map(Action::Offer);
    for action in options.chain(moves).chain(offers) {
        if !out.contains(&action) {
            out.push(action);
        }
    }
    out
}

/// Arguments and rulings come in more variants than anybody reads: they are built, not looked up.
fn spoken_of(s: &Scenario, action: &Action) -> bool {
    s.doable(action).is_some() || matches!(action, Action::Check(_) | Action::Quote(_))
}
