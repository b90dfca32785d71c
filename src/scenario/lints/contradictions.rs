//! `L110`: two decided cases that contradict each other: on one question each has the reason of the other among its facts, and
//! they went opposite ways. Real law has such pairs (a reversal, two legal systems); they are right where the pack says why.

use crate::logic::precedent::{CaseIx, conflicts};
use crate::model::{FactorSet, Law, PrecedentIx};
use crate::scenario::file::LawPack;
use crate::scenario::names::{Fault, Step};
use crate::seat::base_of;
use crate::syntax::did_you_mean;

/// Every pair of decided cases of a law that contradict each other, the later decision first.
#[must_use]
pub fn pairs(law: &Law) -> Vec<(PrecedentIx, PrecedentIx)> {
    let base = base_of(law);
    let ix = |case: CaseIx| PrecedentIx::new(case.0 as usize);
    let later = |(a, b): (CaseIx, CaseIx)| {
        if base.case(a).decided_on >= base.case(b).decided_on { (ix(a), ix(b)) } else { (ix(b), ix(a)) }
    };
    conflicts(&base, None).into_iter().map(later).collect()
}

/// Looks at the pairs whose later decision is in a pack, and at the pairs the pack says are right.
pub fn check(pack: &LawPack, law: &Law) -> Vec<Fault> {
    let id = |ix: PrecedentIx| law.precedent(ix).id.as_str();
    let found = pairs(law);
    let same = |(a, b, _): &(String, String, String), x: &str, y: &str| (a == x && b == y) || (a == y && b == x);
    // An entry with one name right and the other unknown is most likely meant for this pair: the name is the fault then.
    let unknown = |x: &str| !law.precedents.iter().any(|p| p.id == x);
    let mistyped = |(a, b, _): &(String, String, String), x: &str, y: &str| {
        ([x, y].contains(&a.as_str()) && unknown(b)) || ([x, y].contains(&b.as_str()) && unknown(a))
    };
    let mut out = Vec::new();
    for &(later, earlier) in &found {
        let Some(at) = pack.precedents.iter().position(|p| p.id == id(later)) else { continue };
        if law
            .contradictions
            .iter()
            .any(|stated| same(stated, id(later), id(earlier)) || mistyped(stated, id(later), id(earlier)))
        {
            continue;
        }
        let reason = |ix: PrecedentIx| names(law, &law.precedent(ix).reason);
        let message = format!(
            "`{}` (because: {}) contradicts `{}` (because: {}): each has the reason of the other among its facts",
            id(later),
            reason(later),
            id(earlier),
            reason(earlier)
        );
        let help = format!(
            "look at facts and reasons again; if both are right, say why: `contradictions: [(between: (\"{}\", \"{}\"), reason: \"…\")]`",
            id(later),
            id(earlier)
        );
        out.push(fault(vec![Step::Field("precedents"), Step::Entry(at)], id(later), message, help));
    }
    for (i, stated) in pack.contradictions.iter().enumerate() {
        let (a, b) = (stated.between.0.as_str(), stated.between.1.as_str());
        let path = || vec![Step::Field("contradictions"), Step::Entry(i)];
        let unknown = [a, b].into_iter().find(|x| unknown(x));
        if let Some(x) = unknown {
            let near = did_you_mean(x, law.precedents.iter().map(|p| p.id.as_str())).map(str::to_owned);
            let help = near.as_ref().map_or_else(|| "look in the law packs".to_owned(), |n| format!("did you mean `{n}`?"));
            let mut f = fault(path(), x, format!("there is no decided case `{x}`"), help);
            f.suggestion = near;
            out.push(f);
        } else if !found.iter().any(|(x, y)| (id(*x) == a && id(*y) == b) || (id(*x) == b && id(*y) == a)) {
            let message = format!("`{a}` and `{b}` do not contradict each other");
            out.push(fault(path(), a, message, "take this entry out".to_owned()));
        } else if stated.reason.trim().is_empty() {
            let message = format!("it is not said why `{a}` and `{b}` may contradict each other");
            out.push(fault(path(), a, message, "give the reason, in a sentence".to_owned()));
        }
    }
    out
}

fn names(law: &Law, set: &FactorSet) -> String {
    let all: Vec<&str> = set.iter().map(|f| law.factor(f).id.as_str()).collect();
    all.join(", ")
}

fn fault(path: Vec<Step>, word: &str, message: String, help: String) -> Fault {
    Fault::new("L110", path, word, message, help)
}
