//! The page of a seat: everything its view holds, and every action open to it as a control of a form.
//!
//! | File | Its part |
//! |---|---|
//! | `cx` | words, titles, controls |
//! | `desk` | what is open, the plan, what is closed and why |
//! | `argue` | building an argument, attacking one |
//! | `ruling` | giving a ruling |
//! | `docket` | cases, arguments, instruments, data, holdings |
//! | `law` | duties with their traces, precedents |
//! | `meters` | aims, numbers, questions, calendar |
//! | `press` | stories and claims |
//! | `brief` | who the seat is and what it wants |
//! | `log` | what has happened |

mod argue;
mod brief;
mod cx;
mod desk;
mod docket;
mod law;
mod log;
mod meters;
mod press;
mod ruling;

pub(super) use cx::Cx;
pub(super) use docket::holding;
pub(super) use log::section as log;

use super::page::{Frame, Shell, figure, framed};
use crate::lang::Words;
use crate::learn::Glossary;
use crate::model::{Beat, LogEntry, Reading, SeatIx};
use crate::picture::{self, Asked, Kind, USUAL};
use crate::seat::{Clock, SeatView, beat_say};
use maud::{Markup, html};

/// What a page is made from.
#[derive(Clone, Copy, Debug)]
pub struct SeatPage<'a> {
    /// Language.
    pub words: &'a Words,
    /// Which of the two wordings.
    pub level: Reading,
    /// What the seat sees.
    pub view: &'a SeatView,
    /// What the seat may know of the log, with the number of each entry.
    pub events: &'a [(usize, &'a LogEntry)],
    /// Where forms are posted to; none makes a copy to look at and says so.
    pub post: Option<&'a str>,
}

impl SeatPage<'_> {
    /// The page.
    #[must_use]
    pub fn html(&self) -> String {
        let s = &*self.view.scenario;
        let cx = Cx::new(self.words, self.level, s);
        let desk = cx::Desk { cx, view: self.view, events: self.events, post: self.post };
        let cx = &desk.cx;
        let events: Vec<&LogEntry> = self.events.iter().map(|(_, e)| *e).collect();
        let sections = html! {
            (desk::section(&desk))
            (docket::section(&desk))
            (law::duties(&desk))
            (law::precedents(&desk))
            (press::section(&desk))
            (log::section(cx, &events))
            (brief::section(&desk))
            (self.pictures(cx))
        };
        let aside = meters::column(&desk);
        let frame = Frame {
            header: header(cx, &self.view.clock, Some(self.view.seat)),
            nav: Some((
                cx.ui("page-contents"),
                vec![
                    ("desk", cx.ui("desk-heading")),
                    ("docket", cx.ui("docket-heading")),
                    ("duties", cx.ui("duties-heading")),
                    ("law", cx.ui("law-heading")),
                    ("press", cx.ui("press-heading")),
                    ("log", cx.ui("record-heading")),
                    ("brief", cx.ui("brief-heading")),
                    ("pictures", cx.ui("pictures-heading")),
                    ("terms", cx.ui("help-glossary")),
                    ("standing", cx.ui("meters-heading")),
                    ("calendar", cx.ui("calendar-heading")),
                ],
            )),
            main: html! { (sections) (glossary(cx)) },
            aside: Some((cx.ui("page-aside"), aside)),
            class: "seat",
        };
        let title = format!("{}: {}", cx.seat(self.view.seat), cx.text(&s.title));
        framed(&title, &Shell::about(s, self.words), &frame)
    }

    fn pictures(&self, cx: &Cx<'_>) -> Markup {
        let asked = Asked { words: self.words, level: self.level, view: self.view, events: self.events, court: None };
        let shell = Shell::of(self.words);
        html! {
            section #pictures aria-labelledby="pictures-h" {
                h2 #pictures-h { (cx.ui("pictures-heading")) }
                @for kind in Kind::ALL { (figure(&picture::draw(kind, &asked, USUAL), &shell)) }
            }
        }
    }
}

/// The head of a page: the dispute, whose page it is, where the match is.
pub(super) fn header(cx: &Cx<'_>, clock: &Clock, seat: Option<SeatIx>) -> Markup {
    let beats = [Beat::Open, Beat::Plan, Beat::Answer, Beat::Rule, Beat::Reckon];
    html! {
        p.kicker { (cx.text(&cx.s.title)) }
        h1 { @match seat { Some(seat) => (cx.badge(seat)), None => (cx.ui("projector-heading")) } }
        p.clock {
            strong { (cx.with("clock-round", &[("round", clock.round.into()), ("rounds", cx.s.rounds.len().into())])) }
            span { (cx.with("clock-today", &[("date", cx.words.date(clock.today).into())])) }
            @if clock.over.is_some() {
                span { (cx.ui("clock-over")) }
            } @else {
                span { (cx.with("clock-until", &[("date", cx.words.date(clock.date).into())])) }
            }
        }
        @if clock.over.is_none() {
            ol.beats aria-label=(cx.ui("page-steps")) {
                @for beat in beats { li aria-current=[(beat == clock.beat).then_some("step")] { (cx.say(&beat_say(beat))) } }
            }
        }
    }
}

/// The terms of art that the page has used, in the order of the alphabet.
pub(super) fn glossary(cx: &Cx<'_>) -> Markup {
    let used = cx.terms.borrow().clone();
    html! {
        section #terms aria-labelledby="terms-h" {
            h2 #terms-h { (cx.ui("help-glossary")) }
            dl {
                @for term in Glossary::shipped().terms().iter().filter(|t| used.contains(t.id.as_str())) {
                    dt id={ "term-" (term.id) } { (term.term) }
                    dd { (term.text.at(cx.level)) }
                }
            }
        }
    }
}
