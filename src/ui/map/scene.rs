//! Nodes, lines and labels over the land.

use std::sync::Arc;

use egui::{
    Color32, FontFamily, FontId, Galley, Id, Painter, Pos2, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2,
};

use super::atlas::{Atlas, Country};
use super::content::{Form, MapContent, MapOutput, Node, Pick, Spot};
use super::labels::{Wanted, arrange, over_all, spread};
use super::lines;
use super::projection::View;
use super::signs::{self, SYMBOL};
use crate::ui::theme::{self, Palette, STRONG, Theme};

/// Side of what can be touched of a sign.
const TOUCH: f32 = 2.0 * SYMBOL + 4.0;
/// How near two signs may come.
const APART: f32 = TOUCH + 2.0;

/// What lies over the land.
pub(super) struct Scene<'u, 'p> {
    pub(super) ui: &'u mut Ui,
    pub(super) painter: Painter,
    pub(super) id: Id,
    pub(super) rect: Rect,
    /// Where the buttons are.
    pub(super) buttons: Rect,
    pub(super) p: &'p Palette,
    pub(super) output: MapOutput,
}

/// One wording of a label, already set.
struct Tag {
    lines: Vec<Arc<Galley>>,
    size: Vec2,
}

/// Where everything goes.
struct Laid {
    /// Signs, when everything has come to rest.
    rest: Vec<Pos2>,
    /// Signs now.
    now: Vec<Pos2>,
    /// The way of each line.
    ways: Vec<Vec<Pos2>>,
}

impl Scene<'_, '_> {
    pub(super) fn draw(&mut self, view: View, content: &MapContent<'_>) {
        let laid = self.lay(view, content);
        for (node, at) in content.nodes.iter().zip(&laid.now) {
            if let Some(grown) = node.waves {
                signs::waves(&self.painter, *at, grown, self.p.warn);
            }
        }
        let casing = self.p.card.gamma_multiply(0.8);
        for (line, way) in content.lines.iter().zip(&laid.ways) {
            lines::draw(&self.painter, line, way, casing);
        }
        let tags: Vec<Vec<Tag>> = content.nodes.iter().map(|node| self.wordings(node)).collect();
        let wanted: Vec<Wanted> = tags
            .iter()
            .zip(&laid.rest)
            .map(|(tags, at)| Wanted { anchor: *at, clear: TOUCH / 2.0, sizes: tags.iter().map(|tag| tag.size).collect() })
            .collect();
        // Lines are worth seeing too, their arrowheads above all.
        let mut taken = vec![self.buttons];
        for way in &laid.ways {
            let thinned = way.iter().step_by(3).chain(way.last());
            taken.extend(thinned.map(|&point| Rect::from_center_size(point, vec2(7.0, 7.0))));
        }
        let placed = arrange(&wanted, self.rect, &taken);
        // Where the crowd has pushed a label away from what it names, a thin line leads back.
        for (index, node) in content.nodes.iter().enumerate() {
            if let Some((_, rect)) = placed[index].filter(|_| at_rest(node, content))
                && rect.distance_to_pos(laid.now[index]) > SYMBOL + 10.0
            {
                let at = laid.now[index];
                self.painter.line_segment([at, rect.clamp(at)], Stroke::new(1.0, node.colour));
            }
        }
        let mut unread = None;
        for (index, node) in content.nodes.iter().enumerate() {
            let (at, label) = (laid.now[index], placed[index].filter(|_| at_rest(node, content)));
            let shown = label.map(|(wording, rect)| (&tags[index][wording], rect));
            let active = self.node(index, node, at, shown, content.chosen == Some(index));
            if active && shown.is_none() {
                unread = Some(index);
            }
        }
        if let Some(index) = unread
            && let (Some(rect), Some(tag)) = (over_all(&wanted[index], self.rect), tags[index].first())
        {
            self.tag(tag, rect, content.nodes[index].colour, true);
        }
    }

    /// Signs go on their places, unless they would hide one another or lie outside the picture; what lies outside stays
    /// reachable at its edge.
    fn lay(&self, view: View, content: &MapContent<'_>) -> Laid {
        let inner = self.rect.shrink(SYMBOL + 6.0);
        let mut beyond = 0.0;
        let truth: Vec<Option<Pos2>> = content
            .nodes
            .iter()
            .map(|node| match node.spot {
                Spot::At(degrees) => Some(view.to_screen(degrees.project(), self.rect)),
                Spot::In(code) => {
                    let middle = Atlas::world().country(code).and_then(Country::centre);
                    Some(middle.map_or(inner.center(), |middle| view.to_screen(middle, self.rect)))
                }
                Spot::Beyond => {
                    beyond += 1.0;
                    Some(inner.left_bottom() + vec2(30.0 + (beyond - 1.0) * 2.2 * APART, -6.0))
                }
                Spot::Along(..) => None,
            })
            .collect();
        let standing: Vec<usize> = (0..truth.len()).filter(|i| truth[*i].is_some()).collect();
        let mut signs: Vec<Pos2> = standing.iter().filter_map(|i| truth[*i]).map(|at| self.in_sight(at, inner)).collect();
        spread(&mut signs, APART, inner);
        let mut rest: Vec<Pos2> = vec![inner.center(); truth.len()];
        for (&index, &sign) in standing.iter().zip(&signs) {
            rest[index] = sign;
            if let Some(at) = truth[index]
                && at.distance(sign) > 4.0
                && self.rect.contains(at)
            {
                self.painter.line_segment([at, sign], Stroke::new(1.5, self.p.ink_soft));
                self.painter.circle_filled(at, 2.5, self.p.ink_soft);
            }
        }
        let mut ways: Vec<Vec<Pos2>> = Vec::new();
        for (index, line) in content.lines.iter().enumerate() {
            let same = |l: &&super::content::Line| (l.from, l.to) == (line.from, line.to);
            let beside = content.lines[..index].iter().filter(same).count();
            ways.push(match (rest.get(line.from), rest.get(line.to)) {
                (Some(&a), Some(&b)) if line.form == Form::Jagged => lines::straight(a, b),
                (Some(&a), Some(&b)) => lines::bow(a, b, beside),
                _ => Vec::new(),
            });
        }
        let mut now = rest.clone();
        for (index, node) in content.nodes.iter().enumerate() {
            let Spot::Along(at, part) = node.spot else { continue };
            let way = ways.get(at).map_or(&[][..], Vec::as_slice);
            let home = content.lines.get(at).map_or(inner.center(), |line| rest[line.to]);
            let free = clear_of(way, part, home, &signs, inner);
            signs.push(free);
            rest[index] = free;
            let drawn = content.lines.get(at).map_or(1.0, |line| line.drawn);
            let moving = (drawn < part).then(|| lines::along(way, drawn)).flatten();
            now[index] = moving.unwrap_or(free);
        }
        Laid { rest, now, ways }
    }

    /// The nearest place inside the picture and beside the buttons.
    fn in_sight(&self, at: Pos2, inner: Rect) -> Pos2 {
        let at = inner.clamp(at);
        let taken = self.buttons.expand(TOUCH / 2.0);
        if taken.contains(at) { pos2(taken.left(), at.y) } else { at }
    }

    /// The wordings of a label: all of it, then the name alone.
    fn wordings(&self, node: &Node<'_>) -> Vec<Tag> {
        let size = Theme::get().sizes.small;
        let strong = FontId::new(size, FontFamily::Name(STRONG.into()));
        let room = (0.4 * self.rect.width()).clamp(110.0, 230.0);
        let set = |text: &str, font: &FontId, colour: Color32| self.painter.layout(text.to_owned(), font.clone(), colour, room);
        let name = set(node.name, &strong, self.p.ink);
        let mut out = Vec::new();
        if !node.note.is_empty() {
            out.push(tag(vec![Arc::clone(&name), set(node.note, &FontId::proportional(size), self.p.ink_soft)]));
        }
        out.push(tag(vec![name]));
        out
    }

    /// A sign with its label: one thing to the keyboard, two targets to the pointer. Says whether it is pointed at.
    fn node(&mut self, index: usize, node: &Node<'_>, at: Pos2, label: Option<(&Tag, Rect)>, chosen: bool) -> bool {
        let sign = Rect::from_center_size(at, Vec2::splat(TOUCH));
        let name = if node.note.is_empty() { node.name.to_owned() } else { format!("{}: {}", node.name, node.note) };
        let id = self.id.with(node.key);
        let response = self.ui.interact(label.map_or(sign, |(_, rect)| rect), id, Sense::click());
        let touched = self.ui.interact(sign, id.with("sign"), Sense::HOVER | Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &name));
        let active = touched.hovered() || response.hovered() || response.has_focus();
        if active {
            self.output.hovered = Some(Pick::Node(index));
        }
        if response.clicked() || touched.clicked() {
            self.output.clicked = Some(Pick::Node(index));
        }
        if let Some((tag, rect)) = label {
            self.tag(tag, rect, node.colour, active || chosen);
        }
        if chosen {
            self.painter.circle_stroke(at, SYMBOL + 6.0, Stroke::new(2.0, node.colour));
        }
        signs::draw(&self.painter, node.sign, at, node.colour, self.p);
        theme::focus_ring(self.ui, &response, 6.0);
        active
    }

    fn tag(&self, tag: &Tag, rect: Rect, colour: Color32, active: bool) {
        signs::plate(&self.painter, rect, colour, active, self.p);
        let mut at = rect.min + vec2(7.0, 3.0);
        for galley in &tag.lines {
            self.painter.galley(at, Arc::clone(galley), self.p.ink);
            at.y += galley.size().y;
        }
    }
}

fn tag(lines: Vec<Arc<Galley>>) -> Tag {
    let width = lines.iter().map(|g| g.size().x).fold(0.0, f32::max);
    let height: f32 = lines.iter().map(|g| g.size().y).sum();
    Tag { lines, size: vec2(width + 14.0, height + 6.0) }
}

/// What is on its way has no label yet: it would have to run after it.
fn at_rest(node: &Node<'_>, content: &MapContent<'_>) -> bool {
    match node.spot {
        Spot::Along(line, part) => content.lines.get(line).is_none_or(|line| line.drawn >= part),
        _ => true,
    }
}

/// The place nearest to `part` of the way where a sign covers no other; beside `home` if there is no way.
fn clear_of(way: &[Pos2], part: f32, home: Pos2, signs: &[Pos2], inner: Rect) -> Pos2 {
    let free = |at: &Pos2| signs.iter().all(|other| other.distance(*at) >= APART - 2.0);
    let steps = || (0..=40_u8).map(|step| f32::from(step) / 40.0);
    let near = steps().flat_map(|off| [part - off, part + off]).filter(|part| (0.0..=1.0).contains(part));
    let on_way = near.filter_map(|part| lines::along(way, part)).find(&free);
    let around = || {
        let rings = [1.0, 1.6, 2.3, 3.1].into_iter();
        rings.flat_map(move |ring| {
            (0..16_u8).map(move |turn| {
                let angle = f32::from(turn) / 16.0 * std::f32::consts::TAU - 0.6;
                inner.clamp(home + Vec2::angled(angle) * ring * APART)
            })
        })
    };
    on_way.or_else(|| around().find(&free)).unwrap_or(home)
}
