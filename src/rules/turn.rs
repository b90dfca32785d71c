//! A turn, step by step. Every submitted action runs this once; when the beat it closes opens nothing for anybody, it runs
//! again until somebody is waited for.

use super::{accept, argue, bind, close, comply, cross, decide, enter, lapse, reach, serve, trigger};
use bevy_ecs::prelude::*;
use bevy_ecs::schedule::{LogLevel, ScheduleBuildSettings, SingleThreadedExecutor};

/// The steps of a turn, in order.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ResolveSystems {
    /// The action goes into its seat's sealed plan.
    Accept,
    /// Plans are opened and carried out: choices, moves, instruments, data, offers.
    Serve,
    /// Which arguments stand.
    Argue,
    /// The court votes and gives reasons.
    Decide,
    /// Holdings enter the law; judgments below are reversed.
    Bind,
    /// What the law now forces, inside a legal order and across borders.
    Cross,
    /// What the round costs.
    Lapse,
    /// What one state does, others do in turn.
    Reach,
    /// Thresholds.
    Trigger,
    /// Norms broken by what was handed over or refused.
    Comply,
    /// The clock moves on.
    Close,
    /// The next beat begins: news, courts seated, seats called.
    Enter,
}

/// Label of the one schedule.
#[derive(bevy_ecs::schedule::ScheduleLabel, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Resolve;

/// The schedule of a turn: one thread, every step after the one before, ambiguity an error.
#[must_use]
pub fn schedule() -> Schedule {
    use ResolveSystems::{Accept, Argue, Bind, Close, Comply, Cross, Decide, Enter, Lapse, Reach, Serve, Trigger};
    let mut schedule = Schedule::new(Resolve);
    schedule.set_executor(SingleThreadedExecutor::new());
    schedule.set_build_settings(ScheduleBuildSettings { ambiguity_detection: LogLevel::Error, ..Default::default() });
    schedule.configure_sets((Accept, Serve, Argue, Decide, Bind, Cross, Lapse, Reach, Trigger, Comply, Close, Enter).chain());
    schedule.add_systems((
        accept::accept.in_set(Accept),
        serve::serve.in_set(Serve),
        argue::argue.in_set(Argue),
        decide::decide.in_set(Decide),
        bind::bind.in_set(Bind),
        cross::cross.in_set(Cross),
        lapse::lapse.in_set(Lapse),
        reach::spread.in_set(Reach),
        trigger::trigger.in_set(Trigger),
        comply::comply.in_set(Comply),
        close::close.in_set(Close),
        enter::enter.in_set(Enter),
    ));
    schedule
}
