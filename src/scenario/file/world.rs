//! What surrounds a dispute, as written: press, events, triggers, draws, endings.

use super::shapes::shapes;
use super::{Then, When};
use crate::model::{Beat, Date, Deed, Side, Text, Verdict};
use serde::Deserialize;

shapes! {
    /// A press story.
    Story {
        /// Id.
        id: String,
        /// Headline.
        title: Text,
        /// Round.
        round: u8,
        /// Date.
        date: Date,
        /// Gist.
        #[serde(default)] text: Text,
        /// Claims.
        claims: Vec<Claim>,
    }
    /// A claim.
    Claim {
        /// Id.
        id: String,
        /// Words.
        text: Text,
        /// How true.
        verdict: Verdict,
        /// What the record says.
        record: Text,
        /// Source.
        #[serde(default)] source: String,
        /// Side and issue it can be quoted for.
        #[serde(default)] supports: Option<(Side, String)>,
        /// Seats that may quote it in public.
        #[serde(default)] flatters: Vec<String>,
    }
    /// An event.
    Event {
        /// Id.
        id: String,
        /// Headline.
        title: Text,
        /// What happened.
        #[serde(default)] text: Text,
        /// Round and date; left out if an effect schedules it.
        #[serde(default)] on: Option<(u8, Date)>,
        /// Beat.
        #[serde(default)] beat: Beat,
        /// Condition.
        #[serde(default)] when: When,
        /// Consequences.
        #[serde(default)] effects: Vec<Then>,
        /// Citation.
        #[serde(default)] source: String,
        /// Invented.
        #[serde(default)] invented: bool,
        /// Seats that hear of it; left out means everybody.
        #[serde(default)] known_to: Option<Vec<String>>,
    }
    /// A trigger.
    Trigger {
        /// Id.
        id: String,
        /// Headline.
        title: Text,
        /// What happened.
        #[serde(default)] text: Text,
        /// Condition.
        when: When,
        /// Consequences.
        #[serde(default)] effects: Vec<Then>,
    }
    /// What every round costs.
    Upkeep {
        /// Condition.
        #[serde(default)] when: When,
        /// Consequences.
        effects: Vec<Then>,
    }
    /// A draw.
    Draw {
        /// Id.
        id: String,
        /// Number it goes into.
        into: String,
        /// Equally likely results.
        values: Vec<i16>,
        /// What history drew.
        historic: i16,
    }
    /// A bundle.
    Bundle {
        /// Id.
        id: String,
        /// Effects.
        effects: Vec<Then>,
    }
    /// What a broken norm brings, once a match.
    Breach {
        /// Norm.
        norm: String,
        /// How it is broken.
        deed: Deed,
        /// When the deed is there, besides what the duties say.
        #[serde(default)] when: When,
        /// Consequences.
        #[serde(default)] effects: Vec<Then>,
    }
    /// An ending.
    Ending {
        /// Id.
        id: String,
        /// Title.
        title: Text,
        /// Words.
        #[serde(default)] text: Text,
        /// A line for each seat.
        #[serde(default)] lines: Vec<(String, Text)>,
    }
    /// The coda.
    Coda {
        /// Stage.
        stage: String,
        /// Round it is dated in.
        round: u8,
    }
}
