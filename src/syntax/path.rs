//! Ways through the tree: `seats[2].role`.

use std::fmt;

use super::node::{Kind, Node};
use crate::diagnostic::Span;

/// One step down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the value of a field or of a map's key.
    Key(String),
    /// To a value of a list or tuple, from 0.
    Index(usize),
}

/// A way from the top of a file to one value. It shows as people write it: `seats[2].role`; the
/// empty path shows as nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(pub Vec<Step>);

impl Path {
    /// Reads a path such as `seats[2].role`. None if it is not one.
    ///
    /// Keys may hold any character but `.`, `[` and `]`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut steps = Vec::new();
        if text.is_empty() {
            return Some(Self(steps));
        }
        for part in text.split('.') {
            let (key, mut rest) = part.split_at(part.find('[').unwrap_or(part.len()));
            if key.is_empty() && (rest.is_empty() || !steps.is_empty()) || key.contains(']') {
                return None;
            }
            if !key.is_empty() {
                steps.push(Step::Key(key.to_owned()));
            }
            while !rest.is_empty() {
                let (index, after) = rest.strip_prefix('[')?.split_once(']')?;
                steps.push(Step::Index(index.parse().ok()?));
                rest = after;
            }
        }
        Some(Self(steps))
    }

    /// The path one field further down.
    #[must_use]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.0.push(Step::Key(key.into()));
        self
    }

    /// The path one list item further down.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        self.0.push(Step::Index(index));
        self
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if i == 0 => f.write_str(key)?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// The path that a chain of values follows.
pub(super) fn path_of(chain: &[(Option<Step>, &Node)]) -> Path {
    Path(chain.iter().filter_map(|(step, _)| step.clone()).collect())
}

impl Node {
    /// The value at a path.
    #[must_use]
    pub fn at(&self, path: &Path) -> Option<&Node> {
        path.0.iter().try_fold(self, |node, step| match step {
            Step::Key(key) => node.get(key),
            Step::Index(index) => node.index(*index),
        })
    }

    /// The value at a path given as text, such as `seats[2].role`.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<&Node> {
        self.at(&Path::parse(path)?)
    }

    /// The innermost value that covers a place, and the way to it; for editors and for decoders
    /// that only know where they stopped. None outside this value.
    ///
    /// A place between two values belongs to the one it touches, the later one if it touches both.
    #[must_use]
    pub fn node_at(&self, offset: usize) -> Option<(Path, &Node)> {
        let chain = self.chain(offset, Reach::Touching);
        Some((path_of(&chain), chain.last()?.1))
    }

    /// The innermost bracketed value that has a place strictly between its ends, and the way to it.
    #[must_use]
    pub fn group_at(&self, offset: usize) -> Option<(Path, &Node)> {
        let mut chain = self.chain(offset, Reach::Inside);
        while !chain.last()?.1.is_group() {
            chain.pop();
        }
        Some((path_of(&chain), chain.last()?.1))
    }

    /// This value and those inside it, one in the other, that cover a place; outermost first.
    pub(super) fn chain(&self, offset: usize, reach: Reach) -> Vec<(Option<Step>, &Node)> {
        let mut chain = Vec::new();
        let mut next = reach.covers(self.span, offset).then_some((None, self));
        while let Some((step, node)) = next {
            chain.push((step, node));
            next = node.child_at(offset, reach);
        }
        chain
    }

    /// The value directly inside that covers a place, with the step that leads there. `Some(…)` and
    /// the keys of a map have no step of their own.
    ///
    /// What is inside stands in the order of the text, so this need not look at all of it.
    fn child_at(&self, offset: usize, reach: Reach) -> Option<(Option<Step>, &Node)> {
        let (step, child) = match &self.kind {
            Kind::Some(inner) => (None, &**inner),
            Kind::Struct(it) => {
                let i = it.fields.partition_point(|f| reach.begun(f.value.span, offset));
                let field = it.fields.get(i.checked_sub(1)?)?;
                (Some(Step::Key(field.key.text.to_string())), &field.value)
            }
            Kind::List(_) | Kind::Tuple(_) => {
                let items = self.items();
                let i = items.partition_point(|item| reach.begun(item.span, offset)).checked_sub(1)?;
                (Some(Step::Index(i)), items.get(i)?)
            }
            Kind::Map(entries) => {
                let i = entries.partition_point(|e| reach.begun(e.key.span, offset));
                let entry = entries.get(i.checked_sub(1)?)?;
                let step = entry.key.as_word().map(|word| Step::Key(word.to_owned()));
                let in_value = reach.begun(entry.value.span, offset);
                (step, if in_value { &entry.value } else { &entry.key })
            }
            _ => return None,
        };
        reach.covers(child.span, offset).then_some((step, child))
    }
}

/// What counts as covering a place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Also at the very start or end.
    Touching,
    /// Strictly between start and end.
    Inside,
}

impl Reach {
    const fn begun(self, span: Span, offset: usize) -> bool {
        match self {
            Self::Touching => span.start <= offset,
            Self::Inside => span.start < offset,
        }
    }

    const fn covers(self, span: Span, offset: usize) -> bool {
        let ended = match self {
            Self::Touching => span.end < offset,
            Self::Inside => span.end <= offset,
        };
        self.begun(span, offset) && !ended
    }
}
