//! An action: what it does by itself, why it is open or closed, what that rests on.

use super::{Answer, Question, Told, deeds, judged, prose, source};
use crate::lang;
use crate::model::{Action, Arg, Condition, Doable, Say};
use crate::seat::{LawInPlay, Refusal, SeatView, check, effects_of, preview, preview_ruling, score_in};

pub(super) fn answer(view: &SeatView, action: &Action) -> Option<Answer> {
    let s = &view.scenario;
    if !known(view, action) {
        return None;
    }
    let refusal = check(view, action).err().filter(|_| !view.plan.contains(action));
    let act = s.doable(action);
    let mut lines: Vec<Told> = act.and_then(|act| prose(&act.text, 0)).into_iter().collect();
    lines.extend(refusal.as_ref().map(|refusal: &Refusal| Told::new(0, refusal.say(s))));
    lines.extend(act.map(|act| opening(view, act)).into_iter().flatten());
    lines.extend(does(view, action));
    lines.extend(act.map(ground).into_iter().flatten());
    Some(Answer { title: lang::deed(s, action), lines })
}

/// Whether the scenario has what the action names.
fn known(view: &SeatView, action: &Action) -> bool {
    let s = &view.scenario;
    match action {
        Action::Choose(d, o) => s.decisions.get(d.ix()).is_some_and(|d| usize::from(*o) < d.options.len()),
        Action::Move(m) => m.ix() < s.moves.len(),
        Action::Offer(o) | Action::Respond(o, _) => o.ix() < s.offers.len(),
        Action::Argue(p) => p.issue.ix() < s.issues.len(),
        Action::Attack(i, _) => i.ix() < s.issues.len(),
        Action::Check(c) | Action::Quote(c) => c.ix() < s.claims.len(),
        Action::Rule(..) | Action::Undo | Action::Close => true,
    }
}

/// When it is open, and how that comes out now.
fn opening(view: &SeatView, act: &Doable) -> Vec<Told> {
    let s = &view.scenario;
    let mut out = Vec::new();
    let last = u8::try_from(s.rounds.len()).unwrap_or(u8::MAX);
    let (from, to) = (act.rounds.0.max(1), act.rounds.1.min(last));
    if (from, to) != (1, last) {
        let say = Say::new("why-open-rounds").with("from", Arg::Num(from.into())).with("to", Arg::Num(to.into()));
        out.push(Told::new(0, say));
    }
    if act.when != Condition::Always {
        out.push(Told::new(0, Say::new("why-open-if")));
        out.extend(judged(view, &act.when, 1));
    }
    out
}

/// Effects on numbers, exactly; then what else is set going; then how good an argument or a ruling would be.
fn does(view: &SeatView, action: &Action) -> Vec<Told> {
    let s = &view.scenario;
    let seen = preview(view, action);
    let mut out: Vec<Told> = Vec::new();
    for shift in &seen.shifts {
        let say = Say::new("why-shift").with("var", Arg::Var(shift.var));
        let say = say.with("from", Arg::Num(shift.from.into())).with("to", Arg::Num(shift.to.into()));
        out.push(Told::leading(1, say, Question::Number(shift.var)));
    }
    let says = deeds(s, &view.numbers, effects_of(s, action)).into_iter().chain(seen.broken(s));
    out.extend(says.map(|say| Told::new(1, say)));
    out.extend(seen.uncertain.then(|| Told::new(1, Say::new("window-uncertain-about"))));
    match action {
        Action::Argue(pleading) => {
            let law = LawInPlay::seen(view);
            let score = score_in(view, pleading).map(|score| score.says(&law)).unwrap_or_default();
            out.extend(score.into_iter().map(|say| Told::new(1, say)));
        }
        Action::Rule(side, reason) => {
            let at = s.stage(view.clock.stage).hearing.as_ref().map(|h| (h.case, h.court));
            let says = at.map(|at| preview_ruling(view, at, *side, reason).says()).unwrap_or_default();
            out.extend(says.into_iter().map(|say| Told::new(1, say)));
        }
        _ => {}
    }
    if !out.is_empty() {
        out.insert(0, Told::new(0, Say::new("why-does")));
    }
    out
}

/// What it rests on.
pub(super) fn ground(act: &Doable) -> Vec<Told> {
    let invented = act.invented.then(|| Told::new(0, Say::new("tip-invented")));
    source(&act.source, 0).into_iter().chain(invented).collect()
}
