//! Help at the desk, in three steps: what to look at, what to weigh, what a careful player would do.

use crate::bots;
use crate::learn::{Strength, hint};
use crate::seat::SeatView;
use crate::seat::Told;
use crate::ui::cx::Cx;
use crate::ui::parts::{prose, set_in, soft};
use crate::ui::theme;
use egui::{Align, Key, Modifiers, Ui};

/// The moment a hint is about: round, beat, pass, seat, and how much is planned.
type Moment = (u8, u8, u8, u16, usize);

/// The hint that is open.
#[derive(Default)]
pub(in crate::ui) struct Hinted {
    moment: Option<Moment>,
    /// Steps taken, none to three.
    steps: Vec<(Strength, Vec<Told>)>,
    /// Whether the last step is to be brought into sight.
    fresh: bool,
}

impl Hinted {
    fn next(&mut self, view: &SeatView, guided: bool) {
        let Some(strength) = Strength::ALL.get(self.steps.len()).copied() else {
            self.steps.clear();
            return;
        };
        let play = (strength == Strength::Suggest).then(|| bots::named("cautious", 0)).flatten().map(|mut b| b.play(view));
        let advice = play.as_ref().map(|p| (&p.action, &p.because));
        self.steps.push((strength, hint(view, strength, advice, guided)));
        self.fresh = true;
    }
}

/// The button, its key, and what was asked for so far.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, guided: bool, hinted: &mut Hinted) {
    let moment = (view.clock.round, view.clock.beat as u8, view.clock.pass, view.seat.0, view.plan.len());
    if hinted.moment != Some(moment) {
        *hinted = Hinted { moment: Some(moment), ..Hinted::default() };
    }
    let key = !ui.ctx().egui_wants_keyboard_input() && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::H));
    let more = |ui: &mut Ui, steps: usize| {
        let key = ["desk-hint", "hint-more", "hint-more", "hint-less"][steps.min(3)];
        theme::button(ui, &cx.ui(key)).clicked()
    };
    let steps = hinted.steps.len();
    let pressed = if steps == 0 {
        more(ui, 0)
    } else {
        theme::card(ui, |ui| {
            for (i, (strength, told)) in hinted.steps.iter().enumerate() {
                let heading = theme::heading(ui, &cx.ui(strength.key()));
                if i + 1 == steps && hinted.fresh {
                    heading.scroll_to_me(Some(Align::TOP));
                }
                for line in told {
                    let text = cx.say(&line.say);
                    if line.depth == 0 { prose(ui, &format!("• {text}")) } else { set_in(ui, 16.0, |ui| soft(ui, &text)) }
                }
                ui.add_space(4.0);
            }
            more(ui, steps)
        })
        .inner
    };
    hinted.fresh = false;
    if pressed || key {
        hinted.next(view, guided);
    }
}
