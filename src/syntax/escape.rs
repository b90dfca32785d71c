//! Quoted text as written into the text it stands for, and back.

use std::fmt::Write;
use std::str::Chars;

/// Text as it stands in a file, in quotes; whatever it holds, it ends where it should.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            // What does not show, or turns its neighbours around, is named.
            c if c.is_control()
                || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}') =>
            {
                let _ = write!(out, "{}", c.escape_unicode());
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// The text that a quoted piece stands for, quotes and prefix included in `raw`. What can't be read
/// is left out, and its place (byte offsets in `raw`) goes to `fault`.
pub(super) fn unescape(raw: &str, mut fault: impl FnMut(usize, usize)) -> Box<str> {
    if let Some(body) = raw.strip_prefix('r') {
        let hashes = body.len() - body.trim_start_matches('#').len();
        return body.get(hashes + 1..body.len() - hashes - 1).unwrap_or_default().into();
    }
    let body = raw.get(1..raw.len() - 1).unwrap_or_default();
    if !body.contains('\\') {
        return body.into();
    }
    let mut out = String::with_capacity(body.len());
    let mut chars = body.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        let start = raw.len() - 1 - chars.as_str().len() - 1;
        if escape(&mut chars, &mut out).is_none() {
            let end = raw.len() - 1 - chars.as_str().len();
            fault(start, end.max(start + 1));
        }
    }
    out.into()
}

/// Reads what follows a backslash. None if it is not an escape.
fn escape(chars: &mut Chars<'_>, out: &mut String) -> Option<()> {
    let plain = match chars.next()? {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '0' => '\0',
        c @ ('\\' | '"' | '\'') => c,
        'x' => return bytes(chars, out),
        'u' => code_point(chars)?,
        // A backslash at the end of a line joins it with the next, without the indentation.
        c @ ('\n' | '\r') => {
            if c == '\r' {
                let line_feed = chars.next();
                line_feed.filter(|&c| c == '\n')?;
            }
            let rest = chars.as_str();
            *chars = rest.trim_start_matches([' ', '\t', '\n', '\r']).chars();
            return Some(());
        }
        _ => return None,
    };
    out.push(plain);
    Some(())
}

/// `\x41`, or the UTF-8 bytes of one character as in `\xc3\xa9`; the first `\x` is already read.
fn bytes(chars: &mut Chars<'_>, out: &mut String) -> Option<()> {
    let mut bytes = vec![hex_byte(chars)?];
    loop {
        if let Ok(text) = std::str::from_utf8(&bytes) {
            out.push_str(text);
            return Some(());
        }
        if bytes.len() == 4 {
            return None;
        }
        *chars = chars.as_str().strip_prefix("\\x")?.chars();
        bytes.push(hex_byte(chars)?);
    }
}

fn hex_byte(chars: &mut Chars<'_>) -> Option<u8> {
    let high = chars.next()?.to_digit(16)?;
    let low = chars.next()?.to_digit(16)?;
    u8::try_from(high * 16 + low).ok()
}

/// `{1F600}`: one to six digits; the `\u` is already read.
fn code_point(chars: &mut Chars<'_>) -> Option<char> {
    let body = chars.as_str().strip_prefix('{')?;
    let end = body.bytes().take(7).position(|b| b == b'}')?;
    let value = body[..end].bytes().all(|b| b.is_ascii_hexdigit()).then_some(&body[..end])?;
    let c = char::from_u32(u32::from_str_radix(value, 16).ok()?)?;
    *chars = body[end + 1..].chars();
    Some(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(raw: &str) -> (String, Vec<(usize, usize)>) {
        let mut faults = Vec::new();
        let text = unescape(raw, |start, end| faults.push((start, end)));
        (text.into(), faults)
    }

    #[test]
    fn resolves_what_the_decoder_resolves() {
        let raw = r#""a\n\t\\\"\'\x41\xc3\xa9\u{1F600}\0""#;
        assert_eq!(read(raw), ("a\n\t\\\"'Aé😀\0".into(), vec![]));
        assert_eq!(ron::from_str::<String>(raw).unwrap(), read(raw).0);
        assert_eq!(read("\"a\\\n   b\\\r\n  c\""), ("abc".into(), vec![]));
        assert_eq!(read("r#\"a\\n\"b\"#"), ("a\\n\"b".into(), vec![]));
        assert_eq!(read("r\"\""), (String::new(), vec![]));
    }

    #[test]
    fn any_text_comes_back() {
        let odd = "a\"b\\c\nd\r\t\0\u{202e}é “x” // */ \u{FEFF}😀\u{7f}\u{2028}";
        assert_eq!(read(&quoted(odd)), (odd.into(), vec![]));
        assert_eq!(ron::from_str::<String>(&quoted(odd)).unwrap(), odd);
        assert_eq!(quoted("é \"x\"\n"), r#""é \"x\"\n""#);
    }

    #[test]
    fn points_at_what_it_cannot_read() {
        assert_eq!(read(r#""ä\qb""#), ("äb".into(), vec![(3, 5)]));
        assert_eq!(read(r#""\u{}x""#).1, vec![(1, 3)]);
        assert_eq!(read(r#""\xg""#).1.len(), 1);
        assert_eq!(read(r#""\é""#), (String::new(), vec![(1, 4)]));
    }
}
