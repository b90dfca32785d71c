//! The glossary: terms of art at two reading levels, and where they stand in a text.

use crate::model::Text;
use serde::Deserialize;
use std::ops::Range;
use std::sync::OnceLock;

/// A term of art.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Id, the same in every language.
    pub id: String,
    /// The term as a heading.
    pub term: String,
    /// How it is written in running text: plurals, short forms. One in lower case is found with a capital at its start as well
    /// (a sentence may begin with it); one with capitals is found only as it stands.
    pub spellings: Vec<String>,
    /// What it means.
    pub text: Text,
}

impl Term {
    /// Whether the term's name, a spelling or its meaning contains some letters, whatever their case. Nothing is in everything.
    #[must_use]
    pub fn mentions(&self, letters: &str) -> bool {
        let letters = letters.trim().to_lowercase();
        let parts = [&self.term, &self.text.plain, &self.text.full].into_iter().chain(&self.spellings);
        parts.into_iter().any(|part| part.to_lowercase().contains(&letters))
    }
}

#[derive(Deserialize)]
#[serde(rename = "Glossary", deny_unknown_fields)]
struct File {
    format: u32,
    terms: Vec<Term>,
}

/// Terms of art, in the order of the alphabet.
#[derive(Clone, Debug)]
pub struct Glossary {
    terms: Vec<Term>,
    /// Every spelling and the term it writes, the longest first.
    spellings: Vec<(String, usize)>,
}

impl Glossary {
    /// The glossary that ships. Read once; later calls share it.
    ///
    /// # Panics
    /// Never: a test reads the file that is built in.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Glossary> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            let file: File =
                ron::from_str(include_str!("../../assets/learn/glossary.ron")).expect("assets/learn is checked by a test");
            assert_eq!(file.format, 1, "assets/learn is checked by a test");
            Self::new(file.terms)
        })
    }

    /// A glossary of terms.
    #[must_use]
    pub fn new(mut terms: Vec<Term>) -> Self {
        terms.sort_by_key(|t| t.term.to_lowercase());
        let written = terms.iter().enumerate().flat_map(|(i, t)| t.spellings.iter().map(move |s| (s.clone(), i)));
        let mut spellings: Vec<(String, usize)> = written.filter(|(s, _)| !s.is_empty()).collect();
        spellings.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        Self { terms, spellings }
    }

    /// Every term, in the order of the alphabet.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The term with an id.
    #[must_use]
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|t| t.id == id)
    }

    /// The terms somebody who types these letters may mean: the one written just so, else all that mention them.
    #[must_use]
    pub fn search(&self, letters: &str) -> Vec<&Term> {
        let asked = letters.trim().to_lowercase();
        let exact =
            |t: &&Term| t.id == asked || t.term.to_lowercase() == asked || t.spellings.iter().any(|s| s.to_lowercase() == asked);
        match self.terms.iter().find(exact) {
            Some(term) => vec![term],
            None => self.terms.iter().filter(|t| t.mentions(&asked)).collect(),
        }
    }

    /// The terms of art in a text, in its order: whole words, the longest spelling that fits, and each term once, where it
    /// first stands. Ranges are bytes of the text; they do not overlap.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<(Range<usize>, &Term)> {
        let mut found: Vec<(Range<usize>, usize)> = Vec::new();
        let mut at = 0;
        let mut inside_word = false;
        while let Some(next) = text[at..].chars().next() {
            let fits = |(spelling, _): &&(String, usize)| begins(&text[at..], spelling);
            if !inside_word && let Some((spelling, term)) = self.spellings.iter().find(fits) {
                let end = at + spelling.len();
                if !found.iter().any(|(_, t)| t == term) {
                    found.push((at..end, *term));
                }
                // The spelling's last letter is behind us: what follows it is not the start of a word unless a gap comes first.
                at = end;
                inside_word = true;
            } else {
                inside_word = next.is_alphanumeric();
                at += next.len_utf8();
            }
        }
        found.into_iter().map(|(range, term)| (range, &self.terms[term])).collect()
    }
}

/// Whether a text begins with a spelling as a whole word. Only a first letter in lower case may be written large.
fn begins(text: &str, spelling: &str) -> bool {
    let (mut here, mut want) = (text.chars(), spelling.chars());
    let (Some(first), Some(wanted)) = (here.next(), want.next()) else { return false };
    let sentence = wanted.is_lowercase() && spelling.chars().all(|c| !c.is_uppercase());
    let same = first == wanted || (sentence && first.to_lowercase().eq([wanted]) && first.len_utf8() == wanted.len_utf8());
    same && here.as_str().starts_with(want.as_str()) && !text[spelling.len()..].chars().next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(text: &str) -> Vec<(&str, &str)> {
        Glossary::shipped().find(text).into_iter().map(|(at, term)| (&text[at], term.id.as_str())).collect()
    }

    #[test]
    fn the_shipped_glossary_is_sound() {
        let all = Glossary::shipped();
        assert_eq!(all.terms().len(), 60);
        let mut spellings = Vec::new();
        for term in all.terms() {
            assert!(!term.text.plain.is_empty() && !term.text.full.is_empty() && !term.spellings.is_empty(), "{}", term.id);
            assert_eq!(all.term(&term.id), Some(term), "ids are given once");
            for spelling in &term.spellings {
                assert_eq!(ids(spelling), [(spelling.as_str(), term.id.as_str())], "a spelling is found as itself");
                spellings.push(spelling);
            }
        }
        let count = spellings.len();
        spellings.sort();
        spellings.dedup();
        assert_eq!(spellings.len(), count, "a spelling belongs to one term");
    }

    #[test]
    fn whole_words_the_longest_and_each_once() {
        assert_eq!(
            ids("A search warrant is no subpoena; warrants differ."),
            [("search warrant", "warrant"), ("subpoena", "subpoena")]
        );
        assert_eq!(ids("warranty, dissented, an unwarranted precedents-based"), [("precedents", "precedent")]);
        assert_eq!(ids("the technical capability notice"), [("technical capability notice", "technical-capability-notice")]);
        assert_eq!(ids("No term of art here."), []);
        assert_eq!(ids(""), []);
    }

    #[test]
    fn a_sentence_may_begin_with_a_term_and_names_keep_their_capitals() {
        assert_eq!(ids("Comity first."), [("Comity", "comity")]);
        assert_eq!(ids("COMITY, gdpr, cloud act"), []);
        assert_eq!(ids("§ 2713 of the CLOUD Act"), [("CLOUD Act", "cloud-act")]);
        assert_eq!(ids("Let the data stay at home"), [], "a verb is no term of art");
        assert_eq!(ids("The court granted a stay."), [("a stay", "stay")]);
    }

    #[test]
    fn letters_beyond_ascii_do_no_harm() {
        assert_eq!(ids("“Warrant” – café warrant’s"), [("Warrant", "warrant")]);
        assert_eq!(ids("éwarrant İcomity ſtay"), []);
    }

    #[test]
    fn a_search_names_one_or_those_that_speak_of_it() {
        let all = Glossary::shipped();
        assert_eq!(all.search("MLAT").len(), 1);
        assert_eq!(all.search(" stare Decisis ")[0].id, "precedent");
        assert!(all.search("treaty").len() > 1);
        assert!(all.search("zzz").is_empty());
        assert_eq!(all.search("").len(), all.terms().len());
    }
}
