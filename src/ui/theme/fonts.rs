//! Type: a sans made to be read easily, a serif for headings, and what fills their gaps.
//!
//! egui has one weight per family, so weights and italics are families of their own.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

/// Family name of the semi-bold sans: labels, buttons, numbers.
pub const STRONG: &str = "strong";
/// Family name of the italic sans: the names of cases, foreign words.
pub const ITALIC: &str = "italic";
/// Family name of the semi-bold serif: headings.
pub const SERIF: &str = "serif";

/// In order of trust, after a family's own font. The serif lends arrows and triangles, which the
/// sans lacks; the rest is egui's own (absent in a build without its default fonts).
const GAPS: [&str; 5] = [SERIF, "Ubuntu-Light", "NotoEmoji-Regular", "emoji-icon-font", "Hack"];

/// What egui is given.
pub(super) fn definitions() -> FontDefinitions {
    with_ours(FontDefinitions::default())
}

/// Our fonts before those that are there.
pub(super) fn with_ours(mut fonts: FontDefinitions) -> FontDefinitions {
    let ours: [(&str, &'static [u8]); 4] = [
        ("regular", include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf")),
        (STRONG, include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext-SemiBold.ttf")),
        (ITALIC, include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext-Italic.ttf")),
        (SERIF, include_bytes!("../../../assets/fonts/Literata-SemiBold.ttf")),
    ];
    for (name, bytes) in ours {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let families = [
        (FontFamily::Proportional, "regular"),
        (FontFamily::Name(STRONG.into()), STRONG),
        (FontFamily::Name(ITALIC.into()), ITALIC),
        (FontFamily::Name(SERIF.into()), SERIF),
    ];
    for (family, first) in families {
        let chain = std::iter::once(first)
            .chain(GAPS.into_iter().filter(|name| *name != first))
            .filter(|name| fonts.font_data.contains_key(*name))
            .map(str::to_owned)
            .collect();
        fonts.families.insert(family, chain);
    }
    // Without egui's default fonts the monospace family would be empty.
    let mono = fonts.families.entry(FontFamily::Monospace).or_default();
    mono.push("regular".to_owned());
    fonts
}
