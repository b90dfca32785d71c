//! What ships with the game, embedded in the binary: scenarios and law packs, by slug.

use crate::diagnostic::Source;
use include_dir::{Dir, include_dir};

static SCENARIOS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scenarios");
static MISCONCEPTIONS: &str = include_str!("../../assets/learn/misconceptions.ron");
static LAW: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/law");

fn slugs(dir: &'static Dir<'static>) -> impl Iterator<Item = &'static str> {
    let mut all: Vec<_> = dir
        .files()
        .filter(|f| f.path().extension().is_some_and(|e| e == "ron"))
        .filter_map(|f| f.path().file_stem().and_then(|s| s.to_str()))
        // `town.de` is a translation of `town`.
        .filter(|stem| !stem.contains('.'))
        .collect();
    all.sort_unstable();
    all.into_iter()
}

fn source(dir: &'static Dir<'static>, folder: &str, slug: &str) -> Option<Source> {
    let name = format!("{slug}.ron");
    let text = dir.get_file(&name)?.contents_utf8()?;
    Some(Source::new(format!("{folder}/{name}"), text))
}

/// Slugs of the scenarios that ship.
pub fn scenarios() -> impl Iterator<Item = &'static str> {
    slugs(&SCENARIOS)
}

/// Slugs of the law packs that ship.
pub fn law_packs() -> impl Iterator<Item = &'static str> {
    slugs(&LAW)
}

/// Names of the translations of a scenario that ship: `town.de`.
pub fn translations(slug: &str) -> impl Iterator<Item = &'static str> {
    let stems = SCENARIOS.files().filter_map(|f| f.path().file_stem().and_then(|s| s.to_str()));
    stems.filter(move |stem| stem.split_once('.').is_some_and(|(of, _)| of == slug))
}

/// The text of a scenario that ships, or of a translation of one.
#[must_use]
pub fn scenario(slug: &str) -> Option<Source> {
    source(&SCENARIOS, "scenarios", slug)
}

/// The text of a law pack that ships.
#[must_use]
pub fn law_pack(slug: &str) -> Option<Source> {
    source(&LAW, "assets/law", slug)
}

/// A picture of a scenario that ships.
#[must_use]
pub fn picture(name: &str) -> Option<&'static [u8]> {
    SCENARIOS.get_file(name).map(include_dir::File::contents)
}

/// The text of the misconceptions that ship.
#[must_use]
pub fn misconceptions() -> Source {
    Source::new("assets/learn/misconceptions.ron", MISCONCEPTIONS)
}
