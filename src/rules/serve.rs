//! Serve: the plans of the beat are opened and carried out, seat by seat in the order of the table, so that the order in
//! which they arrived changes nothing.

use super::bind;
use super::board::{ALL, Argument, Base, Board, Claim, Court, Hand, Holding, Offers, SeatAt};
use super::position::Turn;
use crate::model::{
    Action, CaseIx, Cause, ClaimIx, Date, DecisionIx, FactorSet, Ground, Happened, IssueIx, MoveIx, Pleading, SeatIx, Side,
    Verdict,
};
use crate::seat::{self, Held, LawInPlay, Pleaded};
use bevy_ecs::prelude::*;
use std::sync::Arc;

/// The entities that plans touch besides the board.
#[derive(bevy_ecs::system::SystemParam)]
pub struct Table<'w, 's> {
    seats: Query<'w, 's, (&'static SeatAt, &'static mut Hand)>,
    arguments: Query<'w, 's, &'static mut Argument>,
    claims: Query<'w, 's, &'static mut Claim>,
    offers: ResMut<'w, Offers>,
    court: ResMut<'w, Court>,
    base: Res<'w, Base>,
}

/// Opens the plans.
pub fn serve(mut board: Board, mut table: Table, mut commands: Commands) {
    if board.now.turn != Turn::Closing {
        return;
    }
    let mut plans: Vec<(SeatIx, Vec<Action>)> = table
        .seats
        .iter_mut()
        .filter(|(_, hand)| !hand.0.plan.is_empty())
        .map(|(at, mut hand)| (at.0, std::mem::take(&mut hand.0.plan)))
        .collect();
    plans.sort_unstable_by_key(|(seat, _)| *seat);
    let mut decided = Vec::new();
    for (seat, plan) in plans {
        for action in plan {
            match action {
                Action::Choose(d, o) => decided.extend(choose(&mut board, &table, seat, d, o)),
                Action::Move(m) => side_move(&mut board, seat, m),
                Action::Argue(p) => argue(&mut board, &mut table, &mut commands, seat, p),
                Action::Attack(issue, ground) => attack(&mut board, &mut table, seat, issue, ground),
                Action::Offer(o) => {
                    table.offers.0.push(o);
                    let day = board.day(None);
                    board.note(day, Some(seat), ALL, Happened::Offered(o));
                }
                Action::Respond(o, yes) => respond(&mut board, &mut table, seat, o, yes),
                Action::Check(c) => check(&mut board, &mut table, seat, c),
                Action::Quote(c) => quote(&mut board, &mut table, seat, c),
                Action::Rule(side, reason) => table.court.0.vote = Some((side, reason)),
                Action::Undo | Action::Close => {}
            }
        }
    }
    let before = board.holdings.iter().count();
    for (i, held) in decided.into_iter().enumerate() {
        commands.spawn(Holding(u16::try_from(before + i).unwrap_or(u16::MAX), held));
    }
}

/// Takes an option; a sister file that is decided by it leaves a holding.
fn choose(board: &mut Board, table: &Table, seat: SeatIx, d: DecisionIx, o: u16) -> Option<Held> {
    let book = Arc::clone(&board.book.0);
    let decision = book.decision(d);
    let choice = decision.options.get(o as usize)?;
    let day = board.day(choice.act.slot);
    let constraint = decision.file.map(|case| {
        let facts = book.record(case, &board.ledger.0, None);
        table.base.law.requirement(case, book.cases[case.ix()].question, book.cases[case.ix()].court, &facts, day)
    });
    if let Some(constraint) = &constraint {
        board.note(day, None, ALL, constraint.clone());
    }
    board.note(day, Some(seat), ALL, Happened::Chose(d, o));
    board.ledger.0[decision.chosen.ix()] = i16::try_from(o).unwrap_or(i16::MAX - 1) + 1;
    board.ledger.0[decision.chosen_in.ix()] = i16::from(board.now.clock.round);
    let held = match (decision.file, choice.rules, constraint) {
        (Some(case), Some(side), Some(constraint)) => {
            file(board, &table.base.law, case, (side, &choice.because), &constraint, day)
        }
        _ => None,
    };
    board.apply(&choice.act.effects, day, Cause::Choice(d, o));
    held
}

/// Decides a sister file: a court that is forced adopts the reason of what forces it; any other gives the reason written for
/// the option, or rests on all that the record shows for the winner.
fn file(
    board: &mut Board,
    law: &LawInPlay,
    case: CaseIx,
    (side, because): (Side, &FactorSet),
    constraint: &Happened,
    day: Date,
) -> Option<Held> {
    let Happened::Constraint { requires, holdings, .. } = constraint else { return None };
    let book = Arc::clone(&board.book.0);
    let facts = book.record(case, &board.ledger.0, Some(side));
    let adopted = holdings.first().filter(|_| requires.forced() == Some(side)).map(|(_, reason)| reason.clone());
    let own = because.intersection(&facts);
    let reason = adopted.unwrap_or_else(|| if own.is_empty() { book.law.of_side(&facts, side) } else { own });
    if reason.is_empty() {
        return None;
    }
    let court = book.cases[case.ix()].court;
    let (facts, reason) = (&facts, &reason);
    let given = bind::Given { case, court, side, facts, reason, day, cited: &[], requires: *requires };
    bind::reckon(board, law, &given);
    board.note(day, None, ALL, Happened::Held(case, court, side, reason.clone()));
    bind::overrule(board, law, &given);
    Some(bind::holding(&given))
}

fn side_move(board: &mut Board, seat: SeatIx, m: MoveIx) {
    let book = Arc::clone(&board.book.0);
    let side_move = book.side_move(m);
    let day = board.day(side_move.act.slot);
    board.note(day, Some(seat), ALL, Happened::Moved(m));
    board.ledger.0[side_move.done.ix()] += 1;
    board.apply(&side_move.act.effects, day, Cause::Move(m));
}

/// Whether a rival of the seat has checked a claim.
fn caught(table: &Table, seat: SeatIx, claim: ClaimIx) -> bool {
    table.claims.iter().any(|c| c.0 == claim && c.1.checked & !(1 << seat.0) != 0)
}

fn mark_quoted(table: &mut Table, seat: SeatIx, claim: ClaimIx) {
    if let Some(mut c) = table.claims.iter_mut().find(|c| c.0 == claim) {
        c.1.quoted |= 1 << seat.0;
    }
}

fn argue(board: &mut Board, table: &mut Table, commands: &mut Commands, seat: SeatIx, pleading: Pleading) {
    let book = Arc::clone(&board.book.0);
    let Some(side) = book.seats[seat.ix()].side else { return };
    let day = board.day_of_argument();
    let mut points = seat::points(&book, &board.ledger.0, &pleading);
    let mut sunk = false;
    board.note(day, Some(seat), ALL, Happened::Argued(pleading.clone()));
    if let Some(claim) = pleading.quote {
        mark_quoted(table, seat, claim);
        if caught(table, seat, claim) {
            match book.claim(claim).verdict {
                Verdict::Accurate => {}
                Verdict::Shorthand => points -= 1,
                Verdict::Wrong => {
                    sunk = true;
                    board.note(day, Some(seat), ALL, Happened::Caught(claim));
                    board.candour(seat, -book.caught, day, Cause::Press(claim));
                }
            }
        }
    }
    if let Some(hearing) = &book.stage(board.now.clock.stage).hearing {
        let before = seat::Before { case: hearing.case, court: hearing.court, day };
        let score = seat::score(&book, &table.base.law, &board.ledger.0, before, side, &pleading);
        board.note(day, Some(seat), ALL, Happened::Scored(pleading.issue, score.parts));
    }
    commands.spawn(Argument(Pleaded { by: seat, side, pleading, points, undercut: false, sunk }));
}

fn attack(board: &mut Board, table: &mut Table, seat: SeatIx, issue: IssueIx, ground: Ground) {
    let book = Arc::clone(&board.book.0);
    let Some(side) = book.seats[seat.ix()].side else { return };
    let day = board.day_of_argument();
    // One that may be attacked comes first; where two attack at once, both have the same before them.
    let against = |p: &Pleaded| p.side != side && p.pleading.issue == issue && p.pleading.authority.is_some();
    let targets = table.arguments.iter_mut().filter(|a| against(&a.0));
    let Some(mut target) = targets.min_by_key(|a| (a.0.undercut, a.0.by)) else { return };
    let Some(authority) = target.0.pleading.authority else { return };
    let real = match ground {
        Ground::Difference(f) => seat::differences(&book, &board.ledger.0, authority).contains(f),
        Ground::Status => !seat::standing(&book.law, &board.fallen.0, authority, day).is_good(),
    };
    let faced = target.0.pleading.faced;
    target.0.undercut |= real;
    table.court.0.attacks.push((seat, issue));
    board.note(day, Some(seat), ALL, Happened::Attacked(issue, ground, real, faced));
    if faced {
        board.candour(seat, -book.faced, day, Cause::Attack(issue));
    }
}

fn respond(board: &mut Board, table: &mut Table, seat: SeatIx, o: crate::model::OfferIx, yes: bool) {
    let book = Arc::clone(&board.book.0);
    let offer = book.offer(o);
    let day = board.day(offer.act.slot);
    table.offers.0.retain(|x| *x != o);
    board.note(day, Some(seat), ALL, Happened::Answered(o, yes));
    if yes {
        board.ledger.0[offer.accepted.ix()] = 1;
        board.apply(&offer.act.effects, day, Cause::Offer(o));
    }
}

fn check(board: &mut Board, table: &mut Table, seat: SeatIx, claim: ClaimIx) {
    if let Some(mut c) = table.claims.iter_mut().find(|c| c.0 == claim) {
        c.1.checked |= 1 << seat.0;
    }
    let day = board.now.clock.today;
    board.note(day, Some(seat), 1 << seat.0, Happened::Checked(claim));
}

fn quote(board: &mut Board, table: &mut Table, seat: SeatIx, claim: ClaimIx) {
    let book = Arc::clone(&board.book.0);
    let day = board.day(None);
    mark_quoted(table, seat, claim);
    board.note(day, Some(seat), ALL, Happened::Quoted(claim));
    let verdict = book.claim(claim).verdict;
    if verdict != Verdict::Accurate && caught(table, seat, claim) {
        if verdict == Verdict::Wrong {
            board.note(day, Some(seat), ALL, Happened::Caught(claim));
            board.candour(seat, -book.caught, day, Cause::Press(claim));
        }
    } else if let Some(var) = book.seats[seat.ix()].publicity {
        board.add(var, 1, day, Cause::Press(claim));
    }
}
