//! Guessing which word was meant.

/// The candidate that `word` was probably meant to be; none if no candidate is near enough, or if
/// `word` itself is among them.
///
/// Near are: the same word but for case, `-`, `_` and spaces; one that `word` begins; or one within
/// a third of its length in slips (a letter missing, too many, wrong, or two swapped). Of equally
/// near ones the first wins, so the order of the candidates matters and should be that of the
/// author's manual.
#[must_use]
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    /// Longer words are no names that somebody mistyped, and would be slow to compare.
    const WORD_MAX: usize = 64;
    /// How short a beginning may be.
    const PREFIX_MIN: usize = 3;

    let folded = fold(word);
    let length = folded.chars().count();
    if length == 0 || length > WORD_MAX {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        if candidate == word {
            return None;
        }
        let other = fold(candidate);
        let other_length = other.chars().count();
        if other_length == 0 || other_length > WORD_MAX {
            continue;
        }
        let slips = if other == folded {
            0
        } else {
            let slips = strsim::damerau_levenshtein(&folded, &other);
            let allowed = length.max(other_length) / 3;
            let begins = length >= PREFIX_MIN && other.starts_with(&folded);
            // Anything within reach beats a mere beginning.
            match (slips <= allowed, begins) {
                (true, _) => slips,
                (false, true) => WORD_MAX + other_length,
                (false, false) => continue,
            }
        };
        if best.is_none_or(|(least, _)| slips < least) {
            best = Some((slips, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// A word without what people rarely get right: case and the marks between its parts.
fn fold(word: &str) -> String {
    word.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELDS: [&str; 6] = ["id", "title", "seats", "stages", "opens_on", "description"];

    fn guess(word: &str) -> Option<&'static str> {
        did_you_mean(word, FIELDS)
    }

    #[test]
    fn finds_the_slip_of_a_finger() {
        assert_eq!(guess("seets"), Some("seats"));
        assert_eq!(guess("saets"), Some("seats"));
        assert_eq!(guess("seat"), Some("seats"));
        assert_eq!(guess("tittle"), Some("title"));
        assert_eq!(guess("opens-on"), Some("opens_on"));
        assert_eq!(guess("OpensOn"), Some("opens_on"));
        assert_eq!(guess("desc"), Some("description"));
        assert_eq!(guess("ID"), Some("id"));
    }

    #[test]
    fn keeps_silent_when_nothing_is_near() {
        for word in ["", "xy", "colour", "st", "seats", &"s".repeat(10_000)] {
            assert_eq!(guess(word), None, "{word}");
        }
        assert_eq!(did_you_mean("a", []), None);
    }

    #[test]
    fn the_nearest_wins_and_among_equals_the_first() {
        assert_eq!(did_you_mean("stag", ["stages", "stage"]), Some("stage"));
        assert_eq!(did_you_mean("cat", ["car", "bat"]), Some("car"));
    }
}
