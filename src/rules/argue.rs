//! Argue: once the answers are in, grounded semantics says which arguments stand. The better of two rebuttals attacks one
//! way, equal ones attack each other; a named difference attacks the argument it undercuts, and facing it attacks the attack.

use super::board::{ALL, Argument, Board, Court};
use super::position::Turn;
use crate::model::{Beat, Happened, IssueIx, Side};
use crate::seat::{self, IssueStanding, Pleaded};
use bevy_ecs::prelude::*;

/// Settles what stands on each issue.
pub fn argue(mut board: Board, mut arguments: Query<&mut Argument>, mut court: ResMut<Court>) {
    if board.now.turn != Turn::Closing || board.now.clock.beat != Beat::Answer {
        return;
    }
    // A plain answer may have settled an open question: what was argued on the losing side of it no longer counts.
    let book = std::sync::Arc::clone(&board.book.0);
    if !seat::pending(&book, &board.ledger.0) {
        return;
    }
    for mut a in &mut arguments {
        let open = seat::pleadable(&book, &board.ledger.0, a.0.pleading.issue, a.0.side);
        let lost = a.0.pleading.factors.difference(&open);
        if !lost.is_empty() {
            a.0.points -= lost.iter().map(|f| book.weight(f, &board.ledger.0)).sum::<i16>();
            a.0.pleading.factors = a.0.pleading.factors.intersection(&open);
        }
    }
    let mut pleaded: Vec<&Pleaded> = arguments.iter().map(|a| &a.0).collect();
    pleaded.sort_unstable_by_key(|p| (p.pleading.issue, p.by));
    court.0.standing.clear();
    let day = board.day_of_argument();
    for issue in (0..board.book.0.issues.len()).map(IssueIx::new) {
        let on_issue: Vec<&Pleaded> = pleaded.iter().copied().filter(|p| p.pleading.issue == issue).collect();
        if on_issue.is_empty() {
            continue;
        }
        let side = standing(&on_issue);
        court.0.standing.push(IssueStanding { issue, side });
        let points = |side| on_issue.iter().filter(|p| p.side == side).map(|p| p.points).max().unwrap_or(0);
        let what = Happened::Stands(issue, side, points(Side::Compel), points(Side::Resist));
        board.note(day, None, ALL, what);
    }
}

/// The side whose argument on an issue is in the grounded extension, if one is.
pub fn standing(on_issue: &[&Pleaded]) -> Option<Side> {
    seat::contest(on_issue).side(on_issue)
}
