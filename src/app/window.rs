//! The window, its log level, its camera.

use bevy::prelude::*;
use bevy::window::{PresentMode, WindowResizeConstraints};
use bevy_egui::EguiStartupSet;

/// Size on opening, in logical pixels.
const SIZE: (u32, u32) = (1440, 900);
/// Smallest size the layouts are made for.
const LEAST: (f32, f32) = (1024.0, 640.0);

/// Whoever plays wants the game on the terminal, not the engine's chatter: no driver notices, and
/// no advice about software rendering, which is what school machines often have.
///
/// A missing driver is reported once, as the error `run` returns.
const LOG: &str = "warn,wgpu=error,wgpu_core=error,wgpu_hal=error,naga=error,\
                   wgpu_hal::vulkan::instance=off,\
                   bevy_render=error,bevy_winit=error,bevy_egui=error,winit=error,calloop=error";

pub(super) fn plugin(app: &mut App) {
    let plugins = DefaultPlugins
        .set(bevy::window::WindowPlugin { primary_window: Some(window()), ..default() })
        .set(bevy::log::LogPlugin { filter: LOG.to_owned(), level: bevy::log::Level::WARN, ..default() });
    // Drawing on demand has nothing to gain from a second thread, and a renderer that fails on
    // the main thread can be caught there.
    #[cfg(not(target_arch = "wasm32"))]
    let plugins = plugins.disable::<bevy::render::pipelined_rendering::PipelinedRenderingPlugin>();
    app.add_plugins(plugins).add_systems(PreStartup, camera.before(EguiStartupSet::InitContexts));
}

fn window() -> Window {
    Window {
        title: "Comity".into(),
        name: Some("comity".into()),
        resolution: SIZE.into(),
        resize_constraints: WindowResizeConstraints { min_width: LEAST.0, min_height: LEAST.1, ..default() },
        present_mode: PresentMode::AutoVsync,
        // In a page: fill the element, and leave the browser its own keys.
        fit_canvas_to_parent: true,
        prevent_default_event_handling: false,
        ..default()
    }
}

/// egui draws onto a camera; it smooths its own edges, so the camera need not.
fn camera(mut commands: Commands) {
    commands.spawn((Camera2d, Msaa::Off));
}
