//! States and their claims, as written.

use super::shapes::shapes;
use crate::model::Text;
use serde::Deserialize;

shapes! {
    /// A state that may say that its orders count abroad.
    State {
        /// Id.
        id: String,
        /// Name.
        title: Text,
        /// States it deals with by treaty or settled practice.
        #[serde(default)] ties: Vec<String>,
        /// Whether it has reached abroad before, or was asked to suffer it: only then it follows an example.
        #[serde(default)] practice: bool,
        /// ISO 3166-1 numeric country, for the map; 0 for a state that is on no map.
        #[serde(default)] country: u16,
        /// Whether it claims reach at the start.
        #[serde(default)] claims: bool,
        /// Citation.
        #[serde(default)] source: String,
        /// Invented.
        #[serde(default)] invented: bool,
    }
    /// How claims are counted and spread.
    Spread {
        /// The meter that counts them.
        meter: String,
        /// Rounds a claim stands before others follow it.
        #[serde(default = "two")] after: u8,
        /// States that may follow in one round.
        #[serde(default = "one")] most: u8,
    }
}

const fn one() -> u8 {
    1
}

const fn two() -> u8 {
    2
}
