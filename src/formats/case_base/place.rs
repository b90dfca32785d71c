//! Where in the text a fault lies. A small text is read into a tree once more; in a large one the word at fault is looked for.

use crate::diagnostic::{Source, Span};
use crate::syntax::{Kind, Node, parse};

/// The largest text that is made into a tree just to point at places.
const TREE_MAX: usize = 16 * 1024 * 1024;

/// The text, and its tree if it is small.
pub(super) struct Places<'a> {
    source: &'a Source,
    tree: Option<Node>,
}

impl<'a> Places<'a> {
    pub(super) fn of(source: &'a Source) -> Self {
        let tree = if source.text().len() <= TREE_MAX { parse(source).root } else { None };
        Self { source, tree }
    }

    /// The span of a word inside a field of an entry of a list; of whatever of these can be found.
    pub(super) fn find(&self, list: &str, entry: usize, field: &str, word: &str) -> Span {
        let Some(tree) = &self.tree else { return self.look_for(word) };
        let Some(node) = tree.get(list) else { return tree.span };
        let Some(node) = node.index(entry) else { return node.span };
        let Some(node) = node.get(field) else { return node.span };
        (!word.is_empty()).then(|| last_word(node, word)).flatten().unwrap_or(node.span)
    }

    /// In a text too large for a tree: the last place where the word stands in quotes, or the start.
    fn look_for(&self, word: &str) -> Span {
        let quoted = format!("\"{word}\"");
        match self.source.text().rfind(&quoted).filter(|_| !word.is_empty()) {
            Some(at) => Span::new(at, at + quoted.len()),
            None => Span::at(0),
        }
    }
}

/// The last word of a node that is `word`: of two equal ones, the one that repeats.
fn last_word(node: &Node, word: &str) -> Option<Span> {
    match &node.kind {
        Kind::List(_) | Kind::Tuple(_) => node.items().iter().rev().find_map(|n| last_word(n, word)),
        _ => (node.as_word() == Some(word)).then_some(node.span),
    }
}
