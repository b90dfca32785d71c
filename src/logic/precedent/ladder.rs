//! The worked ladder: what bound whom while *Microsoft* climbed (829 F.3d 197),
//! and why Philadelphia was free to disagree.

use super::{
    CaseBase, CaseIx, Clash, Constraint, Court, CourtIx, Day, Mode, Own, Persuasive, Precedent, QuestionIx, Standing, Vertical,
    ruling,
};
use crate::model::{FactorIx, FactorSet, Side};

const QUESTION: QuestionIx = QuestionIx(0);

const SUPREME: CourtIx = CourtIx(0);
const SECOND_CIRCUIT: CourtIx = CourtIx(1);
const THIRD_CIRCUIT: CourtIx = CourtIx(2);
const NEW_YORK: CourtIx = CourtIx(3);
const PHILADELPHIA: CourtIx = CourtIx(4);

const MAGISTRATE: CaseIx = CaseIx(0);
const CHIEF_JUDGE: CaseIx = CaseIx(1);
const PANEL: CaseIx = CaseIx(2);
const GOOGLE_MAGISTRATE: CaseIx = CaseIx(3);
const GOOGLE_JUDGE: CaseIx = CaseIx(4);

const FACTORS: [(&str, Side); 23] = [
    ("domestic-company", Side::Compel),
    ("possession-custody-control", Side::Compel),
    ("stored-abroad", Side::Resist),
    ("disclosure-in-forum", Side::Compel),
    ("location-follows-user", Side::Resist),
    ("location-self-declared", Side::Compel),
    ("user-foreign-or-unknown", Side::Resist),
    ("serious-crime", Side::Compel),
    ("statute-silent", Side::Resist),
    ("judicial-probable-cause", Side::Compel),
    ("warrant-territorial", Side::Resist),
    ("subpoena-execution", Side::Compel),
    ("content-sought", Side::Resist),
    ("caretaker-of-customer-papers", Side::Resist),
    ("narrow-request", Side::Compel),
    ("treaty-route-available", Side::Resist),
    ("reciprocity-risk", Side::Resist),
    ("remote-access-from-forum", Side::Compel),
    ("treaty-route-inadequate", Side::Compel),
    ("acts-needed-abroad", Side::Resist),
    ("location-by-provider", Side::Compel),
    ("user-local", Side::Compel),
    ("local-crime-or-harm", Side::Compel),
];

/// What every *Microsoft* court found on the record.
const DUBLIN: &str = "domestic-company possession-custody-control stored-abroad \
    disclosure-in-forum location-follows-user location-self-declared \
    user-foreign-or-unknown serious-crime statute-silent judicial-probable-cause \
    warrant-territorial subpoena-execution content-sought \
    caretaker-of-customer-papers narrow-request treaty-route-available reciprocity-risk";

/// What both Philadelphia judges found.
const PENNSYLVANIA: &str = "domestic-company possession-custody-control stored-abroad \
    remote-access-from-forum disclosure-in-forum location-by-provider statute-silent \
    judicial-probable-cause warrant-territorial subpoena-execution content-sought \
    caretaker-of-customer-papers narrow-request user-local local-crime-or-harm";

fn set(names: &str) -> FactorSet {
    let place = |name| FACTORS.iter().position(|&(known, _)| known == name);
    names
        .split_whitespace()
        .map(|name| place(name).unwrap_or_else(|| panic!("no factor {name}")))
        .map(|index| FactorIx(u16::try_from(index).expect("few factors")))
        .collect()
}

/// Days since 1 March of year 0.
fn day(date: &str) -> Day {
    let parts: Vec<i32> = date.split('-').map(|p| p.parse().expect(date)).collect();
    // Years that begin in March end with the leap day.
    let (month, year) = ((parts[1] + 9) % 12, parts[0] - i32::from(parts[1] <= 2));
    let leaps = year / 4 - year / 100 + year / 400;
    Day(365 * year + leaps + (month * 153 + 2) / 5 + parts[2] - 1)
}

fn court(reviewed_by: &[CourtIx], own: Own) -> Court {
    Court {
        reviewed_by: reviewed_by.to_vec(),
        bound_by: None,
        bound_until: vec![],
        freed_after: vec![],
        asks: vec![],
        own,
        vertical: Vertical::Strict,
        clash: Clash::Earliest,
    }
}

fn case((court, date, side): (CourtIx, &str, Side), (facts, reason): (&str, &str), history: &[(&str, Standing)]) -> Precedent {
    Precedent {
        question: QUESTION,
        court,
        decided_on: day(date),
        facts: set(facts).union(&set(reason)),
        reason: set(reason),
        side,
        history: history.iter().map(|&(on, what)| (day(on), what)).collect(),
        binds: court == SECOND_CIRCUIT,
    }
}

fn base() -> CaseBase {
    let courts = vec![
        court(&[], Own::MayDistinguish),
        court(&[SUPREME], Own::UntilEnBanc),
        court(&[SUPREME], Own::UntilEnBanc),
        court(&[SECOND_CIRCUIT], Own::Not),
        court(&[THIRD_CIRCUIT], Own::Not),
    ];
    let undone = [("2016-07-14", Standing::Reversed), ("2018-04-17", Standing::Vacated)];
    let statute = ("2018-03-23", Standing::Superseded);
    let moot = [statute, ("2018-04-17", Standing::Vacated)];
    let cases = vec![
        case(
            (NEW_YORK, "2014-04-25", Side::Compel),
            (
                DUBLIN,
                "subpoena-execution judicial-probable-cause possession-custody-control \
                 remote-access-from-forum treaty-route-inadequate",
            ),
            &undone,
        ),
        case((NEW_YORK, "2014-07-31", Side::Compel), (DUBLIN, "possession-custody-control domestic-company"), &undone),
        case(
            (SECOND_CIRCUIT, "2016-07-14", Side::Resist),
            (
                DUBLIN,
                "statute-silent warrant-territorial stored-abroad acts-needed-abroad \
                 content-sought caretaker-of-customer-papers",
            ),
            &moot,
        ),
        case(
            (PHILADELPHIA, "2017-02-03", Side::Compel),
            (PENNSYLVANIA, "disclosure-in-forum remote-access-from-forum location-by-provider"),
            &[statute],
        ),
        case(
            (PHILADELPHIA, "2017-08-17", Side::Compel),
            (PENNSYLVANIA, "domestic-company disclosure-in-forum location-by-provider"),
            &[statute],
        ),
    ];
    let sides = FACTORS.iter().map(|&(_, side)| side).collect();
    CaseBase::new(sides, courts, cases).expect("the ladder is a base")
}

fn ask(court: CourtIx, date: &str, facts: &FactorSet) -> Constraint {
    ruling(&base(), court, QUESTION, facts, day(date))
}

fn by_panel(mode: Mode) -> Constraint {
    Constraint::Forced { side: Side::Resist, mode, holdings: vec![PANEL] }
}

fn reading(constraint: Constraint) -> Vec<Persuasive> {
    match constraint {
        Constraint::Free { persuasive } => persuasive,
        other => panic!("not free: {other:?}"),
    }
}

fn read(constraint: Constraint) -> Vec<CaseIx> {
    reading(constraint).iter().map(|entry| entry.case).collect()
}

/// The facts as the panel saw them, and something new for the government.
fn dublin_again() -> FactorSet {
    set(DUBLIN).union(&set("acts-needed-abroad user-local remote-access-from-forum"))
}

#[test]
fn days_count_days() {
    assert_eq!(day("2016-03-01").0 - day("2016-02-28").0, 2);
    assert_eq!(day("2017-03-01").0 - day("2017-02-28").0, 1);
    assert_eq!(day("2018-01-01").0 - day("2017-01-01").0, 365);
    assert_eq!(day("2018-01-01").0 - day("2017-12-31").0, 1);
}

#[test]
fn the_panel_binds_new_york_from_the_day_after() {
    let facts = dublin_again();
    assert!(ask(NEW_YORK, "2016-07-14", &facts).forced().is_none());
    for date in ["2016-07-15", "2017-02-01", "2018-03-22"] {
        assert_eq!(ask(NEW_YORK, date, &facts), by_panel(Mode::Vertical));
    }
}

#[test]
fn the_panel_binds_the_next_panel_on_the_same_facts() {
    let facts = set(DUBLIN).union(&set("acts-needed-abroad"));
    let next = ask(SECOND_CIRCUIT, "2017-02-01", &facts);
    assert_eq!(next, by_panel(Mode::Horizontal));
    let distinguished = ask(SECOND_CIRCUIT, "2017-02-01", &dublin_again());
    assert_eq!(distinguished.forced(), None);
}

#[test]
fn the_statute_and_the_vacatur_free_new_york() {
    for date in ["2018-03-23", "2018-04-18"] {
        let list = read(ask(NEW_YORK, date, &dublin_again()));
        assert!(list.contains(&PANEL));
    }
    let list = reading(ask(NEW_YORK, "2018-04-18", &dublin_again()));
    let panel = list.iter().find(|entry| entry.case == PANEL);
    assert_eq!(panel.map(|entry| entry.standing), Some(Standing::Vacated));
}

#[test]
fn philadelphia_may_read_the_panel_and_is_free() {
    for facts in [set(PENNSYLVANIA), dublin_again()] {
        // What the panel reversed is no longer reading; the day's own ruling is not yet.
        assert_eq!(read(ask(PHILADELPHIA, "2017-02-03", &facts)), [PANEL]);
        assert_eq!(read(ask(THIRD_CIRCUIT, "2017-02-03", &facts)), [PANEL]);
    }
}

#[test]
fn a_single_judge_binds_nobody() {
    let before = read(ask(NEW_YORK, "2016-07-13", &set(DUBLIN)));
    assert_eq!(before, [CHIEF_JUDGE, MAGISTRATE]);
    let review = read(ask(PHILADELPHIA, "2017-08-17", &set(PENNSYLVANIA)));
    assert_eq!(review, [GOOGLE_MAGISTRATE, PANEL]);
    let next = read(ask(PHILADELPHIA, "2018-01-01", &set(PENNSYLVANIA)));
    assert_eq!(next, [GOOGLE_JUDGE, GOOGLE_MAGISTRATE, PANEL]);
}

#[test]
fn without_the_acts_abroad_new_york_is_free_too() {
    let list = read(ask(NEW_YORK, "2017-09-01", &set(PENNSYLVANIA)));
    assert_eq!(list[2], PANEL);
}
