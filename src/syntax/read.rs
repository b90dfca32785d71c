//! Files into sources, whatever the file turns out to be.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use crate::diagnostic::{Diagnostic, Source, Span, codes, quote};

/// The most bytes a scenario file may have.
pub const SCENARIO_MAX: u64 = 4 * 1024 * 1024;

/// Reads a file that should hold text, at most `max_bytes` of it.
///
/// A byte order mark at the start is left out. Memory stays within the cap: the size is looked at
/// before reading, and reading stops just past the cap should the file have grown.
///
/// # Errors
///
/// One finding about the whole file, or about the first bad byte: the file is missing, a folder, not
/// permitted, no ordinary file, too large, empty, or not UTF-8.
#[expect(clippy::result_large_err, reason = "one a file, and it is about to be shown")]
pub fn read_source(path: &Path, max_bytes: u64) -> Result<Source, Diagnostic> {
    let bytes = read_bytes(path, max_bytes)?;
    source_from_bytes(path.display().to_string(), &bytes, max_bytes)
}

/// Reads a file of any kind, at most `max_bytes` of it.
///
/// # Errors
///
/// As for [`read_source`], as far as it is not about text.
#[expect(clippy::result_large_err, reason = "one a file, and it is about to be shown")]
pub fn read_bytes(path: &Path, max_bytes: u64) -> Result<Vec<u8>, Diagnostic> {
    let blank = Source::new(path.display().to_string(), "");
    let unreadable = |error: &std::io::Error| unreadable(&blank, path, error);
    // Looked at before opening: opening a pipe would wait for somebody to write to it.
    let metadata = std::fs::metadata(path).map_err(|e| unreadable(&e))?;
    if metadata.is_dir() {
        return Err(
            Diagnostic::error(codes::UNREADABLE, &blank, "this is a folder, not a file").with_help("name a file inside it")
        );
    }
    if !metadata.is_file() {
        return Err(Diagnostic::error(codes::UNREADABLE, &blank, "this is not an ordinary file")
            .with_help("pipes and devices are not read; save the text to a file first"));
    }
    if metadata.len() > max_bytes {
        return Err(too_large(&blank, metadata.len(), max_bytes));
    }
    let file = File::open(path).map_err(|e| unreadable(&e))?;
    let mut bytes = Vec::new();
    file.take(max_bytes.saturating_add(1)).read_to_end(&mut bytes).map_err(|e| unreadable(&e))?;
    if bytes.len() as u64 > max_bytes { Err(too_large(&blank, bytes.len() as u64, max_bytes)) } else { Ok(bytes) }
}

/// The same for bytes that came another way, such as out of a package.
///
/// # Errors
///
/// One finding: too large, empty, or not UTF-8.
#[expect(clippy::result_large_err, reason = "one a file, and it is about to be shown")]
pub fn source_from_bytes(name: impl Into<String>, bytes: &[u8], max_bytes: u64) -> Result<Source, Diagnostic> {
    let name = name.into();
    let blank = || Source::new(name.clone(), "");
    let size = bytes.len() as u64;
    if size > max_bytes {
        return Err(too_large(&blank(), size, max_bytes));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) if text.trim().is_empty() => Err(Diagnostic::error(codes::EMPTY, &blank(), "the file is empty")),
        Ok(text) => Ok(Source::new(name, text)),
        Err(error) => Err(not_utf8(name, bytes, error.valid_up_to())),
    }
}

fn unreadable(source: &Source, path: &Path, error: &std::io::Error) -> Diagnostic {
    let file_name = quote(&path.file_name().unwrap_or_default().to_string_lossy());
    let (message, help) = match error.kind() {
        ErrorKind::NotFound => ("there is no such file", neighbour(path)),
        ErrorKind::PermissionDenied => ("the file may not be read", Some("you lack the permission to read it".to_owned())),
        ErrorKind::NotADirectory => ("there is no such file", Some("part of the path is a file, not a folder".to_owned())),
        _ => {
            let help = format!("the system says: {error}");
            let message = format!("{file_name} could not be read");
            return Diagnostic::error(codes::UNREADABLE, source, message).with_help(help);
        }
    };
    let diagnostic = Diagnostic::error(codes::UNREADABLE, source, message);
    match help {
        Some(help) => diagnostic.with_help(help),
        None => diagnostic.with_help("look at the spelling, and at the folder you are in"),
    }
}

/// A file of nearly the same name in the same folder, put as a question.
fn neighbour(path: &Path) -> Option<String> {
    /// Entries looked at; a mistyped path into a huge folder should not take long.
    const ENTRIES_MAX: usize = 1_000;
    let wanted = path.file_name()?.to_str()?;
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let entries = std::fs::read_dir(folder).ok()?.take(ENTRIES_MAX).flatten();
    let mut names: Vec<String> = entries.filter_map(|e| e.file_name().into_string().ok()).collect();
    // Folders list their entries in no particular order.
    names.sort_unstable();
    let meant = super::did_you_mean(wanted, names.iter().map(String::as_str))?;
    Some(format!("did you mean {}?", quote(meant)))
}

/// Says that a file is larger than it may be.
pub(crate) fn too_large(source: &Source, size: u64, max: u64) -> Diagnostic {
    let message = format!("the file has {}; at most {} are read", megabytes(size), megabytes(max));
    Diagnostic::error(codes::TOO_LARGE, source, message)
        .with_help("is this the right file? Pictures and records do not belong in it")
}

/// A size in words, exact below a megabyte, so that "one byte too many" does not read as equal.
fn megabytes(bytes: u64) -> String {
    const MIB: u64 = 1024 * 1024;
    if bytes < MIB || !bytes.is_multiple_of(MIB) && bytes < 10 * MIB {
        return format!("{bytes} bytes");
    }
    format!("{} MiB", bytes / MIB)
}

/// Where the first bad byte is, in a source that holds the line up to it.
fn not_utf8(name: String, bytes: &[u8], valid: usize) -> Diagnostic {
    let good = String::from_utf8_lossy(&bytes[..valid]);
    let bad = bytes.get(valid).copied().unwrap_or_default();
    // The bad byte is shown by the character that stands for "unreadable".
    let source = Source::new(name, format!("{good}\u{FFFD}"));
    let place = Span::new(good.len(), source.text().len());
    let help = if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        "the file is in UTF-16; save it as UTF-8"
    } else if bytes.contains(&0) {
        "this does not look like a text file"
    } else {
        "save the file as UTF-8"
    };
    Diagnostic::error(codes::NOT_UTF8, &source, format!("the byte {bad:#04x} is not text in UTF-8")).at(place).with_help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Position;
    use std::path::PathBuf;

    /// A folder that is removed again, one per test.
    struct Folder(PathBuf);

    impl Folder {
        fn new(test: &str) -> Self {
            let path = std::env::temp_dir().join(format!("comity-read-{test}-{}", std::process::id()));
            std::fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
            let path = self.0.join(name);
            std::fs::write(&path, bytes).unwrap();
            path
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    fn refused(path: &Path) -> Diagnostic {
        read_source(path, SCENARIO_MAX).expect_err("this file can't be used")
    }

    #[test]
    fn reads_text_and_leaves_out_the_byte_order_mark() {
        let folder = Folder::new("text");
        let path = folder.file("a.ron", b"\xEF\xBB\xBF(a: 1)");
        assert_eq!(read_source(&path, SCENARIO_MAX).unwrap().text(), "(a: 1)");
    }

    #[test]
    fn a_missing_file_names_a_neighbour() {
        let folder = Folder::new("missing");
        folder.file("microsoft.ron", b"()");
        let d = refused(&folder.0.join("micorsoft.ron"));
        assert_eq!((d.code, d.message.as_str()), ("S001", "there is no such file"));
        assert_eq!(d.help.as_deref(), Some("did you mean `microsoft.ron`?"));
        let d = refused(&folder.0.join("microsoft.ron").join("x.ron"));
        assert_eq!((d.code, d.message.as_str()), ("S001", "there is no such file"));
    }

    #[test]
    fn a_folder_is_not_a_file() {
        let folder = Folder::new("folder");
        let d = refused(&folder.0);
        assert_eq!((d.code, d.message.as_str()), ("S001", "this is a folder, not a file"));
    }

    #[test]
    fn no_permission() {
        // Root may read everything, so the refusal is made by hand.
        let source = Source::new("a.ron", "");
        let error = std::io::Error::from(ErrorKind::PermissionDenied);
        let d = unreadable(&source, Path::new("a.ron"), &error);
        assert_eq!((d.code, d.message.as_str()), ("S001", "the file may not be read"));
        assert!(d.help.is_some());
    }

    #[cfg(unix)]
    #[test]
    fn a_file_without_permission_is_refused_unless_we_are_root() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = Folder::new("permission");
        let path = folder.file("a.ron", b"()");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
        if let Err(d) = read_source(&path, SCENARIO_MAX) {
            assert_eq!((d.code, d.message.as_str()), ("S001", "the file may not be read"));
        }
    }

    #[cfg(unix)]
    #[test]
    fn pipes_and_devices_are_refused_without_waiting() {
        let d = refused(Path::new("/dev/zero"));
        assert_eq!((d.code, d.message.as_str()), ("S001", "this is not an ordinary file"));
        let folder = Folder::new("pipe");
        let pipe = folder.0.join("pipe");
        if std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|s| s.success()) {
            assert_eq!(refused(&pipe).message, "this is not an ordinary file");
        }
    }

    #[test]
    fn fifty_megabytes_are_refused_unread() {
        let folder = Folder::new("large");
        let path = folder.0.join("a.ron");
        // Only the size is set: the file takes no room and nothing of it is read.
        File::create(&path).unwrap().set_len(50 * 1024 * 1024).unwrap();
        let d = refused(&path);
        assert_eq!(d.code, "S003");
        assert_eq!(d.message, "the file has 50 MiB; at most 4 MiB are read");
    }

    #[test]
    fn the_cap_is_exact() {
        assert!(source_from_bytes("a", b"1234", 4).is_ok());
        let d = source_from_bytes("a", b"12345", 4).unwrap_err();
        assert_eq!(d.message, "the file has 5 bytes; at most 4 bytes are read");
    }

    #[test]
    fn not_utf8_gives_the_first_bad_byte() {
        let d = source_from_bytes("a", b"(\n  \xC3\xA4: \xE4,\n)", 100).unwrap_err();
        assert_eq!(d.code, "S002");
        assert_eq!(d.position(), Some(Position { line: 2, col: 6 }));
        assert_eq!(d.message, "the byte 0xe4 is not text in UTF-8");
        let d = source_from_bytes("a", b"\xFF\xFE(\0)\0", 100).unwrap_err();
        assert_eq!(d.help.as_deref(), Some("the file is in UTF-16; save it as UTF-8"));
        let d = source_from_bytes("a", b"abc\xC3", 100).unwrap_err();
        assert_eq!(d.position(), Some(Position { line: 1, col: 4 }));
    }

    #[test]
    fn empty_files() {
        for bytes in [&b""[..], b" \r\n\t", b"\xEF\xBB\xBF"] {
            assert_eq!(source_from_bytes("a", bytes, 100).unwrap_err().code, "S004");
        }
    }
}
