//! Folding: what the journal holds goes into the readable files, then into the history, and only then out of the journal. A stop
//! between any two calls leaves a folder that opens to the same council, as each file says which changes it contains.

use super::{
    backup,
    folder::{FileName, MEETINGS, PAST, belongs},
    heads::Heads,
    history,
    problem::Problem,
    seen,
    workspace::Workspace,
};
use crate::domain::id::MeetingId;
use chrono::NaiveDateTime;
use std::{
    collections::BTreeSet,
    io::ErrorKind,
    path::{Path, PathBuf},
};

/// The folders that remember heads.
const HEADS: [&str; 2] = [MEETINGS, PAST];

impl Workspace {
    /// Every file says what the council is.
    pub fn is_folded(&self) -> bool {
        self.dirty.is_empty() && self.pending.is_empty()
    }

    /// Brings the files up to the last change. A file that was changed outside in the meantime is left as it is (see
    /// [`Workspace::outside`]), and the journal keeps what it lacks.
    ///
    /// # Errors
    /// [`Problem::NoPen`], [`Problem::PenTaken`], [`Problem::CannotRead`] or [`Problem::CannotWrite`]. What was saved stays saved, and the
    /// next fold goes on from there.
    pub fn fold(&mut self, now: NaiveDateTime) -> Result<(), Problem> {
        if self.is_folded() {
            if self.files.remember_heads && self.has_pen() {
                self.remember_heads(&HEADS.into());
            }
            return Ok(());
        }
        self.require_pen()?;
        let backed_up = if self.backed_up { Ok(()) } else { self.back_up(now).map(drop) };
        let mut stale = self.settle_all()?;
        history::append(self.disk.as_ref(), &self.dir, &self.pending)?;
        if self.dirty.is_empty() {
            self.journal.empty(self.disk.as_ref())?;
            self.pending.clear();
        }
        if self.move_past()? || self.files.remember_heads {
            stale.extend(HEADS);
        }
        self.remember_heads(&stale);
        seen::remember(self.disk.as_ref(), &self.dir, &self.council, &self.files);
        backed_up
    }

    /// Keeps a copy of the folder as it is now.
    pub(super) fn back_up(&mut self, now: NaiveDateTime) -> Result<PathBuf, Problem> {
        let backup = backup::take(self.disk.as_ref(), &self.dir, &self.backups, now)?;
        self.backed_up = true;
        backup::rotate(self.disk.as_ref(), &self.backups)?;
        Ok(backup)
    }

    /// Writes what is dirty: records first, then `council.ron` that counts them, and only then takes files away. Says in which folders
    /// heads were among it.
    fn settle_all(&mut self) -> Result<BTreeSet<&'static str>, Problem> {
        let (kept, gone): (BTreeSet<FileName>, BTreeSet<FileName>) =
            self.dirty.iter().cloned().partition(|name| name.is_of(&self.council));
        let mut touched = BTreeSet::new();
        for name in kept.into_iter().chain(gone) {
            if self.was_changed_outside(&name) {
                continue;
            }
            self.settle(&name)?;
            self.dirty.remove(&name);
            if let FileName::Meeting(id) = &name {
                touched.insert(self.folder_of(id));
            }
        }
        Ok(touched)
    }

    /// The folder that the head of a meeting is remembered in.
    fn folder_of(&self, id: &MeetingId) -> &'static str {
        if self.places.contains_key(id) { PAST } else { MEETINGS }
    }

    /// Makes one file what the council says it is.
    fn settle(&mut self, name: &FileName) -> Result<(), Problem> {
        match name {
            FileName::Meeting(id) if name.is_of(&self.council) => drop(self.read_body(id)?),
            FileName::Shelf(year) => drop(self.read_shelf(*year)?),
            _ => {}
        }
        let path = name.path(&self.dir, &self.places);
        let done = match name.text(&self.council, self.taken) {
            Some(text) => {
                self.files.tried(name.clone(), &text);
                self.write(name, &path, &text)
            }
            None => match self.disk.remove_file(&path) {
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
                answer => answer,
            },
        };
        done.map_err(|error| Problem::cannot_write(&path, &error))?;
        if name.is_of(&self.council) {
            self.seqs.insert(name.clone(), self.taken);
            self.files.wrote(name.clone(), self.disk.look(&path).ok());
        } else {
            self.seqs.remove(name);
            self.files.forget(name);
        }
        Ok(())
    }

    fn write(&self, name: &FileName, path: &Path, text: &str) -> std::io::Result<()> {
        if let (FileName::Meeting(_) | FileName::Shelf(_), Some(folder)) = (name, path.parent()) {
            self.disk.make_dir(folder)?;
        }
        self.disk.replace(path, text.as_bytes())
    }

    /// Moves the meetings that are past to the folder of their fiscal year, and those that are open again back.
    fn move_past(&mut self) -> Result<bool, Problem> {
        let belongs = belongs(&self.council);
        let ids = self.council.meetings.iter().map(|it| it.id.clone());
        let misplaced: Vec<MeetingId> = ids.filter(|id| belongs.get(id) != self.places.get(id)).collect();
        let mut moved = false;
        for id in misplaced {
            let name = FileName::Meeting(id);
            if self.was_changed_outside(&name) || self.dirty.contains(&name) {
                continue;
            }
            let (from, to) = (name.path(&self.dir, &self.places), name.path(&self.dir, &belongs));
            let folder = to.parent().unwrap_or(&self.dir);
            let moved_there = || match self.disk.rename(&from, &to) {
                // An earlier try did that and could not flush it.
                Err(error) if error.kind() == ErrorKind::NotFound && self.disk.look(&to).is_ok() => Ok(()),
                answer => answer,
            };
            let done = self.disk.make_dir(folder).and_then(|()| moved_there());
            done.map_err(|error| Problem::cannot_write(&to, &error))?;
            if let FileName::Meeting(id) = &name {
                match belongs.get(id) {
                    Some(year) => drop(self.places.insert(id.clone(), *year)),
                    None => drop(self.places.remove(id)),
                }
            }
            self.files.saw(name, self.disk.look(&to).ok());
            moved = true;
        }
        Ok(moved)
    }

    /// Remembers the heads of the meetings in these folders for the next opening.
    fn remember_heads(&mut self, folders: &BTreeSet<&'static str>) {
        for folder in folders {
            let mut heads = Heads::default();
            for meeting in self.council.meetings.iter().filter(|it| self.folder_of(&it.id) == *folder) {
                let name = FileName::Meeting(meeting.id.clone());
                // A head that is ahead of its file is told by the journal.
                if let (false, Some(look), Some(seq)) =
                    (self.dirty.contains(&name), self.files.look(&name), self.seqs.get(&name))
                {
                    heads.remember(meeting, *seq, look);
                }
            }
            heads.write(self.disk.as_ref(), &self.dir.join(folder));
        }
        self.files.remember_heads = false;
    }
}
