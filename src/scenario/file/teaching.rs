//! What a scenario teaches with: the real course of things, objectives, people, words for the debrief.

use super::When;
use super::shapes::shapes;
use crate::model::{Date, Side, Text};
use serde::Deserialize;

shapes! {
    /// An entry of the real timeline.
    Fact {
        /// Date.
        date: Date,
        /// Words.
        text: Text,
        /// Stage.
        #[serde(default)] stage: Option<String>,
        /// Citation.
        #[serde(default)] source: String,
    }
    /// An objective.
    Objective {
        /// Id.
        id: String,
        /// Sentence.
        text: Text,
        /// Decisions that exercise it.
        #[serde(default)] decisions: Vec<String>,
        /// Exit questions.
        #[serde(default)] items: Vec<QuizItem>,
        /// Misconceptions that it speaks to, by id.
        #[serde(default)] misconceptions: Vec<String>,
        /// Curriculum code.
        #[serde(default)] standard: String,
    }
    /// A question with answers to choose from.
    QuizItem {
        /// Id.
        id: String,
        /// Question.
        question: Text,
        /// Answers.
        options: Vec<QuizOption>,
        /// Why the best answer is the best.
        #[serde(default)] because: Text,
        /// Citation.
        #[serde(default)] source: String,
    }
    /// An answer.
    QuizOption {
        /// Words.
        text: Text,
        /// Whether it is the best answer.
        #[serde(default)] best: bool,
        /// Misconception that the answer shows, by id.
        #[serde(default)] mistake: Option<String>,
        /// What to say to somebody who gives it.
        #[serde(default)] because: Text,
    }
    /// What people often get wrong.
    Misconceptions {
        /// Format version.
        format: u32,
        /// All of them.
        list: Vec<Misconception>,
    }
    /// A misconception.
    Misconception {
        /// Id.
        id: String,
        /// The mistake.
        mistake: Text,
        /// Why it is one.
        because: Text,
        /// Citation.
        source: String,
        /// Questions.
        items: Vec<QuizItem>,
    }
    /// A step of a worked example.
    Worked {
        /// Who does it.
        seat: String,
        /// What is done.
        deed: WorkedDeed,
        /// Whether the learner chooses first; only the last step may ask.
        #[serde(default)] ask: bool,
        /// Why it is done; left out, it is played together with the step before.
        #[serde(default)] why: Text,
    }
    /// A test: given these bots and choices, this must hold.
    Transcript {
        /// What it shows.
        name: String,
        /// Seed.
        #[serde(default = "first")] seed: u64,
        /// The bots.
        #[serde(default = "cautious")] bots: String,
        /// The stage it begins at; left out means the start.
        #[serde(default)] from: Option<String>,
        /// The stage at which it is looked at; left out means the end.
        #[serde(default)] until: Option<String>,
        /// Decisions and the options taken when they come.
        #[serde(default)] choose: Vec<(String, String)>,
        /// What must hold.
        expect: Vec<When>,
    }
    /// A length of play for a lesson: which rounds persons play, and what the minutes are for.
    Preset {
        /// Id, as `--preset` takes it.
        id: String,
        /// Title.
        title: Text,
        /// Minutes in all.
        minutes: u16,
        /// Rounds that persons play; left out means all. Bots play the others for them.
        #[serde(default)] rounds: Vec<u8>,
        /// Whether it is meant to be played guided.
        #[serde(default)] guided: bool,
        /// Whether parties played by bots do what was really done, where they can; so the dispute takes its course.
        #[serde(default)] history: bool,
        /// Private cards that are dealt for certain: a seat and one of its cards. The others are dealt by chance.
        #[serde(default)] cards: Vec<(String, String)>,
        /// Minutes for the brief.
        brief: u16,
        /// Minutes for the decisions.
        decisions: u16,
        /// Minutes for the debrief, at least a quarter of all.
        debrief: u16,
        /// Minutes for the exit questions.
        #[serde(default)] exit: u16,
    }
    /// Somebody or something mentioned.
    Actor {
        /// Name.
        name: String,
        /// Who or what.
        text: Text,
        /// Kind.
        kind: String,
        /// Citation.
        #[serde(default)] source: String,
    }
    /// A question for the debrief of some courses only.
    FollowUp {
        /// What has come about in the matches after which it is asked.
        when: When,
        /// Question.
        question: Text,
    }
    /// What history pleaded.
    HistoricPleading {
        /// Seat.
        seat: String,
        /// Round.
        round: u8,
        /// Issue.
        issue: String,
        /// Factors.
        factors: Vec<String>,
        /// Authority.
        #[serde(default)] authority: Option<String>,
        /// Whether differences were faced.
        #[serde(default)] faced: bool,
    }
}

/// Words for the debrief.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Debrief {
    /// What happened.
    #[serde(default)]
    pub history: Text,
    /// What the law now says.
    #[serde(default)]
    pub law_now: Text,
    /// Epilogue.
    #[serde(default)]
    pub epilogue: Text,
    /// Questions for every match.
    #[serde(default)]
    pub questions: Vec<Text>,
    /// Questions for some courses only.
    #[serde(default)]
    pub follow_ups: Vec<FollowUp>,
}

/// What is done in a step of a worked example.
#[derive(Clone, Debug, Deserialize)]
pub enum WorkedDeed {
    /// An option of a decision.
    Choose(String, String),
    /// A side move.
    Move(String),
    /// An argument: issue, factors, authority.
    Argue(String, Vec<String>, Option<String>),
    /// A ruling: side and reason.
    Rule(Side, Vec<String>),
    /// Closing the plan.
    Close,
}

const fn first() -> u64 {
    1
}

fn cautious() -> String {
    "cautious".to_owned()
}
