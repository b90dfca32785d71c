//! Cases and what the law makes of them, instruments, data, holdings, calendar.

use crate::lang;
use crate::model::{CaseIx, DataKind, InstrumentStatus, Side};
use crate::seat::{Held, Question, SeatView, judgment};
use crate::ui::cx::Cx;
use crate::ui::parts::{caption, prose, row, soft, strong, tinted};
use crate::ui::session::Session;
use crate::ui::{terms, theme, why};
use egui::Ui;

/// The docket.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, session: &Session) {
    let view = session.view();
    cases(ui, cx, view, 0..1);
    instruments(ui, cx, view);
    items(ui, cx, view);
    theme::section(ui, &cx.ui("docket-holdings"), |ui| {
        if view.holdings.is_empty() {
            soft(ui, &cx.ui("docket-no-holdings"));
        }
        for held in view.holdings.iter().rev() {
            holding(ui, cx, held);
        }
    });
    cases(ui, cx, view, 1..cx.s.cases.len());
    calendar(ui, cx, view);
}

/// A side from a number: 1, −1, or none.
fn side_of(n: i16) -> Option<Side> {
    match n.signum() {
        1 => Some(Side::Compel),
        -1 => Some(Side::Resist),
        _ => None,
    }
}

/// What the law makes of a case, in one or two lines.
pub(in crate::ui) fn law_of(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, at: usize) {
    let p = theme::palette(ui);
    let case = &cx.s.cases[at];
    match side_of(view.numbers[case.forced.ix()]) {
        Some(side) => {
            let line = cx.with("docket-forced", &[("side", cx.side(side).into())]);
            tinted(ui, &line, p.bad);
        }
        None => caption(ui, &cx.ui("docket-free")),
    }
    if let Some(side) = side_of(view.numbers[case.persuaded.ix()]) {
        caption(ui, &cx.with("docket-persuaded", &[("side", cx.side(side).into())]));
    }
    let hearing = cx.s.stage(view.clock.stage).hearing.as_ref().filter(|h| h.case.ix() == at);
    let court = hearing.map_or(case.court, |h| h.court);
    why::link(ui, cx, cx.text(&case.title), Question::Court(CaseIx::new(at), court));
}

fn cases(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView, which: std::ops::Range<usize>) {
    let p = theme::palette(ui);
    for (i, case) in cx.s.cases.iter().enumerate().filter(|(i, _)| which.contains(i)) {
        let label = cx.ui(if i == 0 { "docket-main" } else { "docket-sister" });
        theme::section(ui, &label, |ui| {
            strong(ui, cx.text(&case.title));
            terms::caption(ui, cx, cx.text(&case.text));
            if i == 0 {
                let legal = cx.s.stage(view.clock.stage).hearing.as_ref();
                let court = legal.map_or(case.court, |h| h.court);
                caption(ui, &cx.with("docket-court", &[("court", cx.s.law.court(court).name.as_str().into())]));
                tinted(ui, &cx.say(&judgment(view, "docket-judgment")), p.ink);
            }
            // What binds a court is nobody's worry once the case is closed.
            if i > 0 || view.numbers[cx.s.own.ending.ix()] == 0 {
                law_of(ui, cx, view, i);
            }
            if case.invented {
                row(ui, |ui| {
                    theme::chip(ui, &cx.ui("desk-invented"), p.ink_soft).on_hover_text(cx.ui("tip-invented"));
                });
            }
        });
    }
}

fn instruments(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView) {
    let asked = |(_, s): &(&crate::model::Instrument, &InstrumentStatus)| **s != InstrumentStatus::Unasked;
    let all: Vec<_> = cx.s.instruments.iter().zip(&view.instruments).filter(asked).collect();
    if all.is_empty() {
        return;
    }
    let p = theme::palette(ui);
    theme::section(ui, &cx.ui("docket-instruments"), |ui| {
        for (instrument, status) in all {
            strong(ui, cx.text(&instrument.title));
            row(ui, |ui| {
                let live = matches!(status, InstrumentStatus::Sought | InstrumentStatus::Served);
                theme::chip(ui, &cx.ui(lang::log::instrument(*status)), if live { p.warn } else { p.ink_soft })
                    .on_hover_text(&instrument.source);
            });
            let args = [("from", cx.seat(instrument.from).into()), ("to", cx.seat(instrument.to).into())];
            caption(ui, &cx.with("window-from-to", &args));
        }
    });
}

fn items(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView) {
    let p = theme::palette(ui);
    theme::section(ui, &cx.ui("docket-items"), |ui| {
        for (item, produced) in cx.s.items.iter().zip(&view.produced) {
            let place = cx.s.places.get(item.place).map_or("", |x| cx.text(&x.title));
            let kind = cx.ui(match item.kind {
                DataKind::Content => "docket-content",
                DataKind::NonContent => "docket-non-content",
            });
            prose(ui, cx.text(&item.title));
            caption(ui, &format!("{place} · {kind}"));
            row(ui, |ui| {
                if *produced {
                    theme::chip(ui, &format!("✔ {}", cx.ui("docket-produced")), p.warn);
                } else {
                    theme::chip(ui, &cx.ui("docket-not-produced"), p.ink_soft);
                }
            });
        }
    });
}

/// A holding of the match, with its reason and status.
pub(in crate::ui) fn holding(ui: &mut Ui, cx: &Cx<'_>, held: &Held) {
    let p = theme::palette(ui);
    strong(ui, &cx.s.law.court(held.court).name);
    let args = [("date", cx.words.date(held.decided_on).into())];
    caption(ui, &format!("{} · {}", cx.with("docket-decided", &args), cx.text(&cx.s.cases[held.case.ix()].title)));
    let standing = held.standing();
    let live = standing.is_good();
    row(ui, |ui| {
        theme::chip(ui, &cx.side(held.side), p.court);
        theme::chip(ui, &cx.ui(lang::law::standing(standing)), if live { p.good } else { p.bad });
    });
    let reasons: Vec<&str> = held.reason.iter().map(|f| cx.factor(f)).collect();
    caption(ui, &cx.with("docket-because", &[("holdings", cx.words.list(&reasons).into())]));
}

fn calendar(ui: &mut Ui, cx: &Cx<'_>, view: &SeatView) {
    let p = theme::palette(ui);
    theme::section(ui, &cx.ui("calendar-heading"), |ui| {
        for (i, round) in cx.s.rounds.iter().enumerate() {
            let number = u8::try_from(i + 1).unwrap_or(u8::MAX);
            let args =
                [("round", number.into()), ("date", cx.words.date(round.ends).into()), ("title", cx.text(&round.title).into())];
            let line = cx.with("calendar-round", &args);
            match number.cmp(&view.clock.round) {
                std::cmp::Ordering::Less => caption(ui, &format!("✔ {line}")),
                std::cmp::Ordering::Equal => strong(ui, &format!("▶ {line}")),
                std::cmp::Ordering::Greater => tinted(ui, &format!("    {line}"), p.ink),
            }
        }
        if !view.ahead.is_empty() {
            ui.add_space(6.0);
            strong(ui, &cx.ui("calendar-ahead"));
            for (event, day) in &view.ahead {
                let title = cx.text(&cx.s.event(*event).title);
                let when = day.map_or_else(
                    || cx.ui("window-day-unknown"),
                    |d| cx.with("calendar-expected", &[("date", cx.words.date(d).into())]),
                );
                caption(ui, &format!("{title}: {when}"));
            }
        }
    });
}
