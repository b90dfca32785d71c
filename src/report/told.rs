//! The debrief as a document in the reader's words: what every face prints of it.

use super::accounts::{Account, accounts};
use super::doc::{Block, Doc, Item};
use super::{Debrief, Hinges, Turning};
use crate::lang::{self, Value, Words, log};
use crate::model::{Arg, Cause, Happened, LogEntry, Measure, Reading, Say, Scenario, SeatIx};
use std::collections::BTreeMap;

/// Causes named for each meter.
const CAUSES: usize = 2;

/// What a debrief is told from, and to whom.
#[derive(Clone, Copy, Debug)]
pub struct Telling<'a> {
    /// Scenario.
    pub scenario: &'a Scenario,
    /// The debrief.
    pub debrief: &'a Debrief,
    /// The whole log.
    pub record: &'a [LogEntry],
    /// Hinges, if they were looked for.
    pub hinges: Option<&'a Hinges>,
    /// Hands that a class raised for each hinge; empty if none were counted.
    pub votes: &'a [u16],
    /// Words.
    pub words: &'a Words,
    /// Wording.
    pub level: Reading,
}

impl<'a> Telling<'a> {
    fn ui(&self, key: &str) -> String {
        self.words.ui(key)
    }

    fn say(&self, say: &Say) -> String {
        self.words.say(self.scenario, self.level, say)
    }

    fn entry(&self, i: usize) -> String {
        self.say(&lang::entry_after(self.scenario, &self.record[..i], &self.record[i]))
    }

    fn seat(&self, seat: SeatIx) -> &'a str {
        self.scenario.seats[seat.ix()].name.at(self.level)
    }

    /// The whole debrief.
    #[must_use]
    pub fn doc(&self) -> Doc {
        let (s, d, at) = (self.scenario, self.debrief, self.level);
        let mut doc = Doc::titled(format!("{} · {}", self.ui("debrief-heading"), s.title.at(at)));
        match d.ending.and_then(|e| s.endings.get(e.ix())) {
            Some(ending) => {
                let how = self.words.ui_with("debrief-ending", &[("ending", ending.title.at(at).into())]);
                doc.say(how).say(ending.text.at(at));
            }
            None => {
                doc.say(self.ui("text-not-over"));
            }
        }
        // First what a class talks about, then the record to look things up in.
        let accounts = accounts(s, self.record);
        self.seats(&accounts, &mut doc);
        doc.section(self.ui("debrief-world"));
        self.meters(&accounts, None, &mut doc);
        self.parted(&mut doc);
        self.turning_points(&mut doc);
        for (key, text) in [
            ("debrief-history", &s.debrief.history),
            ("debrief-law-now", &s.debrief.law_now),
            ("text-epilogue", &s.debrief.epilogue),
        ] {
            if !text.is_empty() {
                doc.section(self.ui(key)).say(text.at(at));
            }
        }
        if !d.asked.is_empty() {
            doc.section(self.ui("debrief-questions"));
            doc.list(d.asked.iter().map(|q| Item::new(q.at(at))).collect());
        }
        self.courses(&mut doc);
        self.broken(&mut doc);
        self.holdings(&mut doc);
        self.reasoned(&mut doc);
        self.press(&mut doc);
        doc
    }

    /// Each seat: points, card, what its course bought, aims, and who moved its meters.
    fn seats(&self, accounts: &[Account], doc: &mut Doc) {
        let (s, d, at) = (self.scenario, self.debrief, self.level);
        doc.section(self.ui("debrief-paid"));
        let lines = d.ending.and_then(|e| s.endings.get(e.ix())).map(|e| &e.lines);
        for result in &d.seats {
            let seat = &s.seats[result.seat.ix()];
            let points = self.words.ui_with("debrief-points", &[("points", result.points.into())]);
            let par = result.par.map(|p| self.words.ui_with("debrief-par", &[("par", p.into())]));
            let par = par.map_or_else(String::new, |p| format!("; {p}"));
            doc.part(format!("{}: {points}{par}", seat.name.at(at)));
            if let Some(card) = seat.cards.get(result.card.ix()) {
                doc.say(self.words.ui_with("report-card", &[("card", card.title.at(at).into())]));
            }
            if let Some((_, line)) = lines.and_then(|l| l.iter().find(|(x, _)| *x == result.seat)) {
                doc.say(line.at(at));
            }
            let aims = result.aims.iter().filter(|a| a.weight > 0);
            let aim = |a: &super::AimResult| Item::marked(format!("{} / {}", a.earned, a.weight), seat.aims[a.aim].text.at(at));
            doc.list(aims.map(aim).collect());
            self.meters(accounts, Some(result.seat), doc);
        }
    }

    fn meters(&self, accounts: &[Account], owner: Option<SeatIx>, doc: &mut Doc) {
        let row = |a: &Account| {
            let change = [("from", Value::from(a.start)), ("to", a.end.into())];
            let (named, others) = a.largest(CAUSES);
            let cause = |(cause, by): &(Cause, i16)| {
                let cause = self.say(&lang::cause(self.scenario, *cause));
                self.words.ui_with("report-cause", &[("cause", cause.into()), ("by", lang::signed(*by).into())])
            };
            let mut because: Vec<String> = named.iter().map(cause).collect();
            because.extend(others.map(|by| self.words.ui_with("report-cause-rest", &[("by", lang::signed(by).into())])));
            vec![
                self.scenario.var(a.var).title.at(self.level).to_owned(),
                self.words.ui_with("meters-change", &change),
                because.join("; "),
            ]
        };
        let moved = accounts.iter().filter(|a| a.owner == owner && !a.causes.is_empty());
        let rows = moved.map(row).collect();
        let whose = owner.map_or_else(|| self.ui("debrief-world"), |seat| self.seat(seat).to_owned());
        let caption = self.words.ui_with("report-meters", &[("whose", whose.into())]);
        doc.table(caption, ["report-meter", "report-change", "report-because"].map(|k| self.ui(k)).to_vec(), rows);
    }

    /// The match, beside what really happened if something did, by date.
    fn courses(&self, doc: &mut Doc) {
        let mut days: BTreeMap<crate::model::Date, [Vec<String>; 2]> = BTreeMap::new();
        for i in &self.debrief.timeline {
            days.entry(self.record[*i].date).or_default()[0].push(self.entry(*i));
        }
        for fact in &self.scenario.timeline {
            days.entry(fact.date).or_default()[1].push(fact.text.at(self.level).to_owned());
        }
        if self.scenario.timeline.is_empty() {
            doc.section(self.ui("report-course"));
            let rows = days.into_iter().map(|(day, [mine, _])| vec![self.words.date(day), mine.join("; ")]).collect();
            let head = ["report-date", "debrief-yours"].map(|k| self.ui(k)).to_vec();
            doc.table(self.ui("report-course-about"), head, rows);
            return;
        }
        doc.section(self.ui("report-courses"));
        let rows = days.into_iter().map(|(day, [mine, real])| vec![self.words.date(day), mine.join("; "), real.join(" ")]);
        let head = ["report-date", "debrief-yours", "debrief-real"].map(|k| self.ui(k)).to_vec();
        doc.table(self.ui("report-courses-about"), head, rows.collect());
    }

    /// Where the match left history.
    fn parted(&self, doc: &mut Doc) {
        if !self.scenario.has_history() {
            return;
        }
        doc.section(self.ui("debrief-parted"));
        match &self.debrief.parted {
            None => doc.say(self.ui("debrief-never-parted")),
            Some((i, turning)) => doc.list(vec![Item::marked(self.words.date(self.record[*i].date), self.say(&turn(*turning)))]),
        };
    }

    /// The decisions on which the match turned.
    fn turning_points(&self, doc: &mut Doc) {
        let Some(found) = self.hinges else { return };
        doc.section(self.ui("debrief-turning-points"));
        doc.say(self.words.ui_with("report-hinges-about", &[("tried", found.tried.into())]));
        if found.hinges.is_empty() {
            doc.say(self.ui("report-no-hinge"));
        }
        doc.list(found.hinges.iter().enumerate().map(|(i, h)| self.hinge(i, h)).collect());
    }

    fn hinge(&self, at: usize, h: &super::Hinge) -> Item {
        let here = Say::new("report-hinge")
            .with("seat", Arg::Seat(h.seat))
            .with("decision", Arg::Decision(h.decision))
            .with("taken", Arg::Choice(h.decision, h.taken))
            .with("instead", Arg::Choice(h.decision, h.instead));
        let mut more = Vec::new();
        if h.ending == self.debrief.ending {
            more.push(Item::new(self.ui("report-hinge-same")));
        } else if let Some(ending) = h.ending {
            more.push(Item::new(self.say(&Say::new("report-hinge-ending").with("ending", Arg::Ending(ending)))));
        }
        for (i, (here, there)) in h.points.iter().enumerate().filter(|(_, (a, b))| a != b) {
            let args = [("seat", self.seat(SeatIx::new(i)).into()), ("from", Value::from(*here)), ("to", (*there).into())];
            more.push(Item::new(self.words.ui_with("report-hinge-points", &args)));
        }
        if self.votes.iter().any(|v| *v > 0)
            && let Some(count) = self.votes.get(at)
        {
            more.push(Item::new(self.words.ui_with("report-hinge-votes", &[("count", (*count).into())])));
        }
        let round = self.words.ui_with("report-round", &[("round", h.round.into())]);
        Item::marked(round, self.say(&here)).with(more)
    }

    fn broken(&self, doc: &mut Doc) {
        let broke = self.record.iter().enumerate().filter_map(|(i, e)| match &e.what {
            Happened::Broke(norm) => {
                let citation = &self.scenario.law.norm(*norm).citation;
                Some(Item::marked(self.words.date(e.date), format!("{} [{citation}]", self.entry(i))))
            }
            _ => None,
        });
        let broke: Vec<Item> = broke.collect();
        if !broke.is_empty() {
            doc.section(self.ui("debrief-broken")).list(broke);
        }
    }

    fn holdings(&self, doc: &mut Doc) {
        let held = |(_, e): &(usize, &LogEntry)| matches!(e.what, Happened::Held(..) | Happened::Status(..));
        let held: Vec<Item> = self
            .record
            .iter()
            .enumerate()
            .filter(held)
            .map(|(i, e)| Item::marked(self.words.date(e.date), self.entry(i)))
            .collect();
        if !held.is_empty() {
            doc.section(self.ui("debrief-holdings")).list(held);
        }
    }

    /// What the law required of each court beside what it did; whom it bound and from when; how well it was argued.
    fn reasoned(&self, doc: &mut Doc) {
        let d = self.debrief;
        if !d.reasoned.is_empty() {
            doc.section(self.ui("debrief-reasoned"));
            let each = |r: &super::Reasoned| {
                let treated = r.treated.iter().map(|i| Item::new(self.entry(*i))).collect();
                let did = Item::marked("→", self.entry(r.decision)).with(treated);
                Item::marked(self.words.date(self.record[r.decision].date), self.entry(r.constraint)).with(vec![did])
            };
            doc.list(d.reasoned.iter().map(each).collect());
        }
        if !d.turns.is_empty() {
            doc.section(self.ui("debrief-law-turns"));
            doc.list(d.turns.iter().map(|t| Item::new(self.say(&lang::law::turned(t.from, t.court, &t.by)))).collect());
        }
        if !d.scored.is_empty() {
            doc.section(self.ui("debrief-argued")).say(self.ui("score-about"));
            let measures = Measure::ALL.map(|m| self.ui(lang::law::measure(m)));
            let head = ["report-date", "report-seat", "report-issue", "report-score"].map(|k| self.ui(k));
            let head = head.into_iter().chain(measures).collect();
            doc.table(self.ui("report-scored-about"), head, d.scored.iter().filter_map(|i| self.scored(*i)).collect());
        }
    }

    /// An argument with its score, all together and by measure.
    fn scored(&self, i: usize) -> Option<Vec<String>> {
        let entry = &self.record[i];
        let Happened::Scored(issue, parts) = &entry.what else { return None };
        let seat = entry.actor.map_or("", |seat| self.seat(seat)).to_owned();
        let issue = self.scenario.issues[issue.ix()].title.at(self.level).to_owned();
        let (total, most) = Measure::total(parts);
        let total = self.words.ui_with("report-of", &[("points", total.into()), ("most", most.into())]);
        let parts = parts.iter().map(|p| p.map_or_else(|| "–".to_owned(), |p| p.to_string()));
        Some([self.words.date(entry.date), seat, issue, total].into_iter().chain(parts).collect())
    }

    fn press(&self, doc: &mut Doc) {
        if self.debrief.press.is_empty() {
            return;
        }
        doc.section(self.ui("debrief-press"));
        let each = |p: &super::PressResult| {
            let claim = self.scenario.claim(p.claim);
            let mut more = vec![Item::new(format!("{}: {}", self.ui("press-record"), claim.record.at(self.level)))];
            if !claim.source.is_empty() {
                more.push(Item::new(self.words.ui_with("press-source", &[("source", claim.source.as_str().into())])));
            }
            let bits = |bits: u16| (0..self.scenario.seats.len()).filter(move |i| bits & (1 << i) != 0);
            let careless: Vec<&str> = bits(p.quoted & !p.checked).map(|i| self.seat(SeatIx::new(i))).collect();
            if !careless.is_empty() {
                more.push(Item::new(format!("{}: {}", self.words.list(&careless), self.ui("debrief-unchecked"))));
            }
            Item::new(format!("{} [{}]", claim.text.at(self.level), self.ui(log::verdict(claim.verdict)))).with(more)
        };
        doc.put(Block::List(self.debrief.press.iter().map(each).collect()));
    }
}

fn turn(turning: Turning) -> Say {
    match turning {
        Turning::Choice(d, here, then) => Say::new("text-parted-choice")
            .with("decision", Arg::Decision(d))
            .with("here", Arg::Choice(d, here))
            .with("then", Arg::Choice(d, then)),
        Turning::Ruling(stage, here, then) => Say::new("text-parted-ruling")
            .with("stage", Arg::Stage(stage))
            .with("here", Arg::Side(here))
            .with("then", Arg::Side(then)),
    }
}
