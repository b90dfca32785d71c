//! The shape of the files authors write. Ids are strings here; `resolve` turns them into indices.

mod law;
mod reach;
mod rule;
mod scenario;
mod shapes;
mod teaching;
mod translation;
mod world;

pub use law::*;
pub use reach::*;
pub use rule::*;
pub use scenario::*;
pub use teaching::*;
pub use translation::*;
pub use world::*;
