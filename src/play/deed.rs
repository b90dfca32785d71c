//! Actions with names instead of indices: how a saved match writes them.

use crate::model::{
    Action, ClaimIx, DecisionIx, FactorIx, FactorSet, Ground, IssueIx, MoveIx, OfferIx, Pleading, PrecedentIx, Scenario, Side,
};
use serde::{Deserialize, Serialize};

/// An action with names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Deed {
    /// An option of a decision.
    Choose(String, String),
    /// A side move.
    Move(String),
    /// A pleading: issue, factors, authority, whether its differences are faced, quote.
    Argue(String, Vec<String>, Option<String>, bool, Option<String>),
    /// An attack that names a difference.
    Distinguish(String, String),
    /// An attack on the status of the authority.
    Impeach(String),
    /// An offer.
    Offer(String),
    /// An answer to an offer.
    Respond(String, bool),
    /// A press check.
    Check(String),
    /// A quote in public.
    Quote(String),
    /// A ruling: side and reason.
    Rule(Side, Vec<String>),
    /// Taking back.
    Undo,
    /// Closing the plan.
    Close,
}

fn name<'a, T>(list: &'a [T], ix: usize, id: impl Fn(&'a T) -> &'a String) -> String {
    list.get(ix).map_or_else(String::new, |x| id(x).clone())
}

/// An action with names.
#[must_use]
pub fn deed(s: &Scenario, action: &Action) -> Deed {
    let factor = |f: FactorIx| s.law.factor(f).id.clone();
    let factors = |set: &FactorSet| set.iter().map(factor).collect();
    match action {
        Action::Choose(d, o) => {
            let d = s.decision(*d);
            Deed::Choose(d.id.clone(), name(&d.options, *o as usize, |c| &c.id))
        }
        Action::Move(m) => Deed::Move(s.side_move(*m).id.clone()),
        Action::Argue(p) => Deed::Argue(
            name(&s.issues, p.issue.ix(), |i| &i.id),
            factors(&p.factors),
            p.authority.map(|a| s.law.precedent(a).id.clone()),
            p.faced,
            p.quote.map(|c| s.claim(c).id.clone()),
        ),
        Action::Attack(i, Ground::Difference(f)) => Deed::Distinguish(name(&s.issues, i.ix(), |i| &i.id), factor(*f)),
        Action::Attack(i, Ground::Status) => Deed::Impeach(name(&s.issues, i.ix(), |i| &i.id)),
        Action::Offer(o) => Deed::Offer(s.offer(*o).id.clone()),
        Action::Respond(o, yes) => Deed::Respond(s.offer(*o).id.clone(), *yes),
        Action::Check(c) => Deed::Check(s.claim(*c).id.clone()),
        Action::Quote(c) => Deed::Quote(s.claim(*c).id.clone()),
        Action::Rule(side, reason) => Deed::Rule(*side, factors(reason)),
        Action::Undo => Deed::Undo,
        Action::Close => Deed::Close,
    }
}

/// An action from its names.
///
/// # Errors
/// The id that the scenario does not have.
pub fn undeed(s: &Scenario, deed: &Deed) -> Result<Action, String> {
    fn at<T>(list: &[T], id: &str, of: impl Fn(&T) -> &String) -> Result<usize, String> {
        list.iter().position(|x| of(x) == id).ok_or_else(|| id.to_owned())
    }
    let factor = |id: &String| at(&s.law.factors, id, |f| &f.id).map(|i| FactorIx(u16::try_from(i).unwrap_or(u16::MAX)));
    let factors = |ids: &[String]| ids.iter().map(factor).collect::<Result<FactorSet, _>>();
    let issue = |id: &String| at(&s.issues, id, |i| &i.id).map(IssueIx::new);
    let offer = |id: &String| at(&s.offers, id, |o| &o.id).map(OfferIx::new);
    let claim = |id: &String| at(&s.claims, id, |c| &c.id).map(ClaimIx::new);
    Ok(match deed {
        Deed::Choose(d, o) => {
            let d = at(&s.decisions, d, |x| &x.id)?;
            let o = at(&s.decisions[d].options, o, |x| &x.id)?;
            Action::Choose(DecisionIx::new(d), u16::try_from(o).unwrap_or(u16::MAX))
        }
        Deed::Move(m) => Action::Move(MoveIx::new(at(&s.moves, m, |x| &x.id)?)),
        Deed::Argue(on, reasons, authority, faced, quote) => Action::Argue(Pleading {
            issue: issue(on)?,
            factors: factors(reasons)?,
            authority: match authority {
                Some(id) => Some(PrecedentIx::new(at(&s.law.precedents, id, |p| &p.id)?)),
                None => None,
            },
            faced: *faced,
            quote: quote.as_ref().map(claim).transpose()?,
        }),
        Deed::Distinguish(i, f) => Action::Attack(issue(i)?, Ground::Difference(factor(f)?)),
        Deed::Impeach(i) => Action::Attack(issue(i)?, Ground::Status),
        Deed::Offer(o) => Action::Offer(offer(o)?),
        Deed::Respond(o, yes) => Action::Respond(offer(o)?, *yes),
        Deed::Check(c) => Action::Check(claim(c)?),
        Deed::Quote(c) => Action::Quote(claim(c)?),
        Deed::Rule(side, f) => Action::Rule(*side, factors(f)?),
        Deed::Undo => Action::Undo,
        Deed::Close => Action::Close,
    })
}
