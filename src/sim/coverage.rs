//! What bots came to and what they never did, told apart from what nobody can ever come to.

use crate::model::{Happened, LogEntry, Requirement, Result, Scenario, Standing, Treatment};
use crate::scenario::reachable::Reachable;

/// A kind of thing that a match can come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A stage of the procedure.
    Stage,
    /// An option of a decision.
    Option,
    /// A side move.
    Move,
    /// An offer, accepted.
    Offer,
    /// A rule of the scenario that goes off by itself.
    Rule,
    /// A norm whose breach the scenario answers.
    Norm,
    /// An event.
    Event,
    /// An ending.
    Ending,
    /// What courts do with precedent.
    Doctrine,
}

impl Kind {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 9] =
        [Self::Stage, Self::Option, Self::Move, Self::Offer, Self::Rule, Self::Norm, Self::Event, Self::Ending, Self::Doctrine];

    /// A stable word for it; also the last part of its message.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Stage => "stage",
            Self::Option => "option",
            Self::Move => "move",
            Self::Offer => "offer",
            Self::Rule => "rule",
            Self::Norm => "norm",
            Self::Event => "event",
            Self::Ending => "ending",
            Self::Doctrine => "doctrine",
        }
    }
}

/// What courts can do with precedent, by the words under which coverage lists it.
const DOCTRINE: [&str; 13] = [
    "forced",
    "free",
    "conflict",
    "follow",
    "distinguish",
    "overrule",
    "displace",
    "defy",
    "decline",
    "moot",
    "reverse",
    "divide",
    "tie",
];

/// One thing, and how often matches came to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// Kind.
    pub kind: Kind,
    /// Id; an option is `decision/option`.
    pub id: String,
    /// Title, in plain words; empty for doctrine.
    pub title: String,
    /// Times it came, over all matches.
    pub visits: u64,
    /// Matches in which it came.
    pub matches: u64,
    /// Whether it is proven that no match can come to it.
    pub impossible: bool,
}

/// What many matches came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Everything, by kind and in the order of the scenario.
    pub things: Vec<Thing>,
    /// Matches counted.
    pub matches: u64,
    index: Index,
}

/// Where each kind begins in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Index {
    starts: [usize; 9],
    /// Where the options of each decision begin.
    options: Vec<usize>,
    /// The norms with a breach, in order of appearance.
    norms: Vec<crate::model::NormIx>,
    all: usize,
}

impl Index {
    fn of(s: &Scenario) -> Self {
        let mut options = Vec::new();
        let mut at = s.stages.len();
        for d in &s.decisions {
            options.push(at);
            at += d.options.len();
        }
        let mut norms: Vec<_> = s.breaches.iter().map(|b| b.norm).collect();
        norms.sort_unstable();
        norms.dedup();
        let sizes =
            [s.moves.len(), s.offers.len(), s.triggers.len(), norms.len(), s.events.len(), s.endings.len(), DOCTRINE.len()];
        let mut starts = [0, s.stages.len(), 0, 0, 0, 0, 0, 0, 0];
        for (i, size) in sizes.into_iter().enumerate() {
            starts[i + 2] = at;
            at += size;
        }
        Self { starts, options, norms, all: at }
    }

    fn at(&self, kind: Kind, i: usize) -> usize {
        self.starts[kind as usize] + i
    }

    fn doctrine(&self, word: &str) -> Option<usize> {
        DOCTRINE.iter().position(|d| *d == word).map(|i| self.at(Kind::Doctrine, i))
    }

    fn of_entry(&self, what: &Happened) -> Option<usize> {
        Some(match what {
            Happened::Opened(stage) => self.at(Kind::Stage, stage.ix()),
            Happened::Chose(d, o) => self.options[d.ix()] + usize::from(*o),
            Happened::Moved(m) => self.at(Kind::Move, m.ix()),
            Happened::Answered(o, true) => self.at(Kind::Offer, o.ix()),
            Happened::Trigger(t) => self.at(Kind::Rule, t.ix()),
            Happened::Broke(norm) => self.at(Kind::Norm, self.norms.iter().position(|n| n == norm)?),
            Happened::Event(e) => self.at(Kind::Event, e.ix()),
            Happened::Over(e) => self.at(Kind::Ending, e.ix()),
            Happened::Constraint { requires, .. } => self.doctrine(match requires {
                Requirement::Forced(..) => "forced",
                Requirement::Free => "free",
                Requirement::Conflict(_) => "conflict",
            })?,
            Happened::Treated { treatment, .. } => self.doctrine(match treatment {
                Treatment::Followed => "follow",
                Treatment::Distinguished => "distinguish",
                Treatment::Overruled => "overrule",
                Treatment::Displaced => "displace",
                Treatment::Contrary => "defy",
                Treatment::Declined => "decline",
            })?,
            Happened::Status(_, _, Standing::Vacated) | Happened::Fell(_, Standing::Vacated) => self.doctrine("moot")?,
            Happened::Status(_, _, Standing::Reversed) | Happened::Fell(_, Standing::Reversed) => self.doctrine("reverse")?,
            Happened::Divided { .. } => self.doctrine("divide")?,
            Happened::Ruled { result: Result::Tie, .. } => self.doctrine("tie")?,
            _ => return None,
        })
    }
}

impl Coverage {
    /// An empty count of everything a scenario has.
    #[must_use]
    pub fn new(s: &Scenario) -> Self {
        let can = Reachable::of(s);
        let mut things = Vec::new();
        let mut put = |kind, id: String, title: &str, possible: bool| {
            things.push(Thing { kind, id, title: title.to_owned(), visits: 0, matches: 0, impossible: !possible });
        };
        s.stages.iter().zip(&can.stages).for_each(|(x, ok)| put(Kind::Stage, x.id.clone(), &x.title.plain, *ok));
        for (d, open) in s.decisions.iter().zip(&can.options) {
            for (o, ok) in d.options.iter().zip(open) {
                put(Kind::Option, format!("{}/{}", d.id, o.id), &o.act.title.plain, *ok);
            }
        }
        s.moves.iter().zip(&can.moves).for_each(|(x, ok)| put(Kind::Move, x.id.clone(), &x.act.title.plain, *ok));
        s.offers.iter().zip(&can.offers).for_each(|(x, ok)| put(Kind::Offer, x.id.clone(), &x.act.title.plain, *ok));
        s.triggers.iter().zip(&can.triggers).for_each(|(x, ok)| put(Kind::Rule, x.id.clone(), &x.title.plain, *ok));
        let index = Index::of(s);
        for norm in &index.norms {
            let norm = s.law.norm(*norm);
            put(Kind::Norm, norm.id.clone(), &norm.title, true);
        }
        s.events.iter().zip(&can.events).for_each(|(x, ok)| put(Kind::Event, x.id.clone(), &x.title.plain, *ok));
        s.endings.iter().zip(&can.endings).for_each(|(x, ok)| put(Kind::Ending, x.id.clone(), &x.title.plain, *ok));
        for word in DOCTRINE {
            put(Kind::Doctrine, word.to_owned(), "", true);
        }
        debug_assert_eq!(things.len(), index.all);
        Self { things, matches: 0, index }
    }

    /// How often the log of one match came to each thing.
    pub(super) fn visits(&self, log: &[LogEntry]) -> Vec<u32> {
        let mut visits = vec![0; self.index.all];
        log.iter().filter_map(|e| self.index.of_entry(&e.what)).for_each(|i| visits[i] += 1);
        visits
    }

    /// Takes in the next match.
    pub(super) fn put(&mut self, visits: &[u32]) {
        self.matches += 1;
        for (thing, n) in self.things.iter_mut().zip(visits) {
            thing.visits += u64::from(*n);
            thing.matches += u64::from(*n > 0);
        }
    }

    /// Everything of a kind.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Thing> {
        self.things.iter().filter(move |t| t.kind == kind)
    }

    /// What no match came to though none is proven unable to.
    pub fn unreached(&self) -> impl Iterator<Item = &Thing> {
        self.things.iter().filter(|t| t.visits == 0 && !t.impossible)
    }

    /// What no match can come to: that is proven, without playing.
    pub fn impossible(&self) -> impl Iterator<Item = &Thing> {
        self.things.iter().filter(|t| t.impossible)
    }

    /// What has been tried so far: for a player that looks for what has not.
    pub(super) fn tried(&self) -> crate::bots::Tried {
        let counts = |from: usize, n: usize| self.things[from..from + n].iter().map(|t| t.visits).collect::<Vec<u64>>();
        let ends = self.index.options.iter().skip(1).copied().chain([self.index.starts[Kind::Move as usize]]);
        let options = self.index.options.iter().zip(ends).map(|(from, to)| counts(*from, to - from)).collect();
        let of = |kind: Kind| self.of_kind(kind).map(|t| t.visits).collect();
        crate::bots::Tried { options, moves: of(Kind::Move), offers: of(Kind::Offer) }
    }
}
