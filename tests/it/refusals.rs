//! Refusals, one by one: each names its rule and where that comes from, and changes nothing.

use super::table::{flagship, seat};
use comity::lang::Words;
use comity::model::{Action, Reading};
use comity::play::{Deed, Match, undeed};
use comity::seat::Why;
use std::sync::Arc;

struct Desk {
    m: Match,
}

impl Desk {
    /// A match that has come to round `round`, beat Plan, along history's path.
    fn at(round: u8) -> Self {
        let s = flagship();
        let mut m = Match::new(Arc::clone(&s), 1, true);
        let mut bots: Vec<_> = (0..s.seats.len()).map(|_| comity::bots::named("history", 1).unwrap()).collect();
        while m.clock().round < round || m.clock().beat < comity::model::Beat::Plan {
            let seat = m.awaited()[0];
            let view = m.view(seat);
            let play = bots[seat.ix()].play(&view);
            m.submit(seat, &play.action).unwrap();
        }
        Self { m }
    }

    fn act(&self, deed: &Deed) -> Action {
        undeed(self.m.scenario(), deed).expect("known ids")
    }

    /// The refusal of a deed: its reason, and its sentence.
    fn refused(&mut self, who: &str, deed: &Deed) -> (Why, String) {
        let s = Arc::clone(self.m.scenario());
        let action = self.act(deed);
        let before = (self.m.digest(), self.m.log().len());
        let refusal = self.m.submit(seat(&s, who), &action).expect_err("refused");
        assert_eq!(before, (self.m.digest(), self.m.log().len()), "nothing changes");
        let sentence = Words::english().say(&s, Reading::Full, &refusal.say(&s));
        assert!(!sentence.contains(['<', '{']), "{sentence}");
        (refusal.why, sentence)
    }
}

fn choose(d: &str, o: &str) -> Deed {
    Deed::Choose(d.into(), o.into())
}

#[test]
fn at_the_wrong_stage() {
    let mut desk = Desk::at(2);
    let (why, sentence) = desk.refused("doj", &choose("us-apply", "warrant"));
    assert!(matches!(why, Why::NotMet(_)), "{why:?}");
    assert!(sentence.contains("§ 2703"), "{sentence}");
}

#[test]
fn in_the_wrong_beat() {
    let mut desk = Desk::at(4);
    let (why, sentence) = desk.refused("microsoft", &choose("door-ms", "contempt"));
    assert_eq!(why, Why::Beat(comity::model::Beat::Answer));
    assert!(sentence.contains("402 U.S. 530"), "{sentence}");
}

#[test]
fn by_the_wrong_seat() {
    let mut desk = Desk::at(4);
    let (why, sentence) = desk.refused("ireland", &choose("door-us", "daily-fine"));
    assert_eq!(why, Why::NotYours);
    assert!(sentence.contains("402 U.S. 530"), "{sentence}");
    assert_eq!(desk.refused("microsoft", &Deed::Move("object".into())).0, Why::NotYours);
    assert_eq!(desk.refused("ireland", &Deed::Offer("narrowed-production".into())).0, Why::NotYours);
}

#[test]
fn before_and_after_its_time() {
    assert_eq!(Desk::at(2).refused("doj", &Deed::Move("push-reach".into())).0, Why::TooEarly(5));
    assert_eq!(Desk::at(4).refused("bench", &Deed::Move("ask-ireland".into())).0, Why::TooLate(3));
    assert_eq!(Desk::at(2).refused("doj", &Deed::Offer("narrowed-production".into())).0, Why::TooEarly(3));
    let (why, sentence) = Desk::at(7).refused("microsoft", &Deed::Move("over-claim".into()));
    assert_eq!(why, Why::TooLate(6));
    assert!(sentence.contains('6'), "{sentence}");
}

#[test]
fn out_of_scope() {
    let mut desk = Desk::at(2);
    // A reason that does not favour the side that gives it.
    let wrong = Deed::Argue("tool".into(), vec!["warrant-territorial".into()], None, false, None);
    assert!(matches!(desk.refused("doj", &wrong).0, Why::WrongFactor(_)));
    // A fact that is not on the record.
    let unproved = Deed::Argue("comity".into(), vec!["user-local".into()], None, false, None);
    assert!(matches!(desk.refused("doj", &unproved).0, Why::WrongFactor(_)));
    // An authority that is not one for this point, one decided later, and one that is nobody's.
    let other = Deed::Argue("tool".into(), vec!["subpoena-execution".into()], Some("bns-1982".into()), false, None);
    assert_eq!(desk.refused("doj", &other).0, Why::WrongAuthority);
    let later = Deed::Argue("reach".into(), vec!["statute-silent".into()], Some("apple-edny-2016".into()), false, None);
    assert_eq!(desk.refused("microsoft", &later).0, Why::NotYetDecided);
    // Only parties argue; only the court rules.
    let brief = Deed::Argue("comity".into(), vec!["treaty-route-available".into()], None, false, None);
    assert_eq!(desk.refused("ireland", &brief).0, Why::NotAParty);
    let ruling = Deed::Rule(comity::model::Side::Resist, vec!["statute-silent".into()]);
    assert_eq!(desk.refused("doj", &ruling).0, Why::NotYours);
    assert_eq!(desk.refused("bench", &ruling).0, Why::Beat(comity::model::Beat::Rule));
}

#[test]
fn with_an_unknown_id() {
    let s = flagship();
    for deed in [
        choose("us-aply", "warrant"),
        choose("us-apply", "warant"),
        Deed::Move("bribe".into()),
        Deed::Offer("money".into()),
        Deed::Check("000-nothing".into()),
        Deed::Rule(comity::model::Side::Compel, vec!["because".into()]),
    ] {
        assert!(undeed(&s, &deed).is_err(), "{deed:?}");
    }
    let mut m = Match::new(Arc::clone(&s), 1, false);
    let far = Action::Choose(comity::model::DecisionIx(999), 0);
    let doj = m.awaited()[0];
    assert!(matches!(m.submit(doj, &far).unwrap_err().why, Why::Unknown(_)));
    let nobody = comity::model::SeatIx(77);
    assert!(matches!(m.submit(nobody, &Action::Close).unwrap_err().why, Why::Unknown(_)));
}

#[test]
fn without_effort_twice_and_unfinished() {
    let mut desk = Desk::at(2);
    let doj = seat(desk.m.scenario(), "doj");
    let (why, _) = desk.refused("microsoft", &Deed::Undo);
    assert_eq!(why, Why::NothingToUndo);
    let investigate = desk.act(&Deed::Move("investigate".into()));
    desk.m.submit(doj, &investigate).unwrap();
    assert_eq!(desk.refused("doj", &Deed::Move("investigate".into())).0, Why::OnceARound);
    let call = desk.act(&Deed::Move("ministers-call".into()));
    let request = desk.act(&Deed::Move("treaty-request".into()));
    desk.m.submit(doj, &call).unwrap();
    desk.m.submit(doj, &request).unwrap();
    let plead = Deed::Argue("reach".into(), vec!["domestic-company".into()], None, false, None);
    assert_eq!(desk.refused("doj", &plead).0, Why::Effort(1, 0));
    desk.m.submit(doj, &Action::Close).unwrap();
    assert_eq!(desk.refused("doj", &Deed::Undo).0, Why::Closed);
    // A decision that must be taken keeps a plan open, and the refusal says which.
    let mut door = Desk::at(4);
    let (why, sentence) = door.refused("doj", &Deed::Close);
    assert!(matches!(why, Why::MustDecide(_)));
    assert!(!sentence.is_empty());
}

#[test]
fn twice_in_one_plan_what_may_be_done_once() {
    let s = flagship();
    let mut desk = Desk { m: Match::new(Arc::clone(&s), 1, true) };
    let doj = seat(&s, "doj");
    let treaty = desk.act(&choose("us-apply", "treaty-instead"));
    desk.m.submit(doj, &treaty).unwrap();
    let (why, sentence) = desk.refused("doj", &Deed::Move("treaty-request".into()));
    assert!(matches!(why, Why::NotMet(_)));
    assert!(sentence.contains("treaty"), "{sentence}");
}
