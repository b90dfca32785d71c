//! What one seat may know and do. The faces and the bots see this and nothing else of a running match.

pub mod duties;
mod legality;
mod openings;
mod preview;
mod refusal;
mod view;
mod voting;

pub use duties::{Duties, duties};
pub use legality::{LegalAction, check, legal_actions};
pub use openings::*;
pub use preview::{Preview, Shift, effects_of, preview, run};
pub use refusal::{Refusal, Why, beat_say};
pub use view::*;
pub use voting::Leanings;
