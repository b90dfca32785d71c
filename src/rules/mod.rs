//! The rules core. A world is a position with systems; `Table` is the only way in. See `turn` for what happens in a turn.

mod accept;
mod argue;
mod bind;
mod board;
mod close;
mod comply;
mod cross;
mod decide;
mod dice;
mod enter;
mod lapse;
mod observe;
mod position;
mod reach;
mod serve;
mod trigger;
mod turn;

pub use dice::{Dice, Purpose};
pub use position::{Bench, Hand, Position, Press, Turn};
pub use turn::ResolveSystems;

use crate::model::{Beat, CardIx, ClaimIx, InstrumentIx, InstrumentStatus, ItemIx, LogEntry, Scenario, SeatIx};
use crate::seat::{Clock, LawInPlay, LegalAction, PublicView, SeatView};
use bevy_ecs::prelude::*;
use std::sync::Arc;

/// A world in which one match is played, with its schedule. A schedule belongs to its world, so the two are kept together
/// and reused: `set` replaces the position.
pub struct Table {
    world: World,
    schedule: Schedule,
    eyes: observe::Eyes,
}

impl Table {
    /// A table set with a position.
    #[must_use]
    pub fn new(position: Position) -> Self {
        let mut world = World::new();
        spawn(&mut world, position);
        let eyes = observe::Eyes::new(&mut world);
        Self { world, schedule: turn::schedule(), eyes }
    }

    /// Clears the table and sets it anew.
    pub fn set(&mut self, position: Position) {
        clear(&mut self.world);
        spawn(&mut self.world, position);
    }

    /// The position, secrets included.
    pub fn capture(&mut self) -> Position {
        self.eyes.capture(&self.world)
    }

    /// The position as a seat may see it.
    pub fn view(&mut self, seat: SeatIx) -> SeatView {
        self.eyes.view(&self.world, seat)
    }

    /// The position as everybody may see it.
    pub fn public(&mut self) -> PublicView {
        self.eyes.public(&self.world)
    }

    /// Where the match is.
    #[must_use]
    pub fn clock(&self) -> Clock {
        self.world.resource::<board::Now>().clock
    }

    /// The numbers, hidden ones included.
    #[must_use]
    pub fn numbers(&self) -> &[i16] {
        &self.world.resource::<board::Ledger>().0
    }

    /// The log so far.
    #[must_use]
    pub fn log(&self) -> &[LogEntry] {
        &self.world.resource::<board::Log>().0
    }

    /// The card each seat was dealt.
    pub fn cards(&mut self) -> Vec<CardIx> {
        self.capture().hands.iter().map(|h| h.card).collect()
    }

    /// Runs a turn: the action goes in, and the match goes on until a seat is waited for or all is over.
    pub fn submit(&mut self, seat: SeatIx, action: LegalAction) {
        self.world.resource_mut::<board::Incoming>().0 = Some((seat, action.into_inner()));
        self.run();
    }

    /// Runs the schedule once on whatever is there: what an empty turn costs.
    pub fn idle(&mut self) {
        self.schedule.run(&mut self.world);
    }

    /// Seats that are waited for.
    pub fn awaited(&mut self) -> impl Iterator<Item = SeatIx> {
        let mut query = self.world.query::<(&board::SeatAt, &board::Hand)>();
        let mut all: Vec<SeatIx> =
            query.iter(&self.world).filter(|(_, h)| h.0.awaited && !h.0.closed).map(|(at, _)| at.0).collect();
        all.sort_unstable();
        all.into_iter()
    }

    fn run(&mut self) {
        loop {
            self.schedule.run(&mut self.world);
            if self.world.resource::<board::Now>().turn == Turn::Idle {
                break;
            }
        }
    }
}

/// The position before anything has happened, with cards dealt and draws made.
#[must_use]
pub fn start(scenario: Arc<Scenario>, seed: u64, pinned: bool) -> Position {
    let clock = Clock {
        round: 1,
        beat: Beat::Open,
        pass: 0,
        stage: crate::model::StageIx(0),
        date: scenario.rounds.first().map_or(scenario.start, |r| r.ends),
        today: scenario.start,
        over: None,
    };
    let deal = |ix: usize, cards: usize| {
        let card = if pinned { 0 } else { Dice::new(seed, Purpose::Card(SeatIx::new(ix).0), 0).index(cards) };
        CardIx::new(card)
    };
    let hand = |(ix, seat): (usize, &crate::model::Seat)| Hand {
        card: deal(ix, seat.cards.len()),
        effort: scenario.effort.0,
        shown: scenario.effort.0,
        awaited: false,
        closed: false,
        plan: Vec::new(),
        moved: Vec::new(),
        checked_now: false,
        quoted_now: false,
    };
    let mut numbers: Vec<i16> = scenario.vars.iter().map(|v| v.start).collect();
    let mut drawn = vec![0; scenario.draws.len()];
    for (ix, draw) in scenario.draws.iter().enumerate() {
        let mut dice = Dice::new(seed, Purpose::Draw(u16::try_from(ix).unwrap_or(u16::MAX)), 0);
        let value = if pinned { draw.historic } else { draw.values.get(dice.index(draw.values.len())).copied().unwrap_or(0) };
        numbers[draw.into.ix()] = value;
        drawn[ix] = 1;
    }
    numbers[scenario.own.round.ix()] = 1;
    Position {
        clock,
        turn: Turn::Entering,
        next: None,
        numbers,
        drawn,
        hands: scenario.seats.iter().enumerate().map(hand).collect(),
        bench: Bench::default(),
        pleaded: Vec::new(),
        offers: Vec::new(),
        holdings: Vec::new(),
        fallen: Vec::new(),
        instruments: vec![InstrumentStatus::Unasked; scenario.instruments.len()],
        produced: vec![false; scenario.items.len()],
        agenda: Vec::new(),
        press: vec![Press::default(); scenario.claims.len()],
        seed,
        pinned,
        scenario,
    }
}

/// The bits of all seats.
#[must_use]
pub fn everybody(scenario: &Scenario) -> u16 {
    (0..scenario.seats.len()).fold(0, |bits, i| bits | 1 << i)
}

/// A table at the first decision of a match.
#[must_use]
pub fn deal(scenario: Arc<Scenario>, seed: u64, pinned: bool) -> Table {
    let mut table = Table::new(start(scenario, seed, pinned));
    table.run();
    table
}

impl Table {
    /// Sets the table for a new match, with `cards` dealt for certain, and plays up to its first decision.
    pub fn deal(&mut self, scenario: Arc<Scenario>, seed: u64, pinned: bool, cards: &[(SeatIx, CardIx)]) {
        let mut position = start(scenario, seed, pinned);
        for (seat, card) in cards {
            position.hands[seat.ix()].card = *card;
        }
        self.set(position);
        self.run();
    }
}

fn clear(world: &mut World) {
    // By query, one kind at a time: resources live on entities of their own, which clearing everything would take along.
    fn sweep<C: Component>(world: &mut World) {
        let mut query = world.query_filtered::<Entity, With<C>>();
        let all: Vec<Entity> = query.iter(world).collect();
        for entity in all {
            world.despawn(entity);
        }
    }
    sweep::<board::SeatAt>(world);
    sweep::<board::Argument>(world);
    sweep::<board::Holding>(world);
    sweep::<board::Instrument>(world);
    sweep::<board::Item>(world);
    sweep::<board::Claim>(world);
}

fn spawn(world: &mut World, p: Position) {
    let changes = bind::changes(p.holdings.iter(), &p.fallen);
    let reuse = world.get_resource::<board::Base>().is_some_and(|b| b.changes == 0)
        && world.get_resource::<board::Book>().is_some_and(|b| Arc::ptr_eq(&b.0, &p.scenario));
    if changes != 0 || !reuse {
        let base = board::Base { law: LawInPlay::of(&p.scenario, p.holdings.iter(), &p.fallen), changes };
        world.insert_resource(base);
    }
    world.insert_resource(board::Book(p.scenario));
    world.insert_resource(board::Chance { seed: p.seed, pinned: p.pinned });
    world.insert_resource(board::Now { clock: p.clock, turn: p.turn, next: p.next });
    world.insert_resource(board::Ledger(p.numbers));
    world.insert_resource(board::Drawn(p.drawn));
    world.insert_resource(board::Agenda(p.agenda));
    world.insert_resource(board::Offers(p.offers));
    world.insert_resource(board::Court(p.bench));
    world.insert_resource(board::Fallen(p.fallen));
    world.insert_resource(board::Log::default());
    world.insert_resource(board::Incoming::default());
    for (i, hand) in p.hands.into_iter().enumerate() {
        world.spawn((board::SeatAt(SeatIx::new(i)), board::Hand(hand)));
    }
    for argument in p.pleaded {
        world.spawn(board::Argument(argument));
    }
    for (i, held) in p.holdings.into_iter().enumerate() {
        world.spawn(board::Holding(u16::try_from(i).unwrap_or(u16::MAX), held));
    }
    for (i, status) in p.instruments.into_iter().enumerate() {
        world.spawn(board::Instrument(InstrumentIx::new(i), status));
    }
    for (i, produced) in p.produced.into_iter().enumerate() {
        world.spawn(board::Item(ItemIx::new(i), produced));
    }
    for (i, press) in p.press.into_iter().enumerate() {
        world.spawn(board::Claim(ClaimIx::new(i), press));
    }
}
