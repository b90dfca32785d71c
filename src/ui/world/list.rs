//! All that is on the map as a list, for those who do not see it: what is demanded, which law is in play, the places.

use super::chart::Chart;
use super::thing::Thing;
use crate::seat::SeatView;
use crate::ui::cx::Cx;
use crate::ui::parts::{caption, soft};
use crate::ui::theme;
use egui::{RichText, Ui};

/// The headings, in order.
const HEADINGS: [&str; 5] = ["duties-conflicts", "docket-instruments", "map-orders", "borders-heading", "map-places"];

/// The heading a thing stands under.
const fn heading(thing: Thing) -> &'static str {
    match thing {
        Thing::Clash(..) => "duties-conflicts",
        Thing::Instrument(_) => "docket-instruments",
        Thing::Order(_) => "map-orders",
        Thing::State(_) | Thing::Reach => "borders-heading",
        Thing::Place(_) => "map-places",
    }
}

/// The list; says which thing was chosen.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, chart: &Chart) -> Option<Thing> {
    let mut chosen = None;
    let all = chart.entries(cx, view);
    if all.is_empty() {
        soft(ui, &cx.ui("map-nothing"));
    }
    for under in HEADINGS {
        let entries: Vec<_> = all.iter().filter(|(thing, ..)| heading(*thing) == under).collect();
        if entries.is_empty() {
            continue;
        }
        theme::section(ui, &cx.ui(under), |ui| {
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
