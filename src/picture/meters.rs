//! Numbers over time: one small chart a number, all on one calendar, the last value at the end of its line. A dot is a change;
//! the greatest change says its cause. A seat sees the numbers it may see and no others.

use super::model::{Align, Fill, Form, Frame, Look, Pen, Picture, Sign, Token, at};
use super::said::{role, role_sign};
use super::{Asked, Dash, lines_high, real, wide, wrap};
use crate::lang;
use crate::model::{Cause, Happened, VarIx, VarKind};

const EDGE: f32 = 20.0;
const GAP: f32 = 28.0;
const HIGH: f32 = 76.0;
const SMALL: f32 = 12.0;

/// A change of a number, by its place in the events.
struct Change {
    event: usize,
    round: u8,
    from: i16,
    to: i16,
    cause: Cause,
}

/// Numbers over time.
pub(super) fn draw(asked: &Asked<'_>, width: f32) -> Picture {
    let s = &*asked.view.scenario;
    let mut out = Picture::new(asked.ui("picture-meters"), width);
    let inner = width - 2.0 * EDGE;
    let title = wrap(&out.title, 22.0, true, inner, 2);
    let frame = out.text(at(EDGE, 14.0), title, Look::new(22.0, Token::Ink).strong());
    let about = wrap(&asked.ui("picture-meters-about"), 12.5, false, inner, 3);
    let mut y = out.text(at(EDGE, frame.bottom() + 2.0), about, Look::new(12.5, Token::Soft)).bottom() + 14.0;
    let mut shown: Vec<VarIx> = (0..s.vars.len())
        .map(VarIx::new)
        .filter(|v| {
            let var = s.var(*v);
            matches!(var.kind, VarKind::Meter | VarKind::Counter | VarKind::Question)
                && !var.title.is_empty()
                && asked.view.sees(*v)
        })
        .collect();
    // The seat's own first, then the world's, then those of others.
    shown.sort_by_key(|v| match s.var(*v).owner {
        Some(o) if o == asked.view.seat => (0, 0),
        None => (1, 0),
        Some(o) => (2, o.0),
    });
    let columns = if width < 900.0 {
        2_usize
    } else if width < 1500.0 {
        3
    } else {
        4
    };
    let column = (inner - GAP * real(columns - 1)) / real(columns);
    for row in shown.chunks(columns) {
        let mut low = y;
        for (i, var) in row.iter().enumerate() {
            let x = EDGE + real(i) * (column + GAP);
            low = low.max(chart(asked, &mut out, *var, Frame::new(x, y, column, HIGH)));
        }
        y = low + 18.0;
    }
    if shown.is_empty() {
        out.description.push(asked.ui("picture-nothing-yet"));
    }
    out.high(y + EDGE)
}

fn changes(asked: &Asked<'_>, var: VarIx) -> Vec<Change> {
    let of = |(event, (_, e)): (usize, &(usize, &crate::model::LogEntry))| match e.what {
        Happened::Changed(v, from, to, cause) if v == var => Some(Change { event, round: e.round, from, to, cause }),
        _ => None,
    };
    asked.events.iter().enumerate().filter_map(of).collect()
}

/// One number; returns where its chart ends.
fn chart(asked: &Asked<'_>, out: &mut Picture, var: VarIx, room: Frame) -> f32 {
    let s = &*asked.view.scenario;
    let v = s.var(var);
    let all = changes(asked, var);
    let start = all.first().map_or(v.start, |c| c.from);
    let now = all.last().map_or(start, |c| c.to);
    let owner = v.owner.map(|seat| s.seats[seat.ix()].role);
    let token = owner.map_or(Token::Ink, role);
    let mut x = room.x;
    if let Some(owner) = owner {
        out.sign(role_sign(owner), at(x + 6.0, room.y + 9.0), 5.5, Some(Fill::Full(token)), None);
        x += 18.0;
    }
    let title = wrap(asked.prose(&v.title), 14.0, true, room.right() - x, 2);
    let named = out.text(at(x, room.y), title, Look::new(14.0, token).strong());
    // Room left of the line for its first value, right of it for the last.
    let plot = Frame::new(room.x + 30.0, named.bottom() + 14.0, room.w - 74.0, room.h);
    let values = all.iter().flat_map(|c| [c.from, c.to]).chain([start]);
    let (least, most) = values.fold((v.min.min(start), start), |(a, b), n| (a.min(n), b.max(n)));
    let most = if v.max > 12 { most.max(least + 6) } else { v.max };
    let span = f32::from((most - least).max(1));
    let level = |n: i16| plot.bottom() - plot.h * f32::from(n - least) / span;
    let rounds = real(s.rounds.len().max(1));
    for i in 0..=s.rounds.len() {
        let x = plot.x + plot.w * real(i) / rounds;
        let tick = vec![at(x, plot.bottom() + 2.0), at(x, plot.bottom() + 6.0)];
        out.line(&tick, Pen::solid(Token::Outline, 1.0));
    }
    if least < 0 && most > 0 {
        let nought = [at(plot.x, level(0)), at(plot.right(), level(0))];
        out.line(&nought, Pen::solid(Token::Line, 1.2).broken(Dash::Dashed));
    }
    out.line(&[at(plot.x, plot.bottom() + 2.0), at(plot.right(), plot.bottom() + 2.0)], Pen::solid(Token::Line, 1.0));
    // Inside a round changes follow each other at even steps.
    let place = |c: &Change| {
        let mine = all.iter().filter(|o| o.round == c.round);
        let before = mine.clone().filter(|o| o.event <= c.event).count();
        let part = real(before) / real(mine.count() + 1);
        plot.x + plot.w * (f32::from(c.round.saturating_sub(1)) + part) / rounds
    };
    let mut way = vec![at(plot.x, level(start))];
    for c in &all {
        let x = place(c);
        way.extend([at(x, level(c.from)), at(x, level(c.to))]);
    }
    let today = (plot.x + plot.w * f32::from(asked.view.clock.round) / rounds).min(plot.right());
    let end = way.last().map_or(today, |p| p.x.max(today));
    way.push(at(end, level(now)));
    out.marks.push(Form::Path { points: way, pen: Pen::solid(token, 2.2), arrow: false });
    let value = |n: i16| if v.kind == VarKind::Question { crate::lang::signed(n) } else { n.to_string().replace('-', "−") };
    let first = Look::new(SMALL, Token::Soft).align(Align::End);
    out.text(at(plot.x - 6.0, level(start) - 8.0), vec![value(start)], first);
    out.text(at(end + 7.0, level(now) - 11.0), vec![value(now)], Look::new(17.0, token).strong());
    for c in &all {
        let (x, y) = (place(c), level(c.to));
        let up = c.to > c.from;
        let fill = if up { Fill::Full(token) } else { Fill::Full(Token::Paper) };
        out.sign(Sign::Circle, at(x, y), 3.6, Some(fill), Some(Pen::solid(token, 1.5)));
        let spot = Frame::new(x - 4.0, y - 4.0, 8.0, 8.0);
        out.spot(spot, asked.entry(c.event), Vec::new(), Some(asked.behind(c.event)));
    }
    let said = [
        ("number", asked.prose(&v.title).into()),
        ("from", value(start).into()),
        ("to", value(now).into()),
        ("changes", all.len().into()),
    ];
    out.description.push(asked.with("picture-meter", &said));
    let below = plot.bottom() + 14.0;
    let Some(most) = all.iter().max_by_key(|c| ((c.to - c.from).abs(), c.event)) else { return below };
    let because = asked.say(&lang::cause(s, most.cause));
    let args = [("by", crate::lang::signed(most.to - most.from).into()), ("cause", because.into()), ("round", most.round.into())];
    let text = asked.with("picture-meter-most", &args);
    out.description.extend(all.iter().map(|c| asked.entry(c.event)));
    let lines = wrap(&text, SMALL, false, room.w, 2);
    debug_assert!(lines.iter().all(|l| wide(l, SMALL, false) <= room.w + 1.0));
    let high = lines_high(lines.len(), SMALL);
    out.text(at(room.x, below), lines, Look::new(SMALL, Token::Soft));
    below + high
}
