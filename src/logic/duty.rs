//! The duty matrix: what each legal order requires of the provider for each item of data, derived from the norms in force on
//! the day.
//!
//! Inside one order, in this sequence:
//! 1. A norm *bears* on an item where it is in force, names the act and the kind of data, and its condition holds.
//! 2. Leave lifts a norm: where the circumstance in `lifted_by` is there, it does not bind.
//! 3. An exception takes the place of what it is an exception to (`over`): a norm stands if no standing norm is an exception
//!    to it. Norms that are exceptions to each other in a ring stand neither; this is the grounded reading.
//! 4. Of what stands, must-not goes before must, and must before may. A command is read as one to do what is lawful; a
//!    command that is to break through a prohibition says so in `over`.
//!
//! An order with no standing norm is silent. Where one order says must and another must not, the conflict is true.

use super::condition::{Trace, trace};
use crate::model::{
    Act, CaseIx, Circumstance, Date, Demand, Duty, FactorIx, Facts, InstrumentStatus, ItemIx, Law, NormIx, OrderIx, Scenario,
    Seen,
};

/// A norm looked at for one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bearing {
    /// Norm.
    pub norm: NormIx,
    /// Whether its condition holds.
    pub applies: bool,
    /// Whether leave lifts it.
    pub lifted: bool,
    /// The standing exceptions that take its place.
    pub excepted: Vec<NormIx>,
    /// Whether it stands.
    pub stands: bool,
    /// How its condition came out.
    pub trace: Trace<Circumstance, Seen>,
}

/// What one legal order requires for one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Item.
    pub item: ItemIx,
    /// Legal order.
    pub order: OrderIx,
    /// What it requires; none is silence.
    pub duty: Option<Duty>,
    /// The norms that give the duty.
    pub because: Vec<NormIx>,
    /// Every norm in force that is about the act and the kind of data.
    pub norms: Vec<Bearing>,
}

/// Duties for every item in every legal order: items first, orders within.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// The day.
    pub day: Date,
    /// What is to be done or not.
    pub act: Act,
    /// Cells.
    pub cells: Vec<Cell>,
}

/// A true conflict: no conduct obeys both orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Item.
    pub item: ItemIx,
    /// The order that says must.
    pub must: OrderIx,
    /// The order that says must not.
    pub must_not: OrderIx,
    /// Whether the prohibition is a blocking statute.
    pub blocking: bool,
}

impl Matrix {
    /// The cell of an item and an order.
    #[must_use]
    pub fn cell(&self, item: ItemIx, order: OrderIx) -> Option<&Cell> {
        self.cells.iter().find(|c| c.item == item && c.order == order)
    }

    /// Where one order says must and another must not.
    #[must_use]
    pub fn conflicts(&self, law: &Law) -> Vec<Conflict> {
        let with = |duty| self.cells.iter().filter(move |c| c.duty == Some(duty));
        let pair = |must: &Cell, not: &Cell| Conflict {
            item: must.item,
            must: must.order,
            must_not: not.order,
            blocking: not.because.iter().any(|n| law.norm(*n).blocking),
        };
        with(Duty::Must)
            .flat_map(|must| with(Duty::MustNot).filter(|not| not.item == must.item).map(move |not| pair(must, not)))
            .collect()
    }

    /// The cells that a factor rests on: those whose norms bear it out where they apply.
    pub fn supporting<'a>(&'a self, law: &'a Law, factor: FactorIx) -> impl Iterator<Item = &'a Cell> {
        self.cells.iter().filter(move |c| c.norms.iter().any(|b| law.norm(b.norm).supports.contains(&factor)))
    }
}

impl Cell {
    /// Whether a factor is borne out here: a norm that supports it stands.
    #[must_use]
    pub fn bears_out(&self, law: &Law, factor: FactorIx) -> bool {
        self.norms.iter().any(|b| b.stands && law.norm(b.norm).supports.contains(&factor))
    }
}

/// What is known of an item of a scenario on a day. Only what everybody may know is read: the numbers that circumstances
/// depend on are public, which the checker holds.
#[must_use]
pub fn facts(s: &Scenario, numbers: &[i16], statuses: &[InstrumentStatus], item: ItemIx, day: Date) -> Facts {
    let data = &s.items[item.ix()];
    let naming = || s.instruments.iter().zip(statuses).filter(|(i, _)| i.items.contains(&item.ix()));
    let order = |seat: crate::model::SeatIx| OrderIx::new(s.seats[seat.ix()].order);
    let demands = naming().map(|(i, status)| {
        let treaty = s.law.instruments.get(i.kind).is_some_and(|k| k.treaty);
        Demand { kind: crate::model::KindIx::new(i.kind), status: *status, by: s.law.within(order(i.from)), treaty }
    });
    let mut provider_of: Vec<OrderIx> = Vec::new();
    let seats = s.seats.iter().filter(|x| x.role == crate::model::Role::Provider);
    for x in seats.flat_map(|x| s.law.within(OrderIx::new(x.order))) {
        if !provider_of.contains(&x) {
            provider_of.push(x);
        }
    }
    let place = s.places.get(data.place).and_then(|p| p.order);
    Facts {
        day,
        data: data.kind,
        lies_in: place.map(|o| s.law.within(OrderIx::new(o))).unwrap_or_default(),
        provider_of,
        demands: demands.collect(),
        established: if s.cases.is_empty() { crate::model::FactorSet::new() } else { s.record(CaseIx(0), numbers, None) },
        named: s.circumstances.iter().map(|c| c.as_ref().is_some_and(|c| c.holds(numbers))).collect(),
    }
}

/// What an order requires for an item.
#[must_use]
pub fn cell(law: &Law, facts: &Facts, item: ItemIx, order: OrderIx, act: Act) -> Cell {
    let about = law.norms.iter().enumerate().filter(|(_, n)| {
        n.order == order.ix() && n.acts.contains(&act) && n.in_force(facts.day) && n.data.is_none_or(|d| d == facts.data)
    });
    let mut norms: Vec<Bearing> = about
        .map(|(i, n)| {
            let trace = trace(&n.when, facts);
            let lifted = n.lifted_by.is_some_and(|c| facts.named.get(c.ix()).copied().unwrap_or(false));
            Bearing { norm: NormIx::new(i), applies: trace.holds, lifted, excepted: Vec::new(), stands: false, trace }
        })
        .collect();
    except(law, &mut norms);
    let with = |duty| norms.iter().filter(move |b| b.stands && law.norm(b.norm).duty == duty).map(|b| b.norm);
    let duty = [Duty::MustNot, Duty::Must, Duty::May].into_iter().find(|d| with(*d).next().is_some());
    let because = duty.map(|d| with(d).collect()).unwrap_or_default();
    Cell { item, order, duty, because, norms }
}

/// Which norms stand: the grounded labelling of "is an exception to".
fn except(law: &Law, norms: &mut [Bearing]) {
    let binds: Vec<bool> = norms.iter().map(|b| b.applies && !b.lifted).collect();
    // Some(true) stands, Some(false) gives way, None is not settled yet.
    let mut label: Vec<Option<bool>> = binds.iter().map(|b| if *b { None } else { Some(false) }).collect();
    let exceptions: Vec<Vec<usize>> = norms
        .iter()
        .map(|b| (0..norms.len()).filter(|j| binds[*j] && law.norm(norms[*j].norm).over.contains(&b.norm)).collect())
        .collect();
    loop {
        let mut settled = false;
        for i in 0..norms.len() {
            if label[i].is_some() {
                continue;
            }
            if exceptions[i].iter().any(|j| label[*j] == Some(true)) {
                label[i] = Some(false);
                settled = true;
            } else if exceptions[i].iter().all(|j| label[*j] == Some(false)) {
                label[i] = Some(true);
                settled = true;
            }
        }
        if !settled {
            break;
        }
    }
    for i in 0..norms.len() {
        norms[i].stands = label[i] == Some(true);
        norms[i].excepted =
            exceptions[i].iter().filter(|j| binds[i] && label[**j] == Some(true)).map(|j| norms[*j].norm).collect();
    }
}

/// The matrix of a scenario for an act.
#[must_use]
pub fn matrix(s: &Scenario, numbers: &[i16], statuses: &[InstrumentStatus], day: Date, act: Act) -> Matrix {
    let mut cells = Vec::new();
    for item in (0..s.items.len()).map(ItemIx::new) {
        let facts = facts(s, numbers, statuses, item, day);
        cells.extend((0..s.law.orders.len()).map(|o| cell(&s.law, &facts, item, OrderIx::new(o), act)));
    }
    Matrix { day, act, cells }
}

#[cfg(test)]
mod tests;
