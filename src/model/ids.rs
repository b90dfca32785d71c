//! Dense indices into a resolved scenario: cheap to copy, compare and store. Files and saves use names; the core uses these.

use serde::{Deserialize, Serialize};

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u16);

        impl $name {
            /// The index as a `usize`, for slices.
            #[must_use]
            pub const fn ix(self) -> usize {
                self.0 as usize
            }
            /// The index for position `ix`; scenarios are capped far below 65,535 of anything.
            #[must_use]
            pub fn new(ix: usize) -> Self {
                Self(u16::try_from(ix).unwrap_or(u16::MAX))
            }
        }
    )*};
}

index! {
    /// A place at the table.
    SeatIx;
    /// A meter, counter, open question or flag.
    VarIx;
    /// A stage of the procedure.
    StageIx;
    /// A choice put to a seat.
    DecisionIx;
    /// A side move.
    MoveIx;
    /// An offer one seat may make to another.
    OfferIx;
    /// An issue that is argued before a court.
    IssueIx;
    /// A press claim.
    ClaimIx;
    /// A dated or scheduled event.
    EventIx;
    /// A case on the docket (the main one or a sister file).
    CaseIx;
    /// A way the match can end.
    EndingIx;
    /// A judge card.
    JudgeIx;
    /// A draw from the match seed.
    DrawIx;
    /// An instrument that compels.
    InstrumentIx;
    /// A data item.
    ItemIx;
    /// A trigger.
    TriggerIx;
    /// A court of a law pack.
    CourtIx;
    /// A legal question.
    QuestionIx;
    /// A decided case of a law pack.
    PrecedentIx;
    /// A norm of a law pack.
    NormIx;
    /// A legal order.
    OrderIx;
    /// A named circumstance of a law pack.
    CircumstanceIx;
    /// A kind of instrument of a law pack.
    KindIx;
    /// A state that may assert reach over data abroad.
    StateIx;
    /// A named bundle of effects.
    BundleIx;
    /// A private card of a seat.
    CardIx;
    /// An aim of a seat.
    AimIx;
}
