//! Where in its files a rule of a scenario stands: what an author's inspector shows beside what the rule did.

use super::beside::is_inside;
use super::load::MOST_BYTES;
use super::{catalog, package};
use crate::diagnostic::Source;
use crate::model::{Cause, Happened, Scenario};
use crate::syntax::{Node, read::read_source};
use std::path::Path;

/// The files of a scenario with their trees: the scenario's own first, then its law packs.
#[derive(Clone, Debug)]
pub struct Places {
    files: Vec<(Source, Node)>,
}

/// A place: file as it was named, line from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// File.
    pub file: String,
    /// Line.
    pub line: usize,
}

impl Places {
    /// Reads the files of a scenario by slug or path. Whatever cannot be read is left out: its rules have no place then.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let path = Path::new(name);
        let own = super::text(name);
        let mut files: Vec<(Source, Node)> = own.and_then(tree).into_iter().collect();
        let packs: Vec<String> = match files.first().and_then(|(_, root)| root.get("law")) {
            Some(list) => list.items().iter().filter_map(|n| n.as_text().map(str::to_owned)).collect(),
            None => Vec::new(),
        };
        for pack in packs {
            let here = path.is_file() && is_inside(&pack) && path.extension().is_none_or(|e| e != package::EXTENSION);
            let beside = || path.parent().filter(|_| here).and_then(|folder| read_source(&folder.join(&pack), MOST_BYTES).ok());
            files.extend(catalog::law_pack(&pack).or_else(beside).and_then(tree));
        }
        Self { files }
    }

    /// The rule that a change is put down to.
    #[must_use]
    pub fn cause(&self, s: &Scenario, cause: Cause) -> Option<Place> {
        match cause {
            Cause::Choice(d, o) => {
                let decision = s.decisions.get(d.ix())?;
                self.option(&decision.id, &decision.options.get(usize::from(o))?.id)
            }
            Cause::Move(m) => self.item("moves", &s.moves.get(m.ix())?.id),
            Cause::Offer(o) => self.item("offers", &s.offers.get(o.ix())?.id),
            Cause::Event(e) => self.item("events", &s.events.get(e.ix())?.id),
            Cause::Trigger(t) => self.item("triggers", &s.triggers.get(t.ix())?.id),
            Cause::Ruling(stage) => self.item("stages", &s.stages.get(stage.ix())?.id),
            Cause::Norm(n) => self.item("norms", &s.law.norms.get(n.ix())?.id),
            Cause::Binding(case) => self.item("cases", &s.cases.get(case.ix())?.id),
            Cause::Press(claim) => self.claim(&s.claims.get(claim.ix())?.id),
            Cause::Attack(issue) => self.item("issues", &s.issues.get(issue.ix())?.id),
            Cause::Reason(_) => self.key("bench"),
            Cause::Upkeep => self.key("upkeep"),
            Cause::Reciprocity => self.key("reach"),
            Cause::Start => None,
        }
    }

    /// The rule behind an entry of the log, where one rule is.
    #[must_use]
    pub fn entry(&self, s: &Scenario, what: &Happened) -> Option<Place> {
        match what {
            Happened::Chose(d, o) => self.cause(s, Cause::Choice(*d, *o)),
            Happened::Moved(m) => self.cause(s, Cause::Move(*m)),
            Happened::Offered(o) | Happened::Answered(o, _) => self.cause(s, Cause::Offer(*o)),
            Happened::Event(e) => self.cause(s, Cause::Event(*e)),
            Happened::Trigger(t) => self.cause(s, Cause::Trigger(*t)),
            Happened::Opened(stage) | Happened::Ruled { stage, .. } => self.cause(s, Cause::Ruling(*stage)),
            Happened::Broke(n) => self.cause(s, Cause::Norm(*n)),
            Happened::Changed(.., cause) => self.cause(s, *cause),
            Happened::Quoted(c) | Happened::Checked(c) | Happened::Caught(c) => self.cause(s, Cause::Press(*c)),
            Happened::Argued(p) => self.cause(s, Cause::Attack(p.issue)),
            Happened::Attacked(issue, ..) | Happened::Stands(issue, ..) => self.cause(s, Cause::Attack(*issue)),
            Happened::Held(case, ..) | Happened::Constraint { case, .. } | Happened::Treated { case, .. } => {
                self.cause(s, Cause::Binding(*case))
            }
            Happened::Instrument(i, _) => self.item("instruments", &s.instruments.get(i.ix())?.id),
            Happened::Closed(ending) | Happened::Over(ending) => self.item("endings", &s.endings.get(ending.ix())?.id),
            _ => None,
        }
    }

    fn item(&self, list: &str, id: &str) -> Option<Place> {
        self.files.iter().find_map(|(source, root)| Some(at(source, named(root.get(list)?, id)?)))
    }

    fn option(&self, decision: &str, option: &str) -> Option<Place> {
        let (source, root) = self.files.first()?;
        let decision = named(root.get("decisions")?, decision)?;
        Some(at(source, decision.get("options").and_then(|options| named(options, option)).unwrap_or(decision)))
    }

    fn claim(&self, id: &str) -> Option<Place> {
        let (source, root) = self.files.first()?;
        let mut stories = root.get("press")?.items().iter();
        stories.find_map(|story| Some(at(source, named(story.get("claims")?, id)?)))
    }

    fn key(&self, key: &str) -> Option<Place> {
        self.files.iter().find_map(|(source, root)| Some(at(source, root.get(key)?)))
    }
}

fn tree(source: Source) -> Option<(Source, Node)> {
    let root = crate::syntax::parse(&source).root?;
    Some((source, root))
}

/// The item of a list with an id.
fn named<'a>(list: &'a Node, id: &str) -> Option<&'a Node> {
    list.items().iter().find(|item| item.get("id").and_then(Node::as_text) == Some(id))
}

fn at(source: &Source, node: &Node) -> Place {
    Place { file: source.name().to_owned(), line: source.position(node.span.start).line }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DecisionIx, NormIx};

    #[test]
    fn rules_are_found_in_their_files() {
        let s = super::super::open("microsoft-ireland").unwrap().scenario;
        let places = Places::of("microsoft-ireland");
        let text = catalog::scenario("microsoft-ireland").unwrap();
        for (d, decision) in s.decisions.iter().enumerate() {
            for (o, option) in decision.options.iter().enumerate() {
                let cause = Cause::Choice(DecisionIx::new(d), u16::try_from(o).unwrap());
                let place = places.cause(&s, cause).unwrap_or_else(|| panic!("{} {}", decision.id, option.id));
                let rest: String = text.text().lines().skip(place.line - 1).take(4).collect();
                assert!(rest.contains(&format!("\"{}\"", option.id)), "{}: {rest}", option.id);
            }
        }
        assert!(!s.law.norms.is_empty());
        for n in 0..s.law.norms.len() {
            assert!(places.cause(&s, Cause::Norm(NormIx::new(n))).is_some(), "{}", s.law.norms[n].id);
        }
        assert!(Places::of("no such scenario").cause(&s, Cause::Upkeep).is_none());
    }
}
