//! Lengths of play: who acts in which round, what a file keeps of it, the way to the debrief and back.

use comity::model::Action;
use comity::play::{self, Match};
use comity::scenario;
use comity::text::{Sitter, Table};
use std::sync::Arc;

fn table(source: &str, preset: &str) -> Table<'static> {
    let s = scenario::open(source).unwrap().scenario;
    let mut game = Match::new(Arc::clone(&s), 11, false);
    assert!(game.choose_preset(preset), "{source} has {preset}");
    let sitters = s.seats.iter().map(|_| Sitter::Human).collect();
    Table::new(game, sitters, Box::new(|_| Ok(())))
}

#[test]
fn people_are_waited_for_in_live_rounds_only() {
    for source in scenario::catalog::scenarios() {
        let s = scenario::open(source).unwrap().scenario;
        assert!(!s.presets.is_empty(), "{source}");
        for preset in &s.presets {
            let mut table = table(source, &preset.id);
            let mut asked = 0;
            while table.bots() && table.game.over().is_none() {
                assert!(preset.is_live(table.game.clock().round), "{source} {}", preset.id);
                let seat = table.game.awaited()[0];
                // What a person does is a bot's proposal here: the question is who is asked.
                let deed = comity::bots::stand_in(None, s.seats[seat.ix()].role).play(&table.game.view(seat)).action;
                table.submit(seat, &deed).unwrap();
                asked += 1;
            }
            assert!(table.game.over().is_some() && asked > 0, "{source} {}", preset.id);
        }
    }
}

#[test]
fn a_file_keeps_its_preset() {
    let mut short = table("microsoft-ireland", "20");
    short.finish();
    assert!(short.bots());
    let s = Arc::clone(short.game.scenario());
    let text = play::write(&mut short.game, "microsoft-ireland", &[]);
    let (record, cut) = play::parse(&text).unwrap();
    assert_eq!((record.preset.as_deref(), cut), (Some("20"), None));
    let mut again = play::load(&record, Arc::clone(&s), None).unwrap();
    assert_eq!(again.preset(), short.game.preset());
    assert_eq!(again.digest(), short.game.digest());
    let other = play::Record { preset: Some("7".into()), ..record };
    assert!(play::load(&other, s, None).is_err());
}

#[test]
fn to_the_debrief_and_back_to_any_round() {
    let mut table = table("microsoft-ireland", "90");
    assert!(table.bots() && table.game.over().is_none(), "a person is waited for");
    table.finish();
    assert!(table.bots() && table.game.over().is_some());
    let openings = table.game.openings();
    assert_eq!(openings[0], (1, 0));
    assert!(openings.len() > 2);
    for (round, upto) in openings {
        let mut fork = table.game.fork(upto).unwrap();
        assert_eq!((fork.clock().round, fork.over()), (round, None));
        assert_eq!(fork.actions(), &table.game.actions()[..upto]);
        assert_eq!(fork.preset(), table.game.preset());
        let seat = fork.awaited()[0];
        assert!(comity::seat::legal_actions(&fork.view(seat)).iter().any(|a| *a != Action::Undo));
    }
}

/// Plays a seat of the flagship guided, with the bots its preset names; returns how many things the person did.
fn guided(seat: &str, preset: &str) -> (usize, usize) {
    let s = scenario::open("microsoft-ireland").unwrap().scenario;
    let mut game = Match::new(Arc::clone(&s), 11, false);
    assert!(game.choose_preset(preset));
    let me = s.seat(seat).unwrap();
    let sit = |who: &str| Sitter::named(who, 11, me).unwrap();
    let length = game.preset().unwrap().clone();
    let who =
        |x: &comity::model::Seat| if x.id == seat { "human:guided".to_owned() } else { format!("bot:{}", length.bot(x.role)) };
    let sitters = s.seats.iter().map(|x| sit(&who(x))).collect();
    let mut table = Table::new(game, sitters, Box::new(|_| Ok(())));
    table.guided(true);
    let (mut decisions, mut checks) = (0, 0);
    while table.bots() && table.game.over().is_none() {
        assert_eq!(table.game.awaited()[0], me);
        let view = table.game.view(me);
        let left: Vec<Action> = comity::seat::legal_actions(&view);
        let left: Vec<Action> = left.into_iter().filter(|a| comity::learn::is_left(&view, a)).collect();
        // A person who knows what was really done, does it, and uses whatever else is theirs once.
        let real = comity::bots::named("history", 0).unwrap().play(&view).action;
        let free = |a: &&Action| !matches!(a, Action::Choose(..) | Action::Rule(..));
        let must = comity::seat::check(&view, &Action::Close).is_err();
        let deed = if left.contains(&real)
            || matches!(real, Action::Argue(_) | Action::Rule(..)) && comity::learn::is_left(&view, &real)
        {
            real
        } else {
            left.iter().find(|a| must || free(a)).cloned().unwrap_or(Action::Close)
        };
        match deed {
            Action::Check(_) => checks += 1,
            Action::Close => {}
            _ => decisions += 1,
        }
        table.submit(me, &deed).unwrap();
    }
    assert!(table.game.over().is_some());
    (decisions, checks)
}

#[test]
fn a_guided_lesson_is_short_and_the_bot_says_what_it_did() {
    for seat in ["doj", "microsoft", "ireland", "bench"] {
        let (decisions, checks) = guided(seat, "45");
        println!("{seat}: {decisions} decisions, {checks} checks");
        assert!((3..=16).contains(&decisions) && checks <= 6, "{seat}: {decisions} decisions, {checks} checks");
    }
}

#[test]
fn rounds_that_are_left_out_go_as_they_really_went() {
    let s = scenario::open("microsoft-ireland").unwrap().scenario;
    let fresh = |seed| {
        let mut game = Match::new(Arc::clone(&s), seed, false);
        assert!(game.choose_preset("45"));
        game
    };
    let mut left_out = 0;
    for seed in 1..=10 {
        // Bots that play otherwise when it is theirs to play.
        let sitters = s.seats.iter().map(|x| Sitter::named("bot:bold", seed, s.seat(&x.id).unwrap()).unwrap()).collect();
        let mut table = Table::new(fresh(seed), sitters, Box::new(|_| Ok(())));
        assert!(table.bots() && table.game.over().is_some());
        let mut again = fresh(seed);
        for (seat, action) in table.game.actions() {
            let view = again.view(*seat);
            if !again.preset().unwrap().is_live(view.clock.round) {
                assert_eq!(*action, comity::bots::named("history", 0).unwrap().play(&view).action, "seed {seed}");
                left_out += 1;
            }
            again.submit(*seat, action).unwrap();
        }
    }
    assert!(left_out > 0);
}
