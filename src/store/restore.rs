//! Going back to a backup. What was there before is a backup of its own, its history goes on, and the folder is changed whole: by a
//! rename away and a rename in place.

use super::{
    backup::{self, Backup},
    disk::Disk,
    folder::{FileName, belongs},
    history::{self, HISTORY, Log},
    home::Home,
    journal::{self, Lines},
    pen::{Pen, Writer},
    problem::Problem,
    reading::{self, Extent, journal_path},
    replay::replay,
    staging::Staging,
};
use crate::domain::{Change, ChangeKind, Council, difference};
use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

/// What going back did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// The state before, as a backup; none where the council was gone.
    pub before: Option<PathBuf>,
    /// How much differed, in edits; `None` where the state before could not be read, so that the history has a gap.
    pub edits: Option<usize>,
}

/// What is carried over to the folder that takes the place of the council's.
const CARRIED: [&str; 2] = [HISTORY, "kept"];

impl Home {
    /// The backups of a council, newest first. The council itself may be gone.
    ///
    /// # Errors
    /// [`Problem::NoSuchCouncil`] where there is neither; [`Problem::CannotRead`].
    pub fn backups(&self, slug: &str) -> Result<Vec<Backup>, Problem> {
        let found = self.find(slug);
        match backup::list(self.disk(), &self.backups_of(slug)) {
            Ok(backups) if !backups.is_empty() => Ok(backups),
            listed => found.and(listed),
        }
    }

    /// Everything that was done to a council, as far as it was kept.
    ///
    /// # Errors
    /// [`Problem::NoSuchCouncil`], [`Problem::CannotRead`].
    pub fn history(&self, slug: &str) -> Result<Log, Problem> {
        history::changes(self.disk(), &self.find(slug)?)
    }

    /// Makes a council what it was when a backup was made.
    ///
    /// # Errors
    /// As [`Pen::take`] while someone else writes; the first mistake in the backup; [`Problem::CannotRead`], [`Problem::CannotWrite`].
    /// The council is then as it was.
    pub fn restore(&self, slug: &str, from: &Backup, writer: &Writer) -> Result<Restored, Problem> {
        let (disk, dir) = (self.disk(), self.dir_of(slug));
        let (to, _) = whole(disk, &from.path)?;
        if self.find(slug).is_err() {
            self.swap(slug, &to, 1, None)?;
            return Ok(Restored { before: None, edits: None });
        }
        let (pen, _) = Pen::take(disk, &dir, writer, false)?;
        let done = self.go_back(slug, &to, writer);
        pen.lay_down(disk);
        done
    }

    fn go_back(&self, slug: &str, to: &Council, writer: &Writer) -> Result<Restored, Problem> {
        let (disk, dir) = (self.disk(), self.dir_of(slug));
        let before = backup::take(disk, &dir, &self.backups_of(slug), writer.now)?;
        let lines = Lines::read(disk, &journal_path(&dir))?;
        history::append(disk, &dir, &lines.changes)?;
        let kept = history::changes(disk, &dir)?.changes.last().map_or(0, |last| last.seq);
        let seqs = reading::read(disk, &dir, Extent::Everything).seqs;
        let seq = seqs.into_values().max().unwrap_or(0).max(kept) + 1;
        let Ok((present, _)) = whole(disk, &dir) else {
            // One number stays free, so that the history shows where it has a gap.
            self.swap(slug, to, seq + 1, None)?;
            return Ok(Restored { before: Some(before), edits: None });
        };
        let edits = difference(&present, to);
        let count = edits.len();
        if count > 0 {
            let (at, by) = (writer.now, writer.by.clone());
            let change = Change { seq, at, by, kind: ChangeKind::Restore, edits };
            self.swap(slug, to, seq, Some(&change))?;
        }
        Ok(Restored { before: Some(before), edits: Some(count) })
    }

    /// Puts a folder with this council, whose files contain every change up to `seq`, in the place of the one that is there.
    fn swap(&self, slug: &str, council: &Council, seq: u64, change: Option<&Change>) -> Result<(), Problem> {
        let (disk, dir) = (self.disk(), self.dir_of(slug));
        let (staged, aside) =
            (dir.with_file_name(format!(".{slug}.new")), dir.with_file_name(format!(".{slug}.old")));
        let places = belongs(council);
        let mut files: Vec<(PathBuf, String)> = FileName::all(council)
            .filter_map(|name| Some((name.path(Path::new(""), &places), name.text(council, seq)?)))
            .collect();
        files.extend(change.map(|change| (journal_path(Path::new("")), journal::line(change))));
        let files: Vec<(&Path, &str)> =
            files.iter().map(|(path, text)| (path.as_path(), text.as_str())).collect();
        self.stage(&staged, &files)?;
        if self.find(slug).is_err() {
            return rename(disk, &staged, &dir);
        }
        for folder in CARRIED {
            carry(disk, &dir.join(folder), &staged.join(folder))?;
        }
        remove(disk, &aside)?;
        rename(disk, &dir, &aside)?;
        if let Err(problem) = rename(disk, &staged, &dir) {
            rename(disk, &aside, &dir)?;
            return Err(problem);
        }
        remove(disk, &aside)
    }
}

/// A council with everything in it, and the last change it contains.
pub(super) fn whole(disk: &dyn Disk, dir: &Path) -> Result<(Council, u64), Problem> {
    let mut reading = reading::read(disk, dir, Extent::Everything);
    if let Some(problem) = reading.problems.into_iter().next() {
        return Err(problem);
    }
    let lines = Lines::read(disk, &journal_path(dir))?;
    replay(&mut reading.council, &mut reading.seqs, &lines.changes)?;
    let seq = reading.seqs.into_values().chain(lines.changes.last().map(|last| last.seq)).max();
    Ok((reading.council, seq.unwrap_or(0)))
}

/// Gives the files of a folder a second name in another.
fn carry(disk: &dyn Disk, from: &Path, to: &Path) -> Result<(), Problem> {
    let names = match disk.names(from) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        answer => answer.map_err(|error| Problem::cannot_read(from, &error))?,
    };
    let mut staging = Staging::on(disk);
    staging.folder(to)?;
    names.iter().try_for_each(|name| staging.link(&from.join(name), &to.join(name)))?;
    staging.flush()
}

fn rename(disk: &dyn Disk, from: &Path, to: &Path) -> Result<(), Problem> {
    disk.rename(from, to).map_err(|error| Problem::cannot_write(to, &error))
}

fn remove(disk: &dyn Disk, dir: &Path) -> Result<(), Problem> {
    match disk.remove_dir(dir) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Problem::cannot_write(dir, &error)),
        _ => Ok(()),
    }
}
