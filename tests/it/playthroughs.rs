//! One golden playthrough per shipped scenario: every step with what was open, every log line. `COMITY_BLESS=1 cargo test`
//! writes them anew; a diff then shows what a change in the rules changed.

use super::table::shipped;
use comity::bots;
use comity::lang::Words;
use comity::model::{Reading, SeatIx};
use comity::play::{Match, deed, hex, text};
use comity::scenario::catalog;
use comity::seat::legal_actions;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::path::PathBuf;
use std::sync::Arc;

fn playthrough(slug: &str) -> String {
    let s = shipped(slug);
    let bot = if s.fictional { "cautious" } else { "history" };
    let mut m = Match::new(Arc::clone(&s), 1, !s.fictional);
    let mut players: Vec<_> = (0..s.seats.len()).map(|i| bots::named(bot, i as u64).unwrap()).collect();
    let words = Words::english();
    let mut out = format!("{slug}, {bot}, seed 1\n\n-- steps: seat, open actions, views of all seats, action, reason\n");
    while m.over().is_none() {
        let seat = m.awaited()[0];
        let view = m.view(seat);
        let mut sha = Sha256::new();
        for eye in (0..s.seats.len()).map(SeatIx::new) {
            let v = m.view(eye);
            sha.update(format!("{:?}{:?}{:?}{:?}{:?}", v.clock, v.numbers, v.seats, v.plan, v.sitting));
            sha.update(format!("{:?}{:?}{:?}{:?}", v.offers, v.holdings, v.ahead, v.press));
        }
        let play = players[seat.ix()].play(&view);
        let action = ron::to_string(&deed(&s, &play.action)).unwrap();
        let (id, open) = (&s.seats[seat.ix()].id, legal_actions(&view).len());
        let sight = &hex(&sha.finalize())[..8];
        writeln!(out, "{id:10} {open:3} {sight} {action}  ({})", words.say(&s, Reading::Plain, &play.because)).unwrap();
        m.submit(seat, &play.action).unwrap();
    }
    let _ = write!(out, "\n-- log\n{}", text(&m, &words, Reading::Full));
    out
}

#[test]
fn every_scenario_plays_as_recorded() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/playthroughs");
    for slug in catalog::scenarios() {
        let path = folder.join(format!("{slug}.txt"));
        let now = playthrough(slug);
        if std::env::var_os("COMITY_BLESS").is_some() {
            std::fs::write(&path, &now).unwrap();
            continue;
        }
        let recorded = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(!recorded.is_empty(), "{slug} has no playthrough; run COMITY_BLESS=1 cargo test");
        let differs = recorded.lines().zip(now.lines()).enumerate().find(|(_, (a, b))| a != b);
        assert!(recorded == now, "{slug} plays differently from line {differs:?}");
    }
}
