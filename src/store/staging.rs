//! A folder that is made where nobody looks yet, to be renamed to its place when it is whole. What is in it is flushed at the end and
//! in one go, which costs a fraction of flushing each file by itself; nothing of it counts before.

use super::{disk::Disk, problem::Problem};
use std::{
    collections::BTreeSet,
    io,
    path::{Path, PathBuf},
};

pub struct Staging<'a> {
    disk: &'a dyn Disk,
    /// Files that were written, and folders that names were put in.
    unflushed: BTreeSet<PathBuf>,
}

impl<'a> Staging<'a> {
    pub const fn on(disk: &'a dyn Disk) -> Self {
        Self { disk, unflushed: BTreeSet::new() }
    }

    /// # Errors
    /// [`Problem::CannotWrite`], here and below.
    pub fn folder(&mut self, dir: &Path) -> Result<(), Problem> {
        self.note(dir, self.disk.make_dir(dir))
    }

    /// Writes a new file in a folder that is there.
    pub fn file(&mut self, path: &Path, bytes: &[u8]) -> Result<(), Problem> {
        self.note(path, self.disk.put(path, bytes))?;
        self.named(path);
        Ok(())
    }

    /// Makes a second name for a file in a folder that is there.
    pub fn link(&mut self, from: &Path, to: &Path) -> Result<(), Problem> {
        self.disk.link(from, to).map_err(|error| Problem::cannot_write(to, &error))?;
        self.named(to);
        Ok(())
    }

    /// Flushes everything. After this the folder can be put in its place.
    pub fn flush(self) -> Result<(), Problem> {
        let mut paths = self.unflushed.iter();
        paths.try_for_each(|path| self.disk.flush(path).map_err(|error| Problem::cannot_write(path, &error)))
    }

    fn note(&mut self, path: &Path, done: io::Result<()>) -> Result<(), Problem> {
        done.map_err(|error| Problem::cannot_write(path, &error))?;
        self.unflushed.insert(path.to_owned());
        Ok(())
    }

    fn named(&mut self, path: &Path) {
        self.unflushed.extend(path.parent().map(Path::to_owned));
    }
}
