//! Messages and the source, each read against the other: no key without a message, no message without a use, no call without
//! the arguments its message names. What a call gives by way of a variable is held when tests say it (`Words::ui_with`).

use super::tests::{english, messages};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Keys that are put together: how they are written in the source, and what is put in.
const BUILT: &[(&str, &[&str])] = &[
    ("month-{month}", &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]),
    ("seats-bot-{name}", crate::bots::NAMES.as_slice()),
    ("window-key-{key}", KEYS),
    ("window-key-{key}-does", KEYS),
    ("cli-new-{}", &["warrant", "transfer", "removal", "blank"]),
    ("cli-new-{word}", &["title", "asker", "thing", "holder", "place", "state"]),
    ("{}-about", &["role-provider", "role-government", "role-court"]),
];

const KEYS: &[&str] = &["tab", "enter", "undo", "close", "find", "hint", "back", "help", "projector", "size"];

/// A source file without its comments and its tests, on one line: calls break over several.
struct File {
    path: PathBuf,
    code: String,
}

/// Every source file.
fn sources() -> Vec<File> {
    fn walk(dir: &Path, into: &mut Vec<File>) {
        for path in std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() {
                if name != "tests" {
                    walk(&path, into);
                }
            } else if path.extension().is_some_and(|e| e == "rs") && !name.ends_with("tests.rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or("");
                let code: Vec<&str> = code.lines().filter(|l| !l.trim_start().starts_with("//")).collect();
                let code = code.iter().flat_map(|l| l.split_whitespace()).collect::<Vec<_>>().join(" ");
                into.push(File { path, code });
            }
        }
    }
    let mut all = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
    all.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(all.len() > 100, "{}", all.len());
    all
}

/// The string literals of some code, each with where it ends. Enough of Rust for code that is formatted and compiles.
fn literals(code: &str) -> Vec<(usize, &str)> {
    let (bytes, mut at, mut all) = (code.as_bytes(), 0, Vec::new());
    while at < bytes.len() {
        match bytes[at] {
            // A quotation mark as a character.
            b'\'' if code[at..].starts_with("'\"'") => at += 3,
            b'\'' if code[at..].starts_with("'\\\"'") => at += 4,
            b'"' => {
                let start = at + 1;
                at = start;
                while at < bytes.len() && bytes[at] != b'"' {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
                all.push((at + 1, code.get(start..at).unwrap_or_default()));
                at += 1;
            }
            _ => at += 1,
        }
    }
    all
}

/// Whether something is written as keys are.
fn keylike(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// The names in `("name", …), ("other", …)` up to the bracket that closes the list; none if it is not written out.
fn arguments(rest: &str) -> Option<BTreeSet<&str>> {
    let list = rest.strip_prefix(", &[")?;
    let (mut depth, mut end) = (0, 0);
    for (at, c) in list.char_indices() {
        match c {
            '[' | '(' | '{' => depth += 1,
            ']' if depth == 0 => {
                end = at;
                break;
            }
            ']' | ')' | '}' => depth -= 1,
            _ => {}
        }
    }
    let mut names = BTreeSet::new();
    let (mut depth, mut from) = (0, 0);
    for (at, c) in list[..end].char_indices() {
        match c {
            '[' | '(' | '{' => {
                depth += 1;
                if depth == 1 {
                    from = at + 1;
                }
            }
            ']' | ')' | '}' => {
                depth -= 1;
                if depth == 0 {
                    names.insert(list[from..at].trim_start().strip_prefix('"')?.split('"').next()?);
                }
            }
            // A variable among them.
            c if depth == 0 && !c.is_whitespace() && c != ',' => return None,
            _ => {}
        }
    }
    Some(names)
}

/// Calls that take a key first.
const CALLS: [&str; 4] = ["Say::new(", ".ui(", ".ui_with(", "cx.with("];

#[test]
fn every_key_has_a_message_and_every_call_its_arguments() {
    let known = messages(english());
    let (mut wrong, mut calls, mut checked) = (Vec::new(), 0, 0);
    for File { path, code } in sources() {
        for (end, key) in literals(&code).into_iter().filter(|(_, l)| keylike(l)) {
            let before = code[..end - key.len() - 2].trim_end();
            let Some(call) = CALLS.iter().find(|call| before.ends_with(*call)) else { continue };
            calls += 1;
            let Some(wanted) = known.get(key) else {
                wrong.push(format!("{}: no message `{key}`", path.display()));
                continue;
            };
            let given = match *call {
                ".ui(" => Some(BTreeSet::new()),
                // Its arguments follow one by one; tests that say it see whether all came.
                "Say::new(" => None,
                _ => arguments(&code[end..]),
            };
            let Some(given) = given else { continue };
            checked += 1;
            for name in wanted.iter().filter(|name| !given.contains(**name)) {
                wrong.push(format!("{}: `{key}` needs ${name}", path.display()));
            }
        }
    }
    assert!(calls > 400 && checked > 300, "{calls} calls found, {checked} checked");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_message_is_used() {
    let all = sources();
    let built: BTreeSet<String> =
        BUILT.iter().flat_map(|(pattern, parts)| parts.iter().map(|part| filled(pattern, part))).collect();
    let used: BTreeSet<&str> = all.iter().flat_map(|f| literals(&f.code)).map(|(_, l)| l).filter(|l| keylike(l)).collect();
    let known = messages(english());
    for key in &built {
        assert!(known.contains_key(key.as_str()), "no message `{key}`");
    }
    let left: Vec<&str> = known.into_keys().filter(|k| !used.contains(k) && !built.contains(*k)).collect();
    assert!(left.is_empty(), "nothing says: {}", left.join(", "));
}

fn filled(pattern: &str, part: &str) -> String {
    let (head, rest) = pattern.split_once('{').unwrap();
    format!("{head}{part}{}", rest.split_once('}').unwrap().1)
}

#[test]
fn keys_are_put_together_only_where_it_is_written_down() {
    let all = sources();
    for (pattern, _) in BUILT {
        assert!(all.iter().any(|f| f.code.contains(&format!("format!(\"{pattern}\""))), "`{pattern}` is no longer put together");
    }
    for File { path, code } in &all {
        for call in ["ui(&format!(\"", "ui_with(&format!(\""] {
            for rest in code.split(call).skip(1) {
                let pattern = rest.split('"').next().unwrap_or_default();
                assert!(BUILT.iter().any(|(known, _)| *known == pattern), "{}: `{pattern}` is not in BUILT", path.display());
            }
        }
    }
}

#[test]
fn code_is_read_as_it_is_written() {
    let code = r#"f("one", '"', "t\"wo", 'x', &["three"])"#;
    assert_eq!(literals(code).into_iter().map(|(_, l)| l).collect::<Vec<_>>(), ["one", "t\\\"wo", "three"]);
    assert_eq!(arguments(r#", &[("a", x.into()), ("b", f(&[("no", 1)]))])"#), Some(BTreeSet::from(["a", "b"])));
    assert_eq!(arguments(", &[])"), Some(BTreeSet::new()));
    assert_eq!(arguments(", &args)"), None);
    assert_eq!(arguments(r#", &[name, ("b", 1)])"#), None);
    assert_eq!(filled("a-{b}-c", "x"), "a-x-c");
}
