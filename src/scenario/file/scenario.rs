//! Scenarios as written.

use super::shapes::shapes;
use super::{
    Actor, Breach, Bundle, Coda, Debrief, Draw, Ending, Event, Fact, HistoricPleading, Objective, Preset, Story, Then,
    Transcript, Trigger, Upkeep, When, Worked,
};
use crate::model::{Beat, DataKind, Date, ENGLISH, PlaceKind, Repeat, Role, Side, Taste, Text};
use serde::Deserialize;

/// Rounds without a limit.
fn all_rounds() -> (u8, u8) {
    (1, u8::MAX)
}

fn plan() -> Beat {
    Beat::Plan
}

fn once() -> i16 {
    1
}

fn three() -> i16 {
    3
}

fn ten() -> i16 {
    10
}

pub(super) fn english() -> String {
    ENGLISH.to_owned()
}

fn twenty() -> u16 {
    20
}

fn any_length() -> Vec<(u8, i16, Vec<Then>)> {
    vec![(u8::MAX, 0, Vec::new())]
}

fn one_against() -> (i16, Vec<Then>) {
    (1, Vec::new())
}

shapes! {
    /// One dispute.
    Scenario {
        /// Format version.
        format: u32,
        /// Id; the file is `<id>.ron`.
        id: String,
        /// The language it is written in, as a tag: `de`, `pt-BR`.
        #[serde(default = "english")] language: String,
        /// Title.
        title: Text,
        /// What it is about, in two or three sentences.
        summary: Text,
        /// What everybody knows at the start; left out, the summary.
        #[serde(default)] brief: Text,
        /// Pictures of your own.
        #[serde(default)] pictures: Vec<Illustration>,
        /// The picture beside the brief, by id.
        #[serde(default)] picture: Option<String>,
        /// Whether the dispute is made up.
        #[serde(default)] fictional: bool,
        /// Playing time in minutes.
        #[serde(default = "twenty")] minutes: u16,
        /// Law packs: names of shipped packs, or paths of files beside the scenario.
        law: Vec<String>,
        /// Decided cases of the law packs that this dispute replays, so that nobody can cite them.
        #[serde(default)] hides: Vec<String>,
        /// What this dispute calls what a law pack brings: id of a court, legal order, instrument, norm, treaty or question, and
        /// the name here.
        #[serde(default)] called: Vec<(String, String)>,
        /// Factors of its own, beside those of the law packs.
        #[serde(default)] factors: Vec<super::law::Factor>,
        /// First day.
        start: Date,
        /// Rounds, in order.
        rounds: Vec<Round>,
        /// Effort each seat gets a round.
        #[serde(default = "three")] effort: i16,
        /// Effort that may be kept for the next round.
        #[serde(default = "once")] keep: i16,
        /// Numbers that players watch.
        #[serde(default)] meters: Vec<Number>,
        /// Numbers that count up to a threshold.
        #[serde(default)] counters: Vec<Number>,
        /// Questions that are still open; beyond 0 they are facts of the case.
        #[serde(default)] questions: Vec<OpenQuestion>,
        /// Switches and records.
        #[serde(default)] flags: Vec<Flag>,
        /// Who plays.
        seats: Vec<Seat>,
        /// Stages; the match starts at the first.
        stages: Vec<Stage>,
        /// What seats are asked, with options.
        decisions: Vec<Decision>,
        /// Small things a seat may do beside its decisions.
        #[serde(default)] moves: Vec<Move>,
        /// Groups of side moves with a limit a round.
        #[serde(default)] groups: Vec<(String, u8)>,
        /// Offers.
        #[serde(default)] offers: Vec<Offer>,
        /// What is argued before the court.
        #[serde(default)] issues: Vec<Issue>,
        /// Factors with changing weight: factor, condition, points.
        #[serde(default)] weights: Vec<(String, When, i16)>,
        /// Rules for judging.
        #[serde(default)] bench: Option<Bench>,
        /// Cases; the first is the main one.
        cases: Vec<Case>,
        /// Orders, warrants and requests in play.
        #[serde(default)] instruments: Vec<InPlay>,
        /// Data items.
        #[serde(default)] items: Vec<Item>,
        /// Places.
        #[serde(default)] places: Vec<Place>,
        /// Press stories.
        #[serde(default)] press: Vec<Story>,
        /// Candour a wrong quote costs its author when caught.
        #[serde(default)] caught: i16,
        /// Candour an attack costs when its target had faced the point.
        #[serde(default)] faced: i16,
        /// Events.
        #[serde(default)] events: Vec<Event>,
        /// What goes off, once, when a condition first holds.
        #[serde(default)] triggers: Vec<Trigger>,
        /// Consequences of every round.
        #[serde(default)] upkeep: Vec<Upkeep>,
        /// States that may say that their orders count abroad.
        #[serde(default)] states: Vec<super::State>,
        /// How their claims are counted and spread.
        #[serde(default)] reach: Option<super::Spread>,
        /// What chance deals.
        #[serde(default)] draws: Vec<Draw>,
        /// Bundles of effects by name.
        #[serde(default)] bundles: Vec<Bundle>,
        /// What stands for the circumstances that the law packs name.
        #[serde(default)] circumstances: Vec<(String, When)>,
        /// What a broken norm brings.
        #[serde(default)] breaches: Vec<Breach>,
        /// Ways the dispute can end.
        endings: Vec<Ending>,
        /// What is played after the main case closes early.
        #[serde(default)] coda: Option<Coda>,
        /// Ending when the calendar runs out; left out, the last one.
        #[serde(default)] fallback: String,
        /// The real timeline.
        #[serde(default)] timeline: Vec<Fact>,
        /// What is to be learnt.
        #[serde(default)] objectives: Vec<Objective>,
        /// Lengths of play for a lesson.
        #[serde(default)] presets: Vec<Preset>,
        /// A worked example: steps played for the learner first.
        #[serde(default)] worked: Vec<Worked>,
        /// Tests of its own.
        #[serde(default)] tests: Vec<Transcript>,
        /// Who and what is mentioned.
        #[serde(default)] actors: Vec<Actor>,
        /// What history pleaded.
        #[serde(default)] pleadings: Vec<HistoricPleading>,
        /// Words for the debrief.
        #[serde(default)] debrief: Debrief,
    }
    /// A picture.
    Illustration {
        /// Id.
        id: String,
        /// Its file, beside the scenario or in a folder below it: `.png`, `.jpg` or `.jpeg`, up to 2 MiB and 2,048 pixels on a side.
        file: String,
        /// What is to be seen, in a sentence, for whoever cannot see it.
        shows: Text,
        /// Who made it, and its licence.
        #[serde(default)] source: String,
    }
    /// A round.
    Round {
        /// Last day.
        ends: Date,
        /// Title.
        title: Text,
    }
    /// A meter or counter.
    Number {
        /// Id.
        id: String,
        /// Title.
        title: Text,
        /// What it stands for.
        #[serde(default)] about: Text,
        /// Seat it belongs to; none is the world.
        #[serde(default)] seat: Option<String>,
        /// Least.
        #[serde(default)] min: i16,
        /// Greatest.
        #[serde(default = "ten")] max: i16,
        /// At the start.
        start: i16,
        /// Seats that see it; left out means everybody.
        #[serde(default)] known_to: Option<Vec<String>>,
    }
    /// An open question: −2 (resist) to +2 (compel).
    OpenQuestion {
        /// Id.
        id: String,
        /// Title.
        title: Text,
        /// What is open.
        #[serde(default)] about: Text,
        /// At the start.
        #[serde(default)] start: i16,
        /// Factor for compel.
        #[serde(default)] compel: Option<String>,
        /// Factor for resist.
        #[serde(default)] resist: Option<String>,
    }
    /// A switch, or a number kept out of sight.
    Flag {
        /// Id.
        id: String,
        /// What it records.
        title: Text,
        /// Least.
        #[serde(default)] min: i16,
        /// Greatest.
        #[serde(default = "once")] max: i16,
        /// At the start.
        #[serde(default)] start: i16,
        /// Seats that see it; left out means everybody.
        #[serde(default)] known_to: Option<Vec<String>>,
    }
    /// A seat.
    Seat {
        /// Id.
        id: String,
        /// Name.
        name: Text,
        /// Role.
        role: Role,
        /// Legal order; left out, that of the first law pack.
        #[serde(default)] order: String,
        /// Side it argues.
        #[serde(default)] side: Option<Side>,
        /// Cards; left out, one that is no secret.
        #[serde(default)] cards: Vec<Card>,
        /// Aims.
        aims: Vec<Aim>,
        /// Private brief.
        #[serde(default)] brief: Text,
        /// What it fears.
        #[serde(default)] fear: Text,
        /// Its number for candour.
        #[serde(default)] candour: Option<String>,
        /// Its number for publicity.
        #[serde(default)] publicity: Option<String>,
        /// Points that the real course of things would have scored, on first cards.
        #[serde(default)] par: Option<i16>,
    }
    /// A private card.
    Card {
        /// Id.
        id: String,
        /// Title.
        title: Text,
        /// Words.
        #[serde(default)] text: Text,
    }
    /// An aim.
    Aim {
        /// Id.
        id: String,
        /// Sentence.
        text: Text,
        /// Marks.
        #[serde(default)] marks: Vec<Mark>,
        /// Condition.
        #[serde(default)] when: When,
        /// Weight on each card; left out, the aims share ten points.
        #[serde(default)] weights: Vec<i16>,
    }
    /// A stage.
    Stage {
        /// Id.
        id: String,
        /// Title.
        title: Text,
        /// What is at stake.
        #[serde(default)] text: Text,
        /// The legal stage: procedure and stage id in a law pack.
        #[serde(default)] legal: Option<(String, String)>,
        /// Hearing.
        #[serde(default)] hearing: Option<Hearing>,
        /// Where the procedure goes by itself.
        #[serde(default)] then: Option<String>,
        /// Its round in history.
        #[serde(default)] round: Option<u8>,
        /// The picture shown here, by id.
        #[serde(default)] picture: Option<String>,
    }
    /// A hearing.
    Hearing {
        /// The case that is decided.
        case: String,
        /// Court.
        court: String,
        /// Judges sitting, the bench among them.
        #[serde(default = "one_vote")] votes: u8,
        /// A number that is taken off the votes: judges who take no part.
        #[serde(default)] recused: Option<String>,
        /// Whether the hearing takes place.
        #[serde(default)] when: When,
        /// For a petition: the votes that undo the judgment below; with fewer it is denied.
        #[serde(default)] petition: Option<u8>,
        /// Whether the court only answers a question put to it by a court of the case.
        #[serde(default)] answers: bool,
        /// Round and date of the ruling.
        #[serde(default)] on: Option<(u8, Date)>,
        /// Round and date of the argument, where it was heard on another day.
        #[serde(default)] argued: Option<(u8, Date)>,
        /// Consequences of a ruling for compel.
        #[serde(default)] compel: Vec<Then>,
        /// Consequences of a ruling for resist.
        #[serde(default)] resist: Vec<Then>,
        /// Consequences of an equal division, on a petition too.
        #[serde(default)] tie: Vec<Then>,
        /// Consequences of a petition that is denied otherwise.
        #[serde(default)] denied: Vec<Then>,
        /// Consequences when the bench was outvoted.
        #[serde(default)] outvoted: Vec<Then>,
        /// Consequences when the ruling undoes the judgment below.
        #[serde(default)] differs: Vec<Then>,
        /// What history did.
        #[serde(default)] historic: Option<HistoricRuling>,
    }
    /// What history ruled.
    HistoricRuling {
        /// Side.
        side: Side,
        /// Reason.
        #[serde(default)] reason: Vec<String>,
        /// Votes to compel.
        compel: u8,
        /// Votes to resist.
        resist: u8,
    }
    /// A decision.
    Decision {
        /// Id.
        id: String,
        /// Seat.
        seat: String,
        /// Beat.
        #[serde(default = "plan")] beat: Beat,
        /// Question.
        title: Text,
        /// What hangs on it.
        #[serde(default)] text: Text,
        /// Condition.
        #[serde(default)] when: When,
        /// First and last round.
        #[serde(default = "all_rounds")] rounds: (u8, u8),
        /// How often.
        #[serde(default)] repeat: Repeat,
        /// The sister file it decides.
        #[serde(default)] file: Option<String>,
        /// Options.
        options: Vec<Choice>,
        /// Source of the rule.
        #[serde(default)] source: String,
    }
    /// An option.
    Choice {
        /// Id.
        id: String,
        /// Title.
        title: Text,
        /// What it means.
        #[serde(default)] text: Text,
        /// Effort.
        #[serde(default)] cost: i16,
        /// Condition.
        #[serde(default)] when: When,
        /// First and last round.
        #[serde(default = "all_rounds")] rounds: (u8, u8),
        /// For a sister file: the side it rules for.
        #[serde(default)] rules: Option<Side>,
        /// The factors it gives as its reason; left out for all that the record shows for that side.
        #[serde(default)] because: Vec<String>,
        /// Consequences.
        #[serde(default)] effects: Vec<Then>,
        /// What kind of thing it is to do, and how much; bots go by it.
        #[serde(default)] tags: Vec<(Taste, i16)>,
        /// Source.
        #[serde(default)] source: String,
        /// Invented.
        #[serde(default)] invented: bool,
        /// Whether history chose it.
        #[serde(default)] historic: bool,
        /// Round and date.
        #[serde(default)] on: Option<(u8, Date)>,
    }
    /// A side move.
    Move {
        /// Id.
        id: String,
        /// Seat.
        seat: String,
        /// Beat.
        #[serde(default = "plan")] beat: Beat,
        /// Title.
        title: Text,
        /// What it means.
        #[serde(default)] text: Text,
        /// Effort.
        #[serde(default = "once")] cost: i16,
        /// How often a match; 0 without limit.
        #[serde(default = "once")] times: i16,
        /// Group with a limit a round.
        #[serde(default)] group: Option<String>,
        /// Condition.
        #[serde(default)] when: When,
        /// First and last round.
        #[serde(default = "all_rounds")] rounds: (u8, u8),
        /// Consequences.
        #[serde(default)] effects: Vec<Then>,
        /// What kind of thing it is to do, and how much; bots go by it.
        #[serde(default)] tags: Vec<(Taste, i16)>,
        /// Source.
        #[serde(default)] source: String,
        /// Invented.
        #[serde(default)] invented: bool,
        /// Rounds in which history made it.
        #[serde(default)] historic: Vec<u8>,
        /// Round and date.
        #[serde(default)] on: Option<(u8, Date)>,
    }
    /// An offer.
    Offer {
        /// Id.
        id: String,
        /// Who makes it.
        from: String,
        /// Who answers.
        to: String,
        /// Title.
        title: Text,
        /// What it means.
        #[serde(default)] text: Text,
        /// Condition.
        #[serde(default)] when: When,
        /// First and last round.
        #[serde(default = "all_rounds")] rounds: (u8, u8),
        /// Consequences of acceptance.
        #[serde(default)] effects: Vec<Then>,
        /// What kind of thing it is to do, and how much; bots go by it.
        #[serde(default)] tags: Vec<(Taste, i16)>,
        /// Source.
        #[serde(default)] source: String,
    }
    /// An issue.
    Issue {
        /// Id.
        id: String,
        /// Title.
        title: Text,
        /// Question.
        #[serde(default)] text: Text,
        /// Factors, of both sides.
        factors: Vec<String>,
        /// Authorities for compel.
        #[serde(default)] compel: Vec<String>,
        /// Authorities for resist.
        #[serde(default)] resist: Vec<String>,
    }
    /// Rules for judging.
    Bench {
        /// Court seat.
        seat: String,
        /// Judge cards.
        judges: Vec<Judge>,
        /// Number and mark that count as one towards resist.
        #[serde(default)] amici: Option<(String, i16)>,
        /// Lengths of reason: up to so many factors, effort, consequences; left out, any length costs nothing.
        #[serde(default = "any_length")] lengths: Vec<(u8, i16, Vec<Then>)>,
        /// Net issues against a ruling, and the consequences.
        #[serde(default = "one_against")] against: (i16, Vec<Then>),
        /// Consequences of any other ruling.
        #[serde(default)] with: Vec<Then>,
        /// Consequences of a majority without a common reason.
        #[serde(default)] no_holding: Vec<Then>,
        /// Consequences of following a holding that forces.
        #[serde(default)] follows: Vec<Then>,
        /// Consequences of deciding against a holding that forces.
        #[serde(default)] defies: Vec<Then>,
    }
    /// A judge card.
    Judge {
        /// Id.
        id: String,
        /// Temper.
        title: Text,
        /// Below 0 towards resist, above 0 towards compel.
        #[serde(default)] leaning: i16,
        /// Issue cared for; left out, the first.
        #[serde(default)] cares: String,
    }
    /// A case.
    Case {
        /// Id.
        id: String,
        /// Title.
        title: Text,
        /// What it is about.
        #[serde(default)] text: Text,
        /// Question.
        question: String,
        /// Court.
        court: String,
        /// Facts.
        facts: Vec<String>,
        /// Whether open questions add facts.
        #[serde(default)] open: bool,
        /// Invented.
        #[serde(default)] invented: bool,
        /// Source.
        #[serde(default)] source: String,
    }
    /// An instrument in play.
    InPlay {
        /// Id.
        id: String,
        /// Title.
        title: Text,
        /// Kind, from a law pack.
        kind: String,
        /// Who asks.
        from: String,
        /// Addressee.
        to: String,
        /// Data items.
        #[serde(default)] items: Vec<String>,
        /// Source.
        #[serde(default)] source: String,
    }
    /// A data item.
    Item {
        /// Id.
        id: String,
        /// Title.
        title: Text,
        /// Kind.
        kind: DataKind,
        /// Place.
        place: String,
        /// Source.
        #[serde(default)] source: String,
    }
    /// A place.
    Place {
        /// Id.
        id: String,
        /// Title.
        title: Text,
        /// Kind.
        kind: PlaceKind,
        /// Legal order, if its pack is in play.
        #[serde(default)] order: Option<String>,
        /// ISO 3166-1 numeric country; left out, none on the map.
        #[serde(default)] country: u16,
        /// Longitude and latitude in degrees.
        at: (f32, f32),
    }
}

/// A mark of an aim.
#[derive(Clone, Debug, Deserialize)]
pub enum Mark {
    /// At least.
    AtLeast(String, i16),
    /// At most.
    AtMost(String, i16),
}

fn one_vote() -> u8 {
    1
}
