//! What each legal order requires of the provider, as a seat sees it: from public facts only, so that every seat sees the
//! same.

mod say;

pub use say::{besides, comity_told, conflicts, conflicts_between, duty_key, support_told, why};

use super::SeatView;
use crate::logic::comity::{self, Analysis, Candour};
use crate::logic::duty::{self, Cell, Conflict, Matrix};
use crate::model::{Act, CaseIx, FactorIx, Role};

/// The duties of the provider on the day of a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duties {
    /// To disclose or not.
    pub disclose: Matrix,
    /// To keep the data.
    pub preserve: Matrix,
    /// To ask a court to quash or modify the demand.
    pub quash: Matrix,
    /// Must here, must not there.
    pub conflicts: Vec<Conflict>,
    /// Whether somebody asserts a conflict: a factor that a norm of some order bears out is pleaded or on the record.
    pub asserted: Vec<FactorIx>,
    /// What courts weigh.
    pub comity: Analysis,
}

impl Duties {
    /// Whether comity is open: there is a conflict, or somebody asserts one.
    #[must_use]
    pub const fn comity_open(&self) -> bool {
        !self.conflicts.is_empty() || !self.asserted.is_empty()
    }
}

/// The duties on the day of a view.
#[must_use]
pub fn duties(view: &SeatView) -> Duties {
    let s = &view.scenario;
    let of = |act| duty::matrix(s, &view.numbers, &view.instruments, view.clock.today, act);
    let disclose = of(Act::Disclose);
    let conflicts = disclose.conflicts(&s.law);
    let established = if s.cases.is_empty() { crate::model::FactorSet::new() } else { s.record(CaseIx(0), &view.numbers, None) };
    let pleaded = |f: FactorIx| view.sitting.pleaded.iter().any(|p| p.pleading.factors.contains(f));
    let mut asserted: Vec<FactorIx> = s.law.norms.iter().flat_map(|n| n.supports.iter().copied()).collect();
    asserted.retain(|f| established.contains(*f) || pleaded(*f));
    asserted.sort_unstable();
    asserted.dedup();
    let candour = s.seats.iter().find(|x| x.role == Role::Provider).and_then(|x| x.candour);
    // Only where everybody may see it: the analysis is the same at every seat.
    let candour = candour.filter(|v| s.var(*v).known_to == u16::MAX);
    let candour = candour.map(|v| Candour { start: s.var(v).start, now: view.numbers[v.ix()] });
    let comity = comity::weigh(&s.law, &established, &conflicts, candour);
    Duties { preserve: of(Act::Preserve), quash: of(Act::MoveToQuash), disclose, conflicts, asserted, comity }
}

/// The cells that bear on a factor, each with whether it bears the factor out.
#[must_use]
pub fn support(view: &SeatView, factor: FactorIx) -> Vec<(Cell, bool)> {
    let law = &view.scenario.law;
    // Only norms say what supports a factor; for most there are none, and no matrix is needed.
    if !law.norms.iter().any(|n| n.supports.contains(&factor)) {
        return Vec::new();
    }
    let matrix = duty::matrix(&view.scenario, &view.numbers, &view.instruments, view.clock.today, Act::Disclose);
    matrix.supporting(law, factor).map(|c| (c.clone(), c.bears_out(law, factor))).collect()
}
