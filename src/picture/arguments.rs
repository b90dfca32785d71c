//! The argument graph: on each issue the arguments for the demand on the left, those against it on the right, and arrows for
//! attacks. A heavy edge stands, a dashed one has fallen; the squares are points.

use super::model::{Align, Fill, Form, Frame, Look, Pen, Picture, Sign, Token, at};
use super::{Asked, Dash, real, wrap};
use crate::model::{IssueIx, Side};
use crate::seat::{Node, Pleaded, contest};

const EDGE: f32 = 20.0;
const SMALL: f32 = 12.5;

/// What is argued in the sitting.
pub(super) fn draw(asked: &Asked<'_>, width: f32) -> Picture {
    let s = &*asked.view.scenario;
    let mut out = Picture::new(asked.ui("picture-arguments"), width);
    let inner = width - 2.0 * EDGE;
    let title = wrap(&out.title, 22.0, true, inner, 2);
    let frame = out.text(at(EDGE, 14.0), title, Look::new(22.0, Token::Ink).strong());
    let about = wrap(&asked.ui("picture-arguments-about"), SMALL, false, inner, 3);
    let mut y = out.text(at(EDGE, frame.bottom() + 2.0), about, Look::new(SMALL, Token::Soft)).bottom() + 14.0;
    let pleaded = &asked.view.sitting.pleaded;
    for issue in (0..s.issues.len()).map(IssueIx::new) {
        let on_issue: Vec<&Pleaded> = pleaded.iter().filter(|p| p.pleading.issue == issue).collect();
        if !on_issue.is_empty() {
            y = panel(asked, &mut out, issue, &on_issue, y) + 22.0;
        }
    }
    if pleaded.is_empty() {
        let none = asked.ui("picture-no-arguments");
        let lines = wrap(&none, 15.0, false, inner, 2);
        y = out.text(at(EDGE, y), lines, Look::new(15.0, Token::Ink)).bottom();
        out.description.push(none);
    }
    out.high(y + EDGE)
}

fn panel(asked: &Asked<'_>, out: &mut Picture, issue: IssueIx, on_issue: &[&Pleaded], top: f32) -> f32 {
    let s = &*asked.view.scenario;
    let width = out.size.x;
    let what = &s.issues[issue.ix()];
    let title = wrap(asked.prose(&what.title), 16.0, true, width - 2.0 * EDGE, 1);
    let head = out.text(at(EDGE, top), title, Look::new(16.0, Token::Ink).strong());
    let question = wrap(asked.prose(&what.text), SMALL, false, width - 2.0 * EDGE, 2);
    let head = out.text(at(EDGE, head.bottom()), question, Look::new(SMALL, Token::Soft));
    let found = contest(on_issue);
    let box_wide = (width - 2.0 * EDGE) * 0.40;
    let mut lows = [head.bottom() + 10.0; 2];
    let mut frames: Vec<Option<Frame>> = vec![None; found.nodes.len()];
    for (i, p) in on_issue.iter().enumerate() {
        let column = usize::from(p.side == Side::Resist);
        let x = if column == 0 { EDGE } else { width - EDGE - box_wide };
        let frame = argument(asked, out, p, found.stands[i], at(x, lows[column]), box_wide);
        frames[i] = Some(frame);
        lows[column] = frame.bottom() + 12.0;
        for (n, node) in found.nodes.iter().enumerate() {
            let (of, key) = match node {
                Node::Argument(_) => continue,
                Node::Caught(of) => (of, "picture-attack-caught"),
                Node::Named(of) => (of, "picture-attack-named"),
                Node::Faced(of) => (of, "picture-attack-faced"),
            };
            if *of == i {
                let frame = attack(asked, out, key, found.stands[n], at(x + 24.0, lows[column] + 12.0), box_wide - 24.0);
                frames[n] = Some(frame);
                lows[column] = frame.bottom() + 12.0;
            }
        }
    }
    let mut arrows: Vec<Form> = Vec::new();
    for (from, to) in &found.attacks {
        let (Some(a), Some(b)) = (frames[*from], frames[*to]) else { continue };
        let dash = if found.stands[*from] { Dash::Solid } else { Dash::Dashed };
        let pen = Pen::solid(Token::Bad, 2.0).broken(dash);
        let points = if (a.x - b.x).abs() < box_wide * 0.5 {
            let x = a.x + 30.0;
            vec![at(x, a.y), at(x, b.bottom() + 1.0)]
        } else {
            // Arrows there and back keep apart.
            let shift = if a.x < b.x { -5.0 } else { 5.0 };
            let (x1, x2) = if a.x < b.x { (a.right(), b.x) } else { (a.x, b.right()) };
            vec![at(x1, a.middle().y + shift), at(x2, b.middle().y + shift)]
        };
        arrows.push(Form::Path { points, pen, arrow: true });
    }
    out.marks.append(&mut arrows);
    let side = found.side(on_issue);
    let verdict = match side {
        Some(side) => asked.with("picture-issue-stands", &[("side", asked.winner(crate::model::CaseIx(0), side).into())]),
        None => asked.ui("picture-issue-open"),
    };
    let low = lows[0].max(lows[1]);
    let (token, _) = side.map_or((Token::Soft, Sign::Diamond), |x| asked.side(x));
    let lines = wrap(&verdict, 14.0, true, width - 2.0 * EDGE, 2);
    let f = out.text(at(width / 2.0, low), lines, Look::new(14.0, token).strong().align(Align::Middle));
    out.description.push(asked.with("picture-issue", &[("issue", asked.prose(&what.title).into()), ("verdict", verdict.into())]));
    f.bottom()
}

fn argument(asked: &Asked<'_>, out: &mut Picture, p: &Pleaded, stands: bool, corner: super::Point, w: f32) -> Frame {
    let s = &*asked.view.scenario;
    let (token, sign) = asked.side(p.side);
    let factors: Vec<&str> = p.pleading.factors.iter().map(|f| s.law.factor(f).short.as_str()).collect();
    let mut text = asked.words.list(&factors);
    if let Some(cited) = p.pleading.authority {
        text = asked.with("picture-citing", &[("argument", text.into()), ("case", s.law.precedent(cited).name.as_str().into())]);
    }
    let at_most = |text: &str, size, strong, most| wrap(text, size, strong, w - 46.0, most);
    let x = corner.x + 34.0;
    let slot = out.marks.len();
    let head = out.text(at(x, corner.y + 9.0), at_most(asked.seat(p.by), 14.0, true, 1), Look::new(14.0, token).strong());
    let said = out.text(at(x, head.bottom()), at_most(&text, SMALL, false, 4), Look::new(SMALL, Token::Ink));
    let points = usize::try_from(p.points.max(0)).unwrap_or(0).min(24);
    let words =
        asked.with(if stands { "picture-points-stands" } else { "picture-points-fallen" }, &[("points", p.points.into())]);
    let foot = out.text(at(x, said.bottom() + 14.0), at_most(&words, SMALL, true, 1), Look::new(SMALL, token).strong());
    for i in 0..points {
        let c = at(x + 5.0 + 13.0 * real(i), said.bottom() + 8.0);
        if c.x + 6.0 < corner.x + w {
            out.sign(Sign::Square, c, 4.5, Some(Fill::Full(token)), None);
        }
    }
    let frame = Frame::new(corner.x, corner.y, w, foot.bottom() + 9.0 - corner.y);
    let pen = if stands { Pen::solid(token, 3.0) } else { Pen::solid(Token::Outline, 1.3).broken(Dash::Dashed) };
    // The box lies beneath its words.
    out.marks.insert(slot, Form::Box { frame, round: 7.0, fill: Some(Fill::Full(Token::Card)), pen: Some(pen) });
    out.sign(sign, at(corner.x + 18.0, corner.y + 19.0), 8.0, Some(Fill::Full(token)), None);
    let args = [("seat", asked.seat(p.by).into()), ("argument", text.into()), ("standing", words.into())];
    let label = asked.with("picture-argument", &args);
    out.description.push(label.clone());
    out.spot(frame, label, Vec::new(), None);
    frame
}

fn attack(asked: &Asked<'_>, out: &mut Picture, key: &str, stands: bool, corner: super::Point, w: f32) -> Frame {
    let text = asked.ui(key);
    let lines = wrap(&text, SMALL, stands, w - 20.0, 2);
    let slot = out.marks.len();
    let mut look = Look::new(SMALL, if stands { Token::Bad } else { Token::Soft });
    look.strong = stands;
    let said = out.text(at(corner.x + 10.0, corner.y + 6.0), lines, look);
    let frame = Frame::new(corner.x, corner.y, w, said.bottom() + 6.0 - corner.y);
    let pen = if stands { Pen::solid(Token::Bad, 2.0) } else { Pen::solid(Token::Outline, 1.2).broken(Dash::Dashed) };
    out.marks.insert(slot, Form::Box { frame, round: 13.0, fill: Some(Fill::Full(Token::Paper)), pen: Some(pen) });
    out.description.push(text.clone());
    out.spot(frame, text, Vec::new(), None);
    frame
}
