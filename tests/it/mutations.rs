//! Single faults seeded into the files that ship: does the checker find them, on the right line, with the right word to put
//! instead? Measured beside plain `ron`, which is what reads the files in the end.
//!
//! The faults are drawn, not listed: `MUTATIONS=2000 MUTATIONS_SEED=7 cargo test --no-default-features --test it mutations --
//! --nocapture` draws others and prints the table.

use crate::cli::Folder;
use comity::diagnostic::{Diagnostic, Severity, Source, Span};
use comity::scenario::{self, catalog, file};
use comity::syntax::{Kind, Node, parse};
use ron::extensions::Extensions;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

/// What kind of fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    KeyTypo,
    IdTypo,
    ChoiceTypo,
    MissingField,
    Dangling,
    BadDate,
    WrongKind,
}

const FAULTS: [(Fault, &str); 7] = [
    (Fault::KeyTypo, "typo in a field"),
    (Fault::IdTypo, "typo in an id"),
    (Fault::ChoiceTypo, "typo in a choice"),
    (Fault::MissingField, "missing field"),
    (Fault::Dangling, "dangling reference"),
    (Fault::BadDate, "bad date"),
    (Fault::WrongKind, "wrong kind of value"),
];

/// Text that is read by people: a word there that looks like an id is none.
const FREE: [&str; 14] = [
    "id", "title", "text", "name", "kind", "short", "citation", "source", "holding", "standard", "plain", "full", "family",
    "actions",
];

/// Numbers as they come, the same on every machine.
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n.max(1) as u64).unwrap()
    }

    fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// A file with every place in it where a fault of a kind may be put.
struct Shipped {
    source: Source,
    pack: bool,
    keys: Vec<(Span, String)>,
    references: Vec<(Span, String)>,
    choices: Vec<(Span, String)>,
    dates: Vec<(Span, String)>,
    values: Vec<(Span, &'static str)>,
    /// A field with the group it is in.
    fields: Vec<(Span, Span)>,
}

fn visit<'a>(node: &'a Node, key: &'a str, see: &mut impl FnMut(&'a Node, &'a str)) {
    see(node, key);
    match &node.kind {
        Kind::Struct(it) => it.fields.iter().for_each(|f| visit(&f.value, &f.key.text, see)),
        Kind::Some(inner) => visit(inner, key, see),
        _ => node.children().for_each(|n| visit(n, key, see)),
    }
}

fn ids_of(tree: &Node, into: &mut BTreeSet<String>) {
    visit(tree, "", &mut |node, key| {
        if let (Kind::Text(text), "id") = (&node.kind, key) {
            into.insert(text.to_string());
        }
    });
}

fn is_date(text: &str) -> bool {
    text.len() == 10 && text.bytes().enumerate().all(|(i, b)| if matches!(i, 4 | 7) { b == b'-' } else { b.is_ascii_digit() })
}

impl Shipped {
    fn of(source: Source, ids: &BTreeSet<String>) -> Self {
        let tree = parse(&source).root.unwrap();
        let pack = tree.name() == Some("LawPack");
        let (mut keys, mut references, mut choices, mut dates) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut values, mut fields) = (Vec::new(), Vec::new());
        visit(&tree, "", &mut |node, key| {
            for f in node.fields() {
                keys.push((f.key.span, f.key.text.to_string()));
                let end = f.value.span.end;
                let comma = source.text()[end..].starts_with(',').then_some(end + 1);
                fields.push((Span::new(f.key.span.start, comma.unwrap_or(end)), node.span));
            }
            if let Some(span) = node.name_span().filter(|s| s.start > 0) {
                choices.push((span, node.name().unwrap_or_default().to_owned()));
            }
            match &node.kind {
                Kind::Text(text) if is_date(text) => dates.push((node.span, text.to_string())),
                Kind::Text(text) if ids.contains(&**text) && !FREE.contains(&key) => {
                    references.push((node.span, text.to_string()));
                }
                Kind::Number(_) => values.push((node.span, "\"many\"")),
                Kind::Bool(_) => values.push((node.span, "\"perhaps\"")),
                Kind::List(items) if !items.is_empty() => values.push((node.span, "\"all of them\"")),
                Kind::Text(_) => values.push((node.span, "7")),
                _ => {}
            }
        });
        Self { source, pack, keys, references, choices, dates, values, fields }
    }
}

/// A fault put into a file.
struct Mutant {
    text: String,
    /// Line at fault.
    line: usize,
    /// What stood there, where the fault is a typo.
    meant: Option<String>,
    what: String,
}

/// A slip of the finger: a letter left out, doubled, swapped with the next, or replaced by a neighbour.
fn slip(word: &str, draw: &mut Draw) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = draw.below(letters.len() - 1);
    match draw.below(4) {
        0 => {
            letters.remove(at.max(1));
        }
        1 => letters.insert(at, letters[at]),
        2 => letters.swap(at, at + 1),
        _ => letters[at.max(1)] = char::from(b'a' + u8::try_from(draw.below(26)).unwrap()),
    }
    letters.into_iter().collect()
}

fn mutant(fault: Fault, file: &Shipped, words: &BTreeSet<String>, draw: &mut Draw) -> Option<Mutant> {
    let text = file.source.text();
    let put = |span: Span, new: &str| format!("{}{new}{}", &text[..span.start], &text[span.end..]);
    let line = |at: usize| file.source.position(at).line;
    let (span, new, meant, at) = match fault {
        Fault::KeyTypo | Fault::ChoiceTypo | Fault::IdTypo => {
            let list = match fault {
                Fault::KeyTypo => &file.keys,
                Fault::ChoiceTypo => &file.choices,
                _ => &file.references,
            };
            let (span, word) = draw.of(list);
            if word.len() < 4 {
                return None;
            }
            let wrong = slip(word, draw);
            if words.contains(&wrong) || !wrong.starts_with(|c: char| c.is_ascii_alphabetic()) {
                return None;
            }
            let new = if fault == Fault::IdTypo { format!("\"{wrong}\"") } else { wrong };
            (*span, new, Some(word.clone()), span.start)
        }
        Fault::Dangling => {
            let (span, _) = draw.of(&file.references);
            let made_up: String = (0..9).map(|_| *draw.of(&['q', 'x', 'z', 'w', 'j'])).collect();
            (*span, format!("\"{made_up}\""), None, span.start)
        }
        Fault::BadDate => {
            let (span, day) = draw.of(&file.dates);
            let year = &day[..4];
            let bad = [
                format!("{year}-02-30"),
                format!("{year}-13-01"),
                format!("{}-{year}", &day[8..]),
                format!("{year}-00-10"),
                format!("{year}/01/09"),
            ];
            (*span, format!("\"{}\"", draw.of(&bad)), None, span.start)
        }
        Fault::WrongKind => {
            let (span, other) = draw.of(&file.values);
            (*span, (*other).to_owned(), None, span.start)
        }
        Fault::MissingField => {
            let (span, group) = draw.of(&file.fields);
            (*span, String::new(), None, group.start)
        }
    };
    let changed = put(span, &new);
    // To leave out what may be left out is no fault; a value that fits where it was put is none either.
    let needs_ron = matches!(fault, Fault::MissingField | Fault::WrongKind);
    if needs_ron && plain_ron(file.pack, &changed).is_none() {
        return None;
    }
    let what = format!("{fault:?}: {} {} -> {new}", file.source.name(), file.source.slice(span));
    Some(Mutant { text: changed, line: line(at), meant, what })
}

/// The line at which plain `ron` stops; none where it is content.
fn plain_ron(pack: bool, text: &str) -> Option<usize> {
    let options = ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_default_extension(Extensions::UNWRAP_NEWTYPES)
        .with_default_extension(Extensions::UNWRAP_VARIANT_NEWTYPES);
    let error = if pack { options.from_str::<file::LawPack>(text).err() } else { options.from_str::<file::Scenario>(text).err() };
    error.map(|e| e.span.start.line)
}

/// How many of the faults of a kind were found, and how well.
#[derive(Clone, Copy, Default)]
struct Tally {
    seeded: usize,
    found: usize,
    line: usize,
    typos: usize,
    suggested: usize,
    ron_found: usize,
    ron_line: usize,
}

fn check(folder: &Folder, text: &str) -> Vec<Diagnostic> {
    scenario::check(Path::new(&folder.file("mutant.ron", text)))
}

#[test]
fn seeded_faults_are_found_where_they_are() {
    let number = |name: &str, default: u64| std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(default);
    let (wanted, seed) = (number("MUTATIONS", 238), number("MUTATIONS_SEED", 1));
    let folder = Folder::new("mutations");
    let sources: Vec<Source> =
        catalog::scenarios().filter_map(catalog::scenario).chain(catalog::law_packs().filter_map(catalog::law_pack)).collect();
    let (mut ids, mut words) = (BTreeSet::new(), BTreeSet::new());
    for source in &sources {
        let tree = parse(source).root.unwrap();
        ids_of(&tree, &mut ids);
        for node in tree.walk() {
            words.extend(node.fields().iter().map(|f| f.key.text.to_string()));
            words.extend(node.name().map(str::to_owned));
        }
        assert_eq!(check(&folder, source.text()), [], "{} checks clean", source.name());
    }
    words.extend(ids.iter().cloned());
    let files: Vec<Shipped> = sources.into_iter().map(|s| Shipped::of(s, &ids)).collect();
    let mut draw = Draw(seed);
    let mut tallies = [Tally::default(); FAULTS.len()];
    let mut misses = String::new();
    let each = usize::try_from(wanted).unwrap().div_ceil(FAULTS.len());
    for (k, (fault, _)) in FAULTS.into_iter().enumerate() {
        while tallies[k].seeded < each {
            let file = draw.of(&files);
            let possible = match fault {
                Fault::IdTypo | Fault::Dangling => !file.references.is_empty(),
                Fault::BadDate => !file.dates.is_empty(),
                _ => true,
            };
            let Some(m) = possible.then(|| mutant(fault, file, &words, &mut draw)).flatten() else { continue };
            let found = check(&folder, &m.text);
            let first = found.iter().find(|d| d.severity == Severity::Error).or(found.first());
            let line = first.and_then(Diagnostic::position).map(|p| p.line);
            let suggested = first.and_then(|d| d.suggestion.as_deref()).map(|s| s.trim_matches('"').to_owned());
            let t = &mut tallies[k];
            t.seeded += 1;
            t.found += usize::from(first.is_some());
            t.line += usize::from(line == Some(m.line));
            t.typos += usize::from(m.meant.is_some());
            let right = m.meant.is_some() && suggested == m.meant;
            t.suggested += usize::from(right);
            let ron = plain_ron(file.pack, &m.text);
            t.ron_found += usize::from(ron.is_some());
            t.ron_line += usize::from(ron == Some(m.line));
            if line != Some(m.line) || (m.meant.is_some() && !right) {
                let said = first.map(|d| format!("[{}] {} ({:?})", d.code, d.message, d.suggestion));
                let _ = writeln!(misses, "{} at line {}: line {line:?}, {said:?}", m.what, m.line);
            }
        }
    }
    let sum = |f: fn(&Tally) -> usize| tallies.iter().map(f).sum::<usize>();
    let percent = |part: usize, of: usize| {
        let tenths = (2000 * part + of) / (2 * of.max(1));
        if of == 0 { "–".to_owned() } else { format!("{}.{} %", tenths / 10, tenths % 10) }
    };
    println!("{misses}");
    println!("| Fault | Seeded | Found | Right line | Right word first | Found by `ron` | Its line right |");
    println!("|---|---|---|---|---|---|---|");
    let row = |name: &str, t: Tally| {
        println!(
            "| {name} | {} | {} | {} | {} | {} | {} |",
            t.seeded,
            percent(t.found, t.seeded),
            percent(t.line, t.seeded),
            percent(t.suggested, t.typos),
            percent(t.ron_found, t.seeded),
            percent(t.ron_line, t.seeded)
        );
    };
    for ((_, name), t) in FAULTS.iter().zip(tallies) {
        row(name, t);
    }
    let all = Tally {
        seeded: sum(|t| t.seeded),
        found: sum(|t| t.found),
        line: sum(|t| t.line),
        typos: sum(|t| t.typos),
        suggested: sum(|t| t.suggested),
        ron_found: sum(|t| t.ron_found),
        ron_line: sum(|t| t.ron_line),
    };
    row("all", all);
    assert!(all.seeded >= 200);
    assert_eq!(all.found, all.seeded, "every fault is found:\n{misses}");
    assert!(all.line * 100 >= all.seeded * 95, "the right line in 95 of 100:\n{misses}");
    assert!(all.suggested * 100 >= all.typos * 80, "the right word first in 80 of 100 typos:\n{misses}");
}
