//! The tokens of `assets/theme.ron`.

use std::sync::OnceLock;

use egui::Color32;
use serde::{Deserialize, Deserializer, Serialize};

/// Light paper, dark ink, or the most contrast there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Mode {
    /// Dark text on warm paper.
    #[default]
    Light,
    /// Light text on deep ink.
    Dark,
    /// White and bright on black: every text 7 : 1, every edge 4.5 : 1.
    Contrast,
}

/// Every mode, with the key of its name.
pub const MODES: [(Mode, &str); 3] =
    [(Mode::Light, "settings-theme-light"), (Mode::Dark, "settings-theme-dark"), (Mode::Contrast, "settings-theme-contrast")];

/// A seat's role, as far as the look is concerned: each has a colour, a shape and a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Holds the data.
    Provider,
    /// Wants or guards it.
    Government,
    /// Decides.
    Court,
}

/// All tokens.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Colours of [`Mode::Light`].
    pub light: Palette,
    /// Colours of [`Mode::Dark`].
    pub dark: Palette,
    /// Colours of [`Mode::Contrast`].
    pub contrast: Palette,
    /// Type sizes.
    pub sizes: Sizes,
    /// The unit of all distances, in points.
    pub step: f32,
    /// Corner radius of cards, in points; buttons have less, chips are round.
    pub radius: u8,
}

/// Type sizes in points.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sizes {
    /// Captions, chips, sources.
    pub small: f32,
    /// Running text and buttons.
    pub body: f32,
    /// Headings of cards and sections.
    pub heading: f32,
    /// The title of a page.
    pub title: f32,
}

/// The colours of one mode.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Palette {
    /// Behind everything.
    #[serde(deserialize_with = "hex")]
    pub paper: Color32,
    /// Side columns and bars.
    #[serde(deserialize_with = "hex")]
    pub panel: Color32,
    /// Cards.
    #[serde(deserialize_with = "hex")]
    pub card: Color32,
    /// Wells: text fields, the empty part of a meter.
    #[serde(deserialize_with = "hex")]
    pub sunken: Color32,
    /// Quiet rules.
    #[serde(deserialize_with = "hex")]
    pub line: Color32,
    /// Edges that must be seen.
    #[serde(deserialize_with = "hex")]
    pub outline: Color32,
    /// Text.
    #[serde(deserialize_with = "hex")]
    pub ink: Color32,
    /// Text of second rank.
    #[serde(deserialize_with = "hex")]
    pub ink_soft: Color32,
    /// Fill of the primary button.
    #[serde(deserialize_with = "hex")]
    pub action: Color32,
    /// Text on it.
    #[serde(deserialize_with = "hex")]
    pub on_action: Color32,
    /// The keyboard's focus.
    #[serde(deserialize_with = "hex")]
    pub focus: Color32,
    /// A change for the better.
    #[serde(deserialize_with = "hex")]
    pub good: Color32,
    /// A change for the worse, an error.
    #[serde(deserialize_with = "hex")]
    pub bad: Color32,
    /// A deadline near, a risk.
    #[serde(deserialize_with = "hex")]
    pub warn: Color32,
    /// [`Role::Provider`].
    #[serde(deserialize_with = "hex")]
    pub provider: Color32,
    /// [`Role::Government`].
    #[serde(deserialize_with = "hex")]
    pub government: Color32,
    /// [`Role::Court`].
    #[serde(deserialize_with = "hex")]
    pub court: Color32,
    /// The map's water.
    #[serde(deserialize_with = "hex")]
    pub sea: Color32,
    /// The map's land.
    #[serde(deserialize_with = "hex")]
    pub land: Color32,
    /// The map's borders.
    #[serde(deserialize_with = "hex")]
    pub coast: Color32,
}

impl Theme {
    /// The tokens the game ships with.
    ///
    /// # Panics
    ///
    /// Never in a build whose tests pass: the file is part of the program.
    pub fn get() -> &'static Self {
        static THEME: OnceLock<Theme> = OnceLock::new();
        THEME.get_or_init(|| {
            ron::from_str(include_str!("../../../assets/theme.ron")).expect("assets/theme.ron is checked by a test")
        })
    }

    /// The colours of `mode`.
    #[must_use]
    pub fn palette(&self, mode: Mode) -> &Palette {
        match mode {
            Mode::Light => &self.light,
            Mode::Dark => &self.dark,
            Mode::Contrast => &self.contrast,
        }
    }

    /// The colours of every mode.
    #[must_use]
    pub fn palettes(&self) -> [&Palette; 3] {
        [&self.light, &self.dark, &self.contrast]
    }

    /// `steps` times the unit of distance.
    #[must_use]
    pub fn gap(&self, steps: f32) -> f32 {
        self.step * steps
    }
}

impl Palette {
    /// The colour of `role`.
    #[must_use]
    pub fn role(&self, role: Role) -> Color32 {
        match role {
            Role::Provider => self.provider,
            Role::Government => self.government,
            Role::Court => self.court,
        }
    }

    /// A pale wash of `colour` to stand behind text of that colour.
    #[must_use]
    pub fn wash(&self, colour: Color32) -> Color32 {
        mix(self.card, colour, 0.10)
    }
}

/// `a` with a part `t` of `b`, per channel as the eye reads the numbers.
pub(in crate::ui) fn mix(a: Color32, b: Color32, t: f32) -> Color32 {
    let channel = |a: u8, b: u8| {
        let mixed = f32::from(a) + (f32::from(b) - f32::from(a)) * t;
        // In range by construction: a mean of two bytes.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let byte = mixed.round() as u8;
        byte
    };
    Color32::from_rgb(channel(a.r(), b.r()), channel(a.g(), b.g()), channel(a.b(), b.b()))
}

fn hex<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Color32, D::Error> {
    let text = String::deserialize(deserializer)?;
    Color32::from_hex(&text).map_err(|_| serde::de::Error::custom(format!("{text} is not a colour like #F4EFE4")))
}
