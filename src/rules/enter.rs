//! Enter: a beat begins. Its news comes out, a court is seated, and the seats that have something to do are waited for.

use super::board::{ALL, Argument, Board, Claim, Court, Hand, Offers, SeatAt};
use super::dice::{Dice, Purpose};
use super::position::{Bench, Turn};
use crate::model::{Beat, Date, Decision, EventIx, Happened, JudgeIx, MoveIx, OfferIx, Role, Scenario, SeatIx};
use crate::seat::{self, Clock};
use bevy_ecs::prelude::*;
use std::sync::Arc;

/// Begins the beat or pass the clock has come to.
pub fn enter(
    mut board: Board,
    mut seats: Query<(&SeatAt, &mut Hand)>,
    mut claims: Query<&mut Claim>,
    arguments: Query<(Entity, &Argument)>,
    offers: Res<Offers>,
    mut court: ResMut<Court>,
    mut commands: Commands,
) {
    if board.now.turn != Turn::Entering {
        return;
    }
    let book = Arc::clone(&board.book.0);
    let clock = board.now.clock;
    if clock.pass == 0 {
        if clock.beat == Beat::Open {
            arguments.iter().for_each(|(entity, _)| commands.entity(entity).despawn());
            open_round(&mut board, &mut claims, &mut court);
        }
        news(&mut board);
    }
    let clock = board.now.clock;
    let pleaded: Vec<_> =
        if clock.beat == Beat::Answer { arguments.iter().map(|(_, a)| a.0.clone()).collect() } else { Vec::new() };
    let mut anybody = false;
    for (at, mut hand) in &mut seats {
        let hand = &mut hand.0;
        hand.shown = hand.effort;
        hand.closed = false;
        hand.awaited = clock.beat != Beat::Reckon
            && (mandatory(&book, &board.ledger.0, &clock, at.0, hand.effort)
                || (clock.pass == 0
                    && optional(&book, &board.ledger.0, &clock, at.0, hand.effort, &claims, &pleaded, &offers.0)));
        anybody |= hand.awaited;
    }
    board.now.turn = if anybody { Turn::Idle } else { Turn::Closing };
}

fn open_round(board: &mut Board, claims: &mut Query<&mut Claim>, court: &mut Court) {
    let book = Arc::clone(&board.book.0);
    let (round, stage) = (board.now.clock.round, board.now.clock.stage);
    let first = match round {
        1 => book.start,
        r => book.rounds[usize::from(r) - 2].ends.plus(1),
    };
    let coda = board.get(book.own.coda) == 1;
    let day = if coda { board.now.clock.date } else { first.max(board.now.clock.today) };
    board.note(day, None, ALL, Happened::Opened(stage));
    if !coda {
        for (i, story) in book.stories.iter().enumerate().filter(|(_, s)| s.round == round) {
            board.note(story.date, None, ALL, Happened::Press(u16::try_from(i).unwrap_or(u16::MAX)));
            for mut claim in claims.iter_mut().filter(|c| story.claims.contains(&c.0)) {
                claim.1.out = true;
            }
        }
    }
    seat_court(board, &book, court);
}

/// Deals judge cards for the hearing of the stage: one for the bench, the rest for its colleagues.
fn seat_court(board: &mut Board, book: &Scenario, court: &mut Court) {
    court.0 = Bench::default();
    let (Some(rules), Some(hearing)) = (&book.bench, &book.stage(board.now.clock.stage).hearing) else { return };
    let mut dice = Dice::new(board.chance.seed, Purpose::Judges(board.now.clock.stage.0), u32::from(board.now.clock.round));
    let mut dealt = dice.shuffled(rules.judges.len()).into_iter().map(JudgeIx::new);
    court.0.card = dealt.next();
    court.0.colleagues = dealt.take(usize::from(hearing.votes).saturating_sub(1)).collect();
}

/// Events of this round and beat, and scheduled ones that have come due.
fn news(board: &mut Board) {
    let book = Arc::clone(&board.book.0);
    let clock = board.now.clock;
    if clock.beat == Beat::Open {
        let ripe = |(event, day): &(EventIx, Option<Date>)| day.filter(|day| *day <= clock.date).map(|day| (day, *event));
        let mut due: Vec<_> = board.agenda.0.iter().filter_map(ripe).collect();
        due.sort_unstable();
        board.agenda.0.retain_mut(|(event, day)| {
            if day.is_none_or(|day| day > clock.date) {
                return true;
            }
            // For whom it is a secret that it comes, it still lies ahead.
            *day = None;
            book.event(*event).known_to != ALL
        });
        if seat::pending(&book, &board.ledger.0) {
            for (day, event) in due {
                board.fire(event, day.max(board.now.clock.today));
            }
        }
    }
    if board.get(book.own.coda) == 1 {
        return;
    }
    for (i, event) in book.events.iter().enumerate() {
        let Some(slot) = event.slot else { continue };
        let ripe = slot.round == clock.round && event.beat == clock.beat && board.get(event.happened) == 0;
        if ripe && event.when.holds(&board.ledger.0) {
            board.fire(crate::model::EventIx::new(i), slot.date);
        }
    }
}

/// Whether a seat must act: a decision it can take, or a ruling.
pub fn mandatory(book: &Scenario, numbers: &[i16], clock: &Clock, seat: SeatIx, effort: i16) -> bool {
    let takes = |d: &Decision| {
        d.seat == seat
            && seat::decision_open(book, numbers, clock, d)
            && d.options.iter().any(|c| {
                c.act.cost <= effort && (c.act.rounds.0..=c.act.rounds.1).contains(&clock.round) && c.act.when.holds(numbers)
            })
    };
    book.decisions.iter().any(takes) || (book.seats[seat.ix()].role == Role::Court && seat::ruling_due(book, numbers, clock))
}

/// Whether a seat may act.
#[expect(clippy::too_many_arguments, reason = "everything an option can depend on, read once a beat")]
fn optional(
    book: &Scenario,
    numbers: &[i16],
    clock: &Clock,
    seat: SeatIx,
    effort: i16,
    claims: &Query<&mut Claim>,
    pleaded: &[crate::seat::Pleaded],
    offers: &[OfferIx],
) -> bool {
    if !seat::pending(book, numbers) {
        return false;
    }
    let bit = 1 << seat.0;
    let side = book.seats[seat.ix()].side;
    let moves = (0..book.moves.len()).map(MoveIx::new).any(|m| {
        let m = book.side_move(m);
        m.seat == seat && m.act.cost <= effort && seat::move_open(book, numbers, clock, m)
    });
    moves
        || match clock.beat {
            Beat::Open => claims.iter().any(|c| c.1.out && c.1.checked & bit == 0),
            Beat::Plan => {
                let may_offer = |o: &crate::model::Offer| {
                    o.from == seat
                        && numbers[o.accepted.ix()] == 0
                        && (o.act.rounds.0..=o.act.rounds.1).contains(&clock.round)
                        && o.act.when.holds(numbers)
                };
                let quotable = |c: &Claim| c.1.out && c.1.quoted & bit == 0 && book.claim(c.0).flatters.contains(&seat);
                (side.is_some() && effort > 0 && seat::may_plead(book, numbers, clock))
                    || book.offers.iter().any(may_offer)
                    || claims.iter().any(quotable)
            }
            Beat::Answer => {
                offers.iter().any(|o| book.offer(*o).to == seat)
                    || (effort > 0 && side.is_some_and(|s| seat::attackable(pleaded, s).next().is_some()))
            }
            _ => false,
        }
}
