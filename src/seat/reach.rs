//! Claims of reach, read from the numbers and written back: the ledger keeps them, so that conditions can ask for them.

use crate::logic::reciprocity::{Cause, Claim, Claims, State};
use crate::model::{Arg, Say, Scenario, StateIx, VarIx};

/// The states of a scenario as reciprocity looks at them.
#[must_use]
pub fn states(s: &Scenario) -> Vec<State> {
    s.states.iter().map(|x| State { ties: x.ties.clone(), practice: x.practice }).collect()
}

/// The claims as the numbers stand.
#[must_use]
pub fn claims(s: &Scenario, numbers: &[i16]) -> Claims {
    let one = |(i, state): (usize, &crate::model::State)| {
        let since = numbers[state.claim.ix()];
        let leans = usize::try_from(numbers[state.leans.ix()] - 1).ok();
        let cause = leans.map_or(Cause::Own, |on| Cause::Follows(StateIx::new(on)));
        (since != 0).then(|| (StateIx::new(i), Claim { since: u32::from(since.unsigned_abs()), cause, stands: since > 0 }))
    };
    s.states.iter().enumerate().filter_map(one).collect()
}

/// What the numbers that keep claims come to, the count among them.
#[must_use]
pub fn claim_numbers(s: &Scenario, claims: &Claims) -> Vec<(VarIx, i16)> {
    let mut out = Vec::new();
    for (i, state) in s.states.iter().enumerate() {
        let claim = claims.get(StateIx::new(i));
        let since = claim.map_or(0, |c| i16::try_from(c.since).unwrap_or(i16::MAX) * if c.stands { 1 } else { -1 });
        let leans = match claim.map(|c| c.cause) {
            Some(Cause::Follows(on)) => i16::try_from(on.0).unwrap_or(i16::MAX - 1) + 1,
            _ => 0,
        };
        out.push((state.claim, since));
        out.push((state.leans, leans));
    }
    if let Some(rules) = &s.reach {
        out.push((rules.meter, i16::try_from(claims.count()).unwrap_or(i16::MAX)));
    }
    out
}

/// The round as claims count it.
#[must_use]
pub fn claim_round(s: &Scenario, numbers: &[i16]) -> u32 {
    u32::try_from(numbers[s.own.round.ix()].max(1)).unwrap_or(1)
}

/// Who would follow whom at the end of this round, if nothing else happens.
#[must_use]
pub fn followers(s: &Scenario, numbers: &[i16]) -> Vec<(StateIx, StateIx)> {
    let Some(rules) = &s.reach else { return Vec::new() };
    let round = claim_round(s, numbers);
    let Some(ripe) = round.checked_sub(u32::from(rules.after)) else { return Vec::new() };
    let mut next = claims(s, numbers).next(&states(s), ripe);
    next.truncate(usize::from(rules.most));
    next
}

/// Who says that its orders count abroad, how it came to it, and who would follow next; faces turn it into words.
#[must_use]
pub fn borders_says(s: &Scenario, numbers: &[i16]) -> Vec<Say> {
    let name = |ix: StateIx| Arg::Verbatim(s.states.get(ix.ix()).map_or_else(String::new, |x| x.title.plain.clone()));
    let claims = claims(s, numbers);
    let mut out = Vec::new();
    for state in (0..s.states.len()).map(StateIx::new) {
        let Some(claim) = claims.get(state) else { continue };
        let say = match claim.cause {
            _ if !claim.stands => Say::new("borders-gone"),
            Cause::Own => Say::new("borders-own"),
            Cause::Follows(on) => Say::new("borders-follows").with("on", name(on)),
        };
        out.push(say.with("state", name(state)).with("round", Arg::Num(claim.since.into())));
    }
    if out.is_empty() {
        out.push(Say::new("borders-none"));
    }
    out.extend(
        followers(s, numbers)
            .into_iter()
            .map(|(state, on)| Say::new("borders-next").with("state", name(state)).with("on", name(on))),
    );
    out
}
