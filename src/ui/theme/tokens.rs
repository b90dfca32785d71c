//! The tokens of `assets/theme.ron`.

use std::sync::OnceLock;

use egui::Color32;
use serde::{Deserialize, Deserializer};

/// Light paper or dark ink.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Dark text on warm paper.
    #[default]
    Light,
    /// Light text on deep ink.
    Dark,
}

impl Mode {
    /// The other one.
    #[must_use]
    pub fn toggled(self) -> Self {
        match self {
            Self::Light => Self::Dark,
            Self::Dark => Self::Light,
        }
    }
}

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
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance as WCAG 2 defines it.
    fn luminance(colour: Color32) -> f32 {
        let channel = |byte: u8| {
            let c = f32::from(byte) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(colour.r()) + 0.7152 * channel(colour.g()) + 0.0722 * channel(colour.b())
    }

    fn contrast(a: Color32, b: Color32) -> f32 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_can_be_read() {
        for p in [&Theme::get().light, &Theme::get().dark] {
            let texts = [p.ink, p.ink_soft, p.good, p.bad, p.warn, p.provider, p.government, p.court];
            for text in texts {
                for ground in [p.paper, p.panel, p.card, p.sunken, p.wash(text)] {
                    let ratio = contrast(text, ground);
                    assert!(ratio >= 4.5, "{text:?} on {ground:?}: {ratio:.2}");
                }
            }
            assert!(contrast(p.on_action, p.action) >= 7.0);
            assert!(contrast(p.ink, p.land) >= 7.0 && contrast(p.ink, p.sea) >= 7.0);
        }
    }

    #[test]
    fn edges_can_be_seen() {
        for p in [&Theme::get().light, &Theme::get().dark] {
            for edge in [p.outline, p.focus] {
                for ground in [p.paper, p.panel, p.card] {
                    let ratio = contrast(edge, ground);
                    assert!(ratio >= 3.0, "{edge:?} on {ground:?}: {ratio:.2}");
                }
            }
        }
    }

    /// Distance of two colours (CIE76, in linear light changed by `sight`).
    #[expect(clippy::many_single_char_names, reason = "their names in the formulas")]
    fn apart(a: Color32, b: Color32, sight: [[f32; 3]; 3]) -> f32 {
        let lab = |colour: Color32| {
            let linear = [colour.r(), colour.g(), colour.b()].map(|byte| {
                let c = f32::from(byte) / 255.0;
                if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
            });
            let [r, g, b] = sight.map(|row| (row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2]).clamp(0.0, 1.0));
            let f = |t: f32| {
                if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 }
            };
            let x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
            let y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
            let z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
            [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
        };
        let (a, b) = (lab(a), lab(b));
        a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f32>().sqrt()
    }

    /// Simulations by Machado, Oliveira and Fernandes (2009), full severity.
    #[test]
    fn roles_differ_for_colour_blind_eyes() {
        let protan = [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]];
        let deutan = [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]];
        for p in [&Theme::get().light, &Theme::get().dark] {
            for sight in [protan, deutan] {
                for (a, b) in [(p.provider, p.government), (p.provider, p.court), (p.government, p.court)] {
                    let distance = apart(a, b, sight);
                    assert!(distance >= 25.0, "{a:?} and {b:?}: {distance:.0}");
                }
            }
        }
    }
}
