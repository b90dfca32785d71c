//! `PublicView`: what every seat may know, and nothing else: what a class sees on the wall.

use super::{Clock, Held};
use crate::model::{DecisionIx, OfferIx, Scenario, SeatIx, VarIx};
use std::sync::Arc;

/// A position as everybody may see it.
#[derive(Clone, Debug)]
pub struct PublicView {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// Where the match is.
    pub clock: Clock,
    /// Numbers that every seat sees.
    pub numbers: Vec<(VarIx, i16)>,
    /// Seats that are waited for.
    pub awaited: Vec<SeatIx>,
    /// What is put to them, as far as everybody can know that it is, with the options that are not known to be closed.
    pub asked: Vec<(DecisionIx, Vec<u16>)>,
    /// Offers waiting for an answer.
    pub offers: Vec<OfferIx>,
    /// Holdings of this match.
    pub holdings: Vec<Held>,
}
