//! `comity check`

use super::failure::Failure;
use super::{Done, Words, output};
use crate::diagnostic::{Diagnostic, Severity, Source, codes, render_json, render_text, sort};
use crate::learn;
use crate::model::Reading;
use crate::scenario::{self, catalog};
use crate::syntax::{parse, read::read_source};
use clap::{Args, ValueEnum};
use std::fs;
use std::path::{Path, PathBuf};

/// Look for mistakes in scenarios and law packs
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity check my-scenario.ron
  comity check scenarios assets/law
  comity check scenarios --format json > findings.json

In a folder every file that ends in .ron is checked, in folders below it too; saved matches and themes are left out.
Warnings and hints alone leave the exit code at 0, unless --deny warnings is given.")]
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
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Deny {
    /// Warnings.
    Warnings,
}

/// From how many files on progress is shown.
const MANY: usize = 8;

/// What a saved match begins with.
const MATCH: &str = "Match";

/// Colours and sizes of the window, which stand in a folder beside the law.
const THEME: &str = "theme.ron";

impl Check {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        let (mut files, mut found) = (Vec::new(), Vec::new());
        for path in &self.paths {
            gather(path, &mut files, &mut found);
        }
        let style = output::style(&std::io::stdout());
        let mut text = render_text(&found, style);
        let bar = (files.len() >= MANY).then(|| output::progress(String::new(), files.len()));
        for file in &files {
            let of_file = check(file);
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
            if let Some(bar) = &bar {
                bar.inc(1);
            }
        }
        if let Some(bar) = bar {
            bar.finish_and_clear();
        }
        // Two scenarios may share a law pack: what is wrong in it counts once.
        sort(&mut found);
        let (errors, warnings) = (count(&found, Severity::Error), count(&found, Severity::Warning));
        match self.format {
            Format::Json => output::print(&render_json(&found))?,
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
    let mut found = check_text(path);
    if found.iter().all(|d| d.severity != Severity::Error)
        && let Some(name) = path.to_str()
        && let Ok(loaded) = scenario::open(name)
        && let Some((step, refusal)) = learn::refused(&loaded.scenario)
    {
        let source = catalog::scenario(name).filter(|_| !path.exists()).or_else(|| read_source(path, scenario::MOST_BYTES).ok());
        let source = source.unwrap_or_else(|| Source::new(name, ""));
        let why = Words::english().say(&loaded.scenario, Reading::Full, &refusal.say(&loaded.scenario));
        let message = format!("step {} of the worked example is refused: {why}", step + 1);
        let tree = parse(&source).root;
        let span = tree.as_ref().and_then(|t| t.get("worked")).and_then(|n| n.index(step)).map(|n| n.span);
        let found_here =
            Diagnostic::error("L109", &source, message).with_help("every step must be open to its seat when it comes");
        found.push(match span {
            Some(span) => found_here.at(span),
            None => found_here,
        });
    }
    found
}

fn check_text(path: &Path) -> Vec<Diagnostic> {
    let slug = path.to_str().filter(|s| !path.exists() && catalog::scenario(s).is_some());
    match slug {
        Some(slug) => scenario::open(slug).map_or_else(|found| found, |loaded| loaded.remarks),
        None => scenario::check(path),
    }
}

/// The files a path stands for. Links to folders are not followed, so that no circle of them is walked.
fn gather(path: &Path, files: &mut Vec<PathBuf>, found: &mut Vec<Diagnostic>) {
    if !path.is_dir() {
        files.push(path.to_owned());
        return;
    }
    let about = Source::new(path.display().to_string(), "");
    let before = files.len();
    walk(path, files, found);
    if files.len() == before && found.is_empty() {
        let none = Diagnostic::error(codes::UNREADABLE, &about, "this folder holds no file that ends in .ron");
        found.push(none.with_help("name the file, or the folder that holds it"));
    }
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>, found: &mut Vec<Diagnostic>) {
    let mut entries: Vec<fs::DirEntry> = match fs::read_dir(folder) {
        Ok(entries) => entries.flatten().collect(),
        Err(error) => {
            let about = Source::new(folder.display().to_string(), "");
            let closed = Diagnostic::error(codes::UNREADABLE, &about, "this folder cannot be read");
            found.push(closed.with_help(format!("the system says: {error}")));
            return;
        }
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if entry.file_type().is_ok_and(|t| t.is_dir()) {
            walk(&path, files, found);
        } else if path.extension().is_some_and(|e| e == "ron") && !path.is_dir() && !other_kind(&path) {
            files.push(path);
        }
    }
}

/// Whether a file says of itself that it is something else than a scenario or a law pack.
fn other_kind(path: &Path) -> bool {
    use std::io::Read;
    let mut start = Vec::new();
    let read = path.is_file() && fs::File::open(path).is_ok_and(|f| f.take(4096).read_to_end(&mut start).is_ok());
    let text = String::from_utf8_lossy(&start);
    let first = text.lines().map(str::trim).find(|l| !l.is_empty() && !l.starts_with("//") && !l.starts_with("#!"));
    let name = first.and_then(|l| l.split('(').next()).map(str::trim);
    read && name == Some(MATCH) || path.file_name().is_some_and(|n| n == THEME)
}
