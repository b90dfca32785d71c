//! What a learner has met and shown. Plain data with a version; days come from outside, for there is no clock here.

use super::quiz::Origin;
use crate::model::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Version of the file.
pub const VERSION: u32 = 1;

/// Days until a question comes back, by box (Leitner's boxes). A new question lies in the first. A right answer on or after
/// the day it is due moves it one box on; a wrong one, on whatever day, brings it back to the first. A right answer before
/// the day changes nothing: what is remembered for an hour is not learnt.
pub const DAYS: [u16; 5] = [1, 3, 7, 16, 35];

/// Questions and objectives that are kept: far more than ship, and a bound for a file from elsewhere.
const MOST: usize = 5_000;

/// How far somebody has come with an objective.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Progress {
    /// Day on which a decision that exercises it was last taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met: Option<Date>,
    /// Day on which a question about it was last answered well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown: Option<Date>,
    /// Day on which it last came up at all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seen: Option<Date>,
}

/// How far that is, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// It has not come up.
    New,
    /// Met in play.
    Met,
    /// Shown in a quiz.
    Shown,
    /// Both.
    Both,
}

impl Status {
    /// The key of the word.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::New => "profile-status-new",
            Self::Met => "profile-status-met",
            Self::Shown => "profile-status-shown",
            Self::Both => "profile-status-both",
        }
    }

    /// A shape for it: nothing, half, the other half, all.
    #[must_use]
    pub const fn mark(self) -> &'static str {
        match self {
            Self::New => "○",
            Self::Met => "◐",
            Self::Shown => "◑",
            Self::Both => "●",
        }
    }
}

impl Progress {
    /// How far that is, in a word.
    #[must_use]
    pub const fn status(self) -> Status {
        match (self.met.is_some(), self.shown.is_some()) {
            (false, false) => Status::New,
            (true, false) => Status::Met,
            (false, true) => Status::Shown,
            (true, true) => Status::Both,
        }
    }
}

/// Where a question stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// Box, from 0.
    #[serde(rename = "box")]
    pub shelf: u8,
    /// Day on which it is due.
    pub due: Date,
    /// Times it was asked.
    pub asked: u32,
    /// Times it was answered well.
    pub right: u32,
}

/// Why a profile cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Not a profile, or damaged.
    Damaged(String),
    /// Written by a newer version.
    Newer(u32),
    /// More entries than any learner has.
    TooMuch,
}

/// A learner's profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    version: u32,
    /// By scenario and objective, `scenario/objective`.
    #[serde(default)]
    objectives: BTreeMap<String, Progress>,
    /// By origin of the question.
    #[serde(default)]
    questions: BTreeMap<String, Slot>,
    /// Misconceptions that an answer has shown, with the last day.
    #[serde(default)]
    mistakes: BTreeMap<String, Date>,
}

impl Default for Profile {
    fn default() -> Self {
        let (objectives, questions, mistakes) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Self { version: VERSION, objectives, questions, mistakes }
    }
}

fn key(scenario: &str, objective: &str) -> String {
    format!("{scenario}/{objective}")
}

impl Profile {
    /// Reads a profile.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, Unreadable> {
        #[derive(Deserialize)]
        struct Head {
            version: u32,
        }
        let broken = |e: serde_json::Error| Unreadable::Damaged(e.to_string());
        // The version first: what a newer one added must not look like damage.
        let head: Head = serde_json::from_str(text).map_err(broken)?;
        if head.version > VERSION {
            return Err(Unreadable::Newer(head.version));
        }
        let profile: Self = serde_json::from_str(text).map_err(broken)?;
        let most = [profile.objectives.len(), profile.questions.len(), profile.mistakes.len()].into_iter().max();
        if most > Some(MOST) {
            return Err(Unreadable::TooMuch);
        }
        let odd = |s: &Slot| usize::from(s.shelf) >= DAYS.len() || s.right > s.asked;
        if let Some((key, _)) = profile.questions.iter().find(|(_, s)| odd(s)) {
            return Err(Unreadable::Damaged(key.clone()));
        }
        Ok(profile)
    }

    /// The profile as JSON: what lies on the device, and what is exported.
    #[must_use]
    pub fn text(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// Whether nothing was ever kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.objectives.is_empty() && self.questions.is_empty() && self.mistakes.is_empty()
    }

    /// How far the learner has come with an objective.
    #[must_use]
    pub fn progress(&self, scenario: &str, objective: &str) -> Progress {
        self.objectives.get(&key(scenario, objective)).copied().unwrap_or_default()
    }

    /// The day on which a question is due; none if it was never asked.
    #[must_use]
    pub fn due(&self, origin: &str) -> Option<Date> {
        self.questions.get(origin).map(|s| s.due)
    }

    /// Where a question stands.
    #[must_use]
    pub fn slot(&self, origin: &str) -> Option<Slot> {
        self.questions.get(origin).copied()
    }

    /// The day on which the next question is due.
    #[must_use]
    pub fn next_due(&self) -> Option<Date> {
        self.questions.values().map(|s| s.due).min()
    }

    /// Misconceptions that an answer has shown, with the last day.
    pub fn mistakes(&self) -> impl Iterator<Item = (&str, Date)> {
        self.mistakes.iter().map(|(id, day)| (id.as_str(), *day))
    }

    /// Notes that an objective was met in play.
    pub fn met(&mut self, scenario: &str, objective: &str, today: Date) {
        if let Some(o) = room(&mut self.objectives, key(scenario, objective)) {
            o.met = Some(today);
            o.seen = Some(today);
        }
    }

    /// Notes an answer: whether it was the best one, and the misconception it shows.
    pub fn answered(&mut self, origin: &Origin, right: bool, mistake: Option<&str>, today: Date) {
        if let Some(id) = mistake
            && let Some(day) = room(&mut self.mistakes, id.to_owned())
        {
            *day = today;
        }
        if let Origin::Misconception(id, _) = origin
            && right
        {
            self.mistakes.remove(id);
        }
        if let Origin::Objective(scenario, objective, _) = origin
            && let Some(o) = room(&mut self.objectives, key(scenario, objective))
        {
            o.seen = Some(today);
            if right {
                o.shown = Some(today);
            }
        }
        if !origin.comes_back() {
            return;
        }
        let Some(slot) = room(&mut self.questions, origin.to_string()) else { return };
        let last = DAYS.len() - 1;
        let now = usize::from(slot.shelf);
        let next = match (right, slot.asked == 0 || slot.due <= today) {
            (false, _) => Some(0),
            (true, true) => Some((now + 1).min(last)),
            (true, false) => None,
        };
        slot.asked = slot.asked.saturating_add(1);
        slot.right = slot.right.saturating_add(u32::from(right));
        if let Some(next) = next {
            slot.shelf = u8::try_from(next).unwrap_or(0);
            slot.due = today.plus(i32::from(DAYS[next]));
        }
    }
}

/// The entry of a map, new if there is room for one more.
fn room<T: Default>(map: &mut BTreeMap<String, T>, key: String) -> Option<&mut T> {
    if map.len() >= MOST && !map.contains_key(&key) {
        return None;
    }
    Some(map.entry(key).or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin() -> Origin {
        Origin::Objective("s".into(), "o".into(), "q".into())
    }

    #[test]
    fn boxes_grow_with_right_answers_on_the_day_and_fall_with_a_wrong_one() {
        let mut p = Profile::default();
        let mut today = Date::parse("2026-01-01").unwrap();
        let key = origin().to_string();
        for days in [3, 7, 16, 35, 35] {
            p.answered(&origin(), true, None, today);
            assert_eq!(p.due(&key), Some(today.plus(days)));
            // Once more before the day: nothing moves.
            p.answered(&origin(), true, None, today);
            assert_eq!(p.due(&key), Some(today.plus(days)));
            today = today.plus(days);
        }
        p.answered(&origin(), false, None, today);
        assert_eq!(p.due(&key), Some(today.plus(1)));
        let slot = p.slot(&key).unwrap();
        assert_eq!((slot.shelf, slot.asked, slot.right), (0, 11, 10));
    }

    #[test]
    fn objectives_are_met_in_play_and_shown_in_a_quiz() {
        let mut p = Profile::default();
        let (one, two) = (Date::parse("2026-01-01").unwrap(), Date::parse("2026-01-05").unwrap());
        assert_eq!(p.progress("s", "o"), Progress::default());
        p.met("s", "o", one);
        p.answered(&origin(), false, Some("m"), two);
        assert_eq!(p.progress("s", "o"), Progress { met: Some(one), shown: None, seen: Some(two) });
        assert_eq!(p.mistakes().collect::<Vec<_>>(), [("m", two)]);
        p.answered(&origin(), true, None, two);
        assert_eq!(p.progress("s", "o").shown, Some(two));
        p.answered(&Origin::Misconception("m".into(), "x".into()), true, None, two);
        assert_eq!(p.mistakes().count(), 0, "a misconception is mended by its own question");
    }

    #[test]
    fn a_question_about_a_match_is_not_kept() {
        let mut p = Profile::default();
        p.answered(&Origin::Match, true, None, Date::parse("2026-01-01").unwrap());
        assert!(p.is_empty());
    }

    #[test]
    fn the_text_comes_back_and_anything_else_is_told_apart() {
        let mut p = Profile::default();
        p.answered(&origin(), true, Some("m"), Date::parse("2026-01-01").unwrap());
        p.met("s", "o", Date::parse("2026-01-01").unwrap());
        assert_eq!(Profile::parse(&p.text()), Ok(p.clone()));
        for damage in ["", "{", "[]", "{\"version\":1,\"other\":2}", &p.text()[..p.text().len() / 2]] {
            assert!(matches!(Profile::parse(damage), Err(Unreadable::Damaged(_))), "{damage}");
        }
        let newer = p.text().replacen("\"version\": 1", "\"version\": 2, \"new\": {}", 1);
        assert_eq!(Profile::parse(&newer), Err(Unreadable::Newer(2)));
        let odd = p.text().replace("\"box\": 1", "\"box\": 9");
        assert!(matches!(Profile::parse(&odd), Err(Unreadable::Damaged(_))));
        let many: Vec<String> = (0..=MOST).map(|i| format!("\"m{i}\": \"2026-01-01\"")).collect();
        assert_eq!(Profile::parse(&format!("{{\"version\":1,\"mistakes\":{{{}}}}}", many.join(","))), Err(Unreadable::TooMuch));
    }
}
