//! Quiz and profile at a prompt.

use super::{Console, Page, Voice};
use crate::learn::quiz::{self, Question};
use crate::learn::{Profile, Store};
use crate::model::{Date, LogEntry, Scenario, SeatIx};
use crate::play::Match;
use crate::scenario::misconceptions;
use std::io;
use std::sync::Arc;

/// The learner at the keyboard: what is kept of them, and which day it is.
pub struct Learner {
    /// What is kept.
    pub store: Store,
    /// The day.
    pub today: Date,
}

impl Learner {
    /// Notes the objectives that people met in a match.
    pub fn met(&mut self, game: &Match, people: &[SeatIx]) {
        let s = game.scenario();
        let mine = |d| people.contains(&s.decision(d).seat);
        for objective in quiz::met(s, game.log(), mine) {
            self.store.profile.met(&s.id, &objective.id, self.today);
        }
        self.store.keep();
    }

    /// The recap of a match, as a seat has seen it.
    pub fn recap(&self, game: &mut Match, seat: SeatIx, voice: Voice<'_>) -> Vec<Question> {
        let s = Arc::clone(game.scenario());
        let view = game.view(seat);
        let log: Vec<&LogEntry> = game.events(seat, 0).into_iter().map(|(_, e)| e).collect();
        let own = quiz::of_match(&view, &log, game.seed(), voice.words);
        let met = quiz::met(&s, log, |d| s.decision(d).seat == seat);
        quiz::recap(&s, &met, own, &self.store.profile, game.seed(), self.today)
    }
}

/// Asks questions one after another, says why each best answer is the best, and keeps the answers. True if all were asked.
///
/// # Errors
/// As the console says.
pub fn quiz(questions: &[Question], learner: &mut Learner, voice: Voice<'_>, console: &mut Console<'_>) -> io::Result<bool> {
    let (words, at) = (voice.words, voice.level);
    let mut right = 0_usize;
    for (i, q) in questions.iter().enumerate() {
        let mut page = Page::new();
        page.heading(&words.ui_with("quiz-number", &[("number", (i + 1).into()), ("count", questions.len().into())]));
        page.line(0, q.item.question.at(at));
        for (n, option) in q.item.options.iter().enumerate() {
            page.hang(&format!("{:3}  ", n + 1), option.text.at(at));
        }
        console.show(&page)?;
        let Some(chosen) = choose(q, voice, console)? else { return Ok(false) };
        let option = &q.item.options[chosen];
        right += usize::from(option.best);
        learner.store.profile.answered(&q.origin, option.best, option.mistake.as_deref(), learner.today);
        learner.store.keep();
        console.show(&feedback(q, chosen, voice))?;
    }
    let mut page = Page::new();
    page.blank().line(0, &words.ui_with("quiz-result", &[("right", right.into()), ("count", questions.len().into())]));
    if let Some(day) = learner.store.profile.next_due() {
        page.line(0, &words.ui_with("quiz-next-due", &[("date", words.date(day).into())]));
    }
    page.line(0, &words.ui("quiz-later"));
    console.show(&page)?;
    if let Some(trouble) = learner.store.trouble.take() {
        console.say(&trouble.sentence(words))?;
    }
    Ok(true)
}

fn choose(q: &Question, voice: Voice<'_>, console: &mut Console<'_>) -> io::Result<Option<usize>> {
    loop {
        let Some(line) = console.ask(&voice.words.ui("quiz-prompt"))? else { return Ok(None) };
        match line.parse::<usize>().ok().and_then(|n| n.checked_sub(1)) {
            Some(n) if n < q.item.options.len() => return Ok(Some(n)),
            _ if matches!(line.as_str(), "q" | "quit") => return Ok(None),
            _ => console.say(&voice.words.ui_with("text-unknown-answer", &[("input", line.as_str().into())]))?,
        }
    }
}

fn feedback(q: &Question, chosen: usize, voice: Voice<'_>) -> Page {
    let (words, at) = (voice.words, voice.level);
    let option = &q.item.options[chosen];
    let mut page = Page::new();
    if option.best {
        page.line(0, &words.ui("quiz-right"));
    } else {
        page.line(0, &words.ui("quiz-not-quite"));
        if !option.because.is_empty() {
            page.line(0, option.because.at(at));
        }
        if let Some(m) = option.mistake.as_ref().and_then(|id| misconceptions().iter().find(|m| m.id == *id)) {
            page.line(0, &words.ui_with("quiz-mistake", &[("mistake", m.mistake.at(at).into())]));
        }
        let best = &q.item.options[q.item.best()].text;
        page.line(0, &words.ui_with("quiz-best", &[("answer", best.at(at).into())]));
    }
    page.line(0, &words.ui_with("quiz-because", &[("reason", q.item.because.at(at).into())]));
    if !q.item.source.is_empty() {
        page.line(0, &words.ui_with("quiz-source", &[("source", q.item.source.as_str().into())]));
    }
    page
}

/// What a learner has met and shown, scenario by scenario.
#[must_use]
pub fn profile(scenarios: &[Arc<Scenario>], profile: &Profile, today: Date, voice: Voice<'_>) -> Page {
    let (words, at) = (voice.words, voice.level);
    let mut page = Page::new();
    page.heading(&words.ui("profile-heading"));
    let all: Vec<&Scenario> = scenarios.iter().map(Arc::as_ref).collect();
    let due = quiz::due(&all, profile, today).len();
    page.line(0, &words.ui_with("profile-due", &[("count", due.into())]));
    if let Some(day) = profile.next_due().filter(|_| due == 0) {
        page.line(0, &words.ui_with("quiz-next-due", &[("date", words.date(day).into())]));
    }
    for s in scenarios.iter().filter(|s| !s.objectives.is_empty()) {
        page.blank().line(0, s.title.at(at));
        let rows = s.objectives.iter().map(|o| {
            let progress = profile.progress(&s.id, &o.id);
            let status = progress.status();
            vec![status.mark().to_owned(), words.ui(status.key()), o.text.at(at).to_owned()]
        });
        page.table(2, &rows.collect::<Vec<_>>());
    }
    let shown: Vec<_> = profile.mistakes().filter_map(|(id, _)| misconceptions().iter().find(|m| m.id == id)).collect();
    if !shown.is_empty() {
        page.heading(&words.ui("profile-mistakes"));
        for m in shown {
            page.hang("  · ", m.mistake.at(at)).line(4, m.because.at(at));
        }
    }
    page.blank().line(0, &words.ui("settings-privacy"));
    page
}
