//! Lines in, wrapped text out.

use std::io::{self, BufRead, Write};

/// Columns a page is wrapped at unless its reader has fewer.
pub const WIDTH: usize = 92;

/// The fewest columns a page is laid out for.
const NARROWEST: usize = 20;

/// Text laid out for a terminal, which may be of any width.
#[derive(Clone, Debug, Default)]
pub struct Page(Vec<Part>);

/// What a page is made of.
#[derive(Clone, Debug)]
enum Part {
    /// A paragraph behind a mark; later lines stand under its first word.
    Paragraph { mark: String, text: String },
    /// A line across.
    Rule,
    /// A blank line.
    Blank,
}

impl Page {
    /// An empty page.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A paragraph, wrapped; `indent` columns in. Line breaks of its own are kept.
    pub fn line(&mut self, indent: usize, text: &str) -> &mut Self {
        self.hang(&" ".repeat(indent), text)
    }

    /// A paragraph behind a mark (a number, a date); later lines stand under its first word.
    pub fn hang(&mut self, mark: &str, text: &str) -> &mut Self {
        self.0.push(Part::Paragraph { mark: mark.to_owned(), text: text.trim_end().to_owned() });
        self
    }

    /// A heading with a blank line before it.
    pub fn heading(&mut self, text: &str) -> &mut Self {
        self.blank();
        self.line(0, &text.to_uppercase())
    }

    /// A line across the page.
    pub fn rule(&mut self) -> &mut Self {
        self.0.push(Part::Rule);
        self
    }

    /// A blank line, unless one stands there already; at the top of a page, one to what came before.
    pub fn blank(&mut self) -> &mut Self {
        if !matches!(self.0.last(), Some(Part::Blank)) {
            self.0.push(Part::Blank);
        }
        self
    }

    /// Rows of cells, each column as wide as its widest cell; the last column is wrapped.
    pub fn table(&mut self, indent: usize, rows: &[Vec<String>]) -> &mut Self {
        let width = |c: usize| rows.iter().filter_map(|r| r.get(c)).map(|x| x.chars().count()).max().unwrap_or(0);
        for row in rows {
            let Some((last, cells)) = row.split_last() else { continue };
            let mut mark = " ".repeat(indent);
            for (c, cell) in cells.iter().enumerate() {
                let pad = width(c).saturating_sub(cell.chars().count()) + 2;
                mark.push_str(cell);
                mark.extend(std::iter::repeat_n(' ', pad));
            }
            self.hang(&mark, last);
        }
        self
    }

    /// Pages one under the other.
    #[must_use]
    pub fn joined(pages: impl IntoIterator<Item = Self>) -> Self {
        Self(pages.into_iter().flat_map(|p| p.0).collect())
    }

    /// Whether nothing stands on it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text, for a file or a reader whose width is not known.
    #[must_use]
    pub fn text(&self) -> String {
        self.at(WIDTH)
    }

    /// The text in so many columns: no line is longer.
    #[must_use]
    pub fn at(&self, width: usize) -> String {
        let width = width.max(NARROWEST);
        let mut out = String::new();
        for part in &self.0 {
            match part {
                Part::Blank => out.push('\n'),
                Part::Rule => out.extend("─".repeat(width.min(60)).chars().chain(['\n'])),
                Part::Paragraph { mark, text } => paragraph(&mut out, mark, text, width),
            }
        }
        out
    }
}

/// Puts a paragraph in columns. Where the mark takes more than half of them, its text goes below it.
fn paragraph(out: &mut String, mark: &str, text: &str, width: usize) {
    let indent = mark.chars().count();
    if indent * 2 > width {
        let lead = mark.chars().take_while(|c| *c == ' ').count().min(4);
        wrapped(out, &" ".repeat(lead), mark.trim(), width);
        if !text.is_empty() {
            wrapped(out, &" ".repeat(lead + 4), text, width);
        }
    } else {
        wrapped(out, mark, text, width);
    }
}

fn wrapped(out: &mut String, mark: &str, text: &str, width: usize) {
    let indent = mark.chars().count();
    let start = out.len();
    out.push_str(mark);
    let line = |out: &mut String| {
        // No blanks at the end of a line.
        out.truncate(out[start..].trim_end_matches(' ').len() + start);
        out.push('\n');
    };
    for (i, part) in text.split('\n').enumerate() {
        if i > 0 {
            line(out);
            out.extend(std::iter::repeat_n(' ', indent));
        }
        let mut column = indent;
        for word in part.split_whitespace().flat_map(|word| pieces(word, width - indent)) {
            let length = word.chars().count();
            if column > indent && column + 1 + length > width {
                line(out);
                out.extend(std::iter::repeat_n(' ', indent));
                column = indent;
            }
            if column > indent {
                out.push(' ');
                column += 1;
            }
            out.push_str(word);
            column += length;
        }
    }
    line(out);
}

/// A word, cut where it is longer than a line.
fn pieces(word: &str, most: usize) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let end = rest.char_indices().nth(most).map_or(rest.len(), |(at, _)| at);
        let (piece, after) = rest.split_at(end);
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

/// A player at a keyboard, or a script behind a pipe.
pub struct Console<'a> {
    input: &'a mut dyn BufRead,
    output: &'a mut dyn Write,
    /// Whether a person looks at a screen: then it is wiped between two players.
    screen: bool,
    /// Columns.
    width: usize,
}

/// Bytes of a line that are read; nobody types more, and a file on standard input must not fill the memory.
const LONGEST: u64 = 4096;

impl<'a> Console<'a> {
    /// A console on a reader and a writer.
    pub fn new(input: &'a mut dyn BufRead, output: &'a mut dyn Write, screen: bool) -> Self {
        Self { input, output, screen, width: WIDTH }
    }

    /// The same in so many columns.
    #[must_use]
    pub fn wide(self, width: usize) -> Self {
        Self { width, ..self }
    }

    /// Shows a page.
    ///
    /// # Errors
    /// As the writer says.
    pub fn show(&mut self, page: &Page) -> io::Result<()> {
        self.output.write_all(page.at(self.width).as_bytes())?;
        self.output.flush()
    }

    /// Shows one paragraph.
    ///
    /// # Errors
    /// As the writer says.
    pub fn say(&mut self, text: &str) -> io::Result<()> {
        self.show(Page::new().line(0, text))
    }

    /// Asks for a line; `None` at the end of the input.
    ///
    /// # Errors
    /// As reader or writer say; a line that is not UTF-8 is read as far as it makes sense.
    pub fn ask(&mut self, prompt: &str) -> io::Result<Option<String>> {
        let mut page = Page::new();
        page.line(0, prompt);
        write!(self.output, "{} ", page.at(self.width.saturating_sub(1)).trim_end())?;
        self.output.flush()?;
        let mut line = Vec::new();
        let read = io::Read::take(&mut *self.input, LONGEST).read_until(b'\n', &mut line)?;
        if !self.screen {
            writeln!(self.output)?;
        }
        Ok((read > 0).then(|| String::from_utf8_lossy(&line).trim().to_owned()))
    }

    /// Wipes the screen, if there is one: the next player must not read the last one's desk.
    ///
    /// # Errors
    /// As the writer says.
    pub fn wipe(&mut self) -> io::Result<()> {
        if self.screen {
            self.output.write_all(b"\x1b[2J\x1b[3J\x1b[H")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_wrap_under_their_mark() {
        let mut page = Page::new();
        page.hang(" 1  ", &"word ".repeat(30));
        let text = page.text();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[0].starts_with(" 1  word") && lines[1].starts_with("    word"));
        assert!(lines.iter().all(|l| l.len() <= WIDTH && !l.ends_with(' ')));
    }

    #[test]
    fn no_line_is_longer_than_the_reader_has_columns() {
        let mut page = Page::new();
        page.heading("A heading of some length, in capitals").rule();
        page.table(2, &[vec!["a long first cell".into(), "and a longer second one".into(), "then words ".repeat(9)]]);
        page.hang("  2014-04-25  ", "https://example.org/a/very/long/address/that/no/line/can/hold/whole");
        for width in [20, 40, 80] {
            let text = page.at(width);
            assert!(text.lines().all(|l| l.chars().count() <= width && !l.ends_with(' ')), "{text}");
            assert_eq!(text.matches("then").count(), 9);
        }
        assert!(page.at(40).contains("\n      then words then words"), "{}", page.at(40));
    }

    #[test]
    fn columns_align() {
        let mut page = Page::new();
        page.table(2, &[vec!["a".into(), "x".into()], vec!["bcd".into(), "y".into()]]);
        assert_eq!(page.text(), "  a    x\n  bcd  y\n");
    }

    #[test]
    fn the_end_of_the_input_is_told_from_an_empty_line() {
        let (mut input, mut output) = (&b"\nb"[..], Vec::new());
        let mut console = Console::new(&mut input, &mut output, false);
        assert_eq!(console.ask(">").unwrap(), Some(String::new()));
        assert_eq!(console.ask(">").unwrap(), Some("b".into()));
        assert_eq!(console.ask(">").unwrap(), None);
    }
}
