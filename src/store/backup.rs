//! Full copies of a council's folder beside the councils, and which of them are kept. Never writes to the folder it copies.
//!
//! A file that is as it was in the copy before is a second name of that copy: a backup costs what changed. The council's own file never
//! shares its bytes with a copy, because an editor may write in place.

use super::{disk::Disk, history::HISTORY, problem::Problem, staging::Staging};
use chrono::{Datelike, NaiveDateTime};
use std::{
    collections::BTreeSet,
    ffi::OsStr,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

/// Set aside for a person to look at; not part of the council.
const KEPT: &str = "kept";

/// So many of the newest stay, however old they are.
const NEWEST: usize = 10;

const STAMP: &str = "%Y%m%d-%H%M%S";

/// One copy of a council, whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Backup {
    /// When it was made.
    pub stamp: NaiveDateTime,
    /// From 1: of those made in the same second.
    pub place: u32,
    pub path: PathBuf,
}

impl Backup {
    fn of(folder: &Path, name: &OsStr) -> Option<Self> {
        let name = name.to_str()?;
        let (stamp, place) = match name.match_indices('-').nth(1) {
            Some((at, _)) => (&name[..at], name[at + 1..].parse().ok()?),
            None => (name, 1),
        };
        let stamp = NaiveDateTime::parse_from_str(stamp, STAMP).ok()?;
        let backup = Self { stamp, place, path: folder.join(name) };
        (backup.name() == name).then_some(backup)
    }

    /// The name of its folder: `20261120-140000`, a second one of that second `20261120-140000-2`.
    pub fn name(&self) -> String {
        let stamp = self.stamp.format(STAMP);
        if self.place == 1 { stamp.to_string() } else { format!("{stamp}-{}", self.place) }
    }
}

/// The backups in a folder, newest first; none where nothing was made yet.
///
/// # Errors
/// [`Problem::CannotRead`].
pub fn list(disk: &dyn Disk, backups: &Path) -> Result<Vec<Backup>, Problem> {
    let names = names(disk, backups).map_err(|error| Problem::cannot_read(backups, &error))?;
    let mut found: Vec<Backup> = names.iter().filter_map(|name| Backup::of(backups, name)).collect();
    found.sort_by(|one, other| other.cmp(one));
    Ok(found)
}

/// Copies the council in `dir`, without its history and what is hidden in it, to a new folder in `backups`, and says which.
///
/// # Errors
/// [`Problem::CannotRead`] or [`Problem::CannotWrite`]; then there is no new backup, and those before it are as they were.
pub fn take(disk: &dyn Disk, dir: &Path, backups: &Path, stamp: NaiveDateTime) -> Result<PathBuf, Problem> {
    clear_remains(disk, backups)?;
    let earlier = list(disk, backups)?;
    let place =
        earlier.iter().filter(|it| it.stamp.format(STAMP).to_string() == stamp.format(STAMP).to_string());
    let place = place.map(|it| it.place).max().unwrap_or(0) + 1;
    let mut backup = Backup { stamp, place, path: PathBuf::new() };
    backup.path = backups.join(backup.name());
    let staged = hidden(backups, &backup, "new");
    let before = earlier.first().map(|it| it.path.as_path());
    let mut copying = Copying { disk, before, from: dir, to: &staged, staging: Staging::on(disk) };
    copying.folder(Path::new(""))?;
    copying.staging.flush()?;
    disk.rename(&staged, &backup.path).map_err(|error| Problem::cannot_write(&backup.path, &error))?;
    Ok(backup.path)
}

/// Takes away the backups that are neither among the newest ten nor the newest of their month. Touches nothing but backups.
///
/// # Errors
/// [`Problem::CannotRead`], [`Problem::CannotWrite`]; those that are left are whole.
pub fn rotate(disk: &dyn Disk, backups: &Path) -> Result<(), Problem> {
    let mut months = BTreeSet::new();
    for (place, backup) in list(disk, backups)?.iter().enumerate() {
        let is_newest_of_month = months.insert((backup.stamp.year(), backup.stamp.month()));
        if place >= NEWEST && !is_newest_of_month {
            // Out of sight first, so that a stop in the middle leaves no half of a backup among the others.
            let going = hidden(backups, backup, "old");
            let gone = disk.rename(&backup.path, &going).and_then(|()| disk.remove_dir(&going));
            gone.map_err(|error| Problem::cannot_write(&backup.path, &error))?;
        }
    }
    Ok(())
}

fn hidden(backups: &Path, backup: &Backup, end: &str) -> PathBuf {
    backups.join(format!(".{}.{end}", backup.name()))
}

/// Takes away what a stop in the middle of making or removing a backup left.
fn clear_remains(disk: &dyn Disk, backups: &Path) -> Result<(), Problem> {
    let names = names(disk, backups).map_err(|error| Problem::cannot_read(backups, &error))?;
    for name in names.iter().filter_map(|name| name.to_str()) {
        let stem = name.strip_suffix(".new").or_else(|| name.strip_suffix(".old"));
        let stem = stem.and_then(|stem| stem.strip_prefix('.'));
        if stem.is_some_and(|stem| Backup::of(backups, stem.as_ref()).is_some()) {
            let path = backups.join(name);
            disk.remove_dir(&path).map_err(|error| Problem::cannot_write(&path, &error))?;
        }
    }
    Ok(())
}

fn names(disk: &dyn Disk, dir: &Path) -> io::Result<Vec<std::ffi::OsString>> {
    match disk.names(dir) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        answer => answer,
    }
}

struct Copying<'a> {
    disk: &'a dyn Disk,
    /// The backup before.
    before: Option<&'a Path>,
    from: &'a Path,
    to: &'a Path,
    staging: Staging<'a>,
}

impl Copying<'_> {
    /// Copies what is in a folder, `inside` the council's; `false` when it is none.
    fn folder(&mut self, inside: &Path) -> Result<bool, Problem> {
        let from = self.from.join(inside);
        let names = match self.disk.names(&from) {
            Err(error) if error.kind() == ErrorKind::NotADirectory => return Ok(false),
            answer => answer.map_err(|error| Problem::cannot_read(&from, &error))?,
        };
        self.staging.folder(&self.to.join(inside))?;
        for name in names {
            let path = inside.join(&name);
            let is_left_out = path == Path::new(HISTORY) || path == Path::new(KEPT);
            let is_hidden = name.as_encoded_bytes().starts_with(b".");
            if !is_left_out && !is_hidden && !self.folder(&path)? {
                self.file(&path)?;
            }
        }
        Ok(true)
    }

    fn file(&mut self, inside: &Path) -> Result<(), Problem> {
        let (from, to) = (self.from.join(inside), self.to.join(inside));
        let bytes = self.disk.read(&from).map_err(|error| Problem::cannot_read(&from, &error))?;
        let before = self.before.map(|before| before.join(inside));
        match before.filter(|before| self.holds(before, &bytes)) {
            Some(before) => self.staging.link(&before, &to),
            None => self.staging.file(&to, &bytes),
        }
    }

    fn holds(&self, path: &Path, bytes: &[u8]) -> bool {
        self.disk.look(path).is_ok_and(|look| look.length == bytes.len() as u64)
            && self.disk.read(path).is_ok_and(|held| held == bytes)
    }
}
