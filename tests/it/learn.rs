//! The learning loop from the outside.

use crate::cli::{bad, good};

#[test]
fn the_glossary_explains_a_term_or_all() {
    let plain = good(&["glossary", "stare", "decisis"]);
    assert!(plain.starts_with("Precedent\n") && plain.contains("Decide like cases alike"), "{plain}");
    let full = good(&["glossary", "MLAT", "--wording", "full"]);
    assert!(full.contains("central authorities"), "{full}");
    assert_eq!(good(&["glossary"]).split("\n\n").count(), 60);
    assert!(bad(1, &["glossary", "flapdoodle"]).contains("flapdoodle"));
}
