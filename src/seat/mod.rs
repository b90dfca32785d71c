//! What one seat may know and do. The faces and the bots see this and nothing else of a running match.

mod legality;
mod openings;
mod refusal;
mod view;

pub use legality::{LegalAction, check, legal_actions};
pub use openings::*;
pub use refusal::{Refusal, Why};
pub use view::*;
