//! A file followed: every save is read and checked on a thread of its own, so that the game never waits for it.

use super::Read;
use crate::model::PictureKind;
use crate::scenario;
use notify::{Event, EventKind, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// A save comes as several events: nothing is read before the file has been still for this long.
const STILL: Duration = Duration::from_millis(40);

/// A file that is followed, with the law packs, translations and pictures beside it.
pub(in crate::ui) struct Watch {
    news: Receiver<Read>,
    _watcher: notify::RecommendedWatcher,
}

impl Watch {
    /// Follows a file. The folder is what is watched: many editors write a new file and move it to its place.
    ///
    /// # Errors
    /// If the system has no more watches to give.
    pub fn new(path: &Path, wake: impl Fn() + Send + 'static) -> notify::Result<Self> {
        let (event, events) = channel();
        let touched = move |found: notify::Result<Event>| {
            let matters = |e: &Event| !matches!(e.kind, EventKind::Access(_)) && e.paths.iter().any(|p| is_part(p));
            if found.as_ref().is_ok_and(matters) {
                // Nobody listens once the watch is gone.
                let _gone = event.send(());
            }
        };
        let mut watcher = notify::recommended_watcher(touched)?;
        let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        watcher.watch(folder, RecursiveMode::NonRecursive)?;
        let (tell, news) = channel();
        let path = path.to_owned();
        let follow = move || {
            let mut last = text(&path);
            while events.recv().is_ok() {
                while !matches!(events.recv_timeout(STILL), Err(RecvTimeoutError::Timeout)) {
                    if matches!(events.recv_timeout(Duration::ZERO), Err(RecvTimeoutError::Disconnected)) {
                        return;
                    }
                }
                let now = text(&path);
                if now == last {
                    continue;
                }
                last = now;
                if tell.send(scenario::open(&path.to_string_lossy())).is_err() {
                    return;
                }
                wake();
            }
        };
        std::thread::Builder::new().name("watch".into()).spawn(follow).map_err(notify::Error::io)?;
        Ok(Self { news, _watcher: watcher })
    }

    /// The last save that was read since this was last asked.
    pub fn news(&self) -> Option<Read> {
        self.news.try_iter().last()
    }
}

/// Whether a file can belong to a scenario: a text or a picture.
fn is_part(path: &Path) -> bool {
    path.extension().is_some_and(|e| e == "ron") || path.to_str().and_then(PictureKind::named).is_some()
}

/// The bytes of a scenario and of what lies beside it, so that an event without a change costs nothing.
fn text(path: &PathBuf) -> Vec<Option<Vec<u8>>> {
    let beside = path
        .parent()
        .and_then(|folder| std::fs::read_dir(if folder.as_os_str().is_empty() { Path::new(".") } else { folder }).ok());
    let mut files: Vec<PathBuf> =
        beside.into_iter().flatten().filter_map(Result::ok).map(|e| e.path()).filter(|p| is_part(p)).collect();
    files.sort();
    let small = |p: &PathBuf| std::fs::metadata(p).is_ok_and(|m| m.len() <= scenario::MOST_BYTES);
    std::iter::once(path).chain(&files).map(|p| std::fs::read(p).ok().filter(|_| small(p))).collect()
}
