//! The press desk: stories that are out, what they claim, what the seat knows of it.

use super::cx::Desk;
use crate::lang::log;
use crate::model::ClaimIx;
use maud::{Markup, html};

/// The section.
pub(super) fn section(d: &Desk<'_>) -> Markup {
    let (cx, view) = (&d.cx, d.view);
    let out: Vec<_> = cx.s.stories.iter().filter(|s| s.claims.iter().any(|c| view.out(*c))).collect();
    html! {
        section #press aria-labelledby="press-h" {
            h2 #press-h { (cx.ui("press-heading")) }
            @if out.is_empty() { p { (cx.ui("press-empty")) } }
            @for story in out.into_iter().rev() {
                article.card {
                    h3 { (cx.with("press-story", &[("date", cx.words.date(story.date).into()), ("title", cx.text(&story.title).into())])) }
                    (cx.para(cx.text(&story.text)))
                    ul.claims { @for c in story.claims.iter().filter(|c| view.out(**c)) { (claim(d, *c)) } }
                }
            }
        }
    }
}

fn claim(d: &Desk<'_>, ix: ClaimIx) -> Markup {
    let (cx, claim) = (&d.cx, d.cx.s.claim(ix));
    html! {
        li {
            q { (cx.text(&claim.text)) } " " (known(d, ix))
            @if let Some((side, issue)) = claim.supports {
                p.note { (cx.with("window-claim-helps", &[("side", cx.side(side).into()), ("issue", cx.text(&cx.s.issues[issue.ix()].title).into())])) }
            }
            @if d.view.press[ix.ix()].checked {
                p { strong { (cx.ui("press-record")) ": " } (cx.prose(cx.text(&claim.record))) }
                (cx.source(&claim.source))
            }
        }
    }
}

/// What the seat knows of a claim.
pub(super) fn known(d: &Desk<'_>, ix: ClaimIx) -> Markup {
    let (cx, state) = (&d.cx, d.view.press[ix.ix()]);
    html! {
        @if state.checked { (cx.chip(log::verdict(cx.s.claim(ix).verdict))) } @else { (cx.chip("press-unchecked")) }
        @if state.quoted { " " (cx.chip("press-quoted")) }
    }
}
