//! The flagship: history's path and tallies, and what must stay true of the match as a game.

use super::table::{flagship, played, seat};
use comity::lang::Words;
use comity::model::{Authority, CardIx, CourtIx, Happened, Reading, Result, SeatIx, Side, Standing};
use comity::play::rows;
use comity::sim::{Seats, simulate};

#[test]
fn history_walks_the_true_path() {
    let s = flagship();
    let m = played(&s, "history", 1);
    let ending = m.over().expect("an ending");
    assert_eq!(s.endings[ending.ix()].id, "moot-vacated");
    let all = rows(&s, m.log(), &Words::english(), Reading::Full);
    let on = |date: &str, kind: &str| {
        assert!(all.iter().any(|r| r.date == date && r.kind == kind), "no `{kind}` on {date}:\n{all:#?}");
    };
    on("2013-12-04", "instrument"); // warrant issued
    on("2014-04-25", "ruled"); // denial
    on("2014-07-31", "ruled"); // affirmance
    on("2014-08-29", "chose"); // stay lifted
    on("2014-09-08", "chose"); // contempt by agreement
    on("2016-07-14", "ruled"); // reversal
    on("2017-01-24", "ruled"); // rehearing: equally divided
    on("2017-10-16", "event"); // certiorari granted
    on("2018-03-23", "event"); // CLOUD Act
    on("2018-03-30", "chose"); // new warrant
    on("2018-04-17", "status"); // vacated
    assert_eq!(all.last().map(|r| r.date.as_str()), Some("2018-04-17"));
    let dates: Vec<&String> = all.iter().map(|r| &r.date).collect();
    assert!(dates.windows(2).all(|w| w[0] <= w[1]), "a playthrough runs in the order of the calendar");
}

#[test]
fn history_rules_as_the_courts_did() {
    let s = flagship();
    let m = played(&s, "history", 1);
    let ruled: Vec<(Result, u8, u8, usize)> = m
        .log()
        .iter()
        .filter_map(|e| match &e.what {
            Happened::Ruled { result, compel, resist, reason, .. } => Some((*result, *compel, *resist, reason.len())),
            _ => None,
        })
        .collect();
    let expected = [
        (Result::For(Side::Compel), 1, 0, 5),
        (Result::For(Side::Compel), 1, 0, 2),
        (Result::For(Side::Resist), 0, 3, 6),
        (Result::Denied, 4, 4, 2),
    ];
    assert_eq!(ruled, expected);
    let court = |id: &str| CourtIx::new(s.law.courts.iter().position(|c| c.id == id).unwrap());
    let status = |id: &str| -> Vec<Standing> {
        let court = court(id);
        let of = |e: &comity::model::LogEntry| match e.what {
            Happened::Status(case, c, standing) if c == court && case.ix() == 0 => Some(standing),
            _ => None,
        };
        m.log().iter().filter_map(of).collect()
    };
    assert_eq!(status("sdny-magistrate"), [Standing::Reversed, Standing::Vacated]);
    assert_eq!(status("sdny"), [Standing::Reversed, Standing::Vacated]);
    assert_eq!(status("ca2"), [Standing::Superseded, Standing::Vacated]);
}

#[test]
fn the_panel_forces_new_york_and_only_persuades_philadelphia() {
    let s = flagship();
    let m = played(&s, "history", 1);
    let forced: Vec<_> = m
        .log()
        .iter()
        .filter_map(|e| match &e.what {
            Happened::Constraint { case, requires, holdings, .. } if case.ix() > 0 => {
                let made = holdings.iter().filter_map(|(a, _)| match a {
                    Authority::Made(_, court) => Some(s.law.court(*court).id.as_str()),
                    Authority::Decided(_) => None,
                });
                Some((s.cases[case.ix()].id.as_str(), requires.forced(), made.collect::<Vec<_>>()))
            }
            _ => None,
        })
        .collect();
    assert_eq!(forced, [("ny-file", Some(Side::Resist), vec!["ca2"]), ("pa-file", None, vec![])]);
}

#[test]
fn history_scores_par_on_first_cards() {
    let s = flagship();
    let m = played(&s, "history", 1);
    let tally: Vec<(&str, i16)> =
        s.seats.iter().enumerate().map(|(i, x)| (x.id.as_str(), m.points(SeatIx::new(i), CardIx(0)))).collect();
    assert_eq!(tally, [("doj", 6), ("microsoft", 7), ("ireland", 5), ("bench", 8)]);
    assert!(s.seats.iter().zip(&tally).all(|(x, t)| x.par == Some(t.1)), "the par printed is the par played");
}

#[test]
fn ten_thousand_random_matches_end_in_all_fourteen_ways() {
    let s = flagship();
    let seats = Seats::parse(&s, "random").unwrap();
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let two = rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap();
    let many = two.install(|| simulate(&s, &seats, 10_000, 1, || {}));
    assert_eq!(many.finished, 10_000);
    assert_eq!(many.endings.len(), 14);
    for ending in &many.endings {
        assert!(ending.count > 0, "no match ended in {}: {:?}", ending.id, many.endings);
        assert!(ending.count <= 6_000, "{} is too common: {}", ending.id, ending.count);
    }
    let again = one.install(|| simulate(&s, &seats, 500, 1, || {}));
    let with_two = two.install(|| simulate(&s, &seats, 500, 1, || {}));
    assert_eq!(again.digest, with_two.digest, "the number of threads must not matter");
    assert_ne!(again.digest, many.digest);
}

#[test]
fn looking_ahead_makes_the_pairings_differ() {
    let s = flagship();
    let seats = Seats::parse(&s, "keen").unwrap();
    let sum = simulate(&s, &seats, 24, 1, || {});
    assert_eq!(sum.finished, 24);
    for x in &sum.seats {
        let mean = x.points.values.mean().value;
        assert!((3.0..=8.0).contains(&mean), "{} averages {mean:.1}", x.points.id);
    }
    let kinds = sum.endings.iter().filter(|e| e.count > 0).count();
    assert!(kinds >= 3, "look-ahead play always ends alike: {:?}", sum.endings);
}

#[test]
fn a_seat_that_history_plays_keeps_to_history_whoever_else_sits_there() {
    let s = flagship();
    for seed in 0..20 {
        let m = played(&s, "random,doj=history", seed);
        let doj = seat(&s, "doj");
        let first = m.log().iter().find_map(|e| match e.what {
            Happened::Chose(d, o) if e.actor == Some(doj) => Some(s.decision(d).options[o as usize].id.clone()),
            _ => None,
        });
        assert_eq!(first.as_deref(), Some("warrant"));
    }
}
