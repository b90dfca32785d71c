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
