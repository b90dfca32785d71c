//! The map: where the data, the company, the courts are, which orders are in play, what is demanded of whom.

use crate::lang;
use crate::model::{DataKind, InstrumentStatus, PlaceKind, Role, SeatIx};
use crate::seat::SeatView;
use crate::ui::cx::{Cx, role};
use crate::ui::map::{Bounds, Connection, Degrees, Highlight, MapContent, MapWidget, Pattern, Pick, Place};
use crate::ui::parts::{caption, strong};
use crate::ui::theme;
use egui::{Ui, vec2};

struct Spot {
    at: Degrees,
    name: String,
    note: String,
    role: Option<theme::Role>,
}

/// Something demanded, from place to place.
struct Line {
    from: usize,
    to: usize,
    name: String,
    role: theme::Role,
    dashed: bool,
}

/// The map, as large as there is room.
pub(super) fn map(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, map: &mut MapWidget) {
    let spots = spots(cx, view);
    let places: Vec<Place<'_>> = spots.iter().map(|s| Place { at: s.at, name: &s.name, note: &s.note, role: s.role }).collect();
    let lines = lines(cx, view);
    let p = theme::palette(ui);
    let connections: Vec<Connection<'_>> = lines
        .iter()
        .map(|l| Connection { from: l.from, to: l.to, name: &l.name, colour: p.role(l.role), dashed: l.dashed })
        .collect();
    let orders = orders(ui, cx);
    let highlights: Vec<Highlight<'_>> = orders
        .iter()
        .map(|(code, name, colour, pattern)| Highlight { code: *code, name, colour: *colour, pattern: *pattern })
        .collect();
    let buttons = [cx.ui("window-map-closer"), cx.ui("window-map-farther"), cx.ui("window-map-whole")];
    let name = cx.ui("map-heading");
    let content = MapContent {
        name: &name,
        bounds: bounds(&spots),
        highlights: &highlights,
        places: &places,
        connections: &connections,
        buttons: [&buttons[0], &buttons[1], &buttons[2]],
    };
    let size = vec2(ui.available_width(), ui.available_height().max(200.0));
    let out = map.show(ui, size, &content);
    let told = match out.hovered {
        Some(Pick::Place(i)) => {
            let order = cx.s.places[i].order.map(|o| cx.s.law.orders[o].name.as_str());
            let law = order.map_or_else(|| cx.ui("map-no-law"), |o| cx.with("map-law", &[("order", o.into())]));
            Some(format!("{}: {} ({law})", spots[i].name, spots[i].note))
        }
        Some(Pick::Connection(i)) => Some(lines[i].name.clone()),
        Some(Pick::Country(code)) if !orders.iter().any(|(c, ..)| *c == code) => Some(cx.ui("map-no-law")),
        _ => None,
    };
    if let Some(told) = told {
        let at = ui.min_rect().left_bottom() + vec2(14.0, -34.0);
        let galley = ui.painter().layout_no_wrap(told, egui::FontId::proportional(14.0), p.ink);
        let room = egui::Rect::from_min_size(at, galley.size()).expand2(vec2(10.0, 5.0));
        ui.painter().rect(room, 8.0, p.card, egui::Stroke::new(1.0, p.line), egui::StrokeKind::Inside);
        ui.painter().galley(at, galley, p.ink);
    }
}

/// The same as a list.
pub(super) fn list(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView) {
    for line in lines(cx, view) {
        strong(ui, &line.name);
    }
    for (spot, place) in spots(cx, view).iter().zip(&cx.s.places) {
        theme::section(ui, &spot.name, |ui| {
            caption(ui, &spot.note);
            if let Some(order) = place.order {
                let name = cx.s.law.orders[order].name.as_str();
                caption(ui, &cx.with("map-law", &[("order", name.into())]));
            }
        });
    }
}

fn spots(cx: &Cx<'_>, view: &SeatView) -> Vec<Spot> {
    cx.s.places.iter().enumerate().map(|(i, place)| spot(cx, view, i, place)).collect()
}

fn spot(cx: &Cx<'_>, view: &SeatView, at: usize, place: &crate::model::Place) -> Spot {
    let (key, role) = match place.kind {
        PlaceKind::Data => ("map-data", Some(theme::Role::Provider)),
        PlaceKind::Company => ("map-company", Some(theme::Role::Provider)),
        PlaceKind::Court => ("map-court", Some(theme::Role::Court)),
        PlaceKind::Government => ("map-government", Some(theme::Role::Government)),
        PlaceKind::Other => ("map-other", None),
    };
    let mut notes = vec![cx.ui(key)];
    for (item, produced) in cx.s.items.iter().zip(&view.produced).filter(|(item, _)| item.place == at) {
        let kind = cx.ui(match item.kind {
            DataKind::Content => "docket-content",
            DataKind::NonContent => "docket-non-content",
        });
        notes.push(if *produced { format!("{kind} ✔ {}", cx.ui("docket-produced")) } else { kind });
    }
    let degrees = |hundredths: i16| f32::from(hundredths) / 100.0;
    Spot {
        at: Degrees { lon: degrees(place.lon), lat: degrees(place.lat) },
        name: cx.text(&place.title).to_owned(),
        note: notes.join(", "),
        role,
    }
}

/// What is demanded: from its author's place to where the data lies.
fn lines(cx: &Cx<'_>, view: &SeatView) -> Vec<Line> {
    let mut out = Vec::new();
    for (instrument, status) in cx.s.instruments.iter().zip(&view.instruments) {
        let live = match status {
            InstrumentStatus::Sought => Some(true),
            InstrumentStatus::Served | InstrumentStatus::Obeyed => Some(false),
            _ => None,
        };
        let (Some(dashed), Some(from)) = (live, home(cx, instrument.from)) else { continue };
        let to = instrument.items.iter().filter_map(|i| cx.s.items.get(*i)).find(|i| i.kind == DataKind::Content);
        let to = to.map(|i| i.place).or_else(|| home(cx, instrument.to));
        if let Some(to) = to.filter(|to| *to != from) {
            let status = cx.ui(lang::log::instrument(*status));
            let name = format!("{}: {status}", cx.text(&instrument.title));
            out.push(Line { from, to, name, role: role(cx.s.seats[instrument.from.ix()].role), dashed });
        }
    }
    out
}

/// Where a seat has its place: of its order and kind.
fn home(cx: &Cx<'_>, seat: SeatIx) -> Option<usize> {
    let seat = &cx.s.seats[seat.ix()];
    let want = match seat.role {
        Role::Provider => PlaceKind::Company,
        Role::Government => PlaceKind::Government,
        Role::Court => PlaceKind::Court,
    };
    let in_order = |p: &&crate::model::Place| p.order == Some(seat.order);
    let at = |kind| cx.s.places.iter().position(|p| p.kind == kind && in_order(&p));
    at(want).or_else(|| at(PlaceKind::Court))
}

/// Countries whose law is in play: colour and pattern by the seat that speaks for it.
fn orders(ui: &Ui, cx: &Cx<'_>) -> Vec<(u16, String, egui::Color32, Pattern)> {
    let p = theme::palette(ui);
    let mut out: Vec<(u16, String, egui::Color32, Pattern)> = Vec::new();
    let patterns = [Pattern::Plain, Pattern::Rising, Pattern::Falling, Pattern::Crossed];
    for place in &cx.s.places {
        let Some(order) = place.order else { continue };
        if place.country == 0 || out.iter().any(|(c, ..)| *c == place.country) {
            continue;
        }
        let speaks = cx.s.seats.iter().any(|s| s.order == order);
        let colour = if speaks { p.government } else { p.ink_soft };
        let name = &cx.s.law.orders[order].name;
        // Orders without a seat at the table stay in the background, nameless.
        let name = if speaks { name.clone() } else { String::new() };
        out.push((place.country, name, colour, patterns[out.len() % patterns.len()]));
    }
    out
}

/// Room around all places.
fn bounds(spots: &[Spot]) -> Bounds {
    if spots.is_empty() {
        return Bounds::WORLD;
    }
    let fold = |f: fn(f32, f32) -> f32, of: fn(&Spot) -> f32, from: f32| spots.iter().map(of).fold(from, f);
    let west = fold(f32::min, |s| s.at.lon, 180.0) - 14.0;
    let east = fold(f32::max, |s| s.at.lon, -180.0) + 14.0;
    let south = fold(f32::min, |s| s.at.lat, 90.0) - 10.0;
    let north = fold(f32::max, |s| s.at.lat, -90.0) + 8.0;
    Bounds { west: west.max(-180.0), south: south.max(-75.0), east: east.min(180.0), north: north.min(80.0) }
}
