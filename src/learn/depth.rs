//! Depths of play, as data: what of a seat is its person's in a round.

use crate::model::{Action, Role};
use crate::seat::SeatView;
use serde::Deserialize;
use std::sync::OnceLock;

/// How often a kind of action is the person's in a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Share {
    /// As often as the rules allow.
    Any,
    /// So many times.
    Most(usize),
    /// Never: it is left to the bot.
    None,
}

/// A depth of play.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Depth {
    /// Id.
    pub id: String,
    /// Options of decisions.
    pub choices: Share,
    /// Rulings.
    pub rulings: Share,
    /// Arguments.
    pub arguments: Share,
    /// Press checks.
    pub checks: Share,
    /// Side moves of parties and courts.
    pub moves: Share,
    /// Side moves of a seat that argues no side and judges nothing.
    pub moves_of_bystanders: Share,
    /// Attacks on arguments.
    pub attacks: Share,
    /// Offers.
    pub offers: Share,
    /// Answers to offers.
    pub answers: Share,
    /// Quotes of press claims.
    pub quotes: Share,
}

#[derive(Deserialize)]
#[serde(rename = "Depths", deny_unknown_fields)]
struct File {
    format: u32,
    depths: Vec<Depth>,
}

impl Depth {
    /// A depth that ships, by its id.
    ///
    /// # Panics
    /// Never: a test reads the file that is built in.
    #[must_use]
    pub fn shipped(id: &str) -> Option<&'static Self> {
        static SHIPPED: OnceLock<Vec<Depth>> = OnceLock::new();
        let all = SHIPPED.get_or_init(|| {
            let file: File =
                ron::from_str(include_str!("../../assets/learn/depths.ron")).expect("assets/learn is checked by a test");
            assert_eq!(file.format, 1, "assets/learn is checked by a test");
            file.depths
        });
        all.iter().find(|d| d.id == id)
    }

    /// Whether everything is the person's.
    #[must_use]
    pub fn is_full(&self) -> bool {
        let parties = [self.choices, self.rulings, self.arguments, self.checks, self.moves, self.moves_of_bystanders];
        let rest = [self.attacks, self.offers, self.answers, self.quotes];
        parties.into_iter().chain(rest).all(|share| share == Share::Any)
    }

    /// Whether an action is the person's, after what they have done in the round.
    #[must_use]
    pub fn leaves(&self, view: &SeatView, action: &Action) -> bool {
        let planned = |of: fn(&Action) -> bool| view.plan.iter().filter(|a| of(a)).count();
        let seat = &view.scenario.seats[view.seat.ix()];
        let bystander = seat.side.is_none() && seat.role != Role::Court;
        let (share, done) = match action {
            Action::Choose(..) => (self.choices, 0),
            Action::Rule(..) => (self.rulings, 0),
            Action::Argue(_) => {
                let pleaded = view.sitting.pleaded.iter().filter(|p| p.by == view.seat).count();
                (self.arguments, pleaded + planned(|a| matches!(a, Action::Argue(_))))
            }
            Action::Attack(..) => (self.attacks, view.sitting.attacked.len() + planned(|a| matches!(a, Action::Attack(..)))),
            Action::Check(_) => (self.checks, usize::from(view.checked_now)),
            Action::Quote(_) => (self.quotes, usize::from(view.quoted_now)),
            Action::Move(_) if bystander => (self.moves_of_bystanders, view.moved.len()),
            Action::Move(_) => (self.moves, view.moved.len()),
            Action::Offer(_) => (self.offers, planned(|a| matches!(a, Action::Offer(_)))),
            Action::Respond(..) => (self.answers, planned(|a| matches!(a, Action::Respond(..)))),
            // A plan may always be taken back and closed by whoever made it; that is not asked here.
            Action::Undo | Action::Close => (Share::None, 0),
        };
        match share {
            Share::Any => true,
            Share::Most(most) => done < most,
            Share::None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_depths_ship_and_the_full_one_leaves_everything() {
        assert!(Depth::shipped("guided").is_some());
        assert_eq!(Depth::shipped("none"), None);
        let full = Depth::shipped("full").unwrap();
        assert!(full.is_full() && !Depth::shipped("guided").unwrap().is_full());
        let s = crate::scenario::open("microsoft-ireland").unwrap().scenario;
        let mut m = crate::play::Match::new(s, 3, false);
        let seat = m.awaited()[0];
        let view = m.view(seat);
        for action in crate::seat::legal_actions(&view).iter().filter(|a| !matches!(a, Action::Undo | Action::Close)) {
            assert!(full.leaves(&view, action), "{action:?}");
        }
    }
}
