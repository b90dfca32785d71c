//! Conditions and effects as written.

use crate::model::{Date, InstrumentStatus, Side};
use serde::Deserialize;

/// A condition.
#[derive(Clone, Debug, Default, Deserialize)]
pub enum When {
    /// Always.
    #[default]
    Always,
    /// Every part holds.
    All(Vec<When>),
    /// Some part holds.
    Any(Vec<When>),
    /// The part does not hold.
    Not(Box<When>),
    /// A number is at least.
    AtLeast(String, i16),
    /// A number is at most.
    AtMost(String, i16),
    /// A number is exactly.
    Is(String, i16),
    /// A number is greater than another.
    Above(String, String),
    /// From one round to another.
    Rounds(u8, u8),
    /// The procedure is at a stage.
    Stage(String),
    /// An option was chosen, the last time it was asked.
    Chose(String, String),
    /// An option was chosen this round.
    ChoseNow(String, String),
    /// A decision has been taken.
    Decided(String),
    /// A side move was made.
    Did(String),
    /// A side move was made at least so often.
    Times(String, i16),
    /// An event or trigger has happened.
    Happened(String),
    /// An offer was accepted.
    Accepted(String),
    /// The judgment standing favours a side.
    Leads(Side),
    /// The last hearing came out for a side.
    Ruled(Side),
    /// The main case is open.
    Pending,
    /// The main case closed in one of these ways.
    Ended(Vec<String>),
    /// The law forces a side in a case.
    Forced(String, Side),
    /// The law leaves a case free.
    Free(String),
    /// A live holding of this match that binds answers the case's question for a side.
    Holding(String, Side),
    /// A state says that its orders count abroad.
    Claims(String),
    /// A live holding of this match from another line of courts persuades for a side.
    Persuaded(String, Side),
}

/// A consequence.
#[derive(Clone, Debug, Deserialize)]
pub enum Then {
    /// Adds to a number.
    Add(String, i16),
    /// Sets a number.
    Set(String, i16),
    /// Adds one number to another.
    AddFrom(String, String),
    /// Sets a number to another plus an amount.
    SetFrom(String, String, i16),
    /// Applies a bundle.
    Do(String),
    /// If so, then these.
    If(When, Vec<Then>),
    /// If so, then these, else those.
    IfElse(When, Vec<Then>, Vec<Then>),
    /// Dated by a slot: round, date, consequences.
    On(u8, Date, Vec<Then>),
    /// Where the procedure goes next.
    Next(String),
    /// Closes the main case.
    Close(String),
    /// Schedules an event after so many days.
    Schedule(String, i32),
    /// Schedules an event after so many days and a number of days more.
    ScheduleBy(String, i32, String),
    /// Shifts a scheduled event.
    Shift(String, i32),
    /// Makes a scheduled event due now.
    Due(String),
    /// Fires an event.
    Fire(String),
    /// Makes a draw.
    Draw(String),
    /// An instrument changes status.
    Instrument(String, InstrumentStatus),
    /// A data item is handed over.
    Produce(String),
    /// Vacates the judgments of a case.
    Vacate(String),
    /// A statute answers a question.
    Supersede(String),
    /// A state says that its orders count abroad.
    Assert(String),
    /// A state's claim is taken away.
    Withdraw(String),
}
