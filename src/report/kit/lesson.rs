//! The lesson: its minutes, what the teacher says and does, the brief that everybody gets.

use super::{Calendar, Doc, Item, Kit};
use crate::model::{Preset, Stage};
use crate::report::doc::Block;

impl Kit<'_> {
    pub(super) fn lesson(&self, calendar: &Calendar<'_>, doc: &mut Doc) {
        self.sheet(doc, self.ui("kit-minutes"), "kit-for-teacher");
        for preset in self.presets() {
            let head = self.heads(["kit-minute", "kit-what", "kit-who"]);
            doc.part(preset.title.at(self.level));
            let caption = self.with("kit-minutes-about", "minutes", preset.minutes);
            doc.table(caption, head, self.minutes(preset, calendar));
        }
        self.script(calendar, doc);
    }

    /// A lesson minute by minute: what the rounds have is shared out among those that are played.
    fn minutes(&self, preset: &Preset, calendar: &Calendar<'_>) -> Vec<Vec<String>> {
        let span = |from: u16, to: u16| format!("{from}–{to}");
        let mut now = preset.brief;
        let class = self.ui("kit-everybody");
        let mut rows = vec![vec![span(0, now), self.ui("kit-brief-does"), class.clone()]];
        let live = u16::try_from(preset.rounds.len()).unwrap_or(1).max(1);
        let mut played = 0;
        for round in calendar.rounds() {
            if preset.is_live(round) {
                played += 1;
                let then = preset.brief + preset.decisions * played / live;
                rows.push(vec![span(now, then), self.round(round), self.deciding(round, calendar)]);
                now = then;
            } else {
                rows.push(vec!["–".into(), self.with("kit-skips", "round", self.round(round)), self.ui("kit-bots")]);
            }
        }
        for (length, what) in [(preset.debrief, "kit-debrief-does"), (preset.exit, "kit-exit-does")] {
            rows.push(vec![span(now, now + length), self.ui(what), class.clone()]);
            now += length;
        }
        rows
    }

    /// The seats that have something to decide in a round.
    fn deciding(&self, round: u8, calendar: &Calendar<'_>) -> String {
        let s = self.scenario;
        let bench = s.bench.as_ref().filter(|_| calendar.stages_in(round).any(|x| x.hearing.is_some())).map(|b| b.seat);
        let decides = |(i, _): &(usize, _)| {
            let theirs = |d: &&crate::model::Decision| d.seat.ix() == *i;
            bench.is_some_and(|b| b.ix() == *i)
                || s.decisions.iter().filter(theirs).any(|d| calendar.decision(d).contains(&round))
        };
        let names: Vec<&str> = s.seats.iter().enumerate().filter(decides).map(|(_, x)| x.name.at(self.level)).collect();
        // Whoever has nothing to decide has a task all the same.
        if names.is_empty() || names.len() == s.seats.len() {
            self.ui("kit-everybody")
        } else {
            self.with("kit-decides", "seats", self.words.list(&names))
        }
    }

    /// What the teacher says and does.
    fn script(&self, calendar: &Calendar<'_>, doc: &mut Doc) {
        self.sheet(doc, self.ui("kit-script"), "kit-for-teacher");
        // A team at every seat, as the role sheets have it.
        let teams: Vec<String> = self.scenario.seats.iter().map(|x| format!("--seat {}=human", x.id)).collect();
        let teams = teams.join(" ");
        let start =
            |p: &&Preset| Item::marked(p.title.at(self.level), format!("comity play {} --preset {} {teams}", self.source, p.id));
        let start = self.presets().iter().map(start).collect();
        let mut open = vec![Item::new(self.ui("kit-script-start")).with(start)];
        open.extend(["kit-script-open", "kit-script-brief", "kit-script-curtain"].map(|k| Item::new(self.ui(k))));
        doc.part(self.ui("kit-script-before")).list(open);
        let stage = |x: &Stage| Item::marked(x.title.at(self.level), x.text.at(self.level));
        let round = |n: u8| {
            // What bots play is told as well: later rounds stand on it.
            let name = if self.is_live(n) { self.round(n) } else { self.with("kit-skips", "round", self.round(n)) };
            Item::new(name).with(calendar.new_in(n).filter(|x| !x.text.is_empty()).map(stage).collect())
        };
        let each = std::iter::once(Item::new(self.ui("kit-script-each")));
        doc.part(self.ui("kit-script-rounds")).list(each.chain(calendar.rounds().map(round)).collect());
        let close = ["kit-script-bell", "kit-script-debrief", "kit-script-exit"];
        doc.part(self.ui("kit-script-after")).list(close.map(|k| Item::new(self.ui(k))).to_vec());
    }

    /// What everybody knows, to hand out.
    pub(super) fn public_brief(&self, doc: &mut Doc) {
        let (s, at) = (self.scenario, self.level);
        self.sheet(doc, self.ui("brief-public"), "kit-for-all");
        if let Some(picture) = s.picture.and_then(|i| s.illustrations.get(i)) {
            doc.put(Block::Picture(picture.clone(), picture.shows.at(at).to_owned()));
        }
        doc.say(s.brief.at(at));
        doc.part(self.ui("kit-who-plays")).list(s.seats.iter().map(|x| Item::new(x.name.at(at))).collect());
        let day = |(n, r): (u8, &crate::model::Round)| {
            let from = if n == 1 { s.start } else { s.rounds[usize::from(n) - 2].ends.plus(1) };
            vec![n.to_string(), r.title.at(at).to_owned(), self.words.date(from), self.words.date(r.ends)]
        };
        let head = self.heads(["kit-round-head", "kit-what", "kit-from", "kit-to"]);
        doc.part(self.ui("kit-calendar"));
        doc.table(self.ui("kit-calendar-about"), head, (1..).zip(&s.rounds).map(day).collect());
    }
}
