//! Gives the tokens to egui.

use egui::style::{Selection, WidgetVisuals, Widgets};
use egui::{Color32, Context, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Ui, Visuals, vec2};

use super::fonts::{self, SERIF, STRONG};
use super::tokens::{Mode, Palette, Theme, mix};

/// Name of the text style of page titles.
pub const TITLE: &str = "title";

/// Puts the look on: fonts, type, distances, the colours of `mode`.
///
/// Cheap enough to call whenever the player switches modes; not meant for every frame.
pub fn apply(ctx: &Context, mode: Mode) {
    ctx.set_fonts(fonts::definitions());
    let theme = Theme::get();
    // egui knows two themes; ours of most contrast takes the place of its dark one.
    let of = if mode == Mode::Light { egui::Theme::Light } else { egui::Theme::Dark };
    ctx.style_mut_of(of, |style| dress(style, theme, mode));
    ctx.set_theme(of);
}

/// Seconds in which what opens and lights up does so.
const QUICK: f32 = 0.12;

/// Whether what moves does so at once, for those whom movement distracts or makes ill. Call after [`apply`].
pub fn calm(ctx: &Context, still: bool) {
    ctx.all_styles_mut(|style| style.animation_time = if still { 0.0 } else { QUICK });
}

/// Whether what moves shall do so at once.
#[must_use]
pub fn still(ui: &Ui) -> bool {
    ui.style().animation_time <= 0.0
}

/// Whether the look is on. Fonts take effect a pass after [`apply`]; until then the widgets of
/// this module would ask for families egui does not know.
#[must_use]
pub fn applied(ctx: &Context) -> bool {
    let strong = FontFamily::Name(STRONG.into());
    ctx.fonts(|fonts| fonts.definitions().families.contains_key(&strong))
}

/// The colours in force where `ui` draws.
#[must_use]
pub fn palette(ui: &Ui) -> &'static Palette {
    let theme = Theme::get();
    // The paper tells which: it differs between all of them (a test sees to that).
    let here = ui.visuals().panel_fill;
    theme.palettes().into_iter().find(|p| p.paper == here).unwrap_or(&theme.light)
}

fn dress(style: &mut Style, theme: &Theme, mode: Mode) {
    let sizes = &theme.sizes;
    let strong = || FontFamily::Name(STRONG.into());
    let serif = || FontFamily::Name(SERIF.into());
    style.text_styles = [
        (TextStyle::Small, FontId::new(sizes.small, FontFamily::Proportional)),
        (TextStyle::Body, FontId::new(sizes.body, FontFamily::Proportional)),
        (TextStyle::Button, FontId::new(sizes.body, strong())),
        (TextStyle::Monospace, FontId::new(sizes.small, FontFamily::Monospace)),
        (TextStyle::Heading, FontId::new(sizes.heading, serif())),
        (TextStyle::Name(TITLE.into()), FontId::new(sizes.title, serif())),
    ]
    .into();
    style.animation_time = QUICK;

    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(theme.gap(2.0), theme.gap(2.0));
    spacing.button_padding = vec2(theme.gap(3.5), theme.gap(1.75));
    // Nothing to press is smaller than a fingertip.
    spacing.interact_size = vec2(theme.gap(10.0), theme.gap(8.0));
    spacing.window_margin = Margin::same(16);
    spacing.menu_margin = Margin::same(8);
    spacing.icon_width = theme.gap(5.0);
    spacing.icon_width_inner = theme.gap(3.0);
    spacing.tooltip_width = 420.0;
    let scroll = &mut spacing.scroll;
    *scroll = egui::style::ScrollStyle::thin();
    scroll.foreground_color = true;
    scroll.dormant_handle_opacity = 0.2;
    scroll.active_handle_opacity = 0.35;
    scroll.interact_handle_opacity = 0.6;
    scroll.dormant_background_opacity = 0.0;
    scroll.active_background_opacity = 0.0;
    // A shadow over the last line makes it hard to read; the bar already says there is more.
    scroll.fade.strength = 0.0;

    // Text on the desk is read, not copied; selecting it would swallow clicks on cards.
    style.interaction.selectable_labels = false;
    style.visuals = visuals(theme.palette(mode), mode, theme);
}

fn visuals(p: &Palette, mode: Mode, theme: &Theme) -> Visuals {
    let base = match mode {
        Mode::Light => Visuals::light(),
        Mode::Dark | Mode::Contrast => Visuals::dark(),
    };
    let round = CornerRadius::same(theme.radius.saturating_sub(3));
    let shadow = Shadow {
        offset: [0, 6],
        blur: 24,
        spread: 0,
        color: Color32::from_black_alpha(if mode == Mode::Light { 40 } else { 140 }),
    };
    let state = |fill: Color32, stroke: Stroke| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: stroke,
        corner_radius: round,
        fg_stroke: Stroke::new(1.5, p.ink),
        expansion: 0.0,
    };
    let hover = mix(p.card, p.ink, 0.06);
    Visuals {
        override_text_color: None,
        weak_text_color: Some(p.ink_soft),
        widgets: Widgets {
            noninteractive: state(p.card, Stroke::new(1.0, p.line)),
            inactive: state(p.card, Stroke::new(1.0, p.outline)),
            hovered: state(hover, Stroke::new(1.0, p.ink_soft)),
            // egui draws what has the keyboard's focus as active: this stroke is the focus ring.
            // A whole number of points, or the layout shifts by a rounding error.
            active: state(hover, Stroke::new(2.0, p.focus)),
            open: state(hover, Stroke::new(1.0, p.ink_soft)),
        },
        selection: Selection { bg_fill: mix(p.card, p.focus, 0.25), stroke: Stroke::new(2.0, p.focus) },
        hyperlink_color: p.focus,
        faint_bg_color: mix(p.card, p.sunken, 0.5),
        extreme_bg_color: p.card,
        text_edit_bg_color: Some(p.card),
        code_bg_color: p.sunken,
        warn_fg_color: p.warn,
        error_fg_color: p.bad,
        window_corner_radius: CornerRadius::same(theme.radius),
        window_shadow: shadow,
        window_fill: p.card,
        window_stroke: Stroke::new(1.0, p.line),
        menu_corner_radius: CornerRadius::same(theme.radius),
        panel_fill: p.paper,
        popup_shadow: shadow,
        text_cursor: egui::style::TextCursorStyle {
            stroke: Stroke::new(2.0, p.ink),
            // A blinking cursor would redraw the whole window twice a second.
            blink: false,
            ..base.text_cursor.clone()
        },
        slider_trailing_fill: true,
        interact_cursor: Some(egui::CursorIcon::PointingHand),
        ..base
    }
}
