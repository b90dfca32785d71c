//! The teacher's kit: private things stay private, every aim is asked about and judged.

use comity::lang::Words;
use comity::model::Reading;
use comity::report::Kit;
use comity::report::doc::{Block, Doc, Grid, Item};
use comity::scenario;

/// The words of a part.
fn said(block: &Block) -> String {
    fn items(all: &[Item]) -> String {
        all.iter().fold(String::new(), |out, i| format!("{out}{} {} {}\n", i.mark, i.text, items(&i.more)))
    }
    match block {
        Block::Heading(_, text) | Block::Paragraph(text) => text.clone(),
        Block::List(all) => items(all),
        Block::Table(grid) => {
            let rows = grid.rows.iter().map(|r| r.join("\n"));
            [grid.caption.clone(), grid.head.join("\n")].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
        }
        Block::Picture(_, shows) => shows.clone(),
        Block::Lines(_) | Block::Sheet => String::new(),
    }
}

/// Sheets of paper, each as its words.
fn sheets(doc: &Doc) -> Vec<String> {
    doc.blocks.split(|b| *b == Block::Sheet).map(|s| s.iter().map(said).collect::<Vec<_>>().join("\n")).collect()
}

/// Every kit of every shipped scenario: all lengths together and each alone, at both reading levels.
fn each(see: impl Fn(&Kit<'_>, &Doc, &str)) {
    let words = Words::english();
    for source in scenario::catalog::scenarios() {
        let s = scenario::open(source).unwrap().scenario;
        for preset in std::iter::once(None).chain(s.presets.iter().map(Some)) {
            for level in [Reading::Plain, Reading::Full] {
                let kit = Kit { scenario: &s, source: &s.id, words: &words, level, pupils: 26, preset };
                see(&kit, &kit.doc(), &format!("{source} {} {level:?}", preset.map_or("", |p| p.id.as_str())));
            }
        }
    }
}

fn tables(doc: &Doc) -> impl Iterator<Item = &Grid> {
    doc.blocks.iter().filter_map(|b| if let Block::Table(t) = b { Some(t) } else { None })
}

fn table<'d>(doc: &'d Doc, caption: &str) -> &'d Grid {
    let mut found = tables(doc).filter(|t| t.caption == caption);
    let one = found.next().unwrap_or_else(|| panic!("a table {caption}"));
    assert!(found.next().is_none(), "one table {caption}");
    one
}

#[test]
fn what_a_seat_alone_knows_stands_on_its_own_sheet() {
    each(|kit, doc, name| {
        let (s, at) = (kit.scenario, kit.level);
        let sheets = sheets(doc);
        let on = |words: &str| sheets.iter().filter(|x| x.contains(words)).count();
        for seat in &s.seats {
            let own: Vec<&String> = sheets.iter().filter(|x| x.contains(seat.brief.at(at))).collect();
            assert_eq!(own.len(), 1, "{name}: {} on one sheet", seat.id);
            let cards = seat.cards.iter().flat_map(|c| [&c.title, &c.text]);
            let private = cards.chain(seat.aims.iter().map(|a| &a.text)).chain([&seat.fear]).filter(|t| !t.is_empty());
            for text in private.map(|t| t.at(at)) {
                assert!(own[0].contains(text), "{name}: {} reads {text:?}", seat.id);
                let shared =
                    s.seats.iter().filter(|o| o.id != seat.id).flat_map(|o| &o.aims).any(|a| a.text.at(at).contains(text));
                assert!(shared || on(text) == 1, "{name}: {text:?} is for {} alone", seat.id);
            }
            assert!(s.seats.iter().all(|o| o.id == seat.id || !own[0].contains(o.brief.at(at))), "{name}");
        }
        for o in &s.objectives {
            let item = o.items.first().expect("an exit question");
            assert_eq!(on(item.question.at(at)), 2, "{name}: asked once, answered once");
            assert_eq!(on(item.because.at(at)), 1, "{name}: the answer to {} is for the teacher", o.id);
        }
        for c in &s.claims {
            assert_eq!((on(c.text.at(at)), on(c.record.at(at))), (2, 1), "{name}: {} is handed out without its record", c.id);
        }
        assert_eq!(on(s.brief.at(at)), 1, "{name}: the public brief is a sheet of its own");
        assert!(sheets.iter().all(|x| x.lines().count() > 2), "{name}: no sheet is blank");
    });
}

#[test]
fn every_decision_is_in_the_table_of_its_team() {
    each(|kit, doc, name| {
        let (s, at) = (kit.scenario, kit.level);
        for seat in &s.seats {
            let caption = kit.words.ui_with("kit-team-about", &[("seat", seat.name.at(at).into())]);
            let team = table(doc, &caption);
            assert!(team.rows.len() == s.rounds.len() || team.rows.len() == s.rounds.len() + 1, "{name}: {caption}");
            let lead = |words: &str| team.rows.iter().any(|r| r[1].contains(words));
            let mine = |seat_of: comity::model::SeatIx| s.seats[seat_of.ix()].id == seat.id;
            for d in s.decisions.iter().filter(|d| mine(d.seat)) {
                assert!(lead(d.title.at(at)), "{name}: {} decides {}", seat.id, d.id);
            }
            for o in s.offers.iter().filter(|o| mine(o.from)) {
                assert!(lead(o.act.title.at(at)), "{name}: {} may offer {}", seat.id, o.id);
            }
            for story in &s.stories {
                // What comes out while bots play is checked in the next round of the class.
                let rounds = (1_u8..).zip(&s.rounds).map(|(n, _)| n).filter(|n| *n >= story.round);
                let Some(round) = rounds.into_iter().find(|n| kit.preset.is_none_or(|p| p.is_live(*n))) else { continue };
                let press = &team.rows[usize::from(round) - 1][3];
                assert!(press.contains(story.title.at(at)), "{name}: {} checks {}", seat.id, story.id);
            }
        }
    });
}

/// Where the file says in which round something comes up, the kit says so too.
#[test]
fn decisions_stand_in_their_rounds() {
    let words = Words::english();
    for (source, seat, decision, rounds) in [
        ("two-harbours", "orlen", "demand", &[1][..]),
        ("two-harbours", "ferry", "loser", &[2]),
        ("two-harbours", "ferry", "reply", &[]),
        ("first-warrant", "ferry", "first", &[1]),
        ("first-warrant", "orlen", "ask", &[1]),
        ("first-warrant", "ferry", "reply", &[1]),
        ("three-shores", "aldia", "demand", &[1]),
        ("three-shores", "app", "reply", &[1]),
        ("three-shores", "judge", "ask", &[2]),
        ("microsoft-ireland", "microsoft", "on-service", &[1]),
        ("microsoft-ireland", "bench", "door-fine", &[4]),
        ("microsoft-ireland", "microsoft", "fine-pressure", &[]),
        ("microsoft-ireland", "doj", "new-warrant", &[8]),
    ] {
        let s = scenario::open(source).unwrap().scenario;
        let kit = Kit { scenario: &s, source: &s.id, words: &words, level: Reading::Plain, pupils: 24, preset: None };
        let seat = &s.seats[s.seat(seat).unwrap().ix()];
        let title = s.decisions.iter().find(|d| d.id == decision).unwrap().title.at(Reading::Plain);
        let doc = kit.doc();
        let team = table(&doc, &words.ui_with("kit-team-about", &[("seat", seat.name.at(Reading::Plain).into())]));
        let found: Vec<usize> = (1..).zip(&team.rows).filter(|(_, r)| r[1].contains(title)).map(|(n, _)| n).collect();
        // The row after the last round is for what may come up in any.
        let wanted = if rounds.is_empty() { vec![s.rounds.len() + 1] } else { rounds.to_vec() };
        assert_eq!(found, wanted, "{source}: {decision}");
    }
}

#[test]
fn tables_are_whole() {
    each(|kit, doc, name| {
        let s = kit.scenario;
        for t in tables(doc) {
            assert!(!t.caption.is_empty() && t.head.iter().all(|h| !h.trim().is_empty()), "{name}: {}", t.caption);
            assert!(t.rows.iter().all(|r| r.len() == t.head.len()), "{name}: {}", t.caption);
            assert!(t.rows.iter().flatten().all(|cell| !cell.trim().is_empty()), "{name}: {}", t.caption);
        }
        // A row of the rubric for every aim, and nothing else in it.
        let rubric = table(doc, &kit.words.ui("kit-rubric-about"));
        let aims: Vec<&str> = s.objectives.iter().map(|o| o.text.at(kit.level)).collect();
        assert_eq!(rubric.rows.iter().map(|r| r[0].as_str()).collect::<Vec<_>>(), aims, "{name}");
        // A rule of play is not a source to look up.
        assert!(sheets(doc).iter().all(|x| !x.to_lowercase().contains("rule of play")), "{name}");
    });
}

/// The minutes of a lesson follow one another to its end, and rounds that bots play are named.
#[test]
fn a_lesson_fills_its_minutes() {
    each(|kit, doc, name| {
        let all = &kit.scenario.presets;
        for preset in all.iter().filter(|p| kit.preset.is_none_or(|one| one.id == p.id)) {
            let plan = table(doc, &kit.words.ui_with("kit-minutes-about", &[("minutes", preset.minutes.into())]));
            let spans: Vec<(u16, u16)> = plan
                .rows
                .iter()
                .filter_map(|r| r[0].split_once('–'))
                .filter_map(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?)))
                .collect();
            assert_eq!(spans.len(), preset.rounds.len() + 3, "{name}: {}", preset.id);
            assert_eq!((spans[0].0, spans[spans.len() - 1].1), (0, preset.minutes), "{name}: {}", preset.id);
            assert!(spans.iter().all(|(a, b)| a < b) && spans.windows(2).all(|w| w[0].1 == w[1].0), "{name}: {spans:?}");
            assert_eq!(plan.rows.len() - spans.len(), kit.scenario.rounds.len() - preset.rounds.len(), "{name}: skipped rounds");
        }
    });
}

/// Whoever is there has a place and a task, and no team is more than one larger than another.
#[test]
fn a_class_of_any_size_is_seated() {
    let (words, s) = (Words::english(), scenario::open("microsoft-ireland").unwrap().scenario);
    for pupils in 12..=32 {
        let doc = Kit { scenario: &s, source: &s.id, words: &words, level: Reading::Plain, pupils, preset: None }.doc();
        let people = table(&doc, &words.ui("kit-people-table"));
        let team = |row: &Vec<String>| row[1..].iter().filter_map(|c| c.parse::<u16>().ok()).sum::<u16>();
        let teams: Vec<u16> = people.rows.iter().map(team).collect();
        assert_eq!(teams.iter().sum::<u16>(), pupils);
        assert!(teams.iter().max().unwrap() - teams.iter().min().unwrap() <= 1, "{teams:?}");
        // A task that nobody has alone names the task whose holder takes it as well.
        let shared = people.rows.iter().flat_map(|r| &r[1..]).filter(|c| c.parse::<u16>().is_err());
        assert!(shared.clone().all(|c| people.head[1..].iter().any(|task| c.contains(task.as_str()))), "{pupils}");
        assert_eq!(shared.count() > 0, pupils < 16, "{pupils}");
    }
}

#[test]
fn headings_go_down_one_step_at_a_time() {
    each(|_, doc, name| {
        let mut last = 0;
        for block in &doc.blocks {
            if let Block::Heading(level, text) = block {
                assert!(*level <= last + 1 && !text.is_empty() && (*level > 1 || last == 0), "{name}: {text}");
                last = *level;
            }
        }
    });
}
