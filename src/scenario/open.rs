//! A name or a path to what can be played or checked: a scenario, a law pack, a package, a translation.

use super::beside::{Beside, Home};
use super::file::Translation;
use super::kind::{LAW_PACK, TRANSLATION, kind};
use super::load::{Loaded, MOST_BYTES, check_pack, decode_ours, load, load_beside};
use super::package::{self, Package};
use super::{catalog, illustrations, translate};
use crate::diagnostic::{Diagnostic, Source, sort};
use crate::model::Scenario;
use crate::syntax::{Node, allow, did_you_mean, parse, read::read_source};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Finds a scenario by slug or path and loads it. The name of a translation, `town.de` or `town.de.ron`, is that of the scenario in
/// that language; `town.comity/town.de.ron` is one in a package.
///
/// # Errors
/// Everything found wrong, errors among it.
pub fn open(name: &str) -> Result<Loaded, Vec<Diagnostic>> {
    let path = Path::new(name);
    if let Some(source) = shipped(name) {
        return load_either(&source, Home::Shipped);
    }
    let looks_like_path = name.contains(['/', '\\']) || path.extension().is_some() || path.exists();
    if !looks_like_path {
        let source = Source::new(name, "");
        let own = ["ron", package::EXTENSION].map(|e| format!("{name}.{e}")).into_iter().find(|file| Path::new(file).is_file());
        let near = own.or_else(|| did_you_mean(name, catalog::scenarios()).map(str::to_owned));
        let all: Vec<&str> = catalog::scenarios().collect();
        let help = near.map_or_else(
            || format!("scenarios that ship: {}; or give the path of a file", all.join(", ")),
            |n| format!("did you mean `{n}`?"),
        );
        let d = Diagnostic::error("S041", &source, format!("there is no scenario `{name}`")).with_help(help);
        return Err(vec![d]);
    }
    if let Some((package, entry)) = in_package(path) {
        return open_package(package, entry);
    }
    let source = read_source(path, MOST_BYTES).map_err(|d| vec![d])?;
    load_either(&source, Home::Folder(path.parent()))
}

/// What ships under a name, unless a file has that name.
fn shipped(name: &str) -> Option<Source> {
    catalog::scenario(name).filter(|_| !Path::new(name).exists())
}

/// A package, and the entry in it if the path leads on to one.
fn in_package(path: &Path) -> Option<(&Path, Option<&str>)> {
    let is_package = |p: &Path| p.extension().is_some_and(|e| e == package::EXTENSION);
    if is_package(path) {
        return Some((path, None));
    }
    let package = path.parent().filter(|p| is_package(p) && p.is_file())?;
    Some((package, Some(path.file_name()?.to_str()?)))
}

/// Loads the scenario of a package, with the law packs in it, or the translation that is asked for.
fn open_package(path: &Path, entry: Option<&str>) -> Result<Loaded, Vec<Diagnostic>> {
    let package = Package::open(path)?;
    let name = path.display().to_string();
    let source = package.text(&name, entry.unwrap_or(&package.scenario)).map_err(|d| vec![d])?;
    let mut loaded = load_either(&source, Home::Package(&name, &package))?;
    if loaded.scenario.hash != package.rules {
        let message = "the law packs that ship have changed since this was packed";
        let help = "it plays by the law as it is now; matches saved before cannot be taken up again";
        loaded.remarks.push(Diagnostic::warning(package::LAW_CHANGED, &Source::new(name, ""), message).with_help(help));
    }
    Ok(loaded)
}

/// Loads a scenario, or the one that a translation is of, in its language.
fn load_either(source: &Source, home: Home<'_>) -> Result<Loaded, Vec<Diagnostic>> {
    if kind(source) != TRANSLATION {
        return load_beside(source, &home.as_written());
    }
    let (translation, tree) = decode_ours::<Translation>(source)?;
    let original = original(source, &tree, &translation, home)?;
    if kind(&original) == LAW_PACK {
        let message = "this is a law pack in another language: it is played in the scenarios that name the pack";
        return Err(vec![
            Diagnostic::error(translate::NO_ORIGINAL, source, message).with_help("open the translation of a scenario"),
        ]);
    }
    let beside = Beside { home, language: Some(&translation.language) };
    let (text, spoken) = translate::translated(&original, &translation);
    let mut loaded = load_beside(&text, &beside)?;
    Arc::make_mut(&mut loaded.scenario).spoken.extend(&spoken);
    loaded.remarks.extend(translate::check(source, &tree, &translation, &original));
    sort(&mut loaded.remarks);
    Ok(loaded)
}

/// The file that a translation is of.
fn original(source: &Source, tree: &Node, translation: &Translation, home: Home<'_>) -> Result<Source, Vec<Diagnostic>> {
    let Translation { of, language, .. } = translation;
    let at = |key: &str| tree.get(key).map_or(tree.span, |n| n.span);
    let refuse = |message: String, key: &str, help: String| {
        Err(vec![Diagnostic::error(translate::NO_ORIGINAL, source, message).at(at(key)).with_help(help)])
    };
    if !translate::is_tag(language) {
        return Err(vec![translate::no_language(source, language).at(at("language"))]);
    }
    // That the name is made of the two also keeps `of` inside the folder.
    let name = format!("{of}.{language}.ron");
    if Path::new(source.name()).file_name().is_none_or(|own| own != name.as_str()) {
        return refuse(
            format!("a translation of `{of}` into `{language}` is called `{name}`"),
            "of",
            "rename the file, or mend the two".into(),
        );
    }
    let ships = catalog::law_pack(of).or_else(|| catalog::scenario(of));
    match (home.as_written().read(&format!("{of}.ron")), ships) {
        (Ok(original), _) | (Err(_), Some(original)) if kind(&original) == TRANSLATION => {
            refuse(format!("`{of}.ron` is a translation itself"), "of", "translate the file that it is of".into())
        }
        (Ok(original), _) | (Err(_), Some(original)) => Ok(original),
        (Err(d), None) => {
            let help = "a translation lies beside the scenario or law pack that it is of".into();
            refuse(format!("`{of}.ron` cannot be read from beside this file: {}", d.message), "of", help)
        }
    }
}

/// Checks a translation against what it is of.
fn check_translation(source: &Source, home: Home<'_>) -> Vec<Diagnostic> {
    let checked = decode_ours::<Translation>(source).and_then(|(translation, tree)| {
        let original = original(source, &tree, &translation, home)?;
        Ok(translate::check(source, &tree, &translation, &original))
    });
    let (mut found, all_ran) = checked.map_or_else(|found| (found, false), |found| (found, true));
    allow::apply(source, &mut found, all_ran);
    sort(&mut found);
    found
}

/// The text that the rules of a scenario stand in, by slug or path: for a translation, that of the original.
#[must_use]
pub fn text(name: &str) -> Option<Source> {
    let path = Path::new(name);
    let (source, home) = if let Some(source) = shipped(name) {
        (source, Home::Shipped)
    } else if let Some((path, _)) = in_package(path) {
        let package = Package::open(path).ok()?;
        return package.text(&path.display().to_string(), &package.scenario).ok();
    } else {
        (read_source(path, MOST_BYTES).ok()?, Home::Folder(path.parent()))
    };
    if kind(&source) != TRANSLATION {
        return Some(source);
    }
    let (translation, tree) = decode_ours::<Translation>(&source).ok()?;
    original(&source, &tree, &translation, home).ok()
}

/// A language that a scenario can be played in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// What [`open()`] takes for it.
    pub name: String,
    /// What the language calls itself; nothing for that of the author.
    pub called: String,
}

/// Translations that are offered to play in.
const MOST_LANGUAGES: usize = 64;

/// The languages that a scenario can be played in, by slug or path: first that of its author, then its translations.
#[must_use]
pub fn languages(name: &str) -> Vec<Language> {
    let path = Path::new(name);
    let called = |source: &Source| {
        let of = Some(source).filter(|s| kind(s) == TRANSLATION).and_then(|s| decode_ours::<Translation>(s).ok());
        of.map(|(translation, _)| translation.called)
    };
    let original = |name: String| Language { name, called: String::new() };
    let mut all = Vec::new();
    if shipped(name).is_some() {
        let slug = name.split('.').next().unwrap_or_default();
        all.push(original(slug.to_owned()));
        let more = catalog::translations(slug).filter_map(|t| Some((t.to_owned(), called(&catalog::scenario(t)?)?)));
        all.extend(more.map(|(name, called)| Language { name, called }));
    } else if let Some((path, _)) = in_package(path) {
        let Ok(package) = Package::open(path) else { return all };
        let name = path.display().to_string();
        all.push(original(name.clone()));
        let files = package.files().filter(|(file, _)| translated_file(file).as_ref() == Some(&package.scenario));
        let more = files
            .filter_map(|(file, _)| Some((path.join(file).display().to_string(), called(&package.text(&name, file).ok()?)?)));
        all.extend(more.map(|(name, called)| Language { name, called }));
    } else if let Ok(source) = read_source(path, MOST_BYTES) {
        // By its own name and not by what it says: a file from a stranger must not lead out of its folder.
        let of = path.file_name().and_then(|n| translated_file(n.to_str()?)).filter(|_| kind(&source) == TRANSLATION);
        let base = of.map_or(path.to_owned(), |of| path.with_file_name(of));
        all.push(original(base.display().to_string()));
        let files = translations(&[base]).into_iter().take(MOST_LANGUAGES);
        let more = files.filter_map(|f| Some((f.display().to_string(), called(&read_source(&f, MOST_BYTES).ok()?)?)));
        all.extend(more.map(|(name, called)| Language { name, called }));
    }
    all
}

/// The scenario or law pack that a translation is of, by its name; none if the file is no translation.
#[must_use]
pub fn translation_of(path: &Path) -> Option<PathBuf> {
    let of = translated_file(path.file_name()?.to_str()?)?;
    let is_one = read_source(path, MOST_BYTES).is_ok_and(|s| kind(&s) == TRANSLATION);
    is_one.then(|| path.with_file_name(of))
}

/// The file that one which is called as a translation is of: `town.ron` of `town.de.ron`.
fn translated_file(file: &str) -> Option<String> {
    let (stem, tag) = file.strip_suffix(".ron")?.rsplit_once('.')?;
    translate::is_tag(tag).then(|| format!("{stem}.ron"))
}

/// The translations that lie beside files: called like them, and saying that they are some. A folder is read once, however many of its
/// files are named.
#[must_use]
pub fn translations(of: &[PathBuf]) -> Vec<PathBuf> {
    let named: BTreeSet<&Path> = of.iter().map(PathBuf::as_path).collect();
    let folders: BTreeSet<&Path> = named.iter().filter_map(|p| p.parent()).collect();
    let mut all = Vec::new();
    for folder in folders {
        let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let files = std::fs::read_dir(here).into_iter().flatten().flatten().filter_map(|e| e.file_name().into_string().ok());
        let of_named = |file: &String| translated_file(file).is_some_and(|of| named.contains(folder.join(of).as_path()));
        let paths = files.filter(of_named).map(|file| folder.join(file));
        all.extend(paths.filter(|path| read_source(path, MOST_BYTES).is_ok_and(|s| kind(&s) == TRANSLATION)));
    }
    all.sort();
    all
}

/// A file that was checked.
#[derive(Clone, Debug)]
pub struct Checked {
    /// Everything found.
    pub found: Vec<Diagnostic>,
    /// The scenario, where the file is one that can be played.
    pub scenario: Option<Arc<Scenario>>,
}

/// Checks one file, a scenario, a law pack or a package, and returns every finding.
#[must_use]
pub fn check(path: &Path) -> Vec<Diagnostic> {
    examine(path).found
}

/// The same, and the scenario.
#[must_use]
pub fn examine(path: &Path) -> Checked {
    let unplayable = |found| Checked { found, scenario: None };
    let checked = |loaded: Result<Loaded, _>| match loaded {
        // Pictures are read to their end here only: that takes longer than all the rest.
        Ok(loaded) => match damaged(path, &loaded.scenario) {
            none if none.is_empty() => Checked { found: loaded.remarks, scenario: Some(loaded.scenario) },
            mut found => {
                found.extend(loaded.remarks);
                sort(&mut found);
                unplayable(found)
            }
        },
        Err(found) => unplayable(found),
    };
    if let Some((package, entry)) = in_package(path) {
        return checked(open_package(package, entry));
    }
    match read_source(path, MOST_BYTES) {
        Err(d) => unplayable(vec![d]),
        Ok(source) => match kind(&source) {
            LAW_PACK => unplayable(check_pack(&source, path.parent())),
            TRANSLATION => unplayable(check_translation(&source, Home::Folder(path.parent()))),
            _ => checked(load(&source, path.parent())),
        },
    }
}

/// Pictures of a scenario that cannot be read to their end.
fn damaged(path: &Path, s: &Scenario) -> Vec<Diagnostic> {
    let source = path.to_str().filter(|_| !s.illustrations.is_empty()).and_then(text);
    let told = source.and_then(|source| Some(illustrations::damaged(&source, &parse(&source).root?, &s.illustrations)));
    told.unwrap_or_default()
}
