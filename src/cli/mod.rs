//! The command line: one file a subcommand. Exit codes: 0 done, 1 errors found or failure, 2 wrong usage.

mod argue;
mod bare;
mod check;
mod compare;
mod copy;
mod diff;
mod explain;
mod failure;
mod fmt;
mod fork;
mod from;
mod gather;
mod glossary;
mod kit;
mod law;
mod learner;
mod list;
mod new;
mod open;
mod output;
mod pack;
mod picture;
mod play;
mod precedent;
mod procedure;
mod profile;
mod quiz;
mod replay;
mod report;
mod saves;
mod seats;
mod simulate;
mod test;
mod translate;
mod unpack;
mod upgrade;
mod view;
mod window;

use crate::lang::{Language, Words};
use crate::model::Reading;
use clap::{Parser, Subcommand, ValueEnum};
use failure::Failure;
use std::process::ExitCode;

/// What a command comes to.
type Done = Result<(), Failure>;

const EXAMPLES: &str = "\
Examples:
  comity                            open the window
  comity list                       what there is to play
  comity play NAME --text           play in the terminal
  comity simulate NAME --games 1000 let bots play a thousand matches
  comity new                        begin a dispute of your own
  comity check my-scenario.ron      look for mistakes in a scenario
  comity fmt my-scenario.ron        lay it out well
  comity translate my-scenario.ron de
                                    put it into another language
  comity pack my-scenario.ron -o my.comity
                                    put it and its law packs into one file
  comity precedent decide BASE.ron --facts A,B
                                    ask a case base of your own
  comity law bound --court sdny --on 2017-02-01
                                    what bound a court on a day
  comity argue debate.tgf           which arguments survive attack

A scenario is named as `comity list` shows it, or by the path of its file.
Exit codes: 0 done, 1 errors found or failure, 2 wrong usage.";

/// A teaching game about data sovereignty: data in one country, a company in a second, a suspect in a third. Whose law
/// decides?
///
/// Without a command, Comity opens its window; where there is no display it starts the text game, and where there is no
/// terminal either, it lets bots play a match and prints it.
#[derive(Debug, Parser)]
#[command(name = "comity", version, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// Language of the program, this help apart; `COMITY_LANG` does the same
    #[arg(long, global = true, value_name = "TAG", value_parser = language)]
    lang: Option<Language>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Play(play::Play),
    List(list::List),
    New(new::New),
    Copy(copy::Copy),
    Check(check::Check),
    Fmt(fmt::Fmt),
    Explain(explain::Explain),
    Test(test::Test),
    Pack(pack::Pack),
    Unpack(unpack::Unpack),
    Translate(translate::Translate),
    Upgrade(upgrade::Upgrade),
    Simulate(simulate::Simulate),
    Replay(replay::Replay),
    Fork(fork::Fork),
    Compare(compare::Compare),
    Precedent(precedent::Precedent),
    Argue(argue::Argue),
    Law(law::Law),
    View(view::View),
    Picture(picture::Picture),
    Report(report::Report),
    Kit(kit::Kit),
    Procedure(procedure::Procedure),
    Glossary(glossary::Lookup),
    Quiz(quiz::Quiz),
    Profile(profile::Profile),
}

/// Which of the two wordings.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Wording {
    /// Everyday words.
    #[default]
    Plain,
    /// Legal terms and citations.
    Full,
}

impl From<Wording> for Reading {
    fn from(wording: Wording) -> Self {
        match wording {
            Wording::Plain => Self::Plain,
            Wording::Full => Self::Full,
        }
    }
}

/// A language by its tag.
fn language(tag: &str) -> Result<Language, String> {
    Language::named(tag).ok_or_else(|| {
        let all: Vec<&str> = Language::all().map(Language::tag).collect();
        format!(
            "Comity speaks: {}. A dispute in another language is a file of its own: comity play town.{tag}.ron, or \
             town.comity/town.{tag}.ron in a package",
            all.join(", ")
        )
    })
}

/// Runs the command line of this process.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let asked = arguments.lang.or_else(Language::of_program);
    let words = asked.or_else(Language::of_system).unwrap_or_default().words();
    let done = match arguments.command {
        None => bare::run(words, asked),
        Some(Command::Play(play)) => play.run(words, asked),
        Some(Command::List(list)) => list.run(words),
        Some(Command::New(new)) => new.run(words),
        Some(Command::Copy(copy)) => copy.run(words),
        Some(Command::Check(check)) => check.run(words),
        Some(Command::Fmt(fmt)) => fmt.run(words),
        Some(Command::Explain(explain)) => explain.run(words),
        Some(Command::Test(test)) => test.run(words),
        Some(Command::Pack(pack)) => pack.run(words),
        Some(Command::Unpack(unpack)) => unpack.run(words),
        Some(Command::Translate(translate)) => translate.run(words),
        Some(Command::Upgrade(upgrade)) => upgrade.run(words),
        Some(Command::Simulate(simulate)) => simulate.run(words),
        Some(Command::Replay(replay)) => replay.run(words),
        Some(Command::Fork(fork)) => fork.run(words),
        Some(Command::Compare(compare)) => compare.run(words),
        Some(Command::Precedent(precedent)) => precedent.run(words),
        Some(Command::Argue(argue)) => argue.run(words),
        Some(Command::Law(law)) => law.run(words),
        Some(Command::View(view)) => view.run(words),
        Some(Command::Picture(picture)) => picture.run(words),
        Some(Command::Report(report)) => report.run(words),
        Some(Command::Kit(kit)) => kit.run(words),
        Some(Command::Procedure(procedure)) => procedure.run(words),
        Some(Command::Glossary(lookup)) => lookup.run(words),
        Some(Command::Quiz(quiz)) => quiz.run(words),
        Some(Command::Profile(profile)) => profile.run(words),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
