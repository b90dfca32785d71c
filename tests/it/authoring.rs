//! What a scenario author has at hand: files laid out.

use crate::cli::{Folder, bad, good};
use comity::diagnostic::Source;
use comity::scenario::file;
use comity::syntax::decode::decode;
use comity::syntax::format::format;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file of ours that authors write as well.
fn shipped() -> Vec<PathBuf> {
    let folders = ["scenarios", "assets/law", "assets/learn"].map(|folder| std::fs::read_dir(root().join(folder)).unwrap());
    let mut all: Vec<PathBuf> = folders.into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    all.retain(|path| path.extension().is_some_and(|e| e == "ron"));
    all.sort();
    assert!(all.len() > 15);
    all
}

#[test]
fn what_ships_is_laid_out_well() {
    for path in shipped() {
        let text = std::fs::read_to_string(&path).unwrap();
        let laid_out = format(&source(&text)).unwrap();
        assert!(laid_out == text, "{}: run comity fmt", path.display());
    }
}

/// A shipped file with other line breaks and indentation, and comments in odd places, keeps its meaning and its comments.
#[test]
fn what_ships_survives_being_mangled() {
    for path in shipped().iter().filter(|path| !path.starts_with(root().join("assets/learn"))) {
        let text = std::fs::read_to_string(path).unwrap();
        let mut mangled = String::new();
        for (i, line) in text.lines().enumerate() {
            mangled.push_str(&" ".repeat(i * 7 % 23));
            mangled.push_str(line.trim_start());
            mangled.push_str(["\n", "\n\n\n", " /* here */\r\n", " // there\n"][i % 4]);
        }
        let laid_out = format(&source(&mangled)).unwrap_or_else(|faults| panic!("{}: {faults:?}", path.display()));
        assert_eq!(meaning(&laid_out), meaning(&text), "{}", path.display());
        let count = |text: &str| (text.matches("/* here */").count(), text.matches("// there").count());
        assert_eq!(count(&laid_out), count(&mangled), "{}", path.display());
    }
}

fn source(text: &str) -> Source {
    Source::new("test.ron", text)
}

/// A scenario or law pack as it is decoded.
fn meaning(text: &str) -> String {
    let scenario = decode::<file::Scenario>(&source(text)).0.map(|it| format!("{it:?}"));
    scenario.or_else(|| decode::<file::LawPack>(&source(text)).0.map(|it| format!("{it:?}"))).expect("a file that ships")
}

#[test]
fn fmt_writes_shows_or_only_names() {
    let folder = Folder::new("fmt");
    let file = folder.file("a.ron", "Scenario( a:1,\n // why\n b : [1,2,],\n)");
    let neat = "Scenario(\n  a: 1,\n  // why\n  b: [1, 2],\n)\n";
    let before = std::fs::read_to_string(&file).unwrap();
    assert_eq!(bad(1, &["fmt", "--check", &file]).trim(), format!("{file} would change"));
    let shown = bad(1, &["fmt", "--diff", &file]);
    assert!(shown.contains("+  b: [1, 2],") && shown.contains("- b : [1,2,],"), "{shown}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), before);
    assert_eq!(good(&["fmt", &file]).trim(), format!("{file} laid out"));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), neat);
    assert_eq!(good(&["fmt", "--check", &file]), "");
}

#[test]
fn fmt_leaves_a_broken_file_and_goes_on() {
    let folder = Folder::new("fmt-broken");
    let broken = folder.file("broken.ron", "Scenario( a:1");
    let fine = folder.file("fine.ron", "( a:1)");
    let said = bad(1, &["fmt", &broken, &fine]);
    assert!(said.contains("S010") && said.contains("never closed"), "{said}");
    assert_eq!(std::fs::read_to_string(&broken).unwrap(), "Scenario( a:1");
    assert_eq!(std::fs::read_to_string(&fine).unwrap(), "(a: 1)\n");
    assert_eq!(std::fs::read_dir(&folder.0).unwrap().count(), 2, "nothing else is left");
}
