//! What a dispute adds to the law it is played under, and what it calls what is there: so that a local dispute needs no law
//! pack of its own.

use super::file;
use super::law::factor;
use super::names::{Kind, Names};
use crate::model::Law;

/// Adds the factors of a scenario to the law and gives what it renames its name.
pub(super) fn apply(f: &file::Scenario, law: &mut Law, n: &mut Names) {
    n.each("factors", &f.factors, |n, _, own| {
        if law.factors.iter().any(|known| known.id == own.id) {
            let message = format!("`{}` is a factor already", own.id);
            n.fault("S031", &own.id, message, "use that one, or give yours another id");
        } else {
            n.define(Kind::Factor, &own.id, law.factors.len());
            law.factors.push(factor(own));
        }
    });
    n.each("called", &f.called, |n, _, (id, name)| {
        if let Some((_, place)) = names_of(law).find(|(known, _)| *known == id) {
            name.clone_into(place);
        } else {
            n.unknown(id, format!("the law packs bring nothing called `{id}`"), names_of(law).map(|(known, _)| known.as_str()));
        }
    });
}

/// Everything of the law that may be called otherwise: its id, and where its name is kept.
fn names_of(law: &mut Law) -> impl Iterator<Item = (&String, &mut String)> {
    let courts = law.courts.iter_mut().map(|it| (&it.id, &mut it.name));
    let orders = law.orders.iter_mut().map(|it| (&it.id, &mut it.name));
    let instruments = law.instruments.iter_mut().map(|it| (&it.id, &mut it.title));
    let norms = law.norms.iter_mut().map(|it| (&it.id, &mut it.title));
    let treaties = law.treaties.iter_mut().map(|it| (&it.id, &mut it.title));
    let questions = law.questions.iter_mut().map(|it| (&it.id, &mut it.text));
    courts.chain(orders).chain(instruments).chain(norms).chain(treaties).chain(questions)
}
