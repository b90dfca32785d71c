//! What is handed out to write on, and what the teacher keeps: forms, questions, rubric, answers, sources.

use super::teams::sources_of;
use super::{Block, Calendar, Doc, Item, Kit, cited};
use crate::lang::log;
use crate::logic::condition;
use crate::model::{Claim, Decision, Objective, QuizItem, Reading};
use std::collections::BTreeSet;

/// Levels of a rubric, from the least.
const LEVELS: [&str; 4] = ["kit-level-1", "kit-level-2", "kit-level-3", "kit-level-4"];
/// A box to tick.
const BOX: &str = "☐";
/// The lines of a form to write on, under each of its fields.
const LINES: u8 = 7;
/// The lines under a question to talk about.
const NOTES: u8 = 2;

/// The order in which the options of a question are printed: by the alphabet, so that the place says nothing of which is best
/// and every print of the kit has the same.
fn order(item: &QuizItem) -> Vec<usize> {
    let mut all: Vec<usize> = (0..item.options.len()).collect();
    all.sort_by_key(|i| item.options[*i].text.at(Reading::Full));
    all
}

impl Kit<'_> {
    pub(super) fn forms(&self, doc: &mut Doc) {
        for (title, fields) in [
            ("kit-proposal", ["kit-proposal-what", "kit-proposal-gives", "kit-proposal-costs"]),
            ("kit-ruling", ["kit-ruling-result", "kit-ruling-reasons", "kit-ruling-earlier"]),
        ] {
            self.sheet(doc, self.ui(title), "kit-for-each-team").say(self.ui("kit-form-line"));
            for field in fields {
                doc.part(self.ui(field)).put(Block::Lines(LINES));
            }
        }
    }

    /// Questions to talk about, with room for what was said; where the scenario has none, those that fit any dispute.
    pub(super) fn questions(&self, doc: &mut Doc) {
        let asked = &self.scenario.debrief;
        let mut questions: Vec<String> = asked.questions.iter().map(|q| q.at(self.level).to_owned()).collect();
        if questions.is_empty() {
            questions = self.heads(["kit-ask-wanted", "kit-ask-paid", "kit-ask-reason", "kit-ask-other"]);
        }
        self.sheet(doc, self.ui("debrief-questions"), "kit-for-each-team");
        for (n, question) in (1..).zip(questions) {
            doc.part(format!("{n}. {question}")).put(Block::Lines(NOTES));
        }
        let when = |when| self.words.say(self.scenario, self.level, &condition::say(self.scenario, when));
        let rows: Vec<Vec<String>> =
            asked.follow_ups.iter().map(|(w, question)| vec![when(w), question.at(self.level).to_owned()]).collect();
        doc.table(self.ui("kit-ask-more"), self.heads(["kit-ask-when", "kit-ask-question"]), rows);
    }

    fn asked(&self) -> impl Iterator<Item = (usize, &QuizItem)> {
        (1..).zip(self.scenario.objectives.iter().filter_map(|o| o.items.first()))
    }

    pub(super) fn exit_ticket(&self, doc: &mut Doc) {
        let at = self.level;
        self.sheet(doc, self.ui("kit-exit-ticket"), "kit-for-all").say(self.ui("kit-name-line"));
        for (n, item) in self.asked() {
            doc.part(format!("{n}. {}", item.question.at(at)));
            let option = |(letter, i): (char, usize)| Item::marked(format!("{BOX} {letter})"), item.options[i].text.at(at));
            doc.list(('a'..).zip(order(item)).map(option).collect());
        }
    }

    /// One row for each aim, with where it shows.
    pub(super) fn rubric(&self, calendar: &Calendar<'_>, doc: &mut Doc) {
        let (s, at) = (self.scenario, self.level);
        let row = |o: &Objective| {
            let shows = |live: bool| {
                let played =
                    |d: &Decision| calendar.decision(d).is_empty() || calendar.decision(d).iter().any(|n| self.is_live(*n));
                let all = o.decisions.iter().map(|d| s.decision(*d)).filter(move |d| played(d) == live);
                all.map(|d| d.title.at(at)).collect::<Vec<_>>().join("; ")
            };
            let shows = match (shows(true), shows(false)) {
                (live, _) if !live.is_empty() => live,
                (_, bots) if !bots.is_empty() => self.with("kit-shown-by-bots", "decisions", bots),
                _ => self.ui("kit-exit-ticket"),
            };
            [vec![o.text.at(at).to_owned(), shows], vec![BOX.to_owned(); LEVELS.len()]].concat()
        };
        let head = [self.heads(["kit-objective", "kit-shows"]), self.heads(LEVELS)].concat();
        self.sheet(doc, self.ui("kit-rubric"), "kit-for-teacher");
        doc.table(self.ui("kit-rubric-about"), head, s.objectives.iter().map(row).collect());
    }

    /// For the teacher only: the best answers.
    pub(super) fn answers(&self, doc: &mut Doc) {
        let at = self.level;
        self.sheet(doc, self.ui("kit-answers"), "kit-teacher-only");
        for (n, item) in self.asked() {
            let best = item.options.get(item.best()).map_or("", |o| o.text.at(at));
            let place = order(item).into_iter().position(|i| i == item.best()).unwrap_or(0);
            let letter = char::from(b'a' + u8::try_from(place).unwrap_or(0).min(25));
            let sources = cited(&item.source).collect::<Vec<_>>().join("; ");
            let why = [item.because.at(at), &sources].into_iter().filter(|x| !x.is_empty()).map(Item::new).collect();
            doc.part(format!("{n}. {}", item.question.at(at)));
            doc.list(vec![Item::marked(format!("{letter})"), best).with(why)]);
        }
    }

    /// For the teacher only: what the press got wrong.
    pub(super) fn press_answers(&self, doc: &mut Doc) {
        let (s, at) = (self.scenario, self.level);
        if s.claims.is_empty() {
            return;
        }
        let row = |(n, c): (usize, &Claim)| {
            let verdict = self.ui(log::verdict(c.verdict));
            vec![n.to_string(), c.text.at(at).to_owned(), verdict, c.record.at(at).to_owned(), c.source.clone()]
        };
        let head = self.heads(["kit-number", "kit-claim", "kit-verdict", "press-record", "kit-source"]);
        self.sheet(doc, self.ui("kit-press-claims"), "kit-teacher-only");
        doc.table(self.ui("kit-press-claims-about"), head, (1..).zip(&s.claims).map(row).collect());
    }

    pub(super) fn sources(&self, doc: &mut Doc) {
        let s = self.scenario;
        let decisions = s.decisions.iter().flat_map(sources_of);
        let facts = s.timeline.iter().map(|f| f.source.as_str());
        let claims = s.claims.iter().map(|c| c.source.as_str());
        let answers = s.objectives.iter().flat_map(|o| &o.items).map(|i| i.source.as_str());
        let all: BTreeSet<&str> = decisions.chain(facts.chain(claims).chain(answers).flat_map(cited)).collect();
        if !all.is_empty() {
            self.sheet(doc, self.ui("debrief-sources"), "kit-for-teacher").list(all.into_iter().map(Item::new).collect());
        }
    }
}
