//! Names and faults: what a file calls things, and what is wrong with how it does.

use crate::diagnostic::quote;
use crate::model::{
    BundleIx, CaseIx, CourtIx, DecisionIx, DrawIx, EndingIx, EventIx, FactorIx, InstrumentIx, IssueIx, ItemIx, PrecedentIx,
    QuestionIx, SeatIx, StageIx, VarIx,
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

impl Fault {
    /// A fault without a replacement to offer.
    pub fn new(code: &'static str, path: Vec<Step>, word: &str, message: String, help: impl Into<String>) -> Self {
        Self { code, path, word: word.to_owned(), message, help: help.into(), suggestion: None }
    }
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
    /// A press story.
    Story,
    /// An objective.
    Objective,
    /// A misconception of the shipped list.
    Misconception,
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
    /// A circumstance that a law pack names.
    Circumstance,
    /// A state that may assert reach.
    State,
    /// A picture of the author's.
    Illustration,
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
            Self::Story => "a press story",
            Self::Objective => "an objective",
            Self::Misconception => "a misconception",
            Self::Factor => "a factor",
            Self::Question => "a legal question",
            Self::Court => "a court",
            Self::Precedent => "a decided case",
            Self::Order => "a legal order",
            Self::InstrumentKind => "a kind of instrument",
            Self::Procedure => "a procedure",
            Self::LegalStage => "a stage of a procedure",
            Self::Norm => "a norm",
            Self::Circumstance => "a named circumstance",
            Self::State => "a state",
            Self::Illustration => "a picture",
        }
    }
}

/// Names that advice lists at most.
const MOST_LISTED: usize = 8;

/// Names by kind, and the faults so far.
#[derive(Default)]
pub struct Names {
    known: BTreeMap<(Kind, String), usize>,
    path: Vec<Step>,
    /// Faults found.
    pub faults: Vec<Fault>,
    /// Whether every law pack there is stands beside: then a name of another pack that is not there is a fault too.
    pub whole: bool,
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
        self.spell(id);
        if self.known.insert((kind, id.to_owned()), ix).is_some() {
            let message = format!("`{id}` is {} twice", kind.word());
            self.fault("S031", id, message, "give one of the two another id");
        }
    }

    /// Complains of an id that could not be one. Files and addresses are named after ids.
    pub(super) fn spell(&mut self, id: &str) {
        let good = !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !good {
            let message = format!("{} cannot be an id", quote(id));
            self.fault("S030", id, message, "use lower-case letters, digits and hyphens, for example `data-request`");
        }
    }

    pub(super) fn keep(&mut self, kind: Kind, id: &str, ix: usize) {
        self.known.insert((kind, id.to_owned()), ix);
    }

    /// How many names there are of a kind.
    pub(super) fn count(&self, kind: Kind) -> usize {
        self.known.keys().filter(|(of, _)| *of == kind).count()
    }

    /// Whether a name is known.
    #[must_use]
    pub fn knows(&self, kind: Kind, id: &str) -> Option<usize> {
        self.known.get(&(kind, id.to_owned())).copied()
    }

    /// A name that is not among those it could be.
    pub(super) fn unknown<'a>(&mut self, id: &str, message: String, all: impl Iterator<Item = &'a str>) {
        let all: Vec<&str> = all.collect();
        let near = crate::syntax::did_you_mean(id, all.iter().copied());
        let help = match near {
            Some(x) => format!("did you mean `{x}`?"),
            None => format!("known here: {}", all.iter().take(MOST_LISTED).copied().collect::<Vec<_>>().join(", ")),
        };
        let fault = Fault { suggestion: near.map(str::to_owned), ..Fault::new("S032", self.path.clone(), id, message, help) };
        self.faults.push(fault);
    }

    /// The ids of the options of a decision.
    pub(super) fn options(&self, decision: &str) -> Vec<String> {
        let of = |name: &str| name.strip_prefix(decision)?.strip_prefix('/').map(str::to_owned);
        self.known.keys().filter(|(kind, _)| *kind == Kind::Option).filter_map(|(_, name)| of(name)).collect()
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
                    .take(MOST_LISTED)
                    .collect();
                let help = if all.is_empty() {
                    format!("this scenario has no {} yet", bare(kind))
                } else {
                    format!("known here: {}", all.join(", "))
                };
                (format!("there is no {} `{id}`", bare(kind)), help)
            }
        };
        self.faults.push(Fault { code: "S032", path: self.path.clone(), word: id.to_owned(), message, help, suggestion: near });
        0
    }
}

fn bare(kind: Kind) -> &'static str {
    let word = kind.word();
    word.strip_prefix("an ").or_else(|| word.strip_prefix("a ")).unwrap_or(word)
}

macro_rules! finders {
    ($($name:ident: $kind:ident => $ix:ident;)*) => { impl Names {$(
        pub(super) fn $name(&mut self, id: &str) -> $ix { $ix::new(self.find(Kind::$kind, id)) }
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
pub(super) struct FactorIx_(pub(super) FactorIx);

impl FactorIx_ {
    fn new(ix: usize) -> Self {
        Self(FactorIx(u16::try_from(ix).unwrap_or(u16::MAX)))
    }
}
