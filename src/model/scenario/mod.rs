//! A scenario with every name resolved: what the rules run on. Built by the `scenario` layer from a file; never changed.

mod acts;
mod docket;
mod illustration;
mod reach;
mod table;
mod teach;
mod world;

pub use acts::*;
pub use docket::*;
pub use illustration::*;
pub use reach::*;
pub use table::*;
pub use teach::*;
pub use world::*;

use crate::model::{
    Action, Breach, CaseIx, ClaimIx, Condition, Date, DecisionIx, Effect, EndingIx, EventIx, FactorIx, FactorSet, InstrumentIx,
    JudgeIx, Law, MoveIx, OfferIx, SeatIx, Side, Spoken, StageIx, Text, TriggerIx, VarIx,
};

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
    /// The picture beside the brief, by position.
    pub picture: Option<usize>,
    /// Pictures of the author's.
    pub illustrations: Vec<Illustration>,
    /// Whether the dispute is fictional.
    pub fictional: bool,
    /// Which of its words, and of its law's, are not English.
    pub spoken: Spoken,
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
    /// What stands for the circumstances that the law packs name, by `CircumstanceIx`; none never holds.
    pub circumstances: Vec<Option<Condition>>,
    /// What a broken norm brings.
    pub breaches: Vec<Breach>,
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
    /// Lengths of play for a lesson.
    pub presets: Vec<Preset>,
    /// Steps that are played for a learner before it is their turn; empty in most scenarios.
    pub worked: Vec<Worked>,
    /// Tests of the scenario's own.
    pub tests: Vec<Transcript>,
    /// Who and what is mentioned.
    pub actors: Vec<Actor>,
    /// What history pleaded.
    pub pleadings: Vec<HistoricPleading>,
    /// Words for the debrief.
    pub debrief: Debrief,
    /// States that may assert reach over data abroad.
    pub states: Vec<State>,
    /// How their claims are counted and spread.
    pub reach: Option<ReachRules>,
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
    /// Whether the judgment standing was given against binding law: those who review it lean to undo it.
    pub defied: VarIx,
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

    /// Whether it says what was really done, so that a match can be laid beside it.
    #[must_use]
    pub fn has_history(&self) -> bool {
        self.decisions.iter().flat_map(|d| &d.options).any(|o| !o.act.historic.is_empty())
    }

    /// What an action does, where that is written in the scenario: an option, a side move, an offer made or accepted.
    #[must_use]
    pub fn doable(&self, action: &Action) -> Option<&Doable> {
        match action {
            Action::Choose(d, o) => self.decision(*d).options.get(usize::from(*o)).map(|c| &c.act),
            Action::Move(m) => Some(&self.side_move(*m).act),
            Action::Offer(o) | Action::Respond(o, true) => Some(&self.offer(*o).act),
            _ => None,
        }
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

    /// The picture for everybody at a stage: its own, or that of the brief; by position.
    #[must_use]
    pub fn picture_at(&self, stage: StageIx) -> Option<usize> {
        self.stage(stage).picture.or(self.picture)
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
