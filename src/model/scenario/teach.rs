//! What a scenario teaches, and how that is asked.

use crate::model::{Action, CardIx, Condition, DecisionIx, SeatIx, StageIx, Text};

/// What a learner should take away.
#[derive(Clone, Debug)]
pub struct Objective {
    /// Id.
    pub id: String,
    /// Sentence.
    pub text: Text,
    /// Decisions that exercise it.
    pub decisions: Vec<DecisionIx>,
    /// Exit questions that assess it.
    pub items: Vec<QuizItem>,
    /// Ids of the [`Misconception`]s it speaks to; their questions assess it too.
    pub misconceptions: Vec<String>,
    /// Curriculum code, if any.
    pub standard: String,
}

/// A length of play for a lesson. It says who acts, never what the rules are: in rounds that are not live, bots act for
/// persons, and their actions are ordinary actions of those seats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preset {
    /// Id, as `--preset` takes it.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Minutes in all.
    pub minutes: u16,
    /// Rounds that persons play, from 1, in order.
    pub rounds: Vec<u8>,
    /// Whether it is meant to be played guided; a person may choose otherwise.
    pub guided: bool,
    /// Whether parties played by bots do what was really done, where they can. A court weighs what it hears all the same.
    pub history: bool,
    /// Private cards that are dealt for certain, so that a class has the conflicts its lesson is about.
    pub cards: Vec<(SeatIx, CardIx)>,
    /// Minutes for the brief.
    pub brief: u16,
    /// Minutes for the decisions.
    pub decisions: u16,
    /// Minutes for the debrief.
    pub debrief: u16,
    /// Minutes for the exit questions.
    pub exit: u16,
}

/// The bot, by name, for a seat of a role that nobody plays; `history`: whether parties keep to what was really done, where they can.
#[must_use]
pub const fn stand_in(role: crate::model::Role, history: bool) -> &'static str {
    match role {
        crate::model::Role::Court => "cautious",
        _ if history => "history",
        _ => "cautious",
    }
}

impl Preset {
    /// The bot, by name, for a seat of a role that nobody plays.
    #[must_use]
    pub const fn bot(&self, role: crate::model::Role) -> &'static str {
        stand_in(role, self.history)
    }

    /// Whether persons play a round.
    #[must_use]
    pub fn is_live(&self, round: u8) -> bool {
        self.rounds.contains(&round)
    }
}

/// A question with answers to choose from, of which one is best.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuizItem {
    /// Id.
    pub id: String,
    /// Question.
    pub question: Text,
    /// Answers.
    pub options: Vec<QuizOption>,
    /// Why the best answer is the best.
    pub because: Text,
    /// Citation; empty if invented.
    pub source: String,
}

impl QuizItem {
    /// Position of the best answer.
    #[must_use]
    pub fn best(&self) -> usize {
        // The checker refuses a question without one.
        self.options.iter().position(|o| o.best).unwrap_or(0)
    }
}

/// An answer to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuizOption {
    /// Words.
    pub text: Text,
    /// Whether it is the best answer.
    pub best: bool,
    /// Id of the [`Misconception`] that whoever gives this answer holds.
    pub mistake: Option<String>,
    /// What is to be said to somebody who gives this answer, beside why the best one is best.
    pub because: Text,
}

/// Something that people often get wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misconception {
    /// Id.
    pub id: String,
    /// The mistake, as those who make it would say it.
    pub mistake: Text,
    /// Why it is one.
    pub because: Text,
    /// Citation.
    pub source: String,
    /// Questions that bring it to light.
    pub items: Vec<QuizItem>,
}

/// A step of a worked example: what is done, and why.
#[derive(Clone, Debug)]
pub struct Worked {
    /// Who does it.
    pub seat: SeatIx,
    /// What is done.
    pub action: Action,
    /// Whether the learner chooses first and reads the reason then; the last step may be one.
    pub ask: bool,
    /// Why it is done.
    pub why: Text,
}

/// A test that a scenario carries: a match of bots in which some choices are given, and what must hold at its end.
#[derive(Clone, Debug)]
pub struct Transcript {
    /// What it shows, in a sentence.
    pub name: String,
    /// Seed of the match; of the first that is tried where it begins at a stage.
    pub seed: u64,
    /// The bots, as `comity simulate --bots` takes them.
    pub bots: String,
    /// The stage it begins at; the start of the match if none.
    pub from: Option<StageIx>,
    /// The stage at which it is looked at; the end of the match if none.
    pub until: Option<StageIx>,
    /// Options that are taken when their decisions come.
    pub choose: Vec<(DecisionIx, u16)>,
    /// What must hold then.
    pub expect: Vec<Condition>,
}
