//! What has happened, as far as the seat may know: a fold a round, the newest first and open.

use super::Cx;
use crate::lang;
use crate::model::{Happened, LogEntry};
use maud::{Markup, html};

/// The section.
pub(in crate::html) fn section(cx: &Cx<'_>, events: &[&LogEntry]) -> Markup {
    // A court that affirms can be told from one that reverses only by what came before.
    let before: Vec<LogEntry> = events.iter().map(|e| (*e).clone()).collect();
    let told: Vec<usize> = (0..before.len()).filter(|i| !matches!(before[*i].what, Happened::Opened(_))).collect();
    let mut rounds: Vec<u8> = told.iter().map(|i| before[*i].round).collect();
    rounds.sort_unstable();
    rounds.dedup();
    let newest = rounds.last().copied();
    html! {
        section #log aria-labelledby="log-h" {
            h2 #log-h { (cx.ui("record-heading")) }
            @if told.is_empty() { p { (cx.ui("record-empty")) } }
            @for round in rounds.into_iter().rev() {
                @let title = cx.s.rounds.get(usize::from(round).saturating_sub(1)).map_or("", |r| cx.text(&r.title));
                details open[Some(round) == newest] {
                    summary { (cx.ui("log-round")) " " (round) ": " (title) }
                    ol.log { @for i in told.iter().filter(|i| before[**i].round == round) { (line(cx, &before, *i)) } }
                }
            }
        }
    }
}

fn line(cx: &Cx<'_>, all: &[LogEntry], i: usize) -> Markup {
    let (before, entry) = (&all[..i], &all[i]);
    let class = entry.actor.map_or("", |a| super::cx::role(cx.s.seats[a.ix()].role).0);
    html! {
        li.(class) id={ "entry-" (i) } {
            time datetime=(entry.date) { (cx.words.date(entry.date)) } " "
            (cx.say(&lang::entry_after(cx.s, before, entry)))
        }
    }
}
