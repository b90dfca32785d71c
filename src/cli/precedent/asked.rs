//! What is asked, in the ids of the case base.

use super::super::failure::Failure;
use crate::formats::case_base::CaseBase;
use crate::lang::Words;
use crate::logic::precedent::CourtIx;
use crate::model::{Date, FactorSet, QuestionIx};
use crate::syntax::did_you_mean;

/// After every day: all that was decided counts, with its last status.
pub(super) const ALWAYS: Date = Date(i32::MAX);

/// A question put to a court.
pub(super) struct Asked {
    pub facts: FactorSet,
    pub question: QuestionIx,
    pub court: CourtIx,
    pub on: Date,
}

impl Asked {
    pub(super) fn of(
        base: &CaseBase,
        facts: &[String],
        question: Option<&str>,
        court: Option<&str>,
        on: Option<Date>,
        words: &Words,
    ) -> Result<Self, Failure> {
        let mut set = FactorSet::new();
        for id in facts.iter().map(|f| f.trim()).filter(|f| !f.is_empty()) {
            let Some(factor) = base.factor(id) else {
                let ids = base.factors.iter().map(|(id, _)| id.as_str());
                return Err(unknown("cli-no-factor", id, ids, words));
            };
            set.insert(factor);
        }
        Ok(Self {
            facts: set,
            question: one(question, &base.questions, "cli-no-question", "cli-which-question", words).map(QuestionIx::new)?,
            court: one(court, &base.courts, "cli-no-court-there", "cli-which-court", words).map(CourtIx::new)?,
            on: on.unwrap_or(ALWAYS),
        })
    }
}

/// The question with an id.
pub(super) fn question(base: &CaseBase, id: &str, words: &Words) -> Result<QuestionIx, Failure> {
    one(Some(id), &base.questions, "cli-no-question", "cli-which-question", words).map(QuestionIx::new)
}

/// The one that is named; the only one there is, where none is.
fn one(id: Option<&str>, all: &[String], missing: &str, which: &str, words: &Words) -> Result<usize, Failure> {
    match (id, all) {
        (None, [_]) => Ok(0),
        (None, _) => {
            let some: Vec<&str> = all.iter().take(20).map(String::as_str).collect();
            Err(Failure::Usage(words.ui_with(which, &[("all", words.list(&some).into())])))
        }
        (Some(id), _) => match all.iter().position(|x| x == id) {
            Some(ix) => Ok(ix),
            None => Err(unknown(missing, id, all.iter().map(String::as_str), words)),
        },
    }
}

fn unknown<'a>(key: &str, id: &str, all: impl Iterator<Item = &'a str>, words: &Words) -> Failure {
    let message = words.ui_with(key, &[("id", id.into())]);
    let near = did_you_mean(id, all.take(5_000));
    let help = near.map_or_else(String::new, |near| format!(" {}", words.ui_with("cli-near", &[("near", near.into())])));
    Failure::Message(format!("{message}{help}"))
}
