//! The author's view: the procedure of the open scenario, and which way many matches of bots went.

use super::Author;
use crate::model::Scenario;
use crate::picture::{Picture, procedure};
use crate::play::Passages;
use crate::sim::{Seats, passages};
use crate::ui::cmd::{Cmd, Page};
use crate::ui::cx::Cx;
use crate::ui::parts::soft;
use crate::ui::picture;
use crate::ui::theme::{self, Follow};
use egui::{CentralPanel, Frame, Margin, ScrollArea, Ui};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

/// Matches that are played for it.
const GAMES: usize = 300;

/// Counts of a scenario, once its matches are played.
#[derive(Default)]
pub(in crate::ui) struct Procedure {
    running: Option<Receiver<Passages>>,
    counts: Option<(String, Passages)>,
    in_words: bool,
}

impl Procedure {
    /// Lets bots play, unless this very scenario was played already.
    pub fn play(&mut self, s: &Arc<Scenario>, again: bool, wake: impl Fn() + Send + 'static) {
        let fresh = self.counts.as_ref().is_some_and(|(hash, _)| *hash == s.hash);
        if self.running.is_some() || (fresh && !again) {
            return;
        }
        self.counts = None;
        let (tell, hear) = channel();
        let scenario = Arc::clone(s);
        let work = move || {
            if let Ok(seats) = Seats::parse(&scenario, "random") {
                // Nobody listens once the window is closed.
                let _left = tell.send(passages(&scenario, &seats, GAMES, 1, || ()));
            }
            wake();
        };
        self.running = std::thread::Builder::new().name("procedure".into()).spawn(work).is_ok().then_some(hear);
    }

    fn look(&mut self, s: &Scenario) {
        if let Some(counts) = self.running.as_ref().and_then(|hear| hear.try_recv().ok()) {
            self.counts = Some((s.hash.clone(), counts));
            self.running = None;
        }
    }
}

/// The page.
pub(in crate::ui) fn page(ui: &mut Ui, cx: &Cx<'_>, s: &Arc<Scenario>, author: &mut Author, out: &mut Vec<Cmd>) {
    let wake = ui.ctx().clone();
    author.procedure.play(s, false, move || wake.request_repaint());
    author.procedure.look(s);
    let frame = Frame::new().fill(theme::palette(ui).paper).inner_margin(Margin::symmetric(20, 12));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        let state = &mut author.procedure;
        ui.horizontal_wrapped(|ui| {
            if theme::primary_button(ui, &cx.ui("window-back-to-desk")).clicked() {
                out.push(Cmd::Go(Page::Table));
            }
            if theme::button(ui, &cx.ui("author-again")).clicked() {
                let wake = ui.ctx().clone();
                state.play(s, true, move || wake.request_repaint());
            }
            ui.checkbox(&mut state.in_words, cx.ui("picture-in-words"));
        });
        let Some((_, counts)) = &state.counts else {
            soft(ui, &cx.with("author-procedure-running", &[("count", GAMES.into())]));
            ui.spinner();
            return;
        };
        let drawn: Picture = procedure(s, cx.words, cx.level, counts, ui.available_width() - 16.0);
        ScrollArea::both().id_salt("procedure").auto_shrink(false).follow(ui, |ui| {
            if state.in_words {
                picture::words(ui, &drawn);
            } else {
                picture::show(ui, &drawn, 1.0);
            }
        });
    });
}
