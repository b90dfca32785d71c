//! What everybody may know, as text.

use super::{Page, Voice, pages};
use crate::lang;
use crate::model::{Happened, LogEntry, VarKind};
use crate::seat::PublicView;

/// Entries of the log that are shown.
const NEWS: usize = 8;

/// What a class may see: `events` are those that every seat knows.
#[must_use]
pub fn public(view: &PublicView, events: &[&LogEntry], voice: Voice<'_>) -> Page {
    let (s, at) = (&view.scenario, voice.level);
    let ui = |key: &str| voice.words.ui(key);
    let mut page = Page::new();
    page.heading(&ui("projector-heading"));
    let round = [("round", view.clock.round.into()), ("rounds", s.rounds.len().into())];
    page.line(0, &voice.words.ui_with("clock-round", &round));
    page.line(0, &voice.words.ui_with("clock-today", &[("date", voice.words.date(view.clock.today).into())]));
    let stage = s.stage(view.clock.stage);
    page.heading(stage.title.at(at));
    pages::illustration(&mut page, s, s.picture_at(view.clock.stage), voice);
    page.line(0, stage.text.at(at));
    let names: Vec<&str> = view.awaited.iter().map(|x| s.seats[x.ix()].name.at(at)).collect();
    if !names.is_empty() {
        page.line(0, &voice.words.ui_with("clock-waiting", &[("seats", voice.words.list(&names).into())]));
    }
    for (decision, options) in view.asked.iter().map(|(d, options)| (s.decision(*d), options)) {
        page.blank().line(0, &format!("{}: {}", s.seats[decision.seat.ix()].name.at(at), decision.title.at(at)));
        for (letter, option) in ('A'..='Z').zip(options) {
            page.hang(&format!("  {letter}  "), decision.options[usize::from(*option)].act.title.at(at));
        }
    }
    let world = view.numbers.iter().filter(|(v, _)| s.var(*v).kind == VarKind::Meter && s.var(*v).owner.is_none());
    page.heading(&ui("meters-heading"));
    page.table(2, &world.map(|(v, n)| vec![s.var(*v).title.at(at).to_owned(), n.to_string()]).collect::<Vec<_>>());
    for offer in &view.offers {
        let offer = s.offer(*offer);
        let said = [("seat", s.seats[offer.from.ix()].name.at(at).into()), ("offer", offer.act.title.at(at).into())];
        page.line(0, &voice.words.ui_with("text-offer-from", &said));
    }
    page.heading(&ui("projector-news"));
    let log: Vec<LogEntry> = events.iter().map(|e| (*e).clone()).collect();
    let shown: Vec<usize> = (0..log.len()).filter(|i| told(&log[*i].what)).collect();
    for i in &shown[shown.len().saturating_sub(NEWS)..] {
        let say = lang::entry_after(s, &log[..*i], &log[*i]);
        page.hang(&format!("  {}  ", log[*i].date), &voice.words.say(s, at, &say));
    }
    page
}

/// What is worth a line where few lines fit.
fn told(what: &Happened) -> bool {
    crate::report::notable(what) || matches!(what, Happened::Changed(..) | Happened::Held(..) | Happened::Offered(_))
}
