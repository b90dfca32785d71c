//! The projector: what every seat may know, in letters that are read from the back row.

use super::column;
use crate::lang;
use crate::model::{Happened, LogEntry, VarKind};
use crate::seat::PublicView;
use crate::ui::cmd::Cmd;
use crate::ui::cx::Cx;
use crate::ui::theme;
use egui::{Label, RichText, Ui};

/// The smallest letters of the page.
pub(in crate::ui) const LEAST: f32 = 28.0;
/// Its headings.
const HEADING: f32 = 40.0;
/// Events that are shown.
const NEWS: usize = 5;

/// The page; `events` are those that every seat knows.
pub(in crate::ui) fn projector(ui: &mut Ui, cx: &Cx<'_>, view: &PublicView, events: &[LogEntry], out: &mut Vec<Cmd>) {
    let s = cx.s;
    column(ui, "projector", 1360.0, |ui| {
        let round = [("round", view.clock.round.into()), ("rounds", s.rounds.len().into())];
        let today = cx.with("clock-today", &[("date", cx.words.date(view.clock.today).into())]);
        large(ui, &format!("{} · {today}", cx.with("clock-round", &round)), LEAST);
        let stage = s.stage(view.clock.stage);
        large(ui, cx.text(&stage.title), HEADING);
        large(ui, cx.text(&stage.text), LEAST);
        let names: Vec<&str> = view.awaited.iter().map(|x| cx.seat(*x)).collect();
        if !names.is_empty() {
            large(ui, &cx.with("clock-waiting", &[("seats", cx.words.list(&names).into())]), LEAST);
        }
        large(ui, &cx.ui("projector-news"), HEADING);
        let told = |i: &usize| {
            let what = &events[*i].what;
            crate::report::notable(what) || matches!(what, Happened::Changed(..) | Happened::Held(..) | Happened::Offered(_))
        };
        let shown: Vec<usize> = (0..events.len()).filter(told).collect();
        for i in &shown[shown.len().saturating_sub(NEWS)..] {
            let say = lang::entry_after(s, &events[..*i], &events[*i]);
            large(ui, &format!("{}: {}", cx.words.date(events[*i].date), cx.say(&say)), LEAST);
        }
        let world = view.numbers.iter().filter(|(v, _)| s.var(*v).kind == VarKind::Meter && s.var(*v).owner.is_none());
        large(ui, &cx.ui("meters-heading"), HEADING);
        for (var, value) in world {
            large(ui, &format!("{}: {}", cx.var(*var), cx.value(*var, *value)), LEAST);
        }
        for offer in &view.offers {
            let offer = s.offer(*offer);
            let said = [("seat", cx.seat(offer.from).into()), ("offer", cx.text(&offer.act.title).into())];
            large(ui, &cx.with("text-offer-from", &said), LEAST);
        }
        if theme::primary_button(ui, &cx.ui("projector-leave")).clicked() {
            out.push(Cmd::Projector);
        }
    });
}

fn large(ui: &mut Ui, text: &str, size: f32) {
    if text.is_empty() {
        return;
    }
    let colour = theme::palette(ui).ink;
    ui.add(Label::new(RichText::new(text).size(size).color(colour)).wrap());
}
