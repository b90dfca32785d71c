//! Words: what the rest of the program holds as [`Say`], keys and numbers becomes sentences here, from the Fluent messages in
//! `assets/lang`. One file a language; what a language leaves out is said in English.

mod deed;
mod kept;
mod language;
pub mod law;
pub mod log;
#[cfg(test)]
mod log_tests;
#[cfg(test)]
pub(crate) mod plain;
mod preset;
mod pseudo;
mod render;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod use_tests;

pub use deed::deed;
pub use fluent_bundle::FluentValue as Value;
pub use language::Language;
pub use log::{cause, entry, entry_after, kind};

use crate::model::{Date, ENGLISH, Reading, Role, Say, Scenario};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use include_dir::{Dir, include_dir};
use std::sync::Arc;
use unic_langid::LanguageIdentifier;

/// A number with its sign; the typographer's minus is as wide as the plus.
#[must_use]
pub fn signed(n: i16) -> String {
    match n {
        0 => "0".to_owned(),
        1.. => format!("+{n}"),
        _ => format!("−{}", n.unsigned_abs()),
    }
}

/// The key of a role's name.
#[must_use]
pub const fn role(role: Role) -> &'static str {
    match role {
        Role::Provider => "role-provider",
        Role::Government => "role-government",
        Role::Court => "role-court",
    }
}

static LANG: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/lang");

/// The messages of one language.
struct Bundle {
    messages: FluentBundle<FluentResource>,
    /// Whether it is the language for testers.
    pseudo: bool,
}

/// The words of a language. Cloning shares them; they can be used from several threads.
#[derive(Clone)]
pub struct Words(Arc<[Bundle]>);

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let tags: Vec<String> = self.0.iter().flat_map(|b| &b.messages.locales).map(ToString::to_string).collect();
        f.debug_tuple("Words").field(&tags).finish()
    }
}

impl Words {
    /// English. Read once; later calls share it.
    #[must_use]
    pub fn english() -> Self {
        Language::ENGLISH.words().clone()
    }

    /// The words of a tag, English behind them.
    fn read(tag: &str) -> Self {
        let own = if tag == ENGLISH { None } else { bundle(tag) };
        Self(own.into_iter().chain(bundle(ENGLISH)).collect())
    }

    /// The tag of the language, for a page that has to name it.
    #[must_use]
    pub fn tag(&self) -> String {
        self.0.first().and_then(|b| b.messages.locales.first()).map_or_else(|| ENGLISH.to_owned(), ToString::to_string)
    }

    /// A string of the interface. A key that does not exist is shown in angle brackets.
    #[must_use]
    pub fn ui(&self, key: &str) -> String {
        self.ui_with(key, &[])
    }

    /// A string of the interface with arguments: `words.ui_with("clock-round", &[("round", 2.into()), ("rounds", 8.into())])`.
    #[must_use]
    pub fn ui_with(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        let args: FluentArgs = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        let sentence = self.format(key, &args, &mut errors);
        heed(key, &errors);
        sentence
    }

    /// A sentence of the rules, at a reading level. What the scenario does not have is shown in angle brackets.
    #[must_use]
    pub fn say(&self, scenario: &Scenario, level: Reading, say: &Say) -> String {
        let mut errors = Vec::new();
        let sentence = render::Reader { words: self, scenario, level }.say(say, &mut errors);
        heed(say.key, &errors);
        sentence
    }

    /// A day, as it is written: "25 April 2014".
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        let (year, month, day) = date.ymd();
        let month = self.ui(&format!("month-{month}"));
        self.ui_with("date", &[("day", day.into()), ("month", month.into()), ("year", year.into())])
    }

    /// A list, as it is read: "one, two and three".
    #[must_use]
    pub fn list<T: AsRef<str>>(&self, items: &[T]) -> String {
        let join = |key, left: &str, right: &T| self.ui_with(key, &[("left", left.into()), ("right", right.as_ref().into())]);
        match items {
            [] => self.ui("list-none"),
            [only] => only.as_ref().to_owned(),
            [first, middle @ .., last] => {
                let left = middle.iter().fold(first.as_ref().to_owned(), |left, item| join("list-comma", &left, item));
                join("list-and", &left, last)
            }
        }
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>, errors: &mut Vec<FluentError>) -> String {
        for bundle in self.0.iter() {
            if let Some(pattern) = bundle.messages.get_message(key).and_then(|m| m.value()) {
                let text = bundle.messages.format_pattern(pattern, Some(args), errors);
                let marked = bundle.pseudo && pseudo::wordy(pattern);
                return if marked { format!("[{text}]") } else { text.into_owned() };
            }
        }
        missing(key)
    }
}

/// A reader sees what could be said; a test wants to know what could not.
fn heed(key: &str, errors: &[FluentError]) {
    assert!(!cfg!(test) || errors.is_empty(), "{key}: {errors:?}");
}

/// What stands where words are missing.
fn missing(what: &str) -> String {
    format!("<{what}>")
}

/// The messages of a language. A message with a fault is left out, as if it were missing; a test allows none.
fn bundle(tag: &str) -> Option<Bundle> {
    let pseudo = tag == pseudo::TAG;
    let tag = if pseudo { ENGLISH } else { tag };
    let text = LANG.get_file(format!("{tag}.ftl"))?.contents_utf8()?;
    let id: LanguageIdentifier = tag.parse().ok()?;
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(rest, _)| rest);
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // No isolating marks: the faces set their own direction, and the marks show as boxes in a terminal.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        Value::Number(n) if n.value < 0.0 => Some(n.as_string().replacen('-', "−", 1)),
        _ => None,
    }));
    bundle.set_transform(pseudo.then_some(pseudo::accented));
    bundle.add_resource_overriding(resource);
    Some(Bundle { messages: bundle, pseudo })
}
