//! The page face: what a browser shows and a printer prints.
//!
//! | File | Its part |
//! |---|---|
//! | `svg` | a picture as a file of its own |

pub mod svg;
