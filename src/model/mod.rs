//! The vocabulary: plain data, no ECS, no files. Everything above speaks these words.

mod action;
mod date;
mod duty;
mod event;
mod factors;
mod ids;
mod law;
mod rule;
mod say;
mod scenario;
mod text;

pub use action::*;
pub use date::*;
pub use duty::*;
pub use event::*;
pub use factors::*;
pub use ids::*;
pub use law::*;
pub use rule::*;
pub use say::*;
pub use scenario::*;
pub use text::*;
