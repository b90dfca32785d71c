//! Why? The answers of `seat::why` as pages.

use super::command::Asked;
use super::desk::Desk;
use super::{Page, Voice};
use crate::model::{LogEntry, VarIx, VarKind};
use crate::play::Match;
use crate::seat::why::{askable, fits};
use crate::seat::{Question, SeatView, why};

/// What there is to ask about whose name holds all these words, each with what explains it.
#[must_use]
pub fn found(game: &Match, view: &SeatView, asked: &str, voice: Voice<'_>) -> Page {
    let s = &view.scenario;
    let events = game.events(view.seat, 0);
    let heard: Vec<&LogEntry> = events.iter().map(|(_, entry)| *entry).collect();
    let mut page = Page::new();
    let mut none = true;
    for (say, question) in askable(view, &heard) {
        let name = voice.words.say(s, voice.level, &say);
        if !fits(&name, asked) {
            continue;
        }
        none = false;
        page.hang("  · ", &name);
        let answer = match question {
            // Entries have a command of their own, which says more.
            Question::Entry(at) => Some(voice.words.ui_with("find-ask-log", &[("number", (at + 1).into())])),
            question => why(view, &heard, &question).and_then(|a| Some(voice.words.say(s, voice.level, &a.lines.first()?.say))),
        };
        if let Some(answer) = answer {
            page.hang("      ", &answer);
        }
    }
    let terms = crate::learn::Glossary::shipped().search(asked);
    for term in terms.into_iter().filter(|_| !asked.trim().is_empty()).take(5) {
        none = false;
        page.hang("  · ", &term.term);
        page.hang("      ", term.text.at(voice.level));
    }
    if none {
        page.line(0, &voice.words.ui_with("glossary-none", &[("asked", asked.trim().into())]));
    }
    page
}

/// What somebody wants explained.
#[must_use]
pub fn page(game: &Match, view: &SeatView, desk: &Desk, asked: &Asked, voice: Voice<'_>) -> Page {
    let words = voice.words;
    let events = game.events(view.seat, 0);
    let heard: Vec<&LogEntry> = events.iter().map(|(_, entry)| *entry).collect();
    let question = match asked {
        Asked::Number(number) => desk.action(*number).cloned().map(Question::Act),
        Asked::Log(number) => number.checked_sub(1).map(Question::Entry),
        Asked::Words(name) => named(view, name, voice).map(Question::Number),
    };
    let answer = question.and_then(|question| why(view, &heard, &question));
    let mut page = Page::new();
    let Some(answer) = answer else {
        page.line(0, &none(view, desk, asked, voice));
        return page;
    };
    let say = |say| words.say(&view.scenario, voice.level, say);
    page.heading(&say(&answer.title));
    for line in &answer.lines {
        page.hang(&" ".repeat(2 * line.depth), &say(&line.say));
    }
    page
}

/// The number that goes by a name, or whose name holds these words.
fn named(view: &SeatView, name: &str, voice: Voice<'_>) -> Option<VarIx> {
    let all = || (0..view.scenario.vars.len()).map(VarIx::new);
    let title = |v: &VarIx| view.scenario.var(*v).title.at(voice.level).to_lowercase();
    let shown = |v: &VarIx| view.sees(*v) && view.scenario.var(*v).kind != VarKind::Flag && !title(v).is_empty();
    let asked = name.to_lowercase();
    all().filter(shown).find(|v| title(v) == asked).or_else(|| all().filter(shown).find(|v| title(v).contains(&asked)))
}

/// Why there is no answer, and what may be asked.
fn none(view: &SeatView, desk: &Desk, asked: &Asked, voice: Voice<'_>) -> String {
    let words = voice.words;
    match asked {
        Asked::Number(number) if *number > 0 && *number <= desk.entries().count() => {
            let title = desk.entries().nth(number - 1).map_or("", |e| e.title.as_str());
            format!("{title}: {}", words.ui("text-is-open"))
        }
        Asked::Number(number) | Asked::Log(number) => words.ui_with("text-no-such-number", &[("number", (*number).into())]),
        Asked::Words(name) => {
            let titles = view.scenario.vars.iter().map(|v| v.title.at(voice.level).to_lowercase());
            let near =
                crate::syntax::did_you_mean(name, titles.collect::<Vec<_>>().iter().map(String::as_str)).map(str::to_owned);
            match near {
                Some(near) => words.ui_with("text-unknown-near", &[("input", name.as_str().into()), ("near", near.into())]),
                None => words.ui_with("text-unknown", &[("input", name.as_str().into())]),
            }
        }
    }
}
