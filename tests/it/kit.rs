//! The teacher's kit: private things stay private, every aim is asked about and judged.

use comity::lang::Words;
use comity::model::Reading;
use comity::report::Kit;
use comity::report::doc::{Block, Doc, Item};
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
        Block::Lines(_) | Block::Sheet => String::new(),
    }
}

/// Sheets of paper, each as its words.
fn sheets(doc: &Doc) -> Vec<String> {
    doc.blocks.split(|b| *b == Block::Sheet).map(|s| s.iter().map(said).collect::<Vec<_>>().join("\n")).collect()
}

#[test]
fn every_shipped_scenario_has_a_kit_to_hand_out() {
    let words = Words::english();
    for source in scenario::catalog::scenarios() {
        let s = scenario::open(source).unwrap().scenario;
        for level in [Reading::Plain, Reading::Full] {
            let doc = Kit { scenario: &s, words: &words, level, pupils: 26 }.doc();
            let sheets = sheets(&doc);
            for seat in &s.seats {
                let with: Vec<&String> = sheets.iter().filter(|x| x.contains(seat.brief.at(level))).collect();
                assert_eq!(with.len(), 1, "{source}: {} on one sheet", seat.id);
                let others = s.seats.iter().filter(|o| o.id != seat.id);
                assert!(others.clone().all(|o| !with[0].contains(o.brief.at(level))), "{source}: {} alone on it", seat.id);
            }
            for o in &s.objectives {
                let item = o.items.first().expect("an exit question");
                assert_eq!(sheets.iter().filter(|x| x.contains(item.question.at(level))).count(), 2, "asked once, answered once");
                let because = sheets.iter().filter(|x| x.contains(item.because.at(level))).count();
                assert_eq!(because, 1, "{source}: the answer to {} is for the teacher", o.id);
            }
            let tables = doc.blocks.iter().filter_map(|b| if let Block::Table(t) = b { Some(t) } else { None });
            for t in tables.clone() {
                assert!(t.rows.iter().all(|r| r.len() == t.head.len()) && !t.caption.is_empty(), "{source}: {}", t.caption);
            }
            // Each team has a task for each of its four in every round; nobody is left without a place.
            let teams = tables.clone().filter(|t| t.rows.len() == s.rounds.len() && t.head.len() == 5);
            assert!(teams.clone().count() >= s.seats.len());
            assert!(teams.flat_map(|t| &t.rows).flatten().all(|cell| !cell.is_empty()));
            let seated = tables.filter(|t| t.head.len() == 5 && t.rows.len() == s.seats.len()).flat_map(|t| &t.rows);
            let seated: usize = seated.flat_map(|r| &r[1..]).filter_map(|c| c.parse::<usize>().ok()).sum();
            assert_eq!(seated, 26, "{source}");
        }
    }
}
