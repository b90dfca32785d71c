//! The writer's guide does what it says: its sessions are played line by line, its recipes are added to a file that ships, checked
//! and tried, its commands exist.

use crate::cli::{Folder, command, good, told};
use comity::diagnostic::Source;
use comity::syntax::edit::{Edit, apply};
use comity::syntax::{Kind, parse};
use std::collections::BTreeMap;
use std::path::Path;

fn shipped(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn pages() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/authoring");
    let mut pages: Vec<(String, String)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(&path).unwrap()))
        .collect();
    pages.sort();
    pages
}

/// The fenced blocks of a page: kind, text.
fn blocks(page: &str) -> impl Iterator<Item = (&str, &str)> {
    page.split("\n```").skip(1).step_by(2).map(|block| block.split_once('\n').unwrap())
}

/// A file with what a recipe adds: values of lists go to the end of the file's own, other fields into the place of theirs.
fn added(base: &str, recipe: &str) -> String {
    let own = parse(&Source::new("base", base)).root.unwrap();
    let recipe = Source::new("recipe", format!("(\n{recipe}\n)"));
    let new = parse(&recipe).root.unwrap();
    let edits = new.fields().iter().map(|field| {
        let new = recipe.slice(field.value.span);
        match own.get(&field.key.text) {
            Some(there) if matches!(there.kind, Kind::List(_)) => {
                let end = there.span.end - 1;
                let comma = if base[..end].trim_end().ends_with([',', '[']) { "" } else { "," };
                Edit::insert(end, format!("{comma}\n{}\n", &new[1..new.len() - 1]))
            }
            Some(there) => Edit::replace(there.span, new),
            None => Edit::insert(base.find("(\n").unwrap() + 2, format!("{}: {new},\n", field.key.text)),
        }
    });
    apply(base, edits.collect())
}

#[test]
fn recipes_are_clean_and_play() {
    let folder = Folder::new("recipes");
    // What the recipe with a picture asks for.
    image::RgbImage::new(8, 6).save(folder.0.join("hall.png")).unwrap();
    let scenario = shipped("scenarios/town-books.ron");
    let pack = shipped("assets/law/generic.ron");
    let (mut tried, mut tested) = (0, 0);
    for (page, text) in pages() {
        for (kind, recipe) in blocks(&text) {
            let (base, play) = match kind {
                "ron" => (added(&scenario, recipe), true),
                "ron pack" => (added(&pack, recipe), false),
                "ron file" => (recipe.to_owned(), false),
                "ron part" => {
                    let part = parse(&Source::new("part", format!("({recipe})")));
                    assert!(part.diagnostics.is_empty(), "{page}: {recipe}\n{:#?}", part.diagnostics);
                    continue;
                }
                _ => {
                    let Some(path) = kind.strip_prefix("ron from ") else { continue };
                    let there = shipped(path).replace(char::is_whitespace, "");
                    assert!(there.contains(&recipe.replace(char::is_whitespace, "")), "{page}: {path} no longer says\n{recipe}");
                    continue;
                }
            };
            tried += 1;
            let file = folder.file(&format!("{tried}.ron"), base);
            let found = good(&["check", &file, "--format", "json"]);
            assert_eq!(found, "[]\n", "{page}: {recipe}");
            if play {
                good(&["simulate", &file, "--games", "40", "--bots", "random"]);
            }
            if recipe.contains("tests: [") {
                tested += 1;
                good(&["test", &file]);
            }
        }
    }
    assert!(tried >= 17 && tested >= 6, "{tried} {tested}");
}

/// Plays the sessions of the first lesson in a folder of their own: `$` begins a command, what follows is its output, and a line
/// with `…` alone stands for any number of lines. A block of kind `diff` is an edit of the lesson's file.
#[test]
fn the_first_lesson_goes_as_it_is_told() {
    const FILE: &str = "reading-list.ron";
    let folder = Folder::new("lesson");
    let text = pages().into_iter().find(|(name, _)| name == "README.md").unwrap().1;
    let mut commands = 0;
    for (kind, block) in blocks(&text) {
        match kind {
            "diff" => {
                let now = std::fs::read_to_string(folder.0.join(FILE)).unwrap();
                let lines = |sign: char| block.lines().filter_map(|l| l.strip_prefix(sign)).collect::<Vec<_>>().join("\n");
                let (from, to) = (lines('-'), lines('+'));
                assert_eq!(now.matches(&from).count(), 1, "{from}");
                folder.file(FILE, now.replace(&from, &to));
            }
            "console" => {
                for session in block.split("$ comity ").skip(1) {
                    let (line, expected) = session.split_once('\n').unwrap_or((session, ""));
                    let line = line.split("  #").next().unwrap();
                    let arguments: Vec<&str> = line.split_whitespace().collect();
                    let (out, err) = told(&command(&arguments).current_dir(&folder.0).output().unwrap());
                    let said = out + &err;
                    assert!(tells(&said, expected), "comity {line}\n--- told:\n{expected}\n--- said:\n{said}");
                    commands += 1;
                }
            }
            _ => {}
        }
    }
    assert!(commands >= 10, "{commands}");
}

/// Whether what was said is what is told, line by line; blank lines do not count.
fn tells(said: &str, told: &str) -> bool {
    fn lines(text: &str) -> Vec<&str> {
        text.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect()
    }
    fn fits(said: &[&str], told: &[&str]) -> bool {
        match told.split_first() {
            None => said.is_empty(),
            Some((first, rest)) if first.trim() == "…" => (0..=said.len()).any(|skip| fits(&said[skip..], rest)),
            Some((first, rest)) => said.first() == Some(first) && fits(&said[1..], rest),
        }
    }
    fits(&lines(said), &lines(told))
}

#[test]
fn commands_of_the_guide_exist() {
    let mut helps: BTreeMap<String, String> = BTreeMap::new();
    for (page, text) in pages() {
        for line in blocks(&text).flat_map(|(_, block)| block.lines()) {
            let Some(call) = line.trim_start_matches("$ ").strip_prefix("comity ") else { continue };
            let call = call.split("  #").next().unwrap();
            let words: Vec<&str> = call.split_whitespace().collect();
            let named = if ["law", "precedent"].contains(&words[0]) { 2 } else { 1 };
            let ask = [&words[..named], &["--help"]].concat();
            let help = helps.entry(words[..named].join(" ")).or_insert_with(|| good(&ask));
            for option in words.iter().filter(|word| word.starts_with("--")) {
                assert!(help.contains(*option), "{page}: {call}");
            }
        }
    }
    assert!(helps.len() >= 10, "{:?}", helps.keys());
}

#[test]
fn links_of_the_guide_lead_somewhere() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/authoring");
    for (page, text) in pages() {
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            if file.starts_with("http") {
                continue;
            }
            let target = if file.is_empty() { folder.join(&page) } else { folder.join(file) };
            assert!(target.exists(), "{page}: {link}");
            if !heading.is_empty() {
                let there = std::fs::read_to_string(target).unwrap();
                assert!(there.lines().any(|line| anchor(line).as_deref() == Some(heading)), "{page}: {link}");
            }
        }
    }
}

/// The anchor of a heading.
fn anchor(line: &str) -> Option<String> {
    let words = line.strip_prefix('#')?.trim_start_matches('#').trim().to_lowercase();
    Some(words.chars().filter(|c| c.is_alphanumeric() || "- ".contains(*c)).map(|c| if c == ' ' { '-' } else { c }).collect())
}
