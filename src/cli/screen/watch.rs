//! Says that something in a folder has changed, as soon as the system tells, or soon after where it tells nothing. Never says what.

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::{
    collections::BTreeMap,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    sync::mpsc::{self, RecvTimeoutError, Sender},
    thread,
    time::{Duration, SystemTime},
};

/// How often a folder is looked at of which the system tells nothing.
const PACE: Duration = Duration::from_millis(150);

/// Watches a folder, not what lies in the folders below it, as long as it lives.
pub struct Watch {
    folder: PathBuf,
    shared: bool,
    /// What does the work, as long as it is kept.
    _how: How,
}

enum How {
    Told { _watcher: RecommendedWatcher },
    Looking { _stop: Sender<()> },
}

impl Watch {
    /// Calls `stirred` after each change. Where the folder is on a share, the system knows nothing of what the others do to it.
    pub fn start(folder: &Path, shared: bool, stirred: impl Fn() + Clone + Send + 'static) -> Self {
        let told = if shared { None } else { told(folder, stirred.clone()).ok() };
        let how = match told {
            Some(watcher) => How::Told { _watcher: watcher },
            None => How::Looking { _stop: looking(folder.to_owned(), stirred) },
        };
        Self { folder: folder.to_owned(), shared, _how: how }
    }

    /// Does it watch this folder, in this way?
    pub fn is_on(&self, folder: &Path, shared: bool) -> bool {
        self.folder == folder && self.shared == shared
    }
}

/// Watches the folder: a file that is replaced takes the watch on it along.
fn told(folder: &Path, stirred: impl Fn() + Send + 'static) -> notify::Result<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // Reading is told of too, and who follows reads. What could not be told may have been a change.
        if !event.is_ok_and(|event| event.kind.is_access()) {
            stirred();
        }
    })?;
    watcher.watch(folder, RecursiveMode::NonRecursive)?;
    Ok(watcher)
}

/// Looks at the folder again and again, until the sender it gives back is dropped.
fn looking(folder: PathBuf, stirred: impl Fn() + Send + 'static) -> Sender<()> {
    let (stop, stopped) = mpsc::channel();
    let mut before = glance(&folder);
    thread::spawn(move || {
        while stopped.recv_timeout(PACE) == Err(RecvTimeoutError::Timeout) {
            let now = glance(&folder);
            if now != before {
                before = now;
                stirred();
            }
        }
    });
    stop
}

/// The files of a folder, with all that shows from outside whether they changed. Empty where it cannot be read.
fn glance(folder: &Path) -> BTreeMap<OsString, (u64, Option<SystemTime>)> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let seen = |entry: fs::DirEntry| {
        let data = entry.metadata().ok()?;
        Some((entry.file_name(), (data.len(), data.modified().ok())))
    };
    entries.filter_map(seen).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Long enough for a busy machine.
    const LIMIT: Duration = Duration::from_secs(20);

    fn tells_of_changes(shared: bool) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("journal.ron");
        fs::write(&file, "1\n").unwrap();
        let (stir, stirred) = mpsc::channel();
        let watch = Watch::start(folder.path(), shared, move || {
            let _ = stir.send(());
        });
        fs::write(&file, "1\n2\n").unwrap();
        stirred.recv_timeout(LIMIT).expect("a file that grows is told of");
        while stirred.recv_timeout(PACE * 2).is_ok() {}
        fs::rename(&file, folder.path().join("history.ron")).unwrap();
        stirred.recv_timeout(LIMIT).expect("a file that goes is told of");
        drop(watch);
    }

    #[test]
    fn what_the_system_tells_is_told() {
        tells_of_changes(false);
    }

    #[test]
    fn a_folder_on_a_share_is_looked_at() {
        tells_of_changes(true);
    }

    #[test]
    fn where_nothing_can_be_told_it_is_looked_for() {
        let nowhere = tempfile::tempdir().unwrap().path().join("gone");
        let watch = Watch::start(&nowhere, false, || {});
        assert!(matches!(watch._how, How::Looking { .. }));
    }
}
