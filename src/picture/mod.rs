//! Pictures of a match: laid out here once, as plain marks, and drawn by the faces. Layout is pure: the same view, events and
//! width give the same picture, on every platform. What a seat may not know is in no picture, for it is in no view.
//!
//! | File | Its part |
//! |---|---|
//! | `model` | what a picture is: marks, and spots that can be pointed at |
//! | `measure` | how much room words take, before a font is known |
//! | `pack` | labels beside their points, so that none covers another |
//! | `arguments` | arguments on each issue, attacks, what stands |
//! | `law` | precedents by court and date, as one court reads them |
//! | `duties` | what each legal order requires, and where that cannot all be obeyed |
//! | `meters` | numbers over time, a small chart each |
//! | `procedure` | for authors: stages and endings, and how many matches went which way |
//! | `timeline` | the case by date, beside what really happened |
//! | `said` | sentences that several pictures share |

mod arguments;
mod duties;
mod law;
mod measure;
mod meters;
mod model;
mod pack;
mod procedure;
mod said;
mod timeline;

pub use measure::{LINE, lines_high, wide, wrap};
pub use model::{Align, Dash, Fill, Form, Frame, Mark, Pen, Picture, Point, Sign, Spot, Target, Token, arrowhead};

pub use procedure::procedure;

use crate::lang::Words;
use crate::model::{CourtIx, LogEntry, Reading};
use crate::seat::SeatView;

/// The least width a picture is laid out for; a narrower place scrolls or shrinks it.
pub const LEAST: f32 = 720.0;
/// The greatest: beyond it lines become too long to follow.
pub const MOST: f32 = 1800.0;
/// The width of a picture that stands on its own.
pub const USUAL: f32 = 1200.0;

/// Kinds of picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// The case by date, beside what really happened.
    #[default]
    Timeline,
    /// What each legal order requires for each item of data.
    Duties,
    /// What is argued, what attacks what, what stands.
    Arguments,
    /// The precedents, as the sitting court reads them.
    Law,
    /// Numbers over time.
    Meters,
}

impl Kind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Timeline, Self::Duties, Self::Arguments, Self::Law, Self::Meters];

    /// The name by which it is asked for.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Duties => "duties",
            Self::Arguments => "arguments",
            Self::Law => "law",
            Self::Meters => "meters",
        }
    }

    /// The key of its title.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Timeline => "picture-timeline",
            Self::Duties => "picture-duties",
            Self::Arguments => "picture-arguments",
            Self::Law => "picture-law",
            Self::Meters => "picture-meters",
        }
    }

    /// The kind with a name.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.id() == id)
    }
}

/// What a picture is made from.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Language.
    pub words: &'a Words,
    /// Which of the two wordings.
    pub level: Reading,
    /// What the seat sees.
    pub view: &'a SeatView,
    /// What the seat may know of the log, with the number of each entry.
    pub events: &'a [(usize, &'a LogEntry)],
    /// The court that reads the precedents; none is the one that sits.
    pub court: Option<CourtIx>,
}

/// A picture of a kind, for a place of a width.
#[must_use]
pub fn draw(kind: Kind, asked: &Asked<'_>, width: f32) -> Picture {
    let width = if width.is_finite() { width.clamp(LEAST, MOST) } else { USUAL };
    match kind {
        Kind::Timeline => timeline::draw(asked, width),
        Kind::Duties => duties::draw(asked, width),
        Kind::Arguments => arguments::draw(asked, width),
        Kind::Law => law::draw(asked, width),
        Kind::Meters => meters::draw(asked, width),
    }
}

/// A count as a measure; counts of things in a match are small.
#[expect(clippy::cast_precision_loss, reason = "far below the millions at which f32 loses ones")]
const fn real(n: usize) -> f32 {
    n as f32
}

#[cfg(test)]
mod tests;
