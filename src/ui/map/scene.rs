//! Places, lines and labels over the land.

use std::sync::Arc;

use egui::{
    Align2, Color32, FontFamily, FontId, Galley, Id, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, WidgetType, pos2, vec2,
};

use super::atlas::Atlas;
use super::content::{Connection, MapContent, MapOutput, Pick, Place};
use super::labels::{Wanted, arrange, spread};
use super::projection::View;
use crate::ui::theme::{self, Palette, STRONG, Theme};

/// Radius of a place's symbol.
const SYMBOL: f32 = 10.0;

/// What lies over the land.
pub(super) struct Scene<'u, 'p> {
    pub(super) ui: &'u mut Ui,
    pub(super) painter: Painter,
    pub(super) id: Id,
    pub(super) rect: Rect,
    pub(super) p: &'p Palette,
    pub(super) output: MapOutput,
}

/// One label: its text, already set, and where it goes.
struct Tag {
    lines: Vec<(Arc<Galley>, Color32)>,
    size: Vec2,
}

impl Scene<'_, '_> {
    /// Where the places' symbols go: on their places, unless they would hide one another or lie
    /// outside the picture; what lies outside stays reachable at its edge.
    fn symbols(&self, view: View, content: &MapContent<'_>, inner: Rect) -> Vec<Pos2> {
        let truth: Vec<Pos2> = content.places.iter().map(|place| view.to_screen(place.at.project(), self.rect)).collect();
        let mut symbols: Vec<Pos2> = truth.iter().map(|&at| inner.clamp(at)).collect();
        spread(&mut symbols, 2.0 * SYMBOL + 6.0, inner);
        for (&at, &symbol) in truth.iter().zip(&symbols) {
            if at.distance(symbol) > 4.0 && self.rect.contains(at) {
                self.painter.line_segment([at, symbol], Stroke::new(1.5, self.p.ink_soft));
                self.painter.circle_filled(at, 2.5, self.p.ink_soft);
            }
        }
        symbols
    }

    pub(super) fn draw(&mut self, view: View, content: &MapContent<'_>) {
        let inner = self.rect.shrink(SYMBOL + 6.0);
        let places = self.symbols(view, content, inner);
        let curves: Vec<Vec<Pos2>> = content
            .connections
            .iter()
            .map(|line| match (places.get(line.from), places.get(line.to)) {
                (Some(&a), Some(&b)) => curve(a, b),
                _ => Vec::new(),
            })
            .collect();
        for (line, points) in content.connections.iter().zip(&curves) {
            self.connection(line, points);
        }

        let strong = FontId::new(Theme::get().sizes.small, FontFamily::Name(STRONG.into()));
        let plain = FontId::proportional(Theme::get().sizes.small);
        let mut tags = Vec::new();
        let mut wanted = Vec::new();
        for (place, &anchor) in content.places.iter().zip(&places) {
            let tag = self.tag(&[(place.name, &strong, self.p.ink), (place.note, &plain, self.p.ink_soft)]);
            wanted.push(Wanted { anchor, clear: SYMBOL, size: tag.size });
            tags.push(tag);
        }
        for (line, points) in content.connections.iter().zip(&curves) {
            let tag = self.tag(&[(line.name, &strong, line.colour)]);
            let anchor = points.get(points.len() / 2).copied().unwrap_or(self.rect.center());
            wanted.push(Wanted { anchor, clear: 0.0, size: tag.size });
            tags.push(tag);
        }
        for highlight in content.highlights {
            let tag = self.tag(&[(highlight.name, &strong, highlight.colour)]);
            let anchor = Atlas::world()
                .country(highlight.code)
                .and_then(super::atlas::Country::centre)
                .map_or(self.rect.center(), |c| view.to_screen(c, self.rect));
            wanted.push(Wanted { anchor: inner.clamp(anchor), clear: 0.0, size: tag.size });
            tags.push(tag);
        }
        let corner = Rect::from_min_max(self.rect.right_bottom() - vec2(52.0, 124.0), self.rect.right_bottom());
        // Lines are worth seeing too, their arrowheads above all.
        let mut taken = vec![corner];
        for points in &curves {
            let thinned = points.iter().step_by(2).chain(points.last());
            taken.extend(thinned.map(|&point| Rect::from_center_size(point, vec2(8.0, 8.0))));
        }
        let rects = arrange(&wanted, self.rect, &taken);

        let labelled: Vec<(Tag, Rect)> = tags.into_iter().zip(rects).collect();
        self.leaders(view, content, &labelled, &wanted);
        let mut labels = labelled.iter().zip(&wanted);
        for (index, place) in content.places.iter().enumerate() {
            if let Some(((tag, rect), label)) = labels.next() {
                self.place(index, place, label.anchor, tag, *rect);
            }
        }
        for (index, line) in content.connections.iter().enumerate() {
            if let Some(((tag, rect), _)) = labels.next()
                && !line.name.is_empty()
            {
                let pick = Pick::Connection(index);
                self.label(pick, line.name, line.colour, tag, *rect);
            }
        }
        for highlight in content.highlights {
            if let Some(((tag, rect), _)) = labels.next()
                && !highlight.name.is_empty()
            {
                let pick = Pick::Country(highlight.code);
                self.label(pick, highlight.name, highlight.colour, tag, *rect);
            }
        }
    }

    fn connection(&self, line: &Connection<'_>, points: &[Pos2]) {
        let Some((&tip, rest)) = points.split_last() else {
            return;
        };
        // A pale casing keeps the line apart from borders it crosses.
        self.painter.add(Shape::line(points.to_vec(), Stroke::new(5.0, self.p.card.gamma_multiply(0.8))));
        let pen = Stroke::new(2.2, line.colour);
        if line.dashed {
            self.painter.extend(Shape::dashed_line(points, pen, 8.0, 6.0));
        } else {
            self.painter.add(Shape::line(points.to_vec(), pen));
        }
        if let Some(&before) = rest.last() {
            let along = (tip - before).normalized();
            let across = along.rot90();
            self.painter.add(Shape::convex_polygon(
                vec![tip + along * 3.0, tip - along * 9.0 + across * 5.5, tip - along * 9.0 - across * 5.5],
                line.colour,
                Stroke::NONE,
            ));
        }
    }

    fn tag(&self, lines: &[(&str, &FontId, Color32)]) -> Tag {
        let lines: Vec<(Arc<Galley>, Color32)> = lines
            .iter()
            .filter(|(text, ..)| !text.is_empty())
            .map(|&(text, font, colour)| {
                let galley = self.painter.layout_no_wrap(text.to_owned(), font.clone(), colour);
                (galley, colour)
            })
            .collect();
        let width = lines.iter().map(|(g, _)| g.size().x).fold(0.0, f32::max);
        let height: f32 = lines.iter().map(|(g, _)| g.size().y).sum();
        Tag { lines, size: vec2(width + 14.0, height + 6.0) }
    }

    fn place(&mut self, index: usize, place: &Place<'_>, at: Pos2, tag: &Tag, rect: Rect) {
        let symbol = Rect::from_center_size(at, Vec2::splat(2.0 * SYMBOL));
        let name = if place.note.is_empty() { place.name.to_owned() } else { format!("{}: {}", place.name, place.note) };
        // Symbol and label are one thing to the keyboard, two targets to the pointer.
        let response = self.ui.interact(rect, self.id.with(("place", index)), Sense::click());
        let touched = self.ui.interact(symbol, self.id.with(("symbol", index)), Sense::HOVER | Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &name));
        let active = self.note(Pick::Place(index), &response, touched.clicked(), touched.hovered());
        let colour = place.role.map_or(self.p.ink, |role| self.p.role(role));
        self.plate(tag, rect, colour, active);
        self.painter.circle_filled(at, SYMBOL + 3.0, self.p.card);
        match place.role {
            Some(role) => {
                let letter = theme::emblem(&self.painter, role, at, SYMBOL, colour);
                self.painter.text(
                    at,
                    Align2::CENTER_CENTER,
                    letter,
                    FontId::new(12.0, FontFamily::Name(STRONG.into())),
                    self.p.card,
                );
            }
            None => {
                self.painter.circle_stroke(at, SYMBOL - 3.0, Stroke::new(3.0, colour));
            }
        }
        theme::focus_ring(self.ui, &response, 6.0);
    }

    /// A label without a symbol: a line's or a country's.
    fn label(&mut self, pick: Pick, name: &str, colour: Color32, tag: &Tag, rect: Rect) {
        let key = match pick {
            Pick::Place(index) | Pick::Connection(index) => ("label", index, false),
            Pick::Country(code) => ("label", usize::from(code), true),
        };
        let response = self.ui.interact(rect, self.id.with(key), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, name));
        let active = self.note(pick, &response, false, false);
        self.plate(tag, rect, colour, active);
        theme::focus_ring(self.ui, &response, 6.0);
    }

    /// Where the crowd has pushed a label away from what it names, a thin line leads back.
    fn leaders(&self, view: View, content: &MapContent<'_>, placed: &[(Tag, Rect)], wanted: &[Wanted]) {
        let first_country = content.places.len() + content.connections.len();
        for (index, ((tag, rect), label)) in placed.iter().zip(wanted).enumerate() {
            let far = if label.clear > 0.0 { label.clear + 12.0 } else { 8.0 };
            // Anywhere on its country is close enough.
            let at_home = index.checked_sub(first_country).is_some_and(|index| {
                let under = Atlas::world().at(view.to_plane(rect.center(), self.rect));
                under.map(|country| country.code) == content.highlights.get(index).map(|h| h.code)
            });
            if let Some((_, colour)) = tag.lines.first()
                && rect.distance_to_pos(label.anchor) > far
                && !at_home
            {
                self.painter.line_segment([label.anchor, rect.clamp(label.anchor)], Stroke::new(1.0, *colour));
            }
        }
    }

    /// Notes what happened to `pick`; `true` if it is under the pointer or has the focus.
    fn note(&mut self, pick: Pick, response: &Response, clicked: bool, hovered: bool) -> bool {
        let active = hovered || response.hovered() || response.has_focus();
        if active {
            self.output.hovered = Some(pick);
        }
        if clicked || response.clicked() {
            self.output.clicked = Some(pick);
        }
        active
    }

    fn plate(&self, tag: &Tag, rect: Rect, colour: Color32, active: bool) {
        let edge = if active { colour } else { self.p.line };
        self.painter.rect(rect, 6.0, self.p.card, Stroke::new(if active { 1.5 } else { 1.0 }, edge), StrokeKind::Inside);
        let mut at = rect.min + vec2(7.0, 3.0);
        for (galley, colour) in &tag.lines {
            self.painter.galley(at, Arc::clone(galley), *colour);
            at.y += galley.size().y;
        }
    }
}

/// A bow from `a` to `b`, bulging northward, ending at the symbols' edges.
fn curve(a: Pos2, b: Pos2) -> Vec<Pos2> {
    let span = b - a;
    if span.length() < 2.5 * SYMBOL {
        return Vec::new();
    }
    let mut across = span.rot90().normalized();
    if across.y > 0.0 {
        across = -across;
    }
    let peak = a + span * 0.5 + across * (span.length() * 0.22).min(160.0);
    let point = |t: f32| {
        let (p, q) = (a.lerp(peak, t), peak.lerp(b, t));
        p.lerp(q, t)
    };
    (0..=48_u8)
        .map(|step| point(f32::from(step) / 48.0))
        .filter(|p| p.distance(a) > SYMBOL + 3.0 && p.distance(b) > SYMBOL + 5.0)
        .map(|p| pos2(p.x, p.y))
        .collect()
}
