//! Every picture, over whole matches and at several widths: no text covers another, nothing sticks out, spots can be hit.

use super::*;
use crate::bots;
use crate::model::SeatIx;
use crate::play::Match;
use crate::scenario::{self, catalog};
use std::sync::Arc;

fn hold(picture: &Picture, whose: &str) {
    let Point { x: w, y: h } = picture.size;
    let texts: Vec<(&Frame, &[String])> = picture.texts().collect();
    assert!(!picture.title.is_empty() && !picture.description.is_empty(), "{whose}");
    for (i, (frame, lines)) in texts.iter().enumerate() {
        let inside = frame.x >= 0.0 && frame.y >= 0.0 && frame.right() <= w + 0.5 && frame.bottom() <= h + 0.5;
        assert!(inside, "{whose}: {lines:?} sticks out: {frame:?} of {w} × {h}");
        for (other, theirs) in &texts[..i] {
            assert!(!frame.meets(other), "{whose}: {lines:?} covers {theirs:?}: {frame:?}, {other:?}");
        }
        assert!(lines.iter().all(|l| !l.contains('<')), "{whose}: words are missing: {lines:?}");
    }
    for spot in &picture.spots {
        let f = &spot.frame;
        assert!(
            f.w >= 24.0 && f.h >= 24.0 && f.x >= 0.0 && f.y >= 0.0 && f.right() <= w + 0.5 && f.bottom() <= h + 0.5,
            "{whose}: {spot:?}"
        );
        assert!(!spot.label.is_empty(), "{whose}");
    }
    assert!(picture.description.iter().all(|l| !l.contains('<') && !l.is_empty()), "{whose}");
}

fn look(m: &mut Match, seat: SeatIx, whose: &str) -> usize {
    let view = m.view(seat);
    let events = m.events(seat, 0);
    let words = Words::english();
    for level in [Reading::Plain, Reading::Full] {
        let asked = Asked { words: &words, level, view: &view, events: &events, court: None };
        for kind in Kind::ALL {
            for width in [0.0, USUAL, MOST] {
                let picture = draw(kind, &asked, width);
                hold(&picture, &format!("{whose}, {} at {width}", kind.id()));
                assert_eq!(picture, draw(kind, &asked, width), "the same again");
            }
        }
    }
    view.sitting.pleaded.len()
}

/// Plays a match and looks at every so many steps.
fn through(slug: &str, bot: &str, seed: u64, every: usize) -> usize {
    let s = scenario::open(slug).unwrap_or_else(|_| panic!("{slug}")).scenario;
    let mut m = Match::new(Arc::clone(&s), seed, bot == "history");
    let mut players: Vec<_> = (0..s.seats.len()).map(|i| bots::named(bot, seed + i as u64).unwrap()).collect();
    let (mut step, mut pleaded) = (0, 0);
    while m.over().is_none() {
        let seat = m.awaited()[0];
        if step % every == 0 {
            pleaded += look(&mut m, seat, &format!("{slug}, {bot} {seed}, step {step}"));
        }
        let play = players[seat.ix()].play(&m.view(seat));
        m.submit(seat, &play.action).unwrap();
        step += 1;
    }
    for seat in (0..s.seats.len()).map(SeatIx::new) {
        look(&mut m, seat, &format!("{slug}, {bot} {seed}, over"));
    }
    pleaded
}

#[test]
fn nothing_overlaps_in_the_flagship_as_history_played_it() {
    assert!(through("microsoft-ireland", "history", 1, 2) > 0, "arguments were on the table");
}

#[test]
fn nothing_overlaps_in_random_matches() {
    for slug in catalog::scenarios() {
        for seed in 0..3 {
            let _pleaded = through(slug, "random", seed, 11);
        }
    }
}
