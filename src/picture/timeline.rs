//! The case by date. Courts are lanes, the higher the higher; a thick line is the way the case went here, a pale road
//! beneath it the way it really went. Below the courts: what each seat did, what the instruments came to, what happened.
//! Every round is as wide as every other; inside a round days are to scale.

use super::model::{Align, FINGER, Fill, Form, Frame, Look, Pen, Picture, Point, Sign, Target, Token, at};
use super::pack::Taken;
use super::said::{role, role_sign};
use super::{Asked, Dash, lines_high, real, wide, wrap};
use crate::lang;
use crate::model::{CaseIx, CourtIx, Date, Happened, InstrumentStatus, Result, SeatIx, Side};

const EDGE: f32 = 20.0;
const SMALL: f32 = 12.5;
const SIGN: f32 = 7.0;
/// Size of a date.
const DAY: f32 = 11.0;
/// Edges of a column that no letter stands in.
const COLUMN_GAP: f32 = 10.0;
/// What a lane's name keeps clear of, how many lines it may have, and how wide its column may be: from the least on, in steps.
const NAME_GAP: f32 = 14.0;
const NAME_LINES: usize = 4;
const NAME_LEAST: f32 = 116.0;
const NAME_STEP: f32 = 8.0;
const NAME_STEPS: usize = 12;

/// The case by date.
pub(super) fn draw(asked: &Asked<'_>, width: f32) -> Picture {
    let s = &*asked.view.scenario;
    let mut page = Page::new(asked, width);
    let top = page.head();
    let mut y = top;
    let courts = page.courts();
    let mut axes: Vec<(CourtIx, f32)> = Vec::new();
    for court in courts {
        let here = page.rulings(court);
        axes.push((court, y + 16.0));
        y = page.lane(y, asked.court(court), None, &here, 16.0);
    }
    page.way(&axes);
    for seat in (0..s.seats.len()).map(SeatIx::new) {
        let deeds = page.deeds(seat);
        if !deeds.is_empty() {
            y = page.lane(y, asked.seat(seat), Some(seat), &deeds, 12.0);
        }
    }
    for (key, items) in [("picture-instruments", page.instruments()), ("picture-events", page.happenings())] {
        if !items.is_empty() {
            y = page.lane(y, &asked.ui(key), None, &items, 12.0);
        }
    }
    page.finish(top, y)
}

/// Something on a lane: where, what it looks like, what is said.
struct Item {
    day: Date,
    sign: Sign,
    token: Token,
    hollow: bool,
    text: String,
    strong: bool,
    label: String,
    target: Option<Target>,
}

struct Page<'a, 'b> {
    asked: &'b Asked<'a>,
    out: Picture,
    /// How wide what is seen of it at once may be.
    room: f32,
    left: f32,
    column: f32,
    /// Lines that lie beneath everything.
    beneath: Vec<Form>,
}

impl<'a, 'b> Page<'a, 'b> {
    fn new(asked: &'b Asked<'a>, width: f32) -> Self {
        let s = &asked.view.scenario;
        let title = asked.with("picture-timeline-of", &[("case", asked.prose(&s.title).into())]);
        // A lane's name is not cut, nor a word of a round's heading broken: where there is no room, the picture is wider.
        let whole = |name: &str, room: f32| wrap(name, SMALL, true, room - NAME_GAP, usize::MAX).len() <= NAME_LINES;
        let names: Vec<&str> = Self::staged(asked).map(|court| asked.court(court)).collect();
        let rooms = (0..=NAME_STEPS).map(|step| NAME_LEAST + NAME_STEP * real(step));
        let least = rooms.clone().find(|room| names.iter().all(|name| whole(name, *room)));
        let left = (width * 0.14).clamp(least.unwrap_or(NAME_LEAST), NAME_LEAST + NAME_STEP * real(NAME_STEPS)) + EDGE;
        let longest = |text: &str, size, strong| text.split_whitespace().map(|w| wide(w, size, strong)).fold(0.0, f32::max);
        let heading = s.rounds.iter().map(|round| {
            let title = longest(asked.prose(&round.title), SMALL, true);
            title.max(longest(&asked.words.date(round.ends), DAY, false))
        });
        let word = heading.fold(0.0, f32::max) + COLUMN_GAP;
        let rounds = real(s.rounds.len().max(1));
        let column = ((width - left - EDGE) / rounds).max(word);
        let out = Picture::new(title, width.max(left + column * rounds + EDGE));
        Self { asked, out, room: width, left, column, beneath: Vec::new() }
    }

    fn bounds(&self, round: usize) -> (Date, Date) {
        let s = &self.asked.view.scenario;
        let from = if round == 0 { s.start } else { s.rounds[round - 1].ends.plus(1) };
        (from, s.rounds[round].ends)
    }

    /// Where a day is: rounds are equally wide, and the ends of the picture keep what lies beyond.
    fn x(&self, day: Date) -> f32 {
        let s = &self.asked.view.scenario;
        let last = s.rounds.len().saturating_sub(1);
        let round = s.rounds.iter().position(|r| day <= r.ends).unwrap_or(last);
        let (from, to) = self.bounds(round);
        let days = |d: i32| real(usize::try_from(d).unwrap_or(0));
        let part = (days(day.0 - from.0) / days(to.0 - from.0).max(1.0)).min(1.0);
        // Signs keep clear of the edges of their round.
        self.left + self.column * (real(round) + 0.07 + 0.82 * part)
    }

    fn head(&mut self) -> f32 {
        let s = &self.asked.view.scenario;
        let width = self.room;
        let title = wrap(&self.out.title, 22.0, true, width - 2.0 * EDGE, 2);
        let frame = self.out.text(at(EDGE, 14.0), title, Look::new(22.0, Token::Ink).strong());
        let about = wrap(&self.asked.ui("picture-timeline-about"), SMALL, false, width - 2.0 * EDGE, 3);
        let frame = self.out.text(at(EDGE, frame.bottom() + 2.0), about, Look::new(SMALL, Token::Soft));
        let top = frame.bottom() + 12.0;
        let mut low = top;
        for (i, round) in s.rounds.iter().enumerate() {
            let x = self.left + self.column * real(i);
            let title = format!("{}  {}", i + 1, self.asked.prose(&round.title));
            let lines = wrap(&title, SMALL, true, self.column - COLUMN_GAP, 3);
            let f = self.out.text(at(x + 5.0, top), lines, Look::new(SMALL, Token::Ink).strong());
            let date = wrap(&self.asked.words.date(round.ends), DAY, false, self.column - COLUMN_GAP, 2);
            let f = self.out.text(at(x + 5.0, f.bottom()), date, Look::new(DAY, Token::Soft));
            low = low.max(f.bottom());
        }
        low + 8.0
    }

    /// Courts that a stage comes before.
    fn staged(asked: &'b Asked<'a>) -> impl Iterator<Item = CourtIx> {
        (0..asked.view.scenario.stages.len()).filter_map(|i| asked.court_of(crate::model::StageIx::new(i)))
    }

    /// Courts of the case, the highest first; those of other cases below.
    fn courts(&self) -> Vec<CourtIx> {
        let s = &self.asked.view.scenario;
        let mut all: Vec<(bool, CourtIx)> = Vec::new();
        let main = Self::staged(self.asked).map(|court| (true, court));
        let other = self.asked.events.iter().filter_map(|(_, e)| match &e.what {
            Happened::Held(_, court, ..) => Some((false, *court)),
            _ => None,
        });
        for (of_main, court) in main.chain(other) {
            if !all.iter().any(|(_, c)| *c == court) {
                all.push((of_main, court));
            }
        }
        all.sort_by_key(|(of_main, c)| (!of_main, std::cmp::Reverse(s.law.court(*c).level)));
        all.into_iter().map(|(_, c)| c).collect()
    }

    /// What a court decided, in every case before it.
    fn rulings(&self, court: CourtIx) -> Vec<Item> {
        let s = &self.asked.view.scenario;
        let mut out = Vec::new();
        for (i, (_, e)) in self.asked.events.iter().enumerate() {
            let (case, result, compel, resist) = match &e.what {
                Happened::Ruled { stage, court: c, result, compel, resist, .. } if *c == court => {
                    let case = s.stage(*stage).hearing.as_ref().map_or(CaseIx(0), |h| h.case);
                    (case, *result, *compel, *resist)
                }
                Happened::Held(case, c, side, _) if *c == court && *case != CaseIx(0) => (*case, Result::For(*side), 0, 0),
                _ => continue,
            };
            let (sign, token, hollow) = self.result(result);
            let mut text = self.asked.outcome(case, result, compel, resist);
            if case != CaseIx(0) {
                text = self.asked.with(
                    "picture-other-case",
                    &[("case", self.asked.prose(&s.cases[case.ix()].title).into()), ("outcome", text.into())],
                );
            }
            let (label, target) = (self.asked.entry(i), Some(self.asked.behind(i)));
            out.push(Item { day: e.date, sign, token, hollow, text, strong: true, label, target });
        }
        out
    }

    fn result(&self, result: Result) -> (Sign, Token, bool) {
        match result {
            Result::For(side) => {
                let (token, sign) = self.asked.side(side);
                (sign, token, false)
            }
            Result::Tie => (Sign::Diamond, Token::Soft, true),
            Result::Denied => (Sign::Cross, Token::Soft, true),
        }
    }

    /// What a seat did: decisions and moves.
    fn deeds(&self, seat: SeatIx) -> Vec<Item> {
        let s = &self.asked.view.scenario;
        let who = s.seats[seat.ix()].role;
        let mut out = Vec::new();
        for (i, (_, e)) in self.asked.events.iter().enumerate() {
            let (by, text, weighty) = match &e.what {
                Happened::Chose(d, o) => {
                    let decision = s.decision(*d);
                    let Some(option) = decision.options.get(usize::from(*o)) else { continue };
                    (decision.seat, &option.act.title, true)
                }
                Happened::Moved(m) => (s.side_move(*m).seat, &s.side_move(*m).act.title, false),
                Happened::Answered(o, true) => (s.offer(*o).to, &s.offer(*o).act.title, true),
                _ => continue,
            };
            if by != seat {
                continue;
            }
            out.push(Item {
                day: e.date,
                sign: role_sign(who),
                token: role(who),
                hollow: !weighty,
                text: self.asked.prose(text).to_owned(),
                strong: false,
                label: self.asked.entry(i),
                target: Some(self.asked.behind(i)),
            });
        }
        out
    }

    fn instruments(&self) -> Vec<Item> {
        let s = &self.asked.view.scenario;
        let told = self.asked.events.iter().enumerate().filter_map(|(i, (_, e))| match e.what {
            Happened::Instrument(ix, status) if status != InstrumentStatus::Unasked => Some((i, e, ix, status)),
            _ => None,
        });
        told.map(|(i, e, ix, status)| {
            let gone = matches!(status, InstrumentStatus::Quashed | InstrumentStatus::Withdrawn | InstrumentStatus::Replaced);
            let args = [
                ("instrument", self.asked.prose(&s.instrument(ix).title).into()),
                ("status", self.asked.ui(lang::log::instrument(status)).into()),
            ];
            Item {
                day: e.date,
                sign: if gone { Sign::Cross } else { Sign::Triangle },
                token: Token::Warn,
                hollow: status == InstrumentStatus::Sought,
                text: self.asked.with("picture-instrument", &args),
                strong: false,
                label: self.asked.entry(i),
                target: Some(self.asked.behind(i)),
            }
        })
        .collect()
    }

    fn happenings(&self) -> Vec<Item> {
        let s = &self.asked.view.scenario;
        let mut out = Vec::new();
        for (i, (_, e)) in self.asked.events.iter().enumerate() {
            let text = match &e.what {
                Happened::Event(x) => self.asked.prose(&s.event(*x).title),
                Happened::Trigger(x) => self.asked.prose(&s.trigger(*x).title),
                Happened::Closed(x) => self.asked.prose(&s.endings[x.ix()].title),
                _ => continue,
            };
            let (label, target) = (self.asked.entry(i), Some(self.asked.behind(i)));
            let strong = matches!(e.what, Happened::Closed(_));
            let item = Item {
                day: e.date,
                sign: Sign::Diamond,
                token: Token::Soft,
                hollow: !strong,
                text: text.to_owned(),
                strong,
                label,
                target,
            };
            out.push(item);
        }
        out
    }

    /// A lane with its name and its items; returns where the next one begins.
    fn lane(&mut self, y: f32, name: &str, seat: Option<SeatIx>, items: &[Item], axis: f32) -> f32 {
        let token = seat.map_or(Token::Ink, |x| role(self.asked.view.scenario.seats[x.ix()].role));
        let lines = wrap(name, SMALL, true, self.left - EDGE - NAME_GAP, NAME_LINES);
        let named = self.out.text(at(EDGE, y + 8.0), lines, Look::new(SMALL, token).strong());
        let is_court = seat.is_none() && axis > 12.0;
        let mut taken = Taken::default();
        let mut bottom = named.bottom();
        let right = self.out.size.x - EDGE;
        for item in items {
            let x = self.x(item.day);
            let most = (self.column * 1.25).clamp(96.0, 230.0);
            let lines = wrap(&item.text, SMALL, item.strong, most, 3);
            let w = lines.iter().map(|l| wide(l, SMALL, item.strong)).fold(0.0, f32::max);
            let h = lines_high(lines.len(), SMALL);
            let gap = SIGN + 5.0;
            // Beside the sign to the right, or to the left where the picture ends; on a court's lane below the sign, for the
            // way of the case runs along it.
            let flipped = x + gap + w > right;
            let (c, text_at) = if is_court {
                let start = if flipped { x + SIGN - w } else { x - SIGN };
                let row = taken.drop(start - 3.0, y + axis + 12.0, w + 6.0, h + 4.0);
                (at(x, y + axis), at(if flipped { x + SIGN } else { x - SIGN }, row))
            } else {
                let start = if flipped { x - gap - w } else { x - SIGN };
                let row = taken.drop(start, y + 6.0, gap + w + SIGN + 4.0, h.max(2.0 * SIGN) + 5.0);
                (at(x, row + SMALL * 0.65 + 1.0), at(if flipped { x - gap } else { x + gap }, row))
            };
            let align = if flipped { Align::End } else { Align::Start };
            let pen = Pen::solid(item.token, 1.6);
            let fill = (!item.hollow).then_some(Fill::Full(item.token)).or(Some(Fill::Full(Token::Paper)));
            self.out.sign(item.sign, c, if item.strong { SIGN } else { SIGN - 1.5 }, fill, Some(pen));
            let mut look = Look::new(SMALL, Token::Ink).align(align);
            look.strong = item.strong;
            let f = self.out.text(text_at, lines, look);
            let around = f.around(&Frame::new(c.x - SIGN, c.y - SIGN, 2.0 * SIGN, 2.0 * SIGN));
            self.out.spot(around, item.label.clone(), Vec::new(), item.target);
            bottom = bottom.max(f.bottom());
        }
        let end = taken.bottom(bottom).max(y + FINGER + 8.0) + 6.0;
        let rule = [at(EDGE, end), at(right, end)];
        self.beneath.push(Form::Path { points: rule.to_vec(), pen: Pen::solid(Token::Line, 1.0), arrow: false });
        end
    }

    /// The way of the case through the courts: here, and really.
    fn way(&mut self, axes: &[(CourtIx, f32)]) {
        let s = &self.asked.view.scenario;
        let over = self.asked.view.clock.over.is_some();
        let axis = |court: CourtIx| axes.iter().find(|(c, _)| *c == court).map(|(_, y)| *y);
        let mut here: Vec<(Date, f32)> = Vec::new();
        for (_, e) in self.asked.events {
            let court = match &e.what {
                Happened::Opened(stage) => self.asked.court_of(*stage).filter(|_| self.main(*stage)),
                Happened::Ruled { stage, court, .. } => Some(*court).filter(|_| self.main(*stage)),
                Happened::Closed(_) => {
                    here.extend(here.last().map(|(_, y)| (e.date, *y)));
                    break;
                }
                _ => None,
            };
            here.extend(court.and_then(axis).map(|y| (e.date, y)));
        }
        let closed = self.asked.events.iter().any(|(_, e)| matches!(e.what, Happened::Closed(_)));
        if !closed {
            here.extend(here.last().map(|(_, y)| (self.asked.view.clock.today, *y)));
        }
        let known = |day: Date| over || day <= self.asked.view.clock.today;
        let facts = s.timeline.iter().filter(|f| known(f.date));
        let real: Vec<(Date, f32)> = facts.filter_map(|f| Some((f.date, axis(self.asked.court_of(f.stage?)?)?))).collect();
        let (road, path) = (self.steps(&real), self.steps(&here));
        if road.len() > 1 {
            self.beneath.push(Form::Path { points: road, pen: Pen::solid(Token::Line, 14.0), arrow: false });
        }
        if path.len() > 1 {
            self.beneath.push(Form::Path { points: path, pen: Pen::solid(Token::Court, 2.6), arrow: closed });
        }
        let ruled: Vec<(Date, CourtIx, Side)> = s
            .stages
            .iter()
            .filter_map(|stage| {
                let h = stage.hearing.as_ref()?;
                let (real, slot) = (h.historic.as_ref()?, h.slot.as_ref()?);
                let side = match real.compel.cmp(&real.resist) {
                    std::cmp::Ordering::Greater => Side::Compel,
                    std::cmp::Ordering::Less => Side::Resist,
                    std::cmp::Ordering::Equal => return None,
                };
                Some((slot.date, h.court, side))
            })
            .filter(|(day, ..)| known(*day))
            .collect();
        for (day, court, side) in ruled {
            let Some(y) = axis(court) else { continue };
            let (token, sign) = self.asked.side(side);
            let ring = Pen::solid(token, 1.4).broken(Dash::Dotted);
            let c = at(self.x(day), y);
            self.beneath.push(Form::Sign { sign, at: c, radius: 12.0, fill: Some(Fill::Wash(token)), pen: Some(ring) });
        }
    }

    fn main(&self, stage: crate::model::StageIx) -> bool {
        self.asked.view.scenario.stage(stage).hearing.as_ref().is_none_or(|h| h.case == CaseIx(0))
    }

    /// A way as steps: along a lane to the day, then up or down.
    fn steps(&self, way: &[(Date, f32)]) -> Vec<Point> {
        let mut out: Vec<Point> = Vec::new();
        for (day, y) in way {
            let x = self.x(*day).max(out.last().map_or(0.0, |p| p.x));
            if let Some(last) = out.last().copied()
                && (last.y - y).abs() > 0.5
            {
                out.push(at(x, last.y));
            }
            out.push(at(x, *y));
        }
        out
    }

    fn finish(mut self, top: f32, bottom: f32) -> Picture {
        let view = self.asked.view;
        let s = &view.scenario;
        let mut ground: Vec<Form> = Vec::new();
        for i in 0..=s.rounds.len() {
            let x = self.left + self.column * real(i);
            let points = vec![at(x, top - 6.0), at(x, bottom)];
            ground.push(Form::Path { points, pen: Pen::solid(Token::Line, 1.0), arrow: false });
        }
        if view.clock.over.is_none() {
            let x = self.x(view.clock.today) + 3.0;
            let today = Pen::solid(Token::Warn, 1.6).broken(Dash::Dashed);
            ground.push(Form::Path { points: vec![at(x, top - 6.0), at(x, bottom)], pen: today, arrow: false });
        }
        ground.append(&mut self.beneath);
        ground.append(&mut self.out.marks);
        self.out.marks = ground;
        // In words: first what happened here, by day; then what really happened, as far as it may be told.
        let mut told: Vec<usize> =
            (0..self.asked.events.len()).filter(|i| crate::report::notable(&self.asked.events[*i].1.what)).collect();
        told.sort_by_key(|i| self.asked.events[*i].1.date);
        let mut said: Vec<String> = vec![self.asked.ui("picture-timeline-here")];
        said.extend(told.into_iter().map(|i| self.asked.entry(i)));
        let over = view.clock.over.is_some();
        let facts: Vec<_> = s.timeline.iter().filter(|f| over || f.date <= view.clock.today).collect();
        if !facts.is_empty() {
            said.push(self.asked.ui("picture-timeline-really"));
        }
        said.extend(facts.into_iter().map(|f| self.asked.dated(f.date, self.asked.prose(&f.text))));
        self.out.description = said;
        self.out.high(bottom + EDGE)
    }
}
