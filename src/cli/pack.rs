//! `comity pack`

use super::failure::Failure;
use super::output::remark;
use super::{Done, Words, open, output};
use crate::diagnostic::Source;
use crate::play;
use crate::scenario::{self, MOST_BYTES, catalog, package};
use crate::sim;
use crate::syntax::read::read_source;
use clap::Args;
use std::path::{Path, PathBuf};

/// Put a scenario, its own law packs and its licence into one file
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity pack my-scenario.ron -o my-scenario.comity
  comity pack my-scenario.ron -o my-scenario.comity --licence CC-BY-4.0
  comity play my-scenario.comity

The scenario has to be free of errors. Law packs that ship with Comity are not put in: everybody has them. A file LICENCE.txt
or LICENSE.txt beside the scenario goes in. Everything is named in a list with its hash, so that a changed package is noticed.")]
pub struct Pack {
    /// Scenario: the path of a file, or a name from `comity list`
    scenario: String,
    /// File to write
    #[arg(short, long, value_name = "FILE.comity")]
    output: PathBuf,
    /// Replace the file if it is there already
    #[arg(long)]
    force: bool,
    /// Licence under which it may be passed on, by its short name
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
    licence: String,
}

/// What the words of a licence may be called beside a scenario.
const LICENCES: [&str; 4] = [package::LICENCE, "LICENSE.txt", "LICENCE", "LICENSE"];

impl Pack {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        let path = Path::new(&self.scenario);
        let shown = self.output.display().to_string();
        if self.output.extension().is_none_or(|e| e != package::EXTENSION) {
            return Err(Failure::Usage(words.ui_with("cli-pack-name", &[("path", shown.into())])));
        }
        if self.output.exists() && !self.force {
            return Err(Failure::Message(words.ui_with("cli-pack-exists", &[("path", shown.into())])));
        }
        let shipped = catalog::scenario(&self.scenario).filter(|_| !path.exists());
        let folder = path.parent().filter(|_| shipped.is_none());
        let source = match shipped {
            Some(source) => source,
            None => read_source(path, MOST_BYTES).map_err(|fault| Failure::Findings(vec![fault]))?,
        };
        if let Some(original) = scenario::translation_of(path) {
            let told = [("path", self.scenario.as_str().into()), ("original", original.display().to_string().into())];
            return Err(Failure::Usage(words.ui_with("cli-pack-translation", &told)));
        }
        let beside = folder.and_then(|folder| LICENCES.iter().map(|name| folder.join(name)).find(|path| path.is_file()));
        let licence = match beside {
            Some(path) => Some(read_source(&path, MOST_BYTES).map_err(|fault| Failure::Findings(vec![fault]))?),
            None => None,
        };
        if self.licence.is_empty() && licence.is_none() {
            remark(&words.ui("cli-pack-no-licence"));
        }
        if let Ok(scenario) = open::scenario(&self.scenario) {
            let fails = scenario.tests.iter().filter(|test| !sim::carry_out(&scenario, test).misses.is_empty()).count();
            if fails > 0 {
                let told = [("count", fails.into()), ("path", self.scenario.as_str().into())];
                remark(&words.ui_with("cli-pack-tests", &told));
            }
        }
        let packed =
            package::pack(&source, folder, &self.licence, licence.as_ref().map(Source::text)).map_err(Failure::Findings)?;
        let bytes = packed.to_bytes().map_err(|error| Failure::Message(format!("{shown}: {error}")))?;
        // What is written must be readable: it is held to the same limits here.
        package::Package::from_bytes(&shown, &bytes).map_err(Failure::Findings)?;
        play::save(&self.output, &bytes).map_err(|error| Failure::Message(format!("{shown}: {error}")))?;
        let told = [("path", shown.into()), ("files", packed.files().count().into()), ("bytes", bytes.len().into())];
        output::print(&(words.ui_with("cli-packed", &told) + "\n"))?;
        Ok(())
    }
}
