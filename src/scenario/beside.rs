//! Where a scenario's own law packs are: in its folder, or in its package.

use super::MOST_BYTES;
use super::package::Package;
use crate::diagnostic::{Diagnostic, Source};
use crate::syntax::read::read_source;
use std::path::Path;

/// Where the law packs of a scenario's own are.
pub(super) enum Beside<'a> {
    /// In its folder, if it has one.
    Folder(Option<&'a Path>),
    /// In its package, which is called so.
    Package(&'a str, &'a Package),
}

impl Beside<'_> {
    /// A file by its path from the scenario.
    #[expect(clippy::result_large_err, reason = "one a file, and it is about to be shown")]
    pub(super) fn read(&self, name: &str) -> Result<Source, Diagnostic> {
        match self {
            Self::Folder(folder) => read_source(&folder.unwrap_or(Path::new("")).join(name), MOST_BYTES),
            Self::Package(called, package) => package.text(called, name),
        }
    }
}
