//! Bytes of a stranger into a package, or the reason why not.
//!
//! Everything is limited before it is used: the file, the number of entries (looked up in its last bytes, before anything is
//! read into memory), and how much comes out of each, counted as it comes out. Sizes and names in the headers are claims; what
//! counts is the manifest, and that what comes out is what it says, byte for byte.

use super::{DAMAGED, FORBIDDEN, FORMAT, MANIFEST, Manifest, NEWER, OTHERWISE, Package, TOO_MUCH, forbidden, sha256};
use crate::diagnostic::{Diagnostic, Source, quote};
use crate::scenario::MOST_BYTES;
use crate::syntax::decode::decode_with_tree;
use crate::syntax::read::source_from_bytes;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use zip::{CompressionMethod, ZipArchive};

/// The most bytes a package may have.
pub(super) const PACKAGE_MAX: u64 = 16 * 1024 * 1024;

/// The most bytes all its entries may have together.
pub(super) const CONTENTS_MAX: u64 = 32 * 1024 * 1024;

/// The most entries it may have.
pub(super) const ENTRIES_MAX: usize = 64;

/// The most bytes the manifest may have.
const MANIFEST_MAX: u64 = 64 * 1024;

type Refused = Vec<Diagnostic>;

impl Package {
    /// Reads a package from its bytes; `name` is what to call it.
    ///
    /// # Errors
    /// Why it is refused, and what to do.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Self, Refused> {
        let about = Source::new(name, "");
        let refuse = |code, message: String, help: &str| vec![Diagnostic::error(code, &about, message).with_help(help)];
        let damaged = |what: &str| {
            refuse(DAMAGED, format!("this is no package, or a damaged one: {what}"), "get the file again from whoever made it")
        };
        let entries = entries_claimed(bytes).ok_or_else(|| damaged("it does not end as a package does"))?;
        if entries > ENTRIES_MAX {
            let message = format!("the package claims to hold {entries} entries; at most {ENTRIES_MAX} are read");
            return Err(refuse(TOO_MUCH, message, "a package holds one scenario and its law packs"));
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| damaged(&e.to_string()))?;
        let names = names(&archive).map_err(|(entry, why)| {
            let message = format!("the package holds {}, which {why}", quote(&entry));
            refuse(FORBIDDEN, message, "do not use this package; `comity pack` makes none like it")
        })?;

        let take = |archive: &mut ZipArchive<_>, name: &str, most: u64| -> Result<Vec<u8>, Refused> {
            let broken = |e: &dyn std::fmt::Display| damaged(&format!("{}: {e}", quote(name)));
            let index = *names.get(name).ok_or_else(|| damaged(&format!("{} is missing", quote(name))))?;
            let entry = archive.by_index(index).map_err(|e| broken(&e))?;
            let mut out = Vec::new();
            entry.take(most + 1).read_to_end(&mut out).map_err(|e| broken(&e))?;
            Ok(out)
        };
        let text = take(&mut archive, MANIFEST, MANIFEST_MAX)?;
        let text = source_from_bytes(format!("{name}/{MANIFEST}"), &text, MANIFEST_MAX).map_err(|d| vec![d])?;
        let decoded = decode_with_tree::<Manifest>(&text);
        let format = decoded.tree.as_ref().and_then(|tree| tree.get("format")).and_then(crate::syntax::Node::as_integer);
        if format.is_some_and(|format| format > i64::from(FORMAT)) {
            return Err(refuse(
                NEWER,
                "the package was made by a newer version of Comity".into(),
                "use that version, or a newer one",
            ));
        }
        let manifest = decoded.value.filter(|it| it.format == FORMAT).ok_or_else(|| {
            let mut found = decoded.diagnostics;
            found.extend(damaged("its manifest cannot be read"));
            found
        })?;

        let otherwise =
            |message: String| refuse(OTHERWISE, message, "it was changed after it was packed; get it again from whoever made it");
        let listed: BTreeSet<&str> = manifest.files.iter().map(|file| file.name.as_str()).collect();
        if let Some(stray) = names.keys().find(|name| **name != MANIFEST && !listed.contains(name.as_str())) {
            return Err(otherwise(format!("the package holds {}, which its manifest does not name", quote(stray))));
        }
        if let Some(missing) = manifest.files.iter().find(|file| !names.contains_key(&file.name)) {
            return Err(otherwise(format!("the package does not hold {}, which its manifest names", quote(&missing.name))));
        }
        let total = manifest.files.iter().fold(0_u64, |sum, file| sum.saturating_add(file.size));
        if total > CONTENTS_MAX || manifest.files.iter().any(|file| file.size > MOST_BYTES) {
            let message = format!("the package unpacks to {total} bytes; at most {CONTENTS_MAX} are read, {MOST_BYTES} a file");
            return Err(refuse(TOO_MUCH, message, "a package holds one scenario and its law packs"));
        }
        let mut files = BTreeMap::new();
        for file in &manifest.files {
            let bytes = take(&mut archive, &file.name, file.size)?;
            if bytes.len() as u64 != file.size || sha256(&bytes) != file.sha256 {
                return Err(otherwise(format!("{} is not what the manifest says: its hash or size differs", quote(&file.name))));
            }
            files.insert(file.name.clone(), bytes);
        }
        let Manifest { scenario, licence, rules, sha256, .. } = manifest;
        let package = Self { scenario, licence, rules, files };
        if package.digest() != sha256 {
            return Err(otherwise("the hash over all of the package is not the one its manifest states".into()));
        }
        // In a folder, the law packs beside it would be looked for in another place than after unpacking.
        if !package.files.contains_key(&package.scenario) || package.scenario.contains('/') {
            return Err(otherwise(format!("the package does not hold its scenario {}", quote(&package.scenario))));
        }
        Ok(package)
    }
}

/// How many entries the end of a zip claims; none if it is no zip, has words behind its end, or is of the kind for more than
/// sixty-five thousand entries.
fn entries_claimed(bytes: &[u8]) -> Option<usize> {
    const END: usize = 22;
    let end = &bytes[bytes.len().checked_sub(END)?..];
    let number = |at: usize| usize::from(u16::from_le_bytes([end[at], end[at + 1]]));
    (end.starts_with(b"PK\x05\x06") && number(20) == 0).then(|| number(10))
}

/// The names of all entries with their places, or the first that may not be there and why.
fn names(archive: &ZipArchive<Cursor<&[u8]>>) -> Result<BTreeMap<String, usize>, (String, &'static str)> {
    if archive.has_duplicate_names() || archive.len() > ENTRIES_MAX {
        return Err(("an entry".into(), "is there twice, so that it is open which of the two is meant"));
    }
    let mut names = BTreeMap::new();
    let mut folded = BTreeSet::new();
    for index in 0..archive.len() {
        let entry = archive.by_index_data(index).map_err(|_| (format!("entry {index}"), "cannot be read"))?;
        let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
        let why = if entry.is_symlink() {
            Some("is a link to another place")
        } else if entry.is_dir() || entry.unix_mode().is_some_and(|mode| !matches!(mode & 0o170_000, 0 | 0o100_000)) {
            Some("is no ordinary file")
        } else if entry.encrypted() {
            Some("is locked with a password")
        } else if !matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
            Some("is compressed in a way that packages are not")
        } else if !folded.insert(name.to_ascii_lowercase()) {
            Some("differs from another entry only in capital letters")
        } else {
            forbidden(&name)
        };
        if let Some(why) = why {
            return Err((name, why));
        }
        names.insert(name, index);
    }
    let inside = |name: &str| name.match_indices('/').any(|(at, _)| folded.contains(&name[..at]));
    if let Some(name) = folded.iter().find(|name| inside(name)) {
        return Err((name.clone(), "lies inside what is a file itself"));
    }
    Ok(names)
}
