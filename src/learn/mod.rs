//! What a learner meets, is asked and keeps: data and logic, no face.
//!
//! | File | Its part |
//! |---|---|
//! | `glossary` | the terms of art, and where they stand in a text |

mod glossary;

pub use glossary::{Glossary, Term};
