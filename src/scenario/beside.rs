//! Where a scenario's own law packs and its translations are: in its folder, in its package, or with what ships.

use super::package::Package;
use super::{MOST_BYTES, catalog};
use crate::diagnostic::{Diagnostic, Source, codes};
use crate::syntax::read::{read_bytes, read_source};
use std::path::Path;

/// Where the files are that belong to a scenario.
#[derive(Clone, Copy)]
pub(super) enum Home<'a> {
    /// In its folder, if it has one.
    Folder(Option<&'a Path>),
    /// In its package, which is called so.
    Package(&'a str, &'a Package),
    /// In the program.
    Shipped,
}

/// What lies beside a scenario, and the language it is read in.
#[derive(Clone, Copy)]
pub(super) struct Beside<'a> {
    pub home: Home<'a>,
    /// The tag of the language; none is that of the author.
    pub language: Option<&'a str>,
}

impl<'a> Home<'a> {
    /// All that lies there, in the author's language.
    pub(super) fn as_written(self) -> Beside<'a> {
        Beside { home: self, language: None }
    }
}

/// Whether a path leads to a file beside the scenario or below, whatever the system.
pub(super) fn is_inside(name: &str) -> bool {
    !name.is_empty() && !name.starts_with(['/', '\\']) && !name.split(['/', '\\']).any(|p| p == "..") && !name.contains(':')
}

impl Beside<'_> {
    /// A file by its path from the scenario.
    #[expect(clippy::result_large_err, reason = "one a file, and it is about to be shown")]
    pub(super) fn read(&self, name: &str) -> Result<Source, Diagnostic> {
        match self.home {
            Home::Folder(folder) => read_source(&folder.unwrap_or(Path::new("")).join(name), MOST_BYTES),
            Home::Package(called, package) => package.text(called, name),
            Home::Shipped => {
                let shipped = name.strip_suffix(".ron").and_then(catalog::scenario);
                shipped.ok_or_else(|| Diagnostic::error(codes::UNREADABLE, &Source::new(name, ""), "no such file ships"))
            }
        }
    }

    /// The bytes of a file by its path from the scenario.
    #[expect(clippy::result_large_err, reason = "one a file, and it is about to be shown")]
    pub(super) fn bytes(&self, name: &str, most: u64) -> Result<Vec<u8>, Diagnostic> {
        match self.home {
            Home::Folder(folder) => read_bytes(&folder.unwrap_or(Path::new("")).join(name), most),
            Home::Package(called, package) => package.bytes(called, name, most),
            Home::Shipped => {
                let shipped = catalog::picture(name).map(<[u8]>::to_vec);
                shipped.ok_or_else(|| Diagnostic::error(codes::UNREADABLE, &Source::new(name, ""), "no such file ships"))
            }
        }
    }

    /// The translation of a file into the language that is read, if there is one.
    pub(super) fn translation(&self, of: &str) -> Option<Source> {
        let stem = format!("{}.{}", of.strip_suffix(".ron")?, self.language?);
        self.read(&format!("{stem}.ron")).ok().or_else(|| catalog::law_pack(&stem))
    }
}
