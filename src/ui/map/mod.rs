//! A world map: countries, places, and lines between them.
//!
//! | File | Its part |
//! |---|---|
//! | `atlas` | the outlines, read from a packed asset |
//! | `projection` | degrees to the plane, the plane to the screen |
//! | `land` | countries as meshes, kept until the view changes |
//! | `labels` | where labels go so that they do not cover one another |
//! | `content` | what is shown, and what is chosen |
//! | `scene` | places, lines and labels over the land |
//! | `widget` | the map itself: moving it, its buttons |

mod atlas;
mod content;
mod labels;
mod land;
mod projection;
mod scene;
mod widget;

pub use atlas::{Atlas, Country, Polygon};
pub use content::{Connection, Highlight, MapContent, MapOutput, Pattern, Pick, Place};
pub use projection::{Bounds, Degrees};
pub use widget::MapWidget;
