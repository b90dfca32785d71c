//! `comity check`

use super::failure::Failure;
use super::{Done, Words, gather, open, output};
use crate::bots;
use crate::diagnostic::{Diagnostic, Severity, Span, render_github, render_json, render_text, sort};
use crate::learn;
use crate::model::{Reading, Scenario};
use crate::scenario::{self, Checked, catalog};
use crate::sim::Seats;
use crate::syntax::parse;
use clap::{Args, ValueEnum};
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Look for mistakes in scenarios and law packs
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity check my-scenario.ron
  comity check scenarios assets/law
  comity check scenarios --format json > findings.json
  comity check scenarios --format github --deny warnings
  comity explain L103

In a folder every file that ends in .ron is checked, in folders below it too; saved matches and themes are left out. With a
scenario its translations are checked too.
Warnings and hints alone leave the exit code at 0, unless --deny warnings is given. `// allow L103: the reason` above an
item lets a warning or a hint stand.")]
pub struct Check {
    /// Files or folders
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How to show what was found
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// What else counts as an error
    #[arg(long, value_enum, value_name = "WHAT")]
    deny: Option<Deny>,
}

#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum Format {
    /// Text with the line at fault.
    Human,
    /// One JSON array of all findings.
    Json,
    /// Remarks beside the lines of a change, as GitHub's workflows read them.
    Github,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Deny {
    /// Warnings.
    Warnings,
}

/// From how many files on progress is shown.
const MANY: usize = 8;

impl Check {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        let (mut files, mut found) = (Vec::new(), Vec::new());
        for path in &self.paths {
            gather::files(path, &mut files, &mut found);
        }
        // Whoever changes the original is told which translations no longer fit.
        files.extend(scenario::translations(&self.paths).into_iter().filter(|t| !self.paths.contains(t)));
        let style = output::style(&std::io::stdout());
        let mut text = render_text(&found, style);
        let bar = (files.len() >= MANY).then(|| output::progress(String::new(), files.len()));
        let checked: Vec<Vec<Diagnostic>> = files
            .par_iter()
            .map(|file| {
                let found = check(file);
                if let Some(bar) = &bar {
                    bar.inc(1);
                }
                found
            })
            .collect();
        for (file, of_file) in files.iter().zip(checked) {
            let (errors, warnings) = (count(&of_file, Severity::Error), count(&of_file, Severity::Warning));
            text.push_str(&render_text(&of_file, style));
            let name = ("file", file.display().to_string().into());
            text.push_str(&if of_file.is_empty() {
                words.ui_with("cli-check-clean", &[name])
            } else {
                words.ui_with("cli-check-found", &[name, ("errors", errors.into()), ("warnings", warnings.into())])
            });
            text.push('\n');
            found.extend(of_file);
        }
        if let Some(bar) = bar {
            bar.finish_and_clear();
        }
        // Two scenarios may share a law pack: what is wrong in it counts once.
        sort(&mut found);
        let (errors, warnings) = (count(&found, Severity::Error), count(&found, Severity::Warning));
        match self.format {
            Format::Json => output::print(&render_json(&found))?,
            Format::Github => output::print(&render_github(&found))?,
            Format::Human => {
                if files.len() > 1 {
                    let counts = [("files", files.len().into()), ("errors", errors.into()), ("warnings", warnings.into())];
                    text.push_str(&words.ui_with("cli-check-total", &counts));
                    text.push('\n');
                }
                output::print(&text)?;
            }
        }
        let denied = self.deny.is_some() && warnings > 0;
        if errors > 0 || denied { Err(Failure::Said) } else { Ok(()) }
    }
}

fn count(found: &[Diagnostic], severity: Severity) -> usize {
    found.iter().filter(|d| d.severity == severity).count()
}

/// Checks a file, or a scenario that ships if no such file exists; a worked example is played as well.
fn check(path: &Path) -> Vec<Diagnostic> {
    let slug = path.to_str().filter(|s| !path.exists() && catalog::scenario(s).is_some());
    let checked = match slug.map(scenario::open) {
        None => scenario::examine(path),
        Some(Ok(loaded)) => Checked { found: loaded.remarks, scenario: Some(loaded.scenario) },
        Some(Err(found)) => Checked { found, scenario: None },
    };
    let mut found = checked.found;
    if let (Some(name), Some(s)) = (path.to_str(), checked.scenario) {
        played(name, &s, &mut found);
    }
    found
}

/// What only shows when it is tried: the steps of a worked example, the bots of a test.
fn played(name: &str, s: &Arc<Scenario>, found: &mut Vec<Diagnostic>) {
    let refused = learn::refused(s);
    let no_bots = s.tests.iter().enumerate().find(|(_, t)| Seats::parse(s, &t.bots).is_err());
    if refused.is_none() && no_bots.is_none() {
        return;
    }
    let source = open::source(name);
    let tree = parse(&source).root;
    let mut put = |d: Diagnostic, at: Option<Span>| found.push(at.into_iter().fold(d, Diagnostic::at));
    if let Some((step, refusal)) = refused {
        let why = Words::english().say(s, Reading::Full, &refusal.say(s));
        let message = format!("step {} of the worked example is refused: {why}", step + 1);
        let d = Diagnostic::error("L109", &source, message).with_help("every step must be open to its seat when it comes");
        put(d, tree.as_ref().and_then(|t| t.get("worked")?.index(step)).map(|n| n.span));
    }
    if let Some((i, test)) = no_bots {
        let message = format!("`{}` names a bot or a seat that there is not", test.bots);
        let d = Diagnostic::error("T004", &source, message);
        let help = format!("the bots: {}; write `bots: \"cautious, SEAT=bold\"`", bots::NAMES.join(", "));
        put(d.with_help(help), tree.as_ref().and_then(|t| t.get("tests")?.index(i)?.get("bots")).map(|n| n.span));
    }
}
