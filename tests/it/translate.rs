//! A dispute in another language: begun, filled, kept up to date, played, packed.

use crate::cli::{Folder, bad, good, run, told};
use comity::diagnostic::Source;
use comity::model::Reading;
use comity::scenario::{self, catalog, translate};
use comity::syntax::parse;

/// A translation with every text in « », as a translator would have filled it.
fn filled(text: &str) -> String {
    let source = Source::new("t.ron", text);
    let tree = parse(&source).root.unwrap();
    let mut out = text.to_owned();
    for entry in tree.get("texts").unwrap().items().iter().rev() {
        let of = entry.get("of").unwrap().as_text().unwrap();
        let says = entry.get("says").unwrap().span;
        out.replace_range(says.range(), &comity::syntax::quoted(&format!("«{of}»")));
    }
    out
}

#[test]
fn what_ships_plays_by_the_same_rules_in_any_language() {
    for slug in catalog::scenarios() {
        let folder = Folder::new(&format!("translate-{slug}"));
        let file = folder.file(&format!("{slug}.ron"), catalog::scenario(slug).unwrap().text());
        good(&["translate", &file, "xx", "--called", "Xish"]);
        let path = folder.0.join(format!("{slug}.xx.ron"));
        let begun = std::fs::read_to_string(&path).unwrap();
        good(&["fmt", "--check", path.to_str().unwrap()]);
        let said = good(&["check", &file]);
        assert!(said.contains("L132") && !said.contains("L133"), "the translation is checked with the scenario: {said}");
        std::fs::write(&path, filled(&begun)).unwrap();
        let said = good(&["check", path.to_str().unwrap()]);
        assert!(!said.contains("L13"), "{said}");
        let (of, into) = (scenario::open(&file).unwrap().scenario, scenario::open(path.to_str().unwrap()).unwrap().scenario);
        assert_eq!(of.hash, into.hash, "{slug}");
        assert_eq!(into.title.at(Reading::Plain), format!("«{}»", of.title.at(Reading::Plain)));
        for (a, b) in of.decisions.iter().zip(&into.decisions) {
            assert_eq!(b.title.plain, format!("«{}»", a.title.plain));
            let texts = |d: &comity::model::Decision| d.options.iter().map(|o| o.act.title.plain.clone()).collect::<Vec<_>>();
            assert!(texts(b).iter().zip(texts(a)).all(|(b, a)| *b == format!("«{a}»")));
        }
        let tree = parse(&Source::new("x", catalog::scenario(slug).unwrap().text())).root.unwrap();
        let all = translate::passages(&tree);
        assert!(all.len() > 40, "{slug}: {}", all.len());
    }
}

#[test]
fn what_has_changed_is_marked_and_what_was_written_stays() {
    let folder = Folder::new("translate-renew");
    let text = catalog::scenario("town-books").unwrap().text().to_owned();
    let file = folder.file("town-books.ron", &text);
    good(&["translate", &file, "de", "--called", "Deutsch"]);
    let path = folder.0.join("town-books.de.ron");
    let path = path.to_str().unwrap();
    let done = filled(&std::fs::read_to_string(path).unwrap())
        .replace("at: \"title\"", "// the mayor wanted it so\n      at: \"title\"");
    std::fs::write(path, &done).unwrap();
    let (_, again) = told(&run(&["translate", &file, "de"]));
    assert!(again.contains("has every text"), "{again}");
    assert_eq!(std::fs::read_to_string(path).unwrap(), done);

    // Another name for the language, or a translation in place of its original, is told so.
    assert!(bad(1, &["translate", &file, "german"]).contains("such as `de`"));
    let said = bad(2, &["pack", path, "-o", folder.0.join("x.comity").to_str().unwrap()]);
    assert!(said.contains("is a translation: pack") && said.contains("town-books.ron,"), "{said}");

    // An id is renamed: its translation is told where the words are now, not what has a name like it.
    std::fs::write(&file, text.replacen("(id: \"witnesses\", seat", "(id: \"hearsay\", seat", 1)).unwrap();
    let said = good(&["check", path]);
    assert!(said.contains("did you mean `moves.hearsay.title`?"), "{said}");
    std::fs::write(&file, &text).unwrap();

    // The title says something else, and a text is new.
    let title = scenario::open(&file).unwrap().scenario.title.plain.clone();
    let changed = text.replacen(&format!("\"{title}\""), "\"Another title\"", 1);
    let changed = changed.replacen("  objectives:", "  debrief: (epilogue: \"Quite new.\"),\n  objectives:", 1);
    assert!(changed.contains("Quite new."));
    std::fs::write(&file, &changed).unwrap();
    let said = good(&["check", path]);
    assert!(said.contains("L133") && said.contains("L132") && said.contains("debrief.epilogue"), "{said}");
    assert_eq!(scenario::open(path).unwrap().scenario.title.plain, "Another title", "what no longer fits is not shown");
    let (_, told_now) = told(&run(&["translate", &file, "de"]));
    assert!(told_now.contains("one new text, one has changed"), "{told_now}");
    let now = std::fs::read_to_string(path).unwrap();
    let tree = |text: &str| parse(&Source::new("t.ron", text)).root.unwrap();
    let listed = tree(&now);
    let listed: Vec<&str> =
        listed.get("texts").unwrap().items().iter().map(|e| e.get("at").unwrap().as_text().unwrap()).collect();
    let ordered: Vec<String> = translate::passages(&tree(&changed)).into_iter().map(|p| p.at).collect();
    assert_eq!(listed, ordered, "what is new stands beside its neighbours");
    assert!(now.contains("// the mayor wanted it so") && now.contains("Another title") && now.contains("Quite new."), "{now}");
    assert!(now.contains(&format!("was: \"{title}\"")) && now.contains(&format!("says: \"«{title}»\"")), "{now}");
    assert!(good(&["check", path]).contains("L133"), "the translator has not looked at it yet");
    // What was taken out by emptying it is put in once.
    let emptied = now.replace(&format!("was: \"{title}\""), "was: \"\"");
    std::fs::write(path, &emptied).unwrap();
    std::fs::write(&file, changed.replace("Another title", "A third title")).unwrap();
    good(&["translate", &file, "de"]);
    assert_eq!(std::fs::read_to_string(path).unwrap().matches("was:").count(), 1);
    std::fs::write(&file, &changed).unwrap();
    // A backup that is called like one is no translation.
    folder.file("town-books.old.ron", &text);
    assert!(!good(&["check", &file]).contains("town-books.old.ron"));
    std::fs::write(path, now.replace(&format!("      was: \"{title}\",\n"), "")).unwrap();
    assert!(!good(&["check", path]).contains("L133"));
    assert_eq!(scenario::open(path).unwrap().scenario.title.plain, format!("«{title}»"));
}

#[test]
fn an_entry_put_in_takes_no_translation_from_its_neighbours() {
    let folder = Folder::new("translate-moved");
    let text = catalog::scenario("town-books").unwrap().text().to_owned();
    let with =
        |questions: &str| text.replacen("  objectives:", &format!("  debrief: (questions: [{questions}]),\n  objectives:"), 1);
    let file = folder.file("town-books.ron", with("\"One?\", \"Two?\""));
    good(&["translate", &file, "de"]);
    let path = folder.0.join("town-books.de.ron");
    let path = path.to_str().unwrap();
    std::fs::write(path, filled(&std::fs::read_to_string(path).unwrap())).unwrap();
    std::fs::write(&file, with("\"Zero?\", \"One?\", \"Two?\"")).unwrap();
    assert!(good(&["check", path]).contains("L133"));
    good(&["translate", &file, "de"]);
    let told =
        |file: &str| scenario::open(file).unwrap().scenario.debrief.questions.iter().map(|q| q.plain.clone()).collect::<Vec<_>>();
    assert_eq!(told(path), ["Zero?", "«One?»", "«Two?»"]);
    // The entry of the first question was made for other words: it alone waits to be looked at.
    let left = good(&["check", path]);
    assert_eq!(left.matches("[L133]").count(), 1, "{left}");
    // Back to what it was: what was translated fits again.
    std::fs::write(&file, with("\"One?\", \"One?\", \"Two?\"")).unwrap();
    good(&["translate", &file, "de"]);
    assert_eq!(told(path), ["«One?»", "«One?»", "«Two?»"]);
    assert!(!std::fs::read_to_string(path).unwrap().contains("was:"));
}

#[test]
fn a_match_can_be_played_saved_and_told_in_the_language() {
    let folder = Folder::new("translate-play");
    let file = folder.file("town-books.ron", catalog::scenario("town-books").unwrap().text());
    good(&["translate", &file, "de"]);
    let path = folder.0.join("town-books.de.ron");
    std::fs::write(&path, filled(&std::fs::read_to_string(&path).unwrap())).unwrap();
    let path = path.to_str().unwrap();
    let save = folder.0.join("saved.ron");
    let save = save.to_str().unwrap();
    let s = scenario::open(path).unwrap().scenario;
    let seats: Vec<String> = s.seats.iter().map(|seat| format!("--seat={}=bot:cautious", seat.id)).collect();
    let mut play = vec!["play", path, "--text", "--seed", "5", "--save", save];
    play.extend(seats.iter().map(String::as_str));
    assert!(good(&play).contains('«'));
    assert!(good(&["report", save, "--format", "md"]).contains('«'), "the report speaks as the match was played");
    assert!(good(&["kit", path, "--format", "md"]).contains('«'));

    // Who has a page read aloud hears each passage in its language.
    let title = format!("<span lang=\"de\">{}</span>", s.title.at(Reading::Plain));
    for page in
        [vec!["kit", path], vec!["report", save], vec!["view", path, "--public"], vec!["view", path, "--seat", &s.seats[0].id]]
    {
        assert!(good(&page).contains(&title), "{page:?}");
        assert!(good(&page).contains("<html lang=\"en\">"));
    }
    let statements: serde_json::Value = serde_json::from_str(&good(&["report", save, "--format", "xapi"])).unwrap();
    let whole = statements.as_array().unwrap().last().unwrap();
    assert_eq!(whole["object"]["definition"]["name"]["de"], s.title.at(Reading::Plain));
}

#[test]
fn a_dispute_may_be_written_in_any_language() {
    let folder = Folder::new("translate-own");
    let text = catalog::scenario("town-books").unwrap().text().replacen("id:", "language: \"de\", id:", 1);
    let file = folder.file("town-books.ron", &text);
    let english = catalog::scenario("town-books").unwrap();
    assert_eq!(scenario::open(&file).unwrap().scenario.hash, scenario::load(&english, None).unwrap().scenario.hash);
    let s = scenario::open(&file).unwrap().scenario;
    let title = s.title.at(Reading::Plain);
    assert!(good(&["kit", &file]).contains(&format!("<span lang=\"de\">{title}</span>")));
    // Translated into English, nothing in it is foreign but what waits for its words.
    good(&["translate", &file, "en"]);
    let path = folder.0.join("town-books.en.ron");
    let begun = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, begun.replacen("says: \"\"", "says: \"The books\"", 1)).unwrap();
    let s = scenario::open(path.to_str().unwrap()).unwrap().scenario;
    assert_eq!(s.title.at(Reading::Plain), "The books");
    assert_eq!(s.spoken.foreign("The books"), None);
    assert_eq!(s.spoken.foreign(s.summary.at(Reading::Plain)), Some("de"));
    let wrong = folder.file("wrong.ron", text.replacen("\"de\"", "\"Deutsch\"", 1));
    assert!(bad(1, &["check", &wrong]).contains("S057"));
}

#[test]
fn a_translation_that_belongs_nowhere_is_refused_with_a_way_out() {
    let folder = Folder::new("translate-wrong");
    let file = folder.file("town-books.ron", catalog::scenario("town-books").unwrap().text());
    let whole = "Translation(format: 1, of: \"town-books\", language: \"de\", called: \"Deutsch\", texts: [])";
    for (name, text, what) in [
        ("other.de.ron", whole.to_owned(), "is called `town-books.de.ron`"),
        ("town-books.fr.ron", whole.to_owned(), "is called `town-books.de.ron`"),
        ("gone.de.ron", whole.replace("town-books", "gone"), "`gone.ron` cannot be read"),
        ("town-books.D E.ron", whole.replace("\"de\"", "\"D E\""), "is no language"),
        ("x.de.ron", whole.replace("town-books", "../town-books"), "is called `../town-books.de.ron`"),
    ] {
        let said = bad(1, &["check", &folder.file(name, text)]);
        let code = if what == "is no language" { "S057" } else { "S055" };
        assert!(said.contains(code) && said.contains(what), "{said}");
    }
    let said = bad(1, &["check", &folder.file("town-books.de.ron", whole.replace("texts", "text"))]);
    assert!(said.contains("did you mean `texts`?"), "{said}");
    // A law pack that ships can be translated beside a scenario; it is not a thing to play.
    let law = "Translation(format: 1, of: \"generic\", language: \"de\", called: \"Deutsch\", texts: [(at: \"name\", of: \"x\", says: \"y\")])";
    let law = folder.file("generic.de.ron", law);
    assert!(good(&["check", &law]).contains("L133"));
    assert!(bad(1, &["play", &law, "--text"]).contains("law pack in another language"));
    assert!(bad(1, &["translate", &file, "../x"]).contains("is no language"));
    let twice = whole.replace("of: \"town-books\", language: \"de\"", "of: \"town-books.de\", language: \"fr\"");
    folder.file("town-books.de.ron", whole);
    assert!(bad(1, &["check", &folder.file("town-books.de.fr.ron", twice)]).contains("is a translation itself"));
    assert!(bad(1, &["translate", &folder.file("m.ron", "Match(format: 1)"), "de"]).contains("cannot be translated"));
}

#[test]
fn what_ships_is_translated_by_its_name() {
    let folder = Folder::new("translate-shipped");
    let here = |arguments: &[&str]| crate::cli::command(arguments).current_dir(&folder.0).output().unwrap();
    let (_, said) = told(&here(&["translate", "generic", "de", "--called", "Deutsch"]));
    assert!(said.contains("generic.de.ron"), "{said}");
    let law = folder.0.join("generic.de.ron");
    std::fs::write(&law, filled(&std::fs::read_to_string(&law).unwrap())).unwrap();
    assert!(good(&["check", law.to_str().unwrap()]).contains("no problems"));
    // It is read with the translation of a scenario beside it, and only if it says what its name says.
    here(&["translate", "town-books", "de"]);
    let path = folder.0.join("town-books.de.ron");
    let court = || scenario::open(path.to_str().unwrap()).unwrap().scenario.law.factors[0].short.clone();
    assert!(court().starts_with('«'), "{}", court());
    std::fs::write(&law, std::fs::read_to_string(&law).unwrap().replace("of: \"generic\"", "of: \"us\"")).unwrap();
    assert!(!court().starts_with('«'));
}
