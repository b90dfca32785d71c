//! When a provider breaks a norm: it hands over what a legal order forbids, or refuses what one commands while the demand
//! stands. The rules charge for it, and the preview of an action foretells it, both from here.

use crate::logic::duty;
use crate::model::{Act, Breach, Date, Deed, Duty, InstrumentStatus, ItemIx, OrderIx, Role, Scenario, SeatIx};

/// What was done so far, all of it public.
#[derive(Clone, Debug)]
pub struct Conduct {
    /// Status of each instrument.
    pub instruments: Vec<InstrumentStatus>,
    /// Whether each data item was handed over.
    pub produced: Vec<bool>,
    /// The day.
    pub day: Date,
}

impl Conduct {
    /// Whether a norm is broken now that was not broken before.
    #[must_use]
    pub fn breaks(&self, s: &Scenario, numbers: &[i16], breach: &Breach) -> bool {
        if numbers[breach.broken.ix()] != 0 || !breach.when.holds(numbers) {
            return false;
        }
        let order = OrderIx::new(s.law.norm(breach.norm).order);
        (0..s.items.len()).any(|item| {
            let (deed, duty) = match breach.deed {
                Deed::Disclosed => (self.obeyed(s, item), Duty::MustNot),
                Deed::Refused => (!self.produced[item], Duty::Must),
            };
            deed && {
                let ix = ItemIx::new(item);
                let facts = duty::facts(s, numbers, &self.instruments, ix, self.day);
                let cell = duty::cell(&s.law, &facts, ix, order, Act::Disclose);
                cell.duty == Some(duty) && cell.because.contains(&breach.norm)
            }
        })
    }

    /// Handed over by the provider means in obedience to a demand; what a foreign court sent by treaty is no deed of its.
    fn obeyed(&self, s: &Scenario, item: usize) -> bool {
        let by_demand = |(x, status): (&crate::model::Instrument, &InstrumentStatus)| {
            *status == InstrumentStatus::Obeyed && x.items.contains(&item) && s.seats[x.to.ix()].role == Role::Provider
        };
        self.produced[item] && s.instruments.iter().zip(&self.instruments).any(by_demand)
    }
}

/// The seat that breaks norms: the first provider.
#[must_use]
pub fn breaker(s: &Scenario) -> Option<SeatIx> {
    s.seats.iter().position(|x| x.role == Role::Provider).map(SeatIx::new)
}
