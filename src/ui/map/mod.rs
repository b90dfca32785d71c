//! A world map: countries, nodes, and lines between them. It knows nothing of the match.
//!
//! | File | Its part |
//! |---|---|
//! | `atlas` | the outlines, read from a packed asset |
//! | `projection` | degrees to the plane, the plane to the screen |
//! | `land` | countries as meshes, kept until the view changes |
//! | `labels` | where labels go so that they do not cover one another |
//! | `content` | what is shown, and what is chosen |
//! | `signs`, `lines` | what stands at a place, and what leads from one to another |
//! | `scene` | nodes, lines and labels over the land |
//! | `widget` | the map itself: moving it, its buttons |

mod atlas;
mod content;
mod labels;
mod land;
mod lines;
mod projection;
mod scene;
mod signs;
mod widget;

pub use atlas::{Atlas, Country, Polygon};
pub use content::{Form, Highlight, Line, MapContent, MapOutput, Node, Pattern, Pick, Sign, Spot};
pub use projection::{Bounds, Degrees};
pub use widget::MapWidget;
