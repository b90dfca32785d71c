//! What a learner opens beside a match: the glossary.

mod glossary;
#[cfg(test)]
mod tests;

pub(super) use glossary::{Lookup, glossary};
