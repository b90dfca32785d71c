//! Why? Everything that may be asked about has an answer, which leads on to answers and ends at a citation.

use super::table::{flagship, played, shipped};
use comity::bots;
use comity::lang::Words;
use comity::model::{Action, Cause, DecisionIx, Happened, LogEntry, MoveIx, Reading, SeatIx, VarIx, VarKind};
use comity::play::Match;
use comity::seat::{Question, SeatView, dockets, duties, legal_actions, why};
use std::sync::Arc;

/// Everything that may be asked at a position.
fn questions(view: &SeatView, heard: usize) -> Vec<Question> {
    let s = &view.scenario;
    let numbers = (0..s.vars.len()).map(VarIx::new).filter(|v| view.sees(*v) && s.var(*v).kind != VarKind::Flag);
    let duties = duties(view).disclose.cells.into_iter().map(|c| Question::Duty(c.item, c.order));
    let options = s
        .decisions
        .iter()
        .enumerate()
        .flat_map(|(d, x)| (0..x.options.len()).map(move |o| Action::Choose(DecisionIx::new(d), u16::try_from(o).unwrap())));
    let moves = (0..s.moves.len()).map(|m| Action::Move(MoveIx::new(m)));
    let acts = legal_actions(view).into_iter().chain(options).chain(moves).map(Question::Act);
    let courts = dockets(s).into_iter().map(|(case, court)| Question::Court(case, court));
    let entries = (0..heard).map(Question::Entry);
    numbers.map(Question::Number).chain(duties).chain(acts).chain(courts).chain(entries).collect()
}

#[test]
fn everything_can_be_asked_about_and_every_lead_has_an_answer() {
    let words = Words::english();
    let (mut asked, mut cited) = (0, 0);
    for slug in comity::scenario::catalog::scenarios() {
        let s = shipped(slug);
        let mut m = Match::new(Arc::clone(&s), 5, false);
        let mut bot = bots::named("cautious", 5).unwrap();
        let mut steps = 0;
        while m.over().is_none() {
            let seat = m.awaited()[0];
            let view = m.view(seat);
            let play = bot.play(&view);
            m.submit(seat, &play.action).unwrap();
            steps += 1;
            if steps % 9 != 0 {
                continue;
            }
            let view = m.view(seat);
            let events = m.events(seat, 0);
            let heard: Vec<&LogEntry> = events.iter().map(|(_, e)| *e).collect();
            for question in questions(&view, heard.len()) {
                let answer = why(&view, &heard, &question).unwrap_or_else(|| panic!("{slug}: no answer to {question:?}"));
                for say in answer.lines.iter().map(|l| &l.say).chain([&answer.title]) {
                    let line = words.say(&s, Reading::Plain, say);
                    assert!(!line.starts_with('<') && !line.contains("{$"), "{slug}: {question:?}: {line}");
                    cited += usize::from(line.starts_with("Source: "));
                }
                for lead in answer.lines.iter().filter_map(|l| l.leads.as_ref()) {
                    assert!(why(&view, &heard, lead).is_some(), "{slug}: {question:?} leads to nothing: {lead:?}");
                }
                asked += 1;
            }
        }
    }
    assert!(asked > 500 && cited > 300, "{asked} questions, {cited} citations");
}

#[test]
fn a_change_leads_to_the_deed_behind_it_and_its_citation() {
    let s = flagship();
    let mut m = played(&s, "history", 1);
    let seat = SeatIx(0);
    let view = m.view(seat);
    let events = m.events(seat, 0);
    let heard: Vec<&LogEntry> = events.iter().map(|(_, e)| *e).collect();
    let by_choice = |e: &&LogEntry| matches!(e.what, Happened::Changed(.., Cause::Choice(..)));
    let at = heard.iter().position(by_choice).expect("a choice moved a number");
    let answer = why(&view, &heard, &Question::Entry(at)).unwrap();
    let deed = answer.lines.iter().find_map(|l| l.leads.clone()).expect("leads to the deed");
    let Question::Entry(before) = deed else { panic!("{deed:?}") };
    assert!(before < at && matches!(heard[before].what, Happened::Chose(..)));
    let back = why(&view, &heard, &Question::Entry(before)).unwrap();
    assert!(back.lines.iter().any(|l| l.leads == Some(Question::Entry(at))), "the deed tells what came of it");
    assert!(back.lines.iter().any(|l| l.say.key == "duties-source"));
}

#[test]
fn what_a_seat_may_not_see_is_not_explained() {
    let s = flagship();
    let mut m = Match::new(Arc::clone(&s), 1, false);
    let mut hidden = 0;
    for seat in (0..s.seats.len()).map(SeatIx::new) {
        let view = m.view(seat);
        for var in (0..s.vars.len()).map(VarIx::new).filter(|v| !view.sees(*v)) {
            assert_eq!(why(&view, &[], &Question::Number(var)), None);
            hidden += 1;
        }
    }
    assert!(hidden > 0);
    let view = m.view(SeatIx(0));
    assert_eq!(why(&view, &[], &Question::Number(VarIx::new(usize::from(u16::MAX)))), None);
    assert_eq!(why(&view, &[], &Question::Entry(7)), None);
}
