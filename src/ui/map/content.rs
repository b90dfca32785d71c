//! What a map shows, and what the player does on it.

use egui::Color32;

use super::projection::{Bounds, Degrees};
use crate::ui::theme::Role;

/// How a highlighted country is marked besides its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pattern {
    /// Colour alone.
    #[default]
    Plain,
    /// Lines rising to the right.
    Rising,
    /// Lines falling to the right.
    Falling,
    /// Both: two claims on one country.
    Crossed,
}

/// A country that stands out and can be chosen.
#[derive(Debug, Clone, Copy)]
pub struct Highlight<'a> {
    /// ISO 3166 numeric code: 372 is Ireland.
    pub code: u16,
    /// Its name in the player's language.
    pub name: &'a str,
    /// Its colour.
    pub colour: Color32,
    /// Its pattern.
    pub pattern: Pattern,
}

/// A place with a symbol and a label.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// Where.
    pub at: Degrees,
    /// First line of the label: "Dublin".
    pub name: &'a str,
    /// Second line: "data centre: content". May be empty.
    pub note: &'a str,
    /// Whose it is: gives colour and shape. `None`: a plain ring.
    pub role: Option<Role>,
}

/// A line between two places.
#[derive(Debug, Clone, Copy)]
pub struct Connection<'a> {
    /// Index of the place it starts from.
    pub from: usize,
    /// Index of the place it points to.
    pub to: usize,
    /// What travels: "warrant". May be empty; then it cannot be chosen.
    pub name: &'a str,
    /// Its colour.
    pub colour: Color32,
    /// Dashed: asked for, threatened, not yet there.
    pub dashed: bool,
}

/// What the map shows.
#[derive(Debug, Clone, Copy)]
pub struct MapContent<'a> {
    /// What it is a map of; its name to a screen reader.
    pub name: &'a str,
    /// The part of the world shown until the player moves it.
    pub bounds: Bounds,
    /// Countries that stand out.
    pub highlights: &'a [Highlight<'a>],
    /// Places, the most important first: they get the best label positions.
    pub places: &'a [Place<'a>],
    /// Lines between places.
    pub connections: &'a [Connection<'a>],
    /// Names of the buttons: closer, farther, as at first.
    pub buttons: [&'a str; 3],
}

/// Something on the map that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// A place, by index.
    Place(usize),
    /// A connection, by index.
    Connection(usize),
    /// A country, by ISO code: a highlighted one, or any other the pointer is on.
    Country(u16),
}

/// What the player does on the map this pass.
#[derive(Debug, Clone, Copy, Default)]
pub struct MapOutput {
    /// Clicked, or chosen by keyboard.
    pub clicked: Option<Pick>,
    /// Under the pointer, or holding the keyboard's focus.
    pub hovered: Option<Pick>,
}
