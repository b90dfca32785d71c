//! The table: bar above, meters on the left, the desk in the middle, docket, map and log on the right.

mod bar;
mod docket;
mod duties;
mod law;
mod log;
mod meters;

pub(super) use docket::{holding, law_of};
pub(super) use duties::{required, tell};
pub(super) use law::requirement;
pub(super) use log::{beneath, line as log_line};

use super::cmd::Cmd;
use super::cx::Cx;
use super::desk::{self, Drafts};
use super::parts;
use super::picture::{self, Gallery};
use super::session::Session;
use super::theme;
use super::world::{self, World};
use crate::ui::theme::Follow;
use egui::{Frame, Margin, Panel, ScrollArea, Ui};

/// Below this width there is one column, and tabs for the rest.
const NARROW: f32 = 940.0;

/// Whether there is one column only.
pub(super) fn is_narrow(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() < NARROW
}

/// What the right column shows; in a narrow window, what the only column shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tab {
    Desk,
    Meters,
    #[default]
    Docket,
    Law,
    Map,
    Duties,
    Pictures,
    Log,
}

/// What a player has open on the table, and has begun but not yet planned.
#[derive(Default)]
pub(super) struct Desk {
    pub tab: Tab,
    pub narrow_tab: Option<Tab>,
    pub world: World,
    pub drafts: Drafts,
    pub log: log::Filter,
    pub law_on: Option<crate::model::Date>,
    pub gallery: Gallery,
}

impl Desk {
    /// A desk for another match or another person, after one with this number: read from its beginning.
    pub fn fresh(visit: u32) -> Self {
        Self { drafts: Drafts { visit: visit + 1, ..Drafts::default() }, ..Self::default() }
    }

    /// The plan is closed: what was begun is done with.
    pub fn closed(&mut self) {
        self.drafts = Drafts { visit: self.drafts.visit, ..Drafts::default() };
        self.narrow_tab = None;
    }

    /// Whether a card of the map is to be seen: Escape puts it away.
    pub fn has_card(&self) -> bool {
        self.narrow_tab.unwrap_or(self.tab) == Tab::Map && self.world.has_card()
    }
}

/// The table.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, session: &Session, desk: &mut Desk, out: &mut Vec<Cmd>) {
    let p = theme::palette(ui);
    let visit = desk.drafts.visit;
    let width = ui.available_width();
    let frame = |x: i8, y: i8| Frame::new().fill(p.panel).inner_margin(Margin::symmetric(x, y));
    // A low window keeps its height for what there is to read.
    let (bar, row) = if parts::low(ui) { (4, 2) } else { (10, 6) };
    Panel::top("bar").frame(frame(20, bar)).resizable(false).show(ui, |ui| bar::show(ui, cx, session, out));
    if desk::is_alone(session) {
        desk.tab = Tab::Docket;
        desk::show(ui, cx, session, &mut desk.drafts, out);
        return;
    }
    if is_narrow(ui) {
        desk.narrow_tab.get_or_insert(Tab::Desk);
        let tab = desk.narrow_tab.unwrap_or(Tab::Desk);
        Panel::top("tabs").frame(frame(20, row)).resizable(false).show(ui, |ui| {
            let all = [Tab::Desk, Tab::Meters, Tab::Docket, Tab::Law, Tab::Duties, Tab::Map, Tab::Pictures, Tab::Log];
            if let Some(chosen) = tabs(ui, cx, &all, tab) {
                desk.narrow_tab = Some(chosen);
            }
        });
        match tab {
            Tab::Desk => desk::show(ui, cx, session, &mut desk.drafts, out),
            tab => {
                let frame = Frame::new().fill(p.paper).inner_margin(Margin::symmetric(20, 12));
                egui::CentralPanel::default().frame(frame).show(ui, |ui| content(ui, cx, session, desk, tab));
            }
        }
        return;
    }
    desk.narrow_tab = None;
    // A picture needs the room of all that is not the way back.
    if desk.tab != Tab::Pictures {
        let side = (width * 0.235).clamp(244.0, 340.0);
        Panel::left("meters").frame(frame(16, 12)).resizable(false).exact_size(side).show(ui, |ui| {
            ScrollArea::vertical().id_salt(("meters", visit)).auto_shrink(false).follow(ui, |ui| meters::show(ui, cx, session));
        });
    }
    let side = (width * 0.26).clamp(262.0, 400.0);
    Panel::right("docket").frame(frame(16, 12)).resizable(false).exact_size(side).show(ui, |ui| {
        let tab = desk.tab;
        if let Some(chosen) = tabs(ui, cx, &[Tab::Docket, Tab::Law, Tab::Duties, Tab::Map, Tab::Pictures, Tab::Log], tab) {
            desk.tab = chosen;
        }
        content(ui, cx, session, desk, tab);
    });
    if desk.tab == Tab::Pictures {
        let frame = Frame::new().fill(p.paper).inner_margin(Margin::symmetric(16, 12));
        egui::CentralPanel::default().frame(frame).show(ui, |ui| pictures(ui, cx, session, &mut desk.gallery));
        return;
    }
    if desk.tab == Tab::Map {
        // A map needs room: it lies over the desk until another tab is chosen.
        egui::CentralPanel::default().frame(Frame::new().fill(p.paper)).show(ui, |ui| {
            world::map(ui, cx, session, &mut desk.world);
        });
        return;
    }
    desk::show(ui, cx, session, &mut desk.drafts, out);
}

/// The pictures of the match, as far as the seat may know it.
fn pictures(ui: &mut Ui, cx: &Cx<'_>, session: &Session, gallery: &mut Gallery) {
    let events = session.events();
    let asked = crate::picture::Asked { words: cx.words, level: cx.level, view: session.view(), events: &events, court: None };
    picture::gallery(ui, cx, &asked, gallery);
}

fn content(ui: &mut Ui, cx: &Cx<'_>, session: &Session, desk: &mut Desk, tab: Tab) {
    let visit = desk.drafts.visit;
    match tab {
        Tab::Map if desk.narrow_tab.is_some() => world::map(ui, cx, session, &mut desk.world),
        Tab::Pictures if desk.narrow_tab.is_some() => pictures(ui, cx, session, &mut desk.gallery),
        Tab::Pictures => {
            if theme::primary_button(ui, &cx.ui("window-back-to-desk")).clicked() {
                desk.tab = Tab::Docket;
            }
            ScrollArea::vertical().id_salt(("docket", visit)).auto_shrink(false).follow(ui, |ui| docket::show(ui, cx, session));
        }
        Tab::Map => {
            if theme::primary_button(ui, &cx.ui("window-back-to-desk")).clicked() {
                desk.tab = Tab::Docket;
            }
            let world = &mut desk.world;
            ScrollArea::vertical()
                .id_salt(("places", visit))
                .auto_shrink(false)
                .follow(ui, |ui| world::list(ui, cx, session, world));
        }
        Tab::Duties => {
            ScrollArea::vertical()
                .id_salt(("duties", visit))
                .auto_shrink(false)
                .follow(ui, |ui| duties::show(ui, cx, session.view()));
        }
        Tab::Log => log::show(ui, cx, session, &mut desk.log),
        Tab::Law => {
            let on = &mut desk.law_on;
            ScrollArea::vertical()
                .id_salt(("law", visit))
                .auto_shrink(false)
                .follow(ui, |ui| law::show(ui, cx, session.view(), on));
        }
        Tab::Meters => {
            ScrollArea::vertical().id_salt(("meters", visit)).auto_shrink(false).follow(ui, |ui| meters::show(ui, cx, session));
        }
        _ => {
            ScrollArea::vertical().id_salt(("docket", visit)).auto_shrink(false).follow(ui, |ui| docket::show(ui, cx, session));
        }
    }
}

/// Tabs, in as many rows as they need; says which was chosen.
fn tabs(ui: &mut Ui, cx: &Cx<'_>, all: &[Tab], shown: Tab) -> Option<Tab> {
    let mut chosen = None;
    let letter = ui.text_style_height(&egui::TextStyle::Button);
    let mut rows: Vec<Vec<(Tab, String)>> = vec![Vec::new()];
    let mut taken = 0.0;
    for tab in all {
        let key = match tab {
            Tab::Desk => "desk-heading",
            Tab::Meters => "meters-heading",
            Tab::Docket => "docket-heading",
            Tab::Law => "law-heading",
            Tab::Duties => "duties-heading",
            Tab::Map => "map-heading",
            Tab::Pictures => "pictures-heading",
            Tab::Log => "window-log",
        };
        let text = cx.ui(key);
        // Half a letter's height a letter, and the button's edges.
        let width = text.chars().map(|_| letter * 0.5).sum::<f32>() + letter * 1.9;
        if taken > 0.0 && taken + width > ui.available_width() {
            rows.push(Vec::new());
            taken = 0.0;
        }
        taken += width;
        if let Some(row) = rows.last_mut() {
            row.push((*tab, text));
        }
    }
    let low = parts::low(ui);
    let rows = if low { vec![rows.concat()] } else { rows };
    for row in rows {
        let draw = |ui: &mut Ui, chosen: &mut Option<Tab>| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                for (tab, text) in row {
                    if tab_button(ui, &text, tab == shown) {
                        *chosen = Some(tab);
                    }
                }
            });
        };
        if low {
            // One row that scrolls: the rest of a low window belongs to what the tab shows.
            ScrollArea::horizontal().id_salt("tabs").follow(ui, |ui| draw(ui, &mut chosen));
        } else {
            draw(ui, &mut chosen);
        }
    }
    chosen
}

fn tab_button(ui: &mut Ui, text: &str, on: bool) -> bool {
    let p = theme::palette(ui);
    let response = ui
        .scope(|ui| {
            if on {
                let inactive = &mut ui.visuals_mut().widgets.inactive;
                inactive.weak_bg_fill = p.sunken;
            }
            if on { theme::button(ui, text) } else { theme::quiet_button(ui, text) }
        })
        .inner;
    if on {
        let r = response.rect;
        ui.painter().hline(r.x_range().shrink(8.0), r.bottom() - 1.0, egui::Stroke::new(2.5, p.action));
    }
    response.widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::Button, true, on, text));
    if response.clicked() {
        response.scroll_to_me(None);
    }
    response.clicked()
}
