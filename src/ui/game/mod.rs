//! The whole: which page is shown, what the player asked for. Pages draw and ask; what was asked is done after the pass.

mod follow;
mod keys;

use crate::lang::{Language, Words};
use crate::model::{Action, SeatIx};
use crate::report::Debrief;
use crate::scenario;
use crate::ui::author::{self, Author};
use crate::ui::cmd::{Cmd, Notice, Page, Setup, Shelved};
use crate::ui::cx::Cx;
use crate::ui::files;
use crate::ui::find::{self, Finder};
use crate::ui::learn;
use crate::ui::pages;
use crate::ui::papers;
use crate::ui::prefs::Prefs;
use crate::ui::screen::Screen;
use crate::ui::session::{Kept, Player, Session};
use crate::ui::table::{self, Desk};
use crate::ui::theme;
use crate::ui::tongue;
use crate::ui::why::{self, Trail};
use egui::Ui;
use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::Arc;

/// What to play when the window opens; nothing set shows the title.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// Scenario: slug or path.
    pub scenario: Option<String>,
    /// Who sits where: seat id, then `human` or `bot:NAME`.
    pub seats: Vec<(String, String)>,
    /// Seed of chance.
    pub seed: Option<u64>,
    /// Language that was asked for; without it, the player's settings decide.
    pub language: Option<Language>,
    /// Length of play, by the id of a preset.
    pub preset: Option<String>,
    /// A saved match to go on with.
    pub resume: Option<PathBuf>,
}

/// The game as a screen.
pub struct Game {
    words: Words,
    prefs: Prefs,
    page: Page,
    shelf: Vec<Shelved>,
    setup: Option<Setup>,
    session: Option<Session>,
    briefed: Vec<bool>,
    desk: Desk,
    debrief: Option<Debrief>,
    unfinished: Option<pages::Unfinished>,
    notice: Option<Notice>,
    help: bool,
    glossary: Option<learn::Lookup>,
    why: Option<Trail>,
    find: Option<Finder>,
    author: Option<Author>,
    learning: learn::Learning,
    menu: bool,
    closing: bool,
}

impl Game {
    /// The game, at the title or where `start` says.
    #[must_use]
    pub fn new(start: Start) -> Self {
        let kept = Prefs::load();
        let prefs = Prefs { language: start.language.unwrap_or(kept.language), ..kept };
        let mut game = Self {
            words: prefs.language.words().clone(),
            prefs,
            page: Page::Title,
            shelf: Vec::new(),
            setup: None,
            session: None,
            briefed: Vec::new(),
            desk: Desk::default(),
            debrief: None,
            unfinished: None,
            notice: None,
            help: false,
            glossary: None,
            why: None,
            find: None,
            author: None,
            learning: learn::Learning::default(),
            menu: false,
            closing: false,
        };
        for slug in scenario::catalog::scenarios() {
            let scenario = scenario::open(slug).ok().map(|l| l.scenario);
            game.shelf.push(Shelved { source: slug.to_owned(), scenario });
        }
        game.learning = learn::Learning::open(&game.shelf);
        game.notice = game.learning.trouble(&game.words).map(Notice::from);
        if let Some(path) = start.resume {
            game.resume(path);
            if let Some(source) = game.session.as_ref().map(|s| s.source().to_owned()) {
                let found = scenario::open(&source).map_or_else(|found| found, |loaded| loaded.remarks);
                game.written(&source, found);
            }
        } else if let Some(name) = &start.scenario {
            game.open(name, &start);
        }
        if game.page == Page::Title {
            game.unfinished = pages::unfinished();
        }
        game
    }

    fn open(&mut self, name: &str, start: &Start) {
        let at = self.shelf.iter().position(|s| s.source == name).unwrap_or_else(|| {
            let (scenario, found) = match scenario::open(name) {
                Ok(loaded) => (Some(loaded.scenario), loaded.remarks),
                Err(found) => (None, found),
            };
            self.written(name, found);
            self.shelf.push(Shelved { source: name.to_owned(), scenario });
            self.shelf.len() - 1
        });
        self.pick(at);
        let Some(setup) = &mut self.setup else {
            if self.author.is_none() {
                self.notice = Some(self.words.ui("scenarios-broken").into());
            }
            return;
        };
        if let Some(seed) = start.seed {
            setup.seed = seed.to_string();
        }
        if start.preset.is_some() || !start.seats.is_empty() {
            // Who says what to play means that and no more.
            setup.preset = start.preset.clone().filter(|id| setup.scenario.presets.iter().any(|p| p.id == *id));
            setup.guided = false;
        }
        let chosen = setup.scenario.presets.iter().find(|p| Some(&p.id) == setup.preset.as_ref()).cloned();
        if let Some(preset) = chosen.filter(|_| start.seats.is_empty()) {
            setup.prefer(&preset);
        }
        for (id, who) in &start.seats {
            if let (Some(seat), Some(player)) = (setup.scenario.seat(id), Player::parse(who)) {
                setup.players[seat.ix()] = player;
                setup.guided |= who == crate::play::GUIDED;
            }
        }
        if !start.seats.is_empty() {
            self.begin();
        }
    }

    fn pick(&mut self, at: usize) {
        let Some(shelved) = self.shelf.get(at) else { return };
        let Some(scenario) = &shelved.scenario else { return };
        self.setup = Some(Setup::first(scenario, &shelved.source));
        self.page = Page::Seats;
    }

    /// Puts the dispute that is set up into another language.
    fn translated(&mut self, name: &str) {
        let Some(setup) = &mut self.setup else { return };
        let Ok(loaded) = scenario::open(name) else {
            self.notice = Some(self.words.ui("scenarios-broken").into());
            return;
        };
        if let Some(shelved) = self.shelf.iter_mut().find(|s| s.source == setup.source) {
            *shelved = Shelved { source: name.to_owned(), scenario: Some(Arc::clone(&loaded.scenario)) };
        }
        (setup.source, setup.scenario) = (name.to_owned(), loaded.scenario);
        if self.author.is_some() {
            self.written(name, loaded.remarks);
        }
    }

    fn begin(&mut self) {
        let Some(setup) = &self.setup else { return };
        // Words make a seed too: what matters is that the same ones give the same match.
        let letters = |text: &str| text.bytes().fold(7_u64, |n, b| n.wrapping_mul(31).wrapping_add(u64::from(b)));
        let seed = setup.seed.trim().parse().unwrap_or_else(|_| letters(setup.seed.trim()));
        let scenario = Arc::clone(&setup.scenario);
        let session =
            Session::new(scenario, &setup.source, setup.players.clone(), seed, setup.is_pinned(), setup.preset.as_deref());
        let session = session.guided(setup.guided);
        self.enter(session);
    }

    fn enter(&mut self, mut session: Session) {
        // Whoever goes on, or plays on from a round, has read the brief; it stays one key away.
        let begun = session.view().clock.round > 1;
        self.briefed = vec![begun; session.players().len()];
        self.desk = Desk::fresh(self.desk.drafts.visit);
        self.debrief = None;
        self.help = false;
        self.menu = false;
        let first = session.next_person().unwrap_or_else(|| session.shown());
        let crowd = session.persons() > 1;
        session.show(first);
        self.page = if session.is_over() {
            self.debrief = Some(session.debrief());
            Page::Debrief
        } else if crowd {
            Page::Curtain(first)
        } else if session.persons() == 0 || begun {
            Page::Table
        } else {
            Page::Brief
        };
        self.session = Some(session);
    }

    fn resume(&mut self, path: PathBuf) {
        match Session::resume(&path, &self.words) {
            Ok((session, kept)) => {
                if let Kept::Actions(n) = kept {
                    self.notice = Some(self.words.ui_with("window-save-cut", &[("kept", n.into())]).into());
                }
                self.enter(session);
            }
            Err(why) => self.notice = Some(why.into()),
        }
    }

    fn apply(&mut self, cmd: Cmd, ctx: &egui::Context) {
        match cmd {
            Cmd::Go(page) => {
                self.page = page;
                self.notice = None;
                self.menu = false;
            }
            Cmd::Translated(name) => self.translated(&name),
            Cmd::Pick(at) => self.pick(at),
            Cmd::Begin => self.begin(),
            Cmd::Resume(path) => self.resume(path),
            Cmd::Ready(seat) => self.ready(seat),
            Cmd::Act(action) => self.act(&action),
            Cmd::Replan(at, instead) => {
                if let Some(session) = &mut self.session
                    && let Err(refusal) = session.replan(at, instead.as_ref())
                {
                    let say = refusal.say(session.scenario());
                    self.notice = Some(self.words.say(session.scenario(), self.prefs.reading, &say).into());
                }
            }
            Cmd::Again => {
                if let Some(session) = self.session.take() {
                    let (scenario, source) = (Arc::clone(session.scenario()), session.source().to_owned());
                    let players = session.players().to_vec();
                    let seed = files::chance().to_string();
                    self.setup = Some(Setup {
                        scenario,
                        languages: scenario::languages(&source),
                        source,
                        players,
                        seed,
                        pinned: session.pinned(),
                        preset: session.preset().map(str::to_owned),
                        guided: session.is_guided(),
                    });
                    self.page = Page::Seats;
                }
            }
            Cmd::Leave => {
                if let Some(session) = self.session.take() {
                    self.learning.met(&session);
                }
                self.page = Page::Title;
                self.menu = false;
                self.notice = None;
                self.unfinished = pages::unfinished();
            }
            Cmd::Projector => {
                self.menu = false;
                let Some(session) = &mut self.session else { return };
                self.page = match self.page {
                    Page::Projector if session.is_over() => Page::Debrief,
                    // Nobody's desk comes up on the wall by itself; the screen goes to whoever is waited for.
                    Page::Projector if session.persons() > 1 => {
                        let next = session.next_person().unwrap_or_else(|| session.shown());
                        Page::Curtain(next)
                    }
                    Page::Projector => Page::Table,
                    _ => Page::Projector,
                };
            }
            Cmd::Finish => {
                if let Some(session) = &mut self.session {
                    session.finish();
                    self.page = Page::Table;
                    self.menu = false;
                    self.notice = Some(self.words.ui("finish-handed").into());
                }
            }
            Cmd::Fork(upto) => {
                if let Some(session) = self.session.as_ref().and_then(|s| s.fork(upto)) {
                    self.enter(session);
                    self.notice = Some(self.words.ui("whatif-kept").into());
                }
            }
            Cmd::SaveReport => {
                if let (Some(session), Some(debrief)) = (&mut self.session, &self.debrief) {
                    let votes = &pages::votes_for(ctx, session);
                    self.notice = Some(papers::report(session, debrief, votes, &self.words, self.prefs.reading));
                }
            }
            Cmd::SaveKit(at) => {
                let shelved = self.shelf.get(at).and_then(|s| Some((s.scenario.as_deref()?, s.source.as_str())));
                self.notice = shelved.map(|(s, source)| papers::kit(s, source, None, &self.words, self.prefs.reading));
            }
            Cmd::SaveKitAsSet => {
                let told = |x: &Setup| papers::kit(&x.scenario, &x.source, x.preset.as_deref(), &self.words, self.prefs.reading);
                self.notice = self.setup.as_ref().map(told);
            }
            Cmd::Skip => {
                if let Some(session) = &mut self.session {
                    session.told_of_skipped();
                    self.page = Page::Table;
                }
            }
            Cmd::Quit => self.closing = true,
            Cmd::Help => self.help = !self.help,
            Cmd::Learn(ask) => {
                let erased = ask == learn::Ask::Erase;
                let (page, said) = self.learning.apply(ask, &self.shelf, self.session.as_mut(), &self.words);
                self.page = page.unwrap_or(self.page);
                self.notice = said.or_else(|| self.learning.trouble(&self.words)).map(Notice::from);
                if erased {
                    self.unfinished = pages::unfinished();
                }
            }
            Cmd::Tutorial => {
                let example = |s: &Shelved| s.scenario.as_ref().is_some_and(|s| !s.worked.is_empty());
                if let Some(at) = self.shelf.iter().position(example) {
                    self.pick(at);
                    self.begin();
                }
            }
            Cmd::Worked => self.worked(),
            Cmd::Glossary => self.glossary = if self.glossary.is_some() { None } else { Some(learn::Lookup::default()) },
            Cmd::Lookup(term) => self.glossary = Some(learn::Lookup::of(term)),
            Cmd::Why(question) => match &mut self.why {
                Some(trail) => trail.to(question),
                None => self.why = Some(Trail::from(question)),
            },
            Cmd::Inspect => {
                if let Some(author) = &mut self.author {
                    author.inspecting = !author.inspecting;
                }
            }
            Cmd::Find => self.find = if self.find.is_some() { None } else { Some(Finder::default()) },
            Cmd::WhyBack => self.why = self.why.take().and_then(Trail::back),
            Cmd::CardDone => self.desk.world.close(),
            Cmd::WhyDone => self.why = None,
            Cmd::Menu => self.menu = !self.menu,
            Cmd::Set(prefs) => {
                let recoloured = prefs.theme != self.prefs.theme;
                self.words = prefs.language.words().clone();
                self.prefs = prefs;
                if recoloured {
                    theme::apply(ctx, prefs.theme);
                }
                theme::calm(ctx, prefs.still);
                ctx.set_zoom_factor(prefs.zoom());
                prefs.keep();
            }
            Cmd::Dismiss => self.notice = None,
            Cmd::OpenFile(path) => {
                if let Err(e) = papers::open(&path) {
                    self.notice = Some(self.words.ui_with("paper-not-opened", &[("reason", e.to_string().into())]).into());
                }
            }
        }
        ctx.request_repaint();
    }

    fn ready(&mut self, seat: SeatIx) {
        let Some(session) = &mut self.session else { return };
        session.show(seat);
        self.desk = Desk::fresh(self.desk.drafts.visit);
        self.page = if std::mem::replace(&mut self.briefed[seat.ix()], true) { Page::Table } else { Page::Brief };
    }

    fn worked(&mut self) {
        let Some(session) = &mut self.session else { return };
        if let Err(refusal) = session.worked() {
            let say = refusal.say(session.scenario());
            self.notice = Some(self.words.say(session.scenario(), self.prefs.reading, &say).into());
        }
    }

    fn act(&mut self, action: &Action) {
        let Some(session) = &mut self.session else { return };
        if session.is_shown() {
            // The keys of the desk go on with the example; nothing else is the learner's yet.
            if *action == Action::Close {
                self.worked();
            }
            return;
        }
        match session.act(action) {
            Ok(()) => {
                if *action == Action::Close {
                    self.desk.closed();
                }
                self.notice = None;
            }
            Err(refusal) => {
                let say = refusal.say(session.scenario());
                self.notice = Some(self.words.say(session.scenario(), self.prefs.reading, &say).into());
            }
        }
    }

    /// What goes on without the player: bots, the passing of the screen, the end.
    fn advance(&mut self, ctx: &egui::Context) {
        if self.page != Page::Table {
            return;
        }
        let Some(session) = &mut self.session else { return };
        let over = session.is_over();
        let wake = ctx.clone();
        if session.step(move || wake.request_repaint()) {
            ctx.request_repaint();
        }
        if session.is_over() {
            // What was said on the way has been overtaken.
            self.notice = None;
            if session.is_finishing() {
                // It was asked for: no desk stands in between.
                self.page = Page::Debrief;
                ctx.request_repaint();
                return;
            }
        }
        let at_a_person = session.is_over() || session.waits_for_person();
        if at_a_person && !session.skipped().is_empty() {
            self.page = Page::Skipped;
            ctx.request_repaint();
        } else if session.is_over() {
            if !over {
                ctx.request_repaint();
            }
        } else if let Some(next) = session.next_person()
            && next != session.shown()
        {
            self.page = Page::Curtain(next);
            ctx.request_repaint();
        }
    }

    fn page(&mut self, ui: &mut Ui, out: &mut Vec<Cmd>) {
        let words = &self.words;
        let level = self.prefs.reading;
        match self.page {
            Page::Title => pages::title(ui, words, self.unfinished.as_ref(), &self.learning, out),
            Page::Teachers => pages::teachers(ui, words, out),
            Page::Scenarios => pages::scenarios(ui, words, level, &self.shelf, out),
            Page::Waiting => match &self.author {
                Some(author) => author::waiting(ui, words, author, out),
                None => out.push(Cmd::Go(Page::Title)),
            },
            Page::Quiz => learn::quiz(ui, words, level, &self.learning, out),
            Page::Learnt => learn::learnt(ui, words, level, &self.shelf, &self.learning, out),
            Page::Seats => {
                if let Some(setup) = &mut self.setup {
                    pages::seats(ui, words, &mut self.prefs, setup, out);
                }
            }
            _ => {
                let Some(session) = &mut self.session else {
                    out.push(Cmd::Leave);
                    return;
                };
                let scenario = Arc::clone(session.scenario());
                let asked = RefCell::default();
                let cx = Cx { words, s: &scenario, level, hints: self.prefs.hints, asked: &asked };
                match self.page {
                    Page::Projector => {
                        let (view, events) = session.public();
                        pages::projector(ui, &cx, &view, &events, out);
                    }
                    Page::Procedure => {
                        if let Some(author) = &mut self.author {
                            author::procedure(ui, &cx, &scenario, author, out);
                        }
                    }
                    Page::Skipped => pages::skipped(ui, &cx, session, &session.skipped(), out),
                    Page::Curtain(seat) => pages::curtain(ui, &cx, seat, out),
                    Page::Brief => pages::brief(ui, &cx, session.view(), out),
                    Page::Debrief => {
                        if let Some(debrief) = &self.debrief {
                            pages::debrief(ui, &cx, session, debrief, &self.learning, out);
                        }
                    }
                    _ => table::show(ui, &cx, session, &mut self.desk, out),
                }
                if let Some(author) = self.author.as_ref().filter(|a| a.inspecting) {
                    author::inspector(ui.ctx(), &cx, session, author, out);
                }
                if let Some(open) = &mut self.find {
                    find::show(ui.ctx(), &cx, session, open, out);
                }
                if let Some(trail) = &self.why {
                    why::panel(ui.ctx(), &cx, session, trail, out);
                }
                out.append(&mut asked.into_inner());
            }
        }
    }
}

impl Screen for Game {
    fn start(&mut self, ctx: &egui::Context) {
        theme::apply(ctx, self.prefs.theme);
        theme::calm(ctx, self.prefs.still);
        tongue::start(ctx);
        ctx.set_zoom_factor(self.prefs.zoom());
        // Zoom is a setting here, with its own keys and steps.
        ctx.options_mut(|o| o.zoom_with_keyboard = false);
        if let Some(author) = &mut self.author {
            let ctx = ctx.clone();
            author.follow(move || ctx.request_repaint());
        }
    }

    fn ui(&mut self, ui: &mut Ui) {
        if !theme::applied(ui.ctx()) {
            ui.ctx().request_repaint();
            return;
        }
        let ctx = ui.ctx().clone();
        let mut out = Vec::new();
        self.follow();
        let filled = self.setup.as_ref().map(|setup| &setup.scenario);
        tongue::speaks(&ctx, self.session.as_ref().map(Session::scenario).or(filled));
        self.keys(ui, &mut out);
        if let Some(author) = self.author.as_ref().filter(|_| self.page != Page::Waiting) {
            author::banner(ui, &self.words, author, self.session.is_some(), &mut out);
        }
        self.page(ui, &mut out);
        let in_match = matches!(self.page, Page::Table | Page::Brief | Page::Curtain(_) | Page::Debrief | Page::Projector);
        if self.help {
            pages::help(&ctx, &self.words, &mut out);
        }
        if self.menu {
            pages::menu(&ctx, &self.words, self.prefs, in_match, &mut out);
        }
        if let Some(open) = &mut self.glossary {
            learn::glossary(&ctx, &self.words, self.prefs.reading, open, &mut out);
        }
        if let Some(notice) = &self.notice {
            pages::notice(&ctx, &self.words, notice, &mut out);
        }
        let before = self.page;
        for cmd in out {
            self.apply(cmd, &ctx);
        }
        self.advance(&ctx);
        if self.page == Page::Debrief
            && let Some(session) = &mut self.session
        {
            let wake = ctx.clone();
            session.turn(move || wake.request_repaint());
        }
        if self.page == Page::Debrief && self.debrief.is_none() {
            self.debrief = self.session.as_mut().map(Session::debrief);
            if let Some(session) = &self.session {
                self.learning.met(session);
            }
        }
        if before != self.page {
            pages::turn(&ctx);
            self.why = None;
            self.find = None;
            // What had the keyboard's focus is gone.
            ctx.memory_mut(egui::Memory::stop_text_input);
            ctx.request_repaint();
        }
    }

    fn closing(&self) -> bool {
        self.closing
    }
}
