//! Who says that its orders count abroad: states, and how one follows another.

use crate::model::{StateIx, Text, VarIx};

/// A state that may assert reach over data abroad.
#[derive(Clone, Debug)]
pub struct State {
    /// Id.
    pub id: String,
    /// Name for players.
    pub title: Text,
    /// States it deals with by treaty or settled practice.
    pub ties: Vec<StateIx>,
    /// Whether it has reached for data abroad before, or was asked to suffer that reach: only such a state follows an example.
    pub practice: bool,
    /// ISO 3166-1 numeric code of its country; 0 for a state that is on no map.
    pub country: u16,
    /// Citation; empty if invented.
    pub source: String,
    /// Whether it is invented.
    pub invented: bool,
    /// The round its claim dates from; below nought where it was withdrawn, 0 where it never made one.
    pub claim: VarIx,
    /// On whose claim it leans, counted from 1; 0 where it acted by itself.
    pub leans: VarIx,
}

/// How claims are counted and spread.
#[derive(Clone, Copy, Debug)]
pub struct ReachRules {
    /// The world meter: how many states assert reach.
    pub meter: VarIx,
    /// Rounds a claim has to stand before others follow it.
    pub after: u8,
    /// States that may follow in one round.
    pub most: u8,
}
