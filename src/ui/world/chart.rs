//! Where the things of a match stand on the map.

use super::ground::{bounds, degrees, grounds, home, island};
use super::news::News;
use super::thing::{self, Thing};
use crate::logic::reciprocity::{Cause, Claim, Claims};
use crate::model::{Duty, InstrumentIx, InstrumentStatus, ItemIx, OrderIx, PlaceKind, StateIx};
use crate::seat::{self, Duties, SeatView};
use crate::ui::cx::{Cx, role};
use crate::ui::map::{Bounds, Form, Highlight, Line, Node, Pattern, Sign, Spot};
use crate::ui::theme::{self, Palette};
use egui::{Color32, Id};

/// All that is on the map.
pub(super) struct Chart {
    marks: Vec<Mark>,
    pub(super) lines: Vec<Line>,
    pub(super) highlights: Vec<Highlight>,
    pub(super) bounds: Bounds,
    /// Whether the dispute plays in the real world.
    pub(super) land: bool,
    pub(super) duties: Duties,
    pub(super) claims: Claims,
    /// Legal orders that have land on the map, with their countries.
    grounds: Vec<(OrderIx, Vec<u16>)>,
    /// Instruments that somebody has asked for, those that are gone too.
    pub(super) asked: Vec<InstrumentIx>,
}

/// A thing on the map.
struct Mark {
    thing: Thing,
    spot: Spot,
    sign: Sign,
    colour: Color32,
    name: String,
    note: String,
    waves: Option<f32>,
}

impl Mark {
    fn node(&self) -> Node<'_> {
        Node {
            key: Id::new(self.thing),
            spot: self.spot,
            sign: self.sign,
            colour: self.colour,
            name: &self.name,
            note: &self.note,
            waves: self.waves,
        }
    }
}

impl Chart {
    /// Draws up the map of a view.
    pub(super) fn draw(p: &Palette, cx: &Cx<'_>, view: &SeatView, news: &News) -> Self {
        let asked = |ix: &InstrumentIx| view.instruments[ix.ix()] != InstrumentStatus::Unasked;
        let mut chart = Self {
            marks: Vec::new(),
            lines: Vec::new(),
            highlights: Vec::new(),
            bounds: bounds(cx),
            land: cx.s.places.is_empty() || cx.s.places.iter().any(|place| place.country != 0),
            duties: seat::duties(view),
            claims: seat::claims(cx.s, &view.numbers),
            grounds: grounds(cx),
            asked: (0..cx.s.instruments.len()).map(InstrumentIx::new).filter(asked).collect(),
        };
        Drawing { cx, view, news, p, chart: &mut chart }.all();
        chart
    }

    /// The nodes of the map.
    pub(super) fn nodes(&self) -> Vec<Node<'_>> {
        self.marks.iter().map(Mark::node).collect()
    }

    /// The thing of a node.
    pub(super) fn thing(&self, at: usize) -> Thing {
        self.marks[at].thing
    }

    /// The node of a thing.
    pub(super) fn position(&self, thing: Thing) -> Option<usize> {
        self.marks.iter().position(|mark| mark.thing == thing)
    }

    /// Whether a thing still is one.
    pub(super) fn has(&self, thing: Thing) -> bool {
        match thing {
            Thing::Clash(must, not) => self.clashes().contains(&(must, not)),
            Thing::State(state) => self.claims.stands(state),
            _ => true,
        }
    }

    /// The legal order that a country is shown under.
    pub(super) fn order_of(&self, country: u16) -> Option<Thing> {
        let (order, _) = self.grounds.iter().find(|(_, countries)| country != 0 && countries.contains(&country))?;
        Some(Thing::Order(*order))
    }

    /// States whose claim is shown with a legal order.
    pub(super) fn claimed_under(&self, cx: &Cx<'_>, order: OrderIx) -> Vec<StateIx> {
        let standing = self.claims.standing().map(|(state, _)| state);
        standing.filter(|s| self.order_of(cx.s.states[s.ix()].country) == Some(Thing::Order(order))).collect()
    }

    /// Pairs of legal orders between which there is a true conflict.
    pub(super) fn clashes(&self) -> Vec<(OrderIx, OrderIx)> {
        let mut out: Vec<_> = self.duties.conflicts.iter().map(|c| (c.must, c.must_not)).collect();
        out.sort_unstable();
        out.dedup();
        out
    }

    /// Where a legal order is part of a clash.
    fn clashing(&self, order: OrderIx) -> bool {
        self.duties.conflicts.iter().any(|c| c.must == order || c.must_not == order)
    }

    /// The claims of reach, counted; nothing where the dispute counts none.
    pub(super) fn reach(&self, cx: &Cx<'_>) -> Option<String> {
        cx.s.reach.is_some().then(|| cx.with("map-reach", &[("count", self.claims.count().into())]))
    }

    /// All there is, each with its name and what is to be said of it: what is on the map, demands that are gone from it, and
    /// the claims of reach together.
    pub(super) fn entries(&self, cx: &Cx<'_>, view: &SeatView) -> Vec<(Thing, String, String)> {
        let mut out: Vec<_> = self.marks.iter().map(|mark| (mark.thing, mark.name.clone(), mark.note.clone())).collect();
        let gone = |ix: &&InstrumentIx| self.position(Thing::Instrument(**ix)).is_none();
        out.extend(self.asked.iter().filter(gone).map(|ix| {
            let name = cx.text(&cx.s.instrument(*ix).title).to_owned();
            (Thing::Instrument(*ix), name, thing::instrument_note(cx, view, *ix))
        }));
        out.extend(self.reach(cx).map(|words| (Thing::Reach, words, String::new())));
        out
    }
}

/// A chart in the making. What is most important comes first: it gets the best place for its label.
struct Drawing<'a, 'c> {
    cx: &'a Cx<'c>,
    view: &'a SeatView,
    news: &'a News,
    p: &'a Palette,
    chart: &'a mut Chart,
}

impl Drawing<'_, '_> {
    fn all(&mut self) {
        let clashes = self.chart.clashes();
        let live = |ix: &InstrumentIx| {
            matches!(
                self.view.instruments[ix.ix()],
                InstrumentStatus::Sought | InstrumentStatus::Served | InstrumentStatus::Obeyed
            )
        };
        let sheets: Vec<InstrumentIx> = self.chart.asked.iter().copied().filter(live).collect();
        let orders: Vec<OrderIx> = self.chart.grounds.iter().map(|(order, _)| *order).collect();
        let states = self.states();
        // Lines name their ends by position: it must be known where each kind begins.
        let order_at = clashes.len() + sheets.len();
        let state_at = order_at + orders.len();
        let place_at = state_at + states.len();
        let of_order = |order: OrderIx| orders.iter().position(|o| *o == order).map(|at| order_at + at);
        for (must, not) in &clashes {
            let spot = match (of_order(*must), of_order(*not)) {
                (Some(from), Some(to)) => Spot::Along(self.line(from, to, Form::Jagged, self.p.bad, 1.0), 0.5),
                _ => Spot::Beyond,
            };
            let note = thing::clash_note(self.cx, *must, *not);
            self.mark(Thing::Clash(*must, *not), spot, Sign::Clash, self.p.bad, self.cx.ui("map-clash"), note);
        }
        for ix in &sheets {
            self.instrument(*ix, place_at);
        }
        for order in &orders {
            self.order(*order);
        }
        for (state, claim) in &states {
            self.state(*state, *claim);
        }
        for at in 0..self.cx.s.places.len() {
            self.place(at);
        }
        self.spreads(&states, state_at, &of_order);
    }

    fn mark(&mut self, thing: Thing, spot: Spot, sign: Sign, colour: Color32, name: String, note: String) {
        self.chart.marks.push(Mark { thing, spot, sign, colour, name, note, waves: None });
    }

    /// Adds a line; says its number.
    fn line(&mut self, from: usize, to: usize, form: Form, colour: Color32, drawn: f32) -> usize {
        self.chart.lines.push(Line { from, to, form, colour, drawn });
        self.chart.lines.len() - 1
    }

    /// What is demanded goes from its author to whom it is addressed to, and reaches from there to where the data lies.
    fn instrument(&mut self, ix: InstrumentIx, place_at: usize) {
        let instrument = self.cx.s.instrument(ix);
        let from = home(self.cx, instrument.from);
        let Some(to) = home(self.cx, instrument.to).or(from) else { return self.nowhere(ix) };
        let from = from.unwrap_or(to);
        let sought = self.view.instruments[ix.ix()] == InstrumentStatus::Sought;
        let colour = self.p.role(role(self.cx.s.seats[instrument.from.ix()].role));
        let come = self.news.come(Thing::Instrument(ix));
        let form = if sought { Form::Dashed } else { Form::Solid };
        let way = self.line(place_at + from, place_at + to, form, colour, come);
        let mut data: Vec<usize> = instrument.items.iter().filter_map(|i| self.cx.s.items.get(*i)).map(|i| i.place).collect();
        data.sort_unstable();
        data.dedup();
        for place in data.into_iter().filter(|place| *place != to && come >= 1.0) {
            self.line(place_at + to, place_at + place, Form::Dotted, colour, 1.0);
        }
        let name = self.cx.text(&instrument.title).to_owned();
        let note = thing::instrument_note(self.cx, self.view, ix);
        let rests = if sought { 0.0 } else { 1.0 };
        self.mark(Thing::Instrument(ix), Spot::Along(way, rests), Sign::Sheet, colour, name, note);
    }

    /// A demand of somebody who is nowhere on the map.
    fn nowhere(&mut self, ix: InstrumentIx) {
        let name = self.cx.text(&self.cx.s.instrument(ix).title).to_owned();
        let note = thing::instrument_note(self.cx, self.view, ix);
        self.mark(Thing::Instrument(ix), Spot::Beyond, Sign::Sheet, self.p.ink_soft, name, note);
    }

    fn order(&mut self, order: OrderIx) {
        let Some((_, countries)) = self.chart.grounds.iter().find(|(o, _)| *o == order).cloned() else { return };
        let duties = &self.chart.duties;
        let strictest = thing::required(duties, order).first().copied();
        let clashing = self.chart.clashing(order);
        let speaks = self.cx.s.seats.iter().any(|seat| seat.order == order.ix());
        let colour = match strictest {
            Some(Duty::MustNot) if clashing => self.p.bad,
            Some(Duty::Must) if clashing => self.p.warn,
            _ if speaks => self.p.government,
            _ => self.p.ink_soft,
        };
        let pattern = match strictest {
            Some(Duty::Must) => Pattern::Rising,
            Some(Duty::MustNot) => Pattern::Falling,
            _ => Pattern::Plain,
        };
        let island = if self.chart.land { None } else { island(self.cx, order) };
        let mut notes = vec![thing::required_words(self.cx, duties, order)];
        let mut waves: Option<f32> = None;
        for (state, claim) in self.claiming() {
            if self.shown_with(state) != Some(order) {
                continue;
            }
            let come = self.news.come(Thing::State(state));
            waves = Some(waves.unwrap_or(0.0).max(come));
            let said = thing::claim_note(self.cx, claim);
            let title = self.cx.text(&self.cx.s.states[state.ix()].title);
            // A union speaks through its members; a state's own name is on the label.
            let whose = || self.cx.with("map-state", &[("state", title.into()), ("says", said.as_str().into())]);
            notes.push(if self.cx.s.law.orders[order.ix()].members.is_empty() { said.clone() } else { whose() });
        }
        notes.retain(|note| !note.is_empty());
        let spot = match (island, countries.first()) {
            (Some((middle, _)), _) => Spot::At(middle),
            (None, Some(code)) => Spot::In(*code),
            (None, None) => Spot::Beyond,
        };
        let name = thing::order_name(self.cx, order).to_owned();
        self.mark(Thing::Order(order), spot, Sign::Law, colour, name, notes.join("; "));
        if let Some(mark) = self.chart.marks.last_mut() {
            mark.waves = waves;
        }
        self.chart.highlights.push(Highlight { countries, island, colour, pattern, glows: clashing });
    }

    /// States whose claim stands, each with its claim.
    fn claiming(&self) -> Vec<(StateIx, Claim)> {
        self.chart.claims.standing().map(|(state, claim)| (state, *claim)).collect()
    }

    /// Those of them that are not shown with a legal order.
    fn states(&self) -> Vec<(StateIx, Claim)> {
        let mut all = self.claiming();
        all.retain(|(state, _)| self.shown_with(*state).is_none());
        all
    }

    /// The legal order that a state's claim is shown with: that of its country.
    fn shown_with(&self, state: StateIx) -> Option<OrderIx> {
        let country = self.cx.s.states.get(state.ix())?.country;
        match self.chart.order_of(country) {
            Some(Thing::Order(order)) => Some(order),
            _ => None,
        }
    }

    fn state(&mut self, state: StateIx, claim: Claim) {
        let it = &self.cx.s.states[state.ix()];
        let spot = if it.country == 0 || !self.chart.land { Spot::Beyond } else { Spot::In(it.country) };
        let note = thing::claim_note(self.cx, claim);
        self.mark(Thing::State(state), spot, Sign::Ring, self.p.warn, self.cx.text(&it.title).to_owned(), note);
        if let Some(mark) = self.chart.marks.last_mut() {
            mark.waves = Some(self.news.come(Thing::State(state)));
        }
    }

    /// Where one state followed another, a line leads from the example.
    fn spreads(&mut self, states: &[(StateIx, Claim)], state_at: usize, of_order: &dyn Fn(OrderIx) -> Option<usize>) {
        for (state, claim) in self.claiming() {
            let Cause::Follows(on) = claim.cause else { continue };
            let at = |s: StateIx| {
                let own = states.iter().position(|(x, _)| *x == s).map(|at| state_at + at);
                own.or_else(|| of_order(self.shown_with(s)?))
            };
            if let (Some(from), Some(to)) = (at(on), at(state))
                && from != to
            {
                let come = self.news.come(Thing::State(state));
                self.line(from, to, Form::Dotted, self.p.warn, come);
            }
        }
    }

    fn place(&mut self, at: usize) {
        let place = &self.cx.s.places[at];
        let role = match place.kind {
            PlaceKind::Data | PlaceKind::Company => Some(theme::Role::Provider),
            PlaceKind::Court => Some(theme::Role::Court),
            PlaceKind::Government => Some(theme::Role::Government),
            PlaceKind::Other => None,
        };
        let note = thing::place_note(self.cx, self.view, at, place);
        let name = self.cx.text(&place.title).to_owned();
        let sign = role.map_or(Sign::Ring, Sign::Role);
        let colour = role.map_or(self.p.ink, |role| self.p.role(role));
        self.mark(Thing::Place(at), Spot::At(degrees(place)), sign, colour, name, note);
    }
}

/// Data items that an instrument demands.
pub(super) fn demanded(cx: &Cx<'_>, ix: InstrumentIx) -> Vec<ItemIx> {
    cx.s.instrument(ix).items.iter().map(|i| ItemIx::new(*i)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Words;
    use crate::model::{Reading, SeatIx};
    use crate::play::Match;
    use crate::ui::theme::{Mode, Theme};
    use std::cell::RefCell;

    /// The opening position of the flagship as the government sees it, with some of it changed.
    fn chart(change: impl FnOnce(&mut SeatView)) -> Chart {
        let scenario = crate::scenario::open("microsoft-ireland").unwrap().scenario;
        let mut view = Match::new(scenario, 3, true).view(SeatIx(0));
        change(&mut view);
        let s = std::sync::Arc::clone(&view.scenario);
        let asked = RefCell::new(Vec::new());
        let cx = Cx { words: &Words::english(), s: &s, level: Reading::Plain, hints: false, asked: &asked };
        Chart::draw(Theme::get().palette(Mode::Light), &cx, &view, &News::default())
    }

    fn node(chart: &Chart, thing: Thing) -> Node<'_> {
        chart.nodes()[chart.position(thing).unwrap_or_else(|| panic!("no {thing:?}"))]
    }

    #[test]
    fn a_demand_rests_with_its_author_until_it_is_served() {
        let warrant = Thing::Instrument(InstrumentIx(0));
        let none = chart(|_| ());
        assert!(none.position(warrant).is_none() && none.asked.is_empty());
        let ends = |status: InstrumentStatus| {
            let chart = chart(|view| view.instruments[0] = status);
            let Spot::Along(line, rests) = node(&chart, warrant).spot else { panic!("it stands on its way") };
            let Line { from, to, form, .. } = chart.lines[line];
            let nodes = chart.nodes();
            (nodes[from].name.to_owned(), nodes[to].name.to_owned(), form, rests, chart.lines.len())
        };
        let (from, to, form, rests, _) = ends(InstrumentStatus::Sought);
        assert_eq!((from.as_str(), to.as_str(), form), ("Washington, D.C.", "Microsoft's head office", Form::Dashed));
        assert!(rests < 0.1);
        let (.., form, rests, lines) = ends(InstrumentStatus::Served);
        assert_eq!(form, Form::Solid);
        assert!(rests > 0.9);
        assert_eq!(lines, 2, "it reaches for the data in Dublin too");
        let quashed = chart(|view| view.instruments[0] = InstrumentStatus::Quashed);
        assert!(quashed.position(warrant).is_none() && quashed.asked.len() == 1, "gone from the map, not from the list");
    }

    #[test]
    fn a_claim_spreads_along_a_line_even_to_a_state_on_no_map() {
        let chart = chart(|view| {
            let s = std::sync::Arc::clone(&view.scenario);
            let at = |id: &str| s.states.iter().position(|x| x.id == id).unwrap();
            let (us, norland) = (at("us"), at("norland"));
            view.numbers[s.states[us].claim.ix()] = 2;
            view.numbers[s.states[norland].claim.ix()] = 4;
            view.numbers[s.states[norland].leans.ix()] = i16::try_from(us).unwrap() + 1;
        });
        let nodes = chart.nodes();
        let norland = nodes.iter().position(|n| n.name.starts_with("Norland")).unwrap();
        assert_eq!(nodes[norland].spot, Spot::Beyond);
        assert!(nodes[norland].waves.is_some() && nodes[norland].note.contains("after The United States"));
        let us = nodes.iter().position(|n| n.name == "United States").unwrap();
        assert!(nodes[us].waves.is_some() && nodes[us].note.contains("since round 2"));
        assert!(chart.lines.iter().any(|line| (line.from, line.to, line.form) == (us, norland, Form::Dotted)));
    }

    #[test]
    fn land_in_a_clash_glows_and_a_jagged_line_joins_it() {
        let chart = chart(|view| view.instruments[0] = InstrumentStatus::Served);
        let clashes = chart.clashes();
        let glowing = chart.highlights.iter().filter(|h| h.glows).count();
        let jagged = chart.lines.iter().filter(|line| line.form == Form::Jagged).count();
        assert_eq!(jagged, clashes.len());
        assert_eq!(glowing > 0, !clashes.is_empty());
        for (must, not) in clashes {
            assert_eq!(node(&chart, Thing::Clash(must, not)).sign, Sign::Clash);
        }
    }
}
