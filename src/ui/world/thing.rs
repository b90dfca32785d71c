//! What there is on the map, each with its words: a name, and what is to be said of it now.

use crate::lang;
use crate::logic::reciprocity::{Cause, Claim};
use crate::model::{DataKind, Duty, InstrumentIx, OrderIx, Place, PlaceKind, SeatIx, StateIx};
use crate::seat::duties::duty_key;
use crate::seat::{Duties, SeatView};
use crate::ui::cx::Cx;

/// A thing that has a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Thing {
    /// A legal order that says must, one that says must not.
    Clash(OrderIx, OrderIx),
    /// What is demanded.
    Instrument(InstrumentIx),
    /// A legal order.
    Order(OrderIx),
    /// A state that says that its orders count abroad.
    State(StateIx),
    /// A place, by position: data, a company, a court, a government.
    Place(usize),
    /// All claims of reach together.
    Reach,
}

/// The key of a place's kind.
pub(super) const fn kind_key(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::Data => "map-data",
        PlaceKind::Company => "map-company",
        PlaceKind::Court => "map-court",
        PlaceKind::Government => "map-government",
        PlaceKind::Other => "map-other",
    }
}

/// A data item in two words, and whether it was handed over.
pub(super) fn item(cx: &Cx<'_>, view: &SeatView, at: usize) -> String {
    let kind = cx.ui(match cx.s.items[at].kind {
        DataKind::Content => "docket-content",
        DataKind::NonContent => "docket-non-content",
    });
    if view.produced.get(at).copied().unwrap_or(false) { format!("{kind} ✔ {}", cx.ui("docket-produced")) } else { kind }
}

/// What is at a place: its kind, and the data there.
pub(super) fn place_note(cx: &Cx<'_>, view: &SeatView, at: usize, place: &Place) -> String {
    let here = (0..cx.s.items.len()).filter(|i| cx.s.items[*i].place == at).map(|i| item(cx, view, i));
    let notes: Vec<String> = std::iter::once(cx.ui(kind_key(place.kind))).chain(here).collect();
    cx.words.list(&notes)
}

/// A legal order's name.
pub(super) fn order_name<'a>(cx: &Cx<'a>, order: OrderIx) -> &'a str {
    cx.s.law.orders.get(order.ix()).map_or("", |o| o.name.as_str())
}

/// What a legal order requires about the data, in all: the strictest first.
pub(super) fn required(duties: &Duties, order: OrderIx) -> Vec<Duty> {
    let all = || duties.disclose.cells.iter().filter(|c| c.order == order).filter_map(|c| c.duty);
    [Duty::MustNot, Duty::Must, Duty::May].into_iter().filter(|duty| all().any(|d| d == *duty)).collect()
}

/// The same in words; empty where it is silent.
pub(super) fn required_words(cx: &Cx<'_>, duties: &Duties, order: OrderIx) -> String {
    let words: Vec<String> = required(duties, order).into_iter().map(|duty| cx.ui(duty_key(Some(duty)))).collect();
    if words.is_empty() { String::new() } else { cx.words.list(&words) }
}

/// A clash in a sentence.
pub(super) fn clash_note(cx: &Cx<'_>, must: OrderIx, not: OrderIx) -> String {
    cx.with("map-clash-note", &[("must", order_name(cx, must).into()), ("not", order_name(cx, not).into())])
}

/// What is demanded, and how it stands.
pub(super) fn instrument_note(cx: &Cx<'_>, view: &SeatView, ix: InstrumentIx) -> String {
    cx.ui(lang::log::instrument(view.instruments[ix.ix()]))
}

/// From whom to whom.
pub(super) fn way(cx: &Cx<'_>, from: SeatIx, to: SeatIx) -> String {
    cx.with("window-from-to", &[("from", cx.seat(from).into()), ("to", cx.seat(to).into())])
}

/// A state's claim in words.
pub(super) fn claim_note(cx: &Cx<'_>, claim: Claim) -> String {
    match claim.cause {
        Cause::Own => cx.with("map-claims", &[("round", claim.since.into())]),
        Cause::Follows(on) => {
            let on = cx.s.states.get(on.ix()).map_or("", |state| cx.text(&state.title));
            cx.with("map-claims-after", &[("on", on.into()), ("round", claim.since.into())])
        }
    }
}
