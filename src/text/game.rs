//! The loop of the text game.

use super::command::{Asked, Command, command, near};
use super::desk::{Desk, Pick};
use super::{Console, Page, Table, Voice, debrief, dialog, duties, pages};
use crate::lang::{Language, Value};
use crate::learn::quiz::Question;
use crate::learn::{self, Lesson, Strength};
use crate::model::{Action, Arg, Beat, Reading, Say, Scenario, SeatIx, StageIx, Worked};
use crate::report;
use crate::seat::{Refusal, SeatView, beat_say, unsaid};
use std::io;

/// How a sitting ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// The match came to its end.
    Over,
    /// The player stopped.
    Quit,
    /// The input ended before the match did.
    InputEnded,
    /// No bot knew a move: a fault in the scenario.
    Stuck,
}

/// Plays a match to its end, or until the player stops. The match is kept after every action.
///
/// # Errors
/// As the console says.
pub fn play(table: &mut Table<'_>, voice: Voice<'_>, console: &mut Console<'_>) -> io::Result<Left> {
    let mut game =
        Game { told: vec![None; table.game.scenario().seats.len()], last: None, stage: None, warned: false, table, voice };
    console.show(Page::new().line(0, &voice.words.ui("text-welcome")).blank())?;
    let left = game.run(console)?;
    if left != Left::Over {
        game.met();
    }
    let goodbye = match left {
        Left::Over => return Ok(left),
        Left::Stuck => "text-stuck",
        Left::Quit => "text-goodbye",
        Left::InputEnded => "text-input-ended",
    };
    // It may be another language by now.
    let voice = game.voice;
    let saved = if game.table.kept() { "text-saved" } else { "text-not-saved" };
    console.say(&format!("{} {}", voice.words.ui(goodbye), voice.words.ui(saved)))?;
    Ok(left)
}

struct Game<'t, 'a, 'v> {
    table: &'t mut Table<'a>,
    voice: Voice<'v>,
    /// Log entries each seat has been told of; none before it has seen its brief.
    told: Vec<Option<usize>>,
    last: Option<SeatIx>,
    /// The stage that was last explained.
    stage: Option<StageIx>,
    /// Whether the player was told that the match cannot be kept.
    warned: bool,
}

impl Game<'_, '_, '_> {
    fn run(&mut self, console: &mut Console<'_>) -> io::Result<Left> {
        loop {
            if let Some(left) = self.lesson(console)? {
                return Ok(left);
            }
            if !self.table.bots() {
                return Ok(Left::Stuck);
            }
            self.keep(console)?;
            if self.table.game.over().is_some() {
                return self.over(console);
            }
            let people = self.table.people();
            let waiting = self.table.game.awaited();
            // The same person goes on if they can, so that the keyboard is not passed about.
            let same = self.last.filter(|s| waiting.contains(s));
            let Some(seat) = same.or_else(|| waiting.into_iter().find(|s| people.contains(s))) else { return Ok(Left::Stuck) };
            if people.len() > 1 && self.last != Some(seat) {
                console.wipe()?;
                let name = self.table.game.scenario().seats[seat.ix()].name.at(self.voice.level).to_owned();
                if console.ask(&self.voice.words.ui_with("text-pass", &[("seat", name.into())]))?.is_none() {
                    return Ok(Left::InputEnded);
                }
                console.wipe()?;
            }
            self.last = Some(seat);
            if let Some(left) = self.turn(seat, console)? {
                return Ok(left);
            }
        }
    }

    /// Plays the steps of a worked example, one at a time, each with its reason.
    fn lesson(&mut self, console: &mut Console<'_>) -> io::Result<Option<Left>> {
        let s = std::sync::Arc::clone(self.table.game.scenario());
        let Some(me) = learn::learner(&s).filter(|me| self.table.people() == [*me]) else { return Ok(None) };
        loop {
            let view = self.table.game.view(me);
            let Some(Lesson::Shown { number, count, step, played }) = learn::lesson(&s, self.table.game.actions(), &[me], &view)
            else {
                return Ok(None);
            };
            self.last = Some(me);
            self.news(&view, console)?;
            console.show(&worked(&s, number, count, step, self.voice))?;
            match console.ask(&self.voice.words.ui("lesson-prompt"))?.as_deref() {
                None => return Ok(Some(Left::InputEnded)),
                Some("q" | "quit") => return Ok(Some(Left::Quit)),
                Some(_) => {}
            }
            for step in played {
                if let Err(refusal) = self.table.submit(step.seat, &step.action) {
                    // The checker plays every example; one of an author who did not ask it ends here, and the match is theirs.
                    console.say(&refused(&refusal, &self.table.game.view(step.seat), self.voice))?;
                    return Ok(None);
                }
            }
            self.keep(console)?;
        }
    }

    /// What the example would do, once the learner has chosen; before that, that it is their turn.
    fn asked(&mut self, seat: SeatIx, console: &mut Console<'_>) -> io::Result<()> {
        let (s, voice) = (std::sync::Arc::clone(self.table.game.scenario()), self.voice);
        let view = self.table.game.view(seat);
        let lesson = learn::lesson(&s, self.table.game.actions(), &self.table.people(), &view);
        let Some(Lesson::Asked { step, chosen }) = lesson else { return Ok(()) };
        let mut page = Page::new();
        page.heading(&voice.words.ui("lesson-heading"));
        match chosen {
            None => page.line(0, &voice.words.ui("lesson-yours")),
            Some(option) => {
                let same = matches!(step.action, Action::Choose(_, o) if o == option);
                let done = voice.words.say(&s, voice.level, &crate::lang::deed(&s, &step.action));
                let key = if same { "lesson-same" } else { "lesson-other" };
                page.line(0, &voice.words.ui_with(key, &[("deed", done.into())]));
                page.line(0, &voice.words.ui_with("quiz-because", &[("reason", step.why.at(voice.level).into())]));
                page.line(0, &voice.words.ui("lesson-then"))
            }
        };
        console.show(&page)
    }

    /// One seat at its desk, until something was done.
    fn turn(&mut self, seat: SeatIx, console: &mut Console<'_>) -> io::Result<Option<Left>> {
        let voice = self.voice;
        let view = self.table.game.view(seat);
        let mut desk = Desk::of(&view, voice);
        if self.table.is_guided() {
            desk.guide(&view);
        }
        self.news(&view, console)?;
        console.show(&self.head(&view))?;
        console.show(&desk.page(voice))?;
        console.show(&plan(&view, voice))?;
        self.asked(seat, console)?;
        let mut hinted = 0;
        loop {
            if let Some(warning) = unsaid(&view, self.table.is_guided()).filter(|_| desk.may_close.is_ok()) {
                console.say(&voice.words.ui(warning))?;
            }
            let hint = if desk.may_close.is_ok() { "text-hint-close" } else { "text-hint" };
            console.show(Page::new().blank().line(0, &voice.words.ui(hint)))?;
            let name = view.scenario.seats[seat.ix()].name.at(voice.level).to_owned();
            let Some(line) = console.ask(&voice.words.ui_with("text-prompt", &[("seat", name.into())]))? else {
                return Ok(Some(Left::InputEnded));
            };
            let action = match command(&line) {
                Command::Number(number) => self.number(number, &view, &desk, console)?,
                Command::Undo => Some(Action::Undo),
                Command::Close => Some(Action::Close),
                Command::Quit => return Ok(Some(Left::Quit)),
                Command::Public => {
                    let view = self.table.game.public();
                    console.show(&super::public(&view, &self.table.game.public_events(), voice))?;
                    None
                }
                Command::Finish => {
                    console.say(&voice.words.ui("finish-handed"))?;
                    self.table.finish();
                    return Ok(None);
                }
                Command::Save => {
                    self.warned = false;
                    self.keep(console)?;
                    None
                }
                Command::Hint(asked) => {
                    hinted = asked.unwrap_or(hinted + 1).clamp(1, Strength::ALL.len());
                    console.show(&super::hint(&view, Strength::ALL[hinted - 1], self.table.is_guided(), voice))?;
                    None
                }
                Command::Quiz => {
                    self.quiz(console)?;
                    None
                }
                Command::Language(Some(language)) => {
                    self.voice.words = language.words();
                    return Ok(None);
                }
                Command::Wording(level) => {
                    let other = if voice.level == Reading::Plain { Reading::Full } else { Reading::Plain };
                    self.voice.level = level.unwrap_or(other);
                    return Ok(None);
                }
                Command::Unknown => {
                    console.say(&unknown(&line, voice))?;
                    None
                }
                other => {
                    console.show(&self.page(&other, &view, &desk))?;
                    None
                }
            };
            let Some(action) = action else { continue };
            match self.table.submit(seat, &action) {
                Ok(()) => return Ok(None),
                Err(refusal) => console.say(&refused(&refusal, &view, voice))?,
            }
        }
    }

    /// What stands behind a number, once the player has said all that it needs.
    fn number(&self, number: usize, view: &SeatView, desk: &Desk, console: &mut Console<'_>) -> io::Result<Option<Action>> {
        let voice = self.voice;
        let Some(entry) = number.checked_sub(1).and_then(|i| desk.entries().nth(i)) else {
            console.show(&self.page(&Command::Why(Asked::Number(number)), view, desk))?;
            return Ok(None);
        };
        match &entry.pick {
            Pick::Do(action) => Ok(Some(action.clone())),
            Pick::Argue(issue) => dialog::argue(view, *issue, voice, console),
            Pick::Attack(issue) => dialog::attack(view, *issue, voice, console),
            Pick::Rule => dialog::rule(view, voice, console),
        }
    }

    /// A page that was asked for.
    fn page(&self, command: &Command, view: &SeatView, desk: &Desk) -> Page {
        let voice = self.voice;
        match command {
            Command::Why(asked) => super::why::page(&self.table.game, view, desk, asked, voice),
            Command::Find(asked) => super::why::found(&self.table.game, view, asked, voice),
            Command::Closed => desk.closed_page(view, voice),
            Command::Status => pages::status(view, voice),
            Command::Docket => pages::docket(view, voice),
            Command::Law(day) => super::law::law(view, *day, voice),
            Command::Duties => duties::page(view, voice),
            Command::Picture(kind) => pages::picture(&self.table.game, view, *kind, voice),
            Command::Press => pages::press(view, voice),
            Command::Log => pages::record(&self.table.game, view.seat, 0, voice),
            Command::Profile => self.profile(view),
            Command::Glossary(asked) if asked.is_empty() => super::glossary_terms(voice),
            Command::Glossary(asked) => super::glossary(asked, voice),
            Command::Brief => pages::brief(view, voice),
            Command::Language(_) => languages(voice),
            Command::Desk => Page::joined([self.head(view), desk.page(voice), plan(view, voice)]),
            _ => {
                let mut page = Page::new();
                page.blank();
                for line in voice.words.ui("text-help").lines() {
                    page.hang("  ", line);
                }
                page
            }
        }
    }

    /// Where the match is.
    fn head(&self, view: &SeatView) -> Page {
        let (s, voice) = (&view.scenario, self.voice);
        let mut page = Page::new();
        let clock = &view.clock;
        let beat = voice.words.say(s, voice.level, &beat_say(clock.beat));
        let when = [
            voice.words.ui_with("clock-round", &[("round", Value::from(clock.round)), ("rounds", s.rounds.len().into())]),
            voice.words.ui_with("clock-step", &[("beat", beat.into())]),
            voice.words.ui_with("clock-until", &[("date", voice.words.date(clock.date).into())]),
        ];
        let what = [
            voice.words.ui_with("clock-stage", &[("stage", s.stage(clock.stage).title.at(voice.level).into())]),
            voice.words.ui_with("desk-effort", &[("left", view.effort.into())]),
        ];
        page.blank().rule().line(0, &when.join(" · ")).line(0, &what.join(" · "));
        page.line(0, &voice.words.ui(about(clock.beat)));
        page
    }

    /// The brief at the start, what has happened since, and the stage when it is a new one.
    fn news(&mut self, view: &SeatView, console: &mut Console<'_>) -> io::Result<()> {
        let seat = view.seat;
        if self.told[seat.ix()].is_none() {
            console.show(&pages::brief(view, self.voice))?;
        }
        let since = self.told[seat.ix()].replace(self.table.game.log().len()).unwrap_or(0);
        let news = pages::record(&self.table.game, seat, since, self.voice);
        if !news.is_empty() {
            console.show(Page::new().heading(&self.voice.words.ui("text-news")))?;
            console.show(&news)?;
        }
        let done = self.table.done_for(seat);
        if !done.is_empty() {
            let mut page = Page::new();
            page.heading(&self.voice.words.ui("guided-done"));
            for (action, because) in done {
                let said = |say: &Say| self.voice.words.say(&view.scenario, self.voice.level, say);
                let parts =
                    [("deed", said(&crate::lang::deed(&view.scenario, &action)).into()), ("because", said(&because).into())];
                page.hang("  · ", &self.voice.words.ui_with("guided-done-because", &parts));
            }
            console.show(&page)?;
        }
        if self.stage != Some(view.clock.stage) {
            self.stage = Some(view.clock.stage);
            let stage = view.scenario.stage(view.clock.stage);
            let mut page = Page::new();
            page.heading(stage.title.at(self.voice.level));
            pages::illustration(&mut page, &view.scenario, stage.picture, self.voice);
            console.show(page.line(0, stage.text.at(self.voice.level)))?;
        }
        Ok(())
    }

    fn over(&mut self, console: &mut Console<'_>) -> io::Result<Left> {
        let voice = self.voice;
        if let Some(seat) = self.last {
            let since = self.told[seat.ix()].unwrap_or(0);
            console.show(&pages::record(&self.table.game, seat, since, voice))?;
        }
        let debriefed = report::debrief(&mut self.table.game);
        let game = &self.table.game;
        console.show(&debrief(game.scenario(), &debriefed, game.log(), voice))?;
        self.met();
        let count = self.recap().len();
        let offer = voice.words.ui_with("quiz-offer", &[("count", count.into())]);
        if count > 0 && console.ask(&offer)?.is_some_and(|line| line.is_empty()) {
            self.quiz(console)?;
        }
        Ok(Left::Over)
    }

    /// Notes what people have met so far.
    fn met(&mut self) {
        let people = self.table.people();
        if let Some(learner) = &mut self.table.learner {
            learner.met(&self.table.game, &people);
        }
    }

    fn recap(&mut self) -> Vec<Question> {
        // Whoever was at the desk last: nobody is asked about what only another seat could see.
        let seat = self.last.or_else(|| self.table.people().first().copied()).unwrap_or(SeatIx(0));
        let Some(learner) = &self.table.learner else { return Vec::new() };
        learner.recap(&mut self.table.game, seat, self.voice)
    }

    fn quiz(&mut self, console: &mut Console<'_>) -> io::Result<()> {
        let asked = self.recap();
        match &mut self.table.learner {
            Some(learner) if !asked.is_empty() => super::quiz(&asked, learner, self.voice, console).map(drop),
            _ => console.say(&self.voice.words.ui("quiz-none")),
        }
    }

    /// What was learnt, as far as this dispute goes.
    fn profile(&self, view: &SeatView) -> Page {
        let Some(learner) = &self.table.learner else {
            let mut page = Page::new();
            page.line(0, &self.voice.words.ui("profile-no-folder"));
            return page;
        };
        super::profile(std::slice::from_ref(&view.scenario), &learner.store.profile, learner.today, self.voice)
    }

    fn keep(&mut self, console: &mut Console<'_>) -> io::Result<()> {
        if let Err(reason) = self.table.keep()
            && !self.warned
        {
            self.warned = true;
            console.say(&self.voice.words.ui_with("save-failed", &[("reason", reason.into())]))?;
        }
        Ok(())
    }
}

/// A step of a worked example.
fn worked(s: &Scenario, number: usize, count: usize, step: &Worked, voice: Voice<'_>) -> Page {
    let (words, at) = (voice.words, voice.level);
    let mut page = Page::new();
    page.heading(&words.ui_with("lesson-step", &[("number", (number + 1).into()), ("count", count.into())]));
    if let Action::Choose(d, _) = step.action {
        let decision = s.decision(d);
        page.line(0, decision.title.at(at));
        for option in &decision.options {
            page.hang("  · ", option.act.title.at(at));
        }
    }
    let deed = words.say(s, at, &crate::lang::deed(s, &step.action));
    let seat = s.seats[step.seat.ix()].name.at(at);
    page.blank().line(0, &words.ui_with("lesson-does", &[("seat", seat.into()), ("deed", deed.into())]));
    page.line(0, &words.ui_with("quiz-because", &[("reason", step.why.at(at).into())]));
    page
}

/// What a beat is for.
const fn about(beat: Beat) -> &'static str {
    match beat {
        Beat::Open => "beat-open-about",
        Beat::Plan => "beat-plan-about",
        Beat::Answer => "beat-answer-about",
        Beat::Rule => "beat-rule-about",
        Beat::Reckon => "beat-reckon-about",
    }
}

fn refused(refusal: &Refusal, view: &SeatView, voice: Voice<'_>) -> String {
    voice.words.say(&view.scenario, voice.level, &refusal.say(&view.scenario))
}

/// A line that is no command, and the one that was probably meant.
fn unknown(line: &str, voice: Voice<'_>) -> String {
    let input = ("input", line.into());
    match near(line) {
        Some(near) => voice.words.ui_with("text-unknown-near", &[input, ("near", near.into())]),
        None => voice.words.ui_with("text-unknown", &[input]),
    }
}

/// The languages there are.
fn languages(voice: Voice<'_>) -> Page {
    let mut page = Page::new();
    page.heading(&voice.words.ui("settings-language"));
    let rows: Vec<Vec<String>> = Language::all().map(|l| vec![format!("language {}", l.tag()), l.name()]).collect();
    page.table(2, &rows);
    page
}

/// What the seat has planned and nobody else can see yet.
fn plan(view: &SeatView, voice: Voice<'_>) -> Page {
    let mut page = Page::new();
    let s = &view.scenario;
    let what = |action: &Action| match action {
        Action::Choose(d, o) => Say::new("text-plan-choice").with("choice", Arg::Choice(*d, *o)),
        Action::Move(m) => Say::new("text-plan-move").with("move", Arg::Move(*m)),
        Action::Argue(p) => Say::new("text-argue").with("issue", Arg::Issue(p.issue)),
        Action::Attack(issue, _) => Say::new("text-attack").with("issue", Arg::Issue(*issue)),
        Action::Offer(o) => Say::new("text-plan-offer").with("offer", Arg::Offer(*o)),
        Action::Respond(_, yes) => Say::new(if *yes { "offers-accept" } else { "offers-decline" }),
        Action::Check(c) => Say::new("text-plan-check").with("claim", Arg::Claim(*c)),
        Action::Quote(c) => Say::new("text-plan-quote").with("claim", Arg::Claim(*c)),
        Action::Rule(side, _) => Say::new("text-rule-side").with("side", Arg::Side(*side)),
        Action::Undo | Action::Close => Say::new("desk-undo"),
    };
    if !view.plan.is_empty() {
        page.heading(&voice.words.ui("desk-plan"));
        for action in &view.plan {
            page.hang("  · ", &voice.words.say(s, voice.level, &what(action)));
        }
    }
    page
}
