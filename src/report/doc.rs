//! A document without a form: headings, paragraphs, lists, tables. Faces give it one: a terminal page, HTML, Markdown.

use crate::model::Illustration;

/// A point of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// What stands before it, such as a date; may be empty.
    pub mark: String,
    /// Words.
    pub text: String,
    /// Points under it.
    pub more: Vec<Item>,
}

impl Item {
    /// A point.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A point behind a mark.
    pub fn marked(mark: impl ToString, text: impl Into<String>) -> Self {
        Self { mark: mark.to_string(), text: text.into(), more: Vec::new() }
    }

    /// With points under it.
    #[must_use]
    pub fn with(mut self, more: Vec<Self>) -> Self {
        self.more = more;
        self
    }
}

/// A table: each row has as many cells as the head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// What it shows.
    pub caption: String,
    /// Heads of the columns.
    pub head: Vec<String>,
    /// Rows; the first cell of each names it.
    pub rows: Vec<Vec<String>>,
}

/// Part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading; 1 is the title.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(String),
    /// A list.
    List(Vec<Item>),
    /// A table.
    Table(Grid),
    /// A picture of the author's, and what it shows in the reader's wording.
    Picture(Illustration, String),
    /// Room to write by hand, in lines.
    Lines(u8),
    /// What follows starts on a new sheet.
    Sheet,
}

/// A document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doc {
    /// Its parts, in reading order.
    pub blocks: Vec<Block>,
}

impl Doc {
    /// A document with a title.
    pub fn titled(title: impl Into<String>) -> Self {
        Self { blocks: vec![Block::Heading(1, title.into())] }
    }

    /// The title.
    #[must_use]
    pub fn title(&self) -> &str {
        let title = |b: &'_ Block| matches!(b, Block::Heading(1, _));
        match self.blocks.iter().find(|b| title(b)) {
            Some(Block::Heading(_, text)) => text,
            _ => "",
        }
    }

    /// A heading below the title.
    pub fn section(&mut self, text: impl Into<String>) -> &mut Self {
        self.put(Block::Heading(2, text.into()))
    }

    /// A heading below a section.
    pub fn part(&mut self, text: impl Into<String>) -> &mut Self {
        self.put(Block::Heading(3, text.into()))
    }

    /// A paragraph, unless there is nothing to say.
    pub fn say(&mut self, text: impl Into<String>) -> &mut Self {
        let text = text.into();
        if text.trim().is_empty() { self } else { self.put(Block::Paragraph(text)) }
    }

    /// A list, unless it is empty.
    pub fn list(&mut self, items: Vec<Item>) -> &mut Self {
        if items.is_empty() { self } else { self.put(Block::List(items)) }
    }

    /// A table, unless it has no rows.
    pub fn table(&mut self, caption: impl Into<String>, head: Vec<String>, rows: Vec<Vec<String>>) -> &mut Self {
        if rows.is_empty() { self } else { self.put(Block::Table(Grid { caption: caption.into(), head, rows })) }
    }

    /// What follows starts on a new sheet; no sheet stays blank.
    pub fn sheet(&mut self) -> &mut Self {
        if self.blocks.last().is_none_or(|b| *b == Block::Sheet) { self } else { self.put(Block::Sheet) }
    }

    /// One more part.
    pub fn put(&mut self, block: Block) -> &mut Self {
        self.blocks.push(block);
        self
    }
}
