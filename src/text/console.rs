//! Lines in, wrapped text out.

use std::io::{self, BufRead, Write};

/// Columns a page is wrapped at.
const WIDTH: usize = 92;

/// Text laid out for a terminal.
#[derive(Clone, Debug, Default)]
pub struct Page(String);

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
        let indent = mark.chars().count();
        self.0.push_str(mark);
        for (i, part) in text.trim_end().split('\n').enumerate() {
            if i > 0 {
                self.0.push('\n');
                self.0.extend(std::iter::repeat_n(' ', indent));
            }
            let mut column = indent;
            for word in part.split_whitespace() {
                let length = word.chars().count();
                if column > indent && column + 1 + length > WIDTH {
                    self.0.push('\n');
                    self.0.extend(std::iter::repeat_n(' ', indent));
                    column = indent;
                }
                if column > indent {
                    self.0.push(' ');
                    column += 1;
                }
                self.0.push_str(word);
                column += length;
            }
        }
        // No blanks at the end of a line.
        self.0.truncate(self.0.trim_end_matches(' ').len());
        self.0.push('\n');
        self
    }

    /// A heading with a blank line before it.
    pub fn heading(&mut self, text: &str) -> &mut Self {
        self.blank();
        self.line(0, &text.to_uppercase())
    }

    /// A blank line, unless one stands there already; at the top of a page, one to what came before.
    pub fn blank(&mut self) -> &mut Self {
        if self.0 != "\n" && !self.0.ends_with("\n\n") {
            self.0.push('\n');
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
        Self(pages.into_iter().map(|p| p.0).collect())
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// A player at a keyboard, or a script behind a pipe.
pub struct Console<'a> {
    input: &'a mut dyn BufRead,
    output: &'a mut dyn Write,
    /// Whether a person looks at a screen: then it is wiped between two players.
    screen: bool,
}

/// Bytes of a line that are read; nobody types more, and a file on standard input must not fill the memory.
const LONGEST: u64 = 4096;

impl<'a> Console<'a> {
    /// A console on a reader and a writer.
    pub fn new(input: &'a mut dyn BufRead, output: &'a mut dyn Write, screen: bool) -> Self {
        Self { input, output, screen }
    }

    /// Shows a page.
    ///
    /// # Errors
    /// As the writer says.
    pub fn show(&mut self, page: &Page) -> io::Result<()> {
        self.output.write_all(page.text().as_bytes())?;
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
        write!(self.output, "{prompt} ")?;
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
        let lines: Vec<&str> = page.text().lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[0].starts_with(" 1  word") && lines[1].starts_with("    word"));
        assert!(lines.iter().all(|l| l.len() <= WIDTH && !l.ends_with(' ')));
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
