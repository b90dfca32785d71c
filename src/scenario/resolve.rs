//! Names become indices. Every fault found on the way is kept, with the path to where it stands; the caller points at the
//! text.

use super::file::{self, Then, When};
use crate::model::{
    Aim, BenchRules, BundleIx, Card, Case, CaseIx, Choice, ClaimIx, Condition, CourtIx, Date, Debrief, Decision, DecisionIx,
    Doable, DrawIx, Effect, Ending, EndingIx, Event, EventIx, Fact, FactorIx, FactorSet, Finds, Hearing, HistoricPleading,
    HistoricRuling, Instrument, InstrumentIx, Issue, IssueIx, Item, ItemIx, Judge, Law, Mark, Move, Objective, Offer,
    OwnVars, Place, Pleading, PrecedentIx, QuestionIx, Round, Scenario, Seat, SeatIx, Slot, Stage, StageIx, Story, Test,
    Trigger, Var, VarIx, VarKind, Weight,
};
use std::collections::BTreeMap;

/// A step of a path into a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A field by name.
    Field(&'static str),
    /// An entry of a list.
    Entry(usize),
}

/// Something wrong with what a file says.
#[derive(Clone, Debug)]
pub struct Fault {
    /// Stable code.
    pub code: &'static str,
    /// Where, from the top of the file.
    pub path: Vec<Step>,
    /// The word at fault, to be underlined inside that part; empty underlines the part.
    pub word: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
    /// What to write instead.
    pub suggestion: Option<String>,
}

/// What kinds of name there are, for "that is a factor, not a court".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A meter, counter, question or flag.
    Number,
    /// A seat.
    Seat,
    /// A stage.
    Stage,
    /// A decision.
    Decision,
    /// An option.
    Option,
    /// A side move.
    Move,
    /// An offer.
    Offer,
    /// An issue.
    Issue,
    /// A claim.
    Claim,
    /// An event.
    Event,
    /// A trigger.
    Trigger,
    /// An ending.
    Ending,
    /// A case on the docket.
    Case,
    /// An instrument in play.
    Instrument,
    /// A data item.
    Item,
    /// A draw.
    Draw,
    /// A bundle.
    Bundle,
    /// A group of moves.
    Group,
    /// A place.
    Place,
    /// A judge card.
    Judge,
    /// A card of a seat.
    Card,
    /// A press story.
    Story,
    /// An objective.
    Objective,
    /// An aim.
    Aim,
    /// A factor of a law pack.
    Factor,
    /// A legal question of a law pack.
    Question,
    /// A court of a law pack.
    Court,
    /// A decided case of a law pack.
    Precedent,
    /// A legal order.
    Order,
    /// A kind of instrument of a law pack.
    InstrumentKind,
    /// A procedure of a law pack.
    Procedure,
    /// A stage of a procedure.
    LegalStage,
    /// A norm.
    Norm,
}

impl Kind {
    /// The word for it, with its article.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Number => "a meter, counter, question or flag",
            Self::Seat => "a seat",
            Self::Stage => "a stage",
            Self::Decision => "a decision",
            Self::Option => "an option",
            Self::Move => "a side move",
            Self::Offer => "an offer",
            Self::Issue => "an issue",
            Self::Claim => "a press claim",
            Self::Event => "an event",
            Self::Trigger => "a trigger",
            Self::Ending => "an ending",
            Self::Case => "a case",
            Self::Instrument => "an instrument in play",
            Self::Item => "a data item",
            Self::Draw => "a draw",
            Self::Bundle => "a bundle",
            Self::Group => "a group of moves",
            Self::Place => "a place",
            Self::Judge => "a judge card",
            Self::Card => "a card",
            Self::Story => "a press story",
            Self::Objective => "an objective",
            Self::Aim => "an aim",
            Self::Factor => "a factor",
            Self::Question => "a legal question",
            Self::Court => "a court",
            Self::Precedent => "a decided case",
            Self::Order => "a legal order",
            Self::InstrumentKind => "a kind of instrument",
            Self::Procedure => "a procedure",
            Self::LegalStage => "a stage of a procedure",
            Self::Norm => "a norm",
        }
    }
}

/// Names by kind, and the faults so far.
#[derive(Default)]
pub struct Names {
    known: BTreeMap<(Kind, String), usize>,
    path: Vec<Step>,
    /// Faults found.
    pub faults: Vec<Fault>,
}

impl Names {
    /// Does something one step further into the file.
    pub fn at<T>(&mut self, step: Step, f: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let out = f(self);
        self.path.pop();
        out
    }

    /// Maps a list, keeping the path.
    pub fn each<A, B>(&mut self, field: &'static str, list: &[A], mut f: impl FnMut(&mut Self, usize, &A) -> B) -> Vec<B> {
        self.path.push(Step::Field(field));
        let mut out = Vec::with_capacity(list.len());
        for (i, a) in list.iter().enumerate() {
            self.path.push(Step::Entry(i));
            out.push(f(self, i, a));
            self.path.pop();
        }
        self.path.pop();
        out
    }

    /// Notes a fault here.
    pub fn fault(&mut self, code: &'static str, word: &str, message: String, help: &str) {
        let path = self.path.clone();
        self.faults.push(Fault { code, path, word: word.to_owned(), message, help: help.to_owned(), suggestion: None });
    }

    /// Defines a name.
    pub fn define(&mut self, kind: Kind, id: &str, ix: usize) {
        let good = !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !good {
            let message = format!("`{id}` cannot be an id");
            self.fault("S030", id, message, "use lower-case letters, digits and hyphens, for example `data-request`");
        }
        if self.known.insert((kind, id.to_owned()), ix).is_some() {
            let message = format!("`{id}` is {} twice", kind.word());
            self.fault("S031", id, message, "give one of the two another id");
        }
    }

    fn keep(&mut self, kind: Kind, id: &str, ix: usize) {
        self.known.insert((kind, id.to_owned()), ix);
    }

    /// Whether a name is known.
    #[must_use]
    pub fn knows(&self, kind: Kind, id: &str) -> Option<usize> {
        self.known.get(&(kind, id.to_owned())).copied()
    }

    /// The index of a name; an unknown one is a fault and stands for the first.
    pub fn find(&mut self, kind: Kind, id: &str) -> usize {
        if let Some(ix) = self.knows(kind, id) {
            return ix;
        }
        let other = self.known.keys().find(|(k, n)| *k != kind && n == id).map(|(k, _)| *k);
        let near = {
            let all = self.known.keys().filter(|(k, n)| *k == kind && !n.contains(':')).map(|(_, n)| n.as_str());
            crate::syntax::did_you_mean(id, all).map(str::to_owned)
        };
        let (message, help) = match (other, &near) {
            (Some(k), _) if !id.contains(':') => {
                (format!("`{id}` is {}; here {} is needed", k.word(), kind.word()), String::new())
            }
            (_, Some(n)) => (format!("there is no {} `{id}`", bare(kind)), format!("did you mean `{n}`?")),
            _ => {
                let all: Vec<&str> = self
                    .known
                    .keys()
                    .filter(|(k, n)| *k == kind && !n.contains(':'))
                    .map(|(_, n)| n.as_str())
                    .take(8)
                    .collect();
                let help = if all.is_empty() {
                    format!("this scenario has no {} yet", bare(kind))
                } else {
                    format!("known here: {}", all.join(", "))
                };
                (format!("there is no {} `{id}`", bare(kind)), help)
            }
        };
        self.faults.push(Fault {
            code: "S032",
            path: self.path.clone(),
            word: id.to_owned(),
            message,
            help,
            suggestion: near,
        });
        0
    }
}

fn bare(kind: Kind) -> &'static str {
    let word = kind.word();
    word.strip_prefix("an ").or_else(|| word.strip_prefix("a ")).unwrap_or(word)
}

macro_rules! finders {
    ($($name:ident: $kind:ident => $ix:ident;)*) => { impl Names {$(
        fn $name(&mut self, id: &str) -> $ix { $ix::new(self.find(Kind::$kind, id)) }
    )*} };
}

finders! {
    number: Number => VarIx;
    seat: Seat => SeatIx;
    stage: Stage => StageIx;
    decision: Decision => DecisionIx;
    issue: Issue => IssueIx;
    event: Event => EventIx;
    ending: Ending => EndingIx;
    case: Case => CaseIx;
    in_play: Instrument => InstrumentIx;
    item: Item => ItemIx;
    draw: Draw => DrawIx;
    bundle: Bundle => BundleIx;
    factor: Factor => FactorIx_;
    question: Question => QuestionIx;
    court: Court => CourtIx;
    precedent: Precedent => PrecedentIx;
}

/// `FactorIx` has no `new` of its own; this gives it one of the same shape.
struct FactorIx_(FactorIx);

impl FactorIx_ {
    fn new(ix: usize) -> Self {
        Self(FactorIx(u16::try_from(ix).unwrap_or(u16::MAX)))
    }
}

/// Resolves a scenario against its law. `None` when there were faults; they are in `names`.
#[must_use]
pub fn resolve(f: &file::Scenario, law: Law, names: &mut Names) -> Option<Scenario> {
    let vars = define(f, &law, names);
    let n = names;
    let everybody = u16::MAX;
    let mut out_vars = vars.list;
    for (i, q) in f.questions.iter().enumerate() {
        let ix = vars.first_question + i;
        n.at(Step::Field("questions"), |n| {
            n.at(Step::Entry(i), |n| {
                let finds = Finds {
                    compel: q.compel.as_ref().map(|x| n.factor(x).0),
                    resist: q.resist.as_ref().map(|x| n.factor(x).0),
                };
                out_vars[ix].finds = finds;
            });
        });
    }
    for (field, list) in [("meters", &f.meters), ("counters", &f.counters)] {
        let owners = n.each(field, list, |n, _, m| {
            if m.start < m.min || m.start > m.max {
                let message = format!("`{}` starts at {}, outside {} to {}", m.id, m.start, m.min, m.max);
                n.fault("S033", &m.id, message, "give a start between the least and the greatest value");
            }
            (n.find(Kind::Number, &m.id), m.seat.as_ref().map(|s| n.seat(s)), seats_bits(n, m.known_to.as_deref()))
        });
        for (ix, owner, bits) in owners {
            out_vars[ix].owner = owner;
            out_vars[ix].known_to = bits;
        }
    }
    let bits = n.each("flags", &f.flags, |n, _, m| (n.find(Kind::Number, &m.id), seats_bits(n, m.known_to.as_deref())));
    for (ix, bits) in bits {
        out_vars[ix].known_to = bits;
    }
    let seats = n.each("seats", &f.seats, |n, _, s| seat(n, s));
    let stages = n.each("stages", &f.stages, |n, _, s| stage(n, s, &law));
    let decisions = n.each("decisions", &f.decisions, |n, _, d| decision(n, d));
    let moves = n.each("moves", &f.moves, |n, _, m| side_move(n, m, f));
    let offers = n.each("offers", &f.offers, |n, _, o| offer(n, o));
    let issues = n.each("issues", &f.issues, |n, _, i| Issue {
        id: i.id.clone(),
        title: i.title.clone(),
        text: i.text.clone(),
        factors: n.each("factors", &i.factors, |n, _, x| n.factor(x).0),
        authorities: [
            n.each("compel", &i.compel, |n, _, p| n.precedent(p)),
            n.each("resist", &i.resist, |n, _, p| n.precedent(p)),
        ],
    });
    let weights = n.each("weights", &f.weights, |n, _, (factor, when, points)| Weight {
        factor: n.factor(factor).0,
        when: condition(n, when),
        points: *points,
    });
    let bench = f.bench.as_ref().map(|b| n.at(Step::Field("bench"), |n| bench(n, b)));
    let cases = n.each("cases", &f.cases, |n, _, c| case(n, c));
    let instruments = n.each("instruments", &f.instruments, |n, _, i| Instrument {
        id: i.id.clone(),
        title: i.title.clone(),
        kind: n.find(Kind::InstrumentKind, &i.kind),
        from: n.seat(&i.from),
        to: n.seat(&i.to),
        items: i.items.iter().map(|x| n.item(x).ix()).collect(),
        source: i.source.clone(),
    });
    let items = n.each("items", &f.items, |n, _, i| Item {
        id: i.id.clone(),
        title: i.title.clone(),
        kind: i.kind,
        place: n.find(Kind::Place, &i.place),
        source: i.source.clone(),
    });
    let places = n.each("places", &f.places, |n, _, p| place(n, p));
    let (stories, claims) = press(n, f);
    let events = n.each("events", &f.events, |n, _, e| {
        let known_to = seats_bits(n, e.known_to.as_deref());
        Event {
            id: e.id.clone(),
            title: e.title.clone(),
            text: e.text.clone(),
            slot: slot(n, f, e.on),
            beat: e.beat,
            when: condition(n, &e.when),
            effects: n.at(Step::Field("effects"), |n| effects(n, &e.effects)),
            source: e.source.clone(),
            invented: e.invented,
            happened: VarIx::new(n.find(Kind::Number, &format!("happened:{}", e.id))),
            known_to,
        }
    });
    let triggers = n.each("triggers", &f.triggers, |n, _, t| Trigger {
        id: t.id.clone(),
        title: t.title.clone(),
        text: t.text.clone(),
        when: condition(n, &t.when),
        effects: n.at(Step::Field("effects"), |n| effects(n, &t.effects)),
        happened: VarIx::new(n.find(Kind::Number, &format!("happened:{}", t.id))),
    });
    let upkeep = n.each("upkeep", &f.upkeep, |n, _, u| (condition(n, &u.when), effects(n, &u.effects)));
    let draws = n.each("draws", &f.draws, |n, _, d| {
        if d.values.is_empty() {
            n.fault("S034", &d.id, format!("draw `{}` has no results to draw from", d.id), "list at least one value");
        }
        crate::model::Draw { id: d.id.clone(), into: n.number(&d.into), values: d.values.clone(), historic: d.historic }
    });
    let bundles = n.each("bundles", &f.bundles, |n, _, b| (b.id.clone(), effects(n, &b.effects)));
    let endings = n.each("endings", &f.endings, |n, _, e| Ending {
        id: e.id.clone(),
        title: e.title.clone(),
        text: e.text.clone(),
        lines: n.each("lines", &e.lines, |n, _, (s, t)| (n.seat(s), t.clone())),
    });
    let coda = f.coda.as_ref().map(|c| (n.at(Step::Field("coda"), |n| n.stage(&c.stage)), c.round));
    let fallback = n.at(Step::Field("fallback"), |n| n.ending(&f.fallback));
    let timeline = n.each("timeline", &f.timeline, |n, _, t| Fact {
        date: t.date,
        text: t.text.clone(),
        stage: t.stage.as_ref().map(|s| n.stage(s)),
        source: t.source.clone(),
    });
    let objectives = n.each("objectives", &f.objectives, |n, _, o| Objective {
        id: o.id.clone(),
        text: o.text.clone(),
        decisions: o.decisions.iter().map(|d| n.decision(d)).collect(),
        question: o.question.clone(),
        standard: o.standard.clone(),
    });
    let pleadings = n.each("pleadings", &f.pleadings, |n, _, p| HistoricPleading {
        seat: n.seat(&p.seat),
        round: p.round,
        pleading: Pleading {
            issue: n.issue(&p.issue),
            factors: p.factors.iter().map(|x| n.factor(x).0).collect(),
            authority: p.authority.as_ref().map(|a| n.precedent(a)),
            faced: p.faced,
            quote: None,
        },
    });
    calendar(n, f, coda);
    let own = |n: &mut Names, id: &str| VarIx::new(n.find(Kind::Number, id));
    let own = OwnVars {
        round: own(n, "round:"),
        stage: own(n, "stage:"),
        leading: own(n, "leading:"),
        ending: own(n, "ending:"),
        outcome: own(n, "outcome:"),
        coda: own(n, "coda:"),
        ruled_in: own(n, "ruled-in:"),
    };
    let _ = everybody;
    if !n.faults.is_empty() {
        return None;
    }
    Some(Scenario {
        id: f.id.clone(),
        title: f.title.clone(),
        summary: f.summary.clone(),
        brief: f.brief.clone(),
        fictional: f.fictional,
        minutes: f.minutes,
        hash: String::new(),
        law,
        start: f.start,
        rounds: f.rounds.iter().map(|r| Round { ends: r.ends, title: r.title.clone() }).collect(),
        effort: (f.effort, f.keep),
        vars: out_vars,
        seats,
        stages,
        decisions,
        moves,
        offers,
        issues,
        weights,
        bench,
        cases,
        instruments,
        items,
        places,
        stories,
        claims,
        caught: f.caught,
        faced: f.faced,
        events,
        triggers,
        upkeep,
        draws,
        bundles,
        endings,
        coda,
        fallback,
        timeline,
        objectives,
        actors: f
            .actors
            .iter()
            .map(|a| crate::model::Actor {
                name: a.name.clone(),
                text: a.text.clone(),
                kind: a.kind.clone(),
                source: a.source.clone(),
            })
            .collect(),
        pleadings,
        debrief: Debrief {
            history: f.debrief.history.clone(),
            law_now: f.debrief.law_now.clone(),
            epilogue: f.debrief.epilogue.clone(),
            questions: f.debrief.questions.clone(),
        },
        own,
    })
}

struct Defined {
    list: Vec<Var>,
    first_question: usize,
}

/// Defines every name before any is used, and lays out the numbers: the author's, then those the rules keep.
fn define(f: &file::Scenario, law: &Law, n: &mut Names) -> Defined {
    for (kind, field, ids) in [
        (Kind::Seat, "seats", f.seats.iter().map(|x| &x.id).collect::<Vec<_>>()),
        (Kind::Stage, "stages", f.stages.iter().map(|x| &x.id).collect()),
        (Kind::Decision, "decisions", f.decisions.iter().map(|x| &x.id).collect()),
        (Kind::Move, "moves", f.moves.iter().map(|x| &x.id).collect()),
        (Kind::Group, "groups", f.groups.iter().map(|x| &x.0).collect()),
        (Kind::Offer, "offers", f.offers.iter().map(|x| &x.id).collect()),
        (Kind::Issue, "issues", f.issues.iter().map(|x| &x.id).collect()),
        (Kind::Event, "events", f.events.iter().map(|x| &x.id).collect()),
        (Kind::Trigger, "triggers", f.triggers.iter().map(|x| &x.id).collect()),
        (Kind::Ending, "endings", f.endings.iter().map(|x| &x.id).collect()),
        (Kind::Case, "cases", f.cases.iter().map(|x| &x.id).collect()),
        (Kind::Instrument, "instruments", f.instruments.iter().map(|x| &x.id).collect()),
        (Kind::Item, "items", f.items.iter().map(|x| &x.id).collect()),
        (Kind::Draw, "draws", f.draws.iter().map(|x| &x.id).collect()),
        (Kind::Bundle, "bundles", f.bundles.iter().map(|x| &x.id).collect()),
        (Kind::Place, "places", f.places.iter().map(|x| &x.id).collect()),
        (Kind::Story, "press", f.press.iter().map(|x| &x.id).collect()),
        (Kind::Objective, "objectives", f.objectives.iter().map(|x| &x.id).collect()),
    ] {
        n.each(field, &ids, |n, i, id| n.define(kind, id, i));
    }
    let mut list: Vec<Var> = Vec::new();
    let number = |m: &file::Number, kind| Var {
        id: m.id.clone(),
        title: m.title.clone(),
        about: m.about.clone(),
        kind,
        owner: None,
        min: m.min,
        max: m.max,
        start: m.start,
        known_to: u16::MAX,
        finds: Finds::default(),
    };
    let flag = |id: &str, title: crate::model::Text, min, max, start| Var {
        id: id.to_owned(),
        title,
        about: crate::model::Text::default(),
        kind: VarKind::Flag,
        owner: None,
        min,
        max,
        start,
        known_to: u16::MAX,
        finds: Finds::default(),
    };
    n.each("meters", &f.meters, |n, _, m| {
        n.define(Kind::Number, &m.id, list.len());
        list.push(number(m, VarKind::Meter));
    });
    n.each("counters", &f.counters, |n, _, m| {
        n.define(Kind::Number, &m.id, list.len());
        list.push(number(m, VarKind::Counter));
    });
    let first_question = list.len();
    n.each("questions", &f.questions, |n, _, q| {
        n.define(Kind::Number, &q.id, list.len());
        list.push(Var {
            kind: VarKind::Question,
            about: q.about.clone(),
            ..flag(&q.id, q.title.clone(), -2, 2, q.start)
        });
    });
    n.each("flags", &f.flags, |n, _, m| {
        n.define(Kind::Number, &m.id, list.len());
        list.push(flag(&m.id, m.title.clone(), m.min, m.max, m.start));
    });
    let mut keep = |n: &mut Names, id: String, title: &crate::model::Text, start: i16| {
        n.keep(Kind::Number, &id, list.len());
        list.push(flag(&id, title.clone(), i16::MIN, i16::MAX, start));
    };
    let none = crate::model::Text::default();
    for (id, start) in
        [("round:", 1), ("stage:", 0), ("leading:", 1), ("ending:", 0), ("outcome:", 0), ("coda:", 0), ("ruled-in:", 0)]
    {
        keep(n, id.to_owned(), &none, start);
    }
    for d in &f.decisions {
        keep(n, format!("chose:{}", d.id), &d.title, 0);
        keep(n, format!("chosen-in:{}", d.id), &d.title, 0);
    }
    for m in &f.moves {
        keep(n, format!("did:{}", m.id), &m.title, 0);
    }
    for o in &f.offers {
        keep(n, format!("accepted:{}", o.id), &o.title, 0);
    }
    for e in &f.events {
        keep(n, format!("happened:{}", e.id), &e.title, 0);
    }
    for t in &f.triggers {
        keep(n, format!("happened:{}", t.id), &t.title, 0);
    }
    for c in &f.cases {
        keep(n, format!("holding:{}", c.id), &c.title, 0);
        keep(n, format!("forced:{}", c.id), &c.title, 0);
        keep(n, format!("persuaded:{}", c.id), &c.title, 0);
    }
    for (i, x) in law.factors.iter().enumerate() {
        n.keep(Kind::Factor, &x.id, i);
    }
    for (i, x) in law.questions.iter().enumerate() {
        n.keep(Kind::Question, &x.id, i);
    }
    for (i, x) in law.courts.iter().enumerate() {
        n.keep(Kind::Court, &x.id, i);
    }
    for (i, x) in law.precedents.iter().enumerate() {
        n.keep(Kind::Precedent, &x.id, i);
    }
    for (i, x) in law.orders.iter().enumerate() {
        n.keep(Kind::Order, &x.id, i);
    }
    for (i, x) in law.instruments.iter().enumerate() {
        n.keep(Kind::InstrumentKind, &x.id, i);
    }
    for (i, x) in law.procedures.iter().enumerate() {
        n.keep(Kind::Procedure, &x.id, i);
        for (j, stage) in x.stages.iter().enumerate() {
            n.keep(Kind::LegalStage, &stage.id, j);
        }
    }
    Defined { list, first_question }
}

fn seats_bits(n: &mut Names, seats: Option<&[String]>) -> u16 {
    match seats {
        None => u16::MAX,
        Some(list) => list.iter().fold(0, |bits, id| bits | (1_u16 << (n.seat(id).0 & 15))),
    }
}

fn slot(n: &mut Names, f: &file::Scenario, on: Option<(u8, Date)>) -> Option<Slot> {
    let (round, date) = on?;
    let Some(ends) = usize::from(round).checked_sub(1).and_then(|i| f.rounds.get(i)).map(|r| r.ends) else {
        let message = format!("there is no round {round}; the calendar has {}", f.rounds.len());
        n.fault("S035", &date.to_string(), message, "rounds are counted from 1");
        return None;
    };
    let starts = if round == 1 { f.start } else { f.rounds[usize::from(round) - 2].ends.plus(1) };
    if date < starts || date > ends {
        let message = format!("{date} is outside round {round}, which runs from {starts} to {ends}");
        n.fault("S036", &date.to_string(), message, "use a day inside the round, or another round");
    }
    Some(Slot { round, date })
}

/// The same without a calendar at hand: checked later by `calendar`.
fn plain_slot(on: Option<(u8, Date)>) -> Option<Slot> {
    on.map(|(round, date)| Slot { round, date })
}

fn calendar(n: &mut Names, f: &file::Scenario, coda: Option<(StageIx, u8)>) {
    if f.rounds.is_empty() {
        n.fault("S037", "", "a scenario needs at least one round".into(), "add `rounds: [(ends: \"…\", title: \"…\")]`");
    }
    if f.seats.is_empty() || f.stages.is_empty() || f.endings.is_empty() || f.cases.is_empty() {
        let message = "a scenario needs at least one seat, one stage, one case and one ending".to_owned();
        n.fault("S037", "", message, "see `scenarios/` for a small example");
    }
    if f.seats.len() > 16 {
        n.fault("S037", "", format!("{} seats; 16 is the most", f.seats.len()), "let teams share seats");
    }
    let mut last = f.start;
    n.each("rounds", &f.rounds, |n, _, r| {
        if r.ends < last {
            let message = format!("this round ends on {}, before {last}", r.ends);
            n.fault("S038", &r.ends.to_string(), message, "rounds follow one another");
        }
        last = r.ends;
    });
    if let Some((_, round)) = coda
        && (round == 0 || usize::from(round) > f.rounds.len())
    {
        n.at(Step::Field("coda"), |n| n.fault("S035", "", format!("there is no round {round}"), "rounds are counted from 1"));
    }
    n.each("stages", &f.stages, |n, _, s| {
        n.at(Step::Field("hearing"), |n| {
            let _ = slot(n, f, s.hearing.as_ref().and_then(|h| h.on));
        });
    });
    n.each("decisions", &f.decisions, |n, _, d| {
        n.each("options", &d.options, |n, _, o| {
            let _ = slot(n, f, o.on);
            dates(n, f, &o.effects);
        });
    });
    n.each("moves", &f.moves, |n, _, m| {
        let _ = slot(n, f, m.on);
        dates(n, f, &m.effects);
    });
    n.each("press", &f.press, |n, _, s| {
        let _ = slot(n, f, Some((s.round, s.date)));
    });
}

fn dates(n: &mut Names, f: &file::Scenario, effects: &[Then]) {
    for e in effects {
        match e {
            Then::On(round, date, then) => {
                let _ = slot(n, f, Some((*round, *date)));
                dates(n, f, then);
            }
            Then::If(_, then) => dates(n, f, then),
            Then::IfElse(_, then, otherwise) => {
                dates(n, f, then);
                dates(n, f, otherwise);
            }
            _ => {}
        }
    }
}

fn seat(n: &mut Names, s: &file::Seat) -> Seat {
    if s.cards.is_empty() {
        n.fault("S037", &s.id, format!("seat `{}` has no card", s.id), "give each seat at least one card");
    }
    let aims = n.each("aims", &s.aims, |n, _, a| {
        if a.weights.len() != s.cards.len() {
            let message =
                format!("aim `{}` has {} weights for {} cards", a.id, a.weights.len(), s.cards.len());
            n.fault("S039", &a.id, message, "give one weight for each card, in the order of the cards");
        }
        Aim {
            id: a.id.clone(),
            text: a.text.clone(),
            marks: a
                .marks
                .iter()
                .map(|m| match m {
                    file::Mark::AtLeast(v, x) => Mark::AtLeast(n.number(v), *x),
                    file::Mark::AtMost(v, x) => Mark::AtMost(n.number(v), *x),
                })
                .collect(),
            when: condition(n, &a.when),
            weights: a.weights.clone(),
        }
    });
    Seat {
        id: s.id.clone(),
        name: s.name.clone(),
        role: s.role,
        order: n.find(Kind::Order, &s.order),
        side: s.side,
        cards: s
            .cards
            .iter()
            .map(|c| Card { id: c.id.clone(), title: c.title.clone(), text: c.text.clone() })
            .collect(),
        aims,
        brief: s.brief.clone(),
        fear: s.fear.clone(),
        candour: s.candour.as_ref().map(|v| n.number(v)),
        publicity: s.publicity.as_ref().map(|v| n.number(v)),
        par: s.par,
    }
}

fn stage(n: &mut Names, s: &file::Stage, law: &Law) -> Stage {
    let legal = s.legal.as_ref().and_then(|(procedure, stage)| {
        let p = n.find(Kind::Procedure, procedure);
        let stages = &law.procedures.get(p)?.stages;
        let found = stages.iter().position(|x| x.id == *stage);
        if found.is_none() {
            let near = crate::syntax::did_you_mean(stage, stages.iter().map(|x| x.id.as_str())).map(str::to_owned);
            let help = near.as_ref().map(|x| format!("did you mean `{x}`?")).unwrap_or_default();
            n.fault("S032", stage, format!("procedure `{procedure}` has no stage `{stage}`"), &help);
            if let Some(fault) = n.faults.last_mut() {
                fault.suggestion = near;
            }
        }
        Some((p, found?))
    });
    let hearing = s.hearing.as_ref().map(|h| {
        n.at(Step::Field("hearing"), |n| Hearing {
            case: n.case(&h.case),
            court: n.court(&h.court),
            votes: h.votes,
            recused: h.recused.as_ref().map(|v| n.number(v)),
            when: condition(n, &h.when),
            petition: h.petition,
            slot: plain_slot(h.on),
            compel: effects(n, &h.compel),
            resist: effects(n, &h.resist),
            tie: effects(n, &h.tie),
            denied: effects(n, &h.denied),
            outvoted: effects(n, &h.outvoted),
            differs: effects(n, &h.differs),
            historic: h.historic.as_ref().map(|r| HistoricRuling {
                side: r.side,
                reason: r.reason.iter().map(|x| n.factor(x).0).collect(),
                compel: r.compel,
                resist: r.resist,
            }),
        })
    });
    Stage {
        id: s.id.clone(),
        title: s.title.clone(),
        text: s.text.clone(),
        legal,
        hearing,
        then: s.then.as_ref().map(|t| n.stage(t)),
        round: s.round,
    }
}

fn decision(n: &mut Names, d: &file::Decision) -> Decision {
    for (i, o) in d.options.iter().enumerate() {
        if d.options[..i].iter().any(|x| x.id == o.id) {
            n.fault("S031", &o.id, format!("`{}` is an option of `{}` twice", o.id, d.id), "give one of the two another id");
        }
    }
    if d.options.is_empty() {
        n.fault("S037", &d.id, format!("decision `{}` has no options", d.id), "give it at least one option");
    }
    let options = n.each("options", &d.options, |n, _, o| Choice {
        id: o.id.clone(),
        act: Doable {
            title: o.title.clone(),
            text: o.text.clone(),
            cost: o.cost,
            when: condition(n, &o.when),
            rounds: o.rounds,
            effects: n.at(Step::Field("effects"), |n| effects(n, &o.effects)),
            tags: o.tags.clone(),
            source: if o.source.is_empty() { d.source.clone() } else { o.source.clone() },
            invented: o.invented,
            historic: if o.historic { vec![0] } else { Vec::new() },
            slot: plain_slot(o.on),
        },
    });
    Decision {
        id: d.id.clone(),
        seat: n.seat(&d.seat),
        beat: d.beat,
        title: d.title.clone(),
        text: d.text.clone(),
        when: condition(n, &d.when),
        rounds: d.rounds,
        repeat: d.repeat,
        options,
        source: d.source.clone(),
        file: d.file.as_ref().map(|c| n.case(c)),
        chosen: VarIx::new(n.find(Kind::Number, &format!("chose:{}", d.id))),
        chosen_in: VarIx::new(n.find(Kind::Number, &format!("chosen-in:{}", d.id))),
    }
}

fn side_move(n: &mut Names, m: &file::Move, f: &file::Scenario) -> Move {
    let group = m.group.as_ref().map(|g| {
        let ix = n.find(Kind::Group, g);
        (u16::try_from(ix).unwrap_or(0), f.groups.get(ix).map_or(1, |g| g.1))
    });
    Move {
        id: m.id.clone(),
        seat: n.seat(&m.seat),
        beat: m.beat,
        act: Doable {
            title: m.title.clone(),
            text: m.text.clone(),
            cost: m.cost,
            when: condition(n, &m.when),
            rounds: m.rounds,
            effects: n.at(Step::Field("effects"), |n| effects(n, &m.effects)),
            tags: m.tags.clone(),
            source: m.source.clone(),
            invented: m.invented,
            historic: m.historic.clone(),
            slot: plain_slot(m.on),
        },
        times: m.times,
        group,
        done: VarIx::new(n.find(Kind::Number, &format!("did:{}", m.id))),
    }
}

fn offer(n: &mut Names, o: &file::Offer) -> Offer {
    Offer {
        id: o.id.clone(),
        from: n.seat(&o.from),
        to: n.seat(&o.to),
        act: Doable {
            title: o.title.clone(),
            text: o.text.clone(),
            cost: 0,
            when: condition(n, &o.when),
            rounds: o.rounds,
            effects: n.at(Step::Field("effects"), |n| effects(n, &o.effects)),
            tags: o.tags.clone(),
            source: o.source.clone(),
            invented: false,
            historic: Vec::new(),
            slot: None,
        },
        accepted: VarIx::new(n.find(Kind::Number, &format!("accepted:{}", o.id))),
    }
}

fn bench(n: &mut Names, b: &file::Bench) -> BenchRules {
    BenchRules {
        seat: n.seat(&b.seat),
        judges: n.each("judges", &b.judges, |n, _, j| Judge {
            id: j.id.clone(),
            title: j.title.clone(),
            leaning: j.leaning,
            cares: n.issue(&j.cares),
        }),
        amici: b.amici.as_ref().map(|(v, mark)| (n.number(v), *mark)),
        lengths: b.lengths.iter().map(|(most, cost, e)| (*most, *cost, effects(n, e))).collect(),
        against: (b.against.0, effects(n, &b.against.1)),
        with: effects(n, &b.with),
        no_holding: effects(n, &b.no_holding),
    }
}

fn case(n: &mut Names, c: &file::Case) -> Case {
    let kept = |n: &mut Names, what: &str| VarIx::new(n.find(Kind::Number, &format!("{what}:{}", c.id)));
    Case {
        id: c.id.clone(),
        title: c.title.clone(),
        text: c.text.clone(),
        question: n.question(&c.question),
        court: n.court(&c.court),
        facts: n.each("facts", &c.facts, |n, _, x| n.factor(x).0).into_iter().collect::<FactorSet>(),
        open: c.open,
        holding: kept(n, "holding"),
        forced: kept(n, "forced"),
        persuaded: kept(n, "persuaded"),
        invented: c.invented,
    }
}

fn place(n: &mut Names, p: &file::Place) -> Place {
    let (lon, lat) = p.at;
    if !(-180.0..=180.0).contains(&lon) || !(-90.0..=90.0).contains(&lat) {
        let message = format!("({lon}, {lat}) is not a place on Earth");
        n.fault("S033", &p.id, message, "write longitude (−180 to 180) and latitude (−90 to 90)");
    }
    #[expect(clippy::cast_possible_truncation, reason = "bounded by the check above")]
    let hundredths = |x: f32| (x.clamp(-180.0, 180.0) * 100.0).round() as i16;
    Place {
        id: p.id.clone(),
        title: p.title.clone(),
        kind: p.kind,
        order: p.order.as_ref().map(|o| n.find(Kind::Order, o)),
        country: p.country,
        lon: hundredths(lon),
        lat: hundredths(lat),
    }
}

fn press(n: &mut Names, f: &file::Scenario) -> (Vec<Story>, Vec<crate::model::Claim>) {
    let mut claims = Vec::new();
    let stories = n.each("press", &f.press, |n, i, s| {
        let first = claims.len();
        let list = n.each("claims", &s.claims, |n, j, c| {
            n.define(Kind::Claim, &c.id, first + j);
            crate::model::Claim {
                id: c.id.clone(),
                text: c.text.clone(),
                verdict: c.verdict,
                record: c.record.clone(),
                source: c.source.clone(),
                supports: c.supports.as_ref().map(|(side, issue)| (*side, n.issue(issue))),
                flatters: c.flatters.iter().map(|x| n.seat(x)).collect(),
                story: i,
            }
        });
        let ids = (first..first + list.len()).map(ClaimIx::new).collect();
        claims.extend(list);
        Story {
            id: s.id.clone(),
            title: s.title.clone(),
            round: s.round,
            date: s.date,
            text: s.text.clone(),
            claims: ids,
        }
    });
    (stories, claims)
}

/// Resolves a condition.
fn condition(n: &mut Names, when: &When) -> Condition {
    let number = |var, test, mark| Condition::Number(var, test, mark);
    let side = |s: &crate::model::Side| if *s == crate::model::Side::Compel { 1 } else { -1 };
    let kept = |n: &mut Names, kind: Kind, what: &str, id: &str| {
        // The name itself is looked up first, so that a typo is reported as what it is.
        let known = n.knows(kind, id).is_some();
        if !known {
            n.find(kind, id);
            return VarIx(0);
        }
        VarIx::new(n.find(Kind::Number, &format!("{what}:{id}")))
    };
    match when {
        When::Always => Condition::Always,
        When::All(parts) => Condition::All(parts.iter().map(|p| condition(n, p)).collect()),
        When::Any(parts) => Condition::Any(parts.iter().map(|p| condition(n, p)).collect()),
        When::Not(part) => Condition::Not(Box::new(condition(n, part))),
        When::AtLeast(v, x) => number(n.number(v), Test::AtLeast, *x),
        When::AtMost(v, x) => number(n.number(v), Test::AtMost, *x),
        When::Is(v, x) => number(n.number(v), Test::Is, *x),
        When::Above(a, b) => Condition::Above(n.number(a), n.number(b)),
        When::Rounds(from, to) => {
            let round = VarIx::new(n.find(Kind::Number, "round:"));
            Condition::All(vec![
                number(round, Test::AtLeast, i16::from(*from)),
                number(round, Test::AtMost, i16::from(*to)),
            ])
        }
        When::Stage(id) => {
            let stage = n.stage(id);
            number(VarIx::new(n.find(Kind::Number, "stage:")), Test::Is, i16::try_from(stage.0).unwrap_or(0))
        }
        When::Chose(d, o) => number(kept(n, Kind::Decision, "chose", d), Test::Is, option(n, d, o)),
        When::ChoseNow(d, o) => {
            let (chose, at) = (kept(n, Kind::Decision, "chose", d), kept(n, Kind::Decision, "chosen-in", d));
            let round = VarIx::new(n.find(Kind::Number, "round:"));
            let not_before = Condition::Not(Box::new(Condition::Above(round, at)));
            Condition::All(vec![number(chose, Test::Is, option(n, d, o)), not_before])
        }
        When::Decided(d) => number(kept(n, Kind::Decision, "chose", d), Test::AtLeast, 1),
        When::Did(m) => number(kept(n, Kind::Move, "did", m), Test::AtLeast, 1),
        When::Times(m, times) => number(kept(n, Kind::Move, "did", m), Test::AtLeast, *times),
        When::Happened(e) => {
            let kind = if n.knows(Kind::Trigger, e).is_some() { Kind::Trigger } else { Kind::Event };
            number(kept(n, kind, "happened", e), Test::AtLeast, 1)
        }
        When::Accepted(o) => number(kept(n, Kind::Offer, "accepted", o), Test::AtLeast, 1),
        When::Leads(s) => number(VarIx::new(n.find(Kind::Number, "leading:")), Test::Is, side(s)),
        When::Ruled(s) => number(VarIx::new(n.find(Kind::Number, "outcome:")), Test::Is, side(s)),
        When::Pending => number(VarIx::new(n.find(Kind::Number, "ending:")), Test::Is, 0),
        When::Ended(list) => {
            let ending = VarIx::new(n.find(Kind::Number, "ending:"));
            let is = |n: &mut Names, id: &String| {
                number(ending, Test::Is, i16::try_from(n.ending(id).0).unwrap_or(0) + 1)
            };
            Condition::Any(list.iter().map(|id| is(n, id)).collect())
        }
        When::Forced(c, s) => number(kept(n, Kind::Case, "forced", c), Test::Is, side(s)),
        When::Free(c) => number(kept(n, Kind::Case, "forced", c), Test::Is, 0),
        When::Holding(c, s) => number(kept(n, Kind::Case, "holding", c), Test::Is, side(s)),
        When::Persuaded(c, s) => number(kept(n, Kind::Case, "persuaded", c), Test::Is, side(s)),
    }
}

/// The number under which an option is recorded; options are checked in a second pass over the file.
fn option(n: &mut Names, d: &str, o: &str) -> i16 {
    match n.knows(Kind::Option, &format!("{d}/{o}")) {
        Some(ix) => i16::try_from(ix).unwrap_or(0) + 1,
        None => {
            n.fault("S032", o, format!("decision `{d}` has no option `{o}`"), "look at its `options`");
            0
        }
    }
}

/// Makes the options known; before anything is resolved.
pub fn define_options(f: &file::Scenario, n: &mut Names) {
    for d in &f.decisions {
        for (i, o) in d.options.iter().enumerate() {
            n.keep(Kind::Option, &format!("{}/{}", d.id, o.id), i);
        }
    }
}

/// Resolves effects.
fn effects(n: &mut Names, list: &[Then]) -> Vec<Effect> {
    list.iter().map(|e| effect(n, e)).collect()
}

fn effect(n: &mut Names, e: &Then) -> Effect {
    match e {
        Then::Add(v, x) => Effect::Add(n.number(v), *x),
        Then::Set(v, x) => Effect::Set(n.number(v), *x),
        Then::AddFrom(v, from) => Effect::AddFrom(n.number(v), n.number(from)),
        Then::SetFrom(v, from, plus) => Effect::SetFrom(n.number(v), n.number(from), *plus),
        Then::Do(b) => Effect::Do(n.bundle(b)),
        Then::If(when, then) => Effect::If(condition(n, when), effects(n, then), Vec::new()),
        Then::IfElse(when, then, otherwise) => {
            Effect::If(condition(n, when), effects(n, then), effects(n, otherwise))
        }
        Then::On(round, date, then) => Effect::At(Slot { round: *round, date: *date }, effects(n, then)),
        Then::Next(s) => Effect::Next(n.stage(s)),
        Then::Close(x) => Effect::Close(n.ending(x)),
        Then::Schedule(x, days) => Effect::Schedule(n.event(x), *days, None),
        Then::ScheduleBy(x, days, v) => Effect::Schedule(n.event(x), *days, Some(n.number(v))),
        Then::Shift(x, days) => Effect::Shift(n.event(x), *days),
        Then::Due(x) => Effect::Due(n.event(x)),
        Then::Fire(x) => Effect::Fire(n.event(x)),
        Then::Draw(x) => Effect::Draw(n.draw(x)),
        Then::Instrument(x, status) => Effect::Instrument(n.in_play(x), *status),
        Then::Produce(x) => Effect::Produce(n.item(x)),
        Then::Vacate(x) => Effect::Vacate(n.case(x)),
        Then::Supersede(x) => Effect::Supersede(n.question(x)),
    }
}
