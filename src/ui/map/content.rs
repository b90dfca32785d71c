//! What a map shows, and what the player does on it.

use egui::{Color32, Id};

use super::projection::{Bounds, Degrees};
use crate::ui::theme::Role;

/// How land that stands out is marked besides its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pattern {
    /// Colour alone.
    #[default]
    Plain,
    /// Lines rising to the right.
    Rising,
    /// Lines falling to the right.
    Falling,
}

/// Land of one owner that stands out.
#[derive(Debug, Clone, PartialEq)]
pub struct Highlight {
    /// Countries by ISO 3166 numeric code: 372 is Ireland.
    pub countries: Vec<u16>,
    /// A made-up land: its middle, and its radius in degrees.
    pub island: Option<(Degrees, f32)>,
    /// Its colour.
    pub colour: Color32,
    /// Its pattern.
    pub pattern: Pattern,
    /// Whether its border glows.
    pub glows: bool,
}

/// Where a node stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Spot {
    /// At a place.
    At(Degrees),
    /// In the middle of a country, by code.
    In(u16),
    /// On a line, by index: at its start, its end, or in between; never past what is drawn of it.
    Along(usize, f32),
    /// Beyond the map: in a row along its lower edge.
    Beyond,
}

/// The sign of a node: each has a shape of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// A role's emblem with its letter.
    Role(Role),
    /// A ring.
    Ring,
    /// A paragraph sign on a round plate: law.
    Law,
    /// A sheet of paper: something that was written and is sent.
    Sheet,
    /// An exclamation mark on a lozenge: things that cannot both be had.
    Clash,
}

/// Something on the map that can be chosen.
#[derive(Debug, Clone, Copy)]
pub struct Node<'a> {
    /// Which thing it is, whatever else comes and goes.
    pub key: Id,
    /// Where.
    pub spot: Spot,
    /// Its sign.
    pub sign: Sign,
    /// Its colour.
    pub colour: Color32,
    /// First line of the label: "Dublin".
    pub name: &'a str,
    /// More of the label: "data centre: content". May be empty.
    pub note: &'a str,
    /// Waves that go out from it, a warning to its neighbours, and how far they have spread: 0 to 1.
    pub waves: Option<f32>,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Solid, with an arrowhead.
    Solid,
    /// Dashed, with an arrowhead: asked for, not yet there.
    Dashed,
    /// Dotted, with an arrowhead.
    Dotted,
    /// Jagged, without an end: a clash.
    Jagged,
}

/// A line between two nodes.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// Index of the node it starts from.
    pub from: usize,
    /// Index of the node it leads to.
    pub to: usize,
    /// How.
    pub form: Form,
    /// Its colour.
    pub colour: Color32,
    /// How much of it is there: 0 to 1.
    pub drawn: f32,
}

/// What the map shows.
#[derive(Debug, Clone, Copy)]
pub struct MapContent<'a> {
    /// What it is a map of, and which keys move it; its name to a screen reader.
    pub name: &'a str,
    /// The part of the world shown until the player moves it.
    pub bounds: Bounds,
    /// Whether the real world is drawn: what is made up lies nowhere on it.
    pub land: bool,
    /// Land that stands out.
    pub highlights: &'a [Highlight],
    /// What can be chosen, the most important first: it gets the best label positions.
    pub nodes: &'a [Node<'a>],
    /// Lines between nodes.
    pub lines: &'a [Line],
    /// The node that is chosen, by index.
    pub chosen: Option<usize>,
    /// Names of the buttons: closer, farther, as at first, the whole world.
    pub buttons: [&'a str; 4],
}

/// What is under the pointer, or chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// A node, by index.
    Node(usize),
    /// A country, by ISO code.
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
