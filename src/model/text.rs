//! Authored prose in two reading levels, and the language it is in.

use serde::{Deserialize, Deserializer, Serialize, de};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// Which of the two wordings a reader wants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reading {
    /// Short sentences, everyday words; from about fourteen.
    #[default]
    Plain,
    /// Terms of art and citations.
    Full,
}

/// Prose written by a scenario author. In a file it is either one string (used at both levels) or `(plain: "…", full: "…")`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Text {
    /// Everyday wording.
    pub plain: String,
    /// Expert wording; empty means the plain one serves.
    pub full: String,
}

impl Text {
    /// The same words at both levels.
    pub fn new(words: impl Into<String>) -> Self {
        Self { plain: words.into(), full: String::new() }
    }

    /// The wording for a reader.
    #[must_use]
    pub fn at(&self, level: Reading) -> &str {
        if level == Reading::Full && !self.full.is_empty() { &self.full } else { &self.plain }
    }

    /// True when nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.plain.is_empty() && self.full.is_empty()
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Words;
        impl<'de> de::Visitor<'de> for Words {
            type Value = Text;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a sentence in quotes, or (plain: \"…\", full: \"…\")")
            }
            fn visit_str<E: de::Error>(self, words: &str) -> Result<Text, E> {
                Ok(Text::new(words))
            }
            fn visit_map<M: de::MapAccess<'de>>(self, mut map: M) -> Result<Text, M::Error> {
                let (mut plain, mut full) = (None, None);
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "plain" => plain = Some(map.next_value()?),
                        "full" => full = Some(map.next_value()?),
                        other => return Err(de::Error::unknown_field(other, &["plain", "full"])),
                    }
                }
                Ok(Text { plain: plain.ok_or_else(|| de::Error::missing_field("plain"))?, full: full.unwrap_or_default() })
            }
        }
        d.deserialize_any(Words)
    }
}

/// The language that words are in where nothing else is said, as a tag.
pub const ENGLISH: &str = "en";

/// Which of a dispute's words are not English, and what they are. Faces tell it to those who read aloud.
#[derive(Clone, Debug, Default)]
pub struct Spoken(BTreeMap<String, Arc<str>>);

impl Spoken {
    /// Words and the tag of their language; what is said last counts.
    pub fn note(&mut self, words: String, tag: &str) {
        if tag == ENGLISH {
            self.0.remove(&words);
        } else {
            self.0.insert(words, tag.into());
        }
    }

    /// The same of many.
    pub fn extend(&mut self, more: &Self) {
        self.0.extend(more.0.iter().map(|(words, tag)| (words.clone(), Arc::clone(tag))));
    }

    /// The tag of the language that words are in, if it is not English.
    #[must_use]
    pub fn foreign(&self, words: &str) -> Option<&str> {
        self.0.get(words).map(|tag| &**tag)
    }

    /// All words that are not English, with their tags.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(words, tag)| (words.as_str(), &**tag))
    }

    /// Whether all is English.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
