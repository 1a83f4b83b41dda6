//! `.seen.ron`: how the files looked when the council was last left. With it, a file that somebody changed while nobody had the council
//! open is known as such, and what was done to it becomes a change of its own, so that the history has no hole. Without it, or where the
//! backups do not tell what stood there before, such a file is simply read. The heads of meetings have their own, see [`super::heads`].

use super::{
    backup,
    disk::{Disk, Look},
    folder::{FileName, Places},
    format, history,
    outside::Files,
    pen::Writer,
    problem::Problem,
    reading::{self, Extent, Reading},
    replay::replay,
    workspace::Workspace,
};
use crate::domain::{Change, ChangeKind, Council, merge::rebase};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

/// A look as it is remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remembered {
    length: u64,
    /// Since 1970.
    modified: Duration,
}

impl Remembered {
    /// None for a file from before 1970.
    pub fn of(look: Look) -> Option<Self> {
        let modified = look.modified.duration_since(SystemTime::UNIX_EPOCH).ok()?;
        Some(Self { length: look.length, modified })
    }

    /// None where this system has no such time.
    pub fn look(self) -> Option<Look> {
        Some(Look { length: self.length, modified: SystemTime::UNIX_EPOCH.checked_add(self.modified)? })
    }
}

/// By the path in the council's folder.
type Seen = BTreeMap<String, Remembered>;

/// Where it is remembered.
pub fn path(dir: &Path) -> PathBuf {
    dir.join(".seen.ron")
}

fn key(name: &FileName) -> String {
    let parts = name.path(Path::new(""), &Places::new());
    parts.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The files other than meetings.
fn names(council: &Council) -> impl Iterator<Item = FileName> {
    FileName::all(council).filter(|name| !matches!(name, FileName::Meeting(_)))
}

/// The files that look otherwise than remembered, each as it was.
pub fn otherwise(disk: &dyn Disk, dir: &Path, read: &Reading) -> BTreeMap<FileName, Look> {
    let seen: Seen =
        format::options().from_bytes(&disk.read(&path(dir)).unwrap_or_default()).unwrap_or_default();
    let left = |name: &FileName| seen.get(&key(name))?.look();
    let known = names(&read.council).filter_map(|name| left(&name).map(|left| (name, left)));
    known.filter(|(name, left)| read.looks.get(name).is_some_and(|now| now != left)).collect()
}

/// Remembers how the files look. Where that cannot be written, a change by hand is simply read.
pub fn remember(disk: &dyn Disk, dir: &Path, council: &Council, files: &Files) {
    let look = |name: &FileName| Remembered::of(files.look(name)?);
    let seen: Seen = names(council).filter_map(|name| Some((key(&name), look(&name)?))).collect();
    let text = format::options().to_string(&seen).unwrap_or_default();
    let _ = disk.replace(&path(dir), text.as_bytes());
}

impl Workspace {
    /// Goes back to what we left in the files that were changed by hand while nobody had the council open, as far as that can be told.
    /// From there they are files that were [changed outside](Workspace::outside).
    pub(super) fn tell_hand_edits_apart(&mut self) {
        if self.otherwise.is_empty() {
            return;
        }
        let mut reading = reading::read(self.disk.as_ref(), &self.dir, Extent::Heads);
        let Some(past) = Past::of(self) else { return };
        for (name, left) in &self.otherwise {
            let Some(seq) = self.contained_in(name, &reading) else { continue };
            if past.council_at(seq).is_some_and(|council| name.put(&council, &mut reading.council)) {
                reading.looks.insert(name.clone(), *left);
                reading.seqs.insert(name.clone(), seq);
            }
        }
        *self = Self::with(reading, self.disk.clone(), self.dir.clone(), self.backups.clone());
    }

    /// The last change that a file says it contains.
    fn contained_in(&self, name: &FileName, reading: &Reading) -> Option<u64> {
        match name {
            FileName::Shelf(year) => {
                reading::read_shelf(self.disk.as_ref(), &self.dir, *year).ok().map(|(_, seq)| seq)
            }
            _ => reading.seqs.get(name).copied(),
        }
    }

    /// Takes what was done by hand as changes, where it fits. Where the journal says otherwise of the same record, it stays for
    /// [`Workspace::outside`] to tell. Only with the pen.
    ///
    /// # Errors
    /// As [`Workspace::commit`].
    pub(super) fn record_hand_edits(&mut self, writer: &Writer) -> Result<(), Problem> {
        let names = std::mem::take(&mut self.otherwise);
        for name in names.keys().filter(|name| self.was_changed_outside(name)).cloned().collect::<Vec<_>>() {
            let done = self.done_outside(&name)?;
            let merge = rebase(self.council(), &done.edits);
            if !merge.clashes.is_empty() {
                continue;
            }
            if !merge.fitting.is_empty() {
                let (seq, at, by) = (self.seq() + 1, writer.now, writer.by.clone());
                self.commit(&[Change { seq, at, by, kind: ChangeKind::Outside, edits: merge.fitting }])?;
                self.by_hand += 1;
            }
            self.files.took(name, done);
        }
        if !names.is_empty() {
            remember(self.disk.as_ref(), &self.dir, self.council(), &self.files);
        }
        Ok(())
    }
}

/// The newest backup, and the changes since.
struct Past {
    backup: Reading,
    changes: Vec<Change>,
}

impl Past {
    /// None where there is no backup, or something is missing between it and now.
    fn of(workspace: &Workspace) -> Option<Self> {
        let disk = workspace.disk.as_ref();
        let newest = backup::list(disk, &workspace.backups).ok()?.into_iter().next()?;
        let backup = reading::read(disk, &newest.path, Extent::Everything);
        let from = *backup.seqs.get(&FileName::Council)?;
        let log = history::since(disk, &workspace.dir, from).ok()?;
        let follows = log.changes.first().is_none_or(|first| first.seq == from + 1) && log.gaps.is_empty();
        (follows && backup.problems.is_empty()).then_some(Self { backup, changes: log.changes })
    }

    /// The council after this change.
    fn council_at(&self, seq: u64) -> Option<Council> {
        let (mut council, mut seqs) = (self.backup.council.clone(), self.backup.seqs.clone());
        let until = self.changes.partition_point(|change| change.seq <= seq);
        replay(&mut council, &mut seqs, &self.changes[..until]).ok()?;
        Some(council)
    }
}
