//! The facilitator's kit: what a teacher prints for a lesson, made from the scenario. Each private brief stands on a sheet of its own
//! and nowhere else; so do the answers and what the press got wrong.
//!
//! | File | Its part |
//! |---|---|
//! | `mod` | the order of the sheets; the overview |
//! | `calendar` | which round a decision belongs to |
//! | `lesson` | the lesson minute by minute, and what the teacher says |
//! | `teams` | what a team gets: its private sheet, its tasks round by round |
//! | `papers` | what is handed out to write on, and what the teacher keeps |

mod calendar;
mod lesson;
mod papers;
mod teams;

use super::doc::{Block, Doc, Item};
use crate::lang::{Value, Words};
use crate::model::{Objective, Preset, Reading, Scenario, Seat, SeatIx};
use calendar::Calendar;

/// The four tasks of a team, in the order in which they are filled.
const TASKS: [&str; 4] = ["kit-lead", "kit-researcher", "kit-press", "kit-scribe"];

/// What a kit is made from, and for whom.
#[derive(Clone, Copy, Debug)]
pub struct Kit<'a> {
    /// Scenario.
    pub scenario: &'a Scenario,
    /// How it is named to the program: a name, or the path of a file.
    pub source: &'a str,
    /// Words.
    pub words: &'a Words,
    /// Wording.
    pub level: Reading,
    /// Pupils to be seated.
    pub pupils: u16,
    /// The length of the lesson; all that the scenario has if none is given.
    pub preset: Option<&'a Preset>,
}

impl<'a> Kit<'a> {
    /// The whole kit.
    #[must_use]
    pub fn doc(&self) -> Doc {
        let calendar = Calendar::of(self.scenario);
        let mut doc = Doc::titled(self.with("kit-title", "title", self.scenario.title.at(self.level)));
        self.overview(&mut doc);
        self.lesson(&calendar, &mut doc);
        self.public_brief(&mut doc);
        for (i, seat) in self.scenario.seats.iter().enumerate() {
            self.role(SeatIx::new(i), seat, &mut doc);
            self.team(SeatIx::new(i), seat, &calendar, &mut doc);
        }
        self.press_file(&mut doc);
        self.forms(&mut doc);
        self.questions(&mut doc);
        self.exit_ticket(&mut doc);
        self.rubric(&calendar, &mut doc);
        self.answers(&mut doc);
        self.press_answers(&mut doc);
        self.sources(&mut doc);
        doc
    }

    fn ui(&self, key: &str) -> String {
        self.words.ui(key)
    }

    fn with<'v>(&self, key: &str, name: &str, value: impl Into<Value<'v>>) -> String {
        self.words.ui_with(key, &[(name, value.into())])
    }

    fn heads<const N: usize>(&self, keys: [&str; N]) -> Vec<String> {
        keys.iter().map(|k| self.ui(k)).collect()
    }

    /// A new sheet, with what it belongs to and whom it is for.
    fn sheet<'d>(&self, doc: &'d mut Doc, title: String, whom: &str) -> &'d mut Doc {
        let about = format!("{} · {}", self.scenario.title.at(self.level), self.ui(whom));
        doc.sheet().section(title).say(about)
    }

    /// The lengths this kit is for.
    fn presets(&self) -> Vec<&'a Preset> {
        self.preset.map_or_else(|| self.scenario.presets.iter().collect(), |p| vec![p])
    }

    /// Whether persons play a round in every lesson this kit is for.
    fn is_live(&self, round: u8) -> bool {
        self.preset.is_none_or(|p| p.is_live(round))
    }

    /// A round by number and title.
    fn round(&self, n: u8) -> String {
        let title = self.scenario.rounds.get(usize::from(n) - 1).map_or("", |r| r.title.at(self.level));
        self.words.ui_with("kit-round", &[("round", n.into()), ("title", title.into())])
    }

    fn overview(&self, doc: &mut Doc) {
        let (s, at) = (self.scenario, self.level);
        doc.say(s.summary.at(at)).say(self.ui(if s.fictional { "kit-invented" } else { "kit-real" }));
        doc.section(self.ui("kit-aims"));
        doc.list(s.objectives.iter().map(|o: &Objective| Item::marked(&o.standard, o.text.at(at))).collect());
        doc.section(self.ui("kit-times"));
        let row = |p: &&Preset| {
            let left: Vec<String> = (1..).take(s.rounds.len()).filter(|n| !p.is_live(*n)).map(|n: u8| n.to_string()).collect();
            let left = if left.is_empty() { self.ui("kit-none") } else { self.words.list(&left) };
            let parts = [p.brief, p.decisions, p.debrief, p.exit].map(|n| n.to_string());
            [vec![p.title.at(at).to_owned()], parts.to_vec(), vec![left]].concat()
        };
        let head = self.heads(["kit-length", "kit-brief", "kit-decisions", "kit-debrief", "kit-exit", "kit-skipped"]);
        doc.table(self.ui("kit-times-about"), head, self.presets().iter().map(row).collect());
        doc.section(self.ui("kit-people")).say(self.with("kit-people-about", "pupils", self.pupils));
        let head = [vec![self.ui("kit-seat")], self.heads(TASKS)].concat();
        doc.table(self.ui("kit-people-table"), head, self.people());
        doc.section(self.ui("kit-print")).list(self.copies());
    }

    /// Pupils by seat and task: seats in turn, and in a seat its tasks in turn; a small team shares the later tasks.
    fn people(&self) -> Vec<Vec<String>> {
        let row = |(i, seat): (usize, &Seat)| {
            let team = self.team_size(i);
            let each = |task: usize| {
                let n = team / TASKS.len() + usize::from(task < team % TASKS.len());
                if n > 0 || team == 0 { n.to_string() } else { self.with("kit-shared", "task", self.ui(TASKS[task % team])) }
            };
            [vec![seat.name.at(self.level).to_owned()], (0..TASKS.len()).map(each).collect()].concat()
        };
        self.scenario.seats.iter().enumerate().map(row).collect()
    }

    fn team_size(&self, seat: usize) -> usize {
        let (pupils, seats) = (usize::from(self.pupils), self.scenario.seats.len().max(1));
        pupils / seats + usize::from(seat < pupils % seats)
    }

    /// How often each sheet is wanted.
    fn copies(&self) -> Vec<Item> {
        let seats = self.scenario.seats.len();
        let largest = (0..seats).map(|i| self.team_size(i)).max().unwrap_or(0);
        let each = [
            ("kit-print-all", usize::from(self.pupils)),
            ("kit-print-team", largest),
            ("kit-print-forms", seats),
            ("kit-print-teacher", 1),
        ];
        each.map(|(key, n)| Item::marked(format!("{n} ×"), self.ui(key))).to_vec()
    }
}

/// The citations in a source: they stand apart by semicolons; a rule of play is none.
fn cited(source: &str) -> impl Iterator<Item = &str> {
    let mut open = 0_usize;
    let apart = move |c: char| {
        match c {
            '(' | '[' => open += 1,
            ')' | ']' => open = open.saturating_sub(1),
            _ => {}
        }
        c == ';' && open == 0
    };
    source.split(apart).map(str::trim).filter(|x| !x.is_empty() && !x.eq_ignore_ascii_case("rule of play"))
}
