//! What the player has set: colours, text size, wording. Kept between sittings.

use super::files;
use super::theme::Mode;
use crate::lang::Language;
use crate::model::Reading;
use serde::{Deserialize, Serialize};

/// Text sizes on offer, per cent.
pub(super) const SIZES: [u16; 5] = [100, 125, 150, 175, 200];

/// Settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Prefs {
    pub theme: Mode,
    pub text_size: u16,
    pub reading: Reading,
    /// Whether the desk offers hints.
    pub hints: bool,
    /// Whether nothing shall move of itself.
    pub still: bool,
    pub language: Language,
}

impl Default for Prefs {
    fn default() -> Self {
        let language = Language::of_system().unwrap_or_default();
        Self { theme: Mode::default(), text_size: 100, reading: Reading::Plain, hints: true, still: false, language }
    }
}

impl Prefs {
    /// As left last time.
    pub fn load() -> Self {
        let path = files::home().map(|h| h.join("settings.ron"));
        let text = path.and_then(|p| std::fs::read_to_string(p).ok());
        let kept: Self = text.and_then(|t| ron::from_str(&t).ok()).unwrap_or_default();
        Self { text_size: kept.text_size.clamp(100, 200), ..kept }
    }

    /// Kept for next time; a disk that refuses costs the player nothing but that.
    pub fn keep(self) {
        if let (Some(home), Ok(text)) = (files::home(), ron::to_string(&self)) {
            let _not_kept = files::write(&home.join("settings.ron"), &text);
        }
    }

    /// The zoom factor.
    pub fn zoom(self) -> f32 {
        f32::from(self.text_size) / 100.0
    }
}
