//! A picture in the window: drawn with the painter, each spot of it a widget of its own that keyboard and screen reader reach.

use super::cx::Cx;
use super::files;
use super::parts::{caption, pill, prose, soft, strip, strong};
use super::theme::{self, Palette};
use crate::html::svg::{Tokens, svg};
use crate::model::{CourtIx, Happened};
use crate::picture::{self, Align, Asked, Dash, Fill, Form, Frame, Kind, Pen, Picture, Point, Sign, Target, Token};
use crate::seat::{Question, dockets};
use crate::ui::theme::Follow;
use egui::{
    Color32, FontFamily, FontId, Pos2, Rect, ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType,
};

/// What a reader has chosen to look at.
#[derive(Clone, Debug)]
pub(super) struct Gallery {
    kind: Kind,
    zoom: f32,
    in_words: bool,
    court: Option<CourtIx>,
    /// What was pointed at last: what it says, and what is behind it.
    picked: Option<(String, Vec<String>, Option<Target>)>,
    saved: Option<String>,
}

impl Default for Gallery {
    fn default() -> Self {
        Self { kind: Kind::default(), zoom: 1.0, in_words: false, court: None, picked: None, saved: None }
    }
}

/// The pictures, with what chooses and keeps them.
pub(super) fn gallery(ui: &mut Ui, cx: &Cx<'_>, asked: &Asked<'_>, state: &mut Gallery) {
    strip(ui, "pictures", |ui| {
        let p = theme::palette(ui);
        for kind in Kind::ALL {
            if pill(ui, state.kind == kind, &cx.ui(kind.title()), p.focus).clicked() && state.kind != kind {
                *state = Gallery { kind, zoom: state.zoom, in_words: state.in_words, ..Gallery::default() };
            }
        }
        if pill(ui, state.in_words, &cx.ui("picture-in-words"), p.focus).clicked() {
            state.in_words = !state.in_words;
        }
        for (key, factor) in [("picture-closer", 1.25), ("picture-farther", 0.8)] {
            if theme::button(ui, &cx.ui(key)).clicked() {
                state.zoom = (state.zoom * factor).clamp(0.5, 3.0);
            }
        }
        if theme::button(ui, &cx.ui("picture-save")).clicked() {
            let picture = picture::draw(state.kind, asked, picture::USUAL);
            state.saved = Some(save(cx, state.kind, &picture));
        }
    });
    let asked = &Asked { court: state.court, ..*asked };
    if state.kind == Kind::Law {
        readers(ui, cx, asked, &mut state.court);
    }
    if let Some(saved) = &state.saved {
        caption(ui, saved);
    }
    let picture = picture::draw(state.kind, asked, ui.available_width());
    if state.in_words {
        ScrollArea::vertical().id_salt("words").auto_shrink(false).follow(ui, |ui| words(ui, &picture));
        return;
    }
    if let Some((label, detail, target)) = state.picked.clone() {
        theme::card(ui, |ui| behind(ui, cx, asked, &label, &detail, target));
    }
    ScrollArea::both().id_salt("picture").auto_shrink(false).follow(ui, |ui| {
        if let Some(at) = show(ui, &picture, state.zoom) {
            let spot = &picture.spots[at];
            state.picked = Some((spot.label.clone(), spot.detail.clone(), spot.target));
        }
    });
}

/// Whose eyes the precedents are read with.
fn readers(ui: &mut Ui, cx: &Cx<'_>, asked: &Asked<'_>, chosen: &mut Option<CourtIx>) {
    let mut courts: Vec<CourtIx> = dockets(cx.s).into_iter().map(|(_, court)| court).collect();
    courts.sort_unstable();
    courts.dedup();
    let sitting = cx.ui("picture-sitting-court");
    let name = |court: Option<CourtIx>| court.map_or(sitting.as_str(), |c| cx.s.law.court(c).name.as_str());
    ui.horizontal(|ui| {
        caption(ui, &cx.ui("picture-read-by"));
        let width = ui.available_width().min(420.0);
        let combo = egui::ComboBox::from_id_salt("reader").width(width).truncate().selected_text(name(asked.court));
        let shown = combo.show_ui(ui, |ui| {
            for court in std::iter::once(None).chain(courts.into_iter().map(Some)) {
                ui.selectable_value(chosen, court, name(court));
            }
        });
        let label = format!("{}: {}", cx.ui("picture-read-by"), name(asked.court));
        shown.response.widget_info(|| WidgetInfo::labeled(WidgetType::ComboBox, true, &label));
    });
}

/// The pictures as a part of a longer page: in a window of their own height, with what was chosen kept by the page.
pub(super) fn in_page(ui: &mut Ui, cx: &Cx<'_>, asked: &Asked<'_>) {
    let id = ui.id().with("gallery");
    let mut state = ui.data(|d| d.get_temp::<Gallery>(id)).unwrap_or_default();
    let room = Vec2::new(ui.available_width(), 640.0);
    ui.allocate_ui(room, |ui| {
        ui.set_max_height(room.y);
        gallery(ui, cx, asked, &mut state);
    });
    ui.data_mut(|d| d.insert_temp(id, state));
}

/// A picture in words.
pub(super) fn words(ui: &mut Ui, picture: &Picture) {
    strong(ui, &picture.title);
    for line in &picture.description {
        prose(ui, line);
    }
}

/// What is behind a spot: what it says, and where that comes from.
fn behind(ui: &mut Ui, cx: &Cx<'_>, asked: &Asked<'_>, label: &str, detail: &[String], target: Option<Target>) {
    strong(ui, label);
    for line in detail {
        caption(ui, line);
    }
    match target {
        Some(Target::Entry(number)) => {
            // What changed with it stands next to it in the log, each change with its cause.
            let at = asked.events.iter().position(|(n, _)| *n == number);
            let after = at.map_or(&asked.events[..0], |at| &asked.events[at + 1..]);
            let changes = after.iter().take_while(|(_, e)| matches!(e.what, Happened::Changed(..)));
            for (_, e) in changes.take(8) {
                caption(ui, &cx.say(&crate::lang::entry(cx.s, e)));
            }
        }
        Some(Target::Precedent(ix)) => {
            let p = cx.s.law.precedent(ix);
            soft(ui, &p.holding);
            super::parts::source(ui, cx, &p.citation);
        }
        Some(Target::Norm(ix)) => {
            let norm = cx.s.law.norm(ix);
            soft(ui, &norm.what);
            super::parts::source(ui, cx, &norm.citation);
        }
        Some(Target::Number(var)) => soft(ui, cx.text(&cx.s.var(var).about)),
        Some(Target::Holding(..)) | None => {}
    }
    if let Some(question) = target.and_then(|target| question(asked, target)) {
        super::why::link(ui, cx, label, question);
    }
}

/// What may be asked about what is behind a spot.
fn question(asked: &Asked<'_>, target: Target) -> Option<Question> {
    let position = |of: &dyn Fn(&(usize, &crate::model::LogEntry)) -> bool| asked.events.iter().position(of).map(Question::Entry);
    match target {
        Target::Entry(number) => position(&|(n, _)| *n == number),
        Target::Holding(case, court) => {
            position(&|(_, e)| matches!(e.what, Happened::Held(c, by, ..) if (c, by) == (case, court)))
        }
        Target::Number(var) => Some(Question::Number(var)),
        Target::Precedent(_) | Target::Norm(_) => None,
    }
}

/// Keeps a picture where reports are kept; says where, or why not.
fn save(cx: &Cx<'_>, kind: Kind, picture: &Picture) -> String {
    let failed = |why: String| cx.with("save-failed", &[("reason", why.into())]);
    let Some(tokens) = Tokens::shipped() else { return failed("theme".to_owned()) };
    let Some(path) = files::page(&cx.s.id, kind.id(), "svg") else { return cx.ui("text-no-folder") };
    match files::write(&path, &svg(picture, tokens)) {
        Ok(()) => cx.with("picture-saved", &[("path", path.display().to_string().into())]),
        Err(e) => failed(e.to_string()),
    }
}

/// Draws a picture; says which spot was chosen.
pub(super) fn show(ui: &mut Ui, picture: &Picture, zoom: f32) -> Option<usize> {
    let size = Vec2::new(picture.size.x, picture.size.y) * zoom;
    let (rect, ground) = ui.allocate_exact_size(size, Sense::hover());
    ground.widget_info(|| {
        WidgetInfo::labeled(WidgetType::Image, true, format!("{}. {}", picture.title, picture.description.join(" ")))
    });
    let pen = Brush { origin: rect.min, zoom, p: theme::palette(ui) };
    for mark in &picture.marks {
        pen.mark(ui, mark);
    }
    let mut chosen = None;
    for (i, spot) in picture.spots.iter().enumerate() {
        let frame = pen.frame(&spot.frame);
        let response = ui.interact(frame, ground.id.with(i), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &spot.label));
        if response.hovered() {
            let edge = Stroke::new(1.0, pen.p.outline);
            ui.painter().rect_stroke(frame, 4.0, edge, StrokeKind::Outside);
        }
        theme::focus_ring(ui, &response, 4.0);
        if response.gained_focus() {
            ui.scroll_to_rect(frame.expand(20.0), None);
        }
        if response.clicked() {
            chosen = Some(i);
        }
        response.on_hover_ui(|ui| {
            ui.set_max_width(360.0);
            prose(ui, &spot.label);
            spot.detail.iter().for_each(|line| caption(ui, line));
        });
    }
    chosen
}

/// From the measures of a picture to those of the screen.
struct Brush {
    origin: Pos2,
    zoom: f32,
    p: &'static Palette,
}

impl Brush {
    fn at(&self, p: Point) -> Pos2 {
        self.origin + Vec2::new(p.x, p.y) * self.zoom
    }

    fn frame(&self, f: &Frame) -> Rect {
        Rect::from_min_size(self.at(Point { x: f.x, y: f.y }), Vec2::new(f.w, f.h) * self.zoom)
    }

    fn colour(&self, token: Token) -> Color32 {
        let p = self.p;
        match token {
            Token::Ink => p.ink,
            Token::Soft => p.ink_soft,
            Token::Line => p.line,
            Token::Outline => p.outline,
            Token::Paper => p.paper,
            Token::Card => p.card,
            Token::Sunken => p.sunken,
            Token::Provider => p.provider,
            Token::Government => p.government,
            Token::Court => p.court,
            Token::Good => p.good,
            Token::Bad => p.bad,
            Token::Warn => p.warn,
        }
    }

    fn fill(&self, fill: Option<Fill>) -> Color32 {
        match fill {
            None => Color32::TRANSPARENT,
            Some(Fill::Full(t)) => self.colour(t),
            Some(Fill::Wash(t)) => self.p.wash(self.colour(t)),
        }
    }

    fn stroke(&self, pen: Option<Pen>) -> Stroke {
        pen.map_or(Stroke::NONE, |pen| Stroke::new(pen.width * self.zoom, self.colour(pen.token)))
    }

    fn mark(&self, ui: &Ui, mark: &Form) {
        let painter = ui.painter();
        match mark {
            Form::Path { points, pen, arrow } => {
                let way: Vec<Pos2> = points.iter().map(|p| self.at(*p)).collect();
                self.line(ui, &way, *pen);
                if *arrow {
                    let head = picture::arrowhead(points, pen.width).into_iter().map(|p| self.at(p)).collect();
                    painter.add(Shape::convex_polygon(head, self.colour(pen.token), Stroke::NONE));
                }
            }
            Form::Box { frame, round, fill, pen } => {
                let rect = self.frame(frame);
                painter.rect(rect, *round * self.zoom, self.fill(*fill), Stroke::NONE, StrokeKind::Inside);
                if let Some(pen) = pen {
                    let (a, b, c, d) = (rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom());
                    if pen.dash == Dash::Solid {
                        painter.rect_stroke(rect, *round * self.zoom, self.stroke(Some(*pen)), StrokeKind::Middle);
                    } else {
                        self.line(ui, &[a, b, c, d, a], *pen);
                    }
                }
            }
            Form::Sign { sign, at, radius, fill, pen } => {
                if *sign == Sign::Circle {
                    painter.circle(self.at(*at), *radius * self.zoom, self.fill(*fill), self.stroke(*pen));
                    return;
                }
                for outline in sign.outline(*at, *radius) {
                    let mut way: Vec<Pos2> = outline.into_iter().map(|p| self.at(p)).collect();
                    if *sign != Sign::Cross {
                        painter.add(Shape::convex_polygon(way.clone(), self.fill(*fill), Stroke::NONE));
                        way.extend(way.first().copied());
                    }
                    if let Some(pen) = pen {
                        self.line(ui, &way, *pen);
                    }
                }
            }
            Form::Text { lines, frame, size, strong, align, token } => {
                let family = if *strong { FontFamily::Name(theme::STRONG.into()) } else { FontFamily::Proportional };
                let font = FontId::new(size * self.zoom, family);
                let rect = self.frame(frame);
                let (x, anchor) = match align {
                    Align::Start => (rect.left(), egui::Align2::LEFT_TOP),
                    Align::Middle => (rect.center().x, egui::Align2::CENTER_TOP),
                    Align::End => (rect.right(), egui::Align2::RIGHT_TOP),
                };
                let mut y = rect.top();
                for line in lines {
                    painter.text(Pos2::new(x, y), anchor, line, font.clone(), self.colour(*token));
                    y += size * picture::LINE * self.zoom;
                }
            }
        }
    }

    fn line(&self, ui: &Ui, way: &[Pos2], pen: Pen) {
        let stroke = self.stroke(Some(pen));
        match pen.dash {
            Dash::Solid => {
                ui.painter().add(Shape::line(way.to_vec(), stroke));
            }
            Dash::Dashed => {
                ui.painter().extend(Shape::dashed_line(way, stroke, 7.0 * self.zoom, 5.0 * self.zoom));
            }
            Dash::Dotted => {
                ui.painter().extend(Shape::dotted_line(way, stroke.color, 4.0 * self.zoom, pen.width * self.zoom * 0.6));
            }
        }
    }
}

#[cfg(test)]
mod tests;
