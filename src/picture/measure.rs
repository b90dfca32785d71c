//! How much room words take. A picture is laid out before a font is known, so letters are counted as wide as they are in the
//! wider of the common faces; a test holds the window's own font against it.

/// Height of a line, in letter heights.
pub const LINE: f32 = 1.3;

/// The width of a letter, in letter heights.
fn letter(c: char) -> f32 {
    match c {
        'i' | 'j' | 'l' | '\'' | '.' | ',' | ':' | ';' | '|' | '!' | '’' => 0.31,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | 'I' | '/' | '“' | '”' | '"' | '·' => 0.42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' | '…' | '→' | '½' => 0.95,
        'A'..='Z' | '&' | '§' => 0.72,
        '0'..='9' => 0.66,
        'a'..='z' | '–' | '−' | '+' => 0.58,
        c if c.is_ascii() => 0.62,
        // What we know nothing of may be a wide script.
        c if c.is_alphabetic() && c < '\u{0530}' => 0.74,
        _ => 1.05,
    }
}

/// The width of a line of text.
#[must_use]
pub fn wide(text: &str, size: f32, strong: bool) -> f32 {
    let plain: f32 = text.chars().map(letter).sum();
    plain * size * if strong { 1.07 } else { 1.0 }
}

/// The height of so many lines.
#[must_use]
pub fn lines_high(lines: usize, size: f32) -> f32 {
    super::real(lines) * size * LINE
}

/// Breaks text into lines of a width, at most so many; what does not fit is left out behind an ellipsis. A word that is too
/// long is broken.
#[must_use]
pub fn wrap(text: &str, size: f32, strong: bool, width: f32, most: usize) -> Vec<String> {
    let fits = |line: &str| wide(line, size, strong) <= width;
    let mut lines: Vec<String> = vec![String::new()];
    let mut put = |word: &str| {
        let Some(last) = lines.last_mut() else { return };
        let longer = if last.is_empty() { word.to_owned() } else { format!("{last} {word}") };
        if fits(&longer) {
            *last = longer;
            return;
        }
        if !last.is_empty() {
            lines.push(String::new());
        }
        for c in word.chars() {
            let Some(last) = lines.last_mut() else { return };
            let mut longer = last.clone();
            longer.push(c);
            if fits(&longer) || last.is_empty() {
                *last = longer;
            } else {
                lines.push(c.to_string());
            }
        }
    };
    text.split_whitespace().for_each(&mut put);
    if lines.len() > most.max(1) {
        lines.truncate(most.max(1));
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && !fits(&format!("{last}…")) {
                last.pop();
            }
            *last = format!("{}…", last.trim_end());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_lose_nothing() {
        let text = "Before the ruling of the magistrate judge, Donaudampfschifffahrtsgesellschaftskapitän asks";
        for width in [40.0, 90.0, 200.0, 900.0] {
            let lines = wrap(text, 13.0, false, width, 99);
            assert!(lines.iter().all(|l| wide(l, 13.0, false) <= width), "{width}: {lines:?}");
            let squeezed = |t: &str| t.replace(' ', "");
            assert_eq!(squeezed(&lines.concat()), squeezed(text));
        }
        let two = wrap(text, 13.0, false, 90.0, 2);
        assert_eq!(two.len(), 2);
        assert!(two[1].ends_with('…') && wide(&two[1], 13.0, false) <= 90.0);
        assert_eq!(wrap("", 13.0, false, 90.0, 2), [""]);
    }
}
