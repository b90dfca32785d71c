//! Persuasive weight: what a holding that binds nobody here is worth to a court that is free.
//!
//! A foreign holding may be read, cited and followed; it never binds. Its weight is told as its parts, each with its
//! reason. The sum serves to put the heaviest first and for nothing else: no [`Weight`] enters
//! [`ruling`](super::precedent::ruling()), and none can be turned into a [`Constraint`](super::precedent::Constraint).
//!
//! | Part | Points | Scale |
//! |---|---|---|
//! | rank | 0–4 | magistrate 0, trial 1, appeal 2, full bench 3, supreme or above states 4 |
//! | likeness | 0–6 | a point for each shared factor up to 3, and 3 less the relevant differences |
//! | family | 0–1 | the same legal tradition |
//! | ties | 0–2 | the same legal order 2; a treaty or settled practice between the two 1 |
//! | age | 0–2 | decided within 5 years 2, within 15 years 1 |
//!
//! What was stayed, vacated or superseded may be read and weighs nothing; what was reversed or overruled is not listed:
//! there the newer decision speaks. The points are a model made for teaching, not a measure that any court has adopted.

use super::precedent::{CaseBase, CaseIx, CourtIx, Day, Own, Precedent, QuestionIx, Standing, differences};
use crate::model::{Arg, FactorSet, Family, Law, Level, Say, Side};
use std::cmp::Reverse;

/// Days of five years, and of fifteen.
const RECENT: i32 = 1826;
const SETTLED: i32 = 5479;
/// Shared factors, and relevant differences, beyond this many make no further odds.
const LIKENESS: usize = 3;

/// A legal order, as far as weight depends on it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Home {
    family: Family,
    /// Orders, by position, that it names as tied to it.
    ties: Vec<usize>,
}

/// Where each court stands and to which legal order it belongs: what weight needs to know of the law.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forums {
    /// Rank and legal order of each court, by [`CourtIx`].
    courts: Vec<(Level, usize)>,
    orders: Vec<Home>,
}

impl From<&Law> for Forums {
    fn from(law: &Law) -> Self {
        let place = |id: &String| law.orders.iter().position(|order| order.id == *id);
        let home =
            |order: &crate::model::Order| Home { family: order.family, ties: order.ties.iter().filter_map(place).collect() };
        Self {
            courts: law.courts.iter().map(|court| (court.level, court.order)).collect(),
            orders: law.orders.iter().map(home).collect(),
        }
    }
}

impl Forums {
    /// Forums given directly: rank and order of each court; family and ties of each order.
    #[cfg(test)]
    pub(crate) fn new(courts: &[(Level, usize)], orders: &[(Family, &[usize])]) -> Self {
        let home = |&(family, ties): &(Family, &[usize])| Home { family, ties: ties.to_vec() };
        Self { courts: courts.to_vec(), orders: orders.iter().map(home).collect() }
    }

    fn level(&self, court: CourtIx) -> Option<Level> {
        self.courts.get(usize::from(court.0)).map(|&(level, _)| level)
    }

    fn home(&self, court: CourtIx) -> Option<(usize, &Home)> {
        let &(_, order) = self.courts.get(usize::from(court.0))?;
        Some((order, self.orders.get(order)?))
    }
}

/// One aspect of persuasive weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// Where the court that decided stands.
    Rank,
    /// How like the facts are.
    Likeness,
    /// Whether the two orders think alike.
    Family,
    /// Whether the two orders deal with one another.
    Ties,
    /// How long ago it was decided.
    Age,
}

/// One part of a weight, with its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What is weighed.
    pub aspect: Aspect,
    /// Points, on the scale of the module.
    pub points: u8,
    /// The most this aspect can give.
    pub most: u8,
    /// Why.
    pub because: Say,
}

/// What a holding weighs: its parts. The total is for ordering only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weight([Part; 5]);

impl Weight {
    /// The parts, in a fixed order.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    /// The sum, by which lists are ordered. It decides nothing.
    #[must_use]
    pub fn total(&self) -> u8 {
        self.0.iter().map(|part| part.points).sum()
    }
}

/// A holding that does not bind the court asked, as it may persuade it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    /// The case.
    pub case: CaseIx,
    /// The side it was decided for.
    pub side: Side,
    /// D(c, X): what a court may point at to differ from it.
    pub differences: FactorSet,
    /// What it has become by the day.
    pub standing: Standing,
    /// Its weight; none where it may be read only.
    pub weight: Option<Weight>,
}

/// What may persuade `court`, asked `question` on `facts` at `day`: fewest relevant differences first, then the heaviest,
/// then the newest. `forums` gives rank, family and ties; its courts are those of the base, in the same order.
///
/// Listed is every earlier decision of a court whose holdings do not bind this one, and what its own line once held and
/// lost. Whether the court is free at all is for [`ruling`](super::precedent::ruling()) to say.
#[must_use]
pub fn authorities(
    base: &CaseBase,
    forums: &Forums,
    court: CourtIx,
    question: QuestionIx,
    facts: &FactorSet,
    day: Day,
) -> Vec<Authority> {
    let mut list: Vec<Authority> = base
        .on_question(question)
        .iter()
        .map(|&ix| (ix, base.case(ix)))
        .filter(|(_, case)| case.decided_on < day && !(case.is_live(day) && binds(base, court, case, day)))
        .map(|(ix, case)| Authority {
            case: ix,
            side: case.side,
            differences: differences(base, case, facts),
            standing: case.standing(day),
            weight: case.is_live(day).then(|| weigh(base, forums, court, case, facts, day)),
        })
        .filter(|found| !matches!(found.standing, Standing::Reversed | Standing::Overruled))
        .collect();
    list.sort_by_cached_key(|found| {
        let total = found.weight.as_ref().map(Weight::total);
        (found.differences.len(), Reverse(total), Reverse(base.case(found.case).decided_on), found.case)
    });
    list
}

/// The heaviest authority against deciding for `side`: what a court that is free has to account for, by following it or
/// by naming a difference. Nearest first among equals; none where nothing of weight stands on the other side.
#[must_use]
pub fn heaviest_against(list: &[Authority], side: Side) -> Option<&Authority> {
    let weight = |found: &Authority| found.weight.as_ref().map(Weight::total);
    let adverse = list.iter().filter(|found| found.side != side && found.weight.is_some());
    adverse.rev().max_by_key(|found| weight(found))
}

/// Whether a ruling for `side` because of `reason` accounts for an authority: it follows it, or it relies on something
/// that stands here against it and was not there.
///
/// A difference that is only missing here cannot be part of a reason, which is made of facts that are present. Where the
/// reason that authority rested on is not all here, its premise fails and nothing need be said.
#[must_use]
pub fn accounts_for(base: &CaseBase, authority: &Authority, facts: &FactorSet, side: Side, reason: &FactorSet) -> bool {
    let premise_fails = !base.case(authority.case).reason.is_subset(facts);
    authority.side == side || premise_fails || reason.intersects(&authority.differences)
}

/// Whether a court's holdings bind the court asked, or are its own and count.
fn binds(base: &CaseBase, court: CourtIx, case: &Precedent, day: Day) -> bool {
    let own = || case.court == court && base.courts().get(usize::from(court.0)).is_some_and(|court| court.own != Own::Not);
    case.binds && (base.is_bound_by(court, case.court, case.decided_on, day) || own())
}

fn weigh(base: &CaseBase, forums: &Forums, court: CourtIx, case: &Precedent, facts: &FactorSet, day: Day) -> Weight {
    Weight([
        rank(forums, case),
        likeness(base, case, facts),
        family(forums, court, case.court),
        ties(forums, court, case.court),
        age(case, day),
    ])
}

fn rank(forums: &Forums, case: &Precedent) -> Part {
    let (points, key) = match forums.level(case.court) {
        None | Some(Level::Magistrate) => (0, "persuasion-rank-magistrate"),
        Some(Level::Trial) => (1, "persuasion-rank-trial"),
        Some(Level::Appeal) => (2, "persuasion-rank-appeal"),
        Some(Level::EnBanc) => (3, "persuasion-rank-full"),
        Some(Level::Supreme) => (4, "persuasion-rank-supreme"),
        Some(Level::Supranational) => (4, "persuasion-rank-union"),
    };
    Part { aspect: Aspect::Rank, points, most: 4, because: Say::new(key) }
}

fn likeness(base: &CaseBase, case: &Precedent, facts: &FactorSet) -> Part {
    let (shared, differ) = (case.facts.intersection(facts).len(), differences(base, case, facts).len());
    let points = shared.min(LIKENESS) + (LIKENESS - differ.min(LIKENESS));
    let count = |n: usize| Arg::Num(i64::try_from(n).unwrap_or(i64::MAX));
    let because = Say::new("persuasion-likeness").with("shared", count(shared)).with("differ", count(differ));
    Part { aspect: Aspect::Likeness, points: u8::try_from(points).unwrap_or(u8::MAX), most: 6, because }
}

fn family(forums: &Forums, here: CourtIx, there: CourtIx) -> Part {
    let alike = matches!((forums.home(here), forums.home(there)), (Some((_, a)), Some((_, b))) if a.family == b.family);
    let key = if alike { "persuasion-family-same" } else { "persuasion-family-other" };
    Part { aspect: Aspect::Family, points: u8::from(alike), most: 1, because: Say::new(key) }
}

fn ties(forums: &Forums, here: CourtIx, there: CourtIx) -> Part {
    let (points, key) = match (forums.home(here), forums.home(there)) {
        (Some((a, _)), Some((b, _))) if a == b => (2, "persuasion-ties-same"),
        // A tie that either pack records is a tie.
        (Some((a, of_a)), Some((b, of_b))) if of_a.ties.contains(&b) || of_b.ties.contains(&a) => (1, "persuasion-ties-some"),
        _ => (0, "persuasion-ties-none"),
    };
    Part { aspect: Aspect::Ties, points, most: 2, because: Say::new(key) }
}

fn age(case: &Precedent, day: Day) -> Part {
    let days = day.0.saturating_sub(case.decided_on.0);
    let points = u8::from(days <= RECENT) + u8::from(days <= SETTLED);
    let because = Say::new("persuasion-age").with("day", Arg::Day(case.decided_on));
    Part { aspect: Aspect::Age, points, most: 2, because }
}

#[cfg(test)]
mod tests {
    use super::super::precedent::fixture::{ABOVE, BESIDE, HERE, NOW, QUESTION, TOP, case, courts, set, sides};
    use super::*;

    /// Three courts at home under common law, and one abroad under the law of another family.
    fn forums(tied: bool) -> Forums {
        let courts = [(Level::Supreme, 0), (Level::Appeal, 0), (Level::Trial, 0), (Level::Supreme, 1)];
        let abroad: &[usize] = if tied { &[0] } else { &[] };
        Forums::new(&courts, &[(Family::CommonLaw, &[]), (Family::CivilLaw, abroad)])
    }

    fn ask(cases: Vec<Precedent>, facts: &[u16]) -> Vec<Authority> {
        let base = CaseBase::new(sides(), courts(), cases).expect("valid");
        authorities(&base, &forums(true), HERE, QUESTION, &set(facts), NOW)
    }

    #[test]
    fn weight_is_told_as_its_parts() {
        let found = ask(vec![case(BESIDE, 10, &[0, 1, 4], &[0], Side::Compel)], &[0, 4, 5]);
        let weight = found[0].weight.as_ref().expect("live");
        let parts: Vec<(Aspect, u8)> = weight.parts().iter().map(|p| (p.aspect, p.points)).collect();
        // Shared: 0 and 4. One difference: 5 stands against it here.
        let expected = [(Aspect::Rank, 4), (Aspect::Likeness, 4), (Aspect::Family, 0), (Aspect::Ties, 1), (Aspect::Age, 2)];
        assert_eq!(parts, expected);
        assert_eq!(weight.total(), 11);
        assert_eq!(found[0].differences, set(&[5]));
    }

    #[test]
    fn what_binds_is_not_persuasion() {
        let at = |court| ask(vec![case(court, 10, &[0], &[0], Side::Compel)], &[0]).len();
        assert_eq!([at(TOP), at(ABOVE), at(HERE), at(BESIDE)], [0, 0, 0, 1]);
        let nobody = Precedent { binds: false, ..case(HERE, 10, &[0], &[0], Side::Compel) };
        assert_eq!(ask(vec![nobody], &[0]).len(), 1);
    }

    #[test]
    fn what_fell_is_read_or_gone() {
        let after = |court, standing| {
            let history = vec![(Day(20), standing)];
            let found = ask(vec![Precedent { history, ..case(court, 10, &[0], &[0], Side::Compel) }], &[0]);
            found.first().map(|found| found.weight.is_some())
        };
        assert_eq!(after(BESIDE, Standing::Vacated), Some(false));
        assert_eq!(after(ABOVE, Standing::Vacated), Some(false));
        assert_eq!(after(BESIDE, Standing::Superseded), Some(false));
        assert_eq!(after(BESIDE, Standing::Reversed), None);
        assert_eq!(after(BESIDE, Standing::Overruled), None);
        assert_eq!(after(BESIDE, Standing::Distinguished), Some(true));
    }

    #[test]
    fn age_and_ties_count() {
        let cases =
            [NOW.0 - RECENT, NOW.0 - RECENT - 1, NOW.0 - SETTLED - 1].map(|day| case(BESIDE, day, &[0], &[0], Side::Compel));
        let points: Vec<u8> = cases.iter().map(|case| age(case, NOW).points).collect();
        assert_eq!(points, [2, 1, 0]);
        assert_eq!(ties(&forums(false), HERE, BESIDE).points, 0);
        assert_eq!(ties(&forums(true), HERE, BESIDE).points, 1);
        assert_eq!(ties(&forums(false), HERE, TOP).points, 2);
    }

    #[test]
    fn the_heaviest_adverse_authority_is_followed_or_met() {
        let cases = vec![case(BESIDE, 10, &[0, 4], &[0], Side::Compel), case(BESIDE, 10, &[1], &[1], Side::Compel)];
        let base = CaseBase::new(sides(), courts(), cases).expect("valid");
        let facts = set(&[0, 1, 4, 5]);
        let list = authorities(&base, &forums(true), HERE, QUESTION, &facts, NOW);
        let heaviest = heaviest_against(&list, Side::Resist).expect("one stands against");
        assert_eq!(heaviest.case, CaseIx(0));
        assert_eq!(heaviest_against(&list, Side::Compel), None);
        let accounts = |side, reason: &[u16]| accounts_for(&base, heaviest, &facts, side, &set(reason));
        assert!(accounts(Side::Compel, &[1]));
        assert!(accounts(Side::Resist, &[5]));
        assert!(!accounts(Side::Resist, &[4]));
    }
}
