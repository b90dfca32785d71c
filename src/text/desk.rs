//! The desk: what a seat may do now, numbered and grouped, and why the rest is closed.

use super::closed::{Closed, closed};
use super::effects::effects;
use super::{Page, Voice};
use crate::learn::is_left;
use crate::model::{Action, Arg, CaseIx, Doable, IssueIx, Say, Side};
use crate::seat::{self, Refusal, SeatView, check, legal_actions};

/// What a number on the desk stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Done at once.
    Do(Action),
    /// Opens the building of an argument.
    Argue(IssueIx),
    /// Opens the choice of a ground.
    Attack(IssueIx),
    /// Opens the ruling.
    Rule,
}

/// Something that is open.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it stands for.
    pub pick: Pick,
    /// Title.
    pub title: String,
    /// What it means.
    pub about: String,
    /// Cost and effects.
    pub does: String,
}

/// Entries under one heading.
#[derive(Clone, Debug)]
pub struct Group {
    /// Heading.
    pub heading: String,
    /// What it is about.
    pub about: String,
    /// Entries.
    pub entries: Vec<Entry>,
}

/// A desk. Numbers run through the open entries from 1, and on through the closed ones.
#[derive(Clone, Debug)]
pub struct Desk {
    /// What is open.
    pub groups: Vec<Group>,
    /// What is not.
    pub closed: Vec<Closed>,
    /// Whether the seat may close its plan.
    pub may_close: Result<(), Refusal>,
}

impl Desk {
    /// The desk of a seat.
    #[must_use]
    pub fn of(view: &SeatView, voice: Voice<'_>) -> Self {
        let legal = legal_actions(view);
        let may_close = check(view, &Action::Close).map(drop);
        Self { groups: groups(view, &legal, voice), closed: closed(view, voice), may_close }
    }

    /// Leaves what is the person's in guided play.
    pub fn guide(&mut self, view: &SeatView) {
        let argues = !view.plan.iter().any(|a| matches!(a, Action::Argue(_)));
        for group in &mut self.groups {
            group.entries.retain(|e| match &e.pick {
                Pick::Do(action) => is_left(view, action),
                Pick::Argue(_) => argues,
                Pick::Attack(_) => false,
                Pick::Rule => true,
            });
        }
        self.groups.retain(|g| !g.entries.is_empty());
    }

    /// The open entries, in the order of their numbers.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.groups.iter().flat_map(|g| &g.entries)
    }

    /// The desk as a page.
    #[must_use]
    pub fn page(&self, voice: Voice<'_>) -> Page {
        let mut page = Page::new();
        let mut number = 0;
        for group in &self.groups {
            page.heading(&group.heading);
            if !group.about.is_empty() {
                page.line(0, &group.about);
            }
            for entry in &group.entries {
                number += 1;
                page.hang(&format!("{number:3}  "), &entry.title);
                if !entry.about.is_empty() {
                    page.line(7, &entry.about);
                }
                if !entry.does.is_empty() {
                    page.hang("       → ", &entry.does);
                }
            }
        }
        if number == 0 {
            page.blank().line(0, &voice.words.ui("text-nothing-open"));
        }
        page
    }

    /// What is closed, numbered on from the open entries.
    #[must_use]
    pub fn closed_page(&self, view: &SeatView, voice: Voice<'_>) -> Page {
        let mut page = Page::new();
        let open = self.entries().count();
        page.heading(&voice.words.ui("text-not-open"));
        for (i, c) in self.closed.iter().enumerate() {
            page.hang(&format!("{:3}  ", open + i + 1), &c.title);
            page.line(7, &voice.words.say(&view.scenario, voice.level, &c.refusal.why.say(&view.scenario)));
        }
        if self.closed.is_empty() {
            page.line(5, &voice.words.ui("list-none"));
        }
        page
    }

    /// The action behind a number, if it is one that can be spoken of before it is built.
    #[must_use]
    pub fn action(&self, number: usize) -> Option<&Action> {
        let ix = number.checked_sub(1)?;
        let open = self.entries().count();
        match self.entries().nth(ix) {
            Some(Entry { pick: Pick::Do(action), .. }) => Some(action),
            Some(_) => None,
            None => self.closed.get(ix - open).map(|c| &c.action),
        }
    }
}

fn groups(view: &SeatView, legal: &[Action], voice: Voice<'_>) -> Vec<Group> {
    let s = &view.scenario;
    let mut out: Vec<Group> = Vec::new();
    let mut put = |heading: String, about: &str, entry: Entry| match out.iter_mut().find(|g| g.heading == heading) {
        Some(group) => group.entries.push(entry),
        None => out.push(Group { heading, about: about.to_owned(), entries: vec![entry] }),
    };
    let ui = |key| voice.words.ui(key);
    let say = |say: Say| voice.words.say(s, voice.level, &say);
    for d in seat::open_decisions(s, &view.numbers, &view.clock, view.seat) {
        let decision = s.decision(d);
        for action in legal.iter().filter(|a| matches!(a, Action::Choose(x, _) if *x == d)) {
            let Action::Choose(_, o) = action else { continue };
            let entry = of_act(view, &decision.options[usize::from(*o)].act, action, voice);
            let mut about = decision.text.at(voice.level).to_owned();
            if let Some(case) = decision.file {
                about = format!("{about} {}", say(law(view, case)));
            }
            put(decision.title.at(voice.level).to_owned(), &about, entry);
        }
    }
    let firsts = firsts(legal);
    let plain = |pick, title: String, about: String| Entry { pick, title, about, does: String::new() };
    for action in legal {
        match action {
            Action::Choose(..) | Action::Close | Action::Undo => {}
            Action::Respond(o, yes) => {
                let offer = s.offer(*o);
                let from = offer.from;
                let heading = say(Say::new("text-offer-from").with("seat", Arg::Seat(from)).with("offer", Arg::Offer(*o)));
                let mut entry = of_act(view, &offer.act, action, voice);
                entry.title = ui(if *yes { "offers-accept" } else { "offers-decline" });
                entry.about.clear();
                put(heading, offer.act.text.at(voice.level), entry);
            }
            Action::Rule(..) => {
                if !has(&firsts, action) {
                    continue;
                }
                put(ui("ruling-heading"), "", plain(Pick::Rule, ui("text-rule"), String::new()));
            }
            Action::Move(m) => put(ui("desk-moves"), "", of_act(view, &s.side_move(*m).act, action, voice)),
            Action::Argue(p) => {
                if !has(&firsts, action) {
                    continue;
                }
                let issue = &s.issues[p.issue.ix()];
                let about = issue.text.at(voice.level).to_owned();
                let entry =
                    Entry { does: cost(1, voice), ..plain(Pick::Argue(p.issue), issue.title.at(voice.level).into(), about) };
                put(ui("argue-heading"), "", entry);
            }
            Action::Attack(issue, _) => {
                if !has(&firsts, action) {
                    continue;
                }
                let title = say(Say::new("text-attack").with("issue", Arg::Issue(*issue)));
                let about = cited(view, *issue)
                    .map_or_else(String::new, |a| say(Say::new("text-they-cite").with("authority", Arg::Precedent(a))));
                put(ui("argue-attack"), "", Entry { does: cost(1, voice), ..plain(Pick::Attack(*issue), title, about) });
            }
            Action::Offer(o) => {
                let to = say(Say::new("offers-to").with("seat", Arg::Seat(s.offer(*o).to)));
                let mut entry = of_act(view, &s.offer(*o).act, action, voice);
                entry.title = format!("{} ({to})", entry.title);
                put(ui("offers-make"), &ui("offers-talk"), entry);
            }
            Action::Check(c) => {
                let entry = plain(Pick::Do(action.clone()), s.claim(*c).text.at(voice.level).into(), String::new());
                let story = s.stories.get(s.claim(*c).story).map_or("", |x| x.title.at(voice.level));
                put(format!("{}: {story}", ui("press-check")), "", entry);
            }
            Action::Quote(c) => {
                let entry = plain(Pick::Do(action.clone()), s.claim(*c).text.at(voice.level).into(), String::new());
                put(ui("press-quote"), &ui("press-warning"), entry);
            }
        }
    }
    out
}

/// What the law forces in a case now.
pub(super) fn law(view: &SeatView, case: CaseIx) -> Say {
    match Side::of(view.numbers[view.scenario.cases[case.ix()].forced.ix()]) {
        Some(side) => Say::new("docket-forced").with("side", Arg::Side(side)),
        None => Say::new("docket-free"),
    }
}

/// Of the actions that a dialog builds, the first on each matter stands for all.
fn firsts(legal: &[Action]) -> Vec<&Action> {
    let matter = |a: &Action| match a {
        Action::Argue(p) => Some((0, p.issue)),
        Action::Attack(issue, _) => Some((1, *issue)),
        Action::Rule(..) => Some((2, IssueIx(0))),
        _ => None,
    };
    let mut seen = Vec::new();
    let mut out = Vec::new();
    for action in legal {
        if let Some(m) = matter(action)
            && !seen.contains(&m)
        {
            seen.push(m);
            out.push(action);
        }
    }
    out
}

fn has(firsts: &[&Action], action: &Action) -> bool {
    firsts.iter().any(|f| std::ptr::eq(*f, action))
}

/// The authority the other side cites on an issue.
pub(super) fn cited(view: &SeatView, issue: IssueIx) -> Option<crate::model::PrecedentIx> {
    let side = view.scenario.seats[view.seat.ix()].side?;
    let target = seat::attackable(&view.sitting.pleaded, side).find(|p| p.pleading.issue == issue);
    target.and_then(|p| p.pleading.authority)
}

fn cost(cost: i16, voice: Voice<'_>) -> String {
    if cost == 0 { String::new() } else { voice.words.ui_with("desk-cost", &[("cost", cost.into())]) }
}

fn of_act(view: &SeatView, act: &Doable, action: &Action, voice: Voice<'_>) -> Entry {
    let mut does = effects(view, action, voice);
    if does.is_empty() && !matches!(action, Action::Respond(_, false)) {
        does.push(voice.words.ui("effect-none"));
    }
    let price = cost(act.cost, voice);
    if !price.is_empty() && !matches!(action, Action::Respond(..)) {
        does.insert(0, price);
    }
    Entry {
        pick: Pick::Do(action.clone()),
        title: act.title.at(voice.level).to_owned(),
        about: act.text.at(voice.level).to_owned(),
        does: does.join("; "),
    }
}
