//! Which languages there are, and which one a reader wants.

use super::{LANG, Words, pseudo};
use crate::model::ENGLISH;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::sync::OnceLock;

/// A language Comity speaks, by its tag (`en`, `de`, `pt-BR`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language(&'static str);

impl Language {
    /// English, in which every message exists.
    pub const ENGLISH: Self = Self(ENGLISH);

    /// English with accents, brackets and a third more letters: what stays plain in it is not a message, and what does not
    /// fit will not fit in other languages either.
    pub const PSEUDO: Self = Self(pseudo::TAG);

    /// Every language, English first; the one for testers last.
    pub fn all() -> impl Iterator<Item = Self> {
        static ALL: OnceLock<Vec<Language>> = OnceLock::new();
        let all = ALL.get_or_init(|| {
            let files = LANG.files().filter_map(|f| f.path().to_str()?.strip_suffix(".ftl"));
            let mut shipped: Vec<&str> = files.filter(|tag| *tag != ENGLISH).collect();
            shipped.sort_unstable();
            let others = shipped.into_iter().map(Self).chain([Self::PSEUDO]);
            std::iter::once(Self::ENGLISH).chain(others).collect()
        });
        all.iter().copied()
    }

    /// The language of a tag, however it is cased; a region we do not have (`en-GB`, `de_AT.UTF-8`) leaves its language.
    #[must_use]
    pub fn named(tag: &str) -> Option<Self> {
        let tag = tag.split(['.', '@']).next().unwrap_or("").replace('_', "-");
        let exact = |tag: &str| Self::all().find(|l| l.0.eq_ignore_ascii_case(tag));
        exact(&tag).or_else(|| exact(tag.split('-').next()?))
    }

    /// What `COMITY_LANG` asks of this program, if we have it.
    #[must_use]
    pub fn of_program() -> Option<Self> {
        first(&["COMITY_LANG"], |name| std::env::var(name).ok())
    }

    /// The language of the system, if we have it.
    #[must_use]
    pub fn of_system() -> Option<Self> {
        first(&["LC_ALL", "LC_MESSAGES", "LANG"], |name| std::env::var(name).ok())
    }

    /// Its tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        self.0
    }

    /// Its name, in itself.
    #[must_use]
    pub fn name(self) -> String {
        self.words().ui(if self == Self::PSEUDO { "language-accented" } else { "language-name" })
    }

    /// Its words: read once, shared afterwards.
    #[must_use]
    pub fn words(self) -> &'static Words {
        static WORDS: OnceLock<Vec<(Language, OnceLock<Words>)>> = OnceLock::new();
        let all = WORDS.get_or_init(|| Self::all().map(|language| (language, OnceLock::new())).collect());
        let (_, words) = all.iter().find(|(language, _)| *language == self).unwrap_or(&all[0]);
        words.get_or_init(|| Words::read(self.0))
    }
}

/// The language of the first variable that is set: one that is set to a language we lack hides those after it.
fn first(names: &[&str], get: impl Fn(&str) -> Option<String>) -> Option<Language> {
    let set = names.iter().find_map(|name| get(name).filter(|value| !value.is_empty()));
    set.and_then(|tag| Language::named(&tag))
}

impl Default for Language {
    fn default() -> Self {
        Self::ENGLISH
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.0)
    }
}

/// A tag that does not ship is read as English: settings outlive versions.
impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Self::named(&String::deserialize(from)?).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_as_people_and_systems_write_them() {
        for tag in ["en", "EN", "en-GB", "en_US.UTF-8", "en_IE@euro"] {
            assert_eq!(Language::named(tag), Some(Language::ENGLISH), "{tag}");
        }
        assert_eq!(Language::named("en-xa"), Some(Language::PSEUDO));
        for tag in ["", "C", "C.UTF-8", "POSIX", "tlh"] {
            assert_eq!(Language::named(tag), None, "{tag}");
        }
    }

    #[test]
    fn the_first_variable_that_is_set_decides() {
        let with = |set: &'static [(&str, &str)]| {
            first(&["LC_ALL", "LANG"], move |name| set.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned()))
        };
        assert_eq!(with(&[("LANG", "en_GB.UTF-8")]), Some(Language::ENGLISH));
        assert_eq!(with(&[("LC_ALL", "en-XA"), ("LANG", "en_GB.UTF-8")]), Some(Language::PSEUDO));
        assert_eq!(with(&[("LC_ALL", ""), ("LANG", "en-XA")]), Some(Language::PSEUDO));
        assert_eq!(with(&[("LC_ALL", "tlh"), ("LANG", "en")]), None);
        assert_eq!(with(&[]), None);
    }

    #[test]
    fn every_language_has_a_name_of_its_own() {
        let mut names: Vec<String> = Language::all().map(Language::name).collect();
        assert_eq!(Language::all().next(), Some(Language::ENGLISH));
        assert!(names.iter().all(|n| !n.starts_with('<')));
        names.sort();
        names.dedup();
        assert_eq!(names.len(), Language::all().count());
    }

    #[test]
    fn settings_of_another_version_are_read() {
        assert_eq!(ron::from_str::<Language>("\"en-XA\"").unwrap(), Language::PSEUDO);
        assert_eq!(ron::from_str::<Language>("\"tlh\"").unwrap(), Language::ENGLISH);
        assert_eq!(ron::to_string(&Language::PSEUDO).unwrap(), "\"en-XA\"");
    }
}
