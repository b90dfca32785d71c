//! What a picture is: marks in the order in which they are drawn, and spots that can be pointed at, read aloud and followed.

use crate::model::{CaseIx, CourtIx, NormIx, PrecedentIx, VarIx};

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Title.
    pub title: String,
    /// The same in sentences, one a paragraph: for those who would rather read, or cannot see.
    pub description: Vec<String>,
    /// Width and height in points.
    pub size: Point,
    /// Marks; later ones lie over earlier ones.
    pub marks: Vec<Mark>,
    /// What can be pointed at, in reading order.
    pub spots: Vec<Spot>,
}

/// A place, or a width and a height, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Downwards.
    pub y: f32,
}

/// A place.
#[must_use]
pub(super) const fn at(x: f32, y: f32) -> Point {
    Point { x, y }
}

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Frame {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub w: f32,
    /// Height.
    pub h: f32,
}

impl Frame {
    /// A rectangle from its corner and its size.
    #[must_use]
    pub const fn new(x: f32, y: f32, w: f32, h: f32) -> Self {
        Self { x, y, w, h }
    }

    /// Right edge.
    #[must_use]
    pub fn right(&self) -> f32 {
        self.x + self.w
    }

    /// Lower edge.
    #[must_use]
    pub fn bottom(&self) -> f32 {
        self.y + self.h
    }

    /// Its middle.
    #[must_use]
    pub fn middle(&self) -> Point {
        at(self.x + self.w / 2.0, self.y + self.h / 2.0)
    }

    /// Whether two rectangles share more than an edge.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// The smallest rectangle around two.
    #[must_use]
    pub fn around(&self, other: &Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self::new(x, y, self.right().max(other.right()) - x, self.bottom().max(other.bottom()) - y)
    }

    /// The same with its middle where it was and at least this size.
    #[must_use]
    pub fn at_least(&self, w: f32, h: f32) -> Self {
        let (c, w, h) = (self.middle(), self.w.max(w), self.h.max(h));
        Self::new(c.x - w / 2.0, c.y - h / 2.0, w, h)
    }
}

/// A colour by the name it has in the theme: a face gives it a value, light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    /// Text.
    Ink,
    /// Text of second rank.
    Soft,
    /// Quiet rules.
    Line,
    /// Edges that must be seen.
    Outline,
    /// The ground.
    Paper,
    /// Cards.
    Card,
    /// Wells.
    Sunken,
    /// The provider's.
    Provider,
    /// A government's.
    Government,
    /// A court's.
    Court,
    /// For the better.
    Good,
    /// For the worse.
    Bad,
    /// A risk.
    Warn,
}

impl Token {
    /// All tokens.
    pub const ALL: [Self; 13] = [
        Self::Ink,
        Self::Soft,
        Self::Line,
        Self::Outline,
        Self::Paper,
        Self::Card,
        Self::Sunken,
        Self::Provider,
        Self::Government,
        Self::Court,
        Self::Good,
        Self::Bad,
        Self::Warn,
    ];

    /// Its name in the theme.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ink => "ink",
            Self::Soft => "ink_soft",
            Self::Line => "line",
            Self::Outline => "outline",
            Self::Paper => "paper",
            Self::Card => "card",
            Self::Sunken => "sunken",
            Self::Provider => "provider",
            Self::Government => "government",
            Self::Court => "court",
            Self::Good => "good",
            Self::Bad => "bad",
            Self::Warn => "warn",
        }
    }
}

/// How a line is broken, so that no line is told from another by colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dash {
    /// Whole.
    #[default]
    Solid,
    /// In dashes.
    Dashed,
    /// In dots.
    Dotted,
}

/// A line's look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pen {
    /// Colour.
    pub token: Token,
    /// Width.
    pub width: f32,
    /// How it is broken.
    pub dash: Dash,
}

impl Pen {
    /// A whole line.
    #[must_use]
    pub const fn solid(token: Token, width: f32) -> Self {
        Self { token, width, dash: Dash::Solid }
    }

    /// The same, broken.
    #[must_use]
    pub const fn broken(self, dash: Dash) -> Self {
        Self { dash, ..self }
    }
}

/// What fills a surface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// The colour itself.
    Full(Token),
    /// A pale wash of it.
    Wash(Token),
}

/// Signs. Each has a shape of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A disc.
    Circle,
    /// A square.
    Square,
    /// A square on its tip.
    Diamond,
    /// A shield.
    Shield,
    /// A triangle, tip up.
    Triangle,
    /// Two crossed strokes.
    Cross,
}

/// Where text stands in its box.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// From the left.
    #[default]
    Start,
    /// In the middle.
    Middle,
    /// To the right.
    End,
}

/// What a mark looks like.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// A line through points.
    Path {
        /// The points.
        points: Vec<Point>,
        /// Its look.
        pen: Pen,
        /// Whether its end has an arrowhead.
        arrow: bool,
    },
    /// A rectangle.
    Box {
        /// Where.
        frame: Frame,
        /// Radius of its corners.
        round: f32,
        /// What fills it.
        fill: Option<Fill>,
        /// Its edge.
        pen: Option<Pen>,
    },
    /// A sign.
    Sign {
        /// Its shape.
        sign: Sign,
        /// Its middle.
        at: Point,
        /// Half its width.
        radius: f32,
        /// What fills it.
        fill: Option<Fill>,
        /// Its edge.
        pen: Option<Pen>,
    },
    /// Text, in lines already broken.
    Text {
        /// The lines.
        lines: Vec<String>,
        /// The box they stand in.
        frame: Frame,
        /// Height of the letters.
        size: f32,
        /// Whether it is set strong.
        strong: bool,
        /// Where in the box.
        align: Align,
        /// Colour.
        token: Token,
    },
}

/// A mark of a picture.
pub type Mark = Form;

/// Something that can be pointed at: a sign with its label, a box, a stretch of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Where, at least 24 points each way.
    pub frame: Frame,
    /// What it is, in a sentence.
    pub label: String,
    /// More to be said, a line each.
    pub detail: Vec<String>,
    /// What is behind it.
    pub target: Option<Target>,
}

/// What is behind a spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// An entry of the log.
    Entry(usize),
    /// A decided case.
    Precedent(PrecedentIx),
    /// A holding of the match.
    Holding(CaseIx, CourtIx),
    /// A norm.
    Norm(NormIx),
    /// A number.
    Number(VarIx),
}

/// The least width and height of a spot.
pub(super) const FINGER: f32 = 24.0;

impl Picture {
    /// An empty picture.
    pub(super) fn new(title: String, width: f32) -> Self {
        Self { title, description: Vec::new(), size: at(width, 0.0), marks: Vec::new(), spots: Vec::new() }
    }

    pub(super) fn line(&mut self, points: &[Point], pen: Pen) {
        self.marks.push(Form::Path { points: points.to_vec(), pen, arrow: false });
    }

    pub(super) fn boxed(&mut self, frame: Frame, round: f32, fill: Option<Fill>, pen: Option<Pen>) {
        self.marks.push(Form::Box { frame, round, fill, pen });
    }

    pub(super) fn sign(&mut self, sign: Sign, at: Point, radius: f32, fill: Option<Fill>, pen: Option<Pen>) {
        self.marks.push(Form::Sign { sign, at, radius, fill, pen });
    }

    /// Text; returns the box it stands in, with the width of its widest line.
    pub(super) fn text(&mut self, at: Point, lines: Vec<String>, look: Look) -> Frame {
        let w = lines.iter().map(|l| super::wide(l, look.size, look.strong)).fold(0.0, f32::max);
        let x = match look.align {
            Align::Start => at.x,
            Align::Middle => at.x - w / 2.0,
            Align::End => at.x - w,
        };
        let frame = Frame::new(x, at.y, w, super::lines_high(lines.len(), look.size));
        let Look { size, strong, align, token } = look;
        self.marks.push(Form::Text { lines, frame, size, strong, align, token });
        frame
    }

    /// Something to point at; grown to the size of a finger, inside the picture.
    pub(super) fn spot(&mut self, frame: Frame, label: String, detail: Vec<String>, target: Option<Target>) {
        self.spots.push(Spot { frame: frame.at_least(FINGER, FINGER), label, detail, target });
    }

    /// Settles the height, and moves spots that stick out inside.
    pub(super) fn high(mut self, height: f32) -> Self {
        self.size.y = height;
        let Point { x: w, y: h } = self.size;
        for spot in &mut self.spots {
            let f = &mut spot.frame;
            f.x = f.x.min(w - f.w).max(0.0);
            f.y = f.y.min(h - f.h).max(0.0);
        }
        self
    }

    /// Every text box.
    pub fn texts(&self) -> impl Iterator<Item = (&Frame, &[String])> {
        self.marks.iter().filter_map(|m| match m {
            Form::Text { frame, lines, .. } => Some((frame, lines.as_slice())),
            _ => None,
        })
    }
}

/// How text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Look {
    pub size: f32,
    pub strong: bool,
    pub align: Align,
    pub token: Token,
}

impl Look {
    pub(super) const fn new(size: f32, token: Token) -> Self {
        Self { size, strong: false, align: Align::Start, token }
    }

    pub(super) const fn strong(self) -> Self {
        Self { strong: true, ..self }
    }

    pub(super) const fn align(self, align: Align) -> Self {
        Self { align, ..self }
    }
}

impl Sign {
    /// Its outline around a middle: a closed one, but for the two strokes of a cross. A circle is drawn by its radius.
    #[must_use]
    pub fn outline(self, c: Point, r: f32) -> Vec<Vec<Point>> {
        let around = |points: &[(f32, f32)]| points.iter().map(|(x, y)| at(c.x + x * r, c.y + y * r)).collect::<Vec<_>>();
        match self {
            Self::Circle => Vec::new(),
            Self::Square => vec![around(&[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)])],
            Self::Diamond => vec![around(&[(0.0, -1.15), (1.15, 0.0), (0.0, 1.15), (-1.15, 0.0)])],
            Self::Shield => {
                vec![around(&[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.2), (0.55, 0.7), (0.0, 1.05), (-0.55, 0.7), (-0.9, 0.2)])]
            }
            Self::Triangle => vec![around(&[(0.0, -1.1), (1.05, 0.8), (-1.05, 0.8)])],
            Self::Cross => vec![around(&[(-0.8, -0.8), (0.8, 0.8)]), around(&[(-0.8, 0.8), (0.8, -0.8)])],
        }
    }
}

/// The head of an arrow at the end of a line.
#[must_use]
pub fn arrowhead(points: &[Point], width: f32) -> Vec<Point> {
    let [.., from, tip] = points else { return Vec::new() };
    let (dx, dy) = (tip.x - from.x, tip.y - from.y);
    let long = dx.hypot(dy).max(0.001);
    let (ux, uy) = (dx / long, dy / long);
    let (back, side) = (width * 2.0 + 6.0, width + 3.0);
    let base = at(tip.x - ux * back, tip.y - uy * back);
    vec![*tip, at(base.x - uy * side, base.y + ux * side), at(base.x + uy * side, base.y - ux * side)]
}
