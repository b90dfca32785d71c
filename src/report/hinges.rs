//! Hinges: the decisions on which a match turned, found by replay. Each choice is taken back in turn and another lawful option put
//! in its place; then everybody does what they did, as far as that is still lawful, and a cautious bot where it is not. What
//! changes most is a hinge. The answer is one possible course, not the only one: whoever doubts it plays on from there.

use crate::bots::{self, Bot};
use crate::model::{Action, Beat, DecisionIx, EndingIx, SeatIx, VarKind};
use crate::play::Match;
use std::collections::VecDeque;

/// Courses tried at most; a match with more choices leaves out the last.
pub const MOST_TRIED: usize = 160;
/// Actions one course may take.
const MOST_ACTIONS: usize = 2_000;
/// What another ending weighs beside points.
const ENDING: i32 = 10;

/// A decision on which the match turned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hinge {
    /// Number of the action: a fork there leaves it still to be decided.
    pub action: usize,
    /// Round.
    pub round: u8,
    /// Who decided.
    pub seat: SeatIx,
    /// What.
    pub decision: DecisionIx,
    /// Option taken.
    pub taken: u16,
    /// Option that would have changed most.
    pub instead: u16,
    /// Where that leads.
    pub ending: Option<EndingIx>,
    /// Points of each seat: here, there.
    pub points: Vec<(i16, i16)>,
    /// How much changes: 10 for another ending, and every point of a seat and of the world.
    pub weight: i32,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hinges {
    /// The heaviest first, at most three, one a decision.
    pub hinges: Vec<Hinge>,
    /// Courses tried.
    pub tried: usize,
}

/// Where an action was taken.
type Place = (u8, Beat, u8);

struct Outcome {
    ending: Option<EndingIx>,
    points: Vec<i16>,
    world: Vec<i16>,
}

/// The three hinges of a match that is over. `tell` hears how far the search is, as a part of 1,000.
pub fn hinges(m: &mut Match, mut tell: impl FnMut(u16)) -> Hinges {
    let actions = m.actions().to_vec();
    let here = outcome(m);
    let Some((places, choices)) = choices(m, &actions) else { return Hinges::default() };
    // Steps of an example were nobody's choice.
    let mut steps = m.scenario().worked.iter().peekable();
    let shown: Vec<bool> =
        actions.iter().map(|(seat, action)| steps.next_if(|w| w.seat == *seat && w.action == *action).is_some()).collect();
    let all: Vec<(usize, DecisionIx, u16, u16)> = choices
        .into_iter()
        .filter(|(at, ..)| !shown[*at])
        .flat_map(|(at, d, o, others)| others.into_iter().map(move |x| (at, d, o, x)))
        .take(MOST_TRIED)
        .collect();
    let mut found: Vec<Hinge> = Vec::new();
    for (n, (at, decision, taken, instead)) in all.iter().copied().enumerate() {
        tell(u16::try_from(n * 1000 / all.len()).unwrap_or(1000));
        let (seat, _) = actions[at];
        let Some(there) = course(m, &actions, &places, at, seat, &Action::Choose(decision, instead)) else { continue };
        let weight = weight(&here, &there);
        let points = here.points.iter().copied().zip(there.points).collect();
        let hinge =
            Hinge { action: at, round: places[at].0, seat, decision, taken, instead, ending: there.ending, points, weight };
        match found.iter_mut().find(|h| h.action == at) {
            Some(best) if best.weight < weight => *best = hinge,
            Some(_) => {}
            None => found.push(hinge),
        }
    }
    found.retain(|h| h.weight > 0);
    found.sort_by_key(|h| (-h.weight, h.action));
    let mut hinges: Vec<Hinge> = Vec::new();
    for hinge in found {
        if hinges.len() < 3 && hinges.iter().all(|h| h.decision != hinge.decision) {
            hinges.push(hinge);
        }
    }
    Hinges { hinges, tried: all.len() }
}

/// Every choice with the lawful options not taken: number of the action, decision, option, others.
type Choices = Vec<(usize, DecisionIx, u16, Vec<u16>)>;

/// Plays the match through once more: where each action was taken, and what else could have been chosen there.
fn choices(m: &Match, actions: &[(SeatIx, Action)]) -> Option<(Vec<Place>, Choices)> {
    let mut again = m.fork(0).ok()?;
    let mut places = Vec::with_capacity(actions.len());
    let mut out = Vec::new();
    for (i, (seat, action)) in actions.iter().enumerate() {
        let clock = again.clock();
        places.push((clock.round, clock.beat, clock.pass));
        if let Action::Choose(d, o) = action {
            let view = again.view(*seat);
            let options = 0..u16::try_from(m.scenario().decision(*d).options.len()).unwrap_or(u16::MAX);
            let open = |x: &u16| x != o && crate::seat::check(&view, &Action::Choose(*d, *x)).is_ok();
            out.push((i, *d, *o, options.filter(open).collect()));
        }
        again.submit(*seat, action).ok()?;
    }
    Some((places, out))
}

/// The course of things with one action exchanged.
fn course(
    m: &Match,
    actions: &[(SeatIx, Action)],
    places: &[Place],
    at: usize,
    seat: SeatIx,
    instead: &Action,
) -> Option<Outcome> {
    let mut fork = m.fork(at).ok()?;
    fork.submit(seat, instead).ok()?;
    let seats = m.scenario().seats.len();
    let mut done: Vec<VecDeque<(Place, &Action)>> = vec![VecDeque::new(); seats];
    for ((who, action), place) in actions.iter().zip(places).skip(at + 1) {
        done[who.ix()].push_back((*place, action));
    }
    let mut stand_ins: Vec<Box<dyn Bot>> = m.scenario().seats.iter().map(|seat| bots::stand_in(m.preset(), seat.role)).collect();
    for _ in 0..MOST_ACTIONS {
        if fork.over().is_some() {
            break;
        }
        let awaited = *fork.awaited().first()?;
        let clock = fork.clock();
        let now = (clock.round, clock.beat, clock.pass);
        let queue = &mut done[awaited.ix()];
        while queue.front().is_some_and(|(place, _)| *place < now) {
            queue.pop_front();
        }
        let view = fork.view(awaited);
        if let Some((_, action)) = queue.pop_front_if(|(place, _)| *place == now) {
            // What is no longer lawful is left out.
            let _left_out = fork.submit_seen(&view, action);
        } else {
            let play = stand_ins[awaited.ix()].play(&view);
            fork.submit_seen(&view, &play.action).ok()?;
        }
    }
    fork.over().map(|_| outcome(&mut fork))
}

fn outcome(m: &mut Match) -> Outcome {
    let cards = m.cards();
    let points = cards.iter().enumerate().map(|(i, card)| m.points(SeatIx::new(i), *card)).collect();
    let world = m.scenario().vars.iter().zip(m.numbers());
    let world = world.filter(|(v, _)| v.kind == VarKind::Meter && v.owner.is_none()).map(|(_, n)| *n).collect();
    Outcome { ending: m.over(), points, world }
}

fn weight(here: &Outcome, there: &Outcome) -> i32 {
    let apart = |a: &[i16], b: &[i16]| a.iter().zip(b).map(|(a, b)| (i32::from(*a) - i32::from(*b)).abs()).sum::<i32>();
    let ending = if here.ending == there.ending { 0 } else { ENDING };
    ending + apart(&here.points, &there.points) + apart(&here.world, &there.world)
}
