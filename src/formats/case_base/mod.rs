//! Case bases in the open format: `CaseBase(factors: […], courts: […], cases: […])`, see `docs/formats.md`.

mod file;
mod place;

use crate::diagnostic::{Diagnostic, Source, quote};
use crate::logic::precedent::{self as kernel, Court, CourtIx, Precedent};
use crate::model::{Date, FactorIx, FactorSet, QuestionIx, Side};
use crate::syntax::decode::decode_large;
use crate::syntax::did_you_mean;
use crate::syntax::read::read_source;
use place::Places;
use std::collections::BTreeMap;
use std::path::Path;

/// Bytes a case base may have.
pub const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// Findings shown; there may be more.
const MOST_FOUND: usize = 50;

/// Names looked through for a "did you mean": a typo in a base of a hundred thousand cases must not take minutes.
const MOST_NEAR: usize = 5_000;

/// Courts a base may have, and links between them. Who stands above whom is worked out for every court, so a chain of tens of
/// thousands would fill the memory.
const MOST_COURTS: usize = 4_096;
const MOST_LINKS: usize = 16_384;

/// Before every day that is given.
const UNDATED: Date = Date(i32::MIN);

/// A case base with the names of what is in it.
#[derive(Clone, Debug, Default)]
pub struct CaseBase {
    /// The base.
    pub base: kernel::CaseBase,
    /// Factors by index: id and sentence (the id where none was given).
    pub factors: Vec<(String, String)>,
    /// Courts by index.
    pub courts: Vec<String>,
    /// Questions by index. A base that names none has one, called by the empty string.
    pub questions: Vec<String>,
    /// Cases by index.
    pub cases: Vec<String>,
}

impl CaseBase {
    /// The factor with an id.
    #[must_use]
    pub fn factor(&self, id: &str) -> Option<FactorIx> {
        self.factors.iter().position(|(f, _)| f == id).and_then(|i| u16::try_from(i).ok()).map(FactorIx)
    }

    /// The ids of a set of factors, in the order of the file.
    #[must_use]
    pub fn ids(&self, set: &FactorSet) -> Vec<&str> {
        set.iter().filter_map(|f| self.factors.get(usize::from(f.0))).map(|(id, _)| id.as_str()).collect()
    }
}

/// Reads a case base from a file.
///
/// # Errors
/// Everything found wrong, with its place: at most fifty findings, and how many more there are.
pub fn open(path: &Path) -> Result<CaseBase, Vec<Diagnostic>> {
    let source = read_source(path, MOST_BYTES).map_err(|d| vec![d])?;
    read(&source)
}

/// Reads a case base from its text.
///
/// # Errors
/// Everything found wrong, with its place: at most fifty findings, and how many more there are.
pub fn read(source: &Source) -> Result<CaseBase, Vec<Diagnostic>> {
    let (file, found) = decode_large::<file::CaseBase>(source);
    let Some(file) = file else { return Err(found) };
    let mut reader = Reader { faults: Vec::new(), more: 0 };
    let built = reader.build(&file);
    match built {
        Some(base) if reader.faults.is_empty() => Ok(base),
        _ => Err(reader.diagnose(source)),
    }
}

/// Where a fault lies: in which list, at which entry, in which field; and the word at fault.
#[derive(Clone, Debug)]
struct Fault {
    list: &'static str,
    entry: usize,
    field: &'static str,
    word: String,
    message: String,
    help: String,
}

struct Reader {
    faults: Vec<Fault>,
    more: usize,
}

/// Names and their numbers.
type Index<'a> = BTreeMap<&'a str, usize>;

impl Reader {
    fn fault(&mut self, at: (&'static str, usize, &'static str), word: &str, message: String, help: impl Into<String>) {
        if self.is_full() {
            return;
        }
        let (list, entry, field) = at;
        self.faults.push(Fault { list, entry, field, word: word.to_owned(), message, help: help.into() });
    }

    /// Whether enough was found; one more is then only counted. Looking for advice a million times would take hours.
    fn is_full(&mut self) -> bool {
        let full = self.faults.len() >= MOST_FOUND;
        self.more += usize::from(full);
        full
    }

    fn diagnose(self, source: &Source) -> Vec<Diagnostic> {
        let places = Places::of(source);
        let mut out: Vec<Diagnostic> = self
            .faults
            .into_iter()
            .map(|f| {
                let span = places.find(f.list, f.entry, f.field, &f.word);
                let d = Diagnostic::error("C001", source, f.message).at(span);
                if f.help.is_empty() { d } else { d.with_help(f.help) }
            })
            .collect();
        if self.more > 0 {
            out.push(Diagnostic::error("C002", source, format!("and {} more like these", self.more)));
        }
        out
    }

    /// Numbers the ids of a list; one given twice is a fault.
    fn index<'a>(&mut self, list: &'static str, kind: &str, ids: impl Iterator<Item = &'a String>) -> Index<'a> {
        let mut index = BTreeMap::new();
        for (i, id) in ids.enumerate() {
            if id.is_empty() {
                self.fault((list, i, "id"), "", format!("this {kind} has an empty id"), "give it a name of its own");
            } else if index.insert(id.as_str(), i).is_some() {
                let message = format!("there are two {kind}s called {}", quote(id));
                self.fault((list, i, "id"), id, message, "an id names one thing: rename one of the two, or take it out");
            }
        }
        index
    }

    fn unknown(
        &mut self,
        at: (&'static str, usize, &'static str),
        kind: &str,
        id: &str,
        known: &Index<'_>,
        others: &[(&str, &Index<'_>)],
    ) {
        if self.is_full() {
            return;
        }
        let message = format!("there is no {kind} called {}", quote(id));
        let elsewhere = others.iter().find(|(_, index)| index.contains_key(id));
        let help = match (elsewhere, near(id, known)) {
            (Some((what, _)), _) => format!("{} is a {what}, not a {kind}", quote(id)),
            (None, Some(near)) => format!("did you mean {}?", quote(near)),
            (None, None) if known.is_empty() => format!("declare it: `{kind}s: [(id: \"…\", …)]`"),
            (None, None) => format!("declare it among the {kind}s, or correct the name"),
        };
        self.fault(at, id, message, help);
    }

    fn build(&mut self, file: &file::CaseBase) -> Option<CaseBase> {
        let factors = self.index("factors", "factor", file.factors.iter().map(|f| &f.id));
        let courts = self.index("courts", "court", file.courts.iter().map(|c| &c.id));
        let cases = self.index("cases", "case", file.cases.iter().map(|c| &c.id));
        let links = |c: &file::Court| {
            c.reviewed_by.len()
                + c.bound_by.as_ref().map_or(0, Vec::len)
                + c.asks.len()
                + c.bound_until.len()
                + c.freed_after.len()
        };
        let linked = file.courts.iter().map(links).sum();
        for (list, what, count, most) in [
            ("factors", "factors", file.factors.len(), usize::from(u16::MAX) + 1),
            ("courts", "courts", file.courts.len(), MOST_COURTS),
            ("courts", "links between courts", linked, MOST_LINKS),
        ] {
            if count > most {
                let message = format!("{count} {what} are more than the {most} that a base may have");
                self.fault((list, 0, ""), "", message, "split the base, or merge what means the same");
                return None;
            }
        }
        let sides: Vec<Side> = file.factors.iter().map(|f| f.side).collect();
        let others: &[(&str, &Index<'_>)] = &[("court", &courts), ("case", &cases)];
        let own_courts = self.courts(file, &courts, &[("factor", &factors), ("case", &cases)]);
        let mut questions: Vec<String> = Vec::new();
        let mut numbered: BTreeMap<String, u16> = BTreeMap::new();
        let mut decided = Vec::with_capacity(file.cases.len());
        for (i, case) in file.cases.iter().enumerate() {
            let asked = case.question.clone().unwrap_or_default();
            let question = if let Some(q) = numbered.get(&asked) {
                *q
            } else {
                let Ok(q) = u16::try_from(questions.len()) else {
                    let message = "more questions than the 65,536 that can be told apart".to_owned();
                    self.fault(("cases", i, "question"), &asked, message, "split the base");
                    return None;
                };
                questions.push(asked.clone());
                numbered.insert(asked, q);
                q
            };
            decided.push(self.case(i, case, QuestionIx(question), &sides, &factors, &courts, others));
        }
        if questions.is_empty() {
            questions.push(String::new());
        }
        if !self.faults.is_empty() {
            return None;
        }
        let base = match kernel::CaseBase::new(sides, own_courts, decided) {
            Ok(base) => base,
            Err(error) => {
                self.refused(error, file);
                return None;
            }
        };
        let text = |f: &file::Factor| if f.text.is_empty() { f.id.clone() } else { f.text.clone() };
        Some(CaseBase {
            base,
            factors: file.factors.iter().map(|f| (f.id.clone(), text(f))).collect(),
            courts: if file.courts.is_empty() {
                vec!["court".to_owned()]
            } else {
                file.courts.iter().map(|c| c.id.clone()).collect()
            },
            questions,
            cases: file.cases.iter().map(|c| c.id.clone()).collect(),
        })
    }

    fn courts(&mut self, file: &file::CaseBase, courts: &Index<'_>, others: &[(&str, &Index<'_>)]) -> Vec<Court> {
        if file.courts.is_empty() {
            return vec![Court::under(Vec::new())];
        }
        let mut link = |i: usize, field: &'static str, ids: &[String]| -> Vec<CourtIx> {
            let mut out = Vec::new();
            for id in ids {
                match courts.get(id.as_str()) {
                    Some(ix) => out.push(CourtIx::new(*ix)),
                    None => self.unknown(("courts", i, field), "court", id, courts, others),
                }
            }
            out
        };
        file.courts
            .iter()
            .enumerate()
            .map(|(i, c)| Court {
                reviewed_by: link(i, "reviewed_by", &c.reviewed_by),
                bound_by: c.bound_by.as_ref().map(|b| link(i, "bound_by", b)),
                bound_until: dated(&mut link, i, "bound_until", &c.bound_until),
                freed_after: dated(&mut link, i, "freed_after", &c.freed_after),
                asks: link(i, "asks", &c.asks),
                own: c.own,
                vertical: c.vertical,
                clash: c.clash,
            })
            .collect()
    }

    #[expect(clippy::too_many_arguments, reason = "the tables of names, each of another kind")]
    fn case(
        &mut self,
        i: usize,
        case: &file::Case,
        question: QuestionIx,
        sides: &[Side],
        factors: &Index<'_>,
        courts: &Index<'_>,
        others: &[(&str, &Index<'_>)],
    ) -> Precedent {
        let court = match &case.court {
            Some(id) => courts.get(id.as_str()).copied().unwrap_or_else(|| {
                let others: &[(&str, &Index<'_>)] = &[("factor", factors)];
                self.unknown(("cases", i, "court"), "court", id, courts, others);
                0
            }),
            None if courts.len() > 1 => {
                let message = format!("{} does not say which court decided it, and there are several", quote(&case.id));
                self.fault(("cases", i, "id"), &case.id, message, "add `court: \"…\"`");
                0
            }
            None => 0,
        };
        let mut set = |field: &'static str, ids: &[String]| -> FactorSet {
            let mut out = FactorSet::new();
            for id in ids {
                match factors.get(id.as_str()).and_then(|f| u16::try_from(*f).ok()) {
                    Some(f) => {
                        out.insert(FactorIx(f));
                    }
                    None => self.unknown(("cases", i, field), "factor", id, factors, others),
                }
            }
            out
        };
        let facts = set("facts", &case.facts);
        let given = case.reason.as_ref().map(|r| set("reason", r));
        let favours = |f: FactorIx, side: Side| sides.get(usize::from(f.0)) == Some(&side);
        let winning: FactorSet = facts.iter().filter(|f| favours(*f, case.side)).collect();
        let name = quote(&case.id);
        let reason = if let Some(reason) = given {
            for f in &reason {
                let id = factor_id(factors, f);
                if !favours(f, case.side) {
                    let message = format!("{} cannot be a reason of {name}: it favours the side that lost", quote(&id));
                    self.fault(("cases", i, "reason"), &id, message, "a reason names factors of the winning side");
                } else if !facts.contains(f) {
                    let message = format!("{} is a reason of {name} but not among its facts", quote(&id));
                    self.fault(("cases", i, "reason"), &id, message, "add it to `facts`, or take it out of `reason`");
                }
            }
            if reason.is_empty() && case.reason.as_ref().is_some_and(Vec::is_empty) {
                let message = format!("the reason of {name} is empty");
                self.fault(("cases", i, "reason"), "", message, "name at least one factor of the winner, or leave `reason` out");
            }
            reason
        } else {
            if winning.is_empty() {
                let message = format!("{name} has no reason: none of its facts favours the winner");
                self.fault(
                    ("cases", i, "facts"),
                    "",
                    message,
                    "a decision rests on at least one factor of the side it was given for",
                );
            }
            winning
        };
        let decided_on = case.decided_on.unwrap_or(UNDATED);
        let mut last = decided_on;
        for (day, _) in &case.status {
            if *day < last {
                let message = format!("the status of {name} changes on {day}, before {last}");
                self.fault(("cases", i, "status"), &day.to_string(), message, "list changes oldest first, after the decision");
            }
            last = *day;
        }
        Precedent {
            question,
            court: CourtIx::new(court),
            decided_on,
            facts,
            reason,
            side: case.side,
            history: case.status.clone(),
            binds: case.binds,
        }
    }

    /// What the kernel refuses that was not seen before: courts in a circle.
    fn refused(&mut self, error: kernel::BaseError, file: &file::CaseBase) {
        match error {
            kernel::BaseError::CourtCycle { court } => {
                let id = file.courts.get(court.ix()).map_or("", |c| c.id.as_str());
                let message = format!("court {} is, through others, above itself", quote(id));
                self.fault(
                    ("courts", court.ix(), "id"),
                    id,
                    message,
                    "appeals and binding force run one way: break the circle in `reviewed_by` or `bound_by`",
                );
            }
            other => self.fault(("cases", 0, ""), "", other.to_string(), ""),
        }
    }
}

fn factor_id(factors: &Index<'_>, f: FactorIx) -> String {
    // Only for a message: the index is looked through once.
    factors.iter().find(|(_, i)| **i == usize::from(f.0)).map_or_else(String::new, |(id, _)| (*id).to_owned())
}

fn near<'a>(id: &str, known: &Index<'a>) -> Option<&'a str> {
    did_you_mean(id, known.keys().copied().take(MOST_NEAR))
}

/// Bonds that end, with their courts found by `link`.
fn dated<L: FnMut(usize, &'static str, &[String]) -> Vec<CourtIx>>(
    link: &mut L,
    court: usize,
    field: &'static str,
    ends: &[(String, Date)],
) -> Vec<(CourtIx, Date)> {
    let named: Vec<String> = ends.iter().map(|(id, _)| id.clone()).collect();
    link(court, field, &named).into_iter().zip(ends.iter().map(|(_, day)| *day)).collect()
}

#[cfg(test)]
mod tests;
