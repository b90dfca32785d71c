//! The brief: what everybody knows, what only this seat knows, its card, its fear; and who is who.

use super::cx::Desk;
use maud::{Markup, html};

/// The section.
pub(super) fn section(d: &Desk<'_>) -> Markup {
    let (cx, view) = (&d.cx, d.view);
    let seat = &cx.s.seats[view.seat.ix()];
    html! {
        section #brief aria-labelledby="brief-h" {
            h2 #brief-h { (cx.ui("brief-heading")) }
            div.grid {
                div.card { h3 { (cx.ui("brief-public")) } (cx.illustration(cx.s.picture)) (cx.para(cx.text(&cx.s.brief))) }
                div.card {
                    h3 { (cx.ui("brief-private")) }
                    (cx.para(cx.text(&seat.brief)))
                    @if let Some(card) = seat.cards.get(view.card.ix()) {
                        p { strong { (cx.with("brief-card", &[("card", cx.text(&card.title).into())])) } " " (cx.prose(cx.text(&card.text))) }
                    }
                    @if !seat.fear.is_empty() { p { (cx.with("brief-fear", &[("fear", cx.text(&seat.fear).into())])) } }
                    @if let Some(side) = seat.side { p { (cx.with("brief-argues", &[("side", cx.side(side).into())])) } }
                }
            }
            @if !cx.s.actors.is_empty() {
                details {
                    summary { (cx.ui("brief-people")) }
                    dl { @for a in &cx.s.actors { dt { (a.name) } dd { (cx.prose(cx.text(&a.text))) } } }
                }
            }
        }
    }
}
