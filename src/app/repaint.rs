//! When to draw next: on input, when egui asks for it, and otherwise not at all.
//!
//! `bevy_egui` answers every request for a later repaint ("blink the cursor in half a second")
//! with an immediate one, which would draw without pause. Here egui's own delay decides: none
//! means the next frame, some means an alarm.
//!
//! Two things in egui's input stand in the way of rest and are mended: the modifier keys, reported
//! anew in every frame (to egui any event is a reason to draw again; mended upstream in 0.43), and
//! the time, which Bevy takes from the frame before, however long ago that was.

use std::time::Duration;

use bevy::ecs::message::Messages;
use bevy::platform::time::Instant;
use bevy::prelude::*;
use bevy::window::{RequestRedraw, WindowResized};
use bevy::winit::{EventLoopProxyWrapper, UpdateMode, WinitSettings, WinitUserEvent};
use bevy_egui::{EguiContext, EguiContexts, EguiFullOutput, EguiInput, EguiInputSet, EguiPostUpdateSet, PrimaryEguiContext};

/// Without any input a frame is drawn this often, should something ever have been missed.
const IDLE: Duration = Duration::from_mins(1);

/// egui asks for a delayed repaint one frame early, to meet a deadline by continuous drawing. Woken
/// that early it would find nothing to do yet and ask again, so the frame is given back.
const FRAME: Duration = Duration::from_millis(17);

/// How long egui is content with the frame just made; `None`: until something happens.
#[derive(Resource, Default)]
struct NextRepaint(Option<Duration>);

pub(super) fn plugin(app: &mut App) {
    app.insert_resource(resting())
        .init_resource::<NextRepaint>()
        .add_systems(Startup, (alarm::set_up, listen))
        .add_systems(PreUpdate, mend_input.after(EguiInputSet::WriteEguiEvents))
        .add_systems(
            PostUpdate,
            (
                read_delay.after(EguiPostUpdateSet::EndPass).before(EguiPostUpdateSet::ProcessOutput),
                (replace_requests, alarm::set).chain().after(EguiPostUpdateSet::ProcessOutput),
            ),
        );
}

/// Window events and wake-ups draw; a mouse moving over other windows does not.
fn resting() -> WinitSettings {
    let mode = UpdateMode::reactive_low_power(IDLE);
    WinitSettings { focused_mode: mode, unfocused_mode: mode }
}

/// Lets other threads (a bot that has decided) wake the window through `request_repaint`.
fn listen(mut contexts: EguiContexts, proxy: Res<EventLoopProxyWrapper>) -> Result {
    let proxy = proxy.clone();
    let drawing = std::thread::current().id();
    contexts.ctx_mut()?.set_request_repaint_callback(move |_| {
        // Requests made while drawing are read from the pass's output, with their delay.
        if std::thread::current().id() != drawing {
            // An event loop that is gone has nothing left to draw.
            let _gone = proxy.send_event(WinitUserEvent::WakeUp);
        }
    });
    Ok(())
}

fn mend_input(mut contexts: Query<(&mut EguiContext, &mut EguiInput)>, mut start: Local<Option<Instant>>) {
    let start = *start.get_or_insert_with(Instant::now);
    for (mut context, mut input) in &mut contexts {
        let known = context.get_mut().input(|input| input.modifiers);
        input.events.retain(|event| !matches!(event, egui::Event::ModifiersChanged(now) if *now == known));
        input.time = Some(start.elapsed().as_secs_f64());
    }
}

fn read_delay(output: Single<&EguiFullOutput, With<PrimaryEguiContext>>, mut next: ResMut<NextRepaint>) {
    let output = output.as_ref();
    next.0 = output
        .and_then(|output| output.viewport_output.get(&egui::ViewportId::ROOT))
        .map(|viewport| viewport.repaint_delay)
        .filter(|delay| *delay < IDLE);
    // Letters that have not been shown before reach the graphics device a frame after the text they are part of.
    if output.is_some_and(|output| !output.textures_delta.set.is_empty()) {
        next.0 = Some(Duration::ZERO);
    }
}

fn replace_requests(
    next: Res<NextRepaint>,
    mut requests: ResMut<Messages<RequestRedraw>>,
    mut resized: MessageReader<WindowResized>,
) {
    requests.clear();
    // egui learns the new size a frame late: it needs that frame.
    let grown = resized.read().count() > 0;
    if grown || next.0 == Some(Duration::ZERO) {
        requests.write(RequestRedraw);
    }
}

/// A thread that sleeps until the next repaint is due and then wakes the event loop.
#[cfg(not(target_arch = "wasm32"))]
mod alarm {
    use bevy::prelude::*;

    use super::{EventLoopProxyWrapper, FRAME, Instant, NextRepaint, WinitUserEvent};
    use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};

    /// Tells the sleeper when to wake the event loop; `None` calls it off.
    #[derive(Resource)]
    pub(super) struct Alarm {
        sleeper: Sender<Option<Instant>>,
        armed: bool,
    }

    pub(super) fn set_up(mut commands: Commands, proxy: Res<EventLoopProxyWrapper>) -> Result {
        let (sleeper, orders) = mpsc::channel();
        let proxy = proxy.clone();
        std::thread::Builder::new()
            .name("repaint alarm".into())
            .spawn(move || sleep(&orders, || proxy.send_event(WinitUserEvent::WakeUp).is_ok()))?;
        commands.insert_resource(Alarm { sleeper, armed: false });
        Ok(())
    }

    pub(super) fn set(next: Res<NextRepaint>, mut alarm: ResMut<Alarm>) {
        let due = next.0.filter(|delay| !delay.is_zero()).map(|delay| Instant::now() + delay + FRAME);
        if due.is_some() || alarm.armed {
            alarm.armed = due.is_some();
            // The thread ends only with the event loop.
            let _ended = alarm.sleeper.send(due);
        }
    }

    /// Follows `orders` until the sender or the one to be woken is gone.
    fn sleep(orders: &Receiver<Option<Instant>>, wake: impl Fn() -> bool) {
        let mut due: Option<Instant> = None;
        loop {
            let order = match due {
                None => orders.recv().map_err(RecvTimeoutError::from),
                Some(due) => orders.recv_timeout(due.saturating_duration_since(Instant::now())),
            };
            match order {
                Ok(order) => due = order,
                Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => {
                    due = None;
                    if !wake() {
                        return;
                    }
                }
            }
        }
    }

    #[cfg(test)]
    mod tests {
        use std::time::Duration;

        use super::*;

        #[test]
        fn wakes_when_due_and_not_when_called_off() {
            let (orders, receiver) = mpsc::channel();
            let (woken, wakes) = mpsc::channel();
            let sleeper = std::thread::spawn(move || {
                sleep(&receiver, || woken.send(Instant::now()).is_ok());
            });
            let start = Instant::now();
            let soon = start + Duration::from_millis(20);
            orders.send(Some(start + Duration::from_hours(1))).unwrap();
            orders.send(Some(soon)).unwrap();
            assert!(wakes.recv_timeout(Duration::from_secs(5)).unwrap() >= soon);
            orders.send(Some(Instant::now() + Duration::from_millis(50))).unwrap();
            orders.send(None).unwrap();
            assert!(wakes.recv_timeout(Duration::from_millis(150)).is_err());
            drop(orders);
            sleeper.join().unwrap();
        }
    }
}

/// A page has no threads: while a repaint is due, the event loop ticks.
#[cfg(target_arch = "wasm32")]
mod alarm {
    use std::time::Duration;

    use bevy::prelude::*;

    use super::{IDLE, NextRepaint, UpdateMode, WinitSettings};

    /// Coarse, because each change of pace costs a frame.
    const TICK: Duration = Duration::from_millis(100);

    pub(super) fn set_up() {}

    pub(super) fn set(next: Res<NextRepaint>, mut settings: ResMut<WinitSettings>) {
        let wait = if next.0.is_some() { TICK } else { IDLE };
        let mode = UpdateMode::reactive_low_power(wait);
        if settings.focused_mode != mode {
            settings.focused_mode = mode;
            settings.unfocused_mode = mode;
        }
    }
}
