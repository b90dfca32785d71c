//! Disputes to begin from: whole scenario files with a few words left open.
//!
//! A template in `assets/templates` is a scenario in which `{word}` stands, inside quoted text only, for an answer of the
//! author's. Its first lines, `//: word = default`, name the words in the order in which they are asked for; they do not
//! come into the result.

use crate::syntax::quoted;
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/templates");

/// What begins a line that names a word.
const WORD: &str = "//: ";

/// A dispute to begin from.
#[derive(Clone, Debug)]
pub struct Template {
    /// Words left open, each with what stands in for it.
    pub words: Vec<(&'static str, &'static str)>,
    text: &'static str,
}

impl Template {
    /// Finds a template by name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let all = TEMPLATES.get_file(format!("{name}.ron"))?.contents_utf8()?;
        let mut rest = all;
        let mut words = Vec::new();
        while let Some(line) = rest.strip_prefix(WORD) {
            let (line, after) = line.split_once('\n')?;
            words.push(line.split_once(" = ")?);
            rest = after;
        }
        Some(Self { words, text: rest })
    }

    /// The scenario with these answers; a word without an answer is what stands in for it.
    ///
    /// An answer is data wherever it stands: quotes, backslashes and line breaks in it end no text.
    #[must_use]
    pub fn fill(&self, answers: &BTreeMap<&str, String>) -> String {
        let mut out = String::with_capacity(self.text.len());
        let mut rest = self.text;
        while let Some(open) = rest.find('{') {
            let (before, from) = rest.split_at(open);
            out.push_str(before);
            let known = self.words.iter().find_map(|(word, default)| {
                let after = from[1..].strip_prefix(word)?.strip_prefix('}')?;
                Some((answers.get(word).map_or(*default, String::as_str), after))
            });
            if let Some((answer, after)) = known {
                // A sentence begins with a capital; an answer that is all of a text stays as it was given.
                let begins = out.ends_with('"') && !after.starts_with('"');
                let quoted = quoted(&if begins { capital(answer) } else { answer.to_owned() });
                out.push_str(&quoted[1..quoted.len() - 1]);
                rest = after;
            } else {
                out.push('{');
                rest = &from[1..];
            }
        }
        out + rest
    }
}

fn capital(text: &str) -> String {
    let mut all = text.chars();
    all.next().map_or_else(String::new, |first| first.to_uppercase().chain(all).collect())
}

/// The id that a title makes: lower-case letters, digits and hyphens; none if the title has none of them.
#[must_use]
pub fn slug(title: &str) -> Option<String> {
    const LONGEST: usize = 40;
    let mut out = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') && c != '\'' && c != '’' {
            out.push('-');
        }
        if out.len() >= LONGEST {
            break;
        }
    }
    let out = out.trim_end_matches('-');
    (!out.is_empty()).then(|| out.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Source;
    use crate::scenario::{catalog, load};
    use crate::syntax::format::format;
    use crate::syntax::parse;

    const NAMES: [&str; 4] = ["blank", "warrant", "transfer", "removal"];

    fn clean(text: &str) {
        let source = Source::new("new.ron", text);
        let found = load(&source, None).map_or_else(|found| found, |loaded| loaded.remarks);
        assert!(found.is_empty(), "{found:#?}");
        assert_eq!(format(&source).unwrap(), text);
    }

    #[test]
    fn every_template_checks_clean_and_is_laid_out() {
        for name in NAMES {
            let template = Template::named(name).unwrap();
            let text = template.fill(&BTreeMap::new());
            assert!(!text.contains(WORD) && !text.contains('{'), "{name}");
            clean(&text);
        }
        assert!(Template::named("none").is_none());
    }

    #[test]
    fn an_answer_stays_an_answer() {
        let answer = "x\"), evil: (\n// {state} */ \\ “é” \u{202e}".to_owned();
        for name in NAMES {
            let template = Template::named(name).unwrap();
            let keys = template.words.iter().map(|(word, _)| *word).filter(|word| *word != "id");
            let text = template.fill(&keys.map(|word| (word, answer.clone())).collect());
            clean(&text);
            let tree = parse(&Source::new("new.ron", text)).root.unwrap();
            assert_eq!(tree.get("title").unwrap().as_text(), Some(answer.as_str()));
        }
    }

    #[test]
    fn what_ships_to_be_copied_is_what_a_template_makes() {
        let text = Template::named("warrant").unwrap().fill(&BTreeMap::new());
        assert_eq!(catalog::scenario("town-books").unwrap().text(), text);
        // Short enough to be read in one go: lines that are neither empty nor remarks.
        let lines = text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with("//"));
        assert_eq!(lines.count(), 60);
    }

    #[test]
    fn titles_make_ids() {
        assert_eq!(slug("The Town's Books: 1 & 2!").as_deref(), Some("the-towns-books-1-2"));
        assert_eq!(slug("  ….  "), None);
        assert_eq!(slug(&"a b".repeat(50)).map(|s| s.len() <= 40), Some(true));
    }
}
