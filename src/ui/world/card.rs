//! A thing's card: what it is, what the law says about it, what touches it, where that comes from; each thing it names leads to
//! a card of its own.

use super::chart::{Chart, demanded};
use super::list::leads_to;
use super::thing::{self, Thing, kind_key, order_name};
use crate::lang;
use crate::model::{Happened, InstrumentIx, ItemIx, OrderIx, PlaceKind, Role, SeatIx, StateIx};
use crate::seat::duties::{comity_told, conflicts_between};
use crate::seat::{Question, SeatView, borders_says, dockets};
use crate::ui::cx::Cx;
use crate::ui::parts::{caption, prose, row, soft, source, strong};
use crate::ui::session::Session;
use crate::ui::theme::{self, Follow};
use crate::ui::{table, why};
use egui::{Align, Frame, Layout, Margin, RichText, ScrollArea, Stroke, Ui, WidgetInfo, WidgetType};

/// What is asked of the map by a card.
pub(super) enum Ask {
    Close,
    Open(Thing),
}

/// Shows the card of a thing, as large as there is room; `fresh` gives it the keyboard's focus.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, session: &Session, chart: &Chart, thing: Thing, fresh: bool) -> Option<Ask> {
    let p = theme::palette(ui);
    let mut ask = None;
    let frame = Frame::new().fill(p.card).stroke(Stroke::new(1.5, p.outline)).corner_radius(10.0).inner_margin(Margin::same(14));
    frame.show(ui, |ui| {
        let (kind, name) = title(cx, thing);
        ui.horizontal_top(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                let close = theme::button(ui, &cx.ui("button-close"));
                let says = cx.with("map-close", &[("what", name.as_str().into())]);
                close.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &says));
                if fresh {
                    close.request_focus();
                }
                if close.clicked() {
                    ask = Some(Ask::Close);
                }
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    caption(ui, &kind);
                    ui.add(egui::Label::new(RichText::new(&name).heading().color(p.ink)).wrap());
                });
            });
        });
        ScrollArea::vertical().id_salt(("card", thing)).auto_shrink(false).follow(ui, |ui| {
            Card { ui, cx, session, chart, of: thing, ask: &mut ask }.body();
        });
    });
    ask
}

/// What kind of thing it is, and its name.
fn title(cx: &Cx<'_>, thing: Thing) -> (String, String) {
    match thing {
        Thing::Clash(must, not) => (cx.ui("map-clash"), thing::clash_note(cx, must, not)),
        Thing::Instrument(ix) => {
            let instrument = cx.s.instrument(ix);
            let kind = cx.s.law.instruments.get(instrument.kind).map_or_else(|| cx.ui("map-demand"), |k| k.title.clone());
            (kind, cx.text(&instrument.title).to_owned())
        }
        Thing::Order(order) => (cx.ui("map-order"), order_name(cx, order).to_owned()),
        Thing::State(state) => (cx.ui("map-state-kind"), cx.text(&cx.s.states[state.ix()].title).to_owned()),
        Thing::Place(at) => (cx.ui(kind_key(cx.s.places[at].kind)), cx.text(&cx.s.places[at].title).to_owned()),
        Thing::Reach => (cx.ui("map-reach-kind"), cx.ui("borders-heading")),
    }
}

/// A card being written.
struct Card<'a, 'c> {
    ui: &'a mut Ui,
    cx: &'a Cx<'c>,
    session: &'a Session,
    chart: &'a Chart,
    /// What it is the card of.
    of: Thing,
    ask: &'a mut Option<Ask>,
}

impl Card<'_, '_> {
    fn body(&mut self) {
        match self.of {
            Thing::Clash(must, not) => self.clash(must, not),
            Thing::Instrument(ix) => self.instrument(ix),
            Thing::Order(order) => self.order(order),
            Thing::State(state) => self.state(state),
            Thing::Place(at) => self.place(at),
            Thing::Reach => self.reach(),
        }
    }

    fn view(&self) -> &SeatView {
        self.session.view()
    }

    /// A button that leads to another thing.
    fn link(&mut self, thing: Thing) {
        if thing == self.of {
            return;
        }
        let (_, name) = title(self.cx, thing);
        if leads_to(self.ui, &name) {
            *self.ask = Some(Ask::Open(thing));
        }
    }

    fn section(&mut self, key: &str, add: impl FnOnce(&mut Card<'_, '_>)) {
        let label = self.cx.ui(key);
        let Card { ui, cx, session, chart, of, ask } = self;
        theme::section(ui, &label, |ui| add(&mut Card { ui, cx, session, chart, of: *of, ask }));
    }

    /// Both laws, what each breach costs, and what courts weigh.
    fn clash(&mut self, must: OrderIx, not: OrderIx) {
        let duties = &self.chart.duties;
        table::tell(self.ui, self.cx, &conflicts_between(self.cx.s, duties, must, not));
        self.section("map-orders", |card| {
            card.link(Thing::Order(must));
            card.link(Thing::Order(not));
        });
        self.section("comity-heading", |card| table::tell(card.ui, card.cx, &comity_told(card.cx.s, &card.chart.duties)));
    }

    /// What it is, from whom to whom, what it demands, what the law says about that, what became of it.
    fn instrument(&mut self, ix: InstrumentIx) {
        let cx = self.cx;
        let instrument = cx.s.instrument(ix);
        let colour = theme::palette(self.ui).warn;
        let status = thing::instrument_note(cx, self.view(), ix);
        row(self.ui, |ui| {
            theme::chip(ui, &status, colour);
        });
        prose(self.ui, &thing::way(cx, instrument.from, instrument.to));
        if let Some(kind) = cx.s.law.instruments.get(instrument.kind) {
            soft(self.ui, &kind.text);
        }
        source(self.ui, cx, &instrument.source);
        self.section("map-demands", |card| {
            for item in demanded(cx, ix) {
                card.item(item);
            }
        });
        self.section("map-history", |card| {
            let heard = card.session.heard();
            for (at, entry) in heard.iter().enumerate() {
                if matches!(entry.what, Happened::Instrument(of, _) if of == ix) {
                    let told = cx.say(&lang::entry(cx.s, entry));
                    caption(card.ui, &format!("{} · {told}", cx.words.date(entry.date)));
                    why::link(card.ui, cx, &told, Question::Entry(at));
                }
            }
        });
    }

    /// A data item: where it lies, who demands it, what each legal order requires.
    fn item(&mut self, item: ItemIx) {
        let cx = self.cx;
        let it = &cx.s.items[item.ix()];
        strong(self.ui, cx.text(&it.title));
        caption(self.ui, &thing::item(cx, self.view(), item.ix()));
        for cell in self.chart.duties.disclose.cells.iter().filter(|c| c.item == item && !c.norms.is_empty()) {
            table::required(self.ui, cx, cell);
        }
        if it.place < cx.s.places.len() {
            self.link(Thing::Place(it.place));
        }
        source(self.ui, cx, &it.source);
    }

    /// What a legal order requires of the provider, whether it claims reach, its courts, and what they have held.
    fn order(&mut self, order: OrderIx) {
        let cx = self.cx;
        self.section("map-requires", |card| {
            for cell in card.chart.duties.disclose.cells.iter().filter(|c| c.order == order) {
                strong(card.ui, cx.text(&cx.s.items[cell.item.ix()].title));
                table::required(card.ui, cx, cell);
            }
        });
        for (must, not) in self.chart.clashes() {
            if must == order || not == order {
                self.link(Thing::Clash(must, not));
            }
        }
        let claims: Vec<StateIx> = self.chart.claimed_under(cx, order);
        if !claims.is_empty() {
            self.section("borders-heading", |card| {
                for state in claims {
                    card.claim(state);
                }
            });
        }
        self.courts(order);
        let seats: Vec<SeatIx> =
            (0..cx.s.seats.len()).map(SeatIx::new).filter(|x| cx.s.seats[x.ix()].order == order.ix()).collect();
        self.touching(&seats);
        self.section("map-places", |card| {
            for at in (0..cx.s.places.len()).filter(|at| cx.s.places[*at].order == Some(order.ix())) {
                card.link(Thing::Place(at));
            }
        });
    }

    /// Courts of a legal order that hear cases of this match, and what they have held.
    fn courts(&mut self, order: OrderIx) {
        let cx = self.cx;
        let of = |court: crate::model::CourtIx| cx.s.law.court(court).order == order.ix();
        let mut courts: Vec<_> = dockets(cx.s).into_iter().map(|(_, court)| court).filter(|court| of(*court)).collect();
        courts.sort_unstable();
        courts.dedup();
        if !courts.is_empty() {
            self.section("map-courts", |card| {
                let sitting = cx.s.stage(card.view().clock.stage).hearing.as_ref().map(|h| h.court);
                for court in courts {
                    let name = cx.s.law.court(court).name.as_str();
                    if sitting == Some(court) {
                        strong(card.ui, &cx.with("map-sits", &[("court", name.into())]));
                    } else {
                        prose(card.ui, name);
                    }
                }
            });
        }
        let held: Vec<_> = self.view().holdings.iter().filter(|held| of(held.court)).cloned().collect();
        if !held.is_empty() {
            self.section("docket-holdings", |card| {
                for held in held.iter().rev() {
                    table::holding(card.ui, cx, held);
                }
            });
        }
    }

    /// Demands from or to these seats.
    fn touching(&mut self, seats: &[SeatIx]) {
        let cx = self.cx;
        let touches = |ix: &InstrumentIx| {
            let instrument = cx.s.instrument(*ix);
            seats.contains(&instrument.from) || seats.contains(&instrument.to)
        };
        let all: Vec<InstrumentIx> = self.chart.asked.iter().copied().filter(touches).collect();
        self.demands(&all);
    }

    fn demands(&mut self, all: &[InstrumentIx]) {
        if all.is_empty() {
            return;
        }
        self.section("docket-instruments", |card| {
            for ix in all {
                card.link(Thing::Instrument(*ix));
                let status = thing::instrument_note(card.cx, card.view(), *ix);
                caption(card.ui, &status);
            }
        });
    }

    /// What stands at a place, under which law, and what is demanded of it.
    fn place(&mut self, at: usize) {
        let cx = self.cx;
        let place = &cx.s.places[at];
        match place.order.map(OrderIx::new) {
            Some(order) => {
                caption(self.ui, &cx.with("map-law", &[("order", order_name(cx, order).into())]));
                self.link(Thing::Order(order));
            }
            None => caption(self.ui, &cx.ui("map-no-law")),
        }
        let items: Vec<ItemIx> = (0..cx.s.items.len()).filter(|i| cx.s.items[*i].place == at).map(ItemIx::new).collect();
        if !items.is_empty() {
            self.section("docket-items", |card| {
                for item in &items {
                    card.item(*item);
                }
            });
        }
        let role = match place.kind {
            PlaceKind::Data | PlaceKind::Other => None,
            PlaceKind::Company => Some(Role::Provider),
            PlaceKind::Court => Some(Role::Court),
            PlaceKind::Government => Some(Role::Government),
        };
        let sits = |x: &SeatIx| {
            let seat = &cx.s.seats[x.ix()];
            Some(seat.role) == role && Some(seat.order) == place.order
        };
        let seats: Vec<SeatIx> = (0..cx.s.seats.len()).map(SeatIx::new).filter(sits).collect();
        for seat in &seats {
            theme::role_badge(self.ui, cx.role(*seat), cx.seat(*seat));
        }
        if place.kind == PlaceKind::Court
            && let Some(order) = place.order
        {
            self.courts(OrderIx::new(order));
        }
        if place.kind == PlaceKind::Company {
            self.section("map-requires", |card| {
                for item in (0..cx.s.items.len()).map(ItemIx::new).filter(|item| !items.contains(item)) {
                    card.item(item);
                }
            });
        }
        let demands_of = |ix: &InstrumentIx| {
            let instrument = cx.s.instrument(*ix);
            let party = seats.contains(&instrument.from) || seats.contains(&instrument.to);
            party || demanded(cx, *ix).iter().any(|item| items.contains(item))
        };
        let touching: Vec<InstrumentIx> = self.chart.asked.iter().copied().filter(demands_of).collect();
        self.demands(&touching);
    }

    fn claim(&mut self, state: StateIx) {
        let cx = self.cx;
        let it = &cx.s.states[state.ix()];
        if let Some(claim) = self.chart.claims.get(state) {
            let said = thing::claim_note(cx, *claim);
            prose(self.ui, &cx.with("map-state", &[("state", cx.text(&it.title).into()), ("says", said.into())]));
        }
        if it.invented {
            let colour = theme::palette(self.ui).ink_soft;
            row(self.ui, |ui| {
                theme::chip(ui, &cx.ui("desk-invented"), colour).on_hover_text(cx.ui("tip-invented"));
            });
        }
        source(self.ui, cx, &it.source);
    }

    fn state(&mut self, state: StateIx) {
        self.claim(state);
        self.link(Thing::Reach);
    }

    /// Who says that its orders count abroad, how it came to it, and who would follow.
    fn reach(&mut self) {
        let cx = self.cx;
        soft(self.ui, &cx.ui("map-reach-about"));
        for line in borders_says(cx.s, &self.view().numbers) {
            prose(self.ui, &cx.say(&line));
        }
        if let Some(rules) = &cx.s.reach {
            why::link(self.ui, cx, cx.var(rules.meter), Question::Number(rules.meter));
        }
    }
}
