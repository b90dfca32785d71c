//! For tests: what is still plain English on a page in the language for testers, and so is neither a message nor authored prose.

use crate::diagnostic::Source;
use crate::syntax::{self, Kind};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

/// Every text of the data that ships, in small letters, the longest first.
fn authored() -> &'static [String] {
    static AUTHORED: OnceLock<Vec<String>> = OnceLock::new();
    AUTHORED.get_or_init(|| {
        let mut all = BTreeSet::new();
        for folder in ["scenarios", "assets"] {
            gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut all);
        }
        // Languages are called by their own names in all of them.
        all.extend(super::Language::all().map(|l| l.name().to_lowercase()));
        let mut all: Vec<String> = all.into_iter().filter(|t| t.len() > 1).collect();
        all.sort_by_key(|t| std::cmp::Reverse(t.len()));
        all
    })
}

/// Everything a reader of the window may see: messages in every language, what authors wrote, and the signs in the code of the window.
#[cfg(feature = "ui")]
pub(crate) fn written() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all: String = super::LANG.files().filter_map(include_dir::File::contents_utf8).collect();
    let pseudo = super::pseudo::accented(&all).into_owned();
    all.push_str(&pseudo);
    let mut texts = BTreeSet::new();
    for folder in ["scenarios", "assets"] {
        gather(&root.join(folder), &mut texts);
    }
    all.extend(texts.iter().map(String::as_str));
    all.push_str(&texts.iter().map(|t| t.to_uppercase()).collect::<String>());
    for entry in walk(&root.join("src/ui")) {
        all.push_str(&std::fs::read_to_string(entry).unwrap());
    }
    all
}

#[cfg(feature = "ui")]
fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

fn gather(folder: &Path, into: &mut BTreeSet<String>) {
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            gather(&path, into);
        } else if path.extension().is_some_and(|e| e == "ron") {
            let source = Source::new(path.display().to_string(), std::fs::read_to_string(&path).unwrap());
            let tree = syntax::parse(&source).root;
            for node in tree.iter().flat_map(syntax::Node::walk) {
                if let Kind::Text(text) = &node.kind {
                    into.insert(folded(text));
                }
            }
        }
    }
}

/// In small letters, on one line: faces set in capitals and break lines.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// English words of a text that stands neither in a message nor in authored prose. Every English word has a vowel, so a word
/// of a message has an accent.
pub(crate) fn plain(text: &str) -> Vec<String> {
    let mut rest = folded(text);
    if english(&rest).is_empty() {
        return Vec::new();
    }
    // Prose with a link in it comes in pieces: one begins or ends with the gap or the stop beside the link.
    let piece = text.starts_with([' ', '.', ',', ';', ':', ')', '?']) || text.ends_with([' ', '(']);
    if piece && authored().iter().any(|known| known.contains(&rest)) {
        return Vec::new();
    }
    // A title too long for its place ends in dots.
    while let Some(dots) = rest.find('…') {
        let starts = rest[..dots].char_indices().map(|(at, _)| at);
        let cut = |at: &usize| authored().iter().any(|known| known.starts_with(&rest[*at..dots]));
        let from = starts.filter(|at| dots - at > 1).find(cut).unwrap_or(dots);
        rest.replace_range(from..dots + '…'.len_utf8(), "·");
    }
    for known in authored() {
        let mut from = 0;
        while let Some(at) = rest[from..].find(known.as_str()).map(|at| from + at) {
            let end = at + known.len();
            let whole = !rest[..at].ends_with(char::is_alphanumeric) && !rest[end..].starts_with(char::is_alphanumeric);
            if whole {
                rest.replace_range(at..end, "·");
            }
            from = at + rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    english(&rest)
}

fn english(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphabetic());
    let plain = |w: &&str| w.len() > 1 && w.is_ascii() && w.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    words.filter(plain).map(str::to_owned).collect()
}

#[test]
fn what_is_plain_is_found() {
    let words = super::Language::PSEUDO.words();
    assert!(plain(&words.ui("help-goal")).is_empty());
    assert!(plain(&words.ui_with("clock-waiting", &[("seats", "Skerry Ferries".into())])).is_empty());
    assert_eq!(plain(&format!("{} really", words.ui("help-goal"))), ["really"]);
    let stage = "The United States asked, Ireland answered, and the evidence came through the ";
    assert!(plain(stage).is_empty(), "a piece of authored prose");
    assert!(!plain("The United States asked, Ireland answered, and nobody came through the ").is_empty());
    // Part of a longer word is not the word.
    assert_eq!(plain("Skerry Ferriesque"), ["skerry", "ferriesque"]);
}
