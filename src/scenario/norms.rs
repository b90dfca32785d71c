//! Norms of law packs, the circumstances they name, and what a scenario makes of a broken one.

use super::file::{self, LawPack, NormWhen};
use super::names::{Kind, Names};
use super::rules::{condition, effects};
use crate::model::{
    Breach, Circumstance, CircumstanceIx, Condition, Consideration, Deed, FactorIx, Formula, InstrumentStatus, KindIx, Law,
    NamedCircumstance, Norm, NormCondition, NormIx, OrderIx, VarIx,
};

/// Adds the norms, circumstances and considerations of a pack, links still open.
pub(super) fn reserve(p: &LawPack, order: usize, law: &mut Law) {
    law.norms.extend(p.norms.iter().map(|x| Norm {
        id: x.id.clone(),
        order,
        title: x.title.clone(),
        duty: x.duty,
        what: x.what.clone(),
        from: x.from,
        until: x.until,
        citation: x.citation.clone(),
        acts: x.acts.clone(),
        data: x.data,
        when: NormCondition::Always,
        sanction: x.sanction.clone(),
        blocking: x.blocking,
        lifted_by: None,
        over: Vec::new(),
        supports: Vec::new(),
    }));
    law.circumstances.extend(p.circumstances.iter().map(|x| NamedCircumstance { id: x.id.clone(), text: x.text.clone() }));
}

/// Links them; `first` is where the pack's norms start in the merged law.
pub(super) fn link(p: &LawPack, first: usize, n: &mut Names, law: &mut Law) {
    let own = law.norms.get(first).map_or(OrderIx(0), |x| OrderIx::new(x.order));
    let linked = n.each("norms", &p.norms, |n, i, x| {
        let when = when(n, &x.when, own);
        let lifted_by = x.lifted_by.as_ref().map(|c| circumstance(n, c));
        let over: Vec<NormIx> = n.each("over", &x.over, |n, _, id| {
            let ix = n.find(Kind::Norm, id);
            if !p.norms.iter().any(|y| y.id == *id) || ix == first + i {
                let message = format!("`{}` cannot be an exception to `{id}`", x.id);
                n.fault("S044", id, message, "name another norm of the same law pack");
            }
            NormIx::new(ix)
        });
        if let (Some(from), Some(until)) = (x.from, x.until)
            && until < from
        {
            let message = format!("`{}` ends on {until}, before it begins on {from}", x.id);
            n.fault("S044", &until.to_string(), message, "`until` is the last day on which it is law");
        }
        if x.acts.is_empty() && (x.blocking || x.lifted_by.is_some() || !x.over.is_empty() || !x.supports.is_empty()) {
            let message = format!("`{}` says how a provider is bound, but not in what", x.id);
            n.fault("S044", &x.id, message, "list its `acts`, such as `[Disclose]`");
        }
        (when, lifted_by, over, factors(n, "supports", &x.supports))
    });
    for (i, (when, lifted_by, over, supports)) in linked.into_iter().enumerate() {
        let norm = &mut law.norms[first + i];
        norm.when = when;
        norm.lifted_by = lifted_by;
        norm.over = over;
        norm.supports = supports;
    }
    let comity = n.each("comity", &p.comity, |n, _, c| Consideration {
        id: c.id.clone(),
        text: c.text.clone(),
        compel: factors(n, "compel", &c.compel),
        resist: factors(n, "resist", &c.resist),
        conflict: c.conflict,
        candour: c.candour,
    });
    law.comity.extend(comity);
}

fn factors(n: &mut Names, field: &'static str, list: &[String]) -> Vec<FactorIx> {
    let found = n.each(field, list, |n, _, id| n.find(Kind::Factor, id));
    found.into_iter().map(|i| FactorIx(u16::try_from(i).unwrap_or(u16::MAX))).collect()
}

fn circumstance(n: &mut Names, id: &str) -> CircumstanceIx {
    CircumstanceIx::new(n.find(Kind::Circumstance, id))
}

fn when(n: &mut Names, w: &NormWhen, own: OrderIx) -> NormCondition {
    let order = |n: &mut Names, id: &String| OrderIx::new(n.find(Kind::Order, id));
    let kind = |n: &mut Names, id: &String| KindIx::new(n.find(Kind::InstrumentKind, id));
    Formula::Atom(match w {
        NormWhen::Always => return Formula::Always,
        NormWhen::All(parts) => return Formula::All(parts.iter().map(|p| when(n, p, own)).collect()),
        NormWhen::Any(parts) => return Formula::Any(parts.iter().map(|p| when(n, p, own)).collect()),
        NormWhen::Not(part) => return Formula::Not(Box::new(when(n, part, own))),
        NormWhen::Data(kind) => Circumstance::Data(*kind),
        NormWhen::LiesIn(id) => Circumstance::LiesIn(order(n, id)),
        NormWhen::ProviderOf(id) => Circumstance::ProviderOf(order(n, id)),
        NormWhen::PresentIn(id) => Circumstance::PresentIn(order(n, id)),
        // What was obeyed had been served: the duty was there.
        NormWhen::Demanded(id) => Circumstance::Demanded(kind(n, id), vec![InstrumentStatus::Served, InstrumentStatus::Obeyed]),
        NormWhen::InStatus(id, statuses) => Circumstance::Demanded(kind(n, id), statuses.clone()),
        NormWhen::DemandedFromAbroad => Circumstance::DemandedFromAbroad(own),
        NormWhen::DemandedOutsideTreaty => Circumstance::DemandedOutsideTreaty(own),
        NormWhen::Established(id) => {
            Circumstance::Established(FactorIx(u16::try_from(n.find(Kind::Factor, id)).unwrap_or(u16::MAX)))
        }
        NormWhen::Circumstance(id) => Circumstance::Named(circumstance(n, id)),
    })
}

/// What stands for each named circumstance of the law.
pub(super) fn circumstances(n: &mut Names, f: &file::Scenario, law: &Law) -> Vec<Option<Condition>> {
    let mut out = vec![None; law.circumstances.len()];
    let filled =
        n.each("circumstances", &f.circumstances, |n, _, (id, when)| (circumstance(n, id), condition(n, when), id.clone()));
    for (ix, when, id) in filled {
        if out.get(ix.ix()).is_some_and(Option::is_some) {
            n.fault("S031", &id, format!("`{id}` is filled twice"), "take one of the two out, or join them with `Any`");
        }
        if let Some(place) = out.get_mut(ix.ix()) {
            *place = Some(when);
        }
    }
    out
}

/// What a broken norm brings.
pub(super) fn breach(n: &mut Names, _: usize, b: &file::Breach) -> Breach {
    let norm = NormIx::new(n.find(Kind::Norm, &b.norm));
    let when = condition(n, &b.when);
    if b.deed == Deed::Refused && when == Condition::Always {
        let message = format!("nothing says when `{}` is refused", b.norm);
        n.fault("S044", &b.norm, message, "give `when`, such as `Chose(\"answer\", \"refuse\")`");
    }
    let broken = VarIx::new(n.knows(Kind::Number, &format!("broken:{}", b.norm)).unwrap_or(0));
    Breach { norm, deed: b.deed, when, effects: effects(n, &b.effects), broken }
}
