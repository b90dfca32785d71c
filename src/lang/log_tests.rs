use super::log::{cause, entry, entry_after, kind};
use super::tests::{fullest, read, shipped};
use crate::model::*;
use crate::rules;
use crate::seat;
use std::collections::BTreeSet;
use std::sync::Arc;

fn logged(what: Happened) -> LogEntry {
    LogEntry { date: Date::default(), round: 1, beat: Beat::Open, actor: None, known_to: u16::MAX, what }
}

fn said(s: &Scenario, what: Happened) -> String {
    read(s, &entry(s, &logged(what)))
}

fn some(n: u16) -> FactorSet {
    (0..n).map(FactorIx).collect()
}

/// One of every kind, and of every wording a kind has.
fn all_kinds() -> Vec<Happened> {
    use Treatment::{Contrary, Declined, Displaced, Distinguished, Followed, Overruled};
    use {Cause as C, InstrumentStatus as I, Standing as S};
    let (d, claim, issue, court, case) = (DecisionIx(0), ClaimIx(0), IssueIx(0), CourtIx(0), CaseIx(0));
    let pleading = |authority, faced, quote| Pleading { issue, factors: some(3), authority, faced, quote };
    let ruled = |result, compel, resist, with_bench| Happened::Ruled {
        stage: StageIx(0),
        court,
        result,
        compel,
        resist,
        reason: some(2),
        with_bench,
    };
    let cited = Some(PrecedentIx(0));
    let mut all = vec![
        Happened::Opened(StageIx(0)),
        Happened::Chose(d, 0),
        Happened::Moved(MoveIx(0)),
        Happened::Argued(pleading(None, false, None)),
        Happened::Argued(pleading(cited, true, Some(claim))),
        Happened::Stands(issue, Some(Side::Resist), 2, 3),
        Happened::Stands(issue, Some(Side::Compel), 2, 3),
        Happened::Stands(issue, None, 2, 2),
        Happened::Offered(OfferIx(0)),
        Happened::Answered(OfferIx(0), true),
        Happened::Answered(OfferIx(0), false),
        Happened::Press(0),
        Happened::Checked(claim),
        Happened::Quoted(claim),
        Happened::Caught(claim),
        ruled(Result::For(Side::Compel), 1, 0, true),
        ruled(Result::For(Side::Resist), 0, 3, false),
        ruled(Result::Tie, 4, 4, true),
        ruled(Result::Denied, 4, 4, true),
        ruled(Result::Denied, 5, 3, false),
        Happened::Held(case, court, Side::Compel, some(2)),
        Happened::Divided { case, court, side: Side::Resist, contained: false, reason: some(2) },
        Happened::Divided { case, court, side: Side::Resist, contained: true, reason: some(1) },
        Happened::Fell(PrecedentIx(0), S::Overruled),
        Happened::Shaken(Authority::Made(case, court)),
        Happened::Claimed(StateIx(0), None),
        Happened::Claimed(StateIx(1), Some(StateIx(0))),
        Happened::Unclaimed(StateIx(0)),
        Happened::Scored(issue, [Some(2), Some(1), Some(0), Some(2)]),
        Happened::Scored(issue, [None, None, Some(2), Some(1)]),
        Happened::Superseded(QuestionIx(0)),
        Happened::Event(EventIx(0)),
        Happened::Trigger(TriggerIx(0)),
        Happened::Produced(ItemIx(0)),
        Happened::Broke(NormIx(0)),
        Happened::Closed(EndingIx(0)),
        Happened::Over(EndingIx(0)),
    ];
    let made = || vec![(Authority::Made(case, court), some(1)), (Authority::Decided(PrecedentIx(0)), some(2))];
    let before = |requires, holdings, apart, nearest| Happened::Constraint { case, court, requires, holdings, apart, nearest };
    for mode in [Mode::Vertical, Mode::Horizontal] {
        all.push(before(Requirement::Forced(Side::Resist, mode), made(), vec![], None));
        all.push(before(Requirement::Conflict(mode), made(), vec![], None));
    }
    all.push(before(Requirement::Free, vec![], made(), None));
    all.push(before(Requirement::Free, vec![], vec![], Some((Authority::Decided(PrecedentIx(0)), 3))));
    all.push(before(Requirement::Free, vec![], vec![], None));
    for treatment in [Followed, Distinguished, Overruled, Displaced, Contrary, Declined] {
        for (binds, analogy) in [(Some(Mode::Vertical), false), (Some(Mode::Horizontal), false), (None, false), (None, true)] {
            let authority = Authority::Decided(PrecedentIx(0));
            all.push(Happened::Treated { case, court, authority, binds, analogy, treatment, apart: some(2) });
        }
    }
    for ground in [Ground::Status, Ground::Difference(FactorIx(1))] {
        for (real, faced) in [(true, true), (true, false), (false, true), (false, false)] {
            all.push(Happened::Attacked(issue, ground, real, faced));
        }
    }
    for status in [I::Unasked, I::Sought, I::Served, I::Obeyed, I::Quashed, I::Withdrawn, I::Replaced] {
        all.push(Happened::Instrument(InstrumentIx(0), status));
    }
    for standing in [S::GoodLaw, S::Distinguished, S::Stayed, S::Reversed, S::Vacated, S::Overruled, S::Superseded] {
        all.push(Happened::Status(case, court, standing));
    }
    let stage = StageIx(0);
    for cause in [
        C::Start,
        C::Choice(d, 0),
        C::Move(MoveIx(0)),
        C::Offer(OfferIx(0)),
        C::Ruling(stage),
        C::Reason(stage),
        C::Press(claim),
        C::Attack(issue),
        C::Event(EventIx(0)),
        C::Trigger(TriggerIx(0)),
        C::Upkeep,
        C::Reciprocity,
        C::Binding(case),
        C::Norm(NormIx(0)),
    ] {
        all.push(Happened::Changed(VarIx(0), 5, 6, cause));
    }
    all
}

#[test]
fn every_kind_of_entry_can_be_said_and_has_a_name() {
    let s = &fullest();
    let names: BTreeSet<&str> = all_kinds().iter().map(kind).collect();
    assert_eq!(names.len(), 32);
    for what in all_kinds() {
        assert!(!said(s, what).is_empty());
    }
}

#[test]
fn a_change_names_its_cause() {
    let s = &fullest();
    let side_move = &s.moves[0];
    let text = said(s, Happened::Changed(VarIx(0), 5, 6, Cause::Move(MoveIx(0))));
    let (var, seat) = (s.vars[0].title.at(Reading::Full), s.seats[side_move.seat.ix()].name.at(Reading::Full));
    assert_eq!(text, format!("{var} 5 → 6, because of: “{}” by {seat}", side_move.act.title.at(Reading::Full)));
    assert_eq!(read(s, &cause(s, Cause::Upkeep)), "the passing of time");
}

#[test]
fn a_court_on_review_affirms_or_reverses_and_a_divided_one_makes_no_precedent() {
    let s = &fullest();
    let hearing = |s: &Scenario, petition: bool| {
        let plain = |x: &Stage| x.hearing.as_ref().is_some_and(|h| h.case == CaseIx(0) && h.petition.is_some() == petition);
        StageIx::new(s.stages.iter().position(plain).expect("a hearing"))
    };
    let stage = hearing(s, false);
    let ruled = |result, compel, resist| {
        logged(Happened::Ruled { stage, court: CourtIx(0), result, compel, resist, reason: some(1), with_bench: true })
    };
    let first = ruled(Result::For(Side::Compel), 1, 0);
    let (party, court) = (s.party(Side::Resist).unwrap(), &s.law.courts[0].name);
    let (party, because) = (s.seats[party.ix()].name.at(Reading::Full), &s.law.factors[0].short);
    let reversed = entry_after(s, std::slice::from_ref(&first), &ruled(Result::For(Side::Resist), 0, 3));
    assert_eq!(read(s, &reversed), format!("{court}: reversed, for {party}, 3–0, because: {because}"));
    let affirmed = entry_after(s, std::slice::from_ref(&first), &ruled(Result::For(Side::Compel), 2, 1));
    assert!(read(s, &affirmed).starts_with(&format!("{court}: affirmed, for ")));
    assert!(read(s, &entry(s, &first)).starts_with(&format!("{court}: ruled for ")));
    let tie = read(s, &entry_after(s, &[first], &ruled(Result::Tie, 4, 4)));
    assert_eq!(tie, format!("{court}: equally divided, 4–4; the judgment below is affirmed, and no precedent is made"));
}

/// Plays on with whatever is legal, badly but thoroughly.
fn ramble(s: &Arc<Scenario>, mut seed: u64, pinned: bool) -> Vec<LogEntry> {
    let mut table = rules::deal(Arc::clone(s), seed, pinned);
    for _ in 0..400 {
        let Some(at) = table.awaited().next() else { break };
        let view = table.view(at);
        let open: Vec<Action> = seat::legal_actions(&view).into_iter().filter(|a| *a != Action::Undo).collect();
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let Some(action) = open.get(usize::try_from(seed >> 33).unwrap_or(0) % open.len().max(1)) else { break };
        if let Ok(legal) = seat::check(&view, action) {
            table.submit(at, legal);
        }
    }
    table.log().to_vec()
}

#[test]
fn what_really_happens_in_a_match_can_be_said() {
    for s in shipped() {
        for seed in 0..6 {
            let log = ramble(&s, seed, seed == 0);
            assert!(log.len() > 5, "{}", s.id);
            for (at, e) in log.iter().enumerate() {
                read(&s, &entry_after(&s, &log[..at], e));
            }
        }
    }
}
