//! Packages made by strangers, each with one thing wrong.

use super::read::{CONTENTS_MAX, ENTRIES_MAX};
use super::*;
use crate::scenario::catalog;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A zip of these entries, in this order.
fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A package of files that only have to look like some.
fn package(files: &[(&str, &[u8])]) -> Package {
    let files: BTreeMap<String, Vec<u8>> = files.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect();
    let scenario = files.keys().next().unwrap().clone();
    Package { scenario, licence: "CC-BY-4.0".into(), rules: "00".into(), files }
}

/// The same with a right manifest and the entries in question added as they are.
fn with(extra: &[(&str, &[u8])]) -> Vec<u8> {
    let mut files = vec![("a.ron", b"A()".as_slice())];
    files.extend(extra);
    let manifest = package(&files).manifest();
    files.insert(0, (MANIFEST, manifest.as_bytes()));
    zipped(&files)
}

#[track_caller]
fn refused(bytes: &[u8], code: &str, words: &str) {
    let found = Package::from_bytes("x.comity", bytes).expect_err("refused");
    let last = found.last().unwrap();
    assert_eq!(last.code, code, "{found:?}");
    assert!(last.message.contains(words), "{}", last.message);
    assert!(last.help.is_some(), "says what to do");
}

/// Every place where one byte string stands becomes another of the same length.
fn replaced(mut bytes: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let places: Vec<usize> = (0..=bytes.len() - from.len()).filter(|&i| bytes[i..].starts_with(from)).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + to.len()].copy_from_slice(to);
    }
    bytes
}

/// Sets a two-byte field in the header of every entry: its place behind `PK\3\4`, and behind `PK\1\2` two bytes later.
fn in_headers(mut bytes: Vec<u8>, local: usize, value: u16) -> Vec<u8> {
    for at in 0..bytes.len() - 4 {
        let field = match &bytes[at..at + 4] {
            b"PK\x03\x04" => at + local,
            b"PK\x01\x02" => at + local + 2,
            _ => continue,
        };
        bytes[field..field + 2].copy_from_slice(&value.to_le_bytes());
    }
    bytes
}

#[test]
fn what_is_packed_comes_out_again() {
    let source = catalog::scenario("two-harbours").unwrap();
    let packed = pack(&source, None, "CC \"BY\" \\ 4.0\n", Some("Share it.")).unwrap();
    let bytes = packed.to_bytes().unwrap();
    assert_eq!(bytes, packed.to_bytes().unwrap(), "the same bytes each time");
    let again = Package::from_bytes("x.comity", &bytes).unwrap();
    assert_eq!(again, packed);
    assert_eq!(again.text("x.comity", "two-harbours.ron").unwrap().text(), source.text());
    assert_eq!(again.files().map(|(name, _)| name).collect::<Vec<_>>(), [LICENCE, "two-harbours.ron"]);
}

#[test]
fn no_more_comes_out_of_an_entry_than_is_asked_for() {
    let packed = package(&[("a.ron", b"A()"), ("p.png", b"12345")]);
    assert_eq!(packed.bytes("x", "p.png", 5).unwrap(), b"12345");
    assert_eq!(packed.bytes("x", "p.png", 4).unwrap_err().code, crate::diagnostic::codes::TOO_LARGE);
}

#[test]
fn names_that_lead_elsewhere_or_clash_are_refused() {
    let whys = [
        ("../b.ron", "out of"),
        ("x/../../b.ron", "out of"),
        ("/etc/b.ron", "out of"),
        ("C:b.ron", "out of"),
        ("..\\b.ron", "out of"),
        ("./b.ron", "not every system"),
        ("x//b.ron", "not every system"),
        (".hidden.ron", "not every system"),
        ("b.ron ", "not every system"),
        ("bä.ron", "not every system"),
        ("b\u{202e}.ron", "not every system"),
        ("con.ron", "device"),
        ("law/COM1.ron", "device"),
        ("a/b/c/d/e.ron", "too deep"),
        ("run.sh", "not of a kind"),
        ("A.ron", "capital letters"),
        ("a.ron/b.ron", "a file itself"),
    ];
    for (name, why) in whys {
        refused(&with(&[(name, b"B()")]), FORBIDDEN, why);
    }
    refused(&with(&[(&format!("{}.ron", "b".repeat(200)), b"B()")]), FORBIDDEN, "too long");
    let twice = replaced(with(&[("b.ron", b"B()")]), b"b.ron", b"a.ron");
    refused(&twice, FORBIDDEN, "twice");
}

#[test]
fn links_folders_locks_and_odd_compression_are_refused() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.add_symlink("b.ron", "/etc/passwd", SimpleFileOptions::default()).unwrap();
    refused(&zip.finish().unwrap().into_inner(), FORBIDDEN, "link");
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.add_directory("law", SimpleFileOptions::default()).unwrap();
    refused(&zip.finish().unwrap().into_inner(), FORBIDDEN, "no ordinary file");
    refused(&in_headers(with(&[]), 6, 1), FORBIDDEN, "password");
    refused(&in_headers(with(&[]), 8, 14), FORBIDDEN, "compressed in a way");
}

#[test]
fn bombs_are_stopped_by_what_comes_out() {
    let zeros = vec![b' '; 64 * 1024 * 1024];
    // The manifest tells of ten bytes; the header may say what it likes.
    let mut small = package(&[("a.ron", b"A()"), ("b.ron", b"0123456789")]);
    let manifest = small.manifest();
    let bomb = zipped(&[(MANIFEST, manifest.as_bytes()), ("a.ron", b"A()"), ("b.ron", &zeros)]);
    assert!(bomb.len() < 1024 * 1024);
    refused(&bomb, OTHERWISE, "hash or size");
    // An honest manifest of too much.
    small.files.insert("b.ron".into(), zeros.clone());
    let honest = small.manifest();
    refused(&zipped(&[(MANIFEST, honest.as_bytes()), ("a.ron", b"A()"), ("b.ron", &zeros)]), TOO_MUCH, "unpacks to");
    // A manifest that is itself one.
    refused(&zipped(&[(MANIFEST, &zeros)]), "S003", "at most");
    // Many files, each small enough.
    let names: Vec<String> = (0..10).map(|i| format!("f{i}.ron")).collect();
    let four = &zeros[..4 * 1024 * 1024];
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), four)).collect();
    refused(&with(&many), TOO_MUCH, &CONTENTS_MAX.to_string());
}

#[test]
fn too_many_entries_are_not_even_listed() {
    let names: Vec<String> = (0..=ENTRIES_MAX).map(|i| format!("f{i}.ron")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    refused(&with(&many), TOO_MUCH, "at most 64");
    let names: Vec<String> = (0..100_000).map(|i| format!("{i}")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    refused(&zipped(&many), TOO_MUCH, "claims to hold");
}

#[test]
fn what_differs_from_the_manifest_is_refused() {
    let files: &[(&str, &[u8])] = &[("a.ron", b"A()"), ("b.ron", b"B()")];
    let right = package(files).manifest();
    let entries = |manifest: &str, files: &[(&str, &[u8])]| {
        let mut all = vec![(MANIFEST, manifest.as_bytes())];
        all.extend(files);
        zipped(&all)
    };
    assert!(Package::from_bytes("x.comity", &entries(&right, files)).is_ok());
    refused(&entries(&right, &[("a.ron", b"A()"), ("b.ron", b"C()")]), OTHERWISE, "hash or size");
    refused(&entries(&right, &[("a.ron", b"A()"), ("b.ron", b"B( )")]), OTHERWISE, "hash or size");
    refused(&entries(&right, &[("a.ron", b"A()")]), OTHERWISE, "does not hold `b.ron`");
    refused(&entries(&right, &[("a.ron", b"A()"), ("b.ron", b"B()"), ("c.ron", b"")]), OTHERWISE, "does not name");
    refused(&entries(&right.replace("CC-BY-4.0", "none"), files), OTHERWISE, "hash over all");
    refused(&entries(&right.replace("scenario: \"a.ron\"", "scenario: \"c.ron\""), files), OTHERWISE, "hash over all");
    refused(&entries(&right.replace("format: 1", "format: 2, more: []"), files), NEWER, "newer");
    refused(&entries(&right.replace("format: 1", "format: 0"), files), DAMAGED, "manifest");
    refused(&entries("Package(", files), DAMAGED, "manifest");
    refused(&zipped(files), DAMAGED, "`manifest.ron` is missing");
}

#[test]
fn what_is_no_package_is_refused() {
    let whole = with(&[]);
    refused(b"", DAMAGED, "does not end");
    refused(b"Scenario(format: 1)                   ", DAMAGED, "does not end");
    refused(&whole[..whole.len() - 1], DAMAGED, "does not end");
    refused(&whole[whole.len() - 22..], DAMAGED, "");
    let mut damaged = whole;
    let data = damaged.windows(5).position(|bytes| bytes == b"a.ron").unwrap() + 5;
    damaged[data] ^= 0xff;
    refused(&damaged, DAMAGED, "a.ron");
}

proptest! {
    #![proptest_config(Config { cases: 500, failure_persistence: None, rng_seed: RngSeed::Fixed(7), ..Config::default() })]

    /// Whatever is changed, a package is what it was or is refused.
    #[test]
    fn changed_bytes_change_nothing_or_are_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        cut in any::<Option<prop::sample::Index>>(),
    ) {
        let files: &[(&str, &[u8])] = &[("a.ron", b"A(x: 1, y: 2, z: \"some text that is long enough\")"), ("law/b.ron", b"B()")];
        let packed = package(files);
        let mut bytes = packed.to_bytes().unwrap();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(read) = Package::from_bytes("x.comity", &bytes) {
            prop_assert_eq!(read, packed);
        }
    }
}
