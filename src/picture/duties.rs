//! The duty matrix: legal orders across, data items down. Must is a full block, must not a crossed one, may an outline, silence
//! a line of soft words. Where one order says must and another must not, a bracket joins the two.

use super::model::{Align, Fill, Form, Frame, Look, Pen, Picture, Sign, Target, Token, at};
use super::{Asked, Dash, lines_high, real, wrap};
use crate::logic::duty::Cell;
use crate::model::{Duty, ItemIx, OrderIx};
use crate::seat::duties::{self as said, duty_key};

const EDGE: f32 = 20.0;
const GAP: f32 = 10.0;
const SMALL: f32 = 12.5;
/// A row of cells, without its bracket.
const HIGH: f32 = 92.0;
/// Room for a bracket and its words.
const BRACKET: f32 = 22.0;

/// The duty matrix on the day of the view.
pub(super) fn draw(asked: &Asked<'_>, width: f32) -> Picture {
    let s = &*asked.view.scenario;
    let mut out = Picture::new(asked.ui("picture-duties"), width);
    let inner = width - 2.0 * EDGE;
    let title = wrap(&out.title, 22.0, true, inner, 2);
    let frame = out.text(at(EDGE, 14.0), title, Look::new(22.0, Token::Ink).strong());
    let day = asked.words.date(asked.view.clock.today);
    let about = wrap(&asked.with("picture-duties-about", &[("date", day.into())]), SMALL, false, inner, 3);
    let top = out.text(at(EDGE, frame.bottom() + 2.0), about, Look::new(SMALL, Token::Soft)).bottom() + 16.0;
    let found = said::duties(asked.view);
    // An order that has nothing to say of anything is no column.
    let speaks = |o: &OrderIx| found.disclose.cells.iter().any(|c| c.order == *o && !c.norms.is_empty());
    let orders: Vec<OrderIx> = (0..s.law.orders.len()).map(OrderIx::new).filter(speaks).collect();
    if s.items.is_empty() || orders.is_empty() {
        out.description.push(asked.ui("picture-nothing-yet"));
        let lines = wrap(&asked.ui("picture-nothing-yet"), SMALL, false, inner, 2);
        let low = out.text(at(EDGE, top), lines, Look::new(SMALL, Token::Ink)).bottom();
        return out.high(low + EDGE);
    }
    let left = EDGE + (width * 0.2).clamp(150.0, 260.0);
    let column = (width - EDGE - left) / real(orders.len());
    let mut y = top;
    for (i, order) in orders.iter().enumerate() {
        let lines = wrap(&s.law.orders[order.ix()].name, 14.0, true, column - GAP, 2);
        let name = out.text(at(left + column * real(i) + 2.0, top), lines, Look::new(14.0, Token::Ink).strong());
        y = y.max(name.bottom() + 8.0);
    }
    for (row, item) in s.items.iter().enumerate() {
        let item_ix = ItemIx::new(row);
        let lines = wrap(asked.prose(&item.title), 14.0, true, left - EDGE - 16.0, 4);
        out.text(at(EDGE, y + 6.0), lines, Look::new(14.0, Token::Ink).strong());
        for (i, order) in orders.iter().enumerate() {
            let frame = Frame::new(left + column * real(i), y, column - GAP, HIGH);
            if let Some(cell) = found.disclose.cell(item_ix, *order) {
                block(asked, &mut out, cell, frame);
            }
        }
        y += HIGH + 4.0;
        for c in found.disclose.conflicts(&s.law).iter().filter(|c| c.item == item_ix) {
            let at_order = |o: OrderIx| orders.iter().position(|x| *x == o);
            let (Some(a), Some(b)) = (at_order(c.must), at_order(c.must_not)) else { continue };
            let middle = |i: usize| left + column * real(i) + (column - GAP) / 2.0;
            let (from, to) = (middle(a.min(b)), middle(a.max(b)));
            let pen = Pen::solid(Token::Bad, 2.4);
            out.line(&[at(from, y), at(from, y + 9.0), at(to, y + 9.0), at(to, y)], pen);
            let text = asked.ui(if c.blocking { "picture-conflict-blocking" } else { "picture-conflict" });
            let lines = wrap(&text, SMALL, true, (to - from).max(column - GAP), 2);
            let look = Look::new(SMALL, Token::Bad).strong().align(Align::Middle);
            y = out.text(at(from.midpoint(to), y + 13.0), lines, look).bottom() + BRACKET - 14.0;
        }
        y += GAP;
    }
    out.description.extend(said::conflicts(s, &found).iter().map(|t| asked.say(&t.say)));
    out.description.extend(said::besides(s, &found).iter().map(|t| asked.say(&t.say)));
    out.high(y + EDGE)
}

/// A cell: what the order requires, and by which norm.
fn block(asked: &Asked<'_>, out: &mut Picture, cell: &Cell, frame: Frame) {
    let s = &asked.view.scenario;
    let (token, fill, pen) = match cell.duty {
        Some(Duty::Must) => (Token::Government, Some(Fill::Wash(Token::Government)), Pen::solid(Token::Government, 2.6)),
        Some(Duty::MustNot) => (Token::Bad, Some(Fill::Wash(Token::Bad)), Pen::solid(Token::Bad, 2.6).broken(Dash::Dashed)),
        Some(Duty::May) => (Token::Court, None, Pen::solid(Token::Court, 1.4)),
        None => (Token::Soft, None, Pen::solid(Token::Line, 1.2).broken(Dash::Dotted)),
    };
    out.boxed(frame, 6.0, fill, Some(pen));
    let c = at(frame.x + 17.0, frame.y + 19.0);
    match cell.duty {
        Some(Duty::Must) => out.sign(Sign::Triangle, c, 7.0, Some(Fill::Full(token)), None),
        Some(Duty::MustNot) => out.sign(Sign::Cross, c, 8.0, None, Some(Pen::solid(token, 3.0))),
        Some(Duty::May) => out.sign(Sign::Circle, c, 6.0, None, Some(Pen::solid(token, 1.8))),
        None => out.marks.push(Form::Path {
            points: vec![at(c.x - 6.0, c.y), at(c.x + 6.0, c.y)],
            pen: Pen::solid(token, 1.8),
            arrow: false,
        }),
    }
    let word = asked.ui(duty_key(cell.duty));
    let words = wrap(&word, 15.0, true, frame.w - 42.0, 1);
    let head = out.text(at(frame.x + 32.0, frame.y + 9.0), words, Look::new(15.0, token).strong());
    let norms: Vec<&str> = cell.because.iter().map(|n| s.law.norm(*n).title.as_str()).collect();
    if !norms.is_empty() {
        let room = frame.bottom() - head.bottom() - 8.0;
        let most = (1..=3).rev().find(|n| lines_high(*n, SMALL) <= room).unwrap_or(1);
        let lines = wrap(&asked.words.list(&norms), SMALL, false, frame.w - 20.0, most);
        out.text(at(frame.x + 10.0, head.bottom() + 5.0), lines, Look::new(SMALL, Token::Ink));
    }
    let args = [
        ("order", s.law.orders[cell.order.ix()].name.as_str().into()),
        ("item", asked.prose(&s.items[cell.item.ix()].title).into()),
        ("duty", word.into()),
    ];
    let label = asked.with("picture-duty", &args);
    let detail: Vec<String> = said::why(s, cell).iter().filter(|t| t.depth < 2).map(|t| asked.say(&t.say)).collect();
    out.description.push(label.clone());
    let norm = cell.because.first().or_else(|| cell.norms.first().map(|b| &b.norm));
    out.spot(frame, label, detail, norm.map(|n| Target::Norm(*n)));
}
