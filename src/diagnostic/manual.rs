//! The manual: a page for each code, one file each in `docs/checks`.
//!
//! A page begins `# L103 warning: …` and goes on with what is wrong, why it matters, an example of it and one without. How to
//! allow a finding depends on its severity alone, so it is said here, once.

use super::Severity;
use include_dir::{Dir, include_dir};

static PAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/docs/checks");

/// A page of the manual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// The code it explains.
    pub code: &'static str,
    /// How much such a finding matters.
    pub severity: Severity,
    /// What is wrong, in a line.
    pub title: &'static str,
    /// Everything below the first line, in Markdown.
    pub body: &'static str,
}

impl Page {
    fn read(text: &'static str) -> Option<Self> {
        let (head, body) = text.split_once('\n')?;
        let (about, title) = head.strip_prefix("# ")?.split_once(": ")?;
        let (code, severity) = about.split_once(' ')?;
        let all = [Severity::Error, Severity::Warning, Severity::Hint];
        let severity = all.into_iter().find(|s| s.as_str() == severity)?;
        Some(Self { code, severity, title, body: body.trim() })
    }

    /// How to let a finding of this code stand.
    #[must_use]
    pub fn allowing(&self) -> String {
        match self.severity {
            Severity::Error => "An error is never allowed: the file cannot be used until it is mended.".to_owned(),
            Severity::Warning | Severity::Hint => format!(
                "Write `// allow {}: the reason` above the item or behind it on its line; at the top of the file it speaks for all of it.",
                self.code
            ),
        }
    }
}

/// The page of a code; case does not matter.
#[must_use]
pub fn page(code: &str) -> Option<Page> {
    let file = PAGES.get_file(format!("{}.md", code.to_ascii_uppercase()))?;
    Page::read(file.contents_utf8()?)
}

/// Every page, in the order of the codes.
#[must_use]
pub fn pages() -> Vec<Page> {
    let mut all: Vec<Page> = PAGES.files().filter_map(|f| Page::read(f.contents_utf8()?)).collect();
    all.sort_unstable_by_key(|p| p.code);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_a_page_and_is_named_by_its_code() {
        for file in PAGES.files() {
            let page = Page::read(file.contents_utf8().unwrap()).unwrap_or_else(|| panic!("{:?}", file.path()));
            assert_eq!(file.path().to_str().unwrap(), format!("{}.md", page.code));
            for part in ["**Why.**", "**Wrong**", "**Right**"] {
                assert!(page.body.contains(part), "{}: {part}", page.code);
            }
        }
        assert_eq!(page("s020").map(|p| p.code), Some("S020"));
        assert_eq!(page("S999"), None);
    }
}
