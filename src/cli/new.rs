//! `comity new`

use super::failure::Failure;
use super::{Done, Words, output};
use crate::play;
use crate::scenario::template::{Template, slug};
use clap::{Args, ValueEnum};
use std::collections::BTreeMap;
use std::io::{self, BufRead, Read};
use std::path::{Path, PathBuf};

/// Begin a dispute of your own: a few questions, then a file that can be played
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity new
  comity new harbour-case
  comity new cases/harbour-case.ron --template warrant

Without --template you are asked who wants what, from whom, where it is, and whose law. Enter takes what stands in [ ].
The questions can be answered from a pipe as well, a line each. A file that is there already is not touched.")]
pub struct New {
    /// Id of the dispute, or the path of its file
    name: Option<String>,
    /// Dispute to begin from, without questions
    #[arg(long, value_enum, value_name = "KIND")]
    template: Option<Kind>,
}

/// What kind of dispute.
#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum Kind {
    /// The smallest that can be played.
    Blank,
    /// An order for data.
    Warrant,
    /// Data sent abroad.
    Transfer,
    /// An order to remove something everywhere.
    Removal,
}

impl Kind {
    const ALL: [Self; 4] = [Self::Warrant, Self::Transfer, Self::Removal, Self::Blank];

    const fn name(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Warrant => "warrant",
            Self::Transfer => "transfer",
            Self::Removal => "removal",
        }
    }
}

/// Characters of an answer that are kept.
const LONGEST: usize = 200;

impl New {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        let given = self.name.as_deref().map(|name| id_of(name, words)).transpose()?;
        // Whether the file is free is known before anybody answers questions.
        if let Some((path, _)) = &given {
            refuse_if_there(path, words)?;
        }
        let mut answers = BTreeMap::new();
        let kind = match self.template {
            Some(kind) => kind,
            None => interview(&mut answers, words)?,
        };
        let template = Template::named(kind.name()).ok_or_else(|| Failure::Message(format!("no template {}", kind.name())))?;
        let (path, id) = given.unwrap_or_else(|| {
            let id = answers.get("title").and_then(|title| slug(title));
            let standing = template.words.iter().find(|(word, _)| *word == "id").map_or("dispute", |(_, id)| id);
            let id = id.unwrap_or_else(|| standing.to_owned());
            (PathBuf::from(format!("{id}.ron")), id)
        });
        refuse_if_there(&path, words)?;
        answers.insert("id", id);
        let shown = path.display().to_string();
        play::save(&path, template.fill(&answers)).map_err(|error| Failure::Message(format!("{shown}: {error}")))?;
        output::print(&(words.ui_with("cli-new-written", &[("path", shown.into())]) + "\n"))?;
        Ok(())
    }
}

/// The file and the id that a name stands for.
fn id_of(name: &str, words: &Words) -> Result<(PathBuf, String), Failure> {
    let path = if Path::new(name).extension().is_some_and(|e| e == "ron") { name.into() } else { format!("{name}.ron") };
    let path = PathBuf::from(path);
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    match slug(&stem) {
        Some(id) if id == stem => Ok((path, id)),
        near => {
            let near = near.unwrap_or_else(|| "my-dispute".into());
            Err(Failure::Usage(words.ui_with("cli-new-no-id", &[("name", stem.into()), ("near", near.into())])))
        }
    }
}

fn refuse_if_there(path: &Path, words: &Words) -> Done {
    if path.symlink_metadata().is_err() {
        return Ok(());
    }
    Err(Failure::Message(words.ui_with("cli-exists", &[("path", path.display().to_string().into())])))
}

/// Asks for the kind of dispute and for every word its template leaves open.
fn interview(answers: &mut BTreeMap<&'static str, String>, words: &Words) -> Result<Kind, Failure> {
    let mut input = io::stdin().lock();
    output::print(&(words.ui("cli-new-hello") + "\n\n"))?;
    for (i, kind) in Kind::ALL.into_iter().enumerate() {
        output::print(&format!("  {}  {}\n", i + 1, words.ui(&format!("cli-new-{}", kind.name()))))?;
    }
    let kind = loop {
        let said = ask(&words.ui("cli-new-kind"), "1", &mut input)?;
        let known = Kind::ALL.into_iter().enumerate().find(|(i, kind)| said == (i + 1).to_string() || said == kind.name());
        match known {
            Some((_, kind)) => break kind,
            None => output::print(&(words.ui("cli-new-which") + "\n"))?,
        }
    };
    let template = Template::named(kind.name()).map(|template| template.words).unwrap_or_default();
    for (word, default) in template.into_iter().filter(|(word, _)| *word != "id") {
        let said = ask(&words.ui(&format!("cli-new-{word}")), default, &mut input)?;
        answers.insert(word, said);
    }
    Ok(kind)
}

/// Asks one question; an empty line, or the end of the input, takes what stands in for the answer.
fn ask(question: &str, default: &str, input: &mut impl BufRead) -> Result<String, Failure> {
    /// Bytes of a line that are read; the rest of a longer one is passed over.
    const LINE_MAX: u64 = 4096;
    output::print(&format!("{question} [{default}] "))?;
    let mut line = Vec::new();
    input.by_ref().take(LINE_MAX).read_until(b'\n', &mut line)?;
    if !line.is_empty() && !line.ends_with(b"\n") {
        input.skip_until(b'\n')?;
    }
    let said: String = String::from_utf8_lossy(&line).trim().chars().take(LONGEST).collect();
    Ok(if said.is_empty() { default.to_owned() } else { said })
}
