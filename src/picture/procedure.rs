//! The procedure of a scenario for its author: stages down the left, endings down the right, and how many matches went which
//! way. Steps on are arcs beside the stages, dashed where they lead back; what no match came to is dotted.

use super::model::{Align, Dash, Fill, Frame, Look, Pen, Picture, Point, Token, at};
use super::{real, wrap};
use crate::lang::Words;
use crate::model::{EndingIx, Reading, Scenario, StageIx};
use crate::play::Passages;

const EDGE: f32 = 20.0;
const SMALL: f32 = 12.5;
/// Height of a box, and the gap below it.
const HIGH: f32 = 46.0;
const GAP: f32 = 18.0;
/// How much farther from an ending each number on a line to it stands.
const STEP: f32 = 30.0;
/// Points of an arc.
const SMOOTH: u8 = 14;

/// The procedure with the counts of some matches.
#[must_use]
pub fn procedure(s: &Scenario, words: &Words, level: Reading, counts: &Passages, width: f32) -> Picture {
    let width = if width.is_finite() { width.clamp(super::LEAST, super::MOST) } else { super::USUAL };
    let mut out = Picture::new(words.ui("picture-procedure"), width);
    let inner = width - 2.0 * EDGE;
    let title = wrap(&out.title, 22.0, true, inner, 2);
    let frame = out.text(at(EDGE, 14.0), title, Look::new(22.0, Token::Ink).strong());
    let about = words.ui_with("picture-procedure-about", &[("count", counts.matches.into())]);
    let about = wrap(&about, SMALL, false, inner, 3);
    let top = out.text(at(EDGE, frame.bottom() + 2.0), about, Look::new(SMALL, Token::Soft)).bottom() + 18.0;
    let column = (width * 0.3).clamp(210.0, 340.0);
    let right = width - EDGE - column;
    let stage = |ix: usize| Frame::new(EDGE, top + real(ix) * (HIGH + GAP), column, HIGH);
    let endings = used(s, counts);
    let ending = |row: usize| Frame::new(right, top + real(row) * (HIGH + GAP), column, HIGH);

    for ((from, to), count) in &counts.steps {
        if from == to {
            continue;
        }
        let back = to < from;
        let (a, b) = (stage(from.ix()), stage(to.ix()));
        let reach = 26.0 + 15.0 * real(from.ix().abs_diff(to.ix()));
        let pen = line(*count, counts.matches, Token::Outline);
        let pen = if back { pen.broken(Dash::Dashed) } else { pen };
        let (y, z) = (a.middle().y + 6.0, b.middle().y - 6.0);
        let points = arc(at(a.right(), y), at(b.right() + 2.0, z), reach);
        let middle = points[points.len() / 2];
        out.marks.push(super::Form::Path { points, pen, arrow: true });
        out.text(at(middle.x + 3.0, middle.y - 8.0), vec![count.to_string()], Look::new(11.0, Token::Soft));
    }
    let mut before = vec![0_u8; endings.len()];
    for ((from, ix), count) in &counts.ends {
        let Some(row) = endings.iter().position(|e| e == ix) else { continue };
        let (a, b) = (stage(from.ix()), ending(row));
        let points = vec![at(a.right(), a.middle().y), at(b.x - 2.0, b.middle().y)];
        out.marks.push(super::Form::Path { points, pen: line(*count, counts.matches, Token::Court), arrow: true });
        let at_end = Look::new(11.0, Token::Court).align(Align::End);
        // On its line, each a little farther from the ending than the one before: where lines meet, numbers would too.
        let part = (b.middle().y - a.middle().y) / (b.x - a.right()).max(1.0);
        let back = (16.0 + STEP * f32::from(before[row])).min((b.x - a.right()) * 0.8);
        before[row] = before[row].saturating_add(1);
        out.text(at(b.x - back, b.middle().y - back * part - 14.0), vec![count.to_string()], at_end);
    }
    for (i, x) in s.stages.iter().enumerate() {
        let visits = counts.stages.get(i).copied().unwrap_or(0);
        block(&mut out, words, stage(i), x.title.at(level), visits, counts.matches, Token::Government);
    }
    for (row, ix) in endings.iter().enumerate() {
        let visits = counts.ends.iter().filter(|((_, e), _)| e == ix).map(|(_, n)| n).sum();
        block(&mut out, words, ending(row), s.endings[ix.ix()].title.at(level), visits, counts.matches, Token::Court);
    }
    tell(&mut out, s, words, level, counts);
    let rows = s.stages.len().max(endings.len());
    out.high(top + real(rows) * (HIGH + GAP) + EDGE)
}

/// Endings in the order of the scenario; what never came stands last.
fn used(s: &Scenario, counts: &Passages) -> Vec<EndingIx> {
    let came = |e: &EndingIx| counts.ends.keys().any(|(_, x)| x == e);
    let mut all: Vec<EndingIx> = (0..s.endings.len()).map(EndingIx::new).collect();
    all.sort_by_key(|e| !came(e));
    all
}

/// The more matches, the broader; none at all is dots.
fn line(count: u64, matches: u64, token: Token) -> Pen {
    let part = share(count, matches);
    Pen::solid(token, 1.2 + 4.0 * part)
}

fn share(count: u64, matches: u64) -> f32 {
    let permille = count.saturating_mul(1000) / matches.max(1);
    f32::from(u16::try_from(permille.min(1000)).unwrap_or(1000)) / 1000.0
}

/// A half ellipse out to the right and back.
fn arc(from: Point, to: Point, reach: f32) -> Vec<Point> {
    let step = |i: u8| {
        let t = f32::from(i) / f32::from(SMOOTH);
        let out = (std::f32::consts::PI * t).sin() * reach;
        at(from.x + (to.x - from.x) * t + out, from.y + (to.y - from.y) * t)
    };
    (0..=SMOOTH).map(step).collect()
}

fn block(out: &mut Picture, words: &Words, frame: Frame, title: &str, visits: u64, matches: u64, token: Token) {
    let never = visits == 0;
    let pen = Pen::solid(if never { Token::Bad } else { token }, 1.8);
    let pen = if never { pen.broken(Dash::Dotted) } else { pen };
    out.boxed(frame, 8.0, Some(if never { Fill::Full(Token::Card) } else { Fill::Wash(token) }), Some(pen));
    let name = wrap(title, 14.0, true, frame.w - 90.0, 2);
    out.text(at(frame.x + 10.0, frame.y + 6.0), name, Look::new(14.0, Token::Ink).strong());
    let count = words.ui_with("picture-procedure-visits", &[("visits", visits.into()), ("matches", matches.into())]);
    let look = Look::new(11.5, if never { Token::Bad } else { Token::Soft }).align(Align::End);
    out.text(at(frame.right() - 10.0, frame.y + 8.0), wrap(&count, 11.5, false, 80.0, 2), look);
    out.spot(frame, format!("{title}: {count}"), Vec::new(), None);
}

/// The same in sentences.
fn tell(out: &mut Picture, s: &Scenario, words: &Words, level: Reading, counts: &Passages) {
    let name = |ix: StageIx| s.stages.get(ix.ix()).map_or("", |x| x.title.at(level)).to_owned();
    for ((from, to), count) in counts.steps.iter().filter(|((a, b), _)| a != b) {
        let args = [("from", name(*from).into()), ("to", name(*to).into()), ("count", (*count).into())];
        out.description.push(words.ui_with("picture-procedure-step", &args));
    }
    for ((from, ending), count) in &counts.ends {
        let title = s.endings[ending.ix()].title.at(level);
        let args = [("from", name(*from).into()), ("to", title.into()), ("count", (*count).into())];
        out.description.push(words.ui_with("picture-procedure-end", &args));
    }
    let never = counts.stages.iter().enumerate().filter(|(_, n)| **n == 0).map(|(i, _)| name(StageIx::new(i)));
    for stage in never {
        out.description.push(words.ui_with("picture-procedure-never", &[("stage", stage.into())]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_of_matches_stand_on_stages_steps_and_endings() {
        let s = crate::scenario::open("microsoft-ireland").unwrap().scenario;
        let mut counts = Passages::of(&s);
        for seed in 0..20 {
            let mut m = crate::play::Match::new(std::sync::Arc::clone(&s), seed, false);
            let mut bots: Vec<_> = s.seats.iter().map(|_| crate::bots::named("random", seed).unwrap()).collect();
            while m.over().is_none() {
                let seat = m.awaited()[0];
                let view = m.view(seat);
                let play = bots[seat.ix()].play(&view);
                m.submit(seat, &play.action).unwrap();
            }
            counts.count(m.log());
        }
        assert_eq!(counts.matches, 20);
        assert_eq!(counts.stages[0], 20, "every match begins at the first stage");
        assert_eq!(counts.ends.values().sum::<u64>(), 20, "every main case closes once: {:?}", counts.ends);
        for width in [720.0, 1200.0] {
            let picture = procedure(&s, &Words::english(), Reading::Plain, &counts, width);
            assert_eq!(picture.spots.len(), s.stages.len() + s.endings.len());
            let inside = |f: &Frame| f.x >= 0.0 && f.right() <= width && f.bottom() <= picture.size.y;
            assert!(picture.spots.iter().all(|spot| inside(&spot.frame)));
            assert!(picture.description.iter().all(|line| !line.contains('<')));
        }
    }
}
