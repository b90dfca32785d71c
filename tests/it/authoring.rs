//! What a scenario author has at hand: files laid out.

use crate::cli::{Folder, bad, good};
use crate::table::{played, shipped as shipped_scenario};
use comity::diagnostic::Source;
use comity::scenario::{catalog, file};
use comity::syntax::decode::decode;
use comity::syntax::format::format;
use std::path::{Path, PathBuf};
use std::process::Stdio;

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
fn what_ships_is_copied_to_be_changed_and_nothing_is_overwritten() {
    let folder = Folder::new("copy");
    let law = folder.0.join("my-law.ron");
    let law = law.to_str().unwrap();
    good(&["copy", "generic", "-o", law]);
    good(&["check", law]);
    std::fs::write(law, "mine").unwrap();
    assert!(bad(1, &["copy", "generic", "-o", law]).contains("--force"));
    assert_eq!(std::fs::read_to_string(law).unwrap(), "mine");
    assert_eq!(good(&["copy", "town-books"]), catalog::scenario("town-books").unwrap().text());
    assert!(good(&["copy", "orlen"]).contains("LawPack("));
    // `copy` and `translate` take both by name.
    assert!(catalog::scenarios().all(|slug| catalog::law_pack(slug).is_none()), "a scenario and a law pack share a name");
    assert!(bad(2, &["copy", "genric"]).contains("Did you mean “generic”?"));
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

/// A scenario with a law pack of its own in a folder below it.
fn with_own_law(folder: &Folder) -> String {
    let read = |path: &str| std::fs::read_to_string(root().join(path)).unwrap();
    std::fs::create_dir(folder.0.join("law")).unwrap();
    folder.file("law/vessia.ron", read("assets/law/vessia.ron"));
    folder.file("LICENCE.txt", "Share it.");
    let scenario = read("scenarios/two-harbours.ron");
    let own = scenario.replace("\"vessia\"]", "\"law/vessia.ron\"]");
    assert_ne!(own, scenario);
    folder.file("two-harbours.ron", own)
}

#[test]
fn a_package_is_played_checked_and_unpacked() {
    let folder = Folder::new("pack");
    let scenario = with_own_law(&folder);
    let package = folder.0.join("harbours.comity").to_str().unwrap().to_owned();
    let said = good(&["pack", &scenario, "-o", &package, "--licence", "CC-BY-4.0"]);
    assert!(said.contains("3 files"), "{said}");
    assert!(bad(1, &["pack", &scenario, "-o", &package]).contains("there already"));
    assert!(bad(2, &["pack", &scenario, "-o", "x.zip"]).contains(".comity"));

    let digest = |name: &str| {
        let told = good(&["simulate", name, "--games", "20", "--bots", "random", "--format", "json"]);
        serde_json::from_str::<serde_json::Value>(&told).unwrap()["digest"].clone()
    };
    assert_eq!(digest(&package), digest(&scenario));
    assert!(good(&["check", &package]).contains("no problems found"));

    let out = folder.0.join("out").to_str().unwrap().to_owned();
    good(&["unpack", &package, "-o", &out]);
    let read = |path: PathBuf| std::fs::read_to_string(path).unwrap();
    assert_eq!(read(folder.0.join("out/two-harbours.ron")), read(PathBuf::from(&scenario)));
    assert_eq!(read(folder.0.join("out/law/vessia.ron")), read(folder.0.join("law/vessia.ron")));
    assert_eq!(read(folder.0.join("out/LICENCE.txt")), "Share it.");
    assert!(bad(1, &["unpack", &package, "-o", &out]).contains("not an empty folder"));
}

#[test]
fn a_refused_package_leaves_nothing_behind() {
    let folder = Folder::new("unpack");
    let scenario = with_own_law(&folder);
    let package = folder.0.join("harbours.comity").to_str().unwrap().to_owned();
    good(&["pack", &scenario, "-o", &package]);
    let mut bytes = std::fs::read(&package).unwrap();
    let data = bytes.windows(12).rposition(|at| at.starts_with(b"PK\x03\x04")).unwrap() + 60;
    bytes[data] ^= 0xff;
    let damaged = folder.file("damaged.comity", bytes);
    let before = std::fs::read_dir(&folder.0).unwrap().count();
    let out = folder.0.join("out").to_str().unwrap().to_owned();
    let said = bad(1, &["unpack", &damaged, "-o", &out]);
    assert!(said.contains("P00") && said.contains("get "), "{said}");
    assert_eq!(std::fs::read_dir(&folder.0).unwrap().count(), before);
    for command in ["check", "simulate", "play"] {
        assert!(bad(1, &[command, &damaged]).contains("P00"), "{command}");
    }
    let link = folder.0.join("link");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(std::env::temp_dir(), &link).unwrap();
        assert!(bad(1, &["unpack", &package, "-o", link.to_str().unwrap()]).contains("there already"));
    }
}

#[test]
fn twelve_fields_make_a_scenario() {
    let fields = [
        ("format", "1"),
        ("id", "\"a\""),
        ("title", "\"A\""),
        ("summary", "\"A.\""),
        ("law", "[]"),
        ("start", "\"2031-01-06\""),
        ("rounds", "[]"),
        ("seats", "[]"),
        ("stages", "[]"),
        ("decisions", "[]"),
        ("cases", "[]"),
        ("endings", "[]"),
    ];
    let without = |left_out: &str| {
        let given = fields.iter().filter(|(name, _)| *name != left_out).map(|(name, value)| format!("{name}: {value}"));
        decode::<file::Scenario>(&source(&format!("Scenario({})", given.collect::<Vec<_>>().join(", "))))
    };
    assert!(without("").0.is_some(), "twelve are enough: {:#?}", without("").1);
    for (name, _) in fields {
        let (scenario, found) = without(name);
        assert!(scenario.is_none() && found[0].code == "S021" && found[0].message.contains(name), "{name}: {found:#?}");
    }
}

#[test]
fn new_asks_and_writes_a_file_that_plays() {
    use std::io::Write;
    let folder = Folder::new("new");
    let mut asked = crate::cli::command(&["new"]);
    let mut asked = asked.current_dir(&folder.0).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let answers = "5\nremoval\nThe \"Golden\" Mill\n\nevil\\\", x: (\n";
    asked.stdin.take().unwrap().write_all(answers.as_bytes()).unwrap();
    let output = asked.wait_with_output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && said.contains("one of the numbers") && said.contains("[The mayor's office]"), "{said}");
    let file = folder.0.join("the-golden-mill.ron").to_str().unwrap().to_owned();
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains(r#"title: "The \"Golden\" Mill""#) && text.contains("// Who plays."), "{text}");
    good(&["check", &file, "--deny", "warnings"]);
    good(&["fmt", "--check", &file]);
}

#[test]
fn every_template_checks_clean_and_plays() {
    let folder = Folder::new("templates");
    for kind in ["blank", "warrant", "transfer", "removal"] {
        let name = folder.0.join(kind).to_str().unwrap().to_owned();
        let file = format!("{name}.ron");
        assert!(good(&["new", &name, "--template", kind]).contains(&file));
        assert!(bad(1, &["new", &file, "--template", kind]).contains("there already"));
        good(&["check", &file, "--deny", "warnings"]);
        good(&["fmt", "--check", &file]);
        for bot in ["random", "cautious"] {
            let told = good(&["simulate", &file, "--games", "50", "--bots", bot]);
            assert!(told.contains("50 finished"), "{told}");
        }
    }
    assert!(bad(2, &["new", "My Case"]).contains("my-case"));
}

#[test]
fn upgrade_shows_then_writes_and_holds_matches_to_their_record() {
    let folder = Folder::new("upgrade");
    let now = std::fs::read_to_string(root().join("scenarios/town-books.ron")).unwrap();
    let old = now.replacen("id: \"answer-an-order\",", "id: \"answer-an-order\", /* old */ question: \"What would you do?\",", 1);
    assert_ne!(old, now);
    let file = folder.file("town-books.ron", &old);
    assert!(bad(1, &["check", &file]).contains("S020"));
    let shown = good(&["upgrade", &file]);
    assert!(
        shown.contains("-    id: \"answer-an-order\", /* old */ question") && shown.contains("+  debrief: (questions:"),
        "{shown}"
    );
    assert_eq!(std::fs::read_to_string(&file).unwrap(), old, "only shown");

    // A match of the same rules, and one of others.
    let saved = |slug: &str| comity::play::write(&mut played(&shipped_scenario(slug), "cautious", 5), slug, &[]);
    let record = folder.file("match.ron", saved("town-books"));
    let other = folder.file("other.ron", saved("two-harbours"));
    let said = bad(1, &["upgrade", &file, "--write", "--match", &record, "--match", &other]);
    assert!(said.contains("other.ron does not come out"), "{said}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), old, "not written");
    good(&["upgrade", &file, "--write", "--match", &record]);
    good(&["check", &file, "--deny", "warnings"]);
    let new = std::fs::read_to_string(&file).unwrap();
    assert!(new.contains("/* old */") && new.contains("debrief: (questions: [\"What would you do?\"])"), "{new}");
    assert!(good(&["upgrade", &file]).contains("up to date"));

    let newer = folder.file("newer.ron", now.replacen("format: 1", "format: 9", 1));
    for command in ["check", "upgrade"] {
        assert!(bad(1, &[command, &newer]).contains("newer version of Comity"), "{command}");
    }
}
