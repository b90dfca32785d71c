//! `docs/authoring/fields.md` is made from the doc comments on the shapes of files, so it cannot drift from what is read.
//! `COMITY_BLESS=1 cargo test` writes it anew.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Where shapes stand, and under which heading the page shows them.
const FILES: [(&str, &str); 7] = [
    ("scenario", "A scenario"),
    ("rule", "Conditions and consequences"),
    ("world", "Press, events, endings"),
    ("reach", "States and their claims"),
    ("teaching", "Teaching"),
    ("law", "A law pack"),
    ("translation", "A translation"),
];

/// What a file may be.
const WHOLE: [&str; 3] = ["Scenario", "LawPack", "Translation"];

const HEAD: &str = "\
# Every field

This page is made from the program itself; a test keeps it so. `comity check` says the same about your own file, at the line.

## How values are written

* **Words** stand in quotes: `\"The order\"`. An *id* is a short name of yours, in small letters with hyphens: `\"first-court\"`.
* **Text** is words, or two wordings: `(plain: \"The judge says no.\", full: \"The motion is denied.\")`. `plain` is for readers from about
  fourteen; `full` has the terms of art. With one wording, both readers get it.
* A **number** is whole: `3`, `-1`. **Yes or no** is `true` or `false`.
* A **date** is `\"2031-05-02\"`. Where only the month or the year is known: `\"2031-05\"`, `\"2031\"`; that counts from its last day.
* A **list** stands in square brackets, values that belong together in round ones: `[(\"calm\", 1), (\"purse\", 2)]`.
* The name before a round bracket may be left out: `Court(id: …)` is the same as `(id: …)`.
* A word without quotes is one of a list: `Government`, `Compel`. Those lists stand [at the end](#words-to-choose-from).
* `// …` is a remark to yourself, to the end of the line; `/* … */` one of several lines.

*Left out* says what holds if the field is not there; **needed** means that it has to be.
";

#[derive(Default)]
struct Shape {
    name: String,
    written: Option<String>,
    says: String,
    choice: bool,
    parts: Vec<Part>,
}

/// A field, or one of the words to choose from.
struct Part {
    name: String,
    ty: String,
    says: String,
    default: Option<String>,
    usual: bool,
}

fn source(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(path)).unwrap()
}

/// The shapes of a source file: what `shapes!` makes, structs and enums.
fn shapes(text: &str) -> Vec<Shape> {
    let mut all = Vec::new();
    let mut open: Option<Shape> = None;
    let (mut says, mut attributes) = (Vec::new(), String::new());
    for line in text.lines() {
        let mut line = line.trim();
        if let Some(sentence) = line.strip_prefix("///") {
            says.push(sentence.trim());
            continue;
        }
        while let Some((attribute, rest)) = line.strip_prefix("#[").and_then(|l| l.split_once(']')) {
            attributes.push_str(attribute);
            line = rest.trim();
        }
        if line.is_empty() {
            continue;
        }
        let attribute = |key: &str| Some(attributes.split_once(&format!("{key} = \""))?.1.split_once('"')?.0.to_owned());
        if let Some(shape) = &mut open {
            if line == "}" {
                all.extend(open.take());
            } else {
                let line = line.trim_end_matches(',').trim_start_matches("pub ");
                let (name, ty) = line.split_once(if shape.choice { "(" } else { ": " }).unwrap_or((line, ""));
                let ty = if shape.choice { ty.trim_end_matches(')') } else { ty };
                let default = attributes.contains("default").then(|| attribute("default").unwrap_or_default());
                let usual = attributes == "default";
                shape.parts.push(Part { name: name.into(), ty: ty.into(), says: says.join(" "), default, usual });
            }
        } else if let Some(name) = line.strip_suffix(" {") {
            let choice = name.starts_with("pub enum ");
            let name = name.trim_start_matches("pub enum ").trim_start_matches("pub struct ");
            if name.chars().all(char::is_alphanumeric) && name.starts_with(char::is_uppercase) {
                let written = attribute("rename");
                open = Some(Shape { name: name.into(), written, says: says.join(" "), choice, parts: Vec::new() });
            }
        }
        says.clear();
        attributes.clear();
    }
    all
}

/// What stands between the brackets of a type, if it is that one.
fn inside<'a>(ty: &'a str, outer: &str) -> Option<&'a str> {
    ty.strip_prefix(outer)?.strip_prefix('<')?.strip_suffix('>')
}

/// A type's last word: `super::law::Factor` is `Factor`.
fn last(ty: &str) -> &str {
    ty.rsplit("::").next().unwrap_or(ty)
}

/// Types set apart by commas, those in brackets whole.
fn split(list: &str) -> Vec<&str> {
    let (mut out, mut depth, mut from) = (Vec::new(), 0, 0);
    for (i, c) in list.char_indices() {
        match c {
            '(' | '<' => depth += 1,
            ')' | '>' => depth -= 1,
            ',' if depth == 0 => {
                out.push(list[from..i].trim());
                from = i + 1;
            }
            _ => {}
        }
    }
    out.push(list[from..].trim());
    out.retain(|part| !part.is_empty());
    out
}

struct Page {
    shapes: BTreeMap<String, Shape>,
    /// Bodies of the functions that give defaults.
    given: BTreeMap<String, String>,
}

impl Page {
    /// A type in an author's words.
    fn kind(&self, ty: &str) -> String {
        if let Some(of) = inside(ty, "Option").or_else(|| inside(ty, "Box")) {
            return self.kind(of);
        }
        if let Some(of) = inside(ty, "Vec") {
            return format!("list of {}", self.kind(of));
        }
        if let Some(of) = ty.strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
            return format!("({})", split(of).into_iter().map(|t| self.kind(t)).collect::<Vec<_>>().join(", "));
        }
        match last(ty) {
            "String" => "words".into(),
            "Text" => "text".into(),
            "Date" | "Known" => "date".into(),
            "bool" => "yes or no".into(),
            "f32" | "i16" | "i32" | "u8" | "u16" | "u32" | "u64" => "number".into(),
            name if self.shapes.contains_key(name) => format!("[{name}](#{})", name.to_lowercase()),
            other => panic!("no word for {other}"),
        }
    }

    /// How a value of a type looks.
    fn sample(ty: &str) -> String {
        if let Some(of) = inside(ty, "Option").or_else(|| inside(ty, "Box")) {
            return Self::sample(of);
        }
        if let Some(of) = inside(ty, "Vec") {
            return format!("[{}, …]", Self::sample(of));
        }
        match last(ty) {
            "String" => "\"…\"".into(),
            "Date" => "date".into(),
            "i16" | "i32" | "u8" => "number".into(),
            name => name.into(),
        }
    }

    /// What holds if a field is left out.
    fn left_out(&self, part: &Part) -> String {
        let Some(default) = &part.default else { return "**needed**".into() };
        if let Some(body) = self.given.get(default) {
            let plain = [
                ("u8::MAX", "255"),
                ("Vec::new()", "[]"),
                ("Beat::", ""),
                ("ENGLISH", "\"en\""),
                (".to_owned()", ""),
                ("vec!", ""),
            ];
            return format!("`{}`", plain.iter().fold(body.clone(), |body, (from, to)| body.replace(from, to)));
        }
        assert!(default.is_empty(), "no function {default}");
        match last(&part.ty) {
            "bool" => "`false`".into(),
            "i16" | "i32" | "u8" | "u16" | "u32" | "u64" => "`0`".into(),
            name => match self.shapes.get(name).and_then(|s| s.parts.iter().find(|p| p.usual)) {
                Some(usual) => format!("`{}`", usual.name),
                None => "nothing".into(),
            },
        }
    }

    /// The types that a type speaks of.
    fn named<'a>(&self, ty: &'a str) -> Vec<&'a str> {
        let words = ty.split(|c: char| !c.is_alphanumeric() && c != ':').map(last);
        words.filter(|word| self.shapes.contains_key(*word)).collect()
    }

    /// The shapes that a file can hold.
    fn met(&self) -> Vec<&str> {
        let mut met: Vec<&str> = WHOLE.to_vec();
        let mut at = 0;
        while let Some(name) = met.get(at) {
            for part in &self.shapes[*name].parts {
                for of in self.named(&part.ty) {
                    if !met.contains(&of) {
                        met.push(of);
                    }
                }
            }
            at += 1;
        }
        met
    }

    fn table(&self, shape: &Shape, out: &mut String) {
        let _ = write!(out, "\n### {}\n\n{}", shape.name, shape.says);
        if let Some(written) = &shape.written {
            let _ = write!(out, " Written `{written}( … )`.");
        }
        out.push_str("\n\n");
        if shape.choice {
            out.push_str("| Write | What it says |\n|---|---|\n");
            for part in &shape.parts {
                let values: Vec<String> = split(&part.ty).into_iter().map(Self::sample).collect();
                let values = if values.is_empty() { String::new() } else { format!("({})", values.join(", ")) };
                let _ = writeln!(out, "| `{}{values}` | {} |", part.name, part.says);
            }
        } else {
            out.push_str("| Field | Value | Left out | What it is |\n|---|---|---|---|\n");
            for part in &shape.parts {
                let _ = writeln!(out, "| `{}` | {} | {} | {} |", part.name, self.kind(&part.ty), self.left_out(part), part.says);
            }
        }
    }
}

fn model(dir: &Path, out: &mut Vec<PathBuf>) {
    for path in std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            model(&path, out);
        } else {
            out.push(path);
        }
    }
}

/// Everything that files are made of; and in what order the page shows it.
fn gathered() -> (Page, Vec<(&'static str, Vec<String>)>) {
    let mut page = Page { shapes: BTreeMap::new(), given: BTreeMap::new() };
    let mut order: Vec<(&'static str, Vec<String>)> = Vec::new();
    for (file, title) in FILES {
        let text = source(&format!("scenario/file/{file}.rs"));
        for (signature, body) in text.split("fn ").skip(1).filter_map(|f| f.split_once("{\n")) {
            let body = body.split("\n}").next().unwrap().trim();
            page.given.insert(signature.split('(').next().unwrap().into(), body.into());
        }
        let found = shapes(&text);
        order.push((title, found.iter().map(|s| s.name.clone()).collect()));
        page.shapes.extend(found.into_iter().map(|s| (s.name.clone(), s)));
    }
    let mut files = Vec::new();
    model(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/model"), &mut files);
    let mut words = Vec::new();
    for path in files {
        for shape in shapes(&std::fs::read_to_string(path).unwrap()) {
            // A file's shape of the same name is the one that counts.
            if !page.shapes.contains_key(&shape.name) && !["Text", "Date", "Known"].contains(&shape.name.as_str()) {
                words.push(shape.name.clone());
                page.shapes.insert(shape.name.clone(), shape);
            }
        }
    }
    words.sort();
    order.push(("Words to choose from", words));
    (page, order)
}

fn page() -> String {
    let (page, order) = gathered();
    let met = page.met();
    let mut out = HEAD.to_owned();
    for (title, names) in order {
        let names: Vec<&String> = names.iter().filter(|name| met.contains(&name.as_str())).collect();
        let links: Vec<String> = names.iter().map(|name| format!("[{name}](#{})", name.to_lowercase())).collect();
        let _ = write!(out, "\n## {title}\n\n{}\n", links.join(" · "));
        for name in names {
            page.table(&page.shapes[name], &mut out);
        }
    }
    out
}

#[test]
fn the_page_of_fields_is_what_the_program_reads() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/authoring/fields.md");
    let now = page();
    if std::env::var_os("COMITY_BLESS").is_some() {
        std::fs::write(&path, &now).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = kept.lines().zip(now.lines()).find(|(a, b)| a != b);
    assert!(kept == now, "docs/authoring/fields.md is not what the program reads (COMITY_BLESS=1 writes it): {differs:#?}");
}

/// Where in a shape, and in those it is made of, players read text.
fn texts(page: &Page, name: &str, at: &str, within: &[&str], out: &mut Vec<String>) {
    for part in &page.shapes[name].parts {
        let at = if at.is_empty() { part.name.clone() } else { format!("{at}.{}", part.name) };
        if part.ty.split(|c: char| !c.is_alphanumeric()).any(|word| word == "Text") {
            out.push(at.clone());
        }
        for of in page.named(&part.ty).into_iter().filter(|of| !page.shapes[*of].choice && !within.contains(of)) {
            texts(page, of, &at, &[within, &[of]].concat(), out);
        }
    }
}

#[test]
fn every_text_of_a_scenario_can_be_translated() {
    let (page, _) = gathered();
    let mut all = Vec::new();
    texts(&page, "Scenario", "", &["Scenario"], &mut all);
    assert!(all.len() > 50, "{all:?}");
    for at in all {
        assert!(comity::scenario::translate::OF_SCENARIO.contains(&at.as_str()), "{at} is text, and no translation knows of it");
    }
    for (table, whole) in
        [(comity::scenario::translate::OF_SCENARIO, "Scenario"), (comity::scenario::translate::OF_PACK, "LawPack")]
    {
        for at in table {
            let end = at.split('.').try_fold(whole.to_owned(), |shape, field| {
                let part = page.shapes.get(&shape)?.parts.iter().find(|p| p.name == field)?;
                Some(page.named(&part.ty).first().map_or_else(|| "text".to_owned(), |s| (*s).to_owned()))
            });
            assert!(end.is_some(), "{whole} has no {at}");
        }
    }
}

/// Words of a law pack that are names of things, citations, or lists of them: they stay what they are in every language.
const SAME_EVERYWHERE: [&str; 50] = [
    "id",
    "language",
    "ties",
    "members",
    "courts.id",
    "courts.reviewed_by",
    "courts.bound_by",
    "courts.bound_until",
    "courts.freed_after",
    "courts.asks",
    "factors.id",
    "factors.doctrine",
    "questions.id",
    "norms.id",
    "norms.citation",
    "norms.source",
    "norms.over",
    "norms.supports",
    "norms.lifted_by",
    "circumstances.id",
    "comity.id",
    "comity.compel",
    "comity.resist",
    "treaties.id",
    "treaties.parties",
    "treaties.signed",
    "treaties.citation",
    "instruments.id",
    "instruments.norm",
    "instruments.issued_by",
    "procedures.id",
    "procedures.instrument",
    "procedures.start",
    "precedents.id",
    "precedents.name",
    "precedents.question",
    "precedents.court",
    "precedents.facts",
    "precedents.reason",
    "precedents.citation",
    "precedents.history",
    "norms.sanction.source",
    "procedures.stages.id",
    "procedures.stages.court",
    "procedures.stages.actions",
    "procedures.stages.next",
    "procedures.stages.appeal_to",
    "procedures.stages.citation",
    "contradictions.between",
    "contradictions.reason",
];

#[test]
fn every_text_of_a_law_pack_can_be_translated_or_stays_what_it_is() {
    let (page, _) = gathered();
    let mut all = Vec::new();
    strings(&page, "LawPack", "", &mut all);
    assert!(all.len() > 50, "{all:?}");
    let known =
        |at: &String| comity::scenario::translate::OF_PACK.contains(&at.as_str()) || SAME_EVERYWHERE.contains(&at.as_str());
    let forgotten: Vec<&String> = all.iter().filter(|at| !known(at)).collect();
    assert!(forgotten.is_empty(), "{forgotten:#?}");
}

/// Where words stand in a shape and in those it is made of.
fn strings(page: &Page, name: &str, at: &str, out: &mut Vec<String>) {
    for part in &page.shapes[name].parts {
        let at = if at.is_empty() { part.name.clone() } else { format!("{at}.{}", part.name) };
        if part.ty.contains("String") {
            out.push(at.clone());
        }
        for of in page.named(&part.ty).into_iter().filter(|of| !page.shapes[*of].choice) {
            strings(page, of, &at, out);
        }
    }
}

#[test]
fn every_field_says_what_it_is() {
    let page = page();
    for name in ["rounds", "aims", "hearing", "precedents", "bound_by"] {
        assert!(page.contains(&format!("\n| `{name}` |")), "{name}");
    }
    assert!(page.contains("| `effort` | number | `3` |") && page.contains("| `AtLeast(\"…\", number)` |"), "{page}");
    for row in page.lines().filter(|line| line.starts_with("| `")) {
        assert!(row.ends_with(". |"), "{row}");
    }
}
