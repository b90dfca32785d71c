//! What a dispute says in another language, told to those who have the window read aloud: each control and text that is of the
//! dispute's words alone says in which language they are. Sentences of the program with such words in them stay the program's.

use crate::model::Scenario;
use egui::accesskit::{Node, NodeId};
use egui::{Context, FullOutput, Plugin};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Marks what egui tells a screen reader.
#[derive(Default)]
struct Tongue(Option<Arc<Scenario>>);

/// To be called once.
pub(super) fn start(ctx: &Context) {
    ctx.add_plugin(Tongue::default());
}

/// Whose words are shown in this pass.
pub(super) fn speaks(ctx: &Context, scenario: Option<&Arc<Scenario>>) {
    let foreign = scenario.filter(|s| !s.spoken.is_empty());
    ctx.with_plugin(|tongue: &mut Tongue| tongue.0 = foreign.cloned());
}

impl Plugin for Tongue {
    fn debug_name(&self) -> &'static str {
        "tongue"
    }

    fn output_hook(&mut self, _: &Context, output: &mut FullOutput) {
        let (Some(scenario), Some(update)) = (&self.0, &mut output.platform_output.accesskit_update) else { return };
        let tag = |node: &Node| node.label().or(node.value()).and_then(|words| scenario.spoken.foreign(words));
        let mut tags: BTreeMap<NodeId, &str> = BTreeMap::new();
        for (id, node) in &update.nodes {
            if let Some(tag) = tag(node) {
                tags.insert(*id, tag);
                // The lines of a text are nodes of their own.
                tags.extend(node.children().iter().map(|line| (*line, tag)));
            }
        }
        for (id, node) in &mut update.nodes {
            if let Some(tag) = tags.get(id) {
                node.set_language(*tag);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::accesskit::{Role, Tree, TreeId, TreeUpdate};

    #[test]
    fn texts_of_the_dispute_and_their_lines_name_their_language_and_no_others_do() {
        let mut scenario = (*crate::scenario::open("town-books").unwrap().scenario).clone();
        scenario.spoken.note("Die Bücher der Stadt".into(), "de");
        let mut title = Node::new(Role::Label);
        title.set_value("Die Bücher der Stadt");
        title.set_children([NodeId(3)]);
        let mut sentence = Node::new(Role::Button);
        sentence.set_label("Play Die Bücher der Stadt");
        let nodes = vec![(NodeId(1), sentence), (NodeId(2), title), (NodeId(3), Node::new(Role::TextRun))];
        let mut output = FullOutput::default();
        output.platform_output.accesskit_update =
            Some(TreeUpdate { nodes, tree: Some(Tree::new(NodeId(1))), tree_id: TreeId::ROOT, focus: NodeId(1) });
        let mut tongue = Tongue(Some(Arc::new(scenario)));
        tongue.output_hook(&Context::default(), &mut output);
        let nodes = output.platform_output.accesskit_update.unwrap().nodes;
        let told: Vec<Option<&str>> = nodes.iter().map(|(_, node)| node.language()).collect();
        assert_eq!(told, [None, Some("de"), Some("de")]);
    }
}
