//! `comity replay`

use super::failure::Failure;
use super::output::{print, remark};
use super::{Done, Wording, Words, saves};
use crate::lang;
use crate::model::{Arg, CourtIx, Date, Reading, Say};
use crate::play::Match;
use crate::play::{self, hex};
use crate::report;
use crate::seat::{LawInPlay, dockets};
use crate::syntax::did_you_mean;
use clap::Args;
use std::path::PathBuf;

/// Print a saved match as a playthrough, or verify it
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity replay match.ron
  comity replay match.ron --to 20
  comity replay match.ron --actions
  comity replay match.ron --verify
  comity replay match.ron --bound sdny --on 2017-02-01

--bound answers from the law of the match: what bound a court on its question on a day (left out: at the end).
--verify plays the match again: every action must be allowed, and if the match is over, it must end in the state
the file records. A file that was cut off is used up to its last complete action, and standard error says so.")]
pub struct Replay {
    /// Saved match
    file: PathBuf,
    /// Play it again and compare instead of printing it
    #[arg(long, conflicts_with = "to")]
    verify: bool,
    /// Stop after this many actions
    #[arg(long, value_name = "K")]
    to: Option<usize>,
    /// Number the actions, as `comity fork --at` counts them, instead of telling what came of them
    #[arg(long, conflicts_with_all = ["verify", "bound"])]
    actions: bool,
    /// Say what bound a court (its id in the law pack) instead of printing the match
    #[arg(long, value_name = "COURT", conflicts_with = "verify")]
    bound: Option<String>,
    /// The day --bound asks about
    #[arg(long, value_name = "DATE", requires = "bound", value_parser = Date::parse)]
    on: Option<Date>,
    /// Wording
    #[arg(long, value_enum, default_value_t)]
    wording: Wording,
}

impl Replay {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        let saved = saves::read(&self.file, words)?;
        let mut game = saved.play(&self.file, self.to, words)?;
        let (played, all) = (game.actions().len(), saved.record.actions.len());
        if self.verify {
            let actions = ("actions", played.into());
            let Some(recorded) = saved.record.digest.as_ref().filter(|_| !saved.cut) else {
                print(&format!("{}\n", words.ui_with("cli-verified", &[actions])))?;
                return Ok(());
            };
            let replayed = hex(&game.digest());
            if *recorded != replayed {
                let both = [("recorded", recorded.as_str().into()), ("replayed", replayed.into())];
                return Err(Failure::Message(words.ui_with("cli-digest-differs", &both)));
            }
            print(&format!("{}\n", words.ui_with("cli-verified-digest", &[actions, ("digest", replayed.into())])))?;
            return Ok(());
        }
        let level = self.wording.into();
        if let Some(court) = &self.bound {
            return bound(&mut game, court, self.on, level, words);
        }
        let told = if self.actions { play::actions(&game, words, level) } else { play::text(&game, words, level) };
        print(told.trim_start())?;
        if played < all {
            remark(&words.ui_with("cli-shown-to", &[("to", played.into()), ("actions", all.into())]));
        }
        if game.over().is_none() {
            let s = std::sync::Arc::clone(game.scenario());
            let waiting = game.awaited();
            let waiting: Vec<&str> = waiting.iter().map(|seat| s.seats[seat.ix()].name.at(level)).collect();
            let round = game.clock().round;
            remark(&words.ui_with("cli-not-over", &[("round", round.into()), ("seats", words.list(&waiting).into())]));
        }
        Ok(())
    }
}

/// What bound a court, on the question of each case before it, on a day.
fn bound(game: &mut Match, court: &str, on: Option<Date>, level: Reading, words: &Words) -> Done {
    let s = std::sync::Arc::clone(game.scenario());
    let known = s.law.courts.iter().position(|c| c.id == court);
    let Some(ix) = known.map(CourtIx::new) else {
        let dockets = dockets(&s);
        let ids: Vec<&str> = dockets.iter().map(|(_, court)| s.law.court(*court).id.as_str()).collect();
        let near = did_you_mean(court, s.law.courts.iter().map(|c| c.id.as_str()));
        let message = match near {
            Some(near) => words.ui_with("cli-no-court-near", &[("court", court.into()), ("near", near.into())]),
            None => words.ui_with("cli-no-court", &[("court", court.into()), ("courts", words.list(&ids).into())]),
        };
        return Err(Failure::Message(message));
    };
    let position = game.position();
    let law = LawInPlay::of(&s, position.holdings.iter(), &position.fallen);
    let day = on.unwrap_or(position.clock.date);
    let mut asked = Vec::new();
    let mut out = String::new();
    for (i, case) in s.cases.iter().enumerate() {
        if asked.contains(&case.question) {
            continue;
        }
        asked.push(case.question);
        let by = report::bound(&s, &law, crate::model::CaseIx::new(i), ix, day);
        let say = Say::new(if by.is_empty() { "cli-bound-nothing" } else { "cli-bound" })
            .with("date", Arg::Day(day))
            .with("court", Arg::Court(ix))
            .with("question", Arg::Verbatim(s.law.questions[case.question.ix()].text.clone()));
        let say = match lang::law::authorities(&by) {
            Some(all) => say.with("holdings", Arg::Say(Box::new(all))),
            None => say,
        };
        out.push_str(&words.say(&s, level, &say));
        out.push('\n');
    }
    print(&out)?;
    Ok(())
}
