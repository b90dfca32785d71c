//! The learner at this machine: the profile in the user's folder, and the day.

use super::Words;
use super::output::remark;
use crate::learn::Store;
use crate::model::Date;
use crate::play;
use crate::text::Learner;
use std::time::{SystemTime, UNIX_EPOCH};

/// Opens the profile; what is wrong with it is said on standard error.
pub fn open(words: &Words) -> Learner {
    let mut store = Store::open(play::home().as_deref());
    if let Some(trouble) = store.trouble.take() {
        remark(&trouble.sentence(words));
    }
    Learner { store, today: today() }
}

fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Date::since_1970(since.as_secs())
}
