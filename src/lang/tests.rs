use super::{LANG, Language, Value, Words, render};
use crate::model::*;
use crate::scenario;
use crate::seat::{Refusal, Why};
use fluent_bundle::{FluentArgs, FluentResource};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub(super) fn english() -> &'static str {
    LANG.get_file("en.ftl").and_then(|f| f.contents_utf8()).expect("English ships")
}

/// The messages of a language file, with the arguments each names.
pub(super) fn messages(text: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut all: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut current = None;
    for line in text.lines().filter(|l| !l.starts_with('#')) {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            let key = line.split(" =").next().unwrap_or("");
            assert!(all.insert(key, BTreeSet::new()).is_none(), "{key} is there twice");
            current = Some(key);
        }
        let names = line.split('$').skip(1).filter_map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric()).next());
        if let Some(args) = current.and_then(|key| all.get_mut(key)) {
            args.extend(names);
        }
    }
    all
}

/// A number big enough to have a plural, for any argument.
fn stand_ins<'a>(names: impl Iterator<Item = &'a str>, number: i64) -> FluentArgs<'a> {
    names.map(|n| (n, Value::from(number))).collect()
}

pub(super) fn shipped() -> Vec<Arc<Scenario>> {
    let all: Vec<_> = scenario::catalog::scenarios().filter_map(|slug| scenario::open(slug).ok()).map(|l| l.scenario).collect();
    assert!(!all.is_empty(), "a scenario ships and loads");
    all
}

/// The scenario that ships with the most to speak of.
pub(super) fn fullest() -> Arc<Scenario> {
    shipped().into_iter().max_by_key(|s| s.decisions.len() + s.claims.len()).unwrap()
}

/// The sentence at both levels; fails on anything a reader should not see.
pub(super) fn read(scenario: &Scenario, say: &Say) -> String {
    let words = Words::english();
    let mut last = String::new();
    for level in [Reading::Plain, Reading::Full] {
        let mut errors = Vec::new();
        last = render::Reader { words: &words, scenario, level }.say(say, &mut errors);
        assert!(errors.is_empty(), "{say:?}: {errors:?}");
        assert!(!last.contains(['<', '{', '}']), "{last}");
        assert!(!["did:", "chose:", "happened:", "ruled-in:", "leading:"].iter().any(|id| last.contains(id)), "{last}");
        assert_eq!(last, words.say(scenario, level, say));
    }
    last
}

#[test]
fn the_language_file_is_sound() {
    for tag in Language::all().filter(|l| *l != Language::PSEUDO).map(Language::tag) {
        let text = LANG.get_file(format!("{tag}.ftl")).and_then(|f| f.contents_utf8()).unwrap();
        assert!(FluentResource::try_new(text.to_owned()).is_ok(), "{tag}: {:?}", FluentResource::try_new(text.to_owned()).err());
        let (words, known) = (Language::named(tag).unwrap().words(), messages(english()));
        for (key, args) in messages(text) {
            assert!(known.get(key).is_some_and(|k| args.is_subset(k)), "{tag}: {key} is not in English with these arguments");
            for number in [1, 2] {
                let mut errors = Vec::new();
                let sentence = words.format(key, &stand_ins(args.iter().copied(), number), &mut errors);
                assert!(
                    errors.is_empty() && !sentence.is_empty() && !sentence.contains('<'),
                    "{tag}: {key}: {sentence} {errors:?}"
                );
            }
        }
    }
}

#[test]
fn what_is_missing_is_shown_and_never_panics() {
    let words = Words::english();
    assert_eq!(words.ui("no-such-key"), "<no-such-key>");
    let s = &fullest();
    let lost = Say::new("log-opened").with("round", Arg::Num(1)).with("stage", Arg::Stage(StageIx(u16::MAX)));
    assert_eq!(words.say(s, Reading::Plain, &lost), "Round 1: <stage>");
}

#[test]
fn days_numbers_and_lists_read_naturally() {
    let words = Words::english();
    assert_eq!(words.date(Date::parse("2014-04-25").unwrap()), "25 April 2014");
    assert_eq!(words.list(&["a", "b", "c"]), "a, b and c");
    assert_eq!(words.list(&["a"]), "a");
    assert_eq!(words.ui_with("meters-change", &[("from", (-2).into()), ("to", 0.into())]), "−2 → 0");
    assert_eq!(words.ui_with("meters-short", &[("points", 1.into())]), "1 step away");
    let shared = std::thread::spawn(move || words.ui("button-ok"));
    assert_eq!(shared.join().unwrap(), "OK");
}

#[test]
fn every_condition_of_the_shipped_scenarios_can_be_said() {
    for s in shipped() {
        let acts = s.decisions.iter().flat_map(|d| &d.options).map(|o| &o.act);
        let acts = acts.chain(s.moves.iter().map(|m| &m.act)).chain(s.offers.iter().map(|o| &o.act));
        let when = acts.map(|a| &a.when).chain(s.decisions.iter().map(|d| &d.when)).chain(s.events.iter().map(|e| &e.when));
        for condition in when.chain(s.triggers.iter().map(|t| &t.when)) {
            read(&s, &Refusal::play(Why::NotMet(condition.clone())).say(&s));
        }
    }
}

#[test]
fn every_refusal_can_be_said() {
    let s = &fullest();
    let all = [
        Why::Over,
        Why::Closed,
        Why::CaseClosed,
        Why::NotYours,
        Why::Beat(Beat::Open),
        Why::Beat(Beat::Plan),
        Why::Beat(Beat::Answer),
        Why::Beat(Beat::Rule),
        Why::Beat(Beat::Reckon),
        Why::TooEarly(3),
        Why::TooLate(2),
        Why::Spent,
        Why::OnceARound,
        Why::GroupFull(1),
        Why::GroupFull(2),
        Why::Effort(2, 1),
        Why::NotOpen,
        Why::Decided,
        Why::NoHearing,
        Why::NotAParty,
        Why::Argued,
        Why::NoFactor,
        Why::WrongFactor(FactorIx(0)),
        Why::WrongAuthority,
        Why::NotYetDecided,
        Why::NothingToFace,
        Why::NothingToAttack,
        Why::WrongGround,
        Why::NotOut,
        Why::KnownAlready,
        Why::OneCheck,
        Why::OneQuote,
        Why::NotHelpful,
        Why::NoOffer,
        Why::NothingStands,
        Why::Unanchored,
        Why::NothingToUndo,
        Why::MustDecide(DecisionIx(0)),
        Why::MustRule,
        Why::MustAnswer,
        Why::Unknown("dublin".into()),
    ];
    for why in all {
        read(s, &Refusal::cited(why, "18 U.S.C. § 2703").say(s));
    }
    let said = read(s, &Refusal::play(Why::Effort(2, 1)).say(s));
    assert_eq!(said, "This costs 2 effort and you have 1 left. (Source: rule of play)");
}
