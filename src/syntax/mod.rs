//! RON text as a tree with places, and as values.
//!
//! [`read::read_source`] reads a file, [`parse`] makes a tree of it and reports every fault of form,
//! [`decode::decode`] turns it into a value and explains, in an author's words, what does not fit,
//! [`format::format`] lays it out.
//! Nothing here knows what the files are about.
//!
//! All of it is made for files from strangers: sizes are capped before reading, depth and the number
//! of findings are limited, time is linear in the text, and no text makes it panic.

pub mod allow;
pub mod decode;
pub mod edit;
mod escape;
pub mod format;
mod lexer;
mod node;
mod parser;
mod path;
pub mod read;
mod suggest;

pub use escape::quoted;
pub use node::{Entry, Field, Kind, Name, Node, Struct, Tuple};
pub use parser::{MAX_DEPTH, MAX_FAULTS, Parsed, parse};
pub use path::{Path, Step};
pub use suggest::did_you_mean;

/// The first word of a text, behind its comments: what kind of file it says it is.
#[must_use]
pub fn head(text: &str) -> Option<&str> {
    let first = lexer::Lexer::new(text).next();
    (first.kind == lexer::Kind::Word).then(|| &text[first.span.range()])
}

#[cfg(test)]
mod tests;
