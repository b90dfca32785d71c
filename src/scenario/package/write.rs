//! A scenario and what it needs into a package.

use super::{FORBIDDEN, FORMAT, LICENCE, MANIFEST, Package, forbidden, sha256};
use crate::diagnostic::{Diagnostic, Source, quote};
use crate::scenario::beside::Home;
use crate::scenario::load::load_beside;
use crate::scenario::{MOST_BYTES, file, translations};
use crate::syntax::{decode::decode, quoted, read::read_source};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipResult};

/// Gathers a scenario and what lies beside it in `folder`: law packs, pictures, translations. `licence` names the licence, `words` are its words.
///
/// # Errors
/// Everything wrong with the scenario, and names that a package cannot hold.
pub fn pack(source: &Source, folder: Option<&Path>, licence: &str, words: Option<&str>) -> Result<Package, Vec<Diagnostic>> {
    let beside = Home::Folder(folder).as_written();
    let loaded = load_beside(source, &beside)?;
    let (Some(scenario), _) = decode::<file::Scenario>(source) else { return Err(Vec::new()) };
    let name = format!("{}.ron", scenario.id);
    let mut files = BTreeMap::from([(name.clone(), source.text().as_bytes().to_vec())]);
    for law in scenario.law.iter().filter(|law| Path::new(law).extension().is_some()) {
        let text = beside.read(law).map_err(|d| vec![d])?;
        files.insert(law.clone(), text.text().as_bytes().to_vec());
    }
    for picture in &scenario.pictures {
        files.insert(picture.file.clone(), beside.bytes(&picture.file, MOST_BYTES).map_err(|d| vec![d])?);
    }
    let own = Path::new(source.name()).file_name().and_then(|n| n.to_str()).unwrap_or_default();
    let own_law = |law: &str| Path::new(law).extension().is_some();
    let laws = scenario.law.iter().map(|law| if own_law(law) { law.clone() } else { format!("{law}.ron") });
    for of in std::iter::once(own.to_owned()).chain(laws) {
        for path in translations(&[folder.unwrap_or(Path::new("")).join(&of)]) {
            if of == own && own != name {
                let message = format!("`{own}` is packed as `{name}`, after its id: its translations would not belong to it");
                let help = format!("call the file `{name}`, and its translations like it");
                return Err(vec![Diagnostic::error(FORBIDDEN, source, message).with_help(help)]);
            }
            let file = path.file_name().unwrap_or_default().to_string_lossy();
            let entry = of.rsplit_once('/').map_or_else(|| file.to_string(), |(below, _)| format!("{below}/{file}"));
            let text = read_source(&path, MOST_BYTES).map_err(|d| vec![d])?;
            files.insert(entry, text.text().as_bytes().to_vec());
        }
    }
    if let Some(words) = words {
        files.insert(LICENCE.into(), words.as_bytes().to_vec());
    }
    for name in files.keys() {
        if let Some(why) = forbidden(name) {
            let message = format!("{} cannot be packed: it {why}", quote(name));
            return Err(vec![Diagnostic::error(FORBIDDEN, source, message).with_help("give the file another name")]);
        }
    }
    Ok(Package { scenario: name, licence: licence.into(), rules: loaded.scenario.hash.clone(), files })
}

impl Package {
    /// The bytes of the package: the same for the same contents.
    ///
    /// # Errors
    /// As the zip library says.
    pub fn to_bytes(&self) -> ZipResult<Vec<u8>> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file(MANIFEST, options)?;
        zip.write_all(self.manifest().as_bytes())?;
        for (name, bytes) in self.files() {
            zip.start_file(name, options)?;
            zip.write_all(bytes)?;
        }
        Ok(zip.finish()?.into_inner())
    }

    pub(super) fn manifest(&self) -> String {
        let mut out = format!(
            "// What this package holds. Made by comity pack.\nPackage(\n  format: {FORMAT},\n  scenario: {:?},\n  licence: {},\n  \
             rules: {:?},\n  files: [\n",
            self.scenario,
            quoted(&self.licence),
            self.rules
        );
        for (name, bytes) in self.files() {
            let _ = writeln!(out, "    (name: {name:?}, size: {}, sha256: {:?}),", bytes.len(), sha256(bytes));
        }
        let _ = writeln!(out, "  ],\n  sha256: {:?},\n)", self.digest());
        out
    }
}
