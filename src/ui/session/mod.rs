//! A running match: who sits where, whose desk is shown, bots that act in their turn, and the file that is written on every
//! action, so that a match survives whatever happens to the program.

mod after;
mod others;

use super::files;
use super::turning::Turning;
use crate::bots::{self, Bot, Play};
use crate::lang::Words;
use crate::learn::{self, Guide, Lesson};
use crate::model::{Action, LogEntry, Say, Scenario, SeatIx};
use crate::play::{self, Match, RecordError};
use crate::report::Comparison;
use crate::seat::{Refusal, SeatView};
use crate::syntax::read::read_source;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Receiver;

/// Who sits at a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Player {
    /// A person at this screen.
    Human,
    /// A bot, by name.
    Bot(String),
}

impl Player {
    /// From `human` or `bot:NAME`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text.strip_prefix("bot:") {
            Some(name) => bots::NAMES.contains(&name).then(|| Self::Bot(name.to_owned())),
            None => play::is_person(text).then_some(Self::Human),
        }
    }

    /// As `human` or `bot:NAME`.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Human => play::PERSON.to_owned(),
            Self::Bot(name) => format!("bot:{name}"),
        }
    }
}

/// What came of going on with a saved match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// All of it.
    Whole,
    /// The file had been cut off, or a later part did not fit the rules: so many actions are left.
    Actions(usize),
}

type Thought = (Box<dyn Bot>, Play);

/// A bot's move and its reason.
#[derive(Clone, Debug)]
pub(super) struct Reason {
    pub seat: SeatIx,
    pub round: u8,
    pub action: Action,
    pub because: Say,
}

/// A match in play at this screen.
pub struct Session {
    m: Match,
    source: String,
    players: Vec<Player>,
    bots: Vec<Option<Box<dyn Bot>>>,
    thinking: Option<(SeatIx, Receiver<Thought>)>,
    reasons: Vec<Reason>,
    shown: SeatIx,
    view: SeatView,
    path: Option<PathBuf>,
    trouble: Option<String>,
    seen: Vec<usize>,
    /// Whether a step of the worked example was refused: the rest of the match is the learner's.
    broken: bool,
    /// Whether bots play on for persons, to the debrief.
    finishing: bool,
    guide: Guide,
    /// Where each round began, once the match was debriefed: what one may go back to.
    openings: Vec<(u8, usize)>,
    /// What was done in the match this one was forked from.
    origin: Option<Vec<(SeatIx, Action)>>,
    /// The two compared, once this one was debriefed.
    compared: Option<Comparison>,
    /// The decisions on which it turned.
    turning: Turning,
    /// The last round of those that bots played for everybody and that were shown.
    told_of: u8,
}

impl Session {
    /// A new match. `source` is how to find the scenario again.
    #[must_use]
    pub fn new(
        scenario: Arc<Scenario>,
        source: &str,
        players: Vec<Player>,
        seed: u64,
        pinned: bool,
        preset: Option<&str>,
    ) -> Self {
        let path = files::fresh(&scenario.id, seed);
        let mut m = Match::new(scenario, seed, pinned);
        if let Some(id) = preset {
            m.choose_preset(id);
        }
        let mut session = Self::of(m, source, players, path);
        session.save();
        session
    }

    fn of(mut m: Match, source: &str, players: Vec<Player>, path: Option<PathBuf>) -> Self {
        let seed = m.seed();
        let bot = |(i, p): (usize, &Player)| match p {
            Player::Human => None,
            Player::Bot(name) => bots::named(name, bots::seat_seed(seed, SeatIx::new(i))),
        };
        let bots = players.iter().enumerate().map(bot).collect();
        let shown = SeatIx::new(players.iter().position(|p| *p == Player::Human).unwrap_or(0));
        let view = m.view(shown);
        let seen = vec![0; players.len()];
        let source = source.to_owned();
        let mut session = Self {
            m,
            source,
            players,
            bots,
            thinking: None,
            reasons: Vec::new(),
            shown,
            view,
            path,
            trouble: None,
            seen,
            broken: false,
            finishing: false,
            guide: Guide::default(),
            openings: Vec::new(),
            origin: None,
            compared: None,
            turning: Turning::Waiting,
            told_of: 0,
        };
        session.refresh();
        session
    }

    /// Goes on with a saved match; a file that was cut off goes on from its last whole action.
    ///
    /// # Errors
    /// A sentence that says why it cannot be gone on with.
    pub(super) fn resume(path: &Path, words: &Words) -> Result<(Self, Kept), String> {
        let broken = |why: String| words.ui_with("save-broken", &[("reason", why.into())]);
        let text = read_source(path, play::MOST_BYTES).map_err(|d| broken(d.message))?;
        let (record, cut) = play::parse(text.text()).map_err(|e| e.sentence(words, None))?;
        let loaded = crate::scenario::open(&record.scenario).map_err(|_| words.ui("scenarios-broken"))?;
        let scenario = loaded.scenario;
        let (m, kept) = match play::load(&record, Arc::clone(&scenario), None) {
            Ok(m) => (m, cut.map_or(Kept::Whole, |c| Kept::Actions(c.kept))),
            Err(RecordError::Unknown(n, _) | RecordError::Refused(n, _)) => {
                let upto = play::load(&record, Arc::clone(&scenario), Some(n));
                (upto.map_err(|e| e.sentence(words, Some(&scenario)))?, Kept::Actions(n))
            }
            Err(e) => return Err(e.sentence(words, Some(&scenario))),
        };
        let sits = |seat: &crate::model::Seat| {
            let who = record.seats.iter().find(|(id, _)| *id == seat.id);
            who.and_then(|(_, p)| Player::parse(p)).unwrap_or(Player::Human)
        };
        let players = scenario.seats.iter().map(sits).collect();
        let mut session = Self::of(m, &record.scenario, players, Some(path.to_owned()));
        session.guide = Guide::new(record.seats.iter().any(|(_, who)| who == play::GUIDED));
        // What is told as news is this round's; the rest is in the log.
        let round = session.m.clock().round;
        let since = session.m.log().iter().position(|e| e.round == round).unwrap_or(0);
        session.seen.fill(since);
        session.told_of = round.saturating_sub(1);
        Ok((session, kept))
    }

    /// The match.
    #[must_use]
    pub fn scenario(&self) -> &Arc<Scenario> {
        self.m.scenario()
    }

    /// How the scenario was found.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The seed.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.m.seed()
    }

    /// Whether chance follows history.
    #[must_use]
    pub fn pinned(&self) -> bool {
        self.m.pinned()
    }

    /// Who sits where.
    #[must_use]
    pub fn players(&self) -> &[Player] {
        &self.players
    }

    /// The seat whose desk is shown.
    #[must_use]
    pub fn shown(&self) -> SeatIx {
        self.shown
    }

    /// What that seat sees.
    #[must_use]
    pub fn view(&self) -> &SeatView {
        &self.view
    }

    /// The log as far as the shown seat may know it, with the number of each entry.
    #[must_use]
    pub fn events(&self) -> Vec<(usize, &LogEntry)> {
        self.m.events(self.shown, 0)
    }

    /// What the shown seat has heard; once the match is over, everything.
    pub(super) fn heard(&self) -> Vec<&LogEntry> {
        if self.is_over() { self.log().iter().collect() } else { self.events().into_iter().map(|(_, e)| e).collect() }
    }

    /// The whole log, for the debrief.
    #[must_use]
    pub fn log(&self) -> &[LogEntry] {
        self.m.log()
    }

    /// Why a bot did what it did.
    pub(super) fn reason(&self, seat: SeatIx, round: u8, action: &Action) -> Option<&Say> {
        let it = |r: &&Reason| r.seat == seat && r.round == round && r.action == *action;
        self.reasons.iter().rev().find(it).map(|r| &r.because)
    }

    /// Entries of the log before which the shown seat last closed a plan.
    pub(super) fn seen(&self) -> usize {
        self.seen[self.shown.ix()]
    }

    /// What went wrong with saving, if something did.
    pub(super) fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    /// The bot that is being waited for.
    pub(super) fn thinking(&self) -> Option<SeatIx> {
        self.thinking.as_ref().map(|(seat, _)| *seat)
    }

    /// Whether the match is over.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.m.over().is_some()
    }

    /// Persons at this screen.
    #[must_use]
    pub fn persons(&self) -> usize {
        self.players.iter().filter(|p| **p == Player::Human).count()
    }

    /// A person who is waited for while the shown one is not: the screen has to be passed on.
    pub fn next_person(&mut self) -> Option<SeatIx> {
        let awaited = self.m.awaited();
        if awaited.contains(&self.shown) && !self.is_bots(self.shown) {
            return None;
        }
        awaited.into_iter().find(|s| !self.is_bots(*s))
    }

    /// Whether the match waits for somebody at this screen.
    pub(super) fn waits_for_person(&mut self) -> bool {
        let awaited = self.m.awaited();
        awaited.into_iter().any(|seat| !self.is_bots(seat))
    }

    /// Whether a bot acts for a seat now: it is a bot's, the round is not live, the rest was handed over, or play is guided
    /// and nothing in this step is left to the person.
    fn is_bots(&mut self, seat: SeatIx) -> bool {
        if !self.is_person(seat) || self.finishing || !self.m.is_live() {
            return true;
        }
        self.guide.is_on() && self.guide.acts(&self.m.view(seat))
    }

    /// Chooses guided play, before anything was done.
    #[must_use]
    pub fn guided(mut self, on: bool) -> Self {
        self.guide = Guide::new(on);
        self.save();
        self
    }

    /// Whether play is guided.
    pub(super) fn is_guided(&self) -> bool {
        self.guide.is_on()
    }

    /// What a bot did for the person of the shown seat in this round and the one before, oldest first, with its reasons.
    pub(super) fn done_for(&self) -> impl Iterator<Item = (&Action, &Say)> {
        let since = self.view.clock.round.saturating_sub(1);
        let person = self.is_person(self.shown);
        let it = move |r: &&Reason| person && r.seat == self.shown && r.round >= since && r.action != Action::Close;
        self.reasons.iter().filter(it).map(|r| (&r.action, &r.because))
    }

    /// Whether bots play the match to its end.
    #[must_use]
    pub fn is_finishing(&self) -> bool {
        self.finishing
    }

    /// Hands the seats of persons to bots, to the debrief.
    pub(super) fn finish(&mut self) {
        self.finishing = true;
        self.m.hand_over();
    }

    /// The length of play.
    pub(super) fn preset(&self) -> Option<&str> {
        self.m.preset().map(|p| p.id.as_str())
    }

    /// Shows another seat's desk.
    pub fn show(&mut self, seat: SeatIx) {
        self.shown = seat;
        self.refresh();
    }

    /// Whether a person at this screen sits at a seat.
    pub(super) fn is_person(&self, seat: SeatIx) -> bool {
        self.players[seat.ix()] == Player::Human
    }

    /// Where the match stands in its worked example.
    pub(super) fn lesson(&self) -> Option<Lesson<'_>> {
        let people: Vec<SeatIx> = (0..self.players.len()).map(SeatIx::new).filter(|x| self.is_person(*x)).collect();
        learn::lesson(self.m.scenario(), self.m.actions(), &people, &self.view).filter(|_| !self.broken)
    }

    /// Whether a step is being shown: then nobody else acts.
    pub(super) fn is_shown(&self) -> bool {
        matches!(self.lesson(), Some(Lesson::Shown { .. }))
    }

    /// Plays the step that is shown, and what goes with it.
    ///
    /// # Errors
    /// As the rules refuse: an example that the checker has not seen.
    pub(super) fn worked(&mut self) -> Result<(), Refusal> {
        let Some(Lesson::Shown { played, .. }) = self.lesson() else { return Ok(()) };
        let steps: Vec<_> = played.iter().map(|w| (w.seat, w.action.clone())).collect();
        let done = steps.iter().try_for_each(|(seat, action)| self.m.submit(*seat, action));
        self.broken = done.is_err();
        self.save();
        self.refresh();
        done
    }

    /// The shown seat acts.
    ///
    /// # Errors
    /// As the rules refuse.
    pub fn act(&mut self, action: &Action) -> Result<(), Refusal> {
        let before = self.m.log().len();
        if self.guide.is_on() && *action == Action::Close {
            crate::seat::check(&self.view, action)?;
            self.guide.hand_over(&self.view);
            self.seen[self.shown.ix()] = before;
            return Ok(());
        }
        self.m.submit(self.shown, action)?;
        if *action == Action::Close {
            self.seen[self.shown.ix()] = before;
        }
        self.save();
        self.refresh();
        Ok(())
    }

    /// Puts an action in the place of the planned one at `at`, or takes that one out; what was planned after it stays, as
    /// far as the rules still allow it.
    ///
    /// # Errors
    /// As the rules refuse the new action; the old plan is put back then.
    pub fn replan(&mut self, at: usize, instead: Option<&Action>) -> Result<(), Refusal> {
        let old: Vec<Action> = self.view.plan.clone();
        for _ in at..old.len() {
            self.m.submit(self.shown, &Action::Undo)?;
        }
        let tried = instead.map_or(Ok(()), |a| self.m.submit(self.shown, a));
        if tried.is_err() {
            self.m.submit(self.shown, &old[at])?;
        }
        for action in &old[at + 1..] {
            // What hung on the action taken out goes with it.
            let _dropped = self.m.submit(self.shown, action);
        }
        self.save();
        self.refresh();
        tried
    }

    fn refresh(&mut self) {
        self.view = self.m.view(self.shown);
    }

    fn save(&mut self) {
        let Some(path) = self.path.clone() else { return };
        let guided = self.guide.is_on();
        let who = |p: &Player| if guided && *p == Player::Human { play::GUIDED.to_owned() } else { p.name() };
        let sits = |(seat, p): (&crate::model::Seat, &Player)| (seat.id.clone(), who(p));
        let seats: Vec<_> = self.scenario().seats.iter().zip(&self.players).map(sits).collect();
        let text = play::write(&mut self.m, &self.source, &seats);
        self.trouble = files::write(&path, &text).err().map(|e| e.to_string());
    }
}
