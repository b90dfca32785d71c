//! What each legal order requires of the provider, in the scenarios that ship: the day decides, leave lifts, a hand-over
//! against a prohibition is logged once with the norm as its cause.

use super::table::{flagship, played, seat, shipped};
use comity::lang::Words;
use comity::logic::condition;
use comity::logic::duty::{Matrix, matrix};
use comity::model::{Act, Cause, Date, Duty, Happened, InstrumentStatus, ItemIx, OrderIx, Reading, Say, Scenario};
use comity::play::Match;
use comity::seat::duties;

fn day(s: &str) -> Date {
    Date::parse(s).unwrap()
}

fn item(s: &Scenario, id: &str) -> ItemIx {
    ItemIx::new(s.items.iter().position(|i| i.id == id).unwrap())
}

fn order(s: &Scenario, id: &str) -> OrderIx {
    OrderIx::new(s.law.orders.iter().position(|o| o.id == id).unwrap())
}

fn numbers(s: &Scenario, set: &[(&str, i16)]) -> Vec<i16> {
    let mut all: Vec<i16> = s.vars.iter().map(|v| v.start).collect();
    for (id, value) in set {
        all[s.var_named(id).unwrap().ix()] = *value;
    }
    all
}

fn statuses(s: &Scenario, served: &[&str]) -> Vec<InstrumentStatus> {
    let of = |id: &str| if served.contains(&id) { InstrumentStatus::Served } else { InstrumentStatus::Unasked };
    s.instruments.iter().map(|i| of(&i.id)).collect()
}

fn duty(s: &Scenario, m: &Matrix, what: &str, whose: &str) -> Option<Duty> {
    m.cell(item(s, what), order(s, whose)).unwrap().duty
}

#[test]
fn before_a_demand_every_order_is_silent() {
    let s = flagship();
    let m = matrix(&s, &numbers(&s, &[]), &statuses(&s, &[]), day("2013-12-04"), Act::Disclose);
    assert_eq!(m.cells.len(), s.items.len() * s.law.orders.len());
    assert!(m.cells.iter().all(|c| c.duty.is_none()));
}

#[test]
fn the_act_of_2018_commands_from_its_own_day() {
    let s = flagship();
    // The panel has ruled to resist; the new warrant is not there yet, the old one stands as served.
    let on = |d: &str, leading: i16| {
        matrix(&s, &numbers(&s, &[("leading:", leading)]), &statuses(&s, &["the-warrant"]), day(d), Act::Disclose)
    };
    let us = |m: &Matrix| duty(&s, m, "content", "us");
    assert_eq!(us(&on("2014-04-25", 1)), Some(Duty::Must), "the warrant stands");
    assert_eq!(us(&on("2018-03-22", -1)), None, "the panel took it away");
    assert_eq!(us(&on("2018-03-23", -1)), Some(Duty::Must), "18 U.S.C. 2713");
    let at_home = on("2018-03-22", -1);
    assert_eq!(duty(&s, &at_home, "non-content", "us"), Some(Duty::Must), "what lies at home was never in dispute");
    let cell = |d| on(d, -1).cell(item(&s, "content"), order(&s, "us")).unwrap().because.clone();
    assert_eq!(cell("2018-03-23").iter().map(|n| s.law.norm(*n).id.as_str()).collect::<Vec<_>>(), ["sca-2713"]);
}

#[test]
fn ireland_forbids_only_what_the_record_shows_and_leave_lifts_it() {
    let s = flagship();
    let on = |law: i16, leave: i16| {
        let numbers = numbers(&s, &[("law", law), ("leave", leave)]);
        matrix(&s, &numbers, &statuses(&s, &["the-warrant"]), day("2014-04-25"), Act::Disclose)
    };
    let ireland = |m: &Matrix| duty(&s, m, "content", "ie");
    assert_eq!([ireland(&on(0, 0)), ireland(&on(1, 0)), ireland(&on(-1, 0))], [None, None, Some(Duty::MustNot)]);
    assert_eq!(ireland(&on(-1, 1)), Some(Duty::May));
    assert_eq!(duty(&s, &on(-1, 0), "non-content", "ie"), None, "what lies in the United States");
    let conflicts = on(-1, 0).conflicts(&s.law);
    assert_eq!(conflicts.len(), 1);
    assert_eq!((conflicts[0].must, conflicts[0].must_not, conflicts[0].blocking), (order(&s, "us"), order(&s, "ie"), false));
    assert!(on(0, 0).conflicts(&s.law).is_empty() && on(-1, 1).conflicts(&s.law).is_empty());
}

#[test]
fn european_transfer_law_waits_for_its_day() {
    let s = flagship();
    let on = |d: &str| matrix(&s, &numbers(&s, &[]), &statuses(&s, &["new-warrant"]), day(d), Act::Disclose);
    let eu = |m: &Matrix| duty(&s, m, "content", "eu");
    assert_eq!([eu(&on("2018-05-24")), eu(&on("2018-05-25"))], [None, Some(Duty::MustNot)]);
    let late = on("2018-05-25");
    let cell = late.cell(item(&s, "content"), order(&s, "eu")).unwrap();
    let stands: Vec<&str> = cell.norms.iter().filter(|b| b.stands).map(|b| s.law.norm(b.norm).id.as_str()).collect();
    assert_eq!(stands, ["gdpr-44"], "article 48 is not engaged by an order to a foreign parent");
    assert_eq!(duty(&s, &late, "content", "uk"), None, "no British demand");
}

#[test]
fn a_treaty_request_is_no_conflict() {
    let s = flagship();
    let m = matrix(&s, &numbers(&s, &[("law", -2)]), &statuses(&s, &["treaty-request"]), day("2018-06-01"), Act::Disclose);
    assert_eq!(duty(&s, &m, "content", "ie"), Some(Duty::May));
    assert_eq!(duty(&s, &m, "content", "eu"), None);
    assert!(m.conflicts(&s.law).is_empty());
}

#[test]
fn the_special_motion_needs_a_qualifying_government() {
    let s = flagship();
    let numbers = numbers(&s, &[("law", -1)]);
    let m = matrix(&s, &numbers, &statuses(&s, &["new-warrant"]), day("2018-04-01"), Act::MoveToQuash);
    assert!(m.cells.iter().all(|c| c.duty.is_none()), "in 2018 no state qualified");
    let cell = m.cell(item(&s, "content"), order(&s, "us")).unwrap();
    assert_eq!(cell.norms.len(), 1, "the motion is looked at, and its missing condition shown");
}

#[test]
fn the_neighbour_blocks_until_it_agrees() {
    let s = shipped("two-harbours");
    let on = |x: i16| {
        let numbers = numbers(&s, &[("vessian-law", x)]);
        matrix(&s, &numbers, &statuses(&s, &["order"]), day("2031-05-09"), Act::Disclose)
    };
    let c = on(0).conflicts(&s.law);
    assert!(c.len() == 1 && c[0].blocking);
    assert!(on(1).conflicts(&s.law).is_empty());
}

#[test]
fn history_breaks_the_law_once_by_agreed_contempt_and_pays_once() {
    let s = flagship();
    let m = played(&s, "history", 1);
    let broke: Vec<(String, &str)> = m
        .log()
        .iter()
        .filter_map(|e| match e.what {
            Happened::Broke(n) => Some((e.date.to_string(), s.law.norm(n).id.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(broke, [("2014-09-08".to_owned(), "sca-2703")]);
    assert!(!m.log().iter().any(|e| matches!(e.what, Happened::Changed(_, _, _, Cause::Norm(_)))));
}

#[test]
fn handing_over_against_a_prohibition_costs_once() {
    let s = flagship();
    let (mut hit, mut spared) = (0, 0);
    for seed in 0..60 {
        let m = played(&s, "random", seed);
        let of = |id: &str| m.log().iter().filter(|e| matches!(e.what, Happened::Broke(n) if s.law.norm(n).id == id)).count();
        let cost = m.log().iter().filter(|e| matches!(e.what, Happened::Changed(_, _, _, Cause::Norm(_)))).count();
        for b in &s.breaches {
            assert!(of(&s.law.norm(b.norm).id) <= 1, "seed {seed}");
        }
        let forbidden = of("ie-open-question") + of("gdpr-44");
        assert!(cost <= forbidden, "only these carry consequences");
        if forbidden > 0 { hit += 1 } else { spared += 1 }
    }
    assert!(hit > 0 && spared > 0, "{hit} hit, {spared} spared");
}

#[test]
fn played_past_the_act_the_cell_changes() {
    let s = flagship();
    let seats = comity::sim::Seats::parse(&s, "history").unwrap();
    let mut m = Match::new(std::sync::Arc::clone(&s), 1, seats.pinned(&s));
    let mut seen: Vec<(Date, Option<Duty>, Vec<String>)> = Vec::new();
    let mut players: Vec<_> = (0..s.seats.len()).map(|i| comity::bots::named("history", i as u64).unwrap()).collect();
    while m.over().is_none() {
        let who = m.awaited()[0];
        let view = m.view(who);
        let d = duties(&view);
        let cell = d.disclose.cell(item(&s, "content"), order(&s, "us")).unwrap();
        let because = cell.because.iter().map(|n| s.law.norm(*n).id.clone()).collect();
        seen.push((view.clock.today, cell.duty, because));
        let action = players[who.ix()].play(&view).action;
        m.submit(who, &action).unwrap();
    }
    let on = |from: &str, to: &str| {
        let mut all: Vec<_> = seen.iter().filter(|x| x.0 >= day(from) && x.0 <= day(to)).map(|x| (x.1, x.2.clone())).collect();
        all.dedup();
        all
    };
    let must = |id: &str| vec![(Some(Duty::Must), vec![id.to_owned()])];
    assert_eq!(on("2014-04-25", "2014-09-08"), must("sca-2703"));
    assert_eq!(on("2016-07-14", "2018-03-22"), [(None, vec![])]);
    assert_eq!(on("2018-03-23", "2018-04-16"), must("sca-2713"));
}

fn view_late(s: &std::sync::Arc<Scenario>, m: &mut Match, id: &str) -> comity::seat::SeatView {
    m.view(seat(s, id))
}

#[test]
fn every_seat_sees_the_same_duties() {
    for s in [flagship(), shipped("two-harbours")] {
        for seed in 0..6 {
            let mut m = played(&s, "random", seed);
            let views: Vec<_> = s.seats.iter().map(|x| duties(&view_late(&s, &mut m, &x.id))).collect();
            assert!(views.windows(2).all(|w| w[0] == w[1]));
        }
    }
}

#[test]
fn every_cell_explains_itself_down_to_the_citation() {
    let words = Words::english();
    for s in [flagship(), shipped("two-harbours")] {
        let read = |say: &Say| {
            let line = words.say(&s, Reading::Full, say);
            assert!(!line.contains('<'), "{line}");
            line
        };
        for norm in s.law.norms.iter().filter(|n| !n.acts.is_empty()) {
            let whole = read(&condition::say(&s, &norm.when));
            norm.when.atoms(&mut |atom| {
                let part = read(&condition::Speak::say(atom, &s));
                assert!(whole.contains(&part), "`{}` leaves out `{part}`: {whole}", norm.id);
            });
        }
        for seed in 0..4 {
            let mut m = played(&s, "random", seed);
            let view = view_late(&s, &mut m, &s.seats[0].id);
            let d = duties(&view);
            for cell in &d.disclose.cells {
                let lines: Vec<String> = comity::seat::duties::why(&s, cell).iter().map(|t| read(&t.say)).collect();
                for b in &cell.norms {
                    assert!(lines.iter().any(|l| l.contains(&s.law.norm(b.norm).citation)));
                }
            }
            for t in comity::seat::duties::conflicts(&s, &d).iter().chain(&comity::seat::duties::comity_told(&s, &d)) {
                read(&t.say);
            }
            for f in (0..s.law.factors.len()).map(|i| comity::model::FactorIx(u16::try_from(i).unwrap())) {
                for x in comity::seat::duties::support_told(&view, f) {
                    read(&x);
                }
            }
        }
    }
}

#[test]
fn a_factor_of_foreign_law_points_to_the_cell_it_rests_on() {
    let s = flagship();
    let mut m = played(&s, "history", 1);
    let view = view_late(&s, &mut m, "bench");
    let factor = s.law.factors.iter().position(|f| f.id == "foreign-law-forbids").unwrap();
    let factor = comity::model::FactorIx(u16::try_from(factor).unwrap());
    let cells = comity::seat::duties::support(&view, factor);
    assert!(cells.iter().any(|(c, borne)| c.order == order(&s, "ie") && c.item == item(&s, "content") && !borne));
}

/// The codes found in Two Harbours with one piece of its text replaced.
fn found(from: &str, to: &str) -> Vec<String> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/two-harbours.ron");
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{from}");
    let source = comity::diagnostic::Source::new("mine.ron", text.replacen(from, to, 1));
    match comity::scenario::load(&source, None) {
        Ok(loaded) => loaded.remarks,
        Err(found) => found,
    }
    .iter()
    .map(|d| format!("{}: {}", d.code, d.message))
    .collect()
}

#[test]
fn faults_about_norms_are_named() {
    let one = |from, to, code: &str, says: &str| {
        let found = found(from, to);
        assert!(found.iter().any(|f| f.starts_with(code) && f.contains(says)), "{to}: {found:#?}");
    };
    one("(\"vessia-agrees\",", "(\"vessia-agree\",", "S032", "no named circumstance `vessia-agree`");
    one("(\"vessia-agrees\", AtLeast", "(\"vessia-agrees\", Is(\"demanded\", 1)), (\"vessia-agrees\", AtLeast", "S031", "twice");
    one("norm: \"list-act\"", "norm: \"list-acts\"", "S032", "no norm `list-acts`");
    one("deed: Refused, when: Chose(\"loser\", \"appeal\")", "deed: Refused", "S044", "nothing says when");
    let secret = "flags: [(id: \"whisper\", title: \"A whisper\", known_to: [\"orlen\"]), ";
    assert!(found("flags: [", secret).iter().all(|f| !f.starts_with("L101")));
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/two-harbours.ron");
    let text = std::fs::read_to_string(path).unwrap().replacen("flags: [", secret, 1);
    let text = text.replacen("AtLeast(\"vessian-law\", 1)", "Is(\"whisper\", 1)", 1);
    let source = comity::diagnostic::Source::new("mine.ron", text);
    let found = comity::scenario::load(&source, None).unwrap_err();
    assert!(found.iter().any(|d| d.code == "L101" && d.message.contains("whisper")), "{found:#?}");
}

#[test]
fn faults_inside_a_law_pack_are_named() {
    let folder = std::env::temp_dir().join(format!("comity-norms-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("pack.ron");
    let check = |norms: &str| -> Vec<String> {
        let text = format!("LawPack(format: 1, id: \"mine\", name: \"Mine\", family: CivilLaw, norms: [{norms}])");
        std::fs::write(&file, text).unwrap();
        comity::scenario::check(&file).iter().map(|d| format!("{}: {}", d.code, d.message)).collect()
    };
    let head = "title: \"A\", duty: MustNot, what: \"W\"";
    assert_eq!(check(&format!("Norm(id: \"a\", {head}, acts: [Disclose], when: LiesIn(\"mine\"))")), Vec::<String>::new());
    for (rest, code) in [
        ("acts: [Disclose], over: [\"a\"]", "S044"),
        ("acts: [Disclose], over: [\"sca-2703\"]", "S044"),
        ("blocking: true", "S044"),
        ("acts: [Disclose], from: \"2020-01-02\", until: \"2020-01-01\"", "S044"),
        ("acts: [Disclose], when: LiesIn(\"nowhere\")", "S032"),
        ("acts: [Disclose], when: Circumstance(\"nothing\")", "S032"),
        ("acts: [Disclose], when: Establish(\"x\")", "S023"),
    ] {
        let found = check(&format!("Norm(id: \"a\", {head}, {rest})"));
        assert!(found.iter().any(|f| f.starts_with(code)), "{rest}: {found:#?}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}
