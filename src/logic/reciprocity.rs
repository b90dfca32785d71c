//! Reciprocity: who says that its orders count abroad, since when, and leaning on whom.
//!
//! What one state does to data in another, others may do in turn. A claim spreads one step a round along ties, to states
//! that have done the like before or were asked to suffer it, and to no others. Whoever follows leans on a claim that
//! stands, and says on whose. A state whose own courts take its claim away does not take it up again by example; only an
//! act of its own revives it. Claims that leaned on a withdrawn one stand: practice, once copied, is practice.

pub use crate::model::StateIx;
use std::collections::BTreeMap;

/// What makes a state likely to follow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// States it deals with by treaty or settled practice. A tie that either of two states names is a tie.
    pub ties: Vec<StateIx>,
    /// Whether it has reached for data abroad before, or was asked to suffer that reach.
    pub practice: bool,
}

/// How a state came to its claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// By an act of its own: a holding, a statute, a demand.
    Own,
    /// By the example of another state.
    Follows(StateIx),
}

/// A state's claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The round it dates from.
    pub since: u32,
    /// How it came about.
    pub cause: Cause,
    /// Whether it stands. A withdrawn claim is kept, for it is not taken up again by example.
    pub stands: bool,
}

/// Which states assert reach over data abroad.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims(BTreeMap<StateIx, Claim>);

impl Claims {
    /// A state asserts reach by an act of its own. Nothing changes where its claim stands already.
    /// Tells whether this is new.
    pub fn assert(&mut self, state: StateIx, round: u32) -> bool {
        let new = !self.stands(state);
        if new {
            self.0.insert(state, Claim { since: round, cause: Cause::Own, stands: true });
        }
        new
    }

    /// A state's claim is taken away, by its own courts or law. Tells whether it stood.
    pub fn withdraw(&mut self, state: StateIx) -> bool {
        let claim = self.0.get_mut(&state).filter(|claim| claim.stands);
        claim.is_some_and(|claim| std::mem::replace(&mut claim.stands, false))
    }

    /// Whether a state asserts reach.
    #[must_use]
    pub fn stands(&self, state: StateIx) -> bool {
        self.get(state).is_some_and(|claim| claim.stands)
    }

    /// A state's claim, standing or withdrawn.
    #[must_use]
    pub fn get(&self, state: StateIx) -> Option<&Claim> {
        self.0.get(&state)
    }

    /// The claims that stand, by state.
    pub fn standing(&self) -> impl Iterator<Item = (StateIx, &Claim)> {
        self.0.iter().filter(|(_, claim)| claim.stands).map(|(&state, claim)| (state, claim))
    }

    /// How many states assert reach: the world meter.
    #[must_use]
    pub fn count(&self) -> usize {
        self.standing().count()
    }

    /// Who may follow whom now: every state with practice and no claim, old or standing, that is tied to one whose claim
    /// stands and dates from round `ripe` or before. It leans on the oldest such claim. First come those with the most
    /// examples before them.
    #[must_use]
    pub fn next(&self, states: &[State], ripe: u32) -> Vec<(StateIx, StateIx)> {
        let tied = |a: StateIx, b: StateIx| names(states, a, b) || names(states, b, a);
        let mut found: Vec<(usize, StateIx, StateIx)> = (0..=u16::MAX)
            .map(StateIx)
            .zip(states)
            .filter(|(ix, state)| state.practice && !self.0.contains_key(ix))
            .filter_map(|(ix, _)| {
                let examples = || self.standing().filter(|&(other, claim)| claim.since <= ripe && tied(ix, other));
                let oldest = examples().min_by_key(|&(other, claim)| (claim.since, other))?;
                Some((examples().count(), ix, oldest.0))
            })
            .collect();
        found.sort_unstable_by_key(|&(examples, ix, _)| (std::cmp::Reverse(examples), ix));
        found.into_iter().map(|(_, ix, on)| (ix, on)).collect()
    }

    /// A state follows another's example.
    pub fn follow(&mut self, state: StateIx, on: StateIx, round: u32) {
        self.0.insert(state, Claim { since: round, cause: Cause::Follows(on), stands: true });
    }
}

impl FromIterator<(StateIx, Claim)> for Claims {
    fn from_iter<I: IntoIterator<Item = (StateIx, Claim)>>(claims: I) -> Self {
        Self(claims.into_iter().collect())
    }
}

fn names(states: &[State], a: StateIx, b: StateIx) -> bool {
    states.get(usize::from(a.0)).is_some_and(|state| state.ties.contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    const A: StateIx = StateIx(0);
    const B: StateIx = StateIx(1);
    const C: StateIx = StateIx(2);

    impl Claims {
        /// One step in which every claim that stands is an example.
        fn spread(&mut self, states: &[State], round: u32, most: usize) -> Vec<(StateIx, StateIx)> {
            let mut followed = self.next(states, u32::MAX);
            followed.truncate(most);
            for &(state, on) in &followed {
                self.follow(state, on, round);
            }
            followed
        }
    }

    #[test]
    fn only_a_claim_that_has_stood_is_an_example() {
        let states = [state(&[B], false), state(&[], true)];
        let mut claims = Claims::default();
        claims.assert(A, 3);
        assert_eq!(claims.next(&states, 2), []);
        assert_eq!(claims.next(&states, 3), [(B, A)]);
    }

    fn state(ties: &[StateIx], practice: bool) -> State {
        State { ties: ties.to_vec(), practice }
    }

    #[test]
    fn a_claim_takes_one_step_a_round() {
        let states = [state(&[B], false), state(&[C], true), state(&[], true)];
        let mut claims = Claims::default();
        assert!(claims.assert(A, 1) && !claims.assert(A, 2));
        assert_eq!(claims.spread(&states, 2, 9), [(B, A)]);
        assert_eq!(claims.spread(&states, 3, 9), [(C, B)]);
        assert_eq!(claims.spread(&states, 4, 9), []);
        assert_eq!(claims.count(), 3);
        assert_eq!(claims.get(C), Some(&Claim { since: 3, cause: Cause::Follows(B), stands: true }));
    }

    #[test]
    fn without_practice_or_ties_nobody_follows() {
        let states = [state(&[B], false), state(&[], false), state(&[], true)];
        let mut claims = Claims::default();
        claims.assert(A, 1);
        assert_eq!(claims.spread(&states, 2, 9), []);
    }

    #[test]
    fn a_withdrawn_claim_returns_by_an_act_and_not_by_example() {
        let states = [state(&[B], true), state(&[], true)];
        let mut claims = Claims::default();
        claims.assert(A, 1);
        claims.spread(&states, 2, 9);
        assert!(claims.withdraw(A) && !claims.withdraw(A));
        assert!(claims.stands(B), "what was copied stands");
        assert_eq!(claims.spread(&states, 3, 9), []);
        assert!(claims.assert(A, 4));
        assert_eq!(claims.count(), 2);
    }

    #[test]
    fn the_most_examples_go_first_and_the_oldest_is_leaned_on() {
        // Both may follow; C has two examples before it.
        let states = [state(&[B, C], false), state(&[], true), state(&[], true), state(&[C], false)];
        let mut claims = Claims::default();
        claims.assert(StateIx(3), 1);
        claims.assert(A, 2);
        assert_eq!(claims.next(&states, u32::MAX), [(C, StateIx(3)), (B, A)]);
        assert_eq!(claims.spread(&states, 3, 1), [(C, StateIx(3))]);
    }

    fn world() -> impl Strategy<Value = Vec<State>> {
        let one = (vec(0..8_u16, 0..4), any::<bool>());
        vec(one, 8).prop_map(|states| {
            let build = |(ties, practice): (Vec<u16>, bool)| State { ties: ties.into_iter().map(StateIx).collect(), practice };
            states.into_iter().map(build).collect()
        })
    }

    proptest! {
        /// Each follower has practice, a tie to whom it leans on, and leans on a claim that stood before the step.
        #[test]
        fn every_step_can_be_explained(states in world(), first in vec((0..8_u16, 0..3_u32), 0..5), gone in 0..8_u16, most in 0..9_usize) {
            let mut claims = Claims::default();
            for (state, round) in first {
                claims.assert(StateIx(state), round);
            }
            claims.withdraw(StateIx(gone));
            let before = claims.clone();
            let steps = claims.spread(&states, 4, most);
            prop_assert!(steps.len() <= most);
            prop_assert_eq!(claims.count(), before.count() + steps.len());
            for (who, on) in steps {
                let has = |a: StateIx, b| states[usize::from(a.0)].ties.contains(&b);
                prop_assert!(states[usize::from(who.0)].practice && before.get(who).is_none());
                prop_assert!(before.stands(on) && (has(who, on) || has(on, who)));
            }
        }

        /// Without a cap, spreading ends with every state that a chain of ties and practice reaches, and no other.
        #[test]
        fn spreading_ends_where_ties_and_practice_end(states in world(), start in 0..8_u16) {
            let mut claims = Claims::default();
            claims.assert(StateIx(start), 0);
            for round in 1..=8 {
                claims.spread(&states, round, usize::MAX);
            }
            let mut reached = [false; 8];
            reached[usize::from(start)] = true;
            for _ in 0..8 {
                for a in 0..8_u16 {
                    for b in 0..8_u16 {
                        let tied = states[usize::from(a)].ties.contains(&StateIx(b)) || states[usize::from(b)].ties.contains(&StateIx(a));
                        if reached[usize::from(a)] && tied && states[usize::from(b)].practice {
                            reached[usize::from(b)] = true;
                        }
                    }
                }
            }
            for (ix, reached) in (0..8).map(StateIx).zip(reached) {
                prop_assert_eq!(claims.stands(ix), reached);
            }
        }

        /// The order in which own acts of one round are told changes nothing.
        #[test]
        fn order_changes_nothing(states in world(), mut first in vec(0..8_u16, 0..5)) {
            let run = |first: &[u16]| {
                let mut claims = Claims::default();
                for &state in first {
                    claims.assert(StateIx(state), 1);
                }
                (claims.spread(&states, 2, 2), claims)
            };
            let there = run(&first);
            first.reverse();
            prop_assert_eq!(there, run(&first));
        }
    }
}
