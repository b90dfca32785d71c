//! The page face: what a browser shows and a printer prints.
//!
//! | File | Its part |
//! |---|---|
//! | `page` | the shell, and a document in it |
//! | `markdown` | a document as Markdown |
//! | `coverage` | what many matches came to |
//! | `svg` | a picture as a file of its own |

pub mod coverage;
pub mod markdown;
pub mod page;
pub mod svg;
