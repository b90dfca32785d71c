//! What a court held when its judges agreed on the outcome and not on the reason.

use crate::model::FactorSet;

/// The reason a divided majority leaves behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    /// One reason contains all the others: it is the holding.
    Contained(FactorSet),
    /// None contains the others: the result alone binds, on all that favoured the winner.
    Result(FactorSet),
}

impl Ground {
    /// The factors that bind.
    #[must_use]
    pub const fn reason(&self) -> &FactorSet {
        match self {
            Self::Contained(reason) | Self::Result(reason) => reason,
        }
    }
}

/// The holding of a plurality: the largest reason, where it contains the others; else the result on all the winner's
/// factors (`winning`, X^s). Never what the reasons have in common: fewer factors would bind more.
///
/// `None` where no winning judge gave a reason.
///
/// Source: *Marks v. United States* (1977), narrowest ground; the factor form of it is our construction.
#[must_use]
pub fn plurality(reasons: &[FactorSet], winning: &FactorSet) -> Option<Ground> {
    let largest = reasons.iter().filter(|reason| !reason.is_empty()).max_by_key(|reason| reason.len())?;
    let contains = reasons.iter().all(|reason| reason.is_subset(largest));
    Some(if contains { Ground::Contained(largest.clone()) } else { Ground::Result(winning.clone()) })
}

#[cfg(test)]
mod tests {
    use super::super::fixture::set;
    use super::*;

    #[test]
    fn the_reason_that_contains_the_others_is_the_holding() {
        let found = plurality(&[set(&[0]), set(&[0, 1]), set(&[1])], &set(&[0, 1, 2]));
        assert_eq!(found, Some(Ground::Contained(set(&[0, 1]))));
    }

    #[test]
    fn reasons_that_part_leave_the_result_alone() {
        let found = plurality(&[set(&[0, 1]), set(&[1, 2])], &set(&[0, 1, 2, 3]));
        assert_eq!(found, Some(Ground::Result(set(&[0, 1, 2, 3]))));
    }

    #[test]
    fn a_silent_majority_holds_nothing() {
        assert_eq!(plurality(&[], &set(&[0])), None);
        assert_eq!(plurality(&[set(&[])], &set(&[0])), None);
    }
}
