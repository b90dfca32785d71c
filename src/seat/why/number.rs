//! How a number came to stand where it does, and what would move it.

use super::{Answer, Question, Told, entry, prose};
use crate::lang;
use crate::model::{Arg, Happened, LogEntry, Mark, Say, VarIx, VarKind};
use crate::seat::{SeatView, effects_of, legal_actions, preview};

pub(super) fn answer(view: &SeatView, heard: &[&LogEntry], var: VarIx) -> Option<Answer> {
    let s = &view.scenario;
    let about = s.vars.get(var.ix())?;
    let now = view.number(var).filter(|_| about.kind != VarKind::Flag)?;
    let num = |n: i16| Arg::Num(n.into());
    let mut lines: Vec<Told> = prose(&about.about, 0).into_iter().collect();
    let stands = Say::new("why-number-now").with("now", num(now)).with("start", num(about.start));
    lines.push(Told::new(0, stands.with("least", num(about.min)).with("most", num(about.max))));

    let moved = |(i, e): (usize, &&LogEntry)| match e.what {
        Happened::Changed(v, from, to, cause) if v == var => Some((i, from, to, cause)),
        _ => None,
    };
    let changes: Vec<_> = heard.iter().enumerate().filter_map(moved).collect();
    lines.push(Told::new(0, Say::new(if changes.is_empty() { "why-number-still" } else { "why-number-moved" })));
    for (i, from, to, cause) in changes.into_iter().rev() {
        let when = Say::new("why-change").with("round", Arg::Num(heard[i].round.into())).with("date", Arg::Day(heard[i].date));
        let say = when.with("from", num(from)).with("to", num(to));
        let say = say.with("cause", Arg::Say(Box::new(lang::cause(s, cause))));
        lines.push(Told::leading(1, say, Question::Entry(i)));
        lines.extend(entry::rests_on(s, cause, 2));
    }

    let mut would = Vec::new();
    for action in legal_actions(view).into_iter().filter(|a| !effects_of(s, a).is_empty()) {
        let Some(shift) = preview(view, &action).shifts.into_iter().find(|x| x.var == var) else { continue };
        let say = Say::new("why-would").with("deed", Arg::Say(Box::new(lang::deed(s, &action))));
        would.push(Told::leading(1, say.with("from", num(shift.from)).with("to", num(shift.to)), Question::Act(action)));
    }
    if !would.is_empty() {
        lines.push(Told::new(0, Say::new("why-number-would")));
        lines.extend(would);
    }

    let looks = |m: &Mark| match m {
        Mark::AtLeast(v, _) | Mark::AtMost(v, _) => *v == var,
    };
    let mut aims = s.seats[view.seat.ix()].aims.iter().filter(|a| a.marks.iter().any(looks)).peekable();
    if aims.peek().is_some() {
        lines.push(Told::new(0, Say::new("why-number-aims")));
        lines.extend(aims.filter_map(|a| prose(&a.text, 1)));
    }
    Some(Answer { title: Say::new("why-number").with("var", Arg::Var(var)), lines })
}
