//! Screen readers and other assistive technology, through AccessKit.
//!
//! `bevy_egui` publishes egui's tree but forwards nothing that a screen reader does, and what it does wakes no event loop.
//! Here both are mended: requests become egui events, and while somebody listens the loop looks ten times a second.

use std::time::Duration;

use bevy::a11y::{AccessibilityRequested, ActionRequest};
use bevy::prelude::*;
use bevy::winit::{UpdateMode, WinitSettings};
use bevy_egui::{EguiContext, EguiInput, EguiInputSet, PrimaryEguiContext};

/// How long a screen reader's request may wait to be seen.
const LOOK: Duration = Duration::from_millis(100);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PreUpdate, (publish, forward).chain().after(EguiInputSet::WriteEguiEvents)).add_systems(Last, stay_awake);
}

/// egui builds its tree only for those who ask: nobody else pays for it.
fn publish(
    requested: Res<AccessibilityRequested>,
    mut contexts: Query<&mut EguiContext, With<PrimaryEguiContext>>,
    mut published: Local<bool>,
) {
    if requested.get() && !*published {
        for mut context in &mut contexts {
            context.get_mut().enable_accesskit();
            *published = true;
        }
    }
}

fn forward(mut requests: MessageReader<ActionRequest>, mut inputs: Query<&mut EguiInput, With<PrimaryEguiContext>>) {
    for request in requests.read() {
        for mut input in &mut inputs {
            input.events.push(egui::Event::AccessKitActionRequest(request.0.clone()));
        }
    }
}

fn stay_awake(requested: Res<AccessibilityRequested>, mut settings: ResMut<WinitSettings>) {
    let mode = UpdateMode::reactive(LOOK);
    if requested.get() && settings.focused_mode != mode {
        settings.focused_mode = mode;
        settings.unfocused_mode = mode;
    }
}
