//! A scenario with every name resolved: what the rules run on. Built by the `scenario` layer from a file; never changed.

use super::ids::{
    CaseIx, ClaimIx, CourtIx, DecisionIx, EndingIx, EventIx, InstrumentIx, IssueIx, JudgeIx, MoveIx, OfferIx, PrecedentIx,
    QuestionIx, SeatIx, StageIx, TriggerIx, VarIx,
};
use super::law::Law;
use super::rule::{Condition, Effect, Slot};
use super::{Date, FactorIx, FactorSet, Pleading, Side, Text};
use serde::{Deserialize, Serialize};

/// A role at the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Keeps other people's data.
    Provider,
    /// Wants data, or guards a territory.
    Government,
    /// Decides.
    Court,
}

/// The five beats of a round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Beat {
    /// News; press checks; questions from the bench.
    #[default]
    Open,
    /// Sealed plans.
    Plan,
    /// Answers to what the plans showed.
    Answer,
    /// The court; then the loser.
    Rule,
    /// Consequences.
    Reckon,
}

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum VarKind {
    /// A meter players watch.
    Meter,
    /// A counter with thresholds.
    Counter,
    /// An open question of fact or law: below 0 leans to resist, above 0 to compel.
    Question,
    /// A switch or record kept by the rules.
    Flag,
}

/// A number of the match.
#[derive(Clone, Debug)]
pub struct Var {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What it stands for, in a sentence.
    pub about: Text,
    /// Kind.
    pub kind: VarKind,
    /// Seat it belongs to; none is the world.
    pub owner: Option<SeatIx>,
    /// Least value.
    pub min: i16,
    /// Greatest value.
    pub max: i16,
    /// Value at the start.
    pub start: i16,
    /// Seats that may see it, as bits; all ones for everybody.
    pub known_to: u16,
    /// For an open question: the factor each side may find.
    pub finds: Finds,
}

/// What an open question lets a court find.
#[derive(Clone, Debug, Default)]
pub struct Finds {
    /// Factor for compel.
    pub compel: Option<FactorIx>,
    /// Factor for resist.
    pub resist: Option<FactorIx>,
}

/// A mark an aim sets.
#[derive(Clone, Copy, Debug)]
pub enum Mark {
    /// At least this much.
    AtLeast(VarIx, i16),
    /// At most this much.
    AtMost(VarIx, i16),
}

impl Mark {
    /// How many points are missing.
    #[must_use]
    pub fn short(self, numbers: &[i16]) -> i16 {
        match self {
            Self::AtLeast(v, n) => (n - numbers[v.ix()]).max(0),
            Self::AtMost(v, n) => (numbers[v.ix()] - n).max(0),
        }
    }
}

/// What a seat wants.
#[derive(Clone, Debug)]
pub struct Aim {
    /// Id.
    pub id: String,
    /// Sentence.
    pub text: Text,
    /// Marks; half weight when one point short in all.
    pub marks: Vec<Mark>,
    /// A condition that is met or not.
    pub when: Condition,
    /// Weight on each of the seat's cards.
    pub weights: Vec<i16>,
}

impl Aim {
    /// Points earned with a weight: all, half (rounded down) when one short, or none.
    #[must_use]
    pub fn earned(&self, weight: i16, numbers: &[i16]) -> i16 {
        if !self.when.holds(numbers) {
            return 0;
        }
        match self.short(numbers) {
            0 => weight,
            1 => weight / 2,
            _ => 0,
        }
    }

    /// Points missing over all marks.
    #[must_use]
    pub fn short(&self, numbers: &[i16]) -> i16 {
        self.marks.iter().map(|m| m.short(numbers)).sum()
    }
}

/// A private card: which of the seat's aims weigh most.
#[derive(Clone, Debug)]
pub struct Card {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What it says.
    pub text: Text,
}

/// A place at the table.
#[derive(Clone, Debug)]
pub struct Seat {
    /// Id.
    pub id: String,
    /// Name for players.
    pub name: Text,
    /// Role.
    pub role: Role,
    /// Legal order it belongs to, an index into `Law::orders`.
    pub order: usize,
    /// The side it argues before the court, if any.
    pub side: Option<Side>,
    /// Cards it may be dealt.
    pub cards: Vec<Card>,
    /// Aims.
    pub aims: Vec<Aim>,
    /// What only it knows at the start.
    pub brief: Text,
    /// What it fears, in a line.
    pub fear: Text,
    /// Its number for candour, if it keeps one.
    pub candour: Option<VarIx>,
    /// The number a press quote in public adds to, if any.
    pub publicity: Option<VarIx>,
    /// Tally of the historical actors on first cards.
    pub par: Option<i16>,
}

/// A round of the calendar.
#[derive(Clone, Debug)]
pub struct Round {
    /// Last day.
    pub ends: Date,
    /// Title.
    pub title: Text,
}

/// How a court of several judges, or one, decides at a stage.
#[derive(Clone, Debug)]
pub struct Hearing {
    /// The case that is decided.
    pub case: CaseIx,
    /// Court.
    pub court: CourtIx,
    /// Judges sitting, the bench among them.
    pub votes: u8,
    /// A number that is taken off the votes (a recusal).
    pub recused: Option<VarIx>,
    /// Whether the hearing takes place.
    pub when: Condition,
    /// On a petition, votes needed to undo the judgment below; short of that the petition is denied.
    pub petition: Option<u8>,
    /// Round and date of the ruling.
    pub slot: Option<Slot>,
    /// Consequences of an outcome to compel.
    pub compel: Vec<Effect>,
    /// Consequences of an outcome to resist.
    pub resist: Vec<Effect>,
    /// Consequences of an equal division.
    pub tie: Vec<Effect>,
    /// Consequences of a denied petition.
    pub denied: Vec<Effect>,
    /// Consequences when the bench was outvoted.
    pub outvoted: Vec<Effect>,
    /// Consequences when the outcome undoes the judgment below.
    pub differs: Vec<Effect>,
    /// What history did.
    pub historic: Option<HistoricRuling>,
}

/// What the real court did at a stage.
#[derive(Clone, Debug)]
pub struct HistoricRuling {
    /// Outcome the bench voted for.
    pub side: Side,
    /// Reason.
    pub reason: FactorSet,
    /// Votes to compel.
    pub compel: u8,
    /// Votes to resist.
    pub resist: u8,
}

/// A stage of the match.
#[derive(Clone, Debug)]
pub struct Stage {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What is at stake here, in a sentence or two.
    pub text: Text,
    /// Legal stage it stands for: procedure and stage by position in the law.
    pub legal: Option<(usize, usize)>,
    /// The hearing held here.
    pub hearing: Option<Hearing>,
    /// Where the procedure goes when nothing sends it elsewhere.
    pub then: Option<StageIx>,
    /// Round it has in history.
    pub round: Option<u8>,
}

/// A taste tag on a choice: what kind of thing it is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Taste {
    /// Standing on the law.
    Law,
    /// Going public.
    Publicity,
    /// Waiting.
    Patience,
    /// Running a risk.
    Risk,
    /// Being straight with the court.
    Candour,
}

/// What decisions, options, moves and offers have in common.
#[derive(Clone, Debug)]
pub struct Doable {
    /// Title, an imperative.
    pub title: Text,
    /// What it means.
    pub text: Text,
    /// Effort.
    pub cost: i16,
    /// When it is open.
    pub when: Condition,
    /// First and last round in which it is open.
    pub rounds: (u8, u8),
    /// Consequences.
    pub effects: Vec<Effect>,
    /// Kinds of deed, with sign.
    pub tags: Vec<(Taste, i16)>,
    /// Where the rule comes from: a citation, or "rule of play".
    pub source: String,
    /// Whether it is invented for the game.
    pub invented: bool,
    /// The rounds in which history did it (for options: any means yes).
    pub historic: Vec<u8>,
    /// The calendar slot of the step.
    pub slot: Option<Slot>,
}

/// One option of a decision.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Id.
    pub id: String,
    /// Everything else.
    pub act: Doable,
}

/// How often a decision comes back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Repeat {
    /// Once a match.
    #[default]
    Once,
    /// Once a round while its condition holds.
    EachRound,
}

/// A choice put to a seat.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Id.
    pub id: String,
    /// Seat.
    pub seat: SeatIx,
    /// Beat in which it must be taken.
    pub beat: Beat,
    /// Question.
    pub title: Text,
    /// What hangs on it.
    pub text: Text,
    /// When it is open.
    pub when: Condition,
    /// First and last round in which it is open.
    pub rounds: (u8, u8),
    /// How often.
    pub repeat: Repeat,
    /// Options.
    pub options: Vec<Choice>,
    /// Where it comes from.
    pub source: String,
    /// The case it rules on, when it is a ruling on the precedents alone (a sister file).
    pub file: Option<CaseIx>,
    /// Record of the option chosen, counted from 1.
    pub chosen: VarIx,
    /// Record of the round of the last choice.
    pub chosen_in: VarIx,
}

/// A side move.
#[derive(Clone, Debug)]
pub struct Move {
    /// Id.
    pub id: String,
    /// Seat.
    pub seat: SeatIx,
    /// Beat.
    pub beat: Beat,
    /// Everything else.
    pub act: Doable,
    /// How many times a match; 0 is without limit.
    pub times: i16,
    /// A group of which only so many may be made a round.
    pub group: Option<(u16, u8)>,
    /// Count of times made.
    pub done: VarIx,
}

/// An offer.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Id.
    pub id: String,
    /// Who makes it.
    pub from: SeatIx,
    /// Who answers.
    pub to: SeatIx,
    /// Everything else; effects are those of acceptance.
    pub act: Doable,
    /// Record of acceptance.
    pub accepted: VarIx,
}

/// An issue argued before the court.
#[derive(Clone, Debug)]
pub struct Issue {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Question in a sentence.
    pub text: Text,
    /// Factors either side may rely on (their sides tell whose), open questions included.
    pub factors: Vec<FactorIx>,
    /// Authorities each side may cite: compel, resist.
    pub authorities: [Vec<PrecedentIx>; 2],
}

/// A factor that counts more in certain circumstances.
#[derive(Clone, Debug)]
pub struct Weight {
    /// Factor.
    pub factor: FactorIx,
    /// When.
    pub when: Condition,
    /// Points.
    pub points: i16,
}

/// A judge card.
#[derive(Clone, Debug)]
pub struct Judge {
    /// Id.
    pub id: String,
    /// Temper, in a phrase.
    pub title: Text,
    /// Leaning: below 0 towards resist, above 0 towards compel.
    pub leaning: i16,
    /// The issue cared for: counts twice, and only reasons touching it are joined.
    pub cares: IssueIx,
}

/// Rules for judging that a scenario sets.
#[derive(Clone, Debug)]
pub struct BenchRules {
    /// The court seat.
    pub seat: SeatIx,
    /// Judge cards.
    pub judges: Vec<Judge>,
    /// A number that, at its mark, counts as one towards resist (two amici).
    pub amici: Option<(VarIx, i16)>,
    /// Consequences of each length of reason: at most so many factors, effort, effects.
    pub lengths: Vec<(u8, i16, Vec<Effect>)>,
    /// A ruling against so many issues net has these consequences.
    pub against: (i16, Vec<Effect>),
    /// Every other ruling has these.
    pub with: Vec<Effect>,
    /// Consequences of a result without a holding.
    pub no_holding: Vec<Effect>,
}

/// A case on the docket.
#[derive(Clone, Debug)]
pub struct Case {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What it is about.
    pub text: Text,
    /// Question it turns on.
    pub question: QuestionIx,
    /// Court where it starts.
    pub court: CourtIx,
    /// Facts nobody disputes.
    pub facts: FactorSet,
    /// Whether open questions add to its facts.
    pub open: bool,
    /// Which side a live holding of the match on its question favours now: written by the rules (−1, 0, 1).
    pub holding: VarIx,
    /// What the law forces in it now: written by the rules (−1, 0, 1).
    pub forced: VarIx,
    /// Which side a live appellate holding of the match that only persuades its court favours (−1, 0, 1).
    pub persuaded: VarIx,
    /// Whether it is invented.
    pub invented: bool,
}

/// An instrument in play.
#[derive(Clone, Debug)]
pub struct Instrument {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Kind, an index into `Law::instruments`.
    pub kind: usize,
    /// Who asked for it.
    pub from: SeatIx,
    /// Whom it is addressed to.
    pub to: SeatIx,
    /// Data items it demands, by position.
    pub items: Vec<usize>,
    /// Citation.
    pub source: String,
}

/// What a data item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DataKind {
    /// What was written, said or stored.
    Content,
    /// Data about it.
    NonContent,
}

/// A data item.
#[derive(Clone, Debug)]
pub struct Item {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Kind.
    pub kind: DataKind,
    /// Place, by position.
    pub place: usize,
    /// Citation.
    pub source: String,
}

/// What stands at a place on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlaceKind {
    /// A datacentre.
    Data,
    /// A company's seat.
    Company,
    /// A court.
    Court,
    /// A government.
    Government,
    /// Something else.
    Other,
}

/// A place on the map.
#[derive(Clone, Debug)]
pub struct Place {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What is there.
    pub kind: PlaceKind,
    /// Legal order it lies in, an index into `Law::orders`; none where no pack is in play.
    pub order: Option<usize>,
    /// ISO 3166-1 numeric code of the country, for the map.
    pub country: u16,
    /// Longitude in hundredths of a degree, east positive.
    pub lon: i16,
    /// Latitude in hundredths of a degree, north positive.
    pub lat: i16,
}

/// How true a press claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Verdict {
    /// Right.
    Accurate,
    /// Right in short, misleading at length.
    Shorthand,
    /// Wrong.
    Wrong,
}

/// A claim in the press.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Id.
    pub id: String,
    /// What the press said, in our words.
    pub text: Text,
    /// How true it is.
    pub verdict: Verdict,
    /// What the record says, with its source.
    pub record: Text,
    /// Source of the record.
    pub source: String,
    /// The side and issue it can be quoted for.
    pub supports: Option<(Side, IssueIx)>,
    /// The seats that may quote it in public.
    pub flatters: Vec<SeatIx>,
    /// Story it comes from, by position.
    pub story: usize,
}

/// A press story.
#[derive(Clone, Debug)]
pub struct Story {
    /// Id.
    pub id: String,
    /// Headline, in our words.
    pub title: Text,
    /// Round in which it comes out.
    pub round: u8,
    /// Date.
    pub date: Date,
    /// Gist.
    pub text: Text,
    /// Claims.
    pub claims: Vec<ClaimIx>,
}

/// An event.
#[derive(Clone, Debug)]
pub struct Event {
    /// Id.
    pub id: String,
    /// Headline.
    pub title: Text,
    /// What happened.
    pub text: Text,
    /// Round and date; without it the event is scheduled by an effect.
    pub slot: Option<Slot>,
    /// Beat in which it comes.
    pub beat: Beat,
    /// Condition.
    pub when: Condition,
    /// Consequences.
    pub effects: Vec<Effect>,
    /// Citation; empty if invented.
    pub source: String,
    /// Whether it is invented.
    pub invented: bool,
    /// Record that it happened.
    pub happened: VarIx,
    /// Seats that hear of it, as bits.
    pub known_to: u16,
}

/// Something that goes off once when its condition comes true at a reckoning.
#[derive(Clone, Debug)]
pub struct Trigger {
    /// Id.
    pub id: String,
    /// Headline.
    pub title: Text,
    /// What happened.
    pub text: Text,
    /// Condition.
    pub when: Condition,
    /// Consequences.
    pub effects: Vec<Effect>,
    /// Record that it went off.
    pub happened: VarIx,
}

/// A draw from the match seed, made at the start unless an effect makes it.
#[derive(Clone, Debug)]
pub struct Draw {
    /// Id.
    pub id: String,
    /// Where the result goes.
    pub into: VarIx,
    /// Equally likely results.
    pub values: Vec<i16>,
    /// What history drew.
    pub historic: i16,
}

/// An ending.
#[derive(Clone, Debug)]
pub struct Ending {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What it was.
    pub text: Text,
    /// A line for each seat: what it bought, who paid.
    pub lines: Vec<(SeatIx, Text)>,
}

/// An entry of the real timeline.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Date.
    pub date: Date,
    /// What happened.
    pub text: Text,
    /// Stage it belongs to.
    pub stage: Option<StageIx>,
    /// Citation.
    pub source: String,
}

/// What a learner should take away.
#[derive(Clone, Debug)]
pub struct Objective {
    /// Id.
    pub id: String,
    /// Sentence.
    pub text: Text,
    /// Decisions that exercise it.
    pub decisions: Vec<DecisionIx>,
    /// Exit question.
    pub question: Text,
    /// Curriculum code, if any.
    pub standard: String,
}

/// Somebody or something the dispute mentions.
#[derive(Clone, Debug)]
pub struct Actor {
    /// Name.
    pub name: String,
    /// Who or what it is.
    pub text: Text,
    /// Kind of thing, in a word.
    pub kind: String,
    /// Citation.
    pub source: String,
}

/// A pleading history made.
#[derive(Clone, Debug)]
pub struct HistoricPleading {
    /// Seat.
    pub seat: SeatIx,
    /// Round.
    pub round: u8,
    /// Pleading.
    pub pleading: Pleading,
}

/// Words for the debrief.
#[derive(Clone, Debug, Default)]
pub struct Debrief {
    /// What really happened.
    pub history: Text,
    /// What the law now says.
    pub law_now: Text,
    /// Epilogue.
    pub epilogue: Text,
    /// Questions to talk about.
    pub questions: Vec<Text>,
}

/// A scenario, resolved.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Id, as in `scenarios/<id>.ron`.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What it is about.
    pub summary: Text,
    /// What everybody knows at the start.
    pub brief: Text,
    /// Whether the dispute is fictional.
    pub fictional: bool,
    /// Playing time in minutes.
    pub minutes: u16,
    /// Hash of the rules of this scenario and its law, without prose.
    pub hash: String,
    /// Law.
    pub law: Law,
    /// First day.
    pub start: Date,
    /// Rounds.
    pub rounds: Vec<Round>,
    /// Effort a round, and how much may be kept.
    pub effort: (i16, i16),
    /// Numbers.
    pub vars: Vec<Var>,
    /// Seats.
    pub seats: Vec<Seat>,
    /// Stages.
    pub stages: Vec<Stage>,
    /// Decisions.
    pub decisions: Vec<Decision>,
    /// Side moves.
    pub moves: Vec<Move>,
    /// Offers.
    pub offers: Vec<Offer>,
    /// Issues.
    pub issues: Vec<Issue>,
    /// Factors with changing weight.
    pub weights: Vec<Weight>,
    /// Rules for judging, where a court seat is played.
    pub bench: Option<BenchRules>,
    /// Cases; the first is the main one.
    pub cases: Vec<Case>,
    /// Instruments.
    pub instruments: Vec<Instrument>,
    /// Data items.
    pub items: Vec<Item>,
    /// Places.
    pub places: Vec<Place>,
    /// Press stories.
    pub stories: Vec<Story>,
    /// Press claims.
    pub claims: Vec<Claim>,
    /// Candour lost by a seat whose wrong quote is caught out.
    pub caught: i16,
    /// Candour lost by a seat that attacks what its opponent had already faced.
    pub faced: i16,
    /// Events.
    pub events: Vec<Event>,
    /// Triggers.
    pub triggers: Vec<Trigger>,
    /// Consequences of every round.
    pub upkeep: Vec<(Condition, Vec<Effect>)>,
    /// Draws.
    pub draws: Vec<Draw>,
    /// Named bundles of effects.
    pub bundles: Vec<(String, Vec<Effect>)>,
    /// Endings.
    pub endings: Vec<Ending>,
    /// The stage played after the main case closes early, and its round.
    pub coda: Option<(StageIx, u8)>,
    /// Ending when the calendar runs out.
    pub fallback: EndingIx,
    /// Real timeline.
    pub timeline: Vec<Fact>,
    /// Objectives.
    pub objectives: Vec<Objective>,
    /// Who and what is mentioned.
    pub actors: Vec<Actor>,
    /// What history pleaded.
    pub pleadings: Vec<HistoricPleading>,
    /// Words for the debrief.
    pub debrief: Debrief,
    /// Numbers the rules keep.
    pub own: OwnVars,
}

/// Numbers every match has, whatever the scenario: the rules write them, conditions read them.
#[derive(Clone, Copy, Debug)]
pub struct OwnVars {
    /// Round, from 1.
    pub round: VarIx,
    /// Stage, by position.
    pub stage: VarIx,
    /// The judgment standing in the main case: 1 compel, −1 resist.
    pub leading: VarIx,
    /// Ending of the main case, from 1; 0 while it is open.
    pub ending: VarIx,
    /// Last hearing: 1 compel, −1 resist, 0 none or equal division.
    pub outcome: VarIx,
    /// Whether the coda is being played.
    pub coda: VarIx,
    /// Round of the last ruling at a hearing.
    pub ruled_in: VarIx,
}

impl Scenario {
    /// The seat with an id.
    #[must_use]
    pub fn seat(&self, id: &str) -> Option<SeatIx> {
        self.seats.iter().position(|s| s.id == id).map(SeatIx::new)
    }

    /// The seat that argues a side, the first if several do.
    #[must_use]
    pub fn party(&self, side: Side) -> Option<SeatIx> {
        self.seats.iter().position(|s| s.side == Some(side)).map(SeatIx::new)
    }

    /// Stage by index.
    #[must_use]
    pub fn stage(&self, ix: StageIx) -> &Stage {
        &self.stages[ix.ix()]
    }

    /// Decision by index.
    #[must_use]
    pub fn decision(&self, ix: DecisionIx) -> &Decision {
        &self.decisions[ix.ix()]
    }

    /// Side move by index.
    #[must_use]
    pub fn side_move(&self, ix: MoveIx) -> &Move {
        &self.moves[ix.ix()]
    }

    /// Offer by index.
    #[must_use]
    pub fn offer(&self, ix: OfferIx) -> &Offer {
        &self.offers[ix.ix()]
    }

    /// Claim by index.
    #[must_use]
    pub fn claim(&self, ix: ClaimIx) -> &Claim {
        &self.claims[ix.ix()]
    }

    /// Event by index.
    #[must_use]
    pub fn event(&self, ix: EventIx) -> &Event {
        &self.events[ix.ix()]
    }

    /// Trigger by index.
    #[must_use]
    pub fn trigger(&self, ix: TriggerIx) -> &Trigger {
        &self.triggers[ix.ix()]
    }

    /// Number by index.
    #[must_use]
    pub fn var(&self, ix: VarIx) -> &Var {
        &self.vars[ix.ix()]
    }

    /// The number with an id.
    #[must_use]
    pub fn var_named(&self, id: &str) -> Option<VarIx> {
        self.vars.iter().position(|v| v.id == id).map(VarIx::new)
    }

    /// Judge card by index; a scenario with judge cards has bench rules.
    #[must_use]
    pub fn judge(&self, ix: JudgeIx) -> Option<&Judge> {
        self.bench.as_ref().and_then(|b| b.judges.get(ix.ix()))
    }

    /// Instrument by index.
    #[must_use]
    pub fn instrument(&self, ix: InstrumentIx) -> &Instrument {
        &self.instruments[ix.ix()]
    }

    /// The facts of a case as the record stands: what nobody disputes and what open questions prove. A question at 0 is
    /// open: with `found`, the factor of that side may be found as well.
    #[must_use]
    pub fn record(&self, case: CaseIx, numbers: &[i16], found: Option<Side>) -> FactorSet {
        let case = &self.cases[case.ix()];
        let mut facts = case.facts.clone();
        if case.open {
            for (var, value) in self.vars.iter().zip(numbers).filter(|(v, _)| v.kind == VarKind::Question) {
                let compel = *value > 0 || (*value == 0 && found == Some(Side::Compel));
                let resist = *value < 0 || (*value == 0 && found == Some(Side::Resist));
                facts.extend(var.finds.compel.filter(|_| compel));
                facts.extend(var.finds.resist.filter(|_| resist));
            }
        }
        facts
    }

    /// Points a factor counts for in an argument.
    #[must_use]
    pub fn weight(&self, factor: FactorIx, numbers: &[i16]) -> i16 {
        self.weights.iter().find(|w| w.factor == factor && w.when.holds(numbers)).map_or(1, |w| w.points)
    }
}
