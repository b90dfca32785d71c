//! The precedents on each question the match puts, by court and by date, as the court that sits now reads them: a full sign
//! binds, a hollow one persuades, a crossed one is gone. An arrow runs from what binds to the court; a line joins a holding
//! to what it followed (whole), distinguished (dashed) or rejected (dotted).

use super::model::{Align, Fill, Form, Frame, Look, Pen, Picture, Sign, Target, Token, at};
use super::pack::Taken;
use super::{Asked, Dash, Point, lines_high, real, wide, wrap};
use crate::lang;
use crate::model::{Authority, CaseIx, CourtIx, Date, Happened, QuestionIx, Treatment};
use crate::seat::{LawInPlay, Reach, Reading, dockets};

const EDGE: f32 = 20.0;
const SMALL: f32 = 12.5;
const SIGN: f32 = 8.0;

/// The network of precedents, tomorrow: what is decided today binds from then.
pub(super) fn draw(asked: &Asked<'_>, width: f32) -> Picture {
    let s = &*asked.view.scenario;
    let mut out = Picture::new(asked.ui("picture-law"), width);
    let inner = width - 2.0 * EDGE;
    let title = wrap(&out.title, 22.0, true, inner, 2);
    let frame = out.text(at(EDGE, 14.0), title, Look::new(22.0, Token::Ink).strong());
    let day = asked.view.clock.today;
    let about = wrap(&asked.with("picture-law-about", &[("date", asked.words.date(day).into())]), SMALL, false, inner, 3);
    let mut y = out.text(at(EDGE, frame.bottom() + 2.0), about, Look::new(SMALL, Token::Soft)).bottom() + 14.0;
    let law = LawInPlay::seen(asked.view);
    let sits = asked.court.or_else(|| asked.court_of(asked.view.clock.stage));
    let mut told: Vec<QuestionIx> = Vec::new();
    for (case, court) in dockets(s) {
        let question = s.cases[case.ix()].question;
        if told.contains(&question) {
            continue;
        }
        told.push(question);
        let reader = sits.filter(|c| dockets(s).iter().any(|(k, d)| d == c && s.cases[k.ix()].question == question));
        y = panel(asked, &mut out, &law, (case, reader.unwrap_or(court)), day.plus(1), y) + 24.0;
    }
    if told.is_empty() {
        out.description.push(asked.ui("picture-nothing-yet"));
    }
    out.high(y + EDGE)
}

fn panel(asked: &Asked<'_>, out: &mut Picture, law: &LawInPlay, before: (CaseIx, CourtIx), day: Date, top: f32) -> f32 {
    let s = &*asked.view.scenario;
    let (case, reader) = before;
    let width = out.size.x;
    let question = s.cases[case.ix()].question;
    let asks = wrap(&s.law.questions[question.ix()].text, 15.0, true, width - 2.0 * EDGE, 3);
    let head = out.text(at(EDGE, top), asks, Look::new(15.0, Token::Ink).strong());
    let facts = s.record(case, &asked.view.numbers, None);
    let mut readings = law.readings(&s.law, reader, question, &facts, day);
    readings.sort_by_key(|r| (r.decided_on, r.court, r.authority));
    out.description.push(asked.with("picture-law-reader", &[("court", asked.court(reader).into())]));
    let mut courts: Vec<CourtIx> = readings.iter().map(|r| r.court).chain([reader]).collect();
    courts.sort_by_key(|c| (std::cmp::Reverse(s.law.court(*c).level), s.law.court(*c).order, *c));
    courts.dedup();
    let left = EDGE + (width * 0.16).clamp(120.0, 220.0);
    let step = (width - left - EDGE - 40.0) / real(readings.len() + 1);
    let x = |i: usize| left + step * (real(i) + 0.3);
    let reads_at = width - EDGE - 16.0;
    let mut y = head.bottom() + 8.0;
    let mut nodes: Vec<(Authority, Reach, Point)> = Vec::new();
    let mut beneath: Vec<Form> = Vec::new();
    let mut reader_at = at(reads_at, y);
    for court in courts {
        let name = wrap(asked.court(court), SMALL, true, left - EDGE - 14.0, 4);
        let token = if court == reader { Token::Court } else { Token::Ink };
        let named = out.text(at(EDGE, y + 8.0), name, Look::new(SMALL, token).strong());
        let axis = y + 18.0;
        let mut taken = Taken::default();
        for (i, r) in readings.iter().enumerate().filter(|(_, r)| r.court == court) {
            let c = at(x(i), axis);
            node(asked, out, r, c, &mut taken, axis + 13.0, reads_at - 26.0);
            nodes.push((r.authority, r.reach, c));
        }
        if court == reader {
            reader_at = at(reads_at, axis);
        }
        y = taken.bottom(named.bottom()).max(axis + 22.0) + 8.0;
        let pen = Pen::solid(Token::Line, 1.0);
        beneath.push(Form::Path { points: vec![at(EDGE, y), at(width - EDGE, y)], pen, arrow: false });
    }
    out.sign(Sign::Circle, reader_at, 9.0, Some(Fill::Full(Token::Court)), None);
    let here = Frame::new(reader_at.x - 12.0, reader_at.y - 12.0, 24.0, 24.0);
    out.spot(here, asked.with("picture-law-reader", &[("court", asked.court(reader).into())]), Vec::new(), None);
    for (_, reach, from) in &nodes {
        if matches!(reach, Reach::Binds(_)) {
            let points = vec![at(from.x + SIGN, from.y), at(reader_at.x - 10.0, reader_at.y)];
            beneath.push(Form::Path { points, pen: Pen::solid(Token::Court, 2.2), arrow: true });
        }
    }
    treated(asked, &nodes, &mut beneath);
    // Lines lie beneath signs and words.
    let at_first = out.marks.len();
    out.marks.append(&mut beneath);
    let lines = out.marks.split_off(at_first);
    out.marks.splice(0..0, lines);
    y
}

/// Lines between a holding of the match and what its court did with earlier ones.
fn treated(asked: &Asked<'_>, nodes: &[(Authority, Reach, Point)], beneath: &mut Vec<Form>) {
    let find = |a: Authority| nodes.iter().find(|(n, ..)| *n == a).map(|(.., p)| *p);
    for (_, e) in asked.events {
        let Happened::Treated { case, court, authority, treatment, .. } = &e.what else { continue };
        let (Some(from), Some(to)) = (find(Authority::Made(*case, *court)), find(*authority)) else { continue };
        let pen = match treatment {
            Treatment::Followed => Pen::solid(Token::Good, 1.8),
            Treatment::Distinguished => Pen::solid(Token::Warn, 1.8).broken(Dash::Dashed),
            Treatment::Overruled | Treatment::Displaced | Treatment::Contrary | Treatment::Declined => {
                Pen::solid(Token::Bad, 2.0).broken(Dash::Dotted)
            }
        };
        beneath.push(Form::Path { points: vec![from, to], pen, arrow: true });
    }
}

fn node(asked: &Asked<'_>, out: &mut Picture, r: &Reading, c: Point, taken: &mut Taken, top: f32, right: f32) {
    let s = &*asked.view.scenario;
    let (token, sign) = asked.side(r.side);
    let gone = matches!(r.reach, Reach::Gone(_));
    let reach = match r.reach {
        Reach::Binds(_) => asked.ui("law-binds"),
        Reach::Persuades => asked.ui("law-persuades"),
        Reach::Gone(standing) => asked.with("law-gone", &[("status", asked.ui(lang::law::standing(standing)).into())]),
    };
    let (name, day) = match r.authority {
        Authority::Decided(ix) => (s.law.precedent(ix).name.clone(), s.law.precedent(ix).known().to_string()),
        Authority::Made(case, _) => (asked.prose(&s.cases[case.ix()].title).to_owned(), r.decided_on.to_string()),
    };
    let name = asked.with("picture-holding", &[("name", name.into()), ("date", day.into())]);
    let fill = match r.reach {
        Reach::Binds(_) => Fill::Full(token),
        Reach::Persuades | Reach::Gone(_) => Fill::Full(Token::Paper),
    };
    let pen = if gone { Pen::solid(Token::Outline, 1.4).broken(Dash::Dotted) } else { Pen::solid(token, 2.0) };
    out.sign(sign, c, SIGN, Some(fill), Some(pen));
    if gone {
        out.sign(Sign::Cross, c, SIGN + 2.0, None, Some(Pen::solid(Token::Outline, 2.0)));
    }
    let bound = matches!(r.reach, Reach::Binds(_));
    let names = wrap(&name, SMALL, bound, 150.0, 3);
    let reaches = wrap(&reach, SMALL, true, 150.0, 2);
    let w = |lines: &[String], strong| lines.iter().map(|l| wide(l, SMALL, strong)).fold(0.0, f32::max);
    let (w, h) = (w(&names, bound).max(w(&reaches, true)), lines_high(names.len() + reaches.len(), SMALL));
    let x = (c.x - SIGN).min(right - w);
    let y = taken.drop(x - 4.0, top, w + 8.0, h + 6.0);
    let ground = Frame::new(x - 2.0, y, w + 4.0, h);
    out.boxed(ground, 3.0, Some(Fill::Full(Token::Paper)), None);
    let mut look = Look::new(SMALL, if gone { Token::Soft } else { Token::Ink }).align(Align::Start);
    look.strong = bound;
    let f = out.text(at(x, y), names, look);
    let f = f.around(&out.text(at(x, f.bottom()), reaches, Look::new(SMALL, if bound { token } else { Token::Soft }).strong()));
    let reason: Vec<&str> = r.reason.iter().map(|x| s.law.factor(x).short.as_str()).collect();
    let args = [
        ("name", name.into()),
        ("court", asked.court(r.court).into()),
        ("side", asked.winner(CaseIx(1), r.side).into()),
        ("reach", reach.into()),
        ("reason", asked.words.list(&reason).into()),
    ];
    let label = asked.with("picture-law-holding", &args);
    out.description.push(label.clone());
    let target = match r.authority {
        Authority::Decided(ix) => Target::Precedent(ix),
        Authority::Made(case, court) => Target::Holding(case, court),
    };
    let detail = r.weighs().map(|w| asked.say(&w)).into_iter().collect();
    out.spot(f.around(&Frame::new(c.x - SIGN, c.y - SIGN, 2.0 * SIGN, 2.0 * SIGN)), label, detail, Some(target));
}
