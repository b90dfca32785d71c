//! Every name is defined before any is used; the numbers are laid out: the author's, then those the rules keep.

use super::file;
use super::names::{Kind, Names};
use crate::model::{Finds, Law, Var, VarKind};

pub(super) struct Defined {
    pub(super) list: Vec<Var>,
    pub(super) first_question: usize,
}

/// Defines every name before any is used, and lays out the numbers: the author's, then those the rules keep.
pub(super) fn define(f: &file::Scenario, law: &Law, n: &mut Names) -> Defined {
    for (kind, field, ids) in [
        (Kind::Seat, "seats", f.seats.iter().map(|x| &x.id).collect::<Vec<_>>()),
        (Kind::Stage, "stages", f.stages.iter().map(|x| &x.id).collect()),
        (Kind::Decision, "decisions", f.decisions.iter().map(|x| &x.id).collect()),
        (Kind::Move, "moves", f.moves.iter().map(|x| &x.id).collect()),
        (Kind::Group, "groups", f.groups.iter().map(|x| &x.0).collect()),
        (Kind::Offer, "offers", f.offers.iter().map(|x| &x.id).collect()),
        (Kind::Issue, "issues", f.issues.iter().map(|x| &x.id).collect()),
        (Kind::Event, "events", f.events.iter().map(|x| &x.id).collect()),
        (Kind::Trigger, "triggers", f.triggers.iter().map(|x| &x.id).collect()),
        (Kind::Ending, "endings", f.endings.iter().map(|x| &x.id).collect()),
        (Kind::Case, "cases", f.cases.iter().map(|x| &x.id).collect()),
        (Kind::Instrument, "instruments", f.instruments.iter().map(|x| &x.id).collect()),
        (Kind::Item, "items", f.items.iter().map(|x| &x.id).collect()),
        (Kind::Draw, "draws", f.draws.iter().map(|x| &x.id).collect()),
        (Kind::Bundle, "bundles", f.bundles.iter().map(|x| &x.id).collect()),
        (Kind::Place, "places", f.places.iter().map(|x| &x.id).collect()),
        (Kind::Story, "press", f.press.iter().map(|x| &x.id).collect()),
        (Kind::Objective, "objectives", f.objectives.iter().map(|x| &x.id).collect()),
    ] {
        n.each(field, &ids, |n, i, id| n.define(kind, id, i));
    }
    super::teaching::define(n);
    let mut list: Vec<Var> = Vec::new();
    let number = |m: &file::Number, kind| Var {
        id: m.id.clone(),
        title: m.title.clone(),
        about: m.about.clone(),
        kind,
        owner: None,
        min: m.min,
        max: m.max,
        start: m.start,
        known_to: u16::MAX,
        finds: Finds::default(),
    };
    let flag = |id: &str, title: crate::model::Text, min, max, start| Var {
        id: id.to_owned(),
        title,
        about: crate::model::Text::default(),
        kind: VarKind::Flag,
        owner: None,
        min,
        max,
        start,
        known_to: u16::MAX,
        finds: Finds::default(),
    };
    n.each("meters", &f.meters, |n, _, m| {
        n.define(Kind::Number, &m.id, list.len());
        list.push(number(m, VarKind::Meter));
    });
    n.each("counters", &f.counters, |n, _, m| {
        n.define(Kind::Number, &m.id, list.len());
        list.push(number(m, VarKind::Counter));
    });
    let first_question = list.len();
    n.each("questions", &f.questions, |n, _, q| {
        n.define(Kind::Number, &q.id, list.len());
        list.push(Var { kind: VarKind::Question, about: q.about.clone(), ..flag(&q.id, q.title.clone(), -2, 2, q.start) });
    });
    n.each("flags", &f.flags, |n, _, m| {
        n.define(Kind::Number, &m.id, list.len());
        list.push(flag(&m.id, m.title.clone(), m.min, m.max, m.start));
    });
    let mut keep = |n: &mut Names, id: String, title: &crate::model::Text, start: i16| {
        n.keep(Kind::Number, &id, list.len());
        list.push(flag(&id, title.clone(), i16::MIN, i16::MAX, start));
    };
    let none = crate::model::Text::default();
    for (id, start) in [
        ("round:", 1),
        ("stage:", 0),
        ("leading:", 1),
        ("ending:", 0),
        ("outcome:", 0),
        ("coda:", 0),
        ("ruled-in:", 0),
        ("defied:", 0),
    ] {
        keep(n, id.to_owned(), &none, start);
    }
    for d in &f.decisions {
        keep(n, format!("chose:{}", d.id), &d.title, 0);
        keep(n, format!("chosen-in:{}", d.id), &d.title, 0);
    }
    for m in &f.moves {
        keep(n, format!("did:{}", m.id), &m.title, 0);
    }
    for o in &f.offers {
        keep(n, format!("accepted:{}", o.id), &o.title, 0);
    }
    for e in &f.events {
        keep(n, format!("happened:{}", e.id), &e.title, 0);
    }
    for t in &f.triggers {
        keep(n, format!("happened:{}", t.id), &t.title, 0);
    }
    for c in &f.cases {
        keep(n, format!("holding:{}", c.id), &c.title, 0);
        keep(n, format!("forced:{}", c.id), &c.title, 0);
        keep(n, format!("persuaded:{}", c.id), &c.title, 0);
    }
    n.each("states", &f.states, |n, i, x| n.define(Kind::State, &x.id, i));
    n.each("pictures", &f.pictures, |n, i, x| n.define(Kind::Illustration, &x.id, i));
    let mut keep = |n: &mut Names, id: String, title: &crate::model::Text, start: i16| {
        n.keep(Kind::Number, &id, list.len());
        list.push(flag(&id, title.clone(), i16::MIN, i16::MAX, start));
    };
    for x in &f.states {
        keep(n, format!("claim:{}", x.id), &x.title, i16::from(x.claims));
        keep(n, format!("leans:{}", x.id), &none, 0);
    }
    for b in &f.breaches {
        keep(n, format!("broken:{}", b.norm), &none, 0);
    }
    for (i, x) in law.factors.iter().enumerate() {
        n.keep(Kind::Factor, &x.id, i);
    }
    for (i, x) in law.questions.iter().enumerate() {
        n.keep(Kind::Question, &x.id, i);
    }
    for (i, x) in law.courts.iter().enumerate() {
        n.keep(Kind::Court, &x.id, i);
    }
    for (i, x) in law.precedents.iter().enumerate() {
        n.keep(Kind::Precedent, &x.id, i);
    }
    for (i, x) in law.orders.iter().enumerate() {
        n.keep(Kind::Order, &x.id, i);
    }
    for (i, x) in law.norms.iter().enumerate() {
        n.keep(Kind::Norm, &x.id, i);
    }
    for (i, x) in law.circumstances.iter().enumerate() {
        n.keep(Kind::Circumstance, &x.id, i);
    }
    for (i, x) in law.instruments.iter().enumerate() {
        n.keep(Kind::InstrumentKind, &x.id, i);
    }
    for (i, x) in law.procedures.iter().enumerate() {
        n.keep(Kind::Procedure, &x.id, i);
        for (j, stage) in x.stages.iter().enumerate() {
            n.keep(Kind::LegalStage, &stage.id, j);
        }
    }
    Defined { list, first_question }
}
