//! What a length of play means, as a sentence or two.

use super::Words;
use crate::model::{Preset, Reading, Scenario};

impl Words {
    /// The minutes of a preset, the rounds it plays and the rounds it leaves to bots, by their titles.
    #[must_use]
    pub fn preset(&self, scenario: &Scenario, preset: &Preset) -> String {
        let budget = [
            ("brief", preset.brief.into()),
            ("decisions", preset.decisions.into()),
            ("debrief", preset.debrief.into()),
            ("exit", preset.exit.into()),
        ];
        let mut said = self.ui_with("preset-budget", &budget);
        let titles = |live: bool| {
            let rounds = (1..).zip(&scenario.rounds).filter(|(n, _)| preset.is_live(*n) == live);
            rounds.map(|(_, r)| r.title.at(Reading::Plain)).collect::<Vec<_>>()
        };
        let skipped = titles(false);
        if !skipped.is_empty() {
            for (key, rounds) in [("preset-rounds", titles(true)), ("preset-skipped", skipped)] {
                said.push(' ');
                said.push_str(&self.ui_with(key, &[("rounds", self.list(&rounds).into())]));
            }
        }
        said
    }
}
