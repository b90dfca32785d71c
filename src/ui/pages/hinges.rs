//! The three decisions that mattered most. A class votes for one, and plays on from there.

use crate::model::{Action, Reading};
use crate::report::{Debrief, Hinge};
use crate::seat::Question;
use crate::ui::cmd::Cmd;
use crate::ui::cx::Cx;
use crate::ui::parts::{caption, prose, row, soft, strong};
use crate::ui::session::{Player, Session};
use crate::ui::{theme, why};
use egui::{Ui, WidgetInfo, WidgetType};

/// Hands raised for each hinge.
type Votes = [u16; 3];

/// More hands than there are in any class.
const MOST_VOTES: u16 = 999;

/// About the height of a hinge's card.
const CARD: f32 = 176.0;

/// The hinges, or how far the search for them is.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, session: &Session, d: &Debrief, out: &mut Vec<Cmd>) {
    theme::heading(ui, &cx.ui("debrief-turning-points"));
    let Some(found) = session.turning().found() else {
        soft(ui, &cx.ui("report-searching"));
        let name = cx.ui("report-searching");
        let bar = ui.add(egui::ProgressBar::new(session.turning().far()).desired_height(10.0));
        bar.widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, true, &name));
        // What stands below shall not jump when they are found.
        ui.add_space(3.0 * CARD);
        return;
    };
    caption(ui, &cx.with("report-hinges-about", &[("tried", found.tried.into())]));
    if found.hinges.is_empty() {
        soft(ui, &cx.ui("report-no-hinge"));
        return;
    }
    let mut votes = votes_for(ui.ctx(), session);
    let most = votes.iter().copied().max().unwrap_or(0);
    let alone = votes.iter().filter(|v| **v == most).count() == 1;
    let class = found.hinges.len() > 1 && is_class(ui, cx, session);
    for (i, hinge) in found.hinges.iter().enumerate() {
        let leads = most > 0 && alone && votes[i] == most;
        theme::card(ui, |ui| {
            about(ui, cx, d, hinge);
            let title = cx.text(&cx.s.decision(hinge.decision).title);
            ui.horizontal_wrapped(|ui| {
                let press = if leads { theme::primary_button } else { theme::button };
                let go = press(ui, &cx.ui("whatif-play"));
                named(&go, cx, "hinge-play-from", title);
                if go.clicked() {
                    out.push(Cmd::Fork(hinge.action));
                }
                if class {
                    ui.add_space(12.0);
                    let less = theme::button(ui, "−");
                    named(&less, cx, "hinge-vote-less", title);
                    count(ui, cx, title, &mut votes[i]);
                    let more = theme::button(ui, "+");
                    named(&more, cx, "hinge-vote-more", title);
                    votes[i] = votes[i]
                        .saturating_add(u16::from(more.clicked()))
                        .saturating_sub(u16::from(less.clicked()))
                        .min(MOST_VOTES);
                }
            });
        });
    }
    ui.data_mut(|data| data.insert_temp(id_of(session), votes));
}

/// Whether hands are counted: where several persons play, and where somebody says that a class looks on.
fn is_class(ui: &mut Ui, cx: &Cx<'_>, session: &Session) -> bool {
    let asked = id_of(session).with("class");
    let several = session.players().iter().filter(|p| **p == Player::Human).count() > 1;
    let class = several || ui.data(|data| data.get_temp(asked).unwrap_or(false));
    soft(ui, &cx.ui(if class { "hinge-vote-about" } else { "hinge-alone" }));
    if !class && theme::quiet_button(ui, &cx.ui("hinge-vote-start")).clicked() {
        ui.data_mut(|data| data.insert_temp(asked, true));
    }
    class
}

/// The votes of a class, kept as long as the window is open: which match, and how far it was played.
fn id_of(session: &Session) -> egui::Id {
    egui::Id::new(("hinge-votes", &session.scenario().id, session.seed(), session.log().len()))
}

/// How a class has voted on the hinges of a match.
pub(in crate::ui) fn votes_for(ctx: &egui::Context, session: &Session) -> Votes {
    ctx.data(|data| data.get_temp(id_of(session))).unwrap_or_default()
}

/// A count of hands, to be typed as well: a class has more than a person wants to press.
fn count(ui: &mut Ui, cx: &Cx<'_>, decision: &str, votes: &mut u16) {
    let said = |n: f64| cx.with("hinge-votes", &[("count", n.into())]);
    let typed = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok();
    let field = egui::DragValue::new(votes).range(0..=MOST_VOTES).custom_formatter(|n, _| said(n)).custom_parser(typed);
    let field = ui.add(field);
    let name = cx.with("hinge-votes-for", &[("decision", decision.into())]);
    field.widget_info(|| WidgetInfo::labeled(WidgetType::DragValue, true, &name));
    theme::focus_ring(ui, &field, 4.0);
}

fn named(response: &egui::Response, cx: &Cx<'_>, key: &str, decision: &str) {
    let name = cx.with(key, &[("decision", decision.into())]);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &name));
}

/// What was decided, what else could have been, and where that leads.
fn about(ui: &mut Ui, cx: &Cx<'_>, d: &Debrief, hinge: &Hinge) {
    let p = theme::palette(ui);
    let decision = cx.s.decision(hinge.decision);
    let option = |o: u16| decision.options.get(usize::from(o)).map_or("", |c| title(c, cx.level));
    let round = cx.with("round-number", &[("round", hinge.round.into())]);
    caption(ui, &format!("{round} · {}", cx.seat(hinge.seat)));
    ui.horizontal_wrapped(|ui| {
        strong(ui, cx.text(&decision.title));
        let taken = Question::Act(Action::Choose(hinge.decision, hinge.taken));
        why::link(ui, cx, cx.text(&decision.title), taken);
    });
    prose(ui, &cx.with("hinge-here", &[("option", option(hinge.taken).into())]));
    prose(ui, &cx.with("hinge-there", &[("option", option(hinge.instead).into())]));
    row(ui, |ui| {
        match hinge.ending {
            ending if ending == d.ending => theme::chip(ui, &cx.ui("hinge-same-end"), p.ink_soft),
            Some(ending) => {
                let title = cx.text(&cx.s.endings[ending.ix()].title);
                theme::chip(ui, &cx.with("hinge-other-end", &[("ending", title.into())]), p.warn)
            }
            None => theme::chip(ui, &cx.ui("hinge-no-end"), p.ink_soft),
        };
        for (i, (here, there)) in hinge.points.iter().enumerate().filter(|(_, (a, b))| a != b) {
            let seat = crate::model::SeatIx::new(i);
            let args = [("seat", cx.seat(seat).into()), ("from", (*here).into()), ("to", (*there).into())];
            theme::chip(ui, &cx.with("report-hinge-points", &args), p.role(cx.role(seat)));
        }
    });
}

fn title(choice: &crate::model::Choice, level: Reading) -> &str {
    choice.act.title.at(level)
}
