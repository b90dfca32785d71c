//! The law inside a match: rulings that follow, distinguish, overrule or break with what came before; answers that bind every
//! member of a union and nobody outside it; the debrief's account of it all.

use super::table::{flagship, played, seat, shipped};
use comity::lang::Words;
use comity::model::{
    Action, Authority, Beat, CaseIx, CourtIx, Date, DecisionIx, FactorIx, FactorSet, Ground, Happened, IssueIx, Mode, Pleading,
    PrecedentIx, Reading, Requirement, Scenario, SeatIx, Side, Standing, Treatment,
};
use comity::play::Match;
use comity::report;
use comity::rules::Position;
use comity::seat::{Held, LawInPlay, Reach};
use std::sync::Arc;

fn court(s: &Scenario, id: &str) -> CourtIx {
    CourtIx::new(s.law.courts.iter().position(|c| c.id == id).unwrap_or_else(|| panic!("no court {id}")))
}

fn case(s: &Scenario, id: &str) -> CaseIx {
    CaseIx::new(s.cases.iter().position(|c| c.id == id).unwrap_or_else(|| panic!("no case {id}")))
}

fn decision(s: &Scenario, id: &str, option: &str) -> Action {
    let d = s.decisions.iter().position(|d| d.id == id).unwrap_or_else(|| panic!("no decision {id}"));
    let o = s.decisions[d].options.iter().position(|o| o.id == option).unwrap_or_else(|| panic!("no option {option}"));
    Action::Choose(DecisionIx::new(d), u16::try_from(o).unwrap())
}

fn law(m: &mut Match) -> LawInPlay {
    let s = Arc::clone(m.scenario());
    let position = m.position();
    LawInPlay::of(&s, position.holdings.iter(), &position.fallen)
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// Plays on: each seat takes the first of `wanted` that it may, else closes, else does what it must.
fn drive(m: &mut Match, wanted: &dyn Fn(&Match, &comity::seat::SeatView) -> Option<Action>) {
    for _ in 0..400 {
        let Some(at) = m.awaited().first().copied() else { return };
        let view = m.view(at);
        let legal = comity::seat::legal_actions(&view);
        let action = wanted(m, &view)
            .filter(|a| comity::seat::check(&view, a).is_ok())
            .or_else(|| legal.contains(&Action::Close).then_some(Action::Close))
            .unwrap_or_else(|| legal[0].clone());
        m.submit(at, &action).expect("legal");
    }
    panic!("no end");
}

fn constraints(m: &Match) -> Vec<(CaseIx, CourtIx, Requirement)> {
    let of = |e: &comity::model::LogEntry| match &e.what {
        Happened::Constraint { case, court, requires, .. } => Some((*case, *court, *requires)),
        _ => None,
    };
    m.log().iter().filter_map(of).collect()
}

#[test]
fn the_engines_answer_stands_beside_each_ruling_of_history() {
    let s = flagship();
    let m = played(&s, "history", 1);
    let main = case(&s, "main");
    let all = constraints(&m);
    for id in ["sdny-magistrate", "sdny", "ca2", "ca2-en-banc"] {
        assert!(all.contains(&(main, court(&s, id), Requirement::Free)), "{id} was free: {all:?}");
    }
    // What the panel distinguished: a subpoena for a company's own records, read by analogy.
    let told = m.log().iter().find_map(|e| match &e.what {
        Happened::Treated { court: by, authority: Authority::Decided(p), analogy, treatment, apart, .. }
            if *by == court(&s, "ca2") =>
        {
            Some((s.law.precedent(*p).id.clone(), *analogy, *treatment, apart.clone()))
        }
        _ => None,
    });
    let (id, analogy, treatment, apart) = told.expect("the panel dealt with what was cited to it");
    assert_eq!((id.as_str(), analogy, treatment), ("marc-rich-1983", true, Treatment::Distinguished));
    let named: Vec<&str> = apart.iter().map(|f| s.law.factor(f).id.as_str()).collect();
    assert!(named.contains(&"caretaker-of-customer-papers") && named.contains(&"warrant-territorial"), "{named:?}");
    // What the statute superseded.
    let gone = m
        .log()
        .iter()
        .any(|e| e.what == Happened::Status(main, court(&s, "ca2"), Standing::Superseded) && e.date == day("2018-03-23"));
    assert!(gone);
    // All of it is in the debrief, in words.
    let mut m = m;
    let d = report::debrief(&mut m);
    assert_eq!(d.reasoned.len(), 6, "four rulings and two sister files");
    let voice = comity::text::Voice { words: &Words::english(), level: Reading::Full };
    let page = comity::text::debrief(&s, &d, m.log(), voice);
    let text = page.text();
    assert!(text.contains("distinguishes Marc Rich I"), "{text}");
}

#[test]
fn what_bound_new_york_on_a_day() {
    let s = flagship();
    let mut m = played(&s, "history", 1);
    let law = law(&mut m);
    let (main, sdny, edpa) = (case(&s, "main"), court(&s, "sdny"), court(&s, "edpa-magistrate"));
    let bound = |at, on: &str| report::bound(&s, &law, main, at, day(on));
    assert_eq!(bound(sdny, "2016-07-14"), []);
    assert_eq!(bound(sdny, "2017-02-01"), [Authority::Made(main, court(&s, "ca2"))]);
    assert_eq!(bound(sdny, "2018-04-18"), []);
    // Pennsylvania: the panel may be read, and binds nobody there.
    assert_eq!(bound(edpa, "2017-02-01"), []);
    let read = law.readings(&s.law, edpa, s.cases[main.ix()].question, &s.cases[main.ix()].facts, day("2017-02-01"));
    let panel = read.iter().find(|r| r.court == court(&s, "ca2")).expect("the panel is on the reading list");
    assert_eq!(panel.reach, Reach::Persuades);
    let parts = panel.weight.as_ref().expect("it weighs something").parts();
    assert_eq!(parts.len(), 5, "rank, likeness, family, ties, age");
    assert_eq!(parts[0].points, 2, "an appeal court");
    let after = law.readings(&s.law, sdny, s.cases[main.ix()].question, &s.cases[main.ix()].facts, day("2018-04-18"));
    let panel = after.iter().find(|r| r.court == court(&s, "ca2")).expect("still there to read");
    assert_eq!(panel.reach, Reach::Gone(Standing::Vacated));
    let turns = report::turns(&s, &law);
    let of = |at: CourtIx| -> Vec<(String, usize)> {
        turns.iter().filter(|t| t.court == at && t.case == main).map(|t| (t.from.to_string(), t.by.len())).collect()
    };
    assert_eq!(of(sdny), [("2016-07-15".to_owned(), 1), ("2018-03-23".to_owned(), 0)]);
}

#[test]
fn an_answer_of_the_union_binds_its_members_and_nobody_else() {
    let s = shipped("three-shores");
    let mut m = Match::new(Arc::clone(&s), 3, false);
    let judge = seat(&s, "judge");
    let wanted = |m: &Match, view: &comity::seat::SeatView| -> Option<Action> {
        let planned = |a: &Action| view.plan.contains(a);
        let ask = decision(&s, "ask", "ask");
        if view.seat == judge && !planned(&ask) && comity::seat::check(view, &ask).is_ok() {
            return Some(ask);
        }
        let ruling = comity::seat::legal_actions(view).into_iter().find(|a| matches!(a, Action::Rule(..)));
        let _ = m;
        ruling.or_else(|| {
            let files = [decision(&s, "berrin", "compel"), decision(&s, "cormor", "compel"), decision(&s, "reply", "contest")];
            files.into_iter().find(|a| !planned(a) && comity::seat::check(view, a).is_ok())
        })
    };
    drive(&mut m, &wanted);
    let union = court(&s, "union-court");
    let (clinic, berrin, cormor) = (case(&s, "clinic"), case(&s, "berrin-file"), case(&s, "cormor-file"));
    let position = m.position();
    let answer = position.holdings.iter().find(|h| h.court == union).expect("the union's court answered");
    assert_eq!(answer.standing(), Standing::GoodLaw, "an answer is not an appeal: nothing undoes it");
    let law = law(&mut m);
    let (answer_side, decided) = (answer.side, answer.decided_on.plus(1));
    for at in ["aldia-court", "aldia-high", "berrin-court"] {
        let by = report::bound(&s, &law, clinic, court(&s, at), decided);
        assert!(by.contains(&Authority::Made(clinic, union)), "{at}: {by:?}");
    }
    assert_eq!(report::bound(&s, &law, clinic, court(&s, "cormor-court"), decided), []);
    // The answer decided nothing by itself: the case went back to Aldia.
    let ruled: Vec<CourtIx> = m
        .log()
        .iter()
        .filter_map(|e| match e.what {
            Happened::Ruled { court, .. } => Some(court),
            _ => None,
        })
        .collect();
    assert_eq!(ruled, [union, court(&s, "aldia-court")]);
    let all = constraints(&m);
    let of = |case, court| all.iter().find(|c| c.0 == case && c.1 == court).map(|c| c.2);
    let at_home = of(clinic, court(&s, "aldia-court"));
    assert_eq!(at_home, Some(Requirement::Forced(answer_side, Mode::Vertical)));
    assert_eq!(of(cormor, court(&s, "cormor-court")), Some(Requirement::Free));
    assert!(of(berrin, court(&s, "berrin-court")).is_some());
}

#[test]
fn breaking_with_binding_law_is_allowed_costs_and_is_leaned_against() {
    let s = shipped("two-harbours");
    let judge = seat(&s, "judge");
    let rules = s.bench.as_ref().unwrap();
    assert!(!rules.defies.is_empty(), "the scenario says what defiance costs");
    let mut defied = 0;
    for seed in 0..10 {
        let mut m = Match::new(Arc::clone(&s), seed, false);
        let wanted = |_: &Match, view: &comity::seat::SeatView| -> Option<Action> {
            let resist = |a: &Action| matches!(a, Action::Rule(Side::Resist, _));
            let legal = comity::seat::legal_actions(view);
            if view.seat == judge {
                return legal.iter().find(|a| resist(a)).cloned();
            }
            let contest = decision(&s, "reply", "contest");
            let mine = [contest, decision(&s, "loser", "appeal")];
            // Only the ferry argues, so that its side stands and the judge may rule for it.
            let ferry = view.seat == seat(&s, "ferry");
            let plead = legal.iter().find(|a| ferry && matches!(a, Action::Argue(_))).cloned();
            mine.into_iter().find(|a| !view.plan.contains(a) && comity::seat::check(view, a).is_ok()).or(plead)
        };
        drive(&mut m, &wanted);
        let trial = court(&s, "harbour-court");
        let broke = m.log().iter().position(|e| {
            matches!(&e.what, Happened::Treated { court, treatment: Treatment::Contrary, binds: Some(Mode::Vertical), .. } if *court == trial)
        });
        let Some(at) = broke else { continue };
        defied += 1;
        let costs = m.log()[at..].iter().any(|e| matches!(e.what, Happened::Changed(_, _, _, comity::model::Cause::Binding(_))));
        assert!(costs, "seed {seed}: it has its price");
        // On review, judges who would have kept the judgment lean to undo it.
        let mut numbers = m.numbers().to_vec();
        numbers[s.own.leading.ix()] = -1;
        let neutral = comity::model::JudgeIx::new(s.bench.as_ref().unwrap().judges.iter().position(|j| j.leaning == 0).unwrap());
        let vote = |numbers: &[i16]| comity::seat::Leanings::of(&s, numbers, Side::Resist).vote(&s, neutral, &[]);
        numbers[s.own.defied.ix()] = 0;
        let kept = vote(&numbers);
        numbers[s.own.defied.ix()] = 1;
        assert_eq!((kept, vote(&numbers)), (Side::Resist, Side::Compel));
    }
    assert!(defied > 0, "no seed let the judge break with the High Court");
}

#[test]
fn a_preview_says_what_the_log_will_say() {
    let s = shipped("two-harbours");
    let judge = seat(&s, "judge");
    let mut seen = 0;
    for seed in 0..40 {
        let mut m = Match::new(Arc::clone(&s), seed, false);
        let mut bots: Vec<_> = (0..s.seats.len()).map(|i| comity::bots::named("random", seed * 7 + i as u64).unwrap()).collect();
        while let Some(at) = m.awaited().first().copied() {
            let view = m.view(at);
            let play = bots[at.ix()].play(&view);
            let ahead = match (&play.action, comity::seat::hearing(&s, &view.numbers, &view.clock)) {
                (Action::Rule(side, reason), Some(h)) if at == judge && h.votes == 1 => {
                    Some(comity::seat::preview_ruling(&view, (h.case, h.court), *side, reason))
                }
                _ => None,
            };
            let before = m.log().len();
            m.submit(at, &play.action).unwrap();
            if let Some(ahead) = ahead {
                while m.awaited().first() == Some(&judge) && m.log().len() == before {
                    m.submit(judge, &Action::Close).unwrap();
                }
                let told: Vec<&Happened> =
                    m.log()[before..].iter().map(|e| &e.what).filter(|w| matches!(w, Happened::Treated { .. })).collect();
                assert_eq!(told, ahead.dealt.iter().collect::<Vec<_>>(), "seed {seed}");
                assert!(m.log()[before..].iter().any(|e| e.what == ahead.constraint), "seed {seed}");
                seen += 1;
            }
        }
    }
    assert!(seen >= 5, "only {seen} rulings were looked ahead to");
}

#[test]
fn what_an_argument_is_worth_is_open_to_its_author() {
    let s = shipped("two-harbours");
    let m = Match::new(Arc::clone(&s), 1, false);
    let law = LawInPlay::of(&s, std::iter::empty(), &[]);
    let list = case(&s, "list");
    let before = comity::seat::Before { case: list, court: court(&s, "harbour-court"), day: day("2031-05-20") };
    let lamp_oil = s.law.precedents.iter().position(|p| p.id == "lamp-oil").map(comity::model::PrecedentIx::new);
    let factor =
        |id: &str| comity::model::FactorIx(u16::try_from(s.law.factors.iter().position(|f| f.id == id).unwrap()).unwrap());
    let plead = |factors: &[&str], authority, faced| comity::model::Pleading {
        issue: comity::model::IssueIx(0),
        factors: factors.iter().map(|f| factor(f)).collect::<FactorSet>(),
        authority,
        faced,
        quote: None,
    };
    let score = |side, p: &comity::model::Pleading| comity::seat::score(&s, &law, m.numbers(), before, side, p).parts;
    // Binding, in force, on the question, its one difference faced, all on the record.
    let best = plead(&["ship-flies-our-flag", "list-can-be-called-up"], lamp_oil, true);
    assert_eq!(score(Side::Compel, &best), [Some(2), Some(2), Some(2), Some(2)]);
    let unfaced = plead(&["ship-flies-our-flag"], lamp_oil, false);
    assert_eq!(score(Side::Compel, &unfaced), [Some(2), Some(2), Some(1), Some(2)]);
    // None is open to this side, so none is asked for; the High Court's adverse holding is told apart by what it never saw.
    let resist = plead(&["too-many-names"], None, false);
    assert_eq!(score(Side::Resist, &resist), [None, None, Some(2), Some(2)]);
    let weak = plead(&["list-lies-abroad"], None, false);
    assert_eq!(score(Side::Resist, &weak), [None, None, Some(1), Some(2)]);
    assert_eq!(comity::model::Measure::total(&score(Side::Resist, &weak)), (3, 4));
    // Where one is open, citing nothing counts.
    let bare = plead(&["ship-flies-our-flag"], None, false);
    assert_eq!(score(Side::Compel, &bare)[..2], [Some(0), Some(0)]);
    // Not on the record yet.
    let hoped = plead(&["neighbour-forbids"], None, false);
    assert_eq!(score(Side::Resist, &hoped)[3], Some(0));
}

#[test]
fn claims_of_reach_belong_to_states_and_spread_to_those_who_follow() {
    let s = flagship();
    let state = |id: &str| comity::model::StateIx::new(s.states.iter().position(|x| x.id == id).unwrap());
    let m = played(&s, "history", 1);
    // History: Belgium before, the district judge for the United States, Britain's Act; the panel takes the claim away, Philadelphia and
    // Congress bring it back. Nobody else follows.
    let heard: Vec<(String, bool, Option<String>)> = m
        .log()
        .iter()
        .filter_map(|e| match &e.what {
            Happened::Claimed(x, on) => Some((s.states[x.ix()].id.clone(), true, on.map(|o| s.states[o.ix()].id.clone()))),
            Happened::Unclaimed(x) => Some((s.states[x.ix()].id.clone(), false, None)),
            _ => None,
        })
        .collect();
    let own = |id: &str, claims| (id.to_owned(), claims, None);
    assert_eq!(heard, [own("uk", true), own("us", true), own("us", false), own("us", true)]);
    // Where the United States wins all the way, an invented state follows its example and demands the same.
    let rules = s.reach.as_ref().unwrap();
    let mut followed = 0;
    for seed in 0..200 {
        let m = played(&s, "random", seed);
        let claims = comity::seat::claims(&s, m.numbers());
        assert_eq!(m.numbers()[rules.meter.ix()], i16::try_from(claims.count()).unwrap(), "the meter is the count");
        for e in m.log() {
            if let Happened::Claimed(x, Some(on)) = &e.what {
                followed += 1;
                assert!(s.states[x.ix()].invented, "no real state is made to follow");
                let tied = s.states[x.ix()].ties.contains(on) || s.states[on.ix()].ties.contains(x);
                assert!(tied && s.states[x.ix()].practice);
            }
            if let Happened::Trigger(t) = &e.what
                && s.triggers[t.ix()].id == "mirror"
            {
                assert!(m.log().iter().any(|e| matches!(e.what, Happened::Claimed(x, Some(_)) if x == state("norland"))));
            }
        }
    }
    assert!(followed > 0, "nobody ever followed");
}

#[test]
fn a_foreign_order_may_meet_a_court_that_refuses_it() {
    let s = shipped("two-harbours");
    let recognition = case(&s, "recognition");
    let (mut refused, mut recognised, mut forced) = (0, 0, 0);
    for seed in 0..300 {
        let m = played(&s, "random", seed);
        let asked = m.log().iter().find_map(|e| match &e.what {
            Happened::Constraint { case, requires, .. } if *case == recognition => Some(*requires),
            _ => None,
        });
        let Some(requires) = asked else { continue };
        forced += u32::from(matches!(requires, Requirement::Forced(Side::Resist, Mode::Vertical)));
        let held = m.log().iter().find_map(|e| match &e.what {
            Happened::Held(case, court, side, _) if *case == recognition => Some((*court, *side)),
            _ => None,
        });
        let (at, side) = held.expect("it is decided");
        assert_eq!(at, court(&s, "vessia-court"), "by the court of the place, whatever Orlen's High Court held");
        if side == Side::Compel { recognised += 1 } else { refused += 1 }
    }
    assert!(refused > 0 && recognised > 0 && forced > 0, "{refused} {recognised} {forced}");
}

/// Of two holdings that only persuade, the one nearer to the facts speaks, not the newer; one given in the case itself is silent.
#[test]
fn the_nearest_holding_persuades() {
    let s = flagship();
    let at = (case(&s, "pa-file"), s.cases[case(&s, "pa-file").ix()].court);
    let facts = s.record(at.0, &s.vars.iter().map(|v| v.start).collect::<Vec<_>>(), None);
    let side = |side: Side| s.law.of_side(&facts, side);
    let held = |in_case: &str, by: &str, winner: Side, reason: FactorSet, facts: FactorSet, on: &str| Held {
        case: case(&s, in_case),
        court: court(&s, by),
        side: winner,
        facts,
        reason,
        decided_on: day(on),
        history: Vec::new(),
    };
    let near = held("main", "ca2", Side::Compel, side(Side::Compel), facts.clone(), "2016-07-14");
    // Nothing of this reason is shown in Philadelphia.
    let every: FactorSet = (0..).take(s.law.factors.len()).map(FactorIx).collect();
    let absent = |side: Side| s.law.of_side(&every, side).difference(&facts);
    let far = held("main", "ca2-en-banc", Side::Resist, absent(Side::Resist), absent(Side::Resist), "2016-12-01");
    let asked = |all: &[&Held]| {
        let law = LawInPlay::of(&s, all.iter().copied(), &[]);
        law.persuades(&s, at, &facts, day("2017-02-03"))
    };
    assert_eq!(asked(&[]), None);
    assert_eq!(asked(&[&far]), Some(Side::Resist));
    assert_eq!(asked(&[&near, &far]), Some(Side::Compel));
    assert_eq!(asked(&[&far, &near]), Some(Side::Compel));
    let own = held("pa-file", "ca2", Side::Compel, side(Side::Compel), facts.clone(), "2016-08-01");
    assert_eq!(asked(&[&own]), None);
}

/// What a court of the match has overruled can be attacked as no longer good law, from that day on and not before.
#[test]
fn a_case_that_fell_in_the_match_is_no_longer_good_law() {
    let s = shipped("first-warrant");
    let lamp_oil = PrecedentIx::new(s.law.precedents.iter().position(|p| p.id == "lamp-oil").unwrap());
    let fallen = [(lamp_oil, day("2034-03-12"), Standing::Overruled)];
    let on = |date| comity::seat::standing(&s.law, &fallen, lamp_oil, day(date));
    assert_eq!((on("2034-03-11"), on("2034-03-12")), (Standing::GoodLaw, Standing::Overruled));
    // The police cite it, and the ferry attacks that.
    let (ferry, orlen) = (seat(&s, "ferry"), seat(&s, "orlen"));
    let mut m = Match::new(Arc::clone(&s), 1, false);
    let helps = comity::seat::all_that_helps(&s, &m.position().numbers, IssueIx::new(0), Side::Compel);
    let cite = Action::Argue(Pleading { authority: Some(lamp_oil), ..helps });
    let mut wanted: Vec<(SeatIx, Action)> = s.worked.iter().map(|w| (w.seat, w.action.clone())).chain([(orlen, cite)]).collect();
    while (m.clock().round, m.clock().beat) != (2, Beat::Answer) {
        let at = m.awaited()[0];
        let view = m.view(at);
        let next = wanted.iter().position(|(who, a)| *who == at && *a != Action::Close && comity::seat::check(&view, a).is_ok());
        let action = next.map_or(Action::Close, |i| wanted.remove(i).1);
        m.submit(at, &action).expect("legal");
    }
    let position = m.position();
    let real = |fell: &[comity::seat::Fallen]| {
        let mut m = Match::from_position(Position { fallen: fell.to_vec(), ..position.clone() });
        m.submit(ferry, &Action::Attack(IssueIx::new(0), Ground::Status)).unwrap();
        while m.clock().beat == Beat::Answer {
            let at = m.awaited()[0];
            m.submit(at, &Action::Close).unwrap();
        }
        m.log().iter().find_map(|e| if let Happened::Attacked(_, _, real, _) = e.what { Some(real) } else { None })
    };
    assert_eq!((real(&[]), real(&fallen)), (Some(false), Some(true)));
}
