//! What one seat may know and do. The faces and the bots see this and nothing else of a running match.

mod breach;
mod closed;
mod contest;
pub mod duties;
mod law;
mod legality;
mod openings;
mod preview;
mod public;
mod reach;
mod refusal;
mod score;
mod view;
mod voting;
pub mod why;

pub use breach::{Conduct, breaker};
pub use closed::{Closed, closed};
pub use contest::{Contest, Node, contest};
pub use duties::{Duties, duties};
pub use law::{Fallen, LawInPlay, Reach, Reading, RulingPreview, base_of, dockets, judgment, preview_ruling, standing};
pub use legality::{LegalAction, check, legal_actions};
pub use openings::*;
pub use preview::{Preview, Shift, binding_effects, effects_of, preview, reasoning_effects, run, run_action};
pub use public::PublicView;
pub use reach::{borders_says, claim_numbers, claim_round, claims, followers, states};
pub use refusal::{Refusal, Why, beat_say, tip_close};
pub use score::{Before, Score, score, score_in, score_of};
pub use view::*;
pub use voting::Leanings;
pub use why::{Answer, Question, Told, why};
