//! The parts of the rules world, and the one interpreter of effects. Numbers live in a dense table because every condition
//! reads them; what has a life of its own (seats, pleadings, holdings, instruments, data, press claims) is an entity.

use super::dice::{Dice, Purpose};
use super::position::{self, Turn};
use crate::model::{
    Beat, Cause, Date, Effect, EventIx, Happened, InstrumentIx, InstrumentStatus, ItemIx, LogEntry, SeatIx, Slot, Standing,
    VarIx, VarKind,
};
use crate::model::{Scenario, Side, StageIx};
use crate::seat::{self, Clock, Held, LawInPlay, Pleaded};
use bevy_ecs::prelude::*;
use bevy_ecs::system::SystemParam;
use std::sync::Arc;

/// Everybody may know.
pub const ALL: u16 = u16::MAX;

/// The scenario.
#[derive(Resource, Clone)]
pub struct Book(pub Arc<Scenario>);

/// Seed, and whether chance is pinned to history.
#[derive(Resource, Clone, Copy)]
pub struct Chance {
    /// Match seed.
    pub seed: u64,
    /// Pinned to history.
    pub pinned: bool,
}

/// The clock, the turn and where the procedure goes next.
#[derive(Resource, Clone, Copy)]
pub struct Now {
    /// Clock.
    pub clock: Clock,
    /// Turn.
    pub turn: Turn,
    /// Next stage, if an effect said so.
    pub next: Option<StageIx>,
}

/// Every number of the match.
#[derive(Resource, Clone)]
pub struct Ledger(pub Vec<i16>);

/// How often each draw was made.
#[derive(Resource, Clone)]
pub struct Drawn(pub Vec<u16>);

/// Scheduled events and when they come; no day once one has come that not everybody heard of.
#[derive(Resource, Clone)]
pub struct Agenda(pub Vec<(EventIx, Option<Date>)>);

/// Offers waiting for an answer.
#[derive(Resource, Clone)]
pub struct Offers(pub Vec<crate::model::OfferIx>);

/// The court of the stage.
#[derive(Resource, Clone)]
pub struct Court(pub position::Bench);

/// The case base of the questions in play: decided cases of the law, then the holdings of the match.
#[derive(Resource, Clone)]
pub struct Base {
    /// The law in play.
    pub law: LawInPlay,
    /// How many holdings and changes of status it reflects.
    pub changes: usize,
}

/// Decided cases of the law that fell in this match.
#[derive(Resource, Clone, Default)]
pub struct Fallen(pub Vec<seat::Fallen>);

/// What happened.
#[derive(Resource, Default)]
pub struct Log(pub Vec<LogEntry>);

/// The action that is being submitted.
#[derive(Resource, Default)]
pub struct Incoming(pub Option<(SeatIx, crate::model::Action)>);

/// A seat.
#[derive(Component, Clone)]
pub struct SeatAt(pub SeatIx);

/// What a seat holds.
#[derive(Component, Clone)]
pub struct Hand(pub position::Hand);

/// An argument on the table.
#[derive(Component, Clone)]
pub struct Argument(pub Pleaded);

/// A holding of the match, numbered in order of decision.
#[derive(Component, Clone)]
pub struct Holding(pub u16, pub Held);

/// An instrument.
#[derive(Component, Clone)]
pub struct Instrument(pub InstrumentIx, pub InstrumentStatus);

/// A data item, and whether it was handed over.
#[derive(Component, Clone)]
pub struct Item(pub ItemIx, pub bool);

/// A press claim.
#[derive(Component, Clone)]
pub struct Claim(pub crate::model::ClaimIx, pub position::Press);

/// What effects can touch.
#[derive(SystemParam)]
pub struct Board<'w, 's> {
    /// Scenario.
    pub book: Res<'w, Book>,
    /// Chance.
    pub chance: Res<'w, Chance>,
    /// Clock and turn.
    pub now: ResMut<'w, Now>,
    /// Numbers.
    pub ledger: ResMut<'w, Ledger>,
    /// Draw counters.
    pub drawn: ResMut<'w, Drawn>,
    /// Scheduled events.
    pub agenda: ResMut<'w, Agenda>,
    /// Log.
    pub log: ResMut<'w, Log>,
    /// Holdings.
    pub holdings: Query<'w, 's, &'static mut Holding>,
    /// Decided cases that fell.
    pub fallen: ResMut<'w, Fallen>,
    /// Instruments.
    pub instruments: Query<'w, 's, &'static mut Instrument>,
    /// Data items.
    pub items: Query<'w, 's, &'static mut Item>,
}

impl Board<'_, '_> {
    /// The day of a step.
    #[must_use]
    pub fn day(&self, slot: Option<Slot>) -> Date {
        seat::day_of_deed(&self.book.0, &self.ledger.0, &self.now.clock, slot)
    }

    /// The day on which what is argued at this stage is argued.
    #[must_use]
    pub fn day_of_argument(&self) -> Date {
        seat::day_of_argument(&self.book.0, &self.ledger.0, &self.now.clock)
    }

    /// Whether the round is being reckoned.
    #[must_use]
    pub fn reckons(&self) -> bool {
        self.now.turn == Turn::Closing && self.now.clock.beat == Beat::Reckon
    }

    /// Whether the main case is open.
    #[must_use]
    pub fn pending(&self) -> bool {
        self.get(self.book.0.own.ending) == 0
    }

    /// A number.
    #[must_use]
    pub fn get(&self, var: VarIx) -> i16 {
        self.ledger.0[var.ix()]
    }

    /// Logs what somebody did or what befell all.
    pub fn note(&mut self, date: Date, actor: Option<SeatIx>, known_to: u16, what: Happened) {
        let clock = &mut self.now.clock;
        // What not everybody hears of must not show in everybody's calendar.
        if known_to == ALL {
            clock.today = date;
        }
        self.log.0.push(LogEntry { date, round: clock.round, beat: clock.beat, actor, known_to, what });
    }

    /// Sets a number within its bounds and logs the change.
    pub fn set(&mut self, var: VarIx, value: i32, date: Date, cause: Cause) {
        let about = &self.book.0.vars[var.ix()];
        let (kind, known_to) = (about.kind, about.known_to);
        let value = i16::try_from(value.clamp(i32::from(about.min), i32::from(about.max))).unwrap_or(about.min);
        let from = std::mem::replace(&mut self.ledger.0[var.ix()], value);
        if from != value && kind != VarKind::Flag {
            self.note(date, None, known_to, Happened::Changed(var, from, value, cause));
        }
    }

    /// Adds to a number.
    pub fn add(&mut self, var: VarIx, by: i16, date: Date, cause: Cause) {
        let value = i32::from(self.get(var)) + i32::from(by);
        self.set(var, value, date, cause);
    }

    /// Applies effects, in order.
    pub fn apply(&mut self, effects: &[Effect], date: Date, cause: Cause) {
        for effect in effects {
            self.apply_one(effect, date, cause);
        }
    }

    fn apply_one(&mut self, effect: &Effect, date: Date, cause: Cause) {
        match effect {
            Effect::Add(var, by) => self.add(*var, *by, date, cause),
            Effect::Set(var, value) => self.set(*var, i32::from(*value), date, cause),
            Effect::AddFrom(var, from) => self.add(*var, self.get(*from), date, cause),
            Effect::SetFrom(var, from, plus) => {
                let value = i32::from(self.get(*from)) + i32::from(*plus);
                self.set(*var, value, date, cause);
            }
            Effect::Do(bundle) => {
                let book = Arc::clone(&self.book.0);
                self.apply(&book.bundles[bundle.ix()].1, date, cause);
            }
            Effect::If(when, then, otherwise) => {
                let branch = if when.holds(&self.ledger.0) { then } else { otherwise };
                self.apply(branch, date, cause);
            }
            Effect::At(slot, effects) => {
                let day = self.day(Some(*slot)).max(date);
                self.apply(effects, day, cause);
            }
            Effect::Next(stage) => self.now.next = Some(*stage),
            Effect::Close(ending) => {
                let own = self.book.0.own.ending;
                if self.get(own) == 0 {
                    self.set(own, i32::from(ending.0) + 1, date, cause);
                    self.note(date, None, ALL, Happened::Closed(*ending));
                }
            }
            Effect::Schedule(event, days, plus) => {
                let more = plus.map_or(0, |v| i32::from(self.get(v)));
                self.agenda.0.push((*event, Some(date.plus(days + more))));
            }
            Effect::Shift(event, days) => {
                for (_, due) in self.agenda.0.iter_mut().filter(|(e, _)| e == event) {
                    *due = due.map(|day| day.plus(*days));
                }
            }
            Effect::Due(event) => {
                for (_, due) in self.agenda.0.iter_mut().filter(|(e, _)| e == event) {
                    *due = due.map(|_| date);
                }
            }
            Effect::Fire(event) => self.fire(*event, date),
            Effect::Draw(draw) => self.draw(draw.ix(), date, cause),
            Effect::Instrument(ix, status) => {
                if let Some(mut i) = self.instruments.iter_mut().find(|i| i.0 == *ix) {
                    i.1 = *status;
                }
                self.note(date, None, ALL, Happened::Instrument(*ix, *status));
            }
            Effect::Produce(ix) => {
                if let Some(mut i) = self.items.iter_mut().find(|i| i.0 == *ix) {
                    i.1 = true;
                }
                self.note(date, None, ALL, Happened::Produced(*ix));
            }
            Effect::Assert(state) => super::reach::assert(self, *state, date, cause),
            Effect::Withdraw(state) => super::reach::withdraw(self, *state, date, cause),
            Effect::Vacate(case) => self.strike(|h| h.case == *case, Standing::Vacated, date),
            Effect::Supersede(question) => {
                let book = Arc::clone(&self.book.0);
                self.note(date, None, ALL, Happened::Superseded(*question));
                let standing = |h: &Held| h.standing() == Standing::GoodLaw;
                self.strike(|h| standing(h) && book.cases[h.case.ix()].question == *question, Standing::Superseded, date);
            }
        }
    }

    /// Gives holdings of the match another status; what is vacated stays vacated.
    pub fn strike(&mut self, which: impl Fn(&Held) -> bool, status: Standing, date: Date) {
        let mut hit: Vec<_> = self
            .holdings
            .iter_mut()
            .filter(|h| which(&h.1) && h.1.standing() != Standing::Vacated && h.1.standing() != status)
            .map(|mut h| {
                // Nothing falls before it was given, or before what has become of it already.
                let last = h.1.history.last().map_or(h.1.decided_on, |(day, _)| *day);
                let day = date.max(last);
                h.1.history.push((day, status));
                (h.0, h.1.case, h.1.court, day)
            })
            .collect();
        hit.sort_unstable();
        for (_, case, court, day) in hit {
            self.note(day, None, ALL, Happened::Status(case, court, status));
        }
    }

    /// An event happens.
    pub fn fire(&mut self, event: EventIx, date: Date) {
        let book = Arc::clone(&self.book.0);
        let e = book.event(event);
        self.ledger.0[e.happened.ix()] = 1;
        self.note(date, None, e.known_to, Happened::Event(event));
        self.apply(&e.effects, date, Cause::Event(event));
    }

    /// Makes a draw of the scenario and puts the result where it belongs.
    pub fn draw(&mut self, ix: usize, date: Date, cause: Cause) {
        let draw = &self.book.0.draws[ix];
        let (into, historic) = (draw.into, draw.historic);
        let value = if self.chance.pinned {
            historic
        } else {
            let purpose = Purpose::Draw(u16::try_from(ix).unwrap_or(u16::MAX));
            let mut dice = Dice::new(self.chance.seed, purpose, u32::from(self.drawn.0[ix]));
            draw.values.get(dice.index(draw.values.len())).copied().unwrap_or(historic)
        };
        self.drawn.0[ix] += 1;
        self.set(into, i32::from(value), date, cause);
    }

    /// Adds to the candour of a seat, if it keeps one.
    pub fn candour(&mut self, seat: SeatIx, by: i16, date: Date, cause: Cause) {
        if let Some(var) = self.book.0.seats[seat.ix()].candour {
            self.add(var, by, date, cause);
        }
    }

    /// The sign with which a side is written in the ledger.
    #[must_use]
    pub const fn sign(side: Side) -> i16 {
        match side {
            Side::Compel => 1,
            Side::Resist => -1,
        }
    }
}
