//! Files of an earlier format into files of this one, by changes at their places: comments, order and layout stay.
//!
//! The number `format` says how a file is laid out. It goes up when a file written before would be refused or would mean something
//! else; a new field that may be left out is no new format. To bring in a format: a step here that changes what is old, and nothing
//! else. What a step may not change is the rules: [`upgrade`] compares them, without the prose, before and after.

use super::file::{self, LawPack};
use super::load::{FORMAT, bones};
use crate::diagnostic::{Diagnostic, Source, has_errors, sort};
use crate::syntax::edit::{Edit, apply};
use crate::syntax::{Kind, Node, decode::decode, format::format, parse};
use sha2::{Digest, Sha256};

/// The text of a file in the format of this version; none if it is in it already.
///
/// # Errors
/// The file is broken, of a newer version, neither a scenario nor a law pack, or cannot be brought over by itself.
pub fn upgrade(source: &Source) -> Result<Option<String>, Vec<Diagnostic>> {
    let parsed = parse(source);
    let mut found = parsed.diagnostics;
    let Some(tree) = parsed.root.filter(|_| found.is_empty()) else {
        sort(&mut found);
        return Err(found);
    };
    let refuse = |message: &str, help: &str| Err(vec![Diagnostic::error("S054", source, message).with_help(help)]);
    let pack = match tree.name() {
        Some("Scenario") => false,
        Some("LawPack") => true,
        _ => return refuse("this is neither a scenario nor a law pack", "their files begin with `Scenario(` or `LawPack(`"),
    };
    let number = tree.get("format");
    let Some(from) = number.map_or(Some(0), Node::as_integer) else {
        return refuse("the format is no number", "write `format: 1` for a file of this version");
    };
    if from > i64::from(FORMAT) {
        return Err(vec![super::load::other_format(source, &tree, from)]);
    }
    let mut edits = if pack { Vec::new() } else { open_questions(&tree, source.text()) };
    match number {
        Some(number) if from != i64::from(FORMAT) => edits.push(Edit::replace(number.span, FORMAT.to_string())),
        None => edits.extend(first_field(&tree, &format!("format: {FORMAT}"))),
        Some(_) => {}
    }
    if edits.is_empty() {
        return Ok(None);
    }
    let mut text = apply(source.text(), edits);
    // A file that was laid out well stays so.
    if format(source).is_ok_and(|before| before == source.text())
        && let Ok(neat) = format(&Source::new(source.name(), text.as_str()))
    {
        text = neat;
    }
    let after = Source::new(source.name(), text.as_str());
    let faults = if pack { decode::<LawPack>(&after).1 } else { decode::<file::Scenario>(&after).1 };
    if has_errors(&faults) {
        return Err(faults);
    }
    if parse(&after).root.as_ref().map(rules) != Some(rules(&tree)) {
        return refuse("the rules would not be the same afterwards", "this is a mistake in Comity: please report it");
    }
    Ok(Some(text))
}

/// Hash of a file's own rules, whatever its format is called.
fn rules(tree: &Node) -> Vec<u8> {
    let mut tree = tree.clone();
    if let Kind::Struct(it) = &mut tree.kind {
        it.fields.retain(|field| &*field.key.text != "format");
    }
    let mut sha = Sha256::new();
    bones(&tree, "", &mut sha);
    sha.finalize().to_vec()
}

/// Puts a field in before all others of a struct.
fn first_field(node: &Node, field: &str) -> Option<Edit> {
    let first = node.fields().first()?;
    Some(Edit::insert(first.key.span.start, format!("{field}, ")))
}

/// Format 1 of an objective has questions with answers (`items`). The one `question` it had before, without answers, is asked in
/// the debrief.
fn open_questions(tree: &Node, text: &str) -> Vec<Edit> {
    let objectives = tree.get("objectives").map(Node::items).unwrap_or_default();
    let old: Vec<_> = objectives.iter().filter_map(|objective| objective.field("question")).collect();
    let Some(last) = tree.fields().last().filter(|_| !old.is_empty()) else {
        return Vec::new();
    };
    let mut edits: Vec<Edit> = old.iter().map(|field| Edit::remove(text, field.key.span.to(field.value.span))).collect();
    let words: Vec<&str> = old.iter().map(|field| &text[field.value.span.range()]).collect();
    let words = words.join(", ");
    let debrief = tree.get("debrief");
    edits.extend(match (debrief, debrief.and_then(|it| it.get("questions"))) {
        (_, Some(questions)) => match questions.items().first() {
            Some(first) => Some(Edit::insert(first.span.start, format!("{words}, "))),
            None => Some(Edit::replace(questions.span, format!("[{words}]"))),
        },
        (Some(debrief), None) if !debrief.fields().is_empty() => first_field(debrief, &format!("questions: [{words}]")),
        (Some(debrief), None) => Some(Edit::replace(debrief.span, format!("(questions: [{words}])"))),
        (None, None) => Some(Edit::insert(last.value.span.end, format!(",\n  debrief: (questions: [{words}])"))),
    });
    edits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{catalog, load};

    fn source(text: &str) -> Source {
        Source::new("old.ron", text)
    }

    fn upgraded(text: &str) -> String {
        upgrade(&source(text)).unwrap_or_else(|found| panic!("{found:#?}")).expect("something to change")
    }

    fn shipped() -> String {
        catalog::scenario("first-warrant").unwrap().text().to_owned()
    }

    /// As it was before objectives had questions with answers.
    fn old() -> String {
        let old = shipped().replace("format: 1,", "format: 0,").replacen(
            "id: \"answer-an-order\", ",
            "id: \"answer-an-order\",\n      // asked aloud\n      question: (plain: \"What came \\\"first\\\"?\", full: \"Q\"), // why\n      ",
            1,
        );
        assert_ne!(old, shipped());
        old
    }

    #[test]
    fn what_ships_is_in_the_format_of_today() {
        for source in catalog::scenarios().filter_map(catalog::scenario).chain(catalog::law_packs().filter_map(catalog::law_pack))
        {
            assert!(upgrade(&source).unwrap().is_none(), "{}", source.name());
        }
    }

    #[test]
    fn a_question_without_answers_moves_to_the_debrief() {
        let new = upgraded(&old());
        assert!(new.contains("format: 1,") && new.contains("// asked aloud") && new.contains("// why"), "{new}");
        assert!(new.contains("questions: [(plain: \"What came \\\"first\\\"?\", full: \"Q\"), \"Who should decide"), "{new}");
        assert_eq!(format(&source(&new)).unwrap(), new, "laid out as well as before");
        let (before, after) = (load(&source(&shipped()), None).unwrap(), load(&source(&new), None).unwrap());
        assert_eq!(after.scenario.hash, before.scenario.hash, "the same rules");
        assert_eq!(after.scenario.debrief.questions.len(), before.scenario.debrief.questions.len() + 1);
        assert!(upgrade(&source(&new)).unwrap().is_none(), "once is enough");
    }

    #[test]
    fn the_debrief_is_made_where_there_is_none() {
        let start = |rest: &str| {
            format!(
                "// top\nScenario(\n  id: \"a\", title: \"\", summary: \"\", law: [], start: \"2030-01-01\", rounds: [], seats: [], stages: [], \
                 decisions: [], cases: [], endings: [],\n  objectives: [(id: \"o\", question: \"Q\", text: \"\")]{rest}\n)\n"
            )
        };
        let new = upgraded(&start(","));
        assert!(
            new.starts_with("// top\nScenario(\n  format: 1, id: \"a\"") && new.contains("[(id: \"o\", text: \"\")]"),
            "{new}"
        );
        for (rest, expected) in [
            ("", "debrief: (questions: [\"Q\"])"),
            (",\n  debrief: ()", "debrief: (questions: [\"Q\"])"),
            (", debrief: (history: \"H\")", "debrief: (questions: [\"Q\"], history: \"H\")"),
            (", debrief: (questions: [])", "debrief: (questions: [\"Q\"])"),
        ] {
            assert!(upgraded(&start(rest)).contains(expected), "{rest}");
        }
    }

    #[test]
    fn what_cannot_be_brought_over_is_told() {
        let code = |text: &str| upgrade(&source(text)).map(|_| ()).expect_err(text)[0].code;
        assert_eq!(code("Scenario(format: 2)"), "S042");
        assert_eq!(code("Scenario(format: 0"), "S010");
        assert_eq!(code("Match(format: 1)"), "S054");
        assert_eq!(code("Scenario(format: \"x\")"), "S054");
        assert_eq!(code("Scenario(format: 0, id: \"a\")"), "S021");
        let found = load(&source(&old()), None).unwrap_err();
        assert_eq!(found.iter().map(|d| d.code).collect::<Vec<_>>(), ["S042"], "told once, whatever else does not fit");
        assert!(found[0].help.as_ref().is_some_and(|help| help.contains("comity upgrade old.ron")));
    }
}
