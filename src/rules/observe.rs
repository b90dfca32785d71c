//! Observe: the only reader of secrets. A view is built field by field, so a new fact is hidden until someone shows it here.

use super::board::{
    Agenda, Argument, Book, Chance, Claim, Court, Drawn, Hand, Holding, Instrument, Item, Ledger, Now, Offers, SeatAt,
};
use super::position::Position;
use crate::model::{Choice, Condition, Date, Effect, EventIx, JudgeIx, Role, Scenario, SeatIx, VarIx, every};
use crate::seat::{self, Held, Known, Other, Pleaded, PublicView, SeatView, Sitting};
use bevy_ecs::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The queries observation runs, kept between turns.
pub struct Eyes {
    seats: QueryState<(&'static SeatAt, &'static Hand)>,
    arguments: QueryState<&'static Argument>,
    holdings: QueryState<&'static Holding>,
    instruments: QueryState<&'static Instrument>,
    items: QueryState<&'static Item>,
    claims: QueryState<&'static Claim>,
}

impl Eyes {
    /// Eyes for a world.
    pub fn new(world: &mut World) -> Self {
        Self {
            seats: world.query(),
            arguments: world.query(),
            holdings: world.query(),
            instruments: world.query(),
            items: world.query(),
            claims: world.query(),
        }
    }

    /// The position as a seat may see it.
    pub fn view(&mut self, world: &World, seat: SeatIx) -> SeatView {
        let book = Arc::clone(&world.resource::<Book>().0);
        let now = world.resource::<Now>();
        let court = &world.resource::<Court>().0;
        let bit = 1_u16 << seat.0;
        let numbers = &world.resource::<Ledger>().0;
        let mut shown = numbers.clone();
        for (value, var) in shown.iter_mut().zip(&book.vars) {
            if var.known_to & bit == 0 {
                *value = var.start;
            }
        }
        let mut seats = vec![Other { awaited: false, closed: false, effort: 0 }; book.seats.len()];
        let mut mine = None;
        for (at, hand) in self.seats.iter(world) {
            seats[at.0.ix()] = Other { awaited: hand.0.awaited, closed: hand.0.closed, effort: hand.0.shown };
            if at.0 == seat {
                mine = Some(&hand.0);
            }
        }
        let mut pleaded: Vec<Pleaded> = self.arguments.iter(world).map(|a| a.0.clone()).collect();
        pleaded.sort_unstable_by_key(|p| (p.pleading.issue, p.by));
        let card = (book.seats[seat.ix()].role == Role::Court).then_some(court.card).flatten();
        let sitting = Sitting {
            card,
            colleagues: court.colleagues.iter().filter_map(|j| book.judge(*j)).map(|j| j.cares).collect(),
            leanings: court.revealed.then(|| leanings(&book, &court.colleagues)),
            pleaded,
            standing: court.standing.clone(),
            attacked: court.attacks.iter().filter(|(s, _)| *s == seat).map(|(_, i)| *i).collect(),
        };
        let mut press = vec![Known { out: false, checked: false, quoted: false }; book.claims.len()];
        for claim in self.claims.iter(world) {
            let p = claim.1;
            press[claim.0.ix()] = Known { out: p.out, checked: p.checked & bit != 0, quoted: p.quoted & bit != 0 };
        }
        // That something was set going is public; when it comes may not be.
        let foreseen = |(e, day): &(EventIx, Option<Date>)| {
            let (hears, ahead) = (book.event(*e).known_to & bit != 0, now.clock.over.is_none());
            match day {
                Some(day) => Some((*e, hears.then_some(*day))),
                None => (!hears && ahead).then_some((*e, None)),
            }
        };
        SeatView {
            seat,
            clock: now.clock,
            numbers: shown,
            seats,
            card: mine.map_or(crate::model::CardIx(0), |h| h.card),
            plan: mine.map(|h| h.plan.clone()).unwrap_or_default(),
            effort: mine.map_or(0, |h| h.effort),
            moved: mine.map(|h| h.moved.clone()).unwrap_or_default(),
            checked_now: mine.is_some_and(|h| h.checked_now),
            quoted_now: mine.is_some_and(|h| h.quoted_now),
            sitting,
            offers: world.resource::<Offers>().0.clone(),
            holdings: self.held(world),
            fallen: world.resource::<super::board::Fallen>().0.clone(),
            instruments: sorted(self.instruments.iter(world).map(|i| (i.0, i.1))),
            produced: sorted(self.items.iter(world).map(|i| (i.0, i.1))),
            ahead: world.resource::<Agenda>().0.iter().filter_map(foreseen).collect(),
            press,
            scenario: book,
        }
    }

    /// The position as everybody may see it: no card, no plan, no number that a seat does not know.
    pub fn public(&mut self, world: &World) -> PublicView {
        let book = Arc::clone(&world.resource::<Book>().0);
        let everybody = super::everybody(&book);
        let numbers = book.vars.iter().zip(&world.resource::<Ledger>().0).enumerate();
        let numbers = numbers.filter(|(_, (var, _))| var.known_to & everybody == everybody);
        let awaited = self.seats.iter(world).map(|(at, hand)| (at.0, (hand.0.awaited && !hand.0.closed).then_some(at.0)));
        let awaited: Vec<SeatIx> = sorted(awaited).into_iter().flatten().collect();
        let (clock, ledger) = (world.resource::<Now>().clock, &world.resource::<Ledger>().0);
        // What hangs on a number that somebody does not see, or that an event has set of which somebody does not hear, is told nobody.
        let mut secret: BTreeSet<VarIx> = BTreeSet::new();
        for event in book.events.iter().filter(|e| e.known_to & everybody != everybody) {
            secret.insert(event.happened);
            writes(&book, &event.effects, &mut secret);
        }
        let public = |when: &Condition| {
            let mut known = true;
            when.reads(&mut |var| known &= book.var(var).known_to & everybody == everybody && !secret.contains(&var));
            known
        };
        let asked = awaited.iter().flat_map(|seat| seat::open_decisions(&book, ledger, &clock, *seat));
        let asked = asked.filter(|d| public(&book.decision(*d).when)).map(|d| {
            let shut = |o: &Choice| public(&o.act.when) && !o.act.when.holds(ledger);
            let options = (0..).zip(&book.decision(d).options).filter(|(_, o)| !shut(o));
            (d, options.map(|(i, _)| i).collect())
        });
        PublicView {
            asked: asked.collect(),
            clock,
            numbers: numbers.map(|(i, (_, value))| (VarIx::new(i), *value)).collect(),
            awaited,
            offers: world.resource::<Offers>().0.clone(),
            holdings: self.held(world),
            scenario: book,
        }
    }

    fn held(&mut self, world: &World) -> Vec<Held> {
        sorted(self.holdings.iter(world).map(|h| (h.0, h.1.clone())))
    }

    /// The whole position, secrets included: for forks, never for a seat.
    pub fn capture(&mut self, world: &World) -> Position {
        let now = world.resource::<Now>();
        let chance = world.resource::<Chance>();
        Position {
            scenario: Arc::clone(&world.resource::<Book>().0),
            seed: chance.seed,
            pinned: chance.pinned,
            clock: now.clock,
            turn: now.turn,
            next: now.next,
            numbers: world.resource::<Ledger>().0.clone(),
            drawn: world.resource::<Drawn>().0.clone(),
            hands: sorted(self.seats.iter(world).map(|(at, hand)| (at.0, hand.0.clone()))),
            bench: world.resource::<Court>().0.clone(),
            pleaded: {
                let mut all: Vec<Pleaded> = self.arguments.iter(world).map(|a| a.0.clone()).collect();
                all.sort_unstable_by_key(|p| (p.pleading.issue, p.by));
                all
            },
            offers: world.resource::<Offers>().0.clone(),
            holdings: self.held(world),
            fallen: world.resource::<super::board::Fallen>().0.clone(),
            instruments: sorted(self.instruments.iter(world).map(|i| (i.0, i.1))),
            produced: sorted(self.items.iter(world).map(|i| (i.0, i.1))),
            agenda: world.resource::<Agenda>().0.clone(),
            press: sorted(self.claims.iter(world).map(|c| (c.0, c.1))),
        }
    }
}

/// Values in the order of their ids: queries follow archetype history, which must not show.
fn sorted<K: Ord + Copy, V>(pairs: impl Iterator<Item = (K, V)>) -> Vec<V> {
    let mut all: Vec<(K, V)> = pairs.collect();
    all.sort_by_key(|(k, _)| *k);
    all.into_iter().map(|(_, v)| v).collect()
}

fn leanings(book: &Scenario, colleagues: &[JudgeIx]) -> Vec<i16> {
    colleagues.iter().filter_map(|j| book.judge(*j)).map(|j| j.leaning).collect()
}

/// The numbers that effects may change.
fn writes(book: &Scenario, effects: &[Effect], found: &mut BTreeSet<VarIx>) {
    every(effects, &mut |effect| match effect {
        Effect::Add(var, _) | Effect::Set(var, _) | Effect::AddFrom(var, _) | Effect::SetFrom(var, _, _) => {
            found.insert(*var);
        }
        Effect::Do(bundle) => writes(book, &book.bundles[bundle.ix()].1, found),
        _ => {}
    });
}
