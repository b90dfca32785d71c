//! What can be read, what can be told apart, and by whom; and whether the fonts have every sign we write.
//!
//! Thresholds: text 4.5 : 1 and edges 3 : 1 (WCAG 2.2, success criteria 1.4.3 and 1.4.11; in the mode of most contrast 7 : 1
//! and 4.5 : 1, criterion 1.4.6). Colours that mean different things keep a distance of [`APART`] for every kind of eyes;
//! a just noticeable difference is about 2.3.

use super::tokens::{Palette, Theme, mix};
use super::{ITALIC, MODES, Mode, SERIF, STRONG, fonts};
use egui::{Color32, FontData, FontDefinitions, FontFamily};
use skrifa::{FontRef, MetadataProvider};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Least distance (CIE76) of two colours that mean different things.
const APART: f32 = 20.0;

/// Of the roles, which also stand on the map, side by side.
const ROLES_APART: f32 = 25.0;

/// Each mode with its colours, and what its texts and its edges must reach.
fn modes() -> [(Mode, &'static Palette, f32, f32); 3] {
    MODES.map(|(mode, _)| {
        let (text, edge) = if mode == Mode::Contrast { (7.0, 4.5) } else { (4.5, 3.0) };
        (mode, Theme::get().palette(mode), text, edge)
    })
}

fn linear(byte: u8) -> f32 {
    let c = f32::from(byte) / 255.0;
    if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
}

/// Relative luminance as WCAG 2 defines it.
fn luminance(colour: Color32) -> f32 {
    0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
}

fn contrast(a: Color32, b: Color32) -> f32 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn text_can_be_read() {
    for (mode, p, least, _) in modes() {
        for text in [p.ink, p.ink_soft, p.focus, p.good, p.bad, p.warn, p.provider, p.government, p.court] {
            // A thing under the pointer or chosen is a shade darker than its sheet (`style`, `option`).
            let (hovered, chosen) = (mix(p.card, p.ink, 0.06), mix(p.card, p.focus, 0.25));
            let stands_on = [p.paper, p.panel, p.card, p.sunken, p.wash(text), hovered];
            for ground in stands_on {
                let ratio = contrast(text, ground);
                assert!(ratio >= least, "{mode:?}: {text:?} on {ground:?}: {ratio:.2}");
            }
            let on_chosen = contrast(p.ink, chosen);
            assert!(on_chosen >= least, "{mode:?}: ink on what is chosen: {on_chosen:.2}");
        }
        assert!(contrast(p.on_action, p.action) >= 7.0, "{mode:?}");
        assert!(contrast(p.ink, p.land) >= 7.0 && contrast(p.ink, p.sea) >= 7.0, "{mode:?}");
    }
}

#[test]
fn edges_can_be_seen() {
    for (mode, p, _, least) in modes() {
        // Roles and verdicts are also bars, shapes on the map and the edges of chosen cards.
        for edge in [p.outline, p.focus, p.action, p.good, p.bad, p.warn, p.provider, p.government, p.court] {
            for ground in [p.paper, p.panel, p.card] {
                let ratio = contrast(edge, ground);
                assert!(ratio >= least, "{mode:?}: {edge:?} on {ground:?}: {ratio:.2}");
            }
        }
        for mark in [p.provider, p.government, p.court] {
            for ground in [p.land, p.sea] {
                assert!(contrast(mark, ground) >= 3.0, "{mode:?}: {mark:?} on the map's {ground:?}");
            }
        }
    }
}

#[test]
fn each_mode_has_a_paper_of_its_own() {
    // `palette` finds the colours in force by it.
    let papers = Theme::get().palettes().map(|p| p.paper);
    assert!(papers[0] != papers[1] && papers[1] != papers[2] && papers[0] != papers[2]);
}

/// Eyes as they are, and three simulations by Machado, Oliveira and Fernandes (2009) at full severity, which work on linear
/// light.
const EYES: [(&str, [[f32; 3]; 3]); 4] = [
    ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    ("protanopia", [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]]),
    ("deuteranopia", [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]]),
    ("tritanopia", [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]]),
];

/// Distance of two colours to some eyes (CIE76).
#[expect(clippy::many_single_char_names, reason = "their names in the formulas")]
fn apart(a: Color32, b: Color32, eyes: [[f32; 3]; 3]) -> f32 {
    let lab = |colour: Color32| {
        let light = [colour.r(), colour.g(), colour.b()].map(linear);
        let [r, g, b] = eyes.map(|row| (row[0] * light[0] + row[1] * light[1] + row[2] * light[2]).clamp(0.0, 1.0));
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

#[test]
fn what_differs_in_meaning_differs_to_every_eye() {
    let mut short = Vec::new();
    for (mode, p, ..) in modes() {
        let roles = [("provider", p.provider), ("government", p.government), ("court", p.court)];
        let verdicts = [("good", p.good), ("bad", p.bad), ("warn", p.warn)];
        for (group, least) in [(roles, ROLES_APART), (verdicts, APART)] {
            for (eyes, matrix) in EYES {
                for (i, j) in [(0, 1), (0, 2), (1, 2)] {
                    let distance = apart(group[i].1, group[j].1, matrix);
                    if distance < least {
                        short.push(format!("{mode:?}, {eyes}: {} and {}: {distance:.0}", group[i].0, group[j].0));
                    }
                }
            }
        }
    }
    assert!(short.is_empty(), "{}", short.join("\n"));
}

#[test]
fn the_simulations_do_what_their_names_say() {
    let red_green = (Color32::from_rgb(200, 40, 40), Color32::from_rgb(90, 110, 30));
    let blue_green = (Color32::from_rgb(0, 110, 170), Color32::from_rgb(0, 120, 110));
    let [all, protan, deutan, tritan] = EYES.map(|(_, m)| move |(a, b)| apart(a, b, m));
    assert!(protan(red_green) < all(red_green) / 2.0 && deutan(red_green) < all(red_green) / 2.0);
    assert!(tritan(blue_green) < all(blue_green) / 2.0);
    // White stays white: the rows sum to one.
    for (eyes, m) in EYES {
        assert!(m.iter().all(|row| (row.iter().sum::<f32>() - 1.0).abs() < 0.001), "{eyes}");
    }
}

/// The fonts egui fills our gaps with; it brings them in the window, not in a build without one.
const LENT: [(&str, &[u8]); 4] = [
    ("Ubuntu-Light", epaint_default_fonts::UBUNTU_LIGHT),
    ("NotoEmoji-Regular", epaint_default_fonts::NOTO_EMOJI_REGULAR),
    ("emoji-icon-font", epaint_default_fonts::EMOJI_ICON),
    ("Hack", epaint_default_fonts::HACK_REGULAR),
];

#[test]
fn the_fonts_have_every_sign_we_write() {
    let mut all = FontDefinitions::empty();
    for (name, bytes) in LENT {
        all.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let all = fonts::with_ours(all);
    let signs: BTreeSet<char> = crate::lang::plain::written().chars().filter(|c| !c.is_control()).collect();
    assert!(signs.len() > 120, "{}", signs.len());
    let mut lacking = BTreeSet::new();
    for family in [
        FontFamily::Proportional,
        FontFamily::Name(STRONG.into()),
        FontFamily::Name(ITALIC.into()),
        FontFamily::Name(SERIF.into()),
    ] {
        // `has_glyph` of egui says no of every sign in the font that lends it its replacement: the fonts are asked themselves.
        let files = all.families[&family].iter().map(|name| FontRef::new(&all.font_data[name].font).unwrap());
        let maps: Vec<_> = files.map(|font| font.charmap()).collect();
        let has = |sign: char| maps.iter().any(|map| map.map(sign).is_some());
        assert!(has('✔') && !has('\u{13000}'), "the test can tell");
        lacking.extend(signs.iter().filter(|sign| !has(**sign)).map(|sign| format!("{sign} (U+{:04X})", u32::from(*sign))));
    }
    assert!(lacking.is_empty(), "{lacking:?}");
}
