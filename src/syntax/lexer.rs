//! Text into words, numbers, quoted text and punctuation.
//!
//! One pass, no allocation, no recursion: time is linear in the text whatever it holds. Comments
//! and white space are skipped. What a number or an escape must look like is left to later stages;
//! the lexer only has to find where things end, exactly where the decoder finds it.

use crate::diagnostic::Span;

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `(`, `[` or `{`.
    Open(char),
    /// `)`, `]` or `}`.
    Close(char),
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// A name: `Office`, `true`, `r#type`.
    Word,
    /// Anything that starts like a number.
    Number,
    /// `"text"` or `r#"text"#`.
    Text,
    /// `b"bytes"` or `br#"bytes"#`.
    Bytes,
    /// `'c'` or `b'c'`.
    Char,
    /// Quoted text that runs to the end of the file.
    OpenText,
    /// A block comment that runs to the end of the file.
    OpenComment,
    /// A single quote that starts no character.
    Apostrophe,
    /// Any other character.
    Other(char),
    /// The end.
    End,
}

/// A piece of text and where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) span: Span,
}

/// Walks a text. Cloning is cheap, which is how the parser looks ahead.
#[derive(Clone)]
pub(super) struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lexer<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// How many bytes the comment has that a text begins with.
    pub(super) fn comment_length(text: &str) -> usize {
        if text.starts_with("//") {
            return text.find('\n').unwrap_or(text.len());
        }
        let mut lexer = Lexer::new(text);
        lexer.skip_block_comment();
        lexer.at
    }

    /// The next piece; `End` for ever once the text is used up.
    pub(super) fn next(&mut self) -> Token {
        if let Some(comment) = self.skip_space() {
            return Token { kind: Kind::OpenComment, span: comment };
        }
        let start = self.at;
        let kind = match self.rest().chars().next() {
            None => Kind::End,
            Some(first) => self.piece(first),
        };
        Token { kind, span: Span::new(start, self.at) }
    }

    /// Skips white space and comments. Gives the span of a comment that never ends.
    fn skip_space(&mut self) -> Option<Span> {
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start_matches(is_space).len();
            let rest = self.rest();
            if rest.starts_with("//") {
                self.at += Self::comment_length(rest);
            } else if rest.starts_with("/*") {
                let start = self.at;
                if !self.skip_block_comment() {
                    return Some(Span::new(start, self.at));
                }
            } else {
                return None;
            }
        }
    }

    /// Skips a block comment with the comments inside it; false if it never ends.
    fn skip_block_comment(&mut self) -> bool {
        let bytes = self.text.as_bytes();
        let mut depth = 0_usize;
        while self.at < bytes.len() {
            match &bytes[self.at..] {
                [b'/', b'*', ..] => {
                    depth += 1;
                    self.at += 2;
                }
                [b'*', b'/', ..] => {
                    depth -= 1;
                    self.at += 2;
                    if depth == 0 {
                        return true;
                    }
                }
                _ => self.at += 1,
            }
        }
        false
    }

    fn piece(&mut self, first: char) -> Kind {
        if let Some(kind) = self.quoted(first) {
            return kind;
        }
        if is_word_start(first) {
            return self.word();
        }
        if self.starts_number() {
            return self.number();
        }
        self.at += first.len_utf8();
        match first {
            '(' | '[' | '{' => Kind::Open(first),
            ')' | ']' | '}' => Kind::Close(first),
            ',' => Kind::Comma,
            ':' => Kind::Colon,
            other => Kind::Other(other),
        }
    }

    /// Everything between quotes, with its prefix.
    fn quoted(&mut self, first: char) -> Option<Kind> {
        let rest = self.rest();
        match first {
            '"' => Some(self.escaped_text(1, Kind::Text)),
            '\'' => Some(self.character(1)),
            'b' if rest.starts_with("b\"") => Some(self.escaped_text(2, Kind::Bytes)),
            'b' if rest.starts_with("b'") => Some(self.character(2)),
            'b' if rest.starts_with("br") => self.raw_text(2, Kind::Bytes),
            'r' => self.raw_text(1, Kind::Text),
            _ => None,
        }
    }

    fn escaped_text(&mut self, prefix: usize, kind: Kind) -> Kind {
        let bytes = self.text.as_bytes();
        self.at += prefix;
        while let Some(&byte) = bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'"' => return kind,
                // The byte after it is part of the escape, unless it begins a longer character:
                // then skipping its first byte does no harm, none of the others is a quote.
                b'\\' if self.at < bytes.len() => self.at += 1,
                _ => {}
            }
        }
        Kind::OpenText
    }

    /// `r"…"`, `r##"…"##`: nothing inside is special. None if this is no quoted text after all.
    fn raw_text(&mut self, prefix: usize, kind: Kind) -> Option<Kind> {
        let body = &self.rest()[prefix..];
        let hashes = body.len() - body.trim_start_matches('#').len();
        let body = body[hashes..].strip_prefix('"')?;
        let start = self.at + prefix + hashes + 1;
        // Found quote by quote, and the hashes after each counted once: still linear.
        let mut from = 0;
        while let Some(quote) = body[from..].find('"') {
            let after = &body[from + quote + 1..];
            let found = after.bytes().take(hashes).take_while(|&b| b == b'#').count();
            from += quote + 1 + found;
            if found == hashes {
                self.at = start + from;
                return Some(kind);
            }
        }
        self.at = self.text.len();
        Some(Kind::OpenText)
    }

    /// `'c'`, `'\n'`, `'\u{e9}'`.
    fn character(&mut self, prefix: usize) -> Kind {
        let body = &self.rest()[prefix..];
        let mut chars = body.char_indices();
        let end = match chars.next() {
            Some((_, '\\')) => {
                // An escape is at most `\u{10ffff}`; looking further would make a file of
                // backslashes and apostrophes slow.
                let _escaped = chars.next();
                chars.take(10).find(|&(_, c)| c == '\'').map(|(i, _)| i)
            }
            Some((_, c)) if c != '\'' && c != '\n' => chars.next().filter(|x| x.1 == '\'').map(|x| x.0),
            _ => None,
        };
        if let Some(end) = end {
            self.at += prefix + end + 1;
            Kind::Char
        } else {
            self.at += prefix;
            Kind::Apostrophe
        }
    }

    fn word(&mut self) -> Kind {
        let rest = self.rest();
        // `r#type` may hold characters that other names may not.
        let raw = rest.strip_prefix("r#").filter(|name| name.starts_with(is_raw_word));
        self.at += match raw {
            Some(name) => 2 + name.find(|c| !is_raw_word(c)).unwrap_or(name.len()),
            None => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
        };
        Kind::Word
    }

    fn starts_number(&self) -> bool {
        let mut bytes = self.rest().bytes();
        match bytes.next() {
            Some(b'0'..=b'9') => true,
            Some(b'.') => bytes.next().is_some_and(|b| b.is_ascii_digit()),
            Some(b'+' | b'-') => bytes.next().is_some_and(|b| b.is_ascii_digit() || matches!(b, b'.' | b'i' | b'N')),
            _ => false,
        }
    }

    fn number(&mut self) -> Kind {
        let bytes = self.rest().as_bytes();
        let mut len = 1;
        while let Some(&byte) = bytes.get(len) {
            let exponent = matches!(bytes[len - 1], b'e' | b'E') && !bytes.starts_with(b"0x");
            let part = byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.') || (exponent && matches!(byte, b'+' | b'-'));
            if !part {
                break;
            }
            len += 1;
        }
        self.at += len;
        Kind::Number
    }
}

/// White space as the decoder has it: that of Unicode pattern syntax.
const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0B' | '\x0C' | '\u{85}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}')
}

fn is_word_start(c: char) -> bool {
    c == '_' || c.is_alphabetic()
}

/// A little wider than the decoder's rule for characters beyond ASCII (it has the last word), but
/// without dashes, curly quotes and the like.
fn is_word(c: char) -> bool {
    let mark = !c.is_ascii() && !is_space(c) && !c.is_control() && !matches!(c, '«' | '»' | '\u{2000}'..='\u{206F}' | '\u{FEFF}');
    c == '_' || c.is_alphanumeric() || mark
}

fn is_raw_word(c: char) -> bool {
    matches!(c, '.' | '+' | '-') || is_word(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(Kind, &str)> {
        let mut lexer = Lexer::new(text);
        let mut out = Vec::new();
        loop {
            let token = lexer.next();
            if token.kind == Kind::End {
                return out;
            }
            out.push((token.kind, &text[token.span.range()]));
        }
    }

    #[test]
    fn finds_where_things_end() {
        use Kind::*;
        assert_eq!(
            kinds(r##"(a: -1.5e-3, "x\"y", r#"q"r"#, b"\\", 'c', '\'', r#type-x)"##),
            [
                (Open('('), "("),
                (Word, "a"),
                (Colon, ":"),
                (Number, "-1.5e-3"),
                (Comma, ","),
                (Text, r#""x\"y""#),
                (Comma, ","),
                (Text, r##"r#"q"r"#"##),
                (Comma, ","),
                (Bytes, r#"b"\\""#),
                (Comma, ","),
                (Char, "'c'"),
                (Comma, ","),
                (Char, r"'\''"),
                (Comma, ","),
                (Word, "r#type-x"),
                (Close(')'), ")"),
            ]
        );
    }

    #[test]
    fn skips_comments_nested_ones_too() {
        assert_eq!(kinds("// ( \" \n/* a /* b */ ( */ x /**/"), [(Kind::Word, "x")]);
        assert_eq!(kinds("1 /* /* */"), [(Kind::Number, "1"), (Kind::OpenComment, "/* /* */")]);
    }

    #[test]
    fn text_without_end_runs_to_the_end() {
        assert_eq!(kinds("\"abc\\"), [(Kind::OpenText, "\"abc\\")]);
        assert_eq!(kinds("r#\"abc\""), [(Kind::OpenText, "r#\"abc\"")]);
    }

    #[test]
    fn an_apostrophe_takes_nothing_with_it() {
        use Kind::*;
        assert_eq!(kinds("'t ("), [(Apostrophe, "'"), (Word, "t"), (Open('('), "(")]);
        assert_eq!(kinds("''"), [(Apostrophe, "'"), (Apostrophe, "'")]);
    }

    #[test]
    fn names_and_prefixes_are_told_apart() {
        use Kind::*;
        assert_eq!(kinds("xr\"a\" broom r"), [(Word, "xr"), (Text, "\"a\""), (Word, "broom"), (Word, "r")]);
        assert_eq!(kinds("Straße élan"), [(Word, "Straße"), (Word, "élan")]);
        assert_eq!(kinds("+ -inf .5"), [(Other('+'), "+"), (Number, "-inf"), (Number, ".5")]);
    }
}
