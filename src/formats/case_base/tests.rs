use super::*;
use crate::logic::precedent::{Constraint, conflicts, ruling};

fn ok(text: &str) -> CaseBase {
    read(&Source::new("test", text))
        .unwrap_or_else(|found| panic!("{}", crate::diagnostic::render_text(&found, crate::diagnostic::Style::Plain)))
}

/// Messages and the words they point at.
fn faults(text: &str) -> Vec<(String, String)> {
    let source = Source::new("test", text);
    let found = read(&source).expect_err("faults");
    found.into_iter().map(|d| (d.message, d.span.map_or_else(String::new, |span| source.slice(span).to_owned()))).collect()
}

const FACTORS: &str = r#"factors: [Factor(id: "F1", side: Resist), Factor(id: "F2", side: Compel, text: "two")],"#;

fn with(rest: &str) -> String {
    format!("CaseBase({FACTORS} {rest})")
}

#[test]
fn all_but_id_side_and_facts_may_be_left_out() {
    let base = ok(&with(r#"cases: [Case(id: "c", facts: ["F1", "F2"], side: Resist)]"#));
    assert_eq!((base.courts.len(), base.questions.as_slice()), (1, &[String::new()][..]));
    let case = base.base.case(kernel::CaseIx(0));
    assert_eq!(base.ids(&case.reason), ["F1"], "the reason is all that favoured the winner");
    // One court that may distinguish its own holdings: it is bound by them a fortiori.
    let same = ruling(&base.base, CourtIx(0), QuestionIx(0), &case.facts, Date(i32::MAX));
    assert_eq!(same.forced(), Some(Side::Resist));
    let other: FactorSet = [FactorIx(1)].into_iter().collect();
    assert!(matches!(ruling(&base.base, CourtIx(0), QuestionIx(0), &other, Date(i32::MAX)), Constraint::Free { .. }));
}

#[test]
fn the_example_of_the_documentation_is_read() {
    let base = ok(
        r#"CaseBase(factors: [Factor(id: "F1", side: Resist, text: "…")], courts: [Court(id: "k", reviewed_by: ["k2"], bound_by: [], asks: [], own: MayDistinguish, vertical: Strict, clash: Earliest), Court(id: "k2")], cases: [Case(id: "c1", question: "q", court: "k", decided_on: "2014-04-25", facts: ["F1"], reason: ["F1"], side: Resist, status: [("2018-04-17", Vacated)])])"#,
    );
    assert_eq!(base.questions, ["q"]);
    assert!(!base.base.live(kernel::CaseIx(0), Date::parse("2018-04-17").unwrap()));
    assert!(!base.base.is_bound(CourtIx(0), CourtIx(1)), "an empty `bound_by` is nobody's holdings");
}

#[test]
fn what_binds_only_up_to_a_day() {
    let base = ok(
        r#"CaseBase(factors: [Factor(id: "F", side: Compel)], courts: [Court(id: "k", bound_by: ["up"], bound_until: [("up", "2020-12-31")]), Court(id: "up")],
            cases: [Case(id: "old", court: "up", decided_on: "2020-12-31", facts: ["F"], side: Compel), Case(id: "new", court: "up", decided_on: "2021-01-01", facts: ["F"], side: Compel)])"#,
    );
    let facts: FactorSet = [FactorIx(0)].into_iter().collect();
    let found = ruling(&base.base, CourtIx(0), QuestionIx(0), &facts, Date(i32::MAX));
    assert_eq!(found, Constraint::Forced { side: Side::Compel, mode: kernel::Mode::Vertical, holdings: vec![kernel::CaseIx(0)] });
}

#[test]
fn an_empty_losing_side_forces_only_where_nothing_opposes() {
    let base = ok(&with(r#"cases: [Case(id: "c", facts: ["F2"], side: Compel)]"#));
    let ask = |facts: &[u16]| {
        let facts: FactorSet = facts.iter().copied().map(FactorIx).collect();
        ruling(&base.base, CourtIx(0), QuestionIx(0), &facts, Date(i32::MAX)).forced()
    };
    assert_eq!(ask(&[1]), Some(Side::Compel));
    assert_eq!(ask(&[0, 1]), None);
    assert!(conflicts(&base.base, None).is_empty());
}

#[test]
fn every_fault_is_found_in_one_pass_with_its_word() {
    let found = faults(&with(
        r#"courts: [Court(id: "k"), Court(id: "k2", reviewed_by: ["kk"])], cases: [
            Case(id: "c1", court: "k3", facts: ["F1"], side: Resist),
            Case(id: "c1", court: "k", facts: ["F3", "F1"], reason: ["F2"], side: Resist),
            Case(id: "c2", court: "k", facts: ["F1"], reason: [], side: Resist),
            Case(id: "c3", court: "k", facts: ["F1"], side: Compel),
            Case(id: "c4", facts: ["F1"], side: Resist),
            Case(id: "c5", court: "F1", facts: ["F1", "k"], side: Resist, decided_on: "2014-01-01", status: [("2013-01-01", Vacated)]),
        ]"#,
    ));
    let found: Vec<(&str, &str)> = found.iter().map(|(m, w)| (m.as_str(), w.as_str())).collect();
    let expected = [
        ("there are two cases called `c1`", "\"c1\""),
        ("there is no court called `kk`", "\"kk\""),
        ("there is no court called `k3`", "\"k3\""),
        ("there is no factor called `F3`", "\"F3\""),
        ("`F2` cannot be a reason of `c1`: it favours the side that lost", "\"F2\""),
        ("the reason of `c2` is empty", "[]"),
        ("`c3` has no reason: none of its facts favours the winner", "[\"F1\"]"),
        ("`c4` does not say which court decided it, and there are several", "\"c4\""),
        ("there is no court called `F1`", "\"F1\""),
        ("there is no factor called `k`", "\"k\""),
        ("the status of `c5` changes on 2013-01-01, before 2014-01-01", "\"2013-01-01\""),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_factor_on_two_sides_and_courts_in_a_circle_are_refused() {
    let found = faults(r#"CaseBase(factors: [Factor(id: "F", side: Resist), Factor(id: "F", side: Compel)])"#);
    assert_eq!(found[0].0, "there are two factors called `F`");
    let found = faults(r#"CaseBase(courts: [Court(id: "a", reviewed_by: ["b"]), Court(id: "b", reviewed_by: ["a"])])"#);
    assert_eq!(found[0].0, "court `a` is, through others, above itself");
}

#[test]
fn advice_names_the_likely_word_or_the_other_kind() {
    let text =
        with(r#"courts: [Court(id: "appeal")], cases: [Case(id: "c", court: "apeal", facts: ["appeal", "F1"], side: Resist)]"#);
    let found = read(&Source::new("test", text.as_str())).expect_err("faults");
    let help: Vec<&str> = found.iter().filter_map(|d| d.help.as_deref()).collect();
    assert_eq!(help, ["did you mean `appeal`?", "`appeal` is a court, not a factor"]);
}

#[test]
fn of_a_thousand_faults_fifty_are_shown() {
    let cases: Vec<String> =
        (0..1000).map(|i| format!("Case(id: \"c{i}\", facts: [\"nothing\"], side: Compel, reason: [\"F2\"]),")).collect();
    let cases = cases.concat();
    let found = faults(&with(&format!("cases: [{cases}]")));
    assert_eq!(found.len(), 51);
    assert_eq!(found[50].0, "and 1950 more like these");
}

#[test]
fn advice_is_sought_for_what_is_shown_only() {
    // A million look-ups among a thousand names would take minutes.
    let factors: Vec<String> = (0..1000).map(|i| format!("Factor(id: \"factor-{i}\", side: Compel),")).collect();
    let factors = factors.concat();
    let wrong = "\"factr-1\",".repeat(1000);
    let cases: Vec<String> =
        (0..200).map(|i| format!("Case(id: \"c{i}\", facts: [{wrong}], side: Compel, reason: [\"factor-1\"]),")).collect();
    let cases = cases.concat();
    let found = faults(&format!("CaseBase(factors: [{factors}], cases: [{cases}])"));
    assert_eq!(found[50].0, format!("and {} more like these", 200 * 1001 - 50));
}

#[test]
fn a_tower_of_courts_is_refused_before_it_is_climbed() {
    let tower = |n: usize| {
        let courts: Vec<String> = (0..n).map(|i| format!("Court(id: \"k{}\", reviewed_by: [\"k{i}\"]),", i + 1)).collect();
        let courts = courts.concat();
        format!("CaseBase(courts: [Court(id: \"k0\"), {courts}])")
    };
    assert_eq!(faults(&tower(60_000))[0].0, "60001 courts are more than the 4096 that a base may have");
    assert_eq!(ok(&tower(1_000)).courts.len(), 1_001);
    let many = "\"k0\",".repeat(20_000);
    let found = faults(&format!("CaseBase(courts: [Court(id: \"k0\"), Court(id: \"k\", asks: [{many}])])"));
    assert_eq!(found[0].0, "20000 links between courts are more than the 16384 that a base may have");
}

#[test]
fn garbage_is_answered_with_a_place() {
    for text in [
        "hello",
        "CaseBase(",
        "CaseBase(cases: [Case(id: 7)])",
        "(((((",
        "CaseBase(factors: [Factor(id: \"a\", side: Maybe)])",
        "[]",
    ] {
        let found = read(&Source::new("test", text)).expect_err(text);
        assert!(!found.is_empty() && found.iter().all(|d| !d.message.is_empty()), "{text}");
    }
    let deep = format!("CaseBase(cases: {}{})", "[".repeat(100_000), "]".repeat(100_000));
    assert!(read(&Source::new("test", deep.as_str())).is_err());
}
