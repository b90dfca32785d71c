//! What surrounds the dispute: data, places, press, events, endings, teaching.

use super::Beat;
use crate::model::{ClaimIx, Condition, Date, Effect, IssueIx, Pleading, SeatIx, Side, Slot, StageIx, Text, VarIx};
use serde::{Deserialize, Serialize};

/// What a data item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DataKind {
    /// What was written, said or stored.
    Content,
    /// Data about it.
    NonContent,
}

/// A data item.
#[derive(Clone, Debug)]
pub struct Item {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Kind.
    pub kind: DataKind,
    /// Place, by position.
    pub place: usize,
    /// Citation.
    pub source: String,
}

/// What stands at a place on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlaceKind {
    /// A datacentre.
    Data,
    /// A company's seat.
    Company,
    /// A court.
    Court,
    /// A government.
    Government,
    /// Something else.
    Other,
}

/// A place on the map.
#[derive(Clone, Debug)]
pub struct Place {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What is there.
    pub kind: PlaceKind,
    /// Legal order it lies in, an index into `Law::orders`; none where no pack is in play.
    pub order: Option<usize>,
    /// ISO 3166-1 numeric code of the country, for the map.
    pub country: u16,
    /// Longitude in hundredths of a degree, east positive.
    pub lon: i16,
    /// Latitude in hundredths of a degree, north positive.
    pub lat: i16,
}

/// How true a press claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Verdict {
    /// Right.
    Accurate,
    /// Right in short, misleading at length.
    Shorthand,
    /// Wrong.
    Wrong,
}

/// A claim in the press.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Id.
    pub id: String,
    /// What the press said, in our words.
    pub text: Text,
    /// How true it is.
    pub verdict: Verdict,
    /// What the record says, with its source.
    pub record: Text,
    /// Source of the record.
    pub source: String,
    /// The side and issue it can be quoted for.
    pub supports: Option<(Side, IssueIx)>,
    /// The seats that may quote it in public.
    pub flatters: Vec<SeatIx>,
    /// Story it comes from, by position.
    pub story: usize,
}

/// A press story.
#[derive(Clone, Debug)]
pub struct Story {
    /// Id.
    pub id: String,
    /// Headline, in our words.
    pub title: Text,
    /// Round in which it comes out.
    pub round: u8,
    /// Date.
    pub date: Date,
    /// Gist.
    pub text: Text,
    /// Claims.
    pub claims: Vec<ClaimIx>,
}

/// An event.
#[derive(Clone, Debug)]
pub struct Event {
    /// Id.
    pub id: String,
    /// Headline.
    pub title: Text,
    /// What happened.
    pub text: Text,
    /// Round and date; without it the event is scheduled by an effect.
    pub slot: Option<Slot>,
    /// Beat in which it comes.
    pub beat: Beat,
    /// Condition.
    pub when: Condition,
    /// Consequences.
    pub effects: Vec<Effect>,
    /// Citation; empty if invented.
    pub source: String,
    /// Whether it is invented.
    pub invented: bool,
    /// Record that it happened.
    pub happened: VarIx,
    /// Seats that hear of it, as bits.
    pub known_to: u16,
}

/// Something that goes off once when its condition comes true at a reckoning.
#[derive(Clone, Debug)]
pub struct Trigger {
    /// Id.
    pub id: String,
    /// Headline.
    pub title: Text,
    /// What happened.
    pub text: Text,
    /// Condition.
    pub when: Condition,
    /// Consequences.
    pub effects: Vec<Effect>,
    /// Record that it went off.
    pub happened: VarIx,
}

/// A draw from the match seed, made at the start unless an effect makes it.
#[derive(Clone, Debug)]
pub struct Draw {
    /// Id.
    pub id: String,
    /// Where the result goes.
    pub into: VarIx,
    /// Equally likely results.
    pub values: Vec<i16>,
    /// What history drew.
    pub historic: i16,
}

/// An ending.
#[derive(Clone, Debug)]
pub struct Ending {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What it was.
    pub text: Text,
    /// A line for each seat: what it bought, who paid.
    pub lines: Vec<(SeatIx, Text)>,
}

/// An entry of the real timeline.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Date.
    pub date: Date,
    /// What happened.
    pub text: Text,
    /// Stage it belongs to.
    pub stage: Option<StageIx>,
    /// Citation.
    pub source: String,
}

/// Somebody or something the dispute mentions.
#[derive(Clone, Debug)]
pub struct Actor {
    /// Name.
    pub name: String,
    /// Who or what it is.
    pub text: Text,
    /// Kind of thing, in a word.
    pub kind: String,
    /// Citation.
    pub source: String,
}

/// A pleading history made.
#[derive(Clone, Debug)]
pub struct HistoricPleading {
    /// Seat.
    pub seat: SeatIx,
    /// Round.
    pub round: u8,
    /// Pleading.
    pub pleading: Pleading,
}

/// Words for the debrief.
#[derive(Clone, Debug, Default)]
pub struct Debrief {
    /// What really happened.
    pub history: Text,
    /// What the law now says.
    pub law_now: Text,
    /// Epilogue.
    pub epilogue: Text,
    /// Questions to talk about.
    pub questions: Vec<Text>,
    /// Questions to talk about where something has come about.
    pub follow_ups: Vec<(Condition, Text)>,
}

impl Debrief {
    /// The questions that fit a match with these numbers.
    pub fn asked<'a>(&'a self, numbers: &'a [i16]) -> impl Iterator<Item = &'a Text> {
        let fit = self.follow_ups.iter().filter(|(when, _)| when.holds(numbers)).map(|(_, question)| question);
        self.questions.iter().chain(fit)
    }
}
