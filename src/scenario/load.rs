//! From text to scenario: decode, bring in the law, resolve, lint. Every finding of a file comes in one pass.

use super::beside::{Beside, Home, is_inside};
use super::file::{LawPack, Scenario as ScenarioFile, Translation};
use super::kind::{LAW_PACK, kind};
use super::names::{Fault, Names, Step};
use super::{catalog, illustrations, law, lints, local, resolve, rules, translate};
use crate::diagnostic::{Diagnostic, Source, Span, has_errors, sort};
use crate::model::{Law, Scenario, Spoken};
use crate::syntax::decode::decode_with_tree;
use crate::syntax::{Kind, Node, allow, did_you_mean, read::read_source};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// The format of scenario files and law packs this version reads.
pub const FORMAT: u32 = 1;

/// Bytes a scenario or law pack may have.
pub const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// A scenario ready to play, with what the checker has to remark.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// Warnings and hints.
    pub remarks: Vec<Diagnostic>,
}

pub(super) fn check_pack(source: &Source, folder: Option<&Path>) -> Vec<Diagnostic> {
    let (decoded, mut found) = match decode_and_look::<LawPack>(source, |mended| check_pack(mended, folder)) {
        Ok(decoded) => (Some(decoded), Vec::new()),
        Err(found) => (None, found),
    };
    let mut all_ran = false;
    if let Some((pack, tree)) = decoded {
        let pack_id = pack.id.clone();
        // A pack may lean on the words of the packs that ship: they are brought in beside it.
        found.extend(foreign(source, &tree, &pack.language));
        let mut packs = vec![Arc::new(Pack { source: source.clone(), tree, file: pack, spoken: Spoken::default() })];
        packs.extend(catalog::law_packs().filter_map(shipped_as_written).filter(|p| p.file.id != pack_id));
        let mut merged = Vec::new();
        let (mut law, _) = merge(&packs, true, &mut merged);
        if merged.iter().any(|d| d.code == "S032") {
            // The name may be one of a pack that lies beside it.
            let more = beside(folder, &packs);
            if !more.is_empty() {
                packs.extend(more);
                merged.clear();
                (law, _) = merge(&packs, true, &mut merged);
            }
        }
        found.append(&mut merged);
        if !has_errors(&found) {
            let contradictory = lints::contradictions::check(&packs[0].file, &law);
            found.extend(contradictory.into_iter().map(|f| place(source, &packs[0].tree, f)));
            all_ran = true;
        }
    }
    allow::apply(source, &mut found, all_ran);
    sort(&mut found);
    found
}

/// Files that are looked at for a pack to lean on.
const MOST_BESIDE: usize = 64;

/// The law packs that lie in the folder of one, as far as they can be read and are not there already.
fn beside(folder: Option<&Path>, packs: &[Arc<Pack>]) -> Vec<Arc<Pack>> {
    let here = |f: &Path| if f.as_os_str().is_empty() { PathBuf::from(".") } else { f.to_owned() };
    let Some(entries) = folder.and_then(|f| std::fs::read_dir(here(f)).ok()) else { return Vec::new() };
    let mut paths: Vec<PathBuf> =
        entries.flatten().map(|e| e.path()).filter(|p| p.extension().is_some_and(|e| e == "ron")).collect();
    paths.sort();
    let sources = paths.into_iter().take(MOST_BESIDE).filter_map(|p| read_source(&p, MOST_BYTES).ok());
    let read = sources.filter(|s| kind(s) == LAW_PACK).filter_map(|s| decode_pack(&s).ok());
    read.filter(|new| packs.iter().all(|p| p.file.id != new.file.id)).map(Arc::new).collect()
}

/// Law packs merged into one law: those named (what ships by its name, others by the path of a file), or all real ones that
/// ship. A pack on its own may lean on the words of those that ship: they are brought in beside it.
///
/// # Errors
/// Everything found wrong with them.
pub fn open_law(names: &[String]) -> Result<Law, Vec<Diagnostic>> {
    let mut packs: Vec<Arc<Pack>> = Vec::new();
    let mut found = Vec::new();
    for name in names {
        let source = match catalog::law_pack(name) {
            Some(source) => source,
            None => read_source(Path::new(name), MOST_BYTES).map_err(|d| {
                let all: Vec<&str> = catalog::law_packs().collect();
                vec![d.with_help(format!("law packs that ship: {}; one of your own is named by its path", all.join(", ")))]
            })?,
        };
        match decode_pack(&source) {
            Ok(pack) => packs.push(Arc::new(pack)),
            Err(mut inner) => found.append(&mut inner),
        }
    }
    let shipped = catalog::law_packs().filter_map(shipped_as_written);
    let words = |pack: &Pack| !pack.file.factors.is_empty() && !pack.file.invented;
    let wanted = |pack: &Arc<Pack>| if names.is_empty() { !pack.file.invented } else { words(pack) };
    for mut pack in shipped.filter(wanted) {
        if packs.iter().all(|p| p.file.id != pack.file.id) {
            if !names.is_empty() {
                // Only its words: its cases were not asked for.
                Arc::make_mut(&mut pack).file.precedents.clear();
            }
            packs.push(pack);
        }
    }
    let (law, _) = merge(&packs, false, &mut found);
    if has_errors(&found) {
        sort(&mut found);
        return Err(found);
    }
    Ok(law)
}

#[derive(Clone)]
struct Pack {
    source: Source,
    tree: Node,
    file: LawPack,
    spoken: Spoken,
}

fn decode_pack(source: &Source) -> Result<Pack, Vec<Diagnostic>> {
    decode_ours::<LawPack>(source).map(|(file, tree)| Pack {
        source: source.clone(),
        spoken: translate::spoken(&tree, &file.language),
        tree,
        file,
    })
}

/// A pack in the language that is read, as far as there is a translation. What is wrong with that is told where it is checked.
fn pack_beside(original: &Source, name: &str, beside: &Beside<'_>) -> Result<Pack, Vec<Diagnostic>> {
    let Some(translation) = in_language(name, beside) else { return decode_pack(original) };
    let (text, spoken) = translate::translated(original, &translation);
    Ok(Pack { spoken, ..decode_pack(&text)? })
}

/// Decodes a scenario or law pack. One of another format is told so, whatever else does not fit in it.
pub(super) fn decode_ours<T: DeserializeOwned>(source: &Source) -> Result<(T, Node), Vec<Diagnostic>> {
    decode_and_look(source, |_| Vec::new())
}

/// The same; what is wrong beyond the form is looked for in what is left when the form is mended.
fn decode_and_look<T: DeserializeOwned>(
    source: &Source,
    further: impl FnOnce(&Source) -> Vec<Diagnostic>,
) -> Result<(T, Node), Vec<Diagnostic>> {
    let decoded = decode_with_tree::<T>(source);
    let stated = decoded.tree.as_ref().and_then(|tree| Some((tree, tree.get("format")?.as_integer()?)));
    if let Some((tree, format)) = stated.filter(|(_, format)| *format != i64::from(FORMAT)) {
        return Err(vec![other_format(source, tree, format)]);
    }
    if let (Some(file), Some(tree)) = (decoded.value, decoded.tree) {
        return Ok((file, tree));
    }
    let mut found = decoded.diagnostics;
    if let Some(mended) = decoded.mended {
        // Names alone: what else is said of a text with holes may be the holes' doing.
        let told: &[&str] = if mended.lost_a_name() { &[UNKNOWN_PACK] } else { &NAMES };
        let sure = |d: &Diagnostic| told.contains(&d.code);
        let names = further(&mended.source).into_iter().filter(|d| d.source == mended.source && sure(d));
        found.extend(names.filter_map(|d| mended.carry(d)));
        sort(&mut found);
    }
    Err(found)
}

/// Says that a file is written in what is no language.
fn foreign(source: &Source, tree: &Node, language: &str) -> Option<Diagnostic> {
    let at = tree.get("language").map_or(tree.span, |n| n.span);
    (!translate::is_tag(language)).then(|| translate::no_language(source, language).at(at))
}

/// Findings about a name: not one, given twice, not known, of no law pack.
const NAMES: [&str; 4] = ["S030", "S031", "S032", UNKNOWN_PACK];

/// A law pack that there is not.
const UNKNOWN_PACK: &str = "S043";

/// Says that a file is of an older or a newer format.
pub(super) fn other_format(source: &Source, tree: &Node, format: i64) -> Diagnostic {
    let span = tree.get("format").map_or(tree.span, |n| n.span);
    let (message, help) = if format > i64::from(FORMAT) {
        let message = format!("this file is in format {format}, for a newer version of Comity; this one reads format {FORMAT}");
        (message, "play it with that version, or a newer one".to_owned())
    } else {
        (
            format!("this file is in format {format}, of an earlier version"),
            format!("run `comity upgrade {} --write`", source.name()),
        )
    };
    Diagnostic::error("S042", source, message).at(span).with_help(help)
}

/// A pack that ships, in the language that is read if what is beside it has it.
fn shipped_pack(slug: &str, beside: &Beside<'_>) -> Option<Arc<Pack>> {
    let file = format!("{slug}.ron");
    if beside.translation(&file).is_none() {
        return shipped_as_written(slug);
    }
    pack_beside(&catalog::law_pack(slug)?, &file, beside).ok().map(Arc::new)
}

/// A pack that ships, read once for the life of the process.
fn shipped_as_written(slug: &str) -> Option<Arc<Pack>> {
    static READ: Mutex<BTreeMap<String, Arc<Pack>>> = Mutex::new(BTreeMap::new());
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(pack) = read.get(slug) {
        return Some(Arc::clone(pack));
    }
    let pack = Arc::new(decode_pack(&catalog::law_pack(slug)?).ok()?);
    read.insert(slug.to_owned(), Arc::clone(&pack));
    Some(pack)
}

/// Loads a scenario from its text; `folder` is where law packs of its own lie.
///
/// # Errors
/// Everything found wrong, errors among it.
pub fn load(source: &Source, folder: Option<&Path>) -> Result<Loaded, Vec<Diagnostic>> {
    load_beside(source, &Home::Folder(folder).as_written())
}

/// Loads a scenario from its text and what lies beside it.
pub(super) fn load_beside(source: &Source, beside: &Beside<'_>) -> Result<Loaded, Vec<Diagnostic>> {
    let further = |mended: &Source| load_beside(mended, beside).err().unwrap_or_default();
    let (file, tree) = decode_and_look::<ScenarioFile>(source, further)?;
    let mut found: Vec<Diagnostic> = foreign(source, &tree, &file.language).into_iter().collect();
    let packs = packs(source, &tree, &file, beside, &mut found);
    if has_errors(&found) {
        sort(&mut found);
        return Err(found);
    }
    let (mut law, _) = merge(&packs, false, &mut found);
    // What the dispute replays is taken out of the law: nobody may cite what has not happened.
    law.precedents.retain(|p| !file.hides.contains(&p.id));
    let mut names = Names::default();
    local::apply(&file, &mut law, &mut names);
    rules::define_options(&file, &mut names);
    for id in &file.hides {
        if !packs.iter().any(|p| p.file.precedents.iter().any(|x| x.id == *id)) {
            let all = packs.iter().flat_map(|p| &p.file.precedents).map(|x| x.id.as_str());
            names.at(Step::Field("hides"), |n| n.unknown(id, format!("there is no decided case `{id}` to hide"), all));
        }
    }
    let scenario = resolve::resolve(&file, law, &mut names);
    found.extend(names.faults.drain(..).map(|f| place(source, &tree, f)));
    let illustrations = illustrations::read(source, &tree, &file.pictures, beside, &mut found);
    let Some(mut scenario) = scenario else {
        sort(&mut found);
        return Err(found);
    };
    scenario.illustrations = illustrations;
    scenario.hash = hash(&tree, &packs);
    for pack in &packs {
        scenario.spoken.extend(&pack.spoken);
    }
    if beside.language.is_none() {
        scenario.spoken.extend(&translate::spoken(&tree, &file.language));
    }
    found.extend(lints::run(&file, &scenario, &tree).into_iter().map(|(severity, f)| {
        let mut d = place(source, &tree, f);
        d.severity = severity;
        d
    }));
    allow::apply(source, &mut found, true);
    sort(&mut found);
    if has_errors(&found) {
        return Err(found);
    }
    Ok(Loaded { scenario: Arc::new(scenario), remarks: found })
}

fn packs(source: &Source, tree: &Node, file: &ScenarioFile, beside: &Beside<'_>, found: &mut Vec<Diagnostic>) -> Vec<Arc<Pack>> {
    let mut out: Vec<Arc<Pack>> = Vec::new();
    for (i, name) in file.law.iter().enumerate() {
        let span = tree.get("law").and_then(|n| n.index(i)).map_or(tree.span, |n| n.span);
        let complain = |message: String, help: String| Diagnostic::error("S043", source, message).at(span).with_help(help);
        let pack = if Path::new(name).extension().is_some_and(|e| e == "ron") {
            if !is_inside(name) {
                let help = "a law pack of your own lies beside the scenario or in a folder below it".into();
                found.push(complain(format!("`{name}` leads out of the scenario's folder"), help));
                continue;
            }
            match beside.read(name) {
                Ok(text) => pack_beside(&text, name, beside).map(Arc::new),
                Err(d) => {
                    found.push(complain(format!("law pack `{name}`: {}", d.message), d.help.unwrap_or_default()));
                    continue;
                }
            }
        } else if let Some(pack) = shipped_pack(name, beside) {
            Ok(pack)
        } else {
            let near = did_you_mean(name, catalog::law_packs());
            let all: Vec<&str> = catalog::law_packs().collect();
            let help = near.map_or_else(
                || format!("law packs that ship: {}; one of your own is named by its file, `mine.ron`", all.join(", ")),
                |n| format!("did you mean `{n}`?"),
            );
            let d = complain(format!("there is no law pack `{name}`"), help);
            found.push(match near {
                Some(n) => d.with_suggestion(format!("\"{n}\"")),
                None => d,
            });
            continue;
        };
        match pack {
            Ok(pack) if out.iter().any(|p| p.file.id == pack.file.id) => {
                let message = format!("law pack `{}` is named twice", pack.file.id);
                found.push(complain(message, "take one of the two out".into()));
            }
            Ok(pack) => out.push(pack),
            Err(mut inner) => found.append(&mut inner),
        }
    }
    out
}

/// The translation of a law pack into the language that is read.
fn in_language(name: &str, beside: &Beside<'_>) -> Option<Translation> {
    let translation = beside.translation(name).and_then(|t| decode_ours::<Translation>(&t).ok()).map(|(file, _)| file)?;
    // As `original` asks of one that is opened: it says what its name says.
    let stem = Path::new(name).file_stem().and_then(|s| s.to_str());
    (stem == Some(&translation.of) && beside.language == Some(&translation.language)).then_some(translation)
}

/// Merges packs into one law. Faults of a pack are reported in its own file; `whole` says that every pack there is is among
/// them.
fn merge(packs: &[Arc<Pack>], whole: bool, found: &mut Vec<Diagnostic>) -> (Law, Names) {
    let mut law = Law::default();
    let mut names = Names::default();
    names.whole = whole;
    let files: Vec<LawPack> = packs.iter().map(|p| p.file.clone()).collect();
    let mut starts = Vec::new();
    for (i, pack) in packs.iter().enumerate() {
        starts.push(law::Starts::of(&law));
        law::define(&files, i, &mut names, &law);
        law::reserve(&pack.file, i, &mut law);
        found.extend(names.faults.drain(..).map(|f| place(&pack.source, &pack.tree, f)));
    }
    for (pack, at) in packs.iter().zip(&starts) {
        law::link(&pack.file, at, &mut names, &mut law);
        found.extend(names.faults.drain(..).map(|f| place(&pack.source, &pack.tree, f)));
    }
    (law, names)
}

/// A fault with its place in the text: the word at fault inside the part the path leads to, or that part.
fn place(source: &Source, tree: &Node, fault: Fault) -> Diagnostic {
    let mut node = tree;
    for step in &fault.path {
        let next = match step {
            Step::Field(key) => node.get(key),
            Step::Entry(i) => node.index(*i),
        };
        let Some(next) = next else { break };
        node = next;
    }
    let word = (!fault.word.is_empty()).then(|| find_word(node, &fault.word)).flatten();
    let mut d = Diagnostic::error(fault.code, source, fault.message).at(word.unwrap_or(node.span));
    if !fault.help.is_empty() {
        d = d.with_help(fault.help);
    }
    match fault.suggestion {
        Some(s) => d.with_suggestion(format!("\"{s}\"")),
        None => d,
    }
}

fn find_word(node: &Node, word: &str) -> Option<Span> {
    match &node.kind {
        Kind::Struct(_) => node.fields().iter().find_map(|f| find_word(&f.value, word)),
        Kind::Tuple(_) | Kind::List(_) => node.items().iter().find_map(|n| find_word(n, word)),
        Kind::Map(_) => node.entries().iter().find_map(|e| find_word(&e.key, word).or_else(|| find_word(&e.value, word))),
        Kind::Some(inner) => find_word(inner, word),
        _ => (node.as_word() == Some(word)).then_some(node.span),
    }
}

/// Fields that are words for people, or tests: they may be mended or translated without making old matches another game.
const PROSE: [&str; 33] = [
    "language",
    "called",
    "title",
    "text",
    "about",
    "brief",
    "fear",
    "summary",
    "record",
    "source",
    "lines",
    "timeline",
    "actors",
    "objectives",
    "worked",
    "debrief",
    "holding",
    "citation",
    "note",
    "short",
    "precise",
    "doctrine",
    "what",
    "name",
    "minutes",
    "lapse",
    "standard",
    "par",
    "contradictions",
    "sanction",
    "tests",
    "picture",
    "pictures",
];

/// The same inside a list of that name: how a lesson shares out its minutes, where a place is drawn.
const PROSE_IN: [(&str, &[&str]); 2] = [("presets", &["decisions", "exit"]), ("places", &["country", "at"])];

fn hash(tree: &Node, packs: &[Arc<Pack>]) -> String {
    let mut sha = Sha256::new();
    bones(tree, "", &mut sha);
    for pack in packs {
        bones(&pack.tree, "", &mut sha);
    }
    sha.finalize().iter().take(16).fold(String::new(), |mut out, byte| {
        use std::fmt::Write;
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// What of a text counts as rules; `of` is the field it stands in.
pub(super) fn bones(node: &Node, of: &str, sha: &mut Sha256) {
    match &node.kind {
        Kind::Struct(_) => {
            let here = PROSE_IN.iter().filter(|(field, _)| *field == of).flat_map(|(_, fields)| *fields);
            let prose: Vec<&&str> = PROSE.iter().chain(here).collect();
            sha.update(b"{");
            for f in node.fields().iter().filter(|f| !prose.contains(&&&*f.key.text)) {
                sha.update(f.key.text.as_bytes());
                sha.update(b":");
                bones(&f.value, &f.key.text, sha);
            }
            sha.update(b"}");
        }
        Kind::Tuple(_) | Kind::List(_) => {
            sha.update(node.name().unwrap_or("").as_bytes());
            sha.update(b"[");
            for n in node.items() {
                bones(n, of, sha);
                sha.update(b",");
            }
            sha.update(b"]");
        }
        Kind::Map(_) => {
            for e in node.entries() {
                bones(&e.key, of, sha);
                bones(&e.value, of, sha);
            }
        }
        Kind::Some(inner) => bones(inner, of, sha),
        _ => sha.update(format!("{:?}", node.kind).as_bytes()),
    }
}
