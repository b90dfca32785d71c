//! A language made from English while the program runs, for whoever looks after the words: accents show what is a message,
//! brackets where it begins and ends, doubled vowels what room another language will want. Only the text of messages is
//! changed: what is put into them, and what chooses between their forms, stays.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use std::borrow::Cow;

/// The tag Unicode keeps for accented English.
pub(super) const TAG: &str = "en-XA";

/// The text of a message, changed. English has a vowel in every word, so every word comes out longer and accented.
pub(super) fn accented(text: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(text.len() * 2);
    for letter in text.chars() {
        let changed = accent(letter);
        out.push(changed);
        if matches!(letter.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u') {
            // The second one is small even at the start of a word, as it would be written.
            out.extend(changed.to_lowercase());
        }
    }
    out.into()
}

/// Whether a message has words of its own, and not only places to fill in.
pub(super) fn wordy(pattern: &Pattern<&str>) -> bool {
    pattern.elements.iter().any(|element| match element {
        PatternElement::TextElement { value } => value.contains(char::is_alphabetic),
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => variants.iter().any(|v| wordy(&v.value)),
        PatternElement::Placeable { expression: Expression::Inline(inner) } => {
            matches!(inner, InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. })
        }
    })
}

/// A letter that reads the same and is not ASCII; those our fonts have no such form of stay.
const fn accent(letter: char) -> char {
    match letter {
        'a' => 'á',
        'c' => 'ç',
        'd' => 'đ',
        'e' => 'é',
        'g' => 'ğ',
        'h' => 'ĥ',
        'i' => 'í',
        'j' => 'ĵ',
        'k' => 'ķ',
        'l' => 'ł',
        'n' => 'ñ',
        'o' => 'ó',
        'r' => 'ř',
        's' => 'š',
        't' => 'ŧ',
        'u' => 'ú',
        'w' => 'ŵ',
        'y' => 'ý',
        'z' => 'ž',
        'A' => 'Á',
        'C' => 'Ç',
        'D' => 'Đ',
        'E' => 'É',
        'G' => 'Ğ',
        'H' => 'Ĥ',
        'I' => 'Í',
        'J' => 'Ĵ',
        'K' => 'Ķ',
        'L' => 'Ł',
        'N' => 'Ñ',
        'O' => 'Ó',
        'R' => 'Ř',
        'S' => 'Š',
        'T' => 'Ŧ',
        'U' => 'Ú',
        'W' => 'Ŵ',
        'Y' => 'Ý',
        'Z' => 'Ž',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use crate::lang::{Language, Words};
    use crate::model::Date;

    #[test]
    fn messages_change_and_what_is_put_into_them_does_not() {
        let words = Language::PSEUDO.words();
        assert_eq!(words.ui("button-back"), "[Bááçķ]");
        assert_eq!(words.ui_with("clock-waiting", &[("seats", "Acme".into())]), "[Ŵááííŧííñğ fóóř: Acme]");
        // Only places to fill in: no brackets of its own.
        assert_eq!(words.date(Date::parse("2014-04-25").unwrap()), "25 [Áápřííł] 2014");
        // The form is chosen as in English.
        let votes = |count: i32| words.ui_with("hinge-votes", &[("count", count.into())]);
        assert_ne!(votes(1).replace('1', "2"), votes(2));
        assert!(votes(2).contains('2'));
    }

    #[test]
    fn it_is_a_third_longer() {
        let keys = ["help-goal", "help-round", "help-refused", "seats-intro", "settings-privacy", "app-disclaimer"];
        let length = |w: &Words| keys.iter().map(|k| w.ui(k).chars().count()).sum::<usize>();
        let (english, pseudo) = (length(&Words::english()), length(Language::PSEUDO.words()));
        assert!((125..=145).contains(&(pseudo * 100 / english)), "{english} {pseudo}");
    }
}
