//! The facilitator's kit: what a teacher prints for a lesson, made from the scenario. Each private brief stands on a sheet of its own
//! and nowhere else; so do the answers and what the press got wrong.

use super::doc::{Block, Doc, Item};
use crate::lang::{Words, log};
use crate::model::{Decision, Preset, Reading, Scenario, Seat, SeatIx, Stage};
use std::collections::BTreeSet;

/// The four tasks of a team, in the order in which they are filled.
const TASKS: [&str; 4] = ["lead", "researcher", "press", "scribe"];
/// Levels of a rubric, from the least.
const LEVELS: [&str; 4] = ["kit-level-1", "kit-level-2", "kit-level-3", "kit-level-4"];
/// The lines of a form to write on.
const LINES: u8 = 4;

/// What a kit is made from, and for whom.
#[derive(Clone, Copy, Debug)]
pub struct Kit<'a> {
    /// Scenario.
    pub scenario: &'a Scenario,
    /// Words.
    pub words: &'a Words,
    /// Wording.
    pub level: Reading,
    /// Pupils to be seated.
    pub pupils: u16,
}

impl Kit<'_> {
    /// The whole kit.
    #[must_use]
    pub fn doc(&self) -> Doc {
        let (s, at) = (self.scenario, self.level);
        let mut doc = Doc::titled(self.with("kit-title", "title", s.title.at(at)));
        self.overview(&mut doc);
        self.script(&mut doc);
        for (i, seat) in s.seats.iter().enumerate() {
            self.role(SeatIx::new(i), seat, &mut doc);
        }
        for (i, seat) in s.seats.iter().enumerate() {
            self.team(SeatIx::new(i), seat, &mut doc);
        }
        self.forms(&mut doc);
        self.debrief(&mut doc);
        self.answers(&mut doc);
        self.sources(&mut doc);
        doc
    }

    fn ui(&self, key: &str) -> String {
        self.words.ui(key)
    }

    fn with(&self, key: &str, name: &str, value: &str) -> String {
        self.words.ui_with(key, &[(name, value.into())])
    }

    fn overview(&self, doc: &mut Doc) {
        let (s, at) = (self.scenario, self.level);
        doc.say(s.summary.at(at)).say(self.ui(if s.fictional { "kit-invented" } else { "kit-real" }));
        doc.section(self.ui("kit-aims"));
        let objective = |o: &crate::model::Objective| Item::marked(&o.standard, o.text.at(at));
        doc.list(s.objectives.iter().map(objective).collect());
        doc.section(self.ui("kit-times"));
        let row = |p: &Preset| {
            let parts = [p.brief, p.decisions, p.debrief, p.exit].map(|n| n.to_string());
            let rounds = |live: bool| (1..).zip(&s.rounds).filter(move |(n, _)| p.is_live(*n) == live);
            let titles = |live: bool| rounds(live).map(|(_, r)| r.title.at(at)).collect::<Vec<_>>().join("; ");
            let [brief, decisions, debrief, exit] = parts;
            vec![p.title.at(at).to_owned(), p.minutes.to_string(), brief, decisions, debrief, exit, titles(true), titles(false)]
        };
        let head =
            ["kit-length", "kit-minutes", "kit-brief", "kit-decisions", "kit-debrief", "kit-exit", "kit-played", "kit-skipped"];
        doc.table(self.ui("kit-times-about"), head.map(|k| self.ui(k)).to_vec(), s.presets.iter().map(row).collect());
        doc.section(self.ui("kit-people")).say(self.words.ui_with("kit-people-about", &[("pupils", self.pupils.into())]));
        doc.table(
            self.ui("kit-people-table"),
            [vec![self.ui("kit-seat")], TASKS.map(|t| self.task_name(t)).to_vec()].concat(),
            self.people(),
        );
    }

    fn task_name(&self, task: &str) -> String {
        self.ui(match task {
            "lead" => "kit-lead",
            "researcher" => "kit-researcher",
            "press" => "kit-press",
            _ => "kit-scribe",
        })
    }

    /// Pupils by seat and task: seats in turn, and in a seat its tasks in turn; a small team shares the later tasks.
    fn people(&self) -> Vec<Vec<String>> {
        let seats = self.scenario.seats.len().max(1);
        let row = |(i, seat): (usize, &Seat)| {
            let team = usize::from(self.pupils) / seats + usize::from(i < usize::from(self.pupils) % seats);
            let each = |task: usize| {
                let n = team / TASKS.len() + usize::from(task < team % TASKS.len());
                if n > 0 || team == 0 {
                    n.to_string()
                } else {
                    self.with("kit-shared", "task", &self.task_name(TASKS[task % team]))
                }
            };
            [vec![seat.name.at(self.level).to_owned()], (0..TASKS.len()).map(each).collect()].concat()
        };
        self.scenario.seats.iter().enumerate().map(row).collect()
    }

    /// What the teacher says and does.
    fn script(&self, doc: &mut Doc) {
        let s = self.scenario;
        doc.section(self.ui("kit-script"));
        doc.list(["kit-script-open", "kit-script-brief", "kit-script-curtain"].map(|k| Item::new(self.ui(k))).to_vec());
        let round = |(n, r): (u8, &crate::model::Round)| {
            let stages = s.stages.iter().filter(|x| x.round == Some(n));
            let stage = |x: &Stage| Item::marked(x.title.at(self.level), x.text.at(self.level));
            let title = self.words.ui_with("kit-round", &[("round", n.into()), ("title", r.title.at(self.level).into())]);
            Item::new(title).with(stages.map(stage).collect())
        };
        doc.list((1..).zip(&s.rounds).map(round).collect());
        doc.list(["kit-script-bell", "kit-script-debrief", "kit-script-exit"].map(|k| Item::new(self.ui(k))).to_vec());
        doc.part(self.ui("brief-public")).say(s.brief.at(self.level));
    }

    /// A seat's private sheet.
    fn role(&self, ix: SeatIx, seat: &Seat, doc: &mut Doc) {
        let at = self.level;
        doc.put(Block::Sheet).section(self.with("kit-role", "seat", seat.name.at(at)));
        doc.say(self.ui("kit-private")).say(seat.brief.at(at));
        if !seat.fear.is_empty() {
            doc.say(self.with("brief-fear", "fear", seat.fear.at(at)));
        }
        let cards = seat.cards.iter().enumerate();
        let card = |(c, card): (usize, &crate::model::Card)| {
            let aims = seat.aims.iter().filter(|a| a.weights.get(c).is_some_and(|w| *w > 0));
            let aim = |a: &crate::model::Aim| {
                Item::marked(self.words.ui_with("kit-worth", &[("points", a.weights[c].into())]), a.text.at(at))
            };
            Item::new(format!("{}: {}", card.title.at(at), card.text.at(at))).with(aims.map(aim).collect())
        };
        doc.part(self.ui("kit-cards")).list(cards.map(card).collect());
        let offers = self.scenario.offers.iter().filter(|o| o.from == ix);
        doc.part(self.ui("kit-offers")).list(offers.map(|o| Item::new(o.act.title.at(at))).collect());
        doc.put(Block::Sheet);
    }

    /// What each of a team does in each round.
    fn team(&self, ix: SeatIx, seat: &Seat, doc: &mut Doc) {
        let (s, at) = (self.scenario, self.level);
        doc.section(self.with("kit-team", "seat", seat.name.at(at)));
        let row = |(n, round): (u8, &crate::model::Round)| {
            let here: Vec<&Decision> = s.decisions.iter().filter(|d| d.seat == ix && in_round(d, n)).collect();
            let stories: Vec<&str> = s.stories.iter().filter(|x| x.round == n).map(|x| x.title.at(at)).collect();
            let stage = s.stages.iter().find(|x| x.round == Some(n));
            let titles: Vec<&str> = here.iter().map(|d| d.title.at(at)).collect();
            let sources: BTreeSet<&str> = here.iter().flat_map(|d| sources_of(d)).collect();
            let lead = if titles.is_empty() {
                self.ui("kit-lead-listens")
            } else {
                self.with("kit-lead-decides", "decisions", &self.words.list(&titles))
            };
            let research = match (sources.is_empty(), stage.and_then(|x| x.hearing.as_ref())) {
                (false, _) => self.with("kit-look-up", "sources", &sources.into_iter().collect::<Vec<_>>().join("; ")),
                (true, Some(h)) => self.with("kit-look-up-court", "court", &s.law.court(h.court).name),
                (true, None) => self.with("kit-look-up-stage", "stage", stage.map_or(round.title.at(at), |x| x.title.at(at))),
            };
            let press = if stories.is_empty() {
                self.with("kit-press-says", "round", round.title.at(at))
            } else {
                self.with("kit-press-checks", "stories", &self.words.list(&stories))
            };
            let scribe = self.with("kit-scribe-notes", "round", round.title.at(at));
            vec![format!("{n}. {}", round.title.at(at)), lead, research, press, scribe]
        };
        let head = [vec![self.ui("kit-round-head")], TASKS.map(|t| self.task_name(t)).to_vec()].concat();
        doc.table(self.with("kit-team-about", "seat", seat.name.at(at)), head, (1..).zip(&s.rounds).map(row).collect());
    }

    fn forms(&self, doc: &mut Doc) {
        doc.put(Block::Sheet).section(self.ui("kit-forms"));
        for (title, fields) in [
            ("kit-proposal", ["kit-proposal-what", "kit-proposal-gives", "kit-proposal-costs"]),
            ("kit-ruling", ["kit-ruling-result", "kit-ruling-reasons", "kit-ruling-earlier"]),
        ] {
            doc.part(self.ui(title));
            for field in fields {
                doc.say(self.ui(field)).put(Block::Lines(LINES));
            }
        }
        doc.put(Block::Sheet);
    }

    /// Questions to talk about, exit questions, and how to judge what is shown.
    fn debrief(&self, doc: &mut Doc) {
        let (s, at) = (self.scenario, self.level);
        doc.section(self.ui("debrief-questions")).list(s.debrief.questions.iter().map(|q| Item::new(q.at(at))).collect());
        doc.put(Block::Sheet).section(self.ui("kit-exit-ticket")).say(self.ui("kit-name-line"));
        for (n, item) in (1..).zip(s.objectives.iter().filter_map(|o| o.items.first())) {
            doc.part(format!("{n}. {}", item.question.at(at)));
            let option = |(letter, o): (char, &crate::model::QuizOption)| Item::marked(format!("☐ {letter})"), o.text.at(at));
            doc.list(('a'..).zip(&item.options).map(option).collect());
        }
        doc.put(Block::Sheet).section(self.ui("kit-rubric"));
        let row = |o: &crate::model::Objective| [vec![o.text.at(at).to_owned()], LEVELS.map(|k| self.ui(k)).to_vec()].concat();
        let head = [vec![self.ui("kit-objective")], (1..=4).map(|n: u8| n.to_string()).collect()].concat();
        doc.table(self.ui("kit-rubric-about"), head, s.objectives.iter().map(row).collect());
    }

    /// For the teacher only: the best answers, and what the press got wrong.
    fn answers(&self, doc: &mut Doc) {
        let (s, at) = (self.scenario, self.level);
        doc.put(Block::Sheet).section(self.ui("kit-answers")).say(self.ui("kit-teacher-only"));
        let answer = |item: &crate::model::QuizItem| {
            let best = item.options.get(item.best());
            let text = best.map_or("", |o| o.text.at(at));
            let letter = char::from(b'a' + u8::try_from(item.best()).unwrap_or(0).min(25));
            let why = [Item::new(item.because.at(at)), Item::marked("", item.source.as_str())];
            Item::marked(format!("{letter})"), text).with(why.into_iter().filter(|i| !i.text.is_empty()).collect())
        };
        let asked = s.objectives.iter().filter_map(|o| o.items.first());
        doc.list(asked.map(|i| Item::new(i.question.at(at)).with(vec![answer(i)])).collect());
        let claim = |c: &crate::model::Claim| {
            vec![c.text.at(at).to_owned(), self.ui(log::verdict(c.verdict)), c.record.at(at).to_owned(), c.source.clone()]
        };
        let head = ["kit-claim", "kit-verdict", "press-record", "kit-source"].map(|k| self.ui(k)).to_vec();
        doc.section(self.ui("kit-press-claims"));
        doc.table(self.ui("kit-press-claims-about"), head, s.claims.iter().map(claim).collect());
    }

    fn sources(&self, doc: &mut Doc) {
        let s = self.scenario;
        let decisions = s.decisions.iter().flat_map(sources_of);
        let facts = s.timeline.iter().map(|f| f.source.as_str());
        let claims = s.claims.iter().map(|c| c.source.as_str());
        let all: BTreeSet<&str> = decisions.chain(facts).chain(claims).filter(|x| !x.is_empty()).collect();
        doc.section(self.ui("debrief-sources")).list(all.into_iter().map(Item::new).collect());
    }
}

/// Whether a decision belongs to a round: by the calendar of one of its options, or because it is open in few rounds only.
fn in_round(d: &Decision, round: u8) -> bool {
    let slot = d.options.iter().filter_map(|o| o.act.slot.as_ref()).any(|x| x.round == round);
    let bounded = d.rounds.1 < u8::MAX && (d.rounds.0..=d.rounds.1).contains(&round);
    slot || bounded
}

/// The citations behind a decision and its options.
fn sources_of(d: &Decision) -> impl Iterator<Item = &str> {
    let options = d.options.iter().map(|o| o.act.source.as_str());
    std::iter::once(d.source.as_str()).chain(options).filter(|x| !x.is_empty())
}
