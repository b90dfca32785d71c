//! Scenarios and law packs in another language.
//!
//! A translation is a file beside the one it is of. Each text in it has a name (where it stands), the words it was made for, and what
//! they are in the other language. It is put in by replacing words at their places, before the file is read: so rules stay what they are,
//! saved matches fit, and nothing else of the program knows of it. A text whose words have changed since is not used: players read the
//! original rather than what was once true.

use super::file::{Phrase, Translation};
use super::kind::{LAW_PACK, SCENARIO};
use crate::diagnostic::{Diagnostic, Source, Span, has_errors, sort};
use crate::model::{ENGLISH, Spoken};
use crate::syntax::decode::decode_with_tree;
use crate::syntax::edit::{Edit, apply};
use crate::syntax::read::read_source;
use crate::syntax::{Kind, Node, did_you_mean, parse, quoted};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Where the words of a scenario stand that players read. A test holds the list against the shapes of the files.
pub const OF_SCENARIO: &[&str] = &[
    "actors.text",
    "bench.judges.title",
    "brief",
    "called",
    "cases.text",
    "cases.title",
    "counters.about",
    "counters.title",
    "debrief.epilogue",
    "debrief.follow_ups.question",
    "debrief.history",
    "debrief.law_now",
    "debrief.questions",
    "decisions.options.text",
    "decisions.options.title",
    "decisions.text",
    "decisions.title",
    "endings.lines",
    "endings.text",
    "endings.title",
    "events.text",
    "events.title",
    "factors.short",
    "factors.text",
    "flags.title",
    "instruments.title",
    "issues.text",
    "issues.title",
    "items.title",
    "meters.about",
    "meters.title",
    "moves.text",
    "moves.title",
    "objectives.items.because",
    "objectives.items.options.because",
    "objectives.items.options.text",
    "objectives.items.question",
    "objectives.text",
    "offers.text",
    "offers.title",
    "pictures.shows",
    "places.title",
    "presets.title",
    "press.claims.record",
    "press.claims.text",
    "press.text",
    "press.title",
    "questions.about",
    "questions.title",
    "rounds.title",
    "seats.aims.text",
    "seats.brief",
    "seats.cards.text",
    "seats.cards.title",
    "seats.fear",
    "seats.name",
    "stages.text",
    "stages.title",
    "states.title",
    "summary",
    "timeline.text",
    "title",
    "triggers.text",
    "triggers.title",
    "worked.why",
];

/// The same of a law pack. Names of cases stay what they are.
pub const OF_PACK: &[&str] = &[
    "circumstances.text",
    "comity.text",
    "courts.name",
    "factors.short",
    "factors.text",
    "instruments.standard",
    "instruments.text",
    "instruments.title",
    "name",
    "norms.sanction.text",
    "norms.title",
    "norms.what",
    "precedents.holding",
    "procedures.stages.lapse",
    "procedures.stages.text",
    "procedures.stages.title",
    "questions.precise",
    "questions.text",
    "treaties.note",
    "treaties.title",
];

/// Some texts of a translation are empty.
const MISSING: &str = "L132";
/// The original has changed since a text was translated.
const STALE: &str = "L133";
/// There is no such text in the original.
const LEFT_OVER: &str = "L134";
/// The most of them that are told in one run.
const LEFT_OVER_MOST: usize = 50;
/// What is given as a language is none.
const NO_LANGUAGE: &str = "S057";
/// A translation that belongs to no file.
pub(super) const NO_ORIGINAL: &str = "S055";

/// A text of a file that players read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Its name: fields and ids from the outside in, `decisions.first.title`.
    pub at: String,
    /// Where it stands.
    pub span: Span,
    /// What it says.
    pub says: String,
}

/// Whether a word can be the tag of a language: `de`, `pt-BR`. Languages themselves have two letters, or three.
#[must_use]
pub fn is_tag(word: &str) -> bool {
    let parts = |p: &str| (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric());
    let language = word.split('-').next().unwrap_or_default();
    word.len() <= 16
        && word.split('-').all(parts)
        && (2..=3).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_lowercase())
}

/// Every text of a scenario or law pack that players read, in the order of the file.
#[must_use]
pub fn passages(tree: &Node) -> Vec<Passage> {
    let table = if tree.name() == Some(LAW_PACK) { OF_PACK } else { OF_SCENARIO };
    let mut out = Vec::new();
    fields(tree, table, "", "", &mut out);
    let mut known = BTreeSet::new();
    out.retain(|w| !w.says.is_empty() && known.insert(w.at.clone()));
    out
}

fn fields(node: &Node, table: &[&str], pattern: &str, path: &str, out: &mut Vec<Passage>) {
    for field in node.fields() {
        let key = &*field.key.text;
        let pattern = if pattern.is_empty() { key.to_owned() } else { format!("{pattern}.{key}") };
        let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        if table.contains(&pattern.as_str()) {
            leaf(&field.value, path, out);
        } else if table.iter().any(|t| t.strip_prefix(pattern.as_str()).is_some_and(|rest| rest.starts_with('.'))) {
            match &field.value.kind {
                Kind::List(items) => {
                    for (i, item) in items.iter().enumerate() {
                        let name = item.get("id").map_or_else(|| (i + 1).to_string(), |id| name(id, i));
                        fields(item, table, &pattern, &format!("{path}.{name}"), out);
                    }
                }
                _ => fields(&field.value, table, &pattern, &path, out),
            }
        }
    }
}

/// What an entry of a list goes by: its id, or its number from 1 where that is too long for a name. Names of places hold those of all
/// around them, and a file may come from a stranger.
fn name(id: &Node, i: usize) -> String {
    const NAME_MAX: usize = 64;
    id.as_word().filter(|id| id.len() <= NAME_MAX).map_or_else(|| (i + 1).to_string(), str::to_owned)
}

/// Words, two wordings, or a list of either, with ids before them or not.
fn leaf(node: &Node, at: String, out: &mut Vec<Passage>) {
    match &node.kind {
        Kind::Text(says) => out.push(Passage { at, span: node.span, says: says.to_string() }),
        Kind::Struct(_) => {
            for key in ["plain", "full"] {
                if let Some(words) = node.get(key) {
                    leaf(words, format!("{at}.{key}"), out);
                }
            }
        }
        Kind::List(items) => {
            for (i, item) in items.iter().enumerate() {
                match item.items() {
                    [id, words] => leaf(words, format!("{at}.{}", name(id, i)), out),
                    _ => leaf(item, format!("{at}.{}", i + 1), out),
                }
            }
        }
        _ => {}
    }
}

/// The entries of a translation by the name of their text. Where one is there twice, the first counts.
fn by_name(translation: &Translation) -> BTreeMap<&str, (usize, &Phrase)> {
    let mut all = BTreeMap::new();
    for (i, phrase) in translation.texts.iter().enumerate() {
        all.entry(phrase.at.as_str()).or_insert((i, phrase));
    }
    all
}

/// Whether an entry was made for other words than the original has now.
fn is_stale(phrase: &Phrase, words: &Passage) -> bool {
    !phrase.was.is_empty() || phrase.of != words.says
}

/// Every text of an original, with its translation if there is one that still fits.
fn in_both<'a>(tree: &Node, translation: Option<&'a Translation>) -> Vec<(Passage, Option<&'a str>)> {
    let known = translation.map(by_name).unwrap_or_default();
    let says = |w: &Passage| {
        let (_, phrase) = known.get(w.at.as_str())?;
        (!phrase.says.is_empty() && !is_stale(phrase, w)).then_some(phrase.says.as_str())
    };
    let both = |w: Passage| {
        let says = says(&w);
        (w, says)
    };
    passages(tree).into_iter().map(both).collect()
}

/// The original with the words of a translation in it, as far as they still fit, and which language its texts are in then.
pub(super) fn translated(original: &Source, translation: &Translation) -> (Source, Spoken) {
    let Some(tree) = parse(original).root else { return (original.clone(), Spoken::default()) };
    let own = tree.get("language").and_then(Node::as_word).unwrap_or(ENGLISH);
    let texts = in_both(&tree, Some(translation));
    let edits = texts.iter().filter_map(|(w, says)| Some(Edit::replace(w.span, quoted((*says)?))));
    let source = Source::new(original.name(), apply(original.text(), edits.collect()));
    let mut spoken = Spoken::default();
    // Words that are the same in both are the translation's.
    for (words, says) in &texts {
        if says.is_none() {
            spoken.note(words.says.clone(), own);
        }
    }
    for says in texts.iter().filter_map(|(_, says)| *says) {
        spoken.note(says.to_owned(), &translation.language);
    }
    (source, spoken)
}

/// The texts of a file that is in a language of its own.
pub(super) fn spoken(tree: &Node, language: &str) -> Spoken {
    let mut spoken = Spoken::default();
    if language != ENGLISH {
        for words in passages(tree) {
            spoken.note(words.says, language);
        }
    }
    spoken
}

/// Says that what is given as a language is none.
pub(super) fn no_language(source: &Source, language: &str) -> Diagnostic {
    let help = "write the tag of the language, such as `de` or `pt-BR`";
    Diagnostic::error(NO_LANGUAGE, source, format!("`{language}` is no language")).with_help(help)
}

/// What is missing in a translation, what no longer fits, and what is of no use. `tree` is that of `source`, its file.
pub(super) fn check(source: &Source, tree: &Node, translation: &Translation, original: &Source) -> Vec<Diagnostic> {
    let Some(of) = parse(original).root else { return Vec::new() };
    let (all, known) = (passages(&of), by_name(translation));
    let place = |i: usize| tree.get("texts").and_then(|list| list.index(i)).unwrap_or(tree);
    let mut found = Vec::new();
    let missing: Vec<&Passage> = all.iter().filter(|w| known.get(w.at.as_str()).is_none_or(|(_, p)| p.says.is_empty())).collect();
    if let Some(first) = missing.first() {
        let message = format!("{} of {} texts are not translated; the first is `{}`", missing.len(), all.len(), first.at);
        let at = known.get(first.at.as_str()).map_or_else(|| tree.get("texts").unwrap_or(tree), |(i, _)| place(*i));
        let there = missing.iter().all(|w| known.contains_key(w.at.as_str()));
        let help = if there {
            "write the translation after `says:`; until then players read the original".to_owned()
        } else {
            // What ships goes by its name.
            let file = if Path::new(original.name()).is_file() { original.name() } else { &translation.of };
            format!("`comity translate {} {}` puts them in, to be filled", file, translation.language)
        };
        found.push(Diagnostic::warning(MISSING, source, message).at(at.header(source.text())).with_help(help));
    }
    for words in &all {
        let Some((i, phrase)) = known.get(words.at.as_str()).filter(|(_, p)| !p.says.is_empty() && is_stale(p, words)) else {
            continue;
        };
        let (message, help) = if phrase.of == words.says {
            ("the original has changed since this was translated", "make the translation fit `of`, and take `was` out")
        } else {
            (
                "the original says something else by now",
                "`comity translate` puts its words in; then make the translation fit them",
            )
        };
        let entry = place(*i);
        let at = entry.field("was").or_else(|| entry.field("of")).map_or(entry.span, |f| f.key.span);
        let help = format!("{help}; until then players read the original");
        found.push(Diagnostic::warning(STALE, source, format!("`{}`: {message}", phrase.at)).at(at).with_help(help));
    }
    let names: BTreeSet<&str> = all.iter().map(|w| w.at.as_str()).collect();
    let twice = |i: usize, at: &str| known.get(at).is_some_and(|(first, _)| *first != i);
    let useless = translation.texts.iter().enumerate().filter(|(i, p)| !names.contains(p.at.as_str()) || twice(*i, &p.at));
    // Each is compared with every name there is: what matters is told by the first few.
    for (i, phrase) in useless.take(LEFT_OVER_MOST) {
        let twice = twice(i, &phrase.at);
        let at = place(i).get("at").map_or(place(i).span, |n| n.span);
        let message = if twice { "is here twice; the first counts" } else { "is no text of the original" };
        let mut d = Diagnostic::warning(LEFT_OVER, source, format!("`{}` {message}", phrase.at)).at(at);
        // The same words at a place that is not translated: its id has been renamed.
        let renamed =
            || missing.iter().find(|w| w.says == phrase.of && !known.contains_key(w.at.as_str())).map(|w| w.at.as_str());
        d = match renamed().or_else(|| did_you_mean(&phrase.at, names.iter().copied())).filter(|_| !twice) {
            Some(near) => d.with_help(format!("did you mean `{near}`?")).with_suggestion(quoted(near)),
            None => d.with_help("take the entry out"),
        };
        found.push(d);
    }
    sort(&mut found);
    found
}

/// A translation brought up to date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Renewed {
    /// Its file.
    pub file: PathBuf,
    /// What is to be written there; none if it is up to date.
    pub text: Option<String>,
    /// Texts that were not in it.
    pub new: usize,
    /// Texts whose original has changed since they were translated.
    pub changed: usize,
    /// Texts that wait for a translation, the new ones among them.
    pub empty: usize,
}

/// Begins the translation of a scenario or law pack, or brings the one beside it up to date: every text of the original is in it then.
/// What has been written stays, comments included.
///
/// # Errors
/// The original or the translation is broken, or the language has no such tag.
pub fn renew(path: &Path, original: &Source, language: &str, called: &str) -> Result<Renewed, Vec<Diagnostic>> {
    let refuse = |message: String, help: &str| Err(vec![Diagnostic::error(NO_ORIGINAL, original, message).with_help(help)]);
    let parsed = parse(original);
    let Some(tree) = parsed.root.filter(|_| !has_errors(&parsed.diagnostics)) else { return Err(parsed.diagnostics) };
    if !is_tag(language) {
        return Err(vec![no_language(original, language)]);
    }
    let ours = [SCENARIO, LAW_PACK].contains(&tree.name().unwrap_or_default());
    let Some(stem) = path.file_stem().and_then(|s| s.to_str()).filter(|_| ours) else {
        return refuse("this cannot be translated".into(), "name the scenario or law pack that is to be translated");
    };
    let file = path.with_file_name(format!("{stem}.{language}.ron"));
    let all = passages(&tree);
    if !file.exists() {
        let mut text = format!(
            "// {stem} in another language: write what each text is there after `says:`. Until then players read the original.\n\
             Translation(\n  format: {}, of: {}, language: {}, called: {},\n  texts: [\n",
            super::load::FORMAT,
            quoted(stem),
            quoted(language),
            quoted(called)
        );
        text.extend(all.iter().map(|passage| entry(passage, "")));
        text.push_str("  ],\n)\n");
        return Ok(Renewed { file, text: Some(text), new: all.len(), changed: 0, empty: all.len() });
    }
    let source = read_source(&file, super::MOST_BYTES).map_err(|d| vec![d])?;
    let decoded = decode_with_tree::<Translation>(&source);
    let (Some(translation), Some(tree)) = (decoded.value, decoded.tree) else { return Err(decoded.diagnostics) };
    let mut renewed = Renewed { file, ..Renewed::default() };
    let edits = renewing(&source, &tree, &translation, &all, &mut renewed);
    renewed.text = (!edits.is_empty()).then(|| apply(source.text(), edits));
    Ok(renewed)
}

/// An entry of a translation.
fn entry(passage: &Passage, says: &str) -> String {
    let (at, of, says) = (quoted(&passage.at), quoted(&passage.says), quoted(says));
    format!("    (\n      at: {at},\n      of: {of},\n      says: {says},\n    ),\n")
}

/// The name of a place without the numbers in it.
fn unnumbered(at: &str) -> String {
    let number = |part: &&str| !part.bytes().all(|b| b.is_ascii_digit());
    at.split('.').filter(number).collect::<Vec<_>>().join(".")
}

/// The changes that bring a translation up to date.
fn renewing(source: &Source, tree: &Node, translation: &Translation, all: &[Passage], renewed: &mut Renewed) -> Vec<Edit> {
    let Some(list) = tree.get("texts") else { return Vec::new() };
    let known = by_name(translation);
    // Where entries of a list have no ids, one that is put in moves all behind it: their translations are found by their words.
    let fits = translation.texts.iter().filter(|p| p.was.is_empty() && !p.says.is_empty());
    let said: BTreeMap<(String, &str), &str> = fits.map(|p| ((unnumbered(&p.at), p.of.as_str()), p.says.as_str())).collect();
    let moved = |passage: &Passage| said.get(&(unnumbered(&passage.at), passage.says.as_str())).copied();
    let mut edits = Vec::new();
    // New entries by the place they are put at: behind that of the text before them in the original, or in front.
    let mut more: BTreeMap<Option<usize>, String> = BTreeMap::new();
    let mut before = None;
    for passage in all {
        let Some((i, phrase)) = known.get(passage.at.as_str()) else {
            let says = moved(passage).unwrap_or_default();
            more.entry(before).or_default().push_str(&entry(passage, says));
            renewed.new += 1;
            renewed.empty += usize::from(says.is_empty());
            continue;
        };
        before = Some(*i);
        let Some(entry) = list.index(*i).filter(|_| phrase.of != passage.says) else {
            renewed.empty += usize::from(phrase.says.is_empty());
            continue;
        };
        let (Some(of), was) = (entry.get("of"), entry.field("was")) else { continue };
        edits.push(Edit::replace(of.span, quoted(&passage.says)));
        // What it was before, or elsewhere, is translated already.
        let again = if phrase.was == passage.says { Some(phrase.says.as_str()) } else { moved(passage) };
        match (again, was) {
            (Some(again), _) => {
                edits.extend(entry.get("says").map(|says| Edit::replace(says.span, quoted(again))));
                edits.extend(was.map(|was| Edit::remove(source.text(), Span::new(was.key.span.start, was.value.span.end))));
            }
            (None, _) if phrase.says.is_empty() => renewed.empty += 1,
            (None, Some(was)) => {
                renewed.changed += 1;
                if phrase.was.is_empty() {
                    edits.push(Edit::replace(was.value.span, quoted(&phrase.of)));
                }
            }
            (None, None) => {
                renewed.changed += 1;
                edits.push(Edit::insert(of.span.end, format!(",\n      was: {}", quoted(&phrase.of))));
            }
        }
    }
    for (before, more) in &more {
        // Each brings the comma that parts it from what is there, which may lack one.
        edits.push(match before.and_then(|i| list.index(i)) {
            Some(entry) => Edit::insert(entry.span.end, format!(",\n{}", more.trim_end().trim_end_matches(','))),
            None => Edit::insert(list.span.start + 1, format!("\n{}", more.trim_end())),
        });
    }
    edits
}
