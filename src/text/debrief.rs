//! The debrief as text.

use super::{Page, Voice};
use crate::model::{LogEntry, Scenario};
use crate::report::doc::{Block, Doc, Item};
use crate::report::{Debrief, Telling};

/// Renders a debrief; `record` is the whole log of the match.
#[must_use]
pub fn debrief(s: &Scenario, d: &Debrief, record: &[LogEntry], voice: Voice<'_>) -> Page {
    document(&Telling { scenario: s, debrief: d, record, hinges: None, votes: &[], words: voice.words, level: voice.level }.doc())
}

/// A document as a page of the terminal.
#[must_use]
pub fn document(doc: &Doc) -> Page {
    let mut page = Page::new();
    for block in &doc.blocks {
        match block {
            Block::Heading(1 | 2, text) => {
                page.heading(text);
            }
            Block::Heading(_, text) => {
                page.blank().line(0, text);
            }
            Block::Paragraph(text) => {
                page.line(0, text);
            }
            Block::List(items) => list(&mut page, items, 2),
            Block::Table(grid) => {
                for row in &grid.rows {
                    let Some((first, rest)) = row.split_first() else { continue };
                    // A number alone says nothing without the head of its column.
                    let told = |(i, cell): (usize, &String)| match grid.head.get(i + 1) {
                        Some(head) if cell.parse::<i64>().is_ok() => format!("{head} {cell}"),
                        _ => cell.clone(),
                    };
                    let rest: Vec<String> = rest.iter().enumerate().map(told).filter(|c| !c.is_empty()).collect();
                    page.hang("  · ", &format!("{first}: {}", rest.join(" · ")));
                }
            }
            Block::Lines(n) => {
                for _ in 0..*n {
                    page.rule();
                }
            }
            Block::Picture(_, shows) => {
                page.line(0, &format!("[{shows}]"));
            }
            Block::Sheet => {
                page.rule();
            }
        }
    }
    page
}

fn list(page: &mut Page, items: &[Item], indent: usize) {
    for item in items {
        let mark = if item.mark.is_empty() { "·" } else { &item.mark };
        page.hang(&format!("{}{mark} ", " ".repeat(indent)), &item.text);
        list(page, &item.more, indent + 4);
    }
}
