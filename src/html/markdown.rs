//! A document as Markdown. What means something to Markdown is taken literally.

use crate::report::doc::{Block, Doc, Grid, Item};
use std::fmt::Write;

/// The document as Markdown.
#[must_use]
pub fn markdown(doc: &Doc) -> String {
    let mut out = String::new();
    for block in &doc.blocks {
        match block {
            Block::Heading(level, text) => {
                out.push_str(&"#".repeat(usize::from((*level).clamp(1, 6))));
                out.push(' ');
                out.push_str(&literal(text));
                out.push_str("\n\n");
            }
            Block::Paragraph(text) => {
                out.push_str(&literal(text));
                out.push_str("\n\n");
            }
            Block::List(items) => {
                list(&mut out, items, 0);
                out.push('\n');
            }
            Block::Table(grid) => table(&mut out, grid),
            Block::Lines(n) => out.push_str(&"\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\n\n".repeat(usize::from(*n))),
            Block::Picture(_, shows) => {
                let _ = writeln!(out, "\\[{}\\]\n", literal(shows));
            }
            Block::Sheet => out.push_str("---\n\n"),
        }
    }
    out
}

fn list(out: &mut String, items: &[Item], depth: usize) {
    for item in items {
        out.push_str(&"  ".repeat(depth));
        out.push_str("- ");
        if !item.mark.is_empty() {
            out.push_str("**");
            out.push_str(&literal(&item.mark));
            out.push_str("** ");
        }
        out.push_str(&literal(&item.text));
        out.push('\n');
        list(out, &item.more, depth + 1);
    }
}

fn table(out: &mut String, grid: &Grid) {
    row(out, &grid.head);
    let _cannot_fail = writeln!(out, "|{}", " --- |".repeat(grid.head.len()));
    grid.rows.iter().for_each(|cells| row(out, cells));
    out.push('\n');
}

fn row(out: &mut String, cells: &[String]) {
    let cells: Vec<String> = cells.iter().map(|c| literal(c)).collect();
    let _cannot_fail = writeln!(out, "| {} |", cells.join(" | "));
}

/// Text as itself: one line, every mark of Markdown and HTML escaped.
fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    // At the start of a line also what makes a list, a heading or a rule of it.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (i, c) in text.char_indices() {
        match c {
            '-' | '+' | '=' if i == 0 => {
                out.push('\\');
                out.push(c);
            }
            '.' | ')' if digits > 0 && i == digits => {
                out.push('\\');
                out.push(c);
            }
            '\n' | '\r' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '!' | '&' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}
