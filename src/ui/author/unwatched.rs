//! In a browser there is no file to follow.

use super::Read;
use std::path::Path;

/// Nothing is followed.
pub(in crate::ui) struct Watch;

impl Watch {
    /// Nothing to follow.
    ///
    /// # Errors
    /// Always.
    pub fn new(_: &Path, _: impl Fn() + Send + 'static) -> Result<Self, ()> {
        Err(())
    }

    /// No news.
    pub fn news(&self) -> Option<Read> {
        None
    }
}
