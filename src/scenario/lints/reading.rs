//! `L118`: a sentence of the plain wording that is too long for a reader of fourteen.

use super::Fault;
use crate::diagnostic::Severity;
use crate::syntax::{Kind, Node};

/// Words a plain sentence may have. School books for fourteen-year-olds rarely go over thirty.
pub const MOST_WORDS: usize = 30;

/// The field of the plain wording where there are two.
const PLAIN: &str = "plain";

/// Fields whose one string is read at both levels.
const PROSE: [&str; 8] = ["text", "brief", "summary", "about", "fear", "question", "because", "why"];

/// Looks at every plain wording: what stands under `plain`, and what is written once for both.
pub fn check(tree: &Node, found: &mut Vec<(Severity, Fault)>) {
    for field in tree.walk().flat_map(Node::fields) {
        let key = &*field.key.text;
        let Kind::Text(text) = &field.value.kind else { continue };
        if key != PLAIN && !PROSE.contains(&key) {
            continue;
        }
        let longest = sentences(text).map(|s| s.split_whitespace().count()).max().unwrap_or(0);
        if longest > MOST_WORDS {
            let message = format!("a sentence of this plain wording has {longest} words");
            let help = if key == PLAIN {
                format!("make two of it: {MOST_WORDS} words are enough for a reader of fourteen")
            } else {
                format!(
                    "make two of it, or write (plain: \"…\", full: \"…\"): {MOST_WORDS} words are enough for a reader of fourteen"
                )
            };
            found.push((Severity::Hint, Fault::new("L118", Vec::new(), text, message, help)));
        }
    }
}

/// The sentences of a text: up to a stop that white space follows. A list with semicolons is read piece by piece.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let stops = |c: char| matches!(c, '.' | '!' | '?' | ';' | ':' | '\n');
    text.split(stops)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_at_stops() {
        assert_eq!(sentences("One. Two; three: four! Five").count(), 5);
    }
}
