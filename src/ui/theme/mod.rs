//! The look: tokens, type, and the small parts every page is built of.
//!
//! Colours, sizes and distances are data (`assets/theme.ron`); this module gives them to egui.
//! Call [`apply`] once at the start and again when the player changes the [`Mode`]. Widgets take
//! their colours from [`palette`], never from a literal.

mod follow;
mod fonts;
mod meter;
mod option;
mod parts;
mod style;
#[cfg(test)]
mod tests;
mod tokens;

pub use follow::{Fold, Follow};
pub use fonts::{ITALIC, SERIF, STRONG};
pub use meter::{Meter, meter_bar};
pub use option::{OptionCard, option_card};
pub(super) use parts::emblem;
pub use parts::{
    button, card, chip, focus_ring, heading, key_value, primary_button, quiet_button, role_badge, role_mark, section, small,
    text_field, timeline_entry, title,
};
pub use style::{TITLE, applied, apply, calm, palette, still};
pub(super) use tokens::mix;
pub use tokens::{MODES, Mode, Palette, Role, Sizes, Theme};
