//! Hints that give reasons, in three strengths: what to look at, what there is to weigh, what a careful player would do. They
//! read the seat's own view and nothing else, so a hint can give no secret away.

use super::guided::is_left;
use crate::lang::{self, law as said};
use crate::logic::condition;
use crate::logic::duty::Cell;
use crate::model::{Action, Arg, Beat, Duty, Happened, IssueIx, Mark, Objective, Requirement, Role, Say, Side, VarIx};
use crate::seat::duties::duty_key;
use crate::seat::{self, Duties, LawInPlay, SeatView, Shift, Told, check, duties, legal_actions, preview};

/// How much a hint says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// What to look at: the aims and numbers at stake, and what there is to learn.
    Look,
    /// What there is to weigh: what the law requires or allows, what each option does and risks.
    Weigh,
    /// What a careful player would do, and why.
    Suggest,
}

impl Strength {
    /// All, the weakest first.
    pub const ALL: [Self; 3] = [Self::Look, Self::Weigh, Self::Suggest];

    /// The key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Look => "hint-look",
            Self::Weigh => "hint-weigh",
            Self::Suggest => "hint-suggest",
        }
    }
}

/// Side moves a hint goes through: more is no help.
const MOST_MOVES: usize = 4;

/// A hint for a seat that is waited for. `advice` is what a bot would do in this view, with its reason; the strongest hint
/// passes it on if the rules allow it.
#[must_use]
pub fn hint(view: &SeatView, strength: Strength, advice: Option<(&Action, &Say)>, guided: bool) -> Vec<Told> {
    if !view.me().awaited || view.me().closed {
        return vec![told(0, Say::new("hint-not-now"))];
    }
    match strength {
        Strength::Look => look(view, guided),
        Strength::Weigh => weigh(view, guided),
        Strength::Suggest => suggest(view, advice.filter(|(action, _)| !guided || is_left(view, action))),
    }
}

/// The objectives that the decisions now put to a seat exercise.
#[must_use]
pub fn at_stake(view: &SeatView) -> Vec<&Objective> {
    let s = &view.scenario;
    let open: Vec<_> = seat::open_decisions(s, &view.numbers, &view.clock, view.seat).collect();
    s.objectives.iter().filter(|o| o.decisions.iter().any(|d| open.contains(d))).collect()
}

fn told(depth: usize, say: Say) -> Told {
    Told::new(depth, say)
}

fn inside(say: Say) -> Arg {
    Arg::Say(Box::new(say))
}

/// What is open to the seat (in guided play: left to the person) and has effects of its own: options and answers to offers, then
/// moves and offers.
fn open(view: &SeatView, guided: bool) -> (Vec<Action>, Vec<Action>) {
    let mine = |a: &Action| view.scenario.doable(a).is_some() && (!guided || is_left(view, a));
    let all = legal_actions(view).into_iter().filter(mine);
    all.partition(|a| !matches!(a, Action::Move(_) | Action::Offer(_)))
}

/// Whether more of a number serves the seat (or less), if an aim of its card looks at it.
fn wants_more(view: &SeatView, var: VarIx) -> Option<bool> {
    let aims = view.scenario.seats[view.seat.ix()].aims.iter();
    let mine = aims.filter(|a| a.weights.get(view.card.ix()).is_some_and(|w| *w > 0));
    mine.flat_map(|a| &a.marks).find_map(|m| match m {
        Mark::AtLeast(v, _) if *v == var => Some(true),
        Mark::AtMost(v, _) if *v == var => Some(false),
        _ => None,
    })
}

fn look(view: &SeatView, guided: bool) -> Vec<Told> {
    let s = &view.scenario;
    let (options, moves) = open(view, guided);
    let mut out = Vec::new();
    for action in options.iter().chain(&moves).filter(|a| preview(view, a).ends.is_some()) {
        let Some(act) = s.doable(action) else { continue };
        out.push(told(0, Say::new("hint-final").with("option", Arg::Text(act.title.clone()))));
    }
    if s.seats[view.seat.ix()].role == Role::Provider && !options.is_empty() && demands(view, &duties(view)).next().is_some() {
        out.push(told(0, Say::new("hint-demands")));
    }
    if let Some((case, court)) = before_court(view) {
        out.push(told(0, Say::new("hint-court").with("court", Arg::Court(court)).with("case", Arg::Case(case))));
    }
    if seat::has_not_argued(view) {
        out.push(told(0, Say::new("hint-unargued")));
    }
    out.extend(aims(view, &options, &moves));
    out.extend(
        at_stake(view).into_iter().map(|o| told(0, Say::new("hint-objective").with("objective", Arg::Text(o.text.clone())))),
    );
    if out.is_empty() {
        out.push(told(0, Say::new("hint-no-aim")));
    }
    out
}

/// The seat's aims: those that what is open moves, with what they earn now, and the others.
fn aims(view: &SeatView, options: &[Action], moves: &[Action]) -> Vec<Told> {
    let s = &view.scenario;
    let all = options.iter().chain(moves).chain(&view.plan);
    let moved: Vec<VarIx> = all.flat_map(|a| preview(view, a).shifts).map(|x| x.var).collect();
    let (mut now, mut later) = (Vec::new(), Vec::new());
    let aims = s.seats[view.seat.ix()].aims.iter().zip(view.tally());
    for (aim, (weight, earned)) in aims.filter(|(_, (weight, _))| *weight > 0) {
        let watched = aim.marks.iter().map(|m| match m {
            Mark::AtLeast(v, _) | Mark::AtMost(v, _) => *v,
        });
        let say = Say::new("hint-aim").with("aim", Arg::Text(aim.text.clone()));
        let say = say.with("weight", Arg::Num(weight.into())).with("earned", Arg::Num(earned.into()));
        let moving: Vec<VarIx> = watched.filter(|v| moved.contains(v)).collect();
        if moving.iter().any(|v| view.sees(*v)) {
            now.push(told(1, say));
        } else if moving.is_empty() {
            later.push(told(1, say));
        }
    }
    // What a ruling would move is not known before it is written.
    let lists = if seat::ruling_due(s, &view.numbers, &view.clock) {
        vec![("hint-aims", now)]
    } else {
        vec![("hint-aims", now), ("hint-aims-later", later)]
    };
    let lists = lists.into_iter().filter(|(_, list)| !list.is_empty());
    lists.flat_map(|(head, list)| std::iter::once(told(0, Say::new(head))).chain(list)).collect()
}

/// The case now before a court, with that court: a hearing that may follow, or a file that is put to the bench.
fn before_court(view: &SeatView) -> Option<(crate::model::CaseIx, crate::model::CourtIx)> {
    let s = &view.scenario;
    let file = seat::open_decisions(s, &view.numbers, &view.clock, view.seat).find_map(|d| s.decision(d).file);
    if let Some(file) = file {
        return Some((file, s.cases[file.ix()].court));
    }
    let hearing = seat::hearing(s, &view.numbers, &view.clock)?;
    (view.clock.beat != Beat::Open).then_some((hearing.case, hearing.court))
}

fn weigh(view: &SeatView, guided: bool) -> Vec<Told> {
    let mut out = law(view);
    out.extend(issues(view));
    let (options, moves) = open(view, guided);
    for action in options.iter().chain(moves.iter().take(MOST_MOVES)) {
        option(view, action, &mut out);
    }
    if out.is_empty() {
        out.push(told(0, Say::new("hint-nothing-to-weigh")));
    }
    out
}

/// What earlier holdings require of the court before which the case stands.
fn required(view: &SeatView) -> Option<Happened> {
    let s = &view.scenario;
    let (case, court) = before_court(view)?;
    let facts = s.record(case, &view.numbers, None);
    let day = seat::day_of_ruling(view);
    let found = LawInPlay::seen(view).requirement(case, s.cases[case.ix()].question, court, &facts, day);
    matches!(found, Happened::Constraint { .. }).then_some(found)
}

/// That the court is bound to decide against the seat's side, as the record stands: then reasons alone win nothing.
fn bound_against(view: &SeatView) -> Option<Told> {
    let side = view.scenario.seats[view.seat.ix()].side?;
    if view.clock.beat >= Beat::Rule {
        return None;
    }
    let Happened::Constraint { requires: Requirement::Forced(forced, _), .. } = required(view)? else { return None };
    (forced != side).then(|| told(0, Say::new("hint-bound-against")))
}

/// What a legal order demands or forbids of data that are not handed over yet.
fn demands<'a>(view: &'a SeatView, found: &'a Duties) -> impl Iterator<Item = (&'a Cell, Duty)> {
    let waiting = found.disclose.cells.iter().filter(|c| !view.produced[c.item.ix()]);
    waiting.filter_map(|c| c.duty.filter(|d| matches!(d, Duty::Must | Duty::MustNot)).map(|d| (c, d)))
}

/// What binds the court before which the case stands, and what each legal order requires of the provider.
fn law(view: &SeatView) -> Vec<Told> {
    let s = &view.scenario;
    let mut out = Vec::new();
    if let Some(found) = required(view)
        && let Some(say) = said::entry(&found)
    {
        out.push(told(0, Say::new("hint-sentence").with("what", inside(say))));
    }
    out.extend(bound_against(view));
    let found = duties(view);
    for (cell, duty) in demands(view, &found) {
        let Some(norm) = cell.because.first().map(|n| s.law.norm(*n)) else { continue };
        let say = Say::new("hint-duty").with("order", condition::order(s, cell.order)).with("item", Arg::Item(cell.item));
        let say = say.with("duty", inside(Say::new(duty_key(Some(duty)))));
        out.push(told(0, say.with("source", Arg::Verbatim(norm.citation.clone()))));
    }
    if !found.conflicts.is_empty() && s.seats[view.seat.ix()].role == Role::Provider {
        out.push(told(0, Say::new("hint-conflict")));
    }
    out
}

/// How the sides stand on each issue that may be argued now.
fn issues(view: &SeatView) -> Vec<Told> {
    let s = &view.scenario;
    let Some(side) = s.seats[view.seat.ix()].side else { return Vec::new() };
    if !seat::may_plead(s, &view.numbers, &view.clock) {
        return Vec::new();
    }
    let weight = |issue, side: Side| -> i64 {
        seat::pleadable(s, &view.numbers, issue, side).iter().map(|f| i64::from(s.weight(f, &view.numbers))).sum()
    };
    let all = (0..s.issues.len()).map(IssueIx::new).map(|issue| {
        let say = Say::new("hint-issue").with("issue", Arg::Issue(issue));
        let say = say.with("mine", Arg::Num(weight(issue, side))).with("theirs", Arg::Num(weight(issue, side.other())));
        told(0, say)
    });
    all.collect()
}

fn option(view: &SeatView, action: &Action, out: &mut Vec<Told>) {
    let s = &view.scenario;
    let Some(act) = s.doable(action) else { return };
    let seen = preview(view, action);
    let say = Say::new("hint-option").with("option", Arg::Text(act.title.clone()));
    out.push(told(0, say.with("cost", Arg::Num(act.cost.into()))));
    let mut part = |key, wanted: Option<bool>| {
        let serves = |x: &&Shift| wants_more(view, x.var).map(|more| more == (x.to > x.from)) == wanted;
        let shift = |x: &Shift| {
            let say = Say::new("hint-shift").with("var", Arg::Var(x.var));
            say.with("from", Arg::Num(x.from.into())).with("to", Arg::Num(x.to.into()))
        };
        let all: Vec<Say> = seen.shifts.iter().filter(serves).map(shift).collect();
        out.extend(said::list(all).map(|list| told(1, Say::new(key).with("changes", inside(list)))));
    };
    part("hint-helps", Some(true));
    part("hint-hurts", Some(false));
    part("hint-besides", None);
    if seen.shifts.is_empty() {
        let deeds = seat::why::deeds(s, &view.numbers, seat::effects_of(s, action));
        out.extend(said::list(deeds).map(|list| told(1, Say::new("hint-does").with("deeds", inside(list)))));
    }
    if let Some(ending) = seen.ends {
        out.push(told(1, Say::new("hint-ends").with("ending", Arg::Ending(ending))));
    }
    if seen.uncertain {
        out.push(told(1, Say::new("hint-uncertain")));
    }
    if !act.source.is_empty() {
        out.push(told(1, Say::new("desk-source").with("source", Arg::Verbatim(act.source.clone()))));
    }
}

fn suggest(view: &SeatView, advice: Option<(&Action, &Say)>) -> Vec<Told> {
    let allowed = advice.filter(|(action, _)| check(view, action).is_ok());
    let Some((action, because)) = allowed else { return vec![told(0, Say::new("hint-no-advice"))] };
    let mut out = vec![told(0, Say::new("hint-do").with("deed", inside(lang::deed(&view.scenario, action))))];
    out.push(told(1, reason(view, action, because)));
    if matches!(action, Action::Argue(_) | Action::Attack(..)) {
        out.extend(bound_against(view));
    }
    let mut does = Vec::new();
    option(view, action, &mut does);
    out.extend(does.into_iter().filter(|t| t.depth > 0));
    out
}

/// Why a careful player would do it. A bot's temper is no reason for a learner: what serves an aim comes first.
fn reason(view: &SeatView, action: &Action, because: &Say) -> Say {
    let temper = because.args.iter().find_map(|(name, arg)| match arg {
        Arg::Say(kind) if *name == "kind" => Some((**kind).clone()),
        _ => None,
    });
    let Some(temper) = temper else { return Say::new("hint-because").with("reason", inside(because.clone())) };
    let serves = |x: &&Shift| wants_more(view, x.var) == Some(x.to > x.from);
    match preview(view, action).shifts.iter().find(serves) {
        Some(shift) => Say::new("hint-because").with("reason", inside(Say::new("bot-gain").with("var", Arg::Var(shift.var)))),
        None => Say::new("hint-temper").with("kind", inside(temper)),
    }
}
