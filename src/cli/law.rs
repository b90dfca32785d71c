//! `comity law`: the law that ships, asked by court, question and day.

use super::failure::Failure;
use super::output::print;
use super::precedent::Format;
use super::precedent::answer::{mode, side};
use super::{Done, Words};
use crate::lang;
use crate::logic::precedent::{self as kernel, CaseIx, Constraint, Mode};
use crate::model::{CourtIx, Date, FactorIx, FactorSet, Law as LawData, PrecedentIx, QuestionIx, Side, Standing};
use crate::scenario;
use crate::seat;
use crate::syntax::did_you_mean;
use clap::{Args, Subcommand};
use serde_json::{Value, json};
use std::fmt::Write;

/// Ask the law that ships: what bound a court on a day, which cases there are
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity law bound --court sdny --on 2017-02-01
  comity law bound --court ecthr --question surveillance-safeguards --on 2022-01-01
  comity law cases --question sca-warrant-reach --on 2018-04-18
  comity law export > law.ron        then: comity precedent conflicts law.ron

A decision binds from the day after it was given. What is known only by year counts from the end of that year.
Facts, dates and citations come from public sources; the factors and reasons are our reading of them. Not legal advice.")]
pub struct Law {
    #[command(subcommand)]
    ask: Ask,
}

#[derive(Debug, Subcommand)]
enum Ask {
    /// What bound a court on a day
    Bound(Bound),
    /// The decided cases, with what has become of them
    Cases(Cases),
    /// Write the law as a case base that `comity precedent` reads
    Export(Export),
}

#[derive(Debug, Args)]
struct Bound {
    /// The court, by its id (`comity law cases` shows them)
    #[arg(long, value_name = "ID")]
    court: String,
    /// The day (YYYY-MM-DD); left out, today's law as far as this version knows it
    #[arg(long, value_name = "DATE", value_parser = Date::parse)]
    on: Option<Date>,
    /// Only this question
    #[arg(long, value_name = "ID")]
    question: Option<String>,
    /// Factors present, with commas between: says as well whether an outcome is forced. Needs --question
    #[arg(long, value_name = "A,B,…", value_delimiter = ',', requires = "question")]
    facts: Vec<String>,
    /// Law packs to ask instead of all that ship
    #[arg(long = "pack", value_name = "PACK")]
    packs: Vec<String>,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Args)]
struct Cases {
    /// Only this question
    #[arg(long, value_name = "ID")]
    question: Option<String>,
    /// Only this legal order
    #[arg(long, value_name = "ID")]
    order: Option<String>,
    /// What had become of them by this day (YYYY-MM-DD)
    #[arg(long, value_name = "DATE", value_parser = Date::parse)]
    on: Option<Date>,
    /// Law packs to ask instead of all that ship
    #[arg(long = "pack", value_name = "PACK")]
    packs: Vec<String>,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Args)]
struct Export {
    /// Law packs, by name or by the path of a file; left out, all real ones that ship
    packs: Vec<String>,
}

/// After every day that is known.
const ALWAYS: Date = Date(i32::MAX);

impl Law {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        let text = match &self.ask {
            Ask::Bound(b) => b.answer(&open(&b.packs)?, words)?,
            Ask::Cases(c) => c.answer(&open(&c.packs)?, words)?,
            Ask::Export(e) => export(&open(&e.packs)?),
        };
        print(&text)?;
        Ok(())
    }
}

fn open(packs: &[String]) -> Result<LawData, Failure> {
    scenario::open_law(packs).map_err(Failure::Findings)
}

fn find<'a>(id: &str, all: impl Iterator<Item = &'a str> + Clone, key: &str, words: &Words) -> Result<usize, Failure> {
    if let Some(ix) = all.clone().position(|x| x == id) {
        return Ok(ix);
    }
    let near = did_you_mean(id, all.clone());
    let help = if let Some(near) = near {
        words.ui_with("cli-near", &[("near", near.into())])
    } else {
        let some: Vec<&str> = all.take(60).collect();
        words.ui_with("cli-known", &[("all", words.list(&some).into())])
    };
    Err(Failure::Message(format!("{} {help}", words.ui_with(key, &[("id", id.into())]))))
}

fn question(law: &LawData, id: &str, words: &Words) -> Result<QuestionIx, Failure> {
    find(id, law.questions.iter().map(|q| q.id.as_str()), "cli-law-no-question", words).map(QuestionIx::new)
}

impl Bound {
    fn answer(&self, law: &LawData, words: &Words) -> Result<String, Failure> {
        let base = seat::base_of(law);
        let court = find(&self.court, law.courts.iter().map(|c| c.id.as_str()), "cli-law-no-court", words).map(CourtIx::new)?;
        let asked = self.question.as_deref().map(|q| question(law, q, words)).transpose()?;
        let on = self.on.unwrap_or(ALWAYS);
        let mut facts = FactorSet::new();
        for id in self.facts.iter().filter(|f| !f.is_empty()) {
            let ix = find(id.trim(), law.factors.iter().map(|f| f.id.as_str()), "cli-law-no-factor", words)?;
            facts.insert(FactorIx(u16::try_from(ix).unwrap_or(u16::MAX)));
        }
        let all = (0..law.questions.len()).map(QuestionIx::new).filter(|q| asked.is_none_or(|a| a == *q));
        let bound: Vec<(QuestionIx, Vec<(CaseIx, Mode)>)> = all
            .map(|q| (q, kernel::bound_by(&base, court, q, on)))
            .filter(|(q, by)| asked == Some(*q) || !by.is_empty())
            .collect();
        let ruling = asked.filter(|_| !self.facts.is_empty()).map(|q| kernel::ruling(&base, court, q, &facts, on));
        if self.format == Format::Json {
            return Ok(self.json(law, &bound, ruling.as_ref()));
        }
        let name = ("court", law.court(court).name.as_str().into());
        let day = ("date", self.on.map_or_else(|| words.ui("law-now"), |on| words.date(on)).into());
        let mut out = String::new();
        let none = bound.iter().all(|(_, by)| by.is_empty());
        let key = if none { "cli-law-unbound" } else { "cli-law-bound" };
        let _ = writeln!(out, "{}", words.ui_with(key, &[name, day]));
        for (q, by) in &bound {
            let _ = writeln!(
                out,
                "\n{}",
                words.ui_with(
                    "cli-law-question",
                    &[("id", law.questions[q.ix()].id.as_str().into()), ("text", law.questions[q.ix()].text.as_str().into())]
                )
            );
            for (ix, mode) in by {
                out.push_str(&case_line(law, *ix, on, words));
                let reach = words.ui(lang::law::reach(Some(*mode), false));
                let reason: Vec<&str> = law.precedents[ix.0 as usize].reason.iter().map(|f| law.factor(f).id.as_str()).collect();
                let _ = writeln!(
                    out,
                    "      {}",
                    words.ui_with("cli-law-because", &[("reach", reach.into()), ("reason", words.list(&reason).into())])
                );
            }
            if by.is_empty() {
                let _ = writeln!(out, "  {}", words.ui("law-nothing-binds"));
            }
        }
        if let Some(found) = &ruling {
            let _ = writeln!(out, "\n{}", outcome(law, found, words));
        }
        Ok(out)
    }

    fn json(&self, law: &LawData, bound: &[(QuestionIx, Vec<(CaseIx, Mode)>)], ruling: Option<&Constraint>) -> String {
        let each = |(q, by): &(QuestionIx, Vec<(CaseIx, Mode)>)| {
            let holding = |(ix, m): &(CaseIx, Mode)| {
                let p = &law.precedents[ix.0 as usize];
                json!({
                    "id": p.id, "name": p.name, "court": law.court(p.court).id, "decided_on": p.known().to_string(),
                    "citation": p.citation, "side": side(p.side), "mode": mode(*m),
                    "reason": p.reason.iter().map(|f| law.factor(f).id.as_str()).collect::<Vec<_>>(),
                })
            };
            json!({ "question": law.questions[q.ix()].id, "holdings": by.iter().map(holding).collect::<Vec<Value>>() })
        };
        let mut out = json!({
            "court": self.court,
            "on": self.on.map(|d| d.to_string()),
            "bound": bound.iter().map(each).collect::<Vec<Value>>(),
        });
        if let Some(found) = ruling {
            let ids = |all: &[CaseIx]| -> Vec<&str> { all.iter().map(|ix| law.precedents[ix.0 as usize].id.as_str()).collect() };
            out["ruling"] = match found {
                Constraint::Forced { side: s, mode: m, holdings } => {
                    json!({ "outcome": "forced", "side": side(*s), "mode": mode(*m), "holdings": ids(holdings) })
                }
                Constraint::Conflict { mode: m, holdings } => {
                    json!({ "outcome": "conflict", "side": null, "mode": mode(*m), "holdings": ids(holdings) })
                }
                Constraint::Free { .. } => json!({ "outcome": "free", "side": null, "mode": null, "holdings": [] }),
            };
        }
        format!("{out}\n")
    }
}

fn side_name(side: Side, words: &Words) -> String {
    words.ui(match side {
        Side::Compel => "side-compel",
        Side::Resist => "side-resist",
    })
}

fn outcome(law: &LawData, found: &Constraint, words: &Words) -> String {
    let names = |all: &[CaseIx]| -> String {
        let names: Vec<&str> = all.iter().map(|ix| law.precedents[ix.0 as usize].name.as_str()).collect();
        words.list(&names)
    };
    match found {
        Constraint::Forced { side, mode, holdings } => {
            let key = if *mode == Mode::Vertical { "precedent-forced-vertical" } else { "precedent-forced-horizontal" };
            words.ui_with(key, &[("side", side_name(*side, words).into()), ("holdings", names(holdings).into())])
        }
        Constraint::Conflict { holdings, .. } => words.ui_with("precedent-torn", &[("holdings", names(holdings).into())]),
        Constraint::Free { .. } => words.ui("precedent-free"),
    }
}

fn case_line(law: &LawData, ix: CaseIx, on: Date, words: &Words) -> String {
    let p = &law.precedents[ix.0 as usize];
    let status = words.ui(lang::law::standing(p.standing(on)));
    let args = [
        ("id", p.id.as_str().into()),
        ("name", p.name.as_str().into()),
        ("court", law.court(p.court).name.as_str().into()),
        ("date", p.known().to_string().into()),
        ("side", side_name(p.side, words).into()),
        ("citation", if p.citation.is_empty() { words.ui("cli-law-no-citation") } else { p.citation.clone() }.into()),
        ("status", status.into()),
    ];
    format!("  · {}\n", words.ui_with("cli-law-case", &args))
}

impl Cases {
    fn answer(&self, law: &LawData, words: &Words) -> Result<String, Failure> {
        let asked = self.question.as_deref().map(|q| question(law, q, words)).transpose()?;
        let order = self
            .order
            .as_deref()
            .map(|o| find(o, law.orders.iter().map(|x| x.id.as_str()), "cli-law-no-order", words))
            .transpose()?;
        let on = self.on.unwrap_or(ALWAYS);
        let shown = |p: &crate::model::Precedent| {
            asked.is_none_or(|q| p.question == q)
                && order.is_none_or(|o| law.court(p.court).order == o)
                && (self.on.is_none() || p.decided_on < on)
        };
        let all: Vec<CaseIx> = (0_u32..).zip(&law.precedents).filter(|(_, p)| shown(p)).map(|(i, _)| CaseIx(i)).collect();
        if self.format == Format::Json {
            let each = |ix: &CaseIx| {
                let p = &law.precedents[ix.0 as usize];
                let ids = |set: &FactorSet| -> Vec<&str> { set.iter().map(|f| law.factor(f).id.as_str()).collect() };
                json!({
                    "id": p.id, "name": p.name, "question": law.questions[p.question.ix()].id, "court": law.court(p.court).id,
                    "order": law.orders[law.court(p.court).order].id, "decided_on": p.known().to_string(), "side": side(p.side),
                    "facts": ids(&p.facts), "reason": ids(&p.reason), "citation": p.citation, "holding": p.holding,
                    "status": standing(p.standing(on)),
                })
            };
            return Ok(format!("{}\n", Value::from(all.iter().map(each).collect::<Vec<_>>())));
        }
        let mut out = String::new();
        for (q, about) in law.questions.iter().enumerate() {
            let mine: Vec<&CaseIx> = all.iter().filter(|ix| law.precedents[ix.0 as usize].question.ix() == q).collect();
            if mine.is_empty() {
                continue;
            }
            let _ = writeln!(
                out,
                "{}",
                words.ui_with("cli-law-question", &[("id", about.id.as_str().into()), ("text", about.text.as_str().into())])
            );
            for ix in mine {
                out.push_str(&case_line(law, *ix, on, words));
            }
            out.push('\n');
        }
        let _ = writeln!(out, "{}", words.ui_with("cli-law-count", &[("count", all.len().into())]));
        Ok(out)
    }
}

const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::GoodLaw => "GoodLaw",
        Standing::Distinguished => "Distinguished",
        Standing::Stayed => "Stayed",
        Standing::Reversed => "Reversed",
        Standing::Vacated => "Vacated",
        Standing::Overruled => "Overruled",
        Standing::Superseded => "Superseded",
    }
}

/// The law as a case base in the open format.
fn export(law: &LawData) -> String {
    let quoted = |text: &str| format!("{text:?}");
    let list = |ids: &mut dyn Iterator<Item = &str>| -> String {
        let all: Vec<String> = ids.map(quoted).collect();
        format!("[{}]", all.join(", "))
    };
    let court = |c: &CourtIx| law.court(*c).id.as_str();
    let factors = |set: &FactorSet| list(&mut set.iter().map(|f| law.factor(f).id.as_str()));
    let mut out = String::from("CaseBase(\n  factors: [\n");
    for f in &law.factors {
        let _ = writeln!(out, "    Factor(id: {}, side: {}, text: {}),", quoted(&f.id), side(f.side), quoted(&f.text));
    }
    out.push_str("  ],\n  courts: [\n");
    for c in &law.courts {
        let _ = write!(out, "    Court(id: {}, reviewed_by: {}", quoted(&c.id), list(&mut c.reviewed_by.iter().map(court)));
        if let Some(bound) = &c.bound_by {
            let _ = write!(out, ", bound_by: {}", list(&mut bound.iter().map(court)));
        }
        for (field, ends) in
            [("bound_until", &c.bound_until), ("freed_after", &c.freed_after)].iter().filter(|(_, e)| !e.is_empty())
        {
            let ends: Vec<String> = ends.iter().map(|(x, day)| format!("({}, \"{day}\")", quoted(court(x)))).collect();
            let _ = write!(out, ", {field}: [{}]", ends.join(", "));
        }
        let _ = writeln!(
            out,
            ", asks: {}, own: {:?}, vertical: {:?}, clash: {:?}),",
            list(&mut c.asks.iter().map(court)),
            c.own,
            c.vertical,
            c.clash
        );
    }
    out.push_str("  ],\n  cases: [\n");
    for (i, p) in law.precedents.iter().enumerate() {
        let status: Vec<String> = p.history.iter().map(|(day, s, _)| format!("(\"{day}\", {})", standing(*s))).collect();
        let _ = writeln!(
            out,
            "    Case(id: {}, question: {}, court: {}, decided_on: \"{}\", facts: {}, reason: {}, side: {}, status: [{}], binds: {}),",
            quoted(&p.id),
            quoted(&law.questions[p.question.ix()].id),
            quoted(court(&p.court)),
            p.known(),
            factors(&p.facts),
            factors(&p.reason),
            side(p.side),
            status.join(", "),
            law.binds(PrecedentIx::new(i))
        );
    }
    out.push_str("  ],\n)\n");
    out
}
