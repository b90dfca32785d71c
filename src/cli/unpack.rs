//! `comity unpack`

use super::failure::Failure;
use super::{Done, Words, output};
use crate::scenario::package::Package;
use clap::Args;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Take a package apart into a folder
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity unpack my-scenario.comity
  comity unpack my-scenario.comity -o somewhere

The folder must not be there yet, or be empty. A package that is not what it says is refused, and nothing is written.
To play a package it need not be unpacked.")]
pub struct Unpack {
    /// Package
    package: PathBuf,
    /// Folder to write; without it, one called like the package, here
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

impl Unpack {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        let folder = self.output.unwrap_or_else(|| PathBuf::from(self.package.file_stem().unwrap_or_default()));
        let shown = folder.display().to_string();
        if !free(&folder) {
            return Err(Failure::Message(words.ui_with("cli-unpack-exists", &[("path", shown.into())])));
        }
        let package = Package::open(&self.package).map_err(Failure::Findings)?;
        write(&package, &folder).map_err(|error| Failure::Message(format!("{shown}: {error}")))?;
        let scenario = folder.join(&package.scenario).display().to_string();
        let told = [("path", shown.into()), ("files", package.files().count().into()), ("scenario", scenario.into())];
        output::print(&(words.ui_with("cli-unpacked", &told) + "\n"))?;
        Ok(())
    }
}

/// Whether a folder can be made here without touching what is there: nothing, or an empty folder that is no link.
fn free(folder: &Path) -> bool {
    match fs::symlink_metadata(folder) {
        Err(error) => error.kind() == io::ErrorKind::NotFound,
        Ok(there) => there.is_dir() && fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none()),
    }
}

/// Writes a package into a folder: all of it, or nothing.
fn write(package: &Package, folder: &Path) -> io::Result<()> {
    let name = folder.file_name().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "this is no name for a folder"))?;
    let mut aside = name.to_owned();
    aside.push(format!(".{}.tmp", std::process::id()));
    let aside = folder.with_file_name(aside);
    // Fails if it is there already: a folder prepared by somebody else is not written into.
    fs::create_dir(&aside)?;
    let fill = || {
        for (name, bytes) in package.files() {
            let path = aside.join(name);
            fs::create_dir_all(path.parent().unwrap_or(&aside))?;
            fs::write(path, bytes)?;
        }
        if folder.exists() {
            fs::remove_dir(folder)?;
        }
        fs::rename(&aside, folder)
    };
    fill().inspect_err(|_| drop(fs::remove_dir_all(&aside)))
}
