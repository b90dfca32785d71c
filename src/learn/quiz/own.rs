//! Questions about one's own match: templates filled from the log, the law in play and the duties. Nothing here knows a
//! dispute; what a match did not bring is not asked.

use super::{Origin, Question};
use crate::lang::{self, Words, law as said};
use crate::logic::condition;
use crate::logic::precedent::CaseIx;
use crate::model::{
    Arg, Authority, Date, Duty, FactorIx, FactorSet, Happened, LogEntry, QuizItem, QuizOption, Reading, Requirement, Result, Say,
    Scenario, Side, Standing, Text, Treatment,
};
use crate::rules::{Dice, Purpose};
use crate::seat::duties::duty_key;
use crate::seat::{LawInPlay, SeatView, duties};

/// Wrong answers beside the best one.
const WRONG: usize = 3;

/// Facts that an answer may list; longer lists are compared, not understood.
const LONGEST: usize = 4;

/// Questions about a match as a seat has seen it, one of a kind at most; the same match gives the same questions.
#[must_use]
pub fn of_match(view: &SeatView, log: &[&LogEntry], seed: u64, words: &Words) -> Vec<Question> {
    let mut dice = Dice::new(seed, Purpose::Quiz, 2);
    let law = LawInPlay::seen(view);
    let asker = Asker { s: &view.scenario, law: &law, log, words };
    let kinds: [Vec<Asked>; 7] =
        [asker.bound(), asker.required(), asker.duty(view), asker.tie(), asker.reason(), asker.standing(), asker.treated()];
    let mut out = Vec::new();
    for mut kind in kinds {
        if kind.is_empty() {
            continue;
        }
        let asked = kind.swap_remove(dice.index(kind.len()));
        out.extend(asker.question(asked, &mut dice));
    }
    let order = dice.shuffled(out.len());
    order.into_iter().map(|i| out[i].clone()).collect()
}

/// A question not yet in words.
struct Asked {
    question: Say,
    best: Say,
    /// Candidates for wrong answers; more than are needed.
    wrong: Vec<Say>,
    because: Say,
    source: String,
}

struct Asker<'a> {
    s: &'a Scenario,
    law: &'a LawInPlay,
    log: &'a [&'a LogEntry],
    words: &'a Words,
}

fn inside(say: Say) -> Arg {
    Arg::Say(Box::new(say))
}

fn factors(set: &FactorSet) -> Say {
    Say::new("quiz-facts").with("facts", Arg::Factors(set.iter().collect()))
}

impl Asker<'_> {
    /// In words, with as many wrong answers as are wanted; none if there is no wrong one that reads otherwise.
    fn question(&self, asked: Asked, dice: &mut Dice) -> Option<Question> {
        let text = |say: &Say| Text {
            plain: self.words.say(self.s, Reading::Plain, say),
            full: self.words.say(self.s, Reading::Full, say),
        };
        let option = |text: Text, best| QuizOption { text, best, mistake: None, because: Text::default() };
        let mut options = vec![option(text(&asked.best), true)];
        for i in dice.shuffled(asked.wrong.len()) {
            let wrong = text(&asked.wrong[i]);
            if options.len() <= WRONG && options.iter().all(|o| o.text != wrong) {
                options.push(option(wrong, false));
            }
        }
        let item = QuizItem {
            id: asked.question.key.to_owned(),
            question: text(&asked.question),
            options,
            because: text(&asked.because),
            source: asked.source,
        };
        (item.options.len() > 1).then_some(Question { origin: Origin::Match, item })
    }

    /// What the law required before a decision, for each decision.
    fn constraints(&self) -> impl Iterator<Item = (&LogEntry, &Happened)> {
        self.log.iter().filter(|e| matches!(e.what, Happened::Constraint { .. })).map(|e| (*e, &e.what))
    }

    /// Which holding bound the court on that day?
    fn bound(&self) -> Vec<Asked> {
        let ask = |(entry, what): (&LogEntry, &Happened)| {
            let Happened::Constraint { case, court, requires, holdings, .. } = what else { return None };
            let question = self.s.cases.get(case.ix())?.question;
            let binding: Vec<Authority> =
                self.law.binding(*court, question, entry.date).into_iter().map(|(ix, _)| self.law.authority(ix)).collect();
            let best = match (requires, holdings.first(), binding.first()) {
                (Requirement::Forced(..), Some((holding, _)), _) => said::authority(*holding),
                (Requirement::Free, _, None) => Say::new("quiz-bound-none"),
                _ => return None,
            };
            let others =
                self.earlier(entry.date).filter(|a| !binding.contains(a) && !matches!(a, Authority::Made(c, _) if c == case));
            let mut wrong: Vec<Say> = others.map(said::authority).collect();
            if !binding.is_empty() {
                wrong.push(Say::new("quiz-bound-none"));
            }
            let about = Say::new("quiz-bound").with("date", Arg::Day(entry.date)).with("court", Arg::Court(*court));
            Some(Asked {
                question: about.with("case", Arg::Case(*case)),
                best,
                wrong,
                because: said::entry(what)?,
                source: String::new(),
            })
        };
        self.constraints().filter_map(ask).collect()
    }

    /// Holdings that were given before a day.
    fn earlier(&self, day: Date) -> impl Iterator<Item = Authority> {
        let all = self.law.base.cases().iter().enumerate().filter(move |(_, c)| c.decided_on < day);
        all.filter_map(|(i, _)| Some(self.law.authority(CaseIx(u32::try_from(i).ok()?))))
    }

    /// What did earlier holdings require of the court?
    fn required(&self) -> Vec<Asked> {
        let ask = |(entry, what): (&LogEntry, &Happened)| {
            let Happened::Constraint { case, court, requires, .. } = what else { return None };
            let must = |side| Say::new("quiz-required-side").with("side", Arg::Side(side));
            let answers =
                [must(Side::Compel), must(Side::Resist), Say::new("quiz-required-free"), Say::new("quiz-required-both")];
            let best = match requires {
                Requirement::Forced(Side::Compel, _) => 0,
                Requirement::Forced(Side::Resist, _) => 1,
                Requirement::Free => 2,
                Requirement::Conflict(_) => 3,
            };
            let about = Say::new("quiz-required").with("date", Arg::Day(entry.date)).with("court", Arg::Court(*court));
            Some(chosen(about.with("case", Arg::Case(*case)), answers, best, said::entry(what)?))
        };
        self.constraints().filter_map(ask).collect()
    }

    /// What did a legal order require of the provider at the end?
    fn duty(&self, view: &SeatView) -> Vec<Asked> {
        let found = duties(view);
        let cells = found.disclose.cells.iter().filter(|c| matches!(c.duty, Some(Duty::Must | Duty::MustNot)));
        let ask = |cell: &crate::logic::duty::Cell| {
            let norm = self.s.law.norm(*cell.because.first()?);
            let answer = |duty: Option<Duty>| match duty {
                Some(_) => Say::new("quiz-duty-answer").with("duty", inside(Say::new(duty_key(duty)))),
                None => Say::new("quiz-duty-silent"),
            };
            let all = [Some(Duty::Must), Some(Duty::MustNot), Some(Duty::May), None];
            let best = all.iter().position(|d| *d == cell.duty)?;
            let question = Say::new("quiz-duty")
                .with("date", Arg::Day(found.disclose.day))
                .with("order", condition::order(self.s, cell.order))
                .with("item", Arg::Item(cell.item));
            let because = Say::new("quiz-duty-because")
                .with("norm", Arg::Verbatim(norm.title.clone()))
                .with("what", Arg::Verbatim(norm.what.clone()));
            let source = norm.citation.clone();
            Some(Asked { because: because.clone(), source, ..chosen(question, all.map(answer), best, because) })
        };
        cells.filter_map(ask).collect()
    }

    /// What did the tie do?
    fn tie(&self) -> Vec<Asked> {
        let ask = |entry: &&LogEntry| {
            let Happened::Ruled { court, result: Result::Tie | Result::Denied, compel, resist, .. } = &entry.what else {
                return None;
            };
            if compel != resist {
                return None;
            }
            let keys = ["quiz-tie-stands", "quiz-tie-half", "quiz-tie-erases", "quiz-tie-binds"];
            let question = Say::new("quiz-tie").with("date", Arg::Day(entry.date)).with("court", Arg::Court(*court));
            let question = question.with("votes", Arg::Num((*compel).into()));
            Some(chosen(question, keys.map(Say::new), 0, Say::new("quiz-tie-because")))
        };
        self.log.iter().filter_map(ask).collect()
    }

    /// For which reason did the court decide so?
    fn reason(&self) -> Vec<Asked> {
        let ask = |entry: &&LogEntry| {
            let Happened::Held(case, court, side, reason) = &entry.what else { return None };
            let facts = &self.s.cases.get(case.ix())?.facts;
            let (mine, theirs) = (self.s.law.of_side(facts, *side), self.s.law.of_side(facts, side.other()));
            let pool: Vec<FactorIx> = mine.difference(reason).iter().chain(theirs.iter()).collect();
            if pool.is_empty() || !(1..=LONGEST).contains(&reason.len()) {
                return None;
            }
            // As many facts as the reason has, so that length gives nothing away; at least one was no part of it.
            let kept: Vec<FactorIx> = reason.iter().skip(1).collect();
            let swapped = pool.iter().map(|f| kept.iter().copied().chain([*f]).collect::<FactorSet>());
            let none = pool.windows(reason.len()).map(|w| w.iter().copied().collect::<FactorSet>());
            let wrong: Vec<FactorSet> = swapped.chain(none).collect();
            let question = Say::new("quiz-reason").with("date", Arg::Day(entry.date)).with("court", Arg::Court(*court));
            Some(Asked {
                question: question.with("case", Arg::Case(*case)).with("side", Arg::Side(*side)),
                best: factors(reason),
                wrong: wrong.iter().map(factors).collect(),
                because: Say::new("quiz-reason-because"),
                source: String::new(),
            })
        };
        self.log.iter().filter_map(ask).collect()
    }

    /// What became of a holding?
    fn standing(&self) -> Vec<Asked> {
        const ALL: [Standing; 6] = [
            Standing::GoodLaw,
            Standing::Stayed,
            Standing::Reversed,
            Standing::Vacated,
            Standing::Overruled,
            Standing::Superseded,
        ];
        let became = |entry: &&LogEntry| match &entry.what {
            Happened::Status(case, court, standing) => Some((Authority::Made(*case, *court), *standing)),
            Happened::Fell(precedent, standing) => Some((Authority::Decided(*precedent), *standing)),
            _ => None,
        };
        // Only the last change is what became of it.
        let mut last: Vec<(Authority, Standing)> = Vec::new();
        for (authority, standing) in self.log.iter().filter_map(became) {
            last.retain(|(a, _)| *a != authority);
            last.push((authority, standing));
        }
        let ask = |(authority, standing): (Authority, Standing)| {
            let best = ALL.iter().position(|s| *s == standing)?;
            let question = Say::new("quiz-standing").with("holding", inside(said::authority(authority)));
            let answer = |s| Say::new("quiz-standing-answer").with("status", inside(Say::new(said::standing(s))));
            let because = Say::new(match standing {
                Standing::Reversed => "quiz-standing-reversed",
                Standing::Vacated => "quiz-standing-vacated",
                Standing::Overruled => "quiz-standing-overruled",
                Standing::Superseded => "quiz-standing-superseded",
                Standing::Stayed => "quiz-standing-stayed",
                Standing::GoodLaw | Standing::Distinguished => "quiz-standing-good",
            });
            Some(chosen(question, ALL.map(answer), best, because))
        };
        last.into_iter().filter_map(ask).collect()
    }

    /// What did the court do with an earlier holding?
    fn treated(&self) -> Vec<Asked> {
        const ALL: [Treatment; 5] =
            [Treatment::Followed, Treatment::Distinguished, Treatment::Overruled, Treatment::Contrary, Treatment::Declined];
        let ask = |entry: &&LogEntry| {
            let Happened::Treated { case, court, authority, treatment, .. } = &entry.what else { return None };
            let best = ALL.iter().position(|t| t == treatment)?;
            let question = Say::new("quiz-treated").with("date", Arg::Day(entry.date)).with("court", Arg::Court(*court));
            let question = question.with("case", Arg::Case(*case)).with("holding", inside(said::authority(*authority)));
            let answer = |t| {
                let (done, plain) = (Say::new(said::treatment(t)), Say::new(said::treatment_plainly(t)));
                Say::new("quiz-treated-answer").with("done", inside(done)).with("plain", inside(plain))
            };
            Some(chosen(question, ALL.map(answer), best, lang::entry(self.s, entry)))
        };
        self.log.iter().filter_map(ask).collect()
    }
}

/// A question whose answers are a fixed row, of which one is the best.
fn chosen<const N: usize>(question: Say, answers: [Say; N], best: usize, because: Say) -> Asked {
    let mut wrong = answers.to_vec();
    let best = wrong.remove(best);
    let because = Say::new("quiz-own-because").with("what", inside(because));
    Asked { question, best, wrong, because, source: String::new() }
}
