//! The scenario files and law packs that a path stands for: one, or all in a folder.

use crate::diagnostic::{Diagnostic, Source, codes};
use std::fs;
use std::path::{Path, PathBuf};

/// What a saved match begins with.
const MATCH: &str = "Match";

/// Colours and sizes of the window, which stand in a folder beside the law.
const THEME: &str = "theme.ron";

/// The files a path stands for. Links to folders are not followed, so that no circle of them is walked.
pub(super) fn files(path: &Path, into: &mut Vec<PathBuf>, found: &mut Vec<Diagnostic>) {
    if !path.is_dir() {
        into.push(path.to_owned());
        return;
    }
    let about = Source::new(path.display().to_string(), "");
    let before = into.len();
    walk(path, into, found);
    if into.len() == before && found.is_empty() {
        let none = Diagnostic::error(codes::UNREADABLE, &about, "this folder holds no file that ends in .ron");
        found.push(none.with_help("name the file, or the folder that holds it"));
    }
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>, found: &mut Vec<Diagnostic>) {
    let mut entries: Vec<fs::DirEntry> = match fs::read_dir(folder) {
        Ok(entries) => entries.flatten().collect(),
        Err(error) => {
            let about = Source::new(folder.display().to_string(), "");
            let closed = Diagnostic::error(codes::UNREADABLE, &about, "this folder cannot be read");
            found.push(closed.with_help(format!("the system says: {error}")));
            return;
        }
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if entry.file_type().is_ok_and(|t| t.is_dir()) {
            walk(&path, files, found);
        } else if path.extension().is_some_and(|e| e == "ron") && !path.is_dir() && !other_kind(&path) {
            files.push(path);
        }
    }
}

/// Whether a file says of itself that it is something else than a scenario or a law pack.
fn other_kind(path: &Path) -> bool {
    use std::io::Read;
    let mut start = Vec::new();
    let read = path.is_file() && fs::File::open(path).is_ok_and(|f| f.take(4096).read_to_end(&mut start).is_ok());
    let text = String::from_utf8_lossy(&start);
    let first = text.lines().map(str::trim).find(|l| !l.is_empty() && !l.starts_with("//") && !l.starts_with("#!"));
    let name = first.and_then(|l| l.split('(').next()).map(str::trim);
    read && name == Some(MATCH) || path.file_name().is_some_and(|n| n == THEME)
}
