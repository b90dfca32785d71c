//! The laws of the reasoning layer, tested on random small worlds against
//! oracles that are written straight from the definitions.

mod constraint;
mod decision;
mod grounded;
mod oracle;
mod persuasion;
mod world;
