//! The law by day: what binds each court of the docket, what it may read, what is gone.

use super::{Page, Voice};
use crate::lang;
use crate::model::{Arg, Date, Happened, Say};
use crate::seat::{LawInPlay, Reach, Reading, SeatView, borders_says, dockets};

/// What the law is on a day, as each court that may come to decide has to read it.
#[must_use]
pub fn law(view: &SeatView, day: Option<Date>, voice: Voice<'_>) -> Page {
    let s = &*view.scenario;
    let say = |say: &Say| voice.words.say(s, voice.level, say);
    // What is decided today binds from tomorrow.
    let on = day.unwrap_or_else(|| view.clock.today.plus(1));
    let shown = day.unwrap_or(view.clock.today);
    let mut page = Page::new();
    page.heading(&voice.words.ui_with("law-on", &[("date", voice.words.date(shown).into())]));
    page.line(0, &voice.words.ui("law-about"));
    let law = LawInPlay::seen(view);
    for (case, court) in dockets(s) {
        let question = s.cases[case.ix()].question;
        let head = Say::new("law-case-court").with("case", Arg::Case(case)).with("court", Arg::Court(court));
        page.blank().line(0, &say(&head));
        let facts = s.record(case, &view.numbers, None);
        if let Happened::Constraint { requires, holdings, apart, nearest, .. } =
            law.requirement(case, question, court, &facts, on)
        {
            page.hang("  → ", &say(&lang::law::requirement(requires, &holdings, &apart, nearest)));
        }
        let readings = law.readings(&s.law, court, question, &facts, on);
        for r in &readings {
            page.hang("  · ", &format!("{}: {}", reach(r, voice), say(&reading(r, voice))));
            if let Some(weighs) = r.weighs() {
                page.hang("      ", &say(&weighs));
            }
        }
        if readings.is_empty() {
            page.line(2, &voice.words.ui("law-nothing"));
        }
    }
    borders(view, voice, &mut page);
    page
}

/// Who says that its orders count abroad, how it came to it, and who would follow.
fn borders(view: &SeatView, voice: Voice<'_>, page: &mut Page) {
    let s = &*view.scenario;
    if s.states.is_empty() {
        return;
    }
    page.heading(&voice.words.ui("borders-heading"));
    for line in borders_says(s, &view.numbers) {
        page.hang("  · ", &voice.words.say(s, voice.level, &line));
    }
}

fn reach(r: &Reading, voice: Voice<'_>) -> String {
    match r.reach {
        Reach::Binds(_) => voice.words.ui("law-binds"),
        Reach::Persuades => voice.words.ui("law-persuades"),
        Reach::Gone(standing) => {
            voice.words.ui_with("law-gone", &[("status", voice.words.ui(lang::law::standing(standing)).into())])
        }
    }
}

fn reading(r: &Reading, voice: Voice<'_>) -> Say {
    Say::new("law-reading")
        .with("holding", Arg::Say(Box::new(lang::law::authority(r.authority))))
        .with("date", Arg::Verbatim(voice.words.date(r.decided_on)))
        .with("side", Arg::Side(r.side))
        .with("reason", Arg::Factors(r.reason.iter().collect()))
}
