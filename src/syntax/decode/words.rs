//! The decoder's words into an author's.

/// What is needed, from what the decoder says it expected.
pub(super) fn needed(expected: &str) -> String {
    let first = expected.split_whitespace().next().unwrap_or_default();
    let known = match expected {
        "a string" | "string" | "str" | "a borrowed string" | "a str" => "text in quotes",
        "a boolean" | "bool" => "true or false",
        "a character" | "char" => "one character in single quotes",
        "a sequence" | "a set" => "a list in [ ]",
        "a map" => "keys and values in { }",
        "option" | "an option" | "an optional value" => "a value or None",
        "unit" | "a unit value" | "unit struct" => "( )",
        "byte array" | "a byte array" | "bytes" => "bytes",
        "field identifier" | "identifier" => "the name of a field",
        "variant identifier" => "the name of a choice",
        "a floating point number" => "a number",
        "an integer" => "a whole number",
        _ => "",
    };
    if !known.is_empty() {
        return known.to_owned();
    }
    if let Some(range) = whole_number(first) {
        return range.to_owned();
    }
    if matches!(expected, "f32" | "f64") {
        return "a number".to_owned();
    }
    if expected.starts_with("a nonzero") {
        return "a whole number other than 0".to_owned();
    }
    match (first, count(expected)) {
        ("struct", _) => "a group of fields in ( )".to_owned(),
        ("enum", _) => "one of the known choices".to_owned(),
        ("tuple" | "unit", None) => "values in ( )".to_owned(),
        ("tuple", Some(n)) => format!("{n} in ( )", n = values(n)),
        ("a" | "an", Some(n)) if expected.contains("array") || expected.contains("tuple") => values(n),
        _ => plain(expected),
    }
}

/// The bounds of a whole number of one of the machine's kinds.
fn whole_number(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "u8" => "a whole number from 0 to 255",
        "u16" => "a whole number from 0 to 65535",
        "u32" | "u64" | "u128" | "usize" => "a whole number, 0 or more",
        "i8" => "a whole number from -128 to 127",
        "i16" => "a whole number from -32768 to 32767",
        "i32" | "i64" | "i128" | "isize" => "a whole number",
        _ => return None,
    })
}

/// The last number in an expectation such as "a tuple of size 3".
pub(super) fn count(expected: &str) -> Option<usize> {
    expected.split(|c: char| !c.is_ascii_digit()).rfind(|part| !part.is_empty())?.parse().ok()
}

/// "one value", "3 values".
pub(super) fn values(count: usize) -> String {
    match count {
        0 => "no values".to_owned(),
        1 => "one value".to_owned(),
        n => format!("{n} values"),
    }
}

/// A sentence from elsewhere without the words of programmers.
pub(super) fn plain(text: &str) -> String {
    const WORDS: [(&str, &str); 11] = [
        ("data did not match any variant of untagged enum", "none of the forms allowed here fits"),
        ("deserializer", "reader"),
        ("deserialize", "read"),
        ("variants", "choices"),
        ("variant", "choice"),
        ("structs", "groups"),
        ("struct", "group"),
        ("enums", "choices"),
        ("enum", "choice"),
        ("tokens", "pieces"),
        ("token", "piece"),
    ];
    let mut out = text.to_owned();
    for (from, to) in WORDS {
        out = replace_words(&out, from, to);
    }
    out
}

/// Replaces `from` where it stands as words of its own: "structure" stays.
fn replace_words(text: &str, from: &str, to: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(from) {
        let (before, after) = (&rest[..at], &rest[at + from.len()..]);
        let apart = !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
        out.push_str(before);
        out.push_str(if apart { to } else { from });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// A list for advice, cut short where nobody would read on.
pub(super) fn list(words: &[&str]) -> String {
    const SHOWN: usize = 16;
    let mut out = words.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ");
    if words.len() > SHOWN {
        out.push_str(", …");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speaks_plainly() {
        assert_eq!(needed("a string"), "text in quotes");
        assert_eq!(needed("u8"), "a whole number from 0 to 255");
        assert_eq!(needed("struct Seat with 3 elements"), "a group of fields in ( )");
        assert_eq!(needed("enum Role"), "one of the known choices");
        assert_eq!(needed("a tuple of size 3"), "3 values");
        assert_eq!(needed("tuple struct Point with 2 elements"), "2 values in ( )");
        assert_eq!(needed("a date such as 2013-12-04"), "a date such as 2013-12-04");
        assert_eq!(plain("no variant of enum `X`; structure"), "no choice of choice `X`; structure");
    }
}
