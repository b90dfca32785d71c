//! `comity play`

use super::failure::Failure;
use super::output::{at_terminal, remark, width};
use super::window::{Ask, NoWindow};
use super::{Done, Language, Wording, Words, from, learner, open, saves, seats, window};
use crate::model::{Scenario, SeatIx};
use crate::play::{self, GUIDED, Match, PERSON, is_person};
use crate::text::{self, Console, Left, Sitter, Table, Voice};
use clap::Args;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

/// Play a match, in the window or in the terminal
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity play my-scenario.ron
  comity play NAME --text --seat SEAT=human
  comity play NAME --seat SEAT=human --seat OTHER=bot:keen --seed 7
  comity play NAME --text --seat SEAT=human --from STAGE
  comity play --text --resume match.ron

Seats that are not named are played by bot:cautious, in real disputes the parties by bot:history; if no seat is human, you are asked
for one.
The bots: random, cautious, bold, keen (looks ahead), history (does what was really done).
--from looks for a match that comes to the stage, with the bots of the seats and then with random ones, from --seed (or 1) on:
the same call begins at the same position.
The text game saves after every action, to FILE or to a file of its own, which it names; it also reads from a pipe.")]
pub struct Play {
    /// Scenario: a name from `comity list`, or the path of a file
    #[arg(required_unless_present = "resume")]
    scenario: Option<String>,
    /// Who sits at a seat: ID=human or ID=bot:NAME; may be given several times
    #[arg(long = "seat", value_name = "ID=WHO", conflicts_with = "resume")]
    seats: Vec<seats::SeatArg>,
    /// Seed of chance: the same seed and the same moves give the same match
    #[arg(long, value_name = "N", conflicts_with = "resume")]
    seed: Option<u64>,
    /// Length of play, as `comity list` names it: bots play the rounds that are left out
    #[arg(long, value_name = "ID", conflicts_with = "resume")]
    preset: Option<String>,
    /// Decide the big things; a bot does the rest of your seat and says why. Short lengths are meant to be played so and begin so
    #[arg(long, conflicts_with = "resume")]
    guided: bool,
    /// Decide everything at your seat, in a short length too
    #[arg(long, conflicts_with_all = ["resume", "guided"])]
    full: bool,
    /// Start at a stage, in a position that a match of bots has come to
    #[arg(long, value_name = "STAGE", conflicts_with_all = ["resume", "preset"])]
    from: Option<String>,
    /// Play in the terminal
    #[arg(long)]
    text: bool,
    /// File to save the match in
    #[arg(long, value_name = "FILE")]
    save: Option<PathBuf>,
    /// Saved match to go on with
    #[arg(long, value_name = "FILE")]
    resume: Option<PathBuf>,
    /// Wording of the text game
    #[arg(long, value_enum, default_value_t)]
    wording: Wording,
}

impl Play {
    /// Runs the command.
    pub fn run(mut self, words: &Words, language: Option<Language>) -> Done {
        let voice = Voice { words, level: self.wording.into() };
        if let Some(path) = &self.resume {
            let saved = saves::read(path, words)?;
            if let Some(asked) = &self.scenario {
                let asked = open::scenario(asked)?;
                if asked.id != saved.scenario.id {
                    let ids = [("theirs", saved.scenario.id.as_str().into()), ("asked", asked.id.as_str().into())];
                    return Err(Failure::Usage(words.ui_with("cli-wrong-scenario", &ids)));
                }
            }
            let game = saved.play(path, None, words)?;
            let ask = Ask { resume: Some(path.clone()), language, ..Ask::default() };
            if self.windowed(&ask, words)? {
                return Ok(());
            }
            remark(&words.ui_with("cli-resumed", &[("actions", game.actions().len().into())]));
            let file = self.save.or(self.resume);
            return sit(game, &saved.record.scenario, &saved.record.seats, file.as_deref(), voice);
        }
        let name = self.scenario.clone().unwrap_or_default();
        let scenario = match open::scenario(&name) {
            // The window shows what is wrong and goes on once the file is mended.
            Err(broken) if !self.text && Path::new(&name).is_file() => {
                let ask = Ask { scenario: Some(name), language, ..Ask::default() };
                return if self.windowed(&ask, words)? { Ok(()) } else { Err(broken) };
            }
            scenario => scenario?,
        };
        let (mut named, ask) = seats::resolve(&scenario, &self.seats, words)?;
        let preset = self.preset.as_deref().map(|id| open::preset(&scenario, id, words)).transpose()?;
        self.guided |= preset.is_some_and(|p| p.guided) && !self.full;
        if self.guided {
            named.iter_mut().filter(|(_, who)| who == PERSON).for_each(|(_, who)| GUIDED.clone_into(who));
        }
        if let Some(preset) = preset {
            seats::fill(&scenario, preset, &self.seats, &mut named);
        }
        if let Some(stage) = self.from.clone() {
            return self.start_from(&stage, &scenario, &name, named, ask, voice, language);
        }
        let nobody = !ask && named.iter().all(|(_, who)| !is_person(who));
        let explicit = if self.seats.is_empty() { Vec::new() } else { named.clone() };
        let with = Ask {
            scenario: Some(name.clone()),
            seats: explicit,
            seed: self.seed,
            language,
            preset: self.preset.clone(),
            resume: None,
        };
        if !nobody && self.windowed(&with, words)? {
            return Ok(());
        }
        start(
            &scenario,
            &name,
            named,
            ask,
            How { seed: self.seed, preset: self.preset, guided: self.guided, save: self.save },
            voice,
        )
    }

    /// Starts at a stage: in the window, which goes on with the match as saved, or in the terminal.
    #[expect(clippy::too_many_arguments, reason = "what `run` has found out so far")]
    fn start_from(
        self,
        stage: &str,
        scenario: &Arc<Scenario>,
        name: &str,
        mut seats: Vec<(String, String)>,
        ask: bool,
        voice: Voice<'_>,
        language: Option<Language>,
    ) -> Done {
        let words = voice.words;
        let at = from::stage(scenario, stage, words)?;
        if ask {
            match asked_for(scenario, voice)? {
                Some(seat) => (if self.guided { GUIDED } else { PERSON }).clone_into(&mut seats[seat.ix()].1),
                None => return Ok(()),
            }
        }
        let (mut game, seed) = from::position(scenario, &seats, self.seed.unwrap_or(1), at, words)?;
        let actions = game.actions().len();
        let told = [("name", stage.into()), ("seed", seed.to_string().into()), ("actions", actions.into())];
        remark(&words.ui_with("cli-from", &told));
        let reference = saves::reference(name);
        let file = self.save.clone().or_else(|| saves::fresh(&scenario.id, seed));
        if !self.text
            && let Some(path) = &file
        {
            keep(path, &mut game, &reference, &seats).map_err(Failure::Message)?;
            let ask = Ask { resume: Some(path.clone()), language, ..Ask::default() };
            if self.windowed(&ask, words)? {
                return Ok(());
            }
        }
        sit(game, &reference, &seats, file.as_deref(), voice)
    }

    /// Opens the window unless text was asked for; says why if there is none.
    fn windowed(&self, ask: &Ask, words: &Words) -> Result<bool, Failure> {
        if self.text {
            return Ok(false);
        }
        let Err(none) = window::open(ask) else { return Ok(true) };
        remark(&explain(none, words)?);
        Ok(false)
    }
}

/// Why the text game starts instead of the window; fails if there was a window and it ended badly.
pub fn explain(none: NoWindow, words: &Words) -> Result<String, Failure> {
    match none {
        NoWindow::Display => Ok(words.ui("cli-no-display")),
        NoWindow::Other(reason) => Ok(words.ui_with("cli-no-renderer", &[("reason", reason.into())])),
        NoWindow::Ended(reason) => Err(Failure::Message(reason)),
    }
}

/// How a text game is played.
#[derive(Default)]
pub struct How {
    /// Seed; without it, any.
    pub seed: Option<u64>,
    /// Length of play, by the id of a preset.
    pub preset: Option<String>,
    /// Whether the person who is asked for a seat plays guided.
    pub guided: bool,
    /// File to save the match in.
    pub save: Option<PathBuf>,
}

/// Starts a text game; asks for a seat first if `ask` is set.
pub fn start(
    scenario: &Arc<Scenario>,
    name: &str,
    mut seats: Vec<(String, String)>,
    ask: bool,
    how: How,
    voice: Voice<'_>,
) -> Done {
    let seed = how.seed.unwrap_or_else(any_seed);
    if ask {
        match asked_for(scenario, voice)? {
            Some(seat) => (if how.guided { GUIDED } else { PERSON }).clone_into(&mut seats[seat.ix()].1),
            None => return Ok(()),
        }
    }
    let mut game = Match::new(Arc::clone(scenario), seed, seats::pinned(scenario, &seats));
    if let Some(id) = &how.preset {
        game.choose_preset(id);
    }
    remark(&voice.words.ui_with("cli-seed", &[("seed", seed.to_string().into())]));
    let file = how.save.or_else(|| saves::fresh(&scenario.id, seed));
    sit(game, &saves::reference(name), &seats, file.as_deref(), voice)
}

/// The seat a person picks when asked for one; none if they leave.
fn asked_for(scenario: &Scenario, voice: Voice<'_>) -> io::Result<Option<SeatIx>> {
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let screen = io::stdout().is_terminal();
    text::choose_seat(scenario, voice, &mut Console::new(&mut input, &mut output, screen).wide(width()))
}

/// Plays a match at the terminal.
fn sit(game: Match, scenario: &str, seats: &[(String, String)], file: Option<&Path>, voice: Voice<'_>) -> Done {
    let (words, seed) = (voice.words, game.seed());
    let sitter = |(i, (_, who)): (usize, &(String, String))| {
        Sitter::named(who, seed, SeatIx::new(i)).ok_or_else(|| {
            let names = crate::bots::NAMES.join(", ");
            Failure::Message(words.ui_with("cli-no-such-bot", &[("name", who.as_str().into()), ("names", names.into())]))
        })
    };
    let sitters = seats.iter().enumerate().map(sitter).collect::<Result<Vec<_>, _>>()?;
    let keep = Box::new(|game: &mut Match| match file {
        Some(path) => keep(path, game, scenario, seats),
        None => Err(words.ui("text-no-folder")),
    });
    let mut table = Table::new(game, sitters, keep);
    table.guided(seats.iter().any(|(_, who)| who == GUIDED));
    table.learner = Some(learner::open(words));
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let left = text::play(&mut table, voice, &mut Console::new(&mut input, &mut output, at_terminal()).wide(width()))?;
    if let (Some(path), true) = (file, table.kept()) {
        let key = if matches!(left, Left::Over) { "cli-kept-at" } else { "cli-resume-with" };
        remark(&words.ui_with(key, &[("path", path.display().to_string().into())]));
    }
    if left == Left::Stuck { Err(Failure::Said) } else { Ok(()) }
}

fn keep(path: &Path, game: &mut Match, scenario: &str, seats: &[(String, String)]) -> Result<(), String> {
    let text = play::write(game, scenario, seats);
    play::save(path, &text).map_err(|error| format!("{}: {error}", path.display()))
}

/// A seed nobody asked for: short enough to be typed again.
fn any_seed() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::from(now.subsec_nanos()) % 900_000 + 100_000
}
