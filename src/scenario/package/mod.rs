//! One file that holds a scenario and what it needs: `.comity`.
//!
//! A zip with the scenario, the law packs of its own, its pictures and translations, a licence if there is one, and
//! `manifest.ron`, which names every other entry with its size and SHA-256, and the SHA-256 of all that. Law packs that ship are not in it: a scenario names them, on
//! whatever version it is played. What they said when it was packed is in the manifest as the hash of the rules, so that a
//! difference is told.
//!
//! Packages come from strangers. `read` takes nothing on trust: see there for the limits.

mod read;
mod write;

use crate::diagnostic::{Diagnostic, Source};
use crate::model::PictureKind;
use crate::syntax::read::{read_bytes, source_from_bytes, too_large};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

pub use write::pack;

/// How a package's name ends.
pub const EXTENSION: &str = "comity";

/// The format of packages this version writes, and the newest it reads.
pub const FORMAT: u32 = 1;

/// The entry that names all others.
const MANIFEST: &str = "manifest.ron";

/// The entry with the words of the licence.
pub const LICENCE: &str = "LICENCE.txt";

/// It is no package, or a damaged one.
const DAMAGED: &str = "P001";
/// It is larger than a package may be.
const TOO_MUCH: &str = "P002";
/// An entry is not one a package may hold.
const FORBIDDEN: &str = "P003";
/// What is in it is not what its manifest says.
const OTHERWISE: &str = "P004";
/// It comes from a newer version.
const NEWER: &str = "P005";
/// The law that ships has changed since it was packed.
pub(super) const LAW_CHANGED: &str = "P006";

/// A scenario and what it needs, checked against its manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// The entry that is the scenario.
    pub scenario: String,
    /// Under what licence it may be passed on: a name such as `CC-BY-4.0`; empty if none is stated.
    pub licence: String,
    /// Hash of the rules when it was packed.
    pub rules: String,
    files: BTreeMap<String, Vec<u8>>,
}

/// `manifest.ron` as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Package")]
struct Manifest {
    format: u32,
    scenario: String,
    #[serde(default)]
    licence: String,
    rules: String,
    files: Vec<Listed>,
    sha256: String,
}

/// An entry as the manifest names it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    name: String,
    size: u64,
    sha256: String,
}

impl Package {
    /// Reads a package from a file.
    ///
    /// # Errors
    /// Why it is refused, and what to do.
    pub fn open(path: &Path) -> Result<Self, Vec<Diagnostic>> {
        let bytes = read_bytes(path, read::PACKAGE_MAX).map_err(|d| vec![d])?;
        Self::from_bytes(&path.display().to_string(), &bytes)
    }

    /// Every entry but the manifest: name and contents, in the order of names.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// The text of an entry; `package` is what the package is called.
    ///
    /// # Errors
    /// There is none of that name, or it is no text.
    #[expect(clippy::result_large_err, reason = "one a file, and it is about to be shown")]
    pub(super) fn text(&self, package: &str, entry: &str) -> Result<Source, Diagnostic> {
        let bytes = self.files.get(entry).ok_or_else(|| missing(package, entry))?;
        source_from_bytes(format!("{package}/{entry}"), bytes, super::MOST_BYTES)
    }

    /// The bytes of an entry, at most so many; `package` is what the package is called.
    #[expect(clippy::result_large_err, reason = "one a file, and it is about to be shown")]
    pub(super) fn bytes(&self, package: &str, entry: &str, most: u64) -> Result<Vec<u8>, Diagnostic> {
        let bytes = self.files.get(entry).ok_or_else(|| missing(package, entry))?;
        let size = bytes.len() as u64;
        if size > most { Err(too_large(&Source::new(format!("{package}/{entry}"), ""), size, most)) } else { Ok(bytes.clone()) }
    }

    /// The SHA-256 over all that the manifest says.
    fn digest(&self) -> String {
        let mut all = format!("{}\n{}\n{}\n", self.scenario, self.licence.escape_default(), self.rules);
        for (name, bytes) in self.files() {
            let _ = writeln!(all, "{name} {} {}", bytes.len(), sha256(bytes));
        }
        sha256(all.as_bytes())
    }
}

fn missing(package: &str, entry: &str) -> Diagnostic {
    Diagnostic::error(OTHERWISE, &Source::new(format!("{package}/{entry}"), ""), "the package does not hold this file")
        .with_help("pack the scenario again, from the folder that holds all of it")
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// Why an entry may not be called so, if it may not: names must mean the same file on every system, inside the folder.
fn forbidden(name: &str) -> Option<&'static str> {
    /// Names that are devices where Windows runs.
    const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];
    const LENGTH_MAX: usize = 100;
    const DEPTH_MAX: usize = 4;
    let device = |part: &str| {
        let stem = part.split('.').next().unwrap_or_default().to_ascii_lowercase();
        DEVICES.contains(&stem.trim_end_matches(|c: char| c.is_ascii_digit()))
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let parts: Vec<&str> = name.split('/').take(DEPTH_MAX + 1).collect();
    if name.starts_with('/') || parts.contains(&"..") || name.contains(['\\', ':']) {
        return Some("leads out of the package's folder");
    }
    if name.len() > LENGTH_MAX || parts.len() > DEPTH_MAX {
        return Some("has too long a name or lies too deep");
    }
    if parts.iter().any(|part| part.is_empty() || part.starts_with('.') || part.ends_with('.') || !part.chars().all(plain)) {
        return Some("has a name that not every system can keep: use letters a to z, digits, - and _");
    }
    if parts.iter().any(|part| device(part)) {
        return Some("has a name that stands for a device on some systems");
    }
    let known = name == LICENCE || Path::new(name).extension().is_some_and(|e| e == "ron") || PictureKind::named(name).is_some();
    if known { None } else { Some("is not of a kind that packages hold: texts end in .ron, pictures in .png or .jpg") }
}

#[cfg(test)]
mod tests;
