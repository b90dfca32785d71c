//! The learning loop from the outside.

use crate::cli::{bad, good};
use comity::diagnostic::Source;

#[test]
fn the_glossary_explains_a_term_or_all() {
    let plain = good(&["glossary", "stare", "decisis"]);
    assert!(plain.starts_with("Precedent\n") && plain.contains("Decide like cases alike"), "{plain}");
    let full = good(&["glossary", "MLAT", "--wording", "full"]);
    assert!(full.contains("central authorities"), "{full}");
    assert_eq!(good(&["glossary"]).split("\n\n").count(), 60);
    assert!(bad(1, &["glossary", "flapdoodle"]).contains("flapdoodle"));
}

/// What the checker says of Two Harbours with one thing changed: codes and the words at fault.
fn checked(from: &str, to: &str) -> Vec<(String, String)> {
    let text = comity::scenario::catalog::scenario("two-harbours").unwrap().text().to_owned();
    assert!(text.contains(from), "{from}");
    let source = Source::new("changed.ron", text.replacen(from, to, 1));
    match comity::scenario::load(&source, None) {
        Ok(_) => Vec::new(),
        Err(found) => found.iter().map(|d| (d.code.to_owned(), d.message.clone())).collect(),
    }
}

#[test]
fn objectives_are_exercised_assessed_and_answerable() {
    assert!(checked("two-duties", "two-duties").is_empty());
    for (from, to, code, word) in [
        ("decisions: [\"demand\", \"reply\"]", "decisions: []", "L107", "two-duties"),
        ("decisions: [\"demand\", \"reply\"]", "decisions: [\"demandd\"]", "S032", "demandd"),
        ("given no leave.\", best: true)", "given no leave.\")", "S046", "0 best"),
        ("mistake: \"server-decides\"", "best: true", "S046", "2 best"),
        ("mistake: \"server-decides\"", "mistake: \"server-decide\"", "S032", "server-decide"),
        (
            "given no leave.\", best: true)",
            "given no leave.\", best: true, mistake: \"server-decides\")",
            "S047",
            "misconception",
        ),
        (
            "because: \"A conflict is true when no conduct obeys both: must here, must not there. Leave takes the “must not” away.\",",
            "",
            "S048",
            "true-conflict",
        ),
        (
            "(text: \"Yes, a high court's order binds the courts below it, wherever they are.\", mistake: \"everywhere-binding\"),",
            "",
            "S045",
            "recognition",
        ),
    ] {
        let found = checked(from, to);
        assert!(found.iter().any(|(c, m)| c == code && m.contains(word)), "{code}: {found:?}");
    }
    let text = comity::scenario::catalog::scenario("two-harbours").unwrap().text().to_owned();
    let (start, end) =
        (text.find("      items: [(\n        id: \"true-conflict\"").unwrap(), text.find("    },").unwrap_or(text.len()));
    let items = &text[start..end];
    let items = &items[..items.find(")],\n").unwrap() + 4];
    assert!(checked(items, "").iter().any(|(c, m)| c == "L108" && m.contains("two-duties")));
}
