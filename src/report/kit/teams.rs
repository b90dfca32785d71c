//! What a team gets: the sheet that only it may read, and a task for each of its four in every round.

use super::{Calendar, Doc, Item, Kit, TASKS, cited};
use crate::model::{Aim, Card, Decision, Offer, Seat, SeatIx, Story};
use std::collections::BTreeSet;

impl Kit<'_> {
    /// A seat's private sheet.
    pub(super) fn role(&self, ix: SeatIx, seat: &Seat, doc: &mut Doc) {
        let (s, at) = (self.scenario, self.level);
        self.sheet(doc, self.with("kit-role", "seat", seat.name.at(at)), "kit-private").say(seat.brief.at(at));
        if !seat.fear.is_empty() {
            doc.say(self.with("brief-fear", "fear", seat.fear.at(at)));
        }
        let card = |(c, card): (usize, &Card)| {
            let aims = seat.aims.iter().filter(|a| a.weights.get(c).is_some_and(|w| *w > 0));
            let aim = |a: &Aim| Item::marked(self.with("kit-worth", "points", a.weights[c]), a.text.at(at));
            let text = if card.text.is_empty() { String::new() } else { format!(": {}", card.text.at(at)) };
            Item::new(format!("{}{text}", card.title.at(at))).with(aims.map(aim).collect())
        };
        doc.part(self.ui("kit-cards")).list(seat.cards.iter().enumerate().map(card).collect());
        for (key, can) in [
            ("kit-offers", s.offers.iter().filter(|o| o.from == ix).map(|o| &o.act).collect::<Vec<_>>()),
            ("kit-moves", s.moves.iter().filter(|m| m.seat == ix).map(|m| &m.act).collect()),
        ] {
            if !can.is_empty() {
                let title = |act: &&crate::model::Doable| Item::new(act.title.at(at));
                doc.part(self.ui(key)).list(can.iter().map(title).collect());
            }
        }
    }

    /// What each of a team does in each round.
    pub(super) fn team(&self, ix: SeatIx, seat: &Seat, calendar: &Calendar<'_>, doc: &mut Doc) {
        let (s, at) = (self.scenario, self.level);
        self.sheet(doc, self.with("kit-team", "seat", seat.name.at(at)), "kit-for-team");
        let does = ["kit-lead-does", "kit-researcher-does", "kit-press-does", "kit-scribe-does"];
        doc.list(TASKS.iter().zip(does).map(|(task, does)| Item::marked(self.ui(task), self.ui(does))).collect());
        let decisions = || s.decisions.iter().filter(|d| d.seat == ix);
        let offers = || s.offers.iter().filter(|o| o.from == ix);
        let row = |n: u8| {
            let here: Vec<&Decision> = decisions().filter(|d| calendar.decision(d).contains(&n)).collect();
            let may: Vec<&Offer> = offers().filter(|o| calendar.offer(o).contains(&n)).collect();
            let name = if self.is_live(n) { self.round(n) } else { self.with("kit-skips", "round", self.round(n)) };
            let hearing = calendar.stages_in(n).find_map(|x| x.hearing.as_ref());
            let court = hearing.map(|h| self.with("kit-look-up-court", "court", s.law.court(h.court).name.as_str()));
            let read = sources(&here).or(court).unwrap_or_else(|| self.ui("kit-look-up-law"));
            let write = self.ui(if hearing.is_some() { "kit-scribe-ruling" } else { "kit-scribe-choice" });
            let rules = hearing.filter(|_| s.bench.as_ref().is_some_and(|b| b.seat == ix));
            let rules = rules.map(|h| self.with("kit-lead-rules", "court", s.law.court(h.court).name.as_str()));
            vec![name, self.lead(ix, rules, &here, &may), read, self.press(n), write]
        };
        let mut rows: Vec<Vec<String>> = calendar.rounds().map(row).collect();
        let any: Vec<&Decision> = decisions().filter(|d| calendar.decision(d).is_empty()).collect();
        let may: Vec<&Offer> = offers().filter(|o| calendar.offer(o).is_empty()).collect();
        if !any.is_empty() || !may.is_empty() {
            let read = sources(&any).unwrap_or_else(|| self.ui("kit-look-up-law"));
            let rest = ["kit-press-any", "kit-scribe-choice"].map(|k| self.ui(k));
            rows.push([vec![self.ui("kit-any-round"), self.lead(ix, None, &any, &may), read], rest.to_vec()].concat());
        }
        let head = [vec![self.ui("kit-round-head")], self.heads(TASKS)].concat();
        doc.table(self.with("kit-team-about", "seat", seat.name.at(at)), head, rows);
    }

    /// What the lead of a team does: rule, decide, offer, or else choose among what is open to the team in any round.
    fn lead(&self, ix: SeatIx, rules: Option<String>, decide: &[&Decision], offer: &[&Offer]) -> String {
        let at = self.level;
        let mut tasks: Vec<String> = rules.into_iter().collect();
        tasks.extend(decide.iter().map(|d| d.title.at(at).to_owned()));
        tasks.extend(offer.iter().map(|o| self.with("kit-lead-offers", "offer", o.act.title.at(at))));
        if tasks.is_empty() {
            let moves = self.scenario.moves.iter().any(|m| m.seat == ix);
            return self.ui(if moves { "kit-lead-moves" } else { "kit-lead-listens" });
        }
        tasks.join("; ")
    }

    fn press(&self, round: u8) -> String {
        let (s, level) = (self.scenario, self.level);
        let story = |x: &Story| {
            let (first, last) = (x.claims.iter().min()?.ix() + 1, x.claims.iter().max()?.ix() + 1);
            let claims = if first == last { first.to_string() } else { format!("{first}–{last}") };
            let args = [("story", x.title.at(level).into()), ("claims", claims.into())];
            Some(self.words.ui_with("kit-press-story", &args))
        };
        // What came out while bots played is checked in the next round of the class.
        let last = (1..round).rev().find(|n| self.is_live(*n)).unwrap_or(0);
        let here = |x: &&Story| self.is_live(round) && (last + 1..=round).contains(&x.round);
        let stories: Vec<String> = s.stories.iter().filter(here).filter_map(story).collect();
        if stories.is_empty() { self.ui("kit-press-says") } else { stories.join("; ") }
    }

    /// The press as it came out, its claims counted through; what they are worth stands on the teacher's sheet.
    pub(super) fn press_file(&self, doc: &mut Doc) {
        let (s, at) = (self.scenario, self.level);
        if s.stories.is_empty() {
            return;
        }
        self.sheet(doc, self.ui("kit-press-file"), "kit-press-file-about");
        for story in &s.stories {
            let when = [("round", story.round.into()), ("date", self.words.date(story.date).into())];
            doc.part(story.title.at(at)).say(format!("{}. {}", self.words.ui_with("kit-press-when", &when), story.text.at(at)));
            doc.list(story.claims.iter().map(|c| Item::marked(format!("{}.", c.ix() + 1), s.claim(*c).text.at(at))).collect());
        }
    }
}

/// What stands behind decisions, each citation once.
fn sources(decide: &[&Decision]) -> Option<String> {
    let sources: BTreeSet<&str> = decide.iter().flat_map(|d| sources_of(d)).collect();
    (!sources.is_empty()).then(|| sources.into_iter().collect::<Vec<_>>().join("; "))
}

/// The citations behind a decision and its options.
pub(super) fn sources_of(d: &Decision) -> impl Iterator<Item = &str> {
    let options = d.options.iter().map(|o| o.act.source.as_str());
    std::iter::once(d.source.as_str()).chain(options).flat_map(cited)
}
