//! Passages of a page in another language than the page: each is marked, so that a screen reader takes the right voice for it. What a
//! dispute says stands alone or inside a sentence of the program, anywhere; so it is looked for in the finished page.

use crate::model::Spoken;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Bound;

/// Elements whose text takes no marks: pictures, what stands in the window's frame, styles.
const LEFT: [&str; 4] = ["svg", "title", "style", "option"];

/// A page with a `lang` around every passage that is in another language.
pub(super) fn marked<'a>(page: &'a str, spoken: &Spoken) -> Cow<'a, str> {
    // Numbers and signs are the same in every voice.
    let worded = spoken.iter().filter(|(words, _)| words.contains(char::is_alphabetic));
    let passages: BTreeMap<String, &str> = worded.map(|(words, tag)| (maud::html!((words)).into_string(), tag)).collect();
    if passages.is_empty() {
        return Cow::Borrowed(page);
    }
    let mut out = String::with_capacity(page.len() + page.len() / 8);
    let mut rest = page;
    while let Some(open) = rest.find('<') {
        text(&rest[..open], &passages, &mut out);
        rest = &rest[open..];
        // Values of attributes are escaped: the next `>` ends the tag.
        let end = rest.find('>').map_or(rest.len(), |i| i + 1);
        let tag = &rest[..end];
        out.push_str(&image(tag, &passages));
        rest = &rest[end..];
        if let Some(left) = LEFT.iter().find(|name| begins(tag, name)) {
            let end = rest.find(&format!("</{left}")).unwrap_or(rest.len());
            out.push_str(&rest[..end]);
            rest = &rest[end..];
        }
    }
    text(rest, &passages, &mut out);
    Cow::Owned(out)
}

/// Whether a tag opens an element of a name.
fn begins(tag: &str, name: &str) -> bool {
    tag[1..].strip_prefix(name).is_some_and(|after| after.starts_with(|c: char| c == '>' || c.is_whitespace()))
}

/// The tag of a picture: what it shows is read aloud as well.
fn image<'a>(tag: &'a str, passages: &BTreeMap<String, &str>) -> Cow<'a, str> {
    let alt = || tag.split_once(" alt=\"")?.1.split_once('"').map(|(alt, _)| alt);
    match alt().filter(|_| begins(tag, "img")).and_then(|alt| passages.get(alt)) {
        Some(language) => Cow::Owned(tag.replacen("<img", &format!("<img lang=\"{language}\""), 1)),
        None => Cow::Borrowed(tag),
    }
}

/// Text between tags.
fn text(text: &str, passages: &BTreeMap<String, &str>, out: &mut String) {
    let (mut at, mut inside_word) = (0, false);
    while let Some(next) = text[at..].chars().next() {
        let found = if inside_word && !stands_alone(next) { None } else { longest(&text[at..], passages) };
        if let Some((words, language)) = found {
            let _cannot_fail = write!(out, "<span lang=\"{language}\">{words}</span>");
            at += words.len();
            inside_word = words.ends_with(char::is_alphanumeric);
        } else {
            out.push(next);
            at += next.len_utf8();
            inside_word = next.is_alphanumeric();
        }
    }
}

/// Whether a letter is a word of its own, as in Chinese: such words have no gaps between them.
const fn stands_alone(letter: char) -> bool {
    letter >= '\u{2E80}'
}

/// The longest passage that a text begins with, whole words of it.
fn longest<'a>(text: &str, passages: &'a BTreeMap<String, &'a str>) -> Option<(&'a str, &'a str)> {
    let mut upto = text;
    loop {
        // Whatever the text begins with is at or before it in order; what does not fit tells how much of the text it shares.
        let (words, language) = passages.range::<str, _>((Bound::Unbounded, Bound::Included(upto))).next_back()?;
        if let Some(after) = text.strip_prefix(words.as_str())
            && !splits_a_word(words, after)
        {
            return Some((words, language));
        }
        let shared = words.char_indices().zip(upto.chars()).find(|((_, a), b)| a != b).map(|((i, _), _)| i);
        // A passage that fits but ends inside a word: only a shorter one can do.
        let shared = shared.unwrap_or_else(|| words.char_indices().next_back().map_or(0, |(i, _)| i));
        if shared == 0 {
            return None;
        }
        upto = &upto[..shared];
    }
}

fn splits_a_word(words: &str, after: &str) -> bool {
    let goes_on = after.chars().next().is_some_and(|c| c.is_alphanumeric() && !stands_alone(c));
    goes_on && words.ends_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn german(all: &[&str]) -> Spoken {
        let mut spoken = Spoken::default();
        for words in all {
            spoken.note((*words).to_owned(), "de");
        }
        spoken
    }

    #[test]
    fn passages_are_marked_wherever_they_stand_and_only_whole_ones() {
        let spoken = german(&["Die Liste", "Die Liste <heute>", "Liste", "42", "Ein Bild", "Recht"]);
        let page = "<title>Die Liste</title><h1>Die Liste</h1><p>Plan: Die Liste &lt;heute&gt;.</p><p>Listen, 42, Unrecht, Recht</p>\
                    <img alt=\"Ein Bild\" src=\"x\"><svg><text>Liste</text></svg>";
        let marked = marked(page, &spoken);
        assert_eq!(
            marked,
            "<title>Die Liste</title><h1><span lang=\"de\">Die Liste</span></h1><p>Plan: \
             <span lang=\"de\">Die Liste &lt;heute&gt;</span>.</p><p>Listen, 42, Unrecht, <span lang=\"de\">Recht</span></p>\
             <img lang=\"de\" alt=\"Ein Bild\" src=\"x\"><svg><text>Liste</text></svg>"
        );
    }

    #[test]
    fn languages_without_gaps_between_words_are_marked_too() {
        let mut spoken = Spoken::default();
        spoken.note("令状".into(), "ja");
        assert_eq!(marked("<p>裁判所の令状。</p>", &spoken), "<p>裁判所の<span lang=\"ja\">令状</span>。</p>");
    }

    #[test]
    fn nothing_is_marked_in_a_page_of_one_language() {
        let mut spoken = german(&["Die Liste"]);
        spoken.note("Die Liste".into(), "en");
        assert!(matches!(marked("<p>Die Liste</p>", &spoken), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn marks_change_no_word(texts in prop::collection::vec("[aB<& 令]{1,6}", 1..8), passages in prop::collection::vec("[aB<& 令]{1,4}", 1..8)) {
            let page: String = texts.iter().map(|t| maud::html!(p { (t) }).into_string()).collect();
            let spoken = german(&passages.iter().map(String::as_str).collect::<Vec<_>>());
            let marked = marked(&page, &spoken).replace("<span lang=\"de\">", "").replace("</span>", "");
            prop_assert_eq!(marked, page);
        }
    }
}
