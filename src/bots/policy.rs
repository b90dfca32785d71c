//! One policy, five integers of taste: take the action whose own effects gain most aim weight, plus taste for what kind of
//! thing it is to do. `cautious` and `bold` differ in the integers only.

use super::{Bot, Play};
use crate::model::{Action, Arg, FactorSet, Ground, IssueIx, Say, Scenario, Side, Taste, Verdict};
use crate::seat::{self, Leanings, SeatView, legal_actions};

/// Taste for law, publicity, patience, risk and candour, each −2 to 2.
#[derive(Clone, Copy, Debug)]
pub struct Tastes {
    /// Standing on the law.
    pub law: i16,
    /// Going public.
    pub publicity: i16,
    /// Waiting.
    pub patience: i16,
    /// Running a risk.
    pub risk: i16,
    /// Being straight with the court.
    pub candour: i16,
}

/// Careful and straight.
pub const CAUTIOUS: Tastes = Tastes { law: 0, publicity: -1, patience: 1, risk: -2, candour: 2 };

/// Loud and daring.
pub const BOLD: Tastes = Tastes { law: 2, publicity: 2, patience: -1, risk: 2, candour: -1 };

/// What a point of effort is worth.
const EFFORT: i32 = 14;
/// What a point of taste is worth.
const TASTE: i32 = 5;

/// Plays by taste.
pub struct Policy(Tastes);

impl Policy {
    /// A player of these tastes.
    #[must_use]
    pub const fn new(tastes: Tastes) -> Self {
        Self(tastes)
    }
}

/// An action with its score and the largest term of it.
pub struct Scored {
    /// The action.
    pub action: Action,
    /// Its score.
    pub score: i32,
    /// Why.
    pub because: Say,
}

impl Bot for Policy {
    fn play(&mut self, view: &SeatView) -> Play {
        let best = ranked(view, self.0).into_iter().next();
        match best {
            Some(s) => Play { action: s.action, because: s.because },
            None => Play { action: Action::Close, because: Say::new("bot-nothing-else") },
        }
    }
}

/// The legal actions, best first; of equals, the one the rules list first.
#[must_use]
pub fn ranked(view: &SeatView, tastes: Tastes) -> Vec<Scored> {
    let before = worth(view, &view.numbers);
    let mut all: Vec<Scored> = legal_actions(view).into_iter().map(|action| score(view, tastes, before, action)).collect();
    all.sort_by_key(|s| -s.score);
    all
}

/// What a set of numbers is worth to the seat: its aims, with credit for coming near.
fn worth(view: &SeatView, numbers: &[i16]) -> i32 {
    let s = &view.scenario;
    let over = numbers[s.own.ending.ix()] != 0;
    let aims = &s.seats[view.seat.ix()].aims;
    let value = |a: &crate::model::Aim| {
        let weight = i32::from(a.weights.get(view.card.ix()).copied().unwrap_or(0));
        let near = match a.short(numbers) {
            0 => 24,
            1 => 15,
            2 => 9,
            3 => 5,
            4 => 2,
            _ => 0,
        };
        match (a.when.holds(numbers), over) {
            (true, _) => weight * near,
            (false, true) => 0,
            // What is not yet true may still come true.
            (false, false) => weight * near / 2,
        }
    };
    aims.iter().map(value).sum()
}

fn taste(tastes: Tastes, tags: &[(Taste, i16)]) -> i32 {
    let one = |(kind, n): &(Taste, i16)| {
        let t = match kind {
            Taste::Law => tastes.law,
            Taste::Publicity => tastes.publicity,
            Taste::Patience => tastes.patience,
            Taste::Risk => tastes.risk,
            Taste::Candour => tastes.candour,
        };
        i32::from(t * n) * TASTE
    };
    tags.iter().map(one).sum()
}

fn score(view: &SeatView, tastes: Tastes, before: i32, action: Action) -> Scored {
    let s = &view.scenario;
    let cost = i32::from(seat::effort(s, &action)) * EFFORT;
    let gain = |action: &Action| {
        let mut after = view.numbers.clone();
        seat::run_action(s, action, &mut after, &mut |_| {});
        worth(view, &after) - before
    };
    let (score, because) = match &action {
        Action::Choose(d, o) => {
            let act = &s.decision(*d).options[*o as usize].act;
            by_aims(view, gain(&action), taste(tastes, &act.tags), -cost, &action)
        }
        Action::Move(m) => by_aims(view, gain(&action), taste(tastes, &s.side_move(*m).act.tags), -cost, &action),
        Action::Offer(o) => {
            let offer = s.offer(*o);
            let mine = gain(&action);
            by_aims(view, mine - 20, taste(tastes, &offer.act.tags), 0, &action)
        }
        Action::Respond(o, yes) => {
            let mine = if *yes { gain(&action) } else { 0 };
            by_aims(view, mine, if *yes { taste(tastes, &s.offer(*o).act.tags) } else { 0 }, 0, &action)
        }
        Action::Argue(p) => {
            let (mine, theirs) = (seat::points(s, &view.numbers, p), potential(view, p.issue));
            let edge = i32::from(mine - theirs).clamp(-2, 2) * 4;
            let boast = match p.quote.map(|c| s.claim(c).verdict).filter(|_| quote_known(view, p.quote)) {
                Some(Verdict::Wrong) => -12 + i32::from(tastes.risk - tastes.candour) * 4,
                Some(_) => 3,
                None if p.quote.is_some() => i32::from(tastes.risk) * 2,
                None => 0,
            };
            let faced = if p.faced { 7 + i32::from(tastes.candour) * 3 } else { 0 };
            let authority = if p.authority.is_some() { 2 } else { 0 };
            let score = 22 + edge + boast + faced + authority + i32::from(tastes.law) * 2 - cost;
            (score, Say::new("bot-argue").with("issue", Arg::Issue(p.issue)))
        }
        Action::Attack(issue, ground) => {
            (attack(view, *issue, *ground, tastes) - cost, Say::new("bot-attack").with("issue", Arg::Issue(*issue)))
        }
        Action::Check(c) => (2 + i32::from(tastes.candour), Say::new("bot-check").with("claim", Arg::Claim(*c))),
        Action::Quote(c) => {
            let worth = match (view.press[c.ix()].checked, s.claim(*c).verdict) {
                (true, Verdict::Accurate) => 12,
                (true, Verdict::Shorthand) => i32::from(tastes.risk) * 3,
                (true, Verdict::Wrong) => i32::from(tastes.risk - tastes.candour) * 4 - 6,
                (false, _) => 2 + i32::from(tastes.risk + tastes.publicity) * 2,
            };
            (worth, Say::new("bot-quote").with("claim", Arg::Claim(*c)))
        }
        Action::Rule(side, reason) => rule(view, *side, reason, before),
        Action::Close => (0, Say::new("bot-nothing-else")),
        Action::Undo => (i32::MIN, Say::new("bot-nothing-else")),
    };
    Scored { action, score, because }
}

fn quote_known(view: &SeatView, quote: Option<crate::model::ClaimIx>) -> bool {
    quote.is_some_and(|c| view.press[c.ix()].checked)
}

/// The score of something done for its effects, and the largest of its terms.
fn by_aims(view: &SeatView, gain: i32, taste: i32, cost: i32, action: &Action) -> (i32, Say) {
    let because = if taste.abs() > gain.abs() {
        Say::new("bot-taste").with("kind", Arg::Say(Box::new(kind(view, action))))
    } else {
        match best_aim(view, action) {
            Some(shift) => Say::new("bot-gain").with("var", Arg::Var(shift)),
            None => Say::new("bot-keeps"),
        }
    };
    (gain + taste + cost, because)
}

/// The kind of deed an action chiefly is.
fn kind(view: &SeatView, action: &Action) -> Say {
    let s = &view.scenario;
    let tags: &[(Taste, i16)] = match action {
        Action::Choose(d, o) => &s.decision(*d).options[*o as usize].act.tags,
        Action::Move(m) => &s.side_move(*m).act.tags,
        Action::Offer(o) | Action::Respond(o, _) => &s.offer(*o).act.tags,
        _ => &[],
    };
    let chief = tags.iter().max_by_key(|(_, n)| n.abs());
    Say::new(match chief {
        Some((Taste::Law, 1..)) => "taste-law",
        Some((Taste::Law, _)) => "taste-no-law",
        Some((Taste::Publicity, 1..)) => "taste-publicity",
        Some((Taste::Publicity, _)) => "taste-no-publicity",
        Some((Taste::Patience, 1..)) => "taste-patience",
        Some((Taste::Patience, _)) => "taste-no-patience",
        Some((Taste::Risk, 1..)) => "taste-risk",
        Some((Taste::Risk, _)) => "taste-no-risk",
        Some((Taste::Candour, 1..)) => "taste-candour",
        Some((Taste::Candour, _)) => "taste-no-candour",
        None => "taste-none",
    })
}

/// The number that an action moves and that an aim of the seat looks at.
fn best_aim(view: &SeatView, action: &Action) -> Option<crate::model::VarIx> {
    let aims = &view.scenario.seats[view.seat.ix()].aims;
    let watched = |v: crate::model::VarIx| {
        let weighs = |a: &&crate::model::Aim| {
            a.marks.iter().any(|m| match m {
                crate::model::Mark::AtLeast(x, _) | crate::model::Mark::AtMost(x, _) => *x == v,
            })
        };
        aims.iter().filter(weighs).map(|a| a.weights.get(view.card.ix()).copied().unwrap_or(0)).max()
    };
    let shifts = seat::preview(view, action).shifts;
    shifts.iter().filter_map(|s| watched(s.var).map(|w| (w, s.var))).max_by_key(|(w, _)| *w).map(|(_, v)| v)
}

/// Points the other side could bring on an issue.
fn potential(view: &SeatView, issue: IssueIx) -> i16 {
    let s = &view.scenario;
    let other = s.seats[view.seat.ix()].side.map_or(Side::Resist, Side::other);
    let factors = seat::pleadable(s, &view.numbers, issue, other);
    factors.iter().map(|f| s.weight(f, &view.numbers)).sum()
}

fn attack(view: &SeatView, issue: IssueIx, ground: Ground, tastes: Tastes) -> i32 {
    let s = &view.scenario;
    let me = s.seats[view.seat.ix()].side;
    let theirs = view.sitting.pleaded.iter().find(|p| p.pleading.issue == issue && Some(p.side) != me);
    let Some(theirs) = theirs else { return -50 };
    let mine = view.sitting.pleaded.iter().filter(|p| p.pleading.issue == issue && Some(p.side) == me).map(|p| p.points).max();
    let Some(authority) = theirs.pleading.authority else { return -50 };
    let real = match ground {
        Ground::Difference(f) => seat::differences(s, &view.numbers, authority).contains(f),
        Ground::Status => {
            !seat::standing(&s.law, &view.fallen, authority, seat::day_of_argument(s, &view.numbers, &view.clock)).is_good()
        }
    };
    if !real || theirs.pleading.faced {
        return -40;
    }
    match mine {
        Some(points) if points > theirs.points => 2,
        Some(_) => 34 + i32::from(tastes.law) * 2,
        None => 24 + i32::from(tastes.law) * 2,
    }
}

/// A bench votes as a colleague would, then picks the reason that serves its aims and that its colleagues can join.
fn rule(view: &SeatView, side: Side, reason: &FactorSet, before: i32) -> (i32, Say) {
    let s: &Scenario = &view.scenario;
    let below = if view.numbers[s.own.leading.ix()] < 0 { Side::Resist } else { Side::Compel };
    let vote =
        view.sitting.card.map_or(below, |card| Leanings::of(s, &view.numbers, below).vote(s, card, &view.sitting.standing));
    if s.bench.is_none() {
        return (0, Say::new("bot-keeps"));
    }
    let mut after = view.numbers.clone();
    let case = seat::hearing(s, &view.numbers, &view.clock).map_or(crate::model::CaseIx(0), |h| h.case);
    for effects in seat::reasoning_effects(s, &view.numbers, &view.sitting.standing, case, side, reason) {
        seat::run(s, effects, &mut after, &mut |_| {});
    }
    let joined = view.sitting.colleagues.iter().filter(|i| s.issues[i.ix()].factors.iter().any(|f| reason.contains(*f))).count();
    let law = if vote == side { 60 } else { 0 };
    let score = law + worth(view, &after) - before + i32::try_from(joined).unwrap_or(0) * 8;
    (score, Say::new("bot-rule").with("side", Arg::Side(side)))
}
