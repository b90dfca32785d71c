//! A position drawn from what one seat knows: hidden cards, leanings and draws are filled in by chance. Bots that look ahead
//! do so on these, so they can know no more than a player.

use crate::model::{CardIx, IssueIx, JudgeIx, Role, Scenario};
use crate::rules::{Bench, Dice, Hand, Position, Press, Purpose, Turn};
use crate::seat::SeatView;
use std::sync::Arc;

/// Fills in what a view hides.
#[must_use]
pub fn imagine(view: &SeatView, seed: u64) -> Position {
    let s = &view.scenario;
    let mut numbers = view.numbers.clone();
    for (i, draw) in s.draws.iter().enumerate().filter(|(_, d)| !view.sees(d.into)) {
        let mut dice = Dice::new(seed, Purpose::Imagine(u16::try_from(i).unwrap_or(u16::MAX)), 1);
        if !draw.values.is_empty() {
            numbers[draw.into.ix()] = draw.values[dice.index(draw.values.len())];
        }
    }
    let mut dice = Dice::new(seed, Purpose::Imagine(0), 0);
    let hands = s.seats.iter().zip(&view.seats).enumerate().map(|(i, (seat, other))| {
        let mine = i == view.seat.ix();
        Hand {
            card: if mine { view.card } else { CardIx::new(dice.index(seat.cards.len())) },
            effort: if mine { view.effort } else { other.effort },
            shown: other.effort,
            awaited: other.awaited,
            // What another seat has sealed is not known; it chooses again.
            closed: mine && other.closed,
            plan: if mine { view.plan.clone() } else { Vec::new() },
            moved: if mine { view.moved.clone() } else { Vec::new() },
            checked_now: mine && view.checked_now,
            quoted_now: mine && view.quoted_now,
        }
    });
    let hands: Vec<Hand> = hands.collect();
    let agenda = view.ahead.iter().map(|(event, day)| {
        let guess = i32::try_from(dice.below(500)).unwrap_or(0);
        (*event, Some(day.unwrap_or_else(|| view.clock.date.plus(guess))))
    });
    Position {
        seed,
        pinned: false,
        clock: view.clock,
        turn: Turn::Idle,
        next: None,
        agenda: agenda.collect(),
        bench: bench(view, s, &mut dice),
        pleaded: view.sitting.pleaded.clone(),
        offers: view.offers.clone(),
        holdings: view.holdings.clone(),
        fallen: view.fallen.clone(),
        instruments: view.instruments.clone(),
        produced: view.produced.clone(),
        press: view
            .press
            .iter()
            .map(|k| Press {
                out: k.out,
                checked: u16::from(k.checked) << view.seat.0,
                quoted: u16::from(k.quoted) << view.seat.0,
            })
            .collect(),
        numbers,
        drawn: vec![1; s.draws.len()],
        hands,
        scenario: Arc::clone(s),
    }
}

/// Judge cards that fit the issues shown, leanings by chance.
fn bench(view: &SeatView, s: &Scenario, dice: &mut Dice) -> Bench {
    let Some(rules) = &s.bench else { return Bench::default() };
    let sits = s.stage(view.clock.stage).hearing.is_some();
    let mut free: Vec<JudgeIx> = dice.shuffled(rules.judges.len()).into_iter().map(JudgeIx::new).collect();
    let mut take = |want: Option<IssueIx>| {
        let fits = |j: &JudgeIx| want.is_none_or(|w| rules.judges[j.ix()].cares == w);
        let at = free.iter().position(fits).or(if free.is_empty() { None } else { Some(0) })?;
        Some(free.remove(at))
    };
    let court_seat = s.seats[view.seat.ix()].role == Role::Court;
    let colleagues: Vec<JudgeIx> = view.sitting.colleagues.iter().filter_map(|i| take(Some(*i))).collect();
    let card = match view.sitting.card {
        Some(card) if court_seat => Some(card),
        _ if sits => take(None),
        _ => None,
    };
    Bench {
        card,
        colleagues,
        revealed: view.sitting.leanings.is_some(),
        vote: None,
        standing: view.sitting.standing.clone(),
        attacks: view.sitting.attacked.iter().map(|i| (view.seat, *i)).collect(),
    }
}
