//! One egui pass: hands the screen a root [`egui::Ui`].

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPlugin, EguiPrimaryContextPass};
use egui::{LayerId, UiBuilder};

use super::Screen;
use super::guard::Shown;

/// The screen shown. Not a `Resource`: a screen may hold what must stay on the main thread.
pub(super) struct OnShow(pub(super) Box<dyn Screen>);

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(EguiPlugin::default()).add_systems(Startup, start).add_systems(EguiPrimaryContextPass, pass);
}

fn start(mut contexts: EguiContexts, mut screen: NonSendMut<OnShow>, shown: Res<Shown>) -> Result {
    let ctx = contexts.ctx_mut()?;
    shown.own(|| screen.0.start(ctx));
    Ok(())
}

fn pass(
    mut contexts: EguiContexts,
    mut screen: NonSendMut<OnShow>,
    shown: Res<Shown>,
    mut exit: MessageWriter<AppExit>,
) -> Result {
    let ctx = contexts.ctx_mut()?;
    let mut root = egui::Ui::new(
        ctx.clone(),
        egui::Id::new("root"),
        UiBuilder::new().layer_id(LayerId::background()).max_rect(ctx.viewport_rect()),
    );
    shown.own(|| screen.0.ui(&mut root));
    if screen.0.closing() {
        exit.write(AppExit::Success);
    }
    Ok(())
}
