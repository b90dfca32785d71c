//! What everybody may know, as a page for the wall: large, and without a secret.

use super::page::{Frame, Shell, framed};
use super::seat::{Cx, header, holding, log};
use crate::lang::Words;
use crate::model::{LogEntry, Reading, VarKind};
use crate::seat::PublicView;
use maud::{Markup, html};

/// The page; `events` are those that every seat knows.
#[must_use]
pub fn public(view: &PublicView, events: &[&LogEntry], words: &Words, level: Reading) -> String {
    let s = &*view.scenario;
    let cx = Cx::new(words, level, s);
    let stage = s.stage(view.clock.stage);
    let main = html! {
        section.card.stage {
            h2 { (cx.text(&stage.title)) }
            (cx.illustration(s.picture_at(view.clock.stage)))
            (cx.para(cx.text(&stage.text)))
            @if let Some(over) = view.clock.over {
                @let ending = &s.endings[over.ix()];
                p { strong { (cx.text(&ending.title)) } }
                (cx.para(cx.text(&ending.text)))
            }
            @if !view.awaited.is_empty() {
                @let names: Vec<&str> = view.awaited.iter().map(|x| cx.seat(*x)).collect();
                p.turn { (cx.with("clock-waiting", &[("seats", words.list(&names).into())])) }
            }
        }
        @for (decision, options) in view.asked.iter().map(|(d, options)| (s.decision(*d), options)) {
            section.card {
                h2 { (cx.seat(decision.seat)) ": " (cx.text(&decision.title)) }
                ol type="A" { @for option in options { li { (cx.text(&decision.options[usize::from(*option)].act.title)) } } }
            }
        }
        @if !view.offers.is_empty() {
            section {
                h2 { (cx.ui("offers-waiting")) }
                ul {
                    @for o in &view.offers {
                        @let offer = s.offer(*o);
                        li { (cx.with("text-offer-from", &[("seat", cx.seat(offer.from).into()), ("offer", cx.text(&offer.act.title).into())])) }
                    }
                }
            }
        }
        (meters(&cx, view))
        section {
            h2 { (cx.ui("docket-holdings")) }
            @if view.holdings.is_empty() { p { (cx.ui("docket-no-holdings")) } }
            ul.cards { @for held in view.holdings.iter().rev() { li.card { (holding(&cx, held)) } } }
        }
        (log(&cx, events))
    };
    let frame = Frame {
        header: header(&cx, &view.clock, None),
        main: html! { (main) (super::seat::glossary(&cx)) },
        class: "wall",
        ..Frame::default()
    };
    framed(&format!("{}: {}", cx.ui("projector-heading"), cx.text(&s.title)), &Shell::about(s, words), &frame)
}

/// The meters of the world.
fn meters(cx: &Cx<'_>, view: &PublicView) -> Markup {
    let world = view.numbers.iter().filter(|(v, _)| cx.s.var(*v).kind == VarKind::Meter && cx.s.var(*v).owner.is_none());
    html! {
        section {
            h2 { (cx.ui("meters-world")) }
            table.meters {
                caption.hidden { (cx.ui("meters-world")) }
                thead.hidden { tr { th scope="col" { (cx.ui("report-meter")) } th scope="col" { (cx.ui("page-value")) } } }
                tbody {
                    @for (var, now) in world {
                        @let v = cx.s.var(*var);
                        tr {
                            th scope="row" { (cx.text(&v.title)) }
                            td {
                                meter min=(v.min) max=(v.max) value=(now) aria-label=(cx.text(&v.title)) {}
                                span.value { (cx.with("meters-value", &[("value", (*now).into()), ("max", v.max.into())])) }
                            }
                        }
                    }
                }
            }
        }
    }
}
