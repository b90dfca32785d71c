//! What a scenario teaches with: the real course of things, objectives, people, words for the debrief.

use super::shapes::shapes;
use crate::model::{Date, Text};
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
        /// Exit question.
        #[serde(default)] question: Text,
        /// Curriculum code.
        #[serde(default)] standard: String,
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
    /// Questions.
    #[serde(default)]
    pub questions: Vec<Text>,
}
