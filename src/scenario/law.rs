//! Law packs merged and resolved into one `Law`.

use super::file::{self, LawPack};
use super::names::{Kind, Names, Step};
use super::norms;
use crate::model::{
    Court, CourtIx, Date, Factor, FactorIx, FactorSet, InstrumentIx, InstrumentKind, Law, LegalStage, Order, Precedent,
    Procedure, Question, QuestionIx, Side, Treaty,
};

/// Defines what a pack brings, so that other packs and the scenario can name it.
pub fn define(packs: &[LawPack], pack: usize, n: &mut Names, law: &Law) {
    let p = &packs[pack];
    n.define(Kind::Order, &p.id, pack);
    n.each("courts", &p.courts, |n, i, c| n.define(Kind::Court, &c.id, law.courts.len() + i));
    n.each("factors", &p.factors, |n, i, c| n.define(Kind::Factor, &c.id, law.factors.len() + i));
    n.each("questions", &p.questions, |n, i, c| n.define(Kind::Question, &c.id, law.questions.len() + i));
    n.each("norms", &p.norms, |n, i, c| n.define(Kind::Norm, &c.id, law.norms.len() + i));
    n.each("circumstances", &p.circumstances, |n, i, c| n.define(Kind::Circumstance, &c.id, law.circumstances.len() + i));
    n.each("instruments", &p.instruments, |n, i, c| {
        n.define(Kind::InstrumentKind, &c.id, law.instruments.len() + i);
    });
    n.each("procedures", &p.procedures, |n, i, c| n.define(Kind::Procedure, &c.id, law.procedures.len() + i));
    n.each("precedents", &p.precedents, |n, i, c| n.define(Kind::Precedent, &c.id, law.precedents.len() + i));
}

/// Adds the entries of a pack with their links still unresolved: sizes must be known before names are.
pub fn reserve(p: &LawPack, order: usize, law: &mut Law) {
    law.orders.push(Order {
        id: p.id.clone(),
        name: p.name.clone(),
        family: p.family,
        ties: p.ties.clone(),
        members: p.members.clone(),
    });
    law.courts.extend(p.courts.iter().map(|c| Court {
        id: c.id.clone(),
        name: c.name.clone(),
        order,
        level: c.level,
        reviewed_by: Vec::new(),
        bound_by: None,
        bound_until: Vec::new(),
        freed_after: Vec::new(),
        asks: Vec::new(),
        own: c.own,
        vertical: c.vertical,
        clash: c.clash,
        binds: c.binds,
    }));
    law.factors.extend(p.factors.iter().map(factor));
    law.questions.extend(p.questions.iter().map(|q| Question {
        id: q.id.clone(),
        text: q.text.clone(),
        precise: q.precise.clone(),
    }));
    norms::reserve(p, order, law);
    law.treaties.extend(p.treaties.iter().map(|t| Treaty {
        id: t.id.clone(),
        title: t.title.clone(),
        parties: t.parties.clone(),
        citation: t.citation.clone(),
        note: t.note.clone(),
    }));
    law.instruments.extend(p.instruments.iter().map(|i| InstrumentKind {
        id: i.id.clone(),
        title: i.title.clone(),
        standard: i.standard.clone(),
        norm: i.norm.clone(),
        treaty: i.treaty,
        issued_by: Vec::new(),
        text: i.text.clone(),
    }));
    law.procedures.extend(p.procedures.iter().map(|x| Procedure {
        id: x.id.clone(),
        instrument: InstrumentIx(0),
        start: 0,
        stages: Vec::new(),
    }));
    let stated = p.contradictions.iter().map(|c| (c.between.0.clone(), c.between.1.clone(), c.reason.clone()));
    law.contradictions.extend(stated);
    law.precedents.extend(p.precedents.iter().map(|x| Precedent {
        id: x.id.clone(),
        name: x.name.clone(),
        question: QuestionIx(0),
        court: CourtIx(0),
        decided_on: x.decided_on.date,
        precision: x.decided_on.precision,
        side: x.side,
        facts: FactorSet::new(),
        reason: FactorSet::new(),
        citation: x.citation.clone(),
        history: x.history.clone(),
        binds: x.binds,
        holding: x.holding.clone(),
    }));
}

/// A factor as the law has it.
pub fn factor(f: &file::Factor) -> Factor {
    Factor {
        id: f.id.clone(),
        side: f.side,
        text: f.text.clone(),
        short: if f.short.is_empty() { f.id.replace('-', " ") } else { f.short.clone() },
        doctrine: f.doctrine.clone(),
    }
}

/// Links the entries of a pack: `at` gives where each of its lists starts in the merged law.
pub fn link(p: &LawPack, at: &Starts, names: &mut Names, law: &mut Law) {
    if names.whole {
        let orders = |n: &mut Names, field, ids: &[String]| n.each(field, ids, |n, _, id| n.find(Kind::Order, id));
        orders(names, "ties", &p.ties);
        orders(names, "members", &p.members);
        names.each("treaties", &p.treaties, |n, _, t| orders(n, "parties", &t.parties));
    }
    let court = |n: &mut Names, id: &String| CourtIx::new(n.find(Kind::Court, id));
    let linked = names.each("courts", &p.courts, |n, _, c| {
        let reviewed_by = n.each("reviewed_by", &c.reviewed_by, |n, _, x| court(n, x));
        // A court may ask or be bound by one of a pack that is not in play; it then has nobody to ask.
        let elsewhere = |n: &mut Names, x: &String| (n.whole || n.knows(Kind::Court, x).is_some()).then(|| court(n, x));
        let bound_by =
            c.bound_by.as_ref().map(|b| n.each("bound_by", b, |n, _, x| elsewhere(n, x)).into_iter().flatten().collect());
        let dated = |n: &mut Names, field, ends: &[(String, Date)]| -> Vec<_> {
            let ends = n.each(field, ends, |n, _, (x, day)| elsewhere(n, x).map(|court| (court, *day)));
            ends.into_iter().flatten().collect()
        };
        let ends = [dated(n, "bound_until", &c.bound_until), dated(n, "freed_after", &c.freed_after)];
        let asks = n.each("asks", &c.asks, |n, _, x| elsewhere(n, x)).into_iter().flatten().collect();
        (reviewed_by, bound_by, ends, asks)
    });
    for (i, (reviewed_by, bound_by, [until, freed], asks)) in linked.into_iter().enumerate() {
        let c = &mut law.courts[at.courts + i];
        c.reviewed_by = reviewed_by;
        c.bound_by = bound_by;
        c.bound_until = until;
        c.freed_after = freed;
        c.asks = asks;
    }
    let issued = names.each("instruments", &p.instruments, |n, _, x| {
        if !x.norm.is_empty() {
            n.find(Kind::Norm, &x.norm);
        }
        n.each("issued_by", &x.issued_by, |n, _, c| court(n, c))
    });
    for (i, issued_by) in issued.into_iter().enumerate() {
        law.instruments[at.instruments + i].issued_by = issued_by;
    }
    norms::link(p, at.norms, names, law);
    let procedures = names.each("procedures", &p.procedures, |n, _, x| procedure(n, x));
    for (i, x) in procedures.into_iter().enumerate() {
        law.procedures[at.procedures + i] = x;
    }
    let decided = names.each("precedents", &p.precedents, |n, _, x| precedent(n, x, law));
    for (i, (question, court, facts, reason)) in decided.into_iter().enumerate() {
        let x = &mut law.precedents[at.precedents + i];
        x.question = question;
        x.court = court;
        x.facts = facts;
        x.reason = reason;
    }
}

/// Where the lists of a pack start in the merged law.
#[derive(Clone, Copy, Debug)]
pub struct Starts {
    courts: usize,
    norms: usize,
    instruments: usize,
    procedures: usize,
    precedents: usize,
}

impl Starts {
    /// The ends of the law so far.
    #[must_use]
    pub fn of(law: &Law) -> Self {
        Self {
            courts: law.courts.len(),
            norms: law.norms.len(),
            instruments: law.instruments.len(),
            procedures: law.procedures.len(),
            precedents: law.precedents.len(),
        }
    }
}

fn procedure(n: &mut Names, x: &file::Procedure) -> Procedure {
    let find = |n: &mut Names, id: &str| {
        x.stages.iter().position(|s| s.id == id).unwrap_or_else(|| {
            let message = format!("procedure `{}` has no stage `{id}`", x.id);
            n.unknown(id, message, x.stages.iter().map(|s| s.id.as_str()));
            0
        })
    };
    for (i, s) in x.stages.iter().enumerate() {
        if x.stages[..i].iter().any(|y| y.id == s.id) {
            n.fault("S031", &s.id, format!("`{}` is a stage of `{}` twice", s.id, x.id), "give one of the two another id");
        }
    }
    let stages = n.each("stages", &x.stages, |n, _, s| LegalStage {
        id: s.id.clone(),
        title: s.title.clone(),
        court: s.court.as_ref().map(|c| CourtIx::new(n.find(Kind::Court, c))),
        actors: s.actors.clone(),
        actions: s.actions.clone(),
        limit_days: s.limit_days,
        lapse: s.lapse.clone(),
        next: s.next.iter().map(|id| find(n, id)).collect(),
        appeal_to: s.appeal_to.as_ref().map(|id| find(n, id)),
        citation: s.citation.clone(),
        text: s.text.clone(),
    });
    Procedure {
        id: x.id.clone(),
        instrument: InstrumentIx::new(n.find(Kind::InstrumentKind, &x.instrument)),
        start: n.at(Step::Field("start"), |n| find(n, &x.start)),
        stages,
    }
}

fn precedent(n: &mut Names, x: &file::Precedent, law: &Law) -> (QuestionIx, CourtIx, FactorSet, FactorSet) {
    let question = QuestionIx::new(n.find(Kind::Question, &x.question));
    let court = CourtIx::new(n.find(Kind::Court, &x.court));
    let set = |n: &mut Names, field, list: &[String]| -> FactorSet {
        let found = n.each(field, list, |n, _, id| n.find(Kind::Factor, id));
        found.into_iter().map(|i| FactorIx(u16::try_from(i).unwrap_or(u16::MAX))).collect()
    };
    let known = n.faults.len();
    let facts = set(n, "facts", &x.facts);
    let winners = if law.factors.is_empty() { FactorSet::new() } else { law.of_side(&facts, x.side) };
    let reason = if x.reason.is_empty() { winners } else { set(n, "reason", &x.reason) };
    // A mistyped factor is one fault, not a reason that does not fit as well.
    let spelt = n.faults.len() == known;
    if reason.is_empty() && spelt {
        let message = format!("`{}` gives no reason: none of its facts favours the winner", x.id);
        n.fault("S040", &x.id, message, "a decision rests on at least one factor of the side it was given for");
    }
    for f in reason.iter().filter(|_| spelt) {
        let factor = law.factors.get(usize::from(f.0));
        let id = factor.map_or("", |f| f.id.as_str()).to_owned();
        if factor.is_some_and(|f| f.side != x.side) {
            let side = if x.side == Side::Compel { "compel" } else { "resist" };
            let message = format!("`{id}` cannot be a reason of `{}`: it does not favour {side}", x.id);
            n.fault("S040", &id, message, "a reason names factors of the winning side");
        } else if !facts.contains(f) {
            let message = format!("`{id}` is a reason of `{}` but not among its facts", x.id);
            n.fault("S040", &id, message, "add it to `facts`, or take it out of `reason`");
        }
    }
    let mut last = x.decided_on.date;
    for (day, ..) in &x.history {
        if *day < last {
            let message = format!("`{}` changes status on {day}, before {last}", x.id);
            n.fault("S038", &day.to_string(), message, "list changes of status oldest first, after the decision");
        }
        last = *day;
    }
    (question, court, facts, reason)
}
