//! One open council and its folder: takes changes, and replaces the files they touched. Never decides what may change.

use super::{
    disk::{Disk, Lock},
    folder::{self, FileName},
    problem::Problem,
};
use crate::domain::{Change, Council, Edit, ListEdit, council::is_slug};
use std::{
    collections::BTreeSet,
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::Arc,
};

/// The file whose lock the writer holds.
const LOCK: &str = ".lock";

/// A council as the store holds it, in step with its files but for those still to be written.
#[derive(Debug)]
pub struct Workspace {
    dir: PathBuf,
    disk: Arc<dyn Disk>,
    council: Council,
    /// The last change in `council`.
    taken: u64,
    /// The last change on disk.
    saved: u64,
    /// Files that differ from `council`.
    dirty: BTreeSet<FileName>,
    /// Keeps other programs from writing. Taken before the first write.
    lock: Option<Lock>,
}

impl Workspace {
    pub(super) const fn new(dir: PathBuf, disk: Arc<dyn Disk>, council: Council, seq: u64) -> Self {
        Self { dir, disk, council, taken: seq, saved: seq, dirty: BTreeSet::new(), lock: None }
    }

    pub fn dir(&self) -> &Path {
        &self.dir
    }

    pub const fn council(&self) -> &Council {
        &self.council
    }

    /// The number of the last change on disk.
    pub const fn seq(&self) -> u64 {
        self.saved
    }

    /// Takes the council for writing, so that no other program writes to it as long as this workspace lives.
    ///
    /// # Errors
    /// [`Problem::HeldElsewhere`]; [`Problem::WrittenElsewhere`] when it was written to since it was opened;
    /// [`Problem::CannotWrite`] where nothing can be written at all.
    pub fn hold(&mut self) -> Result<(), Problem> {
        if self.lock.is_some() {
            return Ok(());
        }
        let path = self.dir.join(LOCK);
        let lock = self.disk.lock(&path).map_err(|error| match error.kind() {
            ErrorKind::WouldBlock => Problem::HeldElsewhere { slug: self.slug() },
            _ => Problem::cannot_write(&path, &error),
        })?;
        if folder::read_seq(self.disk.as_ref(), &self.dir)? != self.saved {
            return Err(Problem::WrittenElsewhere { slug: self.slug() });
        }
        self.lock = Some(lock);
        Ok(())
    }

    fn slug(&self) -> String {
        self.dir.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Puts changes on disk, and returns the number of the last one there. Changes already taken are passed over, so the caller
    /// sends whatever is not confirmed yet, and one success repairs the failures before it.
    ///
    /// # Errors
    /// As [`Workspace::hold`], and then nothing was written.
    /// [`Problem::CannotWrite`]: each file is as it was or as it should be, and the next commit writes those left over.
    /// [`Problem::Conflict`] or [`Problem::BadName`]: the changes before the one that does not fit were saved.
    pub fn commit(&mut self, changes: &[Change]) -> Result<u64, Problem> {
        self.hold()?;
        let fitted = changes.iter().try_for_each(|change| self.take(change));
        self.flush()?;
        fitted.map(|()| self.saved)
    }

    fn take(&mut self, change: &Change) -> Result<(), Problem> {
        if change.seq <= self.taken {
            return Ok(());
        }
        if change.seq != self.taken + 1 {
            return Err(Problem::Conflict { record: format!("#{}", change.seq) });
        }
        if let Some(name) = change.edits.iter().find_map(unfit_name) {
            return Err(Problem::BadName { name });
        }
        self.council
            .apply_all(&change.edits)
            .map_err(|conflict| Problem::Conflict { record: conflict.record })?;
        self.taken = change.seq;
        self.dirty.extend(change.edits.iter().filter_map(FileName::touched_by));
        self.dirty.insert(FileName::Council);
        Ok(())
    }

    /// Writes what is dirty: records first, then `council.ron` that counts them, and only then takes files away, so that a stop
    /// at any point leaves a folder that opens.
    fn flush(&mut self) -> Result<(), Problem> {
        let (gone, kept): (BTreeSet<_>, BTreeSet<_>) =
            self.dirty.iter().cloned().partition(|name| self.is_gone(name));
        for name in kept.into_iter().chain(gone) {
            self.settle(&name)?;
            self.dirty.remove(&name);
        }
        self.saved = self.taken;
        Ok(())
    }

    fn is_gone(&self, name: &FileName) -> bool {
        match name {
            FileName::Meeting(id) => self.council.meetings.get(id).is_none(),
            FileName::Shelf(year) => !self.council.shelves.contains_key(year),
            _ => false,
        }
    }

    /// Makes one file what the council says it is.
    fn settle(&self, name: &FileName) -> Result<(), Problem> {
        let path = name.path(&self.dir);
        let done = match name.text(&self.council, self.taken) {
            Some(text) => self.write(name, &path, &text),
            None => match self.disk.remove_file(&path) {
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
                answer => answer,
            },
        };
        done.map_err(|error| Problem::cannot_write(&path, &error))
    }

    fn write(&self, name: &FileName, path: &Path, text: &str) -> std::io::Result<()> {
        if let (FileName::Meeting(_) | FileName::Shelf(_), Some(folder)) = (name, path.parent()) {
            self.disk.make_dir(folder)?;
        }
        self.disk.replace(path, text.as_bytes())
    }
}

/// The id of a new meeting when no file can be named by it.
fn unfit_name(edit: &Edit) -> Option<String> {
    match edit {
        Edit::Meeting(ListEdit::Insert { new, .. }) if !is_slug(new.id.as_str()) => Some(new.id.0.clone()),
        _ => None,
    }
}
