//! `comity explain`

use super::failure::Failure;
use super::{Done, Words, output};
use crate::diagnostic::manual::{self, Page};
use crate::syntax::did_you_mean;
use clap::Args;
use std::fmt::Write as _;

/// Explain a finding of `comity check`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity explain            list every code
  comity explain L103       what it means, why it matters, how to mend it, how to allow it")]
pub struct Explain {
    /// Code, as it stands in brackets before a finding
    code: Option<String>,
}

impl Explain {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        let pages = manual::pages();
        let Some(code) = self.code else {
            let line = |p: &Page| format!("{}  {:<7}  {}\n", p.code, p.severity.as_str(), p.title);
            return Ok(output::print(&pages.iter().map(line).collect::<String>())?);
        };
        let Some(page) = manual::page(&code) else {
            let near = did_you_mean(&code, pages.iter().map(|p| p.code)).unwrap_or_default();
            let about = [("code", code.as_str().into()), ("near", near.into())];
            return Err(Failure::Usage(words.ui_with(if near.is_empty() { "cli-no-code" } else { "cli-no-code-near" }, &about)));
        };
        Ok(output::print(&as_text(page))?)
    }
}

/// A page for the terminal: examples are indented, marks of emphasis left out.
fn as_text(page: Page) -> String {
    let mut out = format!("{} ({}): {}\n\n", page.code, page.severity.as_str(), page.title);
    let mut example = false;
    for line in page.body.lines() {
        if line.starts_with("```") {
            example = !example;
        } else if line.is_empty() {
            out.push('\n');
        } else if example {
            let _ = writeln!(out, "    {line}");
        } else {
            let _ = writeln!(out, "{}", line.replace("**", ""));
        }
    }
    let _ = writeln!(out, "\nAllow. {}", page.allowing());
    out
}
