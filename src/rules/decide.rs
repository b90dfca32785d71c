//! Decide: the court votes. A colleague's vote is leaning, plus what stands (double on the issue cared for), plus a point
//! for the more candid party, less a point for amici and two against a judgment that broke with binding law; nought keeps the judgment below. Colleagues join only reasons that
//! touch their issue; without a joined majority the reasons are those of a plurality. Equal division affirms without precedent;
//! a petition that falls short is denied and changes nothing.

use super::bind;
use super::board::{ALL, Argument, Base, Board, Court, Holding};
use super::position::Turn;
use crate::logic::precedent::{self as kernel, Ground};
use crate::model::{Beat, Cause, FactorSet, Happened, Hearing, JudgeIx, Result, Scenario, SeatIx, Side};
use crate::seat::{self, IssueStanding, Leanings, Pleaded};
use bevy_ecs::prelude::*;
use std::sync::Arc;

/// Takes the vote of the court that sits.
pub fn decide(mut board: Board, mut court: ResMut<Court>, base: Res<Base>, arguments: Query<&Argument>, mut commands: Commands) {
    if board.now.turn != Turn::Closing || board.now.clock.beat != Beat::Rule {
        return;
    }
    let Some((side, reason)) = court.0.vote.take() else { return };
    let book = Arc::clone(&board.book.0);
    let stage = board.now.clock.stage;
    let (Some(hearing), Some(rules)) = (book.stage(stage).hearing.as_ref(), book.bench.as_ref()) else { return };
    let mut pleaded: Vec<Pleaded> = arguments.iter().map(|a| a.0.clone()).collect();
    pleaded.sort_unstable_by_key(|p| (p.pleading.issue, p.by));
    court.0.revealed = true;
    let day = board.day(hearing.slot);

    let question = book.cases[hearing.case.ix()].question;
    let open = book.record(hearing.case, &board.ledger.0, None);
    let constraint = base.law.requirement(hearing.case, question, hearing.court, &open, day);
    let Happened::Constraint { requires, .. } = constraint else { return };
    board.note(day, None, ALL, constraint);

    let below = if board.get(book.own.leading) < 0 { Side::Resist } else { Side::Compel };
    let mut votes = vec![(rules.seat, None, side)];
    if board.chance.pinned
        && let Some(h) = &hearing.historic
    {
        let (mut compel, mut resist) = (h.compel, h.resist);
        // The bench takes a seat of history's: one that voted as it does, or else one that did not.
        let (own, other) = if side == Side::Compel { (&mut compel, &mut resist) } else { (&mut resist, &mut compel) };
        let seat = if *own > 0 { own } else { other };
        *seat = seat.saturating_sub(1);
        let rest = std::iter::repeat_n(Side::Compel, compel.into()).chain(std::iter::repeat_n(Side::Resist, resist.into()));
        votes.extend(rest.map(|s| (rules.seat, None, s)));
    } else {
        let lean = Leanings::of(&book, &board.ledger.0, below);
        let sitting = usize::from(sitting(hearing, &board.ledger.0)).saturating_sub(1);
        let colleagues = court.0.colleagues.iter().take(sitting);
        votes.extend(colleagues.map(|j| (rules.seat, Some(*j), lean.vote(&book, *j, &court.0.standing))));
    }
    let count = |s: Side| u8::try_from(votes.iter().filter(|(.., v)| *v == s).count()).unwrap_or(u8::MAX);
    let (compel, resist) = (count(Side::Compel), count(Side::Resist));
    let result = outcome(hearing, below, compel, resist);

    let winner = match result {
        Result::For(s) => s,
        Result::Tie | Result::Denied => below,
    };
    let with_bench = side == winner;
    let reason = if with_bench { reason } else { colleagues_reason(&book, &board.ledger.0, &pleaded, &court.0.standing, winner) };
    board.note(
        day,
        Some(rules.seat),
        ALL,
        Happened::Ruled { stage, court: hearing.court, result, compel, resist, reason: reason.clone(), with_bench },
    );

    // What stands on the record is found by the court that rules: an open question it relied on is part of its facts.
    let facts = book.record(hearing.case, &board.ledger.0, Some(winner)).union(&reason);
    let joins = |(_, judge, vote): &&(SeatIx, Option<JudgeIx>, Side)| {
        let touches = |j: JudgeIx| {
            let cares = book.judge(j).map(|j| j.cares);
            cares.is_some_and(|i| book.issues[i.ix()].factors.iter().any(|f| reason.contains(*f)))
        };
        *vote == winner && judge.is_none_or(touches)
    };
    let joined = votes.iter().filter(joins).count();
    let in_common = joined * 2 > votes.len();
    // Those who agree in the result alone write on the issue they care for.
    let concurrences = votes.iter().filter(|v| v.2 == winner && !joins(v)).filter_map(|v| v.1);
    let ground = plurality(&book, &facts, winner, &reason, concurrences);
    let binding = if in_common { &reason } else { ground.reason() };
    let cited = seat::cited_against(&pleaded, winner);
    let given = bind::Given {
        case: hearing.case,
        court: hearing.court,
        side: winner,
        facts: &facts,
        reason: binding,
        day,
        cited: &cited,
        requires,
    };
    let cause = Cause::Ruling(stage);
    board.ledger.0[book.own.ruled_in.ix()] = i16::from(board.now.clock.round);
    match result {
        Result::For(winner) => {
            board.ledger.0[book.own.outcome.ix()] = Board::sign(winner);
            bind::reckon(&mut board, &base.law, &given);
            if !hearing.answers {
                board.ledger.0[book.own.leading.ix()] = Board::sign(winner);
                bind::reverse(&mut board, hearing, winner, day);
            }
            if in_common {
                board.note(day, None, ALL, Happened::Held(hearing.case, hearing.court, winner, reason.clone()));
            } else {
                let contained = matches!(ground, Ground::Contained(_));
                let (case, court) = (hearing.case, hearing.court);
                let what = Happened::Divided { case, court, side: winner, contained, reason: binding.clone() };
                board.note(day, None, ALL, what);
                board.apply(&rules.no_holding, day, cause);
            }
            let number = u16::try_from(board.holdings.iter().count()).unwrap_or(u16::MAX);
            commands.spawn(Holding(number, bind::holding(&given)));
            bind::overrule(&mut board, &base.law, &given);
            if winner != below && !hearing.answers {
                board.apply(&hearing.differs, day, cause);
            }
            let effects = if winner == Side::Compel { &hearing.compel } else { &hearing.resist };
            board.apply(effects, day, cause);
        }
        Result::Tie => board.apply(&hearing.tie, day, cause),
        Result::Denied if compel == resist => board.apply(&hearing.tie, day, cause),
        Result::Denied => board.apply(&hearing.denied, day, cause),
    }
    if with_bench {
        let length = rules.length(reason.len());
        if let Some((_, _, effects)) = length.filter(|_| matches!(result, Result::For(_))) {
            board.apply(effects, day, Cause::Reason(stage));
        }
    } else {
        board.apply(&hearing.outvoted, day, cause);
    }
    let against = net(&court.0.standing, side.other());
    let effects = if against >= rules.against.0 { &rules.against.1 } else { &rules.with };
    board.apply(effects, day, Cause::Reason(stage));
}

/// How many judges sit, recusals taken off.
pub fn sitting(hearing: &Hearing, numbers: &[i16]) -> u8 {
    let recused = hearing.recused.map_or(0, |v| numbers[v.ix()].max(0));
    hearing.votes.saturating_sub(u8::try_from(recused).unwrap_or(0)).max(1)
}

fn outcome(hearing: &Hearing, below: Side, compel: u8, resist: u8) -> Result {
    if let Some(needed) = hearing.petition {
        let against = if below == Side::Compel { resist } else { compel };
        return if against >= needed { Result::For(below.other()) } else { Result::Denied };
    }
    match compel.cmp(&resist) {
        std::cmp::Ordering::Greater => Result::For(Side::Compel),
        std::cmp::Ordering::Less => Result::For(Side::Resist),
        std::cmp::Ordering::Equal => Result::Tie,
    }
}

/// Issues standing for a side, less those standing against it.
fn net(standing: &[IssueStanding], side: Side) -> i16 {
    standing.iter().filter_map(|s| s.side).map(|s| if s == side { 1 } else { -1 }).sum()
}

/// What a court holds whose winning judges wrote for reasons of their own, each on the issue cared for.
fn plurality(
    book: &Scenario,
    facts: &FactorSet,
    winner: Side,
    reason: &FactorSet,
    concurring: impl Iterator<Item = JudgeIx>,
) -> Ground {
    let winning = book.law.of_side(facts, winner);
    let own = |judge| {
        let cares = book.judge(judge).map(|j| j.cares)?;
        let on_issue: FactorSet = book.issues[cares.ix()].factors.iter().copied().collect();
        Some(on_issue.intersection(&winning)).filter(|reason| !reason.is_empty())
    };
    let reasons: Vec<FactorSet> = std::iter::once(reason.clone()).chain(concurring.filter_map(own)).collect();
    kernel::plurality(&reasons, &winning).unwrap_or(Ground::Result(winning))
}

/// The reason colleagues write when the bench is outvoted: what stands for their side, or all the record shows for it.
fn colleagues_reason(
    book: &Scenario,
    numbers: &[i16],
    pleaded: &[Pleaded],
    standing: &[IssueStanding],
    winner: Side,
) -> FactorSet {
    let (named, anchors) = seat::reasons(book, numbers, pleaded, standing, winner);
    if anchors.is_empty() { named } else { anchors }
}
