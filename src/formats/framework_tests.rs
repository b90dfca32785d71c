use super::*;
use crate::logic::argument::Label;
use proptest::prelude::*;

fn ok(format: Format, text: &str) -> Named {
    read(&Source::new("test", text), format).unwrap_or_else(|found| panic!("{found:#?}"))
}

fn faults(format: Format, text: &str) -> Vec<(String, String)> {
    let source = Source::new("test", text);
    let found = read(&source, format).expect_err("faults");
    found.into_iter().map(|d| (d.message, d.span.map_or_else(String::new, |span| source.slice(span).to_owned()))).collect()
}

fn accepted(named: &Named) -> Vec<String> {
    named.framework.grounded().extension().map(|a| named.name(a)).collect()
}

#[test]
fn the_three_formats_say_the_same() {
    let tgf = ok(Format::Tgf, "a first\nb\nc\n#\na b\nb c\n");
    let apx = ok(Format::Apx, "% three in a row\narg(a). arg(b).arg(c).\natt(a, b).\natt(b,c).");
    let af = ok(Format::Af, "# three\np af 3\n1 2\n2 3\n");
    assert_eq!(tgf.framework, apx.framework);
    assert_eq!(tgf.framework, af.framework);
    assert_eq!(accepted(&tgf), ["a", "c"]);
    assert_eq!(accepted(&af), ["1", "3"]);
}

#[test]
fn line_ends_of_both_kinds_and_none_at_the_end() {
    assert_eq!(accepted(&ok(Format::Tgf, "a\r\nb\r\n#\r\na b")), ["a"]);
    assert_eq!(accepted(&ok(Format::Af, "p af 2\r\n1 2")), ["1"]);
}

#[test]
fn nothing_is_a_framework_without_arguments() {
    assert!(ok(Format::Tgf, "").framework.is_empty());
    assert!(ok(Format::Apx, "% nothing").framework.is_empty());
    assert!(ok(Format::Af, "p af 0").framework.is_empty());
}

#[test]
fn a_doubled_attack_counts_once_and_a_self_attack_is_never_in() {
    let named = ok(Format::Apx, "att(a,a). arg(a). arg(b). att(a,b). att(a,b).");
    assert!(named.framework.arguments().all(|a| matches!(named.framework.grounded().label(a), Label::Undecided { .. })));
}

#[test]
fn all_faults_come_at_once_with_the_word_at_fault() {
    let found = faults(Format::Tgf, "alpha\nalpha\nbeta\n#\nalpha bata\nbeta\n#\n");
    let expected = [
        ("argument `alpha` is declared twice", "alpha"),
        ("there is no argument `bata`", "bata"),
        ("an attack needs two arguments, and here is only `beta`", "beta"),
        ("an attack needs two arguments, and here is only `#`", "#"),
    ];
    let found: Vec<(&str, &str)> = found.iter().map(|(m, w)| (m.as_str(), w.as_str())).collect();
    assert_eq!(found, expected);
    let found = faults(Format::Apx, "arg(a).\natt(a,b).\nwrong stuff\narg(c)\n");
    assert_eq!(found.len(), 3, "{found:?}");
    let found = faults(Format::Af, "p af 2\n1 3\n0 1\n1 2 3\nx 1\n");
    assert_eq!(found.len(), 4, "{found:?}");
}

#[test]
fn an_af_needs_its_first_line_and_a_number_that_can_be_held() {
    assert_eq!(faults(Format::Af, "1 2\n")[0].1, "1 2");
    assert_eq!(faults(Format::Af, "p af 1000000000000\n")[0].1, "1000000000000");
    assert_eq!(faults(Format::Af, "p af many\n")[0].1, "many");
    assert_eq!(faults(Format::Af, "# nothing\n")[0].0, "there is no line `p af N`");
}

#[test]
fn of_a_thousand_faults_fifty_are_shown() {
    let text: String = std::iter::once("p af 1\n".to_owned()).chain((0..1000).map(|_| "1 9\n".to_owned())).collect();
    let found = faults(Format::Af, &text);
    assert_eq!(found.len(), 51);
    assert_eq!(found[50].0, "and 950 more like these");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn garbage_is_answered_without_a_panic(text in "[a-c#%().,0-9 \n\tpafrgt]{0,80}") {
        for format in [Format::Tgf, Format::Apx, Format::Af] {
            let _ = read(&Source::new("test", text.as_str()), format);
        }
    }
}
