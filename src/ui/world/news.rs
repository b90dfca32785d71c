//! What is new since the player last looked: it moves once, one after the other, and then rests. While nothing moves nothing
//! is drawn anew; where the player wants less movement, everything is at rest at once.

use super::thing::Thing;
use crate::model::{Happened, InstrumentStatus, LogEntry};
use crate::ui::session::Session;
use crate::ui::theme;
use egui::Ui;

/// Seconds a thing is on its way.
const WAY: f64 = 1.4;
/// Seconds between one that sets off and the next.
const PAUSE: f64 = 0.7;

/// What is on its way, and what has been heard.
#[derive(Default)]
pub(super) struct News {
    /// Entries of the log heard so far; none before the first look.
    heard: Option<usize>,
    moving: Vec<Moving>,
    now: f64,
}

/// A thing on its way since a time in seconds, which may lie ahead.
struct Moving {
    thing: Thing,
    since: f64,
}

/// What an entry of the log sets in motion.
fn sets_off(what: &Happened) -> Option<Thing> {
    match what {
        Happened::Instrument(ix, InstrumentStatus::Served) => Some(Thing::Instrument(*ix)),
        Happened::Claimed(state, _) => Some(Thing::State(*state)),
        _ => None,
    }
}

impl News {
    /// Hears what has happened, and asks for another frame while something moves.
    pub(super) fn hear(&mut self, ui: &Ui, session: &Session) {
        let now = ui.input(|i| i.time);
        let since = self.heard.unwrap_or_else(|| session.seen());
        self.tell(now, &session.events(), since, theme::still(ui));
        if !self.moving.is_empty() {
            ui.ctx().request_repaint();
        }
    }

    fn tell(&mut self, now: f64, events: &[(usize, &LogEntry)], since: usize, still: bool) {
        self.now = now;
        self.moving.retain(|m| now < m.since + WAY);
        for (_, entry) in events.iter().filter(|(number, _)| *number >= since) {
            let Some(thing) = sets_off(&entry.what).filter(|_| !still) else { continue };
            let last = self.moving.iter().map(|m| m.since + PAUSE).fold(now, f64::max);
            self.moving.retain(|m| m.thing != thing);
            self.moving.push(Moving { thing, since: last });
        }
        if still {
            self.moving.clear();
        }
        self.heard = Some(events.last().map_or(since, |(number, _)| since.max(number + 1)));
    }

    /// How far a thing has come, 0 to 1; what is not on its way has arrived.
    pub(super) fn come(&self, thing: Thing) -> f32 {
        let Some(moving) = self.moving.iter().find(|m| m.thing == thing) else { return 1.0 };
        let part = ((self.now - moving.since) / WAY).clamp(0.0, 1.0);
        // Sets off and arrives gently.
        #[expect(clippy::cast_possible_truncation, reason = "between nought and one")]
        let part = (part * part * (3.0 - 2.0 * part)) as f32;
        part
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Beat, Date, InstrumentIx, StateIx};

    fn entry(what: Happened) -> LogEntry {
        LogEntry { date: Date(0), round: 1, beat: Beat::Plan, actor: None, known_to: u16::MAX, what }
    }

    fn log() -> Vec<LogEntry> {
        vec![
            entry(Happened::Instrument(InstrumentIx(0), InstrumentStatus::Sought)),
            entry(Happened::Instrument(InstrumentIx(0), InstrumentStatus::Served)),
            entry(Happened::Claimed(StateIx(1), None)),
        ]
    }

    #[test]
    fn what_is_new_moves_once_one_after_the_other_and_rests() {
        let log = log();
        let events: Vec<(usize, &LogEntry)> = log.iter().enumerate().collect();
        let (demand, claim) = (Thing::Instrument(InstrumentIx(0)), Thing::State(StateIx(1)));
        let mut news = News::default();
        news.tell(10.0, &events, 0, false);
        assert!(news.come(demand) < 0.01 && news.come(claim) < 0.01);
        let since = news.heard.unwrap();
        assert_eq!(since, 3);
        news.tell(10.0 + WAY / 2.0, &events, since, false);
        assert!((news.come(demand) - 0.5).abs() < 0.01);
        assert!(news.come(claim) < 0.01, "the second waits");
        news.tell(10.0 + WAY + PAUSE + 0.1, &events, since, false);
        assert!(news.moving.is_empty(), "nothing is left to draw anew");
        assert!(news.come(demand) >= 1.0 && news.come(claim) >= 1.0);
    }

    #[test]
    fn what_was_seen_before_does_not_move() {
        let log = log();
        let events: Vec<(usize, &LogEntry)> = log.iter().enumerate().collect();
        let mut news = News::default();
        news.tell(10.0, &events, 2, false);
        assert!(news.come(Thing::Instrument(InstrumentIx(0))) >= 1.0);
        assert!(news.come(Thing::State(StateIx(1))) < 0.01);
    }

    #[test]
    fn with_less_movement_everything_is_there_at_once() {
        let log = log();
        let events: Vec<(usize, &LogEntry)> = log.iter().enumerate().collect();
        let mut news = News::default();
        news.tell(10.0, &events, 0, true);
        assert!(news.moving.is_empty() && news.come(Thing::Instrument(InstrumentIx(0))) >= 1.0);
    }
}
