//! Why an action is not open, and where that rule comes from.

use crate::logic::condition;
use crate::model::{Arg, Beat, Condition, DecisionIx, Say, Scenario};

/// The reason of a refusal.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// The match is over.
    Over,
    /// The seat has closed its plan for this beat.
    Closed,
    /// The main case is closed.
    CaseClosed,
    /// Another seat's to do.
    NotYours,
    /// Belongs to another beat.
    Beat(Beat),
    /// Opens in a later round.
    TooEarly(u8),
    /// Was open until an earlier round.
    TooLate(u8),
    /// Its condition does not hold; the part that fails.
    NotMet(Condition),
    /// Done as often as may be.
    Spent,
    /// Done this round already.
    OnceARound,
    /// No more of its group this round.
    GroupFull(u8),
    /// Not enough effort: needed, left.
    Effort(i16, i16),
    /// Not put to the seat now.
    NotOpen,
    /// Already decided in this plan.
    Decided,
    /// No hearing to argue at.
    NoHearing,
    /// Only parties argue.
    NotAParty,
    /// An argument on the issue is in the plan already.
    Argued,
    /// A pleading or reason names no factor.
    NoFactor,
    /// A factor that the side may not rely on here.
    WrongFactor(crate::model::FactorIx),
    /// The authority is not among those for this side of the issue.
    WrongAuthority,
    /// The authority was decided later.
    NotYetDecided,
    /// Nothing to face without an authority.
    NothingToFace,
    /// Nothing of the opponent's to attack on this issue.
    NothingToAttack,
    /// The ground is not one that can be named.
    WrongGround,
    /// The story is not out.
    NotOut,
    /// Known already.
    KnownAlready,
    /// One press check a round.
    OneCheck,
    /// One quote a round.
    OneQuote,
    /// The claim does not help here.
    NotHelpful,
    /// No such offer is waiting.
    NoOffer,
    /// The side has no standing argument and did not win below.
    NothingStands,
    /// The reason touches no argument that stands.
    Unanchored,
    /// Nothing to take back.
    NothingToUndo,
    /// A decision still has to be taken.
    MustDecide(DecisionIx),
    /// The ruling still has to be given.
    MustRule,
    /// An offer still has to be answered.
    MustAnswer,
    /// An id the scenario does not have.
    Unknown(String),
}

/// A refusal: the reason, and the source of the rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// Why.
    pub why: Why,
    /// Citation of a legal rule; empty for a rule of play.
    pub source: String,
}

impl Refusal {
    /// A refusal by a rule of play.
    #[must_use]
    pub const fn play(why: Why) -> Self {
        Self { why, source: String::new() }
    }

    /// A refusal by a rule with a source.
    #[must_use]
    pub fn cited(why: Why, source: &str) -> Self {
        Self { why, source: source.to_owned() }
    }

    /// The refusal as a sentence; it ends with the source.
    #[must_use]
    pub fn say(&self, scenario: &Scenario) -> Say {
        let source = if self.source.is_empty() {
            Arg::Say(Box::new(Say::new("rule-of-play")))
        } else {
            Arg::Verbatim(self.source.clone())
        };
        Say::new("refused").with("why", Arg::Say(Box::new(self.why.say(scenario)))).with("source", source)
    }
}

impl Why {
    /// The reason as a sentence.
    #[must_use]
    pub fn say(&self, scenario: &Scenario) -> Say {
        let num = |n: i64| Arg::Num(n);
        match self {
            Self::Over => Say::new("why-over"),
            Self::Closed => Say::new("why-closed"),
            Self::CaseClosed => Say::new("why-case-closed"),
            Self::NotYours => Say::new("why-not-yours"),
            Self::Beat(beat) => Say::new("why-beat").with("beat", Arg::Say(Box::new(beat_say(*beat)))),
            Self::TooEarly(round) => Say::new("why-too-early").with("round", num(i64::from(*round))),
            Self::TooLate(round) => Say::new("why-too-late").with("round", num(i64::from(*round))),
            Self::NotMet(condition) => {
                Say::new("why-not-met").with("condition", Arg::Say(Box::new(condition::say(scenario, condition))))
            }
            Self::Spent => Say::new("why-spent"),
            Self::OnceARound => Say::new("why-once-a-round"),
            Self::GroupFull(most) => Say::new("why-group-full").with("most", num(i64::from(*most))),
            Self::Effort(need, left) => {
                Say::new("why-effort").with("need", num(i64::from(*need))).with("left", num(i64::from(*left)))
            }
            Self::NotOpen => Say::new("why-not-open"),
            Self::Decided => Say::new("why-decided"),
            Self::NoHearing => Say::new("why-no-hearing"),
            Self::NotAParty => Say::new("why-not-a-party"),
            Self::Argued => Say::new("why-argued"),
            Self::NoFactor => Say::new("why-no-factor"),
            Self::WrongFactor(f) => Say::new("why-wrong-factor").with("factor", Arg::Factor(*f)),
            Self::WrongAuthority => Say::new("why-wrong-authority"),
            Self::NotYetDecided => Say::new("why-not-yet-decided"),
            Self::NothingToFace => Say::new("why-nothing-to-face"),
            Self::NothingToAttack => Say::new("why-nothing-to-attack"),
            Self::WrongGround => Say::new("why-wrong-ground"),
            Self::NotOut => Say::new("why-not-out"),
            Self::KnownAlready => Say::new("why-known-already"),
            Self::OneCheck => Say::new("why-one-check"),
            Self::OneQuote => Say::new("why-one-quote"),
            Self::NotHelpful => Say::new("why-not-helpful"),
            Self::NoOffer => Say::new("why-no-offer"),
            Self::NothingStands => Say::new("why-nothing-stands"),
            Self::Unanchored => Say::new("why-unanchored"),
            Self::NothingToUndo => Say::new("why-nothing-to-undo"),
            Self::MustDecide(d) => Say::new("why-must-decide").with("decision", Arg::Decision(*d)),
            Self::MustRule => Say::new("why-must-rule"),
            Self::MustAnswer => Say::new("why-must-answer"),
            Self::Unknown(id) => Say::new("why-unknown").with("id", Arg::Verbatim(id.clone())),
        }
    }
}

/// The key of what closing a plan does in a beat.
#[must_use]
pub const fn tip_close(beat: Beat) -> &'static str {
    if matches!(beat, Beat::Plan) { "tip-close" } else { "tip-close-step" }
}

/// The name of a beat.
#[must_use]
pub fn beat_say(beat: Beat) -> Say {
    Say::new(match beat {
        Beat::Open => "beat-open",
        Beat::Plan => "beat-plan",
        Beat::Answer => "beat-answer",
        Beat::Rule => "beat-rule",
        Beat::Reckon => "beat-reckon",
    })
}
