//! Objectives and their questions resolved, and the misconceptions that ship.

use super::catalog;
use super::file;
use super::names::{Kind, Names};
use super::rules::{condition, option};
use crate::model::{
    Action, CardIx, DecisionIx, FactorSet, Misconception, MoveIx, Objective, Pleading, Preset, QuizItem, QuizOption, SeatIx,
    Transcript, Worked,
};
use crate::syntax::decode::decode;
use std::sync::OnceLock;

/// Answers a question may have: more than a reader can weigh is no question.
const MOST_OPTIONS: usize = 6;

/// What people often get wrong: the list that ships. Scenarios refer to it by id.
///
/// # Panics
/// Never: a test reads the file that is built in.
#[must_use]
pub fn misconceptions() -> &'static [Misconception] {
    static SHIPPED: OnceLock<Vec<Misconception>> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let (file, found) = decode::<file::Misconceptions>(&catalog::misconceptions());
        let file = file.unwrap_or_else(|| panic!("assets/learn is checked by a test: {found:?}"));
        file.list.into_iter().map(misconception).collect()
    })
}

fn misconception(m: file::Misconception) -> Misconception {
    // What is wrong with the mistake is why the best answer is the best, unless a question says it in words of its own.
    let items = m.items.iter().map(plain_item).map(|mut item| {
        if item.because.is_empty() {
            item.because = m.because.clone();
        }
        if item.source.is_empty() {
            item.source.clone_from(&m.source);
        }
        item
    });
    let items = items.collect();
    Misconception { id: m.id, mistake: m.mistake, because: m.because, source: m.source, items }
}

/// Makes the misconceptions known by name.
pub(super) fn define(n: &mut Names) {
    for (i, m) in misconceptions().iter().enumerate() {
        n.keep(Kind::Misconception, &m.id, i);
    }
}

pub(super) fn objective(n: &mut Names, o: &file::Objective) -> Objective {
    let known = |n: &mut Names, id: &String| {
        n.find(Kind::Misconception, id);
        id.clone()
    };
    let ids: Vec<&String> = o.items.iter().map(|x| &x.id).collect();
    Objective {
        id: o.id.clone(),
        text: o.text.clone(),
        decisions: o.decisions.iter().map(|d| n.decision(d)).collect(),
        items: n.each("items", &o.items, |n, i, x| {
            if ids[..i].contains(&&x.id) {
                n.fault("S031", &x.id, format!("`{}` is a question twice", x.id), "give one of the two another id");
            }
            item(n, x)
        }),
        misconceptions: n.each("misconceptions", &o.misconceptions, |n, _, id| known(n, id)),
        standard: o.standard.clone(),
    }
}

fn item(n: &mut Names, item: &file::QuizItem) -> QuizItem {
    if !(2..=MOST_OPTIONS).contains(&item.options.len()) {
        let message = format!("question `{}` has {} answers", item.id, item.options.len());
        n.fault("S045", &item.id, message, &format!("give two to {MOST_OPTIONS} answers to choose from"));
    }
    let best = item.options.iter().filter(|o| o.best).count();
    if best != 1 {
        let message = format!("question `{}` has {best} best answers", item.id);
        n.fault("S046", &item.id, message, "mark exactly one answer `best: true`");
    }
    n.each("options", &item.options, |n, _, o| {
        let Some(id) = &o.mistake else { return };
        n.find(Kind::Misconception, id);
        if o.best {
            n.fault("S047", id, "the best answer shows a misconception".into(), "take `mistake` or `best` out of this answer");
        }
    });
    if item.because.is_empty() {
        let message = format!("question `{}` does not say why its best answer is the best", item.id);
        n.fault("S048", &item.id, message, "write `because: \"…\"`: what teaches is the reason, not the mark");
    }
    plain_item(item)
}

fn plain_item(item: &file::QuizItem) -> QuizItem {
    let option = |o: &file::QuizOption| QuizOption {
        text: o.text.clone(),
        best: o.best,
        mistake: o.mistake.clone(),
        because: o.because.clone(),
    };
    QuizItem {
        id: item.id.clone(),
        question: item.question.clone(),
        options: item.options.iter().map(option).collect(),
        because: item.because.clone(),
        source: item.source.clone(),
    }
}

/// Lengths of play: the rounds exist, the parts make up the whole, and the debrief is not squeezed out.
pub(super) fn presets(n: &mut Names, f: &file::Scenario) -> Vec<Preset> {
    let count = u8::try_from(f.rounds.len()).unwrap_or(u8::MAX);
    n.each("presets", &f.presets, |n, i, p| {
        if f.presets[..i].iter().any(|q| q.id == p.id) {
            n.fault("S031", &p.id, format!("`{}` is a preset twice", p.id), "give one of the two another id");
        }
        for round in p.rounds.iter().filter(|r| !(1..=count).contains(r)) {
            let message = format!("preset `{}` plays round {round}; there are {count}", p.id);
            n.fault("S050", &round.to_string(), message, &format!("name rounds from 1 to {count}"));
        }
        let parts = [p.brief, p.decisions, p.debrief, p.exit].iter().map(|m| u32::from(*m)).sum::<u32>();
        if parts != u32::from(p.minutes) {
            let message = format!("the parts of preset `{}` take {parts} minutes, not {}", p.id, p.minutes);
            n.fault("S051", "", message, "let `brief`, `decisions`, `debrief` and `exit` add up to `minutes`");
        }
        if u32::from(p.debrief) * 4 < u32::from(p.minutes) {
            let message = format!("the debrief of preset `{}` has {} of {} minutes", p.id, p.debrief, p.minutes);
            n.fault("S052", "", message, "give the debrief a quarter of the time at least: it teaches most");
        }
        let mut cards: Vec<(SeatIx, CardIx)> = Vec::new();
        for (seat, card) in &p.cards {
            let of = f.seats.iter().find(|s| s.id == *seat);
            let at = of.and_then(|s| s.cards.iter().position(|c| c.id == *card));
            match (of, at) {
                (Some(_), Some(at)) => cards.push((n.seat(seat), CardIx::new(at))),
                (Some(of), None) => {
                    let ids: Vec<&str> = of.cards.iter().map(|c| c.id.as_str()).collect();
                    let message = format!("`{seat}` has no card `{card}`");
                    n.fault("S050", card, message, &format!("name one of: {}", ids.join(", ")));
                }
                (None, _) => {
                    n.seat(seat);
                }
            }
        }
        let mut rounds = if p.rounds.is_empty() { (1..=count).collect() } else { p.rounds.clone() };
        rounds.sort_unstable();
        rounds.dedup();
        Preset {
            id: p.id.clone(),
            title: p.title.clone(),
            minutes: p.minutes,
            rounds,
            guided: p.guided,
            history: p.history,
            cards,
            brief: p.brief,
            decisions: p.decisions,
            debrief: p.debrief,
            exit: p.exit,
        }
    })
}

/// The steps of a worked example. Only the last may ask, and only for an option of a decision.
pub(super) fn worked(n: &mut Names, f: &file::Scenario) -> Vec<Worked> {
    let last = f.worked.len().saturating_sub(1);
    n.each("worked", &f.worked, |n, i, w| {
        if w.ask && (i != last || !matches!(w.deed, file::WorkedDeed::Choose(..))) {
            let message = "a step that asks is not the last, or is no option of a decision".into();
            n.fault("S049", "", message, "let only the last step ask, with `deed: Choose(\"decision\", \"option\")`");
        }
        if w.why.is_empty() && (i == 0 || w.ask) {
            let message = "a step without a reason has none before it that it could be played with, or asks".into();
            n.fault("S049", "", message, "say `why` it is done");
        }
        let factors = |n: &mut Names, ids: &[String]| ids.iter().map(|x| n.factor(x).0).collect::<FactorSet>();
        let action = match &w.deed {
            file::WorkedDeed::Choose(d, o) => {
                let (decision, option) = taken(n, d, o);
                Action::Choose(decision, option)
            }
            file::WorkedDeed::Move(m) => Action::Move(MoveIx::new(n.find(Kind::Move, m))),
            file::WorkedDeed::Argue(issue, ids, authority) => Action::Argue(Pleading {
                issue: n.issue(issue),
                factors: factors(n, ids),
                authority: authority.as_ref().map(|a| n.precedent(a)),
                faced: false,
                quote: None,
            }),
            file::WorkedDeed::Rule(side, ids) => Action::Rule(*side, factors(n, ids)),
            file::WorkedDeed::Close => Action::Close,
        };
        Worked { seat: n.seat(&w.seat), action, ask: w.ask, why: w.why.clone() }
    })
}

/// An option of a decision, by name.
fn taken(n: &mut Names, d: &str, o: &str) -> (DecisionIx, u16) {
    let decision = n.decision(d);
    // Of a decision that does not exist no option is missing.
    let number = if n.knows(Kind::Decision, d).is_some() { option(n, d, o) } else { 1 };
    (decision, u16::try_from(number - 1).unwrap_or(0))
}

/// The tests of a scenario: every name in them is looked up as everywhere.
pub(super) fn transcripts(n: &mut Names, f: &file::Scenario) -> Vec<Transcript> {
    n.each("tests", &f.tests, |n, _, t| {
        if t.expect.is_empty() {
            n.fault(
                "S053",
                &t.name,
                "this test expects nothing".into(),
                "list what must hold, such as `expect: [Ended([\"…\"])]`",
            );
        }
        let from = t.from.as_ref().map(|x| n.stage(x));
        let until = t.until.as_ref().map(|x| n.stage(x));
        let choose = n.each("choose", &t.choose, |n, _, (d, o)| taken(n, d, o));
        let expect = n.each("expect", &t.expect, |n, _, when| condition(n, when));
        Transcript { name: t.name.clone(), seed: t.seed, bots: t.bots.clone(), from, until, choose, expect }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_shipped_misconceptions_are_sound() {
        let all = misconceptions();
        assert_eq!(all.len(), 15);
        let mut n = Names::default();
        define(&mut n);
        let (file, _) = decode::<file::Misconceptions>(&catalog::misconceptions());
        for (m, written) in all.iter().zip(file.unwrap().list) {
            assert!(!m.mistake.is_empty() && !m.because.is_empty() && !m.source.is_empty() && !m.items.is_empty(), "{}", m.id);
            for (x, mut written) in m.items.iter().zip(written.items) {
                written.because = m.because.clone();
                item(&mut n, &written);
                assert!(x.options.iter().any(|o| o.mistake.as_ref() == Some(&m.id)), "{} is not brought to light", m.id);
                assert!(!x.because.is_empty() && !x.source.is_empty());
            }
        }
        assert!(n.faults.is_empty(), "{:?}", n.faults);
        let ids: BTreeSet<&String> = all.iter().map(|m| &m.id).collect();
        assert_eq!(ids.len(), all.len());
    }
}
