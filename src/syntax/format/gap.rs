//! What stands between two pieces of a text: white space and comments.

use crate::syntax::lexer::Lexer;
use std::borrow::Cow;

/// A comment and how it stands.
pub(super) struct Comment<'a> {
    /// As written, without blanks or line ends of another system behind its lines.
    pub(super) text: Cow<'a, str>,
    /// Whether it runs to the end of its line: `// …`.
    pub(super) to_line_end: bool,
    /// Line breaks between it and what stands before.
    pub(super) lines: usize,
    /// How far it is indented, if it begins its line.
    pub(super) column: Option<usize>,
}

/// All between two pieces.
pub(super) struct Gap<'a> {
    pub(super) comments: Vec<Comment<'a>>,
    /// Line breaks before the second piece, since the last comment.
    pub(super) lines: usize,
}

impl<'a> Gap<'a> {
    /// Takes apart what stands from one byte of a text to another.
    pub(super) fn read(text: &'a str, start: usize, end: usize) -> Self {
        let gap = &text[start..end];
        let mut comments = Vec::new();
        let (mut at, mut lines, mut line_start) = (0, 0, None);
        while let Some(byte) = gap.as_bytes().get(at) {
            if *byte == b'/' {
                let own = &gap[at..at + Lexer::comment_length(&gap[at..])];
                let column = line_start.take().map(|start: usize| gap[start..at].chars().count());
                comments.push(Comment { text: trimmed(own), to_line_end: own.starts_with("//"), lines, column });
                at += own.len();
                lines = 0;
                continue;
            }
            at += 1;
            if *byte == b'\n' {
                lines += 1;
                line_start = Some(at);
            }
        }
        Self { comments, lines }
    }

    /// Whether a line ends here, comments of several lines aside.
    pub(super) fn breaks_line(&self) -> bool {
        self.lines > 0 || self.comments.iter().any(|c| c.lines > 0 || c.to_line_end)
    }
}

/// A comment without what does not show.
fn trimmed(comment: &str) -> Cow<'_, str> {
    let ragged = comment.contains('\r') || comment.contains(" \n") || comment.contains("\t\n") || comment.ends_with([' ', '\t']);
    if !ragged {
        return Cow::Borrowed(comment);
    }
    let lines: Vec<&str> = comment.split('\n').map(str::trim_end).collect();
    Cow::Owned(lines.join("\n"))
}

impl Comment<'_> {
    /// The comment when it is indented otherwise: its further lines move with it as far as they can.
    pub(super) fn moved(&self, from: usize, to: usize) -> Cow<'_, str> {
        if from == to || !self.text.contains('\n') {
            return Cow::Borrowed(&self.text);
        }
        let mut lines = self.text.split('\n');
        let mut out = lines.next().unwrap_or_default().to_owned();
        for line in lines {
            out.push('\n');
            let body = line.trim_start_matches([' ', '\t']);
            if body.is_empty() {
                continue;
            }
            let indent = line.len() - body.len();
            out.extend(std::iter::repeat_n(' ', (indent + to).saturating_sub(from)));
            out.push_str(body);
        }
        Cow::Owned(out)
    }
}
