//! Says that something in a folder has changed, as soon as the system tells, or soon after where it tells nothing. Never says what.

use crate::store::JOURNAL;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher, event::ModifyKind};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::mpsc::{self, RecvTimeoutError, Sender},
    thread,
    time::{Duration, SystemTime},
};

/// How often the journal is looked at where the system tells nothing.
const PACE: Duration = Duration::from_millis(120);

/// Watches a folder, and what lies in the folders below it, as long as it lives.
pub struct Watch {
    folder: PathBuf,
    way: Way,
    /// What does the work, as long as it is kept.
    _how: How,
}

/// How to learn of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// From the system, or not at all.
    Told,
    /// From the system; where it tells nothing, by looking.
    ToldOrSeen,
    /// By looking: on a share the system knows nothing of what other machines do.
    Seen,
}

enum How {
    Told { _watcher: RecommendedWatcher },
    Looking { _stop: Sender<()> },
    Deaf,
}

impl Watch {
    /// Calls `stirred` after each change of a file that `concerns` us. Looking sees only the journal: everything that is done to a
    /// council passes through it, and one file costs little to look at.
    pub fn start(
        folder: &Path,
        way: Way,
        concerns: impl Fn(&Path) -> bool + Send + 'static,
        stirred: impl Fn() + Clone + Send + 'static,
    ) -> Self {
        let told = match way {
            Way::Seen => None,
            Way::Told | Way::ToldOrSeen => told(folder, concerns, stirred.clone()).ok(),
        };
        let how = match (told, way) {
            (Some(watcher), _) => How::Told { _watcher: watcher },
            (None, Way::Told) => How::Deaf,
            (None, _) => How::Looking { _stop: looking(folder.join(JOURNAL), stirred) },
        };
        Self { folder: folder.to_owned(), way, _how: how }
    }

    /// Does it watch this folder, in this way?
    pub fn is_on(&self, folder: &Path, way: Way) -> bool {
        self.folder == folder && self.way == way
    }
}

/// Watches the folder: a file that is replaced takes the watch on it along.
fn told(
    folder: &Path,
    concerns: impl Fn(&Path) -> bool + Send + 'static,
    stirred: impl Fn() + Send + 'static,
) -> notify::Result<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // What could not be told may have been a change.
        if event.map_or(true, |event| is_change(event.kind) && event.paths.iter().any(|path| concerns(path)))
        {
            stirred();
        }
    })?;
    watcher.watch(folder, RecursiveMode::Recursive)?;
    Ok(watcher)
}

/// Reading is told of too, and who follows reads; a backup gives a file a second name.
const fn is_change(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)))
}

/// Looks at a file again and again, until the sender it gives back is dropped.
fn looking(file: PathBuf, stirred: impl Fn() + Send + 'static) -> Sender<()> {
    let (stop, stopped) = mpsc::channel();
    let mut before = glance(&file);
    thread::spawn(move || {
        while stopped.recv_timeout(PACE) == Err(RecvTimeoutError::Timeout) {
            let now = glance(&file);
            if now != before {
                before = now;
                stirred();
            }
        }
    });
    stop
}

/// What shows from outside of a file. Opening it makes a share ask the machine that has it, which may remember an older look.
fn glance(file: &Path) -> Option<(u64, SystemTime)> {
    let data = fs::File::open(file).and_then(|file| file.metadata()).ok()?;
    Some((data.len(), data.modified().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::Receiver;

    /// Long enough for a busy machine.
    const LIMIT: Duration = Duration::from_secs(20);

    fn watch(folder: &Path, way: Way) -> (Watch, Receiver<()>) {
        let (stir, stirred) = mpsc::channel();
        let watch = Watch::start(
            folder,
            way,
            |file| !file.ends_with("draft.ron"),
            move || {
                let _ = stir.send(());
            },
        );
        (watch, stirred)
    }

    fn tells_of_the_journal(way: Way) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(JOURNAL);
        fs::write(&file, "1\n").unwrap();
        let (_watch, stirred) = watch(folder.path(), way);
        fs::write(&file, "1\n2\n").unwrap();
        stirred.recv_timeout(LIMIT).expect("a journal that grows is told of");
        while stirred.recv_timeout(PACE * 2).is_ok() {}
        fs::rename(&file, folder.path().join("away")).unwrap();
        stirred.recv_timeout(LIMIT).expect("a journal that goes is told of");
    }

    #[test]
    fn what_the_system_tells_is_told() {
        tells_of_the_journal(Way::Told);
    }

    #[test]
    fn on_a_share_the_journal_is_looked_at() {
        tells_of_the_journal(Way::Seen);
    }

    #[test]
    fn files_below_are_told_of_and_what_is_no_concern_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let meetings = folder.path().join("meetings");
        fs::create_dir(&meetings).unwrap();
        fs::write(folder.path().join(JOURNAL), "1\n").unwrap();
        let (_watch, stirred) = watch(folder.path(), Way::ToldOrSeen);
        fs::write(folder.path().join("draft.ron"), "…").unwrap();
        fs::read(folder.path().join(JOURNAL)).unwrap();
        fs::hard_link(folder.path().join(JOURNAL), meetings.join("draft.ron")).unwrap();
        fs::write(meetings.join("fy2026-1.ron"), "…").unwrap();
        stirred.recv_timeout(LIMIT).expect("the meeting is told of");
        // Events come in their order: all that were told are of the meeting, one as it was made and one as it was written.
        let told = 1 + std::iter::from_fn(|| stirred.recv_timeout(PACE).ok()).count();
        assert!(told <= 2, "{told}");
    }

    #[test]
    fn where_nothing_can_be_told_it_is_looked_for_unless_we_write() {
        let nowhere = tempfile::tempdir().unwrap().path().join("gone");
        assert!(matches!(watch(&nowhere, Way::ToldOrSeen).0._how, How::Looking { .. }));
        assert!(matches!(watch(&nowhere, Way::Told).0._how, How::Deaf));
    }
}
