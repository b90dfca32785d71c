//! All that is on the map as a list, for those who do not see it: what is demanded, which law is in play, the places.

use super::chart::Chart;
use super::thing::Thing;
use crate::seat::SeatView;
use crate::ui::cx::Cx;
use crate::ui::parts::{caption, soft};
use crate::ui::theme;
use egui::{RichText, Ui};

/// The kinds of things, in order, with their headings.
const KINDS: [(&str, fn(Thing) -> bool); 5] = [
    ("duties-conflicts", |thing| matches!(thing, Thing::Clash(..))),
    ("docket-instruments", |thing| matches!(thing, Thing::Instrument(_))),
    ("map-orders", |thing| matches!(thing, Thing::Order(_))),
    ("borders-heading", |thing| matches!(thing, Thing::State(_) | Thing::Reach)),
    ("map-places", |thing| matches!(thing, Thing::Place(_))),
];

/// The list; says which thing was chosen.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, chart: &Chart) -> Option<Thing> {
    let mut chosen = None;
    let all = chart.entries(cx, view);
    if all.is_empty() {
        soft(ui, &cx.ui("map-nothing"));
    }
    for (heading, belongs) in KINDS {
        let entries: Vec<_> = all.iter().filter(|(thing, ..)| belongs(*thing)).collect();
        if entries.is_empty() {
            continue;
        }
        theme::section(ui, &cx.ui(heading), |ui| {
            for (thing, name, note) in entries {
                if leads_to(ui, name) {
                    chosen = Some(*thing);
                }
                if !note.is_empty() {
                    caption(ui, note);
                }
            }
        });
    }
    chosen
}

/// A name to press; it breaks over lines rather than run out of the column.
pub(super) fn leads_to(ui: &mut Ui, name: &str) -> bool {
    let p = theme::palette(ui);
    let font = egui::FontId::new(theme::Theme::get().sizes.body, egui::FontFamily::Name(theme::STRONG.into()));
    let words = RichText::new(name).font(font).color(p.focus);
    let button = egui::Button::new(words).wrap().fill(p.card).stroke(egui::Stroke::new(1.0, p.outline));
    let response = ui.add(button);
    theme::focus_ring(ui, &response, 6.0);
    response.clicked()
}
