//! The map of a match: where the data, the company and the courts are, which law is in play, what is demanded of whom, which
//! duties clash, who says that its orders count abroad. Each thing can be chosen and has a card; all of it is there as a list.
//!
//! | File | Its part |
//! |---|---|
//! | `thing` | what there is, with its words |
//! | `chart`, `ground` | where it stands on the map, and where that is on Earth |
//! | `news` | what is new since the player last looked, and how far it has come |
//! | `card` | a thing's card |
//! | `list` | all things as a list |

mod card;
mod chart;
mod ground;
mod list;
mod news;
#[cfg(test)]
mod tests;
mod thing;

use super::cx::Cx;
use super::map::{MapContent, MapWidget, Pick};
use super::parts::pill;
use super::session::Session;
use super::theme::{self, Follow};
use chart::Chart;
use egui::{Frame, Id, Rect, ScrollArea, Ui, UiBuilder, vec2};
use news::News;
use thing::Thing;

/// Below this width a card takes the place of the map.
const NARROW: f32 = 600.0;
/// Below this height the map scrolls.
const LOW: f32 = 300.0;

/// What a player has done with the map.
#[derive(Default)]
pub(super) struct World {
    map: MapWidget,
    news: News,
    open: Option<Open>,
    as_list: bool,
    /// What the keyboard's focus goes back to once it is drawn again.
    back: Option<Id>,
}

/// A card that is open.
struct Open {
    thing: Thing,
    /// Whether it lies on the left.
    left: bool,
    /// What had the keyboard's focus before.
    back: Option<Id>,
    /// Whether the focus has yet to come to it.
    fresh: bool,
}

impl World {
    /// Closes the card, if one is open; the keyboard goes back to where it was.
    pub(super) fn close(&mut self) {
        self.back = self.open.take().and_then(|open| open.back);
    }

    fn choose(&mut self, ui: &Ui, thing: Thing, left: Option<bool>) {
        let before = self.open.take();
        let back = before.as_ref().map_or_else(|| ui.memory(egui::Memory::focused), |open| open.back);
        let left = left.or(before.map(|open| open.left)).unwrap_or(false);
        self.open = Some(Open { thing, left, back, fresh: true });
    }

    /// Whether a card is open.
    pub(super) fn has_card(&self) -> bool {
        self.open.is_some()
    }
}

/// The map with what belongs to it, as large as there is room; in a low window it scrolls.
pub(super) fn map(ui: &mut Ui, cx: &Cx<'_>, session: &Session, world: &mut World) {
    world.news.hear(ui, session);
    let chart = Chart::draw(theme::palette(ui), cx, session.view(), &world.news);
    if world.open.as_ref().is_some_and(|open| !chart.has(open.thing)) {
        // It is gone from the match; so is its card.
        world.close();
    }
    let back = world.back.take();
    let high = ui.available_height();
    if high >= LOW {
        whole(ui, cx, session, &chart, high, world);
    } else {
        let id = if world.as_list { "map-low-list" } else { "map-low" };
        ScrollArea::vertical().id_salt(id).auto_shrink(false).follow(ui, |ui| whole(ui, cx, session, &chart, LOW, world));
    }
    // A screen reader must not be sent to what is not there.
    if let Some(back) = back.filter(|back| ui.ctx().viewport(|v| v.this_pass.widgets.contains(*back))) {
        ui.memory_mut(|memory| memory.request_focus(back));
    }
}

/// Tools, then the map or the list, in so much height.
fn whole(ui: &mut Ui, cx: &Cx<'_>, session: &Session, chart: &Chart, high: f32, world: &mut World) {
    let top = ui.cursor().top();
    tools(ui, cx, chart, world);
    // Something wider than the window must not push the map out of it.
    let wide = ui.available_width().min(ui.clip_rect().right() - ui.cursor().left());
    let room = Rect::from_min_size(ui.cursor().min, vec2(wide, high - (ui.cursor().top() - top)));
    if world.as_list && world.open.is_none() {
        let mut inside = ui.new_child(UiBuilder::new().max_rect(room.shrink2(vec2(12.0, 0.0))));
        ScrollArea::vertical().id_salt("map-list").auto_shrink(false).follow(&mut inside, |ui| {
            if let Some(thing) = list::show(ui, cx, session.view(), chart) {
                world.choose(ui, thing, None);
            }
        });
        ui.advance_cursor_after_rect(room);
        return;
    }
    // A card has its own room: nothing on the map may hide under it.
    let (land, beside) = match &world.open {
        Some(_) if world.as_list || room.width() < NARROW => (None, Some(room)),
        Some(open) => {
            let width = (room.width() * 0.42).clamp(280.0, 420.0);
            let (left, right) = room.split_left_right_at_x(if open.left { room.left() + width } else { room.right() - width });
            if open.left { (Some(right), Some(left)) } else { (Some(left), Some(right)) }
        }
        None => (Some(room), None),
    };
    if let Some(land) = land {
        picture(ui, cx, chart, land, world);
    }
    if let Some(beside) = beside {
        ui.scope_builder(UiBuilder::new().max_rect(beside.shrink(8.0)), |ui| card(ui, cx, session, chart, world));
    }
    ui.advance_cursor_after_rect(room);
}

/// The same things as a list; a press opens the card over the map.
pub(super) fn list(ui: &mut Ui, cx: &Cx<'_>, session: &Session, world: &mut World) {
    let chart = Chart::draw(theme::palette(ui), cx, session.view(), &world.news);
    if let Some(thing) = list::show(ui, cx, session.view(), &chart) {
        world.choose(ui, thing, None);
    }
}

/// What stands above the map: the list, and what is not at one place.
fn tools(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart, world: &mut World) {
    let p = theme::palette(ui);
    Frame::new().inner_margin(vec2(12.0, 6.0)).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            if pill(ui, world.as_list, &cx.ui("map-as-list"), p.focus).clicked() {
                world.as_list = !world.as_list;
                world.open = None;
            }
            if let Some(words) = chart.reach(cx) {
                let on = world.open.as_ref().is_some_and(|open| open.thing == Thing::Reach);
                if pill(ui, on, &words, p.warn).clicked() {
                    world.choose(ui, Thing::Reach, None);
                }
            }
        });
    });
}

fn picture(ui: &mut Ui, cx: &Cx<'_>, chart: &Chart, room: Rect, world: &mut World) {
    let name = cx.ui("map-ground");
    let buttons = ["window-map-closer", "window-map-farther", "window-map-whole", "map-world"].map(|key| cx.ui(key));
    let nodes = chart.nodes();
    let content = MapContent {
        name: &name,
        bounds: chart.bounds,
        land: chart.land,
        highlights: &chart.highlights,
        nodes: &nodes,
        lines: &chart.lines,
        chosen: world.open.as_ref().and_then(|open| chart.position(open.thing)),
        buttons: [&buttons[0], &buttons[1], &buttons[2], &buttons[3]],
    };
    let out = world.map.show(ui, room, &content);
    let chosen = match out.clicked {
        Some(Pick::Node(at)) => Some(chart.thing(at)),
        Some(Pick::Country(code)) => chart.order_of(code),
        None => None,
    };
    if let Some(thing) = chosen {
        let pointed = ui.input(|i| i.pointer.interact_pos()).filter(|_| ui.input(|i| i.pointer.any_click()));
        world.choose(ui, thing, pointed.map(|at| at.x > room.center().x));
    }
    if let Some(Pick::Country(code)) = out.hovered
        && chart.order_of(code).is_none()
    {
        strip(ui, room, &cx.ui("map-no-law"));
    }
}

/// A line at the lower edge of the map.
fn strip(ui: &Ui, room: Rect, text: &str) {
    let p = theme::palette(ui);
    let font = egui::FontId::proportional(theme::Theme::get().sizes.small);
    let galley = ui.painter().layout(text.to_owned(), font, p.ink, room.width() - 90.0);
    let at = room.left_bottom() + vec2(14.0, -galley.size().y - 12.0);
    let plate = Rect::from_min_size(at, galley.size()).expand2(vec2(10.0, 5.0));
    ui.painter().rect(plate, 8.0, p.card, egui::Stroke::new(1.0, p.line), egui::StrokeKind::Inside);
    ui.painter().galley(at, galley, p.ink);
}

/// The open card.
fn card(ui: &mut Ui, cx: &Cx<'_>, session: &Session, chart: &Chart, world: &mut World) {
    let Some(open) = &mut world.open else { return };
    let fresh = std::mem::take(&mut open.fresh);
    match card::show(ui, cx, session, chart, open.thing, fresh) {
        Some(card::Ask::Close) => {
            world.close();
            ui.ctx().request_repaint();
        }
        Some(card::Ask::Open(thing)) => world.choose(ui, thing, None),
        None => {}
    }
}
